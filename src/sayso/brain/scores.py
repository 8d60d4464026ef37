"""How sure a pattern is: its share of right findings."""

from __future__ import annotations

from typing import Final

from sayso.brain.findings import Finding

#: Pattern -> precision: the share of its findings in the training part of PolNeAR (840 articles) that match an
#: annotated attribution by half of the content and by the source, one right and one wrong finding added so that
#: rare patterns stay near a half. Checked on the development part: no pattern with 20 findings or more is off by
#: more than 0.14, the weighted mean by 0.02. Counted by replaying the tagger; docs/why/rules.md has the table.
SCORES: Final[dict[str, float]] = {
    "np/finite": 0.65,
    "bare/finite": 0.79,
    "aside/quote": 0.95,
    "that/finite": 0.86,
    "inverted": 0.94,
    "to/finite": 0.58,
    "np/participle": 0.41,
    "aside/plain": 0.82,
    "according": 0.82,
    "quote/finite": 0.86,
    "prep/finite": 0.64,
    "that/participle": 0.73,
    "bare/participle": 0.62,
    "wh/finite": 0.61,
    "seem": 0.44,
    "colon/finite": 0.85,
    "to/participle": 0.55,
    "passive/to": 0.63,
    "label/name": 0.63,
    "asked": 0.68,
    "quote/participle": 0.73,
    "minded/prep": 0.57,
    "passive/by": 0.52,
    "inverted/bare": 0.85,
    "aside/as": 0.57,
    "prep/participle": 0.49,
    "noun/to/owned": 0.40,
    "that/infinitive": 0.44,
    "wh/participle": 0.51,
    "passive/as": 0.52,
    "noun/that/owned": 0.55,
    "noun/of/owned": 0.31,
    "minded/that": 0.84,
    "label/quote": 0.92,
    "noun/for/owned": 0.37,
    "label/shouted": 0.39,
    "aside/stop": 0.59,
    "noun/that/none": 0.41,
    "colon/participle": 0.69,
    "minded/to": 0.47,
    "noun/about/none": 0.33,
    "noun/of/none": 0.21,
    "aside/unknown": 0.86,
    "noun/about/owned": 0.25,
    "passive/that": 0.86,
    "colon/infinitive": 0.80,
    "passive/about": 0.25,
    "noun/over/none": 0.25,
    "passive/told": 0.50,
    "passive/whether": 0.33,
    "noun/whether/owned": 0.67,
    # Not in that data: collections of quotations, each over its speaker's name.
    "signed": 0.9,
}
#: For a pattern never seen in training.
_UNKNOWN = 0.4


def score(finding: Finding) -> float:
    """The precision of the finding's pattern, in [0, 1]."""
    return SCORES.get(finding.pattern, _UNKNOWN)
