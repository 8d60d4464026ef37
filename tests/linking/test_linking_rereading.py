"""Another reading of an article: what people touched stays, with what it needs; what would change is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.linking.rereading import carried, counted, differences, of_articles
from sayso.model.rulings import Anchor, Ruling, named, touched
from sayso.model.span import Span
from sayso.model.statements import Commitment

TEXT = (
    "Tarn Osk said the harbour may close by June. The ferries stop too. "
    "Ina Brell wrote that Osk expects 90 boats to leave. He was in Orle."
)


def rule(target: str, verdict, value: str | None = None, by: str = "Ada") -> Ruling:
    """A ruling of an invented desk."""
    return Ruling(target, verdict, by, "2024-05-05T10:00:00", "I was there", value)


def _bare(make):
    page = make.page(TEXT, outlet="Gull", day="2024-05-03")
    return make.source(make.source(page, "Tarn Osk"), "Ina Brell")


@pytest.fixture
def old(make):
    """A first reading: a statement, one with another inside, and a sentence of the article's own."""
    page = make.time(_bare(make), "June", "2024-06-01", "2024-06-30", "by")
    page = make.says(page, "Tarn Osk", "the harbour may close by June")
    page = make.says(page, "Ina Brell", "Osk expects 90 boats to leave")
    page = make.says(page, "Ina Brell > Tarn Osk", "90 boats to leave")
    outer, inner = page.statements[1:]
    inner = replace(inner, parent=outer.id, chain=(*outer.chain, inner.chain[-1]))
    return make.says(replace(page, statements=(page.statements[0], outer, inner)), "", "He was in Orle.")


@pytest.fixture
def new(make):
    """A second one: without the times, the first longer and another's, the inner one alone."""
    page = make.says(_bare(make), "Ina Brell", "the harbour may close by June. The ferries stop")
    page = make.says(page, "Tarn Osk", "90 boats to leave", commitment=Commitment("affirmed", 0.4, 0.6))
    return make.says(page, "Tarn Osk", "He was in Orle")


def ruled(*rulings: Ruling):
    """Rulings by the statements they touch."""
    return touched(rulings)


def words(page):
    """What is said on a page, with its first source."""
    return [(one.chain[0].source.text, one.words(TEXT)) for one in page.statements]


def test_an_untouched_article_is_as_it_was_read(old, new):
    """Where nobody touched anything the new reading stands as it is; comments and undone rulings touch nothing."""
    assert carried(new, [old], {}) is new
    assert carried(new, [old], ruled(rule("st-elsewhere", "accept"))) is new
    assert carried(new, [old], ruled(rule(old.statements[0].id, "comment"))) is new


@pytest.mark.parametrize(("verdict", "value"), [
    ("accept", None), ("reject", None), ("lock", None), ("source", "Odd"), ("certainty", "0-1"), ("span", "0-9"),
])  # fmt: skip
def test_a_touched_statement_comes_with_what_it_needs(old, new, verdict, value):
    """It is as it was read, its times come with it, and what the new reading found in its place goes."""
    first = old.statements[0]
    page = carried(new, [old], ruled(rule(first.id, verdict, value)))
    assert first in page.statements
    assert page.times == old.times
    said = ["the harbour may close by June", "90 boats to leave", "He was in Orle"]
    assert words(page) == [("Tarn Osk", one) for one in said]


def test_what_holds_a_touched_statement_comes_with_it(old, new):
    """The chain of an inner statement is told by the one around it, so both are carried; so is what is inside."""
    outer, inner = old.statements[1:]
    for one in (outer, inner):
        page = carried(new, [old], ruled(rule(one.id, "accept")))
        assert {outer, inner} <= set(page.statements)
        assert len(page.statements) == 4


def test_words_that_a_person_gave_it_are_its_own_too(old, new):
    """What the new reading finds inside a span that was set is dropped, wherever the statement first stood."""
    first = old.statements[0]
    start = TEXT.index("He was")
    page = carried(new, [old], ruled(rule(first.id, "span", f"{start}-{start + 14}")))
    assert "He was in Orle" not in [told for _, told in words(page)]


def test_a_touched_sentence_of_the_article_stays_its_own(old, new):
    """Own words that a person accepted are own words, whoever the new reading says they are of."""
    own = old.own_voice[0]
    page = carried(new, [old], ruled(rule(own.id, "accept")))
    assert own in page.own_voice
    assert "He was in Orle" not in [told for _, told in words(page)]


def test_sources_keep_their_old_name_and_all_places(old, new):
    """A source that both readings know bears the name under which it was touched; its places are those of both."""
    source = new.sources[0]
    there = replace(
        source, name="T. Osk", mentions=(*source.mentions, replace(source.mentions[0], span=Span(90, 93)))
    )
    page = carried(
        replace(new, sources=(there, *new.sources[1:])), [old], ruled(rule(old.statements[0].id, "lock"))
    )
    found = next(one for one in page.sources if one.id == source.id)
    assert (found.name, found.aliases) == ("Tarn Osk", ("T. Osk",))
    assert len(found.mentions) == 2


def test_parents_that_went_leave_their_inner_statements_alone(old, new):
    """A statement of the new reading whose outer one was dropped keeps its chain and stands alone."""
    first, inner = new.statements[:2]
    nested = replace(new, statements=(first, replace(inner, parent=first.id), *new.statements[2:]))
    page = carried(nested, [old], ruled(rule(old.statements[0].id, "lock")))
    (alone,) = [one for one in page.statements if one.id == inner.id]
    assert (alone.parent, alone.chain) == (None, inner.chain)


def test_a_statement_comes_from_the_reading_it_was_touched_in(old, new):
    """Adopted readings follow each other: touched before the second, it is the first's; after it, the second's."""
    first = old.statements[0]
    other = replace(first, commitment=Commitment("affirmed", 0.1, 0.2))
    second = replace(new, statements=(other, *new.statements[1:]))
    third = replace(new, statements=new.statements[1:])
    readings = {"one": old, "two": second, "three": third}
    adopt = [rule(old.article.id, "adopt", name) for name in ("two", "three")]
    early = [rule(first.id, "lock"), *adopt]
    late = [adopt[0], rule(first.id, "lock"), adopt[1]]
    assert first in counted(readings, "one", early).statements
    assert other in counted(readings, "one", late).statements
    assert first.id not in {one.id for one in counted(readings, "one", adopt).statements}
    undone = [replace(one, id=named(one, number)) for number, one in enumerate(early, start=1)]
    undone.append(rule(undone[0].id, "undo"))
    assert counted(readings, "one", undone) == third
    assert counted(readings, "one", [rule(old.article.id, "adopt", "lost")]) is old


def test_rulings_are_sorted_by_their_articles(old):
    """Those on statements go by their anchors, those on articles by their targets; what was undone is left out."""
    said = old.statements[0]
    anchor = Anchor(old.article.id, said.content, said.words(TEXT))
    lock = replace(rule(said.id, "lock"), anchor=anchor, id="r-1")
    stance = replace(rule(f"{said.id}@h1", "stance", "open"), anchor=anchor)
    adopt = rule(old.article.id, "adopt", "two")
    assert of_articles([lock, stance, adopt])[old.article.id] == (lock, stance, adopt)
    assert of_articles([lock, stance, rule("r-1", "undo")])[old.article.id] == (stance,)


def test_differences_are_told_one_by_one(old, new):
    """Each statement is new, gone or changed, with its places, its words and what is read otherwise."""
    found = {one.words: one for one in differences(old, new, {})}
    first, outer, inner = old.statements
    moved = found["the harbour may close by June"]
    assert (moved.kind, moved.statement, moved.other) == ("changed", first.id, new.statements[0].id)
    assert {turn.part: (turn.before, turn.after) for turn in moved.turns} == {
        "span": (first.words(TEXT), new.statements[0].words(TEXT)), "source": ("Tarn Osk", "Ina Brell")
    }  # fmt: skip
    assert found[outer.words(TEXT)].kind == "gone"
    assert {turn.part for turn in found[inner.words(TEXT)].turns} == {"source", "certainty"}
    assert found["He was in Orle"].kind == "new"
    assert all(
        one.words.replace(" … ", "\n") == "\n".join(s.of(TEXT) for s in one.places) for one in found.values()
    )
    assert differences(old, old, {}) == ()


def test_what_people_ruled_on_is_kept_and_says_so(old, new):
    """A touched statement is told as kept, with the rulings and what would have changed; its rivals are not new."""
    first, own = old.statements[0], old.own_voice[0]
    made = ruled(rule(first.id, "accept", by="Bo"), rule(own.id, "lock"))
    found = {one.statement: one for one in differences(old, new, made)}
    assert (found[first.id].kind, found[first.id].rulings[0].by) == ("kept", "Bo")
    assert {turn.part for turn in found[first.id].turns} == {"span", "source"}
    assert found[own.id].kind == "kept"
    assert "new" not in {one.kind for one in found.values()}
