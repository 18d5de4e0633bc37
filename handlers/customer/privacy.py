"""/privacy, /mydata and /forget: what is kept, to be read, to be had as a file, to be erased.

Not here: what erasing is (loyalty/use_cases/customers/forgetting.py).
"""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from handlers import callbacks
from handlers.drawings.my_data import encode_my_data, write_my_data
from handlers.drawings.privacy import draw_loss, draw_privacy
from handlers.filters import PrivateChat
from handlers.outgoing import Keyboard, OutgoingMessage
from handlers.sending import answer_tap, send, turn
from handlers.texts import Words
from loyalty.ids import ChatId
from loyalty.people import Person
from loyalty.use_cases.customers.forgetting import ForgetPerson
from loyalty.use_cases.customers.privacy import ReadLoss, ReadMyData, ReadPrivacy


def create_router() -> Router:
    """For customers and staff alike, in their own chats."""
    router = Router(name="customer.privacy")
    router.message.register(show_privacy, PrivateChat(), Command("privacy"))
    router.message.register(send_data, PrivateChat(), Command("mydata"))
    router.message.register(ask, PrivateChat(), Command("forget"))
    router.callback_query.register(decide, callbacks.ForgetMe.filter())
    return router


async def show_privacy(
    _: Message, bot: Bot, words: Words, chat_id: ChatId, read_privacy: ReadPrivacy
) -> None:
    """The page, from the cafe's rules as they are now."""
    await send(bot, chat_id, draw_privacy(await read_privacy(), words))


async def send_data(
    _: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, read_my_data: ReadMyData
) -> None:
    """Two files: one to read, one for a machine."""
    mine = await read_my_data(person)
    for ending, content in (("txt", write_my_data(mine, words)), ("json", encode_my_data(mine))):
        file = BufferedInputFile(content.encode(), f"{words.plain('mydata-file')}.{ending}")
        caption = words.plain("mydata-caption") if ending == "txt" else None
        await bot.send_document(chat_id, file, caption=caption, parse_mode=None)


async def ask(
    _: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, read_loss: ReadLoss
) -> None:
    """Says first what will be lost."""
    await send(bot, chat_id, draw_loss(await read_loss(person), words))


async def decide(
    query: CallbackQuery, callback_data: callbacks.ForgetMe, bot: Bot, person: Person, words: Words,
    chat_id: ChatId, state: FSMContext, forget_person: ForgetPerson,
) -> None:  # fmt: skip
    """Erase everything; or nothing has happened."""
    if not callback_data.sure:
        await answer_tap(query, words.plain("toast-kept"))
        await turn(query, OutgoingMessage(words.say("forget-kept")))
        return
    await forget_person(person)
    await state.clear()
    await answer_tap(query)
    await turn(query, OutgoingMessage(words.say("forget-done")))
    await send(bot, chat_id, OutgoingMessage(words.say("forget-farewell"), keyboard=Keyboard()))
