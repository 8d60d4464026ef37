"""Origins at the desk: what each weighs, its way, statements split off, two joined; all of it undone again."""

import re

import pytest
from tests.app.deskcases import Desk, built, kept

from sayso.app.casework import update
from sayso.store.opening import open_case


@pytest.fixture
def desk(tmp_path):
    """The desk of the case, for one test."""
    return Desk(kept(tmp_path / "varn.sayso"))


def origin(name):
    """The first origin of the case whose root begins so."""
    return next(one for one in built()[0].origins if one.root.startswith(name))


def updated(place):
    """The origins of the case brought up to date by what people ruled."""
    with open_case(place) as repository:
        update(repository, clock=lambda: "2031-05-07T10:00:00.000000+00:00")
        case, _answers = repository.derived() or built()
        return case.origins


def test_the_list_has_the_heaviest_first_with_its_weight(desk):
    """Every origin stands there once, and what weighs says which way."""
    page = desk.page("/origins")
    rows = re.findall(r'<th scope="row"><a href="/origins/([^"]+)"', page)
    assert sorted(rows) == sorted(one.id for one in built()[0].origins)
    weights = [abs(float(one.replace("−", "-"))) for one in re.findall(r'class="all">([+−]\d\.\d\d)', page)]
    assert weights
    assert weights == sorted(weights, reverse=True)


def test_the_list_can_be_narrowed(desk):
    """By words, and to what weighs."""
    assert "Olaf Lind" in desk.page("/origins?search=olaf")
    assert "No origin is called so." in desk.page("/origins?search=zzz")
    assert "<small>none</small>" not in desk.page("/origins?bearing=1")


def test_an_origin_tells_its_way_and_the_answer_without_it(desk):
    """Who has it from whom as a map and a tree, its ties, its weight, and what the answer would be."""
    ada = origin("Ada Lind")
    page = desk.page(f"/origins/{ada.id}")
    assert "Varn Courier" in page
    assert "class=map" in page
    assert re.search(r"<b>Without it (under )?\d+ in 100</b>", page)
    assert page.count('name="statement"') == len(ada.statements)
    assert "Why these are one" in page
    assert "style=" not in page.split("<main")[1]


def test_drawings_lead_to_pages_of_the_desk(desk):
    """No link of the map leads to a place that only a dossier has."""
    for path in ("/origins/map", f"/origins/{origin('Ada Lind').id}"):
        drawn = desk.page(path).split("class=map")[1].split("</div>")[0]
        links = re.findall(r'href="?([^"\s>]+)', drawn)
        assert links
        assert all(link.startswith(("/statements/", "/articles/", "/origins/", "/sources/")) for link in links)
        assert all(desk.client.get(link).status_code == 200 for link in links if not link.startswith("/statements"))


def test_an_origin_is_found_by_a_statement(desk):
    """A ruling names statements; a link by one leads to the origin that holds it now."""
    answer = desk.client.get(f"/origins/{origin('Ada Lind').statements[-1]}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, f"/origins/{origin('Ada Lind').id}")
    assert "There is nothing here" in desk.page("/origins/origin-none", 404)


def test_a_statement_is_split_off_and_brought_back(desk):
    """It gets an origin of its own with the next update; undone, the origins are as they were."""
    ada = origin("Ada Lind")
    taken = ada.statements[-1]
    page = desk.send(f"/origins/{ada.id}/apart", statement=taken, why="another occasion")
    assert "Split off" in page
    assert "another occasion" in page
    home = next(one for one in updated(desk.place) if taken in one.statements)
    assert not set(home.statements) & set(ada.statements) - {taken}
    desk.undo(*desk.journal())
    assert updated(desk.place) == built()[0].origins


def test_two_origins_are_joined_and_parted_again(desk):
    """Both come from one place; undone, they are two."""
    ada, olaf = origin("Ada Lind"), origin("Olaf Lind")
    assert "Joined with" in desk.send(f"/origins/{ada.id}/join", other=olaf.id, why="one press talk")
    home = next(one for one in updated(desk.place) if ada.statements[0] in one.statements)
    assert set(home.statements) >= {*ada.statements, *olaf.statements}
    assert "one press talk" in desk.page(f"/origins/{home.id}")
    desk.undo(*desk.journal())
    assert updated(desk.place) == built()[0].origins


def test_others_are_found_by_their_names(desk):
    """Without script: a search gives what can be joined."""
    page = desk.page(f"/origins/{origin('Ada Lind').id}?join=olaf")
    assert f'value="{origin("Olaf Lind").id}"' in page
    assert "No other origin is called so." in desk.page(f"/origins/{origin('Ada Lind').id}?join=nobody")


def test_what_cannot_be_done_changes_nothing(desk):
    """Splitting off none or all, joining with itself or nobody, an empty comment."""
    ada = origin("Ada Lind")
    assert "mark at least one" in desk.send(f"/origins/{ada.id}/apart")
    assert "mark at least one" in desk.send(f"/origins/{ada.id}/apart", statement=list(ada.statements))
    assert "name another origin" in desk.send(f"/origins/{ada.id}/join", other=ada.id)
    assert "name another origin" in desk.send(f"/origins/{ada.id}/join", other="nobody")
    assert "the comment is empty" in desk.send(f"/origins/{ada.id}/comment", why="")
    assert desk.journal() == []


def test_comments_are_shown(desk):
    """With who wrote them."""
    ada = origin("Ada Lind")
    assert "heard on the radio" in desk.send(f"/origins/{ada.id}/comment", why="heard on the radio")
    assert [one.target for one in desk.journal("comment")] == [ada.id]


def test_two_people_on_one_origin_come_into_conflict(desk):
    """Who splits what somebody joined in the meantime is told so."""
    ada = origin("Ada Lind")
    with open_case(desk.place) as repository:
        number = repository.stand().number
    taken = ada.statements[-1]
    desk.send(f"/origins/{ada.id}/apart", statement=taken)
    assert "Somebody was faster" in desk.send(f"/origins/{ada.id}/apart", 409, statement=taken, seen=number)
