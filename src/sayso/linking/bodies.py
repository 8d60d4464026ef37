"""Edges between bodies: other wordings, letters, translated names, names that the text itself explains.

A body is never joined with its country, its seat or its people. What is one body's name with a word more may be a
part of it (a party's youth, a bank's foundation): such words are in lang/en/parts.py, and then there is no edge.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.lang.en.kinds import BODY_NOUNS, COMPANY_WORDS
from sayso.lang.en.media import OUTLET_FIRST, OUTLET_NOUNS, OUTLET_WORDS
from sayso.lang.en.outlets import OUTLETS
from sayso.lang.en.parts import COMPLETIONS, PARTS
from sayso.linking.bearers import CROWD, DOUBTED, Bearer, Edges, Ground, proper
from sayso.linking.places import names_place, nation, nations_in, same_place
from sayso.linking.spellings import plain_name

_SMALL = frozenset(
    {"the", "a", "an", "of", "for", "and", "in", "on", "de", "la", "le", "der", "von", "van", "al", "und", "et"}
)
#: Pieces of a name in mixed case: "iStories" is i + Stories, "BelTA" is Bel + T + A.
_PIECES = re.compile(r"[A-Z]?[a-z]+|[A-Z]")
_MIXED = re.compile(r"^(?=.*[a-z])(?=.+[A-Z])[A-Za-z]{3,20}$")
#: Names of one shape, and articles of one name, that are looked at one by one.
_EACH = 200
#: The longest acronym that is not told from a word.
_ACRONYM = 6
_COMMON = (
    frozenset(word.lower() for word in OUTLET_WORDS | OUTLET_FIRST | COMPANY_WORDS) | OUTLET_NOUNS | BODY_NOUNS
)

_ROWS: dict[str, tuple[int, ...]] = {}
for _number, _row in enumerate(OUTLETS):
    for _known in {plain_name(_name) for _name in _row}:
        _ROWS[_known] = (*_ROWS.get(_known, ()), _number)


def bodies(edges: Edges, named: Sequence[Bearer], articles: Mapping[str, str]) -> None:
    """Propose which bodies of `named` are one. `articles` gives the text of the article of each source id."""
    _glossed(edges, named)
    _listed(edges, named)
    _letters(edges, named)
    _mixed_case(edges, named)
    _beginnings(edges, named)
    _single_words(edges, named)
    _countries(edges, named, articles)


def _glossed(edges: Edges, named: Sequence[Bearer]) -> None:
    """Edges from names to other names that some text gives as the same.

    Letters that two long names give themselves are two bodies' letters.
    """
    by_key = {one.key: one for one in named}
    stated: dict[str, list[Bearer]] = defaultdict(list)
    for one in named:
        for other in one.others:
            stated[other].append(one)
    for key, owners in stated.items():
        bearer = by_key.get(key)
        letters = " " not in key and len(key) <= _ACRONYM
        head, *rest = (bearer, *owners) if bearer else owners
        ground = (0.88, f"a text gives “{key}” as another name of it")
        if letters and len(owners) > 1:
            ground = (0.5, f"“{key}” stands for several names of the case")
        if bearer or not letters:
            for owner in rest[:CROWD]:
                edges.keep(head.ids[0], owner.ids[0], ground)


def _listed(edges: Edges, named: Sequence[Bearer]) -> None:
    """Edges between names that lang/en/outlets.py gives one body, unless a text explains the letters otherwise."""
    rows: dict[int, list[tuple[Bearer, bool]]] = defaultdict(list)
    explained = {short for one in named for short in one.others}
    for one in named:
        found = _rows_of(one)
        for row in found:
            if not (one.letters and one.key in explained):
                rows[row].append((one, len(found) == 1))
    for row, group in rows.items():
        (head, sure), *rest = sorted(group, key=lambda pair: (not pair[1], pair[0].key))
        for other, told in rest[:CROWD]:
            ground = (0.86, f"both are names of {OUTLETS[row][0]}")
            doubt = (0.5, f"{OUTLETS[row][0]} has both names, and so has another body")
            edges.keep(head.ids[0], other.ids[0], ground if sure and told else doubt)


def _rows_of(one: Bearer) -> tuple[int, ...]:
    """The rows of the table that have a name, as it stands or without what describes it in lower case."""
    if one.kind == "place":
        return ()
    for name in (one.key, *(plain_name(proper(form)) for form in sorted(one.forms)[:4])):
        if name in _ROWS:
            return _ROWS[name]
    return ()


def _initials(key: str, *, small: bool = False) -> str:
    """The first letters of the words of a name: of those that count, or of all."""
    return "".join(word[0] for word in re.split(r"[\s-]+", key) if word and (small or word not in _SMALL))


def _letters(edges: Edges, named: Sequence[Bearer]) -> None:
    """Edges between an acronym and the long names whose initials it has."""
    long: dict[str, dict[str, Bearer]] = defaultdict(dict)
    for one in named:
        if len(one.words) > 1:
            for letters in {_initials(one.key), _initials(one.key, small=True)}:
                long[letters][one.key] = one
    stated = {short for one in named for short in one.others}
    for one in named:
        if not one.letters or len(one.key) < 2 or one.key in stated:
            continue
        fits = list(long.get(one.key, {}).values())
        alone = len(fits) == 1 or len({_core(other) for other in fits}) == 1
        for other in fits[:CROWD]:
            if _denied(one, other):
                continue
            ground = (0.8, "an acronym of the long name's initials")
            edges.keep(
                one.ids[0],
                other.ids[0],
                ground if alone else (0.5, "an acronym that fits several names of the case"),
            )


def _core(one: Bearer) -> str:
    return one.apart[1] if one.apart and not one.apart[0] else one.key


def _denied(one: Bearer, other: Bearer) -> bool:
    """Whether the table knows the two as different bodies."""
    first, second = _rows_of(one), _rows_of(other)
    return bool(first and second and not set(first) & set(second))


def _mixed_case(edges: Edges, named: Sequence[Bearer]) -> None:
    """Edges between a name like "iStories" and the one long name whose words begin with its pieces."""
    long: dict[tuple[str, int], list[tuple[Bearer, tuple[str, ...]]]] = defaultdict(list)
    for one in named:
        words = tuple(word for word in one.words if word not in _SMALL)
        if len(words) > 1:
            long[words[0][0], len(words)].append((one, words))
    for one in named:
        forms = [form for form in sorted(one.forms)[:4] if _MIXED.match(form.removeprefix("the "))]
        for form in forms[:1]:
            pieces = [piece.lower() for piece in _PIECES.findall(form.removeprefix("the "))]
            fits = [
                other
                for other, words in long.get((pieces[0][0], len(pieces)), [])[:_EACH]
                if all(word.startswith(piece) for word, piece in zip(words, pieces, strict=True))
            ]
            for other in fits[:CROWD]:
                edges.keep(
                    one.ids[0],
                    other.ids[0],
                    (0.8, "pieces of the long name's words")
                    if len(fits) == 1
                    else (0.5, "pieces that fit several names"),
                )


def _beginnings(edges: Edges, named: Sequence[Bearer]) -> None:
    """Edges between a name of two words and more and the one longer name that begins with it."""
    ordered = sorted(named, key=lambda one: one.key)
    for index, one in enumerate(ordered):
        longer = []
        for other in ordered[index + 1 : index + 1 + CROWD]:
            if not other.key.startswith(one.key):
                break
            if other.key.startswith(f"{one.key} "):
                longer.append(other)
        if " " not in one.key:
            continue
        whole = [other for other in longer if not PARTS & set(other.words[len(one.words) :])]
        for other in whole[:CROWD]:
            nextword = other.words[len(one.words)]
            sure = len(whole) == 1 and (nextword in COMPLETIONS) and not _by_place(one, other)
            ground = (0.76, "the first words of one longer name of the case")
            edges.keep(one.ids[0], other.ids[0], ground if sure else (DOUBTED, "the first words of a longer name"))


def _by_place(one: Bearer, other: Bearer) -> bool:
    """Whether the longer name goes on with where it is ("… of Norland"): it may be one of several."""
    rest = other.words[len(one.words) :]
    return rest[0] in {"of", "in"} and (one.apart is not None or any(nation(word) for word in rest))


def _single_words(edges: Edges, named: Sequence[Bearer]) -> None:
    """Edges between one telling word and the one longer name that begins or ends with it (Orsund, Orsund Lines)."""
    ends: dict[str, dict[str, Bearer]] = defaultdict(dict)
    for one in named:
        if len(one.words) > 1 and one.kind != "place":
            for word in {one.words[0], one.words[-1]} - _COMMON:
                ends[word][one.key] = one
    for one in named:
        if len(one.words) != 1 or one.kind == "place" or one.key in _COMMON or nation(one.key) or len(one.key) < 4:
            continue
        fits = list(ends.get(one.key, {}).values())
        for other in fits[:CROWD]:
            if _denied(one, other) or PARTS & set(other.words):
                continue
            first = other.words[0] == one.key
            completes = (
                all(word in _COMMON for word in other.words[1:]) if first else other.kind == "outlet" == one.kind
            )
            sure = len(fits) == 1 and completes
            ground = (
                (0.76, "a word of one longer name of the case") if sure else (DOUBTED, "a word of a longer name")
            )
            edges.keep(one.ids[0], other.ids[0], ground)


def _countries(edges: Edges, named: Sequence[Bearer], articles: Mapping[str, str]) -> None:
    """Edges between bodies that any country may have: one core, and countries that do not tell them apart."""
    cores: dict[str, list[Bearer]] = defaultdict(list)
    for one in named:
        if one.apart:
            cores[one.apart[1]].append(one)
    for group in cores.values():
        placed: list[tuple[str, Bearer]] = []
        for one in group[:_EACH]:
            if one.apart and (place := one.apart[0]):
                same = next((other for known, other in placed if same_place(known, place)), None)
                if same:
                    edges.keep(
                        same.ids[0], one.ids[0], (0.88, "the same body of the same country in another wording")
                    )
                else:
                    placed.append((place, one))
        bare = [one for one in group if one.apart and not one.apart[0]]
        _unplaced(edges, bare, placed, articles)


def _unplaced(
    edges: Edges, bare: Sequence[Bearer], placed: Sequence[tuple[str, Bearer]], articles: Mapping[str, str]
) -> None:
    """Edges of names that say no country: with each other, and with the one country of which their article is."""
    for index, one in enumerate(bare):
        for other in bare[index + 1 : index + 1 + CROWD]:
            edges.keep(one.ids[0], other.ids[0], _both_unplaced(one.ids[0], other.ids[0], placed, articles))
        for ident in one.ids[1 : 1 + _EACH]:
            ground = _both_unplaced(one.ids[0], ident, placed, articles)
            if ground[0] <= DOUBTED:
                edges.replace(one.ids[0], ident, ground)
        for place, other in placed[:CROWD]:
            for ident in one.ids[:_EACH]:
                text = articles.get(ident, "")
                there, others = names_place(text, place), nations_in(text) - {nation(place)}
                if len(placed) == 1 and there and not others:
                    edges.keep(ident, other.ids[0], (0.78, f"the article of the shorter name is of {place} alone"))
                else:
                    edges.keep(ident, other.ids[0], (DOUBTED, "the shorter name does not say of which country"))


def _both_unplaced(
    left: str, right: str, placed: Sequence[tuple[str, Bearer]], articles: Mapping[str, str]
) -> Ground:
    """The ground for two names of one office that say no country."""
    first, second = nations_in(articles.get(left, "")), nations_in(articles.get(right, ""))
    if len(placed) > 1:
        return DOUBTED, "one office, and the case knows it of several countries"
    if first and second and not first & second:
        return DOUBTED, "one office, but the articles are of different countries"
    return 0.78, "one office in another wording, and no other country's in the case"
