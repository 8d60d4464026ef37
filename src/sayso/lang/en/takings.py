"""Words by which a text takes back, or corrects, what was published before."""

from __future__ import annotations

from typing import Final

_OBJECT = (
    r"(?:reports?|articles?|stor(?:y|ies)|claims?|statements?|posts?|notes?|stud(?:y|ies)|papers?|allegations?|assertions?|remarks?"
    r"|bulletins?|findings?|figures?|numbers?|counts?|accounts?|pieces?|words?|forecasts?|estimates?|warnings?|announcements?|corrections?"
    r"|what (?:he|she|it|they|we|was|had)\b)"
)
_GAP = r"(?:[^\w.!?\n]{1,3}[\w'’-]{1,20}){0,8}?[^\w.!?\n]{1,3}"
_BACK = r"(?:retract(?:s|ed|ing)?|withdraws?|withdrew|withdrawn|withdrawing|(?:takes?|took|taken|taking) back|recant(?:s|ed)?|disown(?:s|ed)?|(?:pulls?|pulled)|kills?|deletes?|deleted|unpublish(?:es|ed))"
_GONE = r"(?:withdrawn|retracted|taken back|removed|deleted|taken down|pulled|unpublished|recanted|disowned)"

#: What takes back the whole of something said: its verb and what it takes back, in either order.
WHOLE: Final = (
    rf"\b(?:{_BACK}{_GAP}{_OBJECT}"
    rf"|{_OBJECT}{_GAP}(?:has|have|had|was|were|is|are)(?: since| now| meanwhile)?(?: been)? {_GONE}"
    r"|(?:takes?|took|taken) (?:it|this|that|everything|the whole \w{2,12}|the \w{2,12}(?: \w{2,12})?|that \w{2,12}) back"
    r"|retraction (?:of|:)|(?:cannot|can[’']t|can no longer|no longer|do(?:es)? not) stand(?:s)? by"
    r"|(?:regrets?|regretted|apologi[sz]e[sd]?|sorry) (?:for )?(?:the|this|that|our|its) (?:error|mistake|report|article|story))\b"
)
#: A wire's order to its customers not to print, where a line begins.
KILL: Final = r"(?m:^)[^\w\n]{0,6}(?:(?:MANDATORY |BULLETIN )?KILL\b|STORY KILL|STORY WITHDRAWN|WITHDRAWN\b|RETRACTION\b|(?i:editors?:? (?:please )?(?:kill|withhold|do not use)))"
#: What corrects a part of something said.
PART: Final = (
    r"(?:\b(?:(?:an|the) (?:earlier|previous|original|first) version of th(?:is|e) (?:article|story|report|post|page|item)"
    r"|we (?:wrongly|incorrectly|mistakenly|erroneously|falsely) \w{3,10}|(?:mis(?:stated|reported|identified|quoted|attributed))"
    r"|should have (?:read|said|been|given)|in (?:our|its|the) (?:\w{2,12} )?(?:edition|issue|article|report) of .{2,40}? (?:we|it) (?:said|wrote|gave))\b"
    r"|(?m:^)[^\w\n]{0,4}\(?(?i:corrects\b|correct(?:ion|ed)s?\b|clarification\b|erratum\b|editor[’']s note\b))"
)
#: What somebody says of what he or his outlet published before.
SELF: Final = r"\b(?:we|our|ours|us|I|my|this (?:newspaper|paper|site|agency|magazine|channel|broadcaster|blog|page|journal))\b"
