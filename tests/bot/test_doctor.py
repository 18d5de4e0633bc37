"""`doctor`: one line for each thing, the next step where something is wrong, and nothing is changed.

Not here: the restore and the backup that it tells people to make.
"""

import asyncio
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.doctor import examine, word_findings
from bot.doctor_telegram import ask_telegram
from bot.settings import Settings
from bot.stopping import EXIT_FAILED, EXIT_OK
from storage.inspection import Inspection, StaffChat
from storage.sqlite import FILE_NAME
from tests.bot.asking import call
from tests.bot.backed_up import a_first_version, command, foreign
from tests.bot.test_backups import asks_for_backup
from tests.counter import a_staffed_file
from tests.people import Customer
from tests.running_cafe import TOKEN, RunningCafe


async def lines_of(settings: Settings) -> list[str]:
    return word_findings(await asyncio.to_thread(examine, settings)).lines


def line_about(lines: Sequence[str], what: str) -> str:
    (line,) = (one for one in lines if f" {what}:" in one)
    return line


def nowhere(folder: Path) -> Settings:
    """A cafe whose Telegram can't be reached."""
    return Settings(bot_token=SecretStr(TOKEN), data_dir=folder, telegram_api="http://127.0.0.1:9")


async def test_a_running_cafe_is_well_and_the_doctor_says_so(cafe: RunningCafe) -> None:
    await cafe.owner()
    before = await lines_of(cafe.settings)
    assert line_about(before, "Backup") == "PROBLEM Backup: there is none yet. Run `python -m bot backup`."
    await asks_for_backup(cafe)
    lines = await lines_of(cafe.settings)
    assert lines[-1] == "All is well.", lines
    assert line_about(lines, "Token") == "ok      Token: it is the one of @one_more_cup_bot."
    assert line_about(lines, "Books").startswith("ok ")
    assert line_about(lines, "Copies").startswith("note    Copies: the only copies are on this machine.")
    assert line_about(lines, "Bot") == "ok      Bot: it is running, and all is well."
    assert TOKEN not in "".join(lines)


async def test_a_webhook_a_revoked_token_and_a_wrong_clock_are_found(cafe: RunningCafe) -> None:
    await call(cafe, "setWebhook", url="https://example.org/bot")
    now = cafe.clock.now()
    findings = {one.what: one for one in await ask_telegram(cafe.settings, None, now + timedelta(hours=1))}
    assert "deleteWebhook" in findings["Webhook"].step
    assert "(NTP)" in findings["Clock"].step
    other = cafe.settings.model_copy(update={"bot_token": SecretStr("123456:" + "b" * 35)})
    (first, *_) = await ask_telegram(other, None, now)
    assert "@BotFather" in first.step


async def test_the_doctor_knows_which_webhook_is_wanted(cafe: RunningCafe) -> None:
    wanted = {"webhook_url": "https://cafe.example/telegram", "http_port": 8081}
    by_webhook = cafe.settings.model_copy(update=wanted)

    async def line() -> str:
        findings = {one.what: one for one in await ask_telegram(by_webhook, None, cafe.clock.now())}
        return str(findings["Webhook"])

    assert (await line()).startswith("PROBLEM Webhook: it is not set yet.")
    await call(cafe, "setWebhook", url="https://example.org/bot")
    assert (await line()).startswith("PROBLEM Webhook: another one than WEBHOOK_URL is set.")
    await call(cafe, "setWebhook", url=wanted["webhook_url"])
    assert await line() == "ok      Webhook: it is set to WEBHOOK_URL; 0 updates wait."
    await (await Customer.join(cafe.http, "Anna")).starts()
    for _ in range(100):
        if (await line()).startswith("PROBLEM"):
            break
        await asyncio.sleep(0.05)
    assert "1 updates wait, and Telegram can't post them (" in await line()


async def test_a_staff_chat_in_which_the_bot_is_deaf_or_gone_is_found(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    group = await cafe.group("Counter", [owner])
    inspection = Inspection(2, 0, staff_chats=[StaffChat(group, "Counter"), StaffChat(-4711, "Old")])
    findings = {one.what: one for one in await ask_telegram(cafe.settings, inspection, cafe.clock.now())}
    assert "Make the bot administrator" in findings["Staff chat 'Counter'"].step
    assert "/confirm 418302" in findings["Staff chat 'Counter'"].step
    assert "Add the bot to the group again" in findings["Staff chat 'Old'"].step


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (foreign, "belongs to another program. Change DATA_DIR."),
        (a_first_version, "Stop the bot and run `python -m bot migrate`."),
        (lambda path: path.write_bytes(b"the disk did this" * 1000), "run `python -m bot restore FILE`"),
    ],
)
async def test_a_file_that_can_not_be_used_is_named_with_the_next_step(
    tmp_path: Path, make: object, says: str
) -> None:
    await asyncio.to_thread(make, tmp_path / FILE_NAME)  # type: ignore[arg-type]
    before = (tmp_path / FILE_NAME).read_bytes()
    lines = await lines_of(nowhere(tmp_path))
    assert says in line_about(lines, "Database")
    assert "it can't be reached" in line_about(lines, "Telegram")
    assert (tmp_path / FILE_NAME).read_bytes() == before


async def test_books_that_do_not_add_up_are_found(tmp_path: Path) -> None:
    shutil.copy(await asyncio.to_thread(a_staffed_file), tmp_path / FILE_NAME)
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        connection.execute(
            "INSERT INTO customers (id, name, language, location_id, joined_at) VALUES (1, '', '', 1, 0)"
        )
        connection.execute(
            "INSERT INTO cards (customer_id, scheme_id, goal, stamps, opened_at) VALUES (1, 1, 6, 5, 0)"
        )
        connection.commit()
    lines = await lines_of(nowhere(tmp_path))
    assert "not true: a balance is the sum of its ledger" in line_about(lines, "Books")


async def test_a_backup_whose_file_is_gone_does_not_count(cafe: RunningCafe) -> None:
    (await asks_for_backup(cafe)).unlink()
    assert "that file is gone" in line_about(await lines_of(cafe.settings), "Backup")


def test_the_exit_code_says_whether_something_is_to_be_done(tmp_path: Path) -> None:
    code, said = command(tmp_path, "doctor")
    assert (code, "it can't be reached" in said) == (EXIT_FAILED, True)
    assert EXIT_OK == 0
    code, said = command(tmp_path / ("x" * 100), "doctor")
    assert (code, said.startswith("PROBLEM Settings: DATA_DIR is too deep")) == (EXIT_FAILED, True)
