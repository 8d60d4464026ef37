"""Invented passages of news, annotated one by one: chains, replies that sound like denials, and who is meant.

A file holds passages of one genre in the notation of the golden cases: a title line that begins with "# ", the text
between two lines that hold only a stop, then the statements in the notation of evals/gold.py up to a third.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.attributions import Copy, Gold, match, prediction, verdicts
from evals.gold import GoldStatement, parse
from evals.rates import count, rates, summed
from sayso.annotating.annotate import annotate
from sayso.errors import FormatError
from sayso.model.article import Article
from sayso.model.case import Page
from sayso.model.ports import Gauge, Tagger
from sayso.model.statements import Statement

_WORD = re.compile(r"\w+")
_SMALL = frozenset(("the", "a", "an", "of", "for", "and", "in", "on", "at", "mr", "mrs", "ms", "dr"))


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage and the statements that careful readers find in it."""

    title: str
    text: str
    gold: tuple[GoldStatement, ...]


def passages(folder: Path) -> Iterator[Passage]:
    """The passages of all files of a folder, in order; FormatError where one cannot be read."""
    for path in sorted(folder.glob("*.md")):
        for piece in f"\n{path.read_text('utf-8')}".split("\n# ")[1:]:
            title, *rest = piece.split("\n.\n")
            if len(rest) < 2:
                raise FormatError(
                    f"{path.name}: {title.strip()[:60]}: a title, a text and statements, parted by stops"
                )
            text, gold = rest[0], re.sub(r"\n\.\s*$", "\n", rest[1])
            name = f"{path.stem}: {title.strip()}"
            yield Passage(name, text, tuple(parse(gold, doc=name, text=text)))


def article_of(text: str) -> Article:
    """A text alone as an English article."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(digest[:16], digest, text, digest, language="en")


def page_of(text: str, tagger: Tagger, gauge: Gauge | None) -> Page:
    """A text alone, annotated."""
    return annotate(article_of(text), tagger, gauge)


def figures(folder: Path, tagger: Tagger, gauge: Gauge | None) -> tuple[dict[str, float], dict[str, float]]:
    """Figures in percent, and errors in percent, over all passages of a folder."""
    tally: Counter[str] = Counter()
    counts = []
    for passage in passages(folder):
        page = page_of(passage.text, tagger, gauge)
        wanted = [one for one in passage.gold if not one.depth and not one.optional]
        pairs = matched(page, passage.gold)
        spare = {pairs[one.id].id for one in passage.gold if one.optional and one.id in pairs}
        found = [prediction(s) for s in page.statements if s.parent is None and s.id not in spare]
        copy = Copy(tuple(map(attribution, wanted)))
        counts.append(count(passage.text, verdicts(passage.text, [copy], found)))
        _tally(tally, page, passage.gold, pairs)
        nested = [s for s in page.statements if s.parent is not None and s.id not in spare]
        hit = {pairs[one.id].id for one in passage.gold if one.id in pairs}
        tally["inner given"] += len(nested)
        tally["inner right"] += sum(s.id in hit for s in nested)
    told = {
        **rates(summed(counts)),
        "nested recall": _share(tally, "nested found", "nested"),
        "nested precision": _share(tally, "inner right", "inner given"),
        "non-denials recognised": _share(tally, "non-denials marked", "non-denials"),
        "kinds of those found": _share(tally, "kinds right", "non-denials found"),
        "denials recognised": _share(tally, "denials marked", "denials"),
        "innermost named as gold": _share(tally, "named", "names"),
    }
    errors = {
        "non-denials shown as denials": _share(tally, "non-denials denied", "non-denials found"),
        "others marked as non-denials": _share(tally, "others marked", "others"),
        "innermost named wrongly": _share(tally, "misnamed", "names"),
    }
    return told, errors


def attribution(one: GoldStatement) -> Gold:
    """A statement of the gold as an attribution."""
    return Gold(
        (one.source,) if one.source else (), (one.cue,) if one.cue else (), one.content, one.depth > 0, one.id
    )


def matched(page: Page, gold: Sequence[GoldStatement]) -> dict[str, Statement]:
    """Which statement each one of the gold is, by id; those with a parent only where that is the gold's, too."""
    pairs = match(page.article.text, [attribution(one) for one in gold], [prediction(s) for s in page.statements])
    found = {gold[i].id: page.statements[j] for i, j in pairs.items()}
    return {one.id: found[one.id] for one in gold if one.id in found and _stands_in(one, found)}


def _stands_in(one: GoldStatement, found: dict[str, Statement]) -> bool:
    """Whether the statement found for a nested one is nested, and in what was found for its parent, if that was."""
    mine = found[one.id]
    if one.parent is None:
        return True
    outer = found.get(one.parent)
    return mine.parent is not None and (outer is None or len(mine.chain) > len(outer.chain))


def _tally(tally: Counter[str], page: Page, gold: Sequence[GoldStatement], pairs: dict[str, Statement]) -> None:
    names = {source.id: (source.name, *source.aliases) for source in page.sources}
    for one in gold:
        if one.optional:
            continue
        found = pairs.get(one.id)
        tally["nested"] += one.depth > 0
        tally["nested found"] += one.depth > 0 and found is not None
        group = "non-denials" if one.non_denial else "denials" if one.denial else "others"
        tally[group] += found is not None if group == "others" else 1
        if found is None:
            continue
        marked, kind = found.commitment.non_denial, found.commitment.denial
        if group == "non-denials":
            tally["non-denials found"] += 1
            tally["non-denials marked"] += marked
            tally["kinds right"] += marked and kind == one.non_denial
            tally["non-denials denied"] += not marked and (
                kind == "denial" or found.commitment.polarity == "negated"
            )
        elif group == "denials":
            tally["denials marked"] += kind == "denial"
        else:
            tally["others marked"] += marked
        if one.name:
            given = names.get(found.chain[-1].source.id, ("",)) if found.chain else ("",)
            verdict = named(one.name, given)
            tally["names"] += 1
            tally["named"] += verdict == "right"
            tally["misnamed"] += verdict == "wrong"


def named(gold: str, given: Sequence[str]) -> str:
    """How a source is named: "right" where the words that count in the gold's name, or its last, are the given's.

    "open" where the given name is a pronoun or description that names nobody else, "wrong" where another's name.
    """
    wanted = _words(gold)
    names = [_words(name) for name in given if name]
    if gold == "?":
        return "right" if not any(re.search(r"[A-Z]", name[1:]) for name in given) else "wrong"
    if any(
        words and (words == wanted or (wanted <= words) or (words <= wanted and len(words) * 2 >= len(wanted)))
        for words in names
    ):
        return "right"
    if any(
        re.search(r"(?:^|\s)[A-Z]", name.removeprefix("The ").removeprefix("A ")) for name in given[:1]
    ) and not (names and names[0] & wanted):
        return "wrong"
    return "open"


def _words(name: str) -> set[str]:
    return {word for word in _WORD.findall(name.lower().replace("’s", "").replace("'s", "")) if word not in _SMALL}


def _share(tally: Counter[str], part: str, whole: str) -> float:
    return 100 * tally[part] / tally[whole] if tally[whole] else 100.0
