"""Pairs made by rule from pairs: negations, exchanges, strangers, and what is held out of training."""

from __future__ import annotations

import random

import pytest

from evals.stances import held_out
from training import leans, recipe
from training.leans import Pair, apart, exchanged, mirrored, negated, strangers, written

FACT = Pair("The mill of Ost was sold in 1911 to a Danish actor.", "The mill was sold in 1911.", (0,), "fever")


def chance() -> random.Random:
    """The same draws each time."""
    return random.Random(1)  # noqa: S311 a draw, no secret


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The mill is sold.", "The mill is not sold."),
        ("The mill was not sold.", "The mill was sold."),
        ("The mill has been sold.", "The mill has not been sold."),
        ("The mill has an owner.", None),
        ("Mills burn.", None),
    ],
)
def test_a_sentence_is_negated_at_its_auxiliary(text, other):
    """A negation is put in or taken out; a sentence without an auxiliary stays as it is."""
    assert negated(text) == other


def test_a_negated_hypothesis_turns_the_side():
    """Support and deny change places, open stays, and gold in two ways is not turned."""
    for before, after in ((0, 1), (1, 0), (2, 2)):
        turned = mirrored(Pair("x", "It is so.", (before,), "lingnli"))
        assert turned is not None
        assert (turned.hypothesis, turned.leans) == ("It is not so.", (after,))
    assert mirrored(Pair("x", "It is so.", (1, 2), "rte")) is None


def test_something_exchanged_in_one_text_is_denied_and_in_both_supported():
    """The year of both texts becomes another in the hypothesis, in the statement, in both."""
    one, two, both = exchanged(FACT, [], chance())
    assert one.leans == two.leans == (1,)
    assert "1911" not in one.hypothesis
    assert one.statement == FACT.statement
    assert "1911" not in two.statement
    assert two.hypothesis == FACT.hypothesis
    assert both.leans == (0,)
    assert (both.hypothesis, both.statement) == (one.hypothesis, two.statement)


def test_nothing_is_exchanged_in_what_is_not_supported():
    """A denied pair says nothing of what its texts share."""
    assert not exchanged(Pair(FACT.statement, FACT.hypothesis, (1,), "fever"), [], chance())


def test_held_out_claims_and_their_stories_are_not_learned_from():
    """Rows of a held-out claim are held, and news on the same body are in neither part."""
    claims = [f"The mill of Ost burned {number} times." for number in range(40)]
    found = [
        {"set": "emergent", "claim": claim, "hypothesis": claim, "statement": f"Mill: {claim}"} for claim in claims
    ]
    found += [{"set": "fnc", "hypothesis": f"Mill: {claim}", "statement": claim, "body": claim} for claim in claims]
    kept, held = apart(found)
    away = {claim for claim in claims if held_out(claim)}
    assert away
    assert {row["claim"] for row in held} == away
    assert {row["body"] for row in kept if row["set"] == "fnc"} == set(claims) - away


def test_strangers_are_about_something_else_and_teach_no_lean():
    """Each has a hypothesis of its set that is not its own."""
    some = [Pair(f"The mill {n} burned.", f"Mill {n} burned down.", (0,), "fever") for n in range(20)]
    made = strangers(some, chance(), share=1.0)
    assert made
    own = {one.statement: one.hypothesis for one in some}
    for one in made:
        assert not one.related
        assert one.leans == ()
        assert own[one.statement] != one.hypothesis


def test_written_rows_are_shown_with_who_says_it(tmp_path):
    """Content alone and with source and cue; alone only where the cue does not turn it."""
    header = "hypothesis\tcloses\tsource\tcue\tcontent\tlean\tstrength\tkind\n"
    rows = (
        "The mill is sold\t\tAda Lind\tsaid\tthe mill goes\tsupport\t2\tplain\n"
        "The mill is sold\t\tAda Lind\tdenied that\tthe mill goes\tdeny\t2\tdenial\n"
        "The mill is sold\t\t\t\tBread is dear\tunrelated\t0\tbackground\n"
    )
    (tmp_path / "a.tsv").write_text(header + rows, "utf-8")
    found = [(one.statement, one.leans, one.related) for one in written(tmp_path)]
    assert found == [
        ("the mill goes", (0,), True),
        ("Ada Lind said the mill goes", (0,), True),
        ("Ada Lind denied that the mill goes", (1,), True),
        ("Bread is dear", (), False),
    ]


def test_the_recipe_names_sets_that_there_are():
    """Each set of the recipe has a family."""
    for run in recipe.stances():
        assert set(run.most) <= set(leans.SETS)
        assert set(run.times) <= set(run.most)
