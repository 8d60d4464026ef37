"""Proposed questions: for the eye, ready for --ask, and as a record for JSON."""

from __future__ import annotations

import shlex
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sayso.model.case import Page
from sayso.model.prose import shortened
from sayso.model.span import Ref
from sayso.model.stances import Proposal
from sayso.model.statements import Statement
from sayso.showing.oneline import statement_line
from sayso.showing.schemaforms import DAY, NAME, TEXT, Schema, array, record, ref
from sayso.showing.sourcerecords import day_text, ref_record
from sayso.showing.words import count

_WIDTH = 88

_COUNT: Schema = {"type": "integer", "minimum": 0}

#: What `sayso brief --json` prints where nothing is asked.
PROPOSALS: Schema = record(
    schema={"const": "sayso/1"},
    proposals=array(
        record(
            question=NAME,
            closes=DAY,
            support=_COUNT,
            deny=_COUNT,
            open=_COUNT,
            statements=array(
                record(
                    id=NAME, article=NAME, path=TEXT, text=TEXT, line=TEXT, refs=array(ref("place"), minItems=1)
                ),
            ),
        )
    ),
)

_Held = Mapping[str, tuple[Page, Statement]]


def proposal_record(found: Sequence[Proposal], pages: Iterable[Page]) -> dict[str, Any]:
    """The proposals with the places of their statements."""
    held = _held(pages)
    return {
        "schema": "sayso/1",
        "proposals": [
            {
                "question": one.question,
                "closes": day_text(one.closes),
                "support": one.support,
                "deny": one.deny,
                "open": one.open,
                "statements": [_statement(*held[ident]) for ident in one.statements],
            }
            for one in found
        ],
    }


def _statement(page: Page, statement: Statement) -> dict[str, Any]:
    article = page.article
    return {
        "id": statement.id,
        "article": article.id,
        "path": article.path,
        "text": statement.words(article.text),
        "line": statement_line(page, statement, names=True),
        "refs": [ref_record(Ref(article.id, span)) for span in statement.content],
    }


def proposal_listing(found: Sequence[Proposal], pages: Iterable[Page]) -> str:
    """Plain text: each question as an argument for --ask, how many origins bear on it, its clearest statements."""
    if not found:
        return (
            "Nothing was found on which the sources of these articles differ about what is to come.\n"
            'Ask what you want to know: --ask "Will … by 31 May 2031?"\n'
        )
    held = _held(pages)
    lines = ["Nothing was asked. The sources of these articles differ on:", ""]
    for number, one in enumerate(found, start=1):
        lines.append(f"{number}. --ask {shlex.quote(one.question)}")
        lines.append(f"   {counted(one)}")
        for ident in one.statements:
            lines += _line(*held[ident])
        lines.append("")
    return "\n".join(lines)


def counted(one: Proposal) -> str:
    """How many origins bear on a proposal, and which way."""
    total = count(one.support + one.deny + one.open, "origin")
    return f"{total}: {one.support} for, {one.deny} against, {one.open} leaving it open"


def _line(page: Page, statement: Statement) -> list[str]:
    """A statement with its place, over as many lines as it needs."""
    at = statement.content[0].start
    told = f"{shortened(statement_line(page, statement, names=True), 200)} ({page.article.path}, at {at})"
    return textwrap.wrap(told, _WIDTH, initial_indent="   - ", subsequent_indent="     ", break_on_hyphens=False)


def _held(pages: Iterable[Page]) -> _Held:
    return {one.id: (page, one) for page in pages for one in (*page.statements, *page.own_voice)}
