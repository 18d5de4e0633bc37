"""What the terminal says when the server can't be used: in a sentence, and without the password.

Not here: which addresses are taken at all (tests/bot/test_settings.py), and moving (test_moving.py).
"""

from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict
from pydantic import SecretStr

from bot.clock import MovableClock
from bot.server import open_on_server, refusals
from bot.settings import Settings
from bot.stopping import EXIT_SETTINGS, CannotRun
from storage.postgres_lock import ProcessLock
from tests import databases
from tests.counter import PredictableSecrets
from tests.running_cafe import TOKEN


@pytest.mark.parametrize("password", ["100%sure", "12/34hidden"])
def test_a_password_that_was_not_written_as_an_address_wants_it_is_not_said(
    password: str, tmp_path: Path
) -> None:
    """libpq quotes what it can't read, and that is the password; what follows its slash is "the database"."""
    url = f"postgresql://cup:{password}@127.0.0.1:9/cafe"
    with pytest.raises((CannotRun, ValueError)) as refused:  # noqa: PT012 - either may refuse it
        Settings(bot_token=SecretStr(TOKEN), data_dir=tmp_path, database_url=SecretStr(url))
        with refusals(url):
            ProcessLock(url)
    assert not any(part in str(refused.value) for part in (password, "34hidden"))


def test_an_address_that_libpq_can_not_read_is_not_repeated() -> None:
    """Nobody hands it one, and if somebody did, it would quote the password."""
    url = "postgresql://cup:100%hidden@127.0.0.1:9/cafe"
    with pytest.raises(CannotRun, match="can't be read") as refused, refusals(url):
        ProcessLock(url)
    assert "hidden" not in str(refused.value)


async def test_an_account_that_may_not_create_tables_is_told_so(url: str, tmp_path: Path) -> None:
    """Since PostgreSQL 15 a new database is so for everybody but its owner: a traceback, no sentence."""
    name = conninfo_to_dict(url)["application_name"]
    with psycopg.connect(databases.SERVER, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {name} LOGIN; GRANT USAGE ON SCHEMA {name} TO {name}".encode())
        address = url.replace("postgres@", f"{name}@", 1)
        settings = Settings(bot_token=SecretStr(TOKEN), data_dir=tmp_path, database_url=SecretStr(address))
        try:
            with pytest.raises(CannotRun, match="may not do what the bot needs") as refused:
                await open_on_server(settings, address, clock=MovableClock(), secrets=PredictableSecrets())
            assert refused.value.exit_code == EXIT_SETTINGS
        finally:
            connection.execute(f"DROP OWNED BY {name}; DROP ROLE {name}".encode())
