"""Showing a code at the counter.

Not here: what staff do with it (confirming.py).
"""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from loyalty import days, pair_codes, queue, scans, secrets
from loyalty.deliveries import ScreenKind
from loyalty.erasures import Carried
from loyalty.ids import ChatId, CustomerId, MessageId, RewardId, ScanId
from loyalty.own_words import OwnWords
from loyalty.pair_codes import PairCode
from loyalty.people import Cause, Customer, Person
from loyalty.points import POINT
from loyalty.ports import Database, Transaction
from loyalty.queue import KeptOut, TooOftenAbsent, TooSoon
from loyalty.refusals import AskedTooLongAgo, NothingToSpend, Refused, RewardGone
from loyalty.rewards import Reward, RewardState
from loyalty.scans import Scan, ScanState
from loyalty.secrets import SecretSource
from loyalty.use_cases.customers.enrolment import join
from loyalty.use_cases.visits.queue_places import find_places, redraw_queue, show_queue
from loyalty.visits import VisitState


@dataclass(frozen=True, slots=True)
class ShownCode:
    """A fresh code with its secrets, to be shown once and kept nowhere."""

    scan_id: ScanId
    secret: str
    typed_code: str
    pair_code: PairCode
    expires_at: datetime
    item: OwnWords | None
    """What the customer picked to be handed over."""
    queued: bool = False
    """Whether staff see the customer in the queue too."""
    kept_out: KeptOut | None = None
    """Why they don't, where the customer can do something about it."""
    spending: bool = False
    """Whether points are to pay for a part of the bill."""
    cap: int = 0
    """Per cent of a bill that points can pay for."""


@dataclass(frozen=True, slots=True)
class ShowCode:
    """Stamp me."""

    database: Database
    secrets: SecretSource

    async def __call__(
        self, person: Person, *, cause: Cause | None, reward_id: RewardId | None = None,
        asked_at: datetime | None = None, not_before: datetime | None = None, spending: bool = False,
    ) -> ShownCode:  # fmt: skip
        """A fresh code that lives 15 minutes; the one shown before it is void.

        Staff see the customer in the queue; whoever waits there already keeps pair code and place.
        `spending`: points are to pay for a part of the bill, so staff need not ask.
        Raises Refused: OwnPhoneOnly for a till; RewardGone when the picked reward is not the customer's any
        more; NothingToSpend without a whole point; AskedTooLongAgo when the wish (sent at `asked_at` by
        Telegram's date) waited longer than a code lives, or may have: a tap carries no time, and waited since
        `not_before` at most.
        """
        secret, source = secrets.new_secret(self.secrets), self.secrets

        def body(tx: Transaction) -> ShownCode:
            if asked_at is not None and tx.now - asked_at > scans.LIFE:
                raise Refused(AskedTooLongAgo(days.local(asked_at, tx.programs.get_current().rules)))
            if not_before is not None and tx.now - not_before > scans.LIFE:
                raise Refused(AskedTooLongAgo(None))
            return _show(tx, person, secret, source, cause, reward_id, spending=spending)

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class KeepCodeScreens:
    """Remember where a code is shown, so that its messages say by themselves what became of it."""

    database: Database

    async def __call__(
        self, scan_id: ScanId, chat_id: ChatId, *, text: MessageId, picture: MessageId | None
    ) -> None:
        """The text message and, when it could be sent, the picture."""
        await self.database.write(lambda tx: _keep(tx, scan_id, chat_id, text, picture))


def end_live_code(tx: Transaction, customer_id: CustomerId, state: ScanState) -> None:
    """End the customer's live code, and let its messages say so."""
    live = tx.scans.find_live_of(customer_id)
    if live is not None and tx.scans.settle(live.id, state):
        redraw_code(tx, live.id)


def redraw_code(tx: Transaction, scan_id: ScanId) -> None:
    """Redraw the customer's messages of a code, and the queue in which it waits or waited."""
    tx.deliveries.redraw(scan_id, ScreenKind.CODE, ScreenKind.CODE_PICTURE)
    if tx.scans.get(scan_id).queued_at is not None:
        redraw_queue(tx)


def _show(
    tx: Transaction, person: Person, secret: str, source: SecretSource, cause: Cause | None,
    reward_id: RewardId | None, *, spending: bool,
) -> ShownCode:  # fmt: skip
    customer = join(tx, person).customer
    if spending and not _can_spend(tx, customer.id):
        raise Refused(NothingToSpend())
    picked = _picked(tx, customer.id, reward_id)
    before = tx.scans.find_live_of(customer.id)
    waits = before is not None and before.queued_at is not None and before.may_be_used(tx.now)
    place = _find_place(tx, person, customer, before if waits else None)
    queued_at = place if isinstance(place, datetime) else None
    end_live_code(tx, customer.id, ScanState.VOID)
    taken_codes, taken_pairs = tx.scans.live_codes()
    key = tx.installation.get_hash_key()
    typed_code = secrets.new_typed_code(source)
    while secrets.hash_typed_code(typed_code, key=key) in taken_codes:
        typed_code = secrets.new_typed_code(source)
    in_sight = tx.queue.pair_codes_in_sight(since=tx.now - queue.RECENT)
    if before and waits:
        pair_code = before.pair_code
    else:
        pair_code = pair_codes.draw(source, taken_pairs, in_sight=in_sight)
    expires_at = tx.now + scans.LIFE
    scan_id = tx.scans.add(
        customer.id,
        secret_hash=secrets.hash_secret(secret),
        code_hash=secrets.hash_typed_code(typed_code, key=key),
        pair_code=pair_code,
        reward_id=reward_id,
        cause=cause,
        expires_at=expires_at,
        queued_at=queued_at,
        spending=spending,
    )
    if queued_at is not None:
        show_queue(tx, new=not waits, but=person.telegram_id)
    item = picked.item if picked else None
    kept_out = None if isinstance(place, datetime) else place
    cap, queued = tx.programs.get_current().rules.spend_percent, queued_at is not None
    return ShownCode(
        scan_id, secret, typed_code, pair_code, expires_at, item, queued, kept_out, spending, cap
    )


def _can_spend(tx: Transaction, customer_id: CustomerId) -> bool:
    """Whether there is a whole point, in a cafe that takes them."""
    return tx.programs.get_current().rules.gives_points and tx.cards.get_of(customer_id).points >= POINT


def _find_place(
    tx: Transaction, person: Person, customer: Customer, waiting: Scan | None
) -> datetime | KeptOut | None:
    """Since when the customer waits in the queue; else why not, None where there is nothing to say."""
    if customer.practice or not find_places(tx, but=person.telegram_id):
        return None
    if waiting is not None:
        return waiting.queued_at
    asked_at = find_last_asked(tx, customer.id)
    apart = asked_at + queue.APART - tx.now if asked_at is not None else timedelta()
    opened = tx.visits.find_live_of(customer.id, confirmed_after=tx.now)
    if any(tx.visits.get(visit_id).may_be_confirmed(tx.now) for visit_id in opened):
        return None  # staff are looking at the card
    today = days.day_of(tx.now, tx.programs.get_current().rules)
    before = (tx.people.find_carried(customer.id) or Carried()).of(today.date).absent
    absences = before + tx.scans.count_absent(customer.id, since=today.begins)
    if absences >= queue.ABSENCES:
        return TooOftenAbsent()  # rather than *too soon*: waiting a minute would not help
    return TooSoon(math.ceil(apart.total_seconds())) if apart > timedelta() else tx.now


def find_last_asked(tx: Transaction, customer_id: CustomerId) -> datetime | None:
    """When the customer asked in the queue last, before being forgotten too; None when they were served."""
    last = tx.scans.find_last_queued(customer_id)
    if last is None:
        return (tx.people.find_carried(customer_id) or Carried()).last_queued_at
    return None if _was_served(tx, last) else last.created_at


def _was_served(tx: Transaction, scan: Scan) -> bool:
    visit = tx.visits.find_by_scan(scan.id)
    return visit is not None and visit.state in (VisitState.CONFIRMED, VisitState.UNDONE)


def _picked(tx: Transaction, customer_id: CustomerId, reward_id: RewardId | None) -> Reward | None:
    if reward_id is None:
        return None
    reward = tx.rewards.find(reward_id)
    if reward is None or reward.customer_id != customer_id or reward.state is not RewardState.ISSUED:
        raise Refused(RewardGone())
    return reward


def _keep(
    tx: Transaction, scan_id: ScanId, chat_id: ChatId, text: MessageId, picture: MessageId | None
) -> None:
    tx.deliveries.remember_screen(ScreenKind.CODE, scan_id, chat_id, text)
    if picture is not None:
        tx.deliveries.remember_screen(ScreenKind.CODE_PICTURE, scan_id, chat_id, picture)
    if tx.scans.get(scan_id).state is not ScanState.LIVE:  # staff were quicker than our own messages
        redraw_code(tx, scan_id)
