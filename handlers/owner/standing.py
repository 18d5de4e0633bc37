"""What goes out by itself: the owner reads it, writes it in the own words, and switches it on.

Not here: its timing (standing_timing.py), broadcasts (runs.py), and who gets it when
(loyalty/use_cases/campaigns/planners).
"""

from typing import Final

from aiogram import Bot, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.callbacks import GiftWish
from handlers.drawings.standing_page import (
    draw_gift_choice,
    draw_reading,
    draw_same_gift,
    draw_sample,
    draw_standing,
    draw_standing_list,
    draw_usual_words,
    usual_words,
)
from handlers.filters import NotACommand, PlainText, PrivateChat
from handlers.middlewares.dialogues import DIALOGUE
from handlers.middlewares.leaving import ASKS
from handlers.outgoing import OutgoingMessage
from handlers.owner.wording import Wording, expect, expected, find_next
from handlers.sending import answer_tap, send, turn
from handlers.texts import Texts, Words
from loyalty.campaigns import CampaignKind
from loyalty.ids import ChatId
from loyalty.people import Acquaintance, Person
from loyalty.use_cases.campaigns.standing import (
    ChooseStandingReward,
    KeepStandingWords,
    NameStandingReward,
    OpenStanding,
    ReadStanding,
    SetStandingDays,
    SwitchStanding,
    TakeUsualWords,
    languages_of,
)
from loyalty.use_cases.house.rules import ReadProgram

_KIND: Final = "standing_kind"


class WritingStanding(StatesGroup):
    """What it says; what comes with it."""

    words = State()
    gift = State()


_WORDS: Final = Wording(
    WritingStanding.words, "standing-ask-words", "standing-kept", "standing-words-placeholder"
)
_GIFT: Final = Wording(
    WritingStanding.gift, "standing-ask-gift", "standing-kept-gift", "standing-gift-placeholder"
)


def create_router() -> Router:
    """Owners only: the use cases judge it."""
    router = Router(name="owner.standing")
    words, gift = StateFilter(WritingStanding.words), StateFilter(WritingStanding.gift)
    router.callback_query.register(show_all, callbacks.OpenStandingList.filter())
    router.callback_query.register(show_one, callbacks.OpenStanding.filter())
    router.callback_query.register(show_words, callbacks.ReadStandingWords.filter())
    router.callback_query.register(ask_words, callbacks.WriteStandingWords.filter(), flags=ASKS)
    router.callback_query.register(choose_gift, callbacks.ChooseStandingGift.filter())
    router.callback_query.register(set_gift, callbacks.SetStandingGift.filter(), flags=ASKS)
    router.callback_query.register(set_days, callbacks.SetStandingDays.filter())
    router.callback_query.register(take_usual, callbacks.TakeUsualWords.filter())
    router.callback_query.register(keep_same_gift, callbacks.KeepSameGift.filter())
    router.callback_query.register(switch, callbacks.SwitchStanding.filter())
    router.callback_query.register(explain_sample, callbacks.SampleStanding.filter())
    router.message.register(keep_words, PrivateChat(), words, PlainText(), flags=DIALOGUE)
    router.message.register(keep_gift, PrivateChat(), gift, PlainText(), flags=DIALOGUE)
    router.message.register(ask_for_text, PrivateChat(), words, NotACommand(), flags=DIALOGUE)
    router.message.register(ask_for_text, PrivateChat(), gift, NotACommand(), flags=DIALOGUE)
    return router


async def show_all(query: CallbackQuery, person: Person, words: Words, read_standing: ReadStanding) -> None:
    """Which are on."""
    switches = await read_standing(person)
    await answer_tap(query)
    await turn(query, draw_standing_list(switches, words))


async def show_one(
    query: CallbackQuery, callback_data: callbacks.OpenStanding, person: Person, words: Words, texts: Texts,
    open_standing: OpenStanding,
) -> None:  # fmt: skip
    """One, with what can be changed."""
    view = await open_standing(person, callback_data.kind, usual_words(callback_data.kind, texts))
    await answer_tap(query)
    await turn(query, draw_standing(view, words, texts))


async def show_words(
    query: CallbackQuery, callback_data: callbacks.ReadStandingWords, person: Person, words: Words,
    texts: Texts, open_standing: OpenStanding,
) -> None:  # fmt: skip
    """Everything that it says, before it may be switched on."""
    view = await open_standing(person, callback_data.kind, usual_words(callback_data.kind, texts))
    await answer_tap(query)
    await turn(query, draw_reading(view, words, texts))


async def ask_words(
    query: CallbackQuery, callback_data: callbacks.WriteStandingWords, bot: Bot, person: Person, words: Words,
    texts: Texts, chat_id: ChatId, state: FSMContext, open_standing: OpenStanding,
) -> None:  # fmt: skip
    """As it arrives now, and what shall it say?"""
    kind, language = callback_data.kind, callback_data.language
    view = await open_standing(person, kind, usual_words(kind, texts))
    await answer_tap(query)
    await send(bot, chat_id, draw_sample(view, language, texts.in_language(texts.choose(language))))
    await _WORDS.ask(bot, chat_id, state, words, language, about={_KIND: kind.value})


async def keep_words(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, texts: Texts,
    chat_id: ChatId, state: FSMContext, keep_standing_words: KeepStandingWords,
) -> None:  # fmt: skip
    """Kept as it was formatted, and shown as it will arrive."""
    text = message.text or ""
    kind, language = CampaignKind((await state.get_data())[_KIND]), await expected(state)
    view = await keep_standing_words(
        person, kind, language, message.html_text, length=len(text.encode("utf-16-le")) // 2
    )
    await _WORDS.end(bot, chat_id, state, acquaintance, words)
    await send(bot, chat_id, draw_sample(view, language, texts.in_language(texts.choose(language))))
    await send(bot, chat_id, draw_standing(view, words, texts))


async def take_usual(
    query: CallbackQuery, callback_data: callbacks.TakeUsualWords, person: Person, words: Words, texts: Texts,
    take_usual_words: TakeUsualWords,
) -> None:  # fmt: skip
    """Asked once, since the own words are gone then."""
    kind = callback_data.kind
    if not callback_data.sure:
        await answer_tap(query)
        await turn(query, draw_usual_words(kind, words))
        return
    view = await take_usual_words(person, kind, usual_words(kind, texts))
    await answer_tap(query, words.plain("toast-saved"))
    await turn(query, draw_standing(view, words, texts))


async def choose_gift(
    query: CallbackQuery, callback_data: callbacks.ChooseStandingGift, person: Person, words: Words,
    texts: Texts, open_standing: OpenStanding,
) -> None:  # fmt: skip
    """What comes with it, and for how long?"""
    view = await open_standing(person, callback_data.kind, usual_words(callback_data.kind, texts))
    await answer_tap(query)
    await turn(query, draw_gift_choice(view, words))


async def set_gift(
    query: CallbackQuery, callback_data: callbacks.SetStandingGift, bot: Bot, person: Person, words: Words,
    chat_id: ChatId, state: FSMContext, choose_standing_reward: ChooseStandingReward,
    read_program: ReadProgram,
) -> None:  # fmt: skip
    """Nothing, the usual, or something in the own words, which is asked."""
    kind, wish = callback_data.kind, callback_data.wish
    if wish is GiftWish.OWN:
        first = (await read_program()).rules.language
        await answer_tap(query)
        await _GIFT.ask(bot, chat_id, state, words, first, about={_KIND: kind.value})
        return
    view = await choose_standing_reward(person, kind, usual=wish is GiftWish.USUAL)
    await answer_tap(query)
    await turn(query, draw_gift_choice(view, words))


async def keep_gift(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, name_standing_reward: NameStandingReward,
) -> None:  # fmt: skip
    """In each language of the cafe, the main one first; each is kept as it comes."""
    text = " ".join((message.text or "").split())
    kind, language = CampaignKind((await state.get_data())[_KIND]), await expected(state)
    view = await name_standing_reward(person, kind, language, text)
    following = find_next(language, languages_of(view.rules))
    if following is not None:
        await expect(state, following, kept=True)
        await send(bot, chat_id, draw_same_gift(kind, following, words))
        return
    await _GIFT.end(bot, chat_id, state, acquaintance, words)
    await send(bot, chat_id, draw_gift_choice(view, words))


async def keep_same_gift(
    query: CallbackQuery, callback_data: callbacks.KeepSameGift, bot: Bot, person: Person, words: Words,
    texts: Texts, chat_id: ChatId, open_standing: OpenStanding,
) -> None:  # fmt: skip
    """Who reads the other language reads these words too; they are kept, and the question is over."""
    view = await open_standing(person, callback_data.kind, usual_words(callback_data.kind, texts))
    await answer_tap(query)
    await send(bot, chat_id, draw_gift_choice(view, words))


async def ask_for_text(_: Message, bot: Bot, words: Words, chat_id: ChatId) -> None:
    """A picture says nothing here; the question stays."""
    await send(bot, chat_id, OutgoingMessage(words.say("standing-only-text")))


async def set_days(
    query: CallbackQuery, callback_data: callbacks.SetStandingDays, person: Person, words: Words,
    set_standing_days: SetStandingDays,
) -> None:  # fmt: skip
    """For so long it can be had."""
    view = await set_standing_days(person, callback_data.kind, callback_data.days)
    await answer_tap(query)
    await turn(query, draw_gift_choice(view, words))


async def switch(
    query: CallbackQuery, callback_data: callbacks.SwitchStanding, person: Person, words: Words, texts: Texts,
    switch_standing: SwitchStanding,
) -> None:  # fmt: skip
    """On with the words that were read, or off."""
    on = callback_data.on
    view = await switch_standing(person, callback_data.kind, on=on, read=callback_data.read)
    await answer_tap(query, words.plain("toast-standing", on="yes" if on else "no"))
    await turn(query, draw_standing(view, words, texts))


async def explain_sample(query: CallbackQuery, words: Words) -> None:
    """It does nothing here."""
    await answer_tap(query, words.plain("toast-standing-sample"))
