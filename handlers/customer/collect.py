"""Somebody scans a sale code or a voucher and collects what it gives; whoever is new joins by it.

Not here: making sale codes (staff/sale.py) and printing vouchers (owner/vouchers.py). What was given is told
by a receipt, which is on its way.
"""

from collections.abc import Awaitable

from aiogram import Bot, Router
from aiogram.types import Message

from handlers.album import Album
from handlers.customer.start import greet
from handlers.drawings.sale import say_collected_before
from handlers.errors import word_refusal
from handlers.filters import PrivateChat, StartPayload
from handlers.keyboards import card_keys, keys_of
from handlers.outgoing import OutgoingMessage
from handlers.sending import reply, send
from handlers.texts import Words
from loyalty.ids import ChatId
from loyalty.people import Acquaintance, Person
from loyalty.refusals import Refused
from loyalty.secrets import Purpose
from loyalty.use_cases.customers.cards import ShowCard
from loyalty.use_cases.customers.enrolment import Join
from loyalty.use_cases.paper.vouchers import CollectVoucher
from loyalty.use_cases.visits.collecting import Collected
from loyalty.use_cases.visits.earning import Stamped
from loyalty.use_cases.visits.sale_codes import CollectSaleCode


def create_router() -> Router:
    """Before /start, which would take every payload."""
    router = Router(name="customer.collect")
    router.message.register(collect_sale, PrivateChat(), StartPayload(Purpose.SALE_CODE))
    router.message.register(collect_slip, PrivateChat(), StartPayload(Purpose.VOUCHER))
    return router


async def collect_sale(
    message: Message, bot: Bot, secret: str, person: Person, acquaintance: Acquaintance, words: Words,
    chat_id: ChatId, collect_sale_code: CollectSaleCode, join: Join, show_card: ShowCard, album: Album,
) -> None:  # fmt: skip
    """The QR on a staff member's phone."""
    collected = await _try(collect_sale_code(person, secret), message, acquaintance, words)
    if collected is None:
        return
    if collected.new and acquaintance.staff is None:
        await greet(message, bot, person, words, chat_id, join, show_card, album)
    await _answer(message, bot, collected, acquaintance, words, chat_id)


async def collect_slip(
    message: Message, bot: Bot, secret: str, person: Person, acquaintance: Acquaintance, words: Words,
    chat_id: ChatId, collect_voucher: CollectVoucher, join: Join, show_card: ShowCard, album: Album,
) -> None:  # fmt: skip
    """The QR on a slip of paper."""
    collected = await _try(collect_voucher(person, secret), message, acquaintance, words)
    if collected is None:
        return
    if collected.new and acquaintance.staff is None:
        await greet(message, bot, person, words, chat_id, join, show_card, album)
    await _answer(message, bot, collected, acquaintance, words, chat_id)


async def _try(
    collecting: Awaitable[Collected], message: Message, acquaintance: Acquaintance, words: Words
) -> Collected | None:
    """What was collected. Whoever has no card yet reads with the refusal how to have one: nobody joins by a
    code that gave nothing.
    """
    try:
        return await collecting
    except Refused as refused:
        if acquaintance.staff or acquaintance.customer or acquaintance.till:
            raise
        said = [word_refusal(refused.refusal, words), words.plain("collect-own-card")]
        await reply(message, " ".join(said), keyboard=card_keys(words))
        return None


async def _answer(
    message: Message,
    bot: Bot,
    collected: Collected,
    acquaintance: Acquaintance,
    words: Words,
    chat_id: ChatId,
) -> None:
    """Nothing more for a fresh one: its receipt says all."""
    outcome = collected.outcome
    if not isinstance(outcome, Stamped):
        await reply(message, word_refusal(outcome, words))
    elif not outcome.fresh:
        keys = keys_of(acquaintance, words)
        await send(bot, chat_id, OutgoingMessage(say_collected_before(outcome, words), keyboard=keys))
