"""The same quantity across articles: invented cases in which numbers travel, and what is made of them.

A case is a Markdown file: articles, then under "# Quantities" every quantity with the places that give it, then
under "# Apart" pairs of like numbers that are not one quantity. A place is found where its braces meet an amount.
Two places are one quantity where both give it as itself; a part or an addition beside its whole is neither right
nor wrong as a pair, and is asked for by its role. A place that gives two quantities ("12,000" for "another
12,000", taken for the total) is asked for in the one that more of its pairs were found in; its other pairs count
for nothing.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

from evals.rates import share
from sayso import pipeline
from sayso.model.amounts import Mention
from sayso.model.article import Article, Block
from sayso.model.case import Case
from sayso.model.span import Span
from sayso.model.times import Dating, Interval

_HEAD = re.compile(r"## (\d+) · (\d{4}-\d\d-\d\d) · (.+)")
_PLACE = re.compile(r"(\d+) (.*)")
_WORD = re.compile(r"[^\W\d_]{2,}")
#: Words of a source that two different ones may share.
_EMPTY = frozenset(
    ("the", "of", "in", "on", "at", "by", "an", "and", "his", "her", "its", "their", "who", "to", "for")
)
BOUNDS = ("exact", "about", "at-least", "at-most", "range")
ROLES = ("part", "addition")


@dataclass(frozen=True, slots=True)
class Place:
    """A number in an article, counted from 0."""

    article: int
    span: Span


@dataclass(frozen=True, slots=True)
class Item:
    """One place of a quantity: its role ("total" where no part and no addition), the words it lost, who says it."""

    place: Place
    role: str
    lost: str
    says: str
    heading: bool


@dataclass(frozen=True, slots=True)
class Gold:
    """A case as written: its articles, its quantities by name, and the pairs that are to be kept apart."""

    name: str
    articles: tuple[Article, ...]
    quantities: dict[str, tuple[Item, ...]]
    apart: tuple[tuple[Place, Place], ...]


# ---- reading


def gold(path: Path) -> Gold:
    """A case of a file; ValueError naming file and line where it is malformed."""
    lines = path.read_text("utf-8").splitlines()
    marks = {line: number for number, line in enumerate(lines) if line in ("# Quantities", "# Apart")}
    if not lines or not lines[0].startswith("# ") or len(marks) != 2:
        raise ValueError(f"{path.name}:1: no name, # Quantities and # Apart")
    middle, last = marks["# Quantities"], marks["# Apart"]
    articles = tuple(_articles(path.name, lines[:middle]))
    found: dict[str, list[Item]] = {}
    at: dict[tuple[str, int], int] = {}
    name = ""
    for number in range(middle + 1, last):
        line, where = lines[number], f"{path.name}:{number + 1}"
        if line.startswith("- "):
            name = line[2:].strip()
        elif line.startswith("  - ") and name:
            found.setdefault(name, []).append(_item(where, line[4:], articles, at=at, name=name))
        elif line.strip():
            raise ValueError(f"{where}: neither a quantity nor a place of one")
    pairs = tuple(
        _pair(f"{path.name}:{number + 1}", lines[number], articles)
        for number in range(last + 1, len(lines))
        if lines[number].strip()
    )
    return Gold(lines[0][2:].strip(), articles, {key: tuple(items) for key, items in found.items()}, pairs)


def _articles(file: str, lines: Sequence[str]) -> Iterator[Article]:
    heads = [number for number, line in enumerate(lines) if line.startswith("## ")]
    for index, (start, stop) in enumerate(zip(heads, [*heads[1:], len(lines)], strict=True)):
        head = _HEAD.fullmatch(lines[start])
        if not head or int(head[1]) != index + 1:
            raise ValueError(f"{file}:{start + 1}: not the head of article {index + 1}")
        day = date.fromisoformat(head[2])
        text, layout = "", list[Block]()
        for paragraph in filter(str.strip, lines[start + 1 : stop]):
            span = Span(len(text), len(text) + len(paragraph))
            layout.append(Block(span, "paragraph" if layout else "title"))
            text += paragraph + "\n\n"
        ident, published = f"{file}-{index + 1}", Dating(Interval(day, day), "given")
        yield Article(
            ident, f"{ident}.txt", text, "0" * 64, head[3], layout[0].span.of(text), language="en",
            published=published, layout=tuple(layout),
        )  # fmt: skip


def _item(where: str, line: str, articles: Sequence[Article], *, at: dict[tuple[str, int], int], name: str) -> Item:
    """One line of a quantity; `at` keeps where the last place of each article and quantity ended."""
    number, words, kind, *rest = [piece.strip() for piece in line.split(" · ")]
    fields = dict(piece.partition(": ")[::2] for piece in rest)
    if kind not in (*BOUNDS, *ROLES) or not fields.keys() <= {"lost", "says"} or "says" not in fields:
        raise ValueError(f"{where}: wrong fields")
    place, end = _place(where, (number, words), articles, at.get((name, int(number)), 0))
    at[name, int(number)] = end
    role, says = kind if kind in ROLES else "total", fields["says"]
    return Item(place, role, fields.get("lost", ""), "" if says == "-" else says, words.endswith("(heading)"))


def _place(where: str, given: tuple[str, str], articles: Sequence[Article], start: int = 0) -> tuple[Place, int]:
    """The place of braces in an article, and where it ends; `given` is the article's number and the words."""
    number, words = given
    words = words.removesuffix("(heading)").strip()
    opens, closes = words.find("{"), words.find("}") - 1
    index = int(number) - 1
    if opens < 0 or closes < opens or not 0 <= index < len(articles):
        raise ValueError(f"{where}: no number in braces, or no such article")
    at = articles[index].text.find(words.replace("{", "").replace("}", ""), start)
    if at < 0:
        raise ValueError(f"{where}: not found from {start} on: {words}")
    return Place(index, Span(at + opens, at + closes)), at + closes


def _pair(where: str, line: str, articles: Sequence[Article]) -> tuple[Place, Place]:
    left, right = (_PLACE.fullmatch(side.strip()) for side in line.removeprefix("- ").split(" | "))
    if not left or not right:
        raise ValueError(f"{where}: not a pair of places")
    one, two = (_place(where, (side[1], side[2]), articles)[0] for side in (left, right))
    return one, two


# ---- judging

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """What a case makes of the gold places: the amount at each, its quantity by number, its mentions."""

    gold: Gold
    case: Case
    keys: dict[Place, Key]
    group: dict[Key, int]
    mentions: dict[Key, list[Mention]]
    beside: dict[Key, list[tuple[int, str]]]


def found(one: Gold, brain: pipeline.Brain) -> Found:
    """A case read, linked and laid beside its gold."""
    last = max(article.published.interval.latest or date.max for article in one.articles if article.published)
    question = pipeline.Question(
        f"Will there be news of {one.name.removeprefix('The ')} by 31 December {last.year}?"
    )
    case, _ = pipeline.build(one.articles, question, brain)
    pages = {page.article.id: page for page in case.pages}
    keys = {}
    for place in _places(one):
        ident = one.articles[place.article].id
        hits = [amount for amount in pages[ident].amounts if amount.span.overlaps(place.span)]
        if hits:
            keys[place] = (ident, hits[0].id)
    group: dict[Key, int] = {}
    mentions: dict[Key, list[Mention]] = {}
    beside: dict[Key, list[tuple[int, str]]] = {}
    for index, quantity in enumerate(case.quantities):
        for mention in quantity.mentions:
            key = (mention.ref.article, mention.amount)
            group[key] = index
            mentions.setdefault(key, []).append(mention)
        for mention in quantity.beside:
            key = (mention.ref.article, mention.amount)
            mentions.setdefault(key, []).append(mention)
            beside.setdefault(key, []).append((index, mention.role))
    return Found(one, case, keys, group, mentions, beside)


def _places(one: Gold) -> set[Place]:
    return {item.place for items in one.quantities.values() for item in items} | {
        place for pair in one.apart for place in pair
    }


Pair = frozenset[Place]


def pairs(one: Gold) -> tuple[set[Pair], set[Pair]]:
    """The pairs of places that are one quantity, and those of a part or an addition beside its whole."""
    same, neutral = set[Pair](), set[Pair]()
    for items in one.quantities.values():
        for left, right in combinations(items, 2):
            pair = frozenset({left.place, right.place})
            if len(pair) == 2:
                (same if left.role == right.role == "total" else neutral).add(pair)
    return same, neutral - same


def asked(one: Found) -> tuple[set[Pair], set[Pair]]:
    """The pairs of pairs(), of a place with two homes only those of the home it was found in."""
    same, neutral = pairs(one.gold)
    homes: dict[Place, list[set[Pair]]] = {}
    for items in one.gold.quantities.values():
        totals = list(dict.fromkeys(item.place for item in items if item.role == "total"))
        for place in totals:
            homes.setdefault(place, []).append({frozenset({place, two}) for two in totals if two != place})
    for found_in in homes.values():
        if len(found_in) > 1:
            home = max(found_in, key=lambda rows: (sum(_joined(one, *pair) for pair in rows), len(rows)))
            neutral |= set().union(*found_in) - home
    return same - neutral, neutral


def counts(one: Found) -> Counter[str]:
    """Everything counted in one case, by the names that figures() uses."""
    told = Counter[str]()
    same, neutral = asked(one)
    places = {item.place for items in one.gold.quantities.values() for item in items}
    told["places"] = len(places)
    told["places found"] = sum(place in one.keys for place in places)
    joined = {frozenset(pair) for pair in combinations(sorted(places, key=str), 2) if _joined(one, *pair)}
    told["same"], told["joined"], told["joined right"] = len(same), len(joined - neutral), len(joined & same)
    told["apart"] = len(one.gold.apart)
    told["apart kept"] = sum(not _joined(one, *pair) for pair in one.gold.apart)
    _count_roles(one, told)
    _count_losses(one, told)
    _count_sources(one, told)
    return told


def _joined(one: Found, left: Place, right: Place) -> bool:
    a, b = one.keys.get(left), one.keys.get(right)
    return a is not None and b is not None and a in one.group and one.group.get(a) == one.group.get(b)


def _items(one: Found) -> dict[Place, list[tuple[str, Item]]]:
    by_place: dict[Place, list[tuple[str, Item]]] = {}
    for name, items in one.gold.quantities.items():
        for item in items:
            by_place.setdefault(item.place, []).append((name, item))
    return by_place


def _count_roles(one: Found, told: Counter[str]) -> None:
    """Parts and additions that are told as such, and that stand under their whole."""
    homes: dict[str, set[int]] = {}
    for name, items in one.gold.quantities.items():
        keys = [one.keys.get(item.place) for item in items if item.role == "total"]
        homes[name] = {one.group[key] for key in keys if key in one.group}
    for place, named in _items(one).items():
        key = one.keys.get(place)
        given = {mention.role for mention in one.mentions.get(key, [])} if key else set()
        wanted = {item.role for _, item in named if item.role != "total"}
        told["roles"] += len(wanted)
        told["roles right"] += len(wanted & given)
        told["roles given"] += len(given - {"total"})
        for name, item in named:
            if item.role != "total":
                under = {index for index, _ in one.beside.get(key, [])} if key else set()
                told["under wholes"] += 1
                told["under wholes right"] += bool(under & homes[name])


def _count_losses(one: Found, told: Counter[str]) -> None:
    """Bounds, ends and additions lost on the way, and those of headings."""
    for place, named in _items(one).items():
        key = one.keys.get(place)
        changes = [c for mention in one.mentions.get(key, []) for c in mention.changes] if key else []
        lost = any(change.kind.startswith("lost") for change in changes)
        wanted = any(item.lost for _, item in named)
        told["losses"] += wanted
        told["losses told"] += lost
        told["losses right"] += wanted and lost
        if any(item.heading for _, item in named):
            told["heading losses"] += wanted
            told["heading losses told"] += lost
            told["heading losses right"] += wanted and lost


def _count_sources(one: Found, told: Counter[str]) -> None:
    """Who says a number: nobody where the article speaks itself, else a source that shares a word with the gold."""
    names = _sayers(one.case)
    for place, named in _items(one).items():
        key = one.keys.get(place)
        for mention in (one.mentions.get(key, []) if key else [])[:1]:
            given = names.get(mention.statement or "", "")
            told["says"] += 1
            told["says right"] += any(_same_source(item.says, given) for _, item in named)


def _sayers(case: Case) -> dict[str, str]:
    """The names of the innermost source of each statement."""
    names = {member: " ".join((s.name, *s.aliases)) for s in case.sources for member in (*s.members, s.id)}
    return {
        one.id: f"{one.chain[-1].source.text} {names.get(one.chain[-1].source.id, '')}"
        for page in case.pages
        for one in page.statements
        if one.chain
    }


def _same_source(wanted: str, given: str) -> bool:
    if not wanted or not given:
        return wanted == given
    words = [{w.lower().rstrip("s") for w in _WORD.findall(side)} - _EMPTY for side in (wanted, given)]
    return bool(words[0] & words[1])


# ---- figures


def figures(folder: Path, brain: pipeline.Brain) -> dict[str, float]:
    """What came of the cases of a folder, in per cent."""
    told = Counter[str]()
    for path in sorted(folder.glob("*.md")):
        told += counts(found(gold(path), brain))
    return rates(told)


def rates(told: Counter[str]) -> dict[str, float]:
    """The figures of what was counted, in per cent."""
    precision, recall = share(told["joined right"], told["joined"]), share(told["joined right"], told["same"])
    return {
        "numbers found": share(told["places found"], told["places"]),
        "same quantity precision": precision,
        "same quantity recall": recall,
        "same quantity F1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
        "apart kept apart": share(told["apart kept"], told["apart"]),
        "parts and additions precision": share(told["roles right"], told["roles given"]),
        "parts and additions recall": share(told["roles right"], told["roles"]),
        "under their whole": share(told["under wholes right"], told["under wholes"]),
        "losses precision": share(told["losses right"], told["losses told"]),
        "losses recall": share(told["losses right"], told["losses"]),
        "heading losses precision": share(told["heading losses right"], told["heading losses told"]),
        "heading losses recall": share(told["heading losses right"], told["heading losses"]),
        "who says it": share(told["says right"], told["says"]),
    }


# ---- errors, of the cases to tune on only


def errors(one: Found) -> Iterable[str]:
    """Pairs wrongly joined or missed, and wrong roles and losses, each as a line."""
    same, neutral = asked(one)
    places = sorted({item.place for items in one.gold.quantities.values() for item in items}, key=_order)
    for left, right in combinations(places, 2):
        pair, joined = frozenset({left, right}), _joined(one, left, right)
        if joined and pair not in same | neutral:
            yield f"joined  {_shown(one, left)}  |  {_shown(one, right)}"
        elif not joined and pair in same:
            gone = "" if left in one.keys and right in one.keys else "(no amount) "
            yield f"missed  {gone}{_shown(one, left)}  |  {_shown(one, right)}"
    for place, named in sorted(_items(one).items(), key=lambda pair: _order(pair[0])):
        mentions = one.mentions.get(one.keys.get(place, ("", "")), [])
        wanted, given = {i.role for _, i in named} - {"total"}, {m.role for m in mentions} - {"total"}
        if wanted != given and not (wanted & given):
            yield f"role    {_shown(one, place)}: {sorted(given)} for {sorted(wanted)}"
        lost = {c.words for m in mentions for c in m.changes if c.kind.startswith("lost")}
        missing = {item.lost for _, item in named if item.lost}
        if bool(lost) != bool(missing):
            yield f"lost    {_shown(one, place)}: {sorted(lost)} for {sorted(missing)}"


def _order(place: Place) -> tuple[int, int]:
    return place.article, place.span.start


def _shown(one: Found, place: Place) -> str:
    text, span = one.gold.articles[place.article].text, place.span
    before, after = text[max(0, span.start - 32) : span.start], text[span.end : span.end + 32]
    return f"{place.article + 1} {before}{{{span.of(text)}}}{after}".replace("\n", "/")


def main() -> None:
    """Print what goes wrong in the cases to tune on, and their figures."""
    brain = pipeline.load_brain(sys.argv[1] if len(sys.argv) > 1 else "rules")
    folder = Path(__file__).with_name("quantities") / "dev"
    for path in sorted(folder.glob("*.md")):
        print(f"== {path.name}")
        for line in errors(found(gold(path), brain)):
            print(line)
    for name, value in figures(folder, brain).items():
        print(f"{name:32} {value:5.1f}")


if __name__ == "__main__":
    main()
