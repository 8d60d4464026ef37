"""The case as a whole: order, days, rulings, notes."""

from __future__ import annotations

from datetime import date

from sayso.brain.entailer import RuleEntailer
from sayso.linking.link import link
from sayso.model.rulings import Ruling

ENTAILER = RuleEntailer()


def _story(make):
    one = make.page(
        "Tarn Osk, the harbour master, said that Velmora will close its harbour.", outlet="Gull", day="2024-05-02"
    )
    one = make.source(one, "Tarn Osk", role="the harbour master")
    one = make.says(one, "Tarn Osk", "that Velmora will close its harbour")
    two = make.page("Ina Brell said that the harbour will not close.", outlet="Tern", day="2024-05-04")
    two = make.says(make.source(two, "Ina Brell"), "Ina Brell", "that the harbour will not close")
    return one, two


def test_order_of_pages_changes_nothing(make):
    """A case is the same whichever way round its pages are given, and identical pages count once."""
    one, two = _story(make)
    asked = make.question()
    first = link([one, two], asked, entailer=ENTAILER)
    assert first == link([two, one, one], asked, entailer=ENTAILER)
    assert [page.article.outlet for page in first.pages] == ["Gull", "Tern"]


def test_as_of_is_the_last_day_of_the_case(make):
    """Without a day given the case answers as of its last article."""
    assert link(_story(make), make.question(), entailer=ENTAILER).as_of == date(2024, 5, 4)


def test_an_undated_article_does_not_make_the_day_later(make):
    """One that came out some time in two months puts the answer on the first of their days, or leaves it alone."""
    (one, two), vague = (
        _story(make),
        make.page("The choir of Orle sang.", outlet="Leaf", day="2024-05-01/2024-07-03"),
    )
    asked = make.question()
    assert link([vague], asked, entailer=ENTAILER).as_of == date(2024, 5, 1)
    assert link([one, two, vague], asked, entailer=ENTAILER).as_of == date(2024, 5, 4)


def test_articles_after_the_day_are_left_out_with_a_note(make):
    """An article that came out after the day of the answer is not used, and that is said."""
    case = link(_story(make), make.question(), as_of=date(2024, 5, 3), entailer=ENTAILER)
    assert len(case.pages) == 1
    assert [note.code for note in case.notes] == ["L303"]


def test_two_sides_are_two_origins_and_clash(make):
    """A support and a denial by two people are two origins and one clash."""
    case = link(_story(make), make.question(), entailer=ENTAILER)
    leans = {stance.lean for stance in case.stances if stance.hypothesis == "h1"}
    assert leans == {"support", "deny"}
    assert len(case.origins) == 2
    assert len(case.clashes) == 1
    assert case.clashes[0].strength == "strong"


def test_a_rejected_statement_has_no_stance_and_no_origin(make):
    """A person's reject takes a statement out of the sum, not off the page."""
    one, two = _story(make)
    ident = one.statements[0].id
    ruling = Ruling(ident, "reject", "desk", "2024-05-05T10:00:00", "not said so")
    case = link([one, two], make.question(), entailer=ENTAILER, rulings=[ruling])
    assert ident not in {stance.statement for stance in case.stances}
    assert ident not in {item for origin in case.origins for item in origin.statements}
    assert ident in {statement.id for page in case.pages for statement in page.statements}


def test_a_ruling_on_nothing_is_noted(make):
    """A ruling whose target is not in the case changes nothing and is named."""
    ruling = Ruling("st-nowhere", "reject", "desk", "2024-05-05T10:00:00", "typo")
    case = link(_story(make), make.question(), entailer=ENTAILER, rulings=[ruling])
    assert [note.code for note in case.notes] == ["L305"]
    assert "st-nowhere" in case.notes[0].message


def test_an_empty_case_is_a_case(make):
    """No pages give hypotheses and nothing else, without an error."""
    case = link([], make.question(), entailer=ENTAILER)
    assert case.as_of is None
    assert len(case.hypotheses) == 2
    assert case.origins == ()
