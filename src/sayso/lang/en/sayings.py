"""English words that tell when something was said: openers, occasions, papers that bear a date, and what breaks off."""

from __future__ import annotations

from typing import Final

#: Participles of speaking and publishing: "speaking on Monday", "in a statement released late Tuesday".
SPEAKING: Final[frozenset[str]] = frozenset(
    (
        "speaking writing addressing testifying appearing talking answering responding replying briefing announcing "
        "asked pressed questioned interviewed quizzed reached contacted quoted "
        "released issued published posted dated printed sent broadcast aired recorded taped filed delivered written signed "
        "airing tweeted emailed circulated given made presented unveiled held convened distributed televised streamed"
    ).split()
)

#: What a sentence may open with before its time where anything may follow: "Asked last week whether …, he said".
OPENERS: Final[frozenset[str]] = frozenset(
    (
        "asked pressed questioned speaking writing addressing testifying appearing talking interviewed quizzed reached "
        "answering responding replying"
    ).split()
)

#: Papers that have a day of their own and may speak in the present for ever.
PAPERS: Final[frozenset[str]] = frozenset(
    (
        "report statement letter memo memorandum note study paper document dispatch cable email e-mail message article "
        "editorial essay book filing brief order ruling opinion judgment indictment complaint affidavit declaration "
        "communique communiqué bulletin release review survey poll assessment analysis audit diary testament petition "
        "circular leaflet manifesto column op-ed post tweet blog transcript minutes entry notice"
    ).split()
)

#: Occasions on which things are said, and papers: "after Monday's meeting", "in a 2010 interview".
OCCASIONS: Final[frozenset[str]] = PAPERS | frozenset(
    (
        "meeting interview speech press news conference briefing rally hearing debate broadcast call session address hall "
        "testimony appearance show programme program podcast lecture talk talks summit event forum congress convention "
        "town remarks announcement comments dinner lunch breakfast ceremony service sermon vigil trial sitting edition "
        "newsletter bulletin telecast webcast tweetstorm letter reply answer warning verdict sentencing assembly gathering "
        "launch visit tour stop fundraiser march protest match game video film clip recording footage documentary ad advert"
    ).split()
)

#: Words before a time that tie it to something other than the saying: "the chairman of Monday's meeting".
ELSEWHERE: Final[frozenset[str]] = frozenset(
    (
        "of for from by since until till through before than between to about into under with against and or like despite "
        "ahead throughout regarding concerning toward towards versus via as not beyond within"
    ).split()
)

#: Words with which another clause begins.
CLAUSES: Final[frozenset[str]] = frozenset(
    (
        "who whom whose which that where when while if because although though whether what how why but than unless "
        "until as so"
    ).split()
)

#: Words that may stand between a time and its cue: "on Friday also said".
BESIDE: Final[frozenset[str]] = frozenset(
    (
        "also again has have had then later once first even just still only further in turn instead already too "
        "himself herself itself themselves alone afternoon morning evening night"
    ).split()
)

#: Words in -ing and -ed that are no verb beside a time.
NO_VERBS: Final[frozenset[str]] = frozenset(
    (
        "morning evening meeting hearing briefing filing during following gathering posting sitting sentencing opening "
        "closing king being bring ring during spring thing something anything building wedding wing sibling red united hundred crowded "
        "prepared packed televised"
    ).split()
)

#: Prepositions and articles behind which a participle's own time stands: "arrested on Friday".
LEADS: Final[frozenset[str]] = frozenset(
    (
        "on in at over during late early earlier later by since from to before after last this the that within around"
    ).split()
)

#: Prepositions and adverbs with which a time phrase opens a clause: "At a rally on Friday, he said".
FRONTS: Final[frozenset[str]] = frozenset(
    (
        "on in at over during late early earlier later after following around by but and yet so then only just as back "
        "even again still meanwhile however also thus similarly today yesterday to before"
    ).split()
)

#: How cues begin whose object may have a day of its own: "called for a strike on Friday".
WISHES: Final[tuple[str, ...]] = tuple(
    (
        "promis plan propos demand urg schedul expect seek sought want request order predict forecast hop threaten "
        "suggest recommend consider await anticipat vow pledg call ask push agree appeal prepar"
    ).split()
)

DETERMINERS: Final[frozenset[str]] = frozenset(
    "a an the his her its their my our your this that these those some any".split()
)

#: Cues of one who goes on speaking, and sources that are but the mouth of the one who spoke before.
GOING_ON: Final[frozenset[str]] = frozenset("added adds adding continued continues went goes concluded".split())
MOUTHPIECES: Final[frozenset[str]] = frozenset(
    ("spokesman spokeswoman spokesperson statement report release note letter").split()
)

PRONOUNS: Final[frozenset[str]] = frozenset("he she they it i we".split())

#: Words that, before a gerund, tell what the speaker did meanwhile: "said while campaigning on Tuesday".
MEANWHILE: Final[frozenset[str]] = frozenset("while after".split())

#: Auxiliaries that put a saying ahead, or before the occasion just told: "will say", "had said".
AHEAD: Final[frozenset[str]] = frozenset(
    ("will would shall may might could should can to must cannot won't wouldn't expected due likely").split()
)
BEFORE_THEN: Final[frozenset[str]] = frozenset(
    "had previously earlier recently before once long has have repeatedly".split()
)

#: Finite verbs and auxiliaries, by which a stretch is a clause of its own.
FINITE: Final[frozenset[str]] = frozenset(
    (
        "is are am was were has have had will would shall can could may might must does do did came went took fell "
        "rose died became got met saw gave ran began fled chose knew stood paid broke "
        "said told says seems remains due set"
    ).split()
)

#: Participles that do not end in -ed and are none of speaking: "a report seen on Sunday".
PARTICIPLES: Final[frozenset[str]] = frozenset(
    (
        "seen won lost born left found taken shot built begun known drawn hit struck cut bought sold chosen sworn driven "
        "fought beaten caught brought put kept led spent torn stolen fallen"
    ).split()
)

#: Hearers who are present where something has just happened: "was jailed on Thursday … the judge told him".
PRESENT: Final[frozenset[str]] = frozenset(
    (
        "him her them delegates deputies members lawmakers court crowd audience shareholders supporters parliament "
        "mourners congregation hearing assembly spectators"
    ).split()
)
