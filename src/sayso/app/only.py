"""`sayso read --only`: times and amounts alone, one article at a time, without any model or page parser loaded.

It stands apart from the other commands because they load all rooms; this one reads several hundred articles a
second in a few dozen megabytes, and imports nothing that would end that.
"""

from __future__ import annotations

import argparse
import sys
from typing import get_args

from sayso.annotating.partial import LAYERS, Layer, partial
from sayso.app.exits import FAILED, NOTHING, OK, PARTIAL
from sayso.app.output import json_line
from sayso.app.talk import say
from sayso.errors import InputError, SaysoError, SettingError
from sayso.linking.times import dated
from sayso.model.article import Article
from sayso.model.case import Page
from sayso.model.notes import Note
from sayso.reading.read import read_each
from sayso.showing.findings import findings
from sayso.showing.records import page_record


def read(arguments: argparse.Namespace) -> int:
    """Print the times, the amounts or both of each article, as JSON Lines or for the eye, as each is read."""
    layers = _layers(arguments.only)
    read_any, failed, found = False, False, False
    for one in read_each(
        arguments.inputs,
        manifest=arguments.manifest,
        published=arguments.published,
        outlet=arguments.outlet,
        stdin=sys.stdin.buffer if "-" in arguments.inputs else None,
    ):
        if isinstance(one, InputError):
            say(str(one))
            failed = True
            continue
        page = _page(one, layers)
        for note in page.notes:
            if note.code == "A299":
                say(f"{one.path}: {note.message}")
                failed = True
        read_any, found = True, found or bool(page.times or page.amounts)
        print(json_line(page_record(page)) if arguments.jsonl else findings(page))
    if failed:
        return PARTIAL if read_any else FAILED
    if not found:
        say(f"no {' or '.join(layers)} were found in any article")
        return NOTHING
    return OK


def _layers(given: str) -> tuple[Layer, ...]:
    """The layers asked for, each once."""
    names = [name.strip() for name in given.split(",")]
    for name in names:
        if name not in get_args(Layer):
            raise SettingError(f"--only {given}: there is no {name!r} to read; name times, amounts or both")
    return tuple(layer for layer in LAYERS if layer in names)


def _page(article: Article, layers: tuple[Layer, ...]) -> Page:
    """The article's page, dated; where reading breaks down, it alone with a note."""
    try:
        return dated(partial(article, layers))
    except SaysoError:
        raise
    except Exception as fault:  # ours, in one odd text; the note names it
        told = f"Nothing could be read in this article ({type(fault).__name__}: {fault}); please report it."
        return Page(article, notes=(Note("A299", told),))
