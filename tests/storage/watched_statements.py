"""Statements watched as they run: the plan that the database makes for each, and the steps that SQLite takes.

Not here: which of them are good enough (test_growth.py).
"""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import pytest

from storage.rows import Connection, Rows, Values
from storage.sqlite import FILE_NAME
from tests import databases

_STEPS_COUNTED: Final = 10
"""SQLite is asked after so many steps of its machine each time."""
_EXPLAINED: Final = ("SELECT", "INSERT", "UPDATE", "DELETE", "WITH")
_PLAN_OF_SQLITE: Final = re.compile(r"SCAN (?P<table>\w+)(?: USING (?:COVERING )?INDEX (?P<index>\w+))?")
_PLAN_OF_POSTGRES: Final = re.compile(r"Seq Scan on (?P<table>\w+)(?P<index>(?!))?")


@dataclass(frozen=True, slots=True)
class Scan:
    """A table, or an index of it, that a statement reads from its beginning to its end."""

    table: str
    index: str | None
    statement: str


@dataclass(slots=True)
class Watched:
    """What ran, by the text of the statement."""

    statements: dict[str, Values] = field(default_factory=dict)
    """With the values that each ran with first."""
    steps: Counter[str] = field(default_factory=Counter)
    """Tens of steps of SQLite's machine, of all its runs together."""

    def find_scans(self, folder: Path, tables: set[str]) -> Iterator[Scan]:
        """Every reading from end to end of one of these tables, as the database of this folder plans it."""
        pattern = _PLAN_OF_POSTGRES if databases.on_postgres() else _PLAN_OF_SQLITE
        for statement, line in self._explain(folder):
            if found := pattern.search(line):
                for table in _tables_called(found["table"], statement) & tables:
                    yield Scan(table, found["index"], statement)

    def _explain(self, folder: Path) -> Iterator[tuple[str, str]]:
        explained = [one for one in self.statements.items() if one[0].split()[0] in _EXPLAINED]
        if databases.on_postgres():
            reader = databases.workshop().reader
            # In a small table it would always read everything: it is asked what it does when it need not.
            reader.command("SET enable_seqscan = off")
            for statement, values in explained:
                plan = reader.execute(f"EXPLAIN {statement}", values).fetchall()
                yield from ((statement, row["QUERY PLAN"]) for row in plan)
            reader.command("SET enable_seqscan = on")
            return
        # Without foreign keys: what they look up is in the plan, but not done unless a row is missing.
        with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
            for statement, values in explained:
                plan = connection.execute(f"EXPLAIN QUERY PLAN {statement}", values).fetchall()
                yield from ((statement, row[3]) for row in plan)


@contextmanager
def watching(monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    """Databases that are opened meanwhile are watched."""
    watched, begin = Watched(), Rows.__init__

    def init(rows: Rows, connection: Connection, now: Any) -> None:
        begin(rows, _Watch(connection, watched), now)

    with monkeypatch.context() as patch:
        patch.setattr(Rows, "__init__", init)
        yield watched


@dataclass(frozen=True, slots=True)
class _Fetched:
    rowcount: int
    rows: list[Any]

    def fetchall(self) -> list[Any]:
        return self.rows


class _Watch:
    """Stands before a connection."""

    def __init__(self, connection: Any, watched: Watched) -> None:
        self._connection = connection
        self._watched = watched
        self._running = ""
        if not databases.on_postgres():
            connection.set_progress_handler(self._count, _STEPS_COUNTED)

    def execute(self, statement: str, values: Values) -> _Fetched:
        self._watched.statements.setdefault(statement, values)
        self._running = statement
        answer = self._connection.execute(statement, values)
        rows = answer.fetchall() if answer.description else []
        self._running = ""
        return _Fetched(answer.rowcount, rows)

    def _count(self) -> int:
        if self._running:
            self._watched.steps[self._running] += 1
        return 0


def _tables_called(name: str, statement: str) -> set[str]:
    """Which tables a name in a plan may mean: of its own name, or with this alias."""
    return {name, *re.findall(rf"\b(\w+)\s+(?:AS\s+)?{name}\b", statement)}
