"""`sandbox --fresh`: a new cafe begins, and the one that was there is put aside, in the same folder.

Not here: setting the new one up (sandbox_cafe.py). Only what the sandbox itself has put there is moved or
removed: the folder may be somebody's home.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from bot.sandbox_place import SERVER_DIR
from storage import backup_files, erasures
from storage.inspection import inspect
from storage.migrate import ForeignFileError, NewerFileError
from storage.sqlite import FILE_NAME

ASIDE: Final = "before"


def begin_anew(data_dir: Path) -> Path | None:
    """Where the cafe that was there is kept, None when nobody would miss it; one is kept. Raises OSError.

    A sandbox can be started on what is kept.
    """
    aside = None
    if _would_be_missed(data_dir):
        aside = data_dir / ASIDE
        _remove(aside)
        for path in _belongings(data_dir):
            kept = aside / path.relative_to(data_dir)
            kept.parent.mkdir(mode=0o700, exist_ok=True)
            path.rename(kept)
    _remove(data_dir)
    return aside


def _would_be_missed(data_dir: Path) -> bool:
    """Somebody has become its owner, or it has backups; what can't be read may hold anything."""
    if (data_dir / SERVER_DIR).is_dir() and next(_backups(data_dir), None) is not None:
        return True
    path = data_dir / FILE_NAME
    try:
        return path.is_file() and inspect(path).owners > 0
    except (sqlite3.Error, ForeignFileError, NewerFileError):
        return True


def _belongings(data_dir: Path) -> list[Path]:
    found = list(data_dir.glob(f"{FILE_NAME}*"))
    if (data_dir / SERVER_DIR).is_dir():
        # Left behind, the new cafe would be offered the old one's backups, and forget its people in them.
        found += [data_dir / SERVER_DIR, *_backups(data_dir), data_dir / erasures.FILE_NAME]
    return [path for path in found if path.exists()]


def _backups(data_dir: Path) -> Iterator[Path]:
    for kind in backup_files.BackupKind:
        yield from backup_files.find_files(data_dir / backup_files.FOLDER_NAME, kind)


def _remove(data_dir: Path) -> None:
    for path in _belongings(data_dir):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    with suppress(OSError):  # not there, or something else lies in it
        (data_dir / backup_files.FOLDER_NAME).rmdir()
