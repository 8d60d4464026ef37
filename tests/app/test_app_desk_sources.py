"""Sources at the desk: names with places, pairs that may be one, members taken out; all of it undone again."""

import re

import pytest
from tests.app.deskcases import HOSTILE, Desk, built, kept

from sayso.app.casework import update
from sayso.store.opening import open_case


@pytest.fixture
def desk(tmp_path):
    """The desk of the case, for one test."""
    return Desk(kept(tmp_path / "varn.sayso"))


def source(name):
    """The source of the case of that name."""
    return next(one for one in built()[0].sources if one.name == name)


def open_pairs():
    """The targets of the pairs that may be one."""
    return [f"{one.left}+{one.right}" for one in built()[0].merges if not one.accepted]


def updated(place):
    """The case brought up to date by what people ruled."""
    with open_case(place) as repository:
        update(repository, clock=lambda: "2031-05-07T10:00:00.000000+00:00")


def test_the_list_counts_statements_articles_and_origins(desk):
    """Each source stands there once, the one with most statements first."""
    page = desk.page("/sources")
    rows = re.findall(r'<th scope="row"><a href="/sources/([^"]+)"', page)
    assert sorted(rows) == sorted(one.id for one in built()[0].sources)
    assert rows[0] == source("Ada Lind").id
    members = source("Ada Lind").members
    spoken = [one for held in built()[0].pages for one in held.statements if one.chain[-1].source.id in members]
    cells = re.findall(r'data-of="(\w+)">(?:<a [^>]+>)?(\d+)<', page)[:3]
    assert cells[:2] == [("statements", str(len(spoken))), ("articles", "2")]
    assert cells[2][0] == "origins"


def test_the_list_is_found_by_name_and_kind(desk):
    """Words and a kind narrow it, and what nobody is called says so."""
    page = desk.page("/sources?search=lind&kind=person")
    assert re.findall(r'dir="auto">([^<]*Lind)</a></th>', page) == ["Ada Lind", "Lind", "Olaf Lind"]
    assert "No source is called so." in desk.page("/sources?search=nobody")
    assert "Ada Lind" not in desk.page("/sources?kind=organisation")


def test_a_source_tells_its_names_with_their_places(desk):
    """Every name is shown where the text has it, and members lead to their articles."""
    page = desk.page(f"/sources/{source('Ada Lind').id}")
    assert "Governor <mark>Ada Lind</mark> said on Friday" in page
    assert page.count('name="member"') == 2
    assert "We will close it" in page
    assert 'href="/statements?source=' in page


def test_a_source_is_found_by_the_id_of_a_member(desk):
    """A ruling names members; its links lead to the source that holds them now."""
    answer = desk.client.get(f"/sources/{source('Ada Lind').members[0]}", follow_redirects=False)
    assert answer.status_code == 307
    assert answer.headers["location"] == f"/sources/{source('Ada Lind').id}"


def test_no_percentage_under_five(desk):
    """A source with few statements gets counts only."""
    assert "%" not in re.sub(r"%[0-9A-F]{2}", "", desk.page(f"/sources/{source('Mira Solt').id}").split("<main")[1])


def test_a_hostile_name_is_text(desk):
    """Nothing of it is markup, and what would turn letters round is made visible."""
    name = next(one for one in built()[0].sources if "script" in one.name)
    for path in ("/sources", f"/sources/{name.id}"):
        page = desk.page(path)
        assert HOSTILE not in page
        assert "\u202e" not in page
        assert "&lt;img src=x onerror=alert(1)&gt;" in page


def test_what_is_not_there_is_a_page(desk):
    """A wrong address is told as one."""
    for path in ("/sources/source-none", "/sources/pairs/a+b"):
        assert "There is nothing here" in desk.page(path, 404)


def test_the_queue_shows_pair_after_pair(desk):
    """The first that waits comes first; a ruling leads to the next, the last one to the list."""
    first = desk.client.get("/sources/pairs/next").text
    assert "1 of 2 that wait" in first
    assert "a surname that several people in the case bear" in first.casefold()
    second = desk.send(f"/sources/pairs/{open_pairs()[0]}", verdict="two", why="two people")
    assert "1 of 1 that wait" in second
    assert desk.journal()[0].why == "two people"
    done = desk.send(f"/sources/pairs/{open_pairs()[1]}", verdict="one")
    assert "No pair waits" in done
    assert [one.verdict for one in desk.journal()] == ["split", "merge"]


def test_a_pair_that_was_ruled_on_shows_who_when_and_why(desk):
    """And its undo opens it again."""
    pair = open_pairs()[0]
    desk.send(f"/sources/pairs/{pair}", verdict="one", why="the same office")
    page = desk.page(f"/sources/pairs/{pair}")
    assert "the same office" in page
    assert '<b class="tag">one</b> <bdi>Ada</bdi>' in page
    desk.undo(*desk.journal("merge"))
    again = desk.page(f"/sources/pairs/{pair}")
    assert '<b class="tag">' not in again
    assert "of 2 that wait" in again


def test_what_was_merged_can_be_split_and_that_restores_everything(desk):
    """A merge makes one source of two; a split of the same pair, or an undo, gives the case as it was."""
    before = built()[0].sources
    pair = open_pairs()[0]
    desk.send(f"/sources/pairs/{pair}", verdict="one")
    updated(desk.place)
    found = sources(desk.place)
    assert len(found) == len(before) - 1
    joined = next(one for one in found if set(pair.split("+")) <= set(one.members))
    page = desk.page(f"/sources/{joined.id}")
    assert "made one by a person" in page
    desk.send(f"/sources/pairs/{pair}", verdict="two")
    updated(desk.place)
    assert sources(desk.place) == before
    desk.undo(*desk.journal("split"))
    updated(desk.place)
    assert len(sources(desk.place)) == len(before) - 1
    desk.undo(*desk.journal("merge"))
    updated(desk.place)
    assert sources(desk.place) == before


def test_members_are_taken_out_and_brought_back(desk):
    """The marked one becomes a source of its own; undoing all that was ruled makes one of them again."""
    ada = source("Ada Lind")
    page = desk.send(f"/sources/{ada.id}/apart", member=ada.members[0], why="a namesake")
    assert "Taken apart from Ada Lind" in page
    updated(desk.place)
    homes = [one.members for one in sources(desk.place) if set(one.members) & set(ada.members)]
    assert sorted(map(len, homes)) == [1, 1]
    desk.undo(*desk.journal())
    updated(desk.place)
    assert sources(desk.place) == built()[0].sources


def test_taking_out_none_or_all_changes_nothing(desk):
    """It says what to do instead."""
    ada = source("Ada Lind")
    assert "mark at least one" in desk.send(f"/sources/{ada.id}/apart")
    assert "mark at least one" in desk.send(f"/sources/{ada.id}/apart", member=list(ada.members))
    assert desk.journal() == []


def test_comments_are_written_down(desk):
    """On a source and on a pair; an empty one is not."""
    ada = source("Ada Lind")
    assert "a governor" in desk.send(f"/sources/{ada.id}/comment", why="a governor")
    assert "the comment is empty" in desk.send(f"/sources/{ada.id}/comment", why=" ")
    assert "ask her" in desk.send(f"/sources/pairs/{open_pairs()[0]}", verdict="note", why="ask her")
    assert [one.verdict for one in desk.journal()] == ["comment", "comment"]


def test_who_was_slower_sees_the_conflict(desk):
    """Nothing is written; the page says what the other did and offers to put one's own on top."""
    pair = open_pairs()[0]
    with open_case(desk.place) as repository:
        number = repository.stand().number
    desk.send(f"/sources/pairs/{pair}", verdict="two")
    page = desk.send(f"/sources/pairs/{pair}", 409, verdict="one", seen=number)
    assert "Somebody was faster" in page
    assert [one.verdict for one in desk.journal()] == ["split"]


def test_by_htmx_only_the_pair_comes(desk):
    """The next pair without the layout, with its address for the browser's history."""
    pair, other = open_pairs()
    with open_case(desk.place) as repository:
        number = repository.stand().number
    fields = {"pledge": desk.pledge, "seen": number, "verdict": "two"}
    answer = desk.client.post(f"/sources/pairs/{pair}", data=fields, headers={"hx-request": "true"})
    assert "<html" not in answer.text
    assert answer.headers["hx-push-url"] == f"/sources/pairs/{other}"
    assert 'action="/undo"' in answer.text


def sources(place):
    """The sources of a case as of its last update."""
    with open_case(place) as repository:
        case, _answers = repository.derived() or built()
        return case.sources
