"""Amounts and times at the desk: each number in its context, each time with the days it means."""

import re

import pytest
from tests.app.deskcases import HOSTILE, Desk, built, kept


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """The desk of the case; nothing here changes it."""
    return Desk(kept(tmp_path_factory.mktemp("amounts") / "varn.sayso"))


def test_a_quantity_has_all_its_numbers_side_by_side(desk):
    """The one with most mentions first, each mention in its context and linked to its place."""
    page = desk.page("/amounts")
    most = max(len(one.mentions) for one in built()[0].quantities)
    first = page.split("<section aria-labelledby")[1]
    assert first.count("<mark>") == most
    assert "would cost <mark>400</mark> jobs" in page


def test_a_quantity_has_a_page_of_its_own(desk):
    """Found from the list; a wrong address is told as one."""
    link = re.findall(r'href="(/amounts/[^"]+)"', desk.page("/amounts"))[0]
    assert "<mark>" in desk.page(link)
    assert "There is nothing here" in desk.page("/amounts/n-none", 404)


def test_every_number_is_listed(desk):
    """Also those with nothing to compare."""
    page = desk.page("/amounts?which=numbers")
    assert page.count("<mark>") == sum(len(one.amounts) for one in built()[0].pages)
    assert "No amount was found." in desk.page("/amounts?search=zzz")


def test_times_stand_by_the_days_they_mean(desk):
    """With their words in context and the rule that read them, those of no day last."""
    page = desk.page("/times")
    assert page.count("<mark>") == sum(len(one.times) for one in built()[0].pages)
    assert "<mark>20 May</mark>" in page
    assert "by 20 May 2031" in page
    assert HOSTILE not in page


def test_times_of_one_day_are_found(desk):
    """By the ends of what they mean, as the marks of the timeline ask; what is no day narrows nothing."""
    found = desk.page("/times?ends=2031-05-20")
    assert found.count("<mark>20 May</mark>") == found.count("<mark>") == 2
    assert desk.page("/times?ends=soon").count("<mark>") == desk.page("/times").count("<mark>")
    assert "No time was found." in desk.page("/times?begins=1999-01-01")
