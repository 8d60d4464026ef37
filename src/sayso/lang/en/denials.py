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
    r"(?:plan\w{0,4}|decid\w{1,3}|decisions?|decree\w{0,2}|announce\w{0,6}|need\w{0,2}|necessary|reasons?|cause|grounds|basis|intend\w{0,2}|intention|order\w{0,3}|"
    r"sign(?:ed|ing)?|approv\w{1,3}|schedul\w{1,3}|prepar\w{1,7}|propos\w{1,4}|requir\w{1,4}|introduc\w{1,4}|impos\w{1,3}|such)"
)

#: (kind, pattern), first fit wins.
FORMS: Final[tuple[tuple[str, str], ...]] = (
    (
        "not ruled out",
        rf"\b(?:{_NOT}|refus\w{{1,4}} to|declin\w{{1,4}} to|without)\b.{{0,40}}?\b(?:rul(?:e|ed|ing)\b.{{0,60}}?\bout|(?:exclud|preclud)(?:e|ed|ing))\b"
        rf"|n[’']t (?:rul(?:e|ed|ing)\b.{{0,60}}?\bout|(?:exclud|preclud)(?:e|ed|ing))\b"
        r"|\b(?:nothing|no option\w?|no possibilit\w{1,3}|no scenario\w?)\b.{0,30}?\b(?:ruled out|excluded|off the table)"
        r"|\b(?:all|every|our) (?:\w{1,12} )?options? (?:(?:is|are|was|were|remains?|stays?) )?(?:still )?(?:on the table|open)"
        r"|\bnever say never\b|\b(?:the|our) door (?:is|was|remains|stays) (?:\w{1,8} )?open\b"
        r"|\b(?:not|n[’']t|never) (?:\w{1,10} )?(?:closed|shut|close|shut|closing|shutting) the door\b",
    ),
    (
        "no comment",
        r"\b(?:no|not any) (?:\w{1,10} )?comments?\b(?! section)|\bnothing (?:\w{1,8} )?(?:to|I can|we can) (?:add|say|share|announce|report)\b"
        rf"|(?:\b{_NOT}\b|n[’']t\b|\b(?:declin|refus)\w{{1,4}} to\b) (?:\w{{1,12}} ){{0,3}}?(?:comment(?:ing)?|speculat(?:e|ing)|elaborate|"
        r"be drawn|go(?:ing)? into (?:that|this|it|(?:\w{1,10} )?details?)|get(?:ting)? into|get(?:ting)? ahead of|engage in (?:speculation|hypothe\w{1,8}))\b"
        r"|(?:\b(?:not|never)|n[’']t) (?:\w{1,12} )?discuss\b[^.!?]{1,40}? in public\b"
        r"|\b(?:I|we) (?:\w{1,12} )?(?:do not|don[’']t|never) (?:\w{1,12} )?(?:discuss|talk about) (?!(?:it|this|that|an?)\b)"
        r"|\b(?:comment|speak|tell you|say (?:more|so|something)|let you know|announce it)\b[^.!?]{0,20}? (?:when|once|if|as soon as) there(?: is|[’']s| was| were) (?:something|anything|more|news)\b"
        r"|(?:\b(?:not|never)|n[’']t) (?:\w{1,12} )?discuss (?:\w{1,12} ){0,2}?(?:operational|internal|private|personnel|security|intelligence|legal|"
        r"ongoing|individual|pending|confidential|military|matters?|details?|operations|specifics|hypothe\w{1,8})\b"
        r"|\b(?:neither|not|n[’']t|cannot|declin\w{1,3} to|refus\w{1,3} to|nor) (?:\w{1,10} )?(?:confirm\w{0,3}|den(?:y|ied|ying)) (?:or|nor) (?:den(?:y|ied|ying)|confirm)"
        r"|\b(?:declin|refus)\w{1,3} to (?:say|discuss|answer|confirm|disclose|respond)\b"
        r"|\b(?:full|fullest|complete|every|total|absolute|utmost|entire|unqualified|undiminished|unwavering)\b (?:\w{1,10} )?(?:confidence|trust) (?:in|of)\b"
        r"|\b(?:ha(?:s|ve|d)|enjoys?|retains?|keeps?|commands?)\b.{0,30}? (?:full|complete|total) (?:confidence|trust|backing|support)\b"
        r"|\b(?:leave|save) (?:the )?speculation to\b|\bnext question\b|\bhypothetical questions?\b",
    ),
    (
        "denial for now",
        r"\bno (?:\w{1,12} ){0,2}?(?:changes?|announcements?|decisions?) to (?:announce|make|report|share)\b"
        r"|\bno (?:\w{1,12} ){0,2}?(?:decisions?|agreement|deal|conclusions?|date|timetable)\b (?:has|have|had|is|was|were) (?:yet |as yet )?(?:been |yet )?(?:taken|made|reached|set|fixed|drawn|agreed|final)"
        r"|\b(?:decisions?|agreement|deal|date)\b (?:has|have|had|is|was|were)(?: not|n[’']t) (?:yet )?(?:been )?(?:taken|made|reached|set|fixed|final)\b"
        r"|\bnothing (?:has|had|is|was) (?:yet |as yet )?(?:been )?(?:decided|agreed|finali[sz]ed|signed|settled|final|set in stone|fixed)\b"
        rf"|(?:\b{_NOT}|n[’']t) (?:yet |even )?(?:been )?(?:decided|made (?:a|any|up|that|the|our|its|his|her) |taken (?:a|any|that|the) |reached (?:a|any) )"
        r"|\b(?:premature|too (?:early|soon) to|undecided|no (?:\w{1,10} )?decision yet|yet to (?:decide|be decided|make))\b"
        r"|\b(?:ha(?:s|ve|d)|made|taken|reached) (?:made |taken |reached )?no (?:\w{1,10} )?decisions?\b"
        r"|\b(?:decision|matter|question) (?:is|was|remains) (?:still )?(?:pending|open)\b",
    ),
    (
        "denial of knowledge",
        r"\b(?:cannot|can[’']t|can not|could not|couldn[’']t|unable to|not able to|not in a position to|not authori[sz]ed to) "
        r"(?:\w{1,10} )?(?:speak for|answer for)"
        r"|\bspeak(?:ing|s)? (?:only )?for (?:\w{1,12} ){1,3}(?:and|but)? ?(?:not for|only|alone)\b"
        r"|\bquestion for (?:the|him|her|them|others)\b|\b(?:have|need) to ask (?:the|him|her|them|others)\b"
        r"|\b(?:I|we)\b[^.!?]{0,24}?(?:\bcannot|\bcan[’']t|\bnot in a position to|\bnot authori[sz]ed to) (?:\w{1,10} )?(?:say|tell|confirm|comment)\b"
        r"|\b(?:I|we)\b[^.!?]{0,24}?(?:\bnot|n[’']t) (?:been )?(?:aware|familiar|informed|privy)\b"
        r"|\b(?:I|we) (?:do not|don[’']t|did not|didn[’']t) (?:\w{1,10} )?know\b"
        r"|^(?:that )?(?:he|she|it|they) (?:did not|didn[’']t|had not) (?:know|known|heard) (?:of|about|any)"
        r"|\b(?:I|we|he|she|it|they|ministry|office|service|department|government) (?:have|has|had) (?:seen |heard |been given )?no "
        r"(?:\w{1,12} )?(?:knowledge|information|data|details|idea|indication)\b"
        r"|\b(?:I|we)\b[^.!?]{0,16}? (?:unaware|know nothing|knew nothing|heard nothing|(?:have not|haven[’']t) (?:seen|heard) (?:of|any|it|that|this|the|such|those|these|anything))\b"
        r"|^(?:that )?(?:[\w’'-]{1,20} ){1,5}(?:is|was|are|were)(?: not|n[’']t) (?:aware|informed|familiar)\b"
        r"|^(?:that )?(?:[\w’'-]{1,20} ){1,5}(?:is|was|are|were) unaware\b"
        r"|\bnot for (?:me|us|him|her|them) to (?:say|answer|comment|judge)\b"
        r"|(?:\b(?:is|are|was|were|be)(?: not)?|n[’']t|[’']s(?: not)?) (?:\w{1,10} )?(?:a |an |the )?(?:matter|issue|decision) for\b(?! (?:concern|debate|celebration|regret|discussion|speculation|worry))"
        r"|\b(?:that|this|it|which|they|these)(?: is| was| are| were| would be| will be|[’']s|[’']re) (?:\w{1,10} )?(?:for|up to) (?:(?:the|our|their|his|her) )?[\w’'-]{1,20} to (?:decide|judge|say|comment|answer)\b"
        r"|\b(?:ha(?:s|ve|d)|plays?|played) no (?:\w{1,10} )?(?:role|say|part) in (?:it|this|that|(?:the|this|that|such|any|these) (?:\w{1,12} )?"
        r"(?:matters?|decisions?|process|questions?|appointments?|talks?|choice))\b",
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
        rf"(?<!will be )(?<!would be )\b(?:no|any|without)\s+(?!doubt|question|longer)(?:[\w-]{{1,14}} ){{0,3}}?{_TALK_NOUN}\b(?! that)"
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
        r"\b(?:not true|n[’']t true|untrue|nothing of the (?:kind|sort)|no such|(?:a|an|outright) (?:\w{1,10} )?lies?|(?<!land )lies(?! (?:in|with|ahead|at|on|behind|between|to|within|not)\b)|pure invention|"
        r"(?:a|complete|pure|total) fabrication|no truth (?:in|to|whatsoever)|nothing to (?:it|this|these|them)|made[- ]up|(?:complete|utter|total|absolute|pure) nonsense)\b"
        r"|(?:\b(?:is|are|was|were)|[’'](?:s|re)) (?:\w{1,10} )?(?:false|fabricated|nonsense|baseless|groundless|unfounded|without foundation)\b"
        r"|^(?:[“\"‘']?no[,.!] )?(?:I|we) (?:\w{1,8} )?(?:(?:will|did|do|would|shall|have|are|am) (?:not|never)|(?:won|did|do|would|have|are)n[’']t|never)\b(?! (?:\w{1,10} )?(?:believ|think|know|want|trust|expect|see\b|understand|need|care|like|remember|doubt|fear|ask|hop|rule|seen|heard|met|found))"
        r"|^(?:that )?(?:he|she|it|they) (?:would|had) (?:not|never)\b(?! (?:\w{1,10} )?(?:believ|think|thought|know|want|trust|expect|see\b|seen|heard|understand|need|rule))"
        r"|(?:^|[,;:] )[“\"‘']?(?:no, |that |but |and |so )?there (?:will be|would be|is|are|was|were|has been|have been) no (?!doubt|question|evidence|sign|reason|way|need|one|longer|time|point|choice|alternative|guarantee)"
        r"|\b(?:will not|won[’']t|not going to|never going to|did not|didn[’']t|never) (?:happen|happened|take place|took place)\b"
        r"|\b(?:absolutely|certainly|definitely) not\b",
    ),
)

#: Words and parts of words, one of which every form holds, and those that count as whole words only.
TRACES: Final[tuple[str, ...]] = (
    *("not", "never", "n't", "n’t", "neither", "without", "none", "nobody", "any ", "refus", "declin", "unable to"),
    *("option", "door", " there", "confidence", "trust", "full ", "complete ", "total ", "question", "matter"),
    *("decision", "issue", "premature", "too early", "too soon", "undecided", "yet to", "speak", "unaware"),
    *("to ask", "to decide", "to judge", "to say", "to comment", "to answer", "false", "untrue", "baseless"),
    *("rumo", "speculation", "gossip", "hoax", "fake", "hysteria", "mongering", "conjecture", "guesswork"),
    *("groundless", "unfounded", "invention", "fabricat", "nonsense", "made up", "made-up"),
)
TRACE_WORDS: Final[tuple[str, ...]] = ("no", "nor", "lie", "lies")

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
    r"scoff\w{0,3} at",
    "downplay",
    "play(?:s|ed|ing)? down",
    r"laugh\w{0,3} (?:at|off)",
    r"w(?:ave|aved|aving) (?:away|aside|off)",
)

#: Cues whose negation grants the matter rather than leaves it open: "did not dispute that".
GRANTING: Final[tuple[str, ...]] = ("disput", "contradict", "contest", "reject", "challeng")

#: Cues that give no answer by themselves.
NO_ANSWER: Final[tuple[str, ...]] = (
    r"(?:(?:would|will|could|can|did|do|does) )?neither confirm\w{0,3} nor den(?:y|ied|ies)",
    r"(?:not|n[’']t|cannot|declin\w{1,3} to|refus\w{1,3} to) (?:\w{1,10} )?confirm (?:or|nor) deny",
    r"(?:would|will|could|can)(?: not|n[’']t) (?:\w{1,10} )?(?:say|confirm|comment|discuss|disclose|elaborate|be drawn|speculate)",
    r"(?:ha[sd]|have|did|do|does)(?: \w{1,5} far| yet| \w{1,10}ly)?(?: not|n[’']t)(?: yet| so far| \w{1,10}ly)? confirm(?:ed)?",
    r"(?:would|will) (?:only (?:say|confirm)|say only)",
    r"(?:keep|keeps|kept|remain|remains|remained|stay|stays|stayed) (?:silent|tight-lipped|mum|quiet)",
    r"(?:did|does|do|ha[sd]|have)(?: \w{1,10})?(?: not|n[’']t)(?: yet| \w{1,10}ly)? comment(?:ed)?",
    r"(?:had|has|have|offered|gave|made) no (?:\w{1,12} )?comments?",
    r"(?:did|does|do|ha[sd]|have)(?: not|n[’']t) (?:\w{1,14} )?(?:repl(?:y|ied)|respond(?:ed)?|answer(?:ed)?)\b",
    r"(?:cannot|can[’']t|won[’']t) (?:\w{1,10} )?(?:say|confirm|comment|discuss|disclose|elaborate|speculate)",
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
    "reveal",
    "specify",
    "speculate",
    "go into",
    "be drawn",
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
