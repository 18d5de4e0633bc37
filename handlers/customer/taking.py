"""One tap in a post takes what it offers.

Not here: the post (drawings/post.py), and having it at the counter (rewards.py).
"""

from aiogram import Bot, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, InaccessibleMessage, InlineKeyboardMarkup

from handlers import callbacks
from handlers.drawings.gifts import say_taken
from handlers.own_power import word_refusal_for
from handlers.sending import answer_tap
from handlers.telegram_errors import Fault, classify
from handlers.texts import Words
from loyalty.people import Acquaintance, Person
from loyalty.refusals import PostOfferOver, PostOfferUsedUp, Refused
from loyalty.use_cases.rewards.gifts import TakeOffer


def create_router() -> Router:
    """One tap."""
    router = Router(name="customer.taking")
    router.callback_query.register(take, callbacks.Take.filter())
    return router


async def take(
    query: CallbackQuery, callback_data: callbacks.Take, person: Person, acquaintance: Acquaintance,
    words: Words, bot: Bot, take_offer: TakeOffer,
) -> None:  # fmt: skip
    """It is on the card; the button says until when from then on. Once nothing can be had, it goes."""
    try:
        taken = await take_offer(person, callback_data.recipient_id)
    except Refused as refused:
        said = word_refusal_for(acquaintance, refused.refusal, words)
        over = isinstance(refused.refusal, PostOfferOver | PostOfferUsedUp)
        if not over or not await answer_tap(query, said):
            raise
        await _relabel(query, bot, None)  # behind the answer: whether that works or not, they know why
        return
    await answer_tap(query, say_taken(taken.item, taken.until, words, fresh=taken.fresh))
    await _relabel(query, bot, words.plain("button-offer-taken", until=taken.until))


async def _relabel(query: CallbackQuery, bot: Bot, label: str | None) -> None:
    """The post stays as it is, photo and all: only its button changes, or goes when there is no label."""
    message = query.message
    if message is None or isinstance(message, InaccessibleMessage) or message.reply_markup is None:
        return
    rows = [
        [
            one.model_copy(update={"text": label}) if one.callback_data == query.data else one
            for one in row
            if label is not None or one.callback_data != query.data
        ]
        for row in message.reply_markup.inline_keyboard
    ]
    try:
        await bot.edit_message_reply_markup(
            chat_id=message.chat.id,
            message_id=message.message_id,
            reply_markup=InlineKeyboardMarkup(inline_keyboard=[row for row in rows if row]),
        )
    except TelegramBadRequest as error:
        if classify(error) not in (Fault.NOT_MODIFIED, Fault.MESSAGE_GONE):
            raise
