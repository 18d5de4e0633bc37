"""What is collected, and how points work: the taps that set it, and amounts answered with a text.

Not here: the pages (drawings/program_points.py) and the other rules (program.py, program_answers.py).
"""

import re

from aiogram import Bot, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.drawings.program import draw_program
from handlers.drawings.program_limits import draw_limit
from handlers.drawings.program_points import draw_points
from handlers.filters import PlainText, PrivateChat
from handlers.middlewares.dialogues import DIALOGUE
from handlers.names import in_one_line
from handlers.owner.program_questions import Asking, close
from handlers.sending import answer_tap, send, turn
from handlers.texts import Words
from loyalty.ids import ChatId
from loyalty.limits import LimitsWanted
from loyalty.money import parse_amount
from loyalty.people import Acquaintance, Person
from loyalty.programs import MOST_USUAL
from loyalty.refusals import AmountsUnfit, Refused
from loyalty.use_cases.house.rules import ChangeRules, ReadProgram
from loyalty.use_cases.staff.staff_list import ReadStaffList

_BETWEEN = re.compile(r"[\s;]+")


def create_router() -> Router:
    """Each rule as a wish and not a flip. Who may is asked by each use case."""
    router = Router(name="owner.program_points")
    router.callback_query.register(set_collects, callbacks.SetCollects.filter())
    router.callback_query.register(set_currency, callbacks.SetCurrency.filter())
    router.callback_query.register(set_earn_percent, callbacks.SetEarnPercent.filter())
    router.callback_query.register(set_spend_percent, callbacks.SetSpendPercent.filter())
    for state, answer in (
        (Asking.amounts, take_amounts), (Asking.minimum, take_minimum), (Asking.large_bill, take_large_bill),
    ):  # fmt: skip
        router.message.register(answer, PrivateChat(), StateFilter(state), PlainText(), flags=DIALOGUE)
    return router


async def set_collects(
    query: CallbackQuery, callback_data: callbacks.SetCollects, person: Person, words: Words,
    change_rules: ChangeRules, read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """Stamps, points or both; where points are new, their page comes next."""
    program = await change_rules(person, collects=callback_data.collects)
    await answer_tap(query, words.plain("toast-saved"))
    if program.rules.gives_points:
        await turn(query, draw_points(program.rules, words))
    else:
        await turn(query, draw_program(await read_staff_list(person), words))


async def set_currency(
    query: CallbackQuery, callback_data: callbacks.SetCurrency, person: Person, words: Words,
    change_rules: ChangeRules,
) -> None:  # fmt: skip
    """In which currency bills are."""
    program = await change_rules(person, currency=callback_data.currency)
    await answer_tap(query, words.plain("toast-saved"))
    await turn(query, draw_points(program.rules, words))


async def set_earn_percent(
    query: CallbackQuery, callback_data: callbacks.SetEarnPercent, person: Person, words: Words,
    change_rules: ChangeRules,
) -> None:  # fmt: skip
    """How much of a bill comes back."""
    program = await change_rules(person, earn_percent=callback_data.percent)
    await answer_tap(query, words.plain("toast-saved"))
    await turn(query, draw_points(program.rules, words))


async def set_spend_percent(
    query: CallbackQuery, callback_data: callbacks.SetSpendPercent, person: Person, words: Words,
    change_rules: ChangeRules,
) -> None:  # fmt: skip
    """How much of a bill points can pay."""
    program = await change_rules(person, spend_percent=callback_data.percent)
    await answer_tap(query, words.plain("toast-saved"))
    await turn(query, draw_points(program.rules, words))


async def take_amounts(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, change_rules: ChangeRules, read_program: ReadProgram,
) -> None:  # fmt: skip
    """The usual bills, up to five; "0" for none."""
    currency = (await read_program()).rules.currency
    said = [part for part in _BETWEEN.split(in_one_line(message.text or "")) if part]
    amounts = () if said == ["0"] else tuple(_amount(part, currency) for part in said)
    program = await change_rules(person, usual_amounts=amounts)
    await close(bot, chat_id, acquaintance, words, state)
    await send(bot, chat_id, draw_points(program.rules, words))


async def take_minimum(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, change_rules: ChangeRules, read_program: ReadProgram,
) -> None:  # fmt: skip
    """The smallest bill that earns points; "0" for any."""
    currency, said = (await read_program()).rules.currency, in_one_line(message.text or "")
    program = await change_rules(person, minimum_bill=0 if said == "0" else _amount(said, currency))
    await close(bot, chat_id, acquaintance, words, state)
    await send(bot, chat_id, draw_points(program.rules, words))


async def take_large_bill(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, change_rules: ChangeRules, read_program: ReadProgram,
) -> None:  # fmt: skip
    """From which bill on somebody looks first; "0": worked out."""
    currency, said = (await read_program()).rules.currency, in_one_line(message.text or "")
    bound = 0 if said == "0" else _amount(said, currency)
    program = await change_rules(person, single_limits=LimitsWanted(large_bill_from=bound))
    await close(bot, chat_id, acquaintance, words, state)
    await send(bot, chat_id, draw_limit(program.rules, callbacks.LimitField.LARGE_BILL, words))


def _amount(said: str, currency: str) -> int:
    amount = parse_amount(said, currency)
    if amount is None:
        raise Refused(AmountsUnfit(MOST_USUAL))
    return amount
