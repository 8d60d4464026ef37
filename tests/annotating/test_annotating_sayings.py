"""When a thing was said, as the text tells it: which time belongs to a cue, who goes on, what counts from then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.annotating.pages import page

from sayso.model.ports import Attribution
from sayso.model.span import Span
from sayso.model.times import Dating, Interval

DAY = date(2031, 1, 17)  # a Friday


def dated(text, tagger=None):
    """The text annotated as an article of DAY."""
    return page(text, tagger, published=Dating(Interval(DAY, DAY), "given"))


def told(text, content=""):
    """The words that tell when the first statement whose content has `content` was said, else None."""
    found = dated(text)
    one = next(one for one in found.statements if content in one.words(text))
    return next((time.text for time in found.times if time.id == one.told), None)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("The mill will close, Ada Lind said on Tuesday.", "Tuesday"),
        ("The mill will close, Ada Lind told reporters in Vallmark late on Tuesday.", "Tuesday"),
        ("On Tuesday Ada Lind said the mill would close.", "Tuesday"),
        ("On Tuesday, at a rally in Sund, Ada Lind said the mill would close.", "Tuesday"),
        ("Ada Lind, speaking on Tuesday in Sund, warned that the mill would close.", "Tuesday"),
        ("Ada Lind on Tuesday declared that the mill would close.", "Tuesday"),
        ("Ada Lind said in a statement released late Tuesday that the mill would close.", "late Tuesday"),
        ("The mill will close, according to a statement released on Tuesday.", "Tuesday"),
        ("The mill will close, Ada Lind told reporters after Tuesday's meeting.", "Tuesday"),
        ("Ada Lind said in an interview last week that the mill would close.", "last week"),
        ("Ada Lind wrote in March that the mill would close.", "March"),
        ("In a 2029 interview, Ada Lind said the mill would close.", "2029"),
        ("A report dated 12 January says that the mill will close.", "12 January"),
        ("The report, dated 12 January, says that the mill will close.", "12 January"),
        ("Asked last week whether it would reopen, the owner said the mill would close.", "last week"),
        ("Ada Lind came to Sund on Tuesday and said that the mill would close.", "Tuesday"),
        ("In October, Ada Lind had told owners that the mill would close.", "October"),
        ('"It will close," said Ada Lind, the chief engineer, on Tuesday.', "Tuesday"),
        ("Ada Lind called for the mill to close in a statement on Tuesday.", "Tuesday"),
        ("The party filed a complaint on Tuesday with the court, claiming that the mill would close.", "Tuesday"),
        ("Harriet May said on Tuesday that the mill would close.", "Tuesday"),
        ('"It will close," Ada Lind said in an interview airing Tuesday on NQB\'s "Meet the Mill."', "Tuesday"),
        ("(On Tuesday, Ada Lind said the mill would close.)", "Tuesday"),
        ("SUND (Reut) - On Tuesday Ada Lind said the mill would close.", "Tuesday"),
        ("The chairman, Per Aston, broke with her on Tuesday, saying the mill would close.", "Tuesday"),
        (
            'Earlier this month, on NQB\'s "Face the Mill," Ada Lind said the mill would close.',
            "Earlier this month",
        ),
        ("In a letter filed last month as part of a lawsuit, the owners said the mill would close.", "last month"),
        ("But in March, the month after the fire, the owners announced that the mill would close.", "March"),
        ("But on Tuesday the owners announced that the mill would close.", "Tuesday"),
        ("Ada Lind wrote in a letter of 12 January that the mill would close.", "12 January"),
    ],
)
def test_a_time_in_the_clause_of_the_cue(text, time):
    """A time behind the cue, before it, at the head of its clause or in its source tells when it was said."""
    assert told(text, "close") == time


@pytest.mark.parametrize(
    "text",
    [
        "The mill will close, said the man who was arrested on Tuesday.",
        "The mill will close, said the engineer Per Aston, arrested on Tuesday.",
        "The minister, elected in 2030, said the mill would close.",
        "The minister, who was elected on Tuesday, said the mill would close.",
        "The mill burned on Tuesday, and Ada Lind said it would close.",
        "The mill would close, Ada Lind said of Tuesday's ruling.",
        "It will close, said the engineer Per Aston, a strategist on her campaign in 2028.",
        "The mill will close, said 9/11 widow Ada Lind.",
        "Speaking on Tuesday, he met engineers, who say the mill will close.",
        "The mill will close, according to data from 2029.",
        "Ada Lind said the mill would close on Tuesday.",
        "The mill will close, Ada Lind said. On Tuesday it rained.",
        "The mill will close, said Ada Lind, referring to the fire on Tuesday.",
    ],
)
def test_a_time_of_another_clause_tells_nothing(text):
    """What belongs to a relative clause, to a participle, to the content or to the next sentence dates nothing."""
    assert told(text, "close") is None


class Marked:
    """Tags one attribution, by its words."""

    name = "marked"

    def __init__(self, *words):
        """Keep the words of source, cue and content."""
        self.words = words

    def tag(self, text, _):
        """The attribution whose source, cue and content read so."""
        source, cue, content = (Span(text.index(one), text.index(one) + len(one)) for one in self.words)
        return (Attribution(source, cue, (content,)),)


@pytest.mark.parametrize(
    ("text", "cue", "time"),
    [
        ("The mill will close, Ada Lind said last week.", "said last week", "last week"),
        ("The mill will close, Ada Lind said in a note on Tuesday.", "said in a note on Tuesday", "Tuesday"),
        ("The mill will close, Ada Lind had said in the spring.", "had said in the spring", "the spring"),
        ("The mill will close, Ada Lind said on May 3. Later: no more.", "said on May 3. Later", "May 3"),
        ("The mill will close, Ada Lind told the board when asked last week.", "told the board", "last week"),
        ("The mill will close, Ada Lind said of Tuesday's fire.", "said of Tuesday's fire", None),
    ],
)
def test_a_time_that_the_cue_has_swallowed_still_tells(text, cue, time):
    """Where a tagger marks "said last week" as the cue, the week tells when it was said."""
    found = dated(text, Marked("Ada Lind", cue, "The mill will close"))
    told = {one.told for one in found.statements}
    assert [mention.text for mention in found.times if mention.id in told] == ([time] if time else [])


@pytest.mark.parametrize(
    ("text", "content", "time"),
    [
        ("The guild endorsed Ada Lind in May.", "Ada Lind", "May"),
        ("The guild endorsed Ada Lind on Tuesday.", "Ada Lind", "Tuesday"),
        ("The guild endorsed the fair last week.", "the fair", "last week"),
        ("The guild endorsed, it is told, the fair on Tuesday.", "it is told", None),
        ("The guild endorsed Ada Lind, elected on Tuesday.", "Ada Lind", None),
    ],
)
def test_a_time_behind_what_a_deed_is_done_to(text, content, time):
    """Who is endorsed in May is endorsed then, where the tagger leaves the time out of what is endorsed."""
    found = dated(text, Marked("The guild", "endorsed", content))
    told = {one.told for one in found.statements}
    assert [mention.text for mention in found.times if mention.id in told] == ([time] if time else [])


def test_a_day_behind_what_is_wished_for_is_not_that_of_the_wish():
    """Whoever calls for a strike on Tuesday need not have called on Tuesday."""
    found = dated("The guild called for a strike on Tuesday.", Marked("The guild", "called for", "a strike"))
    assert [one.told for one in found.statements] == [None]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ('"It will close," Ada Lind told reporters as the sun came up on Tuesday.', "Tuesday"),
        ('"It will close," Ada Lind said when the doors opened on Tuesday.', "Tuesday"),
        ('"It will close," Ada Lind said as men who were arrested on Tuesday left.', None),
        ("Ada Lind told reporters the mill would close as the lease ended on Tuesday.", None),
    ],
)
def test_what_went_on_meanwhile_tells_the_day(text, time):
    """Behind a quotation, "as the sun came up on Tuesday" is when it was said."""
    assert told(text, "close") == time


def test_said_so_last_year_was_said_then():
    """A time behind "so" is no part of what was said."""
    text = "The mill will close, Ada Lind said so last year."
    found = dated(text, Marked("Ada Lind", "said", "so last year"))
    assert [one.told for one in found.statements] == [found.times[0].id]


def test_a_hop_inside_a_content_has_its_own_time():
    """Of two nested sayings each has the time that stands in its own clause."""
    text = "Ada Lind said on Thursday that the minister had warned on Monday that the mill would close."
    found = dated(text)
    words = {time.id: time.text for time in found.times}
    by_depth = {len(one.chain): words.get(one.told or "") for one in found.statements}
    assert by_depth == {1: "Thursday", 2: "Monday"}


@pytest.mark.parametrize(
    ("behind", "time"),
    [
        ("She added that the bridge was safe.", "Tuesday"),
        ("The bridge, she said, was safe.", "Tuesday"),
        ("She had said that the bridge was safe.", None),
        ("She says the bridge is safe.", None),
        ("She wrote last week that the bridge was safe.", "last week"),
        ("She told a crowd at a rally that the bridge was safe.", None),
        ("Per Aston said the bridge was safe.", None),
        ("The bridge was safe, a spokesman added.", "Tuesday"),
    ],
)
def test_who_goes_on_speaking_is_at_the_same_occasion(behind, time):
    """A later saying of the same source takes over the day; an earlier one, or one elsewhere, does not."""
    assert told(f"Ada Lind said on Tuesday that the mill would close. {behind}", "safe") == time


def test_the_report_said_takes_over_its_date():
    """What "the report said" was said on the date of the report just named."""
    text = "The agency said in a report dated 12 January that the mill would close. The report said all was safe."
    assert told(text, "safe") == "12 January"


def test_a_far_paragraph_does_not_take_over():
    """An occasion holds for its paragraph and the next one."""
    text = (
        "Ada Lind said on Tuesday that the mill would close.\n\nIt rained.\n\nIt snowed.\n\nShe said all was safe."
    )
    assert told(text, "safe") is None


@pytest.mark.parametrize(
    ("behind", "time"),
    [
        ('"The mill is lost," the chairman, Egon Prast, told them.', "Tuesday"),
        ('"The mill is lost," Egon Prast told delegates.', "Tuesday"),
        ('"The mill is lost," Egon Prast told the Quay Courier.', None),
        ('"The mill is lost," Egon Prast had told them.', None),
    ],
)
def test_what_is_told_to_those_present_is_told_on_the_day_of_the_scene(behind, time):
    """Hearers who are there put a saying on the first day that its paragraph names."""
    assert told(f"The owners met in Sund on Tuesday and voted at noon. {behind}", "lost") == time


def day_of(text, words):
    """The days of the time with these words."""
    found = next(time for time in dated(text).times if time.text == words)
    return found.interval.earliest, found.interval.latest


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ('On Tuesday the minister said: "We will publish the list tomorrow."', "tomorrow", 15),
        ("On Tuesday the minister said we would publish the list tomorrow.", "tomorrow", 18),
        ('Ada Lind said on Tuesday the list was "to be ready tomorrow", not sooner.', "tomorrow", 15),
        ('On Thursday Ada Lind said: "They came on Monday."', "Monday", 13),
        ('The minister said: "We will publish the list tomorrow."', "tomorrow", 18),
    ],
)
def test_quoted_words_count_from_the_day_they_were_said(text, words, day):
    """A time in quotation marks counts from the day of speaking, in indirect speech from that of the article."""
    assert day_of(text, words) == (date(2031, 1, day), date(2031, 1, day))


def test_this_week_said_yesterday_is_this_week():
    """A quotation of the day before does not move the week."""
    text = 'Ada Lind said on Thursday: "We open this week."'
    assert day_of(text, "this week") == (date(2031, 1, 13), date(2031, 1, 19))


def test_a_papers_own_words_count_from_its_date():
    """The words of a dated paper count from its date, also without quotation marks."""
    text = "The report, dated 12 December, says that the list will be out next month."
    assert day_of(text, "next month") == (date(2031, 1, 1), date(2031, 1, 31))


def test_no_anchor_is_a_circle():
    """No time is its own anchor, not even through others."""
    text = 'On Tuesday Ada Lind said: "On Monday he told me: \'I leave tomorrow\'." She added on Friday: "Today."'
    found = dated(text)
    anchors = {time.id: time.anchor for time in found.times}
    for id_ in anchors:
        seen, at = set(), id_
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = anchors[at]


PIECES = [
    "On Friday", "Ada Lind", "said", "told reporters", '"', "“", "”", "tomorrow", "that", "the report",
    "dated 12 May", "she added", "who was arrested on Monday", ",", ".", "\n\n", "after Monday's meeting",
    "according to", "last week",
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_text_is_read(pieces):
    """On any text nothing breaks, what tells is a time of the page, and it lies outside the content it dates."""
    found = dated(" ".join(pieces))
    places = {time.id: time.span for time in found.times}
    for one in found.statements:
        assert one.told is None or one.told in places
    assert all(time.anchor is None or time.anchor in places for time in found.times)
    assert found == dated(" ".join(pieces))


def test_own_voice_has_no_day_of_its_own():
    """What the article says itself is said by nobody else at no other time."""
    found = dated("On Tuesday the mill closed.")
    assert [replace(one, told=None) for one in found.own_voice] == list(found.own_voice)
