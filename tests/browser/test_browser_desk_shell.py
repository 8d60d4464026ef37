"""The desk's shell in a browser: by keyboard, narrow and wide, light and dark, on paper, without script."""

import shutil
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import expect
from tests.app.desks import ADA, BO, awkward, serving, weighted
from tests.browser.test_browser_dossier import violations

from sayso.model.keeping import Wanted
from sayso.model.rulings import Ruling
from sayso.store.opening import open_case

PAGES = ("/", "/?reasons=all", "/gaps", "/history", "/search?q=harbour", "/add", "/help", "/jobs", "/nowhere")
AT = "2031-05-07T10:00:00.000000+00:00"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The case with awkward and hostile texts, with some rulings, built once."""
    place = weighted(tmp_path_factory.mktemp("shell") / "orsund.sayso", awkward())
    with open_case(place) as repository:
        one, two, *_ = repository.lines(Wanted(limit=5)).rows
        entries = repository.rule(
            [Ruling(one.id, "accept", "Bo", AT, ""), Ruling(two.id, "reject", "Cai", AT, "no")]
        )
        repository.rule([Ruling(entries[0].ruling.id, "undo", "Bo", AT, "")])
    return place


@pytest.fixture
def desk(browser, made, tmp_path):
    """A function that opens a page of a desk of a copy of the case; what the browser complains of is kept."""
    with ExitStack() as stack:
        with open_case(made) as repository:  # folds the log into the file before it is copied
            repository.stand()
        place = str(shutil.copy(made, tmp_path / "orsund.sayso"))
        address = stack.enter_context(serving(place))

        def open_(path="/", person=ADA, width=1280, **settings: Any) -> Any:
            context = browser.new_context(viewport={"width": width, "height": 900}, **settings)
            stack.callback(context.close)
            page = context.new_page()
            page.complaints, page.asked = [], []
            page.on("console", lambda message: page.complaints.append(message.text))
            page.on("pageerror", lambda error: page.complaints.append(str(error)))
            page.on("dialog", lambda dialog: page.complaints.append(dialog.message))
            page.on("request", lambda request: page.asked.append(request.url))
            page.goto(f"{address}{path}{'&' if '?' in path else '?'}token={person.token}")
            page.place, page.address = place, address
            return page

        yield open_


def test_the_link_leaves_no_token_in_the_address(desk):
    """The address is clean, and scripts cannot read the cookie."""
    page = desk("/history?by=Bo")
    assert page.url == f"{page.address}/history?by=Bo"
    assert page.evaluate("document.cookie") == ""


def test_a_link_from_another_site_leads_to_the_page(desk):
    """Somebody who has opened the desk clicks a link to it elsewhere, and is there in one go."""
    page = desk()
    far = page.context.new_page()
    far.route("http://elsewhere.example/**", lambda route: route.fulfill(
        body=f'<a href="{page.address}/history?by=Bo">the history</a>', content_type="text/html"))  # fmt: skip
    far.goto("http://elsewhere.example/")
    far.click("a")
    expect(far.locator("h1")).to_have_text("History")
    assert far.url.endswith("/history?by=Bo")


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_no_violation(desk, path):
    """axe-core is content with each page, wide and light, narrow and dark, with all that folds opened."""
    for width, scheme in ((1280, "light"), (390, "dark")):
        page = desk(path, width=width, color_scheme=scheme)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert violations(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_quiet_and_never_scroll_sideways(desk, path):
    """No request to another host, no error, no blocked script or style; what is too wide scrolls within itself."""
    page = desk(path)
    for width in (1280, 768, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert all(url.startswith((page.address, "data:")) for url in page.asked)
    assert [one for one in page.complaints if "404" not in one] == []


def test_every_page_is_reached_by_two_keys(desk):
    """The key g and a letter leads to each tab, / to the search, ? to the keys, Esc out of them."""
    page = desk("/history")
    tabs = page.locator("nav a[data-letter]").evaluate_all(
        "all => all.map(one => [one.dataset.letter, one.pathname])"
    )
    assert len(tabs) > 9
    for letter, path in tabs:
        page.keyboard.press("g")
        page.keyboard.press(letter)
        page.wait_for_url(f"{page.address}{path}*")
    page.keyboard.press("?")
    dialog = page.locator("#help")
    expect(dialog).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(dialog).not_to_be_visible()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.type("harbour g h ?")
    assert page.evaluate("document.activeElement.value") == "harbour g h ?"
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=harbour*")


def test_the_search_answers_while_one_types(desk):
    """Hits come and change with each word; the address is that of the search, and Back leaves it."""
    page = desk("/history")
    page.goto(f"{page.address}/search")
    page.locator("main input[type=search]").type("harbour", delay=20)
    expect(page.locator("#found mark.hit").first).to_be_visible()
    page.wait_for_url("**/search?q=harbour")
    page.go_back()
    expect(page.locator("h1")).to_have_text("History")


def test_an_undo_by_the_keyboard_and_back_again(desk):
    """Tab to a button, Enter: the entry is struck, told at the head, and the button there takes the undo back."""
    page = desk("/history")
    button = page.get_by_role("button", name="Undo number", exact=False).first
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".said")).to_contain_text("Undone:")
    with open_case(page.place) as repository:
        assert repository.journal()[-1].ruling.by == "Ada"
    size = page.locator("tr.undone").count()
    page.locator(".said button").click()
    expect(page.locator("tr.undone")).not_to_have_count(size - 1)
    expect(page.locator(".said")).to_contain_text("Undone:")


def test_two_browsers_in_conflict(desk):
    """Two people undo the same; the slower one is told who was faster, and can put theirs on top or drop it."""
    ada, bo = desk("/history"), desk("/history", BO)
    with open_case(ada.place) as repository:
        rejected = next(one for one in repository.journal() if one.ruling.verdict == "reject")
        repository.rule([Ruling(rejected.ruling.target, "accept", "Cai", AT, "it is right")])
    name = f"Undo number {rejected.number}"
    ada.get_by_role("button", name=name).click()
    expect(ada.locator("h1")).to_have_text("Somebody was faster")
    expect(ada.locator("main")).to_contain_text("Cai")
    expect(ada.locator("main")).to_contain_text("it is right")
    assert violations(ada) == []
    ada.get_by_role("button", name="Put mine on top").click()
    expect(ada.locator(".said")).to_contain_text("Undone: rejected")
    bo.get_by_role("button", name=name).click()
    expect(bo.locator("h1")).to_have_text("Undone already")
    expect(bo.locator("main")).to_contain_text("Ada")


def test_everything_works_without_script(desk):
    """The answer, its reasons, the history with an undo, the search and a pasted article: plain links and forms."""
    page = desk("/", java_script_enabled=False)
    expect(page.locator(".verdict").first).to_be_visible()
    page.locator("table.rungs summary").nth(1).click()
    page.get_by_role("link", name="History").first.click()
    page.get_by_role("button", name="Undo number").first.click()
    expect(page.locator(".said")).to_contain_text("Undone:")
    page.fill("#find", "harbour")
    page.press("#find", "Enter")
    expect(page.locator("mark.hit").first).to_be_visible()
    page.get_by_role("link", name="Add").first.click()
    page.fill("#text", "The guild said that the harbour of Orsund will stay open.")
    page.fill("#published", "soon")
    page.get_by_role("button", name="Add this text").click()
    expect(page.locator("#fault")).to_contain_text("is no day")
    assert "guild said" in page.input_value("#text")
    page.fill("#published", "2031-05-08")
    page.get_by_role("button", name="Add this text").click()
    for _ in range(120):
        if page.get_by_text("1 article added").count():
            break
        time.sleep(0.25)
        page.get_by_role("link", name="Look again").click()
    expect(page.get_by_text("1 article added")).to_be_visible()


def test_progress_is_live_and_survives_a_reload(desk):
    """An article is pasted: its job tells how far it is, the page can be reloaded, and ends with what was added."""
    page = desk("/add")
    page.fill("#text", "Mayor Ida Tarn said on Friday that the harbour of Orsund will close by 12 June.")
    page.fill("#outlet", "Orsund Post")
    page.get_by_role("button", name="Add this text").click()
    page.wait_for_url("**/jobs/1")
    page.reload()
    expect(page.get_by_text("1 article added")).to_be_visible(timeout=30_000)
    assert violations(page) == []
    page.goto(f"{page.address}/")
    if page.get_by_role("button", name="Update the answer").count():
        page.get_by_role("button", name="Update the answer").click()
        expect(page.locator("#stand")).to_contain_text("Up to date", timeout=30_000)


def test_on_paper_there_is_the_page_alone(desk):
    """Printed, the navigation, the forms and the buttons are gone and the answer is there."""
    page = desk("/")
    page.emulate_media(media="print")
    assert not page.locator("nav").first.is_visible()
    assert not page.locator("#stand").is_visible()
    assert page.locator(".verdict").first.is_visible()


def test_hostile_text_does_nothing(desk):
    """No dialog, no changed title, no picture asked for, on any page that shows it."""
    page = desk("/search?q=owned")
    for path in ("/", "/history", "/articles", "/statements", "/sources"):
        page.goto(page.address + path)
        assert page.title() != "owned"
        assert "<script" not in page.locator("main").inner_html()
    assert page.complaints == []
    assert not [url for url in page.asked if url.endswith("/x")]


def test_the_command_serves_until_it_is_told_to_stop(made, tmp_path, browser):
    """`sayso desk` prints its link, is there within the time of a breath, and ends cleanly with Ctrl-C."""
    place = str(shutil.copy(made, tmp_path / "orsund.sayso"))
    command = [sys.executable, "-m", "sayso", "desk", place, "--port", "0", "--no-update"]
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout
        link = process.stdout.readline().strip()
        context = browser.new_context()
        page = context.new_page()
        page.goto(link)
        expect(page.locator(".verdict").first).to_be_visible()
        took = time.monotonic() - began
        context.close()
        process.send_signal(signal.SIGINT)
        told = process.communicate(timeout=15)[1]
    finally:
        process.kill()
        process.wait()
    assert process.returncode == 0
    assert "the desk is closed" in told
    assert "Traceback" not in told
    assert took < 10  # 1.5 s on a machine with nothing else to do
