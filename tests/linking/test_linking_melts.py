"""Melted sources: one source of which other articles make two."""

from __future__ import annotations

from sayso.brain.entailer import RuleEntailer
from sayso.linking.link import link

ENTAILER = RuleEntailer()


def _said(make, who, content, *, outlet, kind="group", day="2024-05-04"):
    page = make.page(f"{who} said {content}.", outlet=outlet, day=day)
    return make.says(make.source(page, who, kind), who, content)


def _apart(make):
    return [
        _said(
            make,
            "The Velmora Port Authority",
            "the harbour will close in June",
            outlet="Gull",
            kind="organisation",
            day="2024-05-02",
        ),
        _said(
            make,
            "The Tidal Institute",
            "the harbour of Velmora cannot stay open",
            outlet="Tern",
            kind="organisation",
            day="2024-05-03",
        ),
    ]


def _melts(make, *pages):
    return link(pages, make.question(), entailer=ENTAILER).melts


def test_a_pair_of_plurals_that_others_tell_apart_is_melted(make):
    """Officials and experts are an authority and an institute, with the places of all three."""
    both = _said(make, "Officials and experts", "that the harbour of Velmora will close", outlet="Kelp")
    pages = [*_apart(make), both]
    (melt,) = _melts(make, *pages)
    assert melt.statement == both.statements[0].id
    assert len(melt.origins) == 2
    assert "Port Authority (Gull)" in melt.why
    assert "Tidal Institute (Tern)" in melt.why
    assert [ref.article for ref in melt.refs] == [pages[n].article.id for n in (2, 0, 1)]


def test_a_pair_that_nobody_tells_apart_is_left_alone(make):
    """With the authority alone, with both after the article, or on another matter, nothing is shown."""
    both = _said(make, "Officials and experts", "that the harbour of Velmora will close", outlet="Kelp")
    early = _said(
        make, "Officials and experts", "that the harbour of Velmora will close", outlet="Kelp", day="2024-04-01"
    )
    other = _said(make, "Officials and experts", "herring was cheap", outlet="Kelp")
    assert not _melts(make, _apart(make)[0], both)
    assert not _melts(make, *_apart(make), early)
    assert not _melts(make, *_apart(make), other)


def test_named_sources_and_two_officials_are_no_melt(make):
    """Names, "two officials" and a pair of one kind are what they are."""
    for who in ("Tarn Osk", "Two officials", "Officials and ministers", "The experts"):
        assert not _melts(
            make, *_apart(make), _said(make, who, "that the harbour of Velmora will close", outlet="Kelp")
        )


def test_one_plural_is_melted_where_each_source_has_something_of_its_own(make):
    """Two numbers that two authorities gave apart, said by "officials" in one breath."""
    one = _said(
        make,
        "The Velmora Port Authority",
        "that 90 boats must leave",
        outlet="Gull",
        kind="organisation",
        day="2024-05-02",
    )
    two = _said(
        make,
        "The Fisheries Board",
        "that 312 crates were lost",
        outlet="Tern",
        kind="organisation",
        day="2024-05-02",
    )
    both = _said(make, "Officials", "that 90 boats must leave and 312 crates were lost", outlet="Kelp")
    pages = []
    for page, amounts in ((one, ["90 boats"]), (two, ["312 crates"]), (both, ["90 boats", "312 crates"])):
        text = page.article.text
        fresh = make.page(text, outlet=page.article.outlet, day=str(page.article.published.interval.latest))
        for words in amounts:
            number = float(words.split()[0])
            fresh = make.amount(fresh, words, number, number, words.split()[1])
        who = page.sources[0]
        fresh = make.source(fresh, who.name, who.kind)
        pages.append(make.says(fresh, who.name, text[text.index("that") : -1]))
    (melt,) = _melts(make, *pages)
    assert len(melt.origins) == 2
    assert not _melts(make, pages[0], pages[2])
