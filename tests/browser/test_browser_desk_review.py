"""The review in a browser: by keyboard alone, by selecting words, with two people, without network or script."""

import shutil
import statistics
import time
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import expect
from tests.app.desks import ADA, AWKWARD, BO, awkward, serving, weighted
from tests.browser.test_browser_dossier import violations

from sayso.model.keeping import Wanted
from sayso.store.opening import open_case

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def cases(tmp_path_factory):
    """The two cases, built once; each test works on a copy of its file."""
    folder = tmp_path_factory.mktemp("desks")
    return {"plain": weighted(folder / "plain.sayso"), "awkward": weighted(folder / "awkward.sayso", awkward())}


class Served:
    """A copy of a case at a desk; calling it opens a page as a person."""

    def __init__(self, browser: Any, place: str, address: str) -> None:
        """Nothing is open yet."""
        self.browser, self.place, self.address = browser, place, address
        self.contexts: list[Any] = []

    def __call__(self, path: str = "/review", person: Any = ADA, viewport: Any = WIDE, **settings: Any) -> Any:
        """The page at `path`; what it complains of is kept on it."""
        self.contexts.append(self.browser.new_context(viewport=viewport, **settings))
        page = self.contexts[-1].new_page()
        page.complaints = []
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("dialog", lambda dialog: page.complaints.append(dialog.message))
        page.goto(f"{self.address}/help?token={person.token}")
        page.goto(self.address + path)
        return page


@pytest.fixture
def desk(browser, cases, tmp_path):
    """A function that serves a copy of a case."""
    with ExitStack() as stack:

        def start(name="plain"):
            place = tmp_path / f"{name}.sayso"
            with open_case(cases[name]) as repository:  # folds the log into the file before it is copied
                repository.stand()
            shutil.copy(cases[name], place)
            made = Served(browser, str(place), stack.enter_context(serving(str(place))))
            stack.callback(lambda: [one.close() for one in made.contexts])
            return made

        yield start


def shown(page: Any) -> str:
    """The id of the statement that stands there."""
    return str(page.locator("article[data-id]").get_attribute("data-id"))


def step(page: Any, key: str) -> str:
    """The id of the next statement, once it stands there after a key."""
    before = shown(page)
    page.keyboard.press(key)
    expect(page.locator("article[data-id]")).not_to_have_attribute("data-id", before)
    return shown(page)


def journal(open_: Any) -> list[tuple[str, str, str | None]]:
    """What was ruled: verdict, target, value; the question and the articles left out."""
    with open_case(open_.place) as repository:
        entries = [one.ruling for one in repository.journal()]
    return [(one.verdict, one.target, one.value) for one in entries if one.verdict not in {"ask", "add"}]


def saved(page: Any, words: str) -> None:
    """Waits until the page says that something was saved."""
    expect(page.locator("#said")).to_contain_text(words)


def test_a_whole_review_by_keyboard_alone(desk):
    """Every statement is accepted or rejected by a key; the queue ends, and the case has each ruling once."""
    open_ = desk()
    page = open_()
    ids = []
    with open_case(open_.place) as repository:
        total = repository.stand().statements
    for number in range(total):
        ids.append(shown(page))
        page.keyboard.press("x" if number % 3 == 0 else "a")
        if number < total - 1:
            page.wait_for_function(
                "id => document.querySelector('article[data-id]').dataset.id !== id", arg=ids[-1]
            )
    expect(page.locator(".done h2")).to_have_text("Everything here is reviewed")
    made = journal(open_)
    assert [target for _, target, _ in made] == ids
    assert len(set(ids)) == total
    assert [verdict for verdict, _, _ in made[:4]] == ["reject", "accept", "accept", "reject"]
    assert page.complaints == []


def test_the_next_item_stands_there_at_once(desk):
    """The median from the key to the next item is under 100 ms (the bar; a scripted browser on a busy machine)."""
    page = desk()()
    taken = []
    for _ in range(12):
        before = shown(page)
        page.wait_for_timeout(60)
        began = time.perf_counter()
        page.keyboard.press("a")
        page.wait_for_function("id => document.querySelector('article[data-id]').dataset.id !== id", arg=before)
        taken.append(time.perf_counter() - began)
    assert statistics.median(taken) < 0.1


def test_next_and_previous_rule_nothing(desk):
    """Keys j and k walk to and fro; the address follows, and a reload stands at the same statement."""
    open_ = desk()
    page = open_()
    first = shown(page)
    step(page, "j")
    third = step(page, "j")
    assert third != first
    assert third in page.url
    page.reload()
    assert shown(page) == third
    step(page, "k")
    assert step(page, "k") == first
    assert journal(open_) == []


def test_progress_counts_statements_and_what_moves_the_answer(desk):
    """After one ruling on the statement that moves the answer most, one is reviewed and its share is covered."""
    open_ = desk()
    page = open_()
    page.keyboard.press("a")
    saved(page, "Accepted")
    with open_case(open_.place) as repository:
        lines = repository.lines(Wanted(order="effect")).rows
    share = round(100 * (lines[0].effect or 0) / sum(line.effect or 0 for line in lines))
    words = page.locator("#progress").inner_text()
    assert words.startswith(f"1 of {len(lines)} statements reviewed")
    assert f"{share} in 100 of what moves the answer" in words
    assert f"{len(lines) - 1} to go" in words


def spans(open_: Any) -> list[str | None]:
    """The values of all span rulings."""
    return [value for verdict, _, value in journal(open_) if verdict == "span"]


def test_a_span_is_mended_by_selecting_words(desk):
    """Words selected by the mouse behind characters beyond the basic plane are journaled in exact code points."""
    open_ = desk("awkward")
    page = open_("/review?search=harbour+of+Orsund+will")
    wanted = "will close by 12 June, café staff"
    page.keyboard.press("e")
    page.evaluate(
        """wanted => {
          const root = document.querySelector('[data-text]');
          const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
          const nodes = [];
          let whole = '';
          while (walker.nextNode()) {
            nodes.push([walker.currentNode, whole.length]);
            whole += walker.currentNode.data;
          }
          const at = whole.indexOf(wanted);
          const find = (place, last) => nodes.findLast(([, from]) => last ? from < place : from <= place);
          const range = document.createRange();
          const [first, from] = find(at, false);
          const [end, till] = find(at + wanted.length, true);
          range.setStart(first, at - from);
          range.setEnd(end, at + wanted.length - till);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }""",
        wanted,
    )
    expect(page.locator("[data-slice]")).to_have_text(f"“{wanted}”")
    page.keyboard.press("Enter")
    saved(page, "The span is set")
    start = AWKWARD.index(wanted)
    assert spans(open_) == [f"{start}-{start + len(wanted)}"]
    assert page.locator("blockquote").inner_text() == wanted
    assert "".join(page.locator(".passage mark.at").all_text_contents()) == wanted


def test_a_span_is_dragged_with_the_mouse(desk):
    """Dragging over two words makes them the span, without the blanks around them."""
    open_ = desk("awkward")
    page = open_("/review?search=12+June")
    page.keyboard.press("e")
    box = page.locator(".passage mark.at").first.bounding_box()
    page.mouse.move(box["x"] + 1, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + 70, box["y"] + box["height"] / 2, steps=6)
    page.mouse.up()
    slice_ = page.locator("[data-slice]").inner_text().strip("“”")
    assert slice_
    assert slice_ in AWKWARD
    page.keyboard.press("Enter")
    saved(page, "The span is set")
    start, end = map(int, (spans(open_)[0] or "").split("-"))
    assert AWKWARD[start:end] == slice_


def test_a_span_is_mended_by_keyboard(desk):
    """Arrow keys move an end by words or characters; Escape leaves without a ruling."""
    open_ = desk("awkward")
    page = open_("/review?search=12+June")
    was = page.locator("blockquote").inner_text()
    page.keyboard.press("e")
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Escape")
    assert journal(open_) == []
    page.keyboard.press("e")
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    saved(page, "The span is set")
    start, end = map(int, (spans(open_)[0] or "").split("-"))
    now = AWKWARD[start:end]
    assert now == page.locator("blockquote").inner_text()
    assert now == was.partition(" ")[2].rpartition(" ")[0] or now in was


def test_every_piece_of_the_text_knows_its_place(desk):
    """Each segment of the page holds what stands at its code point of the article; together they are its text."""
    page = desk("awkward")("/review?search=12+June")
    held = page.locator(".passage [data-s]").evaluate_all(
        "all => all.map(one => [+one.dataset.s, one.textContent])"
    )
    assert len(held) > 8
    assert all(AWKWARD[start : start + len(words)] == words for start, words in held)
    assert AWKWARD.startswith("".join(words for _, words in held))


def test_source_stance_certainty_lock_and_comment_by_keys(desk):
    """Each has its key; the source is found by a few letters; nothing of it leaves the statement."""
    open_ = desk()
    page = open_()
    id_ = step(page, "j")
    page.keyboard.press("s")
    page.keyboard.type("olaf")
    expect(page.locator("[role=option]").first).to_contain_text("Olaf Lind")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    saved(page, "The source is set")
    page.keyboard.press("t")
    page.keyboard.press("6")
    page.keyboard.press("d")
    saved(page, "The stance is set")
    page.keyboard.press("c")
    page.keyboard.press("3")
    saved(page, "The certainty is set")
    page.keyboard.press("l")
    saved(page, "Locked")
    page.keyboard.press("m")
    page.keyboard.type("ask her again")
    page.keyboard.press("Enter")
    saved(page, "The comment stands")
    assert shown(page) == id_
    made = journal(open_)
    assert (made[0][2] or "").startswith("Olaf Lind")
    assert made[1:] == [
        ("stance", f"{id_}@h1", "deny 0.6"),
        ("certainty", id_, "0.2-0.45"),
        ("lock", id_, None),
        ("comment", id_, None),
    ]
    words = page.locator(".judge").inner_text()
    assert "Olaf Lind" in words
    assert "against it" in words
    assert "20 to 45 in 100" in words
    assert "ask her again" in words


def test_words_of_the_text_name_the_source(desk):
    """While the source is asked for, a selection in the text gives its name and place."""
    open_ = desk("awkward")
    page = open_("/review?search=12+June")
    page.keyboard.press("s")
    page.locator(".passage mark.by").first.dblclick()
    name = page.locator("input[name=source]").input_value()
    assert name in AWKWARD
    place = page.locator("input[name=place]").input_value()
    start, end = map(int, place.split("-"))
    assert AWKWARD[start:end] == name
    page.locator("input[name=source]").press("Enter")
    saved(page, "The source is set")
    assert journal(open_)[0][2] == f"{name} @{place}"


def test_why_goes_with_the_ruling(desk):
    """What was typed as the reason is journaled with the ruling, and does not stick to the next one."""
    open_ = desk()
    page = open_()
    page.keyboard.press("w")
    page.keyboard.type("seen the minutes")
    page.keyboard.press("Enter")
    step(page, "a")
    page.keyboard.press("a")
    expect(page.locator("#progress")).to_contain_text("2 of")
    with open_case(open_.place) as repository:
        made = [one.ruling for one in repository.journal() if one.ruling.verdict == "accept"]
    assert [one.why for one in made] == ["seen the minutes", ""]
    assert {one.by for one in made} == {"Ada"}


def test_undo_brings_the_statement_back(desk):
    """The key u takes the last ruling back and shows its statement, not reviewed; twice takes back two."""
    open_ = desk()
    page = open_()
    first = shown(page)
    second = step(page, "a")
    page.keyboard.press("x")
    page.keyboard.press("u")
    saved(page, "Taken back: rejected it")
    assert shown(page) == second
    assert page.locator(".state").inner_text() == "not yet reviewed"
    page.keyboard.press("u")
    saved(page, "Taken back: accepted it")
    assert shown(page) == first
    assert page.locator("#progress").inner_text().startswith("0 of ")
    page.keyboard.press("u")
    saved(page, "no ruling that could be taken back")
    assert [verdict for verdict, _, _ in journal(open_)] == ["accept", "reject", "undo", "undo"]


def test_two_people_in_conflict_see_both_sides(desk):
    """Who is slower gets the statement back with what the other did, and may put theirs on top."""
    open_ = desk()
    ada, bo = open_(), open_(person=BO)
    assert shown(ada) == shown(bo)
    id_ = shown(ada)
    ada.keyboard.press("a")
    saved(ada, "Accepted")
    bo.keyboard.press("x")
    box = bo.locator("[data-conflict]")
    expect(box).to_be_visible()
    assert shown(bo) == id_
    words = box.inner_text()
    assert "Ada accepted it" in words
    assert "Bo rejected it" in words
    assert [verdict for verdict, _, _ in journal(open_)] == ["accept"]
    bo.keyboard.press("y")
    saved(bo, "Rejected")
    assert [verdict for verdict, _, _ in journal(open_)] == ["accept", "reject"]


def test_the_other_side_of_a_conflict_may_stand(desk):
    """The key n leaves what the other did, and the review goes on; nothing was written over it."""
    open_ = desk()
    ada, bo = open_(), open_(person=ADA)
    ada.keyboard.press("x")
    saved(ada, "Rejected")
    id_ = shown(bo)
    bo.keyboard.press("a")
    expect(bo.locator("[data-conflict]")).to_be_visible()
    bo.keyboard.press("n")
    bo.wait_for_function("id => document.querySelector('article[data-id]').dataset.id !== id", arg=id_)
    assert [verdict for verdict, _, _ in journal(open_)] == ["reject"]


def test_what_was_not_saved_comes_back(desk):
    """Without an answer of the desk the statement comes back and says so; sent again, it is saved."""
    open_ = desk()
    page = open_()
    page.wait_for_timeout(300)
    id_ = shown(page)
    page.route("**/accept", lambda route: route.abort())
    page.keyboard.press("a")
    expect(page.locator("[data-trouble]")).to_contain_text("Not saved")
    assert shown(page) == id_
    assert journal(open_) == []
    page.unroute("**/accept")
    page.locator("[data-trouble] button").click()
    saved(page, "Accepted")
    assert [verdict for verdict, _, _ in journal(open_)] == ["accept"]


def test_filters_narrow_the_queue(desk):
    """A review of one source has its statements only, and the chip that says so can be taken off."""
    open_ = desk()
    page = open_("/statements")
    page.locator(".facets a", has_text="Olaf Lind").first.click()
    expect(page.locator(".chip")).to_contain_text("Olaf Lind")
    page.get_by_role("link", name="Review these").click()
    assert "source=" in page.url
    assert "Olaf Lind" in page.locator(".judge .chain").inner_text()
    page.locator(".chip").click()
    assert "source=" not in page.url


def test_the_list_swaps_by_htmx_and_keeps_its_state_in_the_address(desk):
    """Filters and search change the list alone; the address has them, and going back shows the list before."""
    page = desk()("/statements")
    page.evaluate("document.querySelector('h1').dataset.kept = 'yes'")
    page.locator(".facets a", has_text="leaves it open").first.click()
    expect(page.locator(".chip")).to_contain_text("leaves it open")
    page.locator("#words").fill("jobs")
    expect(page.locator(".chip")).to_have_count(2)
    assert page.locator("h1").get_attribute("data-kept") == "yes"
    assert "lean=open" in page.url
    assert "search=jobs" in page.url
    page.reload()
    expect(page.locator(".chip")).to_have_count(2)


def test_it_all_works_without_script(desk):
    """With JavaScript off: list, review, accept, mend by words, certainty, take back; full pages throughout."""
    open_ = desk()
    page = open_("/review", java_script_enabled=False)
    first = shown(page)
    page.locator("button", has_text="Accept").click()
    assert shown(page) != first
    assert "Accepted." in page.locator("#notice").inner_text()
    page.locator("summary", has_text="Span").click()
    words = page.locator("textarea[name=words]")
    old = words.input_value()
    words.fill(old.rpartition(" ")[0])
    page.get_by_role("button", name="Save the span").click()
    assert "The span is set" in page.locator("#notice").inner_text()
    assert page.locator("blockquote").inner_text() == old.rpartition(" ")[0]
    page.locator("summary", has_text="Certainty").click()
    page.locator("button", has_text="very likely").click()
    page.get_by_role("button", name="Take back my last ruling").click()
    assert [verdict for verdict, _, _ in journal(open_)] == ["accept", "span", "certainty", "undo"]
    page.goto(f"{open_.address}/statements?search=jobs&lean=open")
    assert page.locator(".rows li").count() >= 1
    page.locator(".rows a").first.click()
    assert "/statements/s-" in page.url
    page.locator(".where a").click()
    assert "/articles/a-" in page.url
    assert page.locator("mark.at").count() >= 1
    expect(page.locator("mark:target")).to_have_count(1)


def test_a_conflict_without_script_is_a_page(desk):
    """The slower one of two gets a page with both sides and the choice."""
    open_ = desk()
    ada = open_("/review", java_script_enabled=False)
    bo = open_("/review", person=BO, java_script_enabled=False)
    ada.locator("button", has_text="Accept").click()
    bo.locator("button", has_text="Reject").click()
    assert "Somebody was faster" in bo.locator("h1").inner_text()
    bo.get_by_role("button", name="Put mine on top").click()
    assert [verdict for verdict, _, _ in journal(open_)] == ["accept", "reject"]


@pytest.mark.parametrize("path", ["/review?search=may+close", "/statements"])
def test_hostile_text_is_shown_as_text(desk, path):
    """Markup, script and overrides in an article are words on every page; nothing runs."""
    page = desk("awkward")(path)
    if path == "/review?search=may+close":
        assert "<script>document.title='owned'</script>" in page.locator(".passage").inner_text()
        page.locator(".where a").click()
        assert "<img src=x onerror=alert(1)>" in page.locator(".sheet").inner_text()
    assert page.title() != "owned"
    assert page.complaints == []
    assert page.locator("main img").count() == 0


def test_a_huge_paragraph_is_shown_in_pieces(desk):
    """Around a statement in a very long paragraph a part is shown, which says so; its article comes in pieces."""
    page = desk("awkward")("/review?search=guild")
    assert "part of the text" in page.locator(".where").inner_text()
    assert len(page.locator(".passage").inner_text()) < 8000
    page.locator(".where a").click()
    expect(page.locator("mark:target")).to_have_count(1)
    steps = page.locator("nav.steps").first
    assert "of 108" in steps.inner_text()
    steps.get_by_role("link", name="After").click()
    assert "at=60000" in page.url


def test_statement_and_text_select_each_other(desk):
    """A click on words selects their statement's card, a click on a card its words; keys walk the cards."""
    open_ = desk()
    page = open_(places(open_)["article"].partition("?")[0])
    mark = page.locator(".sheet mark.say").nth(1)
    mark.click()
    assert page.locator(".cards .chosen").count() == 1
    assert page.locator(".sheet mark.at").count() >= 1
    chosen = page.locator(".cards .chosen").get_attribute("data-id")
    page.keyboard.press("j")
    assert page.locator(".cards .chosen").get_attribute("data-id") != chosen
    page.keyboard.press("k")
    assert page.locator(".cards .chosen").get_attribute("data-id") == chosen
    assert chosen in page.url
    page.locator("#layer-src").uncheck()
    style = page.locator(".sheet mark.src").first.evaluate("one => getComputedStyle(one).textDecorationLine")
    assert style == "none"


def places(open_: Any) -> dict[str, str]:
    """One address of each kind of page."""
    with open_case(open_.place) as repository:
        line = repository.lines(Wanted(limit=1)).rows[0]
    return {
        "review": "/review",
        "list": "/statements?lean=open",
        "statement": f"/statements/{line.id}",
        "article": f"/articles/{line.article}?on={line.id}",
    }


@pytest.mark.parametrize(("viewport", "scheme"), [(WIDE, "light"), (NARROW, "dark")])
@pytest.mark.parametrize("kind", ["review", "list", "statement", "article"])
def test_axe_finds_no_violation_and_nothing_scrolls_sideways(desk, kind, viewport, scheme):
    """axe-core is content with every view, wide and light, narrow and dark; no page is wider than the screen."""
    open_ = desk()
    page = open_(places(open_)[kind], viewport=viewport, color_scheme=scheme)
    if kind in {"review", "statement"}:
        for key in ("t", "c", "s", "e"):
            page.keyboard.press(key)
            assert violations(page) == []
            page.keyboard.press("Escape")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def test_the_page_keeps_its_statement_when_an_edit_is_refused(desk):
    """What cannot be a span is told, nothing is written, and the statement stands there for another try."""
    open_ = desk()
    page = open_()
    page.keyboard.press("e")
    page.locator("input[name=places]").fill("5-900000")
    page.get_by_role("button", name="Save the span").click()
    expect(page.locator("[data-trouble]")).to_contain_text("Not saved")
    assert journal(open_) == []


def test_a_key_that_is_held_down_rules_once(desk):
    """A key that repeats itself rules on the one item that stood there, and takes back one ruling."""
    open_ = desk()
    page = open_()
    first = shown(page)
    for _ in range(8):
        page.keyboard.down("a")
    page.keyboard.up("a")
    saved(page, "Accepted")
    page.wait_for_timeout(200)
    assert journal(open_) == [("accept", first, None)]


def test_words_that_stay_as_they_are_are_no_edit(desk):
    """A span saved as it was writes nothing; a comment goes out with Ctrl+Enter, and is not lost in silence."""
    open_ = desk()
    page = open_()
    first = shown(page)
    page.keyboard.press("e")
    page.keyboard.press("Enter")
    saved(page, "nothing was written")
    page.keyboard.press("m")
    page.keyboard.type("ask the harbour office")
    asked: list[Any] = []

    def accepted(dialog: Any) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.once("dialog", accepted)
    page.reload()
    assert asked == ["beforeunload"]
    page.keyboard.press("m")
    page.keyboard.type("ask the port office")
    page.keyboard.press("Control+Enter")
    saved(page, "omment")
    assert [(verdict, target) for verdict, target, _ in journal(open_)] == [("comment", first)]


def test_a_desk_that_is_gone_leaves_the_page(desk):
    """Without a desk nothing is lost: the page stays, says what was not saved, and offers to send it again."""
    page = desk()()
    page.route("**/*", lambda route: route.abort())
    for _ in range(7):
        page.keyboard.press("j")
        page.wait_for_timeout(30)
    page.keyboard.press("a")
    expect(page.locator("#said")).to_contain_text("cannot be reached")
    expect(page.locator("article[data-id]")).to_have_count(1)
