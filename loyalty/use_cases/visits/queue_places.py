"""Where staff see the queue, and that they see it: the staff chat, else tills on shift, else their own chats.

Not here: who enters it (codes.py) and what staff do with it (queue.py).
"""

from collections.abc import Sequence

from loyalty.deliveries import PlacedScreen, ScreenKind
from loyalty.ids import THE_ONLY_LOCATION, ChatId, ScreenId, TelegramId
from loyalty.people import Person
from loyalty.ports import Transaction
from loyalty.queue import BURIED, BURIED_EMPTY


def find_places(tx: Transaction, *, but: TelegramId | None = None) -> Sequence[ChatId]:
    """The chats that a new request is to appear in; `but`: whose request it is, and not in their own chat."""
    bound = tx.staff_chats.find_bound()
    if bound is not None:
        return [bound.chat_id]
    people = tx.queue.find_tills_on_shift() or [staff.telegram_id for staff in tx.people.find_all_staff()]
    return [ChatId(person) for person in people if person != but]


def is_place(tx: Transaction, chat_id: ChatId) -> bool:
    """Whether the queue, and what else is for staff, may be shown in this chat at all.

    To staff, tills and the staff chat, and nobody else.
    """
    if chat_id < 0:
        bound = tx.staff_chats.find_bound()
        return bound is not None and bound.chat_id == chat_id
    person = TelegramId(chat_id)
    return tx.people.find_staff(person) is not None or tx.people.find_till(person) is not None


def staff_place(tx: Transaction, chat_id: ChatId, person: Person) -> ChatId:
    """This chat, or the person's own where what is for staff may not be shown."""
    return chat_id if is_place(tx, chat_id) else ChatId(person.telegram_id)


def redraw_queue(tx: Transaction) -> None:
    """Bring the queue up to date wherever it is shown."""
    tx.deliveries.redraw(THE_ONLY_LOCATION, ScreenKind.QUEUE)


def show_queue(tx: Transaction, *, new: bool = False, but: TelegramId | None = None) -> None:
    """Let staff see that somebody waits: in every place, and at its end where talk has buried the queue.

    `new`: it is somebody who did not wait before.
    """
    buried = BURIED_EMPTY if new and len(tx.queue.find_waiting()) == 1 else BURIED
    shown = {screen.chat_id: screen for screen in _placed(tx)}
    for chat_id in find_places(tx, but=but):
        screen = shown.get(chat_id)
        if screen is None or screen.buried >= buried:
            place_queue(tx, chat_id)
    close_queues(tx, [screen for screen in shown.values() if not is_place(tx, screen.chat_id)])
    redraw_queue(tx)


def place_queue(tx: Transaction, chat_id: ChatId, *, new: ScreenId | None = None) -> None:
    """Post the queue at the end of this chat (as `new`, when that is done); the one shown there is old."""
    if new is None:
        new = tx.deliveries.add_screen(ScreenKind.QUEUE, THE_ONLY_LOCATION, chat_id)
    old = [screen for screen in _placed(tx) if screen.chat_id == chat_id]
    if any(screen.id == new for screen in old):  # a replay finds that a newer one took its place
        close_queues(tx, [screen for screen in old if screen.id != new])


def close_queues(tx: Transaction, screens: Sequence[PlacedScreen], *, redraw: bool = True) -> None:
    """These messages show the queue no more, and say so, unless the chat is out of reach."""
    for screen in screens:
        tx.screens.retire_queue(screen.id)
        if redraw:
            tx.deliveries.redraw(screen.id, ScreenKind.OLD_QUEUE)


def close_queue_in(tx: Transaction, chat_id: ChatId, *, redraw: bool) -> None:
    """The queue is not shown in this chat any more."""
    close_queues(tx, [screen for screen in _placed(tx) if screen.chat_id == chat_id], redraw=redraw)


def _placed(tx: Transaction) -> Sequence[PlacedScreen]:
    return tx.screens.find_placed(ScreenKind.QUEUE, THE_ONLY_LOCATION)
