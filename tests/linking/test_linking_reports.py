"""Occasions of one mouth: what tells them apart, what holds them together, whose word a weak name is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.brain.entailer import RuleEntailer
from sayso.linking.link import link
from sayso.linking.tellings import telling
from sayso.model.rulings import Ruling
from sayso.model.span import Span
from sayso.model.statements import Cue, Hop
from sayso.model.times import Interval

ENTAILER = RuleEntailer()

_CLOSING = "the harbour of Velmora will close before the herring comes"
_BOATS = "ninety boats must find another berth on the island"
_BREAD = "bread has become dearer in the bakeries of Tarn"


def _case(make, *pages, **more):
    return link(pages, make.question(), entailer=ENTAILER, **more)


def _heard(make, text, chain, content, *, outlet, day, told=None, kind="person"):
    """A page with one statement; `told` is the day on which its text says that it was said."""
    page = make.page(text, outlet=outlet, day=day)
    names = [name.strip() for name in chain.split(">")]
    for name in names:
        page = make.source(page, name, kind)
    page = make.says(page, chain, content)
    return _with_cue(page, make, told)


def _with_cue(page, make, told=None):
    """The page with "said" as the cue of its last statement, and the time beside it as when it was said."""
    *others, last = page.statements
    at = page.article.text.find("said", page.article.text.find(last.chain[-1].source.text))
    cue = Cue(Span(at, at + 4), "said")
    chain = (*last.chain[:-1], Hop(last.chain[-1].source, cue, last.chain[-1].force))
    mention = None
    if told:
        page = make.time(page, told, told, told)
        mention = page.times[-1].id
    return replace(page, statements=(*others, replace(last, chain=chain, told=mention)))


def _osk(make, content, *, how="", outlet, day, told=None):
    when = f"on {told}" if told else ""
    text = f"Tarn Osk said {how} {when} that {content}."
    return _heard(make, text, "Tarn Osk", content, outlet=outlet, day=day, told=told)


def test_two_told_days_are_two_occasions(make):
    """What one speaker said on two days, as the texts tell, comes from two origins of one source."""
    one = _osk(make, _CLOSING, outlet="Gull", day="2024-05-02", told="2024-05-02")
    two = _osk(make, _BOATS, outlet="Tern", day="2024-05-09", told="2024-05-08")
    first, second = _case(make, one, two).origins
    assert first.source == second.source
    assert (first.said, second.said) == (
        Interval(date(2024, 5, 2), date(2024, 5, 2)),
        Interval(date(2024, 5, 8), date(2024, 5, 8)),
    )


def test_one_told_day_is_one_occasion(make):
    """Other words of the same day, in another outlet a week later, are of the same occasion."""
    one = _osk(make, _CLOSING, outlet="Gull", day="2024-05-02", told="2024-05-02")
    two = _osk(make, _BOATS, outlet="Tern", day="2024-05-09", told="2024-05-02")
    assert len(_case(make, one, two).origins) == 1


def test_a_later_article_that_repeats_the_words_tells_of_the_same_occasion(make):
    """The same words without a day, two weeks later, belong to the occasion on which they were said."""
    one = _osk(make, _CLOSING, outlet="Gull", day="2024-05-02", told="2024-05-02")
    two = _osk(make, _CLOSING, outlet="Tern", day="2024-05-16")
    assert len(_case(make, one, two).origins) == 1


def test_other_words_after_weeks_are_another_occasion(make):
    """The same speaker on another matter six weeks later is heard anew."""
    one = _osk(make, _CLOSING, outlet="Gull", day="2024-05-02")
    two = _osk(make, _BREAD, outlet="Tern", day="2024-06-13")
    assert len(_case(make, one, two).origins) == 2


def test_a_wrong_day_does_not_part_the_same_words(make):
    """A relay that gives the wrong day for the very same words adds no origin."""
    words = f"{_CLOSING} and {_BOATS}"
    one = _osk(make, words, outlet="Gull", day="2024-05-03", told="2024-05-02")
    two = _osk(make, words, outlet="Tern", day="2024-05-04", told="2024-05-03")
    assert len(_case(make, one, two).origins) == 1


@pytest.mark.parametrize(("how", "other"), [("in an interview", "at a hearing"), ("in a letter", "at a briefing")])
def test_two_kinds_of_talk_are_two_occasions(make, how, other):
    """What was said in an interview and what at a hearing are two, even when both are in the papers of one day."""
    one = _osk(make, _CLOSING, how=how, outlet="Gull", day="2024-05-02")
    two = _osk(make, _BREAD, how=other, outlet="Tern", day="2024-05-02")
    assert len(_case(make, one, two).origins) == 2


def test_an_article_tells_two_occasions_apart(make):
    """What a speaker "had said" weeks before is not of today's briefing."""
    text = f"Tarn Osk said that {_CLOSING}. On 2024-03-04 Tarn Osk said that {_BREAD}."
    page = make.source(make.page(text, outlet="Gull", day="2024-05-02"), "Tarn Osk")
    page = _with_cue(make.says(page, "Tarn Osk", _CLOSING), make)
    page = _with_cue(make.says(page, "Tarn Osk", _BREAD), make, "2024-03-04")
    assert len(_case(make, page).origins) == 2


def test_a_person_joins_and_splits_occasions(make):
    """A ruling joins two occasions, another takes one apart; its tie has a score of at most 1."""
    one = _osk(make, _CLOSING, outlet="Gull", day="2024-05-02")
    two = _osk(make, _BREAD, outlet="Tern", day="2024-06-13")
    target = "+".join(page.statements[0].id for page in (one, two))
    ruling = Ruling(target, "merge", "desk", "2024-07-01", "one speech")
    (joined,) = _case(make, one, two, rulings=[ruling]).origins
    assert {tie.key for tie in joined.ties} == {"ruling"}
    assert all(0 <= tie.score <= 1 for tie in joined.ties)
    near = _osk(make, _CLOSING, outlet="Kelp", day="2024-05-03")
    target = "+".join(page.statements[0].id for page in (one, near))
    assert len(_case(make, one, near).origins) == 1
    assert len(_case(make, one, near, rulings=[replace(ruling, target=target, verdict="split")]).origins) == 2


def test_an_origin_names_its_occasion_and_paper(make):
    """The root names the body, the kind of paper and its day; the document is named, too."""
    text = f"The Tidal Institute said in a note on 2024-05-06 that {_CLOSING}."
    page = _heard(
        make,
        text,
        "The Tidal Institute",
        _CLOSING,
        outlet="Gull",
        day="2024-05-07",
        told="2024-05-06",
        kind="organisation",
    )
    (origin,) = _case(make, page).origins
    assert origin.root == "The Tidal Institute, note of 6 May 2024"
    assert origin.document == "note"
    assert origin.source


def test_weak_names_lead_to_the_body(make):
    """The words "its analysts" and "the note" are the institute that was named before."""
    text = (
        f"The Tarn Tidal Institute said in a note that {_CLOSING}. Its analysts said that {_BOATS}. "
        f"The note said that {_BREAD}."
    )
    page = make.page(text, outlet="Gull", day="2024-05-07")
    for name, kind, content in (
        ("The Tarn Tidal Institute", "organisation", _CLOSING),
        ("Its analysts", "group", _BOATS),
        ("The note", "document", _BREAD),
    ):
        page = make.says(make.source(page, name, kind), name, content)
    (origin,) = _case(make, page).origins
    assert len(origin.statements) == 3
    assert any("named after" in tie.why or "is the one of" in tie.why for tie in origin.ties)


def test_a_body_and_its_director_may_be_heard_on_one_occasion(make):
    """What a council says and what its director says in the same article is one briefing; two sources."""
    text = f"The Tarn Harbour Council said that {_CLOSING}. Director Ina Brell said that {_BOATS}."
    page = make.source(make.page(text, outlet="Gull", day="2024-05-07"), "The Tarn Harbour Council", "organisation")
    page = make.source(page, "Ina Brell", role="Director")
    page = make.says(make.says(page, "The Tarn Harbour Council", _CLOSING), "Ina Brell", _BOATS)
    case = _case(make, page)
    assert len(case.origins) == 1
    assert len(case.sources) == 2


def test_two_directors_are_never_one_occasion(make):
    """Two persons of one body stay two, whatever they say."""
    text = "Director Ina Brell and director Tarn Osk of the Tarn Harbour Council."
    one = _heard(
        make, f"Ina Brell said that {_CLOSING}. {text}", "Ina Brell", _CLOSING, outlet="Gull", day="2024-05-07"
    )
    two = _heard(
        make, f"Tarn Osk said that {_CLOSING}. {text}", "Tarn Osk", _CLOSING, outlet="Tern", day="2024-05-07"
    )
    assert len(_case(make, one, two).origins) == 2


def test_what_a_text_tells_of_an_occasion(make):
    """Day, kind, hearer and title are read around the statement and never in what is said."""
    text = f"Tarn Osk said in an interview with Tern Radio that {_CLOSING} at a briefing."
    page = _heard(make, text, "Tarn Osk", f"{_CLOSING} at a briefing", outlet="Gull", day="2024-05-07")
    told = telling(page, page.statements[0])
    assert told.talks == {"interview"}
    assert told.hearers == {"tern radio"}
    assert told.days is None


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(6)))
def test_the_order_of_articles_changes_no_occasion(make, order):
    """Occasions are the same whatever the order in which the articles are given."""
    pages = [
        _osk(make, content, outlet=f"Gull {number}", day=day)
        for number, (content, day) in enumerate(
            (content, day) for content in (_CLOSING, _BOATS) for day in ("2024-05-02", "2024-05-06", "2024-06-20")
        )
    ]
    assert _case(make, *(pages[at] for at in order)).origins == _case(make, *pages).origins


def test_ten_thousand_words_of_one_speaker_take_no_time(make):
    """Hundreds of articles on one speaker are read without comparing each with each."""
    pages = [
        _osk(
            make,
            f"{_CLOSING} for the {number}th time",
            outlet=f"Gull {number}",
            day=f"2024-{number % 12 + 1:02}-02",
        )
        for number in range(200)
    ]
    assert len(_case(make, *pages).origins) <= 200
