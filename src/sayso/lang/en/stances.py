"""Words that say how a text stands to a proposition, and words that mean much the same thing in the news.

Tables only. They serve brain/entailer.py; what they are worth is measured in docs/why/stances.md.
"""

from __future__ import annotations

from typing import Final

#: Words that news uses for one matter. Forms are found by their stems; the first of a row names the concept.
#: A hyphen also stands for a blank ("call up papers").
SYNONYMS: Final[tuple[tuple[str, ...], ...]] = (
    ("mobilization", "mobilise", "mobilized", "draft", "drafted", "drafting", "drafts", "call-up", "call-ups",
     "reservists", "levy-en-masse"),
    ("ration", "rationing", "rationed", "cutoffs"),
    ("attack", "assault", "offensive", "raid", "strike", "airstrike"),
    ("kill", "killed", "slain", "murdered", "dead", "death", "die", "died", "dies", "fatal", "deceased"),
    ("behead", "beheaded", "decapitated", "beheading", "execution", "executed"),
    ("resign", "resignation", "quit", "step-down", "steps-down", "stepping-down", "stepped-down",
     "stand-down", "stands-down", "standing-down", "stood-down", "leave-office", "leaves-office", "leaving-office",
     "step-aside", "stepping-aside", "stepped-aside", "bow-out", "bows-out", "retire", "retirement"),
    ("election", "vote", "poll", "ballot", "referendum"),
    ("agreement", "accord", "treaty", "pact", "deal"),
    ("ceasefire", "truce", "armistice", "cease-fire"),
    ("increase", "rise", "raise", "grow", "climb", "surge", "higher", "hike"),
    ("decrease", "fall", "drop", "decline", "lower", "shrink", "plunge"),
    ("announce", "announcement", "declare", "declaration", "proclaim", "unveil", "decree", "order"),
    ("start", "begin", "begins", "began", "launch", "commence", "kick-off", "introduce"),
    ("close", "shut", "closure", "shutdown", "shut-down"),
    ("buy", "purchase", "acquire", "acquisition", "takeover", "bought", "buyout", "bid", "take-over", "takes-over",
     "taking-over", "merge", "merger"),
    ("sell", "sale", "sold", "selling"),
    ("arrest", "detain", "jailed", "custody"),
    ("tax", "duty", "toll", "levy", "tariff"),
    ("ban", "prohibit", "forbid", "outlaw", "bar", "banned"),
    ("fake", "hoax", "fabricate", "staged", "photoshop"),
    ("baby", "infant", "newborn"), ("child", "children", "kid", "kids"),
    ("wave", "round", "phase", "stage"), ("second", "new", "another", "renewed", "fresh", "further"),
    ("price", "cost", "costs", "priced"),
    ("army", "military", "troops", "soldiers", "forces"),
    ("doctor", "physician", "surgeon"), ("police", "cops", "officer"),
    ("company", "firm", "corporation"), ("isis", "isil", "islamic-state", "daesh"),
    ("us", "u.s", "american", "america", "united-states"), ("uk", "british", "britain"),
    ("woman", "women", "girl", "female", "lady"), ("man", "men", "guy", "male"),
    ("evacuate", "evacuation"), ("withdraw", "withdrawal", "pull-out", "pullout"),
    ("approve", "approval", "pass", "adopt", "ratify"),
    ("hospital", "clinic"), ("plane", "aircraft", "jet", "airliner"), ("ship", "vessel", "boat"),
)  # fmt: skip

#: Words of general use in propositions: a statement that shares only these is not about the same matter.
LIGHT: Final[frozenset[str]] = frozenset(
    """announce declare start begin launch introduce new second third another next first last wave round plan prepare
    take give get go come become use set put hold keep call people person man woman year month week day time end
    government official minister president state country city group member leader officer company big large more
    order publish decide want seek try show see find possible likely be time part number place
    council ministry office authority agency court parliament assembly senate congress commission committee board
    bank party cabinet administration mayor governor king queen prime spokesman spokeswoman judge
    jury prosecutor""".split()
)

#: Words that mark a further one of a kind, and words that point back to one that has been.
AGAIN: Final[frozenset[str]] = frozenset(
    "second third new another next renewed fresh further additional more again secondary repeated".split()
)
EARLIER: Final[frozenset[str]] = frozenset(
    "first original previous previously initial earlier former already last".split()
)

#: Names of times: a deadline is no matter.
TIMES: Final[frozenset[str]] = frozenset(
    """january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday spring summer autumn fall winter today tomorrow yesterday tonight
    year month week day weekend end""".split()
)

#: The text says that it is not so.
REFUTING: Final[tuple[str, ...]] = (
    r"\b(?:false|fake|faked|hoax\w{0,2}|untrue|debunk\w{0,3}|bogus|phon[ey]{1,2}|invented|inventions?|fiction|fairy[- ]tales?|fabricat\w{1,4}|baseless|groundless|unfounded|misinformation|"
    r"disproved?|disproven|satir\w{1,5}|prank|photoshop\w{0,3}|made[- ]up|myth|misleading|nonsense|staged|urban legend)\b",
    r"\b(?:den(?:y|ies|ied|ying)|denials?|refut(?:e|es|ed|ing)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|rebuts?|rebutted|disput(?:e|es|ed)|"
    r"disavow\w{0,2}|contradict\w{0,3})\b",
    r"\b(?:not|isn[’']t|wasn[’']t|never) (?:\w{1,8} )?(?:true|real|the case|correct|accurate|happening)\b",
    r"^no,",
    r"\bnot (?:\w{1,10} ){0,4}?on (?:the|its|their|any) agenda\b",
    r"\bno (?:truth|such|plans?|intention|question of|need|chance|way)\b|\bnot in the cards\b",
    r"\b(?:shoots?|shot|knocks?|slaps?) down\b|\bsets? the record straight\b|\bget(?:s|ting)? it wrong\b",
    r"\b(?:apologi[sz]es?|retract(?:s|ed|ion)?|admits? (?:to )?(?:making|lying|faking))\b",
)  # fmt: skip

#: The text says that it will hardly be so.
UNLIKELY: Final[tuple[str, ...]] = (
    r"\b(?:unlikely|improbable|implausible|impossible|doubtful|far-fetched|off the table|out of the question)\b",
    r"\b(?:rul(?:e|es|ed|ing)\b.{0,40}?\bout|exclud(?:e|es|ed|ing)|cancel\w{0,3}|"
    r"call(?:s|ed)? off|abandon\w{0,3}|scrap(?:s|ped)?|shelv(?:e|es|ed))\b",
    r"\b(?:won[’']t|will not|would not|wouldn[’']t|cannot|can[’']t|not going to|does not|doesn[’']t) (?:\w{1,10} )?(?:permit|allow|let|happen|take place|go ahead|come|be needed)\b",
    r"\b(?:talks|negotiations|efforts|attempts|hopes)\b(?!.{0,60}\b(?:may|might|could|would)\b).{0,60}"
    r"\b(?:collaps(?:e|es|ed|ing)|fail(?:s|ed|ing)?|stall(?:s|ed|ing)?|faltered|faded|broken? (?:down|off)|broke (?:down|off))\b",
    r"\b(?:odds|chances?|probability|likelihood)\b.{0,60}?\b(?:no better than|no more than|less than|below|under|at most|one in (?:four|five|six|seven|eight|nine|ten|twenty|a hundred))\b",
    r"\b(?:has|have|had) (?:collapsed|failed|fallen through)\b|\b(?:fell|falls) through\b|\b(?:is|are|was|were|been|be) (?:put off|postponed|thrown out|voted down|shelved|frozen)\b",
    r"\bnot (?:\w{1,10} )?(?:necessary|needed|warranted|justified)\b|\bunnecessary\b",
    r"\b(?:little|no|slim|small|low) (?:chance|likelihood|probability|prospect)\b|\bdoubts? (?:that|about|over|if|whether)\b",
)  # fmt: skip

#: Words that rule out what is named after them; before them stands what does the ruling out.
PREVENTING: Final[tuple[str, ...]] = (r"\b(?:preclud(?:e|es|ed|ing)|prevent(?:s|ed)?|block(?:s|ed))\b",)

#: The text leaves it open.
OPEN: Final[tuple[str, ...]] = (
    r"\b(?:n[’']t|not|never|nor|cannot|refus\w{1,3} to|declin\w{1,3} to|without) (?:\w{1,12} ){0,3}?(?:rul(?:e|ed|ing)\b.{0,40}?\bout|exclud(?:e|ed|ing))\b",
    r"\b(?:whether|unclear|uncertain|unknown|remains to be seen|wait and see|will have to see|have yet to|no decision|not decided|undecided|"
    r"unconfirmed|unverified|not (?:been )?(?:confirmed|verified)|cannot speak for|can[’']t speak for|no comment|investigat\w{1,5}|"
    r"grain of salt|all options)\b",
    r"\bwithout (?:an?|any) (?:vote|decision|agreement|result)\b",
    r"\bno word (?:on|of|yet)\b|\b(?:not|n[’']t|never) (?:\w{1,10} )?mention\w{0,3}\b|\bsilent (?:on|about)\b",
    r"\b(?:declin(?:e|es|ed)|refus(?:e|es|ed)) to (?:comment|say|confirm)\b",
    r"\b(?:rumou?rs?|speculation|talk|fears?|worries|anxiety) (?:of|about|over) .{1,80}\b(?:affect|worr|frighten|caus|unsettl|spread|harm|hurt|alarm|disturb)",
)  # fmt: skip

#: The text wishes it or wishes it away; that is no word on whether it comes.
WISHING: Final[tuple[str, ...]] = (
    r"^(?:that )?[\"“‘']?no to\b",
    r"\b(?:demand(?:s|ed|ing)?|oppos(?:e|es|ed|ing|ition)|protest(?:s|ed|ing|ers)?|urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:for|on)|"
    r"condemn(?:s|ed|ing)?|critici[sz](?:e|es|ed|ing)|appeal(?:s|ed)?|petition(?:s|ed)?|plead(?:s|ed)?|should(?:n[’']t| not)?|"
    r"in court|to court|sue(?:s|d)? over|against any|must not|wants? (?!to\b)|hop(?:e|es|ed|ing)|fear(?:s|ed|ing)? of|say(?:s|ing)? no to|said no to)\b",
)  # fmt: skip

#: The text speaks of what it would be like or what would follow, not of whether it comes.
SUPPOSING: Final[tuple[str, ...]] = (
    r"\b(?:if|in case|in the event|would (?:\w{1,10}ly )?(?:mean|amount|lead|require|cause|be (?:an?|the|very|too|so|more|less|like|\w{1,12}(?:ous|ful|ble|ic)))|any (?:new|further|second|such|future|more)|any \w{3,20} (?:\w{1,12} ){0,4}would|"
    r"(?:would|could|might|may) (?:\w{1,10} )?(?:prevent|cost|cause|help|hurt|harm|save|slow|ruin|cut|reduce|damage|weaken|affect)|"
    r"could (?:\w{1,10} )?(?:sustain|afford|survive|withstand)|(?:could|may|might|would) have (?:an? )?(?:\w{1,12} )?(?:impact|effect|consequences?|influence))\b",
)

#: "Would" supposes, except in a clause that reports what was said ("that X would come").
WOULD: Final[tuple[str, ...]] = (r"^(?!(?:[\"“‘']?that|whether)\b).*\b(?:would|[’']d)\b",)

#: The text reports it as possible, or as somebody's word.
HEDGING: Final[tuple[str, ...]] = (
    r"\b(?:unless|may|might|could|possibly|perhaps|maybe|probably|likely|apparently|seems?|appears?|suggest(?:s|ed)?|hint(?:s|ed)?|potential(?:ly)?|"
    r"possible|possibility|considering|mull(?:s|ing)?|weigh(?:s|ing)|expected|predict(?:s|ed)?|forecasts?|tipped)\b",
    r"\b(?:reported(?:ly)?|reports?|alleged(?:ly)?|allegations?|alleges?|purported(?:ly)?|supposed(?:ly)?|rumou?r(?:s|ed)?|claim(?:s|ed|ing)?|"
    r"believed|feared|said to|says?|according to|speculation|suspected|thought to|unconfirmed|sources?|leaks?|leaked)\b",
)  # fmt: skip

#: Firm words for it.
FIRM: Final[tuple[str, ...]] = (
    r"\b(?:no|without|beyond) (?:a )?doubt\b|\b(?:certainly|definitely|inevitable|inevitably|undoubtedly|confirm(?:s|ed)?|sure to|bound to)\b",
)

#: Words by which something is to come, or goes on.
COMING: Final[tuple[str, ...]] = (
    r"\b(?:will|[’']ll|shall|going to|to come|plan(?:s|ned|ning)?|prepar(?:e|es|ed|ing|ations?)|intend(?:s|ed)?|about to|soon|ready|set to|may|might|could|would|"
    r"expect(?:s|ed|ing)?|predict(?:s|ed)?|scheduled|draft(?:ed)? a|upcoming|looming|imminent|wants? to|seeks? to|considering|(?:is|are|was|were) to (?!be seen\b)[a-z])",
)

#: Words by which a content that only points says that the matter comes, or has ground.
HAPPENING: Final[tuple[str, ...]] = (
    r"\b(?:(?:will|would|could|may|might) (?:\w{1,10} )?(?:be (?:announced|made public|signed|published|taken|issued)|come|happen|begin|start|go ahead|follow|cover|be the day)|"
    r"(?:is|are|was|were) (?:all but|as good as) \w|"
    r"(?:is|are) (?:coming|ready|certain|true|happening|inevitable|possible|likely|set|the date|under way)|its possible|"
    r"evidence|proof|confirm(?:s|ed)?|(?:take|took) (?:it|that) as certain|no doubt|preparations? scheduled|scheduled for|"
    r"(?:plan|order|notices?|papers?|decree) (?:is|are|was|were|has been|have been|had been) (?:\w{1,10} )?(?:ready|drawn up|drafted|printed|signed|prepared)|"
    r"printing (?:the )?notices?|of (?:his|her|its|their) (?:final )?decision|"
    r"(?:decision|vote|announcement|date) (?:is expected |is due |will come |comes )?(?:this|next|later this|within a|in the coming) (?:days?|week|month|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|"
    r"(?:inform|told|tell|notif)\w* .{1,60} of (?:his|her|its|their|the) decision|"
    r"(?:make|issue|give|sign|take) (?:the|an?|its|her|his|their|this|that) (?:\w{1,12} )?(?:announcement|declaration|decision|order|decree|move|step))\b",
)

#: Small words that turn what follows round.
NEGATIONS: Final[frozenset[str]] = frozenset(
    "no not never none nothing nobody neither nor without cannot n't hardly barely".split()
)

#: Pairs that cannot both be: sharing the opposite turns the stance round.
OPPOSITES: Final[tuple[tuple[str, str], ...]] = (
    ("increase", "decrease"), ("alive", "kill"), ("win", "lose"), ("approve", "reject"), ("stay", "leave"),
    ("open", "close"), ("arrest", "release"), ("survive", "kill"), ("support", "oppose"), ("guilty", "innocent"),
    ("start", "end"), ("accept", "refuse"), ("legal", "illegal"), ("real", "fake"), ("lift", "impose"),
)  # fmt: skip

#: Words that stand for a matter named before them ("that" only where it stands for something).
POINTING: Final[tuple[str, ...]] = (
    r"\b(?:it|its(?= (?:possible|likely|coming|certain|true|happening)\b)|this(?! (?:morning|afternoon|evening|week|month|year|time|way)\b)|these|those|such|there|(?:about|of|on|for|to|with) that|that (?:is|was|would|will|could|may|might)|so)\b",
    r"^[\"“‘']?(?:no|yes|not (?:at|yet|now|for))\b",
)

#: Words that name a matter by its part or its step; in an article on the matter they mean this one.
STEPS: Final[tuple[str, ...]] = (
    r"\b(?:(?:the|this|an?|no|any|its|their|his|her) (?:\w{1,12} )?(?:matter|issue|question|move|plan|decision|announcement|date|order|notices?|decree|papers|deal|agreement|bid|offer|measure|talks|negotiations|vote)|"
    r"(?:the|these|those|all|such) (?:reports?|messages?|rumou?rs?|account|stor(?:y|ies)|claims?|allegations?)|"
    r"preparations|(?:will|would|is|be) the (?:day|date))\b",
)

#: Words by which a content that only points denies the matter itself, and not something else about it.
UNDONE: Final[tuple[str, ...]] = (
    r"\b(?:no|not|n[’']t|never|nobody|none)\b.{0,40}?\b(?:discuss\w{0,5}|talk(?:s|ed|ing)?|plan\w{0,4}|happen\w{0,3}|come|coming|true|intend\w{0,3}|intention|"
    r"consider\w{0,5}|under way|on the agenda|necessary|need(?:ed)?|going to|at the moment|yet|now|printed|drawn up)\b",
    r"^[\"“‘']?no[\"”’'.! ]*$",
)
