"""Quantities: the same number in several places, and how it changed on the way."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sayso.annotating.amounts import amounts
from sayso.linking.amounts import quantities
from sayso.model.amounts import Quantity
from sayso.model.article import Article, Block
from sayso.model.case import Page
from sayso.model.span import Span
from sayso.model.times import Dating, Interval


def page(text: str, day: int | None = None, title: str = "") -> Page:
    """A page of March 2031 with an optional title line above its one paragraph."""
    whole = f"{title}\n{text}" if title else text
    published = Dating(Interval(date(2031, 3, day), date(2031, 3, day)), "given") if day else None
    article = Article(f"a{day}-{len(whole)}-{whole[:9]}", "a.txt", whole, "0", published=published)
    blocks = [Block(Span(len(whole) - len(text), len(whole)), "paragraph")]
    if title:
        blocks.insert(0, Block(Span(0, len(title)), "title"))
    return Page(article, tuple(blocks), amounts=amounts(article, blocks))


def only(*pages: Page) -> Quantity:
    """The one quantity of some pages."""
    (quantity,) = quantities(pages)
    return quantity


def test_a_number_that_grows() -> None:
    """The lost "up to", the added end and the lost end are told in the order of the articles."""
    shown = only(
        page("Now 90,000 households will be cut off.", 9),
        page("The plan cuts off up to 60,000 households.", 1),
        page("The plan cuts off 60,000 households.", 3),
        page("The plan cuts off 60,000 to 90,000 households, he wrote.", 6),
    )
    assert (shown.low, shown.high) == (0, 90_000)
    assert len(shown.mentions) == 4
    assert shown.as_of == Interval(date(2031, 3, 9), date(2031, 3, 9))
    assert shown.grown == (
        "up to 60,000 became 60,000 (“up to” was lost), then 60,000 to 90,000 (“to 90,000” was added), "
        "then 90,000 (“60,000 to” was lost)"
    )


def test_the_same_number_has_not_grown() -> None:
    """A number repeated as it was has nothing to tell."""
    shown = only(page("The plan cuts off 60,000 households.", 1), page("It cuts off 60,000 households.", 2))
    assert shown.grown is None


def test_an_addition_is_not_the_total() -> None:
    """Another 120,000 and a total of 200,000 stay two quantities though the sentences are alike."""
    pages = [
        page("The ministry trains another 120,000 conscripts at the northern camps.", 1),
        page("The ministry trains another 120,000 conscripts at camps.", 2),
        page("The ministry trains 200,000 conscripts at the northern camps.", 3),
        page("The ministry trains 200,000 conscripts at camps.", 4),
    ]
    assert sorted(len(quantity.mentions) for quantity in quantities(pages)) == [2, 2]


def test_kindred_words_count_the_same() -> None:
    """Troops in one article and soldiers in another may be the same people."""
    shown = only(page("They lost 100,000 troops.", 1), page("Up to 100,000 soldiers were lost.", 2))
    assert len(shown.mentions) == 2


def test_different_things_stay_apart() -> None:
    """The same number of pumps and of cows is two quantities; alone and unsaid, neither is listed."""
    assert quantities([page("They sold 5,000 pumps.", 1), page("They sold 5,000 cows.", 2)]) == ()


def test_small_counts_need_company() -> None:
    """Two dogs here and two dogs there are no quantity unless the sentences are alike."""
    assert quantities([page("She walks two dogs.", 1), page("He sold two dogs in Lowmoor.", 2)]) == ()


def test_a_heading_that_says_more() -> None:
    """A heading that drops the bound of its own text is named."""
    shown = only(page("The plan cuts off up to 60,000 households.", 1, "60,000 households to be cut off"))
    assert shown.grown is not None
    assert "a heading drops “up to” from 60,000" in shown.grown


@given(st.permutations(range(1, 5)))
def test_order_changes_nothing(order: list[int]) -> None:
    """The order in which pages are given changes nothing."""
    pages = [page(f"The plan cuts off {50 + day},000 to 90,000 households.", day) for day in range(1, 5)]
    assert quantities([pages[i - 1] for i in order]) == quantities(pages)


@given(st.lists(st.text(alphabet="150,-% to households pumps.", max_size=40), max_size=5))
def test_any_texts(texts: list[str]) -> None:
    """Whatever the texts: ends are ordered, every mention is a place, no amount is in two quantities."""
    pages = [page(f"x {text}", index + 1) for index, text in enumerate(texts)]
    found = quantities(pages)
    mentions = [(one.ref, one.amount) for quantity in found for one in quantity.mentions]
    assert len(mentions) == len(set(mentions))
    assert all(q.low <= q.high for q in found if q.low is not None and q.high is not None)
