"""The command line: parse, dispatch, and turn every trouble into one line and an exit code.

Data goes to stdout, talk to stderr. Commands import what they need when they run, so that --version and --help
stay quick.
"""

from __future__ import annotations

import argparse
import importlib
import io
import os
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from sayso.app.exits import FAILED, INTERRUPTED, OK, USAGE
from sayso.app.menu import COMMANDS, parser
from sayso.app.talk import say
from sayso.errors import SaysoError, SettingError


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code of the command in `argv` (without the program's name; sys.argv if None)."""
    arguments = parser().parse_args(argv)
    _speak_utf8()
    try:
        code: int = _command(arguments)(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        say("interrupted")
        code = INTERRUPTED
    except BrokenPipeError:
        code = _leave_pipe()
    except SaysoError as error:
        if arguments.debug:
            raise
        say(str(error))
        code = USAGE if isinstance(error, SettingError) else FAILED
    except Exception as error:
        if arguments.debug:
            raise
        say(
            f"unexpected trouble: {type(error).__name__}: {error}; run again with --debug and report what it prints"
        )
        code = FAILED
    return code


def run() -> NoReturn:
    """Leave the process with main's exit code."""
    sys.exit(main())


def _speak_utf8() -> None:
    """JSON and dossiers are UTF-8, whatever the terminal's locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _leave_pipe() -> int:
    """The reader of stdout has gone: end without a traceback, as a good citizen of a pipe does."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return OK


def _command(given: argparse.Namespace) -> Callable[[argparse.Namespace], int]:
    """The function that does what is asked; the file it stands in is loaded only now."""
    if given.command == "read" and given.only is not None:
        return _function("only", "read")  # it loads far less than the other commands
    if given.command == "brief" and _asks_a_case(given):
        return _function("briefing", "brief")
    if given.command == "brief" and given.ask is None:
        return _function("proposals", "propose")
    return _function(*COMMANDS[given.command].does.rsplit(".", 1))


def _asks_a_case(given: argparse.Namespace) -> bool:
    """Whether the one input of `sayso brief` is a case."""
    if len(given.inputs) != 1 or given.inputs[0] == "-":
        return False
    from sayso.app.places import names_a_case  # noqa: PLC0415 - only here

    asked: bool = names_a_case(given.inputs[0], given)
    return asked


def _function(file: str, name: str) -> Callable[[argparse.Namespace], int]:
    found: Callable[[argparse.Namespace], int] = getattr(importlib.import_module(f"sayso.app.{file}"), name)
    return found
