"""Headings that say more than their text, as the dossier, the JSON and the listing show them."""

from __future__ import annotations

from dataclasses import replace

from tests.showing.builders import QUESTION, YES, leak
from tests.showing.pieces import span

from sayso.model.answers import Answers
from sayso.model.case import Case, Page
from sayso.model.notes import Note
from sayso.model.overreads import Overread
from sayso.model.span import Ref
from sayso.showing.listing import listing
from sayso.showing.records import page_record
from sayso.showing.show import show

ABOUT = "the words of <Ada> became the article's own"


def _page() -> Page:
    page = leak()
    text = page.article.text
    one = Overread("attribution", span(text, "Bridge at Varn to close"), span(text, "the bridge will close"), ABOUT)
    note = Note("L311", "A heading says more than its text.", Ref(page.article.id, one.heading))
    return replace(page, overreads=(one,), notes=(*page.notes, note))


def _shown(page: Page) -> str:
    return show(Case(QUESTION, None, (YES,), (page,)), Answers(()))


def test_the_record_has_both_places():
    """In JSON an overread is its kind, two spans and what was changed."""
    page = _page()
    (record,) = page_record(page)["overreads"]
    text = page.article.text
    assert text[slice(*record["heading"])] == "Bridge at Varn to close"
    assert text[slice(*record["text"])] == "the bridge will close"
    assert (record["kind"], record["about"]) == ("attribution", ABOUT)


def test_the_dossier_shows_both_places():
    """In the dossier both places are marked in the text and stand side by side above it, escaped."""
    html = _shown(_page())
    assert "Headings that say more than their text" in html
    assert (
        "<mark class=over>Bridge at Varn to close</mark> against <mark class=under>the bridge will close</mark>"
        in html
    )
    assert "&lt;Ada&gt;" in html
    assert "<Ada>" not in html
    assert html.count("over") > _shown(leak()).count("over")


def test_a_dossier_without_overreads_does_not_speak_of_them():
    """Where every heading is faithful, neither list nor legend mentions them."""
    html = _shown(leak())
    assert "Headings that say more" not in html
    assert "heading that says more" not in html


def test_the_listing_has_the_note():
    """On the terminal the note says it."""
    assert "note L311: A heading says more than its text." in listing(_page())
