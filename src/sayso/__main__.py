"""`python -m sayso` is `sayso`."""

from sayso.app.cli import run

run()
