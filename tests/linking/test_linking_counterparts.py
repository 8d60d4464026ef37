"""Which source of one reading is which of another: by a proper name, or by a place at which both are named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.linking.counterparts import counterparts, same_ids
from sayso.linking.rereading import counted, differences, holding
from sayso.model.rulings import Ruling
from sayso.model.sources import Source
from sayso.model.span import Ref, Span

TEXT = "The adviser, Tarn Osk, spoke. Osk is sure. An official said so. An official denied it. She laughed."


def source(ident: str, name: str, *places: str | int, aliases: tuple[str, ...] = (), kind="person") -> Source:
    """A source of an article, mentioned where its words stand first, or at an offset."""
    refs = []
    for one in places:
        start, words = (one, name) if isinstance(one, int) else (TEXT.index(one), one)
        refs.append(Ref("a-1", Span(start, start + len(words))))
    return Source(ident, name, kind, tuple(refs), aliases=aliases)


def test_a_proper_name_tells_who_it_is():
    """One source alone bears the proper name as its own, under whatever id."""
    old = source("src-old", "Tarn Osk", "Tarn Osk")
    new = source("src-new", "Tarn Osk", "Tarn Osk", aliases=("adviser",))
    assert counterparts([old], [new, source("src-else", "Ina Brell")], TEXT) == {"src-new": "src-old"}
    assert counterparts([old], [new, replace(new, id="src-twin", mentions=())], TEXT) == {"src-new": "src-old"}
    assert not counterparts([old], [replace(one, mentions=()) for one in (new, replace(new, id="src-t"))], TEXT)


def test_a_place_that_names_both_tells_who_it_is():
    """A name in common at one place makes two sources one; most such places decide, a tie decides nothing."""
    old = source("src-old", "Osk", TEXT.index("Osk is"))
    new = source("src-new", "Tarn Osk", "Tarn Osk", "Osk is", aliases=("Osk",))
    new = replace(new, mentions=(new.mentions[0], old.mentions[0]))
    assert counterparts([old], [new], TEXT) == {"src-new": "src-old"}
    assert not counterparts([old], [new, replace(new, id="src-twin")], TEXT)


def test_equal_descriptions_at_other_places_are_two():
    """Two officials of one article are two, and whom a pronoun means is not by whose name it goes."""
    first = source("src-one", "An official", TEXT.index("An official said"), kind="anonymous")
    other = source("src-two", "An official", TEXT.index("An official denied"), kind="anonymous")
    assert not counterparts([first], [other], TEXT)
    assert counterparts([first], [other, replace(first, id="src-x")], TEXT) == {"src-x": "src-one"}
    she = source("src-she", "She", "She")
    meant = replace(source("src-ina", "Ina Brell"), mentions=she.mentions)
    assert not counterparts([she], [meant], TEXT)


@pytest.fixture
def readings(make):
    """Two readings of an article: in the second a source has another id, and a statement is not found."""
    text = "Tarn Osk said the harbour may close. The mayor told us that boats leave. Osk denied that crews stay."
    page = make.source(make.source(make.page(text, outlet="Gull"), "Tarn Osk"), "The mayor")
    old = make.says(make.says(page, "Tarn Osk", "the harbour may close"), "The mayor", "boats leave")
    ids = {one.id: one.id for one in old.sources}
    first = old.sources[0]
    ids[first.id] = "src-otherwise"
    new = replace(
        old,
        sources=tuple(replace(one, id=ids[one.id]) for one in old.sources),
        statements=tuple(
            replace(
                one,
                chain=tuple(replace(hop, source=replace(hop.source, id=ids[hop.source.id])) for hop in one.chain),
            )
            for one in old.statements[:1]
        ),
    )
    return {"one": old, "two": new}


def ruled(target: str, verdict, value: str | None = None) -> Ruling:
    """A ruling of an invented desk."""
    return Ruling(target, verdict, "Ada", "2024-05-05T10:00:00", "I know them", value)


def test_a_ruled_source_keeps_its_id(readings):
    """A source of a pair that somebody ruled on, before or after the reading was adopted, goes by its old id."""
    old, new = readings["one"], readings["two"]
    first = old.sources[0].id
    adopt = ruled(old.article.id, "adopt", "two")
    for pair in (ruled(f"{first}+src-of-another", "split"), ruled(f"src-of-another+{first}", "merge")):
        for rulings in ([pair, adopt], [adopt, pair]):
            page = counted(readings, "one", rulings)
            assert {one.id for one in page.sources} == {one.id for one in old.sources}
            assert page.statements[0].chain[-1].source.id == first
    assert counted(readings, "one", [adopt]) == new
    assert counted(readings, "one", [ruled("src-a+src-b", "merge"), adopt]) == new
    assert same_ids(new, old.sources, ()) is new


def test_a_source_that_a_person_set_keeps_its_id(readings):
    """One that is in no reading, since a person named it, is looked for among those of the new reading, too."""
    old = readings["one"]
    said = old.statements[1]
    adopt = ruled(old.article.id, "adopt", "two")
    named = ruled(said.id, "source", "Ina Brell")
    from sayso.linking.edits import edited  # noqa: PLC0415 - what a case shows after such a ruling

    made = next(one for one in edited((old,), [named])[0].sources if one.name == "Ina Brell")
    theirs = replace(made, id="src-theirs")
    two = replace(readings["two"], sources=(*readings["two"].sources, theirs))
    page = counted({**readings, "two": two}, "one", [named, ruled(f"{made.id}+src-b", "merge"), adopt])
    assert made.id in {one.id for one in page.sources}
    assert "src-theirs" not in {one.id for one in page.sources}


def test_a_statement_of_a_pair_is_carried_over(readings):
    """Where the new reading has it not; one that both have is as the new reading has it."""
    old, new = readings["one"], readings["two"]
    kept, gone = old.statements
    adopt = ruled(old.article.id, "adopt", "two")
    for verdict in ("merge", "split"):
        page = counted(readings, "one", [ruled(f"{kept.id}+{gone.id}", verdict), adopt])
        assert {one.id for one in page.statements} == {kept.id, gone.id}
        assert page.statements[0] == new.statements[0]
        held = holding([ruled(f"{kept.id}+{gone.id}", verdict)], new)
        assert list(held) == [gone.id]
        (told,) = [one for one in differences(old, new, held) if one.statement == gone.id]
        assert (told.kind, [one.verdict for one in told.rulings]) == ("kept", [verdict])
    assert not holding([], new)
