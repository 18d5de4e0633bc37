"""/start: the greeting, and a customer's code that was opened by somebody who isn't staff.

Not here: links that bring staff in (owner/staff.py) or open a visit (staff/open.py); those come first.
"""

from dataclasses import replace

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from handlers.album import Album
from handlers.drawings.card import draw_card
from handlers.drawings.languages import place_languages, say_other_languages
from handlers.filters import IsStaff, PrivateChat, StartPayload
from handlers.keyboards import card_keyboard
from handlers.outgoing import OutgoingMessage
from handlers.sending import send
from handlers.texts import Words
from handlers.welcome import greet_customer, greet_staff
from loyalty.ids import ChatId, MessageId
from loyalty.people import Acquaintance, Cause, Person
from loyalty.secrets import Purpose
from loyalty.use_cases.customers.cards import ShowCard
from loyalty.use_cases.customers.enrolment import Join
from loyalty.use_cases.house.another_bot import SendMissed
from loyalty.use_cases.house.rules import ReadProgram
from loyalty.use_cases.visits.queue import ShowQueue


def create_router() -> Router:
    """An unknown payload is a plain /start: a link may be old, or somebody's guess."""
    router = Router(name="customer.start")
    router.message.register(explain_code, PrivateChat(), StartPayload(Purpose.CODE))
    router.message.register(greet_colleague, PrivateChat(), Command("start", "help"), IsStaff())
    router.message.register(greet, PrivateChat(), Command("start"))
    router.message.register(help_customer, PrivateChat(), Command("help"))
    return router


async def greet(
    _: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, join: Join, show_card: ShowCard,
    album: Album,
) -> None:  # fmt: skip
    """Greeting with the permanent buttons, then the card with the other languages under it."""
    await join(person)
    facts = await show_card(person)
    await send(bot, chat_id, greet_customer(facts, words), keyboard=card_keyboard(words))
    card = replace(draw_card(facts, words), rows=place_languages(words))
    await album.send_card(bot, chat_id, facts, card)


async def explain_code(_: Message, bot: Bot, words: Words, chat_id: ChatId) -> None:
    """Neither used nor told whose it is, and nobody joins by it."""
    text = "\n".join([words.say("code-is-for-staff"), words.say("code-get-your-own")])
    await send(bot, chat_id, OutgoingMessage(text), keyboard=card_keyboard(words))


async def greet_colleague(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    command: CommandObject, read_program: ReadProgram, show_queue: ShowQueue, send_missed: SendMissed,
) -> None:  # fmt: skip
    """How to give a stamp; it says all that /help could. A bare /start brings what waits too."""
    staff = acquaintance.staff
    if staff is not None:
        rules = (await read_program()).rules
        text = greet_staff(
            name=staff.name, cafe=rules.cafe, role=staff.role, words=words, bills=rules.gives_points
        )
        await send(bot, chat_id, text)
    if command.command == "start":
        await send_missed(person)
        await show_queue(person, chat_id=chat_id, cause=Cause(chat_id, MessageId(message.message_id)))


async def help_customer(_: Message, bot: Bot, words: Words, chat_id: ChatId) -> None:
    """What the buttons do, and how to be spoken to in another language."""
    lines = [words.say("help-customer"), words.say("help-chat"), *filter(None, [say_other_languages(words)])]
    await send(bot, chat_id, OutgoingMessage("\n".join(lines)), keyboard=card_keyboard(words))
