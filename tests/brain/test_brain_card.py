"""The shipped weights: small, whole, made by the recipe that stands beside them, and told the truth about."""

from __future__ import annotations

import json

import pytest

from sayso.brain import learned
from sayso.brain.onnx import verify
from training import recipe

pytestmark = pytest.mark.skipif(not learned.WEIGHTS.is_dir(), reason="no weights are shipped")


@pytest.fixture
def manifest():
    """What was written when the weights were shipped."""
    return json.loads((learned.WEIGHTS / "manifest.json").read_text("utf-8"))


@pytest.fixture
def card():
    """The card in one line, so that no line break hides a figure."""
    return " ".join((learned.WEIGHTS / "CARD.md").read_text("utf-8").split())


def test_the_folder_is_at_most_25_megabytes():
    """A wheel with the weights stays pleasant to download."""
    assert sum(path.stat().st_size for path in learned.WEIGHTS.iterdir()) <= 25_000_000


def test_every_file_is_the_one_of_the_manifest(manifest):
    """Network, vocabulary and settings have the digests that were written down."""
    assert set(manifest["files"]) == {"model.onnx", "vocabulary.txt", "settings.json"}
    for name in manifest["files"]:
        verify(learned.WEIGHTS, name)


def test_the_recipe_is_the_one_they_were_made_by(manifest):
    """Whoever changes the recipe ships new weights, or says in the recipe's own copy what is tried."""
    assert manifest["made"]["recipe"] == recipe.digest(recipe.load())


def test_the_card_has_the_figures_of_the_manifest(manifest, card):
    """Pair F1, precision and recall in the card are those measured when shipping."""
    scores = manifest["scores"]["polnear-dev"]
    told = f"{scores['pair F1']:.1f} ({scores['precision']:.1f}, {scores['recall']:.1f})"
    assert f"| pair F1 (precision, recall) | {told} |" in card
    forms = ", ".join(f"{scores[f'recall {form}']:.1f}" for form in ("direct", "mixed", "indirect"))
    assert f"| recall of direct, mixed, indirect contents | {forms} |" in card


def test_the_card_says_whose_data_and_weights_they_are(card):
    """Base weights and training data stand there with their licences as found."""
    for words in ("MiniLM-L6-H384-uncased", "Apache-2.0", "PolNeAR states no licence", "No word of it"):
        assert words in card
