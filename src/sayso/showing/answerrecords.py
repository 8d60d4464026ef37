"""Hypotheses with their answers, forecasts and scores, ratings, near misses and positions as records for JSON."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.answers import Answer, Answers, Rating, Step
from sayso.model.case import Case
from sayso.model.forecasts import Bin, Forecast, Misled, Outcome, PostMortem, Score, Tally
from sayso.model.stances import Hypothesis, NearMiss, Position
from sayso.showing.sourcerecords import Record, day_text, ref_record


def hypothesis_record(hypothesis: Hypothesis, answer: Answer | None) -> Record:
    """A hypothesis with its answer, null where it was not weighed."""
    return {
        "id": hypothesis.id,
        "text": hypothesis.text,
        "subject": hypothesis.subject,
        "event": hypothesis.event,
        "opens": day_text(hypothesis.opens),
        "closes": day_text(hypothesis.closes),
        "resolver": hypothesis.resolver,
        "negates": hypothesis.negates,
        "answer": _answer(answer) if answer else None,
    }


def weighed_records(case: Case, answers: Answers) -> Record:
    """The parts of a case's record that tell what weighing made of it, by their names."""
    plain = {key: round(value, 4) for key, value in answers.unweighted}
    return {
        "ratings": [_rating(one) for one in answers.ratings],
        "grid": {
            "cells": [
                {
                    "origin": one.origin,
                    "hypothesis": one.hypothesis,
                    "sign": one.sign,
                    "word": one.word,
                    "weight": round(one.weight, 4),
                }
                for one in answers.grid
            ],
            "diagnosticity": [
                {"origin": key, "value": round(value, 4), "same": not value} for key, value in answers.diagnosticity
            ],
            "inconsistency": [
                {"hypothesis": key, "value": round(v, 4), "unweighted": plain.get(key, 0)}
                for key, v in answers.inconsistency
            ],
            "swaps": [
                {"origin": one.origin, "ahead": one.ahead, "behind": one.behind, "level": one.level}
                for one in answers.swaps
            ],
        },
        "near": [_near(one) for one in case.near],
        "positions": [_position(one) for one in case.positions],
    }


def forecast_records(answers: Answers) -> Record:
    """The parts of a case's record that tell of forecasts and what became of them, by their names."""
    return {
        "forecasts": [_forecast(one) for one in answers.forecasts],
        "scores": [_score(one) for one in answers.scores],
        "tallies": [tally_record(one) for one in answers.tallies],
        "postmortems": [_postmortem(one) for one in answers.postmortems],
        "calibration": bin_records(answers.calibration),
    }


def bin_records(bins: Sequence[Bin]) -> list[Record]:
    """Classes of forecasts with their numbers."""
    return [
        {
            "low": one.low,
            "high": one.high,
            "n": one.n,
            "mean": round(one.mean, 4),
            "share": round(one.share, 4),
            "bounds": {"low": round(one.bounds[0], 4), "high": round(one.bounds[1], 4)},
        }
        for one in bins
    ]


def _answer(answer: Answer) -> Record:
    """Weights and probability are printed unrounded: the logistic of the sum must hold for the reader too."""
    return {
        "probability": answer.probability,
        "low": answer.low,
        "high": answer.high,
        "words": answer.words,
        "confidence": answer.confidence,
        "confidence_why": list(answer.confidence_why),
        "reasons": [
            {
                "kind": reason.kind,
                "text": reason.text,
                "weight": reason.weight,
                "refs": [ref_record(ref) for ref in reason.refs],
                "origin": reason.origin,
                "parts": list(reason.parts),
            }
            for reason in answer.reasons
        ],
        "without": [{"origin": w.origin, "probability": w.probability} for w in answer.without],
        "over_time": [_step(step) for step in answer.over_time],
        "would_change": list(answer.would_change),
        "watch": list(answer.watch),
    }


def _step(step: Step) -> Record:
    return {
        "as_of": day_text(step.as_of),
        "probability": step.probability,
        "low": step.low,
        "high": step.high,
        "moved_by": list(step.moved_by),
        "why": list(step.why),
        "kind": step.kind,
        "by_said": step.by_said,
        "by_time": step.by_time,
    }


def _rating(one: Rating) -> Record:
    return {
        "origin": one.origin,
        "source": one.source,
        "reliability": one.reliability,
        "credibility": one.credibility,
        "why": list(one.why),
    }


def _near(one: NearMiss) -> Record:
    return {
        "hypothesis": one.hypothesis,
        "what": one.what,
        "why": one.why,
        "statements": list(one.statements),
        "refs": [ref_record(ref) for ref in one.refs],
    }


def _position(one: Position) -> Record:
    return {
        "source": one.source,
        "hypothesis": one.hypothesis,
        "turns": [
            {
                "statement": turn.statement,
                "day": day_text(turn.day),
                "lean": turn.lean,
                "strength": round(turn.strength, 4),
                "change": turn.change,
            }
            for turn in one.turns
        ],
    }


def _forecast(forecast: Forecast) -> Record:
    return {
        "statement": forecast.statement,
        "event": forecast.event,
        "by": day_text(forecast.by),
        "low": round(forecast.low, 4),
        "high": round(forecast.high, 4),
        "phrase": forecast.phrase,
        "resolvable": forecast.resolvable,
        "hypothesis": forecast.hypothesis,
        "implied": [round(share, 4) for share in forecast.implied] if forecast.implied else None,
        "source": forecast.source,
        "said": day_text(forecast.said),
        "why": forecast.why,
        "repeats": forecast.repeats,
    }


def _score(score: Score) -> Record:
    return {
        "statement": score.statement,
        "rule": score.rule,
        "low": round(score.low, 4),
        "middle": round(score.middle, 4),
        "high": round(score.high, 4),
    }


def tally_record(tally: Tally) -> Record:
    """What a source's forecasts amount to."""
    return {
        "source": tally.source,
        "names": list(tally.names),
        "n": tally.n,
        "right": tally.right,
        "brier": _bounds(tally.brier),
        "log": _bounds(tally.log),
        "cases": list(tally.cases),
    }


def _bounds(three: tuple[float, float, float] | None) -> Record | None:
    """A mean with its bounds."""
    if three is None:
        return None
    return dict(zip(("low", "mean", "high"), (round(share, 4) for share in three), strict=True))


def _postmortem(one: PostMortem) -> Record:
    return {
        "hypothesis": one.hypothesis,
        "outcome": outcome_record(one.outcome),
        "probability": one.probability,
        "brier": round(one.brier, 4),
        "log": round(one.log, 4),
        "misled": [_misled(each) for each in one.misled],
        "led": [_misled(each) for each in one.led],
        "lessons": list(one.lessons),
        "days": [{"day": day_text(day), "probability": p, "brier": round(b, 4)} for day, p, b in one.days],
        "mean": None if one.mean is None else round(one.mean, 4),
    }


def outcome_record(outcome: Outcome) -> Record:
    """What happened, on whose word, and what was recorded before."""
    return {
        "happened": outcome.happened,
        "known": day_text(outcome.known),
        "source": outcome.source,
        "on": day_text(outcome.on),
        "by": outcome.by,
        "why": outcome.why,
        "earlier": list(outcome.earlier),
    }


def _misled(one: Misled) -> Record:
    return {"origin": one.origin, "weight": one.weight, "without": one.without, "text": one.text}
