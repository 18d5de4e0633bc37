"""The staff chat: bound by an owner, followed when it gets a new id, given up when the bot is out of it.

Not here: what is shown there (queue_places.py) and Telegram's own words for rights (handlers/staff/group.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from loyalty.ids import ChatId, TelegramId
from loyalty.notices import (
    BindingAsked,
    ForeignGroup,
    Notice,
    StaffChatDeaf,
    StaffChatHears,
    StaffChatLost,
)
from loyalty.people import Person, Role
from loyalty.ports import Database, Transaction
from loyalty.staff_chats import (
    FOREIGN_STAY,
    OWNERS_STAY,
    SETTLING_IN,
    ForeignChat,
    StaffChat,
    Unbound,
    may_come_from,
)
from loyalty.use_cases.staff.authority import require_owner
from loyalty.use_cases.staff.leaving import settle_screens
from loyalty.use_cases.visits.queue_places import close_queue_in, place_queue, redraw_queue, show_queue


@dataclass(frozen=True, slots=True)
class Standing:
    """What the bot is in a group, by Telegram's word."""

    inside: bool
    """In it and able to write."""
    administrator: bool


@dataclass(frozen=True, slots=True)
class ReadStaffChat:
    """Which group staff look at, and whether the bot is administrator there."""

    database: Database

    async def __call__(self) -> StaffChat | None:
        """None when the cafe has no staff chat."""
        return await self.database.read(lambda tx: tx.staff_chats.find_bound())


@dataclass(frozen=True, slots=True)
class BindStaffChat:
    """An owner makes a group the staff chat."""

    database: Database

    async def __call__(
        self, person: Person, chat_id: ChatId, *, title: str, administrator: bool
    ) -> StaffChat:
        """The staff chat; the queue is on its way there. The group that was it before is it no longer.

        Raises Refused(NotOwner).
        """

        def body(tx: Transaction) -> StaffChat:
            owner = require_owner(tx, person)
            bound = tx.staff_chats.find_bound()
            if bound is not None and bound.chat_id == chat_id:
                tx.staff_chats.rename(chat_id, title)
                tx.staff_chats.note_administrator(chat_id, administrator)
                return tx.staff_chats.find_bound() or bound
            if bound is not None:
                _unbind(tx, bound.chat_id, Unbound.REPLACED)
            tx.staff_chats.forget_foreign(chat_id)
            chat = tx.staff_chats.bind(chat_id, title=title, administrator=administrator, by=owner.id)
            place_queue(tx, chat_id)
            tx.former_bot.send_missed(chat_id)
            return chat

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class UnbindStaffChat:
    """An owner wants the queue out of the group."""

    database: Database

    async def __call__(self, person: Person) -> bool:
        """False when there was no staff chat. Raises Refused(NotOwner)."""

        def body(tx: Transaction) -> bool:
            require_owner(tx, person)
            bound = tx.staff_chats.find_bound()
            return bound is not None and _unbind(tx, bound.chat_id, Unbound.BY_OWNER)

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class NoteStanding:
    """The bot was added to a group, removed from it, or its rights there changed."""

    database: Database

    async def __call__(
        self, chat_id: ChatId, standing: Standing, *, title: str, by: TelegramId, hears_all: bool
    ) -> None:
        """Owners hear of a staff chat that is lost, deaf or hears again; other groups are left soon.

        `hears_all`: the bot hears plain text without being administrator.
        """
        await self.database.write(lambda tx: _note_standing(tx, chat_id, standing, title, by, hears_all))


@dataclass(frozen=True, slots=True)
class FollowGroup:
    """A group became a supergroup and has another id."""

    database: Database

    async def __call__(self, old: ChatId, new: ChatId) -> None:
        """Everything that knew the old id knows the new one, at once; done twice, nothing changes."""
        await self.database.write(lambda tx: _follow(tx, old, new))


@dataclass(frozen=True, slots=True)
class NoteTalk:
    """Somebody wrote in a group, and the queue there is further up."""

    database: Database

    async def __call__(self, chat_id: ChatId) -> None:
        """Nothing is written for a group that is not the staff chat."""
        bound = await self.database.read(lambda tx: tx.staff_chats.find_bound())
        if bound is not None and bound.chat_id == chat_id:
            await self.database.write(lambda tx: tx.screens.bury(chat_id))


@dataclass(frozen=True, slots=True)
class LookAtForeignChats:
    """Groups in which the bot has no business: they are told, and then left."""

    database: Database

    async def __call__(self) -> Sequence[ForeignChat]:
        """Those whose time is over. Whatever is new gets its sentence, once."""
        if not await self.database.read(lambda tx: tx.staff_chats.find_foreign()):
            return []
        return await self.database.write(_greet_foreign)


@dataclass(frozen=True, slots=True)
class ForgetForeignChat:
    """The bot has left a group."""

    database: Database

    async def __call__(self, chat_id: ChatId) -> None:
        """It may be added again, and is then told again."""
        await self.database.write(lambda tx: tx.staff_chats.forget_foreign(chat_id))


def lose_staff_chat(tx: Transaction, chat_id: ChatId) -> None:
    """The bot is out of the staff chat, or mute there: owners are told, and the queue comes elsewhere."""
    bound = tx.staff_chats.find_bound()
    if bound is None or bound.chat_id != chat_id or not tx.staff_chats.unbind(chat_id, Unbound.REMOVED):
        return
    close_queue_in(tx, chat_id, redraw=False)
    _tell_owners(tx, StaffChatLost(bound.title), f"staff-chat-lost:{bound.id}")
    if tx.queue.find_waiting():
        show_queue(tx)


def _unbind(tx: Transaction, chat_id: ChatId, reason: Unbound) -> bool:
    unbound = tx.staff_chats.unbind(chat_id, reason)
    close_queue_in(tx, chat_id, redraw=True)
    settle_screens(tx, chat_id)
    if unbound and reason is Unbound.BY_OWNER and tx.queue.find_waiting():
        show_queue(tx)
    return unbound


def _note_standing(
    tx: Transaction, chat_id: ChatId, standing: Standing, title: str, by: TelegramId, hears_all: bool
) -> None:
    bound = tx.staff_chats.find_bound()
    if bound is None or bound.chat_id != chat_id:
        _note_foreign(tx, chat_id, standing, by)
    elif not standing.inside:
        lose_staff_chat(tx, chat_id)
    else:
        tx.staff_chats.rename(chat_id, title)
        changed = tx.staff_chats.note_administrator(chat_id, standing.administrator)
        if changed and not hears_all:
            notice: Notice = StaffChatHears(title) if standing.administrator else StaffChatDeaf(title)
            _tell_owners(tx, notice, f"staff-chat-hears:{bound.id}:{tx.now.isoformat()}")


def _note_foreign(tx: Transaction, chat_id: ChatId, standing: Standing, by: TelegramId) -> None:
    if not standing.inside:
        tx.staff_chats.forget_foreign(chat_id)
        return
    staff = tx.people.find_staff(by)
    owner = staff is not None and staff.role.covers(Role.OWNER)
    tx.staff_chats.note_foreign(chat_id, stay=OWNERS_STAY if owner else FOREIGN_STAY)


def _greet_foreign(tx: Transaction) -> Sequence[ForeignChat]:
    bound = tx.staff_chats.find_bound()
    over = []
    for chat in tx.staff_chats.find_foreign():
        if chat.leave_at <= tx.now:
            over.append(chat)
        elif chat.seen_at + SETTLING_IN <= tx.now and not may_come_from(chat.chat_id, bound):
            notice: Notice = BindingAsked() if chat.by_owner else ForeignGroup()
            key = f"foreign-group:{chat.chat_id}:{chat.seen_at.isoformat()}"
            tx.deliveries.add_notice(notice, chat.chat_id, key=key)
    return over


def _follow(tx: Transaction, old: ChatId, new: ChatId) -> None:
    bound = tx.staff_chats.find_bound()
    tx.staff_chats.forget_foreign(old)
    tx.screens.move(old, new)
    tx.deliveries.move_chat(old, new)
    if bound is None or bound.chat_id not in (old, new):
        return
    tx.staff_chats.forget_foreign(new)
    if bound.chat_id == old:
        tx.staff_chats.move(old, new)
        redraw_queue(tx)


def _tell_owners(tx: Transaction, notice: Notice, key: str) -> None:
    for owner in tx.people.find_owners():
        tx.deliveries.add_notice(notice, ChatId(owner.telegram_id), key=f"{key}:{owner.id}")
