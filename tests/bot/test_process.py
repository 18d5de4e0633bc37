"""The real process: `python -m bot` in a child, against the sandbox over HTTP.

Each start imports aiogram, so one story tells much. SIGKILL is drilled elsewhere (tests/drills).
"""

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import aiohttp
import pytest

from bot.clock import SystemClock
from bot.sandbox.person import Person
from tests.checked_server import CheckedServer
from tests.running_cafe import TOKEN

ROOT = Path(__file__).parents[2]


class Standing(SystemClock):
    """The system's clock, which nobody moves here."""

    def advance(self, _: object) -> None:
        raise AssertionError("nobody moves this clock")


@pytest.fixture
async def address() -> AsyncIterator[str]:
    server = CheckedServer(clock=Standing(), token=TOKEN)
    yield await server.start()
    await server.stop()


class Commands:
    """The command line with the settings of one cafe."""

    def __init__(self, folder: Path, address: str, token: str = TOKEN) -> None:
        self._environment = {
            "PATH": os.environ["PATH"],
            "BOT_TOKEN": token,
            "DATA_DIR": str(folder / "data"),
            "TELEGRAM_API": address,
            "TELEGRAM_LINK": address,
            "PYTHONPATH": str(ROOT),
        }
        self._folder = folder

    async def start(self, *words: str) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", *words, cwd=self._folder, env=self._environment,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip

    async def run(self, *words: str) -> tuple[int, str, str]:
        """Exit code, standard output, standard error."""
        process = await self.start(*words)
        out, err = await process.communicate()
        assert process.returncode is not None
        return process.returncode, out.decode(), err.decode()


@contextmanager
def ended(process: asyncio.subprocess.Process) -> Iterator[None]:
    try:
        yield
    finally:
        if process.returncode is None:
            process.kill()


async def until_started(process: asyncio.subprocess.Process) -> None:
    assert process.stderr is not None
    async with asyncio.timeout(40):
        while b"bot_started" not in (line := await process.stderr.readline()):
            assert line, "the bot ended before it started"


async def test_a_bot_runs_answers_the_other_commands_and_ends_on_sigterm(
    tmp_path: Path, address: str
) -> None:
    commands = Commands(tmp_path, address)
    assert (await commands.run("health"))[0] == 1
    process = await commands.start("run")
    with ended(process):
        await until_started(process)
        async with await Person.join(address, "Anna") as anna:
            await anna.starts()
            await anna.sees("This is your stamp card")
        code, out, _ = await commands.run("health")
        assert (code, out.splitlines()[0]) == (0, "All is well.")
        code, out, err = await commands.run("owner-link")
        assert (code, err) == (0, "")
        assert f"{address}/one_more_cup_bot?start=o_" in out
        code, _, err = await commands.run("run")
        assert (code, "Another copy of this bot is running" in err) == (75, True)
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        log = (await process.communicate())[1].decode()
    assert process.returncode == 0
    assert time.monotonic() - began < 20
    assert "bot_stopped" in log
    assert "start=o_" not in log
    assert TOKEN not in log


async def test_the_owner_link_is_made_without_a_running_bot_too(tmp_path: Path, address: str) -> None:
    code, out, err = await Commands(tmp_path, address).run("owner-link")
    assert (code, err) == (0, "")
    assert f"{address}/one_more_cup_bot?start=o_" in out


async def test_a_revoked_token_ends_the_bot_with_a_sentence_and_78(tmp_path: Path, address: str) -> None:
    other = "123456:" + "b" * 35
    code, _, err = await Commands(tmp_path, address, token=other).run("run")
    assert code == 78
    assert "Telegram does not know this token" in err
    assert other not in err


async def test_settings_that_are_wrong_are_all_named_at_once(tmp_path: Path) -> None:
    code, _, err = await Commands(tmp_path, "not an address", token="nonsense").run("run")
    assert code == 78
    assert "BOT_TOKEN" in err
    assert "TELEGRAM_API" in err
    assert "Traceback" not in err


async def test_a_file_of_another_program_is_left_alone(tmp_path: Path, address: str) -> None:
    (tmp_path / "data").mkdir()
    database = tmp_path / "data" / "cafe.sqlite3"
    database.write_bytes(b"somebody's holiday pictures" * 100)
    before = database.read_bytes()
    code, _, err = await Commands(tmp_path, address).run("run")
    assert code == 78
    assert "Traceback" not in err.splitlines()[-1]
    assert database.read_bytes() == before


async def test_the_sandbox_opens_with_a_cafe_that_is_set_up(tmp_path: Path) -> None:
    commands = Commands(tmp_path, "http://127.0.0.1:9")
    process = await commands.start("sandbox", "--port", "0")
    with ended(process):
        assert process.stdout is not None
        async with asyncio.timeout(50):
            while b"The sandbox is open: " not in (line := await process.stdout.readline()):
                assert line, "the sandbox ended before it opened"
        address = line.decode().rpartition(" ")[2].strip()
        async with aiohttp.ClientSession(address) as session, session.get("/sim/state") as response:
            people = (await response.json())["people"]
        assert [one["note"] for one in people] == ["owner", "barista", "customer"]
        async with await Person.meet(address, people[2]["id"]) as anna:
            await anna.sees("4 of 6")
        process.send_signal(signal.SIGTERM)
        said = (await process.communicate())[0].decode()
    assert process.returncode == 0
    port = address.rpartition(":")[2]
    assert f"To go on: .venv/bin/python -m bot sandbox --port {port}\n" in said


async def test_options_of_the_sandbox_that_can_not_be_are_refused_without_a_traceback(tmp_path: Path) -> None:
    commands = Commands(tmp_path, "http://127.0.0.1:9")
    (tmp_path / "file").touch()
    code, _, err = await commands.run("sandbox", "--port", "0", "--data-dir", "file")
    assert (code, err) == (
        78,
        f"{tmp_path}/file can't be the sandbox's folder: there is a file. Name another --data-dir.\n",
    )
    code, _, err = await commands.run("sandbox", "--port", "65536")
    assert (code, "Traceback" in err) == (2, False)
