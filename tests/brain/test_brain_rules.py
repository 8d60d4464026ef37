"""The rule tagger on invented sentences, one for each pattern, and on hostile text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotating.statements import drafts, passages
from sayso.brain.rules import RuleTagger
from sayso.model.article import Block, BlockKind
from sayso.model.span import Span


def blocks(text: str, kind: BlockKind = "paragraph") -> tuple[Block, ...]:
    """Each line of a text as a block."""
    found: list[Block] = []
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            found.append(Block(Span(at, at + len(line.rstrip("\r\n"))), kind))
        at += len(line)
    return tuple(found)


def tag(text: str, kind: BlockKind = "paragraph") -> list[tuple[str | None, str | None, tuple[str, ...]]]:
    """The findings of a text as (source, cue, contents) in words."""
    found = RuleTagger().tag(text, passages(text, blocks(text, kind)))
    return [
        (
            one.source.of(text) if one.source else None,
            one.cue.of(text) if one.cue else None,
            tuple(piece.of(text) for piece in one.content),
        )
        for one in found
    ]


#: text; then the findings: source, cue, contents.
CASES = [
    ("Ana Brill said that the dam is safe.", [("Ana Brill", "said", ("that the dam is safe",))]),
    ("Ana Brill said the dam is safe.", [("Ana Brill", "said", ("the dam is safe",))]),
    ("She has said the dam is safe.", [("She", "has said", ("the dam is safe",))]),
    ("An aide to the mayor has publicly announced that the dam leaks.",
     [("An aide to the mayor", "has publicly announced", ("that the dam leaks",))]),
    ("The council said on Monday it would pay.", [("The council", "said", ("it would pay",))]),
    ("The council said in a statement that it would pay.",
     [("The council", "said", ("that it would pay",))]),
    ("Brill told reporters that the dam is safe.", [("Brill", "told", ("that the dam is safe",))]),
    ("Brill told the Orsk Courier that the dam is safe, “The level will not rise.”",
     [("Brill", "told", ("that the dam is safe, “The level will not rise.”",))]),
    ("“The dam is safe,” Brill said.", [("Brill", "said", ("“The dam is safe,”",))]),
    ("“The dam is safe,” said Brill, the head of the water office.",
     [("Brill, the head of the water office", "said", ("“The dam is safe,”",))]),
    ("“The dam,” Brill wrote, “is safe.”", [("Brill", "wrote", ("“The dam,”", "“is safe.”"))]),
    ("“The dam is safe,” she added. “Nobody needs to leave.”",
     [("she", "added", ("“The dam is safe,”", "“Nobody needs to leave.”"))]),
    ("“I cannot speak for the office.” Brill said during the call, “There are no plans.”",
     [("Brill", "said", ("“I cannot speak for the office.”", "“There are no plans.”"))]),
    ("The dam is safe, officials say.", [("officials", "say", ("The dam is safe",))]),
    ("Over the years, he said, the dam has held.", [("he", "said", ("Over the years", "the dam has held"))]),
    ("The dam is safe, according to Lena Orr, an engineer.",
     [("Lena Orr, an engineer", "according to", ("The dam is safe",))]),
    ("According to the report, the dam is safe.", [("the report", "According to", ("the dam is safe",))]),
    ("“It will hold,” Brill told reporters, according to the Vale Agency.",
     [("the Vale Agency", "according to", ("“It will hold,” Brill told reporters",))]),
    ("Brill, 43, the deputy head of the Orsk branch of the Reed Party, denied that the dam leaks.",
     [("Brill, 43, the deputy head of the Orsk branch of the Reed Party,", "denied", ("that the dam leaks",))]),
    ("But Sem Holt, who calls himself a realist, said that the dam leaks.",
     [("Sem Holt, who", "calls", ("himself a realist",)),
      ("Sem Holt, who calls himself a realist,", "said", ("that the dam leaks",))]),
    ("Brill said the dam is safe, adding that nobody needs to leave.",
     [("Brill", "said", ("the dam is safe",)), ("Brill", "adding", ("that nobody needs to leave",))]),
    ("Brill called for calm and said funding is needed.",
     [("Brill", "called for", ("calm",)), ("Brill", "said", ("funding is needed",))]),
    ("The minister warned of floods.", [("The minister", "warned of", ("floods",))]),
    ("The minister accused Orland of closing the valves.",
     [("The minister", "accused", ("Orland of closing the valves",))]),
    ("The ministry plans to train 120 guards.", [("The ministry", "plans", ("to train 120 guards",))]),
    ("The ministry wants Orland to pay.", [("The ministry", "wants", ("Orland to pay",))]),
    ("Villagers urged the ministry to act.", [("Villagers", "urged", ("the ministry to act",))]),
    ("Analysts believe a second cut is unlikely.", [("Analysts", "believe", ("a second cut is unlikely",))]),
    ("Some experts have suggested that Orland could cut the flow.",
     [("Some experts", "have suggested", ("that Orland could cut the flow",))]),
    ("Leaked papers from the water office have revealed that the dam leaks.",
     [("Leaked papers from the water office", "have revealed", ("that the dam leaks",))]),
    ("Recent leaks suggest the plan is dead.", [("Recent leaks", "suggest", ("the plan is dead",))]),
    ("Brill did not rule out a second cut.", [("Brill", "did not rule out", ("a second cut",))]),
    ("Brill hasn’t ruled it out altogether.", [("Brill", "hasn’t ruled", ("it",))]),
    ("The ministry declined to comment.", [("The ministry", "declined", ("to comment",))]),
    ("The reservoir is expected to be full by May.",
     [(None, "is expected", ("The reservoir", "to be full by May"))]),
    ("Asked whether the dam leaks, Brill laughed.", [(None, "Asked", ("whether the dam leaks",))]),
    ("Farmers are worried about the harvest.", [("Farmers", "are worried about", ("the harvest",))]),
    ("The council’s claim that the dam leaks came late.",
     [("The council’s", "claim", ("that the dam leaks came late",))]),
    ("The channels have been abuzz with rumors of a second cut.",
     [("The channels", "have been abuzz with rumors of", ("a second cut",))]),
    ("In Orsk the dam leaks, as the Courier reported.", [("the Courier", "reported", ("In Orsk the dam leaks",))]),
    ("Brill: “The dam is safe.”", [("Brill", ":", ("“The dam is safe.”",))]),
    ("From Lena Orr: “The dam is safe.”", [("Lena Orr", ":", ("“The dam is safe.”",))]),
    ("The palace says \"no\"", [("The palace", "says", ("\"no\"",))]),
    ("Regional chiefs say no to more cuts", [("Regional chiefs", "say", ("no to more cuts",))]),
    ("PORT ORSK, Nov 6 (Vale) - The dam is safe, Brill said.", [("Brill", "said", ("The dam is safe",))]),
    ("Papers that it published on Tuesday say that the dam leaks.",
     [("Papers that it published on Tuesday", "say", ("that the dam leaks",))]),
    ("The palace rules out a second cut.", [("The palace", "rules out", ("a second cut",))]),
    ("As reported by the Courier, the dam leaks.", [("the Courier", "reported by", ("the dam leaks",))]),
    ("Brill called it “a scandal” and left.", [("Brill", "called", ("it “a scandal” and left",))]),
    ("Brill neither confirmed nor denied that the dam leaks.",
     [("Brill", "neither confirmed nor denied", ("that the dam leaks",))]),
    ("Orr expects rain, she pointed out, more than ever.",
     [("she", "pointed out", ("Orr expects rain", "more than ever"))]),
    ("Papers seen by the Courier show that it leaks.",
     [("Papers seen by the Courier", "show", ("that it leaks",))]),
    ("“It may hold,” the VAIS report states.", [("the VAIS report", "states", ("“It may hold,”",))]),
    ("It may hold, according to a VAIS report that is new.",
     [("a VAIS report", "according to", ("It may hold",))]),
    ("Minister Brill is considering scrapping the cut, two aides with knowledge of it said on Monday, a step back.",
     [("two aides with knowledge of it", "said",
       ("Minister Brill is considering scrapping the cut", "a step back"))]),
    ("Analysts at Marl Bank said they expected a cut, although one of them, Ivo Renn, warned that it may rain.",
     [("Analysts at Marl Bank", "said", ("they expected a cut",)),
      ("one of them, Ivo Renn,", "warned", ("that it may rain",))]),
    ("The millers’ association fears that the cut will close mills.",
     [("The millers’ association", "fears", ("that the cut will close mills",))]),
    ("Port Orsk (Vale) — The palace wants a cut.", [("The palace", "wants", ("a cut",))]),
    ("Orland denied that the papers are genuine.", [("Orland", "denied", ("that the papers are genuine",))]),
    ("An aide, who asked not to be named, said the dam leaks.",
     [("An aide, who asked not to be named,", "said", ("the dam leaks",))]),
    ("An aide who spoke on condition of anonymity said the dam leaks.",
     [("An aide who spoke on condition of anonymity", "said", ("the dam leaks",))]),
    ("Although Brill said the dam leaks, the council left it open.", [("Brill", "said", ("the dam leaks",))]),
    ("Orr said that, given the rain, it would hold.", [("Orr", "said", ("that, given the rain, it would hold",))]),
    ("The dam leaks, an aide told the Orsk Courier.", [("an aide", "told", ("The dam leaks",))]),
    ("The council opposed the cut and hired two engineers.", [("The council", "opposed", ("the cut",))]),
    ("Brill attacked the palace in a speech.", [("Brill", "attacked", ("the palace",))]),
    ("A 74-year-old miller said the dam leaks.", [("A 74-year-old miller", "said", ("the dam leaks",))]),
    ("The dam was old, Orr wrote in her memoir, “Low Water.”", [("Orr", "wrote", ("The dam was old",))]),
    ("The dam is safe, two people told the Courier on Friday, after the river fell to a low.",
     [("two people", "told", ("The dam is safe",))]),
    ("They wouldn’t confirm or deny that the dam leaks.",
     [("They", "wouldn’t confirm or deny", ("that the dam leaks",))]),
    ("According to the Courier — no friend of mine — the dam leaks.",
     [("the Courier", "According to", ("the dam leaks",))]),
    ("The jury was told that Brill had lied.", [(None, "was told", ("that Brill had lied",))]),
    ("It is understood that the dam leaks.", [(None, "is understood", ("that the dam leaks",))]),
    ("Giving evidence, Mrs Pell, 82, said she had trusted him.",
     [("Mrs Pell, 82,", "said", ("she had trusted him",))]),
    ("He agreed with Mr Best that the dam leaks.", [("He", "agreed", ("that the dam leaks",))]),
    ("Officials in Orsk say — privately, for now — that they would pay.",
     [("Officials in Orsk", "say", ("that they would pay",))]),
    ("Brill’s version is disputed by three diplomats who were there.",
     [("three diplomats who were there", "is disputed by", ("Brill’s version",))]),
    ("The islanders, Orr argued in a memo that was leaked, “will not wait forever”.",
     [("Orr", "argued", ("The islanders", "“will not wait forever”"))]),
    ("Villagers packed the hall to hear engineers explain the scheme.", []),
    ("Marl Bank expects to fill the lake and anticipates full use by March.",
     [("Marl Bank", "expects", ("to fill the lake",)), ("Marl Bank", "anticipates", ("full use by March",))]),
    ("Ian Fell has reportedly begged the mayor to come home.",
     [("Ian Fell", "has reportedly begged", ("the mayor to come home",))]),
    ("MP Rose Tully tweeted: “Where is the mayor?”", [("MP Rose Tully", "tweeted", ("“Where is the mayor?”",))]),
    ("14:32 Trains have been stopped, the railway says.", [("the railway", "says", ("Trains have been stopped",))]),
    ("# Dam leaks, sources say", [("sources", "say", ("Dam leaks",))]),
    ("Residents should boil water, warns doctor", [("doctor", "warns", ("Residents should boil water",))]),
    ("The note says that the leader, Hilde Maus, pleaded for a delay.",
     [("The note", "says", ("that the leader, Hilde Maus, pleaded for a delay",))]),
    ("A spokeswoman hit back: “He stays.”", [("A spokeswoman", "hit back", ("“He stays.”",))]),
    ("Orr had begun to worry, two people said, a day after the dam broke.",
     [("two people", "said", ("Orr had begun to worry",))]),
    ("Brill wrote to the police to ask if that is true.", []),
    ("Holt met residents who said the dam leaks.", [("residents who", "said", ("the dam leaks",))]),
    ("Residents who said the dam leaks", [("Residents who", "said", ("the dam leaks",))]),
    ("“That is rich,” Orr snorted.", [("Orr", "snorted", ("“That is rich,”",))]),
    ("Experts cautioned, as did the council, that it may rain.", [("Experts", "cautioned", ("that it may rain",))]),
    ("It was a cut, which state media claimed saves water.", [("state media", "claimed", ("saves water",))]),
    ("The council met, its head, Ada Orr, confirmed.", [("its head, Ada Orr,", "confirmed", ("The council met",))]),
    ("Asked to describe the leak, Brill laughed.", [(None, "Asked", ("to describe the leak",))]),
    ("Holt left, attacking Orland and blaming the palace.",
     [("Holt", "attacking", ("Orland",)), ("Holt", "blaming", ("the palace",))]),
    ("Holt criticised Brill, and Brill left the hall.", [("Holt", "criticised", ("Brill",))]),
    ("“It leaks,” said Holt, who noted that it is old.",
     [("Holt", "said", ("“It leaks,”",)), ("Holt, who", "noted", ("that it is old",))]),
    ("A guest contradicted this: the dam was safe, and the town knew it.",
     [("A guest", "contradicted this", ("the dam was safe, and the town knew it",))]),
    ("Holt took the boats, Orsk Crown Court heard on Tuesday.",
     [("Orsk Crown Court", "heard", ("Holt took the boats",))]),
    ("The levy may rise to nine crowns, so the Reed Institute.",
     [("the Reed Institute", "so", ("The levy may rise to nine crowns",))]),
    ("The boats would leave at six, in the words of Lena Orr.",
     [("Lena Orr", "in the words of", ("The boats would leave at six",))]),
    ("“It leaks.” - Lena Orr, mayor of Orsk", [("Lena Orr, mayor of Orsk", "-", ("“It leaks.”",))]),
    ("“It leaks.” - from a note of the dam office", [("a note of the dam office", "- from", ("“It leaks.”",))]),
    ("“It leaks.” Lena Orr.", [("Lena Orr", ".", ("“It leaks.”",))]),
    ("“It leaks.” The Reed Party's communique.", [("The Reed Party's communique", ".", ("“It leaks.”",))]),
    ("A note that the Reed Institute put out says that the dam leaks.",
     [("A note that the Reed Institute put out", "says", ("that the dam leaks",))]),
    ("“It leaks,” said the clerk in charge, Lena Orr.",
     [("the clerk in charge, Lena Orr", "said", ("“It leaks,”",))]),
    ("Is Orland planning a second cut?", [("Orland", "planning", ("a second cut?",))]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0][:40] for case in CASES])
def test_patterns(text, expected):
    """Each way to attribute gives its source, its cue and its content, and nothing else."""
    assert tag(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The claims of the valley are old.",
        "The three states of the union share a river.",
        "He went home and slept.",
        "The report is long.",
        "Bankruptcy is like a chess game.",
        "Press the button below.",
        "The clerk asked not to be named because the talks are private.",
        "Some 40,000 households watch the clock.",
        "A rare win saw boats return to Orsk.",
        "They found a boat on the shore.",
        "Orr has heard that.",
        "FLOODGATE: DAM COULD SPILL THIS MONTH",
        "He was tired, so the boat left.",
        "",
        "   ",
    ],
)
def test_no_cue(text):
    """Where nobody says, thinks or wants anything, nothing is found."""
    assert tag(text) == []


def test_quotation_over_paragraphs():
    """A paragraph that is nothing but a quotation belongs to the source quoted right before it."""
    text = "“The dam is safe,” Brill said. “It will hold.\n“Nobody needs to leave.”\nThe river is calm."
    ((source, cue, content),) = tag(text)
    assert (source, cue) == ("Brill", "said")
    assert content == ("“The dam is safe,”", "“It will hold.", "“Nobody needs to leave.”")


def test_quotation_after_an_inverted_speaker():
    """Paragraphs that are only quotations go on from the paragraph whose last cue quoted somebody."""
    ((source, _, content),) = tag("“It leaks,” said Brill.\n“It will not hold.\n“We know it.”")
    assert source == "Brill"
    assert len(content) == 3


def test_colon_announces_the_next_block():
    """A cue with a colon at the end of a block takes the next block for its content."""
    assert tag("Brill added:\nThe dam is safe and will hold.") == [
        ("Brill", "added", ("The dam is safe and will hold.",))
    ]


def test_nested_cues_wait_for_their_own_pass():
    """A cue inside another's content is left out, and found when that content is the passage."""
    text = "The note said that Orland plans to close the valves."
    assert [cue for _, cue, _ in tag(text)] == ["said"]
    inner = text.index("that"), len(text) - 1
    found = RuleTagger().tag(text, passages(text, [Block(Span(*inner), "paragraph")]))
    assert [one.cue.of(text) for one in found if one.cue] == ["plans"]


def test_alone_or_in_company():
    """A passage gives the same findings alone and beside another that does not touch it."""
    one, other = "Brill said that the dam is safe.", "Orland denied that it leaks."
    assert tag(f"{one}\n{other}") == tag(one) + tag(other)


HOSTILE = {
    "long sentence": "the man who said that " * 500,
    "one word": "said " * 40_000,
    "he said": "he said, " * 10_000,
    "commas": ", " * 50_000,
    "adverbs": "really " * 20_000 + "said that it is",
    "quotes": "“a” " * 10_000 + "he said",
    "open quotes": "“ " * 20_000 + "he said",
    "straight marks": '"' * 20_000,
    "emoji": "😀" * 10_000,
    "right to left": "قال الوزير إن السد آمن " * 2_000,
    "zero width": "Brill\u200b said\u200b that\u200b it is " * 1_000,
    "one long word": "s" * 200_000,
    "many attributions": "Brill said that it leaks. " * 300,
    "mixed line ends": "Brill said:\r\n\r\n“It leaks.”\t\r" * 500,
    "brackets": "(" * 20_000 + "he said",
    "claims of": "claims of " * 10_000,
    "according": "according to " * 10_000,
    "colons": "a: " * 10_000,
    "ands": "and " * 20_000 + "said that",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text(name):
    """Hostile text ends within seconds, and every span lies in the text."""
    text = HOSTILE[name]
    began = time.process_time()
    layout = [Block(Span(0, len(text)), "paragraph")]
    found = RuleTagger().tag(text, passages(text, layout))
    made = drafts(text, layout, found)
    assert time.process_time() - began < 4
    spans = [span for one in found for span in (one.source, one.cue, *one.content) if span]
    assert all(span.end <= len(text) for span in spans)
    assert all(span.of(text).strip() for draft in made for span in draft.content)


def test_three_hundred_attributions():
    """A paragraph with 300 attributions gives all of them."""
    assert len(tag("Brill said that it leaks. " * 300)) == 300


WORDS = st.sampled_from(
    ["Brill", "said", "that", "“", "”", '"', ",", ".", ":", "he", "the dam", "according to", "claims", "of", "and",
     "told", "reporters", "to", "plans", "is expected", ";", "As reported by",
     "‘", "’", "\n", "\u200b", "😀", "(", ")", "who", "—"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200))
def test_spans_slice(text):
    """Whatever the text, every span lies inside it, contents are in order, and a second run gives the same."""
    layout = [Block(Span(0, len(text)), "paragraph")] if text else []
    ready = passages(text, layout)
    found = RuleTagger().tag(text, ready)
    assert found == RuleTagger().tag(text, ready)
    for one in found:
        assert one.content
        assert list(one.content) == sorted(one.content)
        assert all(0 <= span.start < span.end <= len(text) for span in one.content)
        assert 0 <= one.score <= 1
