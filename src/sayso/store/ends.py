"""What the ends of a merge or split are called when it is made: its entry can be read when they are gone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sayso.model.prose import shortened
from sayso.model.rulings import Ruling
from sayso.model.rulingvalues import calling
from sayso.model.span import content_id
from sayso.store.database import Database
from sayso.store.summaries import parts

#: Characters of what an end is called.
_LONGEST: Final = 120
#: Articles of a source that are tried for that in which one of its members stands.
_MOST: Final = 2_000


class Ends:
    """Looks up what ends are called, each once; for the rulings of one transaction."""

    def __init__(self, database: Database) -> None:
        """Nothing is looked up yet."""
        self._database = database
        self._known: dict[str, str] = {}

    def value(self, ruling: Ruling) -> str | None:
        """The value of a ruling: for one on a pair what its ends are called, else its own."""
        if ruling.verdict not in {"merge", "split"}:
            return ruling.value
        names = [self._name(end) for end in ruling.target.split("+")]
        return calling(names) if any(names) else None

    def _name(self, end: str) -> str:
        if end not in self._known:
            found = self._statement(end) if end.startswith("s-") else self._source(end)
            self._known[end] = shortened(found, _LONGEST)
        return self._known[end]

    def _statement(self, end: str) -> str:
        """The words of a statement, as last updated; empty where it is not in the lists."""
        rows = self._database.query("SELECT words FROM statements WHERE id = ?", (end,))
        return str(rows[0][0]) if rows else ""

    def _source(self, end: str) -> str:
        """The name of a source as one article has it, with the outlet of that article where it is known."""
        held = next((one for one in parts(self._database, "source", search=end)[0] if end in _ids(one)), None)
        if held is None:
            return ""
        articles: list[tuple[str, str | None]] = self._database.query(
            """SELECT DISTINCT a.id, a.outlet FROM statements s JOIN articles a ON a.number = s.article
            JOIN sources n ON n.number = s.source WHERE n.id = ? ORDER BY a.id LIMIT ?""",
            (held["id"], _MOST),
        )
        for name in (held["name"], *held.get("aliases", ())):
            for article, outlet in articles:
                if content_id("src", article, name) == end:  # most ids are made of a name
                    return f"{name} ({outlet})" if outlet else str(name)
        outlet = articles[0][1] if len(articles) == 1 else None
        return f"{held['name']} ({outlet})" if outlet else str(held["name"])


def _ids(record: Mapping[str, Any]) -> tuple[str, ...]:
    """The ids under which a source of the case is known: its own and those of its members."""
    return (record["id"], *record.get("members", ()))
