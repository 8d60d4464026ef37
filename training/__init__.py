"""How the shipped weights are made; see README.md. Nothing here is part of the package."""
