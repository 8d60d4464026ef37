"""The rules of time: every way to say a time that they read, words that only look like one, and odd input."""

from __future__ import annotations

import re
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotating import timedates, timeperiods, timespans
from sayso.annotating.timefinds import finds
from sayso.annotating.timegroups import spelled_year
from sayso.annotating.timerules import RULES, Rule
from sayso.annotating.times import times, times_and_notes
from sayso.annotating.timewords import LETTER, letters_of, row
from sayso.model.article import Article
from sayso.model.span import Span
from sayso.model.times import Dating, Interval, TimeMention

WEDNESDAY = date(2023, 6, 14)


def article(text: str, day: date | None = WEDNESDAY) -> Article:
    """An article of one text, published on `day`."""
    return Article("a", "a.txt", text, "0", published=Dating(Interval(day, day), "given") if day else None)


def found(text: str, day: date | None = WEDNESDAY) -> list[TimeMention]:
    """The times of a text as one block."""
    return list(times(article(text, day), ()))


def pairs(text: str) -> list[tuple[str, str]]:
    """The words and values of the times of a text."""
    return [(mention.text, mention.timex) for mention in found(text)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        # days
        ("It opened on the fifth of May.", "the fifth of May", "2023-05-05"),
        ("It opened on March eighth.", "March eighth", "2023-03-08"),
        ("It opened on the twenty-first of March 2021.", "the twenty-first of March 2021", "2021-03-21"),
        ("They met on the 12th.", "the 12th", "2023-06-12"),
        ("It opened on 2021-03-05T10:30:00Z.", "2021-03-05T10:30:00Z", "2021-03-05T10:30"),
        ("It was in the week of May 8.", "the week of May 8", "2023-W19"),
        ("The harbour has slept badly since 9/11.", "9/11", "2001-09-11"),
        ("The Sept. 11 attacks changed the port.", "Sept. 11", "2001-09-11"),
        ("It opened on the second Thursday in April 2021.", "the second Thursday in April 2021", "2021-04-08"),
        ("It opened on the last day of February 2024.", "the last day of February 2024", "2024-02-29"),
        ("It opened on the last Sunday of May 2021.", "the last Sunday of May 2021", "2021-05-30"),
        ("It opened on the fifth Sunday of February 2021.", "the fifth Sunday of February 2021", "2021-02"),
        ("It will open on the last day of the year.", "the last day of the year", "2023-12-31"),
        ("Talks are planned for the 20th.", "the 20th", "2023-06-20"),
        ("It opens on Sunday week.", "Sunday week", "2023-06-25"),
        ("It opens a week on Friday.", "a week on Friday", "2023-06-23"),
        ("It opens the week after next.", "the week after next", "2023-W26"),
        ("It will be rust in 10 years' time.", "10 years' time", "2033"),
        # times of a day
        ("It sank in the early hours of Friday.", "the early hours of Friday", "2023-06-09TNI"),
        ("It sank in the early hours of 5 March 2021.", "the early hours of 5 March 2021", "2021-03-05TNI"),
        ("The office is open until 5pm.", "5pm", "T17:00"),
        ("The office closed at 5pm.", "5pm", "2023-06-14T17:00"),
        ("It opened at 6.30am this morning.", "6.30am this morning", "2023-06-14T06:30"),
        ("It sank by evening.", "evening", "2023-06-14TEV"),
        ("It sank on the night of March 5, 2021.", "the night of March 5, 2021", "2021-03-05TNI"),
        (
            "It sank in the early morning hours of 5 March 2021.",
            "early morning hours of 5 March 2021",
            "2021-03-05TMO",
        ),
        ("It sank by mid-afternoon yesterday.", "mid-afternoon yesterday", "2023-06-13TAF"),
        ("It burned overnight.", "overnight", "2023-06-13TNI"),
        ("It sank at 4 o'clock in the afternoon.", "4 o'clock in the afternoon", "2023-06-14T16:00"),
        ("It sank at five in the morning.", "five in the morning", "2023-06-14T05:00"),
        ("It sank at 0600 GMT.", "0600 GMT", "2023-06-14T06:00"),
        ("It sank at 5:34 AM.", "5:34 AM", "2023-06-14T05:34"),
        ("It sank at 10:35 a.m. (0735 GMT) on Monday.", "10:35 a.m. (0735 GMT) on Monday", "2023-06-12T10:35"),
        ("It sank at 11 a.m. on 5 March 2021.", "11 a.m. on 5 March 2021", "2021-03-05T11:00"),
        ("They ate at midday.", "midday", "2023-06-14T12:00"),
        ("It sinks at 7 p.m. tonight.", "7 p.m. tonight", "2023-06-14T19:00"),
        ("It sank late tonight.", "late tonight", "2023-06-14TNI"),
        ("It sinks this Sat, 7pm.", "this Sat, 7pm", "2023-06-17T19:00"),
        # stretches and what comes again
        ("It needs another year.", "another year", "P1Y"),
        ("It lost a fifth in the last two fiscal years.", "the last two fiscal years", "P2Y"),
        ("It was meant to last thirty years.", "thirty years", "P30Y"),
        ("Shops burned for three nights.", "three nights", "P3D"),
        ("Six minutes later the mast broke.", "Six minutes later", "PT6M"),
        ("It sails seven days a week.", "seven days a week", "P1D"),
        ("It is open on weekdays.", "weekdays", "XXXX-WXX-XX"),
        ("They meet on the second Thursday of each month.", "the second Thursday of each month", "P1M"),
        # quarters and halves
        ("They want it by the end of the first quarter.", "the end of the first quarter", "2023-Q1"),
        ("Sales fell in the third quarter of last year.", "the third quarter of last year", "2022-Q3"),
        ("Sales fell in the latter half of 2021.", "the latter half of 2021", "2021-H2"),
        ("Sales fell in the second half of the year.", "the second half of the year", "2023-H2"),
        ("Sales fell in the latest period.", "the latest period", "2023-Q1"),
        ("Sales beat the year-earlier quarter.", "the year-earlier quarter", "2022-Q1"),
        # years
        ("They moved in nineteen ninety-four.", "nineteen ninety-four", "1994"),
        ("They moved in the year two thousand.", "the year two thousand", "2000"),
        ("They moved in twenty twenty-two.", "twenty twenty-two", "2022"),
        ("They moved in '98.", "'98", "1998"),
        ("They won in the 2022 season.", "the 2022 season", "2022"),
        ("It runs through the financial year 2023/24.", "the financial year 2023/24", "2023/2024"),
        ("It was their best in the 2021-22 season.", "the 2021-22 season", "2021/2022"),
        ("It was founded in 480 BC.", "480 BC", "BC0480"),
        ("It was founded in the spring of 480 B.C. by herders.", "the spring of 480 B.C.", "BC0480-SP"),
        ("It was founded in AD 79.", "AD 79", "0079"),
        ("It was founded in the 5th century BC.", "the 5th century BC", "BC04"),
        ("It grew in the 21st century.", "the 21st century", "20"),
        ("The bridge opened a decade ago.", "a decade ago", "2013"),
        # periods
        ("It will be ready by the year's end.", "year's end", "2023"),
        ("It was a poor month for the harbour, the best of the year.", "the year", "2023"),
        ("It will be their best in the coming year.", "the coming year", "P1Y"),
        # durations
        ("It lasted a minute and a half.", "a minute and a half", "PT1M30S"),
        ("It lasted over two and half years.", "over two and half years", "P2Y6M"),
        ("It lasted for a year or two.", "a year or two", "P1Y"),
        ("They held a two day rally.", "two day", "P2D"),
        ("It was a month-long drought.", "month-long", "P1M"),
        ("It was a decades-long drought.", "decades-long", "PXDE"),
        ("She rested for a while.", "a while", "PXX"),
        ("She rested in the days before the vote.", "the days", "PXD"),
        ("It came about two or three years ago.", "about two or three years ago", "2021"),
        ("It came a quarter-century ago.", "a quarter-century ago", "1998"),
        ("It came half a century ago.", "half a century ago", "1973"),
        ("It was a half-hour walk.", "half-hour", "PT30M"),
        ("It was a quarter-century of calm.", "quarter-century", "P25Y"),
        # repeated and loose times
        ("It will one day float.", "one day", "FUTURE_REF"),
        ("It opened on June 20 of 2021.", "June 20 of 2021", "2021-06-20"),
        ("They sail on Tuesday nights.", "Tuesday nights", "XXXX-WXX-2TNI"),
        ("They fish on weekends.", "weekends", "XXXX-WXX-WE"),
        ("They cough a lot these days.", "these days", "PRESENT_REF"),
        ("They lost in the past.", "the past", "PAST_REF"),
        ("It holds in the short term.", "the short term", "FUTURE_REF"),
        ("They meet every second Thursday.", "every second Thursday", "P2W"),
        ("They meet in the new year of plenty.", "the new year", "2023"),
        ("It was two years and six months.", "two years and six months", "P2Y6M"),
        ("It takes four hours, ten minutes.", "four hours, ten minutes", "PT4H10M"),
        ("It opened two winters ago.", "two winters ago", "2021-WI"),
        ("It opened ten weeks later than hoped.", "ten weeks later", "P10W"),
        ("It opened at dawn on 14 May 2021.", "dawn on 14 May 2021", "2021-05-14TMO"),
        ("They rested for the past fortnight.", "the past fortnight", "P2W"),
        ("It opened five years previously.", "five years previously", "2018"),
        ("It was dug early in March 2021.", "early in March 2021", "2021-03"),
        ("After the 2021 summer offensive they rested.", "2021 summer", "2021-SU"),
        # holidays
        ("They sailed over Labor Day weekend 2018.", "Labor Day weekend 2018", "2018-W35-WE"),
        ("They sailed in Easter week 2000.", "Easter week 2000", "2000-W16"),
        ("They fasted on Yom Kippur 2020.", "Yom Kippur 2020", "2020-09-28"),
        ("They met on Ukraine’s Independence Day last year.", "Independence Day last year", "2022-08-24"),
        ("They met on Christmas night 2021.", "Christmas night 2021", "2021-12-25TNI"),
        ("They met on St. George’s Day 2021.", "St. George’s Day 2021", "2021-04-23"),
    ],
)
def test_a_time_and_its_value(text: str, words: str, value: str) -> None:
    """An expression is found at its exact place with its TIMEX3 value."""
    assert pairs(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The war of 1914-18.", [("1914", "1914"), ("18", "1918")]),
        ("The plan of 1939–1945.", [("1939", "1939"), ("1945", "1945")]),
        ("The plan of 1998-02.", [("1998", "1998"), ("02", "2002")]),
        ("It runs on April 24 and 25, 2021.", [("April 24", "2021-04-24"), ("25, 2021", "2021-04-25")]),
        (
            "It ran from the 13th to the 19th of May 2021.",
            [("the 13th", "2021-05-13"), ("the 19th of May 2021", "2021-05-19")],
        ),
        ("It runs on 5-7 March 2021.", [("5", "2021-03-05"), ("7 March 2021", "2021-03-07")]),
        (
            "It began in 1998. In August of that year it broke, on July 25 of that year.",
            [("1998", "1998"), ("August of that year", "1998-08"), ("July 25 of that year", "1998-07-25")],
        ),
        (
            "It began in May 1998. In March of the following year it broke. Three years on, it sank.",
            [("May 1998", "1998-05"), ("March of the following year", "1999-03"), ("Three years on", "2002")],
        ),
        (
            "It opened on 20 May 2021. It will close on 30 September this year.",
            [("20 May 2021", "2021-05-20"), ("30 September this year", "2023-09-30")],
        ),
        (
            "Saturday marks the 25th anniversary of the flood, the day after Christmas.",
            [("Saturday", "2023-06-17"), ("the 25th anniversary", "2023-06-17"), ("Christmas", "2022-12-25")],
        ),
        (
            "It began on 3 May 2021. The next morning it broke; later that day it sank.",
            [("3 May 2021", "2021-05-03"), ("The next morning", "2021-05-04TMO"), ("later that day", "2021-05-04")],
        ),
        (
            "It began in 1988. That June it sank, and in the autumn and winter of 1991 it burned.",
            [("1988", "1988"), ("That June", "1988-06"), ("the autumn", "1991-FA"), ("winter of 1991", "1991-WI")],
        ),
        (
            "It lasted until 1988. Early that year it sank. A mast was found the following spring.",
            [("1988", "1988"), ("Early that year", "1988"), ("the following spring", "1989-SP")],
        ),
        (
            "It sank nine times in January and February of last year; they will meet over the weekend.",
            [("January", "2022-01"), ("February of last year", "2022-02"), ("the weekend", "2023-W24-WE")],
        ),
        (
            "They met in May 2021. On the 17th of that month it sank, and left before that date.",
            [("May 2021", "2021-05"), ("the 17th of that month", "2021-05-17"), ("that date", "2021-05-17")],
        ),
        (
            "It burned on 4 December 2021. On 6 December that year it sank. It had coal until May.",
            [("4 December 2021", "2021-12-04"), ("6 December that year", "2021-12-06"), ("May", "2022-05")],
        ),
        (
            "They led in the fourth quarter, as a year ago.",
            [("the fourth quarter", "2022-Q4"), ("a year ago", "2022")],
        ),
        ("A quarter of the $5 went, as a year ago.", [("a year ago", "2022")]),
        (
            "Profit rose to $5 million in the third quarter from a loss a year earlier.",
            [("the third quarter", "2022-Q3"), ("a year earlier", "2022-Q1")],
        ),
        ("The weekend was dry. It will rain before the weekend.", [("The weekend", "2023-W23-WE"),
                                                                    ("the weekend", "2023-W24-WE")]),
    ],
)  # fmt: skip
def test_several_times(text: str, expected: list[tuple[str, str]]) -> None:
    """Ranges, lists and times that count from another are each found, with their years."""
    assert pairs(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Sunday Times said so.",
        "She wrote for the Daily Sun.",
        "Three quarters of the boats sank, a quarter of them new, in some quarters.",
        "They paid a quarterly dividend.",
        "The next generation will fish, the first in a generation, at 21st Century Boats.",
        "He had eight rounds of overnight watches.",
        "Two thousand people came.",
        "The pool is on the 3rd floor, next to the 21st bank.",
        "Tents spring up, and prices fall in the fall of the city.",
        "He dug on route 1990 and room 2010.",
        "The Winter Palace burned.",
        "The second May bought was worse.",
        "It costs 1.000.000 or 20222 crowns.",
        "It is the year 0, or the year 20222.",
        "Wait a second, or two seconds' worth of doubt.",
    ],
)
def test_words_that_only_look_like_times(text: str) -> None:
    """Names, fractions, counts and verbs are no times."""
    assert [m.text for m in found(text)] == (["two seconds"] if "two seconds" in text else [])


@pytest.mark.parametrize(
    "text",
    [
        "30 February",
        "the 35th of May",
        "0000-00-00",
        "2021-13-45",
        "13/13/2021",
        "the 0th of May",
        "29 February 2023",
    ],
)
def test_dates_that_no_calendar_has(text: str) -> None:
    """An impossible date is kept with an open interval and a note, whatever way it is written."""
    (mention,), (note,) = times_and_notes(article(f"They met on {text}, they said."), ())
    assert mention.text == text
    assert mention.interval == Interval(None, None)
    assert note.code == "A203"


@pytest.mark.parametrize(
    "text",
    [
        "15 Nisan 5784",
        "12 Muharram 1445",
        "1445 AH",
        "18 Brumaire",
        "Thermidor 9",
        "the year 1445 AH",
        "12 Ramadan 1445",
    ],
)
def test_other_calendars(text: str) -> None:
    """A date in another calendar is kept as what it is, without days."""
    (mention,) = found(f"They met on {text}, they said.")
    assert mention.text == text
    assert mention.interval == Interval(None, None)


def test_a_day_of_the_month() -> None:
    """A day without a month is the nearest on the side that the words name; one that no month has is open."""
    assert found("It may come as early as the 18th.")[0].interval == Interval(date(2023, 6, 18), None)
    assert found("They met on the 30th.")[0].timex == "2023-05-30"
    assert found("They met on the 35th.")[0].interval == Interval(None, None)
    assert found("They met on the 18th.", None)[0].timex == "XXXX-XX-18"


def test_a_part_of_a_month() -> None:
    """The first and last week of a month are seven days, its halves fifteen or so."""
    week, half = found("It broke in the last week of April 2021 and the first half of May 2021.")
    assert (week.timex, week.interval) == ("2021-04", Interval(date(2021, 4, 24), date(2021, 4, 30)))
    assert (half.timex, half.interval) == ("2021-05", Interval(date(2021, 5, 1), date(2021, 5, 15)))


def test_figures_of_other_scripts() -> None:
    """Figures of any script that Python reads as a number are read; values are written in plain ones."""
    assert pairs("They left ٣ years ago, in ٢٠٢٠.") == [("٣ years ago", "2020"), ("٢٠٢٠", "2020")]
    for mention in found("At ٣:٣٠ p.m. on ۱۲ March २०२१ and ５ May."):
        assert mention.timex.isascii()


@pytest.mark.parametrize(
    "text", ["9" * 400, "9" * 5000, f"on {'1' * 400} March", f"{'1' * 400} BC", f"'{'9' * 400}s"]
)
def test_endless_numbers(text: str) -> None:
    """Numbers of hundreds of figures are no times and no error."""
    assert all(mention.interval == Interval(None, None) or len(mention.text) < 20 for mention in found(text))


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("nineteen ninety-four", 1994), ("eighteen seventeen", 1817), ("nineteen hundred", 1900),
        ("two thousand and eight", 2008), ("two thousand", 2000), ("twenty twenty-two", 2022),
        ("nineteen", None), ("ten twenty thirty", None), ("nine thousand", None), ("ninety nine", None), ("", None),
    ],
)  # fmt: skip
def test_spelled_years(words: str, year: int | None) -> None:
    """Years in words are read as they are spoken; other numbers are none."""
    assert spelled_year(words) == year


@given(st.data(), st.sampled_from(RULES))
def test_every_rule_needs_its_core(data: st.DataObject, rule: Rule) -> None:
    """No rule matches a row that holds no word of its core: leaving such stretches out loses nothing."""
    others = sorted(set(rule.pattern.pattern) & set(LETTER.values()) - rule.core)
    assert not rule.pattern.search("".join(data.draw(st.lists(st.sampled_from(others or ["x"]), max_size=30))))


def test_stretches_lose_nothing() -> None:
    """What is found on stretches is what each rule finds on the whole row."""
    text = (
        "In the early morning of 5 March 2021, about two and a half years before the third quarter of 1999, the "
        "city fell. A year earlier, on the night of May 8, 1998-99, it was 3 p.m. on Friday; every other week they "
        "met again. By the end of next spring the financial year 2023/24 ends."
    )
    line = row(text, [Span(0, len(text))])
    kept = finds(line)
    for find in kept:
        whole = [match.span() for match in find.rule.pattern.finditer(line.letters)]
        assert any(first <= find.first and find.last <= last for first, last in whole)


def test_every_class_that_builders_ask_for_exists() -> None:
    """The names of word classes in the builders are classes of the tables."""
    for module in (timedates, timeperiods, timespans):
        source = Path(str(module.__file__)).read_text("utf-8")
        for call in re.findall(r"is_class\([^()]*(?:\([^()]*\))?[^()]*?((?:, \"\w+\")+)\)", source):
            for name in re.findall(r'"(\w+)"', call):
                assert letters_of(name)
        for name in re.findall(
            r'"(\w+)"', " ".join(re.findall(r"_(?:AFTER|BEFORE|TAKING)\w*: Final = \(([^)]*)\)", source))
        ):
            assert letters_of(name)


PIECES = [
    "May", "march", "5", "05", "0", "00", "2023", "1998", "'98", "the", "The", "end", "of", "last", "next", "that",
    "week", "year", "years", "day", "night", "morning", "nights", "Tuesday", "Sun.", "-", "–", "/", ",", ":", "(",
    ")", "30", "February", "by", "early", "1980s", "ago", "two", "nineteen", "ninety", "thousand", "a", "every",
    "Ramadan", "Independence Day", "noon", "’90s", ".", "٣", "half", "and", "quarter", "Q3", "in", "fall", "spring",
    "10:30", "3/4/22", "BC", "AD", "AH", "B.C.", "18th", "35th", "fifth", "GMT", "p.m.", "3 p.m.", "o'clock",
    "Nisan", "9/11", "D-Day", "fiscal", "season", "period", "ended", "overnight", "while", "some", "time", "long",
    "before", "after", "earlier", "second", "these", "days", "past", "term", "short", "0000-00-00", "2021-13-45",
    "99/99/9999", "9" * 30, "²", "½", "century", "decade", "or", "so", "to", "'", "’s",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join), st.dates() | st.none())
def test_any_row_of_words(text: str, day: date | None) -> None:
    """Whatever stands side by side: spans slice, values are plain, and what has no day is open."""
    for mention in found(text, day):
        assert mention.span.of(text) == mention.text
        assert mention.timex.isascii()
        assert mention.timex
        if not re.search(r"\d", mention.timex):
            assert mention.interval.earliest is None or mention.interval.latest is None


@given(st.text(st.sampled_from("0123456789٣:/.-–'’ ap.mthsBCAD,()T"), max_size=40))
def test_any_figures(text: str) -> None:
    """Figures and marks in any order are no error, and no year lies outside of 1 to 2199."""
    for mention in found(f"They met on {text} they said."):
        for year in re.findall(r"(?<![\dXBC-])(\d{4})(?=-|$)", mention.timex):
            assert 0 < int(year) < 2200


@pytest.mark.parametrize(
    "unit", ["1914-", "5 and ", "the early ", "two or ", "night of ", "AD 7 ", "'98-", "nineteen "]
)
def test_long_rows_are_linear(unit: str) -> None:
    """Sixty thousand characters of the same words take well under five seconds."""
    text = unit * (60_000 // len(unit))
    start = time.process_time()
    found(text)
    assert time.process_time() - start < 5
