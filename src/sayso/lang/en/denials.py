"""Forms of denying, and of sounding like it. Theory in docs/why/chains.md.

`FORMS` are tried in order on what is said; the first that fits names the kind. Patterns are matched without
regard to case, within one sentence; every repetition in them is bounded.
"""

from __future__ import annotations

from typing import Final

#: Kinds that rule nothing out of the matter itself: never shown or counted as a denial.
NON_DENIALS: Final[frozenset[str]] = frozenset(
    (
        "not ruled out",
        "denial of discussion",
        "denial of knowledge",
        "denial of plans",
        "denial for now",
        "denial in place",
        "dismissal of rumours",
        "no comment",
    )
)

_NOT = r"(?:not|never|cannot|n[’']t|neither|nor)"
_TALK_NOUN = (
    r"(?:discussions?|talks?|deliberations?|consultations?|conversations?|debates?|considerations?|negotiations?)"
)
_TALK_VERB = r"(?:discuss(?:ed|ing)?|talk(?:ing|ed) about|debat(?:e|ed|ing)|consider(?:ed|ing)?|negotiat(?:e|ed|ing)|deliberat(?:e|ed|ing))"
_RUMOUR = r"(?:rumou?rs?|speculations?|gossip|hoax(?:es)?|fakes?|fake news|hysteria|scaremongering|fear-mongering|conjectures?|guesswork)"
_NOW = (
    r"(?:at the moment|at this (?:moment|time|stage|point)|at present|presently|for now|for the moment|for the time being|"
    r"right now|currently|so far|as of (?:now|today|yet)|as yet|yet|today)"
)
_ACT = (
    r"(?:plan\w{0,4}|decid\w{1,3}|decisions?|decree\w{0,2}|announce\w{0,6}|need\w{0,2}|necessary|intend\w{0,2}|intention|order\w{0,3}|"
    r"sign(?:ed|ing)?|approv\w{1,3}|schedul\w{1,3}|prepar\w{1,7}|propos\w{1,4}|requir\w{1,4}|introduc\w{1,4}|impos\w{1,3}|such)"
)

#: (kind, pattern), first fit wins.
FORMS: Final[tuple[tuple[str, str], ...]] = (
    (
        "not ruled out",
        rf"\b(?:{_NOT}|refus\w{{1,4}} to|declin\w{{1,4}} to|without)\b.{{0,40}}?\b(?:rul(?:e|ed|ing)\b.{{0,60}}?\bout|(?:exclud|preclud)(?:e|ed|ing))\b"
        rf"|n[’']t (?:rul(?:e|ed|ing)\b.{{0,60}}?\bout|(?:exclud|preclud)(?:e|ed|ing))\b"
        r"|\b(?:nothing|no option\w?)\b.{0,30}?\b(?:ruled out|excluded|off the table)|\ball options (?:are|were|remain) (?:on the table|open)",
    ),
    (
        "denial of knowledge",
        r"\b(?:cannot|can[’']t|can not|could not|couldn[’']t|unable to|not able to|not in a position to|not authori[sz]ed to) "
        r"(?:\w{1,10} )?(?:speak for|answer for|confirm or deny)"
        r"|\b(?:I|we)\b[^.!?]{0,24}?(?:\bcannot|\bcan[’']t|\bnot in a position to|\bnot authori[sz]ed to) (?:\w{1,10} )?(?:say|tell|confirm|comment)\b"
        r"|\b(?:I|we)\b[^.!?]{0,24}?(?:\bnot|n[’']t) (?:been )?(?:aware|familiar|informed|privy)\b"
        r"|\b(?:I|we) (?:do not|don[’']t|did not|didn[’']t) (?:\w{1,10} )?know\b"
        r"|\b(?:I|we|he|she|it|they|ministry|office|service|department|government) (?:have|has|had) (?:seen |heard |been given )?no "
        r"(?:\w{1,12} )?(?:knowledge|information|data|details|idea|indication)\b"
        r"|\b(?:I|we)\b[^.!?]{0,16}? (?:unaware|know nothing|knew nothing|heard nothing|have not (?:seen|heard)|haven[’']t (?:seen|heard))\b"
        r"|^(?:that )?(?:[\w’'-]{1,20} ){1,5}(?:is|was|are|were)(?: not|n[’']t) (?:aware|informed|familiar)\b"
        r"|^(?:that )?(?:[\w’'-]{1,20} ){1,5}(?:is|was|are|were) unaware\b"
        r"|\bnot for (?:me|us|him|her|them) to (?:say|answer|comment|judge)\b",
    ),
    (
        "denial",
        rf"\b{_RUMOUR}\b[^.!?]{{0,30}}?\b(?:false|untrue|not true|n[’']t true|a lie|lies)\b|\bfalse (?:\w{{1,12}} )?{_RUMOUR}\b",
    ),
    (
        "dismissal of rumours",
        rf"\b(?:just|only|mere|merely|pure|purely|nothing (?:but|more than)|baseless|groundless|unfounded|absurd|idle|wild|ridiculous|empty)\b[^.!?]{{0,30}}?\b{_RUMOUR}\b"
        rf"|\b{_RUMOUR}\b[^.!?]{{0,24}}?\b(?:baseless|groundless|unfounded|absurd|ridiculous|nonsense|exaggerated|nothing more)\b"
        rf"|\b{_NOT}\b (?:\w{{1,10}} ){{0,3}}?(?:comment|respond|react) (?:on|to) (?:\w{{1,12}} ){{0,2}}?(?:{_RUMOUR}|leaks|leaked)\b"
        rf"|n[’']t (?:comment|respond|react) (?:on|to) (?:\w{{1,12}} ){{0,2}}?(?:{_RUMOUR}|leaks|leaked)\b"
        rf"|\b(?:ignore|not to believe|do not believe|don[’']t believe|not to trust)\b[^.!?]{{0,20}}?\b{_RUMOUR}\b",
    ),
    (
        "denial of discussion",
        rf"\b(?:no|any|without)\s+(?!doubt|question|longer)(?:[\w-]{{1,14}} ){{0,3}}?{_TALK_NOUN}\b(?! that)"
        rf"|\b(?:{_NOT}|nobody|no one)\b (?:is |are |was |were |been |being |be )?(?:\w{{1,10}} ){{0,2}}?{_TALK_VERB}\b"
        rf"|n[’']t (?:been )?(?:\w{{1,10}} )?{_TALK_VERB}\b|\b(?:nobody|no one) (?:is|was) {_TALK_VERB}\b"
        rf"|\b(?:{_NOT}|n[’']t) (?:currently |now |even )?(?:on (?:the|our|its) (?:agenda|table)|up for discussion|under (?:discussion|consideration|review))\b"
        rf"|\b{_TALK_NOUN}\b[^.!?]{{0,40}}?\b{_NOT} (?:\w{{1,10}} )?(?:taken place|been held|under way|underway|happening|being held)\b",
    ),
    (
        "denial for now",
        rf"\b(?:no|{_NOT}|none|nothing)\b[^.!?]{{0,40}}?\b{_ACT}\b[^.!?]{{0,60}}?\b{_NOW}\b"
        rf"|\b{_NOW}\b,? (?:there (?:is|are|was|were) )?(?:[\w’']{{1,12}} ){{0,4}}?(?:no|not|none|nothing)\b[^.!?]{{0,40}}?\b{_ACT}\b"
        rf"|^(?:no|not|nothing) (?:now|{_NOW})\b|\b(?:not|n[’']t|never) {_NOW}[^\w]*$|n[’']t (?:[\w’']{{1,12}} ){{0,3}}?{_ACT}\b[^.!?]{{0,60}}?\b{_NOW}\b"
        rf"|\bnot (?:yet|currently|at present|presently) {_ACT}\b",
    ),
    (
        "denial of plans",
        r"\b(?:no|not any|n[’']t any) (?:\w{1,12} ){0,2}?(?:plans?|intentions?)\b"
        r"|\b(?:not|n[’']t|never) (?:\w{1,10} )?(?:planning|intending|preparing|plan|intend) (?:to|on|for|any|a|an)\b",
    ),
    (
        "denial in place",
        r"\b(?:no|not|n[’']t|none|nothing)\b[^.!?]{0,50}?\b(?:here\b|in (?:our|this|my) (?:\w{1,12} )?(?:region|province|district|city|"
        r"town|department|ministry|office|country|county|area|republic|territory|building|valley|village|port)\b)",
    ),
    (
        "denial",
        r"\b(?:not true|n[’']t true|untrue|nothing of the (?:kind|sort)|no such|a lie|pure invention|complete fabrication)\b"
        r"|\b(?:is|are|was|were) (?:\w{1,10} )?(?:false|fabricated)\b"
        r"|^(?:[“\"‘']?no[,.!] )?(?:I|we) (?:\w{1,8} )?(?:(?:will|did|do|would|shall|have|are|am) (?:not|never)|(?:won|did|do|would|have|are)n[’']t|never)\b(?! (?:\w{1,10} )?(?:believ|think|know|want|trust|expect|see\b|understand|need|care|like|remember|rule))"
        r"|\bthere (?:will be|would be|is|are|was|were|has been|have been) no (?!doubt|question|evidence|sign|reason|way|need|one|longer|time|point|choice|alternative|guarantee)"
        r"|\b(?:will not|won[’']t|not going to|never going to) (?:happen|take place)\b",
    ),
)

#: Cues that deny by themselves: stems of the cue's verb. What they govern is held to be false.
DENYING_CUES: Final[tuple[str, ...]] = (
    "deny",
    "deni",
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
    "downplay",
    "play(?:s|ed|ing)? down",
    "laugh",
)

#: Verbs of a reply that gives none: with a refusal before them they are no word on the matter.
SILENT: Final[tuple[str, ...]] = (
    "comment",
    "say",
    "confirm",
    "discuss",
    "answer",
    "elaborate",
    "respond",
    "reply",
    "disclose",
)

#: Contents that answer a question with a bare no.
BARE_NO: Final[frozenset[str]] = frozenset(
    ("no", "never", "no way", "absolutely not", "of course not", "certainly not", "not at all", "no no")
)

#: Reports that somebody was asked and has not answered: no statement on the matter, but worth a note.
UNANSWERED: Final[tuple[str, ...]] = (
    r"(?:did|has|had|have) not (?:immediately |yet |as yet )?(?:respond|responded|reply|replied|answer|answered|return|returned)\b.{0,40}?\b(?:comment|request|question|call|email|message|inquir)",
    r"(?:did|has|had|have)n[’']t (?:immediately |yet )?(?:respond|responded|reply|replied|return|returned)\b.{0,40}?\b(?:comment|request|question|call|email|message|inquir)",
    r"(?:has|have|had) (?:reached out to|contacted|approached|asked|emailed) .{2,80}? for (?:a )?(?:comment|response|reaction)",
    r"(?:reached out to|contacted|approached) .{2,80}? for (?:a )?(?:comment|response|reaction)",
    r"(?:declin|refus)(?:ed|es|ing) to comment",
    r"could not (?:immediately )?be reached",
    r"(?:was|were) not (?:immediately )?available for comment",
)
