"""The people and the rules of one cafe: staff, customers, invites, the program.

Not here: the counter and the messages. What all ports promise stands in the package's docstring.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from loyalty.erasures import Carried
from loyalty.ids import CustomerId, InviteId, ProgramVersion, StaffId, TelegramId, TillId, VisitId
from loyalty.invites import Invite, InviteState
from loyalty.people import Acquaintance, Cause, Customer, Person, Role, StaffMember, Till
from loyalty.programs import Program, ProgramChange, Rules
from loyalty.refusals import Refusal


class Installation(Protocol):
    """The keys of this one installation."""

    def get_hash_key(self) -> str:
        """What keys the hashes of typed codes and of forgotten people."""
        ...

    def find_heard_at(self) -> datetime | None:
        """When Telegram last answered, None before the first time."""
        ...

    def note_heard(self) -> None:
        """Telegram answered just now."""
        ...

    def find_bot_id(self) -> int | None:
        """Whose numbers of messages and updates the rows hold, None before the first bot."""
        ...

    def keep_bot_id(self, bot_id: int) -> None:
        """From now on they are this bot's."""
        ...


class Programs(Protocol):
    """The cafe's rules, version by version."""

    def get_current(self) -> Program:
        """The live version."""
        ...

    def get(self, version: ProgramVersion) -> Program:
        """A version by its number."""
        ...

    def add(self, rules: Rules, *, by: StaffId | None) -> Program:
        """Write the next version and answer it."""
        ...

    def changes(self, *, most: int) -> Sequence[ProgramChange]:
        """The latest versions with who made them and when, newest first."""
        ...


class People(Protocol):
    """Staff and customers."""

    def find_staff(self, telegram_id: TelegramId) -> StaffMember | None:
        """Who works here under this account, None when nobody does (any more)."""
        ...

    def find_on_shift(self, telegram_id: TelegramId) -> StaffMember | None:
        """Who is on shift at the till with this account, with the till's id."""
        ...

    def find_till(self, telegram_id: TelegramId) -> Till | None:
        """The till whose account this is, None when it is none (any more)."""
        ...

    def get_till(self, till_id: TillId) -> Till:
        """A till by id, in use or not."""
        ...

    def find_managers(self) -> Sequence[StaffMember]:
        """Managers and owners, first come first."""
        ...

    def find_all_staff(self) -> Sequence[StaffMember]:
        """Everybody who works here, first come first."""
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

    def add_customer(self, person: Person, *, source: str = "") -> Customer:
        """A new customer with this Telegram account as identity; `source`: the sign that brought them."""
        ...

    def find_practice_customer(self, staff_id: StaffId) -> Customer | None:
        """The customer on whom this staff member practises."""
        ...

    def add_practice_customer(self, staff: StaffMember) -> Customer:
        """A customer for this staff member to practise on: without Telegram, counted nowhere."""
        ...

    def note_visit(self, customer_id: CustomerId, *, visits: int, last_visit_at: datetime | None) -> None:
        """Add to the customer's count of confirmed visits; `last_visit_at` None leaves the time as it is."""
        ...

    def choose_language(self, known: Acquaintance, language: str) -> None:
        """Speak this language with somebody, as staff and as customer."""
        ...

    def mark_unreachable(self, customer_id: CustomerId, reason: str) -> None:
        """Messages no longer arrive; the card stays."""
        ...

    def erase(self, customer_id: CustomerId, *, name: str) -> None:
        """A customer is forgotten: no identity, nothing of the person; `name` is the number in its place."""
        ...

    def mark_frozen(self, customer_id: CustomerId, at: datetime | None) -> None:
        """Nothing leaves the card from this moment on; None: it is open again."""
        ...

    def carry(self, customer_id: CustomerId, carried: Carried) -> None:
        """Somebody who was forgotten is back as this customer: limits go on where they were."""
        ...

    def find_carried(self, customer_id: CustomerId) -> Carried | None:
        """What limits remember from before the customer was forgotten; None for nearly everybody."""
        ...

    def refresh(self, person: Person) -> None:
        """Somebody whom we know wrote again: reachable, with the name and language of today.

        Staff keep the name that customers see.
        """
        ...


class Invites(Protocol):
    """One-time links for staff."""

    def add(
        self, role: Role, *, secret_hash: str, by: StaffId | None, cause: Cause | None, expires_at: datetime,
        till: bool = False, invited: TelegramId | None = None,
    ) -> InviteId:  # fmt: skip
        """A new live invite: for a `till`, for the account `invited` only, or for whoever has the link."""
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

    def void_of(self, staff: StaffMember) -> Sequence[Invite]:
        """What a removed staff member invited is void; answers the invites on which somebody waits."""
        ...

    def come(self, invite_id: InviteId, person: Person) -> bool:
        """Someone opened a live link in time; False when it was over."""
        ...

    def decide(self, invite_id: InviteId, state: InviteState, *, by: StaffId | None) -> bool:
        """Take an invite on which somebody came to its end; False when it was decided before."""
        ...

    def forget(self, telegram_id: TelegramId) -> Sequence[InviteId]:
        """Who came, or was picked, by this account stands on no invite any more; answers on which they did.

        Where the owner has not answered yet, the invite is void.
        """
        ...

    def blank(self, *, expired_before: datetime, most: int) -> Sequence[InviteId]:
        """Invites that led to nobody who works here lose who came; answers those.

        One that nobody has answered is void then.
        """
        ...


class Refusals(Protocol):
    """What was refused and must be remembered."""

    def add(
        self, refusal: Refusal, *, staff_id: StaffId | None, customer_id: CustomerId | None = None,
        visit_id: VisitId | None = None,
    ) -> None:  # fmt: skip
        """Remember a refusal."""
        ...

    def times_of(self, kind: type[Refusal], staff_id: StaffId, *, since: datetime) -> Sequence[datetime]:
        """When this was refused to a staff member, oldest first."""
        ...

    def wrong_codes(self, staff: StaffMember, *, since: datetime) -> Sequence[datetime]:
        """When digits were typed that nobody shows, by this person or at the till of theirs, oldest first."""
        ...

    def was_refused(self, customer_id: CustomerId, *, since: datetime) -> bool:
        """Whether anything was refused to a customer since then, also on a card that came onto theirs."""
        ...

    def was_told(self, kind: type[Refusal], customer_id: CustomerId, *, since: datetime) -> bool:
        """Whether this was refused to a customer since then."""
        ...
