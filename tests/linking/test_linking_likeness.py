"""Which numbers are one quantity: what is counted, what happens to it, when, and how many."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.annotating.amounts import amounts
from sayso.linking.amounts import quantities
from sayso.linking.counted import seen
from sayso.linking.likeness import Ground
from sayso.model.article import Article, Block
from sayso.model.case import Page
from sayso.model.span import Span
from sayso.model.times import Dating, Interval


def page(text: str, day: int, title: str = "") -> Page:
    """A page of June 2033, its paragraphs apart by newlines."""
    whole = f"{title}\n{text}" if title else text
    blocks, start = [], 0
    for line in whole.split("\n"):
        if line:
            kind = "title" if line == title else "paragraph"
            blocks.append(Block(Span(start, start + len(line)), kind))  # type: ignore[arg-type]
        start += len(line) + 1
    published = Dating(Interval(date(2033, 6, day), date(2033, 6, day)), "given")
    article = Article(f"a{day}", "a.txt", whole, "0", published=published)
    return Page(article, tuple(blocks), amounts=amounts(article, blocks))


def groups(*pages: Page) -> list[set[str]]:
    """The numbers of each quantity with more than one mention, as written."""
    texts = {one.article.id: one.article.text for one in pages}
    found = [[mention.ref.span.of(texts[mention.ref.article]) for mention in q.mentions] for q in quantities(pages)]
    return [set(row) for row in found if len(row) > 1]


def test_a_toll_that_grows() -> None:
    """Different numbers of the dead of one flood are one quantity; those missing are another."""
    found = groups(
        page("At least nine people were killed in the flood at Lorn. Some 40 people are missing.", 1),
        page("The flood at Lorn has killed 14 people, divers said. Eleven people are still missing.", 3),
    )
    assert {"nine", "14"} in found
    assert {"40", "Eleven"} in found


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The works will cut 300 jobs.", "The works owns 300 flats."),
        ("They sold 5,000 pumps.", "They sold 5,000 cows."),
        ("The flood cost 40 million talers.", "Up to 40 per cent of the fields are under water."),
        ("The bill came to 12 million dollars.", "The bill came to 12 million pounds."),
        ("He is paid 45 talers a day.", "He is paid 45 talers an hour."),
    ],
)
def test_equal_numbers_of_other_things(one: str, two: str) -> None:
    """The same number of another thing, in another currency or for another span is another quantity."""
    assert groups(page(one, 1), page(two, 2)) == []


def test_nouns_and_scales_differ() -> None:
    """Posts are jobs, 1.2bn is 1.2 billion: what is written differently is one number."""
    assert groups(page("The firm will cut 1,850 jobs.", 1), page("The firm sheds up to 1,850 posts.", 2)) == [
        {"1,850"}
    ]
    assert groups(
        page("The tunnel will cost 1.2bn talers.", 1), page("The tunnel costs 1.2 billion talers.", 2)
    ) == [{"1.2bn", "1.2 billion"}]


def test_one_sentence_tells_apart() -> None:
    """Two numbers of one sentence that are not set against each other stay apart."""
    assert groups(page("The rise is 9 per cent for nurses and 4 per cent for drivers.", 1)) == []


def test_a_heading_over_its_own_text() -> None:
    """A round number in a heading is the one of its own text, though both say little."""
    assert groups(page("Up to 300 homes are gone, the mayor said.", 1, "Wildfire at Lorn eats 300 homes")) == [
        {"300"}
    ]


def test_a_contested_number_needs_more() -> None:
    """Where 300 counts jobs and flats, a bare 300 is neither."""
    found = groups(
        page("The works will cut 300 jobs.", 1),
        page("The works owns 300 flats.", 2),
        page("They spoke of 300.", 3),
    )
    assert found == []


def test_the_ground_of_a_case() -> None:
    """Numbers that count several things are contested; kindred people are one thing."""
    numbers = [
        *seen(page("They want 300 jobs and 40 troops.", 1)),
        *seen(page("They want 300 flats and 40 people.", 2)),
    ]
    assert Ground.of(numbers).contested == {300.0}
