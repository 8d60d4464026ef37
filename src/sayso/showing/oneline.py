"""One-line notations: a statement as a journalist reads it, and as the golden files and the terminal show it."""

from __future__ import annotations

from sayso.model.case import Page
from sayso.model.statements import Commitment, Hop, Statement


def statement_line(page: Page, statement: Statement, *, names: bool = False, commitment: bool = False) -> str:
    """A statement in the notation of the house.

        [the institute's note > Several war bloggers] expect (predict): a decree

    In brackets the chain from the outermost mouth to the innermost, then the innermost cue, its force where it is
    not "assert", and the content. With `names` the sources' names stand for the words of the text, with
    `commitment` a tail says how far the innermost holder stands by it: {0.35..0.75}, {negated 0.01..0.15},
    {open}, {non-denial: denial of discussion}. A medium follows its source: [Lind (Chronicle)].
    """
    known = {source.id: source.name for source in page.sources}
    mouths = " > ".join(_mouth(hop, known if names else {}) for hop in statement.chain)
    last = statement.chain[-1] if statement.chain else None
    cue = last.cue.text if last and any(map(str.isalnum, last.cue.text)) else ""
    force = f" ({last.force})" if last and last.force != "assert" else ""
    head = " ".join(f"[{mouths}] {cue}".split())
    tail = f" {commitment_tail(statement.commitment)}" if commitment else ""
    return f"{head}{force}: {statement.words(page.article.text)}{tail}"


def _mouth(hop: Hop, known: dict[str, str]) -> str:
    name = known.get(hop.source.id, hop.source.text)
    return f"{name} ({hop.via})" if hop.via else name


def commitment_tail(commitment: Commitment) -> str:
    """How far a holder stands by a content, in braces: polarity unless affirmed, interval, kind of denial."""
    parts: list[str] = []
    if commitment.polarity != "affirmed":
        parts.append(commitment.polarity)
    if commitment.polarity != "open":
        parts.append(f"{commitment.low:.2f}..{commitment.high:.2f}")
    if commitment.denial:
        parts.append(("non-denial: " if commitment.non_denial else "") + commitment.denial)
    return "{" + ", ".join(parts) + "}"
