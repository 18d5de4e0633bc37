"""A cafe's database that is open, of whichever kind.

Not here: the kinds (sqlite.py, postgres.py); what bodies may do stands in loyalty.ports.
"""

from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar

from loyalty.ports import Database

T = TypeVar("T")


class OpenDatabase(Database, Protocol):
    """What the process needs beyond transactions."""

    on_deliveries: Callable[[], None]
    """Called on the event loop after a COMMIT that may have given the sender work; only a hint."""
    engine: str
    """What keeps the data, with its version: SQLite 3.51.3."""

    def write(self, body: Callable[..., T]) -> Awaitable[T]:
        """Run a body that may write (see loyalty.ports.Database)."""
        ...

    def read(self, body: Callable[..., T]) -> Awaitable[T]:
        """Run a body that only reads (see loyalty.ports.Database)."""
        ...

    def report(self, body: Callable[..., T]) -> Awaitable[T]:
        """Run a body that only reads and may take long (see loyalty.ports.Database)."""
        ...

    def close(self) -> Awaitable[None]:
        """Finish what waits and close it."""
        ...
