"""Rumours: counting, the fitted pool and Sayso's own on invented ones."""

import json

import pytest

from evals.rumours import (
    Rumour,
    Told,
    briefed,
    brier,
    counting,
    given_leans,
    headline_leans,
    load,
    logistic_pool,
    pooled,
)
from sayso import pipeline

CLAIM = "The mayor of Tarn has sold the town clock"


def rumour(stances: str, verdict: str = "true", outlet: str = "") -> Rumour:
    """A rumour with a page for each sign: + for, - against, o observing."""
    names = {"+": "for", "-": "against", "o": "observing"}
    headlines = {"+": "Mayor of Tarn has sold the town clock", "-": "No, the clock is not sold", "o": "Clock sold?"}
    pages = tuple(
        Told(outlet or f"paper{at}.example", f"http://paper{at}.example/", f"{headlines[sign]} {at}", names[sign])
        for at, sign in enumerate(stances)
    )
    return Rumour(CLAIM, verdict, pages)


def test_rumours_are_read_in_order(tmp_path):
    """Pages stand in their order of appearance, those without a headline are left out."""
    page = {"outlet": "a.example", "url": "http://a.example", "headline": "B", "stance": "for", "order": "2"}
    row = {"claim": "C ", "verdict": "false", "pages": [page, {**page, "headline": "A", "order": "1"}]}
    path = tmp_path / "rumours.jsonl"
    path.write_text(json.dumps({**row, "pages": [*row["pages"], {**page, "headline": " "}]}) + "\n", "utf-8")
    (one,) = load(path)
    assert (one.claim, [told.headline for told in one.pages], one.decided) == ("C", ["A", "B"], True)


def test_counting_is_a_share_of_those_that_take_a_side():
    """Pages that only watch are not counted; where none takes a side it is one half."""
    assert counting(rumour("++-o")) == pytest.approx(2 / 3)
    assert counting(rumour("oo")) == 0.5


def test_a_denial_weighs_more_than_a_report():
    """The pool puts a rumour with as many denials as reports under even odds, and mere watching above nothing."""
    shares = [pooled(one, given_leans(one)) for one in map(rumour, ("+", "+-", "-", "o"))]
    assert shares[0] > shares[3] > shares[1] > shares[2]
    assert shares[1] < 0.4


def test_pages_of_one_wording_count_once():
    """A headline printed twice is one origin."""
    one = rumour("+", outlet="bbc.co.uk")
    twice = Rumour(CLAIM, "true", one.pages * 2)
    assert pooled(twice, given_leans(twice)) == pytest.approx(pooled(one, given_leans(one)))


def test_unverified_is_left_out_or_untrue():
    """A rumour without a two-way verdict is scored only where asked."""
    both = [rumour("+"), rumour("+", "unverified")]
    assert brier(both, [0.8, 0.8]) == pytest.approx(0.04)
    assert brier(both, [0.8, 0.8], unverified=True) == pytest.approx((0.04 + 0.64) / 2)


def test_the_fitted_pool_never_sees_its_own_verdict():
    """Turning one rumour's verdict round leaves its own share where it was."""
    some = [rumour("+++"), rumour("++"), rumour("--", "false"), rumour("+-", "false"), rumour("++++")]
    turned = [rumour("+++", "false"), *some[1:]]
    assert logistic_pool(some)[0] == pytest.approx(logistic_pool(turned)[0])
    assert logistic_pool(some)[2] < logistic_pool(some)[0]


def test_headlines_and_the_whole_of_sayso_give_a_share():
    """A rumour goes through the entailer and through a brief of a folder of headlines."""
    brain = pipeline.load_brain("rules")
    one = rumour("++")
    assert set(headline_leans(one, brain.entailer)) == {"support"}
    assert briefed(one, brain) > 0.45
