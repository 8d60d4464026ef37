"""Exact spans in CofeNet's own metric, so that figures stand beside its published tables.

CofeNet (Wang et al., COLING 2022) scores source, cue and content apart: a span counts where its first and last
token are those of the gold. Its instances are the paragraphs of every annotator's copy of an article, cut into
the tokens of the Penn Treebank ("``" for an opening quotation mark, "-LRB-" for a bracket), with one label a
token and no place in the article. So each instance is looked up in the article, both written in one hand
(`_plain`), and attributions are laid on its tokens: the first to claim a token keeps it.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.attributions import Gold
from sayso.model.span import Span

ROLES = ("source", "cue", "content")
_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
_QUOTES = {"``": '"', "''": '"', "`": "'"}
#: One character for all that a tokeniser writes in another way than the article; nothing for what it drops.
_HAND = str.maketrans(
    dict.fromkeys("\"'“”‘’`´«»", "'")
    | dict.fromkeys("–—-―−‑‒", "-")
    | {"…": ".", "£": "$", "€": "$"}
    | dict.fromkeys("\u200b\ufeff\u00ad\u2060\u200e\\", "")
)
_RUNS = "'-."

Labelled = dict[str, set[tuple[int, int]]]  # role -> spans in tokens


@dataclass(frozen=True, slots=True)
class Instance:
    """A paragraph as CofeNet has it: its article's name with the annotator's mark, tokens, and gold spans."""

    copy: str
    tokens: tuple[str, ...]
    gold: Labelled

    @property
    def article(self) -> str:
        """The name of its article."""
        return self.copy.rpartition("_")[0]


def instances(path: Path) -> list[Instance]:
    """The instances of a file of CofeNet's, in order."""
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    return [Instance(row["id"], tuple(row["tokens"]), _labelled(row["labels"])) for row in rows]


def _labelled(labels: Sequence[str]) -> Labelled:
    """Spans from labels like B-cue, I-cue, O; an I without its B before it is no span."""
    found: Labelled = {role: set() for role in ROLES}
    begin, role = 0, ""
    for at, label in enumerate((*labels, "O")):
        if role and label != f"I-{role}":
            found[role].add((begin, at))
            role = ""
        if label.startswith("B-"):
            begin, role = at, label[2:]
    return found


class Hand:
    """An article written in one hand, to look up tokens in it."""

    def __init__(self, text: str) -> None:
        """Linear in the length of the text."""
        letters, self._places = _plain(enumerate(text))
        self._letters = "".join(letters)

    def places(self, tokens: Sequence[str], after: int) -> tuple[list[Span | None], int]:
        """The place of each token, and how far the article is used up; None for what is not found.

        The tokens are sought behind `after` first, since copies follow the article, then anywhere.
        """
        written = (
            (k, char) for k, token in enumerate(tokens) for char in _QUOTES.get(token, _BRACKETS.get(token, token))
        )
        letters, owners = _plain(written)
        sought = "".join(letters)
        at = self._letters.find(sought, after)
        at = self._letters.find(sought) if at < 0 else at
        found: list[Span | None] = [None] * len(tokens)
        if at < 0:
            return found, after
        for owner, place in zip(owners, self._places[at : at + len(sought)], strict=True):
            known = found[owner]
            found[owner] = Span(known.start if known else place, place + 1)
        return found, at + len(sought)


def _plain(chars: Iterable[tuple[int, str]]) -> tuple[list[str], list[int]]:
    """Characters in one hand with the number each came with: no spaces, a run of one mark written once."""
    letters: list[str] = []
    numbers: list[int] = []
    for number, char in chars:
        plain = "" if char.isspace() else char.translate(_HAND)
        if plain and not (plain in _RUNS and letters and letters[-1] == plain):
            letters.append(plain)
            numbers.append(number)
    return letters, numbers


def laid(found: Iterable[Gold], places: Sequence[Span | None]) -> Labelled:
    """Attributions as spans of tokens: contents before sources before cues, the first to claim a token keeps it."""
    known = [(place, k) for k, place in enumerate(places) if place]
    starts, ends = [place.start for place, _ in known], [place.end for place, _ in known]
    owner: list[tuple[str, int] | None] = [None] * len(places)
    for number, (role, span) in enumerate(_spans(found)):
        for _, k in known[bisect_right(ends, span.start) : bisect_left(starts, span.end)]:
            owner[k] = owner[k] or (role, number)
    labels = [
        "O" if one is None else f"{'I' if at and owner[at - 1] == one else 'B'}-{one[0]}"
        for at, one in enumerate(owner)
    ]
    return _labelled(labels)


def _spans(found: Iterable[Gold]) -> Iterator[tuple[str, Span]]:
    for one in found:
        for role, spans in (("content", one.content), ("source", one.source), ("cue", one.cue)):
            for span in spans:
                yield role, span


def rates(
    given: Iterable[Instance], texts: Mapping[str, str], found: Mapping[str, Sequence[Gold]]
) -> dict[str, float]:
    """Exact F1 of each role in percent; `texts` and `found` by the article's name. Every copy counts alike."""
    hands = {name: Hand(text) for name, text in texts.items()}
    used: Counter[str] = Counter()
    right, gold, claimed = Counter[str](), Counter[str](), Counter[str]()
    for one in given:
        places, used[one.copy] = hands[one.article].places(one.tokens, used[one.copy])
        mine = laid(found[one.article], places)
        for role in ROLES:
            right[role] += len(one.gold[role] & mine[role])
            gold[role] += len(one.gold[role])
            claimed[role] += len(mine[role])
    return {role: 200 * right[role] / max(1, gold[role] + claimed[role]) for role in ROLES}
