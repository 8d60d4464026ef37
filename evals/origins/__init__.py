"""Invented cases in which it is known where every statement comes from."""
