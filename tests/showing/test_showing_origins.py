"""Origins in the dossier: who has it from whom, the map, the list, what changed, what each article is made of."""

import re
from dataclasses import replace
from html import unescape
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.showing import builders, webs
from tests.showing.pages import Dossier, markup_bytes

from sayso.model.notes import Note
from sayso.model.origins import Backer, Copy, Melt, Origin, Tie
from sayso.model.span import Ref, Span, content_id
from sayso.model.stances import Clash
from sayso.showing import cautions, counts, originmap, origins, reporting, stances, summary, ways
from sayso.showing.answers import verdicts
from sayso.showing.catalogue import Link, catalogue, runs
from sayso.showing.origindays import columns, day_of, named
from sayso.showing.show import show


@pytest.fixture(scope="module")
def made():
    """The case whose origins took every way."""
    return catalogue(*webs.web())


@pytest.fixture(scope="module")
def html():
    """Its dossier."""
    return show(*webs.web())


def spring(made, start):
    """The origin whose name begins so."""
    return next(one for one in origins.springs(made) if one.root.startswith(start))


def section(html):
    """The part of a dossier about origins."""
    at = html.index('<section aria-labelledby="origins">')
    return html[at : html.index("</section>", at)]


def test_each_article_stands_below_the_one_it_has_the_words_from(made):
    """Copied from the first, relayed from the outlet that is named, reworded from the one a tie tells."""
    told = [(one.name, one.depth, one.told) for one in spring(made, "Ada Lind of").steps]
    assert told == [
        ("The Gull", 0, "quotes it"),
        ("The Tern", 1, "copied 52 in 100 words"),
        ("Kite Online", 1, "relays it"),
        ("Skua Daily", 2, "repeats it in other words"),
    ]


def test_the_order_of_pages_and_copies_changes_no_way(made):
    """The same tree comes from pages, copies and ties in any order, and from copies given the other way round."""
    case, answers = webs.web()
    turned = tuple(replace(one, left=one.right, right=one.left, earlier="right") for one in case.copies)
    ties = tuple(replace(one, ties=one.ties[::-1]) for one in case.origins[::-1])
    other = catalogue(replace(case, pages=case.pages[::-1], copies=turned, origins=ties), answers)
    assert origins.springs(other) == origins.springs(made)


def test_an_article_of_a_circle_has_nobody_above_it(made):
    """Articles of a ring stand side by side; the map draws arrows both ways, and one ring."""
    held = spring(made, "The Marsh Post and Reed Wire").steps
    assert [(one.how, one.above) for one in held] == [("ring", None), ("ring", None)]
    assert str(originmap.drawing(made, origins.springs(made))).count("class=ring") == 1


def test_articles_that_name_each_other_do_not_hang_the_tree(made):
    """Without a tie of the circle the earlier has it from the source, the later from it: never in a loop."""
    case = made.case
    origin = replace(case.origins[1], circular=False, ties=())
    legs = ways.way(made, ways.trails(made), origin)
    assert len(legs) == 2
    assert sum(leg.parent is None for leg in legs) == 1


def test_an_outlet_named_in_short_is_the_outlet():
    """A name without its last word is the outlet's where no other begins so; of equal copies the named counts."""
    case, answers = webs.crowd(3)
    names = ("Harbour Gazette", "Northern Reed Wire", "Kite")
    pages = [
        replace(page, article=replace(page.article, outlet=name))
        for page, name in zip(case.pages, names, strict=True)
    ]
    last = pages[2].statements[0]
    hop = replace(last.chain[0], via="Northern Reed")
    pages[2] = replace(pages[2], statements=(replace(last, chain=(hop,)),))
    places = [Ref(page.article.id, page.statements[0].content[0]) for page in pages]
    copies = (*case.copies, Copy(places[1], places[2], 1.0))
    known = catalogue(replace(case, pages=tuple(pages), copies=copies), answers)
    legs = {leg.article: leg for leg in ways.way(known, ways.trails(known), case.origins[0])}
    assert (legs[places[2].article].parent, legs[places[2].article].how) == (places[1].article, "copy")
    assert legs[places[2].article].through == ()


def test_the_first_article_has_it_from_nobody_of_the_same_day():
    """Of articles of one day that share words the one where the origin was first seen is the first."""
    known = catalogue(*webs.crowd(40))
    (one,) = origins.springs(known)
    assert one.steps[0].name == "Sheet 0"
    assert {step.above for step in (*one.steps[1:], *one.rest)} == {one.steps[0].id}


def test_the_map_shows_each_kind_without_colour(made):
    """Shapes and kinds of lines tell copied, relayed, reworded; crosses, "≠" and a bracket tell the rest."""
    drawing = str(originmap.drawing(made, origins.springs(made)))
    assert len(re.findall(r"<line [^>]*class=copy />", drawing)) == 1
    assert len(re.findall(r"<rect [^>]*class=(?:copy|relay) />", drawing)) == 2
    assert len(re.findall(r"<line [^>]*class=reworded />", drawing)) == 1
    assert drawing.count("class=open") == 1
    assert drawing.count("✕") == 2
    assert drawing.count(">≠<") == 1
    assert " ≠ 240 boats → 400 boats" in re.sub(r"<[^>]+>", "", drawing)
    assert "The Gull makes these one source" in drawing
    assert drawing.count("class=turn />") == 1
    assert "style=" not in drawing
    assert 'aria-label="Who has it from whom: 6 origins and 10 articles' in drawing


def test_every_place_of_the_map_leads_to_something_in_the_page(html):
    """Links of the drawing lead to statements, to the list, to what changed, to the article that took it back."""
    part = section(html)
    drawing = part[part.index("<div class=map") : part.index("</div>", part.index("<div class=map"))]
    found = set(re.findall(r"href=#([\w-]+)", drawing))
    assert len(found) > 15
    assert found <= set(Dossier(html).ids)


def test_marks_of_the_map_stand_in_the_order_of_days(made):
    """An article of a later day never stands left of one of an earlier day, and all stand within the drawing."""
    held = [step for one in origins.springs(made) for step in one.steps]
    days = columns(dict.fromkeys((step.day for step in held), 3))
    places = [days.x(step.day, 2) for step in sorted(held, key=lambda step: step.day)]
    assert places == sorted(places)
    assert max(places) <= 98


@given(st.lists(st.integers(1, 800_000), min_size=1, max_size=60), st.integers(1, 4))
def test_any_days_fit_on_the_scale(days, levels):
    """Whatever the days are, columns go up with them, stay on the drawing, and their names do not touch."""
    held = columns(dict.fromkeys(days, levels))
    places = [held.x(day) for day in sorted(set(days))]
    assert places == sorted(places)
    assert 0 < places[0] <= places[-1] <= 98
    names = named(held)
    assert all(later[0] - earlier[0] > 11 for earlier, later in pairwise(names))


def test_what_has_no_day_stands_last():
    """Articles without any day have a column of their own behind all days."""
    held = columns({day_of(None): 1, 738_000: 1})
    assert held.x(day_of(None)) > held.x(738_000)
    assert [name for _, name in named(held)][-1] == "no day"


def test_the_map_is_capped_and_says_so():
    """Of a thousand articles nine are drawn; the rest is counted in the drawing, and all stand in the list."""
    case, answers = webs.crowd(200)
    known = catalogue(case, answers)
    (one,) = origins.springs(known)
    drawing = str(originmap.drawing(known, (one,)))
    assert "and 191 more in the list" in drawing
    assert drawing.count("<text") < 40
    assert len(one.steps) == origins.TREE
    assert len(one.steps) + len(one.rest) == 200


def test_a_crowd_of_reprints_is_counted_as_one_origin():
    """The dossier says "60 articles, 1 origin" at its head, in the list and in the terminal's summary."""
    case, answers = webs.crowd(60)
    words = "".join(Dossier(show(case, answers)).words)
    assert words.count("60 articles, 1 origin") >= 3
    assert "60 articles, 1 origin; none takes a side" in summary.summary(case, replace(answers), "x.html")


@pytest.mark.parametrize(
    ("backers", "said"),
    [
        ((), "0 articles, 0 origins"),
        (("a",), "1 article, 1 origin"),
        (("a", "a", "a"), "3 articles, 3 origins, of them 1 independent"),
        (("a", "b"), "2 articles, 2 origins, all independent"),
        (("a", "b", "?", "?"), "4 articles, 4 origins, of them 2 independent"),
    ],
)
def test_origins_of_one_backer_count_once(backers, said):
    """How many are independent is said wherever several are counted; nobody's outlets add nothing."""
    held = [
        Origin(f"o{n}", "x", "said", (), (), backer=Backer(name, name, "unknown" if name == "?" else "source"))
        for n, name in enumerate(backers)
    ]
    assert counts.seen(len(held), held) == said
    assert counts.faceless(held) == backers.count("?")


def test_a_backer_of_several_origins_is_named(made):
    """It is said who also stands behind others, which these are, and that they confirm nothing to each other."""
    one = spring(made, "Ada Lind of")
    assert one.backer == "The Tidal Institute also stands behind 1 other origin"
    assert [link.name for link in one.siblings] == ["Ada Lind, 8 May 2031"]
    assert spring(made, "Harbour master").backer == ""
    assert spring(made, "Experts").backer == ""


def test_every_ground_of_a_join_is_told_with_both_places(made):
    """Each tie of an origin over several articles stands under it, with a link to each of its two statements."""
    one, origin = spring(made, "Ada Lind of"), made.case.origins[0]
    links = {
        (bond.why, frozenset((hub.to, other.to)))
        for bond in one.bonds
        for hub, others in bond.stars
        for other in others
    }
    for tie in origin.ties:
        ends = frozenset((made.entries[tie.left].to, made.entries[tie.right].to))
        assert (origins._WHERE.sub("", tie.why), ends) in links


def test_ties_of_one_ground_meet_in_one_line():
    """A hub with a hundred others makes one line, not a hundred."""
    known = catalogue(*webs.crowd(60))
    hub, *others = known.case.origins[0].statements
    ties = [Tie(hub, other, "root", 1.0, f"rests on Ada Lind (Sheet {n})") for n, other in enumerate(others)]
    (bond,) = origins.bonds(known, ties)
    ((link, joined),) = bond.stars
    assert (link.to, len(joined)) == (known.entries[hub].to, 59)


def test_what_changed_on_the_way_is_shown_before_and_after(html, made):
    """The list and a part of its own give the words of both places, each with its link."""
    (one,) = cautions.cautions(made, ways.trails(made)).changed
    (turn,) = one.turns
    assert (turn.about, turn.before, turn.after) == ("the number", "240 boats", "400 boats")
    assert (turn.where.name, turn.there.name) == ("The Gull, 3 May 2031", "Kite Online, 4 May 2031")
    words = " ".join(unescape(re.sub(r"<[^>]+>", " ", section(html))).split())
    assert "“ 240 boats ” 1 became “ 400 boats ”" in words
    assert "the number: “ 240 boats ” 1 in The Gull, 3 May 2031 → “ 400 boats ” 3 in Kite Online" in words


def test_a_clash_that_arose_on_the_way_is_told_once():
    """A clash within one origin stands with its change and is counted among the clashes, with a link."""
    case, answers = webs.web()
    drift = case.drifts[0]
    clash = Clash(drift.left, drift.right, "on the way “240” became “400”", "strong", "changed on the way")
    other = Clash(case.origins[2].statements[0], drift.right, "boats", "weak")
    html = show(replace(case, clashes=(clash, other)), answers)
    assert "1 clash within one origin: its words were <a href=#changed>changed on the way</a>" in html
    assert "on the way “240” became" not in html
    alone = catalogue(replace(case, clashes=(clash,), drifts=()), answers)
    assert [matter.about for matter in stances.matters(alone)] == ["on the way “240” became “400”"]


def test_circles_melted_sources_and_what_was_taken_back_are_said_in_words(html):
    """Each has a part of its own with the articles, the reason and the places."""
    words = " ".join(unescape(re.sub(r"<[^>]+>", " ", section(html))).split())
    assert "The Marsh Post, 7 May 2031 and Reed Wire, 7 May 2031 rest on each other" in words
    assert "The Gull, 10 May 2031 9 makes one source of Ada Lind, 8 May 2031 and Harbour master Tove Brask" in words
    assert "The Marsh Post, 11 May 2031 10 takes back" in words
    plain = section(show(*builders.single()))
    for heading in ("Circles", "Made one source", "Taken back", "Changed on the way", "made of"):
        assert heading not in plain


def test_what_was_corrected_in_a_part_still_counts():
    """A correction of a part is told with its article and place, apart from what was taken back."""
    case, answers = webs.web()
    sorry = next(page for page in case.pages if page.article.title == "A correction")
    note = Note("L313", "Ada Lind: corrected in a part by The Marsh Post.", Ref(sorry.article.id, Span(0, 12)))
    whole = replace(case, notes=(note,), origins=tuple(replace(one, retracted=None) for one in case.origins))
    words = " ".join(unescape(re.sub(r"<[^>]+>", " ", section(show(whole, answers)))).split())
    assert "The Marsh Post, 11 May 2031 corrects a part: Ada Lind: corrected in a part by The Marsh Post" in words
    assert "takes back" not in words


def test_the_share_of_own_reporting_stands_at_the_head_of_an_article(html, made):
    """In words that add up to 100, with a bar, and with the article most was copied from; again in one table."""
    found = reporting.mixes(made, ways.trails(made))
    assert {one.told for one in found.values()} == {
        "all its own reporting",
        "own reporting 50 in 100 words; 50 relayed",
        "own reporting 20 in 100 words; 70 copied, most from The Gull, 3 May 2031; 10 relayed",
    }
    assert html.count("<use href=#m") == 3
    assert "20 own, 70 copied, 10 relayed" in section(html)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=6))
def test_shares_in_a_hundred_sum_to_a_hundred(shares):
    """Rounding loses and adds nothing, and moves no share by one or more."""
    whole = reporting.hundred(*shares)
    assert sum(whole) == 100
    if sum(shares) > 0:
        assert all(abs(100 * one / sum(shares) - got) < 1.0001 for one, got in zip(shares, whole, strict=True))


def test_a_reason_counts_articles_and_origins(made):
    """A reason that does not tell in how many articles its origin is leads there with their number."""
    (rung,) = [one for one in verdicts(made)[0].rungs if one.origin]
    assert (rung.text, rung.seen) == ("Ada Lind (4 articles, 1 origin)", "origin")
    answer = made.answers.answers[0]
    reasons = tuple(replace(one, text="Ada Lind (3 articles, 1 origin)") for one in answer.reasons)
    fewer = catalogue(made.case, replace(made.answers, answers=(replace(answer, reasons=reasons),)))
    assert verdicts(fewer)[0].rungs[1].seen == "in all 4 articles, 1 origin"


def test_hostile_words_in_origins_stay_words():
    """Roots, outlets, backers, reasons and changed words from articles are escaped in map and list."""
    case, answers = webs.web()
    bad = "<script>alert(1)</script>\u202e\x00"
    first = replace(
        case.origins[0], root=bad, document=bad, backer=Backer(bad, bad, "source"),
        ties=tuple(replace(tie, why=bad) for tie in case.origins[0].ties),
    )  # fmt: skip
    pages = tuple(replace(page, article=replace(page.article, outlet=bad)) for page in case.pages)
    melts = tuple(replace(melt, why=bad) for melt in case.melts)
    drifts = tuple(replace(drift, why=bad) for drift in case.drifts)
    whole = replace(case, origins=(first, *case.origins[1:]), pages=pages, melts=melts, drifts=drifts)
    html = show(whole, answers)
    assert "<script" not in html
    assert "\u202e" not in section(html)
    assert "<script>alert(1)</script>⟦U+202E⟧" in "".join(Dossier(html).words)


def test_dangling_ids_show_nothing_and_break_nothing():
    """An origin, a tie, a melt or a retraction that names what the case does not hold is passed over."""
    case, answers = webs.web()
    ghost = Origin(
        content_id("origin", "ghost"), "Nobody", "said", ("s-none",), ("a-none",), circular=True, first="a-none",
        retracted="a-gone", ties=(Tie("s-none", "s-gone", "circle", 1.0, "none"),),
    )  # fmt: skip
    melt = Melt("s-none", ("o-none", "o-gone"), "none")
    page = Dossier(show(replace(case, origins=(*case.origins, ghost), melts=(melt,)), answers))
    assert not [to for to in page.hrefs if to.startswith("#") and to[1:] not in page.ids]


def test_origins_cost_little_markup():
    """The web of ten articles has under 14 KB of markup on its origins, a crowd of 300 under 400 bytes each."""
    assert markup_bytes(section(show(*webs.web()))) < 14_000
    assert markup_bytes(section(show(*webs.crowd(300)))) < 300 * 400


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [("1 2 3 4 7 8 10", "1–4 7 8 10"), ("5", "5"), ("1 2", "1 2"), ("", ""), ("A B 3 4 5", "A · B 3–5")],
)
def test_numbers_in_a_row_show_their_ends(numbers, shown):
    """Three and more statements in a row are named by the first and the last."""
    links = [Link(f"s{name}", name) for name in numbers.split()]
    assert "".join(mark + link.name for mark, link in runs(links)) == shown


@given(
    st.lists(
        st.tuples(st.integers(0, 5), st.integers(0, 5), st.sampled_from(["copied", "relayed", "reworded", "root"]))
    ),
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.sampled_from(["left", "right", None]))),
    st.integers(0, 5),
)
def test_whatever_joins_them_each_article_stands_in_the_tree_once(ties, copies, first):
    """Any ties and copies, also those that go round, give a tree: each article once, below one shown before."""
    case, answers = webs.crowd(6)
    whole = case.origins[0]
    said = whole.statements
    places = [Ref(page.article.id, page.statements[0].content[0]) for page in case.pages]
    origin = replace(
        whole, first=whole.articles[first],
        ties=tuple(Tie(said[one], said[two], key, 0.5, "x") for one, two, key in ties),
    )  # fmt: skip
    shared = tuple(Copy(places[one], places[two], 0.7, earlier) for one, two, earlier in copies)
    known = catalogue(replace(case, copies=shared, origins=(origin,)), answers)
    legs = ways.way(known, ways.trails(known), origin)
    assert sorted(leg.article for leg in legs) == sorted(whole.articles)
    shown: dict[str | None, int] = {None: -1}
    for leg in legs:
        assert leg.depth == shown[leg.parent] + 1
        shown[leg.article] = leg.depth
    assert legs[0].article == whole.articles[first]
