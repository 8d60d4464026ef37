"""Who stands behind a statement, and how far its words can be taken for theirs: quality as factors with words.

Whether a source is a party to the matter is told by parties.py: by the names in the hypothesis, the relations of
the case and what its texts say. The rule looks at what the source does (deny) and never at which hypothesis that
suits, so that a hypothesis and its negation are weighed alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.lang.en.futures import PLANS
from sayso.model.answers import Party
from sayso.model.case import Case
from sayso.model.sources import Source
from sayso.model.statements import Statement
from sayso.weighing import weights

#: Words of planning count where a content opens; further on they speak of other things.
_OPENING = 200
_PLAN = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, PLANS)) + r")(?!\w)", re.IGNORECASE)
#: What a paper says would be is what somebody planned when it was written.
_WOULD = re.compile(r"\bwould\b")
_WORD = re.compile(r"[^\W\d_]{2,40}(?:-[^\W\d_]{1,40}){0,3}")


@dataclass(frozen=True, slots=True)
class Factor:
    """One doubt: the share of a weight that it leaves, and why in words ("" where it leaves all)."""

    share: float
    words: str = ""

    @property
    def told(self) -> str:
        """The doubt in words with its share ("relayed once: × 0.8"), "" where there is nothing to say."""
        return f"{self.words}: × {self.share:.2g}" if self.words and self.share < 1.0 else self.words


@dataclass(frozen=True, slots=True)
class Standing:
    """How reliable a source is: a letter of the Admiralty scale, and on what it rests.

    `words` tell the record it comes from, "" where the letter is that of its kind. `share` is what it leaves of a
    weight, that of its letter where None.
    """

    letter: weights.Letter
    words: str = ""
    share: float | None = None

    @property
    def left(self) -> float:
        """What it leaves of a weight, in [0, 1]."""
        return weights.RELIABILITY[self.letter] if self.share is None else min(max(self.share, 0.0), 1.0)


#: Where a source has no record: its kind's letter.
_BY_KIND = {kind: Standing(letter) for kind, letter in weights.CLASS.items()}
_UNKNOWN = _BY_KIND["unknown"]


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose words a statement gives: a key that is the same wherever the holder speaks, its name and kind.

    `key` is None for voices that cannot be told apart or held to their word (anonymous, groups, no source).
    `source` is the id of the case's source, `standing` its reliability.
    """

    key: str | None
    name: str
    kind: str
    words: frozenset[str] = frozenset()
    source: str | None = None
    standing: Standing = Standing("F")


def known_sources(case: Case) -> dict[str, Source]:
    """Every id of a source, a case's or an article's, to the case-level source where linking made one."""
    found = {source.id: source for page in case.pages for source in page.sources}
    for source in case.sources:
        found.update(dict.fromkeys(source.members, source))
    found.update({source.id: source for source in case.sources})
    return found


def words_of(sources: Mapping[str, Source]) -> dict[str, frozenset[str]]:
    """The words of each source's names and roles by its id; read once, as a source of many articles has many."""
    distinct = {source.id: source for source in sources.values()}
    return {
        key: frozenset(_words((source.name, *source.aliases, *{role.text: None for role in source.roles})))
        for key, source in distinct.items()
    }


def holder_of(
    statement: Statement,
    sources: Mapping[str, Source],
    outlet: str | None,
    *,
    known: Mapping[str, frozenset[str]],
    record: Mapping[str, Standing],
) -> Holder:
    """Who holds the content of `statement`: its innermost source, or the article where it speaks for itself.

    `known` is what `words_of` made of `sources`, `record` the standing of those that have a record, by id.
    """
    if not statement.chain:
        key = f"outlet {outlet}" if outlet else None
        standing = _BY_KIND["own voice" if outlet else "unknown"]
        return Holder(key, outlet or "the article itself", "own voice", standing=standing)
    voice = statement.chain[-1].source
    source = sources.get(voice.id)
    if source is None:
        return Holder(None, voice.text or "a source that is not named", "unknown", standing=_UNKNOWN)
    words = known[source.id].union(_words((voice.text,)))
    key = source.id if source.kind not in ("anonymous", "group") else None
    standing = record.get(source.id) or _BY_KIND.get(source.kind, _UNKNOWN)
    return Holder(key, source.name, source.kind, words, source.id, standing)


def quality(
    statement: Statement, holder: Holder, said: str, party: Party | None, *, report: bool = False
) -> tuple[Factor, ...]:
    """The doubts about a statement that do not depend on its side, in the order a reader would check them.

    `said` is its content as one line, `party` what makes its holder a party to the matter. `report` is said where
    the question is whether something has happened, and not whether it will.
    """
    return (
        _kind(holder),
        _voice(holder, report=report),
        _mode(statement, holder),
        _hops(statement),
        _block(statement),
        _party(statement, party),
        _deed(statement, holder, said),
        _reading(statement),
    )


def _words(texts: Iterable[str]) -> Iterable[str]:
    return (word for text in texts for word in _WORD.findall(text))


def _kind(holder: Holder) -> Factor:
    """What the reliability of a source leaves, by its record or its kind."""
    standing = holder.standing
    if standing.words:
        return Factor(standing.left, f"reliability {standing.letter}, {standing.words}")
    words = {
        "anonymous": "without a name",
        "group": "a group that nobody answers for",
        "document": "a document",
        "unknown": "no source that could be identified",
        "person": "one person's word",
    }
    return Factor(standing.left, words.get(holder.kind, ""))


def _voice(holder: Holder, *, report: bool) -> Factor:
    """What is left of an article's own word: of what has happened it is the report itself."""
    if holder.kind != "own voice":
        return Factor(1.0)
    return Factor(1.0 if report else weights.OWN_VOICE, "the article's own voice, no source named")


def _mode(statement: Statement, holder: Holder) -> Factor:
    if not statement.chain or holder.kind == "document":
        return Factor(1.0)
    share = weights.MODE[statement.mode]
    words = {"direct": "quoted directly", "mixed": "quoted in part", "indirect": "in the article's words"}
    return Factor(share, words[statement.mode])


def hops(statement: Statement) -> int:
    """How many mouths and media stand between the holder of a statement and its page."""
    return max(len(statement.chain) - 1, 0) + len({hop.via for hop in statement.chain if hop.via})


def _hops(statement: Statement) -> Factor:
    between = hops(statement)
    if not between:
        return Factor(1.0, "first hand" if statement.chain else "")
    words = "relayed once" if between == 1 else f"relayed {between} times on the way"
    return Factor(max(weights.HOP**between, weights.HOP_FLOOR), words)


def _block(statement: Statement) -> Factor:
    share = weights.BLOCK.get(statement.block, 1.0)
    return Factor(share, f"from a {statement.block}" if share < 1.0 else "")


def _party(statement: Statement, party: Party | None) -> Factor:
    if party is None:
        return Factor(1.0)
    denies = statement.commitment.denial is not None or (
        bool(statement.chain) and statement.chain[-1].force in ("deny", "decline-to-rule-out")
    )
    if party.side == "own" and denies:
        return Factor(weights.PARTY_DENIES, f"a party that denies the own side's plans ({party.words})")
    if party.side == "own":
        return Factor(weights.PARTY, f"a party that speaks of the own side's plans ({party.words})")
    if party.side == "other":
        return Factor(weights.PARTY_OTHER, f"a party on the other side ({party.words})")
    return Factor(weights.PARTY, "an office holder who denies" if denies else party.words)


def _deed(statement: Statement, holder: Holder, said: str) -> Factor:
    force = statement.chain[-1].force if statement.chain else "assert"
    drafted = holder.kind == "document" and _WOULD.search(said)
    if force == "plan" or drafted or _PLAN.search(said[:_OPENING]):
        return Factor(weights.PLAN, "about a plan, not a deed")
    if force in ("predict", "believe"):
        return Factor(weights.FORETOLD, "a forecast" if force == "predict" else "a belief")
    return Factor(1.0)


def _reading(statement: Statement) -> Factor:
    sure = min(max(statement.confidence, 0.0), 1.0)
    share = weights.MISREAD + (1.0 - weights.MISREAD) * sure
    return Factor(share, f"a reading of a kind that is right in {sure:.0%} of cases" if sure < 1.0 else "")
