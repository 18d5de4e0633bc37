"""A person who plays: joins, presses, taps, scans and looks, over HTTP as the page does.

They tap what is visible, by its label; they never see callback data. What they write stands in
person_writing, what they do in groups in person_in_groups.
"""

import asyncio
import time
from collections.abc import Sequence
from types import TracebackType
from typing import Any, Self

from bot.sandbox.person_in_groups import GroupMember
from bot.sandbox.person_writing import Writer
from bot.sandbox.phone import NotVisible, Phone, SaidNo, Where, get_state, post, session_at
from bot.sandbox.refusals import Json

__all__ = ["NotVisible", "Person", "SaidNo"]

_LOOKS = 25
_LOOK_SECONDS = 0.02


class Person(Writer, GroupMember):
    """Somebody with a phone. `taps_made` and `texts_sent` count what they do."""

    @classmethod
    async def join(cls, where: Where, first_name: str, **more: Any) -> Self:
        """Somebody new: last_name, username, language_code, id, note. Close them if `where` is an address."""
        session, owned = session_at(where)
        try:
            known = await post(session, "people", {"first_name": first_name, **more})
        except BaseException:
            if owned:
                await session.close()
            raise
        return cls(session, known, owns_session=owned)

    @classmethod
    async def meet(cls, where: Where, person_id: int) -> Self:
        """Somebody who is there already."""
        session, owned = session_at(where)
        state = await get_state(session)
        known = next((one for one in state["people"] if one["id"] == person_id), None)
        if known is None:
            if owned:
                await session.close()
            raise NotVisible(f"There is no person {person_id}.")
        return cls(session, known, owns_session=owned)

    async def close(self) -> None:
        """Hang up; the person stays in the sandbox."""
        if self._owns_session:
            await self._session.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def opens(self, link: str) -> str:
        """Open a link to the bot: the chat then shows START. The payload."""
        answer = await self._do("open_link", link=link)
        return str(answer["pending_start"])

    async def scans(self, message: Json) -> str:
        """Point the camera at the QR code in somebody's message and tap the banner; the text of the code."""
        self.taps_made += 1
        answer = await self._do("scan", chat=message["chat"]["id"], message=message["message_id"])
        return str(answer["text"])

    async def starts(self, payload: str | None = None) -> Json:
        """Press START, with the payload of the link that was opened unless another is given."""
        self.taps_made += 1
        return await self._do("start", payload=payload)

    async def presses(self, label: str, chat: int | None = None) -> Json:
        """Press a button of the keyboard under the text box, for which people wait a moment too."""
        for _ in range(_LOOKS):
            if label in await self.keyboard(chat):
                break
            await asyncio.sleep(_LOOK_SECONDS)
        self.taps_made += 1
        return await self._do("press", label=label, chat=chat)

    async def presses_and_picks_chat(
        self,
        label: str,
        group: int | None = None,
        title: str | None = None,
        *,
        members: Sequence[Phone] = (),
        type: str = "group",  # noqa: A002 - the Bot API's own word
    ) -> int:
        """Press a `request_chat` button and choose a group of one's own, or make one; the group's id.

        `title` makes a new one ("group", or "supergroup" by `type`) with these other members. The bot is
        added and made administrator there if the button asks for that. The bot then gets `my_chat_member`
        and, in this chat, `chat_shared`. Counts the taps of a phone (button, choice, yes) and a title as a
        text. Raises SaidNo for a group that Telegram would not offer.
        """
        self.taps_made += 3
        self.texts_sent += group is None
        others = [one.id for one in members]
        asked = {"label": label, "group": group, "title": title, "members": others, "type": type}
        answer = await self._do("pick_chat", **asked)
        return int(answer["chat_shared"]["chat_id"])

    async def presses_and_picks_people(self, label: str, people: Sequence[int | Phone]) -> Json:
        """Press a `request_users` button and pick people, who need not know the bot; the `users_shared`.

        Counts the button, each person picked, and the yes. Raises SaidNo for more than may be picked.
        """
        ids = [one if isinstance(one, int) else one.id for one in people]
        self.taps_made += 2 + len(ids)
        answer = await self._do("pick_people", label=label, people=ids)
        shared: Json = answer["users_shared"]
        return shared

    async def taps(
        self, label: str, message: Json | None = None, chat: int | None = None, *, wait: float = 5
    ) -> str | None:
        """Tap the button of that name under the newest message that has one; what the toast says.

        A name that equals counts before one that begins with the label, that before one that contains it.
        People wait a moment for a button that is about to appear.
        """
        where = chat or (message["chat"]["id"] if message else self.id)
        shown: list[Json] = []
        for _ in range(_LOOKS):
            shown = await self.chat(where)
            if message is not None:
                shown = [one for one in shown if one["message_id"] == message["message_id"]]
            for one in reversed(shown):
                if button := _meant(one, label):
                    self.taps_made += 1
                    answer = await self._do("tap", chat=where, message=one["message_id"], wait=wait, **button)
                    toast = answer["toast"]
                    return str(toast["text"]) if toast and toast["text"] else None
            await asyncio.sleep(_LOOK_SECONDS)
        visible = [(one["message_id"], self.buttons(one)) for one in shown if self.buttons(one)]
        raise NotVisible(f"{self.first_name} sees no button {label!r}. Visible by message: {visible}.")

    async def menu(self, chat: int | None = None) -> list[Json]:
        """The bot's commands that this phone offers in a chat, in its language: command, description."""
        answer = await self._do("menu", chat=chat)
        commands: list[Json] = answer["commands"]
        return commands

    async def blocks(self) -> None:
        """Stop the bot."""
        await self._do("block")

    async def unblocks(self) -> None:
        """Let the bot write again."""
        await self._do("unblock")

    async def chat(self, chat: int | None = None) -> list[Json]:
        """The messages that this person sees, oldest first."""
        return self._visible(await self._state(), chat)

    async def last(self, chat: int | None = None) -> Json:
        """The newest message."""
        shown = await self.chat(chat)
        if not shown:
            raise NotVisible(f"{self.first_name}'s chat is empty.")
        return shown[-1]

    async def keyboard(self, chat: int | None = None) -> list[str]:
        """What the keyboard under the text box says now."""
        state = await self._state()
        place = next(one for one in state["chats"] if one["id"] == (chat or self.id))
        rows = (place["reply_keyboard"] or {}).get("keyboard", [])
        return [button["text"] for row in rows for button in row]

    async def sees(
        self,
        substring: str,
        timeout: float = 5,  # noqa: ASYNC109 - a person's patience, in real seconds
        chat: int | None = None,
    ) -> Json:
        """Wait for a message whose text or caption contains this; the newest such message."""
        end = time.monotonic() + timeout
        state = await self._state()
        while True:
            shown = self._visible(state, chat)
            for one in reversed(shown):
                if substring in _words(one):
                    return one
            left = end - time.monotonic()
            if left <= 0:
                said = [_words(one) for one in shown[-5:]]
                raise NotVisible(f"{self.first_name} sees no {substring!r}. The newest messages: {said}.")
            state = await self._state(after=state["version"], wait=left)

    async def no_longer_sees(
        self,
        substring: str,
        timeout: float = 5,  # noqa: ASYNC109 - a person's patience, in real seconds
        chat: int | None = None,
    ) -> None:
        """Wait until no message contains this."""
        end = time.monotonic() + timeout
        while any(substring in _words(one) for one in await self.chat(chat)):
            if time.monotonic() > end:
                raise NotVisible(f"{self.first_name} still sees {substring!r}.")
            await asyncio.sleep(0.02)

    @staticmethod
    def buttons(message: Json) -> list[str]:
        """The labels under a message, in reading order."""
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        return [button["text"] for row in rows for button in row]

    def _visible(self, state: Json, chat: int | None) -> list[Json]:
        place = next((one for one in state["chats"] if one["id"] == (chat or self.id)), None)
        if place is None or self.id not in place["members"]:
            raise NotVisible(f"{self.first_name} has no chat {chat}.")
        return [one for one in state["messages"][str(place["id"])] if not one["deleted"]]


def _words(message: Json) -> str:
    words: str = message.get("text") or message.get("caption") or ""
    return words


def _meant(message: Json, label: str) -> Json | None:
    """The button that is meant, as POST /sim/tap is told."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    buttons = [(button["text"], r, c) for r, row in enumerate(rows) for c, button in enumerate(row)]
    labels = [text for text, _, _ in buttons]
    for fits in (str.__eq__, str.startswith, str.__contains__):
        for text, row, column in buttons:
            if fits(text, label):
                # By place only where labels repeat: a redraw may have moved another button there.
                by_place = {"row": row, "column": column, "shown": text}
                return {"label": text} if labels.count(text) == 1 else by_place
    return None
