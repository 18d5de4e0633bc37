"""What `python -m bot health` is told by the running bot: numbers, and in words what is wrong.

The loops report their own troubles to health.py; the database is looked at as well. Nothing is written, and
no error's own text is told: it may name paths, servers and people, and whoever reaches the port may ask.
"""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.database_look import DatabaseLook
from bot.health import Health
from loyalty.use_cases.house.receiving import Waiting
from storage.sqlite_version import is_fixed

_OLD_SQLITE: Final = (
    f"SQLite {sqlite3.sqlite_version} is older than the mend of its WAL-reset bug (3.51.3, 3.50.7, 3.44.6). "
    "This bot has one writer and is safe from it; let no other program write to the database file."
)


@dataclass(frozen=True, slots=True)
class HealthReport:
    """Looks at everything once."""

    engine: str
    """Which database it is, as `OpenDatabase.engine`."""
    look: DatabaseLook
    health: Health
    by_webhook: bool
    versions: Mapping[str, str | int]
    """Of the program, the schema and SQLite."""

    async def __call__(self) -> dict[str, Any]:
        """`well`, `troubles` and `notes` in sentences, the numbers behind them, and versions."""
        looked = await self.look()
        troubles = self.health.sentences() + ([looked.problem] if looked.problem else [])
        return {
            "well": not troubles,
            "troubles": troubles,
            "notes": self.health.pauses() + ([old] if (old := warn_of_old_sqlite(self.engine)) else []),
            "database": self.engine,
            "pauses": len(self.health.pauses()),
            "mode": "webhook" if self.by_webhook else "polling",
            "poll_age_seconds": self.health.poll_age,
            "webhook_age_seconds": self.health.webhook_age,
            **_numbers(looked.waiting),
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
