"""`python -m bench.review`: milliseconds from a key to the next statement of the review, in a scripted browser.

A case of 500 articles and 15,000 statements is read by rules and kept without being linked: sources, origins and
stances are what listing and reviewing take from rows, however they were found. Each statement has an effect, so
that the queue has its real order. Two paces: a key as soon as the next statement stands there, and after 300 ms.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from sayso.model.article import Article
from sayso.model.case import Case
from sayso.model.keeping import Asked
from sayso.model.span import content_id
from sayso.model.times import Dating, Interval
from sayso.pipeline import Question, annotated, build, load_brain
from sayso.store.opening import create

ASK: Final = "Will the harbour of Orsund close by 30 June 2031?"
AT: Final = "2031-05-06T10:00:00.000000+00:00"

#: What the page itself is asked: from the event of a key to the frame that shows the next statement.
_WATCH: Final = """
window.taken = [];
let pressed = 0;
addEventListener('keydown', () => { pressed = performance.now(); }, true);
addEventListener('sayso:item', () => {
  const from = pressed;
  requestAnimationFrame(() => { if (from) window.taken.push(performance.now() - from); });
});
"""


def texts(articles: int, statements: int) -> Iterator[tuple[str, str]]:
    """Outlets and texts, invented, each with that many statements of different words."""
    people = ("Ida Tarn", "Per Ahl", "Mira Solt", "Bo Krag", "Olaf Lind", "Nina Brek")
    cues = ("said", "denied", "expects", "insisted", "warned")
    for number in range(articles):
        lines = [
            f"Mayor {people[(number + one) % 6]} {cues[one % 5]} that dock {number}-{one} of Orsund will close by "
            f"{one % 28 + 1} June with {100 + one} boats."
            for one in range(statements)
        ]
        yield f"Orsund Paper {number % 40}", f"Harbour news {number}\n\n" + "\n\n".join(lines)


def made(place: Path, articles: int, statements: int) -> str:
    """The place of a case of that size."""
    brain = load_brain("rules")
    pages = []
    small, answers = build([], Question(ASK), brain)
    with create(str(place), Asked(ASK, brain="rules"), by="Ada", at=AT) as repository:
        for number, (outlet, text) in enumerate(texts(articles, statements)):
            raw = text.encode()
            day = date(2031, 1, 1) + timedelta(number % 120)
            article = Article(
                content_id("a", text), f"{number}.txt", text, sha256(raw).hexdigest(), outlet=outlet,
                title=f"Harbour news {number}", published=Dating(Interval(day, day), "given"),
            )  # fmt: skip
            page = annotated(article, brain)
            repository.add(article, raw, by="Ada", at=AT)
            repository.add_reading(page, "rules", "0" * 64, at=AT)
            pages.append(page)
        case = Case(small.question, small.as_of, small.hypotheses, tuple(pages))
        ids = [one.id for page in pages for one in (*page.statements, *page.own_voice)]
        effects = {id_: round(0.2 / (7919 * at % len(ids) + 1), 6) for at, id_ in enumerate(ids)}
        number = repository.stand().number
        repository.keep(case, answers, number=number, at=AT, seconds=9.0, effects=effects, parts={})
    return str(place)


def reviewed(address: str, token: str, count: int, pause: int) -> list[float]:
    """Milliseconds from a key to the next statement, for `count` statements accepted or rejected in turn."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (of the development group)

    flags = ["--headless", "--no-sandbox", "--disable-gpu"]
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        page: Any = browser.new_page(viewport={"width": 1280, "height": 900})
        page.add_init_script(_WATCH)
        page.goto(f"{address}/help?token={token}")
        page.goto(f"{address}/review")
        page.wait_for_timeout(1000)
        for number in range(count):
            before = page.locator("article[data-id]").get_attribute("data-id")
            page.keyboard.press("x" if number % 4 == 3 else "a")
            page.locator(f'article[data-id]:not([data-id="{before}"])').wait_for()
            if pause:
                page.wait_for_timeout(pause)
        page.wait_for_timeout(500)
        taken: list[float] = page.evaluate("window.taken")
        browser.close()
    return taken


def main(given: Sequence[str] | None = None) -> int:
    """Print the medians; 0."""
    from tests.app.desks import ADA, serving  # noqa: PLC0415 (a desk that listens)

    parser = argparse.ArgumentParser(prog="python -m bench.review", description=__doc__)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--statements", type=int, default=30, help="of each article")
    parser.add_argument("--count", type=int, default=100, help="statements to review at each pace")
    parser.add_argument("--case", help="the place of a case to review in, in place of one made for this")
    arguments = parser.parse_args(given)
    with tempfile.TemporaryDirectory() as folder:
        place = arguments.case or made(Path(folder) / "bench.sayso", arguments.articles, arguments.statements)
        with serving(place) as address:
            for pause in (0, 300):
                taken = reviewed(address, ADA.token, arguments.count, pause)
                median, slow = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
                print(f"pause {pause:3d} ms: {len(taken)} items, median {median:.1f} ms, p95 {slow:.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
