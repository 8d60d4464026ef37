"""Tests of joining: contents that run on over paragraphs."""

from __future__ import annotations

from sayso.brain.joining import joined
from sayso.brain.merging import Heard
from sayso.brain.sketches import LEARNED, Told, sketched
from sayso.model.ports import Passage
from sayso.model.span import Span


def join(*paragraphs: str, cue: str, content: str = "", loose: str = "", pattern: str = LEARNED) -> list[str]:
    """The contents in words, where the first paragraph has a finding with this cue and content, the others none."""
    text = "\n\n".join(paragraphs)
    read, at = [], 0
    for number, one in enumerate(paragraphs):
        span = Span(at, at + len(one))
        quotation = (span,) if one[:1] == "“" and one[-1:] == "”" else ()
        sketch = sketched(text, Passage(span, "paragraph", (span,), quotation))
        place = text.find(loose, span.start, span.end) if loose and number else -1
        spans = (Span(place, place + len(loose)),) if place >= 0 else ()
        told = []
        if not number:
            said = text.index(cue)
            held = (Span(text.index(content), text.index(content) + len(content)),) if content else ()
            told = [Told(None, Span(said, said + len(cue)), held, 0.5, pattern)]
        read.append((Heard(sketch, (), spans), told))
        at = span.end + 2
    return [piece.of(text) for one in joined(text, read) for piece in one.content]


def test_colon_hands_over_to_what_the_network_found_there() -> None:
    """After "X said:" the loose content that the next paragraph begins with is hers."""
    assert join("Lind said:", "the wall holds.", cue="said", loose="the wall holds") == ["the wall holds"]


def test_colon_hands_over_a_paragraph_that_is_a_quotation() -> None:
    """After "X said:" a quotation that the network passed over is hers."""
    assert join("Lind said:", "“The wall holds.”", cue="said") == ["“The wall holds.”"]


def test_rules_hand_over_the_whole_paragraph() -> None:
    """Where only the rules saw "X said:", the next paragraph is all hers."""
    assert join("Lind said:", "The wall holds.", cue="said", pattern="colon/finite") == ["The wall holds."]


def test_without_colon_nothing_is_handed_over() -> None:
    """A cue without content and colon is no statement."""
    assert join("Lind said nothing.", "“The wall holds.”", cue="said") == []


def test_quotation_goes_on_over_paragraphs() -> None:
    """Paragraphs that are nothing but quotation, or begin with a mark that none closes, are the last speaker's."""
    said = join("“We go,” Lind said.", "“And we stay.”", "“And we sing.”", cue="said", content="“We go,”")
    assert said == ["“We go,”", "“And we stay.”", "“And we sing.”"]
    assert join("“We go,” Lind said.", "“And so on.", cue="said", content="“We go,”", loose="“And so on.") == [
        "“We go,”",
        "“And so on.",
    ]


def test_plain_content_does_not_go_on() -> None:
    """A quotation after indirect speech is nobody's."""
    assert join("Lind said it rains.", "“The wall holds.”", cue="said", content="it rains") == ["it rains"]


def test_a_paragraph_between_ends_it() -> None:
    """A paragraph that is no quotation ends the speaker's turn."""
    said = join("“We go,” Lind said.", "It rained.", "“And we stay.”", cue="said", content="“We go,”")
    assert said == ["“We go,”"]


def test_thousands_of_paragraphs_go_to_one_speaker_in_no_time() -> None:
    """Long runs of quotation are collected once, not copied for each paragraph."""
    assert len(join("“A,” Lind said.", *(["“B.”"] * 20_000), cue="said", content="“A,”")) == 20_001
