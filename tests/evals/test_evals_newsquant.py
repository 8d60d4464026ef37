"""The measure of amounts: values, bounds and ranges of all that the gold has; which nouns count as named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals import counted, newsquant
from sayso.model.amounts import Amount
from sayso.model.span import Span


def row(text: str, *quantities: tuple[str, str]) -> dict[str, object]:
    """A sentence with its gold: marks and values."""
    return {"text": text, "quantities": [{"change": mark, "value": value} for mark, value in quantities]}


def test_values_bounds_and_ranges(tmp_path: Path) -> None:
    """What is not found is wrong in each share; "up" and "down" leave a number exact."""
    path = tmp_path / "rows.json"
    rows = [
        row("They lost at least 40 pumps.", (">", "40.0")),
        row("They lost about 5 to 7 pumps.", ("~", "5-7")),
        row("They lost pumps.", ("<", "12"), ("=", "3-4")),
        row("Sales rose 8 per cent.", ("up", "8")),
    ]
    path.write_text(json.dumps(rows), "utf-8")
    told = newsquant.figures(path)
    assert told["value precision"] == 100
    assert told["value recall"] == pytest.approx(60)
    assert told["bounds, marked"] == pytest.approx(200 / 3)
    assert told["bounds, all"] == pytest.approx(60)
    assert told["ranges"] == 50


@pytest.mark.parametrize(
    ("noun", "unit", "right"),
    [
        ("seekers", "asylum seekers", True),
        ("Seekers", "asylum seekers", True),
        ("asylum", "asylum seekers", False),
        ("kilometres", "km", True),
        ("km", "km²", True),
        ("pumps", None, False),
    ],
)
def test_named_nouns(noun: str, unit: str | None, right: bool) -> None:  # noqa: FBT001 - a row of a table
    """A noun is named where the unit ends in it, or is its sign."""
    amount = Amount("a", Span(0, 1), "5", 5.0, 5.0, "exact", unit)
    assert counted.Counted("d", Span(0, 1), noun, "", amount).right is right


def test_parts_are_fixed() -> None:
    """A document is in one part by its name alone."""
    parts = [counted.part_of(f"GUM_news_{number}") for number in range(200)]
    assert parts == [counted.part_of(f"GUM_news_{number}") for number in range(200)]
    assert 50 < parts.count("held") < 110


def test_pairs_of_numbers_and_nouns(tmp_path: Path) -> None:
    """A number counts the noun behind it that its tree hangs it on; lengths of time are left out."""
    words = [("900", "CD"), ("boats", "NNS"), ("in", "IN"), ("three", "CD"), ("years", "NNS"), (".", "SENT")]
    (tmp_path / "dep").mkdir()
    (tmp_path / "xml").mkdir()
    heads = {0: ("2", "nummod"), 3: ("5", "nummod")}
    rows = [
        "\t".join((str(index + 1), form, "_", "_", "_", "_", *heads.get(index, ("0", "dep"))))
        for index, (form, _) in enumerate(words)
    ]
    (tmp_path / "dep" / "one.conllu").write_text("\n".join(rows) + "\n\n", "utf-8")
    lines = ["<p>", "<s>", *(f"{form}\t{tag}\t{form}" for form, tag in words), "</s>", "</p>"]
    (tmp_path / "xml" / "one.xml").write_text("\n".join(lines), "utf-8")
    found = list(counted.counted(tmp_path, counted.part_of("one")))
    assert [(one.noun, one.right) for one in found] == [("boats", True)]
