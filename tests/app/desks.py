"""A desk that really listens, for tests in a browser, and a case whose texts are awkward to point into."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import uvicorn
from tests.app.deskcases import AT, HOSTILE, kept

from sayso.app.desk.people import Person
from sayso.app.desk.security import Door, hosts
from sayso.app.desk.serve import Opening, application
from sayso.model.answers import Answers
from sayso.model.article import Article
from sayso.model.case import Case
from sayso.model.span import content_id
from sayso.pipeline import Question, build, load_brain
from sayso.showing.caserecords import parts
from sayso.store.opening import open_case

ADA, BO = Person("Ada", "a" * 24), Person("Bo", "b" * 24)
ASK = "Will the harbour of Orsund close by 30 June 2031?"
#: Characters beyond the basic plane, a combining mark, line breaks of three kinds, and a word that stands twice.
AWKWARD = (
    "Harbour 🛳️🛳️ news\r\n\r\n"
    "Mayor Ida Tarn 😀 said that the harbour of Orsund will close by 12 June, café staff first.\r\n\r\n"
    "“We will close it 🚧 soon,” Tarn said.\r\nAccording to the port office, 300 boats must leave.\n\n"
    "Tarn denied that the harbour of Orsund would close by 30 June."
)
LONG = "The guild said that the harbour of Orsund will close by 30 June. " + "Nobody answered the calls. " * 4000


def awkward() -> tuple[Case, Answers]:
    """A case of three articles: one with awkward characters, one hostile, one with a very long paragraph."""
    texts = (
        ("Orsund Post", AWKWARD),
        ("Fjord Wire", f"Wire\n\nBo {HOSTILE} Krag said that the harbour of Orsund may close. He said {HOSTILE}."),
        ("Guild Paper", f"Guild\n\n{LONG}"),
    )
    articles = [
        Article(
            content_id("a", text),
            f"{outlet}.txt",
            text,
            sha256(text.encode()).hexdigest(),
            outlet=outlet,
            language="en",
        )
        for outlet, text in texts
    ]
    return build(articles, Question(ASK), load_brain("rules"))


def weighted(place: Path, made: tuple[Case, Answers] | None = None) -> str:
    """A case kept in a file, its statements with effects that fall in the order of the text."""
    where = kept(place, made)
    with open_case(where) as repository:
        found = repository.derived()
        assert found is not None
        ids = [one.id for page in found[0].pages for one in (*page.statements, *page.own_voice)]
        effects = {id_: round(0.1 / (number + 1), 6) for number, id_ in enumerate(ids)}
        number = repository.stand().number
        repository.keep(*found, number=number, at=AT, seconds=1.0, effects=effects, parts=parts(*found))
    return where


@contextmanager
def serving(place: str) -> Iterator[str]:
    """The address of a desk for a case, as long as the block runs."""
    config = uvicorn.Config(lambda: None, port=0, log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    listener = config.bind_socket()
    port = listener.getsockname()[1]
    door = Door((ADA, BO), hosts("127.0.0.1", port))
    config.app = application(Opening(place, door, auto=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(timeout=10)
