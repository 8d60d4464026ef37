"""What `sayso copies` shows for the eye: families of near copies, pairs of articles, passages with their places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from sayso.model.article import Article
from sayso.model.origins import Copy, Overlap, Relation
from sayso.model.prose import shortened
from sayso.model.span import Ref
from sayso.showing.copyrecords import by_day, first_seen
from sayso.showing.listing import when

_QUOTED: Final = 90  # code points of a passage that are shown
_TOLD: Final[Mapping[Relation, str]] = {
    "same": "the same words",
    "cut": "one stands in the other as a whole",
    "edited": "edited",
    "passage": "a passage only",
}


def families_shown(
    families: Iterable[Sequence[str]],
    overlaps: Iterable[Overlap],
    articles: Mapping[str, Article],
    sizes: Mapping[str, int],
) -> Iterator[str]:
    """For each family, the largest first, its members by day, each with the share that stands in another.

    3 near copies, first seen in dam.txt
      dam.txt: The Fernpost, 3 May 2031 (412 words)
      copy.txt: undated (400 words, 96% of them in the first)
    """
    shares: dict[str, dict[str, float]] = defaultdict(dict)
    for one in overlaps:
        shares[one.left][one.right] = one.left_share
        shares[one.right][one.left] = one.right_share
    for members in sorted(families, key=lambda family: (-len(family), family)):
        listed = by_day([articles[one] for one in members])
        first = first_seen(listed)
        lead = f"{len(listed):,} near copies, " + (f"first seen in {first.path}" if first else _undecided(listed))
        held = [_held(shares[one.id], listed[0].id, articles) for one in listed]
        lines = [
            f"  {_named(one)} ({sizes[one.id]:,} words{share})"
            for one, share in zip(listed, ["", *held[1:]], strict=True)
        ]
        yield "\n".join([lead, *lines]) + "\n"


def _held(shares: Mapping[str, float], first: str, articles: Mapping[str, Article]) -> str:
    """How much of an article stands in the first of its family, or in the one that holds most of it."""
    best = first if first in shares else max(shares, key=lambda one: (shares[one], one))
    where = "the first" if best == first else articles[best].path
    return f", {shares[best]:.0%} of them in {where}"


def pairs_shown(overlaps: Iterable[Overlap], articles: Mapping[str, Article]) -> Iterator[str]:
    """For each pair of articles, those with most in common first, what they share.

    dam.txt and copy.txt: edited; 380 words in common, 92% of the first and 95% of the second; the first is earlier
    """
    for one in sorted(overlaps, key=lambda overlap: (-overlap.words, overlap.left, overlap.right)):
        left, right = articles[one.left], articles[one.right]
        earlier = {"left": "; the first is earlier", "right": "; the second is earlier"}.get(one.earlier or "", "")
        yield (
            f"{left.path} and {right.path}: {_TOLD[one.relation]}; {one.words:,} words in common, "
            f"{one.left_share:.0%} of the first and {one.right_share:.0%} of the second{earlier}"
        )


def passages_shown(copies: Iterable[Copy], articles: Mapping[str, Article]) -> Iterator[str]:
    """For each passage its number of words, how it begins, and the articles in which it stands.

    57 words: "The dam holds, the engineers …"
      first in dam.txt: The Fernpost, 3 May 2031
      also in copy.txt: undated
    """
    for together in sorted(_gathered(copies), key=lambda group: (-group[0].words, group[0].left)):
        head = together[0]
        begins = shortened(head.left.span.of(articles[head.left.article].text), _QUOTED)
        earlier = all(one.earlier == "left" for one in together)
        lines = [f'{head.words:,} words: "{begins}"' if begins else f"{head.words:,} words"]
        lines.append(f"  {'first ' if earlier else ''}in {_placed(head.left, articles)}")
        lines += [f"  also in {_placed(one.right, articles)}{_changed(one)}" for one in together]
        yield "\n".join(lines) + "\n"


def tally(articles: int, families: Sequence[Sequence[str]], overlaps: int, copies: int) -> str:
    """One line that counts what was found."""
    near = sum(map(len, families))
    found = [
        f"{near:,} of {articles:,} articles in {_counted(len(families), 'family', 'families')} of near copies",
        f"{_counted(overlaps, 'pair')} of articles with words in common",
        _counted(copies, "passage"),
    ]
    return "; ".join(found)


def _gathered(copies: Iterable[Copy]) -> list[list[Copy]]:
    """Copies whose left places are mostly one and the same passage, the one with most words first."""
    groups: list[list[Copy]] = []
    for one in sorted(copies, key=lambda copy: (copy.left, copy.right)):
        if groups and _same_place(groups[-1][0].left, one.left):
            groups[-1].append(one)
        else:
            groups.append([one])
    return [sorted(group, key=lambda copy: (-copy.words, copy.right)) for group in groups]


def _same_place(one: Ref, other: Ref) -> bool:
    """Whether two places share most of the longer one."""
    shared = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
    return one.article == other.article and 2 * shared > max(len(one.span), len(other.span))


def _placed(ref: Ref, articles: Mapping[str, Article]) -> str:
    return f"{_named(articles[ref.article])}, [{ref.span.start}, {ref.span.end})"


def _changed(copy: Copy) -> str:
    return f", {copy.words:,} words the same, {copy.share:.0%}" if copy.share < 1 else ""


def _named(article: Article) -> str:
    """An article as a list names it: path, outlet, day."""
    known = [part for part in (article.outlet, when(article.published)) if part]
    return f"{article.path}: {', '.join(known)}"


def _undecided(listed: Sequence[Article]) -> str:
    """Why no member of a family is said to be the first."""
    undated = sum(one.published is None for one in listed)
    if undated:
        return f"{undated:,} of them undated, so that the first is not known"
    return "the first is not known: two or more came out on the earliest day"


def _counted(number: int, one: str, several: str = "") -> str:
    return f"{number:,} {one if number == 1 else several or one + 's'}"
