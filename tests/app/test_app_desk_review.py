"""The review as the desk answers it: the queue, rulings with and without the script, conflicts, undo."""

import re

import pytest
from tests.app.deskcases import Desk
from tests.app.desks import awkward, weighted

from sayso.model.keeping import Wanted
from sayso.store.opening import open_case

SCRIPT = {"x-review": "1"}


@pytest.fixture
def desk(tmp_path):
    """The desk of the plain case, with effects."""
    return Desk(weighted(tmp_path / "varn.sayso"))


@pytest.fixture
def odd(tmp_path):
    """The desk of the case with awkward and hostile texts."""
    return Desk(weighted(tmp_path / "odd.sayso", awkward()))


def lines(desk, **wanted):
    """Statements of the case, those that move the answer most first."""
    with open_case(desk.place) as repository:
        return repository.lines(Wanted(**{"order": "effect", **wanted})).rows


def made(desk):
    """What was ruled in a case, without the question and the articles."""
    with open_case(desk.place) as repository:
        found = [one.ruling for one in repository.journal()]
    return [one for one in found if one.verdict not in {"ask", "add"}]


def items(page):
    """The ids of the statements on a page or in a part of one."""
    return re.findall(r'<article class="item[^>]*data-id="([^"]+)"', page)


def by_script(desk, path, status=200, **fields):
    """What the script gets for a form."""
    with open_case(desk.place) as repository:
        number = repository.stand().number
    data = {"pledge": desk.pledge, "seen": number, "queue": "", **fields}
    answer = desk.client.post(path, data=data, headers=SCRIPT)
    assert answer.status_code == status, answer.text[:400]
    return answer.text


def test_the_queue_begins_with_what_moves_the_answer_most(desk):
    """The first statement is that of the greatest effect, and the address names it."""
    answer = desk.client.get("/review")
    first = lines(desk)[0].id
    assert items(answer.text) == [first]
    assert str(answer.url).endswith(f"item={first}")


def test_what_comes_next_is_fetched_in_order_and_without_what_is_reviewed(desk):
    """After a statement come the following ones; one that is reviewed meanwhile does not."""
    order = [one.id for one in lines(desk)]
    desk.send(f"/statements/{order[2]}/accept")
    found = items(desk.page(f"/review/next?after={order[0]}"))
    assert found == [order[1], *order[3:6]]


def test_the_queue_respects_filters(desk):
    """With a source in the address only its statements come."""
    source = lines(desk)[1].source
    assert source
    wanted = [one.id for one in lines(desk, source=source)]
    assert items(desk.page(f"/review/next?source={source}")) == wanted[:4]


def test_without_the_script_the_next_statement_follows(desk):
    """Accepting leads to the next statement of the queue, says so and offers to undo."""
    order = [one.id for one in lines(desk)]
    page = desk.send(f"/statements/{order[0]}/accept", queue="")
    assert items(page) == [order[1]]
    assert "Accepted." in page
    assert "1</b> of" in page


def test_the_script_gets_the_statement_as_it_stands_and_what_follows(desk):
    """The answer to a ruling holds the statement in its new state, the progress, and what comes after the last."""
    order = [one.id for one in lines(desk)]
    answer = by_script(desk, f"/statements/{order[0]}/reject", tail=order[2], why="seen it")
    assert items(answer) == [order[0], order[3], order[4]]
    assert "✗ rejected" in answer
    assert "seen it" in answer
    assert "Rejected: “" in answer


def test_a_conflict_shows_both_sides_and_writes_nothing(desk):
    """Who ruled on what they had not seen gets theirs and the other's, and a form that puts theirs on top."""
    id_ = lines(desk)[0].id
    with open_case(desk.place) as repository:
        before = repository.stand().number
    desk.send(f"/statements/{id_}/accept")
    answer = by_script(desk, f"/statements/{id_}/reject", 409, seen=before, why="mine")
    assert "accepted it" in answer
    assert "rejected it" in answer
    assert "Put mine on top" in answer
    assert [one.verdict for one in desk.journal()] == ["accept"]
    seen = re.findall(r'name="seen" value="(\d+)"', answer)[0]
    by_script(desk, f"/statements/{id_}/reject", seen=seen, why="mine")
    assert [(one.verdict, one.why) for one in desk.journal()] == [("accept", ""), ("reject", "mine")]


def test_a_span_that_is_not_what_the_page_showed_is_refused(odd):
    """The words that were selected must stand at the places sent; else nothing is written."""
    line = lines(odd, search="12 June")[0]
    places = f"{line.start}-{line.end}"
    answer = by_script(odd, f"/statements/{line.id}/span", 422, places=places, quote="something else")
    assert "not those that were selected" in answer
    assert made(odd) == []
    with open_case(odd.place) as repository:
        words = repository.article(line.article).text[line.start : line.end]
    assert "The span is set" in by_script(odd, f"/statements/{line.id}/span", places=places, quote=words)
    assert [one.value for one in made(odd)] == [places]


@pytest.mark.parametrize(
    ("verdict", "fields"),
    [
        ("span", {"places": "5-3"}),
        ("span", {"places": "0-99999999"}),
        ("span", {"places": "here"}),
        ("source", {"source": "  "}),
        ("source", {"source": "—"}),
        ("certainty", {"low": "80", "high": "20"}),
        ("certainty", {"value": "2-3"}),
        ("stance", {"lean": "maybe"}),
        ("stance", {"lean": "support", "strength": "nan"}),
        ("stance", {"lean": "support", "hypothesis": "h99"}),
        ("comment", {"why": " "}),
    ],
)
def test_what_cannot_be_ruled_is_told_and_not_written(desk, verdict, fields):
    """Each form says what is wrong with it, with the script and without; the journal stays as it was."""
    id_ = lines(desk)[0].id
    assert "Not saved" in by_script(desk, f"/statements/{id_}/{verdict}", 422, **fields)
    assert "Nothing was written" in desk.send(f"/statements/{id_}/{verdict}", 422, **fields)
    assert desk.journal() == []


def test_words_of_a_form_become_a_place(odd):
    """Without the script the words themselves can be mended; they are found where they stand."""
    line = lines(odd, search="12 June")[0]
    with open_case(odd.place) as repository:
        text = repository.article(line.article).text
    was = text[line.start : line.end]
    now = was.rpartition(" ")[0]
    places = f"{line.start}-{line.end}"
    odd.send(f"/statements/{line.id}/span", words=now, words_were=was, places=places, places_were=places)
    assert [one.value for one in made(odd)] == [f"{line.start}-{line.start + len(now)}"]


def test_undo_takes_back_ones_own_last_ruling(desk):
    """The last ruling of the person goes, that of another stays; after that there is nothing to take back."""
    first, second = (one.id for one in lines(desk)[:2])
    desk.send(f"/statements/{first}/accept")
    by_script(desk, f"/statements/{second}/lock")
    answer = by_script(desk, "/review/undo")
    assert "Taken back: locked it" in answer
    assert items(answer) == [second]
    assert "Taken back: accepted it" in by_script(desk, "/review/undo")
    assert "no ruling that could be taken back" in by_script(desk, "/review/undo")


def test_names_are_proposed_from_the_article_and_the_case(desk):
    """A few letters find sources of the article, with their place, and others of the case."""
    line = next(one for one in lines(desk) if one.name == "Olaf Lind")
    page = desk.page(f"/review/names?q=ada&item={line.id}")
    assert 'data-name="Ada Lind"' in page
    assert re.search(r'data-place="\d+-\d+"', page)
    assert 'data-name="Mira Solt"' in desk.page(f"/review/names?q=mira&item={line.id}")


def test_the_end_of_the_queue_says_what_remains(desk):
    """When all is reviewed the page says so; what was passed over is counted before."""
    order = [one.id for one in lines(desk)]
    for id_ in order[:-1]:
        desk.send(f"/statements/{id_}/accept")
    assert items(desk.page("/review")) == [order[-1]]
    page = desk.send(f"/statements/{order[-1]}/accept")
    assert "Everything here is reviewed" in page


def test_hostile_words_stay_words(odd):
    """Markup of an article and of a comment is escaped in every part of the review."""
    line = lines(odd, outlet="Fjord Wire")[0]
    answer = by_script(odd, f"/statements/{line.id}/comment", why="<img src=x onerror=alert(2)>")
    assert "<img" not in answer
    assert "<script>document" not in answer
    assert "&lt;img src=x onerror=alert(2)&gt;" in answer
