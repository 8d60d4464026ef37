"""The nouns of Sayso: immutable records with their places in the text. Standard library only."""
