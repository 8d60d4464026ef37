"""How fast: start-up, and each working room at 1, 100 and more articles."""
