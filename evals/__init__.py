"""How good: suites over annotated texts, with pinned floors that refuse to go down."""
