"""aiogram's own Bot against the sandbox: what the bot is built on understands every answer."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    KeyboardButton,
    LinkPreviewOptions,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    ReplyParameters,
)

from bot.sandbox.person import Person
from tests.sandbox.raw_bot import TOKEN, picture

BUTTONS = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="+1", callback_data="one", style="success")]]
)


@pytest.fixture
async def aiogram_bot(base_url: str) -> AsyncIterator[Bot]:
    connection = AiohttpSession(api=TelegramAPIServer.from_base(base_url))
    made = Bot(TOKEN, session=connection, default=DefaultBotProperties(parse_mode="HTML"))
    yield made
    await made.session.close()


async def test_texts_keyboards_and_taps(aiogram_bot: Bot, ann: Person) -> None:
    me = await aiogram_bot.get_me()
    assert (me.username, me.can_read_all_group_messages) == ("one_more_cup_bot", False)
    keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Stamp me")]], resize_keyboard=True)
    await aiogram_bot.send_message(ann.id, "<b>Hello</b>", reply_markup=keyboard)
    await ann.presses("Stamp me")
    (update,) = await aiogram_bot.get_updates(timeout=2, allowed_updates=["message", "callback_query"])
    assert update.message is not None
    assert update.message.text == "Stamp me"
    sent = await aiogram_bot.send_message(
        ann.id,
        "card",
        reply_markup=BUTTONS,
        reply_parameters=ReplyParameters(message_id=update.message.message_id),
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
    tap = asyncio.create_task(ann.taps("+1"))
    (update,) = await aiogram_bot.get_updates(offset=update.update_id + 1, timeout=2)
    assert update.callback_query is not None
    assert update.callback_query.data == "one"
    await aiogram_bot.answer_callback_query(update.callback_query.id, text="1 of 6")
    assert await tap == "1 of 6"
    edited = await aiogram_bot.edit_message_text("done", chat_id=ann.id, message_id=sent.message_id)
    assert not isinstance(edited, bool)
    assert (edited.text, edited.reply_markup) == ("done", None)
    await aiogram_bot.set_message_reaction(ann.id, sent.message_id, [ReactionTypeEmoji(emoji="👍")])
    assert await aiogram_bot.delete_messages(ann.id, [sent.message_id])


async def test_pictures_by_upload_and_by_file_id(aiogram_bot: Bot, ann: Person) -> None:
    upload = BufferedInputFile(picture(700, 350), "card.png")
    sent = await aiogram_bot.send_photo(ann.id, upload, caption="<i>your card</i>", reply_markup=BUTTONS)
    assert sent.photo is not None
    assert [(one.width, one.height) for one in sent.photo] == [(90, 45), (320, 160), (700, 350)]
    again = await aiogram_bot.send_photo(ann.id, sent.photo[-1].file_id)
    assert again.photo == sent.photo
    file = await aiogram_bot.get_file(sent.photo[-1].file_id)
    assert file.file_path is not None
    content = await aiogram_bot.download_file(file.file_path)
    assert content is not None
    assert content.read() == picture(700, 350)
    captioned = await aiogram_bot.edit_message_caption(
        chat_id=ann.id, message_id=sent.message_id, caption="new words"
    )
    assert not isinstance(captioned, bool)
    assert captioned.caption == "new words"
    new = InputMediaPhoto(media=BufferedInputFile(picture(60, 60), "new.png"), caption="new picture")
    changed = await aiogram_bot.edit_message_media(
        new, chat_id=ann.id, message_id=sent.message_id, reply_markup=BUTTONS
    )
    assert not isinstance(changed, bool)
    assert changed.photo is not None
    assert changed.photo[-1].width == 60
    sign = await aiogram_bot.send_document(ann.id, BufferedInputFile(b"%PDF", "sign.pdf"))
    assert sign.document is not None
    assert (sign.document.file_name, sign.document.mime_type) == ("sign.pdf", "application/pdf")
    album = await aiogram_bot.send_media_group(
        ann.id,
        [InputMediaDocument(media=sign.document.file_id), InputMediaDocument(media=sign.document.file_id)],
    )
    assert len({one.media_group_id for one in album}) == 1


async def test_the_bots_own_account_and_chats(aiogram_bot: Bot, ann: Person) -> None:
    commands = [BotCommand(command="card", description="Your card")]
    scope = BotCommandScopeChat(chat_id=ann.id)
    assert await aiogram_bot.set_my_commands(commands, scope=scope, language_code="en")
    (command,) = await aiogram_bot.get_my_commands(scope=scope, language_code="en")
    assert (command.command, command.description) == ("card", "Your card")
    assert await aiogram_bot.delete_my_commands(scope=scope, language_code="en")
    assert await aiogram_bot.set_my_name("Cafe") is True
    assert await aiogram_bot.set_my_description("A card") is True
    assert await aiogram_bot.set_my_short_description("A card") is True
    assert await aiogram_bot.set_chat_menu_button() is True
    assert (await aiogram_bot.get_me()).first_name == "Cafe"
    assert (await aiogram_bot.get_chat(ann.id)).first_name == "Ann"
    assert (await aiogram_bot.get_webhook_info()).url == ""
    assert await aiogram_bot.send_chat_action(ann.id, "typing")
    text = await ann.says("hello")
    copy = await aiogram_bot.copy_message(ann.id, ann.id, text["message_id"])
    forwarded = await aiogram_bot.forward_message(ann.id, ann.id, text["message_id"])
    assert forwarded.message_id > copy.message_id
    assert forwarded.forward_origin is not None
    assert await aiogram_bot.pin_chat_message(ann.id, copy.message_id)
    pinned = (await aiogram_bot.get_chat(ann.id)).pinned_message
    assert pinned is not None
    assert pinned.message_id == copy.message_id


async def test_errors_are_the_kinds_that_aiogram_knows(aiogram_bot: Bot, ann: Person, base_url: str) -> None:
    async with await Person.join(base_url, "Bob") as bob:
        with pytest.raises(TelegramForbiddenError, match="can't initiate conversation"):
            await aiogram_bot.send_message(bob.id, "x")
    with pytest.raises(TelegramBadRequest, match="can't parse entities"):
        await aiogram_bot.send_message(ann.id, "<b>x")
    async with aiogram_bot.session as connection:
        opened = await connection.create_session()  # type: ignore[attr-defined]
        await opened.post(f"{base_url}/sim/faults", json={"kind": "too_many_requests", "retry_after": 4})
        with pytest.raises(TelegramRetryAfter) as caught:
            await aiogram_bot.send_message(ann.id, "x")
    assert caught.value.retry_after == 4
