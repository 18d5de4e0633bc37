"""One connection to PostgreSQL: how it is opened, what its statements look like, and what its errors mean.

Not here: transactions (postgres.py) and tables (postgres_schema.py). Everything here waits for the network
and belongs on a thread.
"""

import re
from functools import lru_cache
from typing import Any, Final

import psycopg
from psycopg.conninfo import conninfo_to_dict
from psycopg.rows import DictRow, dict_row
from psycopg.types.numeric import Int8BinaryDumper
from psycopg.types.string import StrDumper

from storage.faults import StorageFault
from storage.rows import Answer, Values
from storage.transaction import StoredTransaction

OLDEST_SERVER: Final = 130000
"""13: the first that says whether a transaction has written (pg_current_xact_id_if_assigned)."""
_CONNECTION: Final = {
    "fallback_application_name": "one-more-cup",  # an address may name another
    "connect_timeout": "5",
    # A server that vanishes without a word is noticed within seconds, not hours.
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "15000",
}
_SETTINGS: Final = """
    SET statement_timeout = '60s'; SET lock_timeout = '20s'; SET idle_in_transaction_session_timeout = '60s';
    SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3;
    SET client_min_messages = 'warning'; SET jit = off
"""
"""A statement here takes a millisecond; compiling one would cost more than it ever saves."""
_KEPT_STATEMENTS: Final = 512
_LOST_RACE: Final = ("40001", "40P01")
_PARAMETER: Final = re.compile(r"'(?:[^']|'')*'|--[^\n]*|::|:([a-z_]\w*)")


class OldServerError(Exception):
    """The server is too old, or does not keep its text in UTF-8."""


class NoRightsError(Exception):
    """The account may not do there what the bot needs."""


class _TextDumper(StrDumper):
    """Text as it is, but for NUL, which PostgreSQL can't keep."""

    def dump(self, obj: str) -> Any:
        """What is sent."""
        return super().dump(obj.replace("\0", "") if "\0" in obj else obj)


class Session:
    """A connection with the nouns over it; a lost one stays lost, and another is opened."""

    def __init__(self, url: str) -> None:
        """Raises StorageFault when the server can't be reached, OldServerError for one we can't use."""
        self._connection = _connect(url)
        self.transaction = StoredTransaction(self)

    @property
    def lost(self) -> bool:
        """Whether the line is gone."""
        return self._connection.closed

    def execute(self, statement: str, values: Values, /) -> Answer:
        """A statement with `:named` parameters."""
        sql, names = translate(statement)
        return self._connection.execute(sql, [values[name] for name in names])

    def command(self, script: str) -> None:
        """Statements without parameters, sent together."""
        self._connection.execute(script)

    def ask(self, query: str, *values: Any) -> Any:
        """The one value of a query with $1, $2 ..."""
        row = self._connection.execute(query, values).fetchone()
        return next(iter(row.values())) if row else None

    @property
    def raw(self) -> "psycopg.Connection[DictRow]":
        """psycopg's own connection, for copying whole tables."""
        return self._connection

    def roll_back(self) -> None:
        """End what is open, if the line still stands."""
        if not self.lost and self._connection.info.transaction_status != psycopg.pq.TransactionStatus.IDLE:
            try:
                self._connection.execute("ROLLBACK")
            except psycopg.Error:
                self.close()

    def close(self) -> None:
        """Hang up."""
        self._connection.close()


@lru_cache(maxsize=1024)
def translate(statement: str) -> tuple[str, tuple[str, ...]]:
    """The statement with $1, $2 ... in the place of `:named` parameters, and their names in that order."""
    names: list[str] = []

    def number(found: re.Match[str]) -> str:
        name = found.group(1)
        if name is None:
            return found.group(0)
        if name not in names:
            names.append(name)
        return f"${names.index(name) + 1}"

    return _PARAMETER.sub(number, statement), tuple(names)


def lost_a_race(error: psycopg.Error) -> bool:
    """Whether another transaction came first, so that the body has to be run again."""
    return error.sqlstate in _LOST_RACE


def refuse_without_rights(error: BaseException) -> None:
    """Raises NoRightsError if that is what the server said."""
    if isinstance(error, psycopg.errors.InsufficientPrivilege):
        raise NoRightsError(_first_line(error)) from error


def as_fault(error: psycopg.Error) -> StorageFault | None:
    """The fault that this error is; None for one that would come again each time."""
    state = error.sqlstate or ""
    passing = isinstance(
        error, psycopg.OperationalError | psycopg.InterfaceError | psycopg.errors.ReadOnlySqlTransaction
    )
    if not passing or state.startswith("54"):  # 54: our statement is too big for any server
        return None
    return StorageFault(_first_line(error))


def _first_line(error: psycopg.Error) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)


def _refuse_old(server: psycopg.ConnectionInfo) -> None:
    if server.server_version < OLDEST_SERVER:
        raise OldServerError("it is older than PostgreSQL 13")
    if server.parameter_status("server_encoding") != "UTF8":
        raise OldServerError("its encoding is not UTF8")


def _connect(url: str) -> "psycopg.Connection[DictRow]":
    try:
        connection = psycopg.connect(
            **{**_CONNECTION, **conninfo_to_dict(url)},  # type: ignore[arg-type]
            autocommit=True,  # BEGIN and COMMIT are ours
            row_factory=dict_row,
            cursor_factory=psycopg.RawCursor,
        )
    except psycopg.ProgrammingError:  # it would repeat what it can't read, and that may be the password
        raise StorageFault("the address can't be read") from None
    except psycopg.Error as error:
        raise StorageFault(_first_line(error)) from error
    try:
        _refuse_old(connection.info)
        connection.prepared_max = _KEPT_STATEMENTS
        # One type for all numbers and texts: else each size of a number prepares a statement of its own.
        connection.adapters.register_dumper(int, Int8BinaryDumper)
        connection.adapters.register_dumper(str, _TextDumper)
        connection.execute(_SETTINGS)
    except psycopg.Error as error:
        connection.close()
        raise as_fault(error) or error from error
    except BaseException:
        connection.close()
        raise
    return connection
