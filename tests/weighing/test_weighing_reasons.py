"""Reasons as sentences: who, when, how often relayed, what, and what it does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.weighing.cases import Said, Story, case_of

from sayso.model.case import Case
from sayso.model.sources import SourceKind
from sayso.weighing.weigh import weigh


def told(*said: Said, origin: str = "o1", **settings) -> str:
    """The text of one origin's reason."""
    return text_of(case_of(*said, **settings), origin)


def text_of(case: Case, origin: str = "o1") -> str:
    """The text of one origin's reason in `case`."""
    return next(r.text for r in weigh(case).answers[0].reasons if r.origin == origin)


def named(case: Case, root: str) -> Case:
    """`case` with another root for its first origin."""
    return replace(case, origins=(replace(case.origins[0], root=root), *case.origins[1:]))


def test_an_interval_is_shown_as_one() -> None:
    """An article dated to a span of days never lends its first day."""
    assert "Ada Lind's word, 1 to 9 June 2031: “the harbour will close” speaks for it." in told(Said(until=8))


def test_no_date_is_said() -> None:
    """Without a date the reason says so."""
    assert told(Said(day=None)).startswith("Ada Lind's word, date not known: ")


@pytest.mark.parametrize(
    ("said", "end"),
    [
        (Said(strength=0.3), "speaks weakly for it."),
        (Said(lean="deny", low=0.0, high=0.1), "speaks against it."),
        (Said(lean="open", strength=0.0), "leaves it open."),
        (
            Said(lean="deny", low=0.0, high=0.2, denial="denial of discussion", non_denial=True),
            "leans slightly against it.",
        ),
    ],
)
def test_what_it_does_is_said_in_words(said: Said, end: str) -> None:
    """For, against, weakly, open; a reply that rules nothing out only leans."""
    assert told(said).endswith(end)


def test_a_withdrawn_origin_is_told_in_the_past() -> None:
    """What was taken back spoke until then."""
    assert told(Said(), retracted={"o1": 5}).endswith("spoke for it until it was taken back.")


@pytest.mark.parametrize(
    ("who", "kind", "verb"),
    [
        ("Analysts", "group", "believe"),
        ("officials close to the ministry", "anonymous", "believe"),
        ("a group of bloggers", "group", "believes"),
        ("Tom Sacks", "person", "believes"),
        ("Recent leaks", "document", "believe"),
    ],
)
def test_the_verb_agrees_with_its_source(who: str, kind: SourceKind, verb: str) -> None:
    """Several believe, one believes, and a person's name that ends in "s" is one."""
    said = Said(who, kind=kind, force="believe", mode="indirect")
    case = case_of(said)
    page = case.pages[0]
    hop = page.statements[0].chain[0]
    bare = replace(page.statements[0], chain=(replace(hop, cue=replace(hop.cue, text="according to")),))
    case = named(replace(case, pages=(replace(page, statements=(bare,)),)), who)
    assert f"{who[:1].upper()}{who[1:]}, 1 June 2031, {verb}: the harbour will close; this speaks" in text_of(case)


def test_words_that_are_not_the_holders_own_stand_without_quotation_marks() -> None:
    """Indirect speech follows the article's own verb."""
    assert told(Said(mode="indirect", words="that it will close")) == (
        "Ada Lind's word, 1 June 2031, said that it will close; this speaks for it."
    )


def test_another_mouth_is_named_before_the_origin() -> None:
    """The article's name for the speaker leads, the origin follows in brackets."""
    case = named(case_of(Said()), "Per Aston, 1 June 2031")
    assert text_of(case).startswith("Ada Lind (Per Aston), 1 June 2031: “")


def test_the_article_itself_is_named() -> None:
    """An outlet speaks in its own words."""
    case = case_of(Said())
    page = case.pages[0]
    own = replace(page, statements=(), own_voice=(replace(page.statements[0], chain=()),))
    case = named(replace(case, pages=(own,)), "Outlet 0, in its own words")
    assert text_of(case).startswith("Outlet 0, in its own words, 1 June 2031: “the harbour will close” speaks")


def test_no_reason_repeats_a_calendar_code() -> None:
    """Days are written out in every reason and hint."""
    given = weigh(Story((Said(), Said("Bo Ras", "o2", "deny", low=0.0, high=0.1, day=4)), as_of=28).case()).answers[
        0
    ]
    assert not [line for line in (*(r.text for r in given.reasons), *given.would_change) if "2031-" in line]
