"""What people change in statements: their words, sources and certainty, and what follows from each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.brain.entailer import RuleEntailer
from sayso.linking.edits import edited, orphaned, orphans
from sayso.linking.link import link
from sayso.linking.sourcekinds import kind_named
from sayso.model.rulings import Anchor, Ruling, standing
from sayso.model.rulingvalues import written
from sayso.model.span import Span
from sayso.model.statements import Commitment, Event
from sayso.weighing.weigh import weigh

ENTAILER = RuleEntailer()
TEXT = (
    "Tarn Osk said the harbour may close by June. The ferries stop too. "
    "Ina Brell wrote that Osk expects 90 boats to leave. He was in Orle."
)
OUTER = "Osk expects 90 boats to leave"


def rule(target: str, verdict, value: str | None = None, by: str = "Ada") -> Ruling:
    """A ruling of an invented desk."""
    return Ruling(target, verdict, by, "2024-05-05T10:00:00", "I was there", value)


def at(words: str, text: str = TEXT) -> Span:
    """Where words first stand."""
    return Span(text.index(words), text.index(words) + len(words))


@pytest.fixture
def page(make):
    """An article with two sources, a hedged statement, one inside another, and a sentence of its own."""
    made = make.page(TEXT, outlet="Gull", day="2024-05-03")
    made = make.source(make.source(made, "Tarn Osk"), "Ina Brell")
    made = make.amount(make.time(made, "June", "2024-06-01", "2024-06-30", "by"), "90", 90, 90, "boats")
    may = Commitment("affirmed", 0.2, 0.7, hedges=(at("may"),), events=(Event(at("close"), 0.2, 0.7),))
    made = make.says(made, "Tarn Osk", "the harbour may close by June", commitment=may)
    made = make.says(made, "Ina Brell", OUTER)
    made = make.says(made, "Ina Brell > Tarn Osk", "90 boats to leave")
    outer, inner = made.statements[1:]
    inner = replace(inner, parent=outer.id, chain=(*outer.chain, inner.chain[-1]))
    made = replace(made, statements=(made.statements[0], outer, inner))
    return make.says(make.says(made, "", "The ferries stop too."), "", "He was in Orle.")


def after(page, *rulings):
    """The page with rulings."""
    (new,) = edited([page], standing(rulings))
    return new


def by_id(page, ident):
    """A statement of a page."""
    return next(one for one in (*page.statements, *page.own_voice) if one.id == ident)


# ---- words


def test_a_span_set_is_the_content_and_brings_its_mentions(page):
    """The statement keeps its id and chain; times and amounts are those inside the new places."""
    first = page.statements[0]
    value = written([at("the harbour may close"), at("90 boats")])
    new = by_id(after(page, rule(first.id, "span", value)), first.id)
    assert [span.of(TEXT) for span in new.content] == ["the harbour may close", "90 boats"]
    assert first.times
    assert new.times == ()
    assert new.amounts == (page.amounts[0].id,)
    assert (new.chain, new.commitment, new.mode) == (first.chain, first.commitment, first.mode)


def test_hedges_left_outside_no_longer_count(page):
    """Without its "may" the content is held as a bare saying is; a word that comes in is not read."""
    first = page.statements[0]
    new = by_id(after(page, rule(first.id, "span", written([at("close by June")]))), first.id)
    assert new.commitment.hedges == ()
    assert (new.commitment.low, new.commitment.high) == (0.2, 0.7)  # its event still says so
    bare = replace(first, commitment=replace(first.commitment, events=()))
    alone = replace(page, statements=(bare, *page.statements[1:]))
    new = by_id(after(alone, rule(first.id, "span", written([at("close by June")]))), first.id)
    assert (new.commitment.low, new.commitment.high) == (0.85, 0.99)
    denied = replace(bare, commitment=replace(bare.commitment, polarity="negated"))
    alone = replace(page, statements=(denied, *page.statements[1:]))
    new = by_id(after(alone, rule(first.id, "span", written([at("close by June")]))), first.id)
    assert (new.commitment.low, new.commitment.high) == (0.01, 0.15)


def test_what_leaves_its_outer_content_has_no_parent(page):
    """A content moved out of the one around it stands alone with its chain; moved back it stands in it again."""
    outer, inner = page.statements[1:]
    out = after(page, rule(inner.id, "span", written([at("He was in Orle")])))
    assert by_id(out, inner.id).parent is None
    assert by_id(out, inner.id).chain == inner.chain
    shrunk = after(page, rule(outer.id, "span", written([at("Osk expects")])))
    assert by_id(shrunk, inner.id).parent is None
    alone = replace(page, statements=(*page.statements[:2], replace(inner, parent=None)))
    assert by_id(
        after(alone, rule(outer.id, "span", written([at("Osk expects 90 boats to leave.")]))), inner.id
    ).parent


def test_own_words_that_are_somebodys_now_are_no_longer_own(page):
    """A sentence that a new content takes in whole is not the article's own; half of it, or a ruled one, stays."""
    first, own = page.statements[0], page.own_voice[0]
    whole = rule(first.id, "span", written([at("the harbour may close by June. The ferries stop too")]))
    half = rule(first.id, "span", written([at("the harbour may close by June. The ferries")]))
    assert own.id not in {one.id for one in after(page, whole).own_voice}
    assert own.id in {one.id for one in after(page, half).own_voice}
    assert own.id in {one.id for one in after(page, whole, rule(own.id, "accept")).own_voice}


@pytest.mark.parametrize("value", ["", "x", "0-9999", "5-5"])
def test_places_that_cannot_be_read_change_nothing(page, make, value):
    """An unreadable value leaves the page as it is, and a note says what it should look like."""
    ruling = rule(page.statements[0].id, "span", value)
    assert after(page, ruling) is page or after(page, ruling) == page
    case = link([page], make.question(), entailer=ENTAILER, rulings=[ruling])
    assert [note.code for note in case.notes if "span" in note.message] == ["L305"]


# ---- sources


def test_a_source_set_is_that_of_the_article_or_a_new_one(page):
    """A name the article knows leads to its source; another makes one of the kind its words show, at its place."""
    first = page.statements[0]
    known = after(page, rule(first.id, "source", "ina brell"))
    assert by_id(known, first.id).chain[-1].source.id == page.sources[1].id
    new = after(page, rule(first.id, "source", f"the Orle Council @{written([at('He')])}"))
    voice = by_id(new, first.id).chain[-1].source
    made = next(source for source in new.sources if source.id == voice.id)
    assert (made.name, made.kind, voice.text) == ("the Orle Council", "organisation", "He")
    assert [ref.span.of(TEXT) for ref in made.mentions] == ["He"]


def test_what_stands_inside_follows_its_source(page):
    """The chain of a statement inside begins with the source that was set for the one around it."""
    outer, inner = page.statements[1:]
    new = after(page, rule(outer.id, "source", "Odd Karr"), rule(inner.id, "source", "Una Lind"))
    assert [hop.source.text for hop in by_id(new, outer.id).chain] == ["Odd Karr"]
    assert [hop.source.text for hop in by_id(new, inner.id).chain] == ["Odd Karr", "Una Lind"]


def test_a_source_on_which_nothing_rests_any_more_goes(page):
    """Once all it said is somebody else's a source is none; while it still speaks elsewhere it stays."""
    outer, inner = page.statements[1:]
    one = after(page, rule(outer.id, "source", "Odd Karr"))
    assert [source.name for source in one.sources] == ["Tarn Osk", "Odd Karr"]
    rest = after(page, rule(inner.id, "source", "Odd Karr"))
    assert [source.name for source in rest.sources] == ["Tarn Osk", "Ina Brell", "Odd Karr"]


def test_own_words_with_a_source_are_a_statement(page):
    """What the article said itself becomes a statement of the source that is set, in text order."""
    own = page.own_voice[0]
    new = after(page, rule(own.id, "source", f"Tarn Osk @{written([at('Tarn Osk')])}"))
    assert [one.id for one in new.statements] == [
        page.statements[0].id,
        own.id,
        *(s.id for s in page.statements[1:]),
    ]
    assert by_id(new, own.id).chain[-1].source.id == page.sources[0].id
    assert own.id not in {one.id for one in new.own_voice}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ada Brill", "person"), ("Brill", "person"), ("the Tidal Institute", "organisation"),
        ("two officials", "anonymous"), ("a source close to the staff", "anonymous"), ("HWA", "organisation"),
        ("the harbour master's report", "document"), ("the port spokesman", "person"),
        ("several analysts", "group"), ("The Orle Times", "outlet"), ("Gull", "outlet"), ("residents", "group"),
        ("the ministry", "organisation"), ("France", "place"), ("", "anonymous"),
    ],
)  # fmt: skip
def test_the_kind_of_a_name(name, kind):
    """A name's own words tell what it names; the article's outlet is an outlet."""
    assert kind_named(name, "Gull") == kind


# ---- certainty


@pytest.mark.parametrize(
    ("was", "force", "value", "polarity", "now"),
    [
        (("affirmed", 0.85, 0.99), "assert", "0.2-0.6", "affirmed", "assert"),
        (("affirmed", 0.85, 0.99), "predict", "0.7-1", "affirmed", "predict"),
        (("affirmed", 0.85, 0.99), "assert", "0-0.1", "negated", "deny"),
        (("affirmed", 0.05, 0.2), "assert", "0-0.1", "affirmed", "assert"),
        (("negated", 0.01, 0.15), "deny", "0.9-1", "affirmed", "assert"),
        (("negated", 0.01, 0.15), "deny", "0-0.4", "negated", "deny"),
        (("open", 0.05, 0.95), "question", "0.8-0.9", "affirmed", "assert"),
        (("open", 0.05, 0.95), "question", "0.2-0.8", "open", "question"),
        (("open", 0.05, 0.95), "decline-to-rule-out", "0-0.2", "negated", "deny"),
    ],
)
def test_certainty_sets_bounds_and_keeps_polarity_with_them(page, was, force, value, polarity, now):
    """Bounds are as set; where they lie on the other side, polarity and force turn with them."""
    first = page.statements[0]
    held, low, high = was
    given = replace(
        first,
        commitment=Commitment(held, low, high, denial="denial"),
        chain=(replace(first.chain[-1], force=force),),
    )
    alone = replace(page, statements=(given, *page.statements[1:]))
    new = by_id(after(alone, rule(first.id, "certainty", value)), first.id)
    assert f"{new.commitment.low:g}-{new.commitment.high:g}" == value
    assert (new.commitment.polarity, new.chain[-1].force) == (polarity, now)
    assert (new.commitment.denial is None) == (polarity != was[0])


def test_certainty_moves_the_stance_and_the_answer(make):
    """A support held unlikely is a denial, with its reason; the answer follows."""
    page = make.page("Tarn Osk said Velmora will close its harbour.", outlet="Gull", day="2024-05-03")
    page = make.says(make.source(page, "Tarn Osk"), "Tarn Osk", "Velmora will close its harbour")
    ident, asked = page.statements[0].id, make.question()
    plain = link([page], asked, entailer=ENTAILER)
    turned = link([page], asked, entailer=ENTAILER, rulings=[rule(ident, "certainty", "0-0.1")])
    assert [s.lean for s in plain.stances] == ["support", "deny"]
    assert [s.lean for s in turned.stances] == ["deny", "support"]
    assert turned.stances[0].reasons[-1] == "its certainty was set by Ada: I was there (2024-05-05)"
    assert weigh(turned).answers[0].probability < weigh(plain).answers[0].probability


def test_an_accepted_statement_was_read_rightly(page):
    """Its confidence is 1; nothing else changes, and a lock or a comment changes nothing at all."""
    first = replace(page.statements[0], confidence=0.4)
    page = replace(page, statements=(first, *page.statements[1:]))
    assert by_id(after(page, rule(first.id, "accept")), first.id) == replace(first, confidence=1.0)
    assert after(page, rule(first.id, "lock"), rule(first.id, "comment")) is page


# ---- stances


def _story(make):
    page = make.page("Tarn Osk said Velmora may close its harbour. Gulls sang.", outlet="Gull", day="2024-05-03")
    page = make.says(make.source(page, "Tarn Osk"), "Tarn Osk", "Velmora may close its harbour")
    return make.says(page, "", "Gulls sang.")


@pytest.mark.parametrize(
    ("target", "value", "leans"),
    [
        ("h1", "deny 0.9", ["deny", "support"]),
        ("h2", "deny 0.9", ["support", "deny"]),
        ("h1", "open", ["open", "open"]),
        ("h2", "unrelated", ["unrelated", "unrelated"]),
    ],
)
def test_a_stance_set_holds_for_the_negation_turned_round(make, target, value, leans):
    """What is set of one hypothesis is turned for its opposite, both with who set it and why."""
    page = _story(make)
    ident = page.statements[0].id
    case = link([page], make.question(), entailer=ENTAILER, rulings=[rule(f"{ident}@{target}", "stance", value)])
    found = [stance for stance in case.stances if stance.statement == ident]
    assert [stance.lean for stance in found] == leans
    assert all(stance.by == "Ada" and stance.reasons[0].startswith("set by Ada: I was there") for stance in found)


def test_a_stance_set_weighs_what_it_was_set_to(make):
    """A person's strength is not cut by the hedge that was read; an own sentence can take a side, too."""
    page = _story(make)
    ident, own = page.statements[0].id, page.own_voice[0].id
    asked = make.question()
    plain = weigh(link([page], asked, entailer=ENTAILER)).answers[0].probability
    firm = link([page], asked, entailer=ENTAILER, rulings=[rule(f"{ident}@h1", "stance", "support 1")])
    assert weigh(firm).answers[0].probability > plain + 0.05
    spoken = link([page], asked, entailer=ENTAILER, rulings=[rule(f"{own}@h1", "stance", "support 1")])
    assert [s.lean for s in spoken.stances if s.statement == own] == ["support", "deny"]
    assert own in {item for origin in spoken.origins for item in origin.statements}


def test_a_rejected_statement_takes_no_stance(make):
    """A stance that was set on what is rejected is none."""
    page = _story(make)
    ident = page.statements[0].id
    rulings = [rule(ident, "reject"), rule(f"{ident}@h1", "stance", "deny 1")]
    case = link([page], make.question(), entailer=ENTAILER, rulings=rulings)
    assert ident not in {stance.statement for stance in case.stances}


def test_household_rulings_are_harmless(make):
    """Comments, locks and what concerns the articles of a case change nothing and are not noted as strangers."""
    page, asked = _story(make), make.question()
    verdicts = ("comment", "lock", "unlock", "ask", "adopt", "add", "leave", "undo")
    rulings = [rule("somewhere", verdict, "x") for verdict in verdicts]
    case = link([page], asked, entailer=ENTAILER, rulings=rulings)
    assert replace(case, rulings=()) == replace(link([page], asked, entailer=ENTAILER), rulings=())


# ---- orphans


def test_an_orphan_is_noted_and_never_moves_to_a_look_alike(make):
    """Where the words stand a few characters further on the ruling changes nothing, and its note names them."""
    page, asked = _story(make), make.question()
    said = page.statements[0]
    holds = Anchor(page.article.id, said.content, said.words(page.article.text))
    moved = replace(holds, spans=(said.content[0].shifted(1),))
    good, lost = replace(rule(said.id, "reject"), anchor=holds), replace(rule(said.id, "reject"), anchor=moved)
    assert orphans([page], [good, lost]) == (lost,)
    case = link([page], asked, entailer=ENTAILER, rulings=[lost])
    plain = link([page], asked, entailer=ENTAILER)
    assert case.stances == plain.stances
    assert case.rulings == ()
    (note,) = [note for note in case.notes if note.code == "L315"]
    assert "Velmora may close" in note.message
    assert note.ref
    assert said.id not in {s.statement for s in link([page], asked, entailer=ENTAILER, rulings=[good]).stances}


def test_an_orphan_leaves_the_ruling_before_it_standing(make):
    """What is lost takes no earlier ruling's place; each lost one that would stand has one note."""
    page, asked = _story(make), make.question()
    said = page.statements[0]
    far = Anchor(page.article.id, (Span(9_000, 9_009),), "far away")
    lost = [replace(rule(said.id, "accept", by=by), anchor=far) for by in ("Bo", "Odd")]
    case = link([page], asked, entailer=ENTAILER, rulings=[rule(said.id, "reject"), *lost])
    assert said.id not in {stance.statement for stance in case.stances}
    assert [(note.code, "Odd" in note.message, note.ref) for note in orphaned([page], lost)] == [
        ("L315", True, None)
    ]


def test_joins_say_who_when_and_why(make):
    """A merge of two sources and a split of two statements give their reasons where they took effect."""
    page = make.source(_story(make), "Gulls", "group")
    left, right = (source.id for source in page.sources)
    one, two = page.statements[0].id, page.own_voice[0].id
    rulings = [
        rule(f"{left}+{right}", "merge"),
        rule(f"{one}+{two}", "split"),
        rule(f"{two}@h1", "stance", "deny 1"),
    ]
    case = link([page], make.question(), entailer=ENTAILER, rulings=rulings)
    (merge,) = [merge for merge in case.merges if merge.ruling]
    assert merge.reasons[-1] == "Ada: I was there (2024-05-05)"
    assert any("kept apart from" in line and "Ada: I was there" in line for o in case.origins for line in o.why)
