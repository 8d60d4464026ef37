"""`sayso rule FILE`: what a person decided, at the end of a journal of rulings, for later runs of `sayso brief`."""

from __future__ import annotations

import argparse
import getpass
from datetime import UTC, datetime
from pathlib import Path

from sayso.app.exits import OK
from sayso.app.talk import say
from sayso.errors import SettingError
from sayso.model.rulings import Ruling, Verdict
from sayso.store.journal import append


def rule(arguments: argparse.Namespace, target: str, verdict: Verdict) -> int:
    """Append one ruling to a journal file, which is made where there is none."""
    if not (arguments.why or "").strip():
        raise SettingError('--why: say why, for whoever reads it later: --why "…"')
    if arguments.seen is not None:
        raise SettingError("--seen: goes with a case, whose journal entries have numbers; leave it out")
    ruling = Ruling(
        target=target,
        verdict=verdict,
        by=arguments.by or getpass.getuser(),
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        why=arguments.why,
        value=arguments.value,
    )
    append(Path(arguments.journal), ruling)
    say(f"{arguments.journal}: recorded {ruling.verdict} of {ruling.target} by {ruling.by}")
    return OK
