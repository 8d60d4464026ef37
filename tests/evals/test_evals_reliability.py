"""Reliability: confidences beside the share that is right."""

from __future__ import annotations

import pytest

from evals.attributions import Copy, Verdict
from evals.reliability import Judgement, calibration_error, judgements, table, tenths


def test_confidences_that_keep_their_promise_have_no_error():
    """Four of five right at 0.8 is exact; all right at 0.8 is off by 20 points."""
    exact = [Judgement(0.8, right=number < 4) for number in range(5)]
    timid = [Judgement(0.8, right=True)]
    assert calibration_error(tenths(exact)) == pytest.approx(0)
    assert calibration_error(tenths(timid)) == pytest.approx(20)
    assert calibration_error([]) == 0


def test_errors_count_by_the_statements_behind_them():
    """A tenth with three times the weight counts three times."""
    judged = [Judgement(0.55, right=True, weight=3.0), Judgement(1.0, right=True), Judgement(0.0, right=False)]
    rows = tenths(judged)
    assert [row.low for row in rows] == [0.0, 0.5, 0.9]
    assert calibration_error(rows) == pytest.approx(3 * 45 / 5)
    assert table(rows)[3] == "| 0.5 to 0.6 | 3 | 55 | 100 |"


def test_a_statement_is_judged_once_by_each_copy_that_does_not_set_it_aside():
    """Confidences go with what was found, not with the gold."""
    verdict = Verdict(Copy(()), matched={0: 2}, judged=(0, 2), cues=0, exact=0, weight=0.5)
    judged = list(judgements([0.1, 0.2, 0.9], [verdict]))
    assert judged == [Judgement(0.1, right=False, weight=0.5), Judgement(0.9, right=True, weight=0.5)]
