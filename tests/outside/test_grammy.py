"""grammY, on Node, against the sandbox: polls, sends, edits, uploads, answers a tap, reads a file.

Not here: its bot (grammy_bot.js) and what is expected of it (visit.py).
"""

import asyncio
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.outside.visit import FIRST, NOBODY, SECOND, TOKEN, visit

HERE = Path(__file__).parent
OLDEST_NODE = 18
"""It has `fetch`, with which a bot of today reads a file."""


def node() -> str:
    """Where Node is. Skips the test where it or grammY is absent."""
    program = shutil.which("node")
    if program is None:
        pytest.skip("Node is not installed, so nobody plays grammY")
    version = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout
    if int(version.strip("v\n").partition(".")[0]) < OLDEST_NODE:
        pytest.skip(f"Node {OLDEST_NODE} or newer is wanted, here is {version.strip()}")
    if not (HERE / "node_modules" / "grammy").exists():
        pytest.skip("grammY is not installed: `make setup` brings it where npm reaches its registry")
    return program


async def test_grammy_understands_the_sandbox_and_is_understood(address: str, tmp_path: Path) -> None:
    pictures = {"FIRST": tmp_path / "first.png", "SECOND": tmp_path / "second.png"}
    pictures["FIRST"].write_bytes(FIRST)
    pictures["SECOND"].write_bytes(SECOND)
    told = {"TELEGRAM_API": address, "BOT_TOKEN": TOKEN, "NOBODY": str(NOBODY)}
    bot = await asyncio.create_subprocess_exec(
        node(), "grammy_bot.js", cwd=HERE, stderr=asyncio.subprocess.PIPE,
        env={**os.environ, **told, **{name: str(path) for name, path in pictures.items()}},
    )  # fmt: skip
    try:
        await visit(address)
    finally:
        if bot.returncode is None:
            bot.terminate()
        _, complaints = await bot.communicate()
        assert not complaints, complaints.decode()
    assert bot.returncode == 0
