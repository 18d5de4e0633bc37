"""What is remembered of somebody who was forgotten: a keyed hash, from which nobody can be found.

Not here: what is erased (forgetting.py), and the list that restoring reads (storage/erasures.py).
"""

import hashlib
import hmac
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from loyalty.ids import CustomerId, FreezeId, TelegramId

HASH_KEPT = timedelta(days=365)
REDRAWN_AT_ONCE = 20
"""Messages in which somebody stood by name that change right away; older ones follow, a few a minute."""
REDRAWN_APART = timedelta(seconds=10)
_MARK = "\x18"
"""No name holds a control character (handlers/names.py), so nobody can be called a former customer."""
_NUMBERS = range(10_000, 100_000)


@dataclass(frozen=True, slots=True)
class Erasure:
    """Somebody was forgotten at a moment; a backup from before that must not bring them back."""

    identity_hash: str
    at: datetime
    """Of an account whose card had moved on before: when it moved. Who came there later is somebody else."""
    after: datetime | None = None
    """Whose card the account had before this is somebody else now, who has not asked to be forgotten."""

    def is_over(self, now: datetime) -> bool:
        """Whether the hash need not be kept any more."""
        return self.at + HASH_KEPT <= now

    def covers(self, since: datetime, *, customer: bool) -> bool:
        """Whether whoever stands in a backup since then must not come back, as customer or as account."""
        return since < self.at and (self.after is None or not customer or self.after <= since)

    def joined_by(self, newer: "Erasure") -> "Erasure":
        """The one that is kept of two under the same hash; both are on the list beside the database.

        Of the same moment it is the known one: a restore erases again, and its file may not know of the move.
        """
        if newer.at == self.at:
            return self
        first, last = sorted((self, newer), key=lambda one: one.at)
        if last.after is None or (first is self and first.at < last.after):
            return last
        after = None if first.after is None else min(first.after, last.after)
        return replace(last, after=after)


@dataclass(frozen=True, slots=True)
class Returned:
    """Somebody stands in a backup who was forgotten later: as a customer, under their account, or both."""

    customer_id: CustomerId | None
    telegram_id: TelegramId | None
    name: str
    """The last one there; empty when only messages are left of them."""
    at: datetime
    """When they asked for it."""
    account_stays: bool = False
    """Only the card is forgotten: its account is somebody's who works here, or came later."""


@dataclass(frozen=True, slots=True)
class LeftAccount:
    """A Telegram account whose card a manager moved to another one."""

    identity_hash: str
    at: datetime
    """When it moved."""
    telegram_id: TelegramId | None
    """None: this account was forgotten since, and only the hash is known."""
    limits: "Carried"
    """What limits must know if the account comes back."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What limits remember of somebody who was forgotten and came back: no amounts, no names."""

    day: date | None = None
    """The cafe's day of which the four counts speak."""
    visits: int = 0
    """Confirmed visits of that day."""
    overrides: int = 0
    """Those of them that needed a reason and had one."""
    absent: int = 0
    """Requests of that day that ended with *not here*."""
    slips: int = 0
    """Vouchers collected on that day."""
    old_card: bool = False
    """The old paper card was carried over, once is enough."""
    frozen: FreezeId | None = None
    joined_before: bool = False
    """They were welcomed once."""
    last_visit_at: datetime | None = None
    """When they were stamped last, if that was minutes before they were forgotten."""
    last_queued_at: datetime | None = None
    """When they asked in the queue last and were not served, if that was a moment before."""
    letters_at: tuple[datetime, ...] = ()
    """When they wrote to the cafe, in the hour before."""
    birthday_given_at: datetime | None = None
    """When they told their birthday last; not which day it is."""
    birthday_gift_at: datetime | None = None
    """When a gift for a birthday came last."""

    def of(self, day: date) -> "Carried":
        """The same, with counts only if they are of this day."""
        if self.day == day:
            return self
        return replace(self, day=day, visits=0, overrides=0, absent=0, slips=0)

    def joined_by(self, other: "Carried", day: date) -> "Carried":
        """What limits must remember when all of another customer's comes to this one, on this day."""
        mine, theirs = self.of(day), other.of(day)
        return replace(
            mine,
            visits=mine.visits + theirs.visits,
            overrides=mine.overrides + theirs.overrides,
            absent=mine.absent + theirs.absent,
            slips=mine.slips + theirs.slips,
            old_card=mine.old_card or theirs.old_card,
            joined_before=mine.joined_before or theirs.joined_before,
            last_visit_at=_later(mine.last_visit_at, theirs.last_visit_at),
            last_queued_at=_later(mine.last_queued_at, theirs.last_queued_at),
            letters_at=tuple(sorted({*mine.letters_at, *theirs.letters_at})),
            birthday_given_at=_later(mine.birthday_given_at, theirs.birthday_given_at),
            birthday_gift_at=_later(mine.birthday_gift_at, theirs.birthday_gift_at),
        )


def _later(one: datetime | None, other: datetime | None) -> datetime | None:
    return max((at for at in (one, other) if at is not None), default=None)


def hash_identity(kind: str, external_id: str, *, key: str) -> str:
    """The hash of an identity, keyed by the installation: Telegram's ids alone could be tried one by one."""
    return hmac.new(key.encode(), f"{kind}:{external_id}".encode(), hashlib.sha256).hexdigest()


def former_name(customer_id: CustomerId, *, key: str) -> str:
    """What stands in a name's place once its customer is forgotten: a number that says nothing."""
    drawn = int(hash_identity("former", str(customer_id), key=key), 16)
    return f"{_MARK}{_NUMBERS[drawn % len(_NUMBERS)]}"


def find_former_number(name: str) -> str | None:
    """The number of a former customer, None for the name of anybody else."""
    return name.removeprefix(_MARK) if name.startswith(_MARK) else None
