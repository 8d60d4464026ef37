"""What others reach, for the tables: published figures, or measured with the scorer that ours equal.

They stand for PolNeAR's test articles, which nobody here has read; our figures are of its dev articles.
"""

from __future__ import annotations

Peers = dict[str, dict[str, float]]

#: Attribution pairs; people are annotators against each other. Measured.
PAIRS: Peers = {
    "people": {"pair F1": 75.3, "recall indirect": 69, "recall other cues": 58},
    "Citron": {"pair F1": 53.5, "precision": 65, "recall": 46, "recall indirect": 38},
    "lexicon": {"pair F1": 52.0, "precision": 56, "recall": 49},
    "GGT": {"pair F1": 43.6, "precision": 68, "recall": 32, "recall indirect": 20, "recall other cues": 3.3},
    "SaysWho": {"pair F1": 27.2, "precision": 75, "recall": 17},
}
PAIRS_NOTES = (
    "peers on PolNeAR's test articles, other ones than these; Citron retrained on its train articles, GGT is",
    "GenderGapTracker, lexicon a list of 90 cues; textacy 26.1, Guardian/AFP rules 19.7 (pair F1)",
)

#: Exact spans in CofeNet's metric; published (Wang et al., COLING 2022), Citron retrained measured.
SPANS: Peers = {
    "people": {"source": 78, "cue": 70, "content": 71},
    "CofeNet": {"source": 83.2, "cue": 75.3, "content": 72.9},
    "BERT": {"source": 81, "cue": 74, "content": 69},
    "LSTM+CRF": {"source": 70, "cue": 67, "content": 59},
    "Citron": {"source": 63.5, "cue": 55.0, "content": 44.8},
    "CoreNLP": {"source": 14, "content": 18},
    "rule": {"source": 11, "cue": 23, "content": 6},
}
SPANS_NOTES = (
    "peers on its test part; source, cue and content are the tagger's own spans. Those as printed are what",
    "`sayso read` gives: it leaves the quotation marks out of contents, the gold does not, so contents are lower",
)
