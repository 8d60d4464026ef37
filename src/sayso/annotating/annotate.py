"""Article -> Page: this room's table of contents, read it first.

blocks -> passages -> threads (tagger, drafts, nesting, carriers) -> times -> amounts -> sources -> statements ->
sayings (when each was said) -> own voice -> grades -> notes
"""

from __future__ import annotations

from sayso.annotating import sources as naming
from sayso.annotating.amounts import amounts as find_amounts
from sayso.annotating.blocks import blocks as find_blocks
from sayso.annotating.chains import threads as find_threads
from sayso.annotating.grading import graded
from sayso.annotating.replies import unanswered
from sayso.annotating.sayings import anchored, told
from sayso.annotating.statements import passages as find_passages
from sayso.annotating.times import times_and_notes
from sayso.annotating.voices import own_voice as find_own_voice
from sayso.annotating.voices import statements as make_statements
from sayso.model.article import Article
from sayso.model.case import Page
from sayso.model.notes import Note
from sayso.model.ports import Gauge, Tagger
from sayso.model.redating import redated
from sayso.model.times import TimeMention


def annotate(article: Article, tagger: Tagger, gauge: Gauge | None = None) -> Page:
    """The article with everything found in it at its place; no text makes it raise.

    Without a gauge commitment is read off the words alone.
    """
    blocks = find_blocks(article)
    passages = find_passages(article.text, blocks)
    threads = find_threads(article, blocks, passages, tagger)
    times, unresolved = times_and_notes(article, blocks)
    amounts = find_amounts(article, blocks, taken=[time.span for time in times])
    named = naming.sources(article, blocks, threads)
    statements = make_statements(article, threads, named, times=times, amounts=amounts)
    statements = told(article.text, passages, statements, times)
    times = _spoken(article, anchored(article.text, passages, statements, times))
    own_voice = find_own_voice(article, passages, statements, times=times, amounts=amounts)
    if gauge:
        statements, own_voice = graded(article.text, passages, (statements, own_voice), gauge)
    return Page(
        article,
        blocks=blocks,
        statements=statements,
        own_voice=own_voice,
        sources=named.sources,
        times=times,
        amounts=amounts,
        notes=(
            *_limits(article, found=bool(statements)),
            *unresolved,
            *named.notes,
            *unanswered(article, passages),
        ),
    )


def _spoken(article: Article, times: tuple[TimeMention, ...]) -> tuple[TimeMention, ...]:
    """The times, those that count from another day than the article's tied to it."""
    if not any(mention.anchor for mention in times):
        return times
    return redated(times, article.published.interval if article.published else None)


def _limits(article: Article, *, found: bool) -> tuple[Note, ...]:
    """What the reader should know before trusting the page."""
    notes = []
    known = {note.code for note in article.notes}
    if article.language not in {None, "en"} and "R104" not in known:
        notes.append(
            Note("R104", f"The article's language is {article.language}; statements may be missed or wrong.")
        )
    if not found:
        notes.append(Note("A201", "No statement was found in the article."))
    return tuple(notes)
