"""What a hostile reading found about letters; each test says what should be true.

Not here: mending. Telegram's words are those of a group whose members may not send pictures (Bot API, issue
threads): a bot that is a plain member there gets 400 "not enough rights to send photos to the chat".
"""

from typing import Any

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import CopyMessage

from bot import drawing
from tests.journeys.test_letters import a_picture
from tests.journeys.test_staff_chat import makes_staff_chat
from tests.running_cafe import RunningCafe


async def test_a_picture_that_the_group_does_not_take_does_not_end_the_staff_chat(
    cafe: RunningCafe, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    group = await makes_staff_chat(owner, ben)
    mia = await cafe.customer("Mia")

    def refuse(chat_id: int, message: Any, *, plain: bool = False) -> CopyMessage:
        method = CopyMessage(chat_id=chat_id, from_chat_id=1, message_id=1)
        raise TelegramBadRequest(method, "Bad Request: not enough rights to send photos to the chat")

    monkeypatch.setattr(drawing, "_copy_of", refuse)
    await mia.sends_photo(a_picture(), "this one?")
    await cafe.quiet()
    assert cafe.rows(f"SELECT unbound_reason FROM staff_chats WHERE chat_id = {group}") == [("",)]
    await ben.sees("this one?", chat=group)
