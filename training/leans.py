"""Pairs of statement and hypothesis with the statement's lean, from many sets, and pairs made from them by rule.

Theory. Sets differ in what they call a side ("observing" is not "neutral", a debater's "against" is no
contradiction), so each family of sets has a head of its own (sayso.brain.pairs.FAMILIES) and shares all below it.
Gold in two ways (support or not) says only that one of two leans holds. Three kinds of pairs are made by rule: the
hypothesis negated (support and deny change places, open stays); something that statement and hypothesis share,
exchanged for another of its kind in one of them (denied) or in both (supported), which leaves nothing to learn from
the hypothesis alone (Schuster et al. 2019, arXiv:1908.05267); a hypothesis with the evidence of another (open).
"""

from __future__ import annotations

import csv
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from evals import example, gold
from evals.stances import APART, held_out
from sayso.annotating.annotate import annotate
from sayso.brain.entailer import RuleEntailer
from sayso.brain.pairs import FAMILIES, LEANS
from sayso.brain.rules import RuleTagger
from sayso.lang.en.words import STOP
from sayso.linking.link import link
from sayso.model.article import Article
from sayso.model.words import content_stems

#: The family of each set.
SETS = {
    "lingnli": "inference", "cfsnli": "inference", "conjnli": "inference", "rte": "inference", "monli": "inference",
    "dnc_fact": "inference", "dnc_mv": "inference", "fever": "facts", "fm2": "facts", "covidfact": "facts",
    "climatefever": "findings", "healthver": "findings", "wice": "findings", "emergent": "news", "fnc": "news",
    "perspectrum": "debate", "written": "told", "case": "told",
}  # fmt: skip
#: Sets with two sides only: what is not said there is not open.
TWO_WAY = frozenset({"fever", "fm2", "covidfact", "perspectrum"})
#: How often something is exchanged in a supported fact.
_EXCHANGES = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts, the leans that gold allows (numbers of LEANS), and where it is from.

    `masked`: open was no choice there. Where it is not `related`, no lean is learned from it.
    """

    statement: str
    hypothesis: str
    leans: tuple[int, ...]
    source: str
    masked: bool = False
    related: bool = True

    @property
    def family(self) -> int:
        """The number of its family."""
        return FAMILIES.index(SETS[self.source])


_ALLOWED = {lean: (number,) for number, lean in enumerate(LEANS)} | {"not-support": (1, 2)}


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of pairs."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def pairs(found: Iterable[Mapping[str, Any]], *, masked: bool = False) -> list[Pair]:
    """Pairs of rows; those without a word in either text are left out.

    Where it is `masked`, open is no choice for pairs of TWO_WAY sets.
    """
    return [
        Pair(row["statement"], row["hypothesis"], _ALLOWED[row["label"]], name, masked=masked and name in TWO_WAY)
        for row in found
        for name in [row["set"]]
        if row["statement"].strip() and row["hypothesis"].strip()
    ]


#: Cues after which the content alone does not say what its holder says.
_TURNING = re.compile(
    r"\b(?:den(?:y|ies|ied|ial)\w*|reject\w*|dismiss\w*|refut\w*|rul\w+ out|doubt\w*|question\w*|ask\w*|whether|"
    r"if|not|n[’']t|refus\w*|fail\w*|declin\w*|disput\w*|contradict\w*|rebut\w*|scoff\w*|wav\w+ (?:away|aside)|"
    r"brush\w*|lie|false|untrue)\b",
    re.IGNORECASE,
)


def written(folder: Path) -> list[Pair]:
    """The pairs of a folder of tables (training/written/stances), each statement alone and with who says it."""
    found: list[Pair] = []
    for path in sorted(folder.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                found += _renderings(row)
    return found


def told(story: Path) -> list[Pair]:
    """The marked statements of a story with gold, alone and with who says it; evidence from afar is left out."""
    asked = annotate(Article("q", "--ask", example.question(story), "0" * 64), RuleTagger())
    wanted = link((), asked, entailer=RuleEntailer()).hypotheses[0].text
    found: list[Pair] = []
    for one in gold.load(story):
        if one.stance == "-" or one.optional or one.indirect:
            continue
        text = gold.article_text(story / "articles" / one.doc)
        content, source, cue = (
            " … ".join(text[span.start : span.end] for span in spans)
            for spans in (one.content, (one.source,) if one.source else (), (one.cue,) if one.cue else ())
        )
        row = {"hypothesis": wanted, "source": source, "cue": cue, "content": content, "lean": one.stance}
        found += (replace(each, source="case") for each in _renderings(row))
    return found


def _renderings(row: Mapping[str, str]) -> Iterator[Pair]:
    """A written row as pairs: with source and cue where it has them, and alone unless its cue turns it."""
    related = row["lean"] != "unrelated"
    leans = (LEANS.index(row["lean"]),) if related else ()
    texts = [row["content"]] if not _TURNING.search(row["cue"]) else []
    if row["source"].strip():
        texts.append(" ".join(part for part in (row["source"], row["cue"], row["content"]) if part.strip()))
    for text in texts:
        yield Pair(text, row["hypothesis"], leans, "written", related=related)


def strangers(some: Sequence[Pair], chance: random.Random, *, share: float, drawn: int = 8) -> list[Pair]:
    """Pairs of a statement with another hypothesis of its set, that of `drawn` which has most words in common."""
    by_set: dict[str, list[str]] = defaultdict(list)
    for one in some:
        by_set[one.source].append(one.hypothesis)
    new = []
    for one in some:
        if one.related and chance.random() < share:
            mine = set(content_stems(one.statement, STOP))
            others = {text for text in chance.choices(by_set[one.source], k=drawn) if text != one.hypothesis}
            if others:
                best = max(sorted(others), key=lambda text: len(mine.intersection(content_stems(text, STOP))))
                new.append(replace(one, hypothesis=best, leans=(), related=False))
    return new


def apart(found: Sequence[Mapping[str, Any]]) -> tuple[list[Mapping[str, Any]], list[Mapping[str, Any]]]:
    """(rows to learn from, rows held out): APART's sets by claim; FNC's on a held-out story are in neither."""
    held = [row for row in found if row["set"] in APART and held_out(row.get("claim") or row["hypothesis"])]
    headlines = {row["statement"].strip().casefold() for row in held if row["set"] == "emergent"}
    headlines |= {row["hypothesis"].strip().casefold() for row in held if row["set"] == "emergent"}
    fnc = [row for row in found if row["set"] == "fnc"]
    told = {row["body"] for row in fnc if row["hypothesis"].strip().casefold() in headlines}
    away = {id(row) for row in (*held, *(row for row in fnc if row["body"] in told))}
    return [row for row in found if id(row) not in away], held


_AUXILIARY = re.compile(
    r"\b(is|are|was|were|will|can|could|should|would|must|(?:has|have|had)(?= been))\b(?! not\b|n[’']t)"
)
_NOT = re.compile(r"\b(is|are|was|were|will|has|have|had|can|could|should|does|did|do|would|must) not ")


def negated(text: str) -> str | None:
    """A sentence with its first auxiliary negated, or its negation taken out; None where it has neither."""
    if (gone := _NOT.sub(r"\1 ", text, count=1)) != text:
        return gone
    if not _AUXILIARY.search(text):
        return None
    return _AUXILIARY.sub(r"\1 not", text, count=1)


def mirrored(one: Pair) -> Pair | None:
    """The pair with its hypothesis negated; None where gold or the sentence does not allow it."""
    text = negated(one.hypothesis)
    if text is None or len(one.leans) != 1:
        return None
    return replace(one, hypothesis=text, leans=({0: 1, 1: 0}.get(one.leans[0], 2),))


#: Words of one kind, which exclude each other.
KINDS = tuple(
    tuple(line.split())
    for line in """January February March April May June July August September October November December
Monday Tuesday Wednesday Thursday Friday Saturday Sunday
American British French German Italian Spanish Canadian Australian Indian Japanese Chinese Russian Irish Scottish
America England France Germany Italy Spain Canada Australia India Japan China Russia Ireland Scotland Sweden
Swedish Dutch Polish Mexican Brazilian Korean Danish Norwegian Greek Turkish
London Paris Berlin Rome Chicago Boston Houston Dallas Seattle Toronto Sydney Tokyo Moscow Philadelphia
California Texas Florida Ohio Michigan Georgia Virginia Illinois Oregon Arizona Nevada Utah Iowa Kansas
actor singer director producer writer politician lawyer footballer wrestler novelist journalist painter scientist
musician composer comedian economist architect photographer
film album song novel play series magazine game
comedy drama horror thriller western musical romance
first second third fourth fifth sixth seventh
one two three four five six seven eight nine ten
won lost
increase decrease
increased decreased
increases decreases
higher lower
more fewer less
before after
north south east west
northern southern eastern western
oldest youngest
largest smallest
male female
man woman
father mother son daughter brother sister
born died
began ended
always never
all none
rock jazz pop country classical
football basketball baseball hockey tennis cricket rugby
guitar piano drums bass violin
president senator governor mayor
king queen prince princess
red blue green black white yellow
alive dead
true false
rose fell
reduces increases
reduce increase
prevent cause
prevents causes
effective ineffective
warming cooling
positive negative
safe dangerous
better worse
best worst
most least
high low
good bad
success failure
accept reject
accepted rejected
opened closed""".splitlines()
)
_KIND: dict[str, tuple[str, ...]] = {}
for _words in KINDS:
    for _word in _words:
        _KIND.setdefault(_word, _words)
_TOKEN = re.compile(r"[A-Za-z]+|\d+(?:[.,]\d+)*")
_NAME = re.compile(r"(?<![.\w] )(?<!^)\b[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}")


def exchanged(one: Pair, names: Sequence[str], chance: random.Random) -> list[Pair]:
    """Three pairs of a supported one: something shared exchanged in the hypothesis, in the statement, in both."""
    if one.leans != (0,):
        return []
    found = list(_exchanges(one, names, chance))
    if not found:
        return []
    old, new = chance.choice(found)
    pattern = re.compile(rf"\b{re.escape(old)}\b")
    statement, hypothesis = pattern.sub(new, one.statement), pattern.sub(new, one.hypothesis)
    return [
        replace(one, hypothesis=hypothesis, leans=(1,)), replace(one, statement=statement, leans=(1,)),
        replace(one, statement=statement, hypothesis=hypothesis),
    ]  # fmt: skip


def _exchanges(one: Pair, names: Sequence[str], chance: random.Random) -> Iterator[tuple[str, str]]:
    """What stands in both texts, and another of its kind; names count after the third word only."""
    theirs = set(_TOKEN.findall(one.statement))
    for word in _TOKEN.findall(one.hypothesis):
        if word not in theirs:
            continue
        if word in _KIND:
            yield word, chance.choice([each for each in _KIND[word] if each != word])
        elif re.fullmatch(r"(?:1[5-9]|20)\d\d", word):
            yield word, str(int(word) + chance.choice([-30, -11, -7, -4, -3, -2, -1, 1, 2, 3, 5, 8, 14]))
        elif word.isdigit():
            yield word, str(max(0, int(word) + chance.choice([-10, -4, -2, -1, 1, 2, 3, 5, 12])) or int(word) + 1)
    third = len(" ".join(one.hypothesis.split()[:3]))
    for match in _NAME.finditer(one.hypothesis, third):
        name = match.group()
        if name in one.statement and name not in _KIND:
            like = [each for each in chance.choices(names, k=12) if each.count(" ") == name.count(" ")]
            if like and like[0] not in one.statement:
                yield name, like[0]


def names_in(some: Sequence[Pair]) -> list[str]:
    """The names that stand in hypotheses after their third word."""
    found: dict[str, None] = {}
    for one in some:
        third = len(" ".join(one.hypothesis.split()[:3]))
        found |= dict.fromkeys(match.group() for match in _NAME.finditer(one.hypothesis, third))
    return list(found)


def made(some: Sequence[Pair], chance: random.Random, *, mirror: float, swapped: float) -> list[Pair]:
    """Pairs made by rule from `some`: a share negated, those of facts exchanged, a share given other evidence."""
    facts = [one for one in some if one.source in {"fever", "fm2"}]
    names = names_in(facts)
    new = [each for one in facts for _ in range(_EXCHANGES) for each in exchanged(one, names, chance)]
    new += [pair for one in some if chance.random() < mirror and (pair := mirrored(one))]
    new += [pair for one in facts if chance.random() < mirror and (pair := mirrored(one))]
    by_set: dict[str, list[Pair]] = defaultdict(list)
    for one in some:
        by_set[one.source].append(one)
    for name in sorted(TWO_WAY):
        mine = by_set[name]
        other = list(mine)
        chance.shuffle(other)
        for one, two in zip(mine, other, strict=True):
            if one.hypothesis != two.hypothesis and chance.random() < swapped:
                new.append(replace(one, statement=two.statement, leans=(2,), masked=False))
    return new
