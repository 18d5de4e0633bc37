"""What the use cases need of a database, one small protocol per noun.

Not here: SQL. Adapters inherit explicitly, so that mypy names a missing method.
Every method runs inside a transaction body: plain, synchronous, without waiting for the network.
`get_` raises LookupError when the row is missing (a bug); `find_` may answer None.
"""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from loyalty.cards import Card, CodeFacts, CounterFacts, OfferFacts
from loyalty.deliveries import Delivery, Lane, ScreenKind
from loyalty.ids import (
    CardId,
    ChatId,
    CustomerId,
    InviteId,
    MessageId,
    OfferId,
    OperationId,
    ProgramVersion,
    RewardId,
    ScanId,
    ScreenId,
    StaffId,
    TelegramId,
    UpdateId,
    VisitId,
)
from loyalty.inbox import DialogueChange, NewUpdate, WaitingUpdate
from loyalty.invites import Invite, InviteState
from loyalty.ledger import Change, LedgerEntry, NewOperation, Operation
from loyalty.notices import Notice
from loyalty.own_words import OwnWords
from loyalty.pair_codes import PairCode
from loyalty.people import Acquaintance, Cause, Customer, Person, Role, StaffMember
from loyalty.programs import Program, Rules
from loyalty.refusals import Refusal
from loyalty.rewards import HandoverOffer, OfferState, Reward
from loyalty.scans import Scan, ScanState
from loyalty.visits import Visit, VisitState

T = TypeVar("T")


class Installation(Protocol):
    """The keys of this one installation."""

    def get_hash_key(self) -> str:
        """What keys the hashes of typed codes and of forgotten people."""
        ...


class Programs(Protocol):
    """The cafe's rules, version by version."""

    def get_current(self) -> Program:
        """The live version."""
        ...

    def add(self, rules: Rules, *, by: StaffId | None) -> Program:
        """Write the next version and answer it."""
        ...


class People(Protocol):
    """Staff and customers."""

    def find_staff(self, telegram_id: TelegramId) -> StaffMember | None:
        """Who works here under this account, None when nobody does (any more)."""
        ...

    def get_staff(self, staff_id: StaffId) -> StaffMember:
        """Someone who works or worked here."""
        ...

    def find_owners(self) -> Sequence[StaffMember]:
        """The owners, first come first."""
        ...

    def add_staff(self, person: Person, role: Role) -> StaffMember:
        """Let someone in; a person who works here already gets the role, if it is higher."""
        ...

    def find_customer(self, telegram_id: TelegramId) -> Customer | None:
        """The customer behind a Telegram account."""
        ...

    def get_customer(self, customer_id: CustomerId) -> Customer:
        """A customer by id."""
        ...

    def find_acquaintance(self, telegram_id: TelegramId) -> Acquaintance:
        """What the cafe knows of a Telegram account."""
        ...

    def find_telegram_id(self, customer_id: CustomerId) -> TelegramId | None:
        """Where a customer can be written to, None for one without Telegram."""
        ...

    def add_customer(self, person: Person) -> Customer:
        """A new customer with this Telegram account as identity."""
        ...

    def note_visit(self, customer_id: CustomerId, *, visits: int, last_visit_at: datetime | None) -> None:
        """Add to the customer's count of confirmed visits; `last_visit_at` None leaves the time as it is."""
        ...

    def mark_unreachable(self, customer_id: CustomerId, reason: str) -> None:
        """Messages no longer arrive; the card stays."""
        ...

    def refresh(self, person: Person) -> None:
        """Somebody whom we know wrote again: reachable, with the name and language of today.

        Staff keep the name that customers see.
        """
        ...


class Cards(Protocol):
    """Stamp cards: the balance is a projection of the ledger."""

    def get(self, card_id: CardId) -> Card:
        """A card by id."""
        ...

    def get_of(self, customer_id: CustomerId) -> Card:
        """The customer's coffee card."""
        ...

    def open(self, customer_id: CustomerId, *, goal: int) -> Card:
        """A new coffee card, begun under this goal."""
        ...


class Scans(Protocol):
    """Codes that customers show."""

    def add(
        self,
        customer_id: CustomerId,
        *,
        secret_hash: str,
        code_hash: str,
        pair_code: PairCode,
        reward_id: RewardId | None,
        cause: Cause | None,
        expires_at: datetime,
    ) -> ScanId:
        """A new live scan."""
        ...

    def get(self, scan_id: ScanId) -> Scan:
        """A scan by id."""
        ...

    def find_by_secret(self, secret_hash: str) -> Scan | None:
        """The scan behind a QR."""
        ...

    def find_by_code(self, code_hash: str) -> Scan | None:
        """The newest scan with these six digits, live or not."""
        ...

    def find_live_of(self, customer_id: CustomerId) -> Scan | None:
        """The customer's one live scan."""
        ...

    def live_codes(self) -> tuple[frozenset[str], frozenset[str]]:
        """Code hashes and pair codes that are taken now."""
        ...

    def settle(self, scan_id: ScanId, state: ScanState) -> bool:
        """Take the scan from live to this state; False when it was not live any more."""
        ...

    def find_due(self, *, most: int) -> Sequence[ScanId]:
        """Live scans whose time has run out."""
        ...


class Visits(Protocol):
    """Purchases at the counter."""

    def open(
        self, scan: Scan, card: Card, staff: StaffMember, *, program: ProgramVersion, practice: bool,
        expires_at: datetime, cause: Cause | None,
    ) -> Visit:  # fmt: skip
        """A new open visit for this scan."""
        ...

    def get(self, visit_id: VisitId) -> Visit:
        """A visit by id."""
        ...

    def find(self, visit_id: VisitId) -> Visit | None:
        """A visit by an id that a person sent."""
        ...

    def find_by_scan(self, scan_id: ScanId) -> Visit | None:
        """The visit that a scan opened."""
        ...

    def confirm(self, visit_id: VisitId, *, stamps: int, by: StaffId) -> Visit | None:
        """Take an open visit that has not run out to confirmed; None for the loser of a race."""
        ...

    def settle(
        self, visit_id: VisitId, state: VisitState, *, by: StaffId | None, at: datetime | None = None
    ) -> Visit | None:
        """Take an open visit to declined or expired (with nothing to stamp, confirmed), now or `at`."""
        ...

    def note_add(self, visit_id: VisitId, *, stamps: int, add: int) -> Visit | None:
        """Count the add of this number; None when that add was made before or the visit is not confirmed."""
        ...

    def undo(self, visit_id: VisitId, *, by: StaffId) -> Visit | None:
        """Take a confirmed visit to undone; None for the loser of a race."""
        ...

    def find_due(self, *, most: int) -> Sequence[VisitId]:
        """Open visits whose time has run out."""
        ...

    def schedule_redraw(self, visit_id: VisitId, at: datetime | None) -> None:
        """When time alone takes a button from the staff card; stamps schedule that by themselves."""
        ...

    def find_redraws_due(self, *, most: int) -> Sequence[VisitId]:
        """Visits whose staff card has a button too many by now."""
        ...

    def find_live_of(self, customer_id: CustomerId, *, confirmed_after: datetime) -> Sequence[VisitId]:
        """The customer's visits on which staff can still do something."""
        ...


class Ledger(Protocol):
    """Operations and their entries; append-only."""

    def write(
        self, operation: NewOperation, changes: Sequence[Change], *, goal: int | None = None
    ) -> Operation:
        """Write an operation with its entries and move the cards' balances (and the card's goal) with them.

        Raises the database's IntegrityError when the key was used or a balance would fall below zero:
        both are bugs, because the state change before it lets one caller pass.
        """
        ...

    def get(self, operation_id: OperationId) -> Operation:
        """An operation by its receipt number."""
        ...

    def find_by_key(self, op_key: str) -> Operation | None:
        """The operation that a business fact wrote."""
        ...

    def of_visit(self, visit_id: VisitId) -> Sequence[Operation]:
        """All operations of a visit, oldest first."""
        ...

    def entries_of_visit(self, visit_id: VisitId) -> Sequence[LedgerEntry]:
        """The visit's entries that are not reversed, oldest first."""
        ...

    def history(
        self, customer_id: CustomerId, *, before: OperationId | None, most: int
    ) -> Sequence[Operation]:
        """The customer's operations, newest first, those before a receipt number."""
        ...


class Rewards(Protocol):
    """Rewards and the offers to hand them over."""

    def issue(
        self, card: Card, *, item: OwnWords, cost: int, operation_id: OperationId, visit_id: VisitId | None,
        replaces: RewardId | None,
    ) -> RewardId:  # fmt: skip
        """A new reward for the card's customer."""
        ...

    def get(self, reward_id: RewardId) -> Reward:
        """A reward by id."""
        ...

    def find(self, reward_id: RewardId) -> Reward | None:
        """A reward by an id that a person sent."""
        ...

    def held_by(self, customer_id: CustomerId) -> Sequence[Reward]:
        """The customer's issued rewards, oldest first."""
        ...

    def issued_in(self, visit_id: VisitId) -> Sequence[Reward]:
        """The rewards that a visit filled, each as it stands: one handed over and undone has a successor."""
        ...

    def redeemed_in(self, visit_id: VisitId) -> Sequence[Reward]:
        """The rewards handed over in a visit, without those whose handing over was undone."""
        ...

    def redeem(self, reward_id: RewardId, *, visit_id: VisitId, by: StaffId) -> bool:
        """Take an issued reward to redeemed; False for the loser of a race."""
        ...

    def cancel(self, reward_id: RewardId) -> bool:
        """Take an issued reward to cancelled; False when it was not issued any more."""
        ...

    def offer(self, reward_id: RewardId, visit_id: VisitId, *, by: StaffId) -> HandoverOffer:
        """Ask the customer; an open question about the same reward is answered as it is."""
        ...

    def find_offer(self, offer_id: OfferId) -> HandoverOffer | None:
        """An offer by an id that a person sent."""
        ...

    def offers_in(self, visit_id: VisitId) -> Sequence[HandoverOffer]:
        """The offers made in a visit, oldest first."""
        ...

    def answer(self, offer_id: OfferId, state: OfferState) -> bool:
        """Take an asked offer to its answer; False when it was answered before."""
        ...

    def lapse_offers(self, visit_id: VisitId) -> Sequence[OfferId]:
        """End the open questions of a visit that is over."""
        ...

    def lapse_offers_of(self, reward_id: RewardId, *, but_in: VisitId | None = None) -> Sequence[OfferId]:
        """End the open questions about a reward, save those of one visit."""
        ...

    def find_due_offers(self, *, confirmed_before: datetime, most: int) -> Sequence[OfferId]:
        """Open questions of visits that were confirmed too long ago to hand anything over."""
        ...


class Invites(Protocol):
    """One-time links for staff."""

    def add(
        self, role: Role, *, secret_hash: str, by: StaffId | None, cause: Cause | None, expires_at: datetime
    ) -> InviteId:
        """A new live invite."""
        ...

    def get(self, invite_id: InviteId) -> Invite:
        """An invite by id."""
        ...

    def find(self, invite_id: InviteId) -> Invite | None:
        """An invite by an id that a person sent."""
        ...

    def find_by_secret(self, secret_hash: str) -> Invite | None:
        """The invite behind a link."""
        ...

    def void_owner_links(self) -> None:
        """A new owner link voids the last one."""
        ...

    def void_caused_by(self, cause: Cause) -> None:
        """A replayed command makes its link anew."""
        ...

    def come(self, invite_id: InviteId, person: Person) -> bool:
        """Someone opened a live link in time; False when it was over."""
        ...

    def decide(self, invite_id: InviteId, state: InviteState, *, by: StaffId | None) -> bool:
        """Take an invite on which somebody came to its end; False when it was decided before."""
        ...


class Refusals(Protocol):
    """What was refused and must be remembered."""

    def add(
        self, refusal: Refusal, *, staff_id: StaffId | None, customer_id: CustomerId | None = None
    ) -> None:
        """Remember a refusal."""
        ...

    def times_of(self, kind: type[Refusal], staff_id: StaffId, *, since: datetime) -> Sequence[datetime]:
        """When this was refused to a staff member, oldest first."""
        ...


class Deliveries(Protocol):
    """Messages and redraws that wait to be sent."""

    def add_receipt(self, operation: Operation, customer_id: CustomerId) -> None:
        """Tell a customer what an operation did; nothing for a customer without Telegram."""
        ...

    def add_notice(
        self, notice: Notice, chat_id: ChatId, *, key: str, lane: Lane = Lane.TRANSACTIONAL
    ) -> None:
        """Tell someone a fact, once per key."""
        ...

    def add_screen(
        self, kind: ScreenKind, subject_id: int, chat_id: ChatId, *, cause: Cause | None = None
    ) -> ScreenId:
        """Send a new message that is redrawn as things change; once for each message that asked for it."""
        ...

    def remember_screen(
        self, kind: ScreenKind, subject_id: int, chat_id: ChatId, message_id: MessageId
    ) -> None:
        """Keep a message that was sent directly, so that it is redrawn as things change."""
        ...

    def redraw(self, subject_id: int, *kinds: ScreenKind) -> None:
        """Redraw all messages that show this; ten changes cost one edit."""
        ...

    def claim(self, lanes: Sequence[Lane]) -> Delivery | None:
        """Take the next due delivery of a chat that none is being sent to, and mark it sending."""
        ...

    def settle_sent(self, delivery: Delivery, message_id: MessageId | None, drawn_hash: str) -> None:
        """It arrived; a screen keeps where it is and what it shows."""
        ...

    def settle_failed(self, delivery: Delivery, error: str) -> None:
        """It will never arrive."""
        ...

    def settle_unknown(self, delivery: Delivery) -> None:
        """Nobody can tell whether it arrived, and it must not be repeated."""
        ...

    def settle_skipped(self, delivery: Delivery, reason: str) -> None:
        """It need not be sent any more."""
        ...

    def put_back(
        self, delivery: Delivery, *, run_at: datetime | None, error: str, count_attempt: bool
    ) -> None:
        """Send it later, or with None in its old place; a redraw that another one overtook is skipped."""
        ...

    def forget_message(self, screen_id: ScreenId) -> None:
        """The message is gone: the next drawing sends a fresh one."""
        ...

    def rescue(self, *, leases: bool) -> int:
        """After a crash (or with `leases`, of lost leases only): what was being sent is pending again, or
        unknown in the bulk lane. Answers how many. What a clock that went back left in the future is due.
        """
        ...

    def pause_lane(self, lane: Lane, until: datetime) -> None:
        """Telegram asked us to wait with this lane."""
        ...

    def pause_chat(self, chat_id: ChatId, until: datetime) -> None:
        """Telegram asked us to leave one chat alone for a while."""
        ...

    def next_run_at(self) -> datetime | None:
        """When the next pending delivery may go."""
        ...

    def count_waiting(self) -> int:
        """How many deliveries are pending or being sent."""
        ...

    def prune(self, *, settled_before: datetime, most: int) -> int:
        """Drop old settled redraws; answers how many."""
        ...

    def find_file_id(self, bot_id: int, picture_key: str) -> str | None:
        """Telegram's id of a picture that this bot has sent before."""
        ...

    def keep_file_id(self, bot_id: int, picture_key: str, file_id: str) -> None:
        """Remember Telegram's id of a picture."""
        ...


class Views(Protocol):
    """What screens show, read in one go."""

    def get_counter(self, visit_id: VisitId) -> CounterFacts:
        """Everything that a staff card shows."""
        ...

    def get_code(self, scan_id: ScanId) -> CodeFacts:
        """Everything that a customer's code message shows once it is no longer live."""
        ...

    def get_offer(self, offer_id: OfferId) -> OfferFacts:
        """Everything that the question to the customer shows."""
        ...


class Inbox(Protocol):
    """Updates as received, until they are done."""

    def store(self, updates: Sequence[NewUpdate]) -> Sequence[UpdateId]:
        """Keep updates; answers those that were new."""
        ...

    def waiting(self) -> Sequence[WaitingUpdate]:
        """What is not done yet, in order of arrival."""
        ...

    def begin(self, update_id: UpdateId) -> int:
        """Raise the attempts before handling; answers the attempts, this one included."""
        ...

    def finish(self, update_id: UpdateId, changes: Sequence[DialogueChange], *, blank: bool) -> None:
        """Mark an update done and write the dialogue states that it left, together."""
        ...

    def give_up(self, update_id: UpdateId, error: str, *, blank: bool) -> None:
        """Mark an update dead; its body stays for whoever mends the bug, unless it held a secret."""
        ...

    def blank_bodies(self, *, settled_before: datetime, most: int) -> int:
        """Empty the bodies of updates settled long ago; answers how many."""
        ...

    def count_waiting(self) -> int:
        """How many updates are not done yet."""
        ...


class Dialogues(Protocol):
    """Where people are in a conversation."""

    def find(self, key: str) -> tuple[str, str] | None:
        """State and data (JSON) of a conversation."""
        ...


class Transaction(Protocol):
    """One moment: all reads and writes of a body, committed together or not at all."""

    now: datetime
    installation: Installation
    programs: Programs
    people: People
    cards: Cards
    scans: Scans
    visits: Visits
    ledger: Ledger
    rewards: Rewards
    invites: Invites
    refusals: Refusals
    deliveries: Deliveries
    views: Views
    inbox: Inbox
    dialogues: Dialogues


class Database(Protocol):
    """Runs bodies in transactions."""

    def write(self, body: Callable[[Transaction], T]) -> Awaitable[T]:
        """Run a body that may write; answered after the COMMIT.

        Raises what the body raised (nothing is kept of it then) or the database's error.
        A caller that is cancelled changes nothing about the outcome.
        """
        ...

    def read(self, body: Callable[[Transaction], T]) -> Awaitable[T]:
        """Run a body that only reads, on a connection of its own."""
        ...
