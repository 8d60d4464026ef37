"""The documentation runs: every command and program it shows, and every link it makes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("README.md")],
    key=lambda path: path.relative_to(ROOT).as_posix(),
)
FENCE = re.compile(r"^(?P<indent> *)```(?P<language>\w*)\n(?P<body>.*?)^(?P=indent)```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|mailto:)(?P<target>[^)#\s]+)(?:#[^)]*)?\)")
TOOLS = ("jq", "make", "git")
NOUNS = """
    Article Block Source Statement Hop Commitment Interval Amount Quantity Origin Copy Hypothesis Stance Clash
    Forecast Outcome Score Reason Answer Without Note Ruling Span Ref Merge Role Case Attribution Tagger Entailer
    Cue Content Chain Via Force Non-denial Relay As-of Log-odds Yardstick Furniture
"""


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page, without its indentation, and the line on which its first line stands."""

    language: str
    body: str
    line: int


@dataclass(frozen=True, slots=True)
class Command:
    """A shown command and the output lines shown under it."""

    words: str
    output: tuple[str, ...]
    line: int


def blocks(path: Path) -> Iterator[Block]:
    """The fenced blocks of a page."""
    page = path.read_text(encoding="utf-8")
    for found in FENCE.finditer(page):
        indent = len(found["indent"])
        body = "".join(line[indent:] + "\n" for line in found["body"].splitlines())
        yield Block(found["language"], body, page.count("\n", 0, found.start()) + 2)


def commands(block: Block) -> list[Command]:
    """What a block tells the reader to type: lines that start with `$ `, each with the lines under it."""
    found: list[Command] = []
    for number, line in enumerate(block.body.splitlines(), start=block.line):
        if line.startswith("$ "):
            found.append(Command(line[2:], (), number))
        elif found:
            last = found[-1]
            found[-1] = Command(last.words, (*last.output, line), last.line)
    return found


def unseen(shown: tuple[str, ...], printed: str) -> str | None:
    """The first line of `shown` that does not occur in `printed` in order, `…` standing for anything; else None."""
    lines, at = printed.splitlines(), 0
    for line in filter(None, (line.strip() for line in shown)):
        pattern = re.compile(".*".join(map(re.escape, line.split("…"))))
        while line != "…":
            if at == len(lines):
                return line
            at += 1
            if pattern.fullmatch(lines[at - 1].strip()):
                break
    return None


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder as a reader has it after cloning: the examples, and nothing that a run has left."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    return tmp_path


def run(words: list[str], desk: Path) -> subprocess.CompletedProcess[str]:
    """A command run on the desk, with this environment's programs first."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "NO_COLOR": "1", "COLUMNS": "100"}
    return subprocess.run(
        words, cwd=desk, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False
    )


def pages_with(language: str, sign: str = "") -> list[Path]:
    """The pages that hold a block of `language` ("" for any) with `sign` at the start of a line."""
    return [
        page
        for page in PAGES
        if any(
            language in {"", block.language} and re.search(rf"^{re.escape(sign)}", block.body, re.MULTILINE)
            for block in blocks(page)
        )
    ]


def name(path: Path) -> str:
    """A page's path from the root."""
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", pages_with("", "$ "), ids=name)
def test_commands_shown_do_what_is_shown(page: Path, desk: Path) -> None:
    """Every command of a page, run in order in one folder, succeeds and prints the lines under it."""
    for block in blocks(page):
        for command in commands(block):
            missing = [
                tool for tool in TOOLS if re.search(rf"\b{tool}\b", command.words) and not shutil.which(tool)
            ]
            if missing:
                pytest.skip(f"not installed here: {', '.join(missing)}")
            done = run(["bash", "-o", "pipefail", "-c", command.words], desk)
            place = f"{name(page)}:{command.line}: {command.words}\n"
            assert done.returncode == 0, f"{place}exit {done.returncode}: {done.stderr[-1500:]}"
            lost = unseen(command.output, done.stdout + done.stderr)
            assert lost is None, f"{place}does not print: {lost}\nbut:\n{done.stdout[:3000]}{done.stderr[:1000]}"


@pytest.mark.parametrize("page", pages_with("python"), ids=name)
def test_programs_shown_run(page: Path, desk: Path) -> None:
    """Every Python block of a page runs as it stands."""
    for block in blocks(page):
        if block.language == "python":
            done = run([sys.executable, "-c", block.body], desk)
            assert done.returncode == 0, f"{name(page)}:{block.line}: {done.stderr[-1500:]}"


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of the repository names one that is there."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    missing = [found["target"] for found in LINK.finditer(text) if not (page.parent / found["target"]).exists()]
    assert missing == []


def test_the_glossary_explains_the_nouns() -> None:
    """Every noun of the model has an entry of its own, and no entry is empty or stands twice."""
    parts = re.split(r"^### (.+)$", (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    entries = dict(zip(parts[1::2], parts[2::2], strict=True))
    assert len(entries) == len(parts) // 2
    assert [noun for noun in NOUNS.split() if noun not in entries] == []
    assert all(len(text.split()) >= 12 for text in entries.values())


def test_shown_output_is_compared_line_by_line() -> None:
    """The comparison itself: dots stand for anything, order counts, a missing line is named."""
    printed = "As of 2031-05-03: unlikely\n\nDossier: brief.html\n"
    assert unseen(("As of …: unlikely", "…", "Dossier: brief.html"), printed) is None
    assert unseen(("Dossier: brief.html", "As of …"), printed) == "As of …"
    assert unseen(("Dossier",), printed) == "Dossier"


def test_every_explanation_is_in_the_index() -> None:
    """Each page under docs/why can be found from its index, and each guide from docs/start.md."""
    why = ROOT / "docs" / "why"
    linked = {(why / found["target"]).resolve() for found in LINK.finditer((why / "README.md").read_text("utf-8"))}
    assert [
        name(page) for page in PAGES if why in page.parents and page.name != "README.md" and page not in linked
    ] == []
    start = ROOT / "docs" / "start.md"
    told = {(start.parent / found["target"]).resolve() for found in LINK.finditer(start.read_text("utf-8"))}
    assert [name(page) for page in (start.parent / "howto").glob("*.md") if page not in told] == []


def test_the_summary_in_the_readme_is_what_the_story_gives(tmp_path: Path) -> None:
    """What the README shows of `make brief` is printed by it today, to the letter."""
    told = re.search(r'^ASK := "(.+)"$', (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert told
    story = ROOT / "examples" / "second-rationing"
    done = subprocess.run(
        [sys.executable, "-m", "sayso", "brief", story / "articles", "--manifest", story / "manifest.csv",
         "--ask", told[1], "-o", "brief.html"],
        cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout in [block.body for block in blocks(ROOT / "README.md")]
