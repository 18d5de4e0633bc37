"""The cafe's data on a PostgreSQL server (DATABASE_URL): what may be in the way, each in a sentence.

Not here: SQL and connections (storage/postgres.py), which are imported only when a server is asked for.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import structlog

from bot.backups import BackupError, back_up
from bot.settings import Settings
from bot.stopping import EXIT_BUSY, EXIT_FAILED, EXIT_SETTINGS, CannotRun
from loyalty.secrets import SecretSource
from storage.backup_files import BackupKind
from storage.faults import StorageFault
from storage.group_commit import Clock
from storage.migrate import ForeignFileError, NewerFileError

if TYPE_CHECKING:
    from storage.postgres import PostgresDatabase

_log = structlog.get_logger(__name__)

NO_DRIVER: Final = (
    "DATABASE_URL names a PostgreSQL server, and the package that speaks with one is not installed. Install "
    "it with `.venv/bin/python -m pip install 'psycopg[binary]'`, or take DATABASE_URL away."
)
RESTORE_ELSEWHERE: Final = (
    "The data is on a PostgreSQL server, and a backup is restored into DATA_DIR. Nothing was changed. Take "
    "DATABASE_URL away and type this again; then set DATABASE_URL to an empty database and type "
    "`python -m bot move`."
)


def url_of(settings: Settings) -> str | None:
    """Where the server is, password and all; None when the data lies in DATA_DIR. Raises CannotRun."""
    if settings.database_url is None:
        return None
    try:
        import psycopg  # noqa: F401  (whether it can be imported is the question)
    except ImportError:
        raise CannotRun(NO_DRIVER, EXIT_SETTINGS) from None
    return settings.database_url.get_secret_value()


def place_of(url: str) -> str:
    """The server and the database in words, without name and password."""
    parts = urlsplit(url)
    return (
        f"PostgreSQL at {parts.hostname or 'this machine'}, database {parts.path.strip('/') or 'by default'}"
    )


def refuse_restore(settings: Settings) -> None:
    """A backup becomes a file first, and that moves. Raises CannotRun for data on a server."""
    if settings.database_url is not None:
        raise CannotRun(RESTORE_ELSEWHERE, EXIT_SETTINGS)


async def open_on_server(
    settings: Settings, url: str, *, clock: Clock, secrets: SecretSource
) -> "PostgresDatabase":
    """The cafe's database, brought up to date. Raises CannotRun; nothing was changed then."""
    from storage.postgres import PostgresDatabase

    with refusals(url):
        await _back_up_before_migration(settings, url, clock)
        return await PostgresDatabase.open(url, clock=clock, secrets=secrets)


@contextmanager
def refusals(url: str) -> Iterator[None]:
    """Whatever is wrong with the server becomes a sentence: CannotRun."""
    from storage.postgres_lock import AnotherCopyError
    from storage.postgres_schema import NoSchemaError
    from storage.postgres_session import NoRightsError, OldServerError

    place = place_of(url)
    try:
        yield
    except AnotherCopyError:
        problem, code = f"Another copy of this bot works on {place}. Stop it first.", EXIT_BUSY
    except ForeignFileError:
        problem = f"{place} holds tables of another program. Give the bot a database or a schema of its own."
        code = EXIT_SETTINGS
    except NewerFileError:
        problem = f"{place} was written by a newer version of this bot. Run that version, or a newer one."
        code = EXIT_SETTINGS
    except NoSchemaError:
        problem = f"{place} has no schema that DATABASE_URL may write in. Look at its search_path."
        code = EXIT_SETTINGS
    except NoRightsError as error:
        problem = (
            f"In {place} the account of DATABASE_URL may not do what the bot needs ({error}). Let it own the "
            "database or its schema: ALTER DATABASE name OWNER TO account."
        )
        code = EXIT_SETTINGS
    except OldServerError as error:
        problem, code = (
            f"{place} can't be used: {error}. It has to be PostgreSQL 13 or newer, in UTF8.",
            EXIT_SETTINGS,
        )
    except BackupError as error:
        problem = f"{place} is of an older version and has to be backed up before it is changed. {error}"
        code = EXIT_FAILED
    except StorageFault as error:
        problem = f"{place} can't be opened ({error}). Look whether the server runs, and at DATABASE_URL."
        code = EXIT_FAILED
    else:
        return
    raise CannotRun(problem, code)


async def _back_up_before_migration(settings: Settings, url: str, clock: Clock) -> None:
    from storage.postgres_copies import version_of_server

    version, missing = await asyncio.to_thread(version_of_server, url)
    if version and missing:
        made = await asyncio.to_thread(
            back_up, settings.data_dir, kind=BackupKind.BEFORE_MIGRATION, now=clock.now(), url=url
        )
        _log.info("backed_up_before_migration", file=made.path.name)
