"""Deliveries on their way out, over HTTP, with Telegram on a bad day.

What an error text means is tested in test_telegram_errors.py.
"""

import asyncio
import time

import pytest

from bot import pacing
from bot.backups import BackupKeeper
from bot.health import Health
from bot.pacing import GROUP_BURST, ChatPace
from bot.patience import Patience
from bot.secret_source import SystemSecrets
from bot.telegram_session import create_bot
from bot.wiring import Surroundings, create_sender
from handlers.texts import Texts
from loyalty.deliveries import Lane, ScreenKind
from loyalty.ids import ChatId, TelegramId, VisitId
from loyalty.notices import StaffRefused
from loyalty.people import Person
from loyalty.use_cases.visits.confirming import ConfirmVisit
from storage.sqlite import FILE_NAME, SqliteDatabase
from tests.bot.asking import calls, comes_to, health
from tests.bot.test_moved_group import staff_chat
from tests.people import Customer, Staff
from tests.running_cafe import TOKEN, RunningCafe

WAITING = "SELECT COUNT(*) FROM deliveries WHERE state IN ('pending', 'sending')"
RECEIPT = "SELECT state, attempts FROM deliveries WHERE operation_id = 1"


async def served(cafe: RunningCafe) -> tuple[Staff, Customer, dict[str, object]]:
    """A barista looks at a customer's card."""
    owner = await cafe.owner()
    anna = await cafe.customer()
    card = await owner.types_code(await anna.shows_code())
    await cafe.quiet()
    return owner, anna, card


async def campaigns_to(cafe: RunningCafe, person: Customer) -> None:
    """A message of the bulk lane waits for somebody."""
    key, chat = f"campaign:{person.id}", ChatId(person.id)
    database = await SqliteDatabase.open(cafe.folder / FILE_NAME, clock=cafe.clock, secrets=SystemSecrets())
    await database.write(lambda tx: tx.deliveries.add_notice(StaffRefused(), chat, key=key, lane=Lane.BULK))
    await database.close()


def receipts(chat: list[dict[str, object]]) -> list[str]:
    return [str(one["text"]) for one in chat if str(one.get("text", "")).startswith("№")]


async def test_a_receipt_that_has_to_wait_comes_when_telegram_lets_it_and_counts_no_attempt(
    cafe: RunningCafe,
) -> None:
    owner, anna, card = await served(cafe)
    await cafe.breaks("too_many_requests", method="sendMessage", chat=anna.id, retry_after=1)
    await owner.taps("+1", card)
    await comes_to(cafe, RECEIPT, ("pending", 0))
    await owner.sees_on(card, "+1")
    await comes_to(cafe, RECEIPT, ("sent", 1))


async def test_owners_hear_once_that_telegram_asks_for_a_long_wait(cafe: RunningCafe) -> None:
    owner, anna, card = await served(cafe)
    await cafe.breaks("too_many_requests", method="sendMessage", chat=anna.id, retry_after=90)
    await owner.taps("+1", card)
    await owner.sees("Telegram asked us to wait")
    report = await health(cafe)
    assert any("one chat" in note for note in report["notes"])
    assert str(anna.id) not in str(report), "the number of a chat is a person's"
    assert report["well"]
    [(until,)] = cafe.rows("SELECT paused_until FROM chat_pauses WHERE chat_id <> 0")
    assert isinstance(until, int)


async def test_a_wait_that_telegram_asked_for_outlives_a_restart_and_holds_up_nobody_else(
    cafe: RunningCafe,
) -> None:
    owner, anna, card = await served(cafe)
    await cafe.breaks("too_many_requests", method="sendMessage", chat=anna.id, retry_after=10_072)
    await owner.taps("+1", card)
    await owner.sees_on(card, "+1")
    await cafe.stops_bot()
    before = len(await calls(cafe, "sendMessage"))
    await cafe.starts_bot()
    leo = await cafe.customer("Leo")
    await owner.taps("+1", await owner.types_code(await leo.shows_code()))
    await leo.sees("№ 2")
    await cafe.quiet()
    assert cafe.rows(RECEIPT) == [("pending", 0)]
    asked = (await calls(cafe, "sendMessage"))[before:]
    assert anna.id not in [int(one["chat_id"]) for one in asked]
    await cafe.waits(seconds=10_072 * 1.2)
    await comes_to(cafe, RECEIPT, ("sent", 1))


async def test_a_wait_for_campaigns_holds_up_all_of_them_and_no_receipt(cafe: RunningCafe) -> None:
    owner, anna, card = await served(cafe)
    leo = await cafe.customer("Leo")
    await cafe.quiet()
    await cafe.breaks("too_many_requests", method="sendMessage", chat=anna.id, retry_after=3600)
    await campaigns_to(cafe, anna)
    await comes_to(cafe, "SELECT COUNT(*) FROM lanes WHERE paused_until > 0", (1,))
    await campaigns_to(cafe, leo)
    await owner.taps("+1", card)
    await anna.sees("№ 1")
    await cafe.stops_bot()
    await cafe.starts_bot()
    await cafe.quiet()
    campaign = "SELECT state, attempts FROM deliveries WHERE dedupe_key LIKE 'campaign:%'"
    assert cafe.rows(campaign) == [("pending", 0), ("pending", 0)]
    await cafe.waits(hours=1.3)
    await comes_to(cafe, campaign, ("sent", 1), ("sent", 1))


async def test_whoever_blocked_the_bot_is_marked_and_keeps_the_card_until_they_write_again(
    cafe: RunningCafe,
) -> None:
    owner, anna, card = await served(cafe)
    await cafe.breaks("forbidden", method="sendMessage", chat=anna.id)
    await owner.taps("+1", card)
    await comes_to(cafe, RECEIPT, ("failed", 1))
    assert cafe.rows("SELECT unreachable_since IS NOT NULL FROM customers") == [(1,)]
    assert "1 of 6" in await anna.card()
    assert cafe.rows("SELECT unreachable_since IS NOT NULL FROM customers") == [(0,)]


async def test_a_receipt_whose_answer_was_lost_comes_again_with_the_same_number(cafe: RunningCafe) -> None:
    owner, anna, card = await served(cafe)
    await cafe.breaks("answer_lost", method="sendMessage", chat=anna.id)
    await owner.taps("+1", card)
    await comes_to(cafe, RECEIPT, ("pending", 1))
    await cafe.waits(seconds=5)
    await comes_to(cafe, RECEIPT, ("sent", 2))
    first, second = receipts(await anna.chat())
    assert first == second


async def test_a_campaign_message_whose_answer_was_lost_is_unknown_and_not_repeated(
    cafe: RunningCafe,
) -> None:
    anna = await cafe.customer()
    await cafe.breaks("answer_lost", method="sendMessage", chat=anna.id)
    await campaigns_to(cafe, anna)
    await anna.sees("did not let you in")
    await comes_to(cafe, "SELECT state FROM deliveries", ("unknown",))
    await cafe.waits(minutes=30)
    await cafe.quiet()
    assert len([one for one in await anna.chat() if "did not let you in" in one.get("text", "")]) == 1


async def test_a_server_that_fails_is_asked_again(cafe: RunningCafe) -> None:
    owner, anna, card = await served(cafe)
    await cafe.breaks("server_error", method="sendMessage", chat=anna.id, times=2)
    await owner.taps("+1", card)
    for attempts in (1, 2):
        await comes_to(cafe, RECEIPT, ("pending", attempts))
        await cafe.waits(seconds=10)
    await comes_to(cafe, RECEIPT, ("sent", 3))


async def test_a_screen_that_is_gone_is_drawn_afresh(cafe: RunningCafe) -> None:
    owner, _, card = await served(cafe)
    async with cafe.http.post(
        f"/bot{TOKEN}/deleteMessage", json={"chat_id": owner.id, "message_id": card["message_id"]}
    ) as response:
        assert (await response.json())["ok"]
    await cafe.waits(minutes=11)
    fresh = await owner.sees("Ran out")
    assert fresh["message_id"] != card["message_id"]


async def test_a_redraw_that_changes_nothing_makes_no_call(cafe: RunningCafe) -> None:
    owner, anna, card = await served(cafe)
    await owner.taps("+1", card)
    await anna.sees("№ 1")
    await comes_to(cafe, WAITING, (0,))
    drawn = cafe.rows("SELECT id, subject_id FROM screens WHERE kind = 'staff_card'")
    before = await calls(cafe, "editMessageText")
    database = await SqliteDatabase.open(cafe.folder / FILE_NAME, clock=cafe.clock, secrets=SystemSecrets())
    subject = drawn[0][1]
    assert isinstance(subject, int)
    await database.write(lambda tx: tx.deliveries.redraw(subject, ScreenKind.STAFF_CARD))
    await database.close()
    await cafe.waits(seconds=1)
    await comes_to(cafe, "SELECT state FROM deliveries ORDER BY id DESC LIMIT 1", ("sent",))
    assert await calls(cafe, "editMessageText") == before


async def test_while_the_line_is_down_messages_wait_and_no_attempt_is_counted(cafe: RunningCafe) -> None:
    owner, anna, card = await served(cafe)
    await cafe.stops_bot()
    database = await SqliteDatabase.open(cafe.folder / FILE_NAME, clock=cafe.clock, secrets=SystemSecrets())
    [(visit,)] = cafe.rows("SELECT id FROM visits")
    assert isinstance(visit, int)
    confirm = ConfirmVisit(database)
    await confirm(Person(TelegramId(owner.id), "Olga", "en"), VisitId(visit), stamps=1)
    await without_a_line(database, cafe)
    await database.close()
    assert cafe.rows(RECEIPT) == [("pending", 0)]
    await cafe.starts_bot()
    await cafe.waits(minutes=1)
    await anna.sees("№ 1", timeout=10)
    await owner.sees_on(card, "+1")


async def without_a_line(database: SqliteDatabase, cafe: RunningCafe) -> None:
    """A sender that meets nobody at Telegram's address, for a moment."""
    settings = cafe.settings.model_copy(update={"telegram_api": "http://127.0.0.1:9"})
    chats, health, stop = ChatPace(), Health(), asyncio.Event()
    bot = create_bot(settings, chats)
    async with asyncio.TaskGroup() as tasks:
        around = Surroundings(
            settings=settings, secrets=SystemSecrets(),
            backups=BackupKeeper(database, cafe.folder, cafe.clock, health),
            health=health, patience=Patience(health, stop), bot=bot, chats=chats, bot_link="",
            spawn=tasks.create_task,
        )  # fmt: skip
        sender = create_sender(around, database, Texts())
        tasks.create_task(sender.run())
        await asyncio.sleep(2.5)
        assert "No connection" in health.sentences()[0]
        stop.set()
        await sender.stop(5)
    await bot.session.close()


async def test_a_restart_remembers_what_a_group_has_had_within_the_minute(
    cafe: RunningCafe, monkeypatch: pytest.MonkeyPatch
) -> None:
    crowd = [await cafe.customer(f"Guest{chr(65 + number)}") for number in range(GROUP_BURST)]
    monkeypatch.setattr(pacing, "GROUP_INTERVAL_SECONDS", 4.0)
    owner, group = await staff_chat(cafe)
    for number, guest in enumerate(crowd[:-1], start=1):
        await guest.shows_code()
        await owner.sees(f"{number} {'is' if number == 1 else 'are'} waiting", chat=group)
    await cafe.stops_bot()
    await cafe.starts_bot()
    began = time.monotonic()
    await crowd[-1].shows_code()
    await owner.sees(f"{len(crowd)} are waiting", chat=group, timeout=15)
    assert time.monotonic() - began > 1
