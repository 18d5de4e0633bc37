"""A server of the test's own that dies while a COMMIT is on its way: what was acknowledged must be there.

Not here: a line that breaks while the server lives on (test_transactions.py).
"""

import asyncio
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from storage.postgres_session import Session
from tests import databases
from tests.postgres.line import COMMIT, Line
from tests.postgres.test_transactions import joins, opened

_USUAL_PLACES = ("/usr/lib/postgresql/*/bin", "/usr/local/pgsql/bin", "/opt/homebrew/opt/postgresql*/bin")


def find_programs() -> Path | None:
    """The folder with `initdb` and `pg_ctl`; Debian keeps it out of the PATH."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    folders = [folder for place in _USUAL_PLACES for folder in Path("/").glob(place[1:])]
    return max((one for one in folders if (one / "initdb").is_file()), default=None)


class OwnServer:
    """A cluster with the settings of every new one; port and folder are the test's."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs = programs
        self._data, self._copy, self._log = folder / "data", folder / "copy", folder / "log"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"postgresql://postgres@127.0.0.1:{self.port}/postgres"
        self._user = "postgres" if os.getuid() == 0 else None  # it refuses to run as root
        if self._user:
            shutil.chown(folder, self._user)
        self._run("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8")
        self.starts()

    def starts(self) -> None:
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
        self._run("pg_ctl", "-w", "-l", str(self._log), "-o", options, "start")

    def dies(self) -> None:
        """As by `kill -9` or without power: nothing is written any more, and recovery follows."""
        self._run("pg_ctl", "-w", "-m", "immediate", "stop")

    def dies_and_comes_back(self) -> None:
        """What was not on the disk is gone."""
        self.dies()
        self.starts()

    def is_copied(self) -> None:
        """A second server that has everything up to now, and hears of nothing later."""
        self._run("pg_ctl", "-w", "-m", "fast", "stop")
        subprocess.run(["cp", "-a", str(self._data), str(self._copy)], check=True)
        self.starts()

    def gives_way_to_its_copy(self) -> None:
        """It dies, and whoever asks for it gets the copy."""
        self.dies()
        self._data = self._copy
        self.starts()

    def _run(self, program: str, *words: str) -> None:
        command = [str(self._programs / program), "-D", str(self._data), *words]
        subprocess.run(command, check=True, user=self._user, stdout=subprocess.DEVNULL, cwd="/")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[OwnServer]:
    programs = find_programs()
    if programs is None:
        pytest.skip("PostgreSQL's initdb is not on this machine")
    folder = Path(tempfile.mkdtemp(prefix="own-server-"))  # pytest's own folders are closed to `postgres`
    server = OwnServer(programs, folder)
    monkeypatch.setattr(databases, "SERVER", server.url)
    yield server
    server.dies()
    shutil.rmtree(folder)


class DeadlyLine(Line):
    """The server dies when the next COMMIT is on its way, and is there again at once."""

    def __init__(self, kill: Callable[[], None]) -> None:
        super().__init__()
        self._kill = kill
        self.kills = False

    async def _ask(self, reader: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        while said := await reader.read(65536):
            if COMMIT in said and self.kills:
                self.kills = False
                self._kill()
                return
            back.write(said)
            await back.drain()


async def test_what_a_server_lost_by_dying_is_not_taken_for_what_another_transaction_did(
    server: OwnServer,
) -> None:
    """A transaction's number leaves no trace before its COMMIT is on the disk, so after a crash it is given
    again: whoever asks by it hears of somebody else's.
    """
    line = DeadlyLine(server.dies_and_comes_back)
    await line.mend()
    database = await opened(line.url_through(server.url))
    await database.write(joins(1))
    line.kills = True
    told = asyncio.create_task(database.write(joins(2)))
    await asyncio.sleep(0.05)
    for number in range(3, 8):  # the rush goes on
        await database.write(joins(number))
    assert await told == "Guest 2"
    await database.close()
    await line.cut()
    assert names_on(server) == {f"Guest {number}" for number in range(1, 8)}


async def test_what_a_copy_that_was_behind_never_heard_of_is_done_there(server: OwnServer) -> None:
    """After a failover to it, the numbers of the last transactions are still to come: it can't say
    what became of them, and whoever asked on would hold a writer for ever.
    """
    line = DeadlyLine(server.gives_way_to_its_copy)
    await line.mend()
    database = await opened(line.url_through(server.url))
    await database.write(joins(1))
    server.is_copied()
    for number in range(2, 6):
        await database.write(joins(number))
    line.kills = True
    body = joins(6)
    assert await asyncio.wait_for(database.write(body), 20) == "Guest 6"
    assert body.runs == 2
    await database.close()
    await line.cut()
    assert names_on(server) == {"Guest 1", "Guest 6"}


def names_on(server: OwnServer) -> set[str]:
    session = Session(server.url)
    names = {row["name"] for row in session.execute("SELECT name FROM customers", {}).fetchall()}
    session.close()
    return names
