"""Which models a brain is: one digest over its weights and the version of the rules beside them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from sayso.brain.brains import BRAINS
from sayso.errors import ModelError, SettingError

_WEIGHTS = Path(__file__).with_name("weights")


def digest(name: str, version: str) -> str:
    """64 hexadecimal digits; another model or rules of another `version` give others.

    The manifest of each folder of weights holds the digests of its files. SettingError for an unknown brain.
    """
    if name not in BRAINS:
        raise SettingError(f"--brain {name}: no such brain; choose one of: {', '.join(BRAINS)}")
    told = hashlib.sha256(f"{name} {version}".encode())
    if name == "rules":
        return told.hexdigest()
    for manifest in sorted(_WEIGHTS.glob("*/manifest.json")):
        try:
            told.update(manifest.parent.name.encode() + manifest.read_bytes())
        except OSError as error:
            raise ModelError(f"{manifest}: cannot be read ({error.strerror}); install Sayso again") from error
    return told.hexdigest()
