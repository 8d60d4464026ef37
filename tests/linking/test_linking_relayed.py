"""What is told again in other words: the same points in the same order join, commonplaces do not."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso import pipeline
from sayso.brain.entailer import RuleEntailer
from sayso.linking.link import link
from sayso.linking.points import points, weighed
from sayso.linking.relayed import told_again
from sayso.linking.roots import placed
from sayso.model.article import Article
from sayso.model.case import Case
from sayso.model.span import content_id
from sayso.model.times import Dating, Interval

BRAIN = pipeline.load_brain("rules")
NOTE = """Harbour of Velmora may close

The harbour of Velmora may have to close before the end of June, the Tidal Institute said in a note on Monday.

Some 240 boats would be laid up, the institute said. Dredging costs 3,700 crowns a day since March, the note said.

"The sand comes faster than the shovels," the institute said.
"""
TRANSLATED = """What the sea brings

Two hundred and forty vessels would stay tied to the wall, one hears. Every day 3,700 crowns go down with the mud.

Our cook asks after the herring.
"""
LEAGUE = """Boats

Some 240 boats would be laid up in Velmora, the League of Skippers said. Dredging costs 3,700 crowns a day since
March, the league said.
"""
ADDED = """Sand

Dredging eats up 3,700 crowns every day. About 240 boats will lie idle.

"I shall not sell my boat," the skipper Ole Brandt told the Kelp.
"""


def _case(*told: tuple[str, str, str]) -> Case:
    """The case of articles given as (outlet, day, text)."""
    articles = []
    for outlet, day, text in told:
        dating = Dating(Interval(date.fromisoformat(day), date.fromisoformat(day)), "given")
        ident = content_id("article", outlet, text)
        title = text.splitlines()[0]
        articles.append(
            Article(
                ident, f"{ident}.txt", text, content_id("raw", text), outlet, title, language="en", published=dating
            )
        )
    case, _ = pipeline.build(articles, pipeline.Question("Will Velmora close its harbour by 30 June 2031?"), BRAIN)
    return case


def _ties(case: Case) -> list[str]:
    """The grounds of all joins of what is told again."""
    return [tie.why for origin in case.origins for tie in origin.ties if tie.key in {"relayed", "reworded"}]


def test_a_translation_without_names_joins_what_it_gives_again():
    """The same numbers in the same order, in other words and with nobody named, come from the institute's note."""
    case = _case(
        ("The Gull", "2031-05-06", NOTE),
        (
            "Kvet",
            "2031-05-08",
            TRANSLATED,
        ),
    )
    relays = [page for page in case.pages if page.article.outlet == "Kvet"]
    note = next(origin for origin in case.origins if relays[0].article.id in origin.articles)
    assert "Tidal Institute" in note.root
    assert any("3,700" in why and "in the same order: 240" in why for why in _ties(case))


def test_two_bodies_that_give_the_same_number_stay_two():
    """A second body that names its own ground is no relay of the first, whatever it shares with it."""
    case = _case(
        ("The Gull", "2031-05-06", NOTE),
        (
            "The Tern",
            "2031-05-08",
            LEAGUE,
        ),
    )
    assert not _ties(case)
    assert not any(len(origin.articles) > 1 for origin in case.origins)


def test_a_commonplace_joins_nothing():
    """Two outlets that both write what everybody writes, without a number, are not one."""
    line = "The harbour of Velmora will close, as things stand."
    case = _case(
        ("The Gull", "2031-05-06", f"Harbour\n\n{line} Ada Lind counts nine gulls on the roof.\n"),
        ("The Tern", "2031-05-07", "Velmora\n\nThings stand badly for the harbour, which will close one day.\n"),
    )
    assert not _ties(case)


def test_another_number_is_no_relay():
    """Words that are the same with another number are another report."""
    one = "Some 240 boats from the northern villages would be laid up over winter"
    two = one.replace("240", "910")
    case = _case(
        ("The Gull", "2031-05-06", f"Boats\n\n{one}, the Tidal Institute said.\n"),
        ("The Tern", "2031-05-07", f"Boats again\n\n{two}.\n"),
    )
    assert not _ties(case)


def test_a_relay_that_adds_its_own_is_split():
    """Only what is relayed collapses; an article's own named source stays an origin of its own."""
    case = _case(
        ("The Gull", "2031-05-06", NOTE),
        (
            "The Kelp",
            "2031-05-08",
            ADDED,
        ),
    )
    kelp = next(page.article.id for page in case.pages if page.article.outlet == "The Kelp")
    mine = [origin for origin in case.origins if kelp in origin.articles]
    assert sorted(len(origin.articles) for origin in mine) == [1, 2]
    told = next(one for one in case.reporting if one.article == kelp)
    assert 0 < told.relayed < 1
    assert told.own > 0


def test_what_is_taken_back_is_not_told_again():
    """A correction repeats a number in order to take it back."""
    case = _case(
        ("The Gull", "2031-05-06", NOTE),
        ("The Kelp", "2031-05-09", "Right\n\nThe 3,700 crowns a day for dredging were a mistake.\n"),
    )
    assert not _ties(case)


def test_a_sentence_goes_on_with_who_spoke_before(make):
    """A sentence right behind somebody's words is his; one with a ground of its own, or of the outlet, is not."""
    text = (
        "Tarn Osk said the harbour will close. The boats will be sold. We counted nine of them. Nobody cried.\n"
        "The tide was low."
    )
    page = make.source(make.page(text, outlet="Gull", day="2024-05-02"), "Tarn Osk")
    page = make.says(page, "Tarn Osk", "the harbour will close")
    for own in ("The boats will be sold.", "We counted nine of them.", "Nobody cried.", "The tide was low."):
        page = make.says(page, "", own)
    case = link((page,), make.question(), entailer=RuleEntailer())
    (osk,) = [origin for origin in case.origins if "Tarn Osk" in origin.root]
    told = {s.id: s.words(text) for s in (*page.statements, *page.own_voice)}
    assert [told[ident] for ident in osk.statements] == ["the harbour will close", "The boats will be sold."]


def test_reprints_make_no_mark_common(make):
    """A mark weighs the same whether one article or forty have its sentence."""
    held = []
    for number in range(40):
        page = make.page(f"House {number}.\nSome 240 boats lie idle.", outlet=f"Gull {number}", day="2024-05-02")
        held.append(make.says(page, "", "Some 240 boats lie idle."))
    ids = frozenset(s.id for page in held for s in page.own_voice)
    few, _ = placed(held[:1], (), relevant=ids, dropped=frozenset())
    many, _ = placed(held, (), relevant=ids, dropped=frozenset())
    assert weighed(points(few)).count == weighed(points(many)).count


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["240 boats", "3,700 crowns", "14 June", "a\x00b", "“", "x" * 300]), max_size=30))
def test_odd_text_and_any_order_of_statements_do_no_harm(pieces):
    """Whatever stands in the sentences, in whatever order: no crash, and the same joins."""
    text = ". ".join(pieces) or "x"
    article = Article("a1", "a1.txt", text, "raw", "Gull", None, language="en")
    page = pipeline.page_of(article, BRAIN)
    own = frozenset(statement.id for statement in page.own_voice)
    items, known = placed((page,), (), relevant=own, dropped=frozenset())
    kept, joins = told_again(items, known, own, ())
    again, same = told_again(items[::-1], known, own, ())
    assert {item.id for item in kept} == {item.id for item in again}
    assert {(join.left, join.right) for join in joins} == {(join.left, join.right) for join in same}
