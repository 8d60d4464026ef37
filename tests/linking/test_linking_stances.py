"""What statements say of hypotheses, once chain, denial, time and commitment are counted."""

from __future__ import annotations

import pytest

from sayso.brain.entailer import RuleEntailer
from sayso.linking.link import link
from sayso.model.statements import Commitment

BARE = Commitment("affirmed", 0.85, 0.99)


def _stance(make, sentence, content, *, hypothesis="h1", before="", **more):
    page = make.page(f"{before}{sentence}", outlet="Gull", day="2024-05-02")
    for words, first, last in more.pop("times", ()):
        page = make.time(page, words, first, last)
    page = make.says(make.source(page, "Tarn Osk"), "Tarn Osk", content, **more)
    case = link([page], make.question(), entailer=RuleEntailer())
    return next(s for s in case.stances if s.hypothesis == hypothesis and s.statement == page.statements[0].id)


@pytest.mark.parametrize(
    ("content", "lean"),
    [
        ("that Velmora will close its harbour", "support"),
        ("that the harbour will not close", "deny"),
        ("that a closure of the harbour is highly unlikely", "deny"),
        ("whether the harbour will close", "open"),
        ("that he could not rule out a closure of the harbour", "open"),
        ("that reports of a closed harbour were false", "deny"),
        ("that there is no doubt that the harbour will close", "support"),
        ("that herring was cheap", "unrelated"),
    ],
)
def test_the_words_of_the_content_take_a_side(make, content, lean):
    """The content alone gives support, denial, open or unrelated."""
    stance = _stance(make, f"Tarn Osk said {content}.", content, commitment=BARE)
    assert stance.lean == lean
    assert stance.reasons


@pytest.mark.parametrize(
    ("force", "lean"),
    [
        ("assert", "support"),
        ("deny", "deny"),
        ("decline-to-rule-out", "open"),
        ("question", "open"),
        ("order", "open"),
    ],
)
def test_the_force_of_the_innermost_hop_counts(make, force, lean):
    """The same words said, denied, not ruled out, asked or ordered are different stances."""
    content = "that Velmora will close its harbour"
    assert _stance(make, f"Tarn Osk said {content}.", content, force=force).lean == lean


@pytest.mark.parametrize(
    ("denial", "lean", "most"),
    [
        ("denial of discussion", "deny", 0.3),
        ("denial for now", "deny", 0.3),
        ("denial", "deny", 1.0),
        ("denial of knowledge", "open", 0.0),
        ("not ruled out", "open", 0.0),
    ],
)
def test_the_kind_of_denial_sets_its_weight(make, denial, lean, most):
    """A denial of discussion leans weakly, not knowing and not ruling out leave open, a plain denial denies."""
    content = "There is no such plan to close the harbour"
    stance = _stance(
        make, f'"{content}," Tarn Osk said.', content, commitment=Commitment("affirmed", 0.85, 0.99, denial=denial)
    )
    assert stance.lean == lean
    assert stance.strength <= most


def test_a_content_that_points_is_read_with_what_it_points_to(make):
    """The words "no discussions about that" are about the sentence before, at less relevance, with a reason."""
    content = "There are no discussions about that"
    stance = _stance(make, f'"{content}," Tarn Osk said.', content, before="Will Velmora close its harbour?\n")
    assert stance.lean == "deny"
    assert "points" in stance.reasons[0]
    far = _stance(make, f'"{content}," Tarn Osk said.', content, before="Herring was cheap this week.\n")
    assert far.lean == "unrelated"


def test_may_supports_weakly_and_no_doubt_strongly(make):
    """The commitment's interval gives the strength."""
    content = "that Velmora may close its harbour"
    weak = _stance(make, f"Tarn Osk said {content}.", content, commitment=Commitment("affirmed", 0.1, 0.7))
    firm = "that Velmora will close its harbour"
    strong = _stance(make, f"Tarn Osk said {firm}.", firm, commitment=BARE)
    assert weak.lean == strong.lean == "support"
    assert weak.strength < 0.3 < strong.strength


def test_the_past_and_what_comes_too_late_say_nothing(make):
    """What was in September is unrelated; what begins after the deadline is open."""
    past = "that Velmora closed its harbour in September"
    stance = _stance(make, f"Tarn Osk said {past}.", past, times=[("September", "2023-09-01", "2023-09-30")])
    assert stance.lean == "unrelated"
    late = "that Velmora will close its harbour in July"
    stance = _stance(make, f"Tarn Osk said {late}.", late, times=[("July", "2024-07-01", "2024-07-31")])
    assert stance.lean == "open"
    assert "after the question closes" in " ".join(stance.reasons)


def test_the_negation_mirrors(make):
    """Towards the negation support is denial, as strong."""
    content = "that Velmora will close its harbour"
    one = _stance(make, f"Tarn Osk said {content}.", content)
    two = _stance(make, f"Tarn Osk said {content}.", content, hypothesis="h2")
    assert (one.lean, two.lean) == ("support", "deny")
    assert one.strength == two.strength


def test_denying_that_it_will_not_come_is_no_denial_of_it(make):
    """A denial of the opposite supports."""
    content = "that the harbour will not close"
    denied = Commitment("negated", 0.01, 0.15, denial="denial")
    assert _stance(make, f"Tarn Osk denied {content}.", content, force="deny", commitment=denied).lean == "support"


def test_a_step_of_the_matter_means_the_matter_of_the_article(make):
    """In an article on the matter "the date is set" is about it, and so is "no order has been printed"."""
    lead = "Velmora may close its harbour this month.\n"
    assert (
        _stance(make, "Tarn Osk said that the date is set.", "that the date is set", before=lead).lean == "support"
    )
    undone = "No order has been printed"
    assert _stance(make, f'"{undone}," Tarn Osk said.', undone, before=lead).lean == "deny"
    aside = "that the order of the day was good"
    assert _stance(make, f"Tarn Osk said {aside}.", aside, before=lead).lean == "open"


def _reply(make, text, *said):
    page = make.source(make.page(text, outlet="Gull", day="2024-05-02"), "Tarn Osk")
    for content, commitment in said:
        page = make.says(page, "Tarn Osk", content, commitment=commitment)
    case = link([page], make.question(), entailer=RuleEntailer())
    return [s for s in case.stances if s.hypothesis == "h1"]


NO = Commitment("negated", 0.0, 0.1, denial="denial")
TALKS = Commitment("negated", 0.0, 0.2, non_denial=True, denial="denial of discussion")
KNOWS = Commitment("open", 0.05, 0.95, non_denial=True, denial="denial of knowledge")


def test_a_bare_no_is_what_the_reply_says(make):
    """A "no" that the next words of the paragraph turn out to be a denial of talks leans as that does."""
    text = 'Will Velmora close its harbour? Tarn Osk says "no", there are no talks about it.'
    with_talks = _reply(make, text, ("no", NO), ("there are no talks about it", TALKS))
    alone = _reply(make, text, ("no", NO))
    assert with_talks[0].lean == alone[0].lean == "deny"
    assert with_talks[0].strength <= 0.2 < alone[0].strength


def test_no_talks_and_no_knowledge_lean_against(make):
    """A reply with a denial of talks and one of knowledge leans as the denial of talks."""
    text = "There are no talks about closing the harbour, I cannot speak for the port, said Tarn Osk."
    (stance,) = _reply(
        make, text, ("There are no talks about closing the harbour, I cannot speak for the port", KNOWS)
    )
    assert stance.reasons[-1] == "denial of discussion: leans against"


def test_what_is_said_instead(make):
    """Who contradicts "this: …" says what follows."""
    content = "this: the harbour will close"
    assert (
        _stance(make, f"Tarn Osk contradicted {content}.", content, force="deny", commitment=BARE).lean == "support"
    )


@pytest.mark.parametrize(
    ("content", "before", "lean"),
    [
        ("that it would stay open", "Velmora and its harbour have had a hard year.\n", "deny"),
        ("that the council would reopen", "Herring was cheap this week.\n", "unrelated"),
    ],
)
def test_a_pronoun_stands_for_the_name_of_its_paragraph(make, content, before, lean):
    """The pronoun is the town that the paragraph names; without a name there, nothing is said of it."""
    stance = _stance(make, f"Tarn Osk said {content}.", content, before=before, commitment=BARE)
    assert stance.lean == lean


@pytest.mark.parametrize(
    ("before", "lean"),
    [("Will Velmora close its harbour?\n", "open"), ("Herring was cheap this week.\n", "unrelated")],
)
def test_a_reply_without_comment_is_about_the_words_around_it(make, before, lean):
    """A habit of not discussing leaves open what the paragraph asks, whatever words it uses."""
    content = "We do not discuss gossip"
    held = Commitment("negated", 0.1, 0.6, denial="denial of discussion")
    assert _stance(make, f'"{content}," Tarn Osk said.', content, before=before, commitment=held).lean == lean


def test_undecided_is_open_and_no_such_plan_for_now_leans_against(make):
    """That nothing has been decided rules nothing out; words that deny the matter for now lean against it."""
    held = Commitment("negated", 0.1, 0.6, denial="denial for now")
    before = "Will Velmora close its harbour?\n"
    undecided = _stance(make, '"No decision has been taken," Tarn Osk said.', "No decision has been taken",
                        before=before, commitment=held)  # fmt: skip
    assert undecided.lean == "open"
    denied = _stance(make, '"There is no reason to close the harbour," Tarn Osk said.',
                     "There is no reason to close the harbour", commitment=held)  # fmt: skip
    assert denied.lean == "deny"
