"""Tests of merging: what is made of the rules' findings and the network's, without a network."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.brain.merging import Heard, merged
from sayso.brain.sketches import LEARNED, Told, sketched
from sayso.model.article import BlockKind
from sayso.model.ports import Passage
from sayso.model.span import Span

Words = tuple[str | None, str, tuple[str, ...]]


def passage(text: str, kind: BlockKind = "paragraph", *, sentences: tuple[str, ...] = ()) -> Passage:
    """The whole text as one passage; a sentence ends where the next of `sentences` begins; quotations are “…”."""
    starts = [0, *(text.index(one) for one in sentences), len(text)]
    quotes, at = [], text.find("“")
    while at >= 0:
        quotes.append(Span(at, text.find("”", at) + 1))
        at = text.find("“", quotes[-1].end)
    whole = tuple(Span(a, b) for a, b in pairwise(starts))
    return Passage(Span(0, len(text)), kind, whole, tuple(quotes))


def place(text: str, words: str) -> Span:
    """Where words first stand in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


def heard(read: Passage, text: str, found: list[Words], *loose: str) -> Heard:
    """A passage as the rules read it and as a network with these findings would."""
    told = tuple(
        Told(
            place(text, source) if source else None,
            place(text, cue),
            tuple(place(text, one) for one in content),
            0.7,
            LEARNED,
        )
        for source, cue, content in found
    )
    return Heard(sketched(text, read), told, tuple(place(text, one) for one in loose))


def words(text: str, one: Told) -> Words:
    """A finding in words."""
    return (one.source.of(text) if one.source else None, one.cue.of(text), tuple(c.of(text) for c in one.content))


def merge(read: Passage, text: str, found: list[Words], *loose: str) -> list[Words]:
    """What is made of the rules' reading and these findings, in words."""
    return [words(text, one) for one in merged(text, heard(read, text, found, *loose))]


#: text; what the network found; what comes out.
CASES: dict[str, tuple[str, list[Words], list[Words]]] = {
    "the network knows better what belongs to a cue of both": (
        "Ada Lind said on Monday the bridge was shut.",
        [("Ada Lind", "said on Monday", ("the bridge was shut",))],
        [("Ada Lind", "said on Monday", ("the bridge was shut",))],
    ),
    "a cue without content gets that of the rules": (
        "The minister has lost patience, two aides told the Harbour Post.",
        [("two aides", "told", ())],
        [("two aides", "told", ("The minister has lost patience",))],
    ),
    "a refusal in two parts": ("Ines Falk has not ruled it out.", [], [("Ines Falk", "has not ruled", ("it",))]),
    "a refusal to say": (
        "The clerk declined to say whether the vote was legal.",
        [],
        [("The clerk", "declined", ("to say whether the vote was legal",))],
    ),
    "a figure put on something": (
        "Orr put the loss at 30 million crowns.",
        [],
        [("Orr", "put", ("the loss at 30 million crowns",))],
    ),
    "a finding of a weak pattern that the network does not have is left": (
        "The gallery shows a bridge in the rain.",
        [],
        [],
    ),
    "the statement around one of the network's": (
        "The minutes record that Olaf Brandt told colleagues the radar was asleep.",
        [("The minutes record that Olaf Brandt", "told", ("the radar was asleep",))],
        [("The minutes", "record", ("that Olaf Brandt told colleagues the radar was asleep",))],
    ),
    "a refusal behind another's content is its own": (
        "The post is vacant, according to the Lodge Agency, but his statement did not rule out a successor.",
        [
            (
                "the Lodge Agency",
                "according to",
                ("The post is vacant", "his statement did not rule out a successor"),
            )
        ],
        [
            ("the Lodge Agency", "according to", ("The post is vacant",)),
            ("his statement", "did not rule out", ("a successor",)),
        ],
    ),
    "a semicolon ends a content before the next statement": (
        "According to Berg, the ministry had pressed for haste; the ministry denies this.",
        [("Berg", "According to", ("the ministry had pressed for haste; the ministry denies this",))],
        [
            ("Berg", "According to", ("the ministry had pressed for haste",)),
            ("the ministry", "denies", ("this",)),
        ],
    ),
    "the other half of what stands around a cue": (
        "If it rains, Ada Lind warned, the wall will not hold.",
        [("Ada Lind", "warned", ("If it rains",))],
        [("Ada Lind", "warned", ("If it rains", "the wall will not hold"))],
    ),
    "a label is no cue": (
        "Tolve: “I have promised a crossing.”",
        [(None, "Tolve:", ("“I have promised a crossing.”",))],
        [("Tolve", ":", ("“I have promised a crossing.”",))],
    ),
    "a clause on the source of according to is the source's": (
        "According to a clerk, who left in May, the safe was empty.",
        [("a clerk", "According to", ("who left in May, the safe was empty",))],
        [("a clerk, who left in May", "According to", ("the safe was empty",))],
    ),
    "a list mark belongs to no source": (
        "# Minutes show a quarrel over fish",
        [("# Minutes", "show", ("a quarrel over fish",))],
        [("Minutes", "show", ("a quarrel over fish",))],
    ),
    "a colon belongs to no cue": (
        "Ada Lind replied: ask them.",
        [("Ada Lind", "replied:", ("ask them",))],
        [("Ada Lind", "replied", ("ask them",))],
    ),
    "a request not to be named is no statement": (
        "The clerk asked not to be named.",
        [("The clerk", "asked", ("not to be named",))],
        [],
    ),
    "what only the network found needs a source": (
        "There does seem to some effect that boats leave.",
        [(None, "does seem", ("that boats leave",))],
        [],
    ),
    "what both found needs none": (
        "It is alleged that the bridge is closed.",
        [(None, "is alleged", ("that the bridge is closed",))],
        [(None, "is alleged", ("that the bridge is closed",))],
    ),
    "a deed not done is no statement": (
        "The commission has not published its findings.",
        [("The commission", "has not published", ("its findings",))],
        [],
    ),
    "a refusal that only the network knows is one": (
        "The Porter has not been able to confirm the report.",
        [("The Porter", "has not been able to confirm", ("the report",))],
        [("The Porter", "has not been able to confirm", ("the report",))],
    ),
    "a refusal ends where the rules end it": (
        "Ines Falk has not ruled it out.",
        [("Ines Falk", "has not ruled", ("it out",))],
        [("Ines Falk", "has not ruled", ("it",))],
    ),
    "a content elsewhere gives way to a sure one of the rules": (
        "“He wants cash,” a friend told this column.",
        [("a friend", "told", ("this column",))],
        [("a friend", "told", ("“He wants cash,”",))],
    ),
    "a relative alone is no content": (
        "The 93 cases, which the office announced, are old.",
        [("the office", "announced", ("which",))],
        [],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_one_reading_is_made_of_two(name: str) -> None:
    """Each case of the theory comes out as its name says."""
    text, found, expected = CASES[name]
    assert merge(passage(text), text, found) == expected


def test_headings_keep_what_the_rules_find() -> None:
    """In a heading, or a line without a stop, a weak pattern counts; a capitalised cue does not."""
    text = "Lodge rules out second ferry"
    assert merge(passage(text, "heading"), text, []) == [("Lodge", "rules out", ("second ferry",))]
    shouted = "Lodge Rules Out Second Ferry"
    assert merge(passage(shouted, "heading"), shouted, []) == []


def test_quotation_alone_in_its_sentence_goes_to_who_was_quoted_last() -> None:
    """A sentence that is a quotation and nothing else is the last speaker's, once."""
    text = "“We go,” Ada said. “The boat waits.” It rained."
    read = passage(text, sentences=("“The boat", "It rained"))
    expected = [("Ada", "said", ("“We go,”", "“The boat waits.”"))]
    assert merge(read, text, [("Ada", "said", ("“We go,”",))]) == expected
    assert merge(read, text, [("Ada", "said", ("“We go,”", "“The boat waits.”"))]) == expected


def test_piece_of_another_sentence_is_cut_where_it_is_no_quotation() -> None:
    """What the network ties to "X said" from a further sentence goes, unless it is quoted."""
    text = "“Not a word,” she said. Ansgar was on leave."
    read = passage(text, sentences=("Ansgar",))
    found: list[Words] = [("she", "said", ("“Not a word,”", "Ansgar was on leave"))]
    assert merge(read, text, found) == [("she", "said", ("“Not a word,”",))]


def test_refusal_behind_a_quotation_has_no_content_of_its_own() -> None:
    """What stands in quotation marks before "He would not elaborate." is not what he refuses."""
    text = "“It rains,” Stan warned. “It pours.” He would not elaborate."
    read = passage(text, sentences=("“It pours", "He would"))
    found: list[Words] = [("Stan", "warned", ("“It rains,”", "“It pours.”"))]
    assert merge(read, text, found) == [("Stan", "warned", ("“It rains,”", "“It pours.”"))]


def test_half_that_another_sentence_took_is_given_back() -> None:
    """A quotation beside "X says" is X's, though a cue in the sentence before has taken it."""
    text = "She laughs. “They promised,” she says, “every year.”"
    read = passage(text, sentences=("“They",))
    found: list[Words] = [("She", "laughs", ("“They promised,”",)), ("she", "says", ("“every year.”",))]
    assert [one for one in merge(read, text, found) if one[2]] == [
        ("she", "says", ("“They promised,”", "“every year.”"))
    ]


def test_finding_of_the_rules_alone_is_less_sure() -> None:
    """What only the rules have counts half its score."""
    text = "Ines Falk has not ruled it out."
    one = heard(passage(text), text, [])
    assert [found.score for found in merged(text, one)] == [one.sketch.told[0].score / 2]


@given(st.text(alphabet="Ada said no; “”: ,.not rule out\n", min_size=1, max_size=200))
def test_whatever_stands_there_spans_stay_inside(text: str) -> None:
    """On any text all spans lie in the passage and none is empty."""
    read = Passage(Span(0, len(text)), "paragraph", (Span(0, len(text)),), ())
    for one in merged(text, Heard(sketched(text, read), (), ())):
        for span in (one.cue, *one.content, *((one.source,) if one.source else ())):
            assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    "sentence", ["Ada has not ruled it out; ", "“No,” Ada said, “yes.” ", "According to Ada, a; Orr denies it; "]
)
def test_time_grows_with_length_alone(sentence: str) -> None:
    """Eight times the text takes no more than some sixteen times as long."""

    def took(times: int) -> float:
        """The seconds for so many sentences."""
        text = sentence * times
        one = Heard(sketched(text, passage(text)), (), ())
        told = tuple(Told(each.source, each.cue, each.content, 0.5, LEARNED) for each in one.sketch.told[::2])
        begin = time.process_time()
        merged(text, Heard(one.sketch, told, ()))
        return time.process_time() - begin

    assert took(2000) < 16 * took(250) + 0.2
