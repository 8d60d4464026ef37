"""Words that open a question, and base forms of verbs that follow its subject. Tables only."""

from __future__ import annotations

from typing import Final

#: Openings that ask for yes or no.
POLAR: Final[frozenset[str]] = frozenset(
    """will would is are was were has have had did does do can could may might should shall
    won't isn't aren't hasn't haven't didn't doesn't don't""".split()
)

#: Openings that ask for more than yes or no.
OPEN_ENDED: Final[frozenset[str]] = frozenset("when why how what who whom whose where which".split())

#: Words that cannot be the verb after "Will <subject>".
NO_VERB: Final[frozenset[str]] = frozenset(
    """the a an of and or in on at for to from by with as its their his her our your my this that these those new
    next all any some no not more than between against over under into about or n't""".split()
)

#: Base forms of verbs that news questions ask about; the first one after the subject begins the predicate.
VERBS: Final[frozenset[str]] = frozenset(
    """ship abandon abolish accept acquire act add adopt advance agree allow announce annex appear apply appoint approve arrest
    attack attend attempt back ban be become begin bomb boycott break bring build buy call cancel capture cause cease
    change charge choose close collapse come complete concede conduct confirm continue control convict cross cut
    cost cover deal decide declare decline decrease default defeat defend delay deliver deny depart deploy die
    dismiss dissolve draft drop ease elect end enter escalate establish evacuate exceed execute exist expand
    expel extend extradite face fail fall file fight find finish fire fly form free gain get give go grant
    grow halt happen have hike hit hold host impeach implement impose improve increase indict introduce invade
    invoke issue join keep kill know land launch lay lead leave legalise legalize lift live lose lower make mandate meet
    merge mobilise mobilize move name nationalise nationalize negotiate nominate occur occupy offer open order oust outlaw overturn pass
    pardon pause pay plan pledge prevent proceed produce prohibit propose prosecute provide publish pull purchase
    quit raise ratify ration reach receive recognise recognize recover reduce reject release remain remove rename renew
    reopen repeal replace report resign resume retain retire return reverse rise rule run sack say sanction score
    sell send sentence serve set settle shut sign split spread stage stand start stay step stop strike submit succeed
    suffer sue supply support surpass surrender survive suspend take tell test threaten trade transfer travel
    trigger try turn undergo unveil use veto visit vote walk want win withdraw work write""".split()
)

#: Nouns that may stand before the verb and look like one ("the peace talks", "the draft law"): skipped after these.
DETERMINERS: Final[frozenset[str]] = frozenset("the a an this that these those its their his her our".split())

#: Subjects that are plural without an s, and such as are singular with one.
PLURALS: Final[frozenset[str]] = frozenset(
    "they we people police troops both children women men cattle media data".split()
)
SINGULARS: Final[frozenset[str]] = frozenset(
    "news series politics economics headquarters measles athletics always".split()
)

#: Words that open a condition, by the word for it at the end of a sentence.
CONDITIONS: Final[dict[str, str]] = {"If": "if", "Should": "if", "Once": "once", "After": "after"}

#: Subjects of one word, after which the predicate begins.
PRONOUNS: Final[frozenset[str]] = frozenset("it he she they we you i there this that".split())

#: Verbs that another verb may follow ("help build").
HELPERS: Final[frozenset[str]] = frozenset("help let go come dare need be get have do make".split())

#: Words other than participles with which a predicate begins after "is".
PREDICATES: Final[frozenset[str]] = frozenset(
    """to about likely ready not already been still a an the dead alive over in on at under behind from out off back
    safe guilty responsible able willing due set free real true open closed ill gone down up""".split()
)
