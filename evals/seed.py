"""The annotated news article of the measuring data: statements with chains, times, amounts and stances."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.attributions import Copy, Gold, match, prediction
from evals.names import same_name
from sayso.model.case import Page
from sayso.model.span import Span

NON_DENIAL = "non_denial"


@dataclass(frozen=True, slots=True)
class Annotation:
    """All gold layers of one article as read from its JSON files."""

    statements: tuple[dict[str, Any], ...]
    times: tuple[dict[str, Any], ...]
    amounts: tuple[dict[str, Any], ...]
    stances: tuple[dict[str, Any], ...]
    dated: tuple[str, str]


def annotation(folder: Path, name: str) -> Annotation:
    """The layers of the article called `name` in `folder`."""
    times = _json(folder / f"{name}_times.json")
    return Annotation(
        tuple(_json(folder / f"{name}_statements.json")),
        tuple(times["spans"]),
        tuple(_json(folder / f"{name}_amounts.json")["spans"]),
        tuple(_json(folder / f"{name}_stances.json")["statements"]),
        (times["dct_lo"], times["dct_hi"]),
    )


def _json(path: Path) -> Any:  # noqa: ANN401 - whatever the file holds
    return json.loads(path.read_text("utf-8"))


def _spans(value: list[Any] | None) -> tuple[Span, ...]:
    if not value:
        return ()
    return (Span(*value),) if isinstance(value[0], int) else tuple(Span(*pair) for pair in value)


def gold(layers: Annotation) -> tuple[Gold, ...]:
    """The statements as attributions."""
    return tuple(
        Gold(_spans(row["source"]), _spans(row["cue"]), _spans(row["content"]), bool(row["depth"]), row["id"])
        for row in layers.statements
    )


def statement_rates(page: Page, layers: Annotation) -> dict[str, float]:
    """Recall and precision of outer and nested statements, and what became of the non-denials, in percent."""
    text = page.article.text
    all_gold = gold(layers)
    found = [prediction(statement) for statement in page.statements]
    outer = [item for item in all_gold if not item.nested]
    nested = [item for item in all_gold if item.nested]
    outer_found = [item for item in found if not item.nested]
    outer_pairs = match(text, outer, outer_found)
    nested_pairs = match(text, nested, found)
    return {
        "outer recall": 100 * len(outer_pairs) / len(outer),
        "outer precision": 100 * len(outer_pairs) / max(1, len(outer_found)),
        "nested recall": 100 * len(nested_pairs) / len(nested),
        "innermost named as gold": _innermost(page, layers, all_gold, found),
        **_non_denials(page, layers, all_gold, found),
    }


def _innermost(page: Page, layers: Annotation, all_gold: Sequence[Gold], found: Sequence[Gold]) -> float:
    """Of the statements found, in percent: the innermost source bears the name that ends the gold's chain.

    Names are compared as `same_name` does, and further by any word of four letters or more that both have: the gold
    describes a source without a name in its own words ("anonymous source close to the staff"). What the gold writes
    in brackets is left out. The rule is lenient: one long word in common is enough.
    """
    pairs = match(page.article.text, all_gold, found)
    named = {source.id: (source.name, *source.aliases) for source in page.sources}
    right = sum(
        any(
            _alike(ours, layers.statements[i]["chain"][-1])
            for ours in named[page.statements[j].chain[-1].source.id]
        )
        for i, j in pairs.items()
    )
    return 100 * right / max(1, len(pairs))


def _alike(ours: str, gold: str) -> bool:
    """Whether a name is that of the gold, tolerantly."""
    plain = re.sub(r"\s*\([^)]*\)", "", gold)
    words = [set(re.findall(r"\w{4,}", one.lower())) for one in (ours, plain)]
    return same_name(ours, plain) or bool(words[0] & words[1])


def _non_denials(
    page: Page, layers: Annotation, all_gold: Sequence[Gold], found: Sequence[Gold]
) -> dict[str, float]:
    """Of the gold's non-denials that were found: how many are marked so, and how many are shown as a denial."""
    wanted = [item for item, row in zip(all_gold, layers.statements, strict=True) if row["kind"] == NON_DENIAL]
    pairs = match(page.article.text, wanted, found)
    hit = [page.statements[j] for j in pairs.values()]
    marked = sum(statement.commitment.non_denial for statement in hit)
    wrong = sum(statement.chain[-1].force == "deny" and not statement.commitment.non_denial for statement in hit)
    return {
        "non-denials recognised": 100 * marked / len(wanted),
        "non-denials shown as such or open": 100 * (1 - wrong / len(wanted)),
    }


def time_rates(page: Page, layers: Annotation) -> dict[str, float]:
    """Of the required time expressions: spans found, values and intervals right; precision; in percent."""
    required = [row for row in layers.times if not row["optional"]]
    found = {row["start"]: _overlapping(page.times, row) for row in required}
    spans = [row for row in required if found[row["start"]]]
    values = [row for row in spans if found[row["start"]].timex == row["value"]]
    return {
        "time spans": 100 * len(spans) / len(required),
        "time values": 100 * len(values) / len(required),
        "time intervals": 100 * sum(_same_days(found[row["start"]], row) for row in spans) / len(required),
        "time precision": 100 * sum(_wanted(time, layers.times) for time in page.times) / max(1, len(page.times)),
    }


def _overlapping(mentions: Sequence[Any], row: dict[str, Any]) -> Any:  # noqa: ANN401 - TimeMention, Amount or None
    place = Span(row["start"], row["end"])
    return next((mention for mention in mentions if mention.span.overlaps(place)), None)


def _wanted(mention: Any, rows: Sequence[dict[str, Any]]) -> bool:  # noqa: ANN401 - TimeMention or Amount
    return any(mention.span.overlaps(Span(row["start"], row["end"])) for row in rows)


def _same_days(mention: Any, row: dict[str, Any]) -> bool:  # noqa: ANN401 - TimeMention
    """Whether the days agree; an end that the gold leaves open by a bound may be open in the mention."""
    interval = mention.interval
    lows = {row["lo"]} if row.get("open") != "lo" else {None}
    highs = {row["hi"]} if row.get("open") != "hi" else {None}
    days = [day.isoformat() if day else None for day in (interval.earliest, interval.latest)]
    return days[0] in lows and days[1] in highs


def amount_rates(page: Page, layers: Annotation) -> dict[str, float]:
    """Amounts: recall and precision of spans, and of low, high and unit on those found, in percent."""
    hits = [(row, _overlapping(page.amounts, row)) for row in layers.amounts]
    right = [(row, amount) for row, amount in hits if amount]
    same = [(row, amount) for row, amount in right if (amount.low, amount.high) == (row["lo"], row["hi"])]
    units = [row for row, amount in right if _unit(row["unit"]) == _unit(amount.unit)]
    return {
        "amount recall": 100 * len(right) / len(hits),
        "amount precision": 100 * sum(_wanted(a, layers.amounts) for a in page.amounts) / max(1, len(page.amounts)),
        "amount bounds": 100 * len(same) / len(hits),
        "amount units": 100 * len(units) / len(hits),
    }


def _unit(unit: str | None) -> str:
    """The head noun of what is counted."""
    return (unit or "").split()[-1].lower() if unit else ""


def copies(layers: Annotation) -> list[Copy]:
    """The outer statements as one annotator's copy."""
    return [Copy(tuple(item for item in gold(layers) if not item.nested))]
