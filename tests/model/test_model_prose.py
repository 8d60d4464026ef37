"""Days, intervals and articles as sentences name them."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.model.article import Article
from sayso.model.prose import called, day, days, voice
from sayso.model.times import Interval


def made(*, path: str = "x.txt", outlet: str | None = None, title: str | None = None) -> Article:
    """An article of which only this is known."""
    return Article("a-1", path, "Text.", "0" * 64, outlet=outlet, title=title)


def test_a_day_is_written_out() -> None:
    """A day has its month in letters."""
    assert day(date(2031, 5, 3)) == "3 May 2031"


def test_an_interval_is_never_its_first_day() -> None:
    """Both ends are said; an unknown one is said to be unknown."""
    assert days(Interval(date(2031, 4, 28), date(2031, 5, 3))) == "28 April to 3 May 2031"
    assert days(Interval(date(2031, 1, 1), date(2031, 12, 31))) == "2031"
    assert days(None) == "not known"


@pytest.mark.parametrize(
    ("article", "name", "own"),
    [
        (made(title="Ferry talk", outlet="Harbour Sheet"), "Ferry talk", "Harbour Sheet"),
        (made(title="Ferry talk"), "Ferry talk", "“Ferry talk”"),
        (made(outlet="Harbour Sheet"), "Untitled, Harbour Sheet", "Harbour Sheet"),
        (made(path="in/0123456789abcdef0123.txt"), "Untitled, 01234567…0123", "Untitled, 01234567…0123"),
        (made(path="-"), "Untitled, -", "Untitled, -"),
    ],
)
def test_an_article_without_a_title_is_called_untitled(article: Article, name: str, own: str) -> None:
    """The title, else the outlet, else the file's name without its long middle."""
    assert called(article) == name
    assert voice(article) == own
