"""Words by which a heading, or the text under it, steps back from what it says; theory in docs/why/headings.md.

Every pattern is matched without regard to case on one sentence; every repetition in them is bounded.
"""

from __future__ import annotations

from typing import Final

#: Family of words -> (level, pattern). Level 0 leaves open, 1 holds possible or passes on, 2 expects or intends; what
#: is said flatly has level 3.
STEPS: Final[dict[str, tuple[int, str]]] = {
    "whether": (0, r"whether|(?:determine|establish|find out|see|asked|ask|know|sure) if"),
    "open": (
        0,
        r"(?:remains?|is|are|was|still) (?:un(?:clear|decided|certain|known|resolved|settled)|to be seen|open)"
        r"|(?:is|are|has|have|had) (?:still )?yet to [a-z]{2,14}|too (?:early|soon) to"
        r"|no (?:final |firm )?(?:decision|verdict|ruling|conclusion|evidence|proof|answer)|no ?(?:one|body) (?:yet )?knows|awaiting|pending"
        r"|(?:being|been) (?:investigated|examined)|under investigation|(?:look(?:s|ed|ing)|inquir(?:y|ies|ing)) into|investigating|examining"
        r"|(?:is|remains) a mystery|(?:not|n[’']t) (?:yet )?(?:said|made up|reached|concluded|identified|ruled on|voted|found out)|un(?:clear|decided|proven)"
        r"|(?:not|never|n[’']t|nor) (?:yet )?(?:been )?(?:known|clear|decided|certain|confirmed|established|proven|proved|settled"
        r"|determined|verified|sure)|(?:can|could)(?:not|n[’']t| not) (?:yet )?(?:tell|say|be sure|know)",
    ),
    "passive": (
        1,
        r"(?:is|are|was|were|be|been) (?:being |also |still |now )?(?:considered|weighed|discussed|debated"
        r"|explored|proposed|mooted|floated|studied|reviewed|drafted|negotiated|possible|conceivable)"
        r"|under (?:review|discussion|consideration|study|negotiation)|on the table|in doubt",
    ),
    "may": (
        1,
        r"may(?! \d)|might|could(?! not|n)|possibl[ey]|possibilit(?:y|ies)|perhaps|maybe|potentially|conceivabl[ey]"
        r"|risks?|unlikely|fear(?:s|ed|ing)?",
    ),
    "weigh": (
        1,
        r"consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|mull(?:s|ed|ing)?|contemplat(?:es?|ed|ing)|discuss(?:es|ed|ing)"
        r"|debat(?:es|ed|ing)|in talks|explor(?:es|ed|ing)|look(?:s|ed|ing) at|think(?:s|ing) (?:about|of)"
        r"|toy(?:s|ed|ing) with|float(?:s|ed|ing)|propos(?:es|ed|ing|als?)|eye(?:s|d|ing)|hop(?:es|ed|ing) (?:to|for)"
        r"|want(?:s|ed)? (?:to|a vote)|seek(?:s|ing)? to|sought to|threaten(?:s|ed|ing)? to|call(?:s|ed|ing) (?:for|on)|urg(?:es|ed|ing)"
        r"|recommend(?:s|ed|ing)?|negotiat(?:es|ed|ing)|examin(?:es|ed)|(?:is|are) studying|suggest(?:s|ed|ing) that|push(?:es|ed|ing) (?:to|for)"
        r"|tr(?:ies|ied|ying) to|offer(?:s|ed|ing) to|appl(?:ies|ied|ying) (?:to|for)|(?:is|are) to vote|draft|non-binding|in principle"
        r"|is working on|are working on",
    ),
    "report": (
        1,
        r"reportedly|allegedly|supposedly|purportedly|apparently|rumou?red|unconfirmed|suspected"
        r"|(?:is|are|was|were) (?:said|believed|thought|understood|reported|alleged|rumou?red|suspected|accused|feared) (?:to|of)"
        r"|(?:appear|seem)(?:s|ed)? to|preliminary|early signs|hints? (?:of|that)|(?:is|are|was|were) (?:associated|linked|correlated) with",
    ),
    "likely": (2, r"likely|probably|presumably"),
    "expect": (2, r"expect(?:s|ed|ing)?|forecast(?:s|ed)?|predict(?:s|ed|ing)?|foresees?|anticipat(?:es|ed|ing)|projected"),
    "plan": (
        2,
        r"plan(?:s|ned|ning)? (?:to|for|on)|plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|aim(?:s|ed|ing)? (?:to|for|at)"
        r"|prepar(?:es|ed|ing)",
    ),
}  # fmt: skip

#: Families by which somebody looks ahead without meaning to do the thing himself.
FORESEEING: Final[frozenset[str]] = frozenset(("may", "likely", "expect"))

#: Words of a heading that step back in some other way: it is not held to say the thing flatly.
GUARDED: Final = (
    r"warn(?:s|ed|ing)?|threat(?:s|en|ens|ened)?|claim(?:s|ed)?|accus(?:es|ed|ing|ations?)|alleg(?:es|ed|ations?)"
    r"|hopes?|bid|calls?|call(?:ed|ing) (?:for|on)|urg(?:es|ed|ing)|wants?|seeks?|suggest(?:s|ed)?|points? to|talks?|set to|poised"
    r"|on track|on course|rumou?rs?|suspects?|if|doubt(?:s|ed)?|questions?|investigat(?:es|ed|ing|ions?)|probes?"
    r"|charged|trial|disputed?|how to|what|why|how|who|which|that|you|your|when|where|chances?|odds|on (?:the )?cards|ideas?|dreams?"
)

#: Words of a heading that name or point to a source.
ATTRIBUTING: Final = (
    r"say|says|said|saying|tell|tells|told|according|claim(?:s|ed)?|report(?:s|ed)?|reportedly|alleg\w{2,8}|accus\w{2,8}"
    r"|warn(?:s|ed|ing)?|argu(?:es|ed)|believ(?:es?|ed)|think(?:s)?|thought|fear(?:s|ed)?|predict(?:s|ed)?|forecast(?:s)?"
    r"|expect(?:s|ed)?|suggest(?:s|ed)?|find(?:s)?|found|show(?:s|n)?|reveal(?:s|ed)?|confirm(?:s|ed)?|den(?:y|ies|ied)"
    r"|admit(?:s|ted)?|vow(?:s|ed)?|pledg(?:es|ed)|promis(?:es|ed)|insist(?:s|ed)?|call(?:s|ed)|urg(?:es|ed)|announc(?:es|ed)"
    r"|write(?:s)?|wrote|hint(?:s|ed)?|sources?|rumou?r\w{0,3}|doubt(?:s|ed)?|hail(?:s|ed)?|slam(?:s|med)?"
    r"|blam(?:es|ed)|comment(?:s|ed)?|interview|study|survey|poll|critic\w{0,6}|agree(?:s|d)?|demand(?:s|ed)?|rule(?:s|d)? out"
)

#: Cues of one who decides, finds or makes public what he speaks of: to leave him out is usual.
PERFORMING: Final = (
    r"announc\w{1,4}|confirm\w{0,4}|decid\w{1,3}|rul(?:ed|ing)|order\w{0,3}|vot\w{1,3}|agree\w{0,1}|admit\w{0,3}"
    r"|acknowledg\w{1,3}|show\w{0,3}|f(?:ou|i)nds?|reveal\w{0,3}|declar\w{1,3}|promis\w{1,3}|pledg\w{1,3}|plan\w{0,4}|intend\w{0,3}"
    r"|order\w{0,3}|want\w{0,3}|threat\w{1,5}|report(?:s|ed)|measur\w{1,3}|record\w{0,3}|publish\w{0,3}"
)

#: Words of a source whose office it is to know or to decide: what it says stands as fact in any paper.
OF_RECORD: Final = (
    r"police|court|judges?|prosecutors?|rescuers|fire (?:brigade|service|chief)|firefighters|brigade|coastguard|ministry|minister"
    r"|mayor|council|county|government|governor|president|premier|parliament|senate|spokes(?:man|woman|person|people)|office|officials?"
    r"|agency|authorit(?:y|ies)|bureau|commission(?:er)?|committee|directors?|chair(?:man|woman|person)?"
    r"|organi[sz]ers?|operator|club|coach|institute|observatory|universit(?:y|ies)|coroner|census|registry|inspectors?"
    r"|hospital|school|researchers?|scientists?|stud(?:y|ies)|survey|poll|army|navy|weather|central bank"
    r"|release|our|us|reporters?|correspondents?|documents?|records?|minutes|schedule|report|paper|filing|results"
)

#: Sources whose word stands even where somebody disputes it.
DECIDING: Final = (
    r"police|court|judges?|prosecutors?|rescuers|fire (?:brigade|service|chief)|coroner|parliament|council"
)

#: Cues of one who speaks for a side, and words of a source that has left its office, or speaks for a side.
CLAIMING: Final = r"claim\w{0,3}|alleg\w{1,3}|argu\w{1,3}|insist\w{0,3}|accus\w{1,3}|contend\w{0,3}|assert\w{0,3}"
PARTISAN: Final = (
    r"party|former(?:ly)?|opposition|rivals?|critics?|campaigners?|analysts?|experts?|brokers?|activists?|lobby\w{0,6}|competitors?"
    r"|relatives?|neighbou?rs?|witness(?:es)?|lawyers?|counsel|jury|founder|influencers?|bloggers?|columnists?|candidates?|plaintiffs?"
)

#: Words of a heading that asserts nothing: it names a thing, speaks to the reader, or asks.
RELATIVE: Final = r"that|which|who|you|your|how|why|what|when|where"

#: The opening of a heading that names a thing and says nothing of it ("Reasons for delay").
NOMINAL: Final = r"(?:the |an? )?[\w-]{2,30} (?:of|for)"

#: Openings of a source that belongs to what is spoken of: it speaks of its own.
OWN: Final = r"(?:its|their|our)"

#: Words of a heading that deny nothing flatly: it says itself that no answer was given or that it is for now.
STANDS_BACK: Final = (
    r"comment|silent|silence|confirm(?:s|ed)? nor|neither|refus\w{1,4}|declin\w{1,4}|plans?|aware|know(?:s|n)?|knowledge|yet|now|currently"
    r"|unclear|not (?:sure|confirm\w{0,3}|rul\w{1,3})|won[’']t (?:say|confirm)|evidence|proof|word|sign|trace|answers?|no (?:talks|discussions?)|discussing"
)

#: Words by which a text says that a thing said is disputed, or by nobody checked.
DISPUTED: Final = (
    r"reject(?:s|ed)? (?:this|that|the|it)|disput(?:es|ed)|den(?:y|ies|ied)|contradict(?:s|ed)?|contest(?:s|ed)|nonsense|absurd|untrue"
    r"|doubts? (?:this|that|it|the)|(?:not|never|n[’']t) (?:yet |been |be |\w{2,14}ly ){0,3}(?:verif(?:y|ied)|confirm(?:ed)?|test(?:ed)?|check(?:ed)?|published|reviewed)"
    r"|no (?:independent )?(?:evidence|proof|confirmation)|disagree(?:s|d)?"
)

#: Verbs of saying by which a sentence ends on its source; group names are those of linking/borrowed.
TAIL_CUES: Final = (
    r"says?|said|claim(?:s|ed)|told|wr(?:ites|ote)|argu(?:es|ed)|insist(?:s|ed)|believ(?:es|ed)|think(?:s)?|recall(?:s|ed)|remember(?:s|ed)|alleg(?:es|ed)"
    r"|estimat(?:es|ed)|complain(?:s|ed)|reckon(?:s|ed)|maintain(?:s|ed)|posted|tweeted|according to"
)

#: Nouns by which a heading has many speak.
CROWDS: Final[frozenset[str]] = frozenset(
    """analysts experts economists scientists researchers doctors physicians engineers critics observers officials
    residents neighbours neighbors witnesses teachers parents farmers workers lawyers historians diplomats brokers
    geologists insiders soldiers officers generals deputies ministers mayors students patients nurses fans traders
    investors politicians sources aides advisers advisors activists academics professors specialists commentators
    strategists lawmakers survivors locals shopkeepers fishermen pilots drivers players coaches bloggers
    parents mothers fathers families relatives friends villagers tenants landlords customers passengers commuters voters
    shoppers tourists visitors employees users readers viewers listeners women men pupils kids cyclists businesses retailers
    actors artists musicians rescuers firefighters developers hunters vets astronomers allies opponents supporters clients
    prisoners refugees migrants veterans scholars priests monks senators growers retirees pensioners hikers swimmers sailors
    anglers hoteliers publicans chefs guests donors members inmates staffers conservationists""".split()
)

#: Verbs by which a crowd speaks in a heading.
CROWD_SAYS: Final = (
    r"say|said|believe|believed|warn|warned|fear|feared|think|agree|expect|predict|doubt|see|call|claim|argue|insist|hope"
    r"|tell|told|suspect|want|demand|urge|blame|worry|report"
)

#: Words of a text that bear out a crowd.
COMPANY: Final = (
    r"others|both|several|dozens|hundreds|thousands|many|colleagues?|team|group|(?:two|three|four|five) (?:of|other)"
    r"|agreed|agrees|likewise|another|fellow|panel|poll|survey|letter|signed|petition|study|so do|so does"
)

#: Words of a heading that deny, and that own up.
DENIES: Final = r"den(?:y|ies|ied)|reject(?:s|ed)?|refut(?:es|ed)|rul(?:es|ed) out|say(?:s)? [“\"‘']?no\b(?! to)|said [“\"‘']?no\b(?! to)"
OWNS_UP: Final = r"admit(?:s|ted)?|confirm(?:s|ed)?|acknowledg(?:es|ed)|conced(?:es|ed)|own(?:s|ed) up"

#: Words of a text that refuse an answer or rule nothing out.
EVADES: Final = (
    r"(?:declin|refus)(?:ed|es|ing) to (?:comment|say|answer|confirm|discuss|be drawn)"
    r"|(?:would|did|could|do|does|will|can) ?(?:not|n[’']t) (?:\w{1,10} )?(?:comment|discuss|say|answer|confirm|be drawn|rule|speak)"
    r"|(?:won|don|doesn|wouldn|didn|couldn|can)[’']t (?:\w{1,10} )?(?:comment|discuss|say|answer|confirm|be drawn|rule|speak)"
    r"|(?:did|has|have|had|do|does)(?: not|n[’']t) (?:\w{1,12} )?(?:repl(?:y|ied)|respon(?:d|ded)|answer(?:ed)?|return(?:ed)?|react(?:ed)?)"
    r"|(?:not|never|n[’']t) (?:going to|about to|prepared to|in a position to|willing to) (?:comment|discuss|say|answer|confirm|speculate|be drawn)"
    r"|(?:not|n[’']t) speculate|no comment|neither confirm\w{0,3} nor den\w{1,4}|(?:no|not \w{0,12} ?in|not (?:\w{1,12} )?discussing|no) (?:discussions?|talks)"
    r"|not (?:\w{1,12} )?(?:discussing|considering|debating)|cannot (?:speak|say|comment)"
)

#: Words of a text that deny outright.
PLAIN_DENIAL: Final = (
    r"den(?:y|ies|ied|ying|ial)|reject(?:s|ed|ing)?|refut(?:es|ed|ing)|rul(?:es|ed|ing) (?:\w{1,20} ){0,6}?out|ruled out|false|untrue|not true"
    r"|will not|won[’']t|would not|never|there (?:will be|was|were|would be|had been|have been) no|did not|didn[’']t"
    r"|nobody|said no|says no|dismiss(?:es|ed)|not happen\w{0,3}"
)

#: Units of one family, each under the name of what it is: the same number of another one is another amount.
UNITS: Final[dict[str, tuple[str, str]]] = {
    **dict.fromkeys(("$", "us$", "$us", "dollar", "dollars"), ("money", "$")),
    **dict.fromkeys(("€", "euro", "euros"), ("money", "€")),
    **dict.fromkeys(("£", "pound", "pounds"), ("money", "£")),
    **dict.fromkeys(("¥", "yen"), ("money", "¥")),
    **{name: ("money", name) for name in ("crowns", "francs", "marks", "roubles", "rubles", "rupees", "pesos", "lira", "zlotys")},
    **{name: ("length", name) for name in ("km", "m", "cm", "mm", "ft", "kilometres", "miles", "metres", "feet", "inches")},
    **{name: ("weight", name) for name in ("kg", "g", "mg", "lb", "oz", "tonnes", "grams", "kilos", "pounds weight")},
    **{name: ("time", name) for name in ("seconds", "minutes", "hours", "days", "weeks", "months", "years", "decades")},
    **dict.fromkeys(("%", "percent", "per cent"), ("share", "%")),
    "points": ("share", "points"),
}  # fmt: skip

#: Shares in words, in per cent, lowest and highest that they may mean; a share of one kind contradicts another's.
SHARES: Final[tuple[tuple[str, float, float], ...]] = (
    (r"most (?:of )?(?=[a-z]{3,20}s\b)|(?:a |the )?majority of|more than half(?: of)?", 50.1, 100),
    (r"(?<!more than )(?<!over )(?<!less than )half (?:of|the|all)|one in two|every second|by (?:nearly |about |almost )?half", 44, 56),
    (r"(?:a|one) third (?:of|more|less|would|are|were|have|had|want|say)|one in three|every third|by (?:nearly |about |almost )?a third", 29, 37),
    (r"two thirds of|two in three", 62, 71),
    (r"three quarters of|three in four", 71, 79),
    (r"(?:a|one) quarter (?:of|more|less|would|are|were|have|had|want|say)|one in four|every fourth|by (?:nearly |about |almost )?a quarter", 21, 29),
    (r"(?:a|one) fifth (?:of|more|less)|one in five|every fifth|by (?:nearly |about |almost )?a fifth", 17, 23),
    (r"(?:a|one) tenth (?:of|more|less)|one in ten|every tenth|by (?:nearly |about |almost )?a tenth", 8, 12),
    (r"(?:nearly |almost |virtually )(?:all|every)(?: of)?", 85, 100),
)  # fmt: skip

#: Words before a number that put the truth above it, and below it.
ABOVE: Final = r"(?:more than|over|at least|upwards of|exceed\w{0,3}|above)"
BELOW: Final = r"(?:nearly|almost|close to|just under|fewer than|less than|under|not quite|up to|as many as|below)"

#: By how much something becomes another: times over, lowest and highest.
GROWTH: Final[tuple[tuple[str, float, float], ...]] = (
    (r"doubl(?:es?|ed|ing)|twice as (?:many|much)|twofold", 1.8, 2.3),
    (r"tripl(?:es?|ed|ing)|trebl(?:es?|ed)|three times as|threefold", 2.6, 3.4),
    (r"halv(?:es?|ed|ing)", 0.42, 0.56),
)

#: A span of time to which an amount is reckoned.
PER: Final = r"\W{0,2}(?:[a-z]{3,12} ){0,2}?(?:a|an|per|each|every) (second|minute|hour|day|night|week|month|quarter|year|head|person|household)s?"

#: Words before a number that make it the most there may be.
AT_MOST: Final = r"(?:up to|as many as|as much as|at most|no more than|a maximum of)"

#: The dead counted with the hurt, and words of a heading that count both.
DEAD_OR_HURT: Final = (
    r"(?:killed|dead|died|deaths?) (?:or|and) (?:\w{1,12} )?(?:injured|wounded|hurt|missing|captured)"
    r"|(?:injured|wounded|hurt|missing|captured) (?:or|and) (?:\w{1,12} )?(?:killed|dead|died)"
)
DEAD: Final = r"killed|dead|die|dies|died|deaths?|kills|fatalities"
HURT: Final = r"injur\w{1,4}|wound\w{0,3}|hurt|missing|casualt\w{1,4}|loss(?:es)?|lost|captured|victims?"

#: Words that turn what a heading says into its opposite.
NEGATIONS: Final = r"not|no|never|none|nobody|nothing|neither|nor|cannot|without|\w{2,8}n[’']t|den(?:y|ies|ied)|rul(?:es|ed) out|reject(?:s|ed)?|refus(?:es|ed)|unlikely|fail(?:s|ed)?"
