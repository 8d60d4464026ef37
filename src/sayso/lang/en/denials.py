"""Forms of denying, and of sounding like it. Theory in docs/why/chains.md.

`FORMS` are tried in order on what is said; the first that fits names the kind. Patterns are matched without
regard to case; every repetition in them is bounded.
"""

from __future__ import annotations

from typing import Final

#: Kinds that rule nothing out of the matter itself: never shown or counted as a denial.
NON_DENIALS: Final[frozenset[str]] = frozenset(
    {
        "denial of discussion",
        "denial of knowledge",
        "not ruled out",
        "dismissal of rumours",
        "denial for now",
        "denial in place",
        "no comment",
    }
)

_TALK = (
    r"(?:discuss(?:ions?|ed|ing)?|talks?|talking|talked|deliberations?|consultations?|conversations?|debates?|debated|debating|"
    r"considerations?|considered|considering|on the agenda|negotiations?)"
)
_NOW = (
    r"(?:at the moment|at this (?:moment|time|stage|point)|at present|presently|for now|for the moment|"
    r"for the time being|as yet|right now|currently|so far|not yet|yet|today|as of (?:now|today)|this (?:week|month|year))"
)

#: (kind, pattern), first fit wins.
FORMS: Final[tuple[tuple[str, str], ...]] = (
    (
        "not ruled out",
        r"\b(?:n[o']t|n’t|never|neither|nor|cannot|refus\w{1,4} to|declin\w{1,4} to|fail\w{0,3} to|unwilling to|without)\b.{0,40}?"
        r"\b(?:rul(?:e|ed|ing)\b.{0,60}?\bout|exclud(?:e|ed|ing)|preclud(?:e|ed|ing))\b"
        r"|\b(?:nothing|no option\w?)\b.{0,30}?\b(?:ruled out|excluded|off the table)"
        r"|\ball options (?:are|were|remain) (?:on the table|open)",
    ),
    (
        "denial of knowledge",
        r"\b(?:cannot|can[’']?t|can not|could not|couldn[’']t|unable to|not able to|not in a position to|not authori[sz]ed to) "
        r"(?:\w{1,10} )?(?:speak for|say|tell|confirm|comment|answer for|know)"
        r"|\b(?:not|n[’']t) (?:been )?(?:aware|familiar|informed|privy)\b"
        r"|\b(?:do not|don[’']t|does not|doesn[’']t|did not|didn[’']t) (?:\w{1,10} )?know\b(?! how)"
        r"|\b(?:ha(?:s|ve|d)|with) no (?:\w{1,12} )?(?:knowledge|information|data|details|idea|indication)\b"
        r"|\b(?:unaware|know nothing|knows nothing|knew nothing|heard nothing)\b"
        r"|\b(?:ha(?:s|ve|d) not|ha(?:s|ve|d)n[’']t) (?:seen|heard)\b"
        r"|\bnot for (?:me|us|him|her|them) to (?:say|answer|comment|judge)\b",
    ),
    (
        "dismissal of rumours",
        r"\b(?:rumou?rs?|speculation|hoax(?:es)?|gossip|fakes?|fake news|hysteria|fantas(?:y|ies)|nonsense|fabrications?|disinformation|scaremongering)\b"
        r".{0,60}?\b(?:not|n[’']t|no|false|baseless|groundless|unfounded|nonsense|ignore|absurd|ridiculous|nothing|just|only|mere|pure)\b"
        r"|\b(?:just|only|mere|merely|pure|purely|nothing (?:but|more than)|baseless|groundless|unfounded|absurd|idle|wild)\b.{0,30}?"
        r"\b(?:rumou?rs?|speculation|hoax(?:es)?|gossip|hysteria|fantas(?:y|ies)|fabrications?|scaremongering)\b"
        r"|\b(?:do not|don[’']t|does not|doesn[’']t|not going to|will not|won[’']t) (?:comment|respond|react) (?:on|to) (?:\w{1,12} )?(?:rumou?rs?|speculation|gossip|leaks)\b",
    ),
    (
        "denial of discussion",
        rf"\b(?:no|any|not|n[’']t|never|without|nobody|none)\b.{{0,40}}?\b{_TALK}\b"
        rf"|\b{_TALK}\b.{{0,40}}?\b(?:not|never|n[’']t) (?:\w{{1,10}} )?(?:taken place|been held|under way|underway|happening|on)\b",
    ),
    (
        "denial for now",
        rf"\b(?:no|not|n[’']t|never|none|nothing)\b.{{0,60}}?\b{_NOW}\b|\b{_NOW}\b.{{0,40}}?\b(?:no|not|n[’']t|none|nothing)\b",
    ),
    (
        "denial in place",
        r"\b(?:no|not|n[’']t|none|nothing)\b.{0,50}?\b(?:here|in (?:our|this|my) (?:\w{1,12} )?(?:region|province|district|city|town|"
        r"department|ministry|office|country|county|area|republic|territory|building))\b",
    ),
)

#: Cues that deny by themselves: stems of the cue's verb. What they govern is held to be false.
DENYING_CUES: Final[tuple[str, ...]] = (
    "deny",
    "deni",
    "denying",
    "refut",
    "rebut",
    "disput",
    "reject",
    "disavow",
    "contradict",
)

#: Cues that wave away rather than deny.
DISMISSING_CUES: Final[tuple[str, ...]] = (
    "dismiss",
    "brush",
    "shrug",
    "scoff",
    "ridicul",
    "laugh",
    "downplay",
    "wave",
    "waved",
)

#: Contents that answer a question with a bare no.
BARE_NO: Final[frozenset[str]] = frozenset(
    {"no", "no.", "never", "no way", "absolutely not", "of course not", "certainly not", "not at all"}
)
