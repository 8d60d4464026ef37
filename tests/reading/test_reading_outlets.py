"""The user's table of outlets: what it gives, and how a wrong one is refused."""

from __future__ import annotations

import pytest

from sayso.errors import FormatError
from sayso.reading.outlets import read_outlets


def _table(tmp_path, text):
    path = tmp_path / "outlets.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def test_rows_come_back_in_order(tmp_path):
    """Columns in any order, blanks cut, an empty family kept, empty lines passed over."""
    path = _table(tmp_path, "Family,Outlet\nTide  House , The Gull\n\n,Sluice\nTide House,gull.example\n")
    assert read_outlets(path) == (("The Gull", "Tide House"), ("Sluice", ""), ("gull.example", "Tide House"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("outlet\nGull\n", "first line"),
        ("outlet,family\nGull,Tide,House\n", "line 2"),
        ("outlet,family\n,Tide\n", "outlet is missing"),
        ("outlet,family\nGull,Tide\ngull,Ebb\n", "twice"),
        (b"outlet,family\nG\xff,Tide\n", "UTF-8"),
        ('outlet,family\n"Gull,Tide\n', "not CSV"),
        ("", "first line"),
    ],
)
def test_a_table_that_cannot_be_followed_is_refused(tmp_path, text, told):
    """The message names the file, the line and the remedy."""
    with pytest.raises(FormatError, match=told):
        read_outlets(_table(tmp_path, text))


def test_a_table_that_is_not_there_is_refused(tmp_path):
    """A missing file is the caller's trouble, told in one line."""
    with pytest.raises(FormatError, match="cannot be read"):
        read_outlets(str(tmp_path / "none.csv"))
