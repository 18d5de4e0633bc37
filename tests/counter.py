"""A cafe's counter without Telegram: the real use cases over a real database, the clock standing still.

Not here: chats, buttons and words; the people of tests/people.py have those.
"""

import asyncio
import atexit
import hashlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from bot.clock import MovableClock
from loyalty.cards import CardFacts, CounterFacts
from loyalty.deliveries import Lane
from loyalty.ids import (
    ChatId,
    InviteId,
    MessageId,
    OfferId,
    OperationId,
    RewardId,
    StaffId,
    TelegramId,
    VisitId,
)
from loyalty.limits import Reason
from loyalty.paper import FreshPaperCard
from loyalty.people import Cause, Person, Role
from loyalty.ports import Transaction
from loyalty.receipts import ReceiptFact
from loyalty.secrets import hash_secret
from loyalty.use_cases.corrections.adjusting import AdjustCard
from loyalty.use_cases.corrections.taking_back import TakeBack
from loyalty.use_cases.corrections.undo_last import UndoLast
from loyalty.use_cases.corrections.undoing import UndoVisit
from loyalty.use_cases.customers.cards import ShowCard, ShowHistory
from loyalty.use_cases.customers.enrolment import Join, MeetPerson
from loyalty.use_cases.customers.freezing import FreezeCard, ThawCard, ThawOwnCard
from loyalty.use_cases.customers.moving_accounts import MoveAccount, PlanMove
from loyalty.use_cases.house.rules import ChangeRules, ReadProgram
from loyalty.use_cases.house.screens import ReadCounter
from loyalty.use_cases.house.upkeep import ExpireDue, Prune
from loyalty.use_cases.limits.approvals import DecideApproval
from loyalty.use_cases.limits.flags import DecideFlag
from loyalty.use_cases.limits.pace import WatchPace
from loyalty.use_cases.paper.cards import (
    BlockPaperCard,
    IssuePaperCards,
    ListPaperCards,
    ReadPaperCard,
)
from loyalty.use_cases.paper.moving import LookAtPaperCard, MovePaperCard
from loyalty.use_cases.paper.old_cards import CarryOldCard
from loyalty.use_cases.paper.opening import PaperLink
from loyalty.use_cases.paper.replacing import ReplacePaperCard, ReprintPaperCard
from loyalty.use_cases.paper.vouchers import (
    CollectVoucher,
    PrintVouchers,
    ReadSheet,
    ReadSlip,
    ReadVouchers,
    VoidVouchers,
)
from loyalty.use_cases.rewards.gifts import TakeOffer
from loyalty.use_cases.rewards.handovers import AnswerOffer, Handover, OfferReward, UndoHandover
from loyalty.use_cases.rewards.spending import AnswerSpending, OfferSpending
from loyalty.use_cases.staff.leaving import DecideDeparture, Leave, NoteDeparture, RemoveStaff
from loyalty.use_cases.staff.staff_list import ChangeRole, ChooseName, ReadStaffList
from loyalty.use_cases.staff.staffing import (
    DecideInvite,
    InvitePicked,
    InviteStaff,
    MakeOwnerLink,
    OpenInvite,
)
from loyalty.use_cases.staff.tills import ChoosePin, EndShift, KeepTill, ReadTill, TakeShift
from loyalty.use_cases.visits.bills import AddBill
from loyalty.use_cases.visits.codes import KeepCodeScreens, ShowCode, ShownCode
from loyalty.use_cases.visits.confirming import AddToVisit, ConfirmVisit, DeclineVisit, OpenVisit
from loyalty.use_cases.visits.joining import JoinVisit
from loyalty.use_cases.visits.opening import LinkSecret, TypedCode
from loyalty.use_cases.visits.practice import StartPractice
from loyalty.use_cases.visits.sale_codes import (
    CollectSaleCode,
    KeepSaleScreens,
    ShownSaleCode,
    ShowSaleCode,
)
from storage.facts import decode_receipt
from storage.open_database import OpenDatabase
from storage.sqlite import FILE_NAME
from tests import databases

MORNING = datetime(2025, 3, 14, 8, 30, tzinfo=UTC)

ANNA = Person(TelegramId(1001), "Anna", "en")
"""The owner."""
BEN = Person(TelegramId(1002), "Ben", "en")
"""A barista."""
CARA = Person(TelegramId(1003), "Cara", "en")
"""Another barista."""
MAX = Person(TelegramId(1004), "Max", "en")
"""A manager, once he was hired."""
TILL = Person(TelegramId(3001), "Counter", "en")
"""The account of the phone at the counter, once it is a till."""
MIA = Person(TelegramId(2001), "Mia", "en")
LEO = Person(TelegramId(2002), "Leo", "de")


class PredictableSecrets:
    """Chance that is the same in every run: the n-th draw is a hash of n."""

    def __init__(self, seed: str = "cup") -> None:
        self._seed = seed
        self._drawn = 0

    def token_bytes(self, n: int) -> bytes:
        self._drawn += 1
        return hashlib.shake_256(f"{self._seed}:{self._drawn}".encode()).digest(n)

    def below(self, n: int) -> int:
        return int.from_bytes(self.token_bytes(8)) % n


def secret_of(payload: str) -> str:
    """The secret in a start payload."""
    return payload.split("_", 1)[1]


def private(person: Person) -> ChatId:
    """The person's own chat with the bot."""
    return ChatId(person.telegram_id)


class Cafe:
    """One cafe's database and everything that people can do with it."""

    def __init__(
        self, database: OpenDatabase, clock: MovableClock, secrets: PredictableSecrets,
        folder: Path,
    ) -> None:  # fmt: skip
        self.database = database
        self.folder = folder
        self.clock = clock
        self.secrets = secrets
        self.join = Join(database)
        self.meet = MeetPerson(database)
        self.show_card = ShowCard(database)
        self.show_history = ShowHistory(database)
        self.show_code = ShowCode(database, secrets)
        self.keep_code_screens = KeepCodeScreens(database)
        self.open_visit = OpenVisit(database)
        self.confirm_visit = ConfirmVisit(database)
        self.add_to_visit = AddToVisit(database)
        self.add_bill = AddBill(database)
        self.offer_spending = OfferSpending(database)
        self.answer_spending = AnswerSpending(database)
        self.join_visit = JoinVisit(database)
        self.decide_approval = DecideApproval(database)
        self.decide_flag = DecideFlag(database)
        self.watch_pace = WatchPace(database)
        self.decline_visit = DeclineVisit(database)
        self.undo_visit = UndoVisit(database)
        self.offer_reward = OfferReward(database)
        self.answer_offer = AnswerOffer(database)
        self.undo_handover = UndoHandover(database)
        self.take_back = TakeBack(database)
        self.take_offer = TakeOffer(database)
        self.adjust_card = AdjustCard(database)
        self.carry_old_card = CarryOldCard(database)
        self.freeze_card = FreezeCard(database)
        self.thaw_card = ThawCard(database)
        self.thaw_own_card = ThawOwnCard(database)
        self.issue_paper_cards = IssuePaperCards(database, secrets)
        self.replace_paper_card = ReplacePaperCard(database, secrets)
        self.reprint_paper_card = ReprintPaperCard(database, secrets)
        self.block_paper_card = BlockPaperCard(database)
        self.read_paper_card = ReadPaperCard(database)
        self.list_paper_cards = ListPaperCards(database)
        self.look_at_paper_card = LookAtPaperCard(database)
        self.move_paper_card = MovePaperCard(database)
        self.plan_move = PlanMove(database)
        self.move_account = MoveAccount(database)
        self.make_owner_link = MakeOwnerLink(database, secrets)
        self.invite_staff = InviteStaff(database, secrets)
        self.open_invite = OpenInvite(database)
        self.decide_invite = DecideInvite(database)
        self.invite_picked = InvitePicked(database, secrets)
        self.read_staff_list = ReadStaffList(database)
        self.change_role = ChangeRole(database)
        self.choose_name = ChooseName(database)
        self.remove_staff = RemoveStaff(database)
        self.leave = Leave(database)
        self.note_departure = NoteDeparture(database)
        self.decide_departure = DecideDeparture(database)
        self.read_till = ReadTill(database)
        self.take_shift = TakeShift(database)
        self.end_shift = EndShift(database)
        self.choose_pin = ChoosePin(database)
        self.keep_till = KeepTill(database)
        self.undo_last = UndoLast(database)
        self.show_sale_code = ShowSaleCode(database, secrets)
        self.keep_sale_screens = KeepSaleScreens(database)
        self.collect_sale_code = CollectSaleCode(database)
        self.print_vouchers = PrintVouchers(database, secrets)
        self.read_vouchers = ReadVouchers(database)
        self.read_sheet = ReadSheet(database)
        self.read_slip = ReadSlip(database)
        self.void_vouchers = VoidVouchers(database)
        self.collect_voucher = CollectVoucher(database)
        self.start_practice = StartPractice(database, secrets)
        self.change_rules = ChangeRules(database)
        self.read_rules = ReadProgram(database)
        self.expire_due = ExpireDue(database)
        self.prune = Prune(database)

    @classmethod
    async def open(
        cls, folder: Path, *, clock: MovableClock | None = None, secrets: PredictableSecrets | None = None,
        rehearses: bool = False,
    ) -> "Cafe":  # fmt: skip
        """The cafe that belongs to this folder, without staff at first."""
        clock = clock or MovableClock(frozen_at=MORNING)
        secrets = secrets or PredictableSecrets()
        database = await databases.open_database(folder, clock=clock, secrets=secrets, rehearses=rehearses)
        return cls(database, clock, secrets, folder)

    @classmethod
    async def open_staffed(cls, folder: Path, *, rehearses: bool = False) -> "Cafe":
        """A cafe with an owner and two baristas."""
        await asyncio.to_thread(settle_staff, folder)
        return await cls.open(folder, rehearses=rehearses)

    async def close(self) -> None:
        await self.database.close()

    async def hires(self) -> None:
        """Anna opens the owner link; Ben and Cara come by invite."""
        await self.open_invite(ANNA, secret_of(await self.make_owner_link()))
        for number, barista in enumerate((BEN, CARA), start=1):
            link = await self.invite_staff(ANNA, cause=Cause(private(ANNA), MessageId(number)))
            await self.open_invite(barista, secret_of(link))
            await self.decide_invite(ANNA, self.newest_invite(), accept=True)

    async def hires_manager(self) -> None:
        """Max comes by invite, as a manager."""
        await self._lets_in(MAX, await self.invite_staff(ANNA, cause=None, role=Role.MANAGER))

    async def opens_till(self) -> None:
        """The phone at the counter becomes a till; nobody is on shift yet."""
        await self._lets_in(TILL, await self.invite_staff(ANNA, cause=None, till=True))

    async def _lets_in(self, person: Person, link: str) -> None:
        await self.open_invite(person, secret_of(link))
        await self.decide_invite(ANNA, self.newest_invite(), accept=True)

    def staff_id(self, person: Person) -> StaffId:
        """Under which number somebody works here now."""
        works = "SELECT id FROM staff WHERE telegram_id = ? AND removed_at IS NULL"
        return StaffId(self.number(works, person.telegram_id))

    def newest_invite(self) -> InviteId:
        return InviteId(self.number("SELECT MAX(id) FROM invites"))

    def newest_offer(self) -> OfferId:
        return OfferId(self.number("SELECT MAX(id) FROM handover_offers"))

    def newest_spending(self) -> OfferId:
        return OfferId(self.number("SELECT MAX(id) FROM spend_offers"))

    def last_operation(self) -> OperationId:
        return OperationId(self.number("SELECT MAX(id) FROM operations"))

    def last_fact(self) -> ReceiptFact:
        """What the newest receipt says."""
        [(said,)] = self.rows("SELECT result FROM operations ORDER BY id DESC LIMIT 1")
        return decode_receipt(str(said))

    async def shows(self, customer: Person, *, reward_id: RewardId | None = None) -> ShownCode:
        """A customer taps *Stamp me*."""
        return await self.show_code(customer, cause=None, reward_id=reward_id)

    async def scans(self, barista: Person, shown: ShownCode, *, stamps: int | None = None) -> CounterFacts:
        """A barista scans the QR; what the staff card shows then."""
        visit = await self.open_visit(
            barista, LinkSecret(shown.secret), chat_id=private(barista), cause=None, stamps=stamps
        )
        return await ReadCounter(self.database)(visit.id)

    async def types(
        self, barista: Person, digits: str, *, stamps: int | None = None, bill: str | None = None
    ) -> CounterFacts:
        """A barista types six digits, perhaps with a count and a bill; what the staff card shows then."""
        visit = await self.open_visit(
            barista, TypedCode(digits), chat_id=private(barista), cause=None, stamps=stamps, bill=bill
        )
        return await ReadCounter(self.database)(visit.id)

    async def prints(self, name: str = "", *, by: Person = BEN) -> FreshPaperCard:
        """Somebody without Telegram gets a card on paper."""
        [fresh] = (await self.issue_paper_cards(by, name=name, cause=None)).cards
        return fresh

    async def scans_paper(
        self, barista: Person, paper: FreshPaperCard, *, stamps: int | None = None, bill: str | None = None,
        cause: Cause | None = None,
    ) -> VisitId:  # fmt: skip
        """A barista scans a card on paper, perhaps with a count or a bill typed after its number."""
        visit = await self.open_visit(
            barista,
            PaperLink(secret_of(paper.payload)),
            chat_id=private(barista),
            cause=cause,
            stamps=stamps,
            bill=bill,
        )
        return visit.id

    async def moves_to_telegram(self, person: Person, paper: FreshPaperCard) -> CardFacts:
        """Somebody opens the link of a card on paper and says yes."""
        await self.look_at_paper_card(person, secret_of(paper.payload))
        return await self.agrees_to_move(person, paper)

    async def agrees_to_move(self, person: Person, paper: FreshPaperCard) -> CardFacts:
        """The yes alone: the second of two, or one that comes late."""
        held = hash_secret(secret_of(paper.payload))
        return (await self.move_paper_card(person, paper.card.id, held)).card

    async def delivers_all(self) -> None:
        """Everything that waits reaches its chat."""

        def body(tx: Transaction) -> bool:
            delivery = tx.deliveries.claim([Lane.TRANSACTIONAL])
            if delivery is not None:
                tx.deliveries.settle_sent(delivery, MessageId(int(delivery.id)), "drawn")
            return delivery is not None

        while await self.database.write(body):
            pass

    async def serves(self, customer: Person, *, by: Person = BEN) -> VisitId:
        """A visit that waits for its confirmation."""
        return (await self.scans(by, await self.shows(customer))).visit.id

    async def stamps(self, customer: Person, count: int, *, by: Person = BEN) -> VisitId:
        """A whole visit with this many stamps; a second round, when the last one was minutes ago."""
        visit_id = await self.serves(customer, by=by)
        await self.confirm_visit(by, visit_id, stamps=count, reason=Reason.SECOND_ROUND)
        return visit_id

    async def sells(
        self, staff: Person, stamps: int | None = None, *, bill: str | None = None, cause: Cause | None = None
    ) -> ShownSaleCode:
        """A staff member shows a sale code."""
        shown = await self.show_sale_code(
            staff, chat_id=private(staff), cause=cause, stamps=stamps, bill=bill
        )
        assert shown is not None
        return shown

    async def fills(self, customer: Person) -> RewardId:
        """A card filled at one go; answers the reward."""
        await self.stamps(customer, 6)
        return (await self.card(customer)).rewards[-1].id

    async def offers(self, barista: Person, visit_id: VisitId, reward_id: RewardId) -> Handover:
        return await self.offer_reward(barista, visit_id, reward_id)

    async def card(self, customer: Person) -> CardFacts:
        return await self.show_card(customer)

    def later(self, **by: float) -> None:
        """Time passes."""
        self.clock.advance(timedelta(**by))

    def removes(self, person: Person) -> None:
        """Someone stops working here (the use case for it comes with a later issue)."""
        with self.raw() as connection:
            connection.execute("UPDATE staff SET removed_at = 1 WHERE telegram_id = ?", (person.telegram_id,))

    def changes_goal(self, goal: int) -> None:
        """The owner sets another goal (the use case for it comes with a later issue)."""
        with self.raw() as connection:
            connection.execute(
                """
                INSERT INTO programs (version, rules, created_at)
                SELECT version + 1, json_set(rules, '$.goal', ?), 0 FROM programs
                ORDER BY version DESC LIMIT 1
                """,
                (goal,),
            )

    @contextmanager
    def raw(self) -> Iterator[sqlite3.Connection]:
        """A connection of the test's own, for looking and for what no use case does yet."""
        with databases.raw(self.folder) as connection:
            yield connection

    def file(self) -> Path:
        """The cafe's file; on PostgreSQL a copy of everything in one."""
        return databases.as_file(self.folder)

    def rows(self, statement: str, *values: object) -> list[tuple[object, ...]]:
        with self.raw() as connection:
            return connection.execute(statement, values).fetchall()

    def number(self, statement: str, *values: object) -> int:
        [(number,)] = self.rows(statement, *values)
        assert isinstance(number, int), statement
        return number


def settle_staff(folder: Path) -> None:
    """The database of this folder is that of a cafe with staff."""
    if not databases.on_postgres():
        shutil.copy(a_staffed_file(), folder / FILE_NAME)
        return
    a_staffed_schema()
    shop = databases.workshop()
    shop.fill(shop.staffed)
    shop.lives_in = folder


@cache
def a_staffed_file() -> Path:
    """The file of a cafe with staff, made once."""
    folder = Path(tempfile.mkdtemp(prefix="staffed-cafe-"))
    atexit.register(shutil.rmtree, folder)
    asyncio.run(_hire(folder))
    return databases.as_file(folder)


@cache
def a_staffed_schema() -> None:
    """The same on a server, made once."""
    asyncio.run(_hire(Path("staffed")))
    databases.workshop().keep_as(databases.workshop().staffed)


async def _hire(folder: Path) -> None:
    cafe = await Cafe.open(folder, secrets=PredictableSecrets("hiring"))
    await cafe.hires()
    await cafe.close()
