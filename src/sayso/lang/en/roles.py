"""Nouns of roles by what they make of somebody and a body: a mouth, a member, a holder of its office."""

from __future__ import annotations

from typing import Final

#: Who speaks for whom he is named with.
SPEAKERS: Final[frozenset[str]] = frozenset(
    "spokesman spokeswoman spokesperson spokespeople spokesmen spox mouthpiece press-secretary".split()
)

#: Who is part of a body without heading it.
MEMBERS: Final[frozenset[str]] = frozenset(
    """member members deputy mp mep lawmaker legislator senator congressman congresswoman councillor councilor delegate representative
    expert analyst fellow professor lecturer researcher scholar scientist economist lawyer counsel adviser advisor aide assistant
    associate officer official employee worker driver soldier reporter correspondent journalist editor columnist activist
    negotiator strategist partner consultant engineer manager player coach veteran author teacher student clerk banker broker
    physician doctor nurse captain pilot diplomat envoy""".split()
)

#: Who holds an office that one person has at a time.
HOLDERS: Final[frozenset[str]] = frozenset(
    """president chairman chairwoman chair chairperson head chief director director-general leader boss ceo minister premier chancellor
    governor mayor secretary secretary-general speaker king queen commander commissioner ambassador prosecutor rector dean founder
    owner prince princess emir sheikh pope ombudsman inspector superintendent""".split()
)

#: Words that say an office is no longer held, or not yet fully.
PAST: Final[frozenset[str]] = frozenset(
    "former ex then late previous outgoing ousted sacked deposed retired ex-".split()
)
