"""Other tools run on the same texts as ours, each in an environment of its own: `python -m evals --peers`."""
