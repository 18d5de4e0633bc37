"""Sale codes: shown by staff, collected by whichever customer scans first, void with role and shift.

Not here: the visit that collecting makes (collecting.py), and when time ends a code (upkeep.py).
"""

from dataclasses import dataclass, replace
from functools import partial

from loyalty import money, sale_codes, secrets, verdicts
from loyalty.deliveries import ScreenKind
from loyalty.ids import ChatId, CustomerId, MessageId, SaleCodeId, StaffId, TillId
from loyalty.limits import Reason
from loyalty.notices import QueueLeft
from loyalty.people import Cause, Customer, Person, StaffMember
from loyalty.ports import Database, Transaction
from loyalty.programs import Rules
from loyalty.refusals import (
    AmountUnreadable,
    NoBills,
    NoStamps,
    NotByYourself,
    OwnSaleCode,
    Refusal,
    Refused,
    SaleBillTooLarge,
    SaleCodeOver,
    SaleCodeTooLarge,
)
from loyalty.sale_codes import SaleCode, SaleCodeFacts, SaleCodeState
from loyalty.secrets import SecretSource
from loyalty.tallies import Tally
from loyalty.use_cases.customers.enrolment import join
from loyalty.use_cases.limits.judging import find_earlier, has_managers_word
from loyalty.use_cases.staff.authority import require_staff, serves_themselves
from loyalty.use_cases.visits.bills import check_tally, read_bill
from loyalty.use_cases.visits.collecting import Collected, collect, collected_before, find_collector
from loyalty.use_cases.visits.queue_places import redraw_queue
from loyalty.verdicts import LimitName, Need, Verdict


@dataclass(frozen=True, slots=True)
class SaleMenu:
    """What a sale code can be made of with one tap."""

    rules: Rules


@dataclass(frozen=True, slots=True)
class ShownSaleCode:
    """A fresh code with its secret, to be shown once and kept nowhere."""

    code_id: SaleCodeId
    secret: str
    tally: Tally
    rules: Rules


@dataclass(frozen=True, slots=True)
class ReadSaleMenu:
    """What could be sold."""

    database: Database

    async def __call__(self, person: Person) -> SaleMenu:
        """Raises Refused: NotStaff, NobodyOnShift."""

        def body(tx: Transaction) -> SaleMenu:
            require_staff(tx, person)
            return SaleMenu(tx.programs.get_current().rules)

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class ShowSaleCode:
    """A QR for whoever stands at the counter."""

    database: Database
    secrets: SecretSource

    async def __call__(
        self, person: Person, *, chat_id: ChatId, cause: Cause | None, stamps: int | None = None,
        bill: str | int | None = None, currency: str | None = None,
    ) -> ShownSaleCode | None:  # fmt: skip
        """A fresh code that lives 90 seconds; the one shown before it, by the same staff member, is void.

        `bill` as it was typed, or in minor units of the `currency` that its button was drawn in; alone it
        gives a stamp too, where the cafe gives stamps.
        None for a replayed message whose code was collected meanwhile: its staff card comes to `chat_id`.
        Raises Refused: NotStaff, NobodyOnShift, TooManyStamps, NoStamps, NoBills, AmountUnreadable,
        SaleCodeTooLarge and SaleBillTooLarge when the limits would ask for a manager whoever comes.
        """
        secret = secrets.new_secret(self.secrets)

        def body(tx: Transaction) -> ShownSaleCode | None:
            if currency not in (None, tx.programs.get_current().rules.currency):
                raise Refused(AmountUnreadable())
            return _show(tx, person, secret, stamps, bill, chat_id=chat_id, cause=cause)

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class KeepSaleScreens:
    """Remember where a code is shown, so that its messages say by themselves what became of it."""

    database: Database

    async def __call__(
        self, code_id: SaleCodeId, chat_id: ChatId, *, text: MessageId, picture: MessageId | None
    ) -> None:
        """The text message and, when it could be sent, the picture. Without it nobody can collect: void."""

        def body(tx: Transaction) -> None:
            tx.deliveries.remember_screen(ScreenKind.SALE_CODE, code_id, chat_id, text)
            if picture is None:
                tx.sale_codes.settle(code_id, SaleCodeState.VOID)
            else:
                tx.deliveries.remember_screen(ScreenKind.SALE_CODE_PICTURE, code_id, chat_id, picture)
            if tx.sale_codes.get(code_id).state is not SaleCodeState.LIVE:  # somebody was quicker than we
                _redraw(tx, code_id)

        await self.database.write(body)


@dataclass(frozen=True, slots=True)
class ReadSaleCode:
    """What the staff member's message shows."""

    database: Database

    async def __call__(self, code_id: SaleCodeId) -> SaleCodeFacts:
        """The code's facts now."""
        return await self.database.read(lambda tx: tx.sale_codes.get_facts(code_id))


@dataclass(frozen=True, slots=True)
class CollectSaleCode:
    """A customer scans the QR that staff show."""

    database: Database

    async def __call__(self, person: Person, secret: str) -> Collected:
        """What they were given, once, and a card when they had none; scanned again, the same result.

        A refusal in the answer was remembered (OwnSaleCode, NotByYourself) and leaves the code unused.
        Raises Refused: OwnPhoneOnly for a till, SaleCodeOver, AlreadyCollected, CollectedUndone.
        """
        return await self.database.write(lambda tx: _collect(tx, person, secrets.hash_secret(secret)))


def end_sale_code(tx: Transaction, staff_id: StaffId) -> None:
    """Nobody collects any more what somebody showed whose role ended."""
    live = tx.sale_codes.find_live_of(staff_id)
    if live is not None:
        end_code(tx, live.id, SaleCodeState.VOID)


def end_sale_codes_at(tx: Transaction, till_id: TillId) -> None:
    """Nor what stands on a till whose shift ended."""
    for live in tx.sale_codes.find_live_at(till_id):
        end_code(tx, live.id, SaleCodeState.VOID)


def end_code(tx: Transaction, code_id: SaleCodeId, state: SaleCodeState) -> bool:
    """End a live code, and let its messages say so; False when it was not live any more."""
    ended = tx.sale_codes.settle(code_id, state)
    if ended:
        _redraw(tx, code_id)
    return ended


def _show(
    tx: Transaction, person: Person, secret: str, stamps: int | None, bill: str | int | None, *,
    chat_id: ChatId, cause: Cause | None,
) -> ShownSaleCode | None:  # fmt: skip
    staff = require_staff(tx, person)
    made = tx.sale_codes.find_caused_by(cause) if cause is not None else None
    visit = tx.visits.find_by_sale_code(made.id) if made is not None else None
    if visit is not None:
        tx.deliveries.add_screen(ScreenKind.STAFF_CARD, visit.id, chat_id, cause=cause)
        return None
    rules = tx.programs.get_current().rules
    tally = _read_for_sale(tx, stamps, bill, rules)
    _refuse_too_large(rules, tally, manager=has_managers_word(staff))
    if made is not None:
        end_code(tx, made.id, SaleCodeState.VOID)
    end_sale_code(tx, staff.id)
    secret_hash, expires_at = secrets.hash_secret(secret), tx.now + sale_codes.LIFE
    code = tx.sale_codes.add(staff, tally, secret_hash=secret_hash, cause=cause, expires_at=expires_at)
    return ShownSaleCode(code.id, secret, tally, rules)


def _refuse_too_large(rules: Rules, tally: Tally, *, manager: bool) -> None:
    """No code is made that needs somebody's word whoever comes. Raises Refused."""
    verdict = verdicts.judge_sale(rules, count=tally.stamps, amount=tally.amount, manager=manager)
    if verdict.need is Need.NOTHING or verdict.limit is None:
        return
    bound = verdicts.bound_of(rules, verdict.limit)
    if verdict.limit is LimitName.LARGE_BILL:
        raise Refused(SaleBillTooLarge(bound, rules.currency))
    raise Refused(SaleCodeTooLarge(bound - 1))


def _read_for_sale(tx: Transaction, stamps: int | None, bill: str | int | None, rules: Rules) -> Tally:
    """Whoever makes a code has no digits of a customer, so a refusal has to name another way out."""
    try:
        return _read_tally(tx, stamps, bill, rules)
    except Refused as refused:
        if isinstance(refused.refusal, AmountUnreadable | NoBills | NoStamps):
            raise Refused(replace(refused.refusal, sale=True)) from None
        raise


def _read_tally(tx: Transaction, stamps: int | None, bill: str | int | None, rules: Rules) -> Tally:
    amount: int | None = None
    if isinstance(bill, str):
        amount = read_bill(tx, None, bill)
    elif bill is not None:
        if not rules.gives_points:
            raise Refused(NoBills())
        if not 0 < bill <= money.LARGEST_BILL:
            raise Refused(AmountUnreadable())
        amount = bill
    tally = Tally(int(rules.gives_stamps) if stamps is None else stamps, amount)
    check_tally(tx, tally)
    return tally


def _collect(tx: Transaction, person: Person, secret_hash: str) -> Collected:
    known = find_collector(tx, person)
    code = tx.sale_codes.find_by_secret(secret_hash)
    if code is None:
        raise Refused(SaleCodeOver())
    visit = tx.visits.find_by_sale_code(code.id)
    if visit is not None:
        return collected_before(tx, visit, known)
    giver = _giver_of(tx, code)
    if giver is None or not code.may_be_collected(tx.now):
        raise Refused(SaleCodeOver())
    if person.telegram_id == giver.telegram_id or (known and serves_themselves(tx, giver, known.id)):
        return _held_back(tx, code, OwnSaleCode(), known)
    joined = join(tx, person)
    verdict = _judge(tx, giver, joined.customer, code.tally)
    if verdict.need is not Need.NOTHING:
        limit = verdict.limit or LimitName.STAMPS_A_VISIT
        tx.sale_codes.note_refused(code.id, limit, joined.customer.id)
        _redraw(tx, code.id)
        return replace(_held_back(tx, code, NotByYourself(limit), joined.customer), new=joined.new)
    if not tx.sale_codes.settle(code.id, SaleCodeState.USED):
        raise Refused(SaleCodeOver())
    stamped = collect(tx, giver, joined.customer, code.tally, verdict, sale_code_id=code.id)
    _leave_queue(tx, joined.customer.id)
    _redraw(tx, code.id)
    return Collected(joined.new, stamped)


def _leave_queue(tx: Transaction, customer_id: CustomerId) -> None:
    """Who collected is served, and waits on only for what they wanted to have."""
    live = tx.scans.find_live_of(customer_id)
    if live is None or live.queued_at is None or live.reward_id is not None or live.spending:
        return
    tx.scans.leave_queue(live.id)
    redraw_queue(tx)
    telegram_id = tx.people.find_telegram_id(customer_id)
    if telegram_id is not None:  # the code's own message holds its secrets and can't be drawn again
        tx.deliveries.add_notice(QueueLeft(), ChatId(telegram_id), key=f"queue-left:{live.id}")


def _giver_of(tx: Transaction, code: SaleCode) -> StaffMember | None:
    """Whose code it is, as they stand now; None once they don't work here, or are off shift at its till."""
    if code.till_id is None:
        staff = tx.staff.find(code.staff_id)
    else:
        shift = tx.tills.find_shift(code.till_id)
        staff = shift.staff if shift is not None and shift.staff.id == code.staff_id else None
    return None if staff is None else replace(staff, till_id=code.till_id, location_id=code.location_id)


def _judge(tx: Transaction, giver: StaffMember, customer: Customer, tally: Tally) -> Verdict:
    """The verdict on a visit. So soon after the last one it is a second round: staff made the code for it."""
    if customer.practice:
        return Verdict(Need.NOTHING)
    rules = tx.programs.get_current().rules
    earlier = find_earlier(tx, tx.cards.get_of(customer.id).id, rules)
    carried, manager = tx.people.find_carried(customer.id), has_managers_word(giver)
    judge = partial(
        verdicts.judge_visit, rules, earlier, tx.now,
        count=tally.stamps, amount=tally.amount, manager=manager, carried=carried,
    )  # fmt: skip
    first = judge()
    if first.need is not Need.CHOICE or first.limit is not None:
        return first
    return judge(reason=Reason.SECOND_ROUND)


def _held_back(tx: Transaction, code: SaleCode, refusal: Refusal, customer: Customer | None) -> Collected:
    tx.refusals.add(refusal, staff_id=code.staff_id, customer_id=customer.id if customer else None)
    return Collected(new=False, outcome=refusal)


def _redraw(tx: Transaction, code_id: SaleCodeId) -> None:
    """Redraw the messages of a code. Once it is collected its text is the staff card of the visit."""
    visit = tx.visits.find_by_sale_code(code_id)
    if visit is not None:
        tx.screens.become(
            (ScreenKind.SALE_CODE, code_id), (ScreenKind.STAFF_CARD, visit.id)
        )  # undo and all that follows come with it
        tx.deliveries.redraw(visit.id, ScreenKind.STAFF_CARD)
    tx.deliveries.redraw(code_id, ScreenKind.SALE_CODE, ScreenKind.SALE_CODE_PICTURE)
