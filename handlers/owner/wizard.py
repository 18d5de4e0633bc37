"""The wizard's end with a practice customer, and where its first guess comes from.

Not here: its beginning, which is the owner link's (staff.py), and its steps, the program's (program.py).
"""

from aiogram import Bot, Router
from aiogram.types import CallbackQuery

from handlers import callbacks
from handlers.drawings.program import draw_program, draw_set_up_done
from handlers.names import in_one_line
from handlers.sending import answer_tap, turn
from handlers.texts import Words
from loyalty.ids import ChatId, MessageId
from loyalty.people import Cause, Person
from loyalty.programs import LONGEST_NAME
from loyalty.use_cases.house.rules import ChangeRules
from loyalty.use_cases.staff.staff_list import ReadStaffList
from loyalty.use_cases.visits.practice import StartPractice


def create_router() -> Router:
    """The last button."""
    router = Router(name="owner.wizard")
    router.callback_query.register(finish, callbacks.FinishSetUp.filter())
    return router


async def name_of(bot: Bot) -> str:
    """What BotFather was told that the bot is called: the first guess at the cafe's name."""
    return in_one_line((await bot.me()).first_name)[:LONGEST_NAME].rstrip()


async def finish(
    query: CallbackQuery, person: Person, words: Words, chat_id: ChatId, change_rules: ChangeRules,
    start_practice: StartPractice, read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """All right: somebody to practise on walks up. A second tap shows the rules."""
    if (await read_staff_list(person)).rules.set_up:
        await answer_tap(query)
        await turn(query, draw_program(await read_staff_list(person), words))
        return
    cause = Cause(chat_id, MessageId(query.message.message_id)) if query.message else None
    await start_practice(person, chat_id=chat_id, cause=cause)
    await change_rules(person, set_up=True)  # last: a replay before it lets them walk up again
    await answer_tap(query, words.plain("toast-saved"))
    await turn(query, draw_set_up_done(words))
