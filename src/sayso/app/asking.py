"""What is asked on the command line: the question with the days and the judge that a person gives beside it."""

from __future__ import annotations

import argparse
from datetime import date

from sayso import pipeline
from sayso.errors import SettingError
from sayso.linking.questions import Terms

#: A judge named in more letters is an article by mistake.
_LONGEST = 300


def question_of(arguments: argparse.Namespace) -> pipeline.Question:
    """The question of `sayso brief`; SettingError where an option cannot be used as given."""
    opens, closes = _day("--opens", arguments.opens), _day("--closes", arguments.closes)
    if opens and closes and opens > closes:
        raise SettingError(
            f"--opens {opens} is after --closes {closes}; give a first day that is not after the last"
        )
    return pipeline.Question(
        arguments.ask,
        tuple(arguments.hypothesis),
        as_of(arguments),
        Terms(opens, closes, _resolver(arguments.resolver)),
    )


def as_of(arguments: argparse.Namespace) -> date | None:
    """The day of the answer, None for that of the last article."""
    return _day("--as-of", arguments.as_of)


def _day(option: str, value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise SettingError(f"{option} {value}: not a day; give it as YYYY-MM-DD, such as 2031-05-03") from None


def _resolver(value: str | None) -> str | None:
    """Who settles the question, on one line."""
    if value is None:
        return None
    told = " ".join(value.split())
    if not told or len(told) > _LONGEST:
        raise SettingError(
            f'--resolver: say who settles the question in 1 to {_LONGEST} characters, such as "the harbour office"'
        )
    return told
