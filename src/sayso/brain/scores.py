"""How sure a pattern is: its share of right findings."""

from __future__ import annotations

from typing import Final

from sayso.brain.findings import Finding

#: Pattern -> precision: the share of its findings in the training part of PolNeAR (840 articles) that match an
#: annotated attribution by half of the content and by the source, one right and one wrong finding added so that
#: rare patterns stay near a half. Checked on the development part: no pattern with 20 findings or more is off by
#: more than 0.18, the weighted mean by 0.01. Counted by replaying the tagger; docs/why/tagger.md has the table.
SCORES: Final[dict[str, float]] = {
    "np/finite": 0.60,
    "bare/finite": 0.74,
    "aside/quote": 0.96,
    "that/finite": 0.84,
    "inverted": 0.94,
    "to/finite": 0.55,
    "np/participle": 0.39,
    "aside/plain": 0.78,
    "according": 0.83,
    "quote/finite": 0.83,
    "prep/finite": 0.60,
    "seem": 0.43,
    "that/participle": 0.69,
    "bare/participle": 0.56,
    "wh/finite": 0.59,
    "colon/finite": 0.87,
    "to/participle": 0.52,
    "label/name": 0.51,
    "noun/to/owned": 0.31,
    "passive/to": 0.63,
    "quote/participle": 0.70,
    "asked": 0.69,
    "minded/prep": 0.56,
    "inverted/bare": 0.77,
    "that/infinitive": 0.33,
    "prep/participle": 0.43,
    "aside/as": 0.57,
    "noun/that/owned": 0.60,
    "passive/as": 0.46,
    "wh/participle": 0.54,
    "noun/of/owned": 0.34,
    "minded/to": 0.30,
    "noun/about/none": 0.39,
    "aside/stop": 0.43,
    "minded/that": 0.73,
    "noun/of/none": 0.17,
    "colon/participle": 0.62,
    "label/shouted": 0.34,
    "label/quote": 0.95,
    "noun/for/owned": 0.39,
    "passive/by": 0.62,
    "noun/for/none": 0.20,
    "noun/about/owned": 0.31,
    "noun/that/none": 0.45,
    "passive/that": 0.86,
    "colon/infinitive": 0.50,
    "noun/to/none": 0.75,
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
