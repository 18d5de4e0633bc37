"""Statements in, rows out, and how times cross that border.

Not here: any statement; each stands in the module of its noun.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

Value = str | int | None
Values = Mapping[str, Value]


class Row(Protocol):
    """One row, its values by the names of their columns."""

    def __getitem__(self, column: str, /) -> Any:
        """A value. Raises LookupError for a column that was not asked for."""
        ...


class Answer(Protocol):
    """What a statement came to."""

    @property
    def rowcount(self) -> int:
        """How many rows it touched."""
        ...

    def fetchall(self) -> list[Any]:
        """Every row of it."""
        ...


class Connection(Protocol):
    """Runs a statement with `:named` parameters: sqlite3's own connection, or the one of postgres.py."""

    def execute(self, statement: str, values: Values, /) -> Answer:
        """Raises the database's own error."""
        ...


def to_micros(moment: datetime) -> int:
    """UTC microseconds, exactly (a float timestamp would round)."""
    return (moment - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """The moment behind UTC microseconds."""
    return _EPOCH + timedelta(microseconds=micros)


def maybe_from_micros(micros: int | None) -> datetime | None:
    """The moment behind UTC microseconds, None for NULL."""
    return None if micros is None else from_micros(micros)


class Rows:
    """One connection inside one transaction body: runs statements and reads every answer to the end."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self.now = now
        self.deliveries_added = False
        """Whether the sender should look; read and reset after each batch."""

    @property
    def now_micros(self) -> int:
        """The transaction's one moment in UTC microseconds."""
        return to_micros(self.now)

    def find(self, statement: str, values: Values) -> Row | None:
        """The one row, or None."""
        rows: list[Row] = self._connection.execute(statement, values).fetchall()
        return rows[0] if rows else None

    def get(self, statement: str, values: Values) -> Row:
        """The one row. Raises LookupError when there is none."""
        row = self.find(statement, values)
        if row is None:
            raise LookupError(f"no row: {statement.split(' WHERE ')[0]} {dict(values)}")
        return row

    def all(self, statement: str, values: Values) -> list[Row]:
        """All rows."""
        rows: list[Row] = self._connection.execute(statement, values).fetchall()
        return rows

    def change(self, statement: str, values: Values) -> int:
        """Write; answers how many rows it touched."""
        return self._connection.execute(statement, values).rowcount
