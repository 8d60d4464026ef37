"""Edges between people: spellings, initials, short first names, bare surnames. A shared office is no ground."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from sayso.lang.en.spellings import FAMILY_FIRST, GENERATIONS
from sayso.linking.bearers import CROWD, DOUBTED, Bearer, Edges, Ground, generation
from sayso.linking.spellings import fold, same_given, same_surname, skeleton

#: Full names of one surname among which a bare surname is looked up.
_LOOKED = 64


def people(edges: Edges, named: Sequence[Bearer]) -> None:
    """Propose who among the people of `named` is one. Compared are only those whose surnames sound alike."""
    families: dict[str, list[Bearer]] = defaultdict(list)
    for one in named:
        families[skeleton(_surname(one))].append(one)
    for family in families.values():
        _family(edges, family)
    _family_first(edges, named)


def _surname(one: Bearer) -> str:
    """The last word of a name that is no "Jr"."""
    return _names(one)[-1]


def _names(one: Bearer) -> tuple[str, ...]:
    """The words of a name without "Jr"."""
    return tuple(word for word in one.words if word not in GENERATIONS) or one.words


def _family(edges: Edges, family: Sequence[Bearer]) -> None:
    """Edges among people whose surnames sound alike."""
    full = sorted((one for one in family if len(_names(one)) > 1), key=lambda one: (fold(one.words[0]), one.key))
    bare = [one for one in family if len(_names(one)) == 1]
    surnames = _by(full, lambda one: fold(_surname(one)))
    for group in _by(full, lambda one: fold(one.words[0])[:1]).values():
        givens = {skeleton(one.words[0]) for one in group if len(one.words[0]) > 1}
        for one, two in _near(group):
            _two(edges, one, two, crowded=len(givens) > 1)
    for group in surnames.values():
        for one, two in _near(group):
            if fold(one.words[0])[:1] != fold(two.words[0])[:1]:
                _two(edges, one, two, crowded=False)
    for one in bare:
        _bare(edges, one, surnames.get(fold(_surname(one)), [])[:_LOOKED])
    for one, two in _near(bare):
        if same_surname(_surname(one), _surname(two)) >= 0.9:
            edges.keep(one.ids[0], two.ids[0], (0.78, "one surname in two romanisations"))


def _by(listed: Sequence[Bearer], key: Callable[[Bearer], str]) -> dict[str, list[Bearer]]:
    """Names by a key, in the order given."""
    out: dict[str, list[Bearer]] = defaultdict(list)
    for one in listed:
        out[key(one)].append(one)
    return out


def _near(listed: Sequence[Bearer]) -> Iterator[tuple[Bearer, Bearer]]:
    """Each name with the few that follow it."""
    for index, one in enumerate(listed):
        for two in listed[index + 1 : index + 1 + CROWD]:
            yield one, two


def _two(edges: Edges, one: Bearer, two: Bearer, *, crowded: bool) -> None:
    """The edge between two full names, if there is one."""
    ones, twos = _names(one), _names(two)
    surname = same_surname(ones[-1], twos[-1])
    agreed = same_given(ones[0], twos[0]) if surname else None
    if agreed is None or not _middles_agree(ones, twos):
        return
    first, second = generation(one.words), generation(two.words)
    if first and second and first != second:
        return
    edges.keep(one.ids[0], two.ids[0], _ground(one, two, (surname, agreed), crowded=crowded))


def _ground(one: Bearer, two: Bearer, found: tuple[float, Ground], *, crowded: bool) -> Ground:
    """Score and words for two full names whose parts agree."""
    surname, (score, words) = found
    short = len(one.words[0]) == 1 or len(two.words[0]) == 1
    if short and crowded:
        return 0.5, "an initial that fits several people of the surname"
    if generation(one.words) != generation(two.words):
        return (
            DOUBTED,
            f"{words}, but only one of them is called {generation(one.words) or generation(two.words)}",
        )
    if surname == 0.5:
        return DOUBTED, f"{words}, and a surname that may be another (y for i)"
    if against := disagree(one, two):
        return DOUBTED, f"{words} and surname, but {against}"
    if surname == 0.8 and score < 0.86:
        return DOUBTED, f"{words}, and a surname that is only alike"
    told = "the same surname" if surname == 1 else "a surname in another romanisation"
    joined = words if words.startswith("the same surname") else f"{told} and {words}"
    return min(score, 0.9 if surname == 1 else 0.86 if surname == 0.9 else 0.8), joined


def disagree(one: Bearer, two: Bearer) -> str:
    """What the roles of two bearers say against their being one, in words; "" where nothing does."""
    first = {told for told in one.nations.values() if told}
    second = {told for told in two.nations.values() if told}
    if first and second and not first & second:
        return f"their roles are of {min(first).title()} and {min(second).title()}"
    return ""


def _middles_agree(ones: Sequence[str], twos: Sequence[str]) -> bool:
    """Whether what stands between first name and surname does not tell two people apart (George W., George H.)."""
    left, right = ones[1:-1], twos[1:-1]
    return not left or not right or bool({fold(w)[:1] for w in left[:1]} & {fold(w)[:1] for w in right[:1]})


def _bare(edges: Edges, bare: Bearer, full: Sequence[Bearer]) -> None:
    """Edges between a surname alone and the people of that surname."""
    exact = [one for one in full if _surname(one) == _surname(bare)]
    fits = exact or [one for one in full if same_surname(_surname(one), _surname(bare)) >= 0.9]
    people_ = {skeleton(one.words[0]) for one in fits}
    several = len(people_) > 1 or any(generation(one.words) for one in fits)
    for one in fits[:CROWD]:
        shared = bare.roles & one.roles
        if several and not shared:
            ground = (0.5, "a surname that several people in the case bear")
        elif against := disagree(bare, one):
            ground = (DOUBTED, f"the same surname, but {against}")
        elif shared:
            ground = (0.84, "the same surname, and the role agrees")
        elif exact:
            ground = (0.78, "a surname that one person in the case bears")
        else:
            ground = (0.76, "a surname in another romanisation that one person in the case bears")
        edges.keep(bare.ids[0], one.ids[0], ground)


def _family_first(edges: Edges, named: Sequence[Bearer]) -> None:
    """Edges between a family name alone and full names in which it stands first (Xi, Xi Jinping)."""
    firsts: dict[str, list[Bearer]] = defaultdict(list)
    surnames = {_surname(one) for one in named if len(one.words) > 1}
    for one in named:
        if len(one.words) in {2, 3} and one.words[0] in FAMILY_FIRST:
            firsts[one.words[0]].append(one)
    for one in named:
        fits = firsts.get(one.words[0], []) if len(one.words) == 1 else []
        sure = len(fits) == 1 and one.words[0] not in surnames
        for other in fits[:CROWD]:
            ground = (
                (0.76, "a family name that one person in the case bears")
                if sure
                else (0.5, "a family name that fits")
            )
            edges.keep(one.ids[0], other.ids[0], ground)
