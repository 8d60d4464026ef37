"""The ten laws that can be read off the source: rooms, purity, frozen records, verbs, names, sizes."""

import ast
import dataclasses
import importlib
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso
from sayso.model.notes import CODES

HOUSE = Path(sayso.__file__).parent
ROOT = HOUSE.parent.parent
PURE = ("model", "lang", "annotating", "linking", "weighing")
WORKING = {"reading": "read", "annotating": "annotate", "linking": "link", "weighing": "weigh", "showing": "show"}
FILES = sorted(HOUSE.rglob("*.py"))
BANNED_NAMES = re.compile(r"(util|helper|common|misc|(?<!data)base|manager|handler)s?$")


def test_one_way():
    """Law 1: the rooms stand in layers, siblings do not know each other, no room has an import cycle."""
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-logo", "--config", ROOT / "pyproject.toml"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


@pytest.mark.parametrize("file", [f for f in FILES if f.relative_to(HOUSE).parts[0] in PURE], ids=str)
def test_pure_inside(file):
    """Law 2: the pure rooms read no file, clock, environment, randomness or network, and print nothing."""
    banned_modules = {"os", "io", "pathlib", "random", "secrets", "socket", "urllib", "time", "sys", "subprocess"}
    banned_calls = {"open", "print", "input", "exec", "eval", "now", "today", "utcnow", "getenv"}
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            assert not banned_modules & {alias.name.split(".")[0] for alias in node.names}, ast.unparse(node)
        if isinstance(node, ast.ImportFrom):
            assert (node.module or "").split(".")[0] not in banned_modules, ast.unparse(node)
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            assert name not in banned_calls, ast.unparse(node)


def records() -> Iterator[type]:
    """Every dataclass defined in the house."""
    for info in pkgutil.walk_packages([str(HOUSE)], "sayso."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        for thing in vars(module).values():
            if isinstance(thing, type) and dataclasses.is_dataclass(thing) and thing.__module__ == info.name:
                yield thing


def test_frozen():
    """Law 4: every record is frozen and slotted, and none of the nouns holds a list, dict or set."""
    for record in records():
        parameters = vars(record)["__dataclass_params__"]
        assert parameters.frozen, record
        assert "__slots__" in vars(record), record
        if record.__module__.startswith("sayso.model."):
            for field in dataclasses.fields(record):
                assert not re.search(r"\b(list|dict|set)\[", str(field.type)), (record, field.name)


def test_verbs_first():
    """Law 9: each working room has one file named by its verb, with a function of that name."""
    for room, verb in WORKING.items():
        module = importlib.import_module(f"sayso.{room}.{verb}")
        assert callable(getattr(module, verb)), room


def test_hallway_is_short():
    """The pipeline names the five verbs in order and stays under 100 lines."""
    text = (HOUSE / "pipeline.py").read_text("utf-8")
    assert len(text.splitlines()) < 100


def test_names():
    """Law 10 and the habits: no drawer for odds and ends; lang holds constants only."""
    for file in FILES:
        assert not BANNED_NAMES.search(file.stem), file
    for file in (HOUSE / "lang").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            assert not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda), (file, node.lineno)


def functions() -> Iterator[tuple[Path, ast.FunctionDef]]:
    """Every function of the house with its file."""
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield file, node


def test_sizes():
    """Files have at most 400 lines; functions at most 60, and 19 of 20 of them at most 30."""
    for file in FILES:
        assert len(file.read_text("utf-8").splitlines()) <= 400, file
    lengths = sorted((body_lines(node), f"{file.name}:{node.name}") for file, node in functions())
    assert lengths[-1][0] <= 60, lengths[-1]
    assert lengths[int(len(lengths) * 0.95)][0] <= 30, [length for length in lengths if length[0] > 30]


def body_lines(node: ast.FunctionDef) -> int:
    """Lines of a function without its signature and docstring."""
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_tests_say_what_they_show():
    """Every test has a one-line docstring that names the behaviour."""
    for file in (ROOT / "tests").rglob("test_*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                assert ast.get_docstring(node), f"{file}:{node.lineno} {node.name}"


def test_notes_are_documented_and_used():
    """Law 7: every note code is in the reference, and the code that gives it is there."""
    reference = (ROOT / "docs" / "reference" / "notes.md").read_text("utf-8")
    source = "\n".join(file.read_text("utf-8") for file in FILES if file.name != "notes.py")
    for code, meaning in CODES.items():
        assert f"| {code} | {meaning} |" in reference, code
        assert f'"{code}"' in source, f"{code} is given nowhere"
    assert set(re.findall(r"^\| ([A-Z]\d{3}) \|", reference, re.MULTILINE)) == set(CODES)


def tracked() -> list[Path]:
    """Files that belong to the project, by git where there is a repository."""
    done = subprocess.run(["git", "ls-files"], capture_output=True, text=True, check=False, cwd=ROOT)
    return [ROOT / line for line in done.stdout.splitlines() if (ROOT / line).is_file()]


def test_speaks_of_itself_alone():
    """No lock or source names a registry's host or a path of the machine it was written on."""
    hosts = re.compile(r"https?://[\w.-]*(pypi|pythonhosted|npmjs|deb\.debian)|/root/|/opt/pypi|/work/")
    me = Path(__file__)
    for file in tracked():
        if file != me and file.suffix not in {".png", ".onnx"}:
            found = hosts.search(file.read_text("utf-8", errors="replace"))
            assert not found, (file, found)
