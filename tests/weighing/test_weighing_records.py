"""Track records: what a case leaves behind, whom it is known again by, and what it does in the next case."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.weighing.cases import H1, Said, case_of, day_of

from sayso.model.case import Case
from sayso.model.forecasts import Outcome, Resolved
from sayso.model.sources import Source, SourceKind
from sayso.weighing import weights
from sayso.weighing.records import grouped, plain, resolved, standings, tallies
from sayso.weighing.weigh import weigh

HAPPENED = Outcome("h1", happened=True, known=day_of(25), source="the gazette")


def past(
    name: str = "Ada Lind",
    *aliases: str,
    good: int = 0,
    bad: int = 0,
    kind: SourceKind = "person",
    case: str = "Will it rain?",
) -> list[Resolved]:
    """The record of a source: so many firm forecasts that came true, and so many that did not."""
    return [
        Resolved(
            case,
            f"it rains {n}",
            (name, *aliases),
            kind,
            day_of(-90),
            day_of(-60),
            0.95,
            0.99,
            n < good,
            day_of(-50),
        )
        for n in range(good + bad)
    ]


def share(case: Case, records: list[Resolved], who: str = "c-Ada Lind") -> float | None:
    """What a record leaves of the source's weight; None where it counts nothing."""
    found, _ = standings(case, records)
    return found[who].left if who in found else None


def test_a_case_leaves_its_settled_forecasts() -> None:
    """Each counted forecast of a named source is kept with names, range, days, outcome; nameless ones are not."""
    case = case_of(Said(low=0.6, high=0.9), Said("a clerk", "o2", kind="anonymous"), outcomes=(HAPPENED,))
    (kept,) = resolved(case, weigh(case).forecasts)
    assert (kept.case, kept.hypothesis, kept.names) == (case.question, H1.text, ("Ada Lind",))
    assert (kept.low, kept.high, kept.happened, kept.known) == (0.6, 0.9, True, day_of(25))
    assert (kept.said, kept.by, kept.place) == (day_of(0), H1.closes, "s-0")


def test_a_bad_record_takes_weight_away_and_says_so() -> None:
    """A source that was mostly wrong weighs less in the next case, and the reason names its record."""
    case = case_of(Said())
    plainly, recorded = weigh(case), weigh(case, records=past(good=1, bad=6))
    before, after = (made.answers[0].reasons[-1] for made in (plainly, recorded))
    assert 0 < after.weight < before.weight
    assert any("right in 1 of 7 forecasts of 1 case, Brier score 0.81" in part for part in after.parts)


def test_a_good_record_gives_weight_up_to_the_full() -> None:
    """A source that was right weighs more than its class, and never more than a statement in full."""
    case = case_of(Said())
    plainly, recorded = weigh(case), weigh(case, records=past(good=12))
    before, after = (made.answers[0].reasons[-1] for made in (plainly, recorded))
    assert after.weight > before.weight
    assert share(case, past(good=40)) == 1.0
    assert share(case, past(bad=40)) == weights.RELIABILITY["E"]


def test_a_record_under_five_does_nothing() -> None:
    """Four forecasts, however wrong, move no bit of the answers."""
    case = case_of(Said(), Said("Bo Ras", "o2", "deny"))
    assert weigh(case, records=past(bad=4)).answers == weigh(case).answers
    assert weigh(case, records=past(bad=5)).answers != weigh(case).answers


def test_short_records_stay_near_their_class() -> None:
    """The more forecasts a record has, the further it moves from the class."""
    case = case_of(Said())
    found = [share(case, past(good=3 * n, bad=2 * n)) or 0.0 for n in (1, 2, 4, 12)]
    assert all(found[n] > found[n + 1] for n in range(3))
    assert found[0] > 0.7


def test_naysaying_earns_nothing() -> None:
    """Who was right in seven of ten, as everybody who always says no, is where its class is."""
    case = case_of(Said())
    assert share(case, past(good=7, bad=3)) == pytest.approx(0.9, abs=0.07)


@pytest.mark.parametrize(
    ("name", "kind", "matches"),
    [
        ("ADA LIND", "person", True),
        ("Ada  Lind", "person", True),
        ("Lind", "person", False),
        ("the minister of ports", "person", False),
        ("Ada Lindqvist", "person", False),
        ("Ada Lind", "organisation", False),
    ],
)
def test_whom_a_record_is_of(name: str, kind: SourceKind, *, matches: bool) -> None:
    """A source is known again by its full name and kind alone, without regard to case."""
    assert (share(case_of(Said()), past(name, bad=9, kind=kind)) is not None) is matches


def test_an_alias_is_a_name() -> None:
    """A full alias on either side makes the match."""
    case = case_of(Said("Adelaide Lind"))
    (source,) = case.sources
    case = replace(case, sources=(replace(source, aliases=("Ada Lind", "Lind")),))
    assert share(case, past(bad=9), "c-Adelaide Lind") is not None


def test_a_name_that_fits_two_is_not_used_and_said() -> None:
    """Where two sources of the case share a name, or two records fit one source, neither counts."""
    case = case_of(Said(), Said("Bo Ras", "o2"))
    ada, bo = case.sources
    twins = replace(case, sources=(ada, replace(bo, aliases=("Ada Lind",))))
    found, notes = standings(twins, past(bad=9))
    assert (found, [note.code for note in notes]) == ({}, ["W405"])
    both = replace(case, sources=(replace(ada, aliases=("Cy Vane",)), bo))
    found, notes = standings(both, [*past(bad=9), *past("Cy Vane", bad=9)])
    assert (found, [note.code for note in notes]) == ({}, ["W405"])


def test_the_case_itself_and_what_was_known_later_count_nothing() -> None:
    """A record of the question that is asked, and outcomes known only after its day, are left out."""
    case = case_of(Said(), as_of=10)
    assert share(case, past(bad=9, case=case.question)) is None
    late = [replace(one, known=day_of(11)) for one in past(bad=9)]
    assert share(case, late) is None
    assert share(case_of(Said(), as_of=11), late) is not None


def test_anonymous_voices_have_no_record() -> None:
    """A voice without a name is nobody's, whatever it is called."""
    case = case_of(Said("an aide", kind="anonymous"))
    assert standings(case, past("an aide", bad=9, kind="anonymous")) == ({}, ())


def test_records_are_joined_by_their_names() -> None:
    """Records are one source's where they share a full name; the newest name comes first."""
    held = [*past("Ada Lind", "A. Lind", good=3), *past("Dr Ada Lind", "Ada Lind", good=2), *past("Bo Ras", good=1)]
    made = tallies(held)
    assert [(one.source, one.n) for one in made] == [("Bo Ras", 1), ("Dr Ada Lind", 5)]


@given(st.lists(st.tuples(st.sampled_from(["Ada Lind", "Bo Ras", "Cy Vane"]), st.booleans()), max_size=20))
def test_order_of_records_changes_no_count(pairs: list[tuple[str, bool]]) -> None:
    """Records in another order amount to the same."""
    held = [replace(past(name, good=1)[0], happened=came) for name, came in pairs]
    forth, back = tallies(held), tallies(held[::-1])
    assert [(one.source, one.n, one.right) for one in forth] == [(one.source, one.n, one.right) for one in back]


def test_many_records_take_little_time() -> None:
    """Ten thousand records of a thousand sources are grouped at once."""
    held = [one for n in range(1000) for one in past(f"Ada Lind {n}", f"A. Lind {n}", good=10)]
    assert len(grouped(held)) == 1000


def test_plain_names() -> None:
    """Names and questions are compared without case, white space, forms of letters and the mark at the end."""
    assert plain("  Will\u00a0It  RAIN? ") == plain("will it rain")


def test_tallies_of_the_case() -> None:
    """A case tells what its own settled forecasts amount to, by the source's id; no rate under five."""
    case = case_of(Said(), Said(origin="o2", day=3), outcomes=(HAPPENED,))
    (made,) = weigh(case).tallies
    assert (made.source, made.n, made.right, made.brier) == ("c-Ada Lind", 2, 2, None)


def test_sources_without_statements_do_not_matter() -> None:
    """A source of the record that the case does not know changes nothing."""
    case = case_of(Said())
    assert weigh(case, records=past("Bo Ras", bad=9)).answers == weigh(case).answers
    assert Source("x", "Bo Ras", "person") not in case.sources
