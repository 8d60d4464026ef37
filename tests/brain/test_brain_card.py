"""The shipped weights: small, whole, made by the recipe that stands beside them, and told the truth about."""

from __future__ import annotations

import json

import pytest

from sayso.brain import gauge, learned, stances
from sayso.brain.onnx import verify
from training import recipe

TAGGER, GAUGE, STANCE = learned.WEIGHTS, gauge.WEIGHTS, stances.WEIGHTS
pytestmark = pytest.mark.skipif(
    not all(folder.is_dir() for folder in (TAGGER, GAUGE, STANCE)), reason="no weights are shipped"
)
ALL = pytest.mark.parametrize("folder", [TAGGER, GAUGE, STANCE], ids=["tagger", "gauge", "stance"])


def manifest(folder):
    """What was written when the weights were shipped."""
    return json.loads((folder / "manifest.json").read_text("utf-8"))


def card(folder):
    """The card in one line, so that no line break hides a figure."""
    return " ".join((folder / "CARD.md").read_text("utf-8").split())


@ALL
def test_the_folder_is_at_most_25_megabytes(folder):
    """A wheel with the weights stays pleasant to download."""
    assert sum(path.stat().st_size for path in folder.iterdir()) <= 25_000_000


@ALL
def test_every_file_is_the_one_of_the_manifest(folder):
    """Network, vocabulary and settings have the digests that were written down."""
    files = manifest(folder)["files"]
    assert set(files) == {"model.onnx", "vocabulary.txt", "settings.json"}
    for name in files:
        verify(folder, name)


def test_the_recipes_are_the_ones_they_were_made_by():
    """Whoever changes a recipe ships new weights, or says in the recipe's own copy what is tried."""
    assert manifest(TAGGER)["made"]["recipe"] == recipe.digest(recipe.load())
    assert manifest(GAUGE)["made"]["recipe"] == recipe.digest(recipe.gauges())
    assert manifest(STANCE)["made"]["recipe"] == recipe.digest(recipe.stances())


def test_the_tagger_s_card_has_the_figures_of_its_manifest():
    """Pair F1, precision and recall in the card are those measured when shipping."""
    scores = manifest(TAGGER)["scores"]["polnear-dev"]
    told = f"{scores['pair F1']:.1f} ({scores['precision']:.1f}, {scores['recall']:.1f})"
    assert f"| pair F1 (precision, recall) | {told} |" in card(TAGGER)
    forms = ", ".join(f"{scores[f'recall {form}']:.1f}" for form in ("direct", "mixed", "indirect"))
    assert f"| recall of direct, mixed, indirect contents | {forms} |" in card(TAGGER)


def test_the_gauge_s_card_has_the_figures_of_its_manifest():
    """r, the share of ratings within bounds and of right kinds are those measured when shipping."""
    scores = manifest(GAUGE)["scores"]
    for told in (f"dev part | {scores['r']:.1f} |", f"| {scores['held']:.1f} % |", f"| {scores['kinds']:.1f} % |"):
        assert told in card(GAUGE)


def test_the_stance_network_s_card_has_the_figures_of_its_manifest():
    """Accuracy and macro F1 of each set are those measured when shipping."""
    for name, its in manifest(STANCE)["scores"].items():
        assert f"| {name} | {its['accuracy']:.1f} ({its['macro F1']:.1f}) |" in card(STANCE)


@ALL
def test_the_card_says_whose_data_and_weights_they_are(folder):
    """Base weights and training data stand there with their licences as found."""
    for words in ("MiniLM-L6-H384-uncased", "Apache-2.0", "no licence", "No word of"):
        assert words in card(folder)
