"""The dossier in a browser: quiet, accessible, by keyboard, without script, on paper."""

from itertools import pairwise
from typing import Any

import pytest
from tests.showing import builders
from tests.showing.pages import carried, markup_bytes

WIDTHS = (1280, 390)
CASES = ("rich", "empty", "single", "crowded", "web", "story")


def violations(page: Any) -> list[tuple[str, list[str]]]:
    """What axe-core complains of, in short."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 (slow to import)

    found = Axe().run(page).response["violations"]
    return [(one["id"], [node["html"][:160] for node in one["nodes"][:3]]) for one in found]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_axe_finds_no_violation(opened, width, scheme):
    """axe-core is content with the rich case wide and light, narrow and dark, with every chain open and closed."""
    page = opened("rich", width, color_scheme=scheme)
    assert violations(page) == []
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert violations(page) == []


@pytest.mark.parametrize("name", ["empty", "single", "crowded", "web", "story"])
def test_axe_finds_no_violation_in_the_odd_cases(opened, name):
    """Nor with no article, one article, a crowd of statements, or three articles of the example story."""
    page = opened(name, 390)
    page.evaluate("document.querySelectorAll('article:nth-of-type(n+4)').forEach(one => one.remove())")
    assert violations(page) == []


@pytest.mark.parametrize("name", CASES)
def test_the_file_asks_for_nothing_and_says_nothing(opened, name):
    """One request, for the file itself; no error, no dialog, no blocked style."""
    page = opened(name)
    assert len(page.requests) == 1
    assert page.complaints == []


@pytest.mark.parametrize("name", CASES)
def test_the_page_never_scrolls_sideways(opened, name):
    """What is too wide scrolls within itself."""
    page = opened(name)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_is_complete_without_script(opened):
    """With JavaScript off the question, the answer, the texts and the cards are there."""
    page = opened("rich", java_script_enabled=False)
    words = page.locator("body").inner_text()
    assert builders.QUESTION in words
    assert "likely, 40 to 82 in 100" in words
    assert "non-denial: says only that it is not being discussed" in words
    assert page.locator(".cards li[id]").count() == 7


def test_the_text_in_the_browser_is_the_article(opened):
    """What the browser holds as an article's text is the article's text."""
    page = opened("rich")
    joined = "all => all.map(one => [...one.querySelectorAll('.text')].map(part => part.textContent).join(''))"
    shown = page.locator(".both").evaluate_all(joined)
    texts = [carried(one.article.text) for one in builders.rich()[0].pages]
    assert sorted(shown) == sorted(texts)


def test_a_chain_opens_by_keyboard(opened):
    """Tab reaches a card's chain, Enter opens it, and its hops and citation are there."""
    page = opened("rich")
    chain = page.locator(".cards details").nth(1)
    hops = chain.locator("ol li")
    assert not hops.first.is_visible()
    chain.locator("summary").focus()
    page.keyboard.press("Enter")
    assert [one.strip() for one in hops.all_inner_texts()] == [
        "The Varn Courier states it",
        "a memo by the Roads Office states it, via Harbour Wire",
    ]
    assert page.locator(".cards details + p i").nth(1).is_visible()


def test_a_permalink_outlines_every_piece_of_its_statement(opened):
    """The statement in two pieces is outlined at both, and no other is."""
    split = builders.leak().statements[2]
    page = opened("rich", fragment=f"#{split.id}")
    outlined = page.locator("mark").evaluate_all(
        "all => all.filter(one => getComputedStyle(one).outlineStyle == 'solid').map(one => one.textContent)"
    )
    assert outlined == ["We will close it,", "but not before ", "mid-May", "."]


def test_a_number_in_the_text_leads_to_its_card(opened):
    """Mark and card select each other."""
    page = opened("rich", 390)
    page.locator(".text a").first.click()
    assert page.evaluate("document.querySelector(':target').matches('.cards li')")


def test_a_card_stands_beside_its_text_or_below_it(opened):
    """On a wide screen a row's cards begin to the right of its text, on a narrow one right below it."""
    where = "one => { const box = one.getBoundingClientRect(); return [box.left, box.right, box.top, box.bottom] }"
    for width in WIDTHS:
        page = opened("rich", width)
        text = page.locator(".row .text").first.evaluate(where)
        card = page.locator(".row .cards li").first.evaluate(where)
        if width == 1280:
            assert card[0] > text[1]
            assert abs(card[2] - text[2]) < 12
        else:
            assert card[0] < text[1]
            assert card[2] >= text[3]


@pytest.mark.parametrize("name", ["rich", "crowded"])
@pytest.mark.parametrize("width", WIDTHS)
def test_cards_never_cover_each_other_or_the_text(opened, name, width):
    """Each card begins where the one before has ended, however many a paragraph has."""
    page = opened(name, width)
    boxes = "all => all.map(one => one.getBoundingClientRect()).map(box => [box.top, box.bottom])"
    for article in page.locator("article").all():
        cards = article.locator(".cards > li").evaluate_all(boxes)
        assert all(later[0] >= earlier[1] for earlier, later in pairwise(cards))
        if width == 390:
            texts = article.locator(".text > p").evaluate_all(boxes)
            assert not [1 for text in texts for card in cards if card[0] < text[1] - 1 and text[0] < card[1] - 1]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_origin_map_keeps_its_words_readable_and_apart(opened, width):
    """On every screen its words keep their size and stand within the page; names of a lane do not touch."""
    page = opened("web", width)
    sizes = (
        "all => all.map(one => one.getBoundingClientRect()).map(box => [box.left, box.right, box.top, box.bottom])"
    )
    words = page.locator(".map text").evaluate_all(
        f"all => ({sizes})(all.filter(one => one.textContent.length > 1))"
    )
    assert len(words) > 20
    assert all(box[0] >= 0 and box[1] <= width for box in words)
    fonts = page.locator(".map a").evaluate_all("all => all.map(one => parseFloat(getComputedStyle(one).fontSize))")
    assert min(fonts) >= 12
    touching = [
        (one, two)
        for at, one in enumerate(words)
        for two in words[at + 1 :]
        if one[0] < two[1] and two[0] < one[1] and one[2] + 4 < two[3] and two[2] + 4 < one[3]
    ]
    assert touching == []


def test_names_stand_beside_their_lanes_where_there_is_room(opened):
    """On a wide screen an origin's name stands left of its articles, on a narrow one above them."""
    for width in WIDTHS:
        page = opened("web", width)
        name = page.locator(".map svg:first-child a").first.bounding_box()
        article = page.locator(".map svg:last-child a").first.bounding_box()
        if width == 1280:
            assert name["x"] + name["width"] < article["x"]
            assert abs(name["y"] - article["y"]) < 8
        else:
            assert name["y"] + name["height"] <= article["y"] + 4


def test_the_map_leads_by_keyboard_to_a_statement(opened):
    """A link of the map is reached and opens the card of the article's statement."""
    page = opened("web")
    link = page.locator(".map svg:last-child a").first
    link.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(':target').matches('.cards li')")


def test_the_bar_of_reporting_is_drawn_twice(opened):
    """The bar at the head of an article and the same in the table have a width."""
    page = opened("web")
    for place in (".meta .mix path", "table .mix use"):
        box = page.locator(place).first.bounding_box()
        assert box["width"] > 50


def test_the_grid_is_readable_on_a_narrow_screen(opened):
    """On a telephone no field of the grid lies outside; each says its hypothesis, a sign and a word."""
    page = opened("story", 390)
    fields = page.locator(".grid tbody td:not(.x)")
    boxes = fields.evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(box => [box.left, box.right])"
    )
    assert len(boxes) > 10
    assert all(left >= 0 and right <= 390 for left, right in boxes)
    label = "all => all.slice(0, 2).map(one => getComputedStyle(one, '::before').content)"
    assert all("counter(h)" in one or "H" in one for one in fields.evaluate_all(label))
    words = fields.all_inner_texts()
    assert all(word.strip()[0] in "+−·" and word.strip()[-1].isalpha() for word in words)


def test_what_says_the_same_of_all_is_folded_and_printed(opened):
    """On the screen it is folded away and opens by keyboard; on paper it is there."""
    page = opened("story")
    fold = page.locator("details.same")
    assert not fold.locator("li").first.is_visible()
    fold.locator("summary").focus()
    page.keyboard.press("Enter")
    assert fold.locator("li").first.is_visible()
    page.keyboard.press("Enter")
    page.emulate_media(media="print")
    assert fold.locator("li").first.evaluate("one => one.getBoundingClientRect().height") > 0


def test_the_story_stays_within_its_budget(files):
    """Markup, style and script of a dossier of twelve articles are under 200 KB."""
    assert markup_bytes(files["story"].read_text(encoding="utf-8")) < 200_000


def test_print_opens_every_chain_and_drops_the_navigation(opened):
    """On paper all chains are open, addresses are printed, and nothing sticks."""
    page = opened("rich")
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()
    hops = page.locator(".cards details ol")
    heights = hops.evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert heights
    assert min(heights) > 0
    said = page.locator(".cards details + p").first
    assert said.evaluate("one => getComputedStyle(one).display") == "block"
    assert said.locator("i").is_visible()
    address = "getComputedStyle(document.querySelector('a[rel]'), '::after').content"
    assert "https://tidewater.example" in page.evaluate(address)
    assert len(page.pdf()) > 10_000
