"""/print: signs, tents and the staff sheet as files, and new signs in place of old ones.

Not here: what stands on a page (drawings/print.py) and who comes by a sign (customer/sign.py).
"""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.drawings.print import draw_paper_languages, draw_print_menu, draw_replace
from handlers.filters import PrivateChat
from handlers.printer import Printer
from handlers.sending import answer_tap, send, turn
from handlers.texts import Words
from loyalty.ids import ChatId
from loyalty.people import Person
from loyalty.use_cases.paper.signs import PrintPage, ReadSigns, ReplaceSigns


def create_router() -> Router:
    """The command, and the menu that turns under the thumb. Who may is asked by each use case."""
    router = Router(name="owner.print")
    router.message.register(show_menu, PrivateChat(), Command("print"))
    router.callback_query.register(turn_to_menu, callbacks.ShowPrintMenu.filter())
    router.callback_query.register(ask_language, callbacks.ChoosePaperLanguage.filter())
    router.callback_query.register(print_paper, callbacks.PrintPaper.filter())
    router.callback_query.register(replace_signs_now, callbacks.ReplaceSigns.filter())
    return router


async def show_menu(
    _: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, read_signs: ReadSigns
) -> None:
    """What can be printed."""
    await send(bot, chat_id, draw_print_menu(await read_signs(person), words))


async def turn_to_menu(query: CallbackQuery, person: Person, words: Words, read_signs: ReadSigns) -> None:
    """Back."""
    board = await read_signs(person)
    await answer_tap(query)
    await turn(query, draw_print_menu(board, words))


async def ask_language(
    query: CallbackQuery, callback_data: callbacks.ChoosePaperLanguage, person: Person, words: Words,
    read_signs: ReadSigns,
) -> None:  # fmt: skip
    """A cafe of two languages prints in either, or in both."""
    board = await read_signs(person)
    await answer_tap(query)
    await turn(query, draw_paper_languages(callback_data.product, board.rules, words))


async def print_paper(
    query: CallbackQuery, callback_data: callbacks.PrintPaper, bot: Bot, person: Person, words: Words,
    chat_id: ChatId, print_page: PrintPage, printer: Printer,
) -> None:  # fmt: skip
    """Both files, sent at once to whoever asked."""
    order = await print_page(person, callback_data.product)
    await answer_tap(query, words.plain("toast-print-drawing"))
    await printer.send(bot, chat_id, order, callback_data.languages, words)


async def replace_signs_now(
    query: CallbackQuery, callback_data: callbacks.ReplaceSigns, person: Person, words: Words,
    replace_signs: ReplaceSigns, read_signs: ReadSigns,
) -> None:  # fmt: skip
    """Asked once, then done; a menu whose signs ended meanwhile just shows what there is."""
    board = await read_signs(person)
    if board.signs and not callback_data.sure:
        await answer_tap(query)
        await turn(query, draw_replace(board, words))
        return
    ended = await replace_signs(person, up_to=callback_data.up_to)
    await answer_tap(query, words.plain("toast-print-new", signs=ended))
    heading = words.say("print-new-done")
    await turn(query, draw_print_menu(await read_signs(person), words, heading=heading))
