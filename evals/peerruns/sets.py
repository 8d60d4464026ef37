"""The sets that tools are compared on: their texts with the day of publication, and the figures of an answer.

Ours is scored by the same functions as the peers. Sets of the measuring data are left out where it is not there;
the written passages are always there.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from evals import newsquant, when
from evals.suites import Absent, measuring_data, scorer
from evals.whenfiles import Passage, passages
from sayso.annotating.partial import Layer, partial
from sayso.model.amounts import Amount
from sayso.model.article import Article
from sayso.model.case import Page
from sayso.model.times import Dating, Interval, TimeMention

Found = Mapping[str, Sequence[TimeMention] | Sequence[Amount]]
_DAY: Final = "2020-01-01"  # for sets that name no day and ask for none


@dataclass(frozen=True, slots=True)
class Set:
    """A set: its texts, rows of id, text and day; and figures in percent for what a tool found, by the text's id.

    `find` is how Sayso reads a row. Where `parts`, the gold's days of "early May" are its first ten; the others
    have the whole month. The `genre` is "story" where the texts tell history.
    """

    name: str
    reads: Layer
    rows: tuple[dict[str, str], ...]
    figures: Callable[[Found], dict[str, float]]
    find: Callable[[Mapping[str, str]], Sequence[TimeMention] | Sequence[Amount]]
    parts: bool = False
    genre: str = ""

    @property
    def words(self) -> int:
        """How many words the texts have."""
        return sum(len(row["text"].split()) for row in self.rows)


def sets() -> list[Set]:
    """Those that are on this machine."""
    made = [_passages(part, reads) for part in ("dev", "test") for reads in ("times", "amounts")]
    for name, shown in (
        ("timebank", "TimeBank"), ("aquaint", "AQUAINT"), ("wikiwars", "WikiWars"), ("gum_news", "GUM news")
    ):  # fmt: skip
        try:
            made.append(_timex(shown, measuring_data("data", "time", f"{name}.jsonl")))
        except Absent as absent:
            print(f"{shown}: skipped, {absent}")
    try:
        made.append(_quantities(measuring_data("data", "amounts", "newsquant_dev.json")))
    except Absent as absent:
        print(f"NewsQuant: skipped, {absent}")
    return made


def _times(row: Mapping[str, str]) -> Sequence[TimeMention]:
    return _page(row).times


def _amounts(row: Mapping[str, str]) -> Sequence[Amount]:
    return _page(row).amounts


def _page(row: Mapping[str, str]) -> Page:
    day = date.fromisoformat(row["day"])
    published = None if row["day"] == _DAY else Dating(Interval(day, day), "given")
    return partial(Article(row["id"], row["id"], row["text"], "0" * 64, published=published), ("times", "amounts"))


def _passages(part: str, reads: Layer) -> Set:
    """The written passages; those of "dev" are what Sayso was tuned on, of "test" only figures are looked at."""
    given = {f"{number}": one for number, one in enumerate(passages(when.FOLDER / part))}
    rows = tuple({"id": id_, "text": one.text, "day": one.published.isoformat()} for id_, one in given.items())

    def figures(found: Found) -> dict[str, float]:
        judged = []
        for row in rows:
            article = Article(row["id"], row["id"], row["text"], hashlib.sha256(row["text"].encode()).hexdigest())
            passage, mentions = given[row["id"]], found.get(row["id"], ())
            times = tuple(one for one in mentions if isinstance(one, TimeMention))
            amounts = tuple(one for one in mentions if isinstance(one, Amount) and not _in_time(one, passage))
            page = Page(article, times=times, amounts=amounts)
            judged += [one for one in when.verdicts(passage, page) if one.layer == reads]
        told, _ = when.summed(judged)
        names = _ASKED[reads]
        return {shown: told[f"{reads}, {name}"] for name, shown in names.items()}

    return Set(f"when-{part}, {reads}", reads, rows, figures, _times if reads == "times" else _amounts, parts=True)


def _in_time(one: Amount, passage: Passage) -> bool:
    """Whether an amount stands in a time of the gold: a tool that does not know times is not blamed for those."""
    return any(one.span.overlaps(time.span) for time in passage.times)


_ASKED: Final[dict[str, dict[str, str]]] = {
    "times": {
        "span F1": "spans", "value F1": "values", "days F1": "days", "days without bound": "days, no bound",
        "bounds other than at": "bounds",
    },
    "amounts": {
        "span F1": "spans", "number F1": "values", "value F1": "both ends", "ranges": "ranges",
        "bounds not exact": "bounds, marked", "bounds": "bounds, all",
    },
}  # fmt: skip


def _timex(shown: str, path: Path) -> Set:
    """A set of TIMEX3 gold, with the scorer of the measuring data; of a set of several genres the news count."""
    every = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    gold = [row for row in every if row.get("genre", "news") == "news"]
    rows = tuple({"id": str(row["id"]), "text": row["text"], "day": (row.get("dct") or _DAY)[:10]} for row in gold)

    def figures(found: Found) -> dict[str, float]:
        plain = {id_: [_plain(one) for one in mentions] for id_, mentions in found.items()}
        scored = scorer("score_time").score([row | {"id": str(row["id"])} for row in gold], plain)
        return {
            name: scored[key][2] for name, key in (("spans", "relaxed"), ("values", "value"), ("days", "interval"))
        }

    return Set(shown, "times", rows, figures, _times, genre="story" if shown == "WikiWars" else "")


def _plain(one: TimeMention | Amount) -> dict[str, Any]:
    """A mention as the scorer reads it; a part of a period has the days of its value, as the gold has it."""
    told: dict[str, Any] = {"start": one.span.start, "end": one.span.end, "text": one.text}
    if isinstance(one, TimeMention):
        whole = one.vagueness in ("early", "mid", "late")
        first, last = (None, None) if whole else (one.interval.earliest, one.interval.latest)
        told |= {"type": one.type, "value": one.timex}
        told |= {"lo": first.isoformat() if first else None, "hi": last.isoformat() if last else None}
    return told


def _quantities(path: Path) -> Set:
    """NewsQuant's dev half; durations count as quantities there, so ours gives up those it has as times."""
    rows = tuple({"id": f"{n}", "text": text, "day": _DAY} for n, text in enumerate(newsquant.texts(path)))

    def figures(found: Found) -> dict[str, float]:
        answers = [[one for one in found.get(row["id"], ()) if isinstance(one, Amount)] for row in rows]
        told = newsquant.rates(*newsquant.judge(path, answers))
        names = {
            "value F1": "values",
            "ranges": "ranges",
            "bounds, marked": "bounds, marked",
            "bounds, all": "bounds, all",
        }
        return {shown: told[name] for name, shown in names.items()}

    def find(row: Mapping[str, str]) -> Sequence[Amount]:
        return newsquant.found_in(row["text"], durations=True)

    return Set("NewsQuant dev", "amounts", rows, figures, find)
