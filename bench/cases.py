"""`python -m bench.cases`: how long a person waits at a case of a known size, against what was promised.

Without `--million` a case of 500 articles and 15,000 statements: the front page, search, one article added by
whole processes, and, where Chromium is there, the next statement of the review after a key. With it a case of a
million statements: full text, one source, the timeline, every list of the repository, every list command and
`sayso show`, every page of the desk, and bytes a statement. Times are medians of wall milliseconds: repository and
pages after one visit that warms caches, commands as whole processes, the start of Python included.

A case takes minutes to make; `--keep FOLDER` makes it once and finds it there again.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import math
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

from bench.filled import made, multiplied
from bench.served import Served, served
from sayso.app.cli import main as sayso
from sayso.model.keeping import Wanted
from sayso.store.opening import open_case
from sayso.store.repository import Repository

#: Runs of one thing; one that takes long is not run so often.
RUNS, ENOUGH = 9, 3.0
#: Words that few statements have, that many have, and two together; the last is a beginning.
WORDS: Final = ("Torvallan", "reservoir", "second rationing", "water")
#: Tables that a list of statements is made of; all else of a file is evidence, and records of other lists.
_LISTED: Final = ("statements", "stances", "columns", "timeline")


@dataclass(frozen=True, slots=True)
class Row:
    """One thing measured: what, how much, at most how much was promised (None: nothing), and in what."""

    name: str
    measured: float
    bar: float | None
    unit: str = "ms"

    @property
    def met(self) -> bool:
        """Whether the promise holds."""
        return self.bar is None or self.measured <= self.bar


def milliseconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median of some runs after a first one, which alone counts where it takes long."""
    taken = []
    for _ in range(runs + 1):
        began = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - began))
        if sum(taken) > 1000 * ENOUGH:
            break
    return statistics.median(taken[1:] or taken)


def small(place: str, folder: Path) -> Iterator[Row]:
    """A case as people work at: 500 articles, 15,000 statements."""
    with served(place, folder) as desk:
        yield Row("desk: front page", _page(desk, "/"), 300)
        for words in WORDS:
            yield Row(f"desk: search for {words}", _page(desk, f"/search?q={quote(words)}"), 100)
            yield Row(f"desk: statements with {words}", _page(desk, f"/statements?search={quote(words)}"), 100)
    for words in WORDS:
        yield Row(f"sayso statements --search {words}, without the start", _within(place, words), 100)
    yield Row(
        "sayso statements --search, the whole process", _process(["statements", place, "--search", WORDS[0]]), None
    )
    yield Row("sayso add, one article, the whole process", _added(place, folder), 3000)
    if shutil.which("chromium"):
        yield Row("review: from a key to the next statement", _reviewed(place), 100)


def _within(place: str, words: str) -> float:
    """The command without the start of its process."""

    def run() -> None:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            sayso(["statements", place, "--search", words])

    return milliseconds(run)


def _process(words: Sequence[str], runs: int = 3) -> float:
    """A command as a whole process; CalledProcessError where it fails, but for having found nothing."""

    def run() -> None:
        done = subprocess.run([sys.executable, "-m", "sayso", *words], check=False, capture_output=True)
        if done.returncode not in {0, 4}:
            raise subprocess.CalledProcessError(done.returncode, done.args, done.stdout, done.stderr)

    return milliseconds(run, runs)


def _added(place: str, folder: Path) -> float:
    """One new article put into a copy of the case, another each time, read by the brain that cases have."""
    copy = folder / "added.sayso"
    shutil.copyfile(place, copy)
    taken = []
    for number in range(4):
        path = folder / f"new{number}.txt"
        path.write_text(
            f"Dam {number}\n\nMinister Ada Lind said on Friday that the dam of Varn{number} will be closed by 20 "
            "May. Olaf Krag, who runs the water office, denied that a second rationing was planned.\n\n"
            + "The guild of farmers expects that fields will probably stay dry until June. "
            * 12
        )
        began = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "sayso", "add", str(copy), str(path)], check=True, capture_output=True
        )
        taken.append(1000 * (time.perf_counter() - began))
    copy.unlink()
    return statistics.median(taken)


def _reviewed(place: str) -> float:
    from tests.app.desks import ADA, serving  # noqa: PLC0415 - of the development group

    from bench.review import reviewed  # noqa: PLC0415 - as above

    with serving(place) as address:
        return statistics.median(reviewed(address, ADA.token, 100, 0))


class _TooLargeError(Exception):
    """A page that is not made for a case of this size."""


def _page(desk: Served, path: str) -> float:
    """A page of the desk; infinite where the case is too large for it, ValueError where it is not there."""
    line = desk.line()

    def visit() -> None:
        status, body = desk.get(line, path)
        if status == 503:
            raise _TooLargeError
        if status not in {200, 303, 307}:
            told = re.search(rb"<h1[^>]*>(.*?)</h1>", body)
            raise ValueError(f"{path}: {status} {told[1].decode() if told else ''}")

    try:
        return milliseconds(visit)
    except _TooLargeError:
        return math.inf
    finally:
        line.close()


def million(place: str, folder: Path) -> Iterator[Row]:
    """A case of a million statements."""
    with open_case(place, writing=False) as repository:
        yield from _promised(repository)
        for name, work in _lists(repository):
            yield Row(f"repository: {name}", milliseconds(work), 1000)
        ids = _ids(repository)
        yield from _bytes(repository)
    for words in _commands(place, ids):
        name = " ".join(["sayso", words[0], *words[2:]])
        yield Row(name, _process(words), 1000)
    with served(place, folder) as desk:
        for path in _paths(ids):
            yield Row(f"desk: {path}", _page(desk, path), 1000)


def _promised(repository: Repository) -> Iterator[Row]:
    """What has a bar of its own."""
    for words in WORDS:
        wanted = Wanted(search=words, order="rank", limit=20)
        total = repository.lines(wanted, counts=False).total
        taken = milliseconds(lambda w=wanted: repository.lines(w, counts=False))  # type: ignore[misc]  # bound now
        yield Row(f"full text, top 20 of {total:,}: {words}", taken, 2)
    for name, id_ in _sources(repository):
        wanted = Wanted(source=id_, order="said", limit=50)
        total = repository.lines(wanted, counts=False).total
        taken = milliseconds(lambda w=wanted: repository.lines(w, counts=False))  # type: ignore[misc]  # as above
        yield Row(f"{name} by date, 50 of {total:,}", taken, 1)
    yield Row("timeline", milliseconds(repository.days), 10)


def _sources(repository: Repository) -> Iterator[tuple[str, str]]:
    """The source with most statements, and one in the middle."""
    found, total = repository.parts("source", limit=1)
    yield "the largest source", str(found[0]["id"])
    yield "a source", str(repository.parts("source", after=total // 20, limit=1)[0][0]["id"])


def _lists(repository: Repository) -> Iterator[tuple[str, Callable[[], object]]]:
    """Every list of the repository, with filters and counts."""
    ids = _ids(repository)
    plain: dict[str, Mapping[str, str]] = {
        "all": {}, "by effect": {"order": "effect"}, "by day": {"order": "said"}, "denials": {"lean": "deny"},
        "persons": {"role": "person"}, "not reviewed": {"state": "open", "order": "effect"},
        "likely": {"certainty": "likely"}, "of two weeks": {"since": "2024-11-05", "until": "2024-11-19"},
        "of an origin": {"origin": ids["origin"]}, "of an article": {"article": ids["article"]},
        "of a source": {"source": ids["source"], "order": "effect"},
        **{f"with {words}": {"search": words, "order": "rank"} for words in WORDS},
        "with water, denials by effect": {"search": "water", "lean": "deny", "order": "effect"},
    }  # fmt: skip
    for name, given in plain.items():
        wanted = Wanted(**given)  # type: ignore[arg-type]  # names of its fields
        yield f"statements {name}, with counts", lambda w=wanted: repository.lines(w)  # type: ignore[misc]  # as above
    kinds = [row[0] for row in repository.database.query("SELECT DISTINCT kind FROM parts")]
    for kind in sorted(kinds):
        yield f"{kind} records", lambda k=kind: repository.parts(k)  # type: ignore[misc]  # as above
    for kind in ("source", "root", "time", "amount", "forecast"):
        yield f"{kind} records with water", lambda k=kind: repository.parts(k, search="water")  # type: ignore[misc]  # as above
    yield "articles", repository.articles
    yield "articles with water", lambda: repository.search_articles("water")
    yield "stand", repository.stand
    yield "history", lambda: repository.journal(limit=50)
    yield "moments", repository.moments


def _ids(repository: Repository) -> dict[str, str]:
    """An id of each kind: of things in the middle of their lists, neither the largest nor the least."""
    out = {}
    for kind, name in (("source", "source"), ("root", "origin"), ("amount", "amount")):
        total = repository.parts(kind, limit=1)[1]
        out[name] = str(repository.parts(kind, after=total // 50, limit=1)[0][0]["id"])
        out[f"large {name}"] = str(repository.parts(kind, limit=1)[0][0]["id"])
    out["hypothesis"] = str(repository.parts("hypothesis", limit=1)[0][0]["id"])
    line = repository.lines(Wanted(order="effect", limit=1), counts=False).rows[0]
    out["statement"], out["article"] = line.id, line.article
    return out


def _commands(place: str, ids: Mapping[str, str]) -> Iterator[list[str]]:
    """Every command that lists."""
    for more in (
        [], ["--order", "effect"], ["--search", "water"], ["--source", ids["source"]], ["--stance", "deny"],
        ["--state", "open", "--order", "effect"], ["--counts"],
    ):  # fmt: skip
        yield ["statements", place, *more]
    for name in ("sources", "origins", "times", "amounts", "forecasts"):
        yield [name, place]
        yield [name, place, "--search", "water"]
    yield ["articles", place]
    yield ["articles", place, "--search", "water"]
    yield ["ach", place]
    yield ["history", place, "--limit", "50"]
    yield ["show", place]


def _paths(ids: Mapping[str, str]) -> Iterator[str]:
    """Every address of the desk that shows something, with an id where it needs one."""
    from sayso.app.desk.serve import VIEWS  # noqa: PLC0415 - the desk is slow to load

    routes = {
        route.path
        for name in VIEWS
        for route in __import__(f"sayso.app.desk.{name}", fromlist=["ROUTES"]).ROUTES
        if "GET" in (route.methods or ())
    }
    for path in sorted(routes):
        if path not in _FILLED:
            yield path
            continue
        for told in _FILLED[path]:
            yield re.sub(r"\{([\w ]+)\}", lambda found: quote(ids[found[1]], safe=""), told)


#: Addresses that need an id or a word, filled in; none where a job or a pair must be there first.
_FILLED: Final[Mapping[str, Sequence[str]]] = {
    "/statements": ("/statements", "/statements?search=water", "/statements?lean=deny&order=said"),
    "/statements/{id}": ("/statements/{statement}",),
    "/articles/{id}": ("/articles/{article}",),
    "/articles": ("/articles", "/articles?search=water"),
    "/sources/{id}": ("/sources/{source}", "/sources/{large source}"),
    "/sources": ("/sources", "/sources?search=water"),
    "/origins/{id}": ("/origins/{origin}", "/origins/{large origin}"),
    "/origins": ("/origins", "/origins?bearing=1", "/origins?search=water"),
    "/amounts/{id}": ("/amounts/{amount}",),
    "/grid/{origin}/{hypothesis}": ("/grid/{origin}/{hypothesis}",),
    "/search": ("/search?q=water", "/search?q=Torvallan"),
    "/review/names": ("/review/names?q=tor&item={statement}",),
    "/sources/pairs/{id}": (),
    "/jobs/{number:int}": (),
}


def _bytes(repository: Repository) -> Iterator[Row]:
    """What a statement takes: its row, stances and indexes, its words in full text, and what it is counted by."""
    query = repository.database.query
    size = repository.stand().statements
    sizes: dict[str, int] = dict(query("SELECT name, sum(pgsize) FROM dbstat GROUP BY name"))
    tables: dict[str, str] = dict(query("SELECT name, tbl_name FROM sqlite_master"))
    listed = sum(
        taken for name, taken in sizes.items()
        if tables.get(name, name) in _LISTED or name.startswith("statements_fts")
    )  # fmt: skip
    yield Row("bytes a statement", listed / size, 450, "B")
    yield Row("bytes a statement, the whole file with texts and records", sum(sizes.values()) / size, None, "B")


def lines(rows: Sequence[Row]) -> list[str]:
    """The table: name, measured, bar, whether it is met."""
    wide = max(len(row.name) for row in rows)
    out = [f"{'name':{wide}s} | {'measured':>11s} | {'bar':>8s} | met"]
    for row in rows:
        bar = "" if row.bar is None else f"{row.bar:g} {row.unit}"
        met = "" if row.bar is None else "yes" if row.met else "NO"
        out.append(f"{row.name:{wide}s} | {row.measured:8.1f} {row.unit:2s} | {bar:>8s} | {met}".rstrip())
    return out


def main(given: Sequence[str] | None = None) -> int:
    """Print the table; 1 where a bar is missed."""
    parser = argparse.ArgumentParser(prog="python -m bench.cases", description=__doc__)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--statements", type=int, default=15_000, help="of all articles together")
    parser.add_argument(
        "--million", type=int, nargs="?", const=1_000_000, help="a case of so many statements made of it"
    )
    parser.add_argument("--keep", metavar="FOLDER", help="where cases are made, and found again")
    arguments = parser.parse_args(given)
    with contextlib.ExitStack() as stack:
        name = arguments.keep or stack.enter_context(tempfile.TemporaryDirectory(prefix="cases-"))
        folder = Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        base = _kept(folder / f"{arguments.articles}x{arguments.statements}.sayso", lambda path: made(
            path, arguments.articles, arguments.statements
        ))  # fmt: skip
        if arguments.million:
            large = folder / f"{arguments.million}.sayso"
            place = _kept(large, lambda path: multiplied(base, path, arguments.million))
            rows = list(million(place, folder))
        else:
            rows = list(small(base, folder))
    print("\n".join(lines(rows)))
    return 0 if all(row.met for row in rows) else 1


def _kept(path: Path, make: Callable[[Path], str]) -> str:
    """The place of a case that is there, or is made now: under another name until it is done."""
    if not path.exists():
        part = path.with_suffix(".part")
        part.unlink(missing_ok=True)
        make(part)
        part.rename(path)
    return str(path)


if __name__ == "__main__":
    sys.exit(main())
