"""What titles, teasers, headings and captions say beyond their text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotating.annotate import annotate
from sayso.brain.rules import RuleTagger
from sayso.linking.overreads import compared, overreads
from sayso.model.article import Article, Block
from sayso.model.case import Page
from sayso.model.span import Span


def _page(*blocks: str, language: str = "en") -> Page:
    """A page of blocks ("title: …", "heading: …"); those without a kind are paragraphs."""
    text, layout = "", []
    for block in blocks:
        kind, colon, words = block.partition(": ")
        if not colon or kind not in {"title", "teaser", "heading", "caption"}:
            kind, words = "paragraph", block
        layout.append(Block(Span(len(text), len(text) + len(words)), kind))  # type: ignore[arg-type]
        text += words + "\n\n"
    article = Article("a", "a.txt", text, "0" * 64, language=language, layout=tuple(layout))
    return compared(annotate(article, RuleTagger()))


def _told(page: Page) -> list[tuple[str, str, str]]:
    text = page.article.text
    return [(one.kind, one.heading.of(text), one.text.of(text)) for one in page.overreads]


MAY = "The Odrin ferry may raise its fares in spring, its director Una Pell told the council."

FLAGGED = [
    ("title: Odrin ferry to raise fares in spring", MAY, "hedge", "may raise its fares in spring"),
    ("teaser: Odrin ferry raises its fares.", MAY, "hedge", "may raise its fares"),
    (
        "title: Fire was arson",
        "It is unclear whether the fire was arson, the brigade said.",
        "answer",
        "is unclear whether the fire was arson",
    ),
    (
        "title: Losk plans to invade the islands",
        "Losk could invade the islands by May, Norrland's ministry said.",
        "plan",
        "could invade the islands",
    ),
    (
        "title: Storm leaves 30,000 homes dark",
        "The storm left 13,000 homes dark on Monday.",
        "number",
        "13,000 homes",
    ),
    (
        "title: Plant to shed 900 jobs",
        "The plant will shed up to 900 jobs, its owner announced.",
        "number",
        "up to 900 jobs",
    ),
    (
        "title: City pays €2 million for land",
        "The city will pay $2 million for the land at the docks.",
        "number",
        "$2 million",
    ),
    (
        "title: 80 killed in mine collapse",
        "At least 80 people were killed or injured in the collapse of the mine.",
        "number",
        "80 people were killed or injured",
    ),
    (
        "title: Minister denies secret talks",
        "Asked about secret talks, the minister declined to comment.",
        "denial",
        "declined to comment",
    ),
    (
        "title: Mayor admits meeting builder",
        "The mayor denied meeting the builder before the tender.",
        "denial",
        "denied",
    ),
    (
        "title: Licence to cost bakers 90 crowns a month",
        "The licence costs bakers 90 crowns a year.",
        "number",
        "90 crowns",
    ),
    (
        "title: One in three nurses may quit",
        "One in 13 nurses may quit, the survey of the chamber showed.",
        "number",
        "One in 13",
    ),
    (
        "title: Unemployment doubles",
        "Unemployment in Marn rose from 4 to 5 percent.",
        "number",
        "from 4 to 5",
    ),
    (
        "title: Neighbours heard shots before blaze",
        "A neighbour, Hedda Crane, heard shots before the blaze, she told the Gull.",
        "people",
        "Hedda Crane",
    ),
    (
        "title: Army shot at protesters in Karsk",
        "Soldiers of the army shot at protesters in Karsk, the opposition movement Dawn said.",
        "attribution",
        "Soldiers of the army shot at protesters in Karsk, the opposition movement Dawn said",
    ),
    (
        "title: Bird flu found at farm",
        "Tests are to see whether bird flu is at the farm.",
        "answer",
        "whether bird flu is at the farm",
    ),
]


@pytest.mark.parametrize(("head", "body", "kind", "place"), FLAGGED)
def test_both_places_of_what_a_heading_adds(head, body, kind, place):
    """What a heading adds is flagged by its kind with the words of the text it over-reads."""
    page = _page(head, body)
    ((found, heading, text),) = _told(page)
    assert (found, text) == (kind, place)
    assert heading in head


FAITHFUL = [
    ("title: Odrin ferry may raise fares in spring", MAY),
    ("title: Will the Odrin ferry raise its fares?", MAY),
    ("title: Odrin ferry fears it may raise fares", MAY),
    ("title: Castor to close 12 shops", "Castor plans to close 12 shops, the grocer said."),
    (
        "title: Harbour to close in June",
        "The harbour may close in June. It is decided: the harbour closes in June.",
    ),
    ("title: Nearly 300,000 sign petition", "The petition had 298,500 people who sign it by Friday."),
    ("title: More than 100 firefighters at blaze", "About 120 firefighters were at the blaze above Senn."),
    (
        "title: Flood drives 5,000 people out",
        "The flood drives 2,000 people out in Aldern and 3,000 people in Berrow.",
    ),
    ("title: Minister denies secret talks", "The minister denied that there had been secret talks."),
    ('title: Owner "poisoned the stream"', "The owner poisoned the stream, claimed the foreman, Rolf Tann."),
    ("title: Foreman: owner poisoned the stream", "The owner poisoned the stream, claimed the foreman, Rolf Tann."),
    ("title: Two arrested after brawl", "Two men were arrested after a brawl on Friday, police said."),
    ("title: No talks on ferry fares", "The ferry line is not currently discussing ferry fares."),
    ("title: Pipes in winter", "Nothing of the kind."),
    ("title: Neighbours heard shots", "Several people heard shots, the neighbour Hedda Crane said."),
    ("title: Reasons for delay of trains", "Trains may meet with delay, a former driver claims."),
    (
        "title: Two held over warehouse fire",
        "Two men were held over the warehouse fire, police said. Their lawyer declined to comment.",
    ),
]


@pytest.mark.parametrize(("head", "body"), FAITHFUL)
def test_a_faithful_heading_is_left_in_peace(head, body):
    """What sums up, rounds, asks, quotes or names its source is not flagged."""
    assert _told(_page(head, body)) == []


def test_an_attribution_left_out():
    """A claim of one voice that a title gives as fact is flagged with the voice's name."""
    page = _page(
        "title: Salt Road is the best film of the year",
        '"The Salt Road is the best film of the year," wrote the critic Paz Ollen in the Quill.',
    )
    (one,) = page.overreads
    assert one.kind == "attribution"
    assert "Paz Ollen" in one.about


def test_many_who_are_one():
    """A heading in which analysts speak over a text with one is flagged; with two it is not."""
    head = "heading: Analysts believe a rate cut is unlikely"
    said = "Pell Odrin of the Calder Institute told the Sheet that a rate cut is unlikely this year."
    assert [kind for kind, _, _ in _told(_page(head, said))] == ["people"]
    assert _told(_page(head, f'{said} Mona Rusk agreed. "No rate cut," she said.')) == []


def test_a_heading_is_held_against_its_own_section():
    """What bears a heading out further down, under another heading, does not count; for a title it does."""
    other = "The Odrin ferry will raise its fares in spring."
    assert _told(_page("heading: Ferry to raise fares in spring", MAY, "heading: Later", other)) != []
    assert _told(_page("title: Ferry to raise fares in spring", MAY, "heading: Later", other)) == []


def test_the_note_names_both_places():
    """Each flag is a note at its heading that has the words of both."""
    page = _page("title: Odrin ferry to raise fares in spring", MAY)
    (note,) = [note for note in page.notes if note.code == "L311"]
    assert "to raise fares in spring" in note.message
    assert "may raise its fares in spring" in note.message
    assert note.ref is not None
    assert note.ref.span == page.overreads[0].heading


def test_comparing_twice_changes_nothing():
    """A page compared again is the same page."""
    page = _page("title: Odrin ferry to raise fares in spring", MAY)
    assert compared(page) == page


def test_other_languages_are_left_alone():
    """The words of doubt are English; an article in another language is not judged."""
    assert _page("title: Odrin ferry to raise fares in spring", MAY, language="de").overreads == ()


WORDS = st.sampled_from(
    [
        *("may", "will", "30", "40,000", "homes", "people", "denies", '"no"', ".", ",", "“", "”", "plans", "to"),
        *("close", "whether", "analysts", "say", "killed", "up", "$5", "\n"),
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=12).map(" ".join), min_size=1, max_size=8))
def test_places_are_in_their_blocks(parts):
    """Whatever the text: a flag's first place is in a block that heads, its second in a paragraph."""
    kinds = ("title: ", "heading: ", "", "teaser: ", "")
    page = _page(*(f"{kinds[at % 5]}x {part}" for at, part in enumerate(parts)))
    heads = [block.span for block in page.blocks if block.kind in {"title", "teaser", "heading", "caption"}]
    bodies = [block.span for block in page.blocks if block.kind == "paragraph"]
    for one in page.overreads:
        assert any(block.contains(one.heading) for block in heads)
        assert any(block.overlaps(one.text) for block in bodies)


@pytest.mark.parametrize(
    "text",
    [
        "may close " * 40_000,
        "Analysts say 5 homes may close\n\n" * 3000,
        "heading may close 5 homes " * 20 + "\n\n" + "5 homes may close, said A. " * 6000,
    ],
)
def test_hostile_texts_take_linear_time(text):
    """A word said ten thousand times, or thousands of headings in a row, is read in seconds."""
    pieces = text.split("\n\n")
    spans, at = [], 0
    for number, piece in enumerate(pieces):
        if piece:
            spans.append(Block(Span(at, at + len(piece)), "heading" if number < len(pieces) - 2 else "paragraph"))
        at += len(piece) + 2
    page = Page(Article("a", "a.txt", text, "0" * 64), blocks=tuple(spans))
    began = time.process_time()
    overreads(page)
    assert time.process_time() - began < 5
