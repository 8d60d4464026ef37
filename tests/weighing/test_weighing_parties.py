"""Parties to the matter: the own side, the other side, a stake, those who are none, and the words that say so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.weighing.cases import H1, H2, Said, case_of

from sayso.annotating.annotate import annotate
from sayso.brain.entailer import RuleEntailer
from sayso.brain.rules import RuleTagger
from sayso.linking.link import link
from sayso.model.article import Article
from sayso.model.case import Case, Page
from sayso.model.sources import Relation, RelationKind, Role, Source, SourceKind
from sayso.model.span import Ref, Span
from sayso.model.stances import Hypothesis
from sayso.weighing.parties import party_of, sides_in, sides_of
from sayso.weighing.weigh import weigh

PLACE = Ref("a", Span(0, 1))
BID = Hypothesis("h1", "Orsund takes over Velm Freight by 30 June 2031")
CABINET = Hypothesis("h1", "The Ostrian government resigns by 30 June 2031")


def _source(name: str, kind: SourceKind = "person", role: str = "", ident: str = "c-1") -> Source:
    return Source(ident, name, kind, roles=(Role(role, PLACE),) if role else ())


def _told(source: Source, *, about: Hypothesis = H1, text: str = "", relations: tuple[Relation, ...] = ()):
    """(side, words) of a source in a case that is about one hypothesis and holds one article."""
    pages = (Page(Article("a", "a.txt", text, "0" * 64)),) if text else ()
    others = tuple(_source(one.right, "organisation", ident=one.right) for one in relations)
    case = Case("", None, (about,), pages, (source, *others), relations=relations)
    found = party_of(sides_of(case, about), source)
    return (found.side, found.words) if found else None


def _relation(kind: RelationKind, right: str, left: str = "c-1") -> Relation:
    return Relation(left, right, kind, ("“what the text says”",), (Ref("a", Span(2, 4)),))


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (_source("Ostria", "place"), "the question is about Ostria"),
        (_source("the Ostrian Navy", "organisation"), "the question is about Ostria"),
        (_source("Ada Lind", role="the Ostrian minister"), "“the Ostrian minister”: the own side"),
        (_source("a spokesman for Ostria's navy"), "“a spokesman for Ostria's navy”: the own side"),
    ],
)  # fmt: skip
def test_the_own_side_is_whom_the_question_names_first(source, words):
    """A country, its bodies, and who a text places in an office of it speak of their own plans."""
    assert _told(source) == ("own", words)


@pytest.mark.parametrize("place", [1, 0])
def test_an_office_that_the_question_names_is_the_own_side(place):
    """Whom texts call what the question calls the one it is about; a bare title says nothing of the kind."""
    about = Hypothesis("h1", "The transport minister of Tarn resigns by 30 June 2031")
    role = ("the minister", "the transport minister")[place]
    side, words = _told(_source("Ada Lind", role=role), about=about)
    assert (side == "own") is bool(place)
    assert not place or words == "“the transport minister”: the question names this office"


def test_an_unplaced_head_of_government_speaks_for_the_government_asked_about():
    """A prime minister of no country is the own side where the question is about a government."""
    side, words = _told(_source("Ada Lind", role="the prime minister"), about=CABINET)
    assert (side, words) == ("own", "“the prime minister”: the question is about the government")
    assert _told(_source("Ada Lind", role="the prime minister"))[0] == "stake"
    assert _told(_source("Ada Lind", role="the prime minister of Velmora"), about=CABINET)[0] == "stake"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("speaks for", "speaks for Ostria"),
        ("holds office in", "holds an office in Ostria"),
        ("office of", "is the office of Ostria"),
        ("part of", "is part of Ostria"),
        ("owned by", "belongs to Ostria"),
        ("issued by", "was issued by Ostria"),
    ],
)
def test_a_relation_puts_on_the_own_side(kind, words):
    """A holder of an office that no role names is told by the relation, whose words and place are the reason."""
    source = _source("the Harbour Board", "organisation")
    assert _told(source, relations=(_relation(kind, "Ostria"),)) == ("own", f"“what the text says”: {words}")
    case = Case("", None, (H1,), (), (source, _source("Ostria", "place", ident="Ostria")),
                relations=(_relation(kind, "Ostria"),))  # fmt: skip
    found = party_of(sides_of(case, H1), source)
    assert found
    assert found.refs == (Ref("a", Span(2, 4)),)


def test_relations_reach_two_steps_and_no_further():
    """Who speaks for a part of the own side is on it; one step more, and the tie says too little."""
    chain = (
        _relation("part of", "Ostria", "the Fleet"),
        _relation("speaks for", "the Fleet", "c-2"),
        _relation("speaks for", "c-2", "c-3"),
    )
    bodies = [_source(name, "organisation", ident=name) for name in ("Ostria", "the Fleet")]
    people = [
        _source("Una Vail", role="a spokesman", ident="c-2"),
        _source("Per Vail", role="a spokesman", ident="c-3"),
    ]
    sides = sides_of(Case("", None, (H1,), (), (*bodies, *people), relations=chain), H1)
    parties = [party_of(sides, one) for one in people]
    assert [party and party.side for party in parties] == ["own", "stake"]


def test_a_relation_needs_somebody_who_acts():
    """A person without any office is no party for being tied to the own side in words."""
    assert _told(_source("Ada Lind"), relations=(_relation("part of", "Ostria"),)) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The war between Ostria and Velmora goes on.", "“war between Ostria and Velmora”"),
        ("Velmora is at war with Ostria.", "“Velmora is at war with Ostria”"),
        ("Velmora, an old rival of Ostria, watched.", "“Velmora, an old rival of Ostria”"),
    ],
)
def test_the_other_side_is_whom_a_text_sets_against_the_own(text, why):
    """An enemy or rival is a party by the words of some text, which are the reason and have a place."""
    source = _source("Velmora", "place")
    assert _told(source, text=text) == ("other", f"“Velmora”: {why} sets it against the own side")
    assert _told(source, text="Velmora borders on the sea.") is None
    found = party_of(sides_of(Case("", None, (H1,), (Page(Article("a", "a.txt", text, "0" * 64)),)), H1), source)
    assert found
    (ref,) = found.refs
    assert why == f"“{ref.span.of(text)}”"


def test_whom_the_question_names_besides_is_the_other_side():
    """The company to be taken over is a party as its bidder is, and an officer of either with it."""
    assert _told(_source("Orsund", "organisation"), about=BID)[0] == "own"
    side, words = _told(_source("Velm Freight", "organisation"), about=BID)
    assert (side, words) == ("other", "“Velm Freight”: the question names its side (“Velm”)")
    assert _told(_source("Bo Tarr", role="the chief of Velm Freight"), about=BID)[0] == "other"


def test_the_opposition_is_the_other_side_of_who_governs():
    """Both the opposition as such and whom a text calls an opposition politician."""
    assert _told(_source("the opposition", "organisation"), about=CABINET) == (
        "other", "“the opposition”: opposed to who governs",
    )  # fmt: skip
    text = "Opposition politician Una Vail spoke in the evening."
    side, words = _told(_source("Una Vail", role="an opposition politician"), about=CABINET, text=text)
    assert (side, words) == ("other", "“Una Vail”: “Opposition politician Una Vail”")


def test_an_office_on_no_side_is_a_stake():
    """A holder of a public office whom nothing places has a stake; the words say no more than that."""
    assert _told(_source("Bo Tarr", role="the mayor")) == ("stake", "an office holder with a stake in the matter")


@pytest.mark.parametrize(
    "source",
    [
        _source("Ada Lind"),
        _source("Ada Lind", role="a baker"),
        _source("Ada Lind", role="an analyst of the Ostrian navy"),
        _source("Ada Lind", role="the former Ostrian transport minister"),
        _source("the Ostrian Post", "outlet"),
        _source("an Ostrian order", "document"),
    ],
)
def test_watchers_outlets_and_bystanders_are_no_party(source):
    """Who watches, prints or only stands by is none, whatever country his role names."""
    assert _told(source) is None


def test_a_town_in_a_role_places_nobody():
    """Where an office is does not say whose it is; the country beside the town does."""
    about = Hypothesis("h1", "France closes the border")
    assert _told(_source("Ada Lind", role="the mayor of Paris"), about=about)[0] == "stake"
    assert _told(_source("Ada Lind", role="the mayor of Paris, France"), about=about)[0] == "own"


def test_words_that_any_question_has_name_nobody():
    """Months and offices written like names are no side; a country in its adjective is the country."""
    assert sides_in("the Ostrian Navy in May, France's President, French bread") == ("ostrian", "navy", "france")


def test_sides_do_not_ask_which_hypothesis_a_source_suits():
    """Whoever says yes and whoever says no is a party alike, and a negation has the sides of what it negates."""
    role = "the Ostrian transport minister"
    case = case_of(
        Said(role=role, lean="support", origin="o1"),
        Said(who="Bo Tarr", role=role, lean="deny", origin="o2"),
        hypotheses=(H1, H2),
    )
    found = weigh(case).parties
    assert [(one.source, one.hypothesis, one.side) for one in found] == [
        ("c-Ada Lind", "h1", "own"), ("c-Bo Tarr", "h1", "own"),
    ]  # fmt: skip


def test_a_question_without_a_name_has_no_sides():
    """Nothing is made up where the question names nobody: an office holder keeps a stake."""
    sides = sides_of(Case("", None, (), ()), replace(H1, text="the bridge closes by 30 June 2031"))
    assert (dict(sides.own), dict(sides.other)) == ({}, {})
    found = party_of(sides, _source("Bo Tarr", role="the mayor"))
    assert found
    assert found.side == "stake"


def test_parties_are_read_from_articles():
    """From text to parties: a minister of the own side, the enemy's, and no analyst."""
    text = (
        "The war between Ostria and Velmora goes on.\n\n"
        "The harbour of Tarn will close in June, said Ada Lind, the Ostrian transport minister.\n\n"
        "“Ostria will close the harbour of Tarn,” said Bo Tarr, the Velmoran defence minister.\n\n"
        "Ostria will not close the harbour of Tarn, said Una Vail, an analyst of shipping.\n"
    )
    tagger = RuleTagger()
    page = annotate(Article("a", "a.txt", text, "0" * 64, outlet="The Tidewater Post"), tagger)
    asked = annotate(
        Article("q", "--ask", "Will Ostria close the harbour of Tarn by 30 June 2031?", "1" * 64), tagger
    )
    case = link([page], asked, entailer=RuleEntailer())
    names = {source.id: source.name for source in case.sources}
    sides = {names[one.source]: one.side for one in weigh(case).parties}
    assert sides["Ada Lind"] == "own"
    assert sides["Bo Tarr"] == "other"
    assert "Una Vail" not in sides
