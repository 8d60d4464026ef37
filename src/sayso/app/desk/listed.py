"""What every list of the desk shares: the words it is asked with, and its pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from starlette.requests import Request

#: Nobody means more words than these in one field of a list.
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a list stands: rows passed over, rows of a page, rows in all, and the address without its place."""

    after: int
    size: int
    base: str
    total: int = 0

    def of(self, total: int) -> Pager:
        """The same for a list of so many rows."""
        return replace(self, total=total)

    @property
    def first(self) -> int:
        """The number of the first row that is shown, from 1."""
        return min(self.after + 1, self.total)

    @property
    def last(self) -> int:
        """The number of the last row that is shown."""
        return min(self.after + self.size, self.total)

    @property
    def before(self) -> str | None:
        """The address of the page before this one."""
        return self._at(max(0, self.after - self.size)) if self.after else None

    @property
    def next(self) -> str | None:
        """The address of the page after this one."""
        return self._at(self.after + self.size) if self.after + self.size < self.total else None

    def _at(self, after: int) -> str:
        joint = "&" if "?" in self.base else "?"
        return f"{self.base}{joint}after={after}" if after else self.base


def query(request: Request, name: str) -> str:
    """A word of the address, on one line."""
    return " ".join(request.query_params.get(name, "")[:_LONGEST].split())


def pager(request: Request, size: int) -> Pager:
    """Where a list stands by its address; a place that is no number is its beginning."""
    told = request.query_params.get("after", "")
    after = int(told) if told.isascii() and told.isdecimal() and len(told) < 9 else 0
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "after" and value]
    return Pager(after, size, f"{request.url.path}?{urlencode(kept)}" if kept else request.url.path)
