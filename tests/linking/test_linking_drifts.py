"""What was changed on the way from one article of an origin to the next."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso import pipeline
from sayso.annotating.annotate import annotate
from sayso.linking.clashes import CHANGED, clashes
from sayso.linking.copies import published
from sayso.linking.drifts import drifts
from sayso.linking.figures import slip
from sayso.linking.roots import placed
from sayso.linking.times import date_pages
from sayso.model.article import Article
from sayso.model.case import Page
from sayso.model.origins import Origin
from sayso.model.span import content_id
from sayso.model.times import Dating, Interval

TAGGER = pipeline.load_brain("rules").tagger

Told = tuple[str, str, str]


def _page(outlet: str, day: str, text: str) -> Page:
    """An article as it is annotated."""
    held = Interval(date.fromisoformat(day), date.fromisoformat(day))
    ident = content_id("article", outlet, day, text)
    article = Article(
        ident, f"{ident}.txt", text, content_id("raw", text), outlet, language="en", published=Dating(held, "given")
    )
    return annotate(article, TAGGER)


def _found(*told: Told, also: tuple[Told, ...] = ()):
    """Drifts, items and pages of one origin that holds all that `told` says; `also` is another origin's."""
    asked = _page("", "2031-05-01", "Will the harbour of Velmora close by 30 June 2031?")
    dated = date_pages([_page(*one) for one in (*told, *also)], asked)
    pages = sorted(dated, key=lambda page: (published(page).latest or date.max, page.article.id))
    every = frozenset(s.id for page in pages for s in (*page.statements, *page.own_voice))
    items, _ = placed(pages, (), relevant=every, dropped=frozenset())
    others = {outlet for outlet, _, _ in also}
    mine = [item for item in items if item.page.article.outlet not in others]
    theirs = [item for item in items if item.page.article.outlet in others]
    origins = [_origin(name, held) for name, held in (("o1", mine), ("o2", theirs)) if held]
    return drifts(items, origins), items, origins


def _origin(name, items) -> Origin:
    articles = tuple(dict.fromkeys(item.page.article.id for item in items))
    return Origin(name, name, "said", tuple(item.id for item in items), articles, first=articles[0])


def _drifts(*told: Told, also: tuple[Told, ...] = ()):
    """(about, words before, words after, outlet that changed it) of each drift, and the drifts."""
    found, items, _ = _found(*told, also=also)
    text = {item.page.article.id: item.page.article for item in items}
    return [
        (
            one.about,
            one.before.span.of(text[one.before.article].text),
            one.after.span.of(text[one.after.article].text),
            text[one.after.article].outlet,
        )
        for one in found
    ]


FIRST = "The harbour office said that 1,200 boats would be moved to the eastern quay before the storm."


def test_a_changed_number_is_charged_to_the_article_that_made_it():
    """The second article adds a nought; the third copies the second; the second is charged and the third named."""
    wrong = FIRST.replace("1,200", "12,000")
    told = (("Gull", "2031-05-01", FIRST), ("Tern", "2031-05-03", wrong), ("Kelp", "2031-05-05", wrong))
    assert _drifts(*told) == [("amount", "1,200", "12,000", "Tern")]
    ((one,), _, _) = _found(*told)
    assert "Tern (3 May) has “12,000 boats” where Gull (1 May) has “1,200 boats”: 10 times as many" in one.why
    assert "Kelp (5 May) as Tern had it" in one.why


def test_copies_alone_change_nothing():
    """Reprints of one wording give no drift."""
    assert _drifts(*((f"Gull {n}", f"2031-05-0{n}", FIRST) for n in range(1, 6))) == []


@pytest.mark.parametrize("later", ["about 1,200", "1,150", "some 1,300", "more than 1,000"])
def test_rounding_is_no_change(later):
    """A number told more roughly, or a bound that holds, is the same one."""
    assert _drifts(("Gull", "2031-05-01", FIRST), ("Tern", "2031-05-03", FIRST.replace("1,200", later))) == []


def test_a_bound_that_is_lost_is_told():
    """“Up to 300” became 300."""
    first = "The mill said that up to 300 looms would stand still in the northern sheds this winter."
    told = [("Gull", "2031-05-01", first), ("Tern", "2031-05-03", first.replace("up to ", ""))]
    assert _drifts(*told) == [("amount", "up to 300", "300", "Tern")]
    assert _drifts(told[0], ("Tern", "2031-05-03", first.replace("up to", "at most"))) == []


def test_an_end_of_a_range_that_is_lost_is_told():
    """“5 to 7 million” became 7 million."""
    first = "The mill said that repairs of the northern sheds would cost 5 to 7 million crowns in all."
    later = first.replace("5 to 7 million", "7 million")
    assert [one[:1] + one[3:] for one in _drifts(("Gull", "2031-05-01", first), ("Tern", "2031-05-03", later))] == [
        ("amount", "Tern")
    ]


def test_another_becomes_the_whole():
    """“Another 400” became 400."""
    first = "The ministry said that another 400 guards would be sent to the northern border posts."
    later = first.replace("another ", "")
    assert [one[0] for one in _drifts(("Gull", "2031-05-01", first), ("Tern", "2031-05-03", later))] == ["amount"]


def test_numbers_that_the_origin_gave_both_are_no_change():
    """First 240, then 300, both in the first article: who has the second only has left one out."""
    both = "The office said that 240 boats had been counted at the quay. The office said that 300 boats lay there."
    one = "The office said that 300 boats had been counted at the quay."
    assert _drifts(("Gull", "2031-05-01", both), ("Tern", "2031-05-03", one)) == []


def test_an_article_that_has_the_right_number_too_is_not_charged():
    """Who gives both numbers tells two things."""
    later = FIRST.replace("1,200", "12,000") + " Last week it had spoken of 1,200 boats."
    assert _drifts(("Gull", "2031-05-01", FIRST), ("Tern", "2031-05-03", later)) == []


def test_news_is_no_change():
    """A number that is said to have risen is a new one."""
    later = "The harbour office said that the boats for the eastern quay before the storm had risen to 12,000."
    assert _drifts(("Gull", "2031-05-01", FIRST), ("Tern", "2031-05-03", later)) == []


def test_a_number_that_another_origin_gives_is_not_charged():
    """The article may have it from elsewhere."""
    wrong = FIRST.replace("1,200", "12,000")
    also = (("Wire", "2031-05-02", wrong.replace("harbour office", "pilots' union")),)
    assert _drifts(("Gull", "2031-05-01", FIRST), ("Tern", "2031-05-03", wrong), also=also) == []


def test_an_article_of_other_numbers_throughout_tells_of_another_occasion():
    """Where nothing agrees, nothing was changed on the way."""
    lines = (
        "The office said that {} boats lay at the quay. The office said that {} sailors slept in the old school."
    )
    told = (("Gull", "2031-05-01", lines.format(410, 87)), ("Tern", "2031-05-03", lines.format(655, 340)))
    assert _drifts(*told) == []


DAY = "The ministry said that the first trains would cross the new viaduct on {} with wool and timber."


def test_another_day_of_the_event_is_a_change():
    """14 June became 24 June."""
    told = (("Gull", "2031-05-01", DAY.format("14 June")), ("Tern", "2031-05-03", DAY.format("24 June")))
    assert _drifts(*told) == [("time", "14 June", "24 June", "Tern")]


@pytest.mark.parametrize("later", ["in June", "on Saturday 14 June", "by the end of June"])
def test_a_vaguer_day_is_no_change(later):
    """“In June” is no other day than 14 June."""
    first = DAY.format("14 June")
    assert _drifts(("Gull", "2031-05-01", first), ("Tern", "2031-05-03", first.replace("on 14 June", later))) == []


SAID = 'The minister told reporters on {} that the northern railway "will not be sold to anybody this year".'


def test_another_day_of_saying_is_a_change():
    """Said on Monday, said on Wednesday."""
    told = (("Gull", "2031-05-06", SAID.format("Monday")), ("Tern", "2031-05-09", SAID.format("Wednesday")))
    assert _drifts(*told) == [("time", "Monday", "Wednesday", "Tern")]


def test_a_reprints_weekday_is_that_of_the_first_print():
    """A reprint of two weeks later says “on Monday”, too, and means the same one."""
    assert (
        _drifts(("Gull", "2031-05-06", SAID.format("Monday")), ("Tern", "2031-05-20", SAID.format("Monday"))) == []
    )


MAY = "The harbour office said that the old lock at Velmora {} be closed to barges before the autumn."


def test_what_may_be_becomes_what_will_be():
    """A hedge that is lost is a change of strength."""
    told = (("Gull", "2031-05-01", MAY.format("may")), ("Tern", "2031-05-03", MAY.format("will")))
    assert _drifts(*told) == [("strength", "may be", "will", "Tern")]


def test_a_hedge_that_is_gained_is_no_change():
    """Who says less than the source has not made more of it."""
    told = (("Gull", "2031-05-01", MAY.format("will")), ("Tern", "2031-05-03", MAY.format("may")))
    assert _drifts(*told) == []


def test_a_lost_not_is_a_change():
    """“Will not be sold” became “will be sold”."""
    told = (("Gull", "2031-05-06", SAID.format("Monday")), ("Tern", "2031-05-09", SAID.format("Monday")))
    later = told[1][2].replace("will not be", "will be")
    assert [one[0] for one in _drifts(told[0], ("Tern", "2031-05-09", later))] == ["strength"]


def test_what_was_not_ruled_out_becomes_certain():
    """A reply that rules nothing out is no announcement."""
    told = (
        (
            "Gull",
            "2031-05-01",
            "The minister did not rule out that the northern railway would be sold to a foreign bank.",
        ),
        ("Tern", "2031-05-03", "The minister said that the northern railway will be sold to a foreign bank."),
    )
    assert [one[0] for one in _drifts(*told)] == ["strength"]


def test_an_article_that_leaves_it_open_in_its_text_is_not_charged():
    """A heading that sharpens its own text is told elsewhere."""
    later = "Old lock at Velmora will be closed to barges, harbour office says\n\n" + MAY.format("may")
    assert _drifts(("Gull", "2031-05-01", MAY.format("may")), ("Tern", "2031-05-03", later)) == []


def test_nobody_is_charged_where_no_date_tells_who_came_first():
    """Two articles of one day differ: that alone accuses neither; a citation or a third article does."""
    wrong = FIRST.replace("1,200", "12,000")
    one, two = ("Velmora Gull", "2031-05-01", FIRST), ("Skerry Tern", "2031-05-01", wrong)
    assert _drifts(one, two) == []
    cited = ("Skerry Tern", "2031-05-01", f"{wrong} That is what the Velmora Gull reported.")
    assert [found[3] for found in _drifts(one, cited)] == ["Skerry Tern"]
    third = ("Kelp Post", "2031-05-01", FIRST)
    assert [found[3] for found in _drifts(one, two, third)] == ["Skerry Tern"]


def test_only_one_outlet_is_charged_with_what_a_third_repeats_in_other_words():
    """A rewording of the changed one is a repetition."""
    wrong = FIRST.replace("1,200", "12,000")
    again = "According to the harbour office, 12,000 boats would be moved before the storm to the eastern quay."
    told = (("Gull", "2031-05-01", FIRST), ("Tern", "2031-05-03", wrong), ("Kelp", "2031-05-05", again))
    assert [one[3] for one in _drifts(*told)] == ["Tern"]


def _reprint(page: Page, number: int) -> Page:
    """The same page from another outlet."""
    ident = f"{page.article.id}-{number}"
    said = tuple(replace(one, id=f"{one.id}-{number}", article=ident) for one in page.statements)
    return replace(page, article=replace(page.article, id=ident, outlet=f"Tern {number}"), statements=said)


def test_two_thousand_reprints_take_a_moment():
    """1,990 reprints of five sentences, and one article that changes a number of them."""
    lines = [
        FIRST,
        DAY.format("14 June"),
        SAID.format("Monday"),
        MAY.format("may"),
        FIRST.replace("boats", "barrels"),
    ]
    text = "\n\n".join(lines)
    first, last = (
        _page("Gull", "2031-05-06", text),
        _page("Kelp", "2031-05-09", text.replace("1,200 b", "12,000 b")),
    )
    asked = _page("", "2031-05-01", "Will the harbour of Velmora close by 30 June 2031?")
    pages = date_pages([first, *(_reprint(first, n) for n in range(1_990)), last], asked)
    every = frozenset(one.id for page in pages for one in page.statements)
    items, _ = placed(pages, (), relevant=every, dropped=frozenset())
    start = time.process_time()
    found = drifts(items, [_origin("o1", items)])
    assert time.process_time() - start < 2.0
    assert len(items) >= 1_990 * 5
    assert {one.after.article for one in found} == {last.article.id}


WORDINGS = st.sampled_from(
    [
        FIRST,
        FIRST.replace("1,200", "12,000"),
        FIRST.replace("1,200", "up to 1,200"),
        DAY.format("14 June"),
        DAY.format("24 June"),
        SAID.format("Monday"),
        SAID.format("Wednesday"),
        MAY.format("may"),
        MAY.format("will"),
    ]
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 9), st.lists(WORDINGS, min_size=1, max_size=3)), min_size=1, max_size=5))
def test_a_drift_stands_between_two_articles_the_later_of_which_is_charged(drawn):
    """Whatever is told: places are in the articles of both statements, and the order given changes nothing."""
    told = [(f"Gull {n}", f"2031-05-{day:02d}", " ".join(lines)) for n, (day, lines) in enumerate(drawn)]
    found, items, _ = _found(*told)
    by_id = {item.id: item for item in items}
    for one in found:
        left, right = by_id[one.left].page, by_id[one.right].page
        assert (one.before.article, one.after.article) == (left.article.id, right.article.id)
        assert left is not right
        assert one.before.span.of(left.article.text)
        assert one.after.span.of(right.article.text)
        assert left.article.published.interval.earliest <= right.article.published.interval.earliest
    assert _found(*reversed(told))[0] == found


@given(st.integers(10, 10**7), st.integers(1, 4))
def test_a_nought_more_is_a_slip_both_ways(number, noughts):
    """A number and itself with noughts behind are miswritten forms of each other."""
    assert slip(float(number), float(number * 10**noughts))
    assert slip(float(number * 10**noughts), float(number))


@pytest.mark.parametrize(("one", "two"), [(180_000, 280_000), (4_000, 14_000), (58, 85), (30, 3)])
def test_slips(one, two):
    """A figure other, more, exchanged; a nought less."""
    assert slip(one, two)


def test_no_slip():
    """410 and 655 have nothing in common."""
    assert not slip(410, 655)
    assert not slip(0, 10)


def test_what_cannot_both_hold_clashes():
    """An exact number against another is a strong clash, another day of saying a weak one, a lost hedge none."""
    wrong = FIRST.replace("1,200", "12,000")
    for first, later, strengths in (
        (FIRST, wrong, ["strong"]),
        (DAY.format("14 June"), DAY.format("24 June"), ["strong"]),
        (SAID.format("Monday"), SAID.format("Wednesday"), ["weak"]),
        (MAY.format("may"), MAY.format("will"), []),
        (SAID.format("Monday"), SAID.format("Monday").replace("not be", "be"), ["strong"]),
        (FIRST.replace("1,200", "up to 1,200"), FIRST, []),
    ):
        found, items, origins = _found(("Gull", "2031-05-06", first), ("Tern", "2031-05-09", later))
        assert found
        made = clashes(items, origins, [], hypotheses=[], drifts=found)
        assert [one.strength for one in made] == strengths
        assert all(one.kind == "changed on the way" and "became" in one.about for one in made)
        assert all((one.left, one.right) == (found[0].left, found[0].right) for one in made)


def test_changes_on_the_way_crowd_nothing_out():
    """However many changes, a few are kept as clashes."""
    line = "The office said that {} crates of {} would be moved to the {} quay before the storm broke."
    goods = [
        "apples",
        "lamps",
        "ropes",
        "bricks",
        "salt",
        "nails",
        "wool",
        "maps",
        "tiles",
        "drums",
        "corks",
        "seeds",
    ]
    made = []
    for number, good in enumerate(goods):
        first = line.format(1_200 + number * 37, good, good.upper())
        made.append((f"Gull {number}", "2031-05-01", first))
        made.append((f"Tern {number}", "2031-05-03", first.replace("1,", "31,").replace(" 1", " 31")))
    found, items, origins = _found(*made)
    assert len(clashes(items, origins, [], hypotheses=[], drifts=found)) <= CHANGED
