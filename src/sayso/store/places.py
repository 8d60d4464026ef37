"""What a record points at, held against what is there: places in texts, the words at them, ids of other records.

One walk over frozen records of any kind. Wherever it meets a Span it slices the article's text; where a record has
words beside its place, the two must agree; and each field that `POINTS` names must hold the id of something known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any, Final

from sayso.model.amounts import Mention
from sayso.model.answers import Answer, Cell, Party, Rating, Reason, Step, Swap, Without
from sayso.model.case import Case, Page
from sayso.model.forecasts import Forecast, Outcome, PostMortem, Score
from sayso.model.keeping import Fault
from sayso.model.origins import Drift, Melt, Origin, Reporting, Tie
from sayso.model.sources import Merge, Relation, Source, Tenure
from sayso.model.span import Ref, Span
from sayso.model.stances import Clash, NearMiss, Position, Stance, Turn
from sayso.model.statements import Statement, Voice
from sayso.model.times import TimeMention

#: For each kind of thing, the ids that are known: "article", "statement", "source", "mention", "time", …
Known = Mapping[str, frozenset[str]]

#: Which fields of a record hold ids, and of what. "named" is a source as one article names it.
POINTS: Final[Mapping[type, Mapping[str, str]]] = {
    Statement: {
        "article": "article",
        "parent": "statement",
        "times": "time",
        "amounts": "amount",
        "told": "time",
    },
    Voice: {"id": "named"},
    TimeMention: {"through": "time", "anchor": "time"},
    Source: {"members": "named"},
    Merge: {"left": "named", "right": "named"},
    Relation: {"left": "source", "right": "source"},
    Tenure: {"source": "source"},
    Origin: {
        "statements": "statement",
        "articles": "article",
        "first": "article",
        "retracted": "article",
        "source": "source",
    },
    Tie: {"left": "statement", "right": "statement"},
    Melt: {"statement": "statement", "origins": "origin"},
    Drift: {"origin": "origin", "left": "statement", "right": "statement"},
    Reporting: {"article": "article", "origins": "origin"},
    Stance: {"statement": "statement", "hypothesis": "hypothesis"},
    Clash: {"left": "statement", "right": "statement"},
    NearMiss: {"hypothesis": "hypothesis", "statements": "statement"},
    Position: {"source": "source", "hypothesis": "hypothesis"},
    Turn: {"statement": "statement"},
    Mention: {"amount": "amount", "statement": "statement"},
    Outcome: {"hypothesis": "hypothesis"},
    Answer: {"hypothesis": "hypothesis"},
    Reason: {"origin": "origin"},
    Without: {"origin": "origin"},
    Step: {"moved_by": "statement"},
    Cell: {"origin": "origin", "hypothesis": "hypothesis"},
    Swap: {"origin": "origin", "ahead": "hypothesis", "behind": "hypothesis"},
    Party: {"source": "source", "hypothesis": "hypothesis"},
    Rating: {"origin": "origin", "source": "source"},
    Forecast: {"statement": "statement", "hypothesis": "hypothesis", "source": "source", "repeats": "statement"},
    Score: {"statement": "statement"},
    PostMortem: {"hypothesis": "hypothesis"},
}


def page_faults(page: Page, where: str) -> Iterator[Fault]:
    """What is off on one page: each of its places is sliced anew, and each id looked up."""
    article = page.article
    known = {
        "article": frozenset({article.id}),
        "statement": frozenset(one.id for one in (*page.statements, *page.own_voice)),
        "named": frozenset(one.id for one in page.sources),
        "time": frozenset(one.id for one in page.times),
        "amount": frozenset(one.id for one in page.amounts),
    }
    walk = _Walk({article.id: article.text}, known, article.id)
    yield from walk.faults(page, where)


def case_faults(case: Case, answers: object) -> Iterator[Fault]:
    """What is off in what links a case's pages, and in its answers."""
    pages = case.pages
    known = {
        "article": frozenset(page.article.id for page in pages),
        "statement": frozenset(one.id for page in pages for one in (*page.statements, *page.own_voice)),
        "named": frozenset(one.id for page in pages for one in page.sources),
        "amount": frozenset(one.id for page in pages for one in page.amounts),
        "source": frozenset(one.id for one in case.sources),
        "origin": frozenset(one.id for one in case.origins),
        "hypothesis": frozenset(one.id for one in case.hypotheses),
    }
    walk = _Walk({page.article.id: page.article.text for page in pages}, known)
    for name in _names(Case):
        if name not in {"pages", "rulings"}:
            yield from walk.faults(getattr(case, name), f"case, {name}")
    yield from walk.faults(answers, "answers")


class _Walk:
    """A walk over records of one article, or of several where each place names its own."""

    def __init__(self, texts: Mapping[str, str], known: Known, article: str | None = None) -> None:
        self._texts = texts
        self._known = known
        self._article = article

    def faults(self, thing: Any, where: str, article: str | None = None) -> Iterator[Fault]:  # noqa: ANN401 (any record)
        """What is off in `thing` and all that it holds; a plain Span is one of `article`'s."""
        if isinstance(thing, Span):
            yield from self._sliced(thing, None, where, article=article or self._article)
        elif isinstance(thing, Ref):
            yield from self._sliced(thing.span, None, where, article=thing.article)
        elif isinstance(thing, tuple):
            for number, one in enumerate(thing, start=1):
                if not isinstance(one, str):
                    yield from self.faults(one, _called(one, where, number), article)
        elif is_dataclass(thing):
            yield from self._words(thing, where)
            yield from self._ids(thing, where)
            for name in _names(thing.__class__):
                held = getattr(thing, name)
                if held is not None and not isinstance(held, str | int | float):
                    yield from self.faults(
                        held, f"{where}, {name}" if not isinstance(held, tuple) else where, article
                    )

    def _words(self, thing: Any, where: str) -> Iterator[Fault]:  # noqa: ANN401 (any record)
        """Where a record has a place and words of its own, whether they are the same."""
        text = getattr(thing, "text", None)
        if isinstance(text, str):
            span, ref = getattr(thing, "span", None), getattr(thing, "ref", None)
            if isinstance(span, Span):
                yield from self._sliced(span, text, where, article=self._article)
            elif isinstance(ref, Ref):
                yield from self._sliced(ref.span, text, where, article=ref.article)

    def _sliced(self, span: Span, words: str | None, where: str, *, article: str | None) -> Iterator[Fault]:
        """Whether a place lies in its text, and `words`, if there are any, stand there (perhaps on one line)."""
        text = self._texts.get(article or "")
        place = f"{span.start}-{span.end}"
        if text is None:
            yield Fault(where, f"it points into an article that is not there: {article}")
        elif words is not None and words not in {there := span.of(text), " ".join(there.split())}:
            yield Fault(where, f"its words are {quoted(words)}; at {place} the text has {quoted(there)}")
        elif span.end > len(text) and words is None:
            yield Fault(where, f"its place {place} lies outside the text, which ends at {len(text)}")

    def _ids(self, thing: Any, where: str) -> Iterator[Fault]:  # noqa: ANN401 (any record)
        """Whether each id that a record holds is that of something known."""
        for name, kind in POINTS.get(type(thing), {}).items():
            held = getattr(thing, name)
            for one in (held,) if isinstance(held, str) else held or ():
                if one not in self._known.get(kind, ()):
                    yield Fault(where, f"its {name} {one!r} is no {kind} that is there")


def quoted(words: str) -> str:
    """Words on one line between quotation marks, cut where they are long."""
    line = " ".join(words[:200].split())
    return f"“{line[:80]} …”" if len(line) > 80 or len(words) > 200 else f"“{line}”"


def _called(one: object, where: str, number: int) -> str:
    """What one record of several is called."""
    name = getattr(one, "id", None)
    kind = type(one).__name__.lower()
    return where if isinstance(one, Span) else f"{where}, {kind} {name if isinstance(name, str) else number}"


@lru_cache
def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 (the class of any record)
    """The names of a record's fields."""
    return tuple(field.name for field in fields(kind))
