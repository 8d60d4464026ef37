"""Words by which a speaker steps back from what is said, and verbs that commit to less than "said"."""

from __future__ import annotations

from typing import Final

#: Hedge -> (lowest, highest) probability that the speaker stands for, in per cent. Judged by us, kept wide: no
#: survey asks for them. They narrow nothing that a phrase of likelihood already states; see annotating/commitment.py.
HEDGES: Final[dict[str, tuple[int, int]]] = {
    "apparently": (50, 90),
    "appears": (45, 85),
    "appear": (45, 85),
    "appeared": (45, 85),
    "seems": (45, 85),
    "seem": (45, 85),
    "seemed": (45, 85),
    "reportedly": (35, 85),
    "allegedly": (25, 75),
    "supposedly": (25, 70),
    "purportedly": (25, 70),
    "rumoured": (10, 60),
    "rumored": (10, 60),
    "unconfirmed": (10, 60),
    "in my view": (50, 90),
    "in our view": (50, 90),
    "as far as i know": (50, 90),
    "to my knowledge": (50, 90),
    "to some extent": (45, 85),
    "it remains to be seen": (10, 90),
    "remains to be seen": (10, 90),
    "we will have to see": (10, 90),
    "we will see": (10, 90),
    "time will tell": (10, 90),
    "unclear": (10, 90),
    "not clear": (10, 90),
    "uncertain": (10, 90),
    "not sure": (10, 90),
    "predicted to": (50, 85),
}

#: Verbs of attribution that commit their subject to less than a bare "said": stem -> (lowest, highest), per cent.
#: "believe" is measured ("we believe", perceptions of probability: 50-70-90); the others are judged after it.
WEAK_CUES: Final[dict[str, tuple[int, int]]] = {
    "believ": (50, 90),
    "think": (50, 90),
    "thought": (50, 90),
    "assum": (45, 85),
    "suspect": (40, 85),
    "fear": (30, 80),
    "worr": (30, 80),
    "hope": (20, 75),
    "hoping": (20, 75),
    "hint": (35, 80),
    "suggest": (35, 80),
    "impl": (35, 80),
    "insinuat": (30, 75),
    "speculat": (15, 65),
    "rumo": (10, 60),
    "guess": (30, 75),
    "wonder": (10, 90),
    "expect": (60, 90),
    "anticipat": (60, 90),
    "predict": (60, 90),
    "forecast": (60, 90),
    "foresee": (60, 90),
    "plan": (60, 95),
    "intend": (60, 95),
    "prepar": (60, 95),
    "want": (40, 90),
    "seek": (40, 90),
    "consider": (15, 70),
    "contemplat": (15, 70),
    "discuss": (15, 70),
    "warn": (30, 90),
    "doubt": (5, 60),
}
