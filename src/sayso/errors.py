"""What goes wrong for the caller. Trouble inside a text is a Note (model/notes.py), never an exception."""

from __future__ import annotations


class SaysoError(Exception):
    """Base of every error a caller may see: one line that names the trouble and the remedy."""


class InputError(SaysoError):
    """One input that could not be read.

    `path` is the input as the user gave it, `reason` what is wrong with it, `remedy` what to do about it.
    """

    def __init__(self, path: str, reason: str, remedy: str) -> None:
        """Keep the three parts apart, so that a report can align them."""
        super().__init__(f"{path}: {reason}; {remedy}")
        self.path = path
        self.reason = reason
        self.remedy = remedy


class FormatError(SaysoError):
    """A file that should follow a format of Sayso's (manifest, rulings, pairs) and does not."""


class SettingError(SaysoError):
    """An option or argument that cannot be used as given."""


class ModelError(SaysoError):
    """A learned model that is missing, damaged or does not fit this version."""


class StoreError(SaysoError):
    """A case or journal on disk that cannot be read or written."""


class DamagedError(StoreError):
    """A case of which a part is missing or garbled, so that it cannot be read."""


class RefusedError(StoreError):
    """A ruling that cannot be as it is given: it names what is not there, or its value cannot be read.

    Nothing was written.
    """


class ConflictError(StoreError):
    """Somebody else ruled on the same thing in the meantime; nothing was written.

    `number` is the journal entry that came in between.
    """

    def __init__(self, message: str, number: int) -> None:
        """Keep the entry's number, so that it can be shown."""
        super().__init__(message)
        self.number = number
