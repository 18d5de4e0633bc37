"""The disk is full while the cafe is open: the bot goes on, says so, and loses nothing.

A small tmpfs where this account may mount one; elsewhere SQLite's own page limit stands in for it.
Not here: what the writer does with a failed batch (tests/storage).
"""

import asyncio
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from bot import pacing
from bot.control import ask
from storage import sqlite
from tests.running_cafe import RunningCafe, running_cafe

SMALL = "4m"


@pytest.fixture(autouse=True)
def quick_chats(monkeypatch: pytest.MonkeyPatch) -> None:
    """A chat's second is shorter here."""
    monkeypatch.setattr(pacing, "CHAT_INTERVAL_SECONDS", 0.02)


async def test_a_full_tmpfs_is_said_and_waited_out(tmp_path: Path) -> None:
    with _tmpfs(tmp_path) as small:
        if small is None:
            pytest.skip("this account may not mount a tmpfs; the page limit is tested instead")
        ballast = small / "ballast"
        async with running_cafe(small) as cafe:
            await _plays(cafe, fill=lambda: _fill(ballast), free=ballast.unlink)


async def test_a_full_database_is_said_and_waited_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[sqlite.SqliteDatabase] = []
    open_it = sqlite.SqliteDatabase.open

    async def keep(*args: Any, **named: Any) -> sqlite.SqliteDatabase:
        opened.append(await open_it(*args, **named))
        return opened[-1]

    monkeypatch.setattr(sqlite.SqliteDatabase, "open", keep)
    async with running_cafe(tmp_path) as cafe:
        database = opened[0]
        limit = "PRAGMA max_page_count = "
        await _plays(
            cafe,
            fill=lambda: database.write(lambda tx: tx.rows.all(limit + "1", {})),
            free=lambda: database.write(lambda tx: tx.rows.all(limit + "100000", {})),
        )


async def _plays(cafe: RunningCafe, *, fill: Any, free: Any) -> None:
    owner = await cafe.owner()
    anna = await cafe.customer("Anna")
    card = await owner.types_code(await anna.shows_code())
    await cafe.quiet()

    await _maybe(fill())
    for _ in range(8):  # what fits into pages that are there already may still be written
        await anna.says("Are you open on Sunday? " * 160)
    await owner.taps("+1", card, wait=0.5)
    for _ in range(100):
        report = await asyncio.to_thread(ask, cafe.settings.socket_path, "health")
        if not report["well"]:
            break
        await asyncio.sleep(0.1)
    for _ in range(20):  # whatever still fits is written in between: health does not flap with it
        report = await asyncio.to_thread(ask, cafe.settings.socket_path, "health")
        assert any("can't be written: the disk is full" in str(one) for one in report["troubles"]), report
        await asyncio.sleep(0.1)

    await _maybe(free())
    await anna.sees("+1 stamp · 1 of 6", timeout=40)
    for _ in range(400):  # everything that was asked meanwhile is answered, at the pace of one chat
        if cafe.rows("SELECT COUNT(*) FROM inbox WHERE state <> 'done'") == [(0,)]:
            break
        await asyncio.sleep(0.1)
    else:
        pytest.fail("updates that came while the disk was full are still waiting")
    assert cafe.rows("SELECT stamps FROM cards") == [(1,)]
    assert cafe.rows("PRAGMA integrity_check") == [("ok",)]
    report = await asyncio.to_thread(ask, cafe.settings.socket_path, "health")
    assert report["well"] is True, report


async def _maybe(result: Any) -> None:
    if asyncio.iscoroutine(result):
        await result


def _fill(ballast: Path) -> None:
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        for _ in range(64 * 1024):
            file.write(b"\0" * 512)


@contextmanager
def _tmpfs(folder: Path) -> Iterator[Path | None]:
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SMALL}", "tmpfs", str(folder)]
    try:
        permitted = subprocess.run(mount, check=False, capture_output=True).returncode == 0
    except OSError:
        permitted = False
    if not permitted:
        yield None
        return
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)
