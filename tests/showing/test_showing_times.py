"""The timeline: five rails that stay apart, the drawing and the list that say the same, dates told in words."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.showing import builders
from tests.showing.pages import Dossier
from tests.showing.pieces import article, blocks, dating, hop, span, statement

from sayso.model.answers import Answers
from sayso.model.case import Case, Page
from sayso.model.span import Span
from sayso.model.stances import Hypothesis, Lean, Stance
from sayso.model.times import Dating, Interval, TimeMention
from sayso.showing import articles, daywords, timeline, times
from sayso.showing.catalogue import catalogue
from sayso.showing.dayaxis import Axis, axis, ticks
from sayso.showing.show import show

TEXT = (
    "Ferry to stop, mayor says\n\n"
    "The mayor said on Friday that the ferry stops tomorrow. "
    "A clerk said it rested between Monday and Thursday. "
    "The harbour said it opens again by 20 May. "
    "A pilot said it began on 20 May. "
    "The union said the pier dates from 1998."
)
MAY = [date(2031, 5, number) for number in range(1, 32)]


def time(words: str, first: date | None, last: date | None, **more: object) -> TimeMention:
    """A time of TEXT with the days it means."""
    nth = int(more.pop("nth", 0))  # type: ignore[call-overload]
    place = span(TEXT, words, nth)
    id_ = f"{words}-{nth}"
    return TimeMention(id_, place, words, "XXXX", "DATE", Interval(first, last), **more)  # type: ignore[arg-type]


def ferry(**known: object) -> Page:
    """An article whose statements speak of days in every way."""
    known.setdefault("published", dating(date(2031, 5, 12)))
    art = article(TEXT, outlet="Quay Courier", title="Ferry to stop, mayor says", **known)
    friday = time("Friday", MAY[8], MAY[8])
    found = (
        friday,
        time("tomorrow", MAY[9], MAY[9], anchor=friday.id),
        time("Monday", MAY[4], MAY[4], through="Thursday-0"),
        time("Thursday", MAY[7], MAY[7]),
        time("by 20 May", None, MAY[19], bound="by"),
        time("20 May", MAY[19], MAY[19], nth=1),
        time("1998", date(1998, 1, 1), date(1998, 12, 31)),
    )
    told = Dating(Interval(MAY[8], MAY[8]), "given", (friday.span,), ("The text tells when: “Friday”.",), 0.95)
    guess = Dating(Interval(MAY[4], MAY[11]), "inferred", (), ("Mostly of the last week.",), 0.75)
    rows = (
        ("the ferry stops tomorrow", "The mayor", ("tomorrow-0",), told),
        ("it rested between Monday and Thursday", "A clerk", ("Monday-0", "Thursday-0"), guess),
        ("it opens again by 20 May", "The harbour", ("by 20 May-0",), guess),
        ("it began on 20 May", "A pilot", ("20 May-1",), guess),
        ("the pier dates from 1998", "The union", ("1998-0",), None),
    )
    said = tuple(
        statement(art, (words,), (hop(TEXT, who, "said"),), times=ids, said=when) for words, who, ids, when in rows
    )
    return Page(art, blocks(TEXT, b0="title"), said, times=found)


LEANS: tuple[Lean, Lean] = ("support", "deny")


def asked(*pages: Page, **known: Any) -> Case:
    """A case of these pages, in which the mayor speaks for it and the clerk against it."""
    stances = tuple(
        Stance(one.id, "h1", lean, 0.5)
        for page in pages
        for one, lean in zip(page.statements[:2], LEANS, strict=False)
    )
    case = Case("Will the ferry stop?", date(2031, 5, 14), (builders.YES,), pages, stances=stances)
    return replace(case, **known)


def rails(case: Case) -> dict[str, tuple[times.Moment, ...]]:
    """The moments of a case by the name of their rail."""
    return {rail.name: rail.moments for rail in times.rails(catalogue(case, Answers(())))}


def drawn(case: Case) -> str:
    """The drawing of a case."""
    made = catalogue(case, Answers(()))
    return str(timeline.drawing(times.rails(made), made))


def test_what_is_told_and_what_is_inferred_never_share_a_rail():
    """A day of saying that the text tells stands apart from those that were only worked out."""
    found = rails(asked(ferry()))
    assert [(one.when, one.words, len(one.links)) for one in found["said"]] == [("9 May 2031", ("“Friday”",), 1)]
    (guessed,) = found["said, inferred"]
    assert (guessed.when, len(guessed.links)) == ("by 12 May 2031", 3)
    assert guessed.why == ("3 likely from 5 May 2031 on",)


def test_what_inferred_days_rest_on_is_told_once():
    """The ground of inferred days of saying stands with the rail, not with each of its moments."""
    (rail,) = (one for one in times.rails(catalogue(asked(ferry()), Answers(()))) if one.name == "said, inferred")
    assert rail.about.count("mostly of the last week") == 1


def test_what_was_said_with_no_day_at_all_is_on_no_rail_of_saying():
    """No day is made up for a statement of which nothing is known."""
    found = rails(asked(ferry()))
    shown = {link.to for name in ("said", "said, inferred") for one in found[name] for link in one.links}
    assert len(shown) == 4


def test_a_stretch_of_two_times_is_one_moment():
    """What lies between Monday and Thursday is one bar, in its own words."""
    found = {one.when: one.words for one in rails(asked(ferry()))["refers to"]}
    assert found["5 to 8 May 2031"] == ("“Monday and Thursday”",)
    assert "8 May 2031" not in found


def test_by_a_day_is_not_on_that_day():
    """An open end makes a moment of its own and is said in words."""
    found = [one.when for one in rails(asked(ferry()))["refers to"]]
    assert found == ["1998", "5 to 8 May 2031", "10 May 2031", "20 May 2031", "by 20 May 2031"]


def test_a_time_that_counts_from_a_saying_tells_from_which_day():
    """A "tomorrow" in what was said on Friday counts from Friday, and says so."""
    (moment,) = (one for one in rails(asked(ferry()))["refers to"] if one.when == "10 May 2031")
    assert moment.why == ("“tomorrow” is counted from 9 May 2031, when it was said",)


def test_statements_stand_by_the_side_they_take():
    """Who speaks for it and who against it is told for each day; with two questions no side is named."""
    found = rails(asked(ferry()))
    assert [(one.tally("for it"), one.tally("against it"), one.tally("")) for one in found["said, inferred"]] == [
        (0, 1, 2)
    ]
    assert [one.tally("for it") for one in found["said"]] == [1]
    two = asked(ferry(), hypotheses=(builders.YES, Hypothesis("h9", "The pier falls")))
    assert {side for one in rails(two)["said"] for side, _, _ in one.sides} == {""}


def test_those_without_a_side_and_a_day_are_counted_by_article():
    """On the rail of what was inferred only statements that take a side are linked one by one."""
    (guessed,) = rails(asked(ferry()))["said, inferred"]
    assert [(side, [link.name for link in links]) for side, _, links in guessed.sides] == [
        ("against it", ["2"]),
        ("", ["2 in Quay Courier"]),
    ]


def test_the_days_spoken_of_most_are_named():
    """The line above the drawing names days that several statements speak of."""
    twice = asked(ferry(), ferry(path="again.txt"))
    assert "20 May 2031 (2)" in times.glance(times.rails(catalogue(twice, Answers(()))))
    assert times.glance(times.rails(catalogue(asked(ferry()), Answers(())))) == ""


def test_every_mark_leads_to_a_line_of_the_list_and_says_what_it_stands_for():
    """The drawing has nothing that the list lacks; each link has words, reached by keyboard."""
    html = show(asked(ferry()), Answers(()))
    picture = html[html.index('<svg class="pic full"') : html.index("</svg>", html.index('<svg class="pic full"'))]
    marks = re.findall(r"<a href=#(\w+)>.*?<text x=\d+>(.+?)</text></a>", picture)
    assert len(marks) == picture.count("<a ")
    assert {to for to, _ in marks} <= set(Dossier(html).ids)
    assert any(words.startswith("9 May 2031: 1 statement (1 for it) “Friday”") for _, words in marks)
    assert "role=group" in picture


def test_a_statement_leads_to_its_moments():
    """A card tells when it was said and what it speaks of, with links into the timeline."""
    made = catalogue(asked(ferry()), Answers(()))
    made.moments.update(times.named(times.rails(made)))
    cards = [one for row in articles.sheets(made)[0].rows for one in row.cards]
    assert [(link.name, link.about) for link in cards[0].said] == [("9 May 2031", "said")]
    assert [(link.name, link.about) for link in cards[1].said] == [("5 to 12 May 2031", "inferred, 75 in 100")]
    assert [link.name for link in cards[2].speaks_of] == ["by 20 May 2031"]


def test_the_distant_past_does_not_crush_the_axis():
    """A year long ago is counted at the edge and linked, not drawn."""
    picture = drawn(asked(ferry()))
    assert "Timeline from 28 April 2031" not in picture
    assert "‹ 1 earlier" in picture
    assert ">1998<" not in picture


def test_the_questions_own_days_run_through_all_rails():
    """The day of the answer and the day on which the question closes are lines with their names."""
    picture = drawn(asked(ferry()))
    assert "as of 14 May 2031" in picture
    assert "the question closes on 31 May 2031" in picture
    far = Hypothesis("h1", "far", closes=date(2090, 1, 1))
    beyond = drawn(asked(ferry(), hypotheses=(far,)))
    assert "the question closes on 1 January 2090, beyond this axis" in beyond
    assert beyond.count("class=closing") == 0


def test_open_ends_are_posts_with_arrows():
    """What comes "by 20 May" is a post with an arrow, not a bar across the whole axis."""
    assert drawn(asked(ferry())).count("class=arrow") == 1


def test_inferred_dates_are_bars_that_fade_and_say_why():
    """An article without a date has its interval on a rail of its own, with the first reason."""
    page = ferry(published=Dating(Interval(MAY[9], MAY[13]), "inferred", (), ("“Friday” is past.",), 0.9))
    picture = drawn(asked(page))
    assert 'fill="url(#fade)"' in picture
    assert "10 to 14 May 2031, Quay Courier: Ferry to stop, mayor says (“Friday” is past)" in picture
    (moment,) = rails(asked(page))["published, inferred"]
    assert moment.why == ("“Friday” is past", "such an interval holds the true day 9 times in 10")


def test_sixty_articles_and_a_busy_day_stay_readable():
    """Outlets beyond eight share a line, many marks of a day are counted, and the drawing stays low."""
    pages = [
        replace(
            page := ferry(path=f"{n}.txt", published=dating(MAY[n % 28])),
            article=replace(page.article, outlet=f"Outlet {n % 20}"),
        )
        for n in range(60)
    ]
    picture = drawn(asked(*pages))
    assert "13 other outlets" in picture
    height = re.search(r'viewBox="0 0 900 (\d+)"', picture)
    assert height
    assert float(height[1]) < 1200
    assert ">60<" in picture


def test_without_any_day_there_is_no_drawing():
    """Nothing is drawn where no day is known; the list says so."""
    case = asked(replace(ferry(published=None), statements=(), times=()), as_of=None, hypotheses=())
    assert drawn(case) == "None"
    assert rails(case)["published, inferred"][0].why == ("no date is given and none could be inferred",)


def test_hostile_outlets_and_titles_stay_text():
    """Markup in a name or a title is shown and does nothing."""
    page = ferry()
    bad = replace(page.article, outlet="<i>A</i>\u202e", title='"><script>alert(1)</script>')
    picture = drawn(asked(replace(page, article=bad)))
    assert "<script" not in picture
    assert "<i>" not in picture
    assert "\u202e" not in picture


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.none() | st.dates(), st.none() | st.dates(), st.booleans()), max_size=12))
def test_no_interval_breaks_the_drawing(found):
    """Whatever the days, from the first to the last of the calendar, the drawing is made or left out."""
    pages = []
    for n, (one, other, known) in enumerate(found):
        first, last = (min(one, other), max(one, other)) if one and other else (one, other)
        when = Dating(Interval(first, last), "given" if known else "inferred")
        page = ferry(path=f"{n}.txt", published=when)
        said = replace(page.statements[0], said=Dating(Interval(first, last), "inferred"))
        mentions = (replace(page.times[1], interval=Interval(first, last)), *page.times[2:])
        pages.append(replace(page, statements=(said, *page.statements[1:]), times=mentions))
    assert drawn(asked(*pages)).startswith("<svg")


@given(st.dates(), st.dates())
def test_an_axis_names_about_ten_days_of_its_own(one, other):
    """Between two and a dozen days are named, in order, each on the axis."""
    made = Axis(min(one, other).toordinal(), max(one, other).toordinal())
    named = [when for when, _ in ticks(made)]
    assert named == sorted(set(named))
    assert all(made.first <= when.toordinal() <= made.last for when in named)
    assert len(named) <= 14
    assert named or made.last - made.first < 31


def test_an_axis_is_that_of_the_articles():
    """The question's day is taken in where it is not far off, any other day only where it is near."""
    given_ = [Interval(MAY[0], MAY[0]), Interval(MAY[20], MAY[20])]
    far = Interval(date(2031, 9, 1), date(2031, 9, 1))
    made = axis(given_, [], [date(2031, 6, 30)], [far])
    assert made == Axis(MAY[0].toordinal(), date(2031, 6, 30).toordinal())
    assert axis([], [], [], [far]) is None


@pytest.mark.parametrize(
    ("mention", "said"),
    [
        (time("1998", date(1998, 1, 1), date(1998, 12, 31)), "1998"),
        (time("1998", None, MAY[30], bound="by"), "by 31 May 2031"),
        (time("1998", None, MAY[30], bound="before"), "before 1 June 2031"),
        (time("1998", None, MAY[30], bound="until"), "until 31 May 2031"),
        (time("1998", MAY[17], None, bound="as-early-as"), "from 18 May 2031 on"),
        (time("1998", MAY[10], MAY[19], vagueness="mid"), "11 to 20 May 2031"),
        (time("1998", MAY[10], MAY[10], vagueness="about"), "about 11 May 2031"),
        (time("1998", None, None), "no day known"),
        (time("1998", None, date.max, bound="before"), "by 31 December 9999"),
    ],
)
def test_a_time_is_said_with_its_bound(mention, said):
    """What a preposition states is kept in the words."""
    assert daywords.meant(mention) == said


def test_how_a_time_was_read_is_told():
    """Days, what it counts from, what it begins, and the rule in plain words."""
    page = ferry()
    known = {one.id: one for one in page.times}
    rule = replace(known["Friday-0"], rule="weekday; leans behind: said before")
    assert daywords.read_as(rule, known) == "9 May 2031; rule: weekday; read as past: said before"
    assert "counted from 9 May 2031, when it was said" in daywords.read_as(known["tomorrow-0"], known)
    assert "the beginning of a stretch that “Thursday” ends" in daywords.read_as(known["Monday-0"], known)
    length = replace(known["Friday-0"], type="DURATION", interval=Interval(None, None))
    assert daywords.read_as(length, known) == "a length of time"


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (1.0, ""),
        (0.9, "such an interval holds the true day 9 times in 10"),
        (0.1, "such an interval holds the true day once in 10"),
        (0.65, "such an interval holds the true day 65 times in 100"),
    ],
)
def test_how_sure_an_inferred_date_is_is_said_in_words(share, said):
    """The share of intervals that hold the true day; nothing where there is no doubt."""
    assert daywords.sure(Dating(Interval(None, None), "inferred", confidence=share)) == said


def test_days_of_digits_in_reasons_become_words():
    """A reason names days as the rest of the dossier does; what is no day stays."""
    found = Dating(Interval(None, None), "inferred", (), ("The last day is 2031-05-12.", "2031-19-77 stays."))
    assert daywords.reasons(found) == ("the last day is 12 May 2031", "2031-19-77 stays")


def test_an_inferred_date_is_told_at_the_head_of_its_article():
    """Interval, how sure, why, and the clues with links from the head to their places and back."""
    place = span(TEXT, "Friday")
    page = ferry(published=Dating(Interval(MAY[9], MAY[13]), "inferred", (place,), ("“Friday” is past.",), 0.9))
    html = show(asked(page), Answers(()))
    (sheet,) = articles.sheets(catalogue(asked(page), Answers(())))
    assert sheet.dated is not None
    words = " ".join("".join(Dossier(html).words).split())
    assert (
        "No date is given. It came out 10 to 14 May 2031; such an interval holds the true day 9 times in 10. "
        "Why: “Friday” is past. In the text: “Friday”." in words
    )
    (clue,) = sheet.dated.clues
    assert f'<a id={clue.to} href=#{sheet.dated.to} aria-label="date"></a>' in html
    assert f"href=#{clue.to}" in html
    assert 'class="clue when"' in html


def test_a_given_date_needs_no_reasons():
    """An article with a date of its own has no line on how it is dated."""
    (sheet,) = articles.sheets(catalogue(asked(ferry()), Answers(())))
    assert sheet.dated is None


def test_clues_in_a_text_too_long_to_show_are_no_dead_links():
    """A clue beyond the part that is shown is told in the reasons only."""
    art = article(
        "word " * 100_000, published=Dating(Interval(MAY[0], MAY[1]), "inferred", (Span(450_000, 450_004),))
    )
    page = Dossier(show(Case("Why?", None, (), (Page(art),)), Answers(())))
    assert all(href[1:] in page.ids for href in page.hrefs if href.startswith("#"))


def test_the_times_of_a_text_are_listed_with_their_readings():
    """Below each article stands how each of its times was read; page furniture is left out."""
    (sheet,) = articles.sheets(catalogue(asked(ferry()), Answers(())))
    assert ("by 20 May", "by 20 May 2031") in sheet.times
    assert "Times in this text" in show(asked(ferry()), Answers(()))
