"""What people do with groups, over /sim, and the keyboard's buttons that ask for groups and people.

What that means stands in groups and sharing.
"""

from aiohttp import web

from bot.sandbox import groups, sharing
from bot.sandbox.asked import Deed, answering, number, text, who_and_where
from bot.sandbox.people import ChatRecord
from bot.sandbox.picture import chat_json, message_json
from bot.sandbox.refusals import Impossible, Json
from bot.sandbox.world import World


class GroupRoutes:
    """The deeds of people in groups."""

    def __init__(self, *, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """What the server listens to for people in groups."""
        deeds: dict[str, Deed] = {
            "groups": self.make_group, "bot_status": self.set_bot_status, "join_group": self.join_group,
            "leave_group": self.leave_group, "promote": self.promote, "upgrade_group": self.upgrade,
            "pick_chat": self.pick_chat, "pick_people": self.pick_people,
        }  # fmt: skip
        noted = self._world.transcript
        return [web.post(f"/sim/{name}", answering(name, deed, noted)) for name, deed in deeds.items()]

    async def make_group(self, asked: Json) -> Json:
        """A new group with the bot."""
        return chat_json(groups.make_group(self._world, asked))

    async def set_bot_status(self, asked: Json) -> Json:
        """A member makes the bot administrator of a group, or takes that back, or removes or adds the bot."""
        person, chat = who_and_where(self._world, asked)
        groups.set_bot_status(self._world, person, chat, text(asked, "status"), asked.get("rights"))
        return chat_json(chat)

    async def join_group(self, asked: Json) -> Json:
        """A person comes into a group, by a link or added `by` a member."""
        person, chat = self._world.person(asked.get("person")), self._group(asked)
        by = self._world.person(asked["by"]) if asked.get("by") else None
        groups.join_group(self._world, person, chat, by)
        return chat_json(chat)

    async def leave_group(self, asked: Json) -> Json:
        """A person leaves a group, or is removed `by` an administrator."""
        person, chat = self._world.person(asked.get("person")), self._group(asked)
        by = self._world.person(asked["by"]) if asked.get("by") else None
        groups.leave_group(self._world, person, chat, by)
        return chat_json(chat)

    async def promote(self, asked: Json) -> Json:
        """A person makes a `member` administrator, anonymous or not, or plain member again."""
        person, chat = who_and_where(self._world, asked)
        groups.promote(self._world, person, chat, self._world.person(asked.get("member")), asked)
        return chat_json(chat)

    async def upgrade(self, asked: Json) -> Json:
        """A group becomes a supergroup; the new chat."""
        person, chat = who_and_where(self._world, asked)
        return chat_json(groups.upgrade(self._world, person, chat, asked))

    async def pick_chat(self, asked: Json) -> Json:
        """A person presses a button that asks for a chat, and chooses or makes one."""
        person, chat = who_and_where(self._world, asked)
        return message_json(sharing.share_chat(self._world, person, chat, asked))

    async def pick_people(self, asked: Json) -> Json:
        """A person presses a button that asks for people, and chooses some."""
        person, chat = who_and_where(self._world, asked)
        return message_json(sharing.share_people(self._world, person, chat, asked))

    def _group(self, asked: Json) -> ChatRecord:
        chat = self._world.chats.get(int(number(asked, "chat")))
        if chat is None or chat.private:
            raise Impossible(f"There is no group {asked.get('chat')}.")
        return chat
