"""How fast: start-up, each brain, and each working room at 1, 100 and more articles."""
