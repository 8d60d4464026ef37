"""Closed classes of English words: what a shallow reading of a sentence needs to know."""

from __future__ import annotations

from typing import Final

BE: Final[frozenset[str]] = frozenset(
    "be am is are was were been being 's 're 'm isn't aren't wasn't weren't".split()
)
HAVE: Final[frozenset[str]] = frozenset("have has had having 've haven't hasn't hadn't 'd".split())
DO: Final[frozenset[str]] = frozenset("do does did don't doesn't didn't".split())
MODALS: Final[frozenset[str]] = frozenset(
    """will would can could may might must shall should ought 'll won't wouldn't can't cannot couldn't mightn't
    mustn't shouldn't""".split()
)
AUXILIARIES: Final[frozenset[str]] = BE | HAVE | DO | MODALS
#: Past forms that are never participles, and forms of -s that are never nouns: a clause's finite verb by its look.
FINITE: Final[frozenset[str]] = AUXILIARIES | frozenset(
    """went took gave came got knew saw ran began spoke wrote became did fell grew drew broke chose drove flew threw wore
    rose swam sang forgot ate hid shook stole woke left lost won made met paid put sat sent stood told thought kept held
    felt found brought built bought caught led spent taught wants needs thinks knows says goes comes takes makes gives
    gets seems appears believes remains becomes has keeps holds leads wins loses stands sits tells brings includes
    represents deserves continues belongs""".split()
)
NEGATORS: Final[frozenset[str]] = frozenset("not never n't no hardly neither nor".split())

#: Adverbs that stand between an auxiliary and its verb, or before a verb; words in -ly count as well.
ADVERBS: Final[frozenset[str]] = frozenset(
    """also already again always even ever just later long now often once only still soon then thus too yet here there
    further instead meanwhile moreover nevertheless nonetheless otherwise perhaps quite rather indeed sometimes
    today tomorrow yesterday first last twice earlier much more most well far so almost both not never either
    nor hardly all himself herself themselves itself repeatedly""".split()
)
NOT_ADVERBS: Final[frozenset[str]] = frozenset(
    """family july italy reply supply apply rely rally ally bully fly july multiply imply assembly anomaly monopoly
    italy jelly belly billy emily kelly molly sally holly elderly only friendly likely unlikely early daily weekly
    monthly costly deadly lively lonely lovely ugly silly holy""".split()
)
DETERMINERS: Final[frozenset[str]] = frozenset(
    """the a an this that these those my your his her its our their some any no every each either neither several many
    few most all both another such what which whose""".split()
)
POSSESSIVES: Final[frozenset[str]] = frozenset("my your his her its our their whose".split())
SUBJECT_PRONOUNS: Final[frozenset[str]] = frozenset(
    """i you he she it we they who this that these those one someone somebody everyone everybody anyone anybody nobody
    none others some many most few both all neither either another several""".split()
)
PERSONAL: Final[frozenset[str]] = frozenset("i you he she it we they".split())
OBJECT_PRONOUNS: Final[frozenset[str]] = frozenset(
    "me you him her it us them himself herself themselves itself".split()
)
PREPOSITIONS: Final[frozenset[str]] = frozenset(
    """of in on at by for with from to about against over under into onto upon through during before after since until
    within without between among amid despite toward towards across behind beyond near off out up down around
    regarding concerning following including besides except like unlike via per as along alongside outside inside
    throughout given""".split()
)
SUBORDINATORS: Final[frozenset[str]] = frozenset(
    """because although though while whereas if unless since when whenever where wherever after before until as once
    that whether how why what whatever lest so than""".split()
)
COORDINATORS: Final[frozenset[str]] = frozenset("and but or nor yet so".split())
RELATIVES: Final[frozenset[str]] = frozenset("who which that whom whose where".split())
WH: Final[frozenset[str]] = frozenset("whether if what why how who when where which whom whose".split())
DAYS: Final[frozenset[str]] = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight mon tue wed thu fri
    sat sun""".split()
)
MONTHS: Final[frozenset[str]] = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec""".split()
)
#: Words that open an apposition or a relative clause after a comma.
APPOSITIVE: Final[frozenset[str]] = frozenset(
    """a an the who whose which whom one now then his her its their another formerly himself herself both all also""".split()
)
