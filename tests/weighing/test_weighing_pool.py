"""The pool on its own: its arithmetic against figures done by hand, its baseline, its speed."""

import math
import time
from dataclasses import replace

import pytest
from tests.weighing.cases import TIMELESS, Said, case_of

from sayso.model.case import Case
from sayso.weighing import weights
from sayso.weighing.pool import Side, counting
from sayso.weighing.weigh import weigh


def test_one_full_statement_by_hand() -> None:
    """A fresh, direct, named, certain statement alone is worth the table's full weight less being alone."""
    given = weigh(case_of(Said(low=1.0, high=1.0, day=20), hypotheses=TIMELESS)).answers[0]
    assert given.reasons[2].weight == pytest.approx(weights.ORIGIN * weights.RELIABILITY["C"] * weights.ALONE)
    assert given.probability == pytest.approx(1 / (1 + (0.7 / 0.3) * 2.5 ** -(0.9 * weights.ALONE)))


def test_two_full_statements_by_hand() -> None:
    """Two of them confirm each other and share: each is worth 1 / (1 + SHARED)."""
    pair = (Said(low=1.0, high=1.0, day=20), Said("Bo Ras", "o2", low=1.0, high=1.0, day=20))
    found = [r.weight for r in weigh(case_of(*pair)).answers[0].reasons[2:]]
    assert found == pytest.approx([weights.ORIGIN * weights.RELIABILITY["C"] / (1 + weights.SHARED)] * 2)


def test_range_by_hand() -> None:
    """With nothing said the range is that of a share in PRIOR_COUNT trials at even odds, in log-odds."""
    given = weigh(case_of(Said(lean="unrelated"), hypotheses=TIMELESS)).answers[0]
    reach = weights.REACH * 2.0 / math.sqrt(weights.PRIOR_COUNT)
    assert math.log(given.high / (1 - given.high)) == pytest.approx(math.log(0.3 / 0.7) + reach)
    assert math.log(given.low / (1 - given.low)) == pytest.approx(math.log(0.3 / 0.7) - reach)


def test_a_further_voice_never_lowers_its_side() -> None:
    """However weak the newcomer, its side is worth no less."""
    for weak in (0.0001, 0.01, 0.3, 1.0):
        before = Side(1.0, 1.0, 1, confirmed=True)
        after = Side(1.0 + weak, 1.0, 2, confirmed=True)
        assert after.total * after.share > before.total * before.share


def test_counting_baseline() -> None:
    """The dumb baseline counts statements, copies and all; it is silent where none takes a side."""
    case = case_of(Said(), Said(tag="copy"), Said("Bo Ras", "o2", "deny"), Said("Cy", "o3", "open"))
    assert counting(case, "h1") == pytest.approx(2 / 3)
    assert counting(case_of(Said(lean="open")), "h1") is None


def test_thousands_of_origins_in_seconds() -> None:
    """Work grows with the number of origins: fifteen hundred on thirty days take seconds, not minutes."""
    said = [Said(f"P{n}", f"o{n}", "support" if n % 3 else "deny", day=n % 30 - 10) for n in range(1500)]
    case = case_of(*said)
    start = time.process_time()
    given = weigh(case).answers[0]
    assert len(given.without) == 1500
    assert time.process_time() - start < 6


HEADING = Said(lean="deny", low=0.0, high=0.1, block="heading", tag="one")
BODY = Said(lean="deny", strength=0.2, low=0.0, high=0.2, tag="two")


def _in_one_article(*said: Said, own: bool = False) -> Case:
    """A case whose statements stand in one article, without sources where it is the article's `own` voice."""
    case = case_of(*said)
    first = case.pages[0].article.id
    origins = tuple(replace(origin, articles=(first,)) for origin in case.origins)
    statements = tuple(
        replace(statement, article=first, chain=() if own else statement.chain)
        for page in case.pages
        for statement in page.statements
    )
    page = replace(case.pages[0], statements=statements, sources=case.pages[1].sources + case.pages[0].sources)
    return replace(case, pages=(page,), origins=origins)


def test_a_heading_does_not_speak_for_its_text() -> None:
    """Where the text below bears on the matter, it stands for the origin, however much firmer the heading is."""
    both = weigh(_in_one_article(HEADING, BODY)).answers[0].reasons[2]
    alone = weigh(case_of(BODY)).answers[0].reasons[2]
    assert both.weight == alone.weight
    cells = weigh(_in_one_article(HEADING, BODY)).grid
    assert cells[0].word == "against"


def test_a_heading_alone_speaks() -> None:
    """A heading over a text that does not bear is all there is, and counts at its share."""
    assert weigh(case_of(HEADING)).answers[0].reasons[2].weight < 0


def test_an_articles_own_heading_is_no_evidence() -> None:
    """A heading in the article's own voice counts nothing where some text of the article bears on the matter."""
    case = _in_one_article(replace(HEADING, origin="o2"), BODY, own=True)
    assert [r.origin for r in weigh(case).answers[0].reasons[2:]] == ["o1"]


def test_own_words_that_take_no_side_are_no_evidence() -> None:
    """What an article leaves open in its own words is not listed, and no note asks for its origin."""
    case = _in_one_article(replace(BODY, lean="open", tag="one"), replace(BODY, lean="open"), own=True)
    answers = weigh(replace(case, origins=()))
    assert [r.kind for r in answers.answers[0].reasons] == ["prior", "time"]
    assert [note.code for note in answers.notes] == ["W401"]
