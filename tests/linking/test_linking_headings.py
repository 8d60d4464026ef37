"""Headings: what they repeat joins its text, and what they say beyond it is shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.brain.entailer import RuleEntailer
from sayso.linking.link import link
from sayso.model.statements import Commitment

FIRM = Commitment("affirmed", 0.85, 0.99)
TALKS = Commitment("negated", 0.0, 0.2, non_denial=True, denial="denial of discussion")
NO = Commitment("negated", 0.0, 0.1, denial="denial")


def _headed(make, text, *heads):
    """A page of the text whose lines in `heads` are headings."""
    page = make.page(text, outlet="Gull", day="2024-05-03")
    body = page.article.text
    return replace(
        page, blocks=tuple(replace(b, kind="heading") if b.span.of(body) in heads else b for b in page.blocks)
    )


def _linked(make, page):
    return link([page], make.question(), entailer=RuleEntailer())


def _origin_of(case, statement):
    return next(origin for origin in case.origins if statement.id in origin.statements)


QUOTED = "Harbour closes in June\n\nThe harbour must be empty, said Tarn Osk. It all ends in June, Osk said."


def _quoted(make):
    page = _headed(make, QUOTED, "Harbour closes in June")
    page = make.says(page, "", "Harbour closes in June")
    page = make.says(make.source(page, "Tarn Osk"), "Tarn Osk", "The harbour must be empty")
    return make.says(page, "Tarn Osk", "It all ends in June")


def test_a_heading_joins_the_one_voice_under_it(make):
    """A heading with half its words from the only speaker under it is that speaker's."""
    page = _quoted(make)
    case = _linked(make, page)
    assert _origin_of(case, page.own_voice[0]) == _origin_of(case, page.statements[0])
    assert "a heading that repeats its text" in _origin_of(case, page.own_voice[0]).why


def test_a_heading_stays_apart_from_the_next_section(make):
    """What stands under the next heading is another matter."""
    text = "The harbour will close\n\nNothing moved.\n\nOther news\n\nThe harbour will close, said Tarn Osk."
    page = _headed(make, text, "The harbour will close", "Other news")
    page = make.says(page, "", "The harbour will close")
    page = make.source(page, "Tarn Osk")
    said = make.says(page, "Tarn Osk", "The harbour will close").statements[0]
    start = text.rindex("The harbour will close")
    moved = replace(
        said, id="later", content=(replace(said.content[0], start=start, end=start + 22),), block="paragraph"
    )
    case = _linked(make, replace(page, statements=(moved,)))
    assert _origin_of(case, page.own_voice[0]) != _origin_of(case, moved)


def test_own_words_that_take_no_side_have_no_origin(make):
    """A heading that asks, in the article's own voice, is no origin."""
    page = _headed(make, "Will the harbour close?\n\nNobody knows.", "Will the harbour close?")
    page = make.says(page, "", "Will the harbour close?")
    assert _linked(make, page).origins == ()


def _denial(make, body, commitment):
    text = f'Tarn Osk says "the harbour will not close"\n\n{body}, said Tarn Osk.'
    page = _headed(make, text, 'Tarn Osk says "the harbour will not close"')
    page = make.source(page, "Tarn Osk")
    page = make.says(page, "Tarn Osk", "the harbour will not close", commitment=NO)
    return make.says(page, "Tarn Osk", body, commitment=commitment)


def test_a_heading_that_makes_a_denial_of_a_reply(make):
    """A heading says no where its text has only a denial of talks: a clash, and none with others."""
    case = _linked(make, _denial(make, "There are no talks about closing the harbour", TALKS))
    assert [(clash.about, clash.strength) for clash in case.clashes] == [
        ("heading against its text: a reply that rules nothing out became a denial", "strong")
    ]


def test_a_heading_that_its_text_bears_out(make):
    """A heading over a plain denial says no more than its text."""
    assert _linked(make, _denial(make, "The harbour of Tarn will not close", NO)).clashes == ()


@pytest.mark.parametrize(("body", "told"), [("90 ships", True), ("60 ships", False)])
def test_a_heading_with_another_number(make, body, told):
    """A number of the heading that no number of its unit in the text can be is a weak clash."""
    text = f"60 ships leave the harbour\n\nThe harbour will close and {body} leave, said Tarn Osk."
    page = _headed(make, text, "60 ships leave the harbour")
    page = make.amount(page, "60 ships", 60, 60, "ships")
    page = make.amount(page, body, 90, 90, "ships") if told else page
    page = make.source(page, "Tarn Osk")
    page = make.says(page, "Tarn Osk", "60 ships leave the harbour")
    page = make.says(page, "Tarn Osk", f"The harbour will close and {body} leave")
    assert any("60 ships against 90 ships" in clash.about for clash in _linked(make, page).clashes) is told


def test_a_heading_that_drops_its_source(make):
    """A heading that gives a speaker's words as the article's own is shown, weakly."""
    text = "The harbour of Tarn will close\n\nThe harbour of Tarn will close soon, said Tarn Osk."
    page = make.says(_headed(make, text, "The harbour of Tarn will close"), "", "The harbour of Tarn will close")
    page = make.says(make.source(page, "Tarn Osk"), "Tarn Osk", "The harbour of Tarn will close soon")
    (clash,) = _linked(make, page).clashes
    assert clash.about == "heading against its text: the words of Tarn Osk became the article's own"
    assert clash.strength == "weak"
