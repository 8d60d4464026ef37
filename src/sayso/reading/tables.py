"""Tables that a user hands over as CSV: a file's text, or what is wrong with it and what to do."""

from __future__ import annotations

from pathlib import Path

from sayso.errors import FormatError

_LARGEST = 10_000_000  # bytes


def table_text(path: str, *, what: str, option: str) -> str:
    """The text of the table at `path`; FormatError where it cannot be read.

    `what` names the table in words ("the manifest"), `option` is the one it is given by.
    """
    try:
        if Path(path).stat().st_size > _LARGEST:
            raise FormatError(f"{path}: {what} is larger than {_LARGEST // 1_000_000} MB; split it")
        return Path(path).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FormatError(f"{path}: {what} is not UTF-8; save it as comma-separated UTF-8") from error
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise FormatError(f"{path}: {what} cannot be read ({reason}); check {option}") from error
