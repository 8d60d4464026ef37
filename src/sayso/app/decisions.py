"""`sayso rule`, `comment`, `history` and `undo`: what people decide in a case, and what was decided."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, cast, get_args

from sayso.app.exits import NOTHING, OK
from sayso.app.output import json_line
from sayso.app.places import names_a_case, now, opened, person
from sayso.app.talk import say
from sayso.errors import RefusedError, SettingError
from sayso.model.keeping import Entry, Item
from sayso.model.prose import shortened
from sayso.model.rulings import Ruling, Verdict
from sayso.showing.caserecords import entry_record
from sayso.showing.casetext import decision
from sayso.showing.casetext import history as history_text
from sayso.store.repository import Repository

#: Verdicts that are given by name; the rest come from commands of their own (add, ask, reread, undo).
VERDICTS: Final = tuple(one for one in get_args(Verdict) if one not in {"ask", "adopt", "undo"})
#: Verdicts for which a case needs no reason.
_PLAIN: Final = frozenset({"accept", "lock", "unlock", "add"})
#: What each value must look like, where a verdict has one.
_VALUES: Final = {
    "span": "places in the article's text: --value 120-164, or several: --value '120-164 170-181'",
    "source": "who said it: --value 'Ada Brill', with its place '@40-49' behind it where the text names it",
    "certainty": "how sure its holder is, two numbers between 0 and 1: --value 0.2-0.5",
    "stance": "what it says of the hypothesis: --value 'support 0.8', 'deny 0.5', 'open 0' or 'unrelated 0'",
    "date": "when it was published: --value 2031-05-03 or 2031-05-01/2031-05-03",
    "outcome": "what happened and when that was known: --value 'yes 2031-05-31'",
}
_ENTRIES: Final = re.compile(r"#?(\d{1,9})(?:-#?(\d{1,9}))?")


def rule(arguments: argparse.Namespace) -> int:
    """Record what a person decided, in a case or at the end of a journal file."""
    target, verdict = _parted(arguments.target, arguments.verdict)
    if names_a_case(arguments.journal, arguments) or arguments.journal.endswith(".sayso"):
        return _rule_in_case(arguments, target, verdict)
    from sayso.app.journals import rule as rule_in_journal  # noqa: PLC0415 - only for journals

    return rule_in_journal(arguments, target, verdict)


def _parted(one: str, other: str) -> tuple[str, Verdict]:
    """Target and verdict, in whichever order they were given."""
    for target, verdict in ((one, other), (other, one)):
        if verdict in VERDICTS:
            return target, cast("Verdict", verdict)
    raise SettingError(f"VERDICT {other}: there is no such verdict; give one of {', '.join(VERDICTS)}")


def _rule_in_case(arguments: argparse.Namespace, target: str, verdict: Verdict) -> int:
    if verdict not in _PLAIN and not (arguments.why or "").strip():
        raise SettingError(f'--why: {verdict} needs a reason, for whoever reads it later: --why "…"')
    if verdict in _VALUES and not (arguments.value or "").strip():
        raise SettingError(f"--value: {verdict} needs {_VALUES[verdict]}")
    if verdict == "stance" and "@" not in target:
        raise SettingError(f"TARGET {target}: a stance is that of a statement on a hypothesis; give {target}@h1")
    with opened(arguments, writing=True, name=arguments.journal) as repository:
        target = _meant(repository, target, verdict)
        ruling = Ruling(target, verdict, person(arguments), now(), arguments.why or "", arguments.value)
        try:
            entries = repository.rule([ruling], seen=arguments.seen)
        except RefusedError as fault:
            raise SettingError(str(fault)) from fault
        _told(arguments.journal, repository, entries)
    return OK


def _meant(repository: Repository, target: str, verdict: str) -> str:
    """The target as the journal has it: a path stands for its article, an origin for one of its statements."""
    if verdict in {"date", "leave", "add"}:
        return article_named(repository.articles(), target, repository.place).id
    ends = target.split("+")
    if verdict in {"merge", "split"} and len(ends) == 2:
        if all(end.startswith("source-") for end in ends):
            return joining(repository, *ends)
        return "+".join(_end(repository, end) for end in ends)
    if verdict == "stance":
        _hypothesis(repository, target.rpartition("@")[2])
    if verdict == "outcome" and re.fullmatch(r"h\d{1,4}", target):
        _hypothesis(repository, target)
    return target


def _hypothesis(repository: Repository, ident: str) -> None:
    """SettingError where the case, as last updated, has hypotheses and none of this id."""
    held = [str(one["id"]) for one in repository.parts("hypothesis", limit=1_000)[0]]
    if held and ident not in held:
        raise SettingError(f"{ident}: no such hypothesis in this case; it has {', '.join(held)}")


def joining(repository: Repository, left: str, right: str) -> str:
    """The target of a ruling that two sources of the case are one, or two: the surest pair of their members."""
    one, other = (_source(repository, end) for end in (left, right))
    if one["id"] == other["id"]:
        return f"{left}+{right}"
    mine, theirs = frozenset(one["members"]), frozenset(other["members"])
    pairs = [
        (-float(each["score"]), str(each["left"]), str(each["right"]))
        for each in one["merges"]
        if {each["left"], each["right"]} & mine and {each["left"], each["right"]} & theirs
    ]
    _, *ends = min(pairs, default=(0.0, min(mine), min(theirs)))
    return "+".join(ends)


def _source(repository: Repository, ident: str) -> Mapping[str, Any]:
    """The record of a source of the case; SettingError where there is none."""
    found = repository.part("source", ident)
    if found is None:
        raise SettingError(f"{ident}: no such source; sayso sources {repository.place} lists them")
    return found


def _end(repository: Repository, end: str) -> str:
    """One end of a pair as the journal has it; SettingError where the case, as last updated, has none such."""
    if end.startswith("origin-"):
        return _lead(repository, end)
    if end.startswith("source-"):
        return str(min(_source(repository, end)["members"]))
    if end.startswith("src-") and not repository.parts("source", search=end, limit=1)[1]:
        raise SettingError(
            f"{end}: no such source; sayso sources {repository.place} --json lists the members of each"
        )
    if end.startswith("s-") and repository.line(end) is None:
        raise SettingError(f"{end}: no such statement; sayso statements {repository.place} lists them")
    if not end.startswith(("src-", "s-")):
        raise SettingError(f"TARGET {end}: give ids of two sources, two statements or two origins, joined by +")
    return end


def article_named(items: Iterable[Item], name: str, place: str) -> Item:
    """The article with this id, or whose path ends so; SettingError where there is none, or more than one."""
    held = list(items)
    found = [item for item in held if name == item.id] or [
        item for item in held if item.path == name or item.path.endswith(f"/{name}")
    ]
    if len(found) == 1:
        return found[0]
    if not found:
        raise SettingError(f"{name}: no such article in this case; sayso articles {place} lists them")
    raise SettingError(f"{name}: {len(found)} articles have this name; give an id, such as {found[0].id}")


def _lead(repository: Repository, origin: str) -> str:
    """The statement that stands for an origin."""
    found = repository.part("origin", origin)
    held = found.get("statements") if found else None
    if not isinstance(held, list) or not held:
        raise SettingError(f"{origin}: no such origin; sayso origins {repository.place} lists them")
    return str(held[0])


def comment(arguments: argparse.Namespace) -> int:
    """Write a comment to something in a case."""
    with opened(arguments, writing=True) as repository:
        ruling = Ruling(arguments.target, "comment", person(arguments), now(), arguments.why)
        _told(arguments.case, repository, repository.rule([ruling], seen=arguments.seen))
    return OK


def _told(place: str, repository: Repository, entries: Sequence[Entry]) -> None:
    """Say what was journaled, and that the answer does not know it yet."""
    names = target_names(repository, entries)
    for entry in entries:
        say(f"{place}: #{entry.number} {decision(entry.ruling, names, {})}")
    behind = repository.stand().behind
    if behind and any(entry.ruling.verdict != "comment" for entry in entries):
        say(f"not in the answer yet: {behind} journal entr{'y' if behind == 1 else 'ies'}; sayso update {place}")


def history(arguments: argparse.Namespace) -> int:
    """Print who decided what, when and why."""
    with opened(arguments) as repository:
        about = arguments.about
        entries = repository.journal(about=about)
        if arguments.limit is not None:
            if arguments.limit < 1:
                raise SettingError(f"--limit {arguments.limit}: give a number from 1 on")
            entries = entries[-arguments.limit :]
        if not entries:
            say(f"{arguments.case}: nothing was decided about {about}")
            return NOTHING
        if arguments.jsonl:
            for entry in entries:
                print(json_line(entry_record(entry)))
        else:
            print(history_text(entries, target_names(repository, entries), numbers_of(repository, entries)))
        lost = len(repository.orphans())
        if lost and about is None:
            say(
                f"{'1 ruling' if lost == 1 else f'{lost} rulings'} on words that no longer stand in their text; "
                f"sayso verify {arguments.case} names each"
            )
    return OK


def numbers_of(repository: Repository, entries: Sequence[Entry]) -> dict[str, int]:
    """The numbers of journal entries by the ids of their rulings, as far as undos among `entries` need them."""
    if not any(entry.ruling.verdict == "undo" for entry in entries):
        return {}
    return {entry.ruling.id: entry.number for entry in repository.journal()}


def target_names(repository: Repository, entries: Iterable[Entry]) -> dict[str, str]:
    """What the targets of journal entries are called: an article's path, a source's name, the question itself."""
    names: dict[str, str] = {}
    wanted = {end for entry in entries for end in entry.ruling.target.split("+")}
    if any(one.startswith("a-") for one in wanted):
        names |= {item.id: item.path for item in repository.articles()}
    for one in wanted:
        if one.startswith(("source-", "src-")) and (found := repository.part("source", one)):
            names[one] = str(found.get("name", ""))
        elif one.startswith("s-") and (line := repository.line(one.partition("@")[0])):
            names[one] = f"“{shortened(line.words, 60)}”"
    for entry in entries:
        if entry.ruling.verdict == "ask":
            names[entry.ruling.id] = question_in(entry.ruling)
    return names


def question_in(ruling: Ruling) -> str:
    """The question that an "ask" ruling asks."""
    try:
        return str(json.loads(ruling.value or "")["question"])
    except (ValueError, KeyError, TypeError):
        return "a question that cannot be read"


def undo(arguments: argparse.Namespace) -> int:
    """Take back journal entries, by default the last that still counts; an undo taken back counts again."""
    with opened(arguments, writing=True) as repository:
        entries = repository.journal()
        chosen = [entry for one in arguments.entries for entry in _entries(entries, one)] or _last(entries)
        if not chosen:
            say(f"{arguments.case}: nothing is left that could be undone")
            return NOTHING
        for entry in chosen:
            if entry.undone:
                raise SettingError(
                    f"#{entry.number}: was undone by #{entry.undone} already; to have it back: "
                    f"sayso undo {arguments.case} {entry.undone}"
                )
            if entry.number == 1:
                raise SettingError("#1: is the first question, on which all rests; sayso ask changes what is asked")
        by, at, why = person(arguments), now(), arguments.why
        made = repository.rule([Ruling(one.ruling.id, "undo", by, at, why) for one in chosen], seen=arguments.seen)
        names = target_names(repository, [*entries, *chosen])
        numbers = {entry.ruling.id: entry.number for entry in entries}
        for mine, entry in zip(made, chosen, strict=True):
            told = decision(entry.ruling, names, numbers)
            if entry.ruling.verdict == "undo":
                back = numbers.get(entry.ruling.target)
                say(f"{arguments.case}: #{mine.number} took #{entry.number} back; #{back} counts again")
            else:
                say(f"{arguments.case}: #{mine.number} undid #{entry.number}: {entry.ruling.by} {told}")
        if repository.stand().behind:
            say(f"sayso update {arguments.case} brings the answer up to date")
    return OK


def _entries(entries: Sequence[Entry], given: str) -> Sequence[Entry]:
    """The entry that a number names, or those from one to another ("8-20"); SettingError where it names none."""
    found = _ENTRIES.fullmatch(given)
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
    if not 1 <= first <= last <= len(entries):
        raise SettingError(f"{given}: is no journal entry; they go from #1 to #{len(entries)} (sayso history)")
    return entries[first - 1 : last]


def _last(entries: Sequence[Entry]) -> list[Entry]:
    """The last entry that counts and is no undo; the first one, the question, is never meant."""
    for entry in reversed(entries[1:]):
        if entry.ruling.verdict != "undo" and not entry.undone:
            return [entry]
    return []
