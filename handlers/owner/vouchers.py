"""/vouchers: sheets of slips to print, what became of them, and slips that give nothing any more.

Not here: what stands on a page (drawings/vouchers.py) and who scans a slip (customer/collect.py).
"""

import re
from typing import Final

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.drawings.vouchers import (
    draw_sheet,
    draw_slip,
    draw_void_sheet,
    draw_voucher_board,
    word_voided,
)
from handlers.filters import PrivateChat
from handlers.outgoing import OutgoingMessage
from handlers.printer import Printer
from handlers.sending import answer_tap, send, turn
from handlers.texts import Words
from loyalty.ids import ChatId, MessageId, SheetId
from loyalty.people import Cause, Person
from loyalty.use_cases.paper.vouchers import (
    PrintedSheet,
    PrintVouchers,
    ReadSheet,
    ReadSlip,
    ReadVouchers,
    VoidVouchers,
)

_SLIP: Final = re.compile(r"(\d{1,9})\s*[-–]\s*(\d{1,3})", re.ASCII)
_COUNT: Final = re.compile(r"\d{1,9}", re.ASCII)


def create_router() -> Router:
    """The command, and the list that turns under the thumb. Who may is asked by each use case."""
    router = Router(name="owner.vouchers")
    router.message.register(answer, PrivateChat(), Command("vouchers"))
    router.callback_query.register(print_sheet, callbacks.PrintSheet.filter())
    router.callback_query.register(turn_to_board, callbacks.ListSheets.filter())
    router.callback_query.register(open_sheet, callbacks.OpenSheet.filter())
    router.callback_query.register(void_sheet, callbacks.VoidSheet.filter())
    router.callback_query.register(void_slip, callbacks.VoidSlip.filter())
    return router


async def answer(
    message: Message, command: CommandObject, bot: Bot, person: Person, words: Words, chat_id: ChatId,
    read_vouchers: ReadVouchers, read_slip: ReadSlip, print_vouchers: PrintVouchers,
    void_vouchers: VoidVouchers, printer: Printer,
) -> None:  # fmt: skip
    """/vouchers 40 prints, /vouchers 7-12 shows a slip, anything else the list."""
    typed = (command.args or "").strip()
    if _COUNT.fullmatch(typed):
        cause = Cause(chat_id, MessageId(message.message_id))
        printed = await print_vouchers(person, int(typed), cause=cause)
        await _send_sheet(bot, chat_id, printed, person, words, printer, void_vouchers)
    elif slip := _SLIP.fullmatch(typed):
        facts = await read_slip(person, SheetId(int(slip[1])), int(slip[2]))
        await send(bot, chat_id, draw_slip(facts, words))
    else:
        await send(bot, chat_id, draw_voucher_board(await read_vouchers(person), words))


async def print_sheet(
    query: CallbackQuery, callback_data: callbacks.PrintSheet, bot: Bot, person: Person, words: Words,
    chat_id: ChatId, print_vouchers: PrintVouchers, void_vouchers: VoidVouchers, printer: Printer,
) -> None:  # fmt: skip
    """One of the usual counts; each tap is a sheet of its own."""
    cause = Cause(chat_id, MessageId(query.message.message_id), tap=query.id) if query.message else None
    printed = await print_vouchers(person, callback_data.slips, cause=cause)
    await answer_tap(query, words.plain("toast-vouchers-drawing"))
    await _send_sheet(bot, chat_id, printed, person, words, printer, void_vouchers)


async def turn_to_board(
    query: CallbackQuery, person: Person, words: Words, read_vouchers: ReadVouchers
) -> None:
    """Back."""
    board = await read_vouchers(person)
    await answer_tap(query)
    await turn(query, draw_voucher_board(board, words))


async def open_sheet(
    query: CallbackQuery, callback_data: callbacks.OpenSheet, person: Person, words: Words,
    read_sheet: ReadSheet,
) -> None:  # fmt: skip
    """Which slips are out there."""
    facts = await read_sheet(person, callback_data.sheet_id)
    await answer_tap(query)
    await turn(query, draw_sheet(facts, words))


async def void_sheet(
    query: CallbackQuery, callback_data: callbacks.VoidSheet, person: Person, words: Words,
    read_sheet: ReadSheet, void_vouchers: VoidVouchers,
) -> None:  # fmt: skip
    """Asked once, then done."""
    if not callback_data.sure:
        facts = await read_sheet(person, callback_data.sheet_id)
        await answer_tap(query)
        await turn(query, draw_void_sheet(facts, words))
        return
    facts = await void_vouchers.sheet(person, callback_data.sheet_id)
    await answer_tap(query, word_voided(facts, words))
    await turn(query, draw_sheet(facts, words))


async def void_slip(
    query: CallbackQuery, callback_data: callbacks.VoidSlip, person: Person, words: Words,
    void_vouchers: VoidVouchers,
) -> None:  # fmt: skip
    """One slip that was lost or torn."""
    facts = await void_vouchers.slip(person, callback_data.sheet_id, callback_data.number)
    await answer_tap(query, word_voided(facts, words))
    await turn(query, draw_sheet(facts, words))


async def _send_sheet(
    bot: Bot, chat_id: ChatId, printed: PrintedSheet, person: Person, words: Words, printer: Printer,
    void_vouchers: VoidVouchers,
) -> None:  # fmt: skip
    """What nobody holds in their hands is void."""
    if not await printer.send_vouchers(bot, chat_id, printed, words):
        await void_vouchers.sheet(person, printed.sheet.id)
        failed = words.say("voucher-file-failed", number=str(printed.sheet.id))
        await send(bot, chat_id, OutgoingMessage(failed))
