"""Fit the weights by which "he" and "she" are led to a person: python -m training.pronouns FOLDER [--write].

FOLDER holds GUM's xml and tsv. The model is that of sayso.annotating.discourse: a softmax over the candidates of a
pronoun and "nobody". Candidates depend on what earlier pronouns were taken for, so the text is read anew with each
round's weights. What is printed last is measured on each document with weights fitted on the others.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from evals.gum import Document, documents
from evals.names import mention_at, same_name
from sayso.annotating.blocks import blocks
from sayso.annotating.discourse import NOBODY, Discourse
from sayso.annotating.lexicon import Lexicon
from sayso.annotating.people import Place, people
from sayso.model.article import Article

ROUNDS, STEPS, RATE, RIDGE = 4, 200, 0.5, 0.003
_FIRST = {"0 sentences back": 1.0, "1 sentences back": 0.5, "last subject": 1.0, "nobody": -0.5}
TABLE = Path(__file__).parent.parent / "src" / "sayso" / "lang" / "en" / "reference.py"

#: A pronoun to be answered: the features of every candidate, and which of them are right.
Case = tuple[dict[str, dict[str, float]], frozenset[str], str]
Story = tuple[Document, list[Place]]


def story(document: Document) -> Story:
    """A document and the places of its people."""
    article = Article(document.name, document.name, document.text, "0" * 64, language="en")
    layout = blocks(article)
    return document, people(document.text, layout, Lexicon(document.text, layout))


def cases(one: Story, weights: Mapping[str, float]) -> list[Case]:
    """The pronouns of a story as they are met with the given weights."""
    document, places = one
    reader = Discourse(places, weights)
    found = []
    for place in places:
        if place.how == "pronoun" and (mention := mention_at(document, place.span)):
            reader.meant(place.span.__class__(place.span.start - 1, place.span.start))
            listed = reader.candidates(place)
            features = {c.key: reader.features(c, place, listed) for c in listed}
            features[NOBODY] = reader.nobody(listed, place)
            names = document.names(mention.entity)
            right = set()
            for candidate in listed:
                first = mention_at(document, candidate.first.span)
                entity = first.entity if first else None
                named = candidate.how == "name" and any(same_name(candidate.key, name) for name in names)
                if entity == mention.entity or named:
                    right.add(candidate.key)
            found.append((features, frozenset(right or {NOBODY}), place.span.of(document.text).lower()))
        reader.meant(place.span)
    return found


def shares(features: Mapping[str, Mapping[str, float]], weights: Mapping[str, float]) -> dict[str, float]:
    """The share of every candidate."""
    scores = {k: sum(weights.get(n, 0.0) * v for n, v in f.items()) for k, f in features.items()}
    top = max(scores.values())
    grown = {key: math.exp(score - top) for key, score in scores.items()}
    whole = sum(grown.values())
    return {key: value / whole for key, value in grown.items()}


def fit(stories: Sequence[Story]) -> dict[str, float]:
    """The weights that make the right candidates of all pronouns likeliest."""
    weights = dict(_FIRST)
    for _ in range(ROUNDS):
        weights = _fitted([case for one in stories for case in cases(one, weights)], weights)
    return {name: round(value, 2) for name, value in sorted(weights.items()) if abs(value) >= 0.005}


def _fitted(met: Sequence[Case], before: Mapping[str, float]) -> dict[str, float]:
    """Weights that fit the cases, by gradient ascent with a step of its own for each feature (AdaGrad)."""
    rows = [(values, key in right) for features, right, _ in met for key, values in features.items()]
    names = sorted({name for values, _ in rows for name in values})
    column = {name: index for index, name in enumerate(names)}
    table = np.zeros((len(rows), len(names)))
    for row, (values, _) in enumerate(rows):
        for name, value in values.items():
            table[row, column[name]] = value
    good = np.array([right for _, right in rows], dtype=float)
    starts = np.cumsum([0, *(len(features) for features, _, _ in met)])[:-1]
    sizes = np.array([len(features) for features, _, _ in met])
    weights = np.array([before.get(name, 0.0) for name in names])
    squares = np.full(len(names), 1e-6)
    for _ in range(STEPS):
        grown = np.exp(np.clip(table @ weights, -30, 30))
        given = grown / np.repeat(np.add.reduceat(grown, starts), sizes)
        hit = given * good
        hit /= np.repeat(np.add.reduceat(hit, starts), sizes)
        step = table.T @ (hit - given) / len(met) - RIDGE * weights
        squares += step * step
        weights += RATE * step / np.sqrt(squares)
    return dict(zip(names, weights.tolist(), strict=True))


def answers(
    stories: Iterable[Story], weights: Mapping[str, float], *, subjects: bool = True
) -> list[tuple[float, bool, bool]]:
    """For every he and she: the share of the likeliest, whether it is right, whether anyone could be."""
    found = []
    for one in stories:
        for features, right, word in cases(one, weights):
            if subjects and word not in {"he", "she"}:
                continue
            given = shares(features, weights)
            best = max(given, key=lambda key: given[key])
            found.append(
                (given[best] if best != NOBODY else 0.0, best in right and best != NOBODY, right != {NOBODY})
            )
    return found


def main() -> None:
    """Fit, print what each threshold gives on documents left out, and write the table where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--folds", type=int, default=4)
    given = parser.parse_args()
    stories = [story(document) for document in documents(given.folder)]
    judged = []
    for fold in range(given.folds):
        held = stories[fold :: given.folds]
        judged += answers(held, fit([one for i, one in enumerate(stories) if i % given.folds != fold]))
    for least in (0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9):
        named = [right for share, right, _ in judged if share >= least]
        print(f"share {least:.2f}: {len(judged)} asked, {len(named)} named, {sum(named)} right")
    weights = fit(stories)
    for name, value in weights.items():
        print(f"{value:6.2f} {name}")
    if given.write:
        head, _, _ = TABLE.read_text("utf-8").partition("WEIGHTS: ")
        rows = "".join(f'    "{name}": {value},\n' for name, value in weights.items())
        TABLE.write_text(f"{head}WEIGHTS: Final[dict[str, float]] = {{\n{rows}}}\n", "utf-8")


if __name__ == "__main__":
    main()
