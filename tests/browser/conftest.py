"""One Chromium for all browser tests; where there is none they are skipped and say so."""

import shutil
import sys
from pathlib import Path

import pytest

ROOT = str(Path(__file__).resolve().parents[2])
if ROOT not in sys.path:
    sys.path.insert(0, ROOT)

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium, started once."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("chromium is not installed (Debian: apt-get install chromium)")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (slow to import)

    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def files(tmp_path_factory):
    """The dossiers of the hand-made cases, by name."""
    from tests.showing import builders, webs  # noqa: PLC0415

    from sayso.showing.show import show  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("dossiers")
    made = {}
    for name in ("rich", "empty", "single", "crowded"):
        made[name] = folder / f"{name}.html"
        case = builders.crowded(40) if name == "crowded" else getattr(builders, name)()
        made[name].write_text(show(*case), encoding="utf-8")
    made["web"] = folder / "web.html"
    made["web"].write_text(show(*webs.web()), encoding="utf-8")
    made["story"] = folder / "story.html"
    made["story"].write_text(show(*story()), encoding="utf-8")
    return made


def story():
    """The case of the example story, built from its articles."""
    from sayso.pipeline import Question, build, load_brain  # noqa: PLC0415
    from sayso.reading.read import read  # noqa: PLC0415

    folder = Path(ROOT) / "examples" / "second-rationing"
    paths = sorted(str(path) for path in (folder / "articles").iterdir())
    found = read(paths, manifest=str(folder / "manifest.csv"))
    asked = "Will the government of Halverrin announce a second round of water rationing by 30 November 2024?"
    return build(found.articles, Question(asked), load_brain())


@pytest.fixture
def opened(browser, files):
    """A function that opens a dossier and gives the page; `requests` on it holds what the page asked for."""
    contexts = []

    def open_(name, width=1280, fragment="", **settings):
        context = browser.new_context(viewport={"width": width, "height": 900}, **settings)
        contexts.append(context)
        page = context.new_page()
        page.requests = []
        page.on("request", lambda request: page.requests.append(request.url))
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("dialog", lambda dialog: page.complaints.append(dialog.message))
        page.goto(files[name].as_uri() + fragment)
        return page

    yield open_
    for context in contexts:
        context.close()
