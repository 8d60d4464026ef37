"""Cases with known origins: they can be read, marks find their statements, and figures count what they say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from evals.origins import generator, made, scoring
from evals.origins.cases import KnownCase, load
from evals.origins.matching import Found, matched
from evals.origins.telling import told
from evals.suites import ROOT
from sayso.errors import FormatError
from sayso.model.case import Case, Page
from sayso.model.origins import Backer, Drift, Melt, Origin, Tie
from sayso.model.span import Ref, Span
from sayso.model.statements import Commitment, Cue, Hop, Statement, Voice

TEXT = """\
Question: Will the harbour of Velmora close by 30 June 2031?

## 01 | The Gull | 2031-05-02
Harbour to close

{o1: The harbour will close in June}, Tarn Osk said. "{o1: Some 40 boats must go}," he said.

## 02 | Tern Mail | 2031-05-03
Osk: closure near

{o1: The harbour would close in June}, Osk said. Ina Brell denied it: {o2: nothing has been settled}.

## 03 | Kelp Daily | 2031-05-04
Officials agree

Officials said that {o1+o2: the harbour may close in June}, with {o1: 60 boats to go}.

## Origins
| origin | source | what | circular | taken back by |
| --- | --- | --- | --- | --- |
| o1 | Tarn Osk | briefing of 2 May | no | 03 |
| o2 | Ina Brell | remark of 3 May | no | - |

## Changed on the way
| origin | article | about | before | after |
| --- | --- | --- | --- | --- |
| o1 | 03 | amount | 40 boats | 60 boats |
"""


def known() -> KnownCase:
    """The small case above."""
    return load(TEXT, "small")


def statement(gold: KnownCase, at: int, **more: object) -> Statement:
    """A statement whose content is the mark at a place, wholly or cut by `cut` characters at its end."""
    mark = gold.marks[at]
    cut = int(str(more.get("cut", 0)))
    span = Span(mark.span.start, mark.span.end - cut)
    hop = Hop(Voice(None, f"voice {at}", f"v{at}"), Cue(None, "said"), "assert")
    ident = str(more.get("id", f"s{at}"))
    parent = str(more["parent"]) if "parent" in more else None
    return Statement(
        ident, gold.articles[mark.number].id, (span,), (hop,), parent, "indirect", Commitment("affirmed", 0.9, 1.0)
    )


def case(gold: KnownCase, held: dict[str, list[str]], statements: list[Statement], **more: object) -> Case:
    """A case as built: its origins by name with the ids of their statements."""
    pages = tuple(
        Page(article, statements=tuple(one for one in statements if one.article == article.id))
        for article in gold.articles.values()
    )
    first = {one.id: one.article for one in statements}
    origins = tuple(
        Origin(name, f"root {name}", "said", tuple(ids), (), first=first[ids[0]]) for name, ids in held.items()
    )
    return replace(Case(gold.question, date(2031, 5, 4), (), pages, origins=origins), **more)  # type: ignore[arg-type]


def all_right(gold: KnownCase) -> Found:
    """The small case with every mark found and every origin as known."""
    listed = [statement(gold, at) for at in range(len(gold.marks))]
    return matched(gold, case(gold, {"a": ["s0", "s1", "s2", "s5"], "b": ["s3"], "c": ["s4"]}, listed))


FOLDERS = sorted(path for part in ("dev", "test") for path in (ROOT / "evals" / "origins" / part).glob("*.md"))


@pytest.mark.parametrize("path", FOLDERS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_written_case_can_be_read(path) -> None:
    """Each case has a question, marks and origins, and every origin of the table is used."""
    gold = load(path.read_text("utf-8"), path.stem)
    assert gold.question.startswith("Will ")
    assert {name for mark in gold.marks for name in mark.origins} == set(gold.origins)
    for mark in gold.marks:
        assert mark.span.of(gold.articles[mark.number].text).strip()


def test_marks_are_read_at_their_places() -> None:
    """A mark's span slices its words from the article's text, which holds no braces."""
    gold = known()
    assert [mark.span.of(gold.articles[mark.number].text) for mark in gold.marks][1] == "Some 40 boats must go"
    assert gold.marks[4].origins == ("o1", "o2")
    assert all("{" not in article.text for article in gold.articles.values())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Question: ", "Asked: "),
        ("{o2: nothing", "{o9: nothing"),
        ("{o2: nothing", "{nothing"),
        ("| o1 | 03 |", "| o1 | 07 |"),
    ],
)
def test_a_malformed_case_is_named(old, new) -> None:
    """A case that cannot be read says which it is."""
    with pytest.raises(FormatError, match="small"):
        load(TEXT.replace(old, new, 1), "small")


def test_the_outermost_of_equal_statements_is_taken() -> None:
    """Of two statements with the same words the outer one stands for a mark; half of the shorter is enough."""
    gold = known()
    outer, inner = statement(gold, 0, id="outer"), statement(gold, 0, id="inner", parent="outer")
    built = case(
        gold, {"a": ["inner", "outer"], "b": ["cut"]}, [inner, outer, statement(gold, 3, id="cut", cut=13)]
    )
    assert matched(gold, built).statement == {0: "outer", 3: "cut"}


def test_a_statement_in_no_origin_is_not_found() -> None:
    """Only what an origin holds stands for a mark."""
    gold = known()
    assert matched(gold, case(gold, {"a": ["s0"]}, [statement(gold, 0), statement(gold, 1)])).statement == {0: "s0"}


def test_all_right_is_a_hundred() -> None:
    """A case whose origins are all as known has full marks, and no wrong pair is told."""
    figures, errors = scoring.figures([all_right(known())])
    assert figures["same origin F1"] == figures["marks found"] == figures["first seen"] == 100
    assert errors["false melts a case"] == 0
    assert not [line for line in told("small", all_right(known())) if "TAKEN" in line]


def test_wrong_pairs_are_counted() -> None:
    """Four marks of one origin, one of them with another origin's: 3 of 6 pairs kept, 1 of 4 pairs wrong."""
    gold = known()
    listed = [statement(gold, at) for at in range(len(gold.marks))]
    one = matched(gold, case(gold, {"a": ["s0", "s1", "s5"], "b": ["s2", "s3"]}, listed))
    figures, errors = scoring.figures([one])
    assert figures["same origin precision"] == 75
    assert figures["same origin recall"] == 50
    assert figures["same origin F1"] == 60
    assert figures["recall within an article"] == 100
    assert figures["recall across articles"] == 40
    assert errors["origins miscounted"] == 0
    lines = "\n".join(told("small", one))
    assert "2 parts, 3 pairs lost" in lines
    assert "2 known origins, 1 wrong pairs" in lines


def test_the_tie_that_joined_wrongly_is_told() -> None:
    """Marks of two origins in one: the ties between them are told with their key and ground."""
    gold = known()
    listed = [statement(gold, at) for at in range(4)]
    built = case(gold, {"a": ["s0", "s1", "s2", "s3"]}, listed)
    ties = (Tie("s0", "s2", "root", 1.0, "one speaker"), Tie("s2", "s3", "role", 0.7, "fits his role"))
    built = replace(built, origins=(replace(built.origins[0], ties=ties),))
    lines = "\n".join(told("small", matched(gold, built)))
    assert "[role 0.70] fits his role" in lines


def test_circles_and_retractions_are_judged_by_the_origin_that_holds_most() -> None:
    """A retraction by the right article counts, a circle where none is known is false."""
    one = all_right(known())
    third = one.known.articles["03"].id
    origins = tuple(
        replace(origin, retracted=third if origin.id == "a" else None, circular=origin.id == "b")
        for origin in one.case.origins
    )
    figures, _ = scoring.figures([matched(one.known, replace(one.case, origins=origins))])
    assert figures["retractions F1"] == 100
    assert figures["circles F1"] == 0


def test_melts_and_drifts_are_counted_at_their_marks() -> None:
    """A melt at the melted mark and a drift of the changed article count; elsewhere they are false."""
    one = all_right(known())
    third = one.known.articles["03"].id
    drift = Drift("a", "amount", "s1", "s5", Ref(third, Span(0, 3)), Ref(third, Span(0, 3)), "grew")
    wrong = replace(drift, about="time")
    built = replace(
        one.case, melts=(Melt("s4", ("a", "b"), "two"), Melt("s3", ("a", "b"), "?")), drifts=(drift, wrong)
    )
    figures, errors = scoring.figures([matched(one.known, built)])
    assert figures["melted marks flagged"] == figures["drifts recall"] == 100
    assert figures["drifts precision"] == 50
    assert errors["false melts a case"] == 1


@pytest.mark.parametrize(("kind", "given"), [("source", {("o1", "o2")}), ("unknown", set())])
def test_origins_of_one_source_are_judged_by_their_backers(kind, given) -> None:
    """Two sources with one backer are a false pair; two outlets of which nobody knows the house are no pair."""
    one = all_right(known())
    both = Backer("x", "x", kind)
    built = replace(one.case, origins=tuple(replace(origin, backer=both) for origin in one.case.origins))
    assert scoring.backed(matched(one.known, built)) == (set(), given)


def test_seeds_for_testing_are_no_seeds_for_tuning() -> None:
    """No generator has a seed for both, and those kept aside are refused."""
    for name in made.TUNING.keys() & made.TESTING.keys():
        assert not set(made.TUNING[name]) & set(made.TESTING[name])
    assert made.kept_aside("south:1")
    assert made.kept_aside(f"made:{made.TESTING['generator'][0]}")
    assert made.kept_aside(str(ROOT / "evals" / "origins" / "test" / "any.md"))
    assert not made.kept_aside("made:1")


@pytest.mark.parametrize("seed", range(24))
def test_a_made_case_can_be_read(seed) -> None:
    """A made case has as many articles as asked, all marks lie on words, and every origin of its table is used."""
    gold = load(generator.make(seed, 1 + seed), f"made-{seed}")
    assert len(gold.articles) == 1 + seed
    assert {name for mark in gold.marks for name in mark.origins} == set(gold.origins)
    days = [article.published.interval.earliest for article in gold.articles.values() if article.published]
    assert days == sorted(day for day in days if day)


def test_made_cases_hold_every_kind() -> None:
    """The seeds for tuning hold circles, corrections, melted sources and all three kinds of change."""
    golds = [load(generator.make(seed), str(seed)) for seed in made.TUNING["generator"]]
    assert any(known.circular and known.taken_back for gold in golds for known in gold.origins.values())
    assert any(known.taken_back and not known.circular for gold in golds for known in gold.origins.values())
    assert any(len(mark.origins) > 1 for gold in golds for mark in gold.marks)
    assert {row.about for gold in golds for row in gold.changed} == {"amount", "time", "strength"}
    sources = [[known.source for known in gold.origins.values()] for gold in golds]
    assert any(len(set(one)) < len(one) for one in sources)


def test_what_changed_on_the_way_stands_in_the_article() -> None:
    """The words after a change stand in the article that changed them, those before in an earlier one."""
    for seed in made.TUNING["generator"]:
        gold = load(generator.make(seed), str(seed))
        for row in gold.changed:
            assert row.after in gold.articles[row.number].text
            before = [article.text for number, article in gold.articles.items() if number < row.number]
            assert row.about == "time" or any(row.before in text for text in before)


def test_the_same_seed_makes_the_same_case_and_an_article_more_changes_none() -> None:
    """A case is a beginning of the longer one of its seed with relays added; other seeds make other cases."""
    shorter, longer = generator.make(3, 9), generator.make(3, 9, adding=("copy", "cut", "reword"))
    assert shorter == generator.make(3, 9) != generator.make(4, 9)
    assert longer.startswith(shorter[: shorter.index("## Origins")])
    one, two = load(shorter, "x"), load(longer, "x")
    assert [len(two.articles), one.origins] == [12, {name: two.origins[name] for name in one.origins}]


def test_cases_for_scale() -> None:
    """Nearly all articles print one report under lines of their own; a part that is asked for is relays."""
    gold = load(generator.reprinted(1, 60, 50), "scale")
    assert len({article.text for article in gold.articles.values()}) == 60
    assert len(gold.origins) == 10
    assert len({mark.number for mark in gold.marks if mark.origins == ("o1",)}) == 51
    few, many = (len(load(generator.make(1, 100, relays=part), "x").origins) for part in (0.9, 0.1))
    assert few < 40 < many
