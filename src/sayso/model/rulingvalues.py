"""What the value of a ruling says, read and written: places, a voice, bounds, a side."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Final, get_args

from sayso.model.rulings import Ruling, Verdict
from sayso.model.span import Span, cover
from sayso.model.stances import Lean

_PLACE: Final = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)
_SHARE: Final = re.compile(r"(?:0|1|0?\.\d{1,6}|0\.\d{1,6}|1\.0{1,6})", re.ASCII)
_MOST_PLACES: Final = 64

#: What the value of a verdict must look like, in words.
FORMS: Final[dict[Verdict, str]] = {
    "span": 'places of the article\'s text, such as "120-164 170-181"',
    "source": 'a name, with its place if it has one, such as "Ada Brill @40-49"',
    "certainty": 'low and high between 0 and 1, such as "0.2-0.5"',
    "stance": 'a lean and a strength between 0 and 1, such as "support 0.8", "open" or "unrelated"',
}


def places(value: str | None, length: int | None = None) -> tuple[Span, ...] | None:
    """The places that "120-164 170-181" gives, in text order, those that touch made one; None where it gives none.

    `length` is that of the text, where it is known: places beyond it are none.
    """
    found: list[Span] = []
    parts = (value or "").split()
    for part in parts[: _MOST_PLACES + 1]:
        match = _PLACE.fullmatch(part)
        if match is None or int(match[1]) >= int(match[2]):
            return None
        found.append(Span(int(match[1]), int(match[2])))
    if not found or len(parts) > _MOST_PLACES or (length is not None and max(s.end for s in found) > length):
        return None
    return joined(found)


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in text order, those that touch or overlap made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = cover((out[-1], span))
        else:
            out.append(span)
    return tuple(out)


def written(spans: Iterable[Span]) -> str:
    """The value that gives these places."""
    return " ".join(f"{span.start}-{span.end}" for span in spans)


def voice(value: str | None, length: int | None = None) -> tuple[str, Span | None] | None:
    """A source's name on one line, and its place, that "Ada Brill @40-49" gives; None where it names nobody."""
    name, mark, place = (value or "").rpartition("@")
    found = places(place, length) if mark and _PLACE.fullmatch(place.strip()) else None
    if mark and _PLACE.fullmatch(place.strip()) and (found is None or (name and not name[-1].isspace())):
        return None
    plain = " ".join((name if found else value or "").split())
    return (plain, found[0] if found else None) if any(map(str.isalnum, plain)) else None


def bounds(value: str | None) -> tuple[float, float] | None:
    """Low and high that "0.2-0.5" gives; None where it gives none."""
    low, _, high = (value or "").replace("–", "-").partition("-")
    ends = [part.strip() for part in (low, high)]
    if not all(_SHARE.fullmatch(end) for end in ends) or float(ends[0]) > float(ends[1]):
        return None
    return float(ends[0]), float(ends[1])


def side(value: str | None) -> tuple[Lean, float] | None:
    """The lean and its strength that "support 0.8" gives; None where it gives none.

    What leaves a matter open or is unrelated has the strength 0, whatever is given with it.
    """
    parts = (value or "").split()
    lean = next((one for one in get_args(Lean) if parts[:1] == [one]), None)
    if lean is None or len(parts) > 2 or not all(_SHARE.fullmatch(part) for part in parts[1:]):
        return None
    if lean in {"open", "unrelated"}:
        return lean, 0.0
    return (lean, float(parts[1])) if len(parts) == 2 else None


def called(ruling: Ruling) -> dict[str, str]:
    """What the ends of a merge or split were called when it was made, by their ids; empty where nobody knows."""
    if ruling.verdict not in {"merge", "split"} or not ruling.value:
        return {}
    try:
        told = json.loads(ruling.value)
    except ValueError:
        return {}
    ends = ruling.target.split("+")
    if not isinstance(told, list) or len(told) != len(ends) or not all(isinstance(one, str) for one in told):
        return {}
    return {end: name for end, name in zip(ends, told, strict=True) if name}


def calling(names: Iterable[str]) -> str:
    """The value that says what the ends of a merge or split are called, in the order of its target."""
    return json.dumps(list(names), ensure_ascii=False)


def unreadable(ruling: Ruling, length: int | None = None) -> str | None:
    """What is wrong with the value of a ruling on a statement, in words; None where nothing is.

    `length` is that of the article's text, where it is known.
    """
    value = ruling.value
    fits = {
        "span": lambda: places(value, length) is not None,
        "source": lambda: voice(value, length) is not None,
        "certainty": lambda: bounds(value) is not None,
        "stance": lambda: side(value) is not None,
    }.get(ruling.verdict)
    if fits is None or fits():
        return None
    return f'gives "{" ".join((value or "").split())[:60]}", not {FORMS[ruling.verdict]}'
