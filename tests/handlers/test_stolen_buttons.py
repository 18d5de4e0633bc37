"""Every kind of button with every number that means something, in the hands of whoever it was not shown to.

Not here: data that no button holds (test_fuzz.py), and what each refusal says (test_conversations.py).
"""

import shutil
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import suppress
from enum import Enum
from itertools import product
from pathlib import Path
from typing import Any, get_args

import pytest
from aiogram.filters.callback_data import CallbackData

from handlers import callbacks
from handlers.callbacks.broadcast import BROADCAST
from handlers.callbacks.print import PRINT
from handlers.callbacks.program import PROGRAM
from handlers.callbacks.standing import STANDING
from loyalty import ids
from loyalty.ids import ChatId, MessageId, OperationId, TelegramId
from loyalty.people import Cause, Person
from loyalty.refusals import Refused
from loyalty.signs import Product
from loyalty.use_cases.paper.signs import PrintPage
from loyalty.use_cases.staff.staff_chats import BindStaffChat
from storage.sqlite import FILE_NAME
from tests.counter import ANNA, BEN, CARA, LEO, MIA, Cafe, private, secret_of
from tests.handlers.desk import Desk, open_desk, tap_by
from tests.handlers.test_questions import write_draft

KIM, ZOE = Person(TelegramId(2003), "Kim", "en"), Person(TelegramId(2004), "Zoe", "en")
TABLES = {
    ids.ApprovalId: "approvals", ids.AspectId: "aspects", ids.CampaignId: "campaigns",
    ids.DepartureId: "departures", ids.FlagId: "flags", ids.FreezeId: "freezes", ids.InviteId: "invites",
    ids.LetterId: "letters", ids.LocationId: "locations", ids.OfferId: "handover_offers",
    ids.OperationId: "operations", ids.PaperCardId: "paper_cards", ids.QuestionId: "questions",
    ids.RecipientId: "recipients", ids.RewardId: "rewards", ids.RunId: "runs", ids.ScanId: "scans",
    ids.SegmentId: "segments", ids.SheetId: "voucher_sheets", ids.SignId: "signs", ids.StaffId: "staff",
    ids.TicketId: "tickets", ids.TillId: "tills", ids.VisitId: "visits",
}  # fmt: skip
"""Where the numbers stand that a button may hold."""
OWN_AFFAIRS = (
    callbacks.ShowOwnCode, callbacks.Speak, callbacks.ForgetMe, callbacks.SetWish, callbacks.KeepBirthday,
    callbacks.DeleteBirthday,
)  # fmt: skip
"""What a customer's own screens do for whoever taps, whoever that is."""
OWN_WORK = (*OWN_AFFAIRS, callbacks.LeaveWork, callbacks.OwnPin, callbacks.ClearPin)
OF_THE_OFFICE = (*BROADCAST, *PRINT, *PROGRAM, *STANDING)
"""What an owner writes, prints and sets gives nobody anything at the counter."""
PASSING = ("inbox", "deliveries", "refusals", "dialogues", "screens", "sent_files", "sqlite_sequence")
"""What was said and refused, not what is."""
OF_MANAGERS = ("programs", "staff", "tills", "shifts", "staff_chats", "answers", "signs", "invites",
               "campaigns", "posts", "segments", "runs")  # fmt: skip
OF_THE_COUNTER = ("operations", "ledger_entries", "rewards", "freezes")


def buttons(desk: Desk, *without: type[CallbackData]) -> Iterator[str]:
    """The data of every button, for all subjects that there are, and the next one."""
    numbers = {kind: range(1, newest(desk, table) + 2) for kind, table in TABLES.items()}
    for kind in callbacks.ALL:
        if kind not in without:
            choices = [_values(field.annotation, numbers) for field in kind.model_fields.values()]
            for values in product(*choices):
                with suppress(ValueError):  # a count that this button never has
                    yield kind(**dict(zip(kind.model_fields, values, strict=True))).pack()


def newest(desk: Desk, table: str) -> int:
    """The highest number there is; 0: none."""
    return desk.cafe.number(f"SELECT COALESCE(MAX(id), 0) FROM {table}")


def _values(kind: Any, numbers: Mapping[Any, Sequence[int]]) -> Sequence[Any]:
    if kind in numbers:
        return numbers[kind]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return tuple(kind)
    if kind is bool:
        return (False, True)
    if kind is str:
        return ("ru",)
    if kind is int:
        return (1, 2)
    if kind is MessageId:
        return (1, 2)
    optional, nothing = get_args(kind)
    assert nothing is type(None), f"what are the values of {kind}?"
    return [None, *_values(getattr(optional, "__origin__", optional), numbers)]


@pytest.fixture
async def busy(staffed_file: Path, tmp_path: Path) -> AsyncIterator[Desk]:
    """A cafe in which there is something to be had behind each kind of button."""
    shutil.copy(staffed_file, tmp_path / FILE_NAME)
    async with open_desk(tmp_path) as desk:
        cafe = desk.cafe
        for who in (ANNA, BEN, MIA, LEO):
            await desk.joins(who)
        await desk.handles_all()
        await cafe.opens_till()
        await cafe.take_shift(Person(TelegramId(3001), "Counter", "en"), cafe.staff_id(CARA))
        await _is_busy(cafe, ChatId(await desk.group(ANNA, BEN, LEO)))
        yield desk


async def _is_busy(cafe: Cafe, group: ChatId) -> None:
    had = await cafe.fills(KIM)
    await cafe.offers(BEN, (await cafe.scans(BEN, await cafe.shows(KIM, reward_id=had))).visit.id, had)
    await cafe.freeze_card(KIM, OperationId(cafe.number("SELECT MAX(id) FROM operations")))
    reward = await cafe.fills(MIA)
    cafe.later(minutes=20)
    offered = await cafe.serves(MIA)
    await cafe.offers(BEN, offered, reward)
    asked = await cafe.serves(KIM)
    with suppress(Refused):
        await cafe.confirm_visit(BEN, asked, stamps=12)
    await cafe.shows(ZOE)
    link = await cafe.invite_staff(ANNA, cause=Cause(private(ANNA), MessageId(99)))
    await cafe.open_invite(ZOE, secret_of(link))
    await PrintPage(cafe.database, cafe.secrets)(ANNA, Product.SIGN_A6)
    await BindStaffChat(cafe.database)(ANNA, group, title="Counter", administrator=True)
    await write_draft(cafe)
    await cafe.note_departure(CARA.telegram_id, group, at=cafe.clock.now())


def tables(desk: Desk, *names: str) -> dict[str, Any]:
    """What stands in these tables, or in all that hold what is."""
    found = desk.cafe.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
    kept = names or [str(name) for (name,) in found if name not in PASSING]
    return {name: desk.cafe.rows(f"SELECT * FROM {name}") for name in kept}


async def taps_all(desk: Desk, who: Person, data: Iterator[str], *, chat: int | None = None) -> int:
    """Somebody's client sends all of these; each is answered. How many."""
    tapped = 0
    for tapped, one in enumerate(data, start=1):
        answered = len(await desk.calls("answerCallbackQuery")) if tapped % 50 == 1 else None
        tap = tap_by(who, one)
        if chat is not None:
            tap["message"]["chat"] = {"id": chat, "type": "group", "title": "Counter"}
        await desk.handles(callback_query=tap)
        assert answered is None or len(await desk.calls("answerCallbackQuery")) > answered, one
    return tapped


async def test_there_is_something_behind_the_numbers(busy: Desk) -> None:
    subjects = ("approvals", "campaigns", "departures", "freezes", "handover_offers", "invites", "operations",
                "rewards", "scans", "signs", "staff", "tills", "visits")  # fmt: skip
    assert [name for name in subjects if not newest(busy, name)] == []


@pytest.mark.parametrize("in_staff_chat", [False, True], ids=["in the own chat", "in the staff chat"])
async def test_no_button_of_anybody_else_gives_a_customer_anything(busy: Desk, in_staff_chat: bool) -> None:
    chat = busy.cafe.number("SELECT chat_id FROM staff_chats") if in_staff_chat else None
    before = tables(busy)
    assert await taps_all(busy, LEO, buttons(busy, *OWN_AFFAIRS), chat=chat) > 300
    assert tables(busy) == before


async def test_no_button_of_managers_and_owners_gives_a_barista_anything(busy: Desk) -> None:
    before = tables(busy, *OF_MANAGERS)
    assert await taps_all(busy, BEN, buttons(busy, *OWN_WORK)) > 300
    assert tables(busy, *OF_MANAGERS) == before
    assert busy.cafe.rows("SELECT state FROM departures") == [("open",)]
    assert ("granted",) not in busy.cafe.rows("SELECT state FROM approvals")
    assert busy.cafe.number("SELECT COUNT(*) FROM operations WHERE kind IN ('adjustment', 'late_undo')") == 0


async def test_no_button_of_the_counter_does_anything_a_week_later(busy: Desk) -> None:
    busy.cafe.later(days=7)
    before = tables(busy, *OF_THE_COUNTER)
    for who in (BEN, MIA, LEO):
        await taps_all(busy, who, buttons(busy, *OWN_WORK, *OF_THE_OFFICE))
    assert tables(busy, *OF_THE_COUNTER) == before


async def test_the_same_buttons_work_for_whoever_they_were_shown_to(busy: Desk) -> None:
    counter, managed = tables(busy, *OF_THE_COUNTER), tables(busy, *OF_MANAGERS)
    agree = callbacks.AnswerHandOver(offer_id=busy.cafe.newest_offer(), agreed=True)
    let_in = callbacks.AnswerInvite(invite_id=busy.cafe.newest_invite(), accept=True)
    await busy.handles(callback_query=tap_by(MIA, agree.pack()))
    await busy.handles(callback_query=tap_by(ANNA, let_in.pack()))
    assert tables(busy, *OF_THE_COUNTER) != counter
    assert tables(busy, *OF_MANAGERS) != managed
