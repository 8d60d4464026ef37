"""weigh(): answers, reasons, words, notes, and what each doubt takes away."""

import math
from dataclasses import replace
from datetime import date

import pytest
from tests.weighing.cases import H1, H2, TIMELESS, Said, Story, case_of, day_of

from sayso.errors import SettingError
from sayso.model.answers import Answer, Reason
from sayso.model.rulings import Ruling
from sayso.model.stances import Hypothesis
from sayso.weighing import weights
from sayso.weighing.likelihood import logistic
from sayso.weighing.weigh import weigh


def answer(*said: Said, **settings) -> Answer:
    """The answer to the first hypothesis."""
    return weigh(case_of(*said, **settings)).answers[0]


def weight(*said: Said, origin: str = "o1", **settings) -> float:
    """The weight of one origin in the answer to the first hypothesis."""
    return reason(*said, origin=origin, **settings).weight


def reason(*said: Said, origin: str = "o1", **settings) -> Reason:
    """The reason of one origin in the answer to the first hypothesis."""
    return next(r for r in answer(*said, **settings).reasons if r.origin == origin)


def test_prior_comes_first_and_is_stated() -> None:
    """The first reason is the prior, named as a base rate with its share."""
    first = answer(Said()).reasons[0]
    assert first.kind == "prior"
    assert "30 in 100" in first.text
    assert first.weight == pytest.approx(math.log(0.3 / 0.7))


def test_reasons_add_up() -> None:
    """The logistic of the sum of weights is the probability."""
    given = answer(Said(), Said("Bo Ras", "o2", "deny", low=0.0, high=0.2), Said("Cy Vane", "o3", low=0.4))
    assert logistic(sum(r.weight for r in given.reasons)) == pytest.approx(given.probability, abs=1e-12)


def test_nothing_bears() -> None:
    """Where nothing bears, words are "cannot say", the probability is the prior and a note says so."""
    given = weigh(case_of(Said(lean="unrelated"), hypotheses=TIMELESS))
    assert given.answers[0].words == "cannot say"
    assert given.answers[0].probability == pytest.approx(0.3)
    assert [note.code for note in given.notes] == ["W401"]
    assert [r.kind for r in given.answers[0].reasons] == ["prior", "time"]
    assert given.grid == ()


def test_only_open_statements_cannot_say() -> None:
    """Origins that leave the matter open are listed with weight 0 and give no answer."""
    given = answer(Said(lean="open", strength=0.0))
    assert given.words == "cannot say"
    assert [r.weight for r in given.reasons[2:]] == [0.0]


def test_empty_case() -> None:
    """A case without pages has the prior and no steps."""
    given = weigh(Story((), as_of=None).case()).answers[0]
    assert (given.words, given.as_of, given.over_time, given.without) == ("cannot say", None, (), ())


def test_words_of_other_yardsticks() -> None:
    """The yardstick chosen gives the words; one there is not is refused with the choices."""
    case = case_of(Said(lean="deny"), Said("Bo Ras", "o2", "deny"), hypotheses=TIMELESS)
    assert weigh(case).answers[0].words == "very unlikely"
    assert weigh(case, yardstick="efsa").answers[0].words == "unlikely"
    with pytest.raises(SettingError, match="us-nic"):
        weigh(case, yardstick="gut")


@pytest.mark.parametrize("prior", [0.0, 1.0, -1.0, 2.0, float("nan")])
def test_impossible_priors_are_refused(prior: float) -> None:
    """A prior that no evidence could move is an error for the caller."""
    with pytest.raises(SettingError, match="prior"):
        weigh(case_of(Said()), prior=prior)


def test_given_prior_is_used() -> None:
    """A base rate given by the caller is where the answer starts."""
    case = case_of(Said(lean="unrelated"), hypotheses=TIMELESS)
    assert weigh(case, prior=0.1).answers[0].probability == pytest.approx(0.1)


def test_reason_reads_as_a_sentence() -> None:
    """A reason names the origin, how many articles relayed it, what it says and which way it bears."""
    given = reason(Said(day=20), Said(tag="again", day=20))
    said = "Ada Lind's word, 21 June 2031 (2 articles, 1 origin): “the harbour will close” speaks for it."
    assert given.text == said
    assert "first hand" in given.parts


def test_refs_are_the_contents() -> None:
    """The places of a reason slice to the contents of its statements."""
    case = case_of(Said(), Said(tag="again"))
    texts = {page.article.id: page.article.text for page in case.pages}
    refs = weigh(case).answers[0].reasons[2].refs
    assert [ref.span.of(texts[ref.article]) for ref in refs] == ["the harbour will close"] * 2


@pytest.mark.parametrize(
    "doubt",
    [
        Said(mode="indirect"),
        Said(relays=1),
        Said(kind="anonymous"),
        Said(kind="group"),
        Said(block="heading"),
        Said(strength=0.5),
        Said(low=0.1, high=0.7),
        Said(role="harbour minister of Ostria"),
        Said(denial="denial of discussion"),
        Said(force="predict"),
        Said(sure=0.6),
        Said(words="they plan to close it"),
        Said(non_denial=True),
    ],
    ids=lambda said: (
        f"{said.mode}-{said.kind}-{said.block}-{said.role}-{said.denial}-{said.relays}-{said.low}-{said.force}-{said.words}"
    ),
)
def test_each_doubt_takes_something(doubt: Said) -> None:
    """A statement with any one doubt weighs less than the same without, and points the same way."""
    assert 0.0 < weight(doubt) < weight(Said())


def test_relays_take_more_the_longer_the_chain_down_to_a_floor() -> None:
    """Each further mouth takes its share until the floor."""
    found = [weight(Said(relays=n)) for n in range(7)]
    assert found[0] > found[1] > found[2] > found[3]
    assert found[6] == pytest.approx(found[0] * weights.HOP_FLOOR)


def test_own_side_denial_is_discounted() -> None:
    """An office holder who denies the own side's plans is worth less than a denial by an outsider."""
    denial = Said("Per Aston", lean="deny", low=0.0, high=0.1, force="deny", denial="denial")
    own = abs(weight(replace(denial, role="spokesman of the government of Ostria")))
    other = abs(weight(replace(denial, role="spokesman of the government of Velia")))
    outsider = abs(weight(replace(denial, role="baker")))
    assert own < other < outsider
    assert "own side" in " ".join(reason(replace(denial, role="minister of Ostria")).parts)


def test_a_former_minister_is_no_party() -> None:
    """A watcher's word in the role takes the office away."""
    assert weight(Said(role="former minister of Ostria")) == pytest.approx(weight(Said()))


def test_not_ruled_out_weighs_nothing() -> None:
    """A reply that rules nothing out carries no weight even where its stance was read as a denial."""
    given = reason(Said(lean="deny", low=0.2, high=0.6, denial="not ruled out", non_denial=True))
    assert given.weight == 0.0


def test_second_origin_confirms() -> None:
    """An origin is worth more once a second, independent one says the same."""
    assert weight(Said(), Said("Bo Ras", "o2")) > weight(Said())


def test_circle_does_not_confirm() -> None:
    """Articles that cite each other count half and confirm nobody."""
    alone = weight(Said(), Said("Bo Ras", "o2"), circular=frozenset({"o2"}))
    assert alone <= weight(Said())
    assert "circle" in " ".join(reason(Said(), circular=frozenset({"o1"})).parts)


def test_age_halves() -> None:
    """A statement loses half of what it can lose in one half-life, and never all."""
    fresh, old = weight(Said(day=20)), weight(Said(day=-25))
    assert old == pytest.approx(fresh * (weights.AGE_FLOOR + (1 - weights.AGE_FLOOR) / 2))
    assert weight(Said(day=-5000)) == pytest.approx(fresh * weights.AGE_FLOOR)


def test_retraction_takes_the_weight_and_is_shown() -> None:
    """An origin taken back stays among the reasons with weight 0 and says so."""
    given = reason(Said(), Said("Bo Ras", "o2"), retracted={"o1": 5})
    assert given.weight == 0.0
    assert "withdrawn" in " ".join(given.parts)


def test_later_retraction_does_not_count_yet() -> None:
    """A retraction published after the day of the answer changes nothing."""
    assert weight(Said(), retracted={"o1": 30}) == pytest.approx(weight(Said()))


def test_latest_word_counts_once() -> None:
    """Of one person's two origins the later counts; a change of mind replaces what was said before."""
    changed = answer(Said(), Said(origin="o2", lean="deny", low=0.0, high=0.1, day=10))
    by_origin = {r.origin: r.weight for r in changed.reasons}
    assert by_origin["o1"] == 0.0
    assert by_origin["o2"] < 0.0


def test_anonymous_voices_are_not_one_person() -> None:
    """Two unnamed sources in two origins are two; a name would have made them one."""
    two = answer(Said("an official", kind="anonymous"), Said("an official", "o2", kind="anonymous"))
    assert all(r.weight > 0 for r in two.reasons[2:])


def test_both_ways_is_set_off() -> None:
    """An origin that says a thing and its opposite counts the difference."""
    given = reason(Said(), Said(lean="deny", low=0.0, high=0.3, tag="but"))
    assert 0.0 < given.weight < weight(Said())
    assert "opposite" in " ".join(given.parts)


def test_rejected_statements_carry_nothing() -> None:
    """A statement a person rejected does not bear, unless a later ruling accepts it."""
    reject = Ruling("s-0", "reject", "an editor", "2031-06-05T10:00:00", "misread")
    accept = replace(reject, verdict="accept", at="2031-06-06T10:00:00")
    assert answer(Said(), rulings=(reject,)).words == "cannot say"
    assert answer(Said(), rulings=(reject, accept)).words != "cannot say"


def test_stray_statements_are_noted() -> None:
    """A statement that bears and belongs to no origin carries no weight, and a note points at it."""
    given = weigh(replace(case_of(Said()), origins=()))
    assert [note.code for note in given.notes] == ["W401", "W402"]
    assert given.notes[1].ref is not None


def test_pages_after_the_day_do_not_count() -> None:
    """What was published after the day of the case does not bear."""
    assert answer(Said(day=21)).words == "cannot say"
    assert answer(Said(day=20)).words != "cannot say"


def test_day_of_the_answer_defaults_to_the_latest_page() -> None:
    """Without a day given the answer is as of the latest article."""
    assert answer(Said(day=3), Said("Bo Ras", "o2", day=7), as_of=None).as_of == day_of(7)


def test_negation_mirrors() -> None:
    """The negation has one minus the probability, the range turned and every weight negated."""
    case = case_of(Said(), Said("Bo Ras", "o2", "deny", low=0.0, high=0.3, day=4), Said("Cy Vane", "o3", "open"))
    yes, no = weigh(case).answers
    assert (no.probability, no.low, no.high) == (1 - yes.probability, 1 - yes.high, 1 - yes.low)
    assert [r.weight for r in no.reasons] == [-r.weight for r in yes.reasons]
    assert logistic(sum(r.weight for r in no.reasons)) == pytest.approx(no.probability, abs=1e-12)
    assert [s.probability for s in no.over_time] == [1 - s.probability for s in yes.over_time]
    assert [w.probability for w in no.without] == [1 - w.probability for w in yes.without]
    assert "speaks against it" in no.reasons[2].text
    assert "speaks for it" in yes.reasons[2].text


def test_further_hypotheses_stand_alone() -> None:
    """What bears on one hypothesis leaves another where it was."""
    other = Hypothesis("h3", "The ferry of Tarn stops", closes=date(2031, 7, 1))
    given = weigh(case_of(Said(), Said("Bo Ras", "o2", hypothesis="h3"), hypotheses=(H1, H2, other)))
    alone = weigh(case_of(Said()))
    assert given.answers[0].probability == alone.answers[0].probability
    assert given.answers[2].words != "cannot say"
    assert [a.hypothesis for a in given.answers] == ["h1", "h2", "h3"]


def test_range_narrows_with_independent_origins() -> None:
    """More origins make the range narrower in log-odds; one wide commitment makes it wider."""
    many = answer(*(Said(f"Person {n}", f"o{n}", "support" if n % 2 else "deny") for n in range(12)))
    few = answer(Said("Person 0", "o0", "deny"), Said("Person 1", "o1"))
    assert many.high - many.low < few.high - few.low
    assert 0.0 <= many.low <= many.probability <= many.high <= 1.0


def test_many_origins_have_a_ceiling() -> None:
    """Fifty agreeing origins do not make certainty: they are not wholly independent."""
    given = answer(*(Said(f"Person {n}", f"o{n}", day=20) for n in range(50)))
    assert sum(r.weight for r in given.reasons[2:]) < weights.ORIGIN / weights.SHARED
    assert given.probability < 0.9995


def test_range_holds_every_answer_without_one() -> None:
    """No single origin's absence takes the answer out of its range."""
    given = answer(Said(), Said("Bo Ras", "o2", "deny", low=0.0, high=0.05))
    assert all(given.low <= w.probability <= given.high for w in given.without)


def test_parts_multiply_to_the_weight() -> None:
    """A reader who multiplies the factors as printed gets the weight as printed."""
    said = Said(kind="anonymous", relays=1, day=-10, low=0.7, high=0.9, words="they plan to close it")
    given = reason(said, Said("Bo Ras", "o2"))
    factors = [float(part.rsplit("× ", 1)[1]) for part in given.parts if "×" in part]
    position = next(float(part[:-1].rsplit(" ", 1)[1]) / 100 for part in given.parts if part.endswith("%"))
    assert len(factors) == 5
    assert given.weight == pytest.approx(weights.ORIGIN * math.prod(factors) * position, rel=0.03)
