"""How numbers change on their way, and what is a part or an addition."""

from __future__ import annotations

import pytest
from tests.linking.test_linking_likeness import page

from sayso.linking.amounts import quantities
from sayso.model.amounts import Change, Quantity
from sayso.model.case import Page


def only(*pages: Page) -> Quantity:
    """The quantity with most mentions."""
    return quantities(pages)[0]


def told(quantity: Quantity) -> list[list[tuple[str, str]]]:
    """The changes at each mention."""
    return [[(change.kind, change.words) for change in one.changes] for one in quantity.mentions]


@pytest.mark.parametrize(
    ("first", "second", "kind", "words"),
    [
        ("up to 1,850 jobs", "1,850 jobs", "lost bound", "up to"),
        ("at least 1,850 jobs", "1,850 jobs", "lost bound", "at least"),
        ("between 1,550 and 1,850 jobs", "1,850 jobs", "lost end", "1,550 and"),
        ("between 1,550 and 1,850 jobs", "1,550 jobs", "lost end", "and 1,850"),
        ("another 1,850 jobs", "1,850 jobs", "lost addition", "another"),
        ("1,850 jobs", "up to 1,850 jobs", "gained bound", "up to"),
        ("1,850 jobs", "between 1,550 and 1,850 jobs", "gained end", "1,550 and"),
        ("1,450 jobs", "1,850 jobs", "grew", ""),
        ("1,850 jobs", "1,450 jobs", "fell", ""),
        ("1,412 jobs", "about 1,400 jobs", "rounded", ""),
    ],
)
def test_steps(first: str, second: str, kind: str, words: str) -> None:
    """What a mention leaves out, adds or moves is told with the words and the place it is compared with."""
    shown = only(page(f"The pump works will cut {first}.", 1), page(f"The pump works will cut {second}.", 4))
    assert told(shown) == [[], [(kind, words)]]
    assert shown.mentions[1].changes[0].since == shown.mentions[0].ref


def test_a_heading_over_its_own_text() -> None:
    """A heading that drops a bound of its own text is told so, with the place in the text."""
    shown = only(page("Up to 1,850 jobs will go at the pump works, it said.", 1, "Pump works cuts 1,850 jobs"))
    heading, text = shown.mentions
    assert heading.changes == (Change("lost bound", "up to", text.ref, heading=True),)
    assert text.changes == ()


def test_the_further_ones_are_no_loss() -> None:
    """Who points back at an addition ("the 1,850") has not taken it for the whole."""
    shown = only(
        page("Another 1,850 jobs will go at the pump works.", 1),
        page("The 1,850 jobs at the pump works go in May.", 4),
    )
    assert [one.role for one in shown.mentions] == ["addition", "addition"]
    assert told(shown)[1] == []


def test_parts_and_additions_stand_beside_the_whole() -> None:
    """A part and an addition are told as such, are beside their whole, and are no growth of it."""
    pages = [
        page("The levy will call up 45,000 reservists. Of them, 2,650 are drivers.", 1),
        page("Another 12,000 reservists will be called up on top of the 45,000 reservists of the levy.", 4),
    ]
    shown = next(
        one for one in quantities(pages) if {m.role for m in one.mentions} == {"total"} and len(one.mentions) > 1
    )
    assert shown.grown is None
    assert sorted(one.role for one in shown.beside) == ["addition", "part"]
    assert not {one.amount for one in shown.beside} & {one.amount for one in shown.mentions}


def test_rivals_of_one_article_are_no_growth() -> None:
    """Two counts of one march in one article stand side by side; neither grew out of the other."""
    shown = only(
        page("Police counted 18,000 marchers on the march in Lorn. The clubs put the march at 60,000 marchers.", 1)
    )
    assert told(shown) == [[], []]
