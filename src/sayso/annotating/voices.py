"""Statements with their chains, and what the article says in its own voice."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from sayso.annotating.chains import Thread
from sayso.annotating.commitment import Saying, commit
from sayso.annotating.segment import sentences
from sayso.annotating.sources import Naming, label_of
from sayso.model.amounts import Amount
from sayso.model.article import Article, BlockKind
from sayso.model.ports import Passage
from sayso.model.span import Span, content_id, cover
from sayso.model.statements import Cue, Hop, Statement, Voice
from sayso.model.times import TimeMention

_MARKDOWN = re.compile(r"[#>]{1,6}[ \t]{1,8}")


class Mentions:
    """Ids of mentions, looked up by place in logarithmic time."""

    def __init__(self, found: Iterable[TimeMention | Amount]) -> None:
        """Sort mentions once."""
        self.listed = sorted((one.span, one.id) for one in found)
        self.starts = [span.start for span, _ in self.listed]

    def inside(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """The ids of the mentions that lie in one of `spans`, in text order."""
        ids: list[str] = []
        for span in spans:
            for place in range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)):
                mention, found = self.listed[place]
                if span.contains(mention):
                    ids.append(found)
        return tuple(ids)


def statements(
    article: Article,
    threads: Sequence[Thread],
    named: Naming,
    *,
    times: Iterable[TimeMention],
    amounts: Iterable[Amount],
) -> tuple[Statement, ...]:
    """A statement for every thread, in text order; a child's chain begins with its parent's."""
    when, how_many = Mentions(times), Mentions(amounts)
    built: list[Statement] = []
    for index, thread in enumerate(threads):
        parent = built[thread.parent] if thread.parent is not None else None
        built.append(_statement(article, (index, thread), parent, named, when=when, how_many=how_many))
    return tuple(sorted(built, key=_place))


def _place(one: Statement) -> tuple[int, int, int, int, str]:
    """Where a statement stands: by its content, outer before inner, then by its source."""
    whole = cover(one.content)
    source = one.chain[-1].source.span if one.chain else None
    return (whole.start, -whole.end, len(one.chain), source.start if source else 0, one.id)


def _statement(
    article: Article,
    numbered: tuple[int, Thread],
    parent: Statement | None,
    named: Naming,
    *,
    when: Mentions,
    how_many: Mentions,
) -> Statement:
    """One statement of `numbered` (its index and thread) inside `parent`."""
    index, thread = numbered
    draft, text = thread.draft, article.text
    chain = (*(parent.chain if parent else ()), *_hops(article, index, thread, named))
    question = draft.block in {"title", "heading"} and _asks(text, draft.content)
    spread = tuple((span.start, span.end) for span in draft.content)
    return Statement(
        content_id("s", article.id, spread, draft.source, draft.cue, thread.depth),
        article.id,
        draft.content,
        chain,
        parent.id if parent else None,
        draft.mode,
        commit(text, Saying(draft.cue, thread.mouths[-1].force, draft.content, question)),
        when.inside(draft.content),
        how_many.inside(draft.content),
        draft.block,
        draft.confidence,
    )


def _hops(article: Article, index: int, thread: Thread, named: Naming) -> tuple[Hop, ...]:
    """The hops that a thread adds to its parent's chain."""
    hops = []
    for place, mouth in enumerate(thread.mouths):
        voice = Voice(mouth.source, label_of(mouth, article.text), named.ids[index, place])
        cue = Cue(mouth.cue, mouth.cue.of(article.text) if mouth.cue else "")
        hops.append(Hop(voice, cue, mouth.force, mouth.via.text if mouth.via else None))
    return tuple(hops)


def _asks(text: str, content: Sequence[Span]) -> bool:
    """Whether the clause that a content ends is a question."""
    end = content[-1].end
    return text[end : end + 2].lstrip("\"'”’ ")[:1] == "?" or text[end - 1 : end] == "?"


def own_voice(
    article: Article,
    passages: Sequence[Passage],
    said: Sequence[Statement],
    *,
    times: Iterable[TimeMention],
    amounts: Iterable[Amount],
) -> tuple[Statement, ...]:
    """The sentences in which the article itself speaks: those that no statement's content or cue touches."""
    taken = sorted({span for one in said for span in _touched(one)})
    starts = [span.start for span in taken]
    reach = _running_ends(taken)
    when, how_many = Mentions(times), Mentions(amounts)
    return tuple(
        _own(article, sentence, passage.kind, when=when, how_many=how_many)
        for passage in passages
        if passage.kind in {"title", "teaser", "heading", "paragraph"}
        for sentence in _sentences(article.text, passage)
        if not _is_taken(sentence, starts, reach) and any(map(str.isalnum, sentence.of(article.text)))
    )


def _sentences(text: str, passage: Passage) -> Sequence[Span]:
    """The sentences of a passage, without the marks that make it a heading or a quotation in Markdown."""
    start, end = passage.span.start, passage.span.end
    marks = _MARKDOWN.match(text, start, end)
    return sentences(text, Span(marks.end(), end)) if marks and marks.end() < end else passage.sentences


def _touched(one: Statement) -> tuple[Span, ...]:
    return (*one.content, *(hop.cue.span for hop in one.chain if hop.cue.span))


def _running_ends(spans: Sequence[Span]) -> list[int]:
    """For each span the furthest end of it and all before it."""
    ends: list[int] = []
    for span in spans:
        ends.append(max(span.end, ends[-1] if ends else 0))
    return ends


def _is_taken(sentence: Span, starts: list[int], reach: list[int]) -> bool:
    last = bisect_right(starts, sentence.end - 1)
    return last > 0 and reach[last - 1] > sentence.start


def _own(article: Article, sentence: Span, kind: BlockKind, *, when: Mentions, how_many: Mentions) -> Statement:
    """One sentence of the article's own."""
    text = article.text
    question = sentence.of(text).rstrip("\"'”’ ").endswith("?")
    return Statement(
        content_id("s", article.id, sentence, "own"),
        article.id,
        (sentence,),
        (),
        None,
        "indirect",
        commit(text, Saying(None, "assert", (sentence,), question)),
        when.inside((sentence,)),
        how_many.inside((sentence,)),
        kind,
    )
