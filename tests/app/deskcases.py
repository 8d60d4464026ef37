"""Cases of invented articles for the tests of the desk's views, kept in a file as `sayso` keeps them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

from sayso.app.desk.people import Person
from sayso.app.desk.security import Door
from sayso.app.desk.serve import Opening, application
from sayso.model.answers import Answers
from sayso.model.article import Article
from sayso.model.case import Case
from sayso.model.keeping import Asked
from sayso.model.rulings import Ruling
from sayso.model.span import content_id
from sayso.model.times import Dating, Interval
from sayso.pipeline import Question, build, load_brain
from sayso.showing.caserecords import parts
from sayso.store.opening import create, open_case

ASK = "Will Port Varn close by 31 May 2031?"
AT = "2031-05-06T10:00:00.000000+00:00"
HOSTILE = "<script>document.title='owned'</script>\u202egnisrever\u202c <img src=x onerror=alert(1)>"
#: Outlet, day, title and paragraphs of each article.
TEXTS = (
    (
        "The Tidewater Post",
        "2031-05-02",
        "Port Varn to close, says Lind",
        [
            "Governor Ada Lind said on Friday that Port Varn will close by 20 May. “We will close it,” she said.",
            "Olaf Lind, who runs the ferry line, said the closing of Port Varn would cost 400 jobs.",
            "The Harbour Office expects that Port Varn will probably close by 31 May.",
        ],
    ),
    (
        "Varn Courier",
        "2031-05-03",
        "No decision yet",
        [
            "According to The Tidewater Post, Governor Ada Lind said that Port Varn will close by 20 May.",
            "Lind denied that more than 300 jobs were at stake.",
            "The ministry's spokesman, Per Ahl, said: “Port Varn will not close.”",
        ],
    ),
    (
        "Isle Gazette",
        "2031-05-05",
        "Workers worry",
        [
            "The union said about 400 jobs would go. Lind said that no day was set for Port Varn to close.",
            "P. Ahl told the Isle Gazette that Port Varn would not close in May.",
            "Analyst of the Tide Institute, Mira Solt, said it was unlikely that Port Varn would close by 31 May.",
        ],
    ),
    (
        f"Odd {HOSTILE} Times",
        "2031-05-05",
        f"Odd news {HOSTILE}",
        [f"Bo {HOSTILE} Krag said that Port Varn may close. The Harbour Office declined to comment on {HOSTILE}."],
    ),
)


def articles() -> tuple[Article, ...]:
    """The articles, each with the bytes that it would have come from."""
    out = []
    for number, (outlet, day, title, paragraphs) in enumerate(TEXTS, 1):
        whole = "\n\n".join((title, *paragraphs))
        when = Interval(date.fromisoformat(day), date.fromisoformat(day))
        out.append(
            Article(
                content_id("a", whole), f"articles/{number}.txt", whole, sha256(whole.encode()).hexdigest(),
                outlet=outlet, title=title, language="en", published=Dating(when, "given"),
            )
        )  # fmt: skip
    return tuple(out)


@cache
def built() -> tuple[Case, Answers]:
    """The case of the articles, read by rules."""
    return build(articles(), Question(ASK), load_brain("rules"))


def kept(place: Path, made: tuple[Case, Answers] | None = None) -> str:
    """The place of a file with a case and its answer, as after an update; by default of the articles above."""
    case, answers = made or built()
    with create(str(place), Asked(case.question, brain="rules"), by="Ada", at=AT) as repository:
        for page in case.pages:
            raw = page.article.text.encode("utf-8", "surrogatepass")
            article = replace(page.article, raw_digest=sha256(raw).hexdigest())
            repository.add(article, raw, by="Ada", at=AT)
            repository.add_reading(replace(page, article=article), "rules", "0" * 64, at=AT)
        number = repository.stand().number
        repository.keep(case, answers, number=number, at=AT, seconds=1.0, effects={}, parts=parts(case, answers))
    return str(place)


class Desk:
    """The desk of a case as one person uses it: pages by address, forms sent as a browser would."""

    def __init__(self, place: str, name: str = "Ada") -> None:
        """Somebody at the desk of the case at `place`."""
        from starlette.testclient import TestClient  # noqa: PLC0415 - it warns where it is imported

        person = Person(name, f"token of {name}".ljust(24, "."))
        door = Door((person,), ("testserver",))
        self.place = place
        self.pledge = person.pledge
        self.client = TestClient(application(Opening(place, door, auto=False)))
        self.client.get(f"/help?token={person.token}")

    def page(self, path: str, status: int = 200) -> str:
        """A page that is there."""
        answer = self.client.get(path)
        assert answer.status_code == status, (path, answer.status_code, answer.text[:300])
        return str(answer.text)

    def send(self, path: str, status: int = 200, **fields: object) -> str:
        """What comes of a form, sent by somebody who knows the journal as it is, or up to the field `seen`."""
        with open_case(self.place) as repository:
            number = repository.stand().number
        answer = self.client.post(path, data={"pledge": self.pledge, "seen": number, **fields})
        assert answer.status_code == status, (path, answer.status_code, answer.text[:500])
        return str(answer.text)

    def journal(self, *verdicts: str) -> list[Ruling]:
        """The rulings since the case was made, of some verdicts or all."""
        with open_case(self.place) as repository:
            made = [one.ruling for one in repository.journal(after=1 + len(TEXTS))]
        return [one for one in made if not verdicts or one.verdict in verdicts]

    def undo(self, *rulings: Ruling) -> str:
        """Take rulings back as the button does."""
        return self.send("/undo", id=" ".join(one.id for one in rulings), back="/sources")
