"""The front door: every public name is there, and importing the package loads no room."""

import subprocess
import sys

import sayso


def test_every_public_name_is_there():
    """Each name in __all__ can be had, and is listed by dir()."""
    for name in sayso.__all__:
        assert getattr(sayso, name) is not None
        assert name in dir(sayso)


def test_the_door_is_light():
    """Importing sayso loads none of the rooms."""
    code = "import sys, sayso; print([m for m in sys.modules if m.startswith('sayso.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
