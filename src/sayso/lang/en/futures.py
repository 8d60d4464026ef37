"""Words that set a statement in the future: it says what will be, so that it can turn out right or wrong."""

from __future__ import annotations

from typing import Final

#: Lower-case words and two-word phrases; "will" and its kin, and verbs of planning that carry a future.
FUTURES: Final = (
    "will",
    "won't",
    "won’t",
    "shall",
    "would",
    "may",
    "might",
    "could",
    "going to",
    "about to",
    "set to",
    "due to",
    "expected to",
    "likely",
    "unlikely",
    "plans to",
    "plan to",
    "planning to",
    "intends to",
    "intend to",
    "preparing",
)

#: Lower-case words and phrases for what is meant to be and not yet done. "Draft" is missing: it calls up men, too.
PLANS: Final = (
    "plan",
    "plans",
    "planned",
    "planning",
    "prepare",
    "prepares",
    "prepared",
    "preparing",
    "preparation",
    "preparations",
    "drew up",
    "drawn up",
    "drawing up",
    "intend",
    "intends",
    "intended",
    "intention",
    "considering",
    "considers",
    "discussing",
    "discussion",
    "discussions",
    "talks",
    "mulling",
    "want to",
    "wants to",
)

#: Regular expressions, in any case, for words that say what will or may be: a modal verb or its kin, where no perfect
#: ("may have been") and no lack of ability ("could not speak") turns it to the past. "May" the month is told apart by
#: its capital (weighing/forecasts.py).
FORETELLING: Final = (
    r"(?:will|shall|won['’]t|['’]ll)(?! have to (?:wait and )?see\b)",
    r"(?:may|might|could)(?! (?:have|not|once|yet to)\b)",
    r"(?:going|about|set|poised|expected|bound|sure|certain|likely|unlikely|scheduled|slated|predicted|forecast) to\b",
    r"(?:is|are|was|were) (?:due|destined) to (?!(?:the|a|an|his|her|its|their|our|this|that)\b)(?=[a-z])",
    r"(?:is|are) to (?!(?:the|a|an|his|her|its|their|our|this|that|be (?:seen|blame|hoped|noted))\b)(?=[a-z])",
    r"(?:highly |very |most )?(?:unlikely|likely|probable|improbable|inevitable|certain)",
    r"(?:odds|chances?|probability|likelihood) (?:of|that|are|is)\b",
    r"out of the question",
    r"days are numbered",
)
#: The same told in the past: "he said that it would come on Friday". Of a plan's contents it says nothing of the sort.
FORETOLD: Final = r"(?:would|['’]d)(?! (?:have|rather|like|not (?:say|be drawn|comment|speak|confirm))\b)"
#: What makes words hang on something else, where a content or one of its sentences begins with it.
CONDITIONS: Final = r"(?:if|unless|should|provided|were|in case|as long as|only if|even if)\b"

#: Words around odds in figures, and what they bound: at most, at least; else the odds are about what they say.
ODDS_AT_MOST: Final = (
    r"(?:at most|no (?:better|more|higher) than|less than|under|below|up to|not (?:more|better) than)"
)
ODDS_AT_LEAST: Final = r"(?:at least|no (?:less|worse|lower) than|more than|better than|over|above|not less than)"
#: What odds are called, beside which a figure is one.
ODDS_NAMED: Final = r"(?:odds|chances?|probability|likelihood)"
#: Small numbers in words, as odds have them ("one in five").
ODDS_NUMBERS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twenty": 20, "fifty": 50, "a hundred": 100, "a thousand": 1000,
}  # fmt: skip
