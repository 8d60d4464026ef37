"""Laws of linking: order and copies change nothing, joins can be undone, everything named is there."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotating.annotate import annotate
from sayso.brain.entailer import RuleEntailer
from sayso.brain.rules import RuleTagger
from sayso.linking.joins import Join, grouped
from sayso.linking.link import link
from sayso.model.article import Article
from sayso.model.case import Case, Page
from sayso.model.rulings import Ruling
from sayso.model.span import Ref, content_id
from sayso.model.times import Dating, Interval

TAGGER, ENTAILER = RuleTagger(), RuleEntailer()

GULL = """\
Harbour of Velmora may close

Velmora will close its harbour before the end of the month, Tarn Osk, the harbour master, said on Thursday.

"There is no doubt about it," Osk told the Gull. He said that 90 boats would have to leave and that the crews of the
ferries had been told to wait for a letter from the town hall.

The council did not answer questions. An official who asked not to be named said that the order was ready.
"""
TERN = """\
Mayor: no talk of closing

The council is not discussing a closure of the harbour, a spokeswoman for the mayor, Ina Brell, said on Friday.

"There are no discussions about that," Brell told reporters. She did not rule out a closure in June.

The Gull reported on Thursday that the harbour of Velmora will close.
"""
KELP = """\
Closure unlikely, says institute

A closure of the harbour of Velmora is unlikely, according to a report by the Tidal Institute. The institute says
that bloggers expect it all the same.

Oskar Lind, a shipping lawyer, said that the law would not permit it.
"""
TEXTS = (("Gull", "2024-05-02", GULL), ("Tern", "2024-05-03", TERN), ("Kelp Review", "2024-05-06", KELP))


def _page(outlet: str | None, day: str | None, text: str) -> Page:
    dating = Dating(Interval(date.fromisoformat(day), date.fromisoformat(day)), "given") if day else None
    ident, raw = content_id("a", text, outlet), content_id("raw", text)
    return annotate(Article(ident, f"{outlet}.txt", text, raw, outlet, language="en", published=dating), TAGGER)


@pytest.fixture(scope="module")
def pages() -> tuple[Page, ...]:
    """Three annotated articles of one invented matter."""
    return tuple(_page(*entry) for entry in TEXTS)


@pytest.fixture(scope="module")
def asked() -> Page:
    """The question on them, annotated."""
    return _page(None, None, "Will Velmora close its harbour by 30 May 2024?")


def _linked(pages: object, asked: Page, **more: object) -> Case:
    return link(pages, asked, entailer=ENTAILER, **more)  # type: ignore[arg-type]


def test_the_case_has_statements_of_every_kind(pages, asked):
    """The story under these laws is not empty: statements, origins and both sides are there."""
    case = _linked(pages, asked)
    assert len(case.origins) >= 4
    assert {"support", "deny"} <= {stance.lean for stance in case.stances if stance.hypothesis == "h1"}


def test_order_changes_nothing(pages, asked):
    """Every order of the articles gives the same case."""
    first = _linked(pages, asked)
    for order in permutations(pages):
        assert _linked(order, asked) == first


@pytest.mark.parametrize("index", range(len(TEXTS)))
@pytest.mark.parametrize("keep", [1.0, 0.7, 0.5])
def test_a_copy_or_a_cut_copy_adds_no_origin(pages, asked, index, keep):
    """An article printed again, whole or cut, by an outlet nobody knows, leaves the origins as many."""
    _, _, text = TEXTS[index]
    end = text.find("\n\n", int(len(text) * keep)) if keep < 1 else len(text)
    copy = _page(None, "2024-05-07", text[: end if end > 0 else len(text)])
    before, after = _linked(pages, asked), _linked([*pages, copy], asked)
    assert len(after.origins) == len(before.origins)


def test_a_split_undone_restores_every_source(pages, asked):
    """Merging two sources and taking the ruling back gives the case as it was, byte for byte."""
    before = _linked(pages, asked)
    ids = [source.id for page in pages for source in page.sources][:2]
    merge = Ruling("+".join(ids), "merge", "desk", "2024-05-08", "one and the same")
    split = Ruling("+".join(reversed(ids)), "split", "desk", "2024-05-09", "they are not")
    merged = _linked(pages, asked, rulings=[merge])
    undone = _linked(pages, asked, rulings=[merge, split])
    assert len(merged.sources) == len(before.sources) - 1
    assert undone.sources == before.sources
    assert _linked(pages, asked) == before


def test_every_id_is_there_and_every_place_slices(pages, asked):
    """Whatever a case names by id is in it, and every place lies inside its article."""
    case = _linked([*pages, _page(None, "2024-05-07", TEXTS[0][2])], asked)
    texts = {page.article.id: page.article.text for page in case.pages}
    statements = {s.id for page in case.pages for s in (*page.statements, *page.own_voice)}
    single = {source.id for page in case.pages for source in page.sources}
    hypotheses = {hypothesis.id for hypothesis in case.hypotheses}
    assert {stance.statement for stance in case.stances} <= statements
    assert {stance.hypothesis for stance in case.stances} <= hypotheses
    listed = [item for origin in case.origins for item in origin.statements]
    assert len(listed) == len(set(listed))
    assert set(listed) <= statements
    assert {s.id for page in case.pages for s in page.statements} <= set(listed)
    assert {item for origin in case.origins for item in (*origin.articles, origin.first)} <= set(texts)
    assert sorted(member for source in case.sources for member in source.members) == sorted(single)
    assert {end for merge in case.merges for end in (merge.left, merge.right)} <= single
    assert {end for clash in case.clashes for end in (clash.left, clash.right)} <= statements
    for ref in _refs(case):
        assert ref.span.end <= len(texts[ref.article])


def _refs(case: Case) -> list[Ref]:
    found = [ref for origin in case.origins for ref in origin.refs]
    found += [ref for copy in case.copies for ref in (copy.left, copy.right)]
    found += [ref for source in case.sources for ref in source.mentions]
    return found + [note.ref for note in case.notes if note.ref]


@pytest.mark.parametrize(
    ("deadline", "closes"),
    [
        ("by 30 May 2024", date(2024, 5, 30)),
        ("before June 2024", date(2024, 5, 31)),
        ("this month", date(2024, 5, 31)),
        ("by the end of the year", date(2024, 12, 31)),
        ("by 2026", date(2026, 12, 31)),
    ],
)
def test_a_deadline_is_told_from_the_day_of_the_answer(pages, deadline, closes):
    """The question's last day, with its bound, and relative to the day as of which it is asked."""
    case = _linked(pages, _page(None, None, f"Will Velmora close its harbour {deadline}?"))
    assert case.hypotheses[0].closes == closes


IDS = st.sampled_from("abcdefgh")
EDGES = st.lists(st.tuples(IDS, IDS, st.sampled_from([0.5, 0.8, 1.0])), max_size=20)


@settings(max_examples=200)
@given(EDGES, st.lists(st.tuples(IDS, IDS), max_size=4), st.randoms(use_true_random=False))
def test_groups_part_every_id_once_and_keep_what_is_split(edges, split, random):
    """Groups are a partition, do not depend on the order of joins, and never hold both ends of a split."""
    joins = [Join(min(a, b), max(a, b), score, "because") for a, b, score in edges]
    split = [pair for pair in split if pair[0] != pair[1]]
    found = grouped("abcdefgh", joins, split)
    shuffled = list(joins)
    random.shuffle(shuffled)
    assert grouped("abcdefgh", shuffled, split) == found
    assert sorted(item for members in found.members for item in members) == list("abcdefgh")
    assert not any(left in members and right in members for members in found.members for left, right in split)
