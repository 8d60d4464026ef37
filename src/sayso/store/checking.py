"""Whether a ruling can be as it is given, and the words it is about: cheap checks before anything is journaled."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NoReturn

import msgspec

from sayso.errors import RefusedError
from sayso.model.keeping import Asked
from sayso.model.rulings import TOUCHES, Anchor, Ruling, subject
from sayso.model.rulingvalues import places, unreadable
from sayso.model.span import Span
from sayso.store.database import Database, single
from sayso.store.evidence import readings, unlinked

_ON_STATEMENTS: Final = TOUCHES | {"unlock"}
_SPAN: Final = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)


def check(database: Database, ruling: Ruling) -> None:
    """RefusedError with what is wrong where `ruling` names what the case has not, or its value cannot be read."""
    for field in ("target", "by", "at"):
        if not getattr(ruling, field).strip():
            _refuse(database, ruling, f"has no {field!r}", "say it")
    for text in (ruling.target, ruling.by, ruling.at, ruling.why, ruling.value, ruling.source, ruling.on):
        if text is not None and ("\0" in text or not _whole(text)):
            _refuse(database, ruling, "has a character that cannot be kept", "write it in plain text")
    if ruling.verdict in _ON_STATEMENTS:
        _check_statement(database, ruling)
    else:
        _check_other(database, ruling)


def anchored(database: Database, ruling: Ruling) -> Anchor | None:
    """The words that a ruling on a statement is about, as they stand now; None for any other ruling."""
    if ruling.verdict not in _ON_STATEMENTS and not (
        ruling.verdict == "comment" and ruling.target.startswith("s-")
    ):
        return None
    found = statement(database, subject(ruling))
    if found is None:
        return None
    article, spans = found
    text = str(single(database.query("SELECT text FROM articles WHERE id = ?", (article,))))
    return Anchor(article, spans, "\n".join(span.of(text) for span in spans))


def statement(database: Database, id_: str) -> tuple[str, tuple[Span, ...]] | None:
    """The article of a statement and the places of its content, as last updated or, else, as last read."""
    rows = database.query(
        """SELECT a.id, s.begins, s.ends, s.places FROM statements s JOIN articles a ON a.number = s.article
        WHERE s.id = ?""",
        (id_,),
    )
    if rows:
        article, begins, ends, several = rows[0]
        return article, spans(several) if several else (Span(begins, ends),)
    for page in unlinked(database):
        for one in (*page.statements, *page.own_voice):
            if one.id == id_:
                return one.article, one.content
    return None


def spans(value: str) -> tuple[Span, ...]:
    """The places that "120-164 170-181" names; ValueError where it names none."""
    found = [_SPAN.fullmatch(piece) for piece in value.split()]
    out = tuple(Span(int(one[1]), int(one[2])) for one in found if one)
    if len(out) != len(found) or not out:
        raise ValueError(value)
    return out


def _check_statement(database: Database, ruling: Ruling) -> None:
    """The statement is there, its value is one of its verdict, and places lie in the text and hold words."""
    found = statement(database, subject(ruling))
    if found is None:
        _refuse(database, ruling, "names no statement of this case", "give the id as the lists show it")
    text = str(single(database.query("SELECT text FROM articles WHERE id = ?", (found[0],))))
    if wrong := unreadable(ruling, len(text)):
        _refuse(database, ruling, wrong, f"the text has {len(text)} characters; give it again")
    if ruling.verdict == "span" and not any(span.of(text).strip() for span in places(ruling.value) or ()):
        _refuse(database, ruling, "marks white space only", "mark some words")
    if ruling.verdict == "stance" and not ruling.target.partition("@")[2]:
        _refuse(database, ruling, "names no hypothesis", "give both ids: s-…@h1")


def _check_other(database: Database, ruling: Ruling) -> None:
    """The other verdicts: what they name is there, and their value can be read."""
    target, value, verdict = ruling.target, ruling.value or "", ruling.verdict
    if verdict == "comment" and not ruling.why.strip():
        _refuse(database, ruling, "has no words", "write the comment")
    elif verdict in {"merge", "split"}:
        left, _, right = target.partition("+")
        if not left or not right or left == right or "+" in right:
            _refuse(database, ruling, f"names {target!r}", "give two different ids joined by +")
    elif verdict in {"date", "add", "leave", "adopt"}:
        if not database.query("SELECT 1 FROM articles WHERE id = ?", (target,)):
            _refuse(database, ruling, "names no article of this case", "give the id as the lists show it")
        if verdict == "adopt" and value not in readings(database, target):
            _refuse(
                database, ruling, f"names a reading {value!r} that there is not", "give one that the article has"
            )
        if verdict == "date" and not _interval(value):
            _refuse(database, ruling, f"gives {value!r} for a day", "give YYYY-MM-DD, or earliest/latest")
    elif verdict == "outcome":
        word, _, day = value.partition(" ")
        if not (value == "open" or (word in {"yes", "no"} and _interval(day))):
            _refuse(database, ruling, f"gives {value!r} for an outcome", "give yes DAY, no DAY or open")
    elif verdict == "ask":
        _check_question(database, ruling)
    elif verdict == "undo":
        _check_undo(database, ruling)


def _check_question(database: Database, ruling: Ruling) -> None:
    try:
        asked = msgspec.json.decode(ruling.value or "", type=Asked)
    except msgspec.MsgspecError as error:
        _refuse(database, ruling, f"holds no question ({error})", "ask again")
    if ruling.target != "question" or not asked.question.strip():
        _refuse(database, ruling, "asks nothing", "ask again")


def _check_undo(database: Database, ruling: Ruling) -> None:
    """The ruling is there, is not undone already, and is not the first question."""
    rows = database.query("SELECT number FROM journal WHERE id = ?", (ruling.target,))
    if not rows:
        _refuse(database, ruling, "names no ruling of this case", "give the id as the history shows it")
    if rows[0][0] == 1:
        _refuse(database, ruling, "takes the question away", "ask another one instead")
    undos = database.query(
        "SELECT number, id, target, person FROM journal WHERE verdict = 'undo' ORDER BY number DESC"
    )
    gone: set[str] = set()
    for number, own, target, person in undos:
        if own in gone:
            continue
        gone.add(target)
        if target == ruling.target:
            _refuse(
                database, ruling, f"was undone already by {person} (entry {number})", "undo that to have it back"
            )


def _interval(value: str) -> bool:
    """Whether a value is a day or two with a slash, in order."""
    days = value.split("/")
    try:
        found = [date.fromisoformat(day) for day in days]
    except ValueError:
        return False
    return len(found) <= 2 and found == sorted(found)


def _whole(text: str) -> bool:
    """Whether a text can be written as UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _refuse(database: Database, ruling: Ruling, what: str, remedy: str) -> NoReturn:
    raise RefusedError(f"{database.place}: the ruling {ruling.verdict!r} on {ruling.target!r} {what}; {remedy}")
