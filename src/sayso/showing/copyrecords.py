"""What `sayso copies --jsonl` prints: families of near copies, pairs of articles and passages, a record each.

`articles` are by id, `sizes` count the words of each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sayso.model.article import Article
from sayso.model.origins import Copy, Overlap
from sayso.model.span import Ref
from sayso.model.times import Interval
from sayso.showing.sourcerecords import Record, day_text

SCHEMA = "sayso/1"


def family_record(members: Sequence[str], articles: Mapping[str, Article], sizes: Mapping[str, int]) -> Record:
    """A family of near copies: its members by day, and the id of the one that surely came out first, or null."""
    listed = by_day([articles[one] for one in members])
    first = first_seen(listed)
    return {
        "schema": SCHEMA,
        "kind": "family",
        "first": first.id if first else None,
        "articles": [{**_article(one), "words": sizes[one.id]} for one in listed],
    }


def pair_record(overlap: Overlap, articles: Mapping[str, Article], sizes: Mapping[str, int]) -> Record:
    """Two articles and how much they have in common."""
    left, right = articles[overlap.left], articles[overlap.right]
    return {
        "schema": SCHEMA,
        "kind": "pair",
        "left": {**_article(left), "words": sizes[left.id], "share": overlap.left_share},
        "right": {**_article(right), "words": sizes[right.id], "share": overlap.right_share},
        "words": overlap.words,
        "relation": overlap.relation,
        "earlier": overlap.earlier,
    }


def passage_record(copy: Copy, articles: Mapping[str, Article]) -> Record:
    """A passage that stands in two articles, at its two places."""
    return {
        "schema": SCHEMA,
        "kind": "passage",
        "left": _place(copy.left, articles),
        "right": _place(copy.right, articles),
        "words": copy.words,
        "share": copy.share,
        "earlier": copy.earlier,
    }


def by_day(articles: Sequence[Article]) -> list[Article]:
    """Articles by the day by which each was surely out, those without one last; then by path."""
    return sorted(articles, key=lambda one: (days_of(one).latest or date.max, one.path, one.id))


def first_seen(articles: Sequence[Article]) -> Article | None:
    """The article that surely came out before all others, given `by_day`; None where the days do not tell."""
    head, *others = articles
    latest = days_of(head).latest
    told = latest and all((start := days_of(one).earliest) is not None and latest < start for one in others)
    return head if told else None


def days_of(article: Article) -> Interval:
    """The days on which an article may have come out, open where nothing is known."""
    return article.published.interval if article.published else Interval(None, None)


def _article(article: Article) -> Record:
    days = days_of(article)
    return {
        "article": article.id,
        "path": article.path,
        "outlet": article.outlet,
        "published": {"earliest": day_text(days.earliest), "latest": day_text(days.latest)}
        if article.published
        else None,
    }


def _place(ref: Ref, articles: Mapping[str, Article]) -> Record:
    return {
        "article": ref.article,
        "path": articles[ref.article].path,
        "span": [ref.span.start, ref.span.end],
    }
