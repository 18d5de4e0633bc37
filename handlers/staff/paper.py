"""/paper and /papers: cards on paper are made, found, replaced and blocked.

Not here: visits that they open (open.py), and customers who move theirs to Telegram (customer/paper.py).
"""

import re
from typing import Final

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.drawings.further_buttons import draw_paper_buttons, place_further
from handlers.drawings.paper import draw_forget_question, draw_paper_card, draw_paper_cards
from handlers.drawings.staff_card import draw_staff_card
from handlers.filters import IsManager, IsStaff, PrivateChat, is_manager
from handlers.names import STORED, in_one_line
from handlers.outgoing import OutgoingMessage
from handlers.printer import Printer
from handlers.sending import answer_tap, send, turn
from handlers.staff.visit import read_card
from handlers.texts import Words
from loyalty.ids import ChatId, MessageId
from loyalty.people import Acquaintance, Cause, Person
from loyalty.refusals import NotManager, NotStaff, NumberMistyped, Refused
from loyalty.use_cases.house.screens import ReadCounter
from loyalty.use_cases.paper.cards import (
    BlockPaperCard,
    IssuePaperCards,
    ListPaperCards,
    ReadPaperCard,
)
from loyalty.use_cases.paper.forgetting import ForgetPaperCustomer
from loyalty.use_cases.paper.replacing import ReplacePaperCard, ReprintPaperCard

_NUMBER: Final = re.compile(r"(\d{4})[\s-]?(\d{4})", re.ASCII)
_DIGITS: Final = re.compile(r"[\d\s-]+", re.ASCII)
_COUNT: Final = re.compile(r"\d{1,3}", re.ASCII)


def create_router() -> Router:
    """Who may is asked by each use case."""
    router = Router(name="staff.paper")
    router.message.register(make_or_open, PrivateChat(), Command("paper"))
    router.message.register(list_cards, PrivateChat(), Command("papers"))
    router.callback_query.register(show, callbacks.ShowPaper.filter(), IsStaff())
    router.callback_query.register(refuse, callbacks.ShowPaper.filter())
    router.callback_query.register(open_card, callbacks.OpenPaper.filter())
    router.callback_query.register(replace_card, callbacks.ReplacePaper.filter())
    router.callback_query.register(reprint, callbacks.ReprintPaper.filter())
    router.callback_query.register(block_card, callbacks.BlockPaper.filter())
    router.callback_query.register(forget, callbacks.ForgetPaper.filter(), IsManager())
    router.callback_query.register(refuse_forgetting, callbacks.ForgetPaper.filter())
    return router


async def make_or_open(
    message: Message, command: CommandObject, bot: Bot, person: Person, acquaintance: Acquaintance,
    words: Words, chat_id: ChatId, issue_paper_cards: IssuePaperCards, read_paper_card: ReadPaperCard,
    printer: Printer,
) -> None:  # fmt: skip
    """/paper, /paper Olga, /paper 8; with a card's number, that card."""
    asked = in_one_line(command.args or "")
    number = _NUMBER.fullmatch(asked)
    if number is not None:
        facts = await read_paper_card(person, number[1] + number[2])
        await send(bot, chat_id, draw_paper_card(facts, words, manager=is_manager(acquaintance)))
        return
    cause, counted = Cause(chat_id, MessageId(message.message_id)), _COUNT.fullmatch(asked) is not None
    if not counted and _DIGITS.fullmatch(asked):
        raise Refused(NumberMistyped())  # a name has letters
    count, name = (int(asked), "") if counted else (1, asked[:STORED].rstrip())
    order = await issue_paper_cards(person, name=name, count=count, cause=cause)
    await printer.send_paper_cards(bot, chat_id, order, words)


async def list_cards(
    _: Message, command: CommandObject, bot: Bot, person: Person, words: Words, chat_id: ChatId,
    list_paper_cards: ListPaperCards,
) -> None:  # fmt: skip
    """/papers, /papers Olga: a card is lost, and nobody knows its number."""
    asked = in_one_line(command.args or "")
    found = await list_paper_cards(person, asked)
    await send(bot, chat_id, draw_paper_cards(found, words, named=bool(asked)))


async def show(
    query: CallbackQuery, callback_data: callbacks.ShowPaper, words: Words, read_counter: ReadCounter,
    person: Person, acquaintance: Acquaintance, chat_id: ChatId,
) -> None:  # fmt: skip
    """Open or close the two buttons: the view of whoever tapped, so it is edited here."""
    facts = await read_card(read_counter, callback_data.visit_id)
    await answer_tap(query)
    if callback_data.shown and facts.paper is not None:
        await turn(query, draw_paper_buttons(facts, words))
        return
    manager = chat_id == ChatId(person.telegram_id) and is_manager(acquaintance)
    await turn(query, place_further(draw_staff_card(facts, words), facts, words, manager=manager))


async def refuse(_: CallbackQuery) -> None:
    """The same tap by somebody who doesn't work here."""
    raise Refused(NotStaff())


async def open_card(
    query: CallbackQuery, callback_data: callbacks.OpenPaper, person: Person, acquaintance: Acquaintance,
    words: Words, read_paper_card: ReadPaperCard,
) -> None:  # fmt: skip
    """One of the list."""
    facts = await read_paper_card(person, callback_data.card_id)
    await answer_tap(query)
    await turn(query, draw_paper_card(facts, words, manager=is_manager(acquaintance)))


async def replace_card(
    query: CallbackQuery, callback_data: callbacks.ReplacePaper, bot: Bot, person: Person, words: Words,
    chat_id: ChatId, replace_paper_card: ReplacePaperCard, read_paper_card: ReadPaperCard, printer: Printer,
) -> None:  # fmt: skip
    """A new card for the same customer; the old one is over at once."""
    order = await replace_paper_card(person, callback_data.card_id)
    await answer_tap(query, words.plain("toast-paper-replaced"))
    if not callback_data.in_visit:
        await turn(query, draw_paper_card(await read_paper_card(person, callback_data.card_id), words))
    await printer.send_paper_cards(bot, chat_id, order, words)


async def reprint(
    query: CallbackQuery, callback_data: callbacks.ReprintPaper, bot: Bot, person: Person, words: Words,
    chat_id: ChatId, reprint_paper_card: ReprintPaperCard, printer: Printer,
) -> None:  # fmt: skip
    """The file never came."""
    order = await reprint_paper_card(person, callback_data.card_id)
    await answer_tap(query, words.plain("toast-paper-reprinted"))
    await printer.send_paper_cards(bot, chat_id, order, words)


async def block_card(
    query: CallbackQuery, callback_data: callbacks.BlockPaper, person: Person, acquaintance: Acquaintance,
    words: Words, block_paper_card: BlockPaperCard,
) -> None:  # fmt: skip
    """Lost: nothing is earned or had by it any more."""
    facts = await block_paper_card(person, callback_data.card_id)
    await answer_tap(query, words.plain("toast-paper-blocked"))
    if not callback_data.in_visit:
        await turn(query, draw_paper_card(facts, words, manager=is_manager(acquaintance)))


async def forget(
    query: CallbackQuery, callback_data: callbacks.ForgetPaper, person: Person, words: Words,
    read_paper_card: ReadPaperCard, forget_paper_customer: ForgetPaperCustomer,
) -> None:  # fmt: skip
    """Asked once, then done: whoever has no Telegram can't send /forget."""
    card_id = callback_data.card_id
    if not callback_data.sure:
        facts = await read_paper_card(person, card_id)
        await answer_tap(query)
        await turn(query, draw_forget_question(facts, words))
        return
    await forget_paper_customer(person, card_id)
    await answer_tap(query)
    await turn(query, OutgoingMessage(words.say("paper-forgotten")))


async def refuse_forgetting(_: CallbackQuery) -> None:
    """Erasing somebody is a manager's, on the own phone."""
    raise Refused(NotManager())
