"""A cafe in a folder that is backed up and restored, files that are no good backups, and the commands.

Not here: tests.
"""

import asyncio
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from bot.cli import app
from bot.clock import MovableClock
from bot.restore import Prospect, Restore, Restored
from storage.backup_files import BackupKind, make_backup
from storage.migrate import FOLDER, migrate
from storage.sqlite import FILE_NAME
from tests.counter import (
    MORNING,
    Cafe,
    PredictableSecrets,
    a_staffed_file,
)
from tests.running_cafe import TOKEN

BALANCES = "SELECT customer_id, stamps FROM cards ORDER BY id"
"""What everybody has."""


@dataclass
class House:
    """A cafe in a folder, with a clock that outlives restarts."""

    folder: Path
    clock: MovableClock

    async def opens(self) -> Cafe:
        return await Cafe.open(
            self.folder, clock=self.clock, secrets=PredictableSecrets(str(self.clock.now()))
        )

    def backs_up(self) -> Path:
        kind, now = BackupKind.NIGHTLY, self.clock.now()
        return make_backup(self.folder / FILE_NAME, self.folder / "backups", kind=kind, now=now).path

    async def restores(self, file: Path, passphrase: str = "") -> Prospect:
        """What was said before; then it is done."""
        prospect, _ = await asyncio.to_thread(self._restore, file, passphrase)
        return prospect

    async def carries_out(self, file: Path) -> Restored:
        """What was said after it was done."""
        _, restored = await asyncio.to_thread(self._restore, file, "")
        return restored

    def _restore(self, file: Path, passphrase: str) -> tuple[Prospect, Restored]:
        restore = Restore(self.folder, clock=self.clock)
        try:
            return restore.prepare(file, lambda: passphrase), restore.carry_out()
        finally:
            restore.close()

    def rows(self, query: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.folder / FILE_NAME)) as connection:
            return connection.execute(query).fetchall()


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (id INTEGER)")


def newer(path: Path) -> None:
    shutil.copy(a_staffed_file(), path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO schema_migrations VALUES (9999, '9999_future.sql', 'x', 0)")
        connection.commit()


def unbalanced(path: Path) -> None:
    shutil.copy(a_staffed_file(), path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "INSERT INTO customers (id, name, language, location_id, joined_at) VALUES (1, '', '', 1, 0)"
        )
        connection.execute(
            "INSERT INTO cards (customer_id, scheme_id, goal, stamps, opened_at) VALUES (1, 1, 6, 5, 0)"
        )
        connection.commit()


def cut_off(path: Path) -> None:
    path.write_bytes(a_staffed_file().read_bytes()[:40_000])


def a_first_version(path: Path) -> None:
    """A file from before the second migration."""
    folder = path.parent / "only-the-first"
    folder.mkdir()
    shutil.copy(FOLDER / "0001_counter.sql", folder)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection, MORNING, folder)
        connection.execute("INSERT INTO installation VALUES (1, 'key', 0)")
        connection.execute("INSERT INTO locations VALUES (1, '', 0)")
        connection.execute("INSERT INTO schemes VALUES (1, 'coffee', 0)")
        connection.execute("INSERT INTO programs VALUES (1, '{\"goal\": 9}', NULL, 0)")
        connection.execute("INSERT INTO staff VALUES (1, 1001, 'Anna', 'owner', 'en', 1, 0, NULL)")


def command(folder: Path, *words: str, answer: str = "", **more: str) -> tuple[int, str]:
    """A command of the terminal in this process: exit code, everything it said."""
    settings = {"BOT_TOKEN": TOKEN, "DATA_DIR": str(folder), "TELEGRAM_API": "http://127.0.0.1:9"} | more
    result = CliRunner().invoke(app, list(words), env=settings, input=answer)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output
