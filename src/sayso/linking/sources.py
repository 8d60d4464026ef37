"""Sources of a case from the sources of its articles: proposals that two are one, never a rewrite.

Every article has its own sources. A proposal (model Merge) joins two of them with a score and its reasons:

    1.00  the same full name and kind
    0.90  the same name but for "the", case, accents or a full stop
    0.88  one is the acronym that the other gives in brackets
    0.86  the same surname and a given name that differs by transliteration (Dimitri, Dmitry)
    0.84  a surname alone, of which the case knows one bearer only, and whose role agrees
    0.80  an acronym whose letters are the initials of one long name of the case
    0.78  a surname alone, of which the case knows one bearer only
    0.76  the first words of one longer name of the case
    0.50  a surname alone with several bearers, initials that fit several names, a role that another's name has

Those of at least ACCEPTED are taken and give the case's sources; the rest stay proposals. A person's ruling
comes before any score: "merge" is taken first, and whatever is split never ends in one group. Different given
names keep two people apart. A person and a body are never one, so an office and its spokesman stay two.
Anonymous sources and groups are never joined by name: two "officials" are two until something else says so, and
so are two of "the ministry".

The scores order the grounds by how rarely they mislead; they are argued, not fitted. Work grows with the number
of sources (n log n): equal names are found by key, and only distinct names are compared, within one surname.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from sayso.lang.en.words import STOP
from sayso.linking.joins import Groups, Join, grouped
from sayso.model.case import Page
from sayso.model.rulings import Ruling
from sayso.model.sources import Merge, Source, SourceKind
from sayso.model.span import content_id
from sayso.model.words import content_stems

#: Edges of at least this score are taken without a person's word.
ACCEPTED = 0.75

#: More proposals for one name than this are left out: they would be a list nobody reads.
_CROWD = 12

_FAMILY: dict[SourceKind, str] = {
    "person": "person",
    "organisation": "body",
    "outlet": "body",
    "place": "body",
    "document": "document",
}
_SMALL = frozenset({"the", "a", "an", "of", "for", "and", "in", "on", "de", "la", "le", "der", "von", "van", "al"})
_BRACKET = re.compile(r"^(.{4,80}?)\s{0,3}\(([A-Z][A-Za-z.]{1,9})\)$")
_POINTERS = frozenset(
    {"he", "she", "it", "they", "we", "i", "you", "who", "which", "one", "unnamed", "nobody named"}
)
#: A name has a capital or a digit somewhere after an article; "the ministry" may be any ministry.
_NAMING = re.compile(r"(?:^(?!(?:The|A|An|Some|Other|Our|His|Her|Its|Their)\b)|\s)[A-Z0-9À-Þ]")
_TITLES = frozenset(
    {"mr", "mrs", "ms", "dr", "prof", "professor", "sir", "president", "minister", "general", "governor"}
)


@dataclass(frozen=True, slots=True)
class _Name:
    """All article-level sources with one normalised name and family; `ids` in order, the first stands for all."""

    key: str
    family: str
    ids: tuple[str, ...]
    forms: frozenset[str]
    short: frozenset[str]
    roles: frozenset[str]


def case_sources(
    pages: Sequence[Page], rulings: Iterable[Ruling] = ()
) -> tuple[tuple[Source, ...], tuple[Merge, ...]]:
    """The sources of a case, ordered by name and id, and all merges: taken, proposed, and ruled on.

    Every article-level source is a member of exactly one source of the case.
    """
    single = {source.id: source for page in pages for source in page.sources}
    known = {pair: r for pair, r in paired(rulings) if all(end in single for end in pair)}
    found = {(edge.left, edge.right): edge for edge in _proposals(single)}
    joins = [edge for pair, edge in found.items() if edge.score >= ACCEPTED and pair not in known]
    joins += [Join(*pair, 2.0, f"{r.by}: {r.why}") for pair, r in known.items() if r.verdict == "merge"]
    apart = [pair for pair, r in known.items() if r.verdict == "split"]
    groups = grouped(single, joins, apart)
    merged = tuple(sorted((_merged(members, single) for members in groups.members), key=lambda s: (s.name, s.id)))
    return merged, _merges(found, known, groups)


def paired(rulings: Iterable[Ruling]) -> Iterator[tuple[tuple[str, str], Ruling]]:
    """The rulings that join or split two things, each with the two ids in order."""
    for ruling in rulings:
        ends = sorted(ruling.target.split("+"))
        if ruling.verdict in {"merge", "split"} and len(ends) == 2:
            yield (ends[0], ends[1]), ruling


def _merges(
    found: dict[tuple[str, str], Join], ruled: dict[tuple[str, str], Ruling], groups: Groups
) -> tuple[Merge, ...]:
    """Every edge as a Merge; one that a split keeps from being taken is not accepted."""
    home = {item: number for number, members in enumerate(groups.members) for item in members}
    out = []
    for pair in sorted({*found, *ruled}):
        left, right = pair
        edge, ruling = found.get(pair), ruled.get(pair)
        reasons = (*((edge.why,) if edge else ()), *((f"{ruling.by}: {ruling.why}",) if ruling else ()))
        verdict = ruling.verdict if ruling else None
        taken = home[left] == home[right] and (bool(ruling) or (edge is not None and edge.score >= ACCEPTED))
        out.append(
            Merge(
                left, right, edge.score if edge else 0.0, reasons,
                ruling="merge" if verdict == "merge" else "split" if verdict == "split" else None,
                accepted=taken,
            )
        )  # fmt: skip
    return tuple(out)


def _merged(members: Sequence[str], single: dict[str, Source]) -> Source:
    """One source of the case: the fullest name, the commonest kind, everything else of its members."""
    parts = [single[item] for item in members]
    names = Counter(name for part in parts for name in (part.name, *part.aliases))
    full = Counter(part.name for part in parts)
    name = min(full, key=lambda n: (-len(n.split()), -full[n], n))
    kinds = Counter(part.kind for part in parts)
    return Source(
        id=content_id("source", members[0]),
        name=name,
        kind=min(kinds, key=lambda kind: (-kinds[kind], kind)),
        mentions=tuple(sorted({ref for part in parts for ref in part.mentions})),
        roles=tuple(dict.fromkeys(role for part in parts for role in part.roles)),
        aliases=tuple(sorted(set(names) - {name})),
        members=tuple(members),
    )


def plain_name(name: str) -> str:
    """`name` in lower case without accents, stops, "the" and possessive: equal for trivial variants."""
    flat = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    low = re.sub(r"[.,'’\"“”]+", "", re.sub(r"['’]s\b", "", flat.casefold()))
    return " ".join(word for word in low.split() if word != "the")


def _split_bracket(name: str) -> tuple[str, str | None]:
    """The two parts of "Long Name (LN)"; the second is None where there is no bracket."""
    found = _BRACKET.match(name.strip())
    return (found.group(1), found.group(2)) if found else (name, None)


def _key(source: Source) -> tuple[str, str] | None:
    """The family and normalised name by which a source is told apart; None for one that is never joined by name."""
    family = _FAMILY.get(source.kind)
    key = plain_name(_split_bracket(source.name)[0])
    if family == "person":
        key = " ".join(word for word in key.split() if word not in _TITLES) or key
    if family is None or not key or key in _POINTERS or not _NAMING.search(source.name):
        return None
    return family, key


def _named(single: dict[str, Source]) -> list[_Name]:
    """Distinct names with the article-level sources that bear them, in order of their first id."""
    bearers: dict[tuple[str, str], list[Source]] = defaultdict(list)
    for ident in sorted(single):
        found = _key(single[ident])
        if found:
            bearers[found].append(single[ident])
    return [_name(family, key, held) for (family, key), held in bearers.items()]


def _name(family: str, key: str, held: Sequence[Source]) -> _Name:
    """One name with what all its bearers have."""
    brackets = {plain_name(short) for source in held if (short := _split_bracket(source.name)[1])}
    aliases = {plain_name(alias) for source in held for alias in source.aliases if alias.isupper()}
    return _Name(
        key,
        family,
        ids=tuple(source.id for source in held),
        forms=frozenset(source.name for source in held),
        short=frozenset(brackets | aliases),
        roles=frozenset(
            stem for source in held for role in source.roles for stem in content_stems(role.text, STOP)
        ),
    )


def _proposals(single: dict[str, Source]) -> Iterator[Join]:
    """All proposals; left < right in each, one per pair."""
    names = _named(single)
    seen: dict[tuple[str, str], Join] = {}
    for entry in names:
        same = (
            "the same name" if len(entry.forms) == 1 else "the same name but for the article, accents or a bracket"
        )
        for other in entry.ids[1:]:
            _keep(seen, entry.ids[0], other, (1.0 if len(entry.forms) == 1 else 0.9, same))
    people: dict[str, list[_Name]] = defaultdict(list)
    for entry in names:
        if entry.family == "person":
            people[_skeleton(entry.key.split()[-1])].append(entry)
    for bearers in people.values():
        _people(seen, bearers)
    _bodies(seen, [entry for entry in names if entry.family == "body"])
    yield from seen.values()


def _keep(seen: dict[tuple[str, str], Join], one: str, two: str, ground: tuple[float, str]) -> None:
    """Note an edge, unless a stronger one joins the same two."""
    left, right = sorted((one, two))
    if left != right and ((left, right) not in seen or seen[left, right].score < ground[0]):
        seen[left, right] = Join(left, right, *ground)


_SAME_SOUND = (
    ("shch", "sc"), ("sch", "sc"), ("sh", "s"), ("kh", "h"), ("ch", "c"), ("ck", "k"), ("ph", "f"),
    ("zh", "z"), ("ts", "c"), ("tz", "c"),
    ("x", "ks"), ("q", "k"), ("w", "v"), ("dj", "j"), ("gh", "g"), ("th", "t"),
)  # fmt: skip


def _skeleton(word: str) -> str:
    """The consonants of a name in one spelling: the same for most transliterations of one name."""
    low = word.casefold()
    for old, new in _SAME_SOUND:
        low = low.replace(old, new)
    bare = re.sub(r"[aeiouyjh’'-]", "", low[1:])
    return re.sub(r"(.)\1+", r"\1", low[:1] + bare)


def _given(one: str, two: str) -> tuple[float, str] | None:
    """How two given names of one surname agree: (score, ground), or None where they tell two people apart."""
    if one == two:
        return 0.86, "the same surname and given name, spelt in two ways"
    if len(one) == 1 or len(two) == 1:
        return (0.8, "the same surname and initial") if one[0] == two[0] else None
    ends = {one[-1], two[-1]}
    if _skeleton(one) != _skeleton(two) or ends == {"a", "o"} or Indel.normalized_similarity(one, two) < 0.6:
        return None
    return 0.86, "the same surname and a given name spelt in another way"


def _people(seen: dict[tuple[str, str], Join], bearers: list[_Name]) -> None:
    """Edges among people of one surname (in any spelling)."""
    full = [entry for entry in bearers if len(entry.key.split()) > 1]
    for index, one in enumerate(full):
        for two in full[index + 1 : index + 1 + _CROWD]:
            ones, twos = one.key.split(), two.key.split()
            agreed = _given(ones[0], twos[0])
            if agreed and (ones[-1] == twos[-1] or Indel.normalized_similarity(ones[-1], twos[-1]) >= 0.75):
                _keep(seen, one.ids[0], two.ids[0], agreed)
    for bare in (entry for entry in bearers if len(entry.key.split()) == 1):
        fits = [entry for entry in full if entry.key.split()[-1] == bare.key]
        people = {_skeleton(entry.key.split()[0]) for entry in fits}
        for entry in fits[:_CROWD]:
            shared = bare.roles & entry.roles
            if len(people) > 1 and not shared:
                _keep(seen, bare.ids[0], entry.ids[0], (0.5, "a surname that several people in the case bear"))
            elif shared:
                _keep(seen, bare.ids[0], entry.ids[0], (0.84, "the same surname, and the role agrees"))
            else:
                _keep(seen, bare.ids[0], entry.ids[0], (0.78, "a surname that one person in the case bears"))


def _initials(key: str) -> str:
    """The first letters of the words of a name that count."""
    return "".join(word[0] for word in re.split(r"[\s-]+", key) if word and word not in _SMALL)


def _bodies(seen: dict[tuple[str, str], Join], bodies: list[_Name]) -> None:
    """Edges between an acronym and the long names it may stand for."""
    long: dict[str, list[_Name]] = defaultdict(list)
    stated: dict[str, list[_Name]] = defaultdict(list)
    for entry in bodies:
        if len(entry.key.split()) > 1:
            long[_initials(entry.key)].append(entry)
        for short in entry.short:
            stated[short].append(entry)
    _beginnings(seen, bodies)
    for entry in bodies:
        if " " in entry.key or not any(
            form.replace(".", "").removeprefix("the ").isupper() for form in entry.forms
        ):
            continue
        given = [other for other in stated.get(entry.key, []) if other.key != entry.key]
        fits = given or (long.get(entry.key, []) if len(entry.key) > 1 else [])
        score = (
            (0.88, "the acronym that the text itself gives")
            if given
            else (0.8, "an acronym of the long name's initials")
        )
        for other in fits[:_CROWD]:
            alone = (0.5, "an acronym that fits several names of the case")
            _keep(seen, entry.ids[0], other.ids[0], score if len(fits) == 1 else alone)


def _beginnings(seen: dict[tuple[str, str], Join], bodies: list[_Name]) -> None:
    """Edges between a name of two words and more and the one longer name that begins with it."""
    ordered = sorted(bodies, key=lambda entry: entry.key)
    for index, entry in enumerate(ordered):
        longer = []
        for other in ordered[index + 1 : index + 1 + _CROWD]:
            if not other.key.startswith(entry.key):
                break
            if other.key.startswith(f"{entry.key} "):
                longer.append(other)
        if " " in entry.key and len(longer) == 1:
            _keep(seen, entry.ids[0], longer[0].ids[0], (0.76, "the first words of one longer name of the case"))
