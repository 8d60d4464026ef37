"""A case on disk: the append-only journal of rulings and its codec."""
