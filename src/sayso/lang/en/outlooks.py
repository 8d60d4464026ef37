"""Words by which English says that something is to come, for wording a question. Tables only."""

from __future__ import annotations

from typing import Final

#: Words after which a step follows in its base form, perhaps after "be", "not", "to" and words of PREPARING.
FUTURES: Final[frozenset[str]] = frozenset(
    """will would may might could shall can won't plans planned wants intends means hopes aims seeks expects expected is
    are was were has going""".split()
)

#: Words between such a word and its step.
PREPARING: Final[frozenset[str]] = frozenset(
    """preparing planning going about ready expected likely unlikely set due poised considering seeking trying hoping
    believed said reported thought""".split()
)

#: Words at which who begins, if one looks back: they are no part of it.
NOT_WHO: Final[frozenset[str]] = frozenset(
    """that whether if and or but as when while because said says saying told tells believes believe think thinks noted
    noting wrote writes announced claims claimed reported reports insisted warned warns who which where what than so
    to by with from for on at into only also yet still already not""".split()
)

#: Words at which what ends.
ENDING: Final[frozenset[str]] = frozenset(
    """by before until till in on at after since during within this next last today tomorrow tonight as if unless because
    while when whether that which who where and but or to for from with soon later again early late possibly perhaps
    probably would will may might could is are was were has have had be been than so even only already yet about into
    over under between against amid despite though although monday tuesday wednesday thursday friday saturday sunday
    january february march april june july august september october november december""".split()
)

#: A matter that is named with words for its coming or not coming. Groups: what.
MATTERS: Final[str] = (
    r"(?:discussing|discussions? (?:about|of|on)|talks? (?:about|of|on)|rumou?rs (?:of|about)|possibility of|prospect of|"
    r"prepar(?:es|ing|ed) for|plans? for|no to|rul(?:e|ed|ing) out|evidence (?:of|for)|support) "
    r"(?P<what>(?:the possibility of )?(?:an?|another|the|new|any|further|more|second) (?:[\w’'-]{2,20} ?){1,6})"
    r"|(?P<lead>\b(?:an?|another|new|any|further|second) (?:[\w’'-]{2,20} ){1,5})(?:is|was|seems|remains) "
    r"(?:highly |very |quite |most )?(?:un)?likely"
)

#: Steps that need nothing after them to be asked about.
INTRANSITIVE: Final[frozenset[str]] = frozenset(
    """close open resign strike fall begin end resume merge happen die collapse return vote leave win lose rise survive
    retire quit fail shut reopen expire meet surrender withdraw grow shrink default erupt testify march riot separate
    secede capitulate abdicate appear arrive depart emerge intervene retaliate""".split()
)
