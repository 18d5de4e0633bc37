"""Somebody scans a sign: a customer is welcomed, staff hear whether the sign is still good.

Not here: printing signs (owner/print.py), and /start without a sign (start.py).
"""

from aiogram import Bot, Router
from aiogram.types import Message

from handlers.album import Album
from handlers.customer.start import greet
from handlers.filters import IsStaff, PrivateChat, StartPayload
from handlers.keyboards import card_keyboard
from handlers.outgoing import OutgoingMessage
from handlers.sending import send
from handlers.texts import Words
from loyalty.ids import ChatId
from loyalty.people import Person
from loyalty.secrets import Purpose
from loyalty.use_cases.customers.cards import ShowCard
from loyalty.use_cases.customers.enrolment import Join
from loyalty.use_cases.paper.signs import CheckSign, ComeBySign


def create_router() -> Router:
    """Before /start, which would take every payload."""
    router = Router(name="customer.sign")
    router.message.register(check, PrivateChat(), StartPayload(Purpose.SIGN), IsStaff())
    router.message.register(come, PrivateChat(), StartPayload(Purpose.SIGN))
    return router


async def come(
    message: Message, bot: Bot, secret: str, person: Person, words: Words, chat_id: ChatId,
    come_by_sign: ComeBySign, join: Join, show_card: ShowCard, album: Album,
) -> None:  # fmt: skip
    """The same welcome as for /start: whether the sign counts, or is known at all, is no worry of theirs."""
    came = await come_by_sign(person, secret)
    if came.joined is None:
        text = OutgoingMessage(words.say("sign-out-of-date"))
        await send(bot, chat_id, text, keyboard=card_keyboard(words))
    else:
        await greet(message, bot, person, words, chat_id, join, show_card, album)


async def check(
    _: Message, bot: Bot, secret: str, words: Words, chat_id: ChatId, check_sign: CheckSign
) -> None:
    """Trying a sign counts nobody."""
    sign = await check_sign(secret)
    if sign is None:
        text = words.say("sign-unknown")
    elif sign.live:
        text = words.say("sign-works", number=str(sign.id), joins=sign.joins)
    else:
        text = words.say("sign-replaced", number=str(sign.id))
    await send(bot, chat_id, OutgoingMessage(text))
