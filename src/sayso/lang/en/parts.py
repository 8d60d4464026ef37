"""Words by which a longer name is a part of a body or another body, or only its fuller name."""

from __future__ import annotations

from typing import Final

#: Behind a body's name: a part, an offshoot or somebody it owns ("New Party Youth"), lower case.
PARTS: Final[frozenset[str]] = frozenset(
    """youth women students foundation fund caucus wing branch chapter section committee academy museum university college school
    hospital club tv radio news network press magazine books records capital ventures bank insurance international europe asia
    america africa north south east west lite online junior juniors veterans union federation institute lab labs press-service
    police council secretariat spokesman spokeswoman spokesperson office headquarters subsidiary unit division department""".split()
)

#: Behind a body's name: its fuller name goes on ("the Tidal Institute for Shore Studies"), lower case.
COMPLETIONS: Final[frozenset[str]] = frozenset(
    """for of on and inc incorporated corp corporation ltd limited plc llc gmbh ag sa group company co holdings holding newspaper
    agency association organisation organization""".split()
)

#: Words that stand around an outlet's name in lower case and are no part of it.
AROUND: Final[frozenset[str]] = frozenset(
    "the a an news press state-run state-owned state independent investigative pro-government private public".split()
)

#: What ends the name of a company and of no person, lower case.
FIRMS: Final[frozenset[str]] = frozenset("co inc corp ltd plc llc gmbh ag sa nv ab oy oyj asa spa".split())
