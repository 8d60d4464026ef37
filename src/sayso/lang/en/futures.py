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
