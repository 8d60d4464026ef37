"""A body's own paper: an institute's note on its own page is the institute's word, whole."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.annotating.annotate import annotate
from sayso.brain.entailer import RuleEntailer
from sayso.brain.rules import RuleTagger
from sayso.linking.link import link
from sayso.linking.publishers import publishes
from sayso.model.article import Article
from sayso.model.case import Case
from sayso.model.span import content_id
from sayso.model.times import Dating, Interval

TAGGER, ENTAILER = RuleTagger(), RuleEntailer()
NOTE = """\
Harbour note

The council of Velmora may close the harbour in June. A blogger, Grey Heron, said that 90 boats had been told to
leave.
"""
RELAY = """\
Closure possible, institute says

The council of Velmora may close the harbour in June, the Tidal Institute said in its note. Ninety boats had been
told to leave, the institute said, citing a blogger.
"""


def _case(*articles: tuple[str, str, str]) -> Case:
    pages = []
    for outlet, day, text in articles:
        out = Dating(Interval(date.fromisoformat(day), date.fromisoformat(day)), "given")
        ident = content_id("a", text, outlet, day)
        article = Article(ident, f"{outlet}.txt", text, ident, outlet, language="en", published=out)
        pages.append(annotate(article, TAGGER))
    asked = annotate(Article("q", "--ask", "Will Velmora close its harbour by 30 June 2024?", "q"), TAGGER)
    return link(pages, asked, entailer=ENTAILER)


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("Institute for the Eastern March", True),
        ("Harbour Ministry", True),
        ("Tidal Institute", True),
        ("Council Gazette", False),
        ("The Union Herald", False),
        ("Radio Velmora", False),
        (None, False),
    ],
)
def test_a_body_is_told_from_an_outlet_by_its_name(name, own):
    """A name whose first part ends in a word for a body is a body's; an outlet may have such a word within."""
    assert publishes(name) == own


def test_whom_a_note_quotes_is_known_through_the_note():
    """The blogger of an institute's own page has no origin of his own, and relays of the note join it."""
    case = _case(("Tidal Institute", "2024-05-02", NOTE), ("The Gull", "2024-05-03", RELAY))
    quoted = {s.id for page in case.pages for s in page.statements if "90 boats" in s.words(page.article.text)}
    (origin,) = [one for one in case.origins if quoted & set(one.statements)]
    assert len(origin.articles) == 2


def test_two_papers_of_one_body_are_two_origins():
    """The same body's paper of another day is another origin, also with the same words in it."""
    later = NOTE.replace("Harbour note", "Second harbour note").replace("90 boats", "120 boats")
    case = _case(("Tidal Institute", "2024-05-02", NOTE), ("Tidal Institute", "2024-05-09", later))
    assert [len(origin.articles) for origin in case.origins] == [1, 1]
    assert {origin.backer.name for origin in case.origins if origin.backer} == {"Tidal Institute"}
