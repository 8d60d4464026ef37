"""Places where an article names another outlet of the case as having said or written something.

Chains tell on whom one statement rests, where it was read as a statement. An article that says "So it stands in the
Sentinel" behind its own sentence rests on the Sentinel, too. So outlets are looked for in the text: by their whole
name, by its last word with "the" in front where no other outlet ends so ("the Sentinel" for "Port Hale Sentinel"),
and by the name of their only writer. A sentence cites where it also has a word of saying, writing or learning. What
is cited is that sentence with its neighbours in the paragraph. Work grows with the length of the texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from sayso.lang.en.citing import CITING
from sayso.lang.en.words import STOP
from sayso.linking.sentences import sentences
from sayso.linking.spellings import plain_name
from sayso.model.article import Block
from sayso.model.case import Page
from sayso.model.span import Ref, Span
from sayso.model.words import content_stems

Words = frozenset[str]

_CAPITAL = re.compile(r"\b[A-ZÀ-ÞА-Я0-9][\w'’.-]{0,40}")
_PIECE = re.compile(r"\S{1,60}")
_CITING = re.compile(CITING, re.IGNORECASE)
#: The article before a name that is called by its last word.
_THE = re.compile(r"\b[Tt]he\s{1,3}$")
#: What follows the name proper: "Kvet (international page)", "Thrift, the savings banks' weekly".
_TAIL = re.compile(r"\s*[(,|–—].{0,200}$", re.DOTALL)

#: Mentions that are looked at in one article, and characters of a sentence around one.
_MOST, _LONG = 40, 1_500
#: Blocks whose mentions are kept for reprints, and the characters of the longest of them.
_MOST_KEPT, _LONGEST_KEPT = 4096, 4000
#: A citing sentence with fewer words points back to the paragraph before ("That is what the Gull writes.").
_SHORT = 12


@dataclass(frozen=True, slots=True)
class Cite:
    """One place where the outlet `own` rests on the outlet `other`: its sentence, and what stands around it.

    `window` are the places of the sentence and its neighbours, `words` the stems of their words of matter without
    names of outlets.
    """

    own: str
    other: str
    page: Page
    span: Span
    window: tuple[Span, ...]
    words: Words

    @property
    def ref(self) -> Ref:
        """The sentence that cites."""
        return Ref(self.page.article.id, self.span)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names an outlet of the case."""

    outlet: str
    span: Span


def outlet_key(page: Page) -> str:
    """How the outlet of an article is told from others; "" where it has none."""
    return plain_name(_proper(page.article.outlet or ""))


@dataclass(frozen=True, slots=True)
class Names:
    """Names of the case's outlets by their first word: (words, outlet's key, whether "the" must stand in front).

    `seen` keeps what was found in a stretch, for the next article that prints it.
    """

    first: Mapping[str, tuple[tuple[tuple[str, ...], str, bool], ...]]
    seen: dict[str, tuple[Mention, ...]] = field(default_factory=dict, compare=False)

    def within(self, text: str, span: Span) -> tuple[Mention, ...]:
        """The places in a stretch of a text that name an outlet, in order, not overlapping."""
        if len(span) > _LONGEST_KEPT:
            return tuple(self.mentions(text, span.start, span.end))
        piece = span.of(text)
        found = self.seen.get(piece)
        if found is None:
            found = tuple(self.mentions(piece))
            if len(self.seen) < _MOST_KEPT:
                self.seen[piece] = found
        return tuple(Mention(one.outlet, one.span.shifted(span.start)) for one in found)

    def mentions(self, text: str, start: int = 0, stop: int | None = None) -> Iterator[Mention]:
        """The places in text[start:stop] that name an outlet, in order, not overlapping."""
        end = len(text) if stop is None else stop
        at = start
        for found in _CAPITAL.finditer(text, start, end):
            if found.start() < at:
                continue
            known = self.first.get(_begin(found.group()), ())
            for words, key, short in known:
                if short and not _THE.search(text, max(start, found.start() - 6), found.start()):
                    continue
                close = _runs(text, found.start(), end, words)
                if close:
                    yield Mention(key, Span(found.start(), close))
                    at = close
                    break


@lru_cache(maxsize=65_536)
def _begin(word: str) -> str:
    """A word as the first of a name is looked up."""
    return (_plain(re.split("['’]", word, maxsplit=1)[0]) or ("",))[0]


@lru_cache(maxsize=65_536)
def _plain(piece: str) -> tuple[str, ...]:
    """The words of a piece of text between blanks, as names are compared."""
    return tuple(plain_name(piece.rstrip(';:!?)”"')).split())


def _runs(text: str, start: int, stop: int, words: tuple[str, ...]) -> int | None:
    """Where `words` end that begin at `start`; None where others stand there."""
    seen: tuple[str, ...] = ()
    for piece in _PIECE.finditer(text, start, min(stop, start + 300)):
        seen += _plain(piece.group())
        if seen[: len(words)] != words[: len(seen)]:
            return None
        if len(seen) >= len(words):
            close = piece.start() + len(piece.group().rstrip(".,;:!?)”’'\""))
            return max(close, start + 1)
    return None


def _proper(outlet: str) -> str:
    """An outlet's name without what is said of it behind a bracket or comma."""
    return _TAIL.sub("", outlet.strip()) or outlet


def names(pages: Iterable[Page]) -> Names:
    """The names under which the outlets of a case are looked for."""
    full: dict[tuple[str, ...], str] = {}
    last: dict[str, set[str]] = {}
    writers: dict[str, set[str]] = {}
    for page in pages:
        key = outlet_key(page)
        words = tuple(key.split())
        if not words:
            continue
        full[words] = key
        last.setdefault(words[-1], set()).add(key)
        by = plain_name(page.article.byline or "").removeprefix("by ")
        if 2 <= len(by.split()) <= 4:
            writers.setdefault(by, set()).add(key)
    found = [(words, key, False) for words, key in full.items()]
    found += [((word,), min(keys), True) for word, keys in last.items() if len(keys) == 1 and len(word) > 3]
    found += [(tuple(by.split()), min(keys), False) for by, keys in writers.items() if len(keys) == 1]
    first: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    for entry in sorted(found, key=lambda e: (-len(e[0]), e)):
        first.setdefault(entry[0][0], []).append(entry)
    return Names({word: tuple(entries) for word, entries in first.items()})


def cites(page: Page, known: Names) -> Iterator[Cite]:
    """The places where an article cites another outlet of the case, in order; at most 40 mentions are looked at."""
    own = outlet_key(page)
    text = page.article.text
    blocks = [block for block in page.blocks if block.kind != "furniture"]
    left = _MOST if own else 0
    for number, block in enumerate(blocks):
        named = [m for m in known.within(text, block.span)[:left] if m.outlet != own]
        left -= len(named)
        if not named:
            continue
        lines = _lines(text, block)
        for mention in named:
            at = next((n for n, line in enumerate(lines) if line.contains(mention.span)), None)
            if at is not None and _CITING.search(_without(text, lines[at], (mention.span,))):
                window = lines[max(0, at - 1) : at + 2]
                if at == 0 and number and len(lines[0].of(text).split()) < _SHORT:
                    window = [*_lines(text, blocks[number - 1])[-1:], *window]
                words = frozenset(stem for line in window for stem in _matter(text, line, known))
                yield Cite(own, mention.outlet, page, lines[at], tuple(window), words)


def _lines(text: str, block: Block) -> list[Span]:
    """The sentences of a block, without white space around them."""
    out = []
    for line in sentences(block.span.of(text)):
        said = line.of(block.span.of(text))[:_LONG]
        lead = len(said) - len(said.lstrip())
        if said.strip():
            start = block.span.start + line.start + lead
            out.append(Span(start, start + len(said.strip())))
    return out


def _without(text: str, line: Span, gone: Iterable[Span]) -> str:
    """The words of a sentence without some places in it."""
    out, at = "", line.start
    for span in gone:
        out += text[at : span.start] + " "
        at = span.end
    return out + text[at : line.end]


def _matter(text: str, line: Span, known: Names) -> Iterator[str]:
    """The stems of a sentence's words of matter, outlets aside."""
    yield from content_stems(
        _without(text, line, [mention.span for mention in known.mentions(text, line.start, line.end)]), STOP
    )
