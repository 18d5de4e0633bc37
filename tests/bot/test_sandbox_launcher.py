"""The sandbox as somebody starts it: what is said when, and what to type next.

Not here: the process and its exit code (test_process.py), the server (tests/sandbox).
"""

import asyncio
import os
import re
import signal
import socket
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.data_dir_lock import DataDirLock
from bot.sandbox.person import Person
from bot.sandbox_fresh import ASIDE
from bot.sandbox_hints import USUAL_DIR, Hints
from bot.sandbox_launcher import run_sandbox
from bot.stopping import CannotRun
from storage import erasures
from storage.backup_files import FOLDER_NAME, BackupKind, file_name
from storage.sqlite import FILE_NAME


class Start:
    """One start of a sandbox, and what it says."""

    def __init__(self, folder: Path, *, empty: bool = False, fresh: bool = False) -> None:
        self.said: list[str] = []
        self._folder = folder
        self._empty = empty
        self._fresh = fresh

    async def __aenter__(self) -> str:
        """The address, once it is said."""
        opened = asyncio.Event()

        def say(line: str) -> None:
            self.said.append(line)
            if "The sandbox is open" in line:
                opened.set()

        self._task = asyncio.create_task(
            run_sandbox(self._folder, port=0, fresh=self._fresh, empty=self._empty, say=say)
        )
        waiting = asyncio.create_task(opened.wait())
        async with asyncio.timeout(50):
            await asyncio.wait([self._task, waiting], return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        if self._task.done():
            await self._task
        return self.said[-1].rpartition(" ")[2]

    async def __aexit__(self, *_: object) -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        await self._task


async def refusal(folder: Path, *, port: int = 0) -> str:
    with pytest.raises(CannotRun) as refused:
        await run_sandbox(folder, port=port, fresh=False, empty=False, say=print)
    return f"{refused.value.exit_code}: {refused.value.sentence}"


async def test_an_empty_cafe_offers_an_owner_link_until_somebody_has_opened_one(tmp_path: Path) -> None:
    first = Start(tmp_path, empty=True)
    async with first:
        pass
    assert any("Nobody runs this cafe yet" in line for line in first.said)
    again = Start(tmp_path)
    async with again as address:
        (link,) = [line.rpartition(" ")[2] for line in again.said if "Nobody runs this cafe yet" in line]
        async with aiohttp.ClientSession(address) as session, session.get("/sim/state") as response:
            (visitor,) = (await response.json())["people"]
        async with await Person.meet(address, visitor["id"]) as maria:
            await maria.opens(link)
            await maria.starts()
            await maria.sees("You are the owner")
    late = Start(tmp_path, empty=True)
    async with late:
        pass
    assert late.said[0].startswith("There is a cafe already, so --empty changes nothing.")
    again_with = re.escape(f".venv/bin/python -m bot sandbox --data-dir {tmp_path} --port ")
    assert re.search(again_with + r"\d+ --fresh --empty$", late.said[0])


async def test_a_port_that_is_taken_is_said_once_with_a_command_for_another_one(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = await refusal(tmp_path, port=port)
    assert said == (
        f"1: Port {port} is taken by another program. Choose another one: "
        f".venv/bin/python -m bot sandbox --data-dir {tmp_path} --port 8081"
    )


async def test_a_folder_that_can_not_be_used_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert await refusal(tmp_path / "file") == (
        f"78: {tmp_path}/file can't be the sandbox's folder: there is a file. Name another --data-dir."
    )
    assert "there is a file" in await refusal(tmp_path / "file" / "deep")
    assert (await refusal(tmp_path / ("x" * 90))).startswith("78: ")
    assert not (tmp_path / ("x" * 90)).exists()


async def test_two_sandboxes_do_not_share_a_folder(tmp_path: Path) -> None:
    with DataDirLock(tmp_path):
        said = await refusal(tmp_path)
    assert said.startswith(f"75: A sandbox is running on {tmp_path} already. Stop it with Ctrl+C first")


def test_commands_name_the_folder_and_the_port_unless_they_are_the_usual_ones(tmp_path: Path) -> None:
    usual = Hints(USUAL_DIR.absolute())
    assert "To go on: make demo\n" in usual.stopped
    assert usual.stopped.endswith(": .venv/bin/python -m bot sandbox --fresh")
    other = Hints(tmp_path / "a cafe")
    assert f"To go on: .venv/bin/python -m bot sandbox --data-dir '{tmp_path}/a cafe'\n" in other.stopped
    moved = Hints(USUAL_DIR.absolute(), 8090)
    assert "To go on: .venv/bin/python -m bot sandbox --port 8090\n" in moved.stopped
    assert moved.stopped.endswith(": .venv/bin/python -m bot sandbox --port 8090 --fresh")


async def test_the_page_knows_the_command_that_goes_on_at_its_address_with_this_cafe(tmp_path: Path) -> None:
    async with Start(tmp_path, empty=True, fresh=True) as address:
        command = (await state(address))["start_again"]
    port = address.rpartition(":")[2]
    assert command == f".venv/bin/python -m bot sandbox --data-dir {tmp_path} --port {port}"


async def begins_anew(folder: Path) -> list[str]:
    """`--fresh`, and what it says; the port is taken, so that nothing runs afterwards."""
    said: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CannotRun):
            await run_sandbox(folder, port=port, fresh=True, empty=False, say=said.append)
    return said


def leaves_backup(folder: Path) -> Path:
    backup = folder / FOLDER_NAME / file_name(BackupKind.NIGHTLY, datetime(2025, 3, 14, tzinfo=UTC))
    backup.parent.mkdir(exist_ok=True)
    for path in (folder / FILE_NAME, folder / erasures.FILE_NAME, backup):
        path.touch()
    return backup


async def test_a_new_cafe_begins_without_the_old_one_which_is_put_aside_whole(tmp_path: Path) -> None:
    (tmp_path / "server").mkdir()
    old = leaves_backup(tmp_path)
    (said,) = await begins_anew(tmp_path)
    assert f"is kept in {tmp_path / ASIDE} until another one" in said
    assert f"sandbox --data-dir {tmp_path / ASIDE} --port" in said
    left = {path.name for path in tmp_path.iterdir()}
    assert not left & {FILE_NAME, FOLDER_NAME, erasures.FILE_NAME}
    kept = {str(path.relative_to(tmp_path / ASIDE)) for path in (tmp_path / ASIDE).rglob("*")}
    assert kept == {FILE_NAME, erasures.FILE_NAME, "server", FOLDER_NAME, str(old.relative_to(tmp_path))}
    leaves_backup(tmp_path).with_name("holiday.jpg").touch()
    await begins_anew(tmp_path)
    assert [path.name for path in (tmp_path / FOLDER_NAME).iterdir()] == ["holiday.jpg"]


async def test_a_cafe_that_is_played_survives_fresh_and_goes_on_in_the_folder_that_is_named(
    tmp_path: Path,
) -> None:
    async with Start(tmp_path):
        pass
    again = Start(tmp_path, empty=True, fresh=True)
    async with again as address:
        assert await notes_of_people(address) == ["opens the owner link"]
    assert "is kept in" in again.said[0]
    nobody_yet = Start(tmp_path, empty=True, fresh=True)
    async with nobody_yet:
        pass
    assert not any("is kept in" in line for line in nobody_yet.said), "a cafe of nobody is not missed"
    kept = Start(tmp_path / ASIDE)
    async with kept as address:
        assert await notes_of_people(address) == ["owner", "barista", "customer"]
    assert not any("Setting up" in line for line in kept.said)


async def notes_of_people(address: str) -> list[str]:
    return [one["note"] for one in (await state(address))["people"]]


async def state(address: str) -> dict[str, Any]:
    async with aiohttp.ClientSession(address) as session, session.get("/sim/state") as response:
        seen: dict[str, Any] = await response.json()
    return seen


@pytest.mark.parametrize("fresh", [True, False])
async def test_a_folder_with_a_real_cafe_is_refused_and_nothing_in_it_is_touched(
    tmp_path: Path, fresh: bool
) -> None:
    backup = leaves_backup(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(CannotRun, match="holds a cafe that is not the sandbox's"):
        await run_sandbox(tmp_path, port=0, fresh=fresh, empty=True, say=print)
    assert sorted(tmp_path.rglob("*")) == before
    assert backup.exists()
