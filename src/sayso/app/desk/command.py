"""`sayso desk CASE`: the desk served until Ctrl-C."""

from __future__ import annotations

import argparse
import contextlib
import os
import socket
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sayso.app.desk.people import Person

from sayso.app.exits import OK
from sayso.app.talk import say
from sayso.errors import SettingError

#: The port that is tried first, so that bookmarks hold, and how many after it.
PORT, _MORE = 8642, 20
_LOOPBACK: Final = {"127.0.0.1", "localhost", "::1"}


def desk_options(parser: argparse.ArgumentParser) -> None:
    """The options of `sayso desk`."""
    parser.add_argument("case", metavar="CASE", help="the case: its file")
    parser.add_argument(
        "--port", type=int, metavar="N", help=f"where to listen (default: {PORT}, or the next free one)"
    )
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="ADDRESS", help="whom to listen to (default: this machine alone)"
    )
    parser.add_argument(
        "--name",
        action="append",
        default=[],
        metavar="HOST",
        help="a further name of this machine that links may use",
    )
    parser.add_argument(
        "--user",
        action="append",
        default=[],
        metavar="NAME",
        help="who works here: a link for each; may be repeated",
    )
    parser.add_argument(
        "--users",
        metavar="FILE",
        help="CSV with name and token: links that stay valid when the desk is started again",
    )
    parser.add_argument("--no-update", action="store_true", help="bring the answer up to date only when asked")
    parser.add_argument("--open", action="store_true", help="open the desk in the browser")


def desk(arguments: argparse.Namespace) -> int:
    """Serve the desk of a case until it is told to stop."""
    from sayso.app.desk.people import people  # noqa: PLC0415 - help and version do without
    from sayso.app.places import place_of  # noqa: PLC0415 - help and version do without

    place = place_of(arguments.case, arguments)
    if "://" not in place:
        place = str(Path(place).absolute())  # its jobs work elsewhere
    known = people(arguments.user, arguments.users)
    if arguments.host not in _LOOPBACK and not (arguments.user or arguments.users):
        raise SettingError(
            f"--host {arguments.host}: others could come in; name them with --user NAME or --users FILE"
        )
    _checked(place)
    with _listening(arguments.host, arguments.port) as listener:
        port = listener.getsockname()[1]
        _told(arguments, known, port)
        _served(listener, place, (arguments, known, port))
    return OK


def _checked(place: str) -> None:
    """StoreError at once where there is no case, before anything is printed."""
    from sayso.store.opening import open_case  # noqa: PLC0415 - as above

    open_case(place, writing=False).__exit__(None, None, None)


def _told(arguments: argparse.Namespace, known: tuple[Person, ...], port: int) -> None:
    """The links, on stdout: one for each person."""
    name = arguments.name[0] if arguments.name else arguments.host
    if name in {"0.0.0.0", "::"}:  # noqa: S104 - told, not bound
        name = socket.gethostname()
    address = f"http://{f'[{name}]' if ':' in name else name}:{port}/"
    for one in known:
        who = f"{one.name}: " if len(known) > 1 or arguments.user or arguments.users else ""
        print(f"{who}{address}?token={one.token}", flush=True)
    say(f"the desk of {arguments.case} is open; Ctrl-C closes it")
    if arguments.open:
        import webbrowser  # noqa: PLC0415 - seldom needed

        threading.Timer(0.3, webbrowser.open, (f"{address}?token={known[0].token}",)).start()


def _served(listener: socket.socket, place: str, given: tuple[argparse.Namespace, tuple[Person, ...], int]) -> None:
    """Serve on `listener` until SIGINT or SIGTERM."""
    import uvicorn  # noqa: PLC0415 - help and version do without

    from sayso.app.desk.security import Door, hosts  # noqa: PLC0415 - as above
    from sayso.app.desk.serve import Opening, application  # noqa: PLC0415 - as above

    arguments, known, port = given
    names = [*arguments.name, *([socket.gethostname()] if arguments.host in {"0.0.0.0", "::"} else [])]  # noqa: S104
    door = Door(known, hosts(arguments.host, port, names), f"sayso-{port}")
    app = application(Opening(place, door, auto=not arguments.no_update))
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, ws="none", timeout_graceful_shutdown=3,
        proxy_headers=False,
    )  # fmt: skip
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listener])
    say("the desk is closed")


def _listening(host: str, port: int | None) -> socket.socket:
    """A socket bound to the port asked for, or to the first free one from the usual port on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    wanted = [port] if port is not None else [*range(PORT, PORT + _MORE), 0]
    fault: OSError | None = None
    for one in wanted:
        made = socket.socket(family, socket.SOCK_STREAM)
        if os.name == "posix":
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            made.bind((host, one))
            made.listen(100)  # whoever opens the link at once waits until it is served
        except (OSError, OverflowError) as error:
            made.close()
            fault = error if isinstance(error, OSError) else OSError(str(error))
            continue
        return made
    option = f"--port {port}" if port is not None else f"--host {host}"
    raise SettingError(f"{option}: cannot listen there ({fault}); give another --port, or leave it out")
