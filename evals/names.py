"""Who is meant: pronouns and descriptions that stand as sources, against the coreference of GUM.

Every source that a brain finds in GUM's news, interviews and biographies is looked up among GUM's mentions. Where
the words are a pronoun or a description, and not a proper name, the answer is one of three:

- right: the source is named by a name of the same entity, or, where the article names it nowhere, by nothing but
  words of the same entity ("a spokesman", "the spokesman") or by the words themselves;
- wrong: it bears a name, or words, of somebody else;
- open: it bears no name, and the article names it somewhere.

Wrong names are errors with a ceiling of their own: a reader can live with an open "he" and not with a false one.
Sources are few, so the same is asked of every "he" and "she" of the news and biographies, each as if it were the
source of something said where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from evals.gum import Document, Mention, documents
from evals.rates import percent
from sayso.annotating import sources as naming
from sayso.annotating.blocks import blocks
from sayso.annotating.chains import Mouth, Thread, threads
from sayso.annotating.statements import Draft, passages
from sayso.model.article import Article
from sayso.model.ports import Tagger
from sayso.model.sources import Source
from sayso.model.span import Span

Answer = Literal["right", "wrong", "open"]
PRONOUNS = frozenset(("he", "she", "it", "they"))
_KINDS = {
    "person": {"person", "anonymous", "group"},
    "organization": {"organisation", "outlet", "group"},
    "place": {"place"},
}
_HE = re.compile(r"\b(?:he|she)\b(?![’'-])", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|a|an|mr|mrs|ms|dr)\.? ", re.IGNORECASE)
_UNSAID = ("i", "we", "you", "my", "our", "that", "this", "those", "these", "who", "which", "unnamed")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One source as asked: the document, its words at their place, who it was said to be, who it is, the answer."""

    document: str
    genre: str
    span: Span
    words: str
    named: str
    gold: tuple[str, ...]
    answer: Answer
    task: Literal["pronoun", "description", "he or she"]


def figures(folder: Path, tagger: Tagger) -> tuple[dict[str, float], dict[str, float]]:
    """Figures (percent named right, kinds right) and errors (percent named wrong)."""
    found: list[Outcome] = []
    kinds: list[tuple[str, str, bool]] = []
    for document in documents(folder):
        given, kinded = outcomes(document, tagger)
        found += given
        kinds += kinded
    right, wrong = dict[str, float](), dict[str, float]()
    for task in ("pronoun", "description", "he or she"):
        asked = [one for one in found if one.task == task]
        named = [one for one in asked if one.gold]
        right[f"{task} named right"] = percent(sum(o.answer == "right" for o in named), len(named))
        wrong[f"{task} named wrong"] = percent(sum(o.answer == "wrong" for o in asked), len(asked))
    right["kind right"] = percent(sum(fits for *_, fits in kinds), len(kinds))
    for kind in _KINDS:
        of = [fits for gold, _, fits in kinds if gold == kind]
        right[f"kind right, {kind}"] = percent(sum(of), len(of))
    return right, wrong


def outcomes(document: Document, tagger: Tagger) -> tuple[list[Outcome], list[tuple[str, str, bool]]]:
    """What became of every source of a document; of each with a mention: GUM's kind, ours, whether they agree."""
    article = Article(document.name, document.name, document.text, "0" * 64, language="en")
    layout = blocks(article)
    found = threads(article, layout, passages(document.text, layout), tagger)
    given, kinds = list[Outcome](), list[tuple[str, str, bool]]()
    for span, source in _sources(naming.sources(article, layout, found), found):
        mention = mention_at(document, span)
        if mention is None or span.of(document.text).lower() in _UNSAID:
            continue
        if mention.kind in _KINDS:
            kinds.append((mention.kind, source.kind, source.kind in _KINDS[mention.kind]))
        words = span.of(document.text)
        if not mention.proper and (words.lower() in PRONOUNS or words.lower().startswith("the ")):
            task: Literal["pronoun", "description"] = "pronoun" if words.lower() in PRONOUNS else "description"
            given.append(_outcome(document, mention, (span, source), task))
    if "interview" not in document.name:
        more = _with_everyone(document.text, found)
        asked = naming.sources(article, layout, more)
        for span, source in _sources(asked, more):
            mention = mention_at(document, span)
            if mention and _HE.fullmatch(document.text, span.start, span.end):
                given.append(_outcome(document, mention, (span, source), "he or she"))
    return given, kinds


def _sources(named: naming.Naming, found: Sequence[Thread]) -> Iterator[tuple[Span, Source]]:
    """Every place at which a source stands, once, with the source it was led to."""
    by_id = {source.id: source for source in named.sources}
    seen = set[Span]()
    for (thread, mouth), ident in sorted(named.ids.items()):
        span = found[thread].mouths[mouth].source
        if span and span not in seen:
            seen.add(span)
            yield span, by_id[ident]


def _with_everyone(text: str, found: Sequence[Thread]) -> list[Thread]:
    """The threads, and one more for every "he" and "she" that is no source, inside the content it stands in."""
    asked = {mouth.source for thread in found for mouth in thread.mouths}
    more = list(found)
    for match in _HE.finditer(text):
        span = Span(*match.span())
        if span in asked:
            continue
        around = [i for i, one in enumerate(found) if any(piece.contains(span) for piece in one.draft.content)]
        parent = min(around, key=lambda i: sum(map(len, found[i].draft.content)), default=None)
        depth = found[parent].depth + 1 if parent is not None else 0
        draft = Draft(span, None, (span,), "indirect", "paragraph", 1.0)
        more.append(Thread(draft, parent, depth, (Mouth(span, None, "assert"),)))
    return more


def mention_at(document: Document, span: Span) -> Mention | None:
    """The mention that a source's words are: the one that shares most of its letters, half of both at least."""
    best, share = None, 0.5
    for one in document.mentions:
        if one.span.overlaps(span):
            common = min(one.span.end, span.end) - max(one.span.start, span.start)
            alike = common / (len(one.span) + len(span) - common)
            if alike >= share:
                best, share = one, alike
    return best


def _outcome(
    document: Document,
    mention: Mention,
    asked: tuple[Span, Source],
    task: Literal["pronoun", "description", "he or she"],
) -> Outcome:
    span, source = asked
    gold = tuple(dict.fromkeys(document.names(mention.entity)))
    words = span.of(document.text)
    return Outcome(
        document.name,
        document.name.split("_")[1],
        span,
        words,
        source.name,
        gold,
        _answer(document, mention, span, source),
        task,
    )


def _answer(document: Document, mention: Mention, span: Span, source: Source) -> Answer:
    """Whether a source is named as its mention's entity is."""
    words = " ".join(span.of(document.text).split())
    gold = document.names(mention.entity)
    own = {_plain(one.span.of(document.text)) for one in document.mentions if one.entity == mention.entity}
    if any(same_name(ours, theirs) for ours in (source.name, *source.aliases) for theirs in gold):
        return "right"
    if source.name.lower() in {*PRONOUNS, "unnamed"} or source.name == words:
        return "open" if gold else "right"
    if _plain(source.name) in own or _led_by_mentions(document, mention, span, source):
        return "open" if gold else "right"
    return "wrong"


def _led_by_mentions(document: Document, mention: Mention, span: Span, source: Source) -> bool:
    """Whether the first other place of a source is a mention of the same entity."""
    others = [ref.span for ref in source.mentions if ref.span != span]
    first = mention_at(document, min(others)) if others else None
    return first is not None and first.entity == mention.entity


def _plain(name: str) -> str:
    return _ARTICLE.sub("", " ".join(name.lower().split())).removesuffix("'s").removesuffix("’s")


def same_name(left: str, right: str) -> bool:
    """Whether two names are one, tolerantly: equal, letters for words, or one's words among the other's.

    Articles, titles and case do not count. Of names with words in common the shorter must be whole inside the
    longer ("Lind" and "Mayor Ada Lind, 60"), or be the initials of its capitals.
    """
    one, other = sorted((_plain(left), _plain(right)), key=len)
    if not one:
        return False
    letters = "".join(word[0] for word in re.findall(r"\b[A-Z]\w*", max(left, right, key=len))).lower()
    return set(re.findall(r"\w+", one)) <= set(re.findall(r"\w+", other)) or (len(one) > 1 and one == letters)
