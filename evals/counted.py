"""What amounts count, on GUM: whether the noun that a number counts, by GUM's trees, is the head of our unit.

A number counts a noun where GUM's tree makes it that noun's `nummod` and it stands before the noun ("900 asylum
seekers"). The text is put together from the XML as for names; the trees have the same tokens. Right is an amount
that covers the number and whose unit ends in the noun, any case; for signs of money or measure the sign counts as
the noun. Left out, because a page has no amounts there but times: what counts a month ("5 March") or a
length of time (see `_IN_TIMES`); ages are counted by years and go with them.

A number behind its noun ("page 5", "Route 9") counts nothing in these trees and is not asked. House numbers before
a street and minutes of arc are hung on what follows like counts. They count nothing, but stay in the main figure,
so that it can be held against others; a second one leaves out digits before a singular name and signs of an angle.

The documents are two parts by a digest of their name: `dev` is read and mended on, `held` only scored.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from evals.gum import Token, printed
from sayso.annotating.amounts import amounts
from sayso.annotating.times import times
from sayso.lang.en.calendar import MONTHS
from sayso.model.amounts import Amount
from sayso.model.article import Article, Block
from sayso.model.span import Span

#: What a number before it is a length of time or an age, and so in the times of a page, never in its amounts.
_LENGTHS: Final = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")
_IN_TIMES: Final = {*MONTHS, *_LENGTHS, *(f"{one}s" for one in _LENGTHS), "centuries", "am", "pm", "a.m.", "p.m."}
#: Degrees, minutes or seconds of arc, with their quarter of heaven near.
_ANGLE: Final = re.compile(
    r"[NSEW]?\s?\d{1,3}(?:[.,]\d{1,6})?\s?(?:['’′\"”″]|[°º˚](?!\s?[CF]\b)(?=.{0,24}\b[NSEW]\b))"
)
_BLOCK: Final = re.compile(r"[^\n]+")
_SIGNS: Final = {
    "percent": "%", "per cent": "%", "dollars": "$", "kilometers": "km", "kilometres": "km", "pounds": "£",
    "euros": "€", "meters": "m", "metres": "m",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of GUM and the noun it counts, and our amount at that place; None where there is none.

    `naming` where the number is of an address or an angle, and so counts nothing.
    """

    document: str
    number: Span
    noun: str
    around: str
    amount: Amount | None
    naming: bool = False

    @property
    def right(self) -> bool:
        """Whether the last word of the unit is the noun."""
        unit = (self.amount.unit or "").lower() if self.amount else ""
        noun = self.noun.lower()
        last = unit.replace("-", " ").rstrip("²").split()[-1:] or [""]
        return bool(unit) and (last[0] == noun.split("-")[-1] or unit in (noun, _SIGNS.get(noun)))


def figures(folder: Path) -> dict[str, float]:
    """The share of counted nouns that are named, in percent: of the dev part, and of the part only scored.

    Of each part once more without addresses and angles.
    """
    told = {}
    for part in ("dev", "held"):
        found = list(counted(folder, part))
        told[f"counted nouns, {part}"] = _share(found)
        told[f"counted nouns, {part}, without addresses"] = _share([one for one in found if not one.naming])
    return told


def _share(found: Sequence[Counted]) -> float:
    return 100 * sum(one.right for one in found) / max(1, len(found))


def part_of(name: str) -> str:
    """The part of a document, by the digest of its name: two of five are held."""
    return "held" if hashlib.sha256(name.encode()).digest()[0] % 5 < 2 else "dev"


def counted(folder: Path, part: str) -> Iterator[Counted]:
    """Every number of a part that counts a noun, in text order, with what we say of it."""
    for path in sorted((folder / "dep").glob("*.conllu")):
        if part_of(path.stem) == part:
            text, tokens = printed((folder / "xml" / f"{path.stem}.xml").read_text("utf-8"))
            yield from _counted(path, text, tokens)


def _counted(path: Path, text: str, tokens: list[Token]) -> Iterator[Counted]:
    article = Article("gum", "gum", text, "0" * 64)
    blocks = [Block(Span(*found.span()), "paragraph") for found in _BLOCK.finditer(text)]
    seen = amounts(article, blocks, [one.span for one in times(article, blocks)])
    for number, noun in _pairs(path, tokens):
        span, word = tokens[number].span, tokens[noun].form
        if word.lower() not in _IN_TIMES:
            amount = next((one for one in seen if one.span.overlaps(span)), None)
            around = text[max(0, span.start - 60) : span.start] + "{" + text[span.start : span.start + 80]
            address = tokens[noun].tag == "NP" and text[span.start].isdigit()
            naming = address or bool(_ANGLE.match(text, span.start))
            yield Counted(path.stem, span, word, around.replace("\n", " "), amount, naming)


def _pairs(path: Path, tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """A number and the noun behind it that it counts, as places among the tokens of the document."""
    base = 0
    for sentence in path.read_text("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in sentence.splitlines()]
        rows = [row for row in rows if row[0].isdigit()]
        for place, row in enumerate(rows):
            head = int(row[6]) - 1
            if row[7] == "nummod" and head > place and tokens[base + head].tag.startswith("N"):
                yield base + place, base + head
        base += len(rows)
    if base != len(tokens):
        raise ValueError(f"{path.stem}: the tree has {base} tokens, the XML {len(tokens)}")
