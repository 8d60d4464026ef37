"""Sayso: who says what in the news, on whose word, how sure, by when, and what that does to the answer."""

__version__ = "0.1.0"
