"""PostgreSQL as somebody found it who read with bad intent: each is wrong still.

Not here: what both databases do at the counter (tests/use_cases/test_hostile_reading.py).
"""

from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict
from pydantic import SecretStr

from bot.clock import MovableClock
from bot.server import open_on_server
from bot.settings import Settings
from bot.stopping import CannotRun
from tests import databases
from tests.counter import PredictableSecrets
from tests.postgres import test_moving
from tests.running_cafe import TOKEN

HOSTILE = pytest.mark.xfail(strict=True, reason="hostile reading")
file = test_moving.file


@HOSTILE
async def test_an_account_that_may_not_create_tables_is_told_so(url: str, tmp_path: Path) -> None:
    """Since PostgreSQL 15 a new database is so for everybody but its owner: a traceback, no sentence."""
    name = conninfo_to_dict(url)["application_name"]
    with psycopg.connect(databases.SERVER, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {name} LOGIN; GRANT USAGE ON SCHEMA {name} TO {name}".encode())
        address = url.replace("postgres@", f"{name}@", 1)
        settings = Settings(bot_token=SecretStr(TOKEN), data_dir=tmp_path, database_url=SecretStr(address))
        try:
            with pytest.raises(CannotRun):
                await open_on_server(settings, address, clock=MovableClock(), secrets=PredictableSecrets())
        finally:
            connection.execute(f"DROP OWNED BY {name}; DROP ROLE {name}".encode())
