"""Words of likelihood and the probabilities that people give them.

Each row: phrase, then the 5 %, 50 % and 95 % quantiles of the answers, in per cent, and where they come from:

- "capphrase": CAPphrase, 5,174 people asked what "X happen" means (Kause and others; CC BY), quantiles of the raw answers.
- "mauboussin": the survey of A. and M. Mauboussin, 2018, 1,850 to 1,866 answers a phrase, quantiles of the raw answers.
- "perceptions": "Perceptions of Probability", 46 answers a phrase (MIT), quantiles of the raw answers.
- "as X": not asked by any of the three; takes the numbers of the phrase X, which we judge to mean the same.
- "judged": asked by nobody; our own reading, kept wide.

The values differ little between the surveys ("likely": 60-75-90 and 51-70-85); CAPphrase wins where it has the
phrase because it asked most people. Longer phrases win over the shorter ones they contain.
"""

from __future__ import annotations

from typing import Final

#: phrase -> (5 %, 50 %, 95 %, source). Lower case; a space matches any run of spaces.
LIKELIHOOD: Final[dict[str, tuple[int, int, int, str]]] = {
    # as good as certain
    "will certainly": (70, 98, 100, "mauboussin: certainly"),
    "certainly": (70, 98, 100, "mauboussin"),
    "certain to": (70, 98, 100, "as certainly"),
    "sure to": (70, 98, 100, "as certainly"),
    "bound to": (70, 98, 100, "as certainly"),
    "no doubt": (85, 95, 99, "as almost certain"),
    "without doubt": (85, 95, 99, "as almost certain"),
    "without a doubt": (85, 95, 99, "as almost certain"),
    "undoubtedly": (85, 95, 99, "as almost certain"),
    "beyond doubt": (85, 95, 99, "as almost certain"),
    "inevitable": (85, 95, 99, "as almost certain"),
    "inevitably": (85, 95, 99, "as almost certain"),
    "almost certain": (85, 95, 99, "capphrase"),
    "almost certainly": (85, 95, 99, "capphrase"),
    "nearly certain": (85, 95, 99, "as almost certain"),
    "virtually certain": (85, 95, 99, "as almost certain"),
    "all but certain": (85, 95, 99, "as almost certain"),
    # likely
    "highly likely": (75, 90, 95, "capphrase"),
    "highly probable": (75, 90, 95, "as highly likely"),
    "extremely likely": (75, 90, 95, "as highly likely"),
    "very likely": (75, 90, 95, "as highly likely"),
    "most likely": (75, 90, 95, "as highly likely"),
    "very probably": (75, 90, 95, "as highly likely"),
    "every chance": (64, 80, 90, "as very good chance"),
    "very good chance": (64, 80, 90, "capphrase"),
    "good chance": (64, 80, 90, "as very good chance"),
    "likely": (60, 75, 90, "capphrase"),
    "probable": (51, 75, 90, "capphrase"),
    "probably": (50, 70, 85, "mauboussin"),
    "presumably": (50, 70, 85, "as probably"),
    "in all likelihood": (75, 90, 95, "as highly likely"),
    "in all probability": (75, 90, 95, "as highly likely"),
    "more likely than not": (51, 60, 70, "as better than even"),
    "better than even": (51, 60, 70, "capphrase"),
    "more often than not": (51, 60, 75, "mauboussin"),
    # open
    "realistic possibility": (20, 60, 85, "capphrase"),
    "real possibility": (10, 60, 85, "mauboussin"),
    "serious possibility": (20, 66, 90, "mauboussin"),
    "about even": (49, 50, 51, "capphrase"),
    "even chance": (49, 50, 51, "as about even"),
    "as likely as not": (49, 50, 51, "as about even"),
    "may": (10, 40, 70, "capphrase"),
    "may be": (10, 40, 70, "capphrase: may"),
    "may well": (20, 60, 85, "as realistic possibility"),
    "could": (10, 40, 70, "capphrase"),
    "could well": (20, 60, 85, "as realistic possibility"),
    "might": (10, 40, 66, "capphrase"),
    "might well": (20, 60, 85, "as realistic possibility"),
    "possible": (10, 45, 70, "as possibly"),
    "possibly": (10, 45, 70, "mauboussin"),
    "a possibility": (10, 45, 70, "as possibly"),
    "the possibility": (10, 45, 70, "as possibly"),
    "potentially": (10, 45, 70, "as possibly"),
    "perhaps": (20, 50, 60, "as maybe"),
    "maybe": (20, 50, 60, "mauboussin"),
    "conceivable": (5, 30, 70, "judged"),
    "conceivably": (5, 30, 70, "judged"),
    # unlikely
    "improbable": (1, 10, 33, "capphrase"),
    "unlikely": (5, 20, 40, "capphrase"),
    "not likely": (5, 20, 40, "as unlikely"),
    "not probable": (1, 10, 33, "as improbable"),
    "probably not": (10, 26, 48, "perceptions"),
    "very unlikely": (1, 5, 20, "as highly unlikely"),
    "highly unlikely": (1, 5, 20, "capphrase"),
    "extremely unlikely": (1, 5, 20, "as highly unlikely"),
    "doubtful": (5, 25, 60, "perceptions: we doubt"),
    "little chance": (2, 10, 25, "capphrase"),
    "slim chance": (3, 10, 30, "capphrase: chances are slight"),
    "remote chance": (1, 5, 25, "capphrase"),
    "almost no chance": (1, 2, 10, "capphrase"),
    "no chance": (1, 2, 10, "as almost no chance"),
    "not possible": (1, 2, 10, "as almost no chance"),
    "impossible": (1, 2, 10, "as almost no chance"),
    "out of the question": (1, 2, 10, "as almost no chance"),
    "rarely": (2, 10, 25, "mauboussin"),
}

#: What a bare "will" is taken to mean (CAPphrase: 90-100-100), capped at .99 because nobody is asked to be infallible.
BARE: Final[tuple[int, int, int]] = (85, 95, 99)
