"""Laws of weighing on any case: reasons add up; copies, order and the unrelated move nothing; negation mirrors."""

from __future__ import annotations

import math
import random
from dataclasses import replace
from datetime import date
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.weighing.cases import H1, H2, Said, Story

from sayso.model.answers import Answer
from sayso.model.case import Case, Page
from sayso.model.stances import Lean
from sayso.model.statements import Commitment
from sayso.weighing.likelihood import logistic
from sayso.weighing.weigh import weigh

#: Enough cases to find a broken law, few enough to run at every change; no deadline, for machines are shared.
LAW = settings(max_examples=60, deadline=None)
NAMES = ("Ada Lind", "Bo Ras", "Cy Vane", "Di Holm", "Ed Moor")
FLIP = {"support": "deny", "deny": "support", "open": "open", "unrelated": "unrelated"}


@st.composite
def saids(draw: st.DrawFn) -> Said:
    """One statement with any features."""
    low, high = sorted((draw(st.floats(0, 1)), draw(st.floats(0, 1))))
    day = draw(st.one_of(st.none(), st.integers(-200, 30)))
    return Said(
        who=draw(st.sampled_from(NAMES)),
        origin=f"o{draw(st.integers(0, 5))}",
        lean=draw(st.sampled_from(["support", "deny", "open", "unrelated"])),
        strength=draw(st.floats(0, 1)),
        low=low,
        high=high,
        day=day,
        until=None if day is None else day + draw(st.integers(0, 9)),
        kind=draw(st.sampled_from(["person", "organisation", "document", "anonymous", "group", "outlet"])),
        role=draw(st.sampled_from(["", "minister of Ostria", "minister of Velia", "former minister"])),
        force=draw(st.sampled_from(["assert", "deny", "predict", "question", "decline-to-rule-out"])),
        mode=draw(st.sampled_from(["direct", "indirect", "mixed"])),
        polarity=draw(st.sampled_from(["affirmed", "negated", "open"])),
        denial=draw(st.sampled_from([None, "denial", "denial of discussion", "not ruled out"])),
        non_denial=draw(st.booleans()),
        relays=draw(st.integers(0, 3)),
        block=draw(st.sampled_from(["paragraph", "title", "heading", "caption"])),
    )


stories = st.builds(
    Story,
    st.lists(saids(), max_size=8),
    as_of=st.one_of(st.none(), st.integers(-50, 40)),
    retracted=st.dictionaries(st.sampled_from(["o0", "o3"]), st.integers(-60, 50), max_size=2),
    circular=st.frozensets(st.sampled_from(["o1", "o4"])),
)


def main(case: Case, prior: float = 0.3) -> Answer:
    """The answer to the first hypothesis."""
    return weigh(case, prior=prior).answers[0]


def latest(page: Page) -> date | None:
    """The day by which a page had been published."""
    return page.article.published.interval.latest if page.article.published else None


@LAW
@given(stories, st.floats(0.01, 0.99))
def test_reasons_add_up_and_the_range_holds(story: Story, prior: float) -> None:
    """For every hypothesis the logistic of the sum is the probability, inside its range, inside [0, 1]."""
    for answer in weigh(story.case(), prior=prior).answers:
        total = sum(reason.weight for reason in answer.reasons)
        assert logistic(total) == pytest.approx(answer.probability, abs=1e-9)
        assert 0.0 <= answer.low <= answer.probability <= answer.high <= 1.0
        assert [reason.kind for reason in answer.reasons[:2]] == ["prior", "time"]
        assert all(math.isfinite(reason.weight) for reason in answer.reasons)
        assert len({reason.origin for reason in answer.reasons}) == len(answer.reasons) - 1


@LAW
@given(stories, st.randoms(use_true_random=False))
def test_order_moves_nothing(story: Story, shuffle: random.Random) -> None:
    """Pages, statements, stances, origins and sources in another order give the same answers to the last bit."""
    case = story.case()

    def mixed(items: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(shuffle.sample(items, len(items)))

    other = replace(
        case,
        pages=mixed(case.pages),
        stances=mixed(case.stances),
        sources=mixed(case.sources),
        origins=mixed(tuple(replace(o, statements=mixed(o.statements)) for o in case.origins)),
    )
    here, there = weigh(case), weigh(other)
    assert here.answers == there.answers
    assert (here.grid, here.diagnosticity, here.notes) == (there.grid, there.diagnosticity, there.notes)


@LAW
@given(stories, st.data())
def test_a_copy_moves_nothing(story: Story, data: st.DataObject) -> None:
    """A reprint in the same origin, on the same day or later and no more direct, leaves the number where it was."""
    if not story.said:
        return
    place = data.draw(st.integers(0, len(story.said) - 1))
    one = story.said[place]
    later = None if one.day is None else one.day + data.draw(st.integers(0, 30))
    until = None if later is None else max(later, later if one.until is None else one.until)
    copy = replace(one, tag="copy", day=later, until=until, relays=one.relays + data.draw(st.integers(0, 2)))
    story = replace(story, as_of=40)
    before, after = main(story.case()), main(replace(story, said=[*story.said, copy]).case())
    assert (after.probability, after.low, after.high) == (before.probability, before.low, before.high)


@LAW
@given(stories, saids())
def test_an_unrelated_origin_moves_nothing(story: Story, other: Said) -> None:
    """An origin that says nothing of the hypothesis changes neither number nor reasons."""
    stray = replace(other, origin="o99", lean="unrelated", tag="stray", day=-100, until=-100)
    before, after = (
        main(story.case()),
        main(replace(story, said=[*story.said, stray]).case(as_of=story.case().as_of)),
    )
    if before.as_of == after.as_of:
        assert (after.probability, after.low, after.high) == (before.probability, before.low, before.high)
        assert after.reasons == before.reasons


@LAW
@given(saids(), st.integers(1, 6))
def test_repetitions_do_not_raise(one: Said, times: int) -> None:
    """A source that says the same again on later days, each an origin of its own, is not worth more."""
    one = replace(one, day=-20, until=-20, origin="o0", kind="person")
    again = [replace(one, origin=f"o{n}", day=n - 20, until=n - 20, tag=f"r{n}") for n in range(1, times + 1)]
    before, after = main(Story([one]).case()), main(Story([one, *again]).case())
    assert after.probability == pytest.approx(before.probability, abs=1e-12)


@LAW
@given(stories)
def test_the_negation_mirrors(story: Story) -> None:
    """The answer to the negation is the mirror image, number, range, reasons, steps and all."""
    yes, no = weigh(story.case()).answers
    assert (no.probability, no.low, no.high) == (1 - yes.probability, 1 - yes.high, 1 - yes.low)
    assert [reason.weight for reason in no.reasons] == [-reason.weight for reason in yes.reasons]
    assert [step.moved_by for step in no.over_time] == [step.moved_by for step in yes.over_time]


@LAW
@given(stories, st.floats(0.05, 0.95))
def test_asking_the_opposite_mirrors(story: Story, prior: float) -> None:
    """Had the question been put the other way round, every stance and the prior with it, the answer is turned."""
    opposite = replace(H1, text=H2.text)
    turned = replace(
        story,
        said=[replace(one, lean=cast("Lean", FLIP[one.lean])) for one in story.said],
        hypotheses=(opposite, H2),
    )
    here, there = main(story.case(), prior), main(turned.case(), 1 - prior)
    assert there.probability == pytest.approx(1 - here.probability, abs=1e-9)
    assert (there.low, there.high) == pytest.approx((1 - here.high, 1 - here.low), abs=1e-9)


@LAW
@given(stories, st.data())
def test_more_certain_weighs_at_least_as_much(story: Story, data: st.DataObject) -> None:
    """The nearer a lone statement's commitment lies to certainty, the more it weighs, never less."""
    low, high = sorted((data.draw(st.floats(0.5, 1)), data.draw(st.floats(0.5, 1))))
    others = [replace(one, origin=f"{one.origin}x") for one in story.said]
    said = Said("Fay Orr", "o9", low=low, high=high)
    surer = replace(said, low=low + (1 - low) * data.draw(st.floats(0, 1)), high=high + (1 - high) / 2)

    def weight(one: Said) -> float:
        case = replace(story, said=[*others, one], as_of=40).case()
        return next(reason.weight for reason in main(case).reasons if reason.origin == "o9")

    assert weight(surer) >= weight(said) - 1e-12


@LAW
@given(stories)
def test_every_reference_exists(story: Story) -> None:
    """Every place of every reason is a stretch of an article of the case; every id named is known."""
    case = story.case()
    texts = {page.article.id: page.article.text for page in case.pages}
    origins = {origin.id for origin in case.origins}
    statements = {key for origin in case.origins for key in origin.statements}
    given_ = weigh(case)
    for answer in given_.answers:
        for reason in answer.reasons:
            assert all(ref.span.of(texts[ref.article]) for ref in reason.refs)
            assert reason.origin is None or (reason.origin in origins and reason.refs)
        assert {one.origin for one in answer.without} <= origins
        assert {key for step in answer.over_time for key in step.moved_by} <= statements
    assert {cell.origin for cell in given_.grid} <= origins
    assert {forecast.statement for forecast in given_.forecasts} <= statements


@LAW
@given(stories)
def test_without_is_the_answer_to_the_case_without(story: Story) -> None:
    """Leaving an origin out by arithmetic is the same as weighing the case that lacks it."""
    case = story.case()
    answer = main(case)
    for one in answer.without:
        kept = tuple(origin for origin in case.origins if origin.id != one.origin)
        again = main(replace(case, origins=kept, as_of=answer.as_of))
        assert one.probability == pytest.approx(again.probability, abs=1e-9)


@LAW
@given(stories)
def test_every_step_is_the_answer_of_its_day(story: Story) -> None:
    """Each step before the last equals the answer asked on its day, articles not yet out left aside."""
    case = story.case()
    for step in main(case).over_time[1:-1]:
        known = tuple(p for p in case.pages if (d := latest(p)) and d <= step.as_of)
        held = {page.article.id for page in known}
        origins = tuple(replace(o, retracted=o.retracted if o.retracted in held else None) for o in case.origins)
        again = main(replace(case, as_of=step.as_of, pages=known, origins=origins))
        assert step.probability == pytest.approx(again.probability, abs=1e-9)


@LAW
@given(stories)
def test_the_hypotheses_given_are_the_answers(story: Story) -> None:
    """One answer for each hypothesis in its order, with the yardstick's words or "cannot say"."""
    answers = weigh(replace(story, hypotheses=(H2, H1)).case()).answers
    assert [answer.hypothesis for answer in answers] == ["h2", "h1"]
    assert all(answer.words for answer in answers)
    assert (answers[0].words == "cannot say") == (answers[1].words == "cannot say")


@LAW
@given(st.floats(0, 1), st.floats(0, 1))
def test_any_commitment_is_finite(low: float, high: float) -> None:
    """Whatever interval a statement carries, even one upside down, the answer is a number in [0, 1]."""
    case = Story([Said(low=low, high=high)]).case()
    page = case.pages[0]
    statement = replace(page.statements[0], commitment=Commitment("affirmed", low, high))
    answer = main(replace(case, pages=(replace(page, statements=(statement,)),)))
    assert 0.0 <= answer.low <= answer.probability <= answer.high <= 1.0
