"""Texts marked by hand: tags, kinds of replies, and passages with their gold."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals import passages, tagged
from evals.passages import named
from sayso.brain.gauge import KINDS
from sayso.errors import FormatError

EVALS = Path(passages.__file__).parent


def test_tags_become_places():
    """Source, cue and pieces of content lie where their words stand, and no tag is left."""
    text, said = tagged.parsed('"<q>It holds</q>," <c>said</c> <s>Ada Lind</s>, "<q>and it will</q>."')
    assert text == '"It holds," said Ada Lind, "and it will."'
    places = (said[0].source, said[0].cue)
    assert [place and place.of(text) for place in places] == ["Ada Lind", "said"]
    assert [span.of(text) for span in said[0].content] == ["It holds", "and it will"]


def test_numbered_tags_nest():
    """What is said inside has its own number and lies within the content around it."""
    text, said = tagged.parsed("<s0>She</s0> <c0>said</c0> <q0><s1>he</s1> <c1>knew</c1> <q1>it</q1></q0>.")
    assert said[0].content[0].contains(said[1].content[0])
    assert said[1].source
    assert said[1].source.of(text) == "he"


@pytest.mark.parametrize("line", ["<s>She</s> <c>said", "said</c> <q>it</q>", "<s>She</s> <c>said</c> it", "plain"])
def test_tags_that_do_not_fit_are_refused(line):
    """An open tag, a stray one, no content: the message shows the line."""
    with pytest.raises(FormatError, match=r"tag|said"):
        tagged.parsed(line)


@pytest.mark.parametrize("part", ["dev", "test"])
def test_every_reply_can_be_read(part):
    """Each line has a kind that the gauge knows, and the kinds are all there."""
    kinds = [kind for _, _, kind in tagged.replies(EVALS / "replies" / f"{part}.tsv")]
    assert len(kinds) >= 150
    assert set(kinds) == set(KINDS)


@pytest.mark.parametrize(("part", "least"), [("dev", 100), ("test", 40)])
def test_every_passage_can_be_read(part, least):
    """All words of the gold stand in their passage; nested statements and non-denials are among them."""
    read = list(passages.passages(EVALS / "passages" / part))
    gold = [one for passage in read for one in passage.gold]
    assert len(read) >= least
    assert len({passage.text for passage in read}) == len(read)
    assert sum(one.depth > 0 for one in gold) >= 80
    assert sum(one.non_denial is not None for one in gold) >= 40


def test_development_and_test_share_no_passage():
    """What is tuned on is never tested on."""
    parts = [{one.text for one in passages.passages(EVALS / "passages" / part)} for part in ("dev", "test")]
    replies = [
        {text for text, _, _ in tagged.replies(EVALS / "replies" / f"{part}.tsv")} for part in ("dev", "test")
    ]
    assert not parts[0] & parts[1]
    assert not replies[0] & replies[1]


@pytest.mark.parametrize(
    ("gold", "given", "verdict"),
    [
        ("Ada Lind", ("Ada Lind",), "right"),
        ("the Tide Institute", ("Tide Institute", "TI"), "right"),
        ("Ada Lind", ("Lind",), "right"),
        ("Ada Lind", ("Bo Berg",), "wrong"),
        ("Ada Lind", ("she",), "open"),
        ("?", ("she",), "right"),
        ("?", ("Bo Berg",), "wrong"),
        ("a source close to the board", ("a source close to the board",), "right"),
    ],
)
def test_a_name_is_right_wrong_or_open(gold, given, verdict):
    """A pronoun left open is no wrong name; a name where the text leaves it open is one."""
    assert named(gold, given) == verdict
