"""Words that attribute: verbs, predicates and nouns of speech, belief, want, plan, expectation, order and denial.

Each group is (force, complements, lemmas). Force is what the source does with the content (model.statements.Force).
Complements say in which shapes the content may follow:

    that      "said that …"                         bare    "said …" (a clause without that)
    quote     "said: “…”", “…,” she said            wh      "asked whether/what/how …"
    to        "plans to …" (the source would act)   obj-to  "wants/urged him to …" (content starts with "him")
    np        "denounced the deal"                  ing     "denied taking …"
    hearer    a hearer stands between: "told reporters that …"
    any preposition (for, of, about, on, to, …): "called for …", "warned of …"; it belongs to the cue

Lemmas with a particle ("rule out") may be split by their object ("ruled it out"). Inflected forms are built by
model/inflection.py from the lemma and IRREGULAR. The lemmas were collected from reference grammars and from counts of
cue words in the training part of PolNeAR (n >= 3); docs/why/tagger.md says how.
"""

from __future__ import annotations

from typing import Final

#: Verbs: (force, complements, lemmas).
VERBS: Final[tuple[tuple[str, str, str], ...]] = (
    ("assert", "that bare quote wh", "say"),
    (
        "assert",
        "that bare quote np",
        "add state declare report claim argue contend assert allege maintain reveal "
        "announce recall confirm acknowledge concede admit recount observe disclose proclaim reiterate repeat "
        "affirm reaffirm emphasize emphasise stress underscore underline highlight exclaim joke quip conclude explain",
    ),
    ("assert", "that bare quote of np", "write"),
    (
        "assert",
        "that bare quote",
        "insist opine remark reply retort respond counter muse comment interject chime boast "
        "brag tweet retweet post blog testify attest continue opine posit lament complain grumble vent gush elaborate "
        "clarify chant shout yell whisper mutter scream cry snap shoot-back fire-back deadpan intone text",
    ),
    (
        "assert",
        "that bare quote wh np",
        "note mention suggest indicate hint imply signal demonstrate show illustrate",
    ),
    ("assert", "that bare quote hearer np", "tell assure remind inform notify advise reassure"),
    ("assert", "that bare quote wh", "point-out make-clear go-on find-out spell-out"),
    ("assert", "to", "point allude refer nod attest testify"),
    (
        "assert",
        "np quote",
        "cite quote describe characterize characterise portray depict brand dub label call term "
        "compare liken paint cast deem tout hail praise laud applaud commend celebrate welcome congratulate thank credit "
        "champion extol criticize criticise blast slam denounce condemn decry deride mock ridicule belittle blame accuse "
        "attack assail lambast lambaste rip excoriate chide rebuke scold chastise berate castigate insult knock rap "
        "malign disparage bash savage skewer lampoon taunt trash deplore bemoan rail-against lash-out-at lash-out "
        "criticise defend endorse back support oppose echo address discuss detail outline lay-out unveil tick-off "
        "disclose reference trumpet promote pitch push voice express single-out call-out brush-off shrug-off play-down "
        "downplay dismiss disavow renounce repudiate reject rebuff rebut refute second apologize-for vouch-for walk-back "
        "weigh-in-on list name identify raise",
    ),
    ("assert", "about of on to", "speak talk complain"),
    ("assert", "that bare quote about", "brag boast joke"),
    ("assert", "for np", "apologize apologise"),
    ("assert", "that", "swear attest certify posit postulate"),
    ("assert", "about over at against for with", "complain gripe rail bristle fume grouse"),
    ("assert", "with", "agree disagree concur side"),
    ("assert", "that bare to", "agree concur"),
    ("assert", "that bare np wh", "prove find discover learn determine rule establish calculate estimate"),
    ("deny", "that np ing bare", "deny dispute contradict"),
    ("deny", "that np quote", "disclaim"),
    ("decline-to-rule-out", "np ing that", "rule-out exclude"),
    ("deny", "to", "refuse decline"),
    ("question", "wh quote about np", "ask"),
    ("question", "wh quote bare", "wonder inquire enquire"),
    ("question", "np wh", "question query doubt challenge debate ponder mull weigh contemplate"),
    (
        "order",
        "obj-to np that bare",
        "order command instruct direct urge advise warn encourage implore beg exhort press "
        "lobby prod tell-to convince persuade authorize authorise",
    ),
    ("order", "for on", "call"),
    ("order", "that np for to bare", "demand request recommend propose advocate insist-on ask-for"),
    ("order", "that for", "plead appeal"),
    ("order", "to", "ask demand"),
    ("order", "np to", "decree rule sign"),
    ("predict", "that bare np", "predict forecast foresee anticipate project prophesy bet foretell envision"),
    ("predict", "that bare np to obj-to", "expect"),
    ("predict", "that bare of about against np obj-to quote", "warn caution"),
    ("predict", "to", "threaten"),
    ("plan", "to that bare", "plan decide vow pledge promise swear threaten resolve hope"),
    ("plan", "to", "intend aim mean seek try attempt offer opt choose prepare agree volunteer"),
    ("plan", "np for on", "plan consider seek propose promise pledge offer"),
    (
        "believe",
        "that bare np",
        "believe think suspect assume presume guess reckon figure suppose feel sense realize "
        "realise understand imagine know doubt fear",
    ),
    ("believe", "of about", "think dream worry know"),
    ("believe", "that bare", "hold worry"),
    ("believe", "to np obj-to", "want prefer like love hate need"),
    ("believe", "that bare for to", "hope wish pray long"),
    (
        "believe",
        "np",
        "see view regard consider perceive recognize recognise favor favour admire resent dislike "
        "support respect appreciate regret trust distrust mistrust value embrace enjoy remember forget ignore",
    ),
    ("believe", "in", "believe"),
)

#: Passive predicates whose holder the text does not name: "is expected to", "was reportedly said to".
PASSIVE: Final[frozenset[str]] = frozenset(
    """expect say believe think report allege rumor rumour suppose presume assume consider know estimate project
    predict forecast understand deem schedule slate feel see view describe call""".split()
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
    ("plan", "to", "determined eager willing unwilling reluctant ready keen prepared"),
    ("assert", "that bare about", "adamant clear explicit candid"),
)

#: Nouns: (force, complements, words). "by", "from" and the possessive before the noun give the source.
NOUNS: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "assert",
        "that of about",
        "claim assertion allegation accusation contention announcement statement declaration "
        "admission acknowledgment acknowledgement confession disclosure revelation argument remark comment observation "
        "insistence report reports rumor rumors rumour rumours speculation talk gossip news word suggestion suggestions "
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
        "promise promises pledge pledges vow threat threats plan plans proposal proposals intention "
        "decision desire intent willingness commitment offer",
    ),
    ("order", "to for that", "call calls demand demands order orders request requests recommendation appeal"),
    ("question", "about of whether", "question questions"),
)

#: "according to" and its like: they stand before their source.
ACCORDING: Final[tuple[str, ...]] = (
    "according to",
    "in the words of",
    "in the view of",
    "in the opinion of",
    "as reported by",
    "citing",
    "per",
)

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
