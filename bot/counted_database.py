"""The database with a counter before it: how long bodies take, and what they wrote or refused at the counter.

Not here: transactions (storage), and what is done with the numbers (metrics.py).
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Final, TypeVar, get_args

from bot.counts import Counts
from loyalty.ledger import OperationKind
from loyalty.ports import Database, Transaction
from loyalty.refusals import Refusal, Refused

T = TypeVar("T")

_REFUSALS: Final = get_args(Refusal)


class CountedDatabase(Database):
    """Passes everything on. What was rolled back, or not taken by the disk, does not count as written."""

    def __init__(self, database: Database, counts: Counts) -> None:
        self._database = database
        self._counts = counts

    async def write(self, body: Callable[[Transaction], T]) -> T:
        """See loyalty.ports.Database."""
        return await self._run(self._database.write, body)

    async def read(self, body: Callable[[Transaction], T]) -> T:
        """See loyalty.ports.Database."""
        return await self._run(self._database.read, body)

    async def report(self, body: Callable[[Transaction], T]) -> T:
        """See loyalty.ports.Database."""
        return await self._run(self._database.report, body)

    async def scrub(self) -> None:
        """See loyalty.ports.Database."""
        await self._database.scrub()

    async def _run(self, run: Callable[..., Awaitable[T]], body: Callable[[Transaction], T]) -> T:
        watch = _Watch()
        try:
            result = await run(_watched(body, watch))
        except Refused as refused:
            self._counts.refusals[type(refused.refusal).__name__] += 1
            raise
        finally:
            self._counts.note_body(watch.seconds)
        self._counts.operations.update(watch.written)
        if isinstance(result, _REFUSALS):  # one that is remembered: it is raised after the COMMIT
            self._counts.refusals[type(result).__name__] += 1
        return result


@dataclass(slots=True)
class _Watch:
    """What a body took; it runs on the database's own thread, so nothing is counted there."""

    seconds: float = 0.0
    written: Sequence[OperationKind] = ()


def _watched(body: Callable[[Transaction], T], watch: _Watch) -> Callable[[Transaction], T]:
    def watched(tx: Transaction) -> T:
        began = perf_counter()
        try:
            return body(tx)
        finally:
            watch.seconds = perf_counter() - began
            watch.written = tx.ledger.written

    watched.__qualname__ = getattr(body, "__qualname__", watched.__qualname__)  # a slow one is logged by it
    return watched
