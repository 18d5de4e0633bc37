"""The socket for the other commands, and the lock on the data directory.

What the commands do in a running bot is tested in test_process.py.
"""

import asyncio
import json
import socket
import stat
from pathlib import Path

import pytest

from bot.control import ControlSocket, NobodyAnswersError, ask
from bot.data_dir_lock import DataDirLock
from bot.stopping import EXIT_BUSY, CannotRun


async def hello() -> dict[str, object]:
    return {"hello": "café"}


async def test_a_command_is_answered(tmp_path: Path) -> None:
    control = ControlSocket(tmp_path / "bot.sock", {"hello": hello})
    await control.start()
    assert await asyncio.to_thread(ask, tmp_path / "bot.sock", "hello") == {"hello": "café"}
    assert "does not know" in (await asyncio.to_thread(ask, tmp_path / "bot.sock", "dance"))["error"]
    await control.stop()
    assert not (tmp_path / "bot.sock").exists()


async def test_only_the_bots_own_account_may_speak_to_it(tmp_path: Path) -> None:
    control = ControlSocket(tmp_path / "bot.sock", {})
    await control.start()
    assert stat.S_IMODE((tmp_path / "bot.sock").stat().st_mode) == 0o600
    await control.stop()


async def test_a_dead_processs_socket_is_taken_away_and_anything_else_is_not(tmp_path: Path) -> None:
    path = tmp_path / "bot.sock"
    with socket.socket(socket.AF_UNIX) as left_behind:
        left_behind.bind(str(path))
    control = ControlSocket(path, {"hello": hello})
    await control.start()
    assert await asyncio.to_thread(ask, path, "hello") == {"hello": "café"}
    await control.stop()
    path.write_text("somebody's notes")
    with pytest.raises(OSError, match="use"):
        await ControlSocket(path, {}).start()
    assert path.read_text() == "somebody's notes"


@pytest.mark.parametrize("line", [b"", b"nonsense\n", b"[1]\n", b"{}\n", b"x" * 100_000])
async def test_nonsense_on_the_socket_harms_nobody(tmp_path: Path, line: bytes) -> None:
    control = ControlSocket(tmp_path / "bot.sock", {"hello": hello})
    await control.start()
    reader, writer = await asyncio.open_unix_connection(tmp_path / "bot.sock")
    writer.write(line)
    writer.write_eof()
    answer = await reader.read()
    assert not answer or "error" in json.loads(answer)
    writer.close()
    await writer.wait_closed()
    assert await asyncio.to_thread(ask, tmp_path / "bot.sock", "hello") == {"hello": "café"}
    await control.stop()


def test_nobody_answers_where_no_bot_runs(tmp_path: Path) -> None:
    with pytest.raises(NobodyAnswersError):
        ask(tmp_path / "bot.sock", "health")


def test_a_second_process_on_the_same_data_is_refused_in_words(tmp_path: Path) -> None:
    with DataDirLock(tmp_path):
        with pytest.raises(CannotRun, match="Another copy of this bot is running") as refused:
            DataDirLock(tmp_path).__enter__()
        assert refused.value.exit_code == EXIT_BUSY
    with DataDirLock(tmp_path):
        pass
