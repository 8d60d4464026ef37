"""Words that attribute: verbs, predicates and nouns of speech, belief, want, plan, expectation, order and denial.

Each group is (force, complements, lemmas). Force is what the source does with the content (model.statements.Force).
Complements say in which shapes the content may follow:

    that      "said that …"                         bare    "said …" (a clause without that)
    quote     "said: “…”", “…,” she said            wh      "asked whether/what/how …"
    to        "plans to …" (the source would act)   obj-to  "wants/urged him to …" (content starts with "him")
    np        "denounced the deal"                  ing     "denied taking …"
    hearer    a hearer stands between: "told reporters that …"
    aside     the cue may stand within or after what is said: "…," she said, "…"
    any preposition (for, of, about, on, to, …): "called for …", "warned of …"; it belongs to the cue

Lemmas with a particle ("rule out") may be split by their object ("ruled it out"). Inflected forms are built by
model/inflection.py from the lemma and IRREGULAR. The lemmas were collected from reference grammars and from counts of
cue words in the training part of PolNeAR (n >= 3); docs/why/rules.md says how.
"""

from __future__ import annotations

from typing import Final

#: Verbs: (force, complements, lemmas).
VERBS: Final[tuple[tuple[str, str, str], ...]] = (
    # speech that may stand beside what is said ("…," she said)
    ("assert", "that bare quote wh aside", "say"),
    ("assert", "that bare quote wh aside of", "write"),
    ("assert", "that quote aside", "add continue pledge"),
    ("assert", "that quote aside", "state maintain"),
    ("assert", "that bare np quote aside",
     "declare report claim argue contend assert allege reveal announce recall confirm "
     "acknowledge concede admit recount observe disclose proclaim reiterate repeat affirm reaffirm "
     "emphasize emphasise stress joke quip conclude explain note mention suggest"),
    ("predict", "that bare np quote aside", "predict warn caution"),
    ("plan", "that bare quote aside", "promise vow swear"),
    ("order", "that bare quote aside", "urge demand recommend"),
    ("assert", "that bare quote aside",
     "answer insist opine remark reply retort respond counter muse comment interject chime boast brag tweet "
     "retweet post blog testify attest posit lament complain grumble vent gush elaborate clarify "
     "scoff fume rage snarl moan groan sigh thunder marvel confide hit-back shoot-back chime-in "
     "chant shout yell exclaim whisper mutter scream cry snap fire-back deadpan intone text "
     "email sing agree"),
    ("assert", "that bare quote hearer aside", "tell"),
    ("assert", "that bare quote hearer", "assure remind inform notify reassure"),
    ("assert", "that bare quote wh aside", "point-out make-clear spell-out put-it sum-up"),
    ("assert", "that quote aside", "go-on"),
    # showing and finding
    ("assert", "that bare wh np aside", "show indicate learn"),
    ("assert", "that bare aside", "find"),
    ("assert", "that bare wh np",
     "hint imply signal demonstrate illustrate highlight underscore underline stipulate specify learn "
     "determine"),
    ("assert", "that bare wh np aside", "calculate estimate"),
    ("assert", "that", "establish rule certify discover posit postulate"),
    ("assert", "to", "point allude refer attest testify respond reply object"),
    ("assert", "that", "object"),
    ("assert", "of", "inform notify"),
    ("assert", "np", "make-clear"),
    # judging: the object is what is judged
    ("assert", "np quote",
     "cite quote describe characterize characterise portray depict brand dub label call term compare liken "
     "paint deem tout hail praise laud applaud commend welcome congratulate thank credit extol "
     "criticize criticise blast slam denounce condemn decry deride mock ridicule belittle blame accuse "
     "attack assail lambast lambaste rip excoriate chide rebuke scold chastise berate castigate "
     "knock disparage bash savage skewer lampoon taunt trash deplore bemoan rail-against  "
     "defend endorse back support oppose echo discuss detail outline lay-out tick-off reference "
     "trumpet pitch voice express single-out call-out brush-off shrug-off play-down downplay "
     "dismiss disavow renounce repudiate reject rebuff rebut refute second walk-back list name identify "
     "challenge question "),
    ("assert", "about of on", "speak talk"),
    ("assert", "about against for with",
     "complain gripe rail bristle fume grouse apologize vouch push argue"),
    ("assert", "at", "lash-out"),
    ("assert", "with", "agree disagree concur side"),
    ("assert", "that bare to np", "concur"),
    ("assert", "to", "agree"),
    ("deny", "that np ing quote bare aside", "deny"),
    ("deny", "that np ing", "dispute contradict disclaim"),
    ("decline-to-rule-out", "np ing that", "rule-out exclude"),
    ("deny", "to", "refuse decline"),
    # asking
    ("question", "wh quote about np aside", "ask"),
    ("question", "wh quote bare aside", "wonder inquire enquire"),
    ("question", "wh np", "question query doubt ponder mull contemplate"),
    # ordering
    ("order", "obj-to np that",
     "order command instruct urge warn encourage implore beg exhort convince persuade authorize authorise"),
    ("order", "for on", "call"),
    ("order", "that np for to", "demand request recommend propose advocate insist-on ask-for"),
    ("order", "that for", "plead appeal"),
    ("order", "to", "ask demand"),
    ("order", "np", "decree sign"),
    # foreseeing
    ("predict", "that bare np", "forecast foresee anticipate project prophesy bet foretell envision"),
    ("predict", "that bare np to obj-to", "expect"),
    ("predict", "of about against obj-to np", "warn caution"),
    ("predict", "to that aside", "threaten"),
    ("assert", "that", "record"),
    ("assert", "that aside", "hear"),
    # planning
    ("plan", "to that", "plan decide vow pledge promise swear resolve"),
    ("plan", "to", "intend aim seek opt offer volunteer"),
    ("plan", "np for on", "consider seek propose promise offer plan"),
    ("plan", "on for", "focus"),
    # believing and wanting
    ("believe", "that bare np aside", "believe think suspect guess reckon"),
    ("believe", "that bare np wh", "assume presume sense realize realise understand imagine fear"),
    ("believe", "that bare wh", "know"),
    ("believe", "of about", "think dream worry know"),
    ("believe", "that", "hold"),
    ("believe", "that bare", "worry feel"),
    ("believe", "to np obj-to", "want prefer love hate"),
    ("believe", "to", "like"),
    ("believe", "that bare for to aside", "hope wish"),
    ("believe", "np",
     "see view regard consider perceive recognize recognise admire resent dislike respect "
     "appreciate regret trust distrust mistrust value"),
    ("believe", "in", "believe"),
)  # fmt: skip

#: Forms that are nouns as often as verbs; as verbs they need something after them that only a verb takes.
ALSO_NOUNS: Final[frozenset[str]] = frozenset(
    """signal signals volunteer volunteers order orders address aim aims answer answers appeal appeals attack attacks back backs bash bet bets blast boast boasts
    brag brand brands call calls campaign campaigns cast challenge challenges champion champions chant chants
    charge charges cite claim claims comment comments credit credits cries cry debate debates defends demand
    demands detail details doubt doubts dream dreams echo echoes email emails estimate estimates fear fears
    finding focus forecast forecasts guess guesses hate hates hope hopes joke jokes knock knocks label labels
    like list lists love loves mean means mock name names need note notes offer offers order orders outline
    outlines paint paints pitch pitches plan plans pledge pledges point points post posts project projects
    promise promises push question questions quote quotes read reads regret regrets remark remarks replies reply
    report reports request requests respect rule rules scream screams second seconds shout shouts show shows
    side sides sign signs state states support supports taunt term terms text texts trash trust tweet tweets
    value values view views voice voices vow vows warning wish wishes""".split()
)

#: Verbs of nothing but speech or writing: whatever is their subject speaks.
SPOKEN: Final[tuple[str, ...]] = tuple(
    """say tell write claim argue contend assert allege reveal announce acknowledge concede admit recount disclose
    proclaim reiterate reaffirm emphasise emphasize joke quip warn caution promise vow swear pledge urge instruct
    insist remark reply retort comment boast brag testify attest lament complain grumble confide whisper shout
    mutter assure remind inform notify deny accuse advise beg plead text email cable phone confess
    predict forecast speculate threaten quote cite speak put ask answer explain thank apologise apologize""".split()
)

#: Verbs with which one waves something away, and the particles that stand behind it: "brushed the report aside".
WAVING: Final[dict[str, frozenset[str]]] = {
    **dict.fromkeys(("brush", "brushes", "brushed"), frozenset(("aside", "off", "away"))),
    **dict.fromkeys(("wave", "waves", "waved"), frozenset(("aside", "away", "off"))),
    **dict.fromkeys(("laugh", "laughs", "laughed", "shrug", "shrugs", "shrugged"), frozenset(("off",))),
}

#: Words that say nothing or leave a matter open, and the verbs before them: "kept silent on", "left open whether".
KEEPING: Final[dict[str, frozenset[str]]] = {
    **dict.fromkeys(
        ("silent", "tight-lipped", "mum", "quiet"),
        frozenset("keep keeps kept remain remains remained stay stays stayed".split()),
    ),
    "open": frozenset(("leave", "leaves", "left")),
}

#: Passive predicates whose holder the text does not name: "is expected to", "was reportedly said to".
PASSIVE: Final[frozenset[str]] = frozenset(
    """expect say believe think report allege rumor rumour suppose presume assume consider know estimate project
    predict forecast understand deem schedule slate feel see view describe call""".split()
)

#: Verbs whose passive has the hearer for its subject: "the jury was told that".
TOLD: Final[frozenset[str]] = frozenset("tell inform assure warn remind advise".split())

#: Verbs whose subject may follow them without a quotation before: "…, says X".
INVERTING: Final[frozenset[str]] = frozenset(
    "say write report add argue note explain warn claim admit insist reveal confirm recall".split()
)

#: Verbs whose quotation is a name where it follows at once: "a plan called “…”".
NAMING: Final[frozenset[str]] = frozenset("call dub label brand term title name entitle liken describe".split())

#: Words before a colon that are no speaker.
NO_SPEAKERS: Final[frozenset[str]] = frozenset(
    """note update updates photo photos picture image video credit source sources related more watch read here come
    correction below above today now time date place where when what why how question answer story by subject
    background details summary location email phone tel fact context latest breaking wow exclusive analysis opinion
    editorial live review""".split()
)

#: Words of a content that says how a source wants to be named: "asked not to be identified".
NAMELESS: Final[frozenset[str]] = frozenset("anonymity anonymous anonymously identified named".split())
ASKS_NAMELESS: Final[frozenset[str]] = frozenset(
    "ask speak talk request insist decline refuse demand prefer want agree wish comment".split()
)

#: Lemmas that tell of a refusal where they are negated: "has not ruled it out", "would not say whether".
REFUSABLE: Final[frozenset[str]] = frozenset(
    """acknowledge admit answer comment commit concede confirm contradict deny disclose discuss dispute elaborate
    exclude explain mention name reply respond reveal rule say specify tell""".split()
)

#: Where something is said: "in a statement", "on Twitter", "during the debate".
VENUES: Final[frozenset[str]] = frozenset(
    """twitter facebook telegram instagram statement statements interview interviews speech speeches debate debates
    email emails letter tweet tweets rally rallies television tv radio op-ed memo press fox cnn msnbc nbc abc cbs news
    podcast blog post floor broadcast conference briefing""".split()
)

#: Forms of verbs that give a view without its holder: "X seems to …".
SEEMING: Final[frozenset[str]] = frozenset("seem seems seemed appear appears appeared".split())
SEEMING_NEXT: Final[frozenset[str]] = frozenset(
    "to like likely unlikely more less increasingly poised determined".split()
)

#: Predicates with be: (force, complements, words).
ADJECTIVES: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "believe",
        "that bare of about",
        "confident sure certain convinced aware unaware doubtful hopeful optimistic "
        "pessimistic skeptical sceptical unsure",
    ),
    (
        "believe",
        "that bare about of over by with at",
        "worried concerned afraid fearful anxious nervous wary scared "
        "alarmed angry upset furious outraged disappointed surprised shocked frustrated proud glad happy pleased "
        "thrilled excited unhappy mindful suspicious critical dismissive supportive appalled",
    ),
    ("plan", "to", "determined eager unwilling reluctant keen"),
    ("assert", "that bare about", "adamant clear explicit candid"),
)

#: Nouns: (force, complements, words). "by", "from" and the possessive before the noun give the source.
NOUNS: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "assert",
        "that of about",
        "claim assertion allegation accusation contention announcement statement declaration "
        "admission acknowledgment acknowledgement confession disclosure revelation argument remark comment observation "
        "insistence report reports rumor rumors rumour rumours speculation talk gossip word suggestion suggestions "
        "hint hints indication indications",
    ),
    (
        "assert",
        "of",
        "accusations allegations claims criticism denunciation condemnation description characterization "
        "portrayal endorsement praise defense",
    ),
    ("deny", "that of", "denial denials refusal"),
    (
        "believe",
        "that of",
        "belief conviction view opinion notion assumption impression perception sense consensus "
        "suspicion suspicions understanding",
    ),
    ("believe", "that of about over", "fear fears worry worries concern concerns anxiety doubt doubts hope hopes"),
    (
        "predict",
        "that of",
        "prediction predictions forecast forecasts expectation expectations warning warnings "
        "projection estimate prospect",
    ),
    (
        "plan",
        "to that of",
        "promise promises pledge pledges vow threat threats plan intention intent commitment offer",
    ),
    ("order", "to for that", "call calls demand demands order orders request requests recommendation appeal"),
    ("question", "about of whether", "question questions"),
)

#: Nouns that attribute although nobody is named as their source.
RUMOURS: Final[frozenset[str]] = frozenset(
    "rumor rumors rumour rumours speculation gossip allegations accusations fears concerns complaints worries".split()
)
#: The same, with "that" only.
HEARSAY: Final[frozenset[str]] = frozenset("report reports claim claims suggestions hints indications".split())

#: Predicates with "with" and a noun of speech: "the channels are abuzz with rumors of …".
ABUZZ: Final[frozenset[str]] = frozenset("abuzz awash rife buzzing alive filled aflame".split())

#: Irregular verbs: lemma -> past, participle (the -s and -ing forms are regular).
IRREGULAR: Final[dict[str, tuple[str, str]]] = {
    "say": ("said", "said"),
    "tell": ("told", "told"),
    "write": ("wrote", "written"),
    "think": ("thought", "thought"),
    "know": ("knew", "known"),
    "find": ("found", "found"),
    "make": ("made", "made"),
    "speak": ("spoke", "spoken"),
    "see": ("saw", "seen"),
    "feel": ("felt", "felt"),
    "hold": ("held", "held"),
    "swear": ("swore", "sworn"),
    "foresee": ("foresaw", "foreseen"),
    "foretell": ("foretold", "foretold"),
    "seek": ("sought", "sought"),
    "mean": ("meant", "meant"),
    "choose": ("chose", "chosen"),
    "understand": ("understood", "understood"),
    "forget": ("forgot", "forgotten"),
    "bet": ("bet", "bet"),
    "cast": ("cast", "cast"),
    "go": ("went", "gone"),
    "show": ("showed", "shown"),
    "hit": ("hit", "hit"),
    "lay": ("laid", "laid"),
    "spell": ("spelled", "spelled"),
    "read": ("read", "read"),
    "withdraw": ("withdrew", "withdrawn"),
    "give": ("gave", "given"),
    "take": ("took", "taken"),
    "shoot": ("shot", "shot"),
    "forecast": ("forecast", "forecast"),
    "draw": ("drew", "drawn"),
    "set": ("set", "set"),
    "put": ("put", "put"),
    "hear": ("heard", "heard"),
    "bring": ("brought", "brought"),
    "prove": ("proved", "proven"),
    "beg": ("begged", "begged"),
    "brag": ("bragged", "bragged"),
    "quip": ("quipped", "quipped"),
    "rip": ("ripped", "ripped"),
    "rap": ("rapped", "rapped"),
    "blog": ("blogged", "blogged"),
    "chat": ("chatted", "chatted"),
    "plan": ("planned", "planned"),
    "admit": ("admitted", "admitted"),
    "slam": ("slammed", "slammed"),
    "refer": ("referred", "referred"),
    "prefer": ("preferred", "preferred"),
    "rebut": ("rebutted", "rebutted"),
    "snap": ("snapped", "snapped"),
    "nod": ("nodded", "nodded"),
    "dub": ("dubbed", "dubbed"),
    "opt": ("opted", "opted"),
    "regret": ("regretted", "regretted"),
    "prod": ("prodded", "prodded"),
    "concur": ("concurred", "concurred"),
    "pan": ("panned", "panned"),
    "tag": ("tagged", "tagged"),
    "label": ("labeled", "labeled"),
}
