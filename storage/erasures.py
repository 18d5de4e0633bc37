"""The list of erasures beside the database: append-only lines, so that a restored backup can't bring anybody
back.

Not here: the table `forgotten`, and who is forgotten.
"""

import json
import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from loyalty.erasures import Erasure
from storage.rows import from_micros, to_micros

FILE_NAME: Final = "erasures.jsonl"


def append(path: Path, identity_hash: str, at: datetime) -> None:
    """Add one erasure, on the disk when this returns. Raises OSError."""
    line = json.dumps({"hash": identity_hash, "at": to_micros(at)}) + "\n"
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        os.write(descriptor, line.encode())
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def read(path: Path) -> Sequence[Erasure]:
    """All erasures; none when there is no list. A line that was cut off by a dying machine is left out."""
    if not path.is_file():
        return []
    return [erasure for line in path.read_text("utf-8").splitlines() if (erasure := _parse(line))]


def _parse(line: str) -> Erasure | None:
    try:
        entry = json.loads(line)
        return Erasure(str(entry["hash"]), from_micros(int(entry["at"])))
    except (ValueError, KeyError, TypeError):
        return None
