"""Every constant that weighs, in one table. docs/why/weights.md argues each.

Weights are natural log-odds. Factors lie in [0, 1] and multiply: a statement is worth at most `ORIGIN`, and every
doubt about it takes a share away. Factors never turn a weight round.
"""

from __future__ import annotations

from typing import Final, Literal

#: A letter of the Admiralty scale.
Letter = Literal["A", "B", "C", "D", "E", "F"]

# --- before anybody has spoken -------------------------------------------------------------------------------
#: Share of "will X happen by the day" questions that come true. Counts on public forecast platforms: 0.29 of 423
#: (Boyles 2018), 0.36 of about 900 (Sevilla 2021); contested announcements lie at the lower end.
PRIOR: Final = 0.30
#: Share of reports of something said to have happened that prove true, by the time somebody asks: 14 of 30 rumours
#: of 2014/15 that were decided (Emergent's, the half used for development), rounded down.
PRIOR_REPORT: Final = 0.45

#: Days before its last day from which a question counts as open where no article is older.
WINDOW: Final = 30
#: The hazard left when a share of the days is left is that share to this power: much comes late (times.py). Half
#: of it lies in the last seventh of the window; 1 would be a steady hazard. Chosen on the 42 days of 14 development
#: stories for which careful readers gave a range: from 0.25 to 0.5 the answers are about as near.
RUSH: Final = 0.35
#: Share of the hazard that is kept while a day which texts fix for it (a vote, a session, a summit) lies ahead; the
#: rest runs out with the days. Where the question itself asks about one day, all of it is kept. On the same 42 days
#: the answers come nearer from 0 to 1; a text's day need not be the one, so that a quarter runs out all the same.
FIXED: Final = 0.75

# --- one statement -------------------------------------------------------------------------------------------
#: What one first-hand, unhedged, named, fresh, confirmed statement on the very hypothesis is worth: a likelihood
#: ratio of 2.5. Pages that asserted a rumour of 2014/15 did so 2.5 times as often where it proved true (0.88 of 118
#: pages against 0.35 of 139; Emergent's, 30 rumours with a verdict).
ORIGIN: Final = 0.9162907318741551

#: What is said of a plan, a draft or talks is about an intention; the deed is a further step.
PLAN: Final = 0.6
#: What is foretold or believed: experts' forecasts of public affairs barely beat simple rules (Tetlock 2005).
FORETOLD: Final = 0.8

#: How the words reached the page, by the statement's mode.
MODE: Final = {"direct": 1.0, "mixed": 0.95, "indirect": 0.9}

#: Each mouth or medium between the holder and the page passes on four fifths …
HOP: Final = 0.8
#: … and a chain, however long, passes on at least this.
HOP_FLOOR: Final = 0.4

#: Reliability of a source on the Admiralty scale, A to F, by what it is, where no record of it is known. B is given
#: to bodies, papers and an outlet's own report, which are stood by; C to one named person, who can be asked again,
#: and to an outlet that another quotes; D to a crowd ("bloggers"); F, cannot be judged, to a voice without a name.
#: Nobody is A or E by kind: that takes a record.
CLASS: Final[dict[str, Letter]] = {
    "organisation": "B",
    "document": "B",
    "place": "C",
    "person": "C",
    "outlet": "C",
    "own voice": "B",
    "group": "D",
    "anonymous": "F",
    "unknown": "F",
}
#: What each letter leaves of a weight. From B on a source is taken at its word; E has a record of being wrong.
RELIABILITY: Final[dict[Letter, float]] = {"A": 1.0, "B": 1.0, "C": 0.9, "D": 0.6, "E": 0.3, "F": 0.5}
#: The article's own voice on what is to come: a reporter's inference without a source. On what has happened it is
#: the report itself, from which ORIGIN was measured, and counts in full.
OWN_VOICE: Final = 0.5
#: What an outright denial of something said to have happened is worth, in full origins: ln 6.3. Of 16 rumours that
#: proved false 14 met a denial on some page, of 14 true ones 2: a ratio of 6.1. It takes a look to deny a report,
#: and none to repeat it. (By pages the ratio is 48 against 2 in 100, but pages read each other.)
CHECK: Final = 2.0

#: What a flat report that the very event has come is worth, in full origins: ln 98. Who reports a public act as
#: done can be checked by the hour. Argued: of such reports by outlets far more than nine in ten hold.
DONE: Final = 5.0
#: What a decision of who decides is worth, in full origins: a notice filed, a day set in public, an offer turned
#: down; ln 6.2. Argued: three in four decisions that are announced are carried out by their day.
DECIDED: Final = 2.0
#: Share of the days gone by that still counts where such a decision stands: they were to pass before the day. On
#: the 30 days of evals/answers/dev 0.3, 0.5 and 0.7 lie 7.6, 7.4 and 7.2 points off the readers' ranges.
PENDING: Final = 0.7

#: A statement that the tagger may have misread keeps at least this: its words do stand in the article.
MISREAD: Final = 0.5

#: Headings and captions shorten what the text says, and often overstate it.
BLOCK: Final = {"paragraph": 1.0, "teaser": 0.8, "caption": 0.7, "heading": 0.5, "title": 0.5, "furniture": 0.0}

#: At most this far does a statement take its side, by its kind of denial: each rules out only part of what it seems
#: to. "No discussion today" is compatible with a decision tomorrow; "rumours" dismissed are not said to be false.
DENIAL: Final = {
    "denial": 1.0,
    "dismissal of rumours": 0.5,
    "denial of discussion": 0.35,
    "denial of plans": 0.5,
    "denial for now": 0.35,
    "denial in place": 0.3,
    "denial of knowledge": 0.25,
    "no comment": 0.0,
    "not ruled out": 0.0,
    "scope": 0.0,
}
#: A reply that sounds like a denial and rules nothing out, where its kind is not in the table above.
NON_DENIAL: Final = 0.25

#: A party that denies the plans of the own side: keeping still is the cheap thing to say.
PARTY_DENIES: Final = 0.5
#: A party, or an office holder, who speaks of the matter otherwise: a stake, but also knowledge.
PARTY: Final = 0.8
#: One who speaks of the plans of an enemy, a rival or a bidder: what suits the own side, from the outside.
PARTY_OTHER: Final = 0.7

# --- one origin ----------------------------------------------------------------------------------------------
#: Articles that cite each other in a circle: the root is not established.
CIRCULAR: Final = 0.5
#: Grouping rests on nothing that could be shown.
ROUTE: Final = {"said": 1.0, "document": 1.0, "copy": 1.0, "unknown": 0.8}

#: Days after which a statement about what is to come is worth half, and the share it keeps for ever.
HALF_LIFE: Final = 45.0
AGE_FLOOR: Final = 0.25

# --- all origins of one side ---------------------------------------------------------------------------------
#: A side that rests on one holder alone: nothing confirms it (a credibility of 3 on the Admiralty scale, not 2).
ALONE: Final = 0.75
#: Correlation among origins of one side: they read each other and share informants. Many origins together are
#: worth at most 1 / SHARED times the strongest of them (Clemen and Winkler 1985). Correlations among experts are
#: higher; reporters' origins have been told apart already.
SHARED: Final = 0.2

# --- the range -----------------------------------------------------------------------------------------------
#: The prior counts as much as this many full origins when the range is drawn.
PRIOR_COUNT: Final = 4.0
#: Standard deviation of log-odds when one trial at even odds is all there is: 1 / sqrt(0.5 * 0.5).
ONE_TRIAL: Final = 2.0
#: Standard normal deviate of an 80 % range.
REACH: Final = 1.2815515655446004

# --- words ---------------------------------------------------------------------------------------------------
#: From this share of a full statement on, the grid says "strongly".
STRONGLY: Final = 0.6

# --- the ground ----------------------------------------------------------------------------------------------
#: Log-odds that all origins together must weigh for an answer: under it they move none by more than 3 in 100.
LEAST: Final = 0.12
#: A range as wide as this says nothing.
ALL: Final = 0.75
#: Independent origins under which the ground is poor whatever else holds, and from which it can be good.
FEW: Final = 2
MANY: Final = 4
#: Shares of the weight under which a doubt counts against the ground, and from which its absence counts for it.
POORLY: Final = 0.4
WELL: Final = 0.75
