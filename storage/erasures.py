"""The list of erasures beside the database: lines that are appended, so that a restored backup can't bring
anybody back, and that go when their time is over.

Not here: the table `forgotten`, and who is forgotten.
"""

import errno
import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from loyalty.erasures import Erasure
from storage.backup_files import sync
from storage.rows import from_micros, to_micros

FILE_NAME: Final = "erasures.jsonl"


def append(path: Path, erasure: Erasure) -> None:
    """Add one erasure, on the disk when this returns. Raises OSError."""
    line = _write(erasure)
    descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        length = os.fstat(descriptor).st_size
        if length and os.pread(descriptor, 1, length - 1) != b"\n":
            line = b"\n" + line  # a dying machine left half a line, and this one must not hang on it
        if os.write(descriptor, line) < len(line):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def replace(path: Path, kept: Iterable[Erasure]) -> None:
    """The list holds these and no others, on the disk when this returns. Raises OSError: it is as it was."""
    fresh = path.with_name(f"{path.name}.new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_TRUNC | os.O_CREAT | os.O_CLOEXEC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.writelines(map(_write, kept))
        file.flush()
        os.fsync(descriptor)
    fresh.replace(path)
    sync(path.parent)


def read(path: Path) -> Sequence[Erasure]:
    """All erasures; none when there is no list. A line that can't be read is left out: the others count."""
    if not path.is_file():
        return []
    return [erasure for line in path.read_bytes().splitlines() if (erasure := _parse(line))]


def _write(one: Erasure) -> bytes:
    entry: dict[str, str | int] = {"hash": one.identity_hash, "at": to_micros(one.at)}
    if one.after is not None:
        entry["after"] = to_micros(one.after)
    return (json.dumps(entry) + "\n").encode()


def _parse(line: bytes) -> Erasure | None:
    try:
        entry = json.loads(line)
        after = from_micros(int(entry["after"])) if "after" in entry else None
        return Erasure(str(entry["hash"]), from_micros(int(entry["at"])), after)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None
