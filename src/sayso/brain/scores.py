"""How sure a pattern is: its share of right findings."""

from __future__ import annotations

from typing import Final

from sayso.brain.findings import Finding

#: Pattern -> precision: the share of its findings in the training part of PolNeAR (840 articles) that match an
#: annotated attribution by half of the content and by the source, one right and one wrong finding added so that
#: rare patterns stay near a half. Checked on the development part: no pattern with 20 findings or more is off by
#: more than 0.14, the weighted mean by 0.02. Counted by replaying the tagger; docs/why/tagger.md has the table.
SCORES: Final[dict[str, float]] = {
    "np/finite": 0.61,
    "bare/finite": 0.75,
    "aside/quote": 0.96,
    "that/finite": 0.84,
    "inverted": 0.95,
    "to/finite": 0.55,
    "np/participle": 0.40,
    "aside/plain": 0.81,
    "according": 0.83,
    "quote/finite": 0.86,
    "prep/finite": 0.60,
    "that/participle": 0.70,
    "bare/participle": 0.59,
    "wh/finite": 0.59,
    "seem": 0.43,
    "colon/finite": 0.84,
    "to/participle": 0.53,
    "label/name": 0.60,
    "passive/to": 0.62,
    "asked": 0.70,
    "quote/participle": 0.74,
    "minded/prep": 0.57,
    "that/infinitive": 0.32,
    "inverted/bare": 0.80,
    "prep/participle": 0.43,
    "aside/as": 0.60,
    "noun/to/owned": 0.41,
    "wh/participle": 0.48,
    "noun/that/owned": 0.60,
    "passive/as": 0.49,
    "noun/of/owned": 0.33,
    "minded/that": 0.79,
    "colon/participle": 0.64,
    "aside/stop": 0.50,
    "label/quote": 0.95,
    "label/shouted": 0.35,
    "noun/for/owned": 0.39,
    "minded/to": 0.39,
    "noun/that/none": 0.41,
    "passive/by": 0.62,
    "noun/about/none": 0.34,
    "noun/of/none": 0.22,
    "noun/about/owned": 0.29,
    "colon/infinitive": 0.57,
    "passive/that": 0.86,
    "passive/about": 0.25,
    "noun/over/none": 0.25,
    "passive/whether": 0.33,
    "noun/whether/owned": 0.67,
}
#: For a pattern never seen in training.
_UNKNOWN = 0.4


def score(finding: Finding) -> float:
    """The precision of the finding's pattern, in [0, 1]."""
    return SCORES.get(finding.pattern, _UNKNOWN)
