"""The desk's shell: its front page, history and undo, conflicts, search, adding, and what goes wrong."""

import re
import shutil
import time
from dataclasses import replace

import pytest
from tests.app.deskcases import ASK, Desk, kept

from sayso.app.desk.addresses import local, path_of
from sayso.app.desk.search import framed, marked
from sayso.app.desk.updates import course_of_updates, updates
from sayso.model.keeping import Asked, Moment, Wanted
from sayso.model.rulings import Ruling
from sayso.store.opening import create, open_case

AT = "2031-05-07T10:00:00.000000+00:00"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A case in a file, built once."""
    return kept(tmp_path_factory.mktemp("shell") / "varn.sayso")


@pytest.fixture
def desk(made, tmp_path):
    """A desk of a copy of the case."""
    return Desk(str(shutil.copy(made, tmp_path / "varn.sayso")))


def line(desk, place=0):
    """A statement of the case."""
    with open_case(desk.place) as repository:
        return repository.lines(Wanted(limit=20)).rows[place]


def rule(desk, target, verdict, by="Bo", **given):
    """A ruling of somebody else, made beside the desk."""
    with open_case(desk.place) as repository:
        return repository.rule([Ruling(target, verdict, by, AT, given.pop("why", "seen"), **given)])[0]


def number(desk):
    """The last entry of the journal."""
    with open_case(desk.place) as repository:
        return repository.stand().number


def test_the_front_page_has_the_answer_with_its_reasons(desk):
    """The question, the answer in words and as a range, the sum of the reasons, and where they come from."""
    with open_case(desk.place) as repository:
        derived = repository.derived()
        assert derived
        answer = derived[1].answers[0]
    page = desk.page("/")
    assert ASK in page
    assert f"{answer.words}, " in page
    assert "in 100" in page
    assert f"Confidence in the ground: <b>{answer.confidence}</b>" in page
    for reason in answer.reasons[:3]:
        assert re.sub(r"<.*", "", reason.text)[:40] in page.replace("&#39;", "'").replace("&#34;", '"')
    assert 'href="/origins/' in page
    assert 'href="/statements/s-' in page


def test_the_front_page_says_what_the_answer_does_not_know(desk):
    """A ruling that is not in the answer yet is told at the head of every page, with a button that updates."""
    assert "does not know" not in desk.page("/")
    rule(desk, line(desk).id, "accept")
    for path in ("/", "/history", "/add"):
        page = desk.page(path)
        assert "does not know 1 ruling yet" in page
        assert 'action="/update"' in page


def test_the_front_page_shows_what_to_review_and_where_that_is(desk):
    """At most five statements that nobody has reviewed, each with its page."""
    first = line(desk)
    rule(desk, first.id, "accept")
    part = desk.page("/").partition('id="next"')[2].partition("</section>")[0]
    shown = re.findall(r'href="/statements/(s-\w+)"', part)
    assert 1 <= len(shown) <= 5
    assert first.id not in shown


def test_an_orphan_stands_in_plain_sight(desk):
    """A ruling whose words were changed by hand in the file is told on the front page and in the history."""
    one = line(desk)
    rule(desk, one.id, "accept")
    with open_case(desk.place) as repository:
        database = repository.database
        database.execute("DROP TRIGGER IF EXISTS articles_stay")
        for (name,) in database.query(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'articles'"
        ):
            database.execute(f'DROP TRIGGER "{name}"')
        database.execute(
            "UPDATE articles SET text = replace(text, ?, ?) WHERE id = ?",
            (one.words.split()[0], "Xylophone", one.article),
        )
    for path in ("/", "/history"):
        page = desk.page(path)
        assert "1 ruling has lost its place" in page


def test_a_case_without_articles_asks_for_some(tmp_path):
    """A new case leads to the page where articles are added, whether or not it was ever brought up to date."""
    place = str(tmp_path / "new.sayso")
    create(place, Asked(ASK), by="Ada", at=AT).close()
    page = Desk(place).page("/")
    assert "No answer yet" in page
    assert 'href="/add"' in page


def test_the_history_tells_who_did_what_and_why(desk):
    """Each entry in words, with a link to its thing, the newest first."""
    one = line(desk)
    rule(desk, one.id, "certainty", value="0.2-0.5", why="he only guesses")
    rule(desk, f"{one.id}@h1", "stance", by="Cai", value="deny 0.8")
    page = desk.page("/history")
    rows = re.findall(r'<tr id="e(\d+)"(.*?)</tr>', page, re.DOTALL)
    assert [int(found) for found, _ in rows] == list(range(number(desk), 0, -1))
    assert "strongly against" in rows[0][1]
    assert "Cai" in rows[0][1]
    assert "20 to 50 in 100" in rows[1][1]
    assert "he only guesses" in rows[1][1]
    assert f"/statements/{one.id}" in rows[1][1]


def test_the_history_is_filtered_and_paged_by_its_address(desk):
    """By person, by kind, by thing, up to a number; the filter keeps on the next page."""
    one, two = line(desk, 0), line(desk, 1)
    for turn in range(60):
        rule(desk, one.id if turn % 2 else two.id, "comment", by="Bo" if turn % 3 else "Cai", why=f"note {turn}")
    whole = desk.page("/history")
    assert whole.count('<tr id="e') == 50
    older = re.search(r'href="(/history\?upto=\d+)" rel="next"', whole)
    assert older
    assert desk.page(older[1]).count('<tr id="e') == number(desk) - 50
    assert desk.page("/history?by=Cai").count('<tr id="e') == 20
    assert desk.page(f"/history?about={one.id}").count('<tr id="e') == 30
    assert desk.page("/history?what=add").count('<tr id="e') == 4
    assert "No entry fits" in desk.page("/history?by=Nobody")


def test_undo_is_an_entry_that_can_be_undone(desk):
    """Undo, undo of the undo: the state goes and comes; what is undone stays in the list with a link."""
    entry = rule(desk, line(desk).id, "reject")
    assert line(desk).state == "rejected"
    page = desk.send("/undo", id=entry.ruling.id, back="/history")
    assert "Undone: rejected “" in page
    assert line(desk).state == "open"
    assert f'href="/history?upto={entry.number + 1}#e{entry.number + 1}"' in page
    undo = desk.journal("undo")[-1]
    desk.send("/undo", id=undo.id)
    assert line(desk).state == "rejected"
    assert len(desk.journal("undo")) == 2


def test_what_was_undone_already_is_not_undone_again(desk):
    """The second person is told who was first; nothing is written."""
    entry = rule(desk, line(desk).id, "reject")
    rule(desk, entry.ruling.id, "undo", by="Cai")
    before = number(desk)
    page = desk.send("/undo", status=409, id=entry.ruling.id)
    assert "Undone already" in page
    assert "Cai" in page
    assert number(desk) == before


def test_what_cannot_be_undone_says_why(desk):
    """No id, an unknown one, the question itself: refused, and nothing is written."""
    before = number(desk)
    with open_case(desk.place) as repository:
        first = repository.journal(limit=1)[0].ruling.id
    for ids in ("", "r-unknown", first):
        assert desk.client.post("/undo", data={"pledge": desk.pledge, "id": ids}).status_code == 422
    assert number(desk) == before


def test_a_conflict_shows_what_the_other_did_and_writes_nothing(desk):
    """Two rule on one statement: the slower one sees whose ruling came in between, when, why, and their own."""
    one = line(desk)
    entry = rule(desk, one.id, "accept")
    known = number(desk)
    rule(desk, one.id, "reject", by="Cai", why="a misreading")
    before = number(desk)
    page = desk.send("/undo", status=409, id=entry.ruling.id, seen=known, back="/history")
    assert "Somebody was faster" in page
    for told in ("Cai", "rejected", "a misreading", "Put mine on top", "Drop mine"):
        assert told in page
    assert number(desk) == before
    assert "Cai" not in desk.page("/help")


def test_after_a_conflict_the_form_can_be_sent_again(desk):
    """A conflict's page holds all that was sent; sent again it goes on top, and the other's stays journaled."""
    one = line(desk)
    entry = rule(desk, one.id, "accept")
    known = number(desk)
    rule(desk, one.id, "reject", by="Cai")
    page = desk.send("/undo", status=409, id=entry.ruling.id, seen=known, back="/history", why="mistaken")
    form = page.partition('class="choice"')[2].partition("</form>")[0]
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    assert fields == {
        "pledge": desk.pledge,
        "seen": str(number(desk)),
        "id": entry.ruling.id,
        "back": "/history",
        "why": "mistaken",
    }  # fmt: skip
    assert desk.client.post("/undo", data=fields).status_code == 200
    assert [one.verdict for one in desk.journal()] == ["accept", "reject", "undo"]


def test_a_conflict_goes_into_the_notice_for_htmx(desk):
    """A part of a page, put where notices are, whatever the target was."""
    one = line(desk)
    entry = rule(desk, one.id, "accept")
    known = number(desk)
    rule(desk, one.id, "reject", by="Cai")
    answer = desk.client.post(
        "/undo",
        data={"id": entry.ruling.id, "seen": known},
        headers={"x-pledge": desk.pledge, "hx-request": "true"},
    )
    assert answer.status_code == 409
    assert answer.headers["hx-retarget"] == "#notice"
    assert "<html" not in answer.text
    assert 'id="trouble"' in answer.text


def test_a_search_finds_statements_and_articles_with_marked_words(desk):
    """Words of what was said and of texts, the last as a beginning; each hit is marked and leads to its page."""
    page = desk.page("/search?q=port+clos")
    assert 'value="port clos"' in page
    assert '<mark class="hit">Port</mark>' in page
    assert re.search(r'<mark class="hit">clos\w*</mark>', page)
    assert 'href="/statements/s-' in page
    assert 'href="/articles/a-' in page
    assert "No statement has" in desk.page("/search?q=zeppelin")


def test_hits_are_marked_in_what_is_escaped():
    """Marks stand around words of the text alone; markup and signs of hits in a text stay text."""
    assert str(marked("<b>Port & ports", "port")) == (
        '&lt;b&gt;<mark class="hit">Port</mark> &amp; <mark class="hit">ports</mark>'
    )
    assert str(marked("Port", "...")) == "Port"
    assert str(framed("a \x02<b>\x03 c")) == 'a <mark class="hit">&lt;b&gt;</mark> c'
    assert "<mark" not in str(framed("a \x03 b \x02 c"))


def test_addresses_stay_within_the_desk():
    """Where a form leads is a path of this desk, or the page that was meant otherwise."""
    for bad in ("//evil.example", "https://evil.example", "/\\evil", "evil", "", "/a\nb", "javascript:x"):
        assert local(bad, "/x") == "/x"
    assert local("/history?by=Ada") == "/history?by=Ada"
    assert path_of("http://127.0.0.1:8642/statements?lean=deny#s-1") == "/statements?lean=deny"
    assert path_of("/history") == "/history"


def moment(entry, probability, low, high):
    """The answer after an update."""
    return Moment(entry, f"2031-05-{entry:02}T10:00:00", entry, "h1", probability, low, high, "likely")


def test_the_history_by_update_is_drawn_and_listed():
    """One step an update, the newest row first with its change; a single update has no course."""
    moments = [moment(1, 0.3, 0.1, 0.6), moment(2, 0.5, 0.3, 0.7), moment(3, 0.45, 0.2, 0.7)]
    rows = updates([*moments, replace(moments[0], hypothesis="h2")], "h1")
    assert [(row.number, row.share, row.change) for row in rows] == [
        (3, "45", "−5"),
        (2, "50", "+20"),
        (1, "30", ""),
    ]
    drawn = str(course_of_updates(moments, "h1", "u1"))
    assert drawn.count("<circle") == 3
    assert course_of_updates(moments[:1], "h1", "u1") is None


def test_trouble_has_a_page_of_its_own(desk):
    """An address that leads nowhere, a job that is not known, a case that has gone: said plainly."""
    assert "There is nothing here" in desk.page("/nowhere", 404)
    assert "There is no such job" in desk.page("/jobs/7", 404)
    shutil.move(desk.place, f"{desk.place}.away")
    assert "The case cannot be opened" in desk.page("/", 503)


def waited(desk, path):
    """The page of a job once it has ended."""
    for _ in range(240):
        page = desk.page(path)
        if "Done" in page or "Failed" in page:
            return page
        time.sleep(0.25)
    raise AssertionError(page)


def add(desk, files=None, **fields):
    """What comes of the form that adds."""
    sent = [("files", (name, raw, "text/plain")) for name, raw in (files or {}).items() if name != "manifest"]
    sent += [("manifest", ("m.csv", files["manifest"], "text/csv"))] if files and "manifest" in files else []
    data = {"pledge": desk.pledge, **fields}
    return desk.client.post("/add", data=data, files=sent or None, follow_redirects=False)


def test_a_pasted_text_is_added_with_what_is_known_of_it(desk):
    """Its title, outlet and day reach the article; who added it is journaled; the text is as it was pasted."""
    text = "Mayor Ida Tarn said that Port Varn will stay open.\r\n\r\nNobody else was asked."
    known = {"title": "Tarn speaks", "outlet": "Orsund Post", "published": "2031-05-04", "byline": "E. Moe"}
    answer = add(desk, kind="text", text=text, **known)
    assert answer.status_code == 303
    page = waited(desk, answer.headers["location"])
    assert "1 article added" in page
    with open_case(desk.place) as repository:
        item = repository.articles()[-1]
        article = repository.article(item.id)
        entry = repository.journal()[-1].ruling
    assert (item.title, item.outlet, item.earliest, item.path) == (
        "Tarn speaks",
        "Orsund Post",
        "2031-05-04",
        "Tarn speaks.txt",
    )
    assert article.text == text.replace("\r\n", "\n")
    assert (entry.verdict, entry.by) == ("add", "Ada")
    assert f"/articles/{item.id}" in page


def test_files_are_added_with_their_manifest(desk):
    """Names that are paths, options, patterns or modules of Python are nothing but names; each is read once."""
    said = b"The guild said that Port Varn will close by 31 May.\n\nNobody else was asked."
    files = {
        "../../etc/one.txt": said,
        "--update.txt": said + b" More.",
        "json.py": b"raise SystemExit('taken from where files were sent')",
        "b*[x].txt": said + b" Again.",
        "broken.txt": b"\x00\x01\x02\xff\xfe" * 50,
        "manifest": b"path,outlet,published\ndata/one.txt,Guild Paper,2031-05-04\n",
    }
    answer = add(desk, files, kind="files", outlet="Elsewhere")
    assert answer.status_code == 303, answer.text
    page = waited(desk, answer.headers["location"])
    assert "Done" in page, page[page.index("What it said") :][:900]
    with open_case(desk.place) as repository:
        items = {item.path: item for item in repository.articles()[4:]}
    assert items["one.txt"].outlet == "Guild Paper"
    assert {"one.txt", "update.txt", "b__x_.txt"} <= items.keys()
    assert "broken.txt" in page
    again = waited(desk, add(desk, {"two.txt": said}, kind="files").headers["location"])
    assert "is in the case already" in again


@pytest.mark.parametrize(
    ("files", "fields", "told"),
    [
        (None, {"kind": "text", "text": "  "}, "There is no text"),
        (None, {"kind": "text", "text": "A port.", "published": "soon", "title": "Kept title"}, "is no day"),
        (None, {"kind": "text", "text": "A port.", "published": "2031-05-03/2031-05-01"}, "is no day"),
        (None, {"kind": "text", "text": "A port.", "url": "file:///etc/passwd"}, "begins with http"),
        (None, {"kind": "files"}, "There is no file"),
        ({"a.txt": b"x", "manifest": b"file,outlet\na.txt,X\n"}, {"kind": "files"}, "path among them"),
        ({"a.txt": b"x", "manifest": b"path,outlet\nb.txt,X\n"}, {"kind": "files"}, "names none of the files"),
        ({"a.txt": b"x", "manifest": b"\xff\xfe\x00"}, {"kind": "files"}, "no CSV"),
    ],
)
def test_what_cannot_be_added_keeps_what_was_typed(desk, files, fields, told):
    """The form again with the reason and everything that was typed; no job, no entry."""
    before = number(desk)
    answer = add(desk, files, **fields)
    assert answer.status_code == 422
    assert told in answer.text
    assert fields.get("title", "") in answer.text
    assert fields.get("text", "").strip() in answer.text
    assert "Nothing yet" in desk.page("/jobs")
    assert number(desk) == before


def test_the_button_brings_the_answer_up_to_date(desk):
    """A job of its own, told on its page; then nothing is behind, and the answer's history has one more step."""
    rule(desk, line(desk).id, "reject")
    page = desk.send("/update", back="/jobs/1")
    assert "Bringing the answer up to date" in page
    assert "Done" in waited(desk, "/jobs/1")
    page = desk.page("/")
    assert "does not know" not in page
    assert "2 updates" in page
