"""Weak names in plain news copy: a title, “it”, a short name, a crowd go to the mouth that they stand for."""

from __future__ import annotations

from datetime import date

from sayso import pipeline
from sayso.linking.grounds import crowd
from sayso.linking.roots import placed
from sayso.model.article import Article
from sayso.model.case import Case
from sayso.model.origins import Origin
from sayso.model.span import content_id
from sayso.model.times import Dating, Interval

BRAIN = pipeline.load_brain("rules")
WALKOUT = """Velmora skippers threaten walkout

Boatmen at Velmora may walk out before July, Ole Brandt of the Skippers Union said.

Brandt told reporters that 240 boats would be laid up.
"""
CROWD = """Boats

Experts say that 240 boats would be laid up. A senior official said 900 men had been called.
"""


def _case(*told: tuple[str, str, str]) -> Case:
    """The case of articles given as (outlet, day, text)."""
    articles = []
    for outlet, day, text in told:
        dating = Dating(Interval(date.fromisoformat(day), date.fromisoformat(day)), "given")
        ident = content_id("article", outlet, text)
        raw, title = content_id("raw", text), text.splitlines()[0]
        articles.append(Article(ident, f"{ident}.txt", text, raw, outlet, title, language="en", published=dating))
    question = pipeline.Question("Will the boatmen of Velmora walk out by 30 June 2031?")
    case, _ = pipeline.build(articles, question, BRAIN)
    return case


def _of(case: Case, words: str) -> Origin:
    """The origin of the statement whose content has some words."""
    for page in case.pages:
        for statement in (*page.statements, *page.own_voice):
            if words in statement.words(page.article.text):
                found = [origin for origin in case.origins if statement.id in origin.statements]
                if found:
                    return found[0]
    raise AssertionError(words)


def test_a_person_named_with_his_body_is_the_one_who_goes_on():
    """“Ole Brandt of the Skippers Union” and “Brandt” are one mouth and one occasion."""
    case = _case(("The Gull", "2031-06-10", WALKOUT))
    assert _of(case, "may walk out") == _of(case, "240 boats")


def test_a_title_rests_on_what_its_lead_rests_on():
    """A title that names nobody and shares a word with the first statement under it has that one's origin."""
    case = _case(("The Gull", "2031-06-10", WALKOUT))
    assert _of(case, "threaten walkout") == _of(case, "may walk out")


def test_a_crowd_is_no_ground_and_an_official_is():
    """“Experts” is how a relay speaks; a senior official is somebody."""
    case = _case(("The Gull", "2031-06-10", CROWD))
    items, _ = placed(case.pages, case.sources, relevant=frozenset(), dropped=frozenset())
    told = {item.root.words: crowd(item) for item in items if item.root.words}
    assert told["Experts"]
    assert not told["A senior official"]


def test_the_last_word_of_an_outlets_name_is_that_outlet():
    """“The Advertiser” is the Velmora Advertiser where no other outlet of the case ends so."""
    text = "Boats\n\nThe boats stay in, Ole Brandt told the paper.\n"
    case = _case(("Velmora Advertiser", "2031-06-10", text), ("The Gull", "2031-06-11", WALKOUT))
    _, known = placed(case.pages, case.sources, relevant=frozenset(), dropped=frozenset())
    assert known.outlet("the Advertiser") == known.outlet("Velmora Advertiser")
