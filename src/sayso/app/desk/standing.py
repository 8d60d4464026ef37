"""A statement as it stands: as it was read, with the rulings that stand on it, ready to be shown and judged.

The row that lists show is as of the last update; what people decided since is in the journal. Here both come
together for one statement, without anything being linked anew: the reading that counts, the rulings on the
statement put into it by the rules of linking/edits.py, and beside it the row's source, origin, stance and effect.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sayso.app.desk.marking import Shown, shown, tags_of, windows
from sayso.linking.edits import edited
from sayso.model.article import Article
from sayso.model.case import Page
from sayso.model.keeping import Entry, Line, Orphan
from sayso.model.prose import called, shortened
from sayso.model.rulings import FAMILY, Ruling, standing
from sayso.model.rulingvalues import side, voice, written
from sayso.model.span import Span
from sayso.model.stances import Lean
from sayso.model.statements import Commitment, Hop, Statement
from sayso.showing.sureness import doubt
from sayso.showing.words import BLOCKS, LEANS, force, hundred, likelihood, reply, strength

if TYPE_CHECKING:
    from sayso.store.repository import Repository

#: How a content is said to have been given.
MODES: Final = {"direct": "quoted", "indirect": "reported", "mixed": "partly quoted"}

#: What each verdict is called in a journal, with its value.
DEEDS: Final[Mapping[str, str]] = {
    "accept": "accepted it",
    "reject": "rejected it",
    "span": "set the span",
    "source": "set the source",
    "certainty": "set the certainty",
    "stance": "set the stance",
    "lock": "locked it",
    "unlock": "unlocked it",
    "comment": "wrote",
    "merge": "joined",
    "split": "split",
    "undo": "took back a ruling",
}


@dataclass(frozen=True, slots=True)
class Crumb:
    """One mouth of a chain: its name, its words where they differ, the cue, what it does, where it leads."""

    name: str
    words: str
    cue: str
    does: str
    via: str | None
    to: str | None


@dataclass(frozen=True, slots=True)
class Deed:
    """One entry of a statement's journal: number, who, when, why, what in words, and whether it still counts."""

    number: int
    id: str
    by: str
    at: str
    what: str
    why: str
    stands: bool
    undone: int | None


@dataclass(frozen=True, slots=True)
class Side:
    """What a statement says of one hypothesis, in words; `ruled` by a person."""

    hypothesis: str
    text: str
    lean: Lean
    strength: float
    sign: str
    words: str
    ruled: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """A statement as it stands. `number` is the journal's at the time it was looked up.

    `said` is the statement with what people changed in it, None where no reading of its article has it any more;
    `read` is the same as the annotator gave it. `entries` are those about it, `orphans` rulings whose words are
    gone. `passage` is the text around it.
    """

    line: Line
    page: Page
    number: int
    said: Statement | None
    read: Statement | None
    entries: tuple[Entry, ...]
    hypotheses: tuple[tuple[str, str], ...]
    origin: str | None = None
    orphans: tuple[Orphan, ...] = ()
    passage: tuple[Shown, ...] = ()

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.line.id

    @property
    def article(self) -> Article:
        """The article it stands in."""
        return self.page.article

    @property
    def rulings(self) -> dict[str, Ruling]:
        """The rulings that stand on it, by their family; a stance is that on the first hypothesis."""
        return {FAMILY[one.verdict]: one for one in self._standing if one.target == self.id}

    @property
    def _standing(self) -> tuple[Ruling, ...]:
        gone = {one.ruling.id for one in self.orphans}
        counting = (entry.ruling for entry in self.entries if entry.ruling.id not in gone)
        return tuple(one for one in standing(counting) if one.verdict != "comment")

    @property
    def places(self) -> tuple[Span, ...]:
        """Where its content stands, as far as the text reaches."""
        length = len(self.article.text)
        spans = self.said.content if self.said else (Span(self.line.start, self.line.end),)
        return tuple(span for span in spans if span.end <= length)

    @property
    def value(self) -> str:
        """Its places as a ruling writes them."""
        return written(self.places)

    @property
    def quote(self) -> str:
        """Its words on one line, cut where they are long; as last updated where the text does not reach so far."""
        if not self.places:
            return self.line.words
        text = self.article.text
        heads = (text[span.start : min(span.end, span.start + 4000)] for span in self.places)
        return shortened(" … ".join(heads), 900)

    @property
    def open(self) -> bool:
        """Whether nobody has reviewed it."""
        return self.line.state == "open"

    @property
    def crumbs(self) -> tuple[Crumb, ...]:
        """Its chain, outermost first; one crumb without a cue where the article speaks in its own voice."""
        said = self.said
        if said is None or not said.chain:
            to = f"/sources/{self.line.source}" if self.line.source else None
            return (Crumb(self.line.name or "the article itself", "", "", "", None, to),)
        names = {source.id: source.name for source in self.page.sources}
        outer = [_crumb(hop, names.get(hop.source.id, "")) for hop in said.chain[:-1]]
        return (*outer, self._innermost(said, names.get(said.chain[-1].source.id, "")))

    def _innermost(self, said: Statement, name: str) -> Crumb:
        """The mouth whose words they are, called as the case calls it or as a person set it."""
        ruled = self.rulings.get("source")
        found = voice(ruled.value) if ruled else None
        name = found[0] if found else (self.line.name or name)
        to = f"/sources/{self.line.source}" if self.line.source and not ruled else None
        does = force(said.chain[-1].force, non_denial=said.commitment.non_denial)
        return replace(_crumb(said.chain[-1], name), does=does, to=to)

    @property
    def speaker(self) -> str:
        """Who holds it: the innermost source."""
        return self.crumbs[-1].name

    @property
    def commitment(self) -> Commitment | None:
        """How far the innermost holder stands by it."""
        return self.said.commitment if self.said else None

    @property
    def certainty(self) -> str:
        """The same in words: what says so, and the bounds."""
        made = self.commitment
        if made is None:
            return likelihood(self.line.low, self.line.high)
        text = self.article.text
        words = list(dict.fromkeys(f"“{shortened(span.of(text), 40)}”" for span in made.words[:6]))
        if "certainty" in self.rulings:
            lead = f"set by {self.rulings['certainty'].by}"
        else:
            plain = {"affirmed": "stated flatly", "negated": "negated", "open": "left open"}[made.polarity]
            lead = ", ".join(words) or plain
        return f"{lead}: {likelihood(made.low, made.high)}"

    @property
    def reply(self) -> str | None:
        """The name of a denial, or of a reply that only sounds like one."""
        return reply(self.commitment) if self.commitment else None

    @property
    def doubt(self) -> str | None:
        """What to say where it is more likely misread than not."""
        return doubt(self.said) if self.said else None

    @property
    def form(self) -> str:
        """How its content is given, and where if that is no paragraph."""
        where = BLOCKS[self.said.block] if self.said else ""
        how = MODES[self.line.mode] if self.said is None or self.said.chain else "in the article's own words"
        return how + (f", in a {where}" if where else "")

    @property
    def sides(self) -> tuple[Side, ...]:
        """What it says of each hypothesis: of the first as last updated, of any as a person ruled."""
        ruled = {one.target.partition("@")[2]: side(one.value) for one in self._standing if one.verdict == "stance"}
        out = []
        for place, (id_, text) in enumerate(self.hypotheses):
            found = ruled.get(id_)
            if found is None and place:
                continue
            lean, how = found or (self.line.lean, self.line.strength)
            out.append(Side(id_, text, lean, how, LEANS[lean][0], _leaning(lean, how), found is not None))
        return tuple(out)

    @property
    def effect(self) -> str:
        """How far the answer moves if it is rejected, in words; empty where that is not known."""
        size = self.line.effect
        if size is None:
            return ""
        return f"{size * 100:.1f} points in 100" if size * 100 >= 0.05 else "under 0.1 points in 100"

    @property
    def known_as(self) -> str:
        """What its article is called."""
        return called(self.article)

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """Its journal, the newest first."""
        stands = {one.id for one in self._standing}
        return tuple(deed(entry, stands) for entry in reversed(self.entries))

    @property
    def whole(self) -> bool:
        """Whether the passage is the whole text."""
        pieces = self.passage
        covers = not any(piece.gap for piece in pieces)
        return bool(pieces) and covers and pieces[-1].end >= len(self.article.text)


def look_up(repository: Repository, id_: str, number: int) -> Standing | None:
    """The statement with this id as it stands, with the journal at `number`; None where the case has none."""
    line = repository.line(id_)
    if line is None:
        return None
    entries = repository.journal(about=id_)
    page, read = _found(repository, line)
    orphans = tuple(_orphans(entries, page.article.text))
    gone = {one.ruling.id for one in orphans}
    rulings = standing(entry.ruling for entry in entries if entry.ruling.id not in gone)
    page = next(iter(edited((page,), rulings)))
    origin = repository.part("origin", line.origin) if line.origin else None
    one = Standing(
        line=line,
        page=page,
        number=number,
        said=_by_id(page, id_),
        read=read,
        entries=entries,
        hypotheses=hypotheses(repository),
        origin=str(origin.get("name") or origin.get("root") or "") if origin else None,
        orphans=orphans,
    )
    return replace(one, passage=_passage(one))


def _passage(one: Standing) -> tuple[Shown, ...]:
    """The text around a statement, with marks: its own strongly, those of others faintly."""
    text, blocks = one.article.text, one.page.blocks
    others = [each for each in (*one.page.statements, *one.page.own_voice) if each.id != one.id]
    tags = tags_of(one.page, [*others, *([one.said] if one.said else [])], chosen=one.id)
    return shown(text, blocks, tags, windows(text, blocks, one.places))


def hypotheses(repository: Repository) -> tuple[tuple[str, str], ...]:
    """Ids and words of the hypotheses that are no other's negation; before the first update the question alone."""
    records, _ = repository.parts("hypothesis", limit=20)
    found = tuple((str(one["id"]), str(one["text"])) for one in records if not one.get("negates"))
    return found or (("h1", repository.asked().question),)


def deed(entry: Entry, stands: Iterable[str] = ()) -> Deed:
    """A journal entry in words."""
    one = entry.ruling
    what = f"{DEEDS.get(one.verdict, one.verdict)}{_valued(one)}"
    return Deed(entry.number, one.id, one.by, one.at, what, one.why, one.id in set(stands), entry.undone)


def _found(repository: Repository, line: Line) -> tuple[Page, Statement | None]:
    """The page to show a statement in, and the statement as read: from the reading that counts, else from another.

    What a person touched stays in a case although a later reading has it no more.
    """
    page = repository.page(line.article)
    read = _by_id(page, line.id)
    if read is not None:
        return page, read
    for name in reversed(repository.readings(line.article)):
        read = _by_id(repository.page(line.article, name), line.id)
        if read is not None:
            return replace(page, statements=(*page.statements, read)), read
    return page, None


def _orphans(entries: Iterable[Entry], text: str) -> Iterator[Orphan]:
    """The rulings of a journal that are not undone and whose words no longer stand at their places in `text`."""
    for entry in entries:
        anchor = entry.ruling.anchor
        if anchor is not None and entry.undone is None and not anchor.holds(text):
            there = tuple(span for span in anchor.spans if span.start < len(text))
            yield Orphan(entry.number, entry.ruling, "\n".join(span.of(text) for span in there), there)


def _by_id(page: Page, id_: str) -> Statement | None:
    """A page's statement by its id, of its sources or of its own voice."""
    return next((one for one in (*page.statements, *page.own_voice) if one.id == id_), None)


def _crumb(hop: Hop, name: str) -> Crumb:
    """One mouth of a chain; its own words are given where its name is not in them."""
    words = hop.source.text
    name = (name or words or "an unnamed source").strip(" ,;:")
    return Crumb(name, words if name not in words else "", hop.cue.text, force(hop.force), hop.via, None)


def _leaning(lean: Lean, how: float) -> str:
    """A stance in words."""
    if lean == "open":
        return "leaves it open"
    if lean == "unrelated":
        return "says nothing on it"
    return " ".join(filter(None, ("speaks", strength(how), LEANS[lean][1], "it")))


def _valued(one: Ruling) -> str:
    """The value of a ruling as its journal line says it."""
    value = one.value or ""
    if one.verdict == "certainty":
        low, _, high = value.partition("-")
        try:
            return f" to {likelihood(float(low), float(high))}"
        except ValueError:
            return f" to {value}"
    if one.verdict == "stance":
        found = side(value)
        about = one.target.partition("@")[2]
        return f" on {about}: {_leaning(*found)}, {hundred(found[1])} in 100" if found else f": {value}"
    if one.verdict == "source":
        told = voice(value)
        return f" to {told[0] if told else value}"
    return f" to {value}" if value else ""
