"""The views of sources, origins, grid, timeline, forecasts, amounts, times and articles in a browser."""

import re
import shutil
from contextlib import ExitStack

import pytest
from playwright.sync_api import expect
from tests.app.deskcases import built, kept
from tests.app.desks import ADA, serving
from tests.browser.test_browser_dossier import violations

from sayso.store.opening import open_case

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
VIEWS = (
    "/sources", "/sources/SOURCE", "/sources/pairs", "/sources/pairs/next", "/origins", "/origins/map",
    "/origins/ORIGIN", "/grid?same=1", "/grid/ORIGIN/h1", "/timeline", "/forecasts", "/amounts",
    "/amounts?which=numbers", "/times", "/articles", "/articles?search=ferry",
)  # fmt: skip
#: Policy violations and errors of scripts are written to the console.
QUIET: list[str] = []


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    """The case, in one file that nobody has open."""
    place = kept(tmp_path_factory.mktemp("views") / "varn.sayso")
    with open_case(place) as repository:
        repository.stand()
    return place


@pytest.fixture
def desk(browser, case, tmp_path):
    """A function that opens a page of a desk for a copy of the case."""
    place = tmp_path / "varn.sayso"
    shutil.copy(case, place)
    with ExitStack() as stack:
        yield Opened(browser, str(place), stack.enter_context(serving(str(place))), stack)


class Opened:
    """A desk for the case at `place` that a browser opens pages of."""

    def __init__(self, browser, place, address, stack):
        """Contexts of `browser` are closed with `stack`."""
        self.browser, self.place, self.address, self.stack = browser, place, address, stack

    def __call__(self, path, viewport=WIDE, **settings):
        """A page at `path` that keeps its complaints."""
        context = self.browser.new_context(viewport=viewport, **settings)
        self.stack.callback(context.close)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("dialog", lambda dialog: page.complaints.append(dialog.message))
        page.goto(f"{self.address}/help?token={ADA.token}")
        page.goto(self.address + at(path))
        return page


def at(path):
    """An address with the ids of the case in it."""
    origin = max(built()[0].origins, key=lambda one: len(one.articles)).id
    source = next(one.id for one in built()[0].sources if one.name == "Ada Lind")
    return path.replace("ORIGIN", origin).replace("SOURCE", source)


def journal(place):
    """The verdicts since the case was made."""
    with open_case(place) as repository:
        return [one.ruling.verdict for one in repository.journal(after=5)]


@pytest.mark.parametrize("path", VIEWS)
def test_every_view_is_sound(desk, path):
    """Wide and light, narrow and dark, all of it opened: axe-core is content, the policy blocks nothing.

    Nothing scrolls sideways, and hostile text changes no title, opens no dialog and asks for no picture.
    """
    page = desk(path)
    for viewport, scheme in ((WIDE, "light"), (NARROW, "dark")):
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=scheme)
        page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")
        assert page.complaints == QUIET
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    assert page.title() != "owned"
    assert page.locator("main img, main script").count() == 0


def test_pairs_are_decided_by_keyboard(desk):
    """Skip with j, back with k; x and a decide and bring the next, u takes the last one back."""
    page = desk("/sources/pairs/next")
    first = page.url
    page.keyboard.press("j")
    page.wait_for_url(lambda url: url != first)
    second = page.url
    page.keyboard.press("k")
    page.wait_for_url(first)
    page.keyboard.press("x")
    page.wait_for_url(second)
    expect(page.locator("#notice .said")).to_contain_text("they stay apart")
    expect(page.locator("#pair .kicker")).to_contain_text("1 of 1 that wait")
    page.keyboard.press("u")
    page.wait_for_url(first)
    expect(page.locator("#pair .kicker")).to_contain_text("of 2 that wait")
    assert journal(desk.place) == ["split", "undo"]
    page.keyboard.press("c")
    page.keyboard.type("ask a, x and u")
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    page.wait_for_url(second)
    assert journal(desk.place) == ["split", "undo", "merge"]
    assert page.complaints == QUIET


def test_a_conflict_is_shown_where_the_person_looks(desk):
    """Two windows on one pair: the slower one sees what the other did and can put theirs on top."""
    one, two = desk("/sources/pairs/next"), desk("/sources/pairs/next")
    first = one.url
    one.keyboard.press("x")
    one.wait_for_url(lambda url: url != first)
    two.keyboard.press("a")
    expect(two.locator("#notice")).to_contain_text("Somebody was faster")
    assert journal(desk.place) == ["split"]
    two.get_by_role("button", name="Put mine on top").click()
    two.wait_for_url(lambda url: url != first)
    assert journal(desk.place) == ["split", "merge"]


def test_a_field_of_the_grid_opens_above_it(desk):
    """By htmx the statements come without leaving the grid."""
    page = desk("/grid")
    page.locator(".ach td.cell a").first.click()
    expect(page.locator("#cell h2")).to_be_visible()
    assert page.url.endswith("/grid")
    assert violations(page) == []
    assert page.complaints == QUIET


def test_everything_works_without_script(desk):
    """Pairs, splits, outcomes and articles by plain forms, fields of the grid by plain links."""
    page = desk("/sources/pairs/next", java_script_enabled=False)
    page.get_by_role("button", name="They are two").click()
    expect(page.locator("#notice")).to_contain_text("they stay apart")
    page.locator("#notice").get_by_role("button", name="Undo").click()
    expect(page.locator("#notice")).to_contain_text("Undone")
    page.goto(page.url.split("/sources")[0] + at("/sources/SOURCE"))
    page.locator("input[name=member]").first.check()
    page.get_by_role("button", name="Take the marked ones out").click()
    expect(page.locator("#notice")).to_contain_text("Taken apart")
    page.goto(page.url.split("/sources")[0] + "/grid")
    page.locator(".ach td.cell a").first.click()
    expect(page.locator("h1")).to_contain_text("What an origin says of a hypothesis")
    page.goto(page.url.split("/grid")[0] + "/articles")
    page.locator("summary").first.click()
    page.get_by_role("button", name="Leave it out").first.click()
    expect(page.locator("#notice")).to_contain_text("Left out")
    assert journal(desk.place)[:2] == ["split", "undo"]
    assert journal(desk.place)[-1] == "leave"


def test_an_origin_is_split_and_joined(desk):
    """A box and a button; the notice undoes it."""
    page = desk("/origins/ORIGIN")
    page.locator("input[name=statement]").last.check()
    page.get_by_role("button", name="Split the marked ones off").click()
    expect(page.locator("#notice")).to_contain_text("Split off")
    page.locator("#notice").get_by_role("button", name="Undo").click()
    expect(page.locator("#notice")).to_contain_text("Undone")
    assert journal(desk.place)[0] == "split"
    assert journal(desk.place)[-1] == "undo"


def test_marks_of_the_timeline_lead_to_statements(desk):
    """By keyboard: a mark of the drawing has its words, and Enter opens what stands there."""
    page = desk("/timeline")
    page.locator('svg.full a[href^="/statements"]').first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/statements"))


@pytest.mark.parametrize("path", ["/origins/ORIGIN", "/grid", "/timeline", "/forecasts"])
def test_views_print_without_their_forms(desk, path):
    """On paper stands what is known, not what can be sent."""
    page = desk(path)
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert not any(button.is_visible() for button in page.locator("button").all())
