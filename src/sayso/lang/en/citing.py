"""Words by which a sentence that names an outlet says that something is to be read or heard there."""

from __future__ import annotations

from typing import Final

#: Verbs and nouns of saying, printing and learning, as one pattern for a whole sentence; the name itself is left out.
CITING: Final = (
    r"\b(?:according to|learn\w{0,4}|report\w{0,4}|wr[io]t\w{1,4}|wrote|says?|said|disclos\w{1,3}|reveal\w{0,3}|publish\w{0,3}"
    r"|puts? (?:it|this|that|before)|(?:made|makes) (?:it|this|that) public|stands in|stood in|ha[sd]|have|claim\w{0,3}"
    r"|cit(?:es?|ed|ing)|quot\w{1,4}|read (?:it |this )?in|tells?|told|via|per|broke|carri\w{1,3}|trust|scoop|credit|courtesy"
    r"|hat tip|h/t|thanks to|source|points? to|word (?:from|of)|rel(?:y|ies|ied|ying)|links? to|picked up|spread\w{0,3}"
    r"|article|story|post(?:ed|s)?|blog|channel|news)\b"
)
