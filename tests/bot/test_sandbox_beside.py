"""Commands beside a demo: which cafe they look at, and how to ask about the other.

Not here: what the doctor finds in a real cafe (test_doctor.py).
"""

import asyncio
from pathlib import Path

import aiohttp
import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.sandbox_hints import USUAL_DIR
from bot.stopping import EXIT_BUSY, EXIT_FAILED, EXIT_OK, EXIT_SETTINGS
from storage.sqlite import FILE_NAME
from tests.bot.test_sandbox_launcher import Start, notes_of_people


def typed(*words: str, **settings: str) -> tuple[int, str]:
    """A command in the folder of the project, with these settings and no others: exit code, all it said."""
    environment = {"BOT_TOKEN": None, "BOT_TOKEN_FILE": None, "DATA_DIR": None, **settings}
    result = CliRunner().invoke(app, list(words), env=environment)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def test_beside_a_running_demo_both_say_of_which_cafe_they_speak(project: Path) -> None:
    demo = project / USUAL_DIR
    async with Start(demo):
        for command in ("health", "doctor", "backup", "restore FILE"):
            code, said = await asyncio.to_thread(typed, *command.split())
            assert code != EXIT_OK
            assert "BOT_TOKEN is missing" in said
            hint = f"The demo's cafe in {demo} is another one: .venv/bin/python -m bot {command} --sandbox"
            assert hint in said
        code, said = await asyncio.to_thread(typed, "health", "--sandbox")
        assert (code, said.splitlines()[:2]) == (EXIT_OK, ["All is well.", f"Asked: the bot of {demo}."])
        code, said = await asyncio.to_thread(typed, "doctor", "--sandbox")
        assert code == EXIT_OK, said
        assert said.startswith(f"ok      Cafe: 'One More Cup', in {demo}.\n")
        assert "ok      Token: it is the one of @" in said
        assert "ok      Bot: it is running, and all is well.\nAll is well.\n" in said
        assert "ok      Owner: one person owns this cafe.\n" in said
        assert (
            "note    Backup: there is none yet. To make one: .venv/bin/python -m bot backup --sandbox\n"
            in said
        )
        assert "note    Copies: the demo's backups stay on this machine.\n" in said
        assert "ok      Own words: there are none" in said
    code, said = await asyncio.to_thread(typed, "doctor", "--sandbox")
    assert (code, "the sandbox is not running now" in said) == (EXIT_OK, True)
    code, said = await asyncio.to_thread(typed, "health", "--sandbox")
    assert (code, said) == (EXIT_FAILED, f"The bot of {demo} is not running, or it does not answer.\n")


async def test_the_doctor_goes_by_the_clock_of_the_sandbox_when_it_was_moved(project: Path) -> None:
    async with Start(project / USUAL_DIR, empty=True) as address, aiohttp.ClientSession(address) as session:
        await session.post("/sim/clock", json={"advance_seconds": 86_400})
        code, said = await asyncio.to_thread(typed, "doctor", "--sandbox")
        assert (code, "ok      Clock: it agrees with Telegram's." in said) == (EXIT_OK, True), said
        assert "note    Owner: nobody owns this cafe yet. Each start of the sandbox prints a link" in said
        await session.post("/sim/faults", json={"kind": "clock_offset", "seconds": 3600})
        code, said = await asyncio.to_thread(typed, "doctor", "--sandbox")
        assert (code, "PROBLEM Clock: it is 3" in said) == (EXIT_FAILED, True), said


async def test_a_backup_of_the_demo_is_made_while_it_is_played_and_brought_back_when_it_is_stopped(
    project: Path,
) -> None:
    async with Start(project / USUAL_DIR):
        code, said = await asyncio.to_thread(typed, "backup", "--sandbox")
        assert code == EXIT_OK, said
        file = said.split()[-1]
        code, said = await asyncio.to_thread(typed, "restore", "--sandbox", "--yes", file)
        assert (code, "Stop it with Ctrl+C first. Nothing was changed." in said) == (EXIT_BUSY, True)
    code, said = await asyncio.to_thread(typed, "restore", "--sandbox", "--yes", file)
    assert code == EXIT_OK, said
    assert "The backup is of " in said
    assert "Restored. To go on: make demo\n" in said
    async with Start(project / USUAL_DIR) as address:
        assert await notes_of_people(address) == ["owner", "barista", "customer"]


def test_a_cafe_of_ones_own_that_does_not_run_is_named_and_the_demo_beside_it(project: Path) -> None:
    token = "123456:" + "a" * 35
    own = project / "own"
    code, said = typed("health", BOT_TOKEN=token, DATA_DIR=str(own))
    assert (code, said) == (EXIT_FAILED, f"The bot of {own} is not running, or it does not answer.\n")
    (project / USUAL_DIR / "server").mkdir(parents=True)
    (project / USUAL_DIR / FILE_NAME).touch()
    code, said = typed("health", BOT_TOKEN=token, DATA_DIR=str(own))
    assert said.splitlines()[1].endswith("-m bot health --sandbox")


def test_where_no_sandbox_is_that_is_said_with_how_to_make_one(project: Path) -> None:
    for command in ("health", "doctor", "backup"):
        code, said = typed(command, "--sandbox")
        assert (code, said) == (
            EXIT_SETTINGS, f"{project / USUAL_DIR} holds no cafe of a sandbox. To make one: make demo\n"
        )  # fmt: skip
        code, said = typed(command, "--data-dir", "elsewhere")
        assert said.endswith(f"python -m bot sandbox --data-dir {project / 'elsewhere'}\n")
