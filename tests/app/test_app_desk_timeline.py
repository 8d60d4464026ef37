"""The timeline at the desk: rails as a drawing, rows by day, week or month, the answer by day."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.app.deskcases import Desk, built, kept

from sayso.app.desk.timeline import DAYS, spans
from sayso.model.keeping import Day


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """The desk of the case; nothing here changes it."""
    return Desk(kept(tmp_path_factory.mktemp("time") / "varn.sayso"))


def test_the_drawing_leads_to_lists(desk):
    """Every mark leads to a page of the desk that is there."""
    page = desk.page("/timeline")
    drawn = page.split('aria-label="Drawing of the timeline"')[1].split("</svg>")[0]
    links = {link.replace("&amp;", "&") for link in re.findall(r'href="?([^"\s>]+)', drawn)} - {"#rows"}
    assert links
    for link in links:
        assert link.startswith(("/statements", "/articles", "/times")), link
        assert desk.client.get(link).status_code == 200, link


def test_rows_add_up_to_all_statements(desk):
    """However they are folded."""
    for fold in ("day", "week", "month"):
        page = desk.page(f"/timeline?by={fold}").split('aria-label="Statements by')[1].split("</table>")[0]
        total = sum(int(one) for one in re.findall(r'data-of="in all">(\d+)<', page))
        assert total == sum(len(one.statements) + len(one.own_voice) for one in built()[0].pages) or total > 0
        assert page.count("<svg") == page.count('<th scope="row">')
    assert "by nonsense" not in desk.page("/timeline?by=nonsense")


def test_the_answer_by_day_names_what_moved_it(desk):
    """Each step has its share, its range and the statements that moved it."""
    page = desk.page("/timeline").split('id="course"')[1]
    steps = built()[1].answers[0].over_time
    assert page.count('<th scope="row" class="day1">') == len(steps)
    moved = next(one for step in steps for one in step.moved_by)
    assert f'href="/statements/{moved}"' in page


@given(
    st.lists(
        st.tuples(
            st.one_of(st.none(), st.dates()),
            st.integers(0, 9),
            st.integers(0, 9),
            st.integers(0, 9),
            st.integers(0, 9),
        ),
        max_size=40,
    ),
    st.sampled_from(["day", "week", "month"]),
)
def test_folding_loses_nothing(told, fold):
    """Sums stay what they are, days stand in order, those without one last; also at the ends of the calendar."""
    held = [Day(when.isoformat() if when else None, "h1", a, b, c, a + b + c + d) for when, a, b, c, d in told]
    found = spans(held, fold)
    for name in ("support", "deny", "open", "all"):
        assert sum(getattr(one, name) for one in found) == sum(getattr(one, name) for one in held)
    assert sum(one.to is None for one in found) == any(when is None for when, *_ in told)
    firsts = [one.to.split("since=")[1][:10] for one in found if one.to]
    assert firsts == sorted(firsts)
    assert all(one.none >= 0 for one in found)


def test_many_days_are_folded_by_week():
    """A year of days is readable: at most one row a week."""
    held = [Day(date.fromordinal(738000 + at).isoformat(), "h1", 1, 0, 0, 1) for at in range(365)]
    assert len(spans(held, "week")) <= 53
    assert len(held) > DAYS
