"""The queue at work: one tap serves who waits, *not here* clears them, and the list itself.

Not here: who enters it (codes.py) and where it is shown (queue_places.py).
"""

from dataclasses import dataclass, replace

from loyalty import days
from loyalty.deliveries import ScreenKind
from loyalty.ids import THE_ONLY_LOCATION, ChatId, OperationId, ScanId, ScreenId, TelegramId, VisitId
from loyalty.ledger import OperationKind
from loyalty.own_words import OwnWords
from loyalty.people import Cause, Person, StaffMember
from loyalty.ports import Database, Transaction
from loyalty.queue import RECENT, QueueFacts, Served, Waiting
from loyalty.receipts import StandingFact, VisitBooked
from loyalty.refusals import CodeRanOut, MarkedAbsent, OwnCode, Refusal, Refused
from loyalty.rewards import RewardState
from loyalty.scans import Scan, ScanState
from loyalty.tallies import Tally
from loyalty.use_cases.limits.judging import needs_look
from loyalty.use_cases.staff.authority import is_own, require_staff, serves_themselves
from loyalty.use_cases.visits.codes import redraw_code
from loyalty.use_cases.visits.confirming import confirm
from loyalty.use_cases.visits.earning import Stamped
from loyalty.use_cases.visits.opening import open_scan
from loyalty.use_cases.visits.queue_places import is_place, place_queue, staff_place
from loyalty.use_cases.visits.record import find_visit, judged_at
from loyalty.visits import Visit, VisitState

_OF_THE_VISIT = (OperationKind.VISIT, OperationKind.VISIT_ADD, OperationKind.REDEMPTION)
_LOOK_BACK = 20
"""Handovers in a row that a card's standing is looked for behind."""


@dataclass(frozen=True, slots=True)
class CardOpened:
    """One tap was not enough, and the staff card is on its way."""


@dataclass(frozen=True, slots=True)
class ServeFromQueue:
    """The tap in the queue: +1 for whoever waits."""

    database: Database

    async def __call__(
        self, person: Person, scan_id: ScanId, *, chat_id: ChatId, cause: Cause | None
    ) -> Stamped | CardOpened:
        """The visit, opened and confirmed at once; or its staff card in `chat_id` where staff have to look.

        From a group that is no staff chat any more, the card comes to the person's own.

        Who taps second, or twice, is told what the first tap did.
        Raises Refused: NotStaff, NobodyOnShift, OwnCode, CodeRanOut, MarkedAbsent, VisitOver, and what
        confirming raises.
        """

        def body(tx: Transaction) -> Stamped | CardOpened | Refusal:
            staff = require_staff(tx, person)
            scan = _find_request(tx, scan_id)
            if serves_themselves(tx, staff, scan.customer_id):
                tx.refusals.add(OwnCode(), staff_id=staff.id, customer_id=scan.customer_id)
                return OwnCode()
            return _serve(tx, staff, scan, staff_place(tx, chat_id, person), cause)

        result = await self.database.write(body)
        if not isinstance(result, Stamped | CardOpened):
            raise Refused(result)
        return result


@dataclass(frozen=True, slots=True)
class NotHere:
    """Staff don't see the customer at the counter."""

    database: Database

    async def __call__(self, person: Person, scan_id: ScanId) -> Scan:
        """The request, cleared; the customer's message says so. Cleared twice, it answers the same.

        Raises Refused: NotStaff, NobodyOnShift, CodeRanOut.
        """

        def body(tx: Transaction) -> Scan:
            staff = require_staff(tx, person)
            scan = _follow(tx, tx.scans.find(scan_id))
            if tx.scans.settle(scan.id, ScanState.ABSENT, by=staff.id):
                redraw_code(tx, scan.id)
            elif scan.state is not ScanState.ABSENT:
                raise Refused(CodeRanOut())
            return tx.scans.get(scan.id)

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class ShowQueue:
    """Staff want the queue at the end of their chat."""

    database: Database

    async def __call__(self, person: Person, *, chat_id: ChatId, cause: Cause) -> None:
        """It is on its way there, or to the person's own chat when it may not be shown in this one.

        Raises Refused: NotStaff, NobodyOnShift.
        """

        def body(tx: Transaction) -> None:
            require_staff(tx, person)
            place = staff_place(tx, chat_id, person)
            new: ScreenId = tx.deliveries.add_screen(ScreenKind.QUEUE, THE_ONLY_LOCATION, place, cause=cause)
            place_queue(tx, place, new=new)

        await self.database.write(body)


@dataclass(frozen=True, slots=True)
class BringCard:
    """Staff want the staff card of a visit from the queue."""

    database: Database

    async def __call__(
        self, person: Person, visit_id: VisitId, *, chat_id: ChatId, cause: Cause | None
    ) -> None:
        """It is on its way to this chat, once for each tap; from a group that it is not for, to the own one.

        Raises Refused: NotStaff, NobodyOnShift, VisitOver.
        """

        def body(tx: Transaction) -> None:
            require_staff(tx, person)
            visit = find_visit(tx, visit_id)
            place = staff_place(tx, chat_id, person)
            tx.deliveries.add_screen(ScreenKind.STAFF_CARD, visit.id, place, cause=cause)

        await self.database.write(body)


@dataclass(frozen=True, slots=True)
class ReadQueue:
    """What the queue shows."""

    database: Database

    async def __call__(self, chat_id: ChatId) -> QueueFacts | None:
        """As things are now, without the reader's own request; None for a chat that it is not for."""
        return await self.database.read(lambda tx: _read(tx, chat_id))


@dataclass(frozen=True, slots=True)
class IsQueueShown:
    """Whether a chat has a newer queue."""

    database: Database

    async def __call__(self, chat_id: ChatId) -> bool:
        """Else an old queue says that it is shown here no more."""

        def body(tx: Transaction) -> bool:
            placed = tx.screens.find_placed(ScreenKind.QUEUE, THE_ONLY_LOCATION)
            return any(screen.chat_id == chat_id for screen in placed)

        return await self.database.read(body)


def _serve(
    tx: Transaction, staff: StaffMember, scan: Scan, chat_id: ChatId, cause: Cause | None
) -> Stamped | CardOpened | Refusal:
    known = tx.visits.find_by_scan(scan.id)
    if known is not None and known.state is not VisitState.OPEN:
        return _stamp(tx, staff, known)  # what the first tap did
    look = known is not None or _must_look(tx, scan)
    if known is None and not scan.may_be_used(tx.now):
        raise Refused(CodeRanOut())
    visit = known or open_scan(tx, staff, scan, cause=cause)
    if not look:
        return _stamp(tx, staff, visit)
    tx.deliveries.add_screen(ScreenKind.STAFF_CARD, visit.id, chat_id, cause=cause)
    return CardOpened()


def _stamp(tx: Transaction, staff: StaffMember, visit: Visit) -> Stamped | Refusal:
    """+1, and what there is to offer besides."""
    stamped = confirm(tx, staff, visit.id, Tally(1))
    return replace(stamped, held=_held(tx, stamped.visit)) if isinstance(stamped, Stamped) else stamped


def _held(tx: Transaction, visit: Visit) -> OwnWords | None:
    """What can be handed over in this visit."""
    if not visit.may_hand_over(judged_at(tx)) or tx.people.get_customer(visit.customer_id).frozen:
        return None
    rules = tx.programs.get_current().rules
    held = (one for one in tx.rewards.held_by(visit.customer_id) if one.may_be_handed_over(visit.id, rules))
    return next((one.item for one in held), None)


def _find_request(tx: Transaction, scan_id: ScanId) -> Scan:
    """The request behind a button. Raises Refused: CodeRanOut, MarkedAbsent."""
    scan = _follow(tx, tx.scans.find(scan_id))
    if scan.state is ScanState.ABSENT:
        by = tx.people.get_staff(scan.settled_by).name if scan.settled_by is not None else ""
        raise Refused(MarkedAbsent(by))
    return scan


def _follow(tx: Transaction, scan: Scan | None) -> Scan:
    """The code that took this one's place in the queue, if the customer tapped again meanwhile.

    Raises Refused(CodeRanOut) for a code that was never shown there.
    """
    if scan is None or scan.queued_at is None:
        raise Refused(CodeRanOut())
    if scan.state is ScanState.VOID:
        live = tx.scans.find_live_of(scan.customer_id)
        if live is not None and live.queued_at is not None and live.pair_code == scan.pair_code:
            return live
    return scan


def _must_look(tx: Transaction, scan: Scan) -> bool:
    return scan.spending or _picked(tx, scan) is not None or needs_look(tx, scan.customer_id)


def _picked(tx: Transaction, scan: Scan) -> OwnWords | None:
    """What the customer wants to have now, as long as it is theirs."""
    reward = tx.rewards.find(scan.reward_id) if scan.reward_id is not None else None
    return reward.item if reward is not None and reward.state is RewardState.ISSUED else None


def _read(tx: Transaction, chat_id: ChatId) -> QueueFacts | None:
    if not is_place(tx, chat_id):
        return None
    rules = tx.programs.get_current().rules
    waiting = [
        _waiting(tx, scan, rules.goal)
        for scan in tx.queue.find_waiting()
        if not is_own(tx, TelegramId(chat_id), scan.customer_id)
    ]
    recent = [_served(tx, visit, rules.goal) for visit in tx.queue.find_recent(since=tx.now - RECENT)]
    served = tx.queue.count_served(since=days.day_of(tx.now, rules).begins)
    return QueueFacts(judged_at(tx), waiting, recent, served)


def _waiting(tx: Transaction, scan: Scan, goal: int) -> Waiting:
    card, customer = tx.cards.get_of(scan.customer_id), tx.people.get_customer(scan.customer_id)
    held = () if customer.frozen else tx.rewards.held_by(scan.customer_id)
    return Waiting(
        scan_id=scan.id,
        name=customer.name,
        pair_code=scan.pair_code,
        stamps=card.stamps,
        goal=card.aim(goal),
        picked=_picked(tx, scan),
        look=_must_look(tx, scan),
        held=next((one.item for one in held), None),
    )


def _served(tx: Transaction, visit_id: VisitId, goal: int) -> Served:
    visit = tx.visits.get(visit_id)
    stamps, aim = _standing_after(tx, visit, goal)
    by = visit.undone_by or visit.settled_by or visit.opened_by
    return Served(
        visit=visit,
        name=tx.people.get_customer(visit.customer_id).name,
        stamps=stamps,
        goal=aim,
        by=tx.people.get_staff(by).name,
        held=_held(tx, visit),
        handed_over=tx.rewards.redeemed_in(visit_id),
    )


def _standing_after(tx: Transaction, visit: Visit, goal: int) -> tuple[int, int]:
    """Stamps on the card and its goal after the visit; a reward handed over leaves both as they were."""
    done = [one for one in tx.ledger.of_visit(visit.id) if one.kind in _OF_THE_VISIT]
    if done:
        last = next((one for one in reversed(done) if isinstance(one.fact, VisitBooked)), done[-1])
        before = tx.ledger.history(visit.customer_id, before=OperationId(last.id + 1), most=_LOOK_BACK)
        for operation in before:
            if isinstance(operation.fact, StandingFact):
                return operation.fact.stamps, operation.fact.goal
    card = tx.cards.get(visit.card_id)
    return card.stamps, card.aim(goal)
