"""Files that a command writes: the place is checked before the work begins; the whole file is written or none."""

from __future__ import annotations

import tempfile
from pathlib import Path

from sayso.errors import SettingError


def place(option: str, value: str, example: str) -> Path:
    """Where `option` says a file goes; SettingError where none can be written there, with `example` as a name."""
    path = Path(value)
    if value == "-":
        raise SettingError(f"{option} -: name a file, such as {example}")
    if not value.strip() or path.is_dir():
        raise SettingError(f"{option} {value}: is a folder; name a file in it, such as {path / example}")
    if not path.parent.is_dir():
        raise SettingError(f"{option} {value}: there is no folder {path.parent}; create it first")
    return path


def write(option: str, path: Path, text: str) -> None:
    """Write the whole file or leave what was there; SettingError where that cannot be done."""
    draft = None
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", newline="", dir=path.parent, prefix=f".{path.name[:100]}.", delete=False
        ) as file:
            draft = Path(file.name)
            file.write(text)
        draft.chmod(0o644)
        draft.replace(path)
    except OSError as error:
        if draft is not None:
            draft.unlink(missing_ok=True)
        raise SettingError(
            f"{option} {path}: cannot be written ({error.strerror}); choose another place"
        ) from error
