"""Which of a tagger's drafts stand, and what they hold, once they are seen together.

Theory. A tagger reads one cue at a time. Seen side by side, four things show that it could not see:

- a source phrase with another statement's cue inside is no source ("Lind told reporters in a press | call");
- a participle goes on with its clause's subject: "Lind posted a letter *noting* that X" is one statement of Lind's
  with the later cue, "Lind hinted at X by *announcing* that Y" is two, both hers;
- a clause after "and" in a content without "that" stands beside the outer statement, not in it: "the Chair never
  signed a decree, and in May the institute claimed …";
- a saying that has not happened is no saying: "the Chair may announce a levy" is somebody's guess about the Chair.

Inside a content the measure is stricter than outside: there a source must be somebody or something that can speak,
for a false inner statement puts words into a mouth. "I" and "we" in a quotation are its speaker and no further
mouth, unless they demand ("We demand two weeks of rest"); how far "I think" commits is read by commitment.py.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from sayso.annotating import antecedents, carriers, names
from sayso.annotating.forces import force_of, is_spoken, negated
from sayso.annotating.sourcekinds import SPEAKING_NOUNS
from sayso.annotating.statements import Draft
from sayso.lang.en import grammar, kinds, media, phrases
from sayso.model.span import Span, trimmed

_TO_COME = re.compile(phrases.TO_COME, re.IGNORECASE)
_SAYS_ONLY = re.compile(r"(?:would|will) (?:only (?:say|confirm)|say only)\b", re.IGNORECASE)
#: What one says in saying that one would: "I should say that …".
_I_SHOULD_SAY = re.compile(
    r"(?:should|would|must|can|have to|will|might) (?:\w{3,12}ly |also |just |only )?"
    r"(?:say|add|note|tell|admit|stress|argue|suggest|point)\b",
    re.IGNORECASE,
)
_TO = re.compile(r"to\s", re.IGNORECASE)
_DUE = re.compile(phrases.DUE, re.IGNORECASE)
_PARTICIPLE = re.compile(r"^(?:\w+ly\s+|also\s+|again\s+)?\w{2,}ing(?:\s+\w{1,7})?$", re.IGNORECASE)
_BY = re.compile(r"\s+(?:by|while|in|before|after|for|of|from|without|about|despite|upon)\s*$", re.IGNORECASE)
_AND = re.compile(phrases.BESIDE, re.IGNORECASE)
_RELATIVE = re.compile(
    r"\W{0,3}((?:[\w’'-]{1,30} ){0,6}[\w’'-]{1,30})(?<! in)(?<! of),? (?:who|which) "
    r"(?:is|was|are|were|has been) (?:\w{1,14} ){0,3}$"
)
_THAT = re.compile(r"that\b", re.IGNORECASE)
_BY_DOING = re.compile(r"(?:\S{1,20} ){4,12}(?:by|while|in) (\w{3,14}ing)$")
_WORD = re.compile(r"[\w’']{1,30}")
_LOOK = 160
_CHANNEL = re.compile(r"\s+(?:on|via) (?:" + "|".join(sorted(media.CHANNELS)) + r")$")
_CLAUSE = re.compile(r"\b(?:that|which|who|whose)\b|,")
_LEADS = re.compile(r"(?:according to|citing|as reported by)\b", re.IGNORECASE)
_ABOUT = re.compile(r"(?:that|which|who) (?:cites?|cited|quotes?|quoted|relie[sd] on|draws? on)\b", re.IGNORECASE)
_FRAGMENT = re.compile(phrases.FRAGMENT)
_CITES = re.compile(r"(?:citing|quoting)$", re.IGNORECASE)
_CITED = re.compile(r"(?:cit(?:es|ed|ing)|quot(?:es|ed|ing)|rel(?:ies|ied) on|draws on|drew on)$", re.IGNORECASE)
_CITING = re.compile(r"(?:citing|quoting) ", re.IGNORECASE)
_SEES = re.compile(r"\b(?:see|sees|saw|seen|seeing)$", re.IGNORECASE)
_VIEW = re.compile(r"^(?:that|how|why|what|whether|no|little|few|any)\b|\sas\s", re.IGNORECASE)
_STATES = re.compile(r"(?:that|how|why|whether)\b|[“\"]", re.IGNORECASE)
#: Verbs for what one does by doing something else: "hinted at a levy by announcing …".
_SHOWS = re.compile(
    r"\b(?:hint|suggest|signal|indicat|respond|repl|impl|open|conclud|beg[au]n|start|end|react)", re.IGNORECASE
)
#: A share of people, as a survey has it: "61 percent of islanders".
_SHARE = re.compile(
    r"(?:\w{1,8} ){0,2}?(?:\d[\d.,]{0,6}|\w{3,9}(?:-\w{3,6})?) ?(?:percent|per cent|%)(?: of [a-z]{3,}|$)",
    re.IGNORECASE,
)
_MOST = 8
#: Inside a content a tagger's finding of less than this probability must be a saying or a belief. Of fourteen that
#: are neither, five are right on the development passages.
_DOUBTED = 0.5
#: What somebody has or lacks is no saying: "has no plans", "had full confidence in".
_HOLDS = re.compile(r"\b(?:ha[sd]|have|having) (?:no|full|every|complete|little)\b(?! comments?\b)", re.IGNORECASE)
#: What is told inside a content though nobody is named who tells it.
_NOBODY_NAMED = re.compile(
    r"\b(?:predict|expect|rumo|report|believ|alleg|said|claim|told|inform|assured)"
    r"|\bbeen (?:\w{3,12}ly )?(?:promised|warned|instructed|ordered|advised|urged|asked)",
    re.IGNORECASE,
)
#: Sayings by which a holder tells of himself: "he was speaking for the board".
_SPEAKS = re.compile(r"\b(?:spe?ak\w*|spoke\w*|quot\w+)", re.IGNORECASE)
#: A content that is a ground, nothing, or somebody who was told: no saying is told by it.
_SAYS_NOTHING = re.compile(r"because\b|nothing of the|(?:he|she|they|we|you|him|her|them|us)$", re.IGNORECASE)
#: Who "was told" is the hearer.
_TOLD = re.compile(
    r"(?:(?:was|were|is|are|been|being|has been|have been|had been) (?:\w{3,12}ly )?)"
    r"(?:told|informed|promised|assured|warned|instructed|ordered|advised|notified|reminded|urged|asked)"
    r"(?: (?:that|of|about|to))?$",
    re.IGNORECASE,
)
_BY_WHOM = re.compile(r" by ([^,;:“”\"]{2,80}?),?\s*(?:that\s*)?$")
_MANY = re.compile(
    r"(?:at least |about |nearly |more than )?(?:people|some|several|many|most|both|all|others|dozens|hundreds|"
    r"two|three|four|five|six|seven|eight|nine|ten|\d{1,6}(?= )|a (?:few|number|group|majority))\b",
    re.IGNORECASE,
)
_LONGEST_NOUN = 12
#: A source of which it is said that nobody of it said a thing: "no officer ever warned him".
_NO_ONE = re.compile(r"(?:no|none|neither|nobody|no one)\b")
_RELATIVE_REACH = 140


def stands(text: str, draft: Draft, *, inner: bool) -> bool:
    """Whether a draft is a statement somebody made or an attitude somebody has."""
    cue = draft.cue.of(text) if draft.cue else ""
    force = force_of(cue)
    if draft.source is None:
        return not inner or bool(_NOBODY_NAMED.search(cue))
    words = draft.source.of(text).lower().strip()
    ahead = _TO_COME.match(cue) or (
        _TO.match(cue) and draft.cue and _DUE.search(text, max(0, draft.cue.start - 40), draft.cue.start)
    )
    now = _SAYS_ONLY.match(cue) or (words in kinds.FIRST_PERSON and _I_SHOULD_SAY.match(cue)) or _SHARE.match(words)
    to_come = ahead and not now and force in {"assert", "order", "question"} and not negated(cue)
    nobody = words in phrases.NO_SOURCE and (inner or not antecedents.is_relative(text, draft.source))
    if nobody or to_come or _FRAGMENT.match(words) or _only_seen(text, draft, cue):
        return False
    return not inner or _stands_inside(text, draft, draft.source)


def _stands_inside(text: str, draft: Draft, source: Span) -> bool:
    """Whether a draft in another's content has a mouth of its own, and that mouth says or thinks something."""
    cue = draft.cue.of(text) if draft.cue else ""
    words, force, spoken = source.of(text).lower().strip(), force_of(cue), is_spoken(cue)
    undone = negated(cue) and force in {"plan", "believe", "question", "order"}
    doubted = draft.confidence < _DOUBTED and force != "believe" and not spoken
    demand = words in kinds.FIRST_PERSON and force == "order"
    if undone or (not demand and (words in phrases.OWN or doubted or _NO_ONE.match(words) or _HOLDS.search(cue))):
        return False
    if (len(draft.content) == 1 and _SAYS_NOTHING.match(draft.content[0].of(text))) or words == "to":
        return False
    many = bool(_MANY.match(text, source.start, source.end))
    return demand or many or can_speak(text, source) or (spoken and _some_noun(text, source))


def _some_noun(text: str, source: Span) -> bool:
    """Whether a phrase is a description of somebody or something, of whatever trade: "a foreman", "his physio"."""
    phrase = names.read_phrase(text, source)
    return bool(phrase.noun) and phrase.shape != "pronoun" and len(source.of(text).split()) <= _LONGEST_NOUN


def is_own(text: str, outer: Draft, inner: Draft) -> bool:
    """Whether a statement inside another's content is the outer holder's own state, told by a pronoun.

    "The firm said it was unaware of the plan" is one statement of the firm's; "the clerk said he had told the
    board" has an earlier saying inside, though it is the clerk's. Inside a quotation "he" is never its speaker.
    """
    if inner.source is None or outer.source is None or outer.mode == "direct":
        return False
    if not _may_mean(text, inner.source.of(text).lower(), outer.source):
        return False
    cue = inner.cue.of(text) if inner.cue else ""
    return negated(cue) or not is_spoken(cue) or bool(_SPEAKS.search(cue))


def _may_mean(text: str, pronoun: str, source: Span) -> bool:
    """Whether a pronoun may mean a source, by number and sort."""
    if pronoun not in phrases.SPEAKERS or phrases.POSSESSORS.get(source.of(text).split()[0].lower()) == pronoun:
        return False
    phrase = names.read_phrase(text, source)
    if phrase.shape == "pronoun":
        return phrase.noun == pronoun
    many = bool(_MANY.match(text, source.start, source.end)) or (not phrase.name and phrase.noun.endswith("s"))
    return pronoun == "they" if many else pronoun != "they" or phrase.noun not in kinds.PERSON_NOUNS


def without_patient(text: str, draft: Draft) -> Draft:
    """A draft whose source is not the one who was told: "She was told that …", "She was told by Berg that …"."""
    if draft.source is None or draft.cue is None or not _TOLD.match(draft.cue.of(text)):
        return draft
    if draft.source.end > draft.cue.start:
        return draft
    teller = _BY_WHOM.match(text, draft.cue.end, max(draft.cue.end, draft.content[0].start))
    return replace(draft, source=Span(*teller.span(1)) if teller else None)


def _only_seen(text: str, draft: Draft, cue: str) -> bool:
    """Whether a verb of seeing has a thing for its object ("has seen the papers"): no view of anything."""
    quoted = draft.mode != "indirect"
    return bool(_SEES.search(cue)) and not quoted and not _VIEW.search(f"{draft.content[0].of(text)[:80]} ")


def mended(text: str, draft: Draft, sentence: Span) -> Draft:
    """A draft whose source is whole and no more than that.

    A source cut off behind a relative is joined again ("The source, who is also close to …"), and a channel at its
    end is left to its hop ("Berg on Telegram"). A cue that takes in the verb of a thing ("could be coming soon by
    announcing") is its participle, with the source left to the clause around it.
    """
    if draft.source is None:
        return draft
    deed = _BY_DOING.match(text, draft.cue.start, draft.cue.end) if draft.cue else None
    if deed and not can_speak(text, draft.source):
        return replace(draft, source=None, cue=Span(*deed.span(1)))
    if len(draft.content) > 1 and _CITING.match(text, draft.content[-1].start):
        draft = replace(draft, content=draft.content[:-1])
    assert draft.source is not None  # noqa: S101 - narrowed above
    tail = max(draft.source.start + 1, draft.source.end - 24)
    if match := _CHANNEL.search(text, tail, draft.source.end):
        return replace(draft, source=Span(draft.source.start, match.start()))
    if draft.source.start - sentence.start > _RELATIVE_REACH:
        return draft
    match = _RELATIVE.match(text, sentence.start, draft.source.start)
    if not match:
        return draft
    return replace(draft, source=Span(match.start(1), draft.source.end))


def can_speak(text: str, source: Span) -> bool:
    """Whether a phrase names somebody or something that can say, think or plan."""
    if _SHARE.match(text, source.start, source.end) or source.of(text).lower() in phrases.SOMEBODY:
        return True
    phrase = names.read_phrase(text, source)
    if phrase.shape == "pronoun":
        return phrase.noun in phrases.SPEAKERS
    if phrase.name:
        before = text[source.start : phrase.name.start].split()
        return len(before) <= 10
    many = phrase.noun.endswith("s") and not phrase.noun.endswith("ss")
    return phrase.noun in SPEAKING_NOUNS or (many and len(source.of(text).split()) <= 5)


def sifted(text: str, found: Sequence[Draft]) -> list[Draft]:
    """Drafts in the order given, without the weaker of two where the source of one holds the cue of the other.

    Of equals the one whose source holds the cue goes. A cue behind a comma or a relative belongs to a clause about
    the source and harms nobody.
    """
    found = [draft for draft in found if not _misread(text, draft)]
    by_cue = sorted((draft.cue.start, index) for index, draft in enumerate(found) if draft.cue)
    starts = [start for start, _ in by_cue]
    gone: set[int] = set()
    for index, draft in enumerate(found):
        if draft.source is None:
            continue
        first, last = bisect_left(starts, draft.source.start), bisect_left(starts, draft.source.end)
        for start, other in by_cue[first : min(last, first + _MOST)]:
            if other != index and _covers(found[other], draft.source):
                gone.add(index)
            if other == index or _CLAUSE.search(text, draft.source.start, start):
                continue
            gone.add(index if found[other].confidence >= draft.confidence else other)
    return [draft for index, draft in enumerate(found) if index not in gone]


def _covers(other: Draft, source: Span) -> bool:
    """Whether a statement with its cue in a source begins where the source does: the source took it all in."""
    return other.content[0].start <= source.start < other.content[0].end


def _misread(text: str, draft: Draft) -> bool:
    """Whether a source begins with words that lead to one, or a content is or tells what its source cites."""
    source = draft.source.of(text) if draft.source else ""
    citing = _CITED if source.lower() in phrases.RELATIVE_SOURCES else _CITES
    cites = draft.cue and citing.match(draft.cue.of(text)) and carriers.names_source(text, draft.content[0])
    return bool(cites or _LEADS.match(source) or _ABOUT.match(draft.content[0].of(text)[:40]))


def rejoined(text: str, outer: Draft, inner: Draft) -> tuple[Draft, Draft | None] | None:
    """What becomes of a statement `inner` found in the content of `outer`; None where it simply stands inside.

    The first draft replaces `outer`, the second, where there is one, `inner`.
    """
    if inner.cue is None or outer.cue is None or outer.source is None or outer.mode == "direct":
        return None
    holder = next((span for span in outer.content if span.contains(inner.cue)), None)
    if holder is None or holder != outer.content[-1]:
        return None
    if _PARTICIPLE.match(inner.cue.of(text)):
        return _by_participle(text, outer, inner, holder)
    first = inner.source or inner.cue
    before = text[holder.start : first.start]
    apart = inner.source and inner.source.of(text).lower() not in phrases.RELATIVE_SOURCES
    if apart and not _THAT.match(before) and (match := _AND.search(before[-60:])):
        cut = first.start - len(before[-60:]) + match.start()
        if not _is_clause(text, Span(holder.start, max(cut, holder.start + 1))):
            return None
        return _cut(text, outer, holder, cut), replace(inner, parent=None)
    return None


def _is_clause(text: str, span: Span) -> bool:
    """Whether a stretch has a word that can only be a clause's verb, near its end or its beginning."""
    words = _WORD.findall(span.of(text)[:_LOOK].lower()) + _WORD.findall(span.of(text)[-_LOOK:].lower())
    return any(word in grammar.FINITE or (len(word) > 4 and word.endswith("ed")) for word in words)


def _by_participle(text: str, outer: Draft, inner: Draft, holder: Span) -> tuple[Draft, Draft | None] | None:
    """A participle that goes on with the outer subject."""
    assert inner.cue is not None  # noqa: S101 - narrowed by the caller
    before = text[holder.start : inner.cue.start]
    if match := _BY.search(before[-12:]):
        if not _SHOWS.search(outer.cue.of(text) if outer.cue else "") or not inner.content[0].of(text).startswith(
            "that "
        ):
            return outer, None
        cut = inner.cue.start - len(before[-12:]) + match.start()
        return _cut(text, outer, holder, cut), replace(inner, source=outer.source)
    if _THAT.match(before) or inner.content[-1].end != holder.end or len(outer.content) > 1:
        return None
    if force_of(inner.cue.of(text)) in {"plan", "believe"} or not _STATES.match(inner.content[0].of(text)):
        return None
    return replace(inner, source=outer.source, block=outer.block, confidence=outer.confidence), None


def _cut(text: str, draft: Draft, holder: Span, end: int) -> Draft:
    """A draft whose last content span ends at `end`."""
    kept = trimmed(text, holder.start, max(end, holder.start), " ,;:\n\t")
    pieces = (*draft.content[:-1], *((kept,) if kept else ()))
    return replace(draft, content=pieces or draft.content)
