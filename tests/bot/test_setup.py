"""`python -m bot setup`: what it asks, writes and says; bad input is met with sentences.

The real process stands at the end; what the owner then does in Telegram is a journey (tests/journeys).
"""

import asyncio
import os
import re
import shutil
import signal
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import aiohttp
import pytest

from bot.env_writing import EnvWritingError, write_value
from bot.sandbox.person import Person
from bot.settings import read_settings
from bot.setup import NOTHING_TYPED, SetUp
from bot.stopping import CannotRun
from storage.sqlite import FILE_NAME
from tests.bot.test_process import ROOT, Standing, ended
from tests.counter import a_staffed_file
from tests.running_cafe import TOKEN

from tests.checked_server import CheckedServer  # isort: skip

REVOKED = "123456:" + "b" * 35


pytestmark = pytest.mark.usefixtures("folder")


@pytest.fixture
async def address(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[str]:
    """A server that knows one token."""
    server = CheckedServer(clock=Standing(), token=TOKEN)
    address = await server.start()
    monkeypatch.setenv("TELEGRAM_API", address)
    monkeypatch.setenv("TELEGRAM_LINK", address)
    yield address
    await server.stop()


def typing(*lines: str) -> tuple[list[str], Callable[[str], str | None]]:
    """What was asked, and how it is answered; after the last line the input is closed."""
    asked: list[str] = []
    rest = iter(lines)

    def ask(question: str) -> str | None:
        asked.append(question)
        return next(rest, None)

    return asked, ask


async def refused_with(*lines: str) -> tuple[list[str], CannotRun]:
    """What was said before the command gave up, and with which sentence it did."""
    said: list[str] = []
    _, ask = typing(*lines)
    with pytest.raises(CannotRun) as caught:
        await asyncio.to_thread(SetUp(said.append, ask))
    return said, caught.value


async def test_a_closed_input_ends_with_a_sentence_and_nothing_is_written(folder: Path, address: str) -> None:
    said, failure = await refused_with()
    assert (failure.sentence, failure.exit_code) == (NOTHING_TYPED, 78)
    assert "@BotFather" in said[0]
    assert not (folder / ".env").exists()


async def test_what_is_no_token_is_said_and_asked_again(address: str) -> None:
    said, _ = await refused_with("\n", "hello\n", "123:abc\n")
    assert [("@BotFather" in one) for one in said] == [True] * 4
    assert said[2].startswith("What you typed holds something that is not a bot token")


async def test_a_revoked_token_is_said_and_never_shown_or_kept(folder: Path, address: str) -> None:
    said, _ = await refused_with(REVOKED)
    assert said[-1].startswith("Telegram does not know this token")
    assert REVOKED not in "".join(said)
    assert not (folder / ".env").exists()


async def test_without_a_network_it_says_what_to_look_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_API", "http://127.0.0.1:9")
    _, failure = await refused_with(TOKEN)
    assert failure.sentence.startswith("Telegram can't be reached (")
    assert "TELEGRAM_PROXY" in failure.sentence
    assert (failure.exit_code, TOKEN in failure.sentence) == (1, False)


async def test_another_programs_webhook_stays_unless_the_owner_says_yes(folder: Path, address: str) -> None:
    async with aiohttp.ClientSession() as session:
        await session.post(f"{address}/bot{TOKEN}/setWebhook", json={"url": "https://example.org/hook"})
        _, failure = await refused_with(TOKEN, "\n")
        assert failure.sentence.startswith("The webhook stays.")
        async with session.get(f"{address}/bot{TOKEN}/getWebhookInfo") as answer:
            assert (await answer.json())["result"]["url"]


async def test_the_bots_own_webhook_is_no_question(
    folder: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = "https://cup.example.org/telegram"
    monkeypatch.setenv("WEBHOOK_URL", url)
    monkeypatch.setenv("HTTP_PORT", "8081")
    (folder / "data").mkdir()
    shutil.copy(await asyncio.to_thread(a_staffed_file), folder / "data" / FILE_NAME)
    async with aiohttp.ClientSession(address) as session:
        await session.post(f"/bot{TOKEN}/setWebhook", json={"url": url})
        asked, ask = typing(TOKEN)
        said: list[str] = []
        await asyncio.to_thread(SetUp(said.append, ask))
        assert said[-1].startswith("This cafe is set up")
        assert not [question for question in asked if "Take it away" in question]
        async with session.get(f"/bot{TOKEN}/getWebhookInfo") as answer:
            assert (await answer.json())["result"]["url"] == url


async def test_a_revoked_token_of_the_environment_is_no_question(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("BOT_TOKEN", REVOKED)
    _, failure = await refused_with(TOKEN)
    assert failure.exit_code == 78
    assert "BOT_TOKEN of the environment" in failure.sentence


def test_the_token_takes_the_place_of_an_older_one_and_all_other_lines_stay(folder: Path) -> None:
    file = folder / ".env"
    file.write_text("# mine\nLOG_LEVEL=DEBUG\nBOT_TOKEN=old\nTZ=Europe/Riga", encoding="utf-8")
    file.chmod(0o644)
    write_value(file, "BOT_TOKEN", TOKEN)
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines == ["# mine", "LOG_LEVEL=DEBUG", f"BOT_TOKEN={TOKEN}", "TZ=Europe/Riga"]
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(folder.iterdir()) == [file]


def test_of_two_lines_the_one_that_is_read_gets_the_token_and_the_other_goes(folder: Path) -> None:
    file = folder / ".env"
    file.write_text(f"BOT_TOKEN={REVOKED}\nTZ=UTC\nexport BOT_TOKEN={REVOKED}\n# mine\n", encoding="utf-8")
    write_value(file, "BOT_TOKEN", TOKEN)
    assert file.read_text(encoding="utf-8") == f"TZ=UTC\nBOT_TOKEN={TOKEN}\n# mine\n"
    assert read_settings(file).bot_token.get_secret_value() == TOKEN


async def test_two_revoked_tokens_in_the_file_are_no_trap(folder: Path, address: str) -> None:
    (folder / ".env").write_text(f"BOT_TOKEN={REVOKED}\nBOT_TOKEN={REVOKED}\n", encoding="utf-8")
    said: list[str] = []
    _, ask = typing(TOKEN)
    settings = await asyncio.to_thread(SetUp(said.append, ask)._settle_token)
    assert settings.bot_token.get_secret_value() == TOKEN
    assert said[-1].startswith("Telegram knows this token")


@pytest.mark.parametrize("before", ["", "LOG_LEVEL=DEBUG", "#BOT_TOKEN=\n", "# BOT_TOKEN=1:2\nTZ=UTC\n"])
def test_the_token_finds_its_place_in_any_file(folder: Path, before: str) -> None:
    file = folder / ".env"
    file.write_text(before, encoding="utf-8")
    write_value(file, "BOT_TOKEN", TOKEN)
    assert read_settings(file).bot_token.get_secret_value() == TOKEN
    assert "LOG_LEVEL=DEBUG" not in before or read_settings(file).log_level == "DEBUG"


def test_a_file_that_is_no_text_is_left_alone(folder: Path) -> None:
    file = folder / ".env"
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(EnvWritingError, match="not plain text"):
        write_value(file, "BOT_TOKEN", TOKEN)
    assert file.read_bytes() == b"\xff\xfe"


def test_settings_are_read_from_the_data_directory_too_and_the_others_go_before(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATA_DIR", str(folder / "kept"))
    (folder / "kept").mkdir()
    (folder / "kept" / ".env").write_text(
        f"BOT_TOKEN={TOKEN}\nLOG_LEVEL=ERROR\nLOG_FORMAT=json\nDATA_DIR=elsewhere\n", encoding="utf-8"
    )
    here = folder / ".env"
    here.write_text("BOT_TOKEN=\nLOG_LEVEL=DEBUG\n", encoding="utf-8")
    monkeypatch.setenv("LOG_FORMAT", "plain")
    settings = read_settings(here)
    assert settings.bot_token.get_secret_value() == TOKEN
    assert (settings.log_level, settings.log_format) == ("DEBUG", "plain")
    assert settings.data_dir == folder / "kept"


async def _line_with(process: asyncio.subprocess.Process, words: str) -> str:
    assert process.stdout is not None
    async with asyncio.timeout(60):
        while words not in (line := (await process.stdout.readline()).decode()):
            assert line, f"it ended before it said {words!r}"
    return line


async def test_from_a_pasted_token_to_the_owner_in_a_container(folder: Path, address: str) -> None:
    """DATA_DIR of the environment says where the token is kept; the real process, its input a pipe."""
    data = folder / "data"
    environment = {
        "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", "DATA_DIR": str(data),
        "TELEGRAM_API": address, "TELEGRAM_LINK": address,
    }  # fmt: skip

    async def begin() -> asyncio.subprocess.Process:
        pipe = asyncio.subprocess.PIPE
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "setup", cwd=folder, env=environment, stdin=pipe, stdout=pipe,
            stderr=pipe,
        )  # fmt: skip

    process = await begin()
    with ended(process):
        assert process.stdin is not None
        process.stdin.write(f"  Use this token: {TOKEN[:20]}\n\n{TOKEN} \n".encode())
        link = (await _line_with(process, "?start=o_")).strip()
        assert (data / ".env").stat().st_mode & 0o777 == 0o600
        async with await Person.join(address, "Maria") as maria:
            await maria.opens(link)
            await maria.starts()
        await _line_with(process, "The owner is here.")
        process.send_signal(signal.SIGINT)
        out, err = await process.communicate()
    assert (process.returncode, TOKEN in (out + err).decode()) == (0, False)
    process = await begin()
    with ended(process):
        out, err = await process.communicate(b"y\n")
    assert process.returncode == 0, err.decode()[-700:]
    assert "This cafe is set up: it has its owner." in out.decode()
    assert re.search(r"start=o_\S{22}\n", out.decode())
