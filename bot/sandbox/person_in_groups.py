"""What a person does with groups: makes them, comes and goes, adds and removes the bot.

What they write there is in person_writing.
"""

from collections.abc import Sequence
from typing import Any

from bot.sandbox.phone import Phone, get_state
from bot.sandbox.refusals import Json


class GroupMember(Phone):
    """Somebody in groups, which are named by their ids. Raises SaidNo where Telegram would not let them."""

    async def makes_group(
        self, title: str, members: Sequence[Phone] = (), *, bot: str = "left", **more: Any
    ) -> int:
        """Make a group with others; its id. `bot`: left (not in it), member, administrator.

        More: type="supergroup", is_forum=True.
        """
        ids = [self.id, *(one.id for one in members)]
        answer = await self._do("groups", title=title, members=ids, bot=bot, **more)
        return int(answer["id"])

    async def joins_group(self, group: int, *, by: Phone | None = None) -> None:
        """Come into a group by a link, or be added `by` a member.

        The bot gets `new_chat_members`; as administrator that asks for it also `chat_member`.
        """
        await self._do("join_group", chat=group, by=by and by.id)

    async def leaves_group(self, group: int, *, by: Phone | None = None) -> None:
        """Leave a group, or be removed `by` an administrator (in a supergroup that bans).

        The bot gets `left_chat_member`; as administrator that asks for it also `chat_member`.
        """
        await self._do("leave_group", chat=group, by=by and by.id)

    async def promotes(self, member: Phone, group: int, *, anonymous: bool = False) -> None:
        """Make somebody, or oneself as the creator, administrator; `anonymous` ones write as the group."""
        await self._do("promote", chat=group, member=member.id, status="administrator", anonymous=anonymous)

    async def demotes(self, member: Phone, group: int) -> None:
        """Make an administrator a plain member again."""
        await self._do("promote", chat=group, member=member.id, status="member")

    async def adds_bot(self, group: int, *, admin: bool = False, rights: Json | None = None) -> None:
        """Add the bot to a group, or give it rights there; `rights` ({"can_pin_messages": False}) differ
        from the usual ones. The bot gets `my_chat_member` and, when it is new there, `new_chat_members`.
        """
        status = "administrator" if admin or rights else "member"
        await self._do("bot_status", chat=group, status=status, rights=rights)

    async def takes_bots_rights(self, group: int) -> None:
        """The bot is a plain member from now on; it gets `my_chat_member`."""
        await self._do("bot_status", chat=group, status="member")

    async def removes_bot(self, group: int) -> None:
        """Remove the bot; it gets `my_chat_member` (kicked), in a basic group first `left_chat_member`."""
        await self._do("bot_status", chat=group, status="left")

    async def upgrades_group(
        self, group: int, *, new_id_first: bool = False, leaves_old: bool = False
    ) -> int:
        """Make a group a supergroup; its new id. The old chat stays there for looking and tapping.

        The bot gets `migrate_to_chat_id` in the old chat, `migrate_from_chat_id` in the new one, and
        `my_chat_member` for the new id: last, or before both with `new_id_first`. With `leaves_old` it then
        hears that it left the old id. Calls for the old id answer 400 with `migrate_to_chat_id`.
        """
        order = {"new_id_first": new_id_first, "leaves_old": leaves_old}
        answer = await self._do("upgrade_group", chat=group, **order)
        return int(answer["id"])

    async def groups(self) -> dict[int, str]:
        """The groups of this person that are alive: ids and titles."""
        state = await get_state(self._session, person=self.id)
        chats = [one for one in state["chats"] if one["type"] != "private" and not one["upgraded_to"]]
        return {one["id"]: one["title"] for one in chats}
