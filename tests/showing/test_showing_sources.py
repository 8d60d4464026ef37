"""Relations, offices by day and parties to the matter, in the dossier and in JSON, from articles to rows."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from tests.showing import builders

from sayso.annotating.annotate import annotate
from sayso.brain.entailer import RuleEntailer
from sayso.brain.rules import RuleTagger
from sayso.linking.link import link
from sayso.model.answers import Party
from sayso.model.article import Article
from sayso.model.sources import Office, Relation, Tenure
from sayso.model.span import Ref, Span
from sayso.model.times import Dating, Interval
from sayso.showing import sources
from sayso.showing.catalogue import catalogue
from sayso.showing.records import case_record
from sayso.showing.show import show
from sayso.weighing.weigh import weigh

TEXTS = {
    date(2031, 6, 2): (
        "Ostria will close the harbour of Tarn in June, said Ada Lind, the Ostrian transport minister.\n\n"
        "“Ostria will close the harbour of Tarn,” said Una Vail, a spokeswoman for the Harbour Board.\n\n"
        "The Harbour Board said that Ostria would not close the harbour of Tarn before June.\n"
    ),
    date(2031, 6, 9): (
        "“Ostria will not close the harbour of Tarn,” said Bo Tarr, the Ostrian transport minister.\n\n"
        "Ostria should close the harbour of Tarn, said Osk Brell, a baker.\n"
    ),
}


@pytest.fixture(scope="module")
def read():
    """A case of two invented articles and its answers, read with the rules."""
    tagger = RuleTagger()
    pages = [
        annotate(
            Article(f"a{n}", f"a{n}.txt", text, str(n) * 64, outlet=f"Tide {n}", published=_given(day)), tagger
        )
        for n, (day, text) in enumerate(TEXTS.items())
    ]
    question = "Will Ostria close the harbour of Tarn by 30 June 2031?"
    case = link(pages, annotate(Article("q", "--ask", question, "9" * 64), tagger), entailer=RuleEntailer())
    return case, weigh(case)


def _given(day: date) -> Dating:
    return Dating(Interval(day, day), "given")


def _rows(case, answers):
    """The rows of the dossier's list of sources, without markup, by the name in front."""
    section = show(case, answers).split('<h2 id="sources">')[1].split("</section>")[0]
    rows = [re.sub(r"<[^>]*>", " ", row) for row in re.split(r"<li\b[^>]*>", section)[1:]]
    told = [" ".join(row.split()) for row in rows]
    return {row.split(" ,")[0]: row for row in told}


def test_a_relation_stands_under_the_source_with_the_words(read):
    """Who speaks for whom, in words of the text; whom nothing ties to anybody has no such row."""
    rows = _rows(*read)
    assert "speaks for Harbour Board: “a spokeswoman for the Harbour Board”" in rows["Una Vail"]
    assert "speaks for" not in rows["Osk Brell"]


def test_a_party_is_flagged_with_its_side_and_reason(read):
    """The flag says which side and why; a bystander has none."""
    rows = _rows(*read)
    told = "a party to the matter, on the own side: “the Ostrian transport minister”: the own side"
    assert told in rows["Ada Lind"]
    assert told in rows["Bo Tarr"]
    assert "a party" not in rows["Osk Brell"]


def test_an_office_shows_its_bearers_by_day(read):
    """Both ministers stay two sources and stand in the order of the days that call them so."""
    case, answers = read
    section = show(case, answers).split("Offices that several bear")[1].split("</ul>")[0]
    told = " ".join(re.sub(r"<[^>]*>", " ", section).split())
    assert told == (
        "Ostrian transport minister : Ada Lind , 2 June 2031 “the Ostrian transport minister” ;"
        " Bo Tarr , 9 June 2031 “the Ostrian transport minister”"
    )


def test_the_json_has_the_same_with_places(read):
    """Relations, bearers and parties name sources of the case, and their places lie in the texts."""
    case, answers = read
    record = case_record(case, answers)
    texts = {page.article.id: page.article.text for page in case.pages}
    known = {source["id"]: source["name"] for source in record["sources"]}
    (relation,) = record["relations"]
    ends = known[relation["left"]], known[relation["right"]]
    assert (relation["kind"], ends) == ("speaks for", ("Una Vail", "Harbour Board"))
    (place,) = relation["refs"]
    assert f"“{texts[place['article']][slice(*place['span'])]}”" == relation["reasons"][0]
    (office,) = record["offices"]
    assert [(known[one["source"]], one["earliest"], one["past"]) for one in office["bearers"]] == [
        ("Ada Lind", "2031-06-02", False), ("Bo Tarr", "2031-06-09", False),
    ]  # fmt: skip
    sides = {known[one["source"]]: one["side"] for one in record["parties"]}
    assert (sides["Ada Lind"], sides["Bo Tarr"]) == ("own", "own")


@pytest.mark.parametrize(
    ("side", "told"),
    [("own", "on the own side"), ("other", "on the other side"), ("stake", "with a stake")],
)
def test_each_side_has_its_words(side, told):
    """A flag reads as a person would say it."""
    case, answers = builders.rich()
    made = catalogue(case, replace(answers, parties=(Party("case-lind", "h1", side, "for a reason"),)))
    flags = {one.name: one.party for one in sources.people(made)}
    assert flags.pop("Ada Lind") == f"a party to the matter, {told}: for a reason"
    assert set(flags.values()) == {""}


def test_a_past_bearer_without_a_day_is_said_to_be_so():
    """A former mayor of undated articles is marked as past, and no day is made up."""
    case, answers = builders.rich()
    tenures = (
        Tenure("case-lind", ("the former mayor",), None, past=True, refs=()),
        Tenure("nobody-shown", ("the mayor",), Interval(date(2031, 5, 3), date(2031, 5, 4)), past=False, refs=()),
    )
    (chair,) = sources.chairs(catalogue(replace(case, offices=(Office("mayor of Varn", tenures),)), answers))
    assert [(one.name, one.days, one.words) for one in chair.bearers] == [
        ("Ada Lind", "day not known", "the former mayor (past)"),
        ("nobody-shown", "3 to 4 May 2031", "the mayor"),
    ]


def test_words_of_a_text_are_no_markup():
    """What a text calls somebody is escaped in all of these rows, and a relation to nobody shown is left out."""
    case, answers = builders.rich()
    evil, place = "<img src=x onerror=alert(1)>", Ref(case.pages[0].article.id, Span(0, 4))
    related = tuple(
        Relation("case-lind", right, "part of", (f"“{evil}”",), (place,)) for right in ("case-blog", "gone")
    )
    bearers = (Tenure(one, (evil,), None, past=False, refs=()) for one in ("case-lind", "case-blog"))
    office = Office(evil, tuple(bearers))
    html = show(
        replace(case, relations=related, offices=(office,)),
        replace(answers, parties=(Party("case-lind", "h1", "own", evil),)),
    )
    assert evil not in html
    assert html.count("part of Bloggers: “&lt;img") == 1
    assert "gone:" not in html


def test_a_case_without_any_says_nothing_of_them():
    """No empty heading, no empty flag."""
    html = show(*builders.rich())
    assert "Offices that several bear" not in html
    assert "a party to the matter," not in html
