"""Words by which something looks like the event of a hypothesis and is not it. Tables only.

A row is (what it is told to be, words of the text, words of the hypothesis that make it no near miss). The words are
regular expressions over one statement, without regard to case.
"""

from __future__ import annotations

from typing import Final

#: Other sorts of the event, told by their words.
SORTS: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "done without announcement",
        r"\b(?:covert(?:ly)?|secret(?:ly)?|quiet(?:ly)?|hidden|silent(?:ly)?|undeclared|unannounced|unofficial(?:ly)?|de facto|"
        r"by stealth|behind closed doors|under the radar)\b",
        r"\b(?:covert|secret|quiet|hidden|silent|unannounced|unofficial)",
    ),
    (
        "a part of it, or a lesser one",
        r"\b(?:partial(?:ly)?|partly|limited|a handful of|some of (?:the|its|their)|only (?:one|two|three|a few|some)|temporar(?:y|ily)|pilot)\b",
        r"\b(?:partial|partly|limited|some|temporar|pilot)",
    ),
    (
        "before a smaller body",
        r"\b(?:committees?|subcommittees?|commissions?|lower house|upper house|first reading|second reading|caucus|working group|"
        r"advisory (?:board|council|panel)|panel)\b",
        r"\b(?:committee|commission|lower house|upper house|reading|caucus|group|panel|board)",
    ),
    (
        "a draft or a proposal",
        r"\b(?:draft (?:law|bill|order|decree|plan|budget|treaty|text|agreement)|bills?|proposals?|propos(?:es|ed|ing)|recommend(?:s|ed|ations?)|"
        r"motions?|petitions?|white paper|blueprints?|suggest(?:s|ed|ions?)|letter of intent|memorandum)\b",
        r"\b(?:draft|bill|propos|recommend|motion|petition|plan)",
    ),
    (
        "talk or preparation, not the step itself",
        r"\b(?:talks|negotiations?|exploratory|feasibility|stud(?:y|ies|ied|ying)|exercises?|drills?|rehears\w{1,5}|register(?:s|ed|ing)?|"
        r"training|summons(?:es)?|call[- ]up papers)\b",
        r"\b(?:talk|negotiat|stud|exercise|drill|train|prepar)",
    ),
)

#: Words for one that has been.
EARLIER: Final[str] = (
    r"\b(?:the first|the original|the previous|the last|the earlier|the former|last (?:year|month|week|time|autumn|winter|spring|summer)|"
    r"(?:weeks|months|years) ago|previously|once before|back in|at the time|had (?:been|already)|still (?:in force|stands?|valid))\b"
)

#: Words by which a statement asks, or leaves the matter open: no near miss.
ASKING: Final[str] = (
    r"\?\s*[\"”’']?$|\b(?:whether|no comment|rul(?:e|ed|ing) (?:it |this |that )?out|not decided|decision|any (?:new|further|second|such|future))\b"
)

#: Words before a place.
PLACE: Final[str] = (
    r"\b(?:in|at|near|outside|across)\s+(?:the\s+)?((?:[A-Z][\w’'-]{2,30})(?:\s[A-Z][\w’'-]{2,30}){0,2})"
)

#: A person's name with which a statement begins.
PERSON: Final[str] = (
    r"^(?:that )?(?:[a-z]+ (?:minister|governor|mayor|chief|head) )?([A-Z][\w’'-]{1,30}(?: [A-Z][\w’'-]{1,30}){1,3}) "
)

#: The one that has been, with the two words after it.
THE_FIRST: Final[str] = r"\b(?:first|previous|earlier|original|last|former)\s+(\w{3,30})(?:\s+(\w{3,30}))?"
