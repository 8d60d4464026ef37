"""Circles: who cites whom in turn, what is no circle, and grounds that came out later."""

from __future__ import annotations

import pytest

from sayso.brain.entailer import RuleEntailer
from sayso.linking.circles import rings
from sayso.linking.cites import cites, names
from sayso.linking.link import link

ENTAILER = RuleEntailer()
CLAIM = "Nine tons of gold lie in the harbour of Velmora"


def _page(make, outlet, text, *, day="2024-05-02"):
    """A page whose every sentence is a statement in its own voice."""
    page = make.page(text, outlet=outlet, day=day)
    for sentence in text.replace("!", ".").split(". "):
        page = make.says(page, "", sentence.rstrip("."))
    return page


def _circle(make, *, extra=""):
    return [
        _page(make, "Penny Beacon", f"{CLAIM}! That is what the treasure paper Deep Pockets writes."),
        _page(
            make,
            "Deep Pockets",
            f"{CLAIM}. You need not take it from us: The Sunday Marvel has it this week.",
            day="2024-05-03",
        ),
        _page(
            make,
            "Sunday Marvel",
            f"There were nine tons of gold{extra}. The Beacon made it public on Friday.",
            day="2024-05-04",
        ),
    ]


def test_a_circle_is_found_where_the_sentence_beside_cites(make):
    """Three outlets that name each other beside the claim are one circle, with the places that cite."""
    pages = _circle(make)
    (ring,) = rings(pages)
    assert ring.why == "Deep Pockets, Penny Beacon and Sunday Marvel give each other as their ground"
    case = link(pages, make.question(), entailer=ENTAILER)
    (origin,) = [origin for origin in case.origins if origin.circular]
    assert len(origin.articles) == 3
    tie = next(tie for tie in origin.ties if tie.key == "circle")
    texts = {page.article.id: page.article.text for page in pages}
    assert any("Deep Pockets writes" in ref.span.of(texts[ref.article]) for t in origin.ties for ref in t.refs)
    assert tie.why == ring.why
    assert "L309" in {note.code for note in case.notes}


@pytest.mark.parametrize("left_out", [0, 1, 2])
def test_a_circle_without_one_of_its_outlets_is_none(make, left_out):
    """Take one out and the others only relay."""
    assert rings([page for n, page in enumerate(_circle(make)) if n != left_out]) == ()


def test_who_has_another_ground_breaks_the_circle(make):
    """Where one of the three had it from a diver, there is a ground and no circle."""
    pages = _circle(make)
    text = f"{CLAIM}, a diver said. The Sunday Marvel has it this week."
    page = make.source(make.page(text, outlet="Deep Pockets", day="2024-05-03"), "a diver", "anonymous")
    assert rings([pages[0], make.says(page, "a diver", CLAIM), pages[2]]) == ()


def test_an_outlet_that_cites_itself_gives_no_ground_and_no_circle(make):
    """An article that names its own outlet's report cites nobody, as do two of one outlet that name each other."""
    one = _page(make, "Gull", f"{CLAIM}. The Gull reported it on Monday.")
    two = _page(make, "Gull", f"{CLAIM}. As the Gull reported today.", day="2024-05-03")
    assert rings([one]) == rings([one, two]) == ()
    assert not list(cites(one, names([one, two])))


def test_two_outlets_on_two_matters_are_no_circle(make):
    """They cite each other, one on gold and one on herring."""
    one = _page(make, "Gull", f"{CLAIM}, the Tern reports.")
    two = _page(make, "Tern", "Herring was cheap on the market of Ostria, the Gull reports.")
    assert rings([one, two]) == ()


def test_identical_texts_of_different_days_are_no_circle(make):
    """A reprint of a text that cites another outlet, empty articles and articles without outlets break nothing."""
    pages = [_page(make, "Gull", f"{CLAIM}, the Tern reports.", day=f"2024-05-0{n}") for n in (1, 2, 3)]
    pages += [make.page("", outlet="Tern", day="2024-05-02"), make.page(f"{CLAIM}, the Gull reports.")]
    assert rings(pages) == ()
    assert link(pages, make.question(), entailer=ENTAILER).question


def test_an_outlet_is_known_by_its_last_word_and_by_its_whole_name(make):
    """The words "the Sentinel" and "Port Hale Sentinel" name it, "sentinel" and a shared last word do not."""
    pages = [
        make.page("x", outlet=name)
        for name in ("Port Hale Sentinel", "Kelp (weekly page)", "North Star", "South Star")
    ]
    text = "So it stands in the Sentinel of Port Hale. A sentinel slept. The Star shone. Kelp has it."
    text += " Port Hale Sentinel, too."
    found = [(m.outlet, m.span.of(text)) for m in names(pages).mentions(text)]
    assert found == [
        ("port hale sentinel", "Sentinel"),
        ("kelp", "Kelp"),
        ("port hale sentinel", "Port Hale Sentinel"),
    ]


def test_a_ground_that_came_out_later_is_noted(make):
    """An article of the 3rd that rests on an outlet whose only report on the matter is of the 5th."""
    early = _page(make, "Gull", f"{CLAIM}, the Tern reports.", day="2024-05-03")
    page = make.page(f"{CLAIM}, the diver Osk Brell said.", outlet="Tern", day="2024-05-05")
    late = make.says(make.source(page, "Osk Brell"), "Osk Brell", CLAIM)
    notes = [note for note in link([early, late], make.question(), entailer=ENTAILER).notes if note.code == "L312"]
    assert [note.ref and note.ref.article for note in notes] == [early.article.id]
    same = _page(make, "Gull", f"{CLAIM}, the Tern reports.", day="2024-05-05")
    assert not [n for n in link([same, late], make.question(), entailer=ENTAILER).notes if n.code == "L312"]


def test_a_hostile_page_of_names_takes_no_time(make):
    """Outlets named ten thousand times, and a thousand outlets that all cite one, are looked at a few times."""
    pages = [
        make.page("the Tern reports " * 10_000, outlet="Gull"),
        make.page("the Gull reports " * 10_000, outlet="Tern"),
    ]
    pages += [make.page(f"{CLAIM}, the Tern reports.", outlet=f"Paper {n}") for n in range(1_000)]
    assert len(rings(pages)) <= 1
