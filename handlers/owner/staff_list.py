"""/staff: who works here, and what an owner decides about them.

Not here: invites (staff.py), tills (tills.py) and whoever left the staff chat (departures.py).
"""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.drawings.staff_list import ask_removal, draw_staff_list, draw_staff_member
from handlers.filters import PrivateChat
from handlers.sending import answer_tap, send, turn
from handlers.texts import Words
from loyalty.ids import ChatId, StaffId
from loyalty.people import Person, StaffMember
from loyalty.refusals import Refused, StaffGone
from loyalty.use_cases.staff.leaving import RemoveStaff
from loyalty.use_cases.staff.staff_list import ChangeRole, ReadStaffList


def create_router() -> Router:
    """The list, one of them, a role, a removal. Every right is judged by the use cases."""
    router = Router(name="owner.staff_list")
    router.message.register(show_list, PrivateChat(), Command("staff"))
    router.callback_query.register(back_to_list, callbacks.OpenStaffList.filter())
    router.callback_query.register(open_member, callbacks.OpenStaffMember.filter())
    router.callback_query.register(set_manager, callbacks.SetManager.filter())
    router.callback_query.register(dismiss, callbacks.Dismiss.filter())
    return router


async def show_list(
    _: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, read_staff_list: ReadStaffList
) -> None:
    """Everybody, the tills, the staff chat."""
    await send(bot, chat_id, draw_staff_list(await read_staff_list(person), words))


async def back_to_list(
    query: CallbackQuery, person: Person, words: Words, read_staff_list: ReadStaffList
) -> None:
    """The list in the same message."""
    facts = await read_staff_list(person)
    await answer_tap(query)
    await turn(query, draw_staff_list(facts, words))


async def open_member(
    query: CallbackQuery, callback_data: callbacks.OpenStaffMember, person: Person, words: Words,
    read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """One of them."""
    staff = await _find(person, callback_data.staff_id, read_staff_list)
    await answer_tap(query)
    await turn(query, draw_staff_member(staff, words))


async def set_manager(
    query: CallbackQuery, callback_data: callbacks.SetManager, person: Person, words: Words,
    change_role: ChangeRole,
) -> None:  # fmt: skip
    """Promote or demote; they are told by a notice."""
    staff = await change_role(person, callback_data.staff_id, manager=callback_data.manager)
    toast = "toast-now-manager" if callback_data.manager else "toast-now-barista"
    await answer_tap(query, words.plain(toast, name=staff.name))
    await turn(query, draw_staff_member(staff, words))


async def dismiss(
    query: CallbackQuery, callback_data: callbacks.Dismiss, person: Person, words: Words,
    remove_staff: RemoveStaff, read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """Asks once; the second tap removes."""
    if not callback_data.sure:
        staff = await _find(person, callback_data.staff_id, read_staff_list)
        await answer_tap(query)
        await turn(query, ask_removal(staff, words))
        return
    staff = await remove_staff(person, callback_data.staff_id)
    await answer_tap(query, words.plain("toast-staff-removed", name=staff.name))
    await turn(query, draw_staff_list(await read_staff_list(person), words))


async def _find(person: Person, staff_id: StaffId, read_staff_list: ReadStaffList) -> StaffMember:
    staff = (await read_staff_list(person)).find_member(staff_id)
    if staff is None:
        raise Refused(StaffGone())
    return staff
