"""For whom a post is and when it goes out: conditions to tap, bounds and moments to type.

Not here: letting it go (broadcast_sending.py).
"""

from typing import Final

from aiogram import Bot, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.callbacks import DraftQuestion
from handlers.drawings.broadcast import ask_draft_question, draw_draft
from handlers.drawings.broadcast_people import draw_people
from handlers.drawings.preflight import draw_preflight, draw_share
from handlers.filters import NotACommand, PrivateChat
from handlers.middlewares.dialogues import DIALOGUE
from handlers.middlewares.leaving import ASKS
from handlers.names import in_one_line
from handlers.outgoing import OutgoingMessage
from handlers.owner.broadcast_questions import (
    BOUNDS,
    STATES,
    Composing,
    ask,
    asked_about,
    close,
    in_order,
)
from handlers.segment_words import BOUNDED, BY_WORD
from handlers.sending import answer_tap, send, turn
from handlers.texts import Texts, Words
from handlers.typed_times import Range, TimeReader, read_range
from loyalty.campaigns import Speed
from loyalty.ids import CampaignId, ChatId
from loyalty.money import CURRENCIES
from loyalty.people import Acquaintance, Person
from loyalty.programs import Rules
from loyalty.refusals import RangeUnreadable, Refused, RhythmUnreadable, TimeUnreadable
from loyalty.segments import CameBy, Condition, LastVisit, Speaks, Spent, Visited, Voiced
from loyalty.signs import source_name
from loyalty.use_cases.campaigns.draft_plans import (
    TOMORROW,
    PickCustomers,
    SaveSegment,
    ShareDraft,
    TimeDraft,
)
from loyalty.use_cases.campaigns.draft_reading import ReadDraft, ReadPicker
from loyalty.use_cases.house.rules import ReadProgram

_LONGEST_AGO: Final = 9999
"""Days: who types more means as much, and no calendar has them all."""
_OFF: Final = frozenset({"0", "-", "–", "—"})
"""Typed to take a condition off."""


def create_router() -> Router:
    """The taps, and the answers to what is asked with a text."""
    router = Router(name="owner.broadcast.plans")
    router.callback_query.register(ask_question, callbacks.AskDraft.filter(), flags=ASKS)
    router.callback_query.register(aim, callbacks.AimDraft.filter())
    router.callback_query.register(aim_at_everybody, callbacks.AimAtEverybody.filter())
    router.callback_query.register(toggle_word, callbacks.ToggleWord.filter())
    router.callback_query.register(toggle_language, callbacks.ToggleLanguage.filter())
    router.callback_query.register(toggle_sign, callbacks.ToggleSign.filter())
    router.callback_query.register(drop_voiced, callbacks.DropVoiced.filter())
    router.callback_query.register(use_segment, callbacks.UseSegment.filter())
    router.callback_query.register(forget_segment, callbacks.ForgetSegment.filter())
    router.callback_query.register(set_time, callbacks.SetDraftTime.filter())
    router.callback_query.register(set_share, callbacks.SetShare.filter())
    asked = (PrivateChat(), NotACommand())
    router.message.register(take_time, StateFilter(Composing.time), *asked, flags=DIALOGUE)
    router.message.register(take_rhythm, StateFilter(Composing.rhythm), *asked, flags=DIALOGUE)
    router.message.register(take_bounds, StateFilter(Composing.bounds), *asked, flags=DIALOGUE)
    router.message.register(take_name, StateFilter(Composing.name), *asked, flags=DIALOGUE)
    return router


async def ask_question(
    query: CallbackQuery, callback_data: callbacks.AskDraft, bot: Bot, person: Person, words: Words,
    chat_id: ChatId, state: FSMContext, read_draft: ReadDraft, read_program: ReadProgram,
) -> None:  # fmt: skip
    """What is answered with a text."""
    what, rules = callback_data.what, (await read_program()).rules
    draft = await read_draft.brief(person, callback_data.campaign_id)
    language = in_order(draft, rules.language)[0]
    await answer_tap(query)
    text = ask_draft_question(what, language, rules, words)
    await ask(bot, chat_id, state, STATES[what], text, draft=draft.id, language=language, bounds=what)


async def aim(
    query: CallbackQuery, callback_data: callbacks.AimDraft, person: Person, words: Words,
    pick_customers: PickCustomers, read_draft: ReadDraft,
) -> None:  # fmt: skip
    """For these alone, in one tap."""
    await pick_customers.only(person, callback_data.campaign_id, (BY_WORD[callback_data.word],))
    await answer_tap(query)
    await turn(query, draw_draft(await read_draft(person, callback_data.campaign_id), words))


async def aim_at_everybody(
    query: CallbackQuery, callback_data: callbacks.AimAtEverybody, person: Person, words: Words,
    pick_customers: PickCustomers, read_draft: ReadDraft,
) -> None:  # fmt: skip
    """Said twice."""
    await pick_customers.everybody(person, callback_data.campaign_id)
    await answer_tap(query)
    await turn(query, draw_draft(await read_draft(person, callback_data.campaign_id), words))


async def toggle_word(
    query: CallbackQuery, callback_data: callbacks.ToggleWord, person: Person, words: Words,
    pick_customers: PickCustomers, read_picker: ReadPicker,
) -> None:  # fmt: skip
    """One condition more, or less."""
    condition = BY_WORD[callback_data.word]
    await _toggle(query, callback_data.campaign_id, condition, person, words, pick_customers, read_picker)


async def toggle_language(
    query: CallbackQuery, callback_data: callbacks.ToggleLanguage, person: Person, words: Words,
    pick_customers: PickCustomers, read_picker: ReadPicker,
) -> None:  # fmt: skip
    """Those who speak it."""
    condition = Speaks(callback_data.language)
    await _toggle(query, callback_data.campaign_id, condition, person, words, pick_customers, read_picker)


async def toggle_sign(
    query: CallbackQuery, callback_data: callbacks.ToggleSign, person: Person, words: Words,
    pick_customers: PickCustomers, read_picker: ReadPicker,
) -> None:  # fmt: skip
    """Those who came by it."""
    condition = CameBy(source_name(callback_data.sign_id))
    await _toggle(query, callback_data.campaign_id, condition, person, words, pick_customers, read_picker)


async def drop_voiced(
    query: CallbackQuery, callback_data: callbacks.DropVoiced, person: Person, words: Words,
    pick_customers: PickCustomers, read_picker: ReadPicker,
) -> None:  # fmt: skip
    """Whatever they said."""
    await pick_customers.take_off(person, callback_data.campaign_id, Voiced)
    await answer_tap(query)
    await turn(query, await _picker(callback_data.campaign_id, person, words, read_picker))


async def use_segment(
    query: CallbackQuery, callback_data: callbacks.UseSegment, person: Person, words: Words,
    pick_customers: PickCustomers, read_picker: ReadPicker,
) -> None:  # fmt: skip
    """Those of a saved segment."""
    await pick_customers.saved(person, callback_data.campaign_id, callback_data.segment_id)
    await answer_tap(query)
    await turn(query, await _picker(callback_data.campaign_id, person, words, read_picker))


async def forget_segment(
    query: CallbackQuery, callback_data: callbacks.ForgetSegment, person: Person, words: Words,
    save_segment: SaveSegment, read_picker: ReadPicker,
) -> None:  # fmt: skip
    """Its name goes; the draft stays for whom it is."""
    await save_segment.forget(person, callback_data.campaign_id, callback_data.segment_id)
    await answer_tap(query, words.plain("toast-name-forgotten"))
    await turn(query, await _picker(callback_data.campaign_id, person, words, read_picker))


async def set_time(
    query: CallbackQuery, callback_data: callbacks.SetDraftTime, person: Person, words: Words, speed: Speed,
    time_draft: TimeDraft, read_draft: ReadDraft,
) -> None:  # fmt: skip
    """Now or tomorrow."""
    if callback_data.tomorrow:
        await time_draft.once(person, callback_data.campaign_id, TOMORROW)
    else:
        await time_draft.now(person, callback_data.campaign_id)
    await answer_tap(query)
    await turn(query, draw_preflight(await read_draft(person, callback_data.campaign_id), words, speed))


async def set_share(
    query: CallbackQuery, callback_data: callbacks.SetShare, person: Person, words: Words,
    share_draft: ShareDraft, read_draft: ReadDraft,
) -> None:  # fmt: skip
    """So many first, so many not at all."""
    wanted = callback_data
    await share_draft(person, wanted.campaign_id, pilot=wanted.pilot, held_out=wanted.held_out)
    await answer_tap(query, words.plain("toast-saved"))
    await turn(query, draw_share(await read_draft(person, wanted.campaign_id), words))


async def take_time(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, texts: Texts, speed: Speed, time_draft: TimeDraft, read_draft: ReadDraft,
) -> None:  # fmt: skip
    """A date and an hour."""
    draft_id, _ = await asked_about(state)
    wanted = TimeReader(texts).read_time(in_one_line(message.text or ""))
    if wanted is None:
        raise Refused(TimeUnreadable())
    await time_draft.once(person, draft_id, wanted)
    await close(bot, chat_id, acquaintance, words, state)
    await send(bot, chat_id, draw_preflight(await read_draft(person, draft_id), words, speed))


async def take_rhythm(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, texts: Texts, speed: Speed, time_draft: TimeDraft, read_draft: ReadDraft,
) -> None:  # fmt: skip
    """A day of the week, an hour, perhaps a last date."""
    draft_id, _ = await asked_about(state)
    wanted = TimeReader(texts).read_rhythm(in_one_line(message.text or ""))
    if wanted is None:
        raise Refused(RhythmUnreadable())
    await time_draft.again_and_again(person, draft_id, wanted)
    await close(bot, chat_id, acquaintance, words, state)
    await send(bot, chat_id, draw_preflight(await read_draft(person, draft_id), words, speed))


async def take_bounds(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, pick_customers: PickCustomers, read_picker: ReadPicker, read_program: ReadProgram,
) -> None:  # fmt: skip
    """So many visits, so much money, so many days ago; or no matter how many."""
    draft_id, _ = await asked_about(state)
    text, what = in_one_line(message.text or ""), DraftQuestion((await state.get_data())[BOUNDS])
    if text in _OFF:
        await pick_customers.take_off(person, draft_id, BOUNDED[what])
    elif (typed := read_range(text)) is not None:
        await pick_customers.add(person, draft_id, _bounded(what, typed, (await read_program()).rules))
    else:
        raise Refused(RangeUnreadable())
    await close(bot, chat_id, acquaintance, words, state)
    await send(bot, chat_id, await _picker(draft_id, person, words, read_picker))


async def take_name(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, save_segment: SaveSegment, read_picker: ReadPicker,
) -> None:  # fmt: skip
    """These customers have a name from now on."""
    draft_id, _ = await asked_about(state)
    name = in_one_line(message.text or "")
    await save_segment(person, draft_id, name)
    said = words.say("draft-name-kept", name=name)
    await close(bot, chat_id, acquaintance, words, state, said=said)
    await send(bot, chat_id, await _picker(draft_id, person, words, read_picker))


async def _toggle(
    query: CallbackQuery, draft_id: CampaignId, condition: Condition, person: Person, words: Words,
    pick_customers: PickCustomers, read_picker: ReadPicker,
) -> None:  # fmt: skip
    await pick_customers.toggle(person, draft_id, condition)
    await answer_tap(query)
    await turn(query, await _picker(draft_id, person, words, read_picker))


async def _picker(
    draft_id: CampaignId, person: Person, words: Words, read_picker: ReadPicker
) -> OutgoingMessage:
    return draw_people(await read_picker(person, draft_id, tuple(BY_WORD.values())), words)


def _bounded(what: DraftQuestion, typed: Range, rules: Rules) -> Condition:
    match what:
        case DraftQuestion.SPENT:
            unit = 10 ** CURRENCIES[rules.currency]
            return Spent(typed.least * unit, None if typed.most is None else typed.most * unit)
        case DraftQuestion.LAST_VISIT:
            most = None if typed.most is None else min(typed.most, _LONGEST_AGO)
            return LastVisit(min(typed.least, _LONGEST_AGO), most)
        case _:
            return Visited(typed.least, typed.most)
