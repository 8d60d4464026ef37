"""Yardsticks: which words of likelihood stand for which range of probability, as five bodies publish them.

Numbers are shares (0 to 1). Some yardsticks leave gaps (UK) and some nest (IPCC); they are kept as published,
and weighing.likelihood says how a probability between two terms or under several is worded.

Sources: us-nic: Intelligence Community Directive 203 (2015), with its synonyms left out. nato: AJP-2.1.
uk: the Professional Head of Intelligence Assessment's yardstick. ipcc: guidance note for AR5 (Mastrandrea and
others 2010). efsa: guidance on uncertainty analysis in scientific assessments (2018).
"""

from __future__ import annotations

from typing import Final

#: What every yardstick says where nothing bears on the question: likelihood is not claimed at all.
CANNOT_SAY: Final = "cannot say"

#: name -> (term, low, high), from the least to the most likely.
YARDSTICKS: Final[dict[str, tuple[tuple[str, float, float], ...]]] = {
    "us-nic": (
        ("almost no chance", 0.01, 0.05),
        ("very unlikely", 0.05, 0.20),
        ("unlikely", 0.20, 0.45),
        ("roughly even chance", 0.45, 0.55),
        ("likely", 0.55, 0.80),
        ("very likely", 0.80, 0.95),
        ("almost certain", 0.95, 0.99),
    ),
    "nato": (
        ("highly unlikely", 0.00, 0.10),
        ("unlikely", 0.10, 0.40),
        ("even chance", 0.40, 0.60),
        ("likely", 0.60, 0.90),
        ("highly likely", 0.90, 1.00),
    ),
    "uk": (
        ("remote chance", 0.00, 0.05),
        ("highly unlikely", 0.10, 0.20),
        ("unlikely", 0.25, 0.35),
        ("realistic possibility", 0.40, 0.50),
        ("likely", 0.55, 0.75),
        ("highly likely", 0.80, 0.90),
        ("almost certain", 0.95, 1.00),
    ),
    "ipcc": (
        ("exceptionally unlikely", 0.00, 0.01),
        ("extremely unlikely", 0.00, 0.05),
        ("very unlikely", 0.00, 0.10),
        ("unlikely", 0.00, 0.33),
        ("about as likely as not", 0.33, 0.66),
        ("likely", 0.66, 1.00),
        ("very likely", 0.90, 1.00),
        ("extremely likely", 0.95, 1.00),
        ("virtually certain", 0.99, 1.00),
    ),
    "efsa": (
        ("almost impossible", 0.00, 0.01),
        ("extremely unlikely", 0.01, 0.05),
        ("very unlikely", 0.05, 0.10),
        ("unlikely", 0.10, 0.33),
        ("about as likely as not", 0.33, 0.66),
        ("likely", 0.66, 0.90),
        ("very likely", 0.90, 0.95),
        ("extremely likely", 0.95, 0.99),
        ("almost certain", 0.99, 1.00),
    ),
}
