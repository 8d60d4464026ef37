"""English words that tell whether a number or a certainty was changed on the way, or is meant to be another one."""

from __future__ import annotations

from typing import Final

#: Words by which a text says itself that its number or day is a new one: it corrects nothing that it relays.
UPDATES: Final = (
    r"(?:has|have|had|now|already|meanwhile|since) (?:since )?(?:risen|grown|climbed|fallen|shrunk|reached|doubled|trebled|"
    r"been (?:raised|lowered|revised|moved|put off|postponed|brought forward))|(?:rose|grew|climbed|fell|raised|lowered|revised|"
    r"corrected|postponed|brought forward|put off|put back) (?:again )?(?:to|from|by)|(?:up|down) from|"
    r"so far|by now|the latest|updated|at first|originally|earlier (?:said|put|given)|previously"
)

#: Phrases that bound a number and are lost without a trace where the number goes on alone. Rough ones ("about",
#: "some") are not among them, nor those of idioms ("no more than" for "only", "short of" for "missing").
BOUNDS_TOLD: Final[frozenset[str]] = frozenset(
    """up to|as many as|as much as|as high as|at most|at the most|not more than|at least|no fewer than|no less than|more than|
    fewer than|less than|a maximum of|maximum of|a minimum of|minimum of|at the least|well over|upwards of""".replace(
        "\n    ", ""
    ).split("|")
)

#: Words by which a number is still an addition, or bounded, in other words than the first.
ADDED_TOLD: Final = (
    r"\b(?:more|another|further|additional|extra|again|second|new|besides|on top|as well|fresh|plus|also)\b"
)
BOUNDED_TOLD: Final = (
    r"\b(?:up to|as (?:many|much|high|low|few|little) as|(?:at|the) (?:the )?(?:most|least|very)|more than|less than|fewer than|over|under|above|"
    r"below|maximum|minimum|limit|ceiling|cap|capped|only|no more|not more|no less|no fewer|exceed\w{0,3}|nearly|almost|about|around|some|"
    r"roughly|or more|or less|or so|plus|beyond|within|may|might|could|perhaps|maybe)\b"
)

#: Words that make a certainty of a future or a past ("will close", "has been found", "is to close").
FIRM: Final = (
    r"\b(?:will|shall|(?:is|are) (?:certain|sure|set|going|about|all but certain) to|(?:is|are|was|were) to (?=[a-z])|(?:has|have|had) been|"
    r"(?:is|are) being|all but certain|inevitable|definitely)\b"
)

#: Words that leave something open, wherever they stand in a statement.
OPEN: Final = (
    r"\b(?:may|might|could|can|maybe|perhaps|possibly|possible|possibility|potentially|likely|unlikely|probably|chance|risk|whether|"
    r"plausible|unproven|not proven|expected|believed|thought|suspected|appears?|seems?|should|would|hopes?|plans?|wants?|considers?|"
    r"threatens?|threatened|warns?|warned|fears?|feared|in case|unclear|doubts?|as well be)\b"
)

#: Words that deny, and those that turn what is said round without a "not".
NEGATIVE: Final = (
    r"\b(?:not?|never|none|nobody|nothing|neither|nor|without|cannot|hardly|barely|den(?:y|ies|ied)|refus\w{1,3}|reject\w{0,3}|fail\w{0,3}|"
    r"lack\w{0,3}|stop\w{0,4}|end\w{0,3}|prevent\w{0,3}|avoid\w{0,3}|only|short of|except|but)\b|n['’]t\b"
)

#: A day that runs out: "before April is out" is the end of April, not its beginning.
RUNNING_OUT: Final = r"\s{1,3}(?:is|was|has|are|were|had) (?:out|over|up|through|done|past|gone|ended|run out)\b|\s{1,3}(?:ends?|closes?|runs? out)\b"
