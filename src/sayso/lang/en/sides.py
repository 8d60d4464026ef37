"""Words by which a text says who stands against whom: wars, rivals, bids. And words of a question that name nobody."""

from __future__ import annotations

from typing import Final

_NAME: Final = r"((?:[A-ZÀ-Þ][\w’'-]{1,30})(?:\s[A-ZÀ-Þ][\w’'-]{1,30}){0,3})"

#: One of these stands in a text that has a match of AGAINST or OPPOSED; a look for them first saves time.
TRIGGERS: Final = r"\b(?:between|war|invaded|attacked|invasion|attack|offensive|campaign|fights|fighting|oppose[sd]|su(?:ed|ing)|enemy|foe|rival|competitor|opponent|takeover|take over|acquire|buy|purchase|[Oo]pposition)\b"

#: Two sides named at once; groups 1 and 2 are their names.
AGAINST: Final[tuple[str, ...]] = (
    rf"\b(?:war|fighting|conflict|battle|feud|rivalry|hostilities)\s(?:now\s|still\s)?between\s(?:the\s)?{_NAME}\sand\s(?:the\s)?{_NAME}",
    rf"\b{_NAME}\s(?:is|are|was|were|remains)\s(?:still\s|now\s)?at\swar\swith\s(?:the\s)?{_NAME}",
    rf"\b{_NAME}\s(?:invaded|attacked|is\sfighting|fights|has\sinvaded|opposes|sued|is\ssuing)\s(?:the\s)?{_NAME}",
    rf"\b{_NAME}\s(?:long\s|costly\s|full-scale\s)?(?:war|invasion|attack|offensive|campaign)\s(?:of|on|with|against|in)\s(?:the\s)?{_NAME}",
    rf"\b{_NAME}(?:,\s|\s)(?:(?:is\s)?(?:an?|the|its|his|her|their)\s)?(?:old\s|main\s|sworn\s|bitter\s|smaller\s|larger\s){{0,2}}(?:enemy|foe|rival|competitor|opponent)\s(?:of\s)?(?:the\s)?{_NAME}",
    rf"\b{_NAME}\s[^.;\n]{{0,60}}?\b(?:to\s(?:buy|acquire|take\sover)|(?:takeover|purchase)\sof|bid\sfor)\s[^.;\n]{{0,40}}?\b{_NAME}",
)

#: Who opposes the government; group 1 is the name.
OPPOSED: Final = rf"\b[Oo]pposition\s(?:party\s|politician\s|leader\s|lawmaker\s|group\s|deputy\s)?{_NAME}"

#: Words of a question that are written like names and name no party.
NO_PARTY: Final[frozenset[str]] = frozenset(
    """will does did do is are was were has have the a an by in on of january february march april may june july august
    september october november december monday tuesday wednesday thursday friday saturday sunday president prime minister
    government ministry office defence defense foreign interior finance general governor mayor king queen company lines
    shipping party council parliament senate court bank group institute university union""".split()
)
