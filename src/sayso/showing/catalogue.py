"""Where everything of a case is shown: numbers, permalinks and labels, decided once for the whole dossier."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import isnan, nan

from sayso.model.answers import Answers
from sayso.model.article import Article
from sayso.model.case import Case, Page
from sayso.model.origins import Origin
from sayso.model.prose import called, days, rooted, shortened, voice
from sayso.model.sources import Source
from sayso.model.span import Ref, content_id
from sayso.model.stances import Hypothesis, Stance
from sayso.model.statements import Statement, Voice

_CONTENT = re.compile(r"([a-z])[a-z]{0,12}-([0-9a-f]{8})[0-9a-f]{4}", re.ASCII)
_PLACE = re.compile(r"[as]-[0-9a-f]{12}", re.ASCII)
_SAFE = re.compile(r"[A-Za-z][\w-]{0,63}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Link:
    """A place in the dossier: where it is (an id of the page), what to call it, and what it is in full."""

    to: str
    name: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement with its number in the dossier, its page, the id of its card, and who holds it."""

    number: int
    statement: Statement
    page: Page
    to: str
    speaker: str

    @property
    def mark(self) -> str:
        """The class of its marks in the text: whether it is said or a non-denial, and its number."""
        return f"{'non' if self.statement.commitment.non_denial else 'say'}{self.number}"

    @property
    def link(self) -> Link:
        """The statement as a link: its number, its speaker and first words."""
        words = shortened(self.statement.words(self.page.article.text), 90)
        return Link(self.to, str(self.number), f"{self.speaker}: {words}")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All that the sections look up.

    Dictionaries are keyed by the ids of the case's records, `within` by those of articles. `mirrored` are the
    hypotheses that are another's negation and whose answer is exactly its mirror image: they are shown in one
    line, as their reasons would only repeat the other's with the sign changed. `moments` are the lines of the
    timeline at which an article or a statement stands, by the id of its place, once the timeline is made.
    """

    case: Case
    answers: Answers
    pages: tuple[Page, ...]
    entries: dict[str, Entry] = field(default_factory=dict)
    within: dict[str, list[Entry]] = field(default_factory=dict)
    by_article: dict[str, Page] = field(default_factory=dict)
    articles: dict[str, Link] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)
    origin_of: dict[str, Origin] = field(default_factory=dict)
    stances: dict[str, tuple[Stance, ...]] = field(default_factory=dict)
    hypotheses: dict[str, Hypothesis] = field(default_factory=dict)
    mirrored: set[str] = field(default_factory=set)
    moments: dict[str, tuple[Link, ...]] = field(default_factory=dict)

    def name(self, voice: Voice) -> str:
        """What a source is called: its full name where it is known, else the words of the text."""
        source = self.sources.get(voice.id)
        name = (source.name if source else voice.text).strip(" ,;:")
        return "an unnamed source" if name in ("", "unnamed") else name

    def root(self, origin: Origin) -> str:
        """What an origin is called; what it says "in its own words" names the article."""
        page = self.by_article.get(origin.first or next(iter(origin.articles), ""))
        return rooted(origin.root, page.article if page else None)

    def statement(self, id_: str) -> Link | None:
        """The link to a statement, None where the dossier shows no such statement."""
        entry = self.entries.get(id_)
        return entry.link if entry else None

    def statements(self, ids: Iterable[str]) -> tuple[Link, ...]:
        """Links to those of `ids` that are shown, by number."""
        found = {entry.number: entry for id_ in ids if (entry := self.entries.get(id_))}
        return tuple(found[number].link for number in sorted(found))

    def article(self, id_: str) -> Link:
        """The link to an article."""
        return self.articles.get(id_, Link("articles", "an article not shown"))

    def place(self, ref: Ref) -> Link:
        """The statement whose content holds `ref`, the innermost first, or its article."""
        holding = [
            entry
            for entry in self.within.get(ref.article, ())
            if any(span.overlaps(ref.span) for span in entry.statement.content)
        ]
        best = min(holding, key=lambda entry: (_distance(entry.statement, ref), entry.number), default=None)
        return best.link if best else self.article(ref.article)

    def places(self, refs: Iterable[Ref]) -> tuple[Link, ...]:
        """Links for `refs`, each place once."""
        return tuple(dict.fromkeys(self.place(ref) for ref in refs))


def _distance(statement: Statement, ref: Ref) -> int:
    """How far a content's nearest span is from being exactly `ref`."""
    return min(abs(span.start - ref.span.start) + abs(span.end - ref.span.end) for span in statement.content)


def catalogue(case: Case, answers: Answers) -> Catalogue:
    """The catalogue of a case: articles by date, statements by place, each with a number and a permalink."""
    pages = tuple(sorted(case.pages, key=_order))
    made = Catalogue(case, answers, pages)
    made.by_article.update((page.article.id, page) for page in reversed(pages))
    made.hypotheses.update((hypothesis.id, hypothesis) for hypothesis in case.hypotheses)
    for source in (*(source for page in pages for source in page.sources), *case.sources):
        made.sources[source.id] = source
        made.sources.update((member, source) for member in source.members)
    for origin in case.origins:
        made.origins[origin.id] = origin
        made.origin_of.update((statement, origin) for statement in origin.statements)
    for stance in case.stances:
        made.stances[stance.statement] = (*made.stances.get(stance.statement, ()), stance)
    probabilities = {answer.hypothesis: answer.probability for answer in answers.answers}
    for one in case.hypotheses:
        if one.negates in probabilities and one.negates not in made.mirrored:
            total = probabilities.get(one.id, 0.0) + probabilities[one.negates]
            opposite = one.negates if one is case.hypotheses[0] else one.id  # what was asked stands first
            made.mirrored.update({opposite} if abs(total - 1) < 1e-6 else ())
    _number(made)
    return made


def _number(made: Catalogue) -> None:
    """Number the articles and statements and give each its permalink, an id once only."""
    taken: set[str] = set()
    for position, page in enumerate(made.pages, 1):
        to = anchor(page.article.id, f"article-{position}", taken)
        made.articles.setdefault(page.article.id, Link(to, label(page.article), heading(page.article)))
        for statement in shown(made, page):
            if statement.id in made.entries:
                continue
            number = len(made.entries) + 1
            to = anchor(statement.id, f"statement-{number}", taken)
            entry = Entry(number, statement, page, to, _speaker(made, statement, page))
            made.entries[statement.id] = entry
            made.within.setdefault(page.article.id, []).append(entry)


def _speaker(made: Catalogue, statement: Statement, page: Page) -> str:
    """Who holds a statement: its innermost source, or the outlet where it speaks in its own voice."""
    if statement.chain:
        return made.name(statement.chain[-1].source)
    return f"{voice(page.article)}, in its own words"


def shown(made: Catalogue, page: Page) -> list[Statement]:
    """The statements of a page that get a card, in text order.

    Every attributed one, and of those in the article's own voice the ones that take a side.
    """
    own = [
        statement
        for statement in page.own_voice
        if any(stance.lean in ("support", "deny") for stance in made.stances.get(statement.id, ()))
    ]
    kept = (statement for statement in (*page.statements, *own) if statement.content)
    return sorted(kept, key=lambda statement: (statement.content[0], statement.id))


def runs(links: Sequence[Link]) -> tuple[tuple[str, Link], ...]:
    """Links each with the mark before it: of three and more numbers in a row only the ends, "1 5–9 12"."""
    out: list[tuple[str, Link]] = []
    numbers = [nan, nan, *(int(one.name) if one.name.isdecimal() else nan for one in links), nan]
    for at, one in enumerate(links, 2):
        number = numbers[at]
        inside = numbers[at - 1] == number - 1
        if inside and numbers[at + 1] == number + 1:
            continue
        closes = inside and numbers[at - 2] == number - 2
        out.append(("" if not out else "–" if closes else " · " if isnan(number) else " ", one))
    return tuple(out)


def permalink(id_: str) -> str:
    """A short id for the page of an origin or a source: its initial and eight digits of its content id."""
    made = _CONTENT.fullmatch(id_) or _CONTENT.fullmatch(content_id("x", id_))
    return f"{made[1]}{made[2]}" if made else id_


def anchor(wanted: str, otherwise: str, taken: set[str]) -> str:
    """An id for the page: `wanted` where it is a plain word and free, else `otherwise`.

    Of an id of content its first six digits, or eight where these are taken: enough to find it in the JSON, and a
    page holds its ids many times.
    """
    if _PLACE.fullmatch(wanted):
        wanted = next((wanted[:size] for size in (8, 10) if wanted[:size] not in taken), wanted)
    to = wanted if _SAFE.fullmatch(wanted) and wanted not in taken else otherwise
    taken.add(to)
    return to


def _order(page: Page) -> tuple[date, date, str]:
    """Articles go by their date, the undated last, then by id."""
    dating = page.article.published
    first = dating.interval.earliest if dating else None
    last = dating.interval.latest if dating else None
    return (first or last or date.max, last or date.max, page.article.id)


def heading(article: Article) -> str:
    """The article's title, or "Untitled" with its outlet or file."""
    return called(article)


def label(article: Article) -> str:
    """An article's short name: outlet and date as far as known."""
    dating = article.published
    known = dating is not None and (dating.interval.earliest or dating.interval.latest) is not None
    when = days(dating.interval) if dating and known else "undated"
    if dating and known and dating.how == "inferred":
        when += " (inferred)"
    return f"{article.outlet or called(article, 48)}, {when}"
