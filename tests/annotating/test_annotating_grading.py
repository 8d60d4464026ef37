"""What a gauge adds to commitment, and what it may not."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import pytest

from sayso.annotating.annotate import annotate
from sayso.annotating.grading import kind_of
from sayso.brain.gauge import KINDS
from sayso.brain.rules import RuleTagger
from sayso.model.article import Article
from sayso.model.ports import Grade, Passage, Said
from sayso.model.span import Span
from sayso.model.statements import Event


class Scripted:
    """A gauge that gives everything said one kind, and one event at the last word of its content."""

    name = "scripted"

    def __init__(self, kind: str = "none", low: float = 0.2, high: float = 0.6, *, dumb: bool = False) -> None:
        """The kind and the bounds to give; a dumb one gives nothing."""
        self.kind, self.low, self.high, self.dumb = kind, low, high, dumb

    def gauge(self, _: str, __: Sequence[Passage], said: Sequence[Said]) -> tuple[Grade | None, ...]:
        """A Grade for each thing said."""
        kinds = tuple((kind, 0.91 if kind == self.kind else 0.01) for kind in KINDS)
        return tuple(
            None
            if self.dumb
            else Grade((Event(Span(one.content[-1].end - 2, one.content[-1].end), self.low, self.high),), kinds)
            for one in said
        )


def page(text: str, gauge: Scripted | None):
    """A text annotated with the rules and a gauge."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return annotate(Article(digest[:16], "graded", text, digest, language="en"), RuleTagger(), gauge)


def test_bounds_come_from_the_event_where_no_word_gives_them():
    """A bare saying takes the bounds of its event, and shows it."""
    (said,) = page("Ada Lind said the ferry was late.", Scripted()).statements
    assert (said.commitment.low, said.commitment.high) == (0.2, 0.6)
    assert said.commitment.events[0].low == 0.2


def test_a_word_of_likelihood_keeps_its_quantiles():
    """People's quantiles for "may" stand, whatever the gauge gives the event."""
    (said,) = page("Ada Lind said the ferry may close.", Scripted()).statements
    assert (said.commitment.low, said.commitment.high) == (0.1, 0.7)


def test_a_kind_that_no_form_has_comes_from_the_gauge():
    """A reply in free words is shown by the kind that the gauge sees, and as a non-denial."""
    (said,) = page("Ada Lind said the tea leaves had told her nothing.", Scripted("denial of knowledge")).statements
    assert said.commitment.denial == "denial of knowledge"
    assert said.commitment.non_denial


def test_without_a_grade_nothing_changes():
    """A gauge that has nothing to say leaves what the words gave."""
    text = "The Palace denied that a levy was planned."
    assert page(text, Scripted(dumb=True)).statements == page(text, None).statements


def test_the_articles_own_voice_makes_no_reply():
    """Nobody answers where nobody is asked: own sentences have events and no kind."""
    (own,) = page("The ferry did not sail.", Scripted("denial")).own_voice
    assert own.commitment.denial is None
    assert own.commitment.events


@pytest.mark.parametrize(
    ("form", "kind", "share", "taken"),
    [
        (None, "denial", 0.95, "denial"),
        (None, "none", 0.2, "word"),
        (None, "none", 0.5, None),
        ("no comment", "none", 0.8, "no comment"),
        ("no comment", "none", 0.999, None),
        ("no comment", "denial", 0.9, "no comment"),
        ("denial", "denial for now", 0.6, "denial for now"),
        ("denial", "none", 0.6, "denial"),
    ],
)
def test_form_and_gauge_together(form, kind, share, taken):
    """A form needs little support, a kind without one much; a form of denial gives way to a kind of non-denial."""
    rest = (1 - share) / (len(KINDS) - 1)
    kinds = {each: share if each == kind else rest for each in KINDS}
    if taken == "word":  # a word of denial makes the difference
        assert kind_of(form, kinds, word=True, negated=True)
        assert not kind_of(form, kinds, word=False, negated=False)
    else:
        assert kind_of(form, kinds, word=False, negated=False) == taken
