"""Names across articles: which are proposed as one, which are taken, which stand in a relation.

Two parts. `invented` runs the pairs of evals/aliases.tsv, each as a case of two articles of its own. `seeds` takes
the two real articles together: names of one source in evals/aliases-seeds.tsv, against all that the case puts
together (a source's own names, and what merges propose). A pair of names counts once, and the same name in two
articles is no pair, for that finds itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from evals.rates import percent
from sayso.annotating.annotate import annotate
from sayso.linking.relations import relations
from sayso.linking.sources import case_sources
from sayso.linking.spellings import plain_name
from sayso.model.article import Article
from sayso.model.case import Case, Page
from sayso.model.ports import Tagger
from sayso.model.sources import Source, SourceKind
from sayso.model.span import Ref, Span, content_id


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names in two texts; `gold` is "same", "different" or "related: KIND"."""

    gold: str
    names: tuple[str, str]
    kinds: tuple[str, str]
    texts: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a pair: "taken", "proposed" with a score, "apart" or "not found", and relations between."""

    pair: Pair
    found: str
    score: float
    relations: tuple[str, ...]


def pairs(path: Path) -> tuple[Pair, ...]:
    """The pairs of a table; ValueError where a line has not seven columns."""
    out = []
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            gold, left, left_kind, left_text, right, right_kind, right_text = line.split("\t")
            out.append(Pair(gold, (left, right), (left_kind, right_kind), (left_text, right_text)))
    return tuple(out)


def verdicts(given: Iterable[Pair], tagger: Tagger) -> tuple[Verdict, ...]:
    """Each pair linked as a case of its own."""
    return tuple(_verdict(pair, tagger) for pair in given)


def figures(found: Sequence[Verdict]) -> dict[str, float]:
    """Precision and recall of what is taken and of what is proposed at all, and recall of relations, in percent."""
    same = [one for one in found if one.pair.gold == "same"]
    related = [one for one in found if one.pair.gold.startswith("related")]
    taken = [one for one in found if one.found == "taken"]
    proposed = [one for one in found if one.found in {"taken", "proposed"}]
    return {
        "taken precision": percent(sum(one.pair.gold == "same" for one in taken), len(taken)),
        "taken recall": percent(sum(one.found == "taken" for one in same), len(same)),
        "proposed precision": percent(sum(one.pair.gold == "same" for one in proposed), len(proposed)),
        "proposed recall": percent(sum(one in proposed for one in same), len(same)),
        "relations": percent(
            sum(one.pair.gold.partition(": ")[2] in one.relations for one in related), len(related)
        ),
    }


def real_figures(case: Case, path: Path) -> dict[str, float]:
    """Precision and recall of pairs of names in the real articles."""
    gold = _gold(path)
    found = set(_named_pairs(case))
    return {
        "real precision": percent(len(found & gold), len(found)),
        "real recall": percent(len(found & gold), len(gold)),
    }


def _gold(path: Path) -> set[frozenset[str]]:
    """Pairs of names from lines of names that are one source's, tabs between."""
    out: set[frozenset[str]] = set()
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            names = sorted({plain_name(name) for name in line.split("\t")})
            out |= {frozenset(two) for two in combinations(names, 2)}
    return out


def _named_pairs(case: Case) -> Iterator[frozenset[str]]:
    """Pairs of different names that the case puts together, taken or proposed."""
    single = {source.id: source for page in case.pages for source in page.sources}
    for source in case.sources:
        names = {plain_name(name) for name in (source.name, *source.aliases)}
        yield from (frozenset(two) for two in combinations(sorted(names), 2))
    for merge in case.merges:
        names = {plain_name(single[merge.left].name), plain_name(single[merge.right].name)}
        if len(names) == 2:
            yield frozenset(names)


def _verdict(pair: Pair, tagger: Tagger) -> Verdict:
    pages = tuple(_page(pair, side, tagger) for side in (0, 1))
    ends = [_named(page, name) for page, name in zip(pages, pair.names, strict=True)]
    sources, merges = case_sources(pages)
    home = {member: source.id for source in sources for member in source.members}
    if None in ends:
        return Verdict(pair, "not found", 0.0, ())
    left, right = (one.id for one in ends if one)
    scores = [merge.score for merge in merges if {merge.left, merge.right} == {left, right}]
    kinds = tuple(
        one.kind for one in relations(pages, sources) if {one.left, one.right} == {home[left], home[right]}
    )
    if home[left] == home[right]:
        return Verdict(pair, "taken", max(scores, default=0.0), kinds)
    return Verdict(pair, "proposed" if scores else "apart", max(scores, default=0.0), kinds)


def _named(page: Page, name: str) -> Source | None:
    """The source of a page that has the name, by its own name first, else by another."""
    plain = plain_name(name)
    by_name = [one for one in page.sources if plain_name(one.name) == plain]
    by_alias = [one for one in page.sources if plain in map(plain_name, one.aliases)]
    inside = [
        one
        for one in page.sources
        for words in (one.name, *(role.text for role in one.roles if one.kind != "person"))
        if f" {plain} " in f" {plain_name(words)} "
    ]
    return next(iter([*by_name, *by_alias, *inside]), None)


def _page(pair: Pair, side: int, tagger: Tagger) -> Page:
    """One side as an annotated article; a name without a text as an article of that name alone."""
    text, name = pair.texts[side], pair.names[side]
    ident = content_id("a", side, text, name)
    if text:
        return annotate(Article(ident, f"{ident}.txt", f"{text}\n", "0" * 64), tagger)
    kind: SourceKind = "outlet" if pair.kinds[side] == "outlet" else "organisation"
    source = Source(content_id("s", ident), name, kind, (Ref(ident, Span(0, len(name))),))
    return Page(Article(ident, f"{ident}.txt", name, "0" * 64), sources=(source,))


def details(found: Sequence[Verdict]) -> tuple[str, ...]:
    """One line for each pair that is not as gold, and a count of the kinds."""
    wrong = [one for one in found if not _right(one)]
    tally: Mapping[str, int] = Counter(f"{one.pair.gold.partition(':')[0]} {one.found}" for one in found)
    return (
        ", ".join(f"{name} {count}" for name, count in sorted(tally.items())),
        *(
            f"{one.pair.gold}: {one.pair.names[0]} | {one.pair.names[1]}: {one.found} {one.score:.2f} "
            f"{', '.join(one.relations)}"
            for one in wrong
        ),
    )


def _right(one: Verdict) -> bool:
    if one.pair.gold == "same":
        return one.found == "taken"
    if one.pair.gold == "different":
        return one.found in {"apart", "not found"}
    return one.found == "apart" and one.pair.gold.partition(": ")[2] in one.relations
