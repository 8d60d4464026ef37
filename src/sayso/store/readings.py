"""A printed case, as `sayso brief --json` writes it, read back as far as two readings can be compared.

The file may be anybody's: it is refused where it is too large, damaged, or no case, each time with what is wrong
and where. A field that an older version did not print is taken for empty.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, BinaryIO, Final, TypeVar

from sayso.errors import FormatError
from sayso.model.answers import Answer, Reason
from sayso.model.changes import CaseReading, Figure, Item, Utterance
from sayso.model.forecasts import Forecast
from sayso.model.origins import Origin
from sayso.model.rulings import Ruling
from sayso.model.sources import Source
from sayso.model.span import Span
from sayso.model.stances import Clash, Hypothesis, Stance
from sayso.model.times import Interval

#: A case of 12 articles takes 0.45 MB, one of 2,000 articles some 75 MB.
LARGEST: Final = 128 * 2**20
#: Objects and lists that a file may hold, and commas; a file of Sayso's has about one in 20 and one in 10 bytes.
_MOST: Final = 8_000_000
_COMMAS: Final = 16_000_000
#: Characters of a statement's words that are kept.
_WORDS: Final = 240
_T = TypeVar("_T")
_Object = Mapping[str, Any]


def read_reading(file: BinaryIO, name: str) -> CaseReading:
    """The reading in `file`, called `name`; FormatError where it is none."""
    raw = file.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise FormatError(f"{name}: larger than {LARGEST >> 20} MB; readings up to that size can be compared")
    if raw.count(b"{") + raw.count(b"[") > _MOST or raw.count(b",") > _COMMAS:
        raise FormatError(f"{name}: holds more values than any case; give what sayso brief --json printed")
    try:
        case = json.loads(raw, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        told = "no JSON" if isinstance(error, ValueError) else "JSON nested too deep"
        raise FormatError(f"{name}: {told} ({_short(error)}); give what sayso brief --json printed") from None
    del raw
    if not isinstance(case, dict) or "hypotheses" not in case or "question" not in case:
        raise FormatError(f"{name}: no case of Sayso's; give what sayso brief --json printed")
    if case.get("schema") != "sayso/1":
        raise FormatError(
            f"{name}: follows {_short(case.get('schema'))}, not sayso/1; print it again with this version"
        )
    return _Decoder(name).case(case)


def _no_number(word: str) -> float:
    raise ValueError(f"{word} is no number")


def _short(what: object) -> str:
    line = " ".join(str(what)[:400].split())
    return line if len(line) <= 100 else line[:100] + " …"


class _Decoder:
    """Decodes one file; every complaint names it and the place."""

    def __init__(self, name: str) -> None:
        self._name = name

    def case(self, case: _Object) -> CaseReading:
        """The whole reading."""
        hypotheses = tuple(self._each(case, "hypotheses", self._hypothesis))
        answers = tuple(
            self._answer(one["answer"], h.id)
            for one, h in zip(case["hypotheses"], hypotheses, strict=True)
            if one.get("answer") is not None
        )
        texts = {
            key: text
            for page in self._list(case, "articles")
            if (key := self._text(self._object(page, "article"), "id"))
            and isinstance(text := page["article"].get("text"), str)
        }
        return CaseReading(
            name=self._name,
            question=self._text(case, "question"),
            as_of=self._day(case, "as_of"),
            hypotheses=hypotheses,
            answers=answers,
            articles=tuple(self._each(case, "articles", self._item)),
            statements=tuple(self._statements(case, texts)),
            sources=tuple(self._each(case, "sources", self._source)),
            origins=tuple(self._each(case, "origins", self._origin)),
            stances=tuple(self._each(case, "stances", self._stance)),
            clashes=tuple(self._each(case, "clashes", self._clash)),
            forecasts=tuple(self._each(case, "forecasts", self._forecast)),
            amounts=tuple(self._each(case, "amounts", self._figure)),
            rulings=tuple(self._each(case, "rulings", self._ruling)),
        )

    def _hypothesis(self, one: _Object) -> Hypothesis:
        return Hypothesis(
            self._text(one, "id"),
            self._text(one, "text"),
            closes=self._day(one, "closes"),
            negates=self._maybe(one, "negates"),
        )

    def _answer(self, one: object, hypothesis: str) -> Answer:
        """An answer whose reasons add up to it, as every printed one does."""
        if not isinstance(one, dict):
            raise self._wrong("an answer is no object")
        reasons = tuple(self._each(one, "reasons", self._reason))
        shares = [self._number(one, key) for key in ("probability", "low", "high")]
        if not all(0 <= share <= 1 for share in shares):
            raise self._wrong(f"the answer to {_short(hypothesis)} is no probability")
        total = math.fsum(reason.weight for reason in reasons)
        if abs(1 / (1 + math.exp(-max(-700.0, min(700.0, total)))) - shares[0]) > 1e-6:
            raise self._wrong(f"the reasons of {_short(hypothesis)} do not add up to its answer")
        words, confidence = self._text(one, "words"), self._maybe(one, "confidence")
        probability, low, high = shares
        return Answer(
            hypothesis,
            None,
            probability,
            low,
            high,
            words,
            reasons,
            confidence=confidence,  # type: ignore[arg-type]  # shown, not reckoned with
        )

    def _reason(self, one: _Object) -> Reason:
        parts = tuple(part for part in self._list(one, "parts") if isinstance(part, str))
        kind, text = self._text(one, "kind"), self._text(one, "text")
        return Reason(kind, text, self._number(one, "weight"), origin=self._maybe(one, "origin"), parts=parts)

    def _item(self, page: _Object) -> Item:
        one = self._object(page, "article")
        dating = one.get("published") or {}
        if not isinstance(dating, dict):
            raise self._wrong("an article's date is no object")
        return Item(
            self._text(one, "id"),
            self._maybe(one, "path") or "",
            self._maybe(one, "title") or "",
            self._maybe(one, "outlet") or "",
            self._maybe(one, "raw_sha256") or "",
            Interval(self._day(dating, "earliest"), self._day(dating, "latest")) if dating else None,
            self._maybe(dating, "how") or "",
        )

    def _statements(self, case: _Object, texts: Mapping[str, str]) -> Iterator[Utterance]:
        for page in self._list(case, "articles"):
            article = self._text(self._object(page, "article"), "id")
            outlet = self._maybe(page["article"], "outlet") or "the article itself"
            for key in ("statements", "own_voice"):
                for one in self._list(page, key):
                    yield self._statement(one, article, texts.get(article, ""), outlet)

    def _statement(self, one: object, article: str, text: str, outlet: str) -> Utterance:
        if not isinstance(one, dict):
            raise self._wrong("a statement is no object")
        spans = tuple(self._span(pair) for pair in self._list(one, "content"))
        words = " … ".join(text[span.start : min(span.end, span.start + _WORDS)] for span in spans[:4])
        chain = self._list(one, "chain")
        last = chain[-1] if chain else None
        who = self._maybe(self._object(last, "source"), "text") if isinstance(last, dict) else outlet
        return Utterance(self._text(one, "id"), article, who or "somebody", " ".join(words[:_WORDS].split()), spans)

    def _span(self, pair: object) -> Span:
        if isinstance(pair, list) and len(pair) == 2 and all(type(end) is int for end in pair):
            start, end = pair
            if 0 <= start <= end <= LARGEST:
                return Span(start, end)
        raise self._wrong(f"{_short(pair)} is no span")

    def _source(self, one: _Object) -> Source:
        members = tuple(key for key in self._list(one, "members") if isinstance(key, str))
        kind = self._text(one, "kind")
        return Source(self._text(one, "id"), self._text(one, "name"), kind, members=members)  # type: ignore[arg-type]  # shown, not reckoned with

    def _origin(self, one: _Object) -> Origin:
        named = {
            key: tuple(each for each in self._list(one, key) if isinstance(each, str))
            for key in ("statements", "articles")
        }
        return Origin(
            self._text(one, "id"),
            self._text(one, "root"),
            self._text(one, "how"),  # type: ignore[arg-type]  # shown, not reckoned with
            named["statements"],
            named["articles"],
            circular=one.get("circular") is True,
            retracted=self._maybe(one, "retracted"),
        )

    def _stance(self, one: _Object) -> Stance:
        lean = self._text(one, "lean")
        return Stance(
            self._text(one, "statement"),
            self._text(one, "hypothesis"),
            lean,  # type: ignore[arg-type]  # shown, not reckoned with
            self._number(one, "strength"),
        )

    def _clash(self, one: _Object) -> Clash:
        left, right, about = (self._text(one, key) for key in ("left", "right", "about"))
        return Clash(left, right, about, self._text(one, "strength"))  # type: ignore[arg-type]  # shown, not reckoned with

    def _forecast(self, one: _Object) -> Forecast:
        ends = self._number(one, "low"), self._number(one, "high")
        event, phrase = self._maybe(one, "event") or "", self._maybe(one, "phrase") or ""
        resolvable = one.get("resolvable") is True
        return Forecast(
            self._text(one, "statement"), event, self._day(one, "by"), *ends, phrase, resolvable=resolvable
        )

    def _figure(self, one: _Object) -> Figure:
        ends = [None if one.get(key) is None else self._number(one, key) for key in ("low", "high")]
        return Figure(self._text(one, "of"), *ends)

    def _ruling(self, one: _Object) -> Ruling:
        target, verdict, by, at, why = (self._text(one, key) for key in ("target", "verdict", "by", "at", "why"))
        return Ruling(target, verdict, by, at, why, self._maybe(one, "value"))  # type: ignore[arg-type]  # shown, not reckoned with

    # ---- plain values

    def _wrong(self, what: str) -> FormatError:
        return FormatError(f"{self._name}: {what}; give what sayso brief --json printed, unchanged")

    def _list(self, one: _Object, key: str) -> list[Any]:
        found = one.get(key, [])
        if not isinstance(found, list):
            raise self._wrong(f"“{key}” is no list")
        return found

    def _each(self, one: _Object, key: str, decode: Callable[[_Object], _T]) -> Iterator[_T]:
        for each in self._list(one, key):
            if not isinstance(each, dict):
                raise self._wrong(f"“{key}” holds something that is no object")
            yield decode(each)

    def _object(self, one: _Object, key: str) -> _Object:
        found = one.get(key) if isinstance(one, dict) else None
        if not isinstance(found, dict):
            raise self._wrong(f"“{key}” is missing")
        return found

    def _text(self, one: _Object, key: str) -> str:
        found = one.get(key)
        if not isinstance(found, str):
            raise self._wrong(f"“{key}” is missing or no text")
        return found

    def _maybe(self, one: _Object, key: str) -> str | None:
        return None if one.get(key) is None else self._text(one, key)

    def _number(self, one: _Object, key: str) -> float:
        found = one.get(key)
        if isinstance(found, int | float) and not isinstance(found, bool) and abs(found) <= 1e300:
            return float(found)
        raise self._wrong(f"“{key}” is missing or no number")

    def _day(self, one: _Object, key: str) -> date | None:
        found = self._maybe(one, key)
        try:
            return date.fromisoformat(found) if found else None
        except ValueError:
            raise self._wrong(f"“{_short(found)}” is no day") from None
