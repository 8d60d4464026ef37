"""What the terminal shows after a brief: the question, the answer, what it rests on, where the dossier is."""

from __future__ import annotations

import textwrap

from sayso.lang.en.yardsticks import CANNOT_SAY
from sayso.model.answers import Answer, Answers, Reason
from sayso.model.case import Case
from sayso.model.prose import day
from sayso.showing.counts import seen, sprung
from sayso.showing.near import read_as
from sayso.showing.words import count, likelihood

WIDTH = 88
SHOWN = 3  # reasons each way


def summary(case: Case, answers: Answers, dossier: str) -> str:
    """A few lines of plain text for `case`, the first answer on top; `dossier` is where the page was written."""
    lines = [*textwrap.wrap(case.question, WIDTH), *textwrap.wrap(read_as(case.hypotheses), WIDTH), ""]
    for answer in answers.answers[:1]:
        lines += _answer_lines(answer, case)
    lines += ["", *textwrap.wrap(counted(case, answers), WIDTH)]
    for answer in answers.answers[:1]:
        lines += _reason_lines(answer)
    return "\n".join([*lines, "", f"Dossier: {dossier}"])


def _answer_lines(answer: Answer, case: Case) -> list[str]:
    hypothesis = next(h for h in case.hypotheses if h.id == answer.hypothesis)
    when = f"As of {day(answer.as_of)}: " if answer.as_of else ""
    closes = f" (closes {day(hypothesis.closes)})" if hypothesis.closes else ""
    spread = "" if answer.words == CANNOT_SAY else f", {likelihood(answer.low, answer.high)}"
    said = f"{when}{answer.words}{spread}"
    ground = f"Confidence in the ground: {answer.confidence}." if answer.confidence else ""
    return [
        *textwrap.wrap(f"{said}{closes}", WIDTH),
        *textwrap.wrap(hypothesis.text, WIDTH, initial_indent="  ", subsequent_indent="  "),
        *textwrap.wrap(" ".join((ground, *answer.confidence_why)) if ground else "", WIDTH),
    ]


def counted(case: Case, answers: Answers) -> str:
    """What an answer rests on, in one line: articles, origins, how many take a side, and the statements.

    Of origins it says how many are independent, of all and of those that take a side.
    """
    statements = sum(len(page.statements) for page in case.pages)
    ids = taking_sides(answers)
    sides = sprung([origin for origin in case.origins if origin.id in ids]) if ids else "none"
    if "," in sides:
        sides += ","
    return (
        f"{seen(len(case.pages), case.origins)}; {sides} take{'s' if len(ids) < 2 else ''} a side on the question "
        f"({count(statements, 'statement')} in all)"
    )


def taking_sides(answers: Answers) -> frozenset[str]:
    """The ids of the origins that weigh on some hypothesis, and of those that did until they were taken back."""
    weighing = {reason.origin for one in answers.answers for reason in one.reasons if reason.weight}
    withdrawn = {cell.origin for cell in answers.grid if cell.word == "withdrawn"}
    return frozenset({origin for origin in weighing if origin} | withdrawn)


def _reason_lines(answer: Answer) -> list[str]:
    """The strongest reasons for and against, each with its weight in log-odds."""
    evidence = [reason for reason in answer.reasons if reason.kind != "prior" and reason.weight]
    strongest = sorted(evidence, key=lambda reason: -abs(reason.weight))
    lines: list[str] = []
    for title, sign in (("For", 1), ("Against", -1)):
        chosen = [reason for reason in strongest if reason.weight * sign > 0][:SHOWN]
        lines += ["", f"{title}:"]
        lines += [line for reason in chosen for line in _reason(reason)] or ["  nothing"]
    return lines


def _reason(reason: Reason) -> list[str]:
    return textwrap.wrap(
        f"{reason.weight:+.2f}  {reason.text}", WIDTH, initial_indent="  ", subsequent_indent=" " * 9
    )
