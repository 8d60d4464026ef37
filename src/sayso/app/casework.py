"""Work on a case that lasts: begun, added to, read, brought up to date, read anew.

Nothing here prints; what is under way is told to a callback. Time comes from a clock that is passed in, the person
by name. Articles and readings are kept one by one as they come, so that a run that is killed leaves what it had.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

import msgspec

from sayso import __version__
from sayso.app.talk import Progress, quiet
from sayso.brain.digests import digest
from sayso.errors import InputError
from sayso.model.answers import Answers
from sayso.model.article import Article
from sayso.model.case import Case
from sayso.model.keeping import Asked, Entry, Stand
from sayso.model.rereadings import Difference
from sayso.model.rulings import Ruling
from sayso.store.opening import create
from sayso.store.repository import Repository

if TYPE_CHECKING:
    from sayso.pipeline import Brain
    from sayso.reading.read import Taken

Clock = Callable[[], str]

#: An answer is brought up to date at once where the last time took less than so many seconds, or where it never was
#: and the case has fewer than so many articles.
QUICK, FEW = 2.0, 30

#: How often memory is swept for cycles: as in commands.py.
_SWEEPS: Final = (100_000, 50, 100)


@dataclass(frozen=True, slots=True)
class Known:
    """An input that the case has already: its path as given, and that under which the case has it."""

    path: str
    kept: str


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the inputs of one `add`, in the order given.

    `statements` tells by article how many were read in it, `faults` names articles that could not be read.
    """

    new: tuple[Article, ...] = ()
    statements: Mapping[str, int] = field(default_factory=dict)
    known: tuple[Known, ...] = ()
    failures: tuple[InputError, ...] = ()
    faults: tuple[str, ...] = ()


def create_case(place: str, asked: Asked, *, by: str, at: str) -> Repository:
    """A new case, open, with the answer before any article; SettingError where the question cannot be asked."""
    from sayso.app.rebuilding import unfounded  # noqa: PLC0415 - loads all rooms

    unfounded(asked)
    repository = create(place, asked, by=by, at=at)
    update(repository, clock=lambda: at)
    return repository


def add_inputs(
    repository: Repository,
    taken: Iterable[Taken | InputError],
    *,
    by: str,
    clock: Clock,
    progress: Progress = quiet,
    expected: int = 0,
) -> Added:
    """Keep and read the articles that the case has not yet, one after the other.

    `expected` is how many inputs there are, 0 where nobody knows. What an earlier run left unread is read, too.
    """
    reader = _Reader(repository, clock)
    reader.read_left(progress)
    held = _Held(repository)
    new: list[Article] = []
    known: list[Known] = []
    failures: list[InputError] = []
    for number, one in enumerate(taken, start=1):
        if isinstance(one, InputError):
            failures.append(one)
            continue
        kept = held.path(one.article, one.once)
        if kept is None and repository.add(one.article, one.raw, by=by, at=clock()):
            reader.read(one.article)
            new.append(one.article)
            held.take(one.article)
        else:
            known.append(Known(one.article.path, kept or one.article.path))
        progress(
            f"added {len(new)}{f', {number} of {expected} inputs' if expected > 1 else ''}: {one.article.path}"
        )
    return Added(tuple(new), reader.statements, tuple(known), tuple(failures), tuple(reader.faults))


class _Held:
    """The articles of a case, as far as they tell whether another one is new.

    The same bytes are the same article where they come from the same outlet and address, or where nothing is said
    of either: a reprint by another outlet is an article of its own.
    """

    def __init__(self, repository: Repository) -> None:
        self._paths: dict[str, str] = {}
        self._bytes: dict[str, str] = {}
        for item in repository.articles():
            if not item.left:
                self._paths[item.id] = self._bytes[item.raw_digest] = item.path

    def path(self, article: Article, once: str) -> str | None:
        """The path under which the case has an article, by its id or by that which it `once` had; else None."""
        found = self._paths.get(article.id) or self._paths.get(once)
        plain = article.outlet is None and article.url is None
        return found or (self._bytes.get(article.raw_digest) if plain else None)

    def take(self, article: Article) -> None:
        """Hold one more article."""
        self._paths[article.id] = self._bytes[article.raw_digest] = article.path


class _Reader:
    """Reads articles with the brain of the case, which is loaded with the first one."""

    def __init__(self, repository: Repository, clock: Clock, name: str | None = None) -> None:
        self.name = name or repository.asked().brain
        self.digest = digest(self.name, __version__)
        self.faults: list[str] = []
        self.statements: dict[str, int] = {}
        self._repository = repository
        self._clock = clock
        self._brain: Brain | None = None

    def read(self, article: Article) -> str:
        """Keep what the brain makes of an article; the name of the reading."""
        from sayso.pipeline import annotated, load_brain  # noqa: PLC0415 - as above

        if self._brain is None:
            self._brain = load_brain(self.name)
        page = annotated(article, self._brain)
        self.statements[article.id] = len(page.statements)
        self.faults += [f"{article.path}: {note.message}" for note in page.notes if note.code == "A299"]
        return self._repository.add_reading(page, self.name, self.digest, at=self._clock())

    def read_left(self, progress: Progress = quiet) -> int:
        """Read what has no reading yet; how many articles that were."""
        left = self._repository.unread()
        for number, article in enumerate(left, start=1):
            progress(f"reading {number} of {len(left)}: {article.path}")
            self.read(article)
        return len(left)


def due(stand: Stand) -> bool:
    """Whether the answer is brought up to date at once after something was added: it takes no time worth asking."""
    if stand.seconds is None:
        return stand.articles < FEW
    return stand.seconds < QUICK


def update(repository: Repository, *, clock: Clock, progress: Progress = quiet) -> tuple[Case, Answers]:
    """Bring the answer up to date: read what is unread, link and weigh, and keep what comes of it.

    Whatever the entries add that the answer is built from has a reading, also where another process adds meanwhile.
    """
    from sayso.app.rebuilding import Otherwise, built  # noqa: PLC0415 - as above
    from sayso.showing.caserecords import parts  # noqa: PLC0415 - as above
    from sayso.weighing.effects import effects  # noqa: PLC0415 - as above

    gc.set_threshold(*_SWEEPS)
    began = time.monotonic()
    reader, entries = _Reader(repository, clock), repository.journal()
    while reader.read_left(progress):
        entries = repository.journal()
    case, answers = built(repository, entries, Otherwise(remember=True), progress=progress)
    progress("what each statement moves")
    moves = effects(case, answers)
    progress("keeping")
    repository.keep(
        case, answers, number=entries[-1].number, at=clock(), seconds=time.monotonic() - began, effects=moves,
        parts=parts(case, answers),
    )  # fmt: skip
    progress("")
    return case, answers


@dataclass(frozen=True, slots=True)
class Reread:
    """What another model would change: the case as it is and as it would be, and the new readings by article."""

    before: tuple[Case, Answers]
    after: tuple[Case, Answers]
    readings: Mapping[str, str]
    brain: str
    differences: tuple[Difference, ...]


def reread(repository: Repository, name: str | None, *, clock: Clock, progress: Progress = quiet) -> Reread:
    """Read every article of the case with the brain called `name` (None: its own), as it is now, beside the old.

    The readings are kept, and count only where they are adopted. An article that this model has read is not read
    again.
    """
    from sayso.app.rebuilding import Otherwise, built  # noqa: PLC0415 - as above

    reader = _Reader(repository, clock, name)
    reader.read_left(progress)
    wanted = f"{reader.name}-{reader.digest[:6]}"
    items = [item for item in repository.articles() if not item.left]
    readings: dict[str, str] = {}
    for number, item in enumerate(items, start=1):
        progress(f"reading {number} of {len(items)}: {item.path}")
        held = wanted in repository.readings(item.id)
        readings[item.id] = wanted if held else reader.read(repository.article(item.id))
    entries = repository.journal()
    before = built(repository, entries, Otherwise(remember=True), progress=progress)
    after = built(repository, entries, Otherwise(instead=readings, remember=True), progress=progress)
    progress("")
    return Reread(before, after, readings, reader.name, _differences(repository, readings))


def _differences(repository: Repository, readings: Mapping[str, str]) -> tuple[Difference, ...]:
    """What the new readings have otherwise, article by article."""
    from sayso.app.rebuilding import concerning, page_in  # noqa: PLC0415 - as above
    from sayso.linking.rereading import differences, holding, of_articles  # noqa: PLC0415 - as above

    mine = of_articles(entry.ruling for entry in repository.journal())
    out: list[Difference] = []
    for article, name in readings.items():
        made = concerning(mine, article)
        old, new = page_in(repository, article, made, None), repository.page(article, name)
        if old:
            out += differences(old, new, holding(made, new))
    return tuple(out)


def adopt(repository: Repository, found: Reread, *, by: str, at: str, why: str) -> tuple[Entry, ...]:
    """Let the readings of `found` count from now on, and its brain read what comes; the entries that say so."""
    counting_now = {item.id: item.reading for item in repository.articles()}
    rulings = [
        Ruling(article, "adopt", by, at, why, reading)
        for article, reading in found.readings.items()
        if counting_now.get(article) != reading
    ]
    asked = repository.asked()
    if asked.brain != found.brain:
        told = msgspec.json.encode(replace(asked, brain=found.brain)).decode()
        rulings.append(Ruling("question", "ask", by, at, why, told))
    return repository.rule(rulings) if rulings else ()
