"""The PostgreSQL database: a few connections, each body SERIALIZABLE and run again when it lost a race.

Not here: one connection (postgres_session.py) and the tables (postgres_schema.py). Why it is built so:
docs/decisions/0024-postgresql.md.
"""

import asyncio
import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final, TypeVar

import psycopg

from loyalty.secrets import SecretSource
from storage import first_rows
from storage.faults import StorageFault
from storage.group_commit import Body, Clock, name_of
from storage.open_database import OpenDatabase
from storage.postgres_commits import Commits, forget_old
from storage.postgres_lock import ProcessLock
from storage.postgres_schema import continue_numbers, migrate
from storage.postgres_session import Session, as_fault, lost_a_race, refuse_without_rights

T = TypeVar("T")

_log = logging.getLogger(__name__)

WRITERS: Final = 4
READERS: Final = 2
REPORTERS: Final = 1
FREE_ATTEMPTS: Final = 5
"""After so many lost races a body is given the road alone: nobody begins before it is through."""
MOST_ATTEMPTS: Final = 15
SLOW_BODY_SECONDS: Final = 0.25
_ASKING_AGAIN_SECONDS: Final = 0.3
_UNIQUE: Final = "23505"
_WRITE: Final = "BEGIN ISOLATION LEVEL SERIALIZABLE; SELECT 1"
"""The SELECT takes the snapshot, so that nothing in it is of a later moment than `tx.now`."""
_READ: Final = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1"


class _OutcomeUnknown(Exception):
    def __init__(self, value: Any) -> None:
        super().__init__()
        self.value = value


class PostgresDatabase(OpenDatabase):
    """The cafe's database on a server."""

    def __init__(self, url: str, lock: ProcessLock, clock: Clock) -> None:
        self.on_deliveries: Callable[[], None] = lambda: None
        """Called on the event loop after a COMMIT that may have given the sender work; only a hint."""
        self.engine = f"PostgreSQL {lock.server_version}"
        self._url = url
        self._lock = lock
        self._clock = clock
        self._loop = asyncio.get_running_loop()
        self._writers = ThreadPoolExecutor(WRITERS, thread_name_prefix="writer")
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="reader")
        self._reporters = ThreadPoolExecutor(REPORTERS, thread_name_prefix="reporter")
        self._mine = threading.local()
        self._sessions: set[Session] = set()
        self._road = threading.Lock()
        self._closing = threading.Event()

    @classmethod
    async def open(cls, url: str, *, clock: Clock, secrets: SecretSource) -> "PostgresDatabase":
        """Connect, bring the schema up to date and give a new one its first rows.

        Raises StorageFault, storage.postgres_session.OldServerError and NoRightsError,
        storage.postgres_lock.AnotherCopyError, storage.postgres_schema.NoSchemaError, or
        storage.migrate.ForeignFileError and NewerFileError.
        """
        lock = await asyncio.to_thread(_prepare, url, clock, secrets)
        return cls(url, lock, clock)

    async def write(self, body: Callable[..., T]) -> T:
        """Run a body that may write; answered after the COMMIT (see loyalty.ports.Database)."""
        value: T = await self._run(self._writers, self._write, body)
        return value

    async def read(self, body: Callable[..., T]) -> T:
        """Run a body that only reads (see loyalty.ports.Database)."""
        value: T = await self._run(self._readers, self._read, body)
        return value

    async def report(self, body: Callable[..., T]) -> T:
        """Run a body that only reads and may take long (see loyalty.ports.Database)."""
        value: T = await self._run(self._reporters, self._read, body)
        return value

    async def scrub(self) -> None:
        """Nothing to do: what lies beside the tables is the server's own (see loyalty.ports.Database)."""

    async def close(self) -> None:
        """Finish what waits and hang up."""
        self._closing.set()
        for executor in (self._writers, self._readers, self._reporters):
            await asyncio.to_thread(executor.shutdown)
        for session in self._sessions:
            session.close()
        await asyncio.to_thread(self._lock.release)

    async def _run(self, executor: ThreadPoolExecutor, run: Callable[[Body], Any], body: Body) -> Any:
        # Shielded: a caller that is cancelled changes nothing about the outcome.
        return await asyncio.shield(asyncio.get_running_loop().run_in_executor(executor, run, body))

    def _write(self, body: Body) -> Any:
        self._lock.ensure()
        for attempt in range(FREE_ATTEMPTS):
            with self._road:
                pass  # somebody has it alone: wait until they are through
            done, value = self._try_to_write(body, attempt)
            if done:
                return value
        with self._road:
            for attempt in range(FREE_ATTEMPTS, MOST_ATTEMPTS):
                done, value = self._try_to_write(body, attempt)
                if done:
                    return value
        raise StorageFault("too many others write at the same time")

    def _try_to_write(self, body: Body, attempt: int) -> tuple[bool, Any]:
        """Whether it is done, and the body's result; False when it has to be run again."""
        try:
            value = self._in_transaction(_WRITE, body, commit=self._commit)
        except _OutcomeUnknown as unknown:
            return self._find_out(), unknown.value
        except psycopg.Error as error:
            # Two who write the same new row: the second sees it when it looks again, or fails for good.
            if lost_a_race(error) or self._session_lost() or (error.sqlstate == _UNIQUE and attempt < 2):
                self._rest(attempt)
                return False, None
            raise as_fault(error) or error from error
        return True, value

    def _read(self, body: Body) -> Any:
        for last in (False, True):
            try:
                return self._in_transaction(_READ, body, commit=_end_reading)
            except psycopg.Error as error:
                if last or not self._session_lost():
                    raise as_fault(error) or error from error
        raise AssertionError

    def _in_transaction(self, begin: str, body: Body, *, commit: Callable[[Session, Any], None]) -> Any:
        session = self._session()
        try:
            session.command(begin)
            value = self._call(session, body)
            commit(session, value)
        except BaseException:
            session.roll_back()
            raise
        if session.transaction.rows.deliveries_added:
            session.transaction.rows.deliveries_added = False
            self._loop.call_soon_threadsafe(self._ring)
        return value

    def _call(self, session: Session, body: Body) -> Any:
        began = time.perf_counter()
        try:
            return body(session.transaction.at(self._clock.now()))
        except StopIteration as error:  # a future refuses to hold one, and its caller would wait for ever
            raise RuntimeError(f"{error!r} in a transaction body") from error
        finally:
            took = time.perf_counter() - began
            if took > SLOW_BODY_SECONDS:
                _log.warning("slow transaction body %s: %d ms", name_of(body), took * 1000)

    def _commit(self, session: Session, value: Any) -> None:
        """Raises _OutcomeUnknown when the line broke after the COMMIT was sent."""
        try:
            self._commits().make(session)
        except psycopg.Error:
            if session.lost:
                raise _OutcomeUnknown(value) from None
            raise

    def _find_out(self) -> bool:
        """Whether it was committed, as soon as a server can say so; guessing would stamp twice or never."""
        _log.warning("a COMMIT was not answered; I ask what became of it")
        while not self._closing.wait(_ASKING_AGAIN_SECONDS):
            try:
                return self._commits().has_last(self._session(), self._clock.now())
            except StorageFault:
                continue
            except psycopg.Error as error:
                if as_fault(error) is None:  # it would come again each time
                    raise
        raise StorageFault("the bot stopped before the server could say what became of a transaction")

    def _commits(self) -> Commits:
        """This thread's own."""
        commits: Commits | None = getattr(self._mine, "commits", None)
        if commits is None:
            commits = self._mine.commits = Commits()
        return commits

    def _session(self) -> Session:
        """This thread's own; a new one when the line was lost."""
        session: Session | None = getattr(self._mine, "session", None)
        if session is None or session.lost:
            if session is not None:
                self._sessions.discard(session)
                session.close()
                self._lock.ensure(at_once=True)  # whatever cut this line may have cut the other
            session = self._mine.session = Session(self._url)
            self._sessions.add(session)
        return session

    def _session_lost(self) -> bool:
        session: Session | None = getattr(self._mine, "session", None)
        return session is None or session.lost

    def _rest(self, attempt: int) -> None:
        """Longer each time, and not the same for two threads."""
        if attempt:
            time.sleep(min(0.002 * 2**attempt, 0.1) * (0.5 + threading.get_ident() % 97 / 97))

    def _ring(self) -> None:
        self.on_deliveries()


def _end_reading(session: Session, _: Any) -> None:
    session.command("COMMIT")


def _prepare(url: str, clock: Clock, secrets: SecretSource) -> ProcessLock:
    lock = ProcessLock(url)
    try:
        session = Session(url)
        try:
            migrate(session, clock.now())
            session.command("BEGIN")
            forget_old(session, clock.now())
            values = first_rows.values(clock, secrets)
            new = [session.execute(statement, values).rowcount for statement in first_rows.STATEMENTS]
            if any(new):
                continue_numbers(session)  # above those that were given by name
            session.command("COMMIT")
        finally:
            session.close()
    except BaseException as error:
        lock.release()
        refuse_without_rights(error)
        if isinstance(error, psycopg.Error):
            raise as_fault(error) or error from error
        raise
    return lock
