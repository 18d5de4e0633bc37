"""The lock that lets one process at a time work on a data directory.

It guards no single file: the database, the inbox and the socket all stand behind it.
"""

import fcntl
import os
from pathlib import Path
from types import TracebackType
from typing import Final

from bot.stopping import EXIT_BUSY, CannotRun

LOCK_NAME: Final = "bot.lock"


class DataDirLock:
    """Held from entering to leaving; the system frees it when the process dies, however it dies."""

    def __init__(self, data_dir: Path) -> None:
        self._path = data_dir / LOCK_NAME
        self._descriptor: int | None = None

    def __enter__(self) -> "DataDirLock":
        """Raises CannotRun when another process holds it."""
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            raise CannotRun(
                f"Another copy of this bot is running on {self._path.parent}. Stop it first, or give this "
                "one a DATA_DIR of its own.",
                EXIT_BUSY,
            ) from None
        self._descriptor = descriptor
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
