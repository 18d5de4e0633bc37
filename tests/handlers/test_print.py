"""/print in a chat: the menu, the files, who may, and what happens when they don't get through.

Not here: what is on the pages (test_print_pages.py), and signs that are scanned (tests/journeys).
"""

import asyncio
import contextlib
import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from handlers import callbacks
from handlers.pictures.studio import Studio
from loyalty.ids import SignId
from loyalty.ports import Transaction
from loyalty.programs import Program
from loyalty.signs import PaperLanguages, Product
from loyalty.use_cases.paper.signs import PrintPage, ReplaceSigns
from storage.sqlite import FILE_NAME
from tests.counter import ANNA, BEN, MIA, Cafe
from tests.handlers.desk import Desk, message_by, open_desk, sent_by, tap_by


@pytest.fixture
async def desk(staffed_file: Path, tmp_path: Path) -> AsyncIterator[Desk]:
    """A desk that handles by itself."""
    shutil.copy(staffed_file, tmp_path / FILE_NAME)
    async with open_desk(tmp_path) as opened:
        task = asyncio.create_task(opened.keeps_handling())
        yield opened
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def documents(desk: Desk, person: Any, count: int) -> list[dict[str, Any]]:
    """The files in somebody's chat, once there are so many."""
    found: list[dict[str, Any]] = []
    for _ in range(500):
        found = [message for message in await person.chat() if "document" in message]
        if len(found) >= count:
            break
        await asyncio.sleep(0.02)
    assert len(found) == count, found
    return found


def names(found: list[dict[str, Any]]) -> list[str]:
    return [message["document"]["file_name"] for message in found]


async def speaks_estonian_too(cafe: Cafe) -> None:
    def body(tx: Transaction) -> Program:
        return tx.programs.add(replace(tx.programs.get_current().rules, second_language="et"), by=None)

    await cafe.database.write(body)


async def test_the_owner_gets_both_files_as_documents_with_names_one_can_read(desk: Desk) -> None:
    anna = await desk.joins(ANNA)
    await anna.says("/print")
    menu = await anna.sees("No sign hangs anywhere yet")
    assert anna.buttons(menu) == ["Sign A6", "Sign A5", "Four on A4", "Table tent", "Staff sheet"]
    assert await anna.taps("Sign A5", menu) == "I draw it, one moment"
    pdf, png = await documents(desk, anna, 2)
    assert names([pdf, png]) == ["sign-1-a5-en.pdf", "sign-1-a5-en.png"]
    assert [one["document"]["mime_type"] for one in (pdf, png)] == ["application/pdf", "image/png"]
    assert "Sign A5 · № 1" in pdf["caption"]
    assert "100 %" in pdf["caption"]
    await anna.says("/print")
    assert "№ 1 · Sign A5 · 0 joined" in (await anna.sees("Out there"))["text"]


async def test_the_staff_sheet_carries_no_number(desk: Desk) -> None:
    anna = await desk.joins(ANNA)
    await anna.says("/print")
    await anna.sees("No sign hangs anywhere yet")
    await anna.taps("Staff sheet")
    found = await documents(desk, anna, 2)
    assert names(found) == ["staff-sheet-en.pdf", "staff-sheet-en.png"]
    assert "№" not in found[0]["caption"]
    assert desk.cafe.number("SELECT COUNT(*) FROM signs") == 0


async def test_a_cafe_of_two_languages_is_asked_which_and_may_go_back(desk: Desk) -> None:
    await speaks_estonian_too(desk.cafe)
    anna = await desk.joins(ANNA)
    await anna.says("/print")
    menu = await anna.sees("No sign hangs anywhere yet")
    await anna.taps("Table tent", menu)
    question = await anna.sees("in which language?")
    assert anna.buttons(question) == ["English", "Eesti", "In both languages", "Back"]
    await anna.taps("Back", question)
    await anna.sees("No sign hangs anywhere yet")
    await anna.taps("Table tent")
    await anna.sees("in which language?")
    await anna.taps("In both languages")
    assert names(await documents(desk, anna, 2)) == [
        f"sign-1-table-tent-en-et.{kind}" for kind in ("pdf", "png")
    ]


async def test_a_second_language_that_went_meanwhile_is_not_printed(desk: Desk) -> None:
    anna = await desk.joins(ANNA)
    both = callbacks.PrintPaper(product=Product.SIGN_A6, languages=PaperLanguages.BOTH)
    await desk.handles(callback_query=tap_by(ANNA, both.pack()))
    assert names(await documents(desk, anna, 2))[0] == "sign-1-a6-en.pdf"


async def test_files_that_do_not_get_through_are_said_to_be_so(desk: Desk) -> None:
    anna = await desk.joins(ANNA)
    await anna.says("/print")
    await anna.sees("No sign hangs anywhere yet")
    await desk.breaks("server_error", method="sendDocument", times=1)
    await anna.taps("Sign A6")
    await anna.sees("The files did not get through to Telegram")
    await anna.taps("Sign A6")
    assert names(await documents(desk, anna, 2))[0] == "sign-1-a6-en.pdf"  # the sign that was made stays


async def test_a_page_that_can_not_be_drawn_leaves_a_trace_in_the_log(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def breaks(*_: object) -> None:
        raise ValueError("no such font")

    anna = await desk.joins(ANNA)
    await anna.says("/print")
    await anna.sees("No sign hangs anywhere yet")
    monkeypatch.setattr(Studio, "print_sign", breaks)
    with capture_logs() as logs:
        await anna.taps("Sign A6")
        await anna.sees("The files did not get through to Telegram")
    assert [(one["error"], one["exc_info"]) for one in logs if one["event"] == "print_failed"] == [
        ("ValueError", True)
    ]


@pytest.mark.parametrize("who", [BEN, MIA])
async def test_whoever_is_no_manager_gets_a_sentence(desk: Desk, who: Any) -> None:
    person = await desk.joins(who)
    await person.says("/print")
    await person.sees("Only a manager or the owner can do this")
    for data in (
        callbacks.ShowPrintMenu(),
        callbacks.ChoosePaperLanguage(product=Product.TENT),
        callbacks.PrintPaper(product=Product.SIGN_A6, languages=PaperLanguages.MAIN),
        callbacks.ReplaceSigns(up_to=SignId(1), sure=True),
    ):
        before = len(await desk.calls("answerCallbackQuery"))
        await desk.handles(callback_query=tap_by(who, data.pack()))
        answers = await desk.calls("answerCallbackQuery")
        assert len(answers) == before + 1
    assert await desk.calls("sendDocument") == []
    assert desk.cafe.number("SELECT COUNT(*) FROM signs") == 0


async def test_replacing_is_asked_once_and_told_with_its_number(desk: Desk) -> None:
    for product in (Product.SIGN_A6, Product.TENT):
        await PrintPage(desk.cafe.database, desk.cafe.secrets)(ANNA, product)
    anna = await desk.joins(ANNA)
    await anna.says("/print")
    await anna.sees("Out there")
    await anna.taps("New signs instead of old ones")
    question = await anna.sees("The 2 signs that hang out there")
    assert anna.buttons(question) == ["Yes, replace 2", "Back"]
    assert await anna.taps("Yes, replace 2") == "2 signs are out of date now"
    after = await anna.sees("Print the new ones now")
    assert "New signs instead of old ones" not in anna.buttons(after)


async def test_asking_to_replace_signs_that_are_gone_shows_what_there_is(desk: Desk) -> None:
    order = await PrintPage(desk.cafe.database, desk.cafe.secrets)(ANNA, Product.SIGN_A6)
    assert order.sign is not None
    anna = await desk.joins(ANNA)
    await anna.says("/print")
    await anna.sees("Out there")
    await ReplaceSigns(desk.cafe.database)(ANNA, up_to=order.sign.id)
    await anna.taps("New signs instead of old ones")
    await anna.sees("No sign hangs anywhere yet")


async def test_staff_who_try_a_sign_hear_whether_it_is_good_and_count_for_nothing(desk: Desk) -> None:
    order = await PrintPage(desk.cafe.database, desk.cafe.secrets)(ANNA, Product.SIGN_A6)
    assert order.sign is not None
    ben = await desk.joins(BEN)
    tried = {"s_" + "A" * 12: "I don't know this sign", f"{order.payload}": "Sign № 1 works. 0 customers"}
    for payload, answer in tried.items():
        await desk.handles(message=message_by(sent_by(BEN), f"/start {payload}", chat=ben.id))
        await ben.sees(answer)
    await ReplaceSigns(desk.cafe.database)(ANNA, up_to=order.sign.id)
    await desk.handles(message=message_by(sent_by(BEN), f"/start {order.payload}", chat=ben.id))
    await ben.sees("Sign № 1 is out of date: take it down")
    assert desk.cafe.number("SELECT COUNT(*) FROM customers") == 0
