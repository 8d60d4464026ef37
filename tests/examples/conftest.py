"""Puts the repository's root on the path, so that `evals` is found however pytest is started."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
