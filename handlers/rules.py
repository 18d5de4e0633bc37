"""/rules, for everybody.

Not here: changing them (owner/program.py).
"""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import Message

from handlers.drawings.rules import draw_rules
from handlers.filters import PrivateChat
from handlers.sending import send
from handlers.texts import Words
from loyalty.ids import ChatId
from loyalty.use_cases.house.rules import ReadRules


def create_router() -> Router:
    """The command, in private."""
    router = Router(name="rules")
    router.message.register(show_rules, PrivateChat(), Command("rules"))
    return router


async def show_rules(_: Message, bot: Bot, words: Words, chat_id: ChatId, read_rules: ReadRules) -> None:
    """As they are now, with the card begun counting by the better goal."""
    await send(bot, chat_id, draw_rules(await read_rules(), words))
