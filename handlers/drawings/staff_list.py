"""Who works here, for the owner: the list, one of them, a till, and the questions before a removal.

Not here: what a till itself shows (tills.py).
"""

from aiogram.filters.callback_data import CallbackData

from handlers import callbacks
from handlers.keyboards import ALONE
from handlers.names import on_staff_screens, shortened
from handlers.outgoing import Button, OutgoingMessage, Rows
from handlers.texts import Html, Words
from loyalty import days
from loyalty.people import Role, StaffMember
from loyalty.staffing import Departure, DepartureState, StaffList
from loyalty.tills import TillToday

MOST_LISTED = 40
"""People on one screen: Telegram takes 100 buttons and 4096 characters."""
_MOST_TILLS = 15
_TILLS_OF_ONE = 40


def draw_staff_list(facts: StaffList, words: Words) -> OutgoingMessage:
    """Everybody with role and till; a button for each, and the ways to bring somebody in."""
    shown = facts.staff[:MOST_LISTED]
    lines = [words.say("staff-list-heading"), "", *(_say_member(facts, staff, words) for staff in shown)]
    if len(facts.staff) > len(shown):
        lines.append(words.say("staff-list-more", count=len(facts.staff) - len(shown)))
    tills = facts.tills[:_MOST_TILLS]
    if tills:
        lines += ["", words.say("staff-list-tills"), *(say_till(facts, today, words) for today in tills)]
    chat = facts.staff_chat
    lines += ["", words.say("staff-list-chat", title=chat) if chat else words.say("staff-list-no-chat")]
    rows = [_alone(_name(staff, words), callbacks.OpenStaffMember(staff_id=staff.id)) for staff in shown]
    rows += [_alone(today.till.name, callbacks.OpenTill(till_id=today.till.id)) for today in tills]
    return OutgoingMessage("\n".join(lines), (*rows, *_ways_in(words)))


def draw_staff_member(staff: StaffMember, words: Words) -> OutgoingMessage:
    """One of them: promote or demote, remove."""
    lines = [words.say("staff-list-line", name=_name(staff, words), role=staff.role.value), ""]
    lines.append(words.say("staff-member-how"))
    rows = []
    if staff.role is not Role.MANAGER:
        make = callbacks.SetManager(staff_id=staff.id, manager=True)
        rows.append(_alone(words.plain("button-make-manager"), make))
    if staff.role is Role.MANAGER:
        make = callbacks.SetManager(staff_id=staff.id, manager=False)
        rows.append(_alone(words.plain("button-make-barista"), make))
    remove = callbacks.Dismiss(staff_id=staff.id, sure=False)
    rows.append(_alone(words.plain("button-remove-staff"), remove))
    return OutgoingMessage("\n".join(lines), (*rows, _back(words)))


def ask_removal(staff: StaffMember, words: Words) -> OutgoingMessage:
    """Remove Ben? Once, because it can't be undone by a tap."""
    yes = callbacks.Dismiss(staff_id=staff.id, sure=True)
    no = callbacks.OpenStaffMember(staff_id=staff.id)
    rows = (
        _alone(words.plain("button-remove-yes"), yes),
        _alone(words.plain("button-remove-no"), no),
    )
    return OutgoingMessage(words.say("staff-remove-ask", name=_name(staff, words)), rows, asks=True)


def draw_owners_till(facts: StaffList, today: TillToday, words: Words) -> OutgoingMessage:
    """A till: rename it, end the shift, remove it."""
    till_id = today.till.id
    rows = [_alone(words.plain("button-till-rename"), callbacks.RenameTill(till_id=till_id))]
    if today.shift is not None:
        rows.append(_alone(words.plain("button-till-end"), callbacks.EndTillShift(till_id=till_id)))
    remove = callbacks.RemoveTill(till_id=till_id, sure=False)
    rows.append(_alone(words.plain("button-till-remove"), remove))
    return OutgoingMessage(say_till(facts, today, words), (*rows, _back(words)))


def ask_till_removal(today: TillToday, words: Words) -> OutgoingMessage:
    """Remove the till?"""
    yes = callbacks.RemoveTill(till_id=today.till.id, sure=True)
    no = callbacks.OpenTill(till_id=today.till.id)
    rows = (
        _alone(words.plain("button-remove-yes"), yes),
        _alone(words.plain("button-remove-no"), no),
    )
    return OutgoingMessage(words.say("till-remove-ask", till=today.till.name), rows, asks=True)


def draw_departure(departure: Departure, words: Words) -> OutgoingMessage:
    """Somebody left the staff chat: do they work here still? Afterwards, what the owner said."""
    name = _name(departure.staff, words)
    if departure.state is DepartureState.KEPT:
        return OutgoingMessage(words.say("departure-kept", name=name))
    if departure.state is DepartureState.REMOVED:
        return OutgoingMessage(words.say("departure-removed", name=name))
    keep = callbacks.AnswerDeparture(departure_id=departure.id, keep=True)
    remove = callbacks.AnswerDeparture(departure_id=departure.id, keep=False)
    rows = (
        _alone(words.plain("button-departure-remove"), remove),
        _alone(words.plain("button-departure-keep"), keep),
    )
    return OutgoingMessage(words.say("departure-asked", name=name), rows)


def ask_leaving(words: Words) -> OutgoingMessage:
    """Stop working here?"""
    yes, no = callbacks.LeaveWork(sure=True), callbacks.LeaveWork(sure=False)
    rows = (_alone(words.plain("button-leave-yes"), yes), _alone(words.plain("button-leave-no"), no))
    return OutgoingMessage(words.say("leave-ask"), rows, asks=True)


def say_till(facts: StaffList, today: TillToday, words: Words) -> Html:
    """A till and who is on shift at it."""
    if today.shift is None:
        return words.say("staff-list-till-empty", till=today.till.name)
    time = f"{days.local(today.shift.ends_at, facts.rules):%H:%M}"
    name = _name(today.shift.staff, words)
    return words.say("staff-list-till", till=today.till.name, name=name, time=time)


def _say_member(facts: StaffList, staff: StaffMember, words: Words) -> Html:
    at = [today.till.name for today in facts.tills if today.shift and today.shift.staff.id == staff.id]
    if not at:
        return words.say("staff-list-line", name=_name(staff, words), role=staff.role.value)
    tills = shortened(", ".join(at), _TILLS_OF_ONE)
    return words.say("staff-list-line-at", name=_name(staff, words), role=staff.role.value, tills=tills)


def _name(staff: StaffMember, words: Words) -> str:
    return on_staff_screens(staff.name, words.plain("somebody"))


def _ways_in(words: Words) -> Rows:
    return (
        _alone(words.plain("button-invite-barista"), callbacks.InviteAs(manager=False)),
        _alone(words.plain("button-invite-manager"), callbacks.InviteAs(manager=True)),
        _alone(words.plain("button-pick-people"), callbacks.PickPeople()),
        _alone(words.plain("button-add-till"), callbacks.InviteTill()),
    )


def _alone(label: str, data: CallbackData) -> tuple[Button]:
    return (Button(shortened(label, ALONE), data.pack()),)


def _back(words: Words) -> tuple[Button]:
    return _alone(words.plain("button-back"), callbacks.OpenStaffList())
