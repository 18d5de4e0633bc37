"""What `python -m bot health` is told by the running bot: numbers, and in words what is wrong.

The loops report their own troubles to health.py; here the database is asked as well.
"""

import asyncio
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.health import Health
from loyalty.ids import ChatId
from loyalty.ports import Transaction
from loyalty.use_cases.receiving import CountWaiting, Waiting
from storage.open_database import OpenDatabase
from storage.sqlite_version import is_fixed

_PROBE_SECONDS: Final = 3.0
_NO_CHAT: Final = ChatId(0)
_OLD_SQLITE: Final = (
    f"SQLite {sqlite3.sqlite_version} is older than the mend of its WAL-reset bug (3.51.3, 3.50.7, 3.44.6). "
    "This bot has one writer and is safe from it; let no other program write to the database file."
)


@dataclass(frozen=True, slots=True)
class HealthReport:
    """Looks at everything once."""

    database: OpenDatabase
    health: Health
    by_webhook: bool
    versions: Mapping[str, str | int]
    """Of the program, the schema and SQLite."""

    async def __call__(self) -> dict[str, Any]:
        """`well`, `troubles` and `notes` in sentences, the numbers behind them, and versions."""
        troubles = self.health.sentences()
        waiting: Waiting | None = None
        try:
            async with asyncio.timeout(_PROBE_SECONDS):
                await self.database.write(_write_something)
                waiting = await CountWaiting(self.database)()
        except TimeoutError:
            troubles.append("The database does not answer.")
        except Exception as error:  # whatever it is, the report has to be given
            troubles.append(f"The database can't be written ({error}).")
        return {
            "well": not troubles,
            "troubles": troubles,
            "notes": self.health.pauses()
            + ([old] if (old := warn_of_old_sqlite(self.database.engine)) else []),
            "database": self.database.engine,
            "pauses": len(self.health.pauses()),
            "mode": "webhook" if self.by_webhook else "polling",
            "poll_age_seconds": self.health.poll_age,
            "webhook_age_seconds": self.health.webhook_age,
            **_numbers(waiting),
            "versions": dict(self.versions),
        }


def _numbers(waiting: Waiting | None) -> dict[str, float | None]:
    """None for each when the database could not be asked."""
    return {
        "updates_waiting": None if waiting is None else waiting.updates,
        "updates_age_seconds": None if waiting is None else waiting.updates_for.total_seconds(),
        "deliveries_waiting": None if waiting is None else waiting.deliveries,
        "deliveries_age_seconds": None if waiting is None else waiting.deliveries_for.total_seconds(),
    }


def warn_of_old_sqlite(engine: str = "SQLite") -> str | None:
    """The sentence for the log, None when this SQLite is mended, or the data is elsewhere."""
    return _OLD_SQLITE if engine.startswith("SQLite") and not is_fixed(_sqlite_version()) else None


def _sqlite_version() -> tuple[int, int, int]:
    major, minor, patch = sqlite3.sqlite_version_info
    return major, minor, patch


def _write_something(tx: Transaction) -> None:
    # A row that no chat has: only a real write finds a full disk.
    tx.deliveries.pause_chat(_NO_CHAT, tx.now)
