"""A small invented case for the tests of the store: articles, pages, what is linked and what is answered."""

import hashlib
from datetime import date

from sayso.model.answers import Answer, Answers, Reason
from sayso.model.article import Article, Candidate
from sayso.model.case import Case, Page
from sayso.model.keeping import Asked
from sayso.model.notes import Note
from sayso.model.origins import Origin
from sayso.model.rulings import Ruling
from sayso.model.sources import Source
from sayso.model.span import Ref, Span
from sayso.model.stances import Hypothesis, Lean, Stance
from sayso.model.statements import Commitment, Cue, Hop, Statement, Voice
from sayso.model.times import Dating, Interval

AT = "2031-05-01T08:00:00.000000+00:00"
ASKED = Asked("Will the harbour of Ostrel close by 31 May 2031?")
SENTENCES = (
    "The harbour of Ostrel may close in May, Ada Brill said.",
    "No decision on the harbour has been made, the port office said.",
    "Café owners on the quay expect the worst, according to Ida Moore.",
)
DAYS = (date(2031, 4, 2), date(2031, 4, 3), None)


def later(minutes: int) -> str:
    """A time of that many minutes after AT."""
    return f"2031-05-01T{8 + minutes // 60:02}:{minutes % 60:02}:00.000000+00:00"


def article(number: int, text: str | None = None) -> Article:
    """An article whose text is one of SENTENCES, by an outlet of its own; its bytes are its text in UTF-8."""
    text = SENTENCES[number % 3] if text is None else text
    day = DAYS[number % 3]
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(
        id=f"a-{number:012x}", path=f"inbox/{number}.txt", text=text, raw_digest=digest,
        outlet=f"Quay {'News' if number % 2 else 'Post'}", title=f"Harbour {number}", language="en",
        published=Dating(Interval(day, day), "given") if day else None,
        candidates=(Candidate("title", f"Harbour {number}", "manifest row", chosen=True),),
        notes=(Note("R102", "A mark was dropped."),),
    )  # fmt: skip


def page(number: int) -> Page:
    """The article's page: one statement of two pieces, with its source."""
    one = article(number)
    comma = one.text.index(",") if "," in one.text else len(one.text)
    name = one.text.rstrip(".").split("said")[0].rsplit(",", 1)[-1].replace("according to", "").strip()
    start = one.text.index(name)
    source = Source(f"src-{number:012x}", name, "person" if number % 2 == 0 else "organisation",
                    (Ref(one.id, Span(start, start + len(name))),))  # fmt: skip
    hop = Hop(Voice(Span(start, start + len(name)), name, source.id), Cue(None, "said"), "assert")
    content = (Span(0, 4), Span(5, comma)) if number % 3 == 1 else (Span(0, comma),)
    low, high = ((0.2, 0.6), (0.9, 1.0), (0.0, 0.1))[number % 3]
    statement = Statement(
        statement_id(number), one.id, content, (hop,), None, "indirect", Commitment("affirmed", low, high)
    )
    return Page(one, (), (statement,), (), (source,))


def statement_id(number: int) -> str:
    """The id of the statement in an article."""
    return f"s-{number:012x}"


def linked(*pages: Page) -> tuple[Case, Answers]:
    """A case of pages, each statement an origin of its own, and its answers."""
    hypothesis = Hypothesis("h1", "The harbour of Ostrel closes.", closes=date(2031, 5, 31))
    other = Hypothesis("h2", "The harbour of Ostrel does not close.", negates="h1")
    statements = [statement for one in pages for statement in one.statements]
    sources = tuple(
        Source(f"source-{number:012x}", one.sources[0].name, one.sources[0].kind, members=(one.sources[0].id,))
        for number, one in enumerate(pages)
    )
    origins = tuple(
        Origin(f"origin-{number:012x}", f"{sources[number].name}, on the quay", "said", (one.id,), (one.article,),
               source=sources[number].id, first=one.article)
        for number, one in enumerate(statements)
    )  # fmt: skip
    leans: tuple[Lean, ...] = ("support", "deny", "open")
    stances = tuple(
        Stance(one.id, "h1", leans[number % 3], 0.7 - 0.1 * number % 0.7) for number, one in enumerate(statements)
    )
    case = Case(
        ASKED.question, date(2031, 5, 1), (hypothesis, other), pages, sources, origins=origins, stances=stances
    )
    reason = Reason("origin", "Ada Brill says so", 0.4, origin=origins[0].id if origins else None)
    return case, Answers(
        (Answer("h1", case.as_of, 0.6, 0.4, 0.8, "likely", (Reason("prior", "as often", 0.0), reason)),)
    )


def state_of(repository, id_: str) -> str:
    """What people made of a statement, as the lists have it."""
    return str(repository.line(id_).state)


def fill(repository, count: int = 3, *, update: bool = True) -> None:
    """Add that many articles with their readings, and bring the case up to date."""
    for number in range(count):
        one = page(number)
        assert repository.add(one.article, one.article.text.encode(), by="ada", at=later(number))
        repository.add_reading(one, "rules", "1a2b3c4d", at=later(number))
    if update:
        bring_up(repository)


def bring_up(repository, effects: dict[str, float] | None = None) -> None:
    """An update: all derived tables anew."""
    case, answers = linked(*repository.pages())
    known = {statement_id(number): (0.01, 0.05, 0.02)[number % 3] for number in range(2)}
    parts = {"source": [{"id": one.id, "name": one.name, "aliases": ["The Brill"]} for one in case.sources]}
    repository.keep(
        case, answers, number=repository.stand().number, at=later(59), seconds=0.5,
        effects=known if effects is None else effects, parts=parts,
    )  # fmt: skip


def ruling(verdict: str, target: str, *, by: str = "ada", value: str | None = None, why: str = "as read") -> Ruling:
    """A ruling of a person."""
    return Ruling(target, verdict, by, later(90), why, value)  # type: ignore[arg-type]  # a verdict as text
