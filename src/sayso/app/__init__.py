"""Doors: the command line. The only room that prints."""
