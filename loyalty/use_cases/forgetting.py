"""Forgetting: what is left of a customer is a number with its sums; whoever comes back begins anew.

Not here: what limits make of what is remembered (judging.py), and the list for restores (bot/erasures.py).
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from loyalty.days import day_of
from loyalty.deliveries import ScreenKind
from loyalty.erasures import (
    HASH_KEPT,
    REDRAWN_APART,
    REDRAWN_AT_ONCE,
    Carried,
    Erasure,
    Returned,
    former_name,
    hash_identity,
)
from loyalty.ids import ChatId, CustomerId, TelegramId
from loyalty.limits import AGAIN_WINDOW
from loyalty.notices import StaffLeft
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.queue import APART
from loyalty.refusals import OwnPhoneOnly, Refused
from loyalty.scans import ScanState
from loyalty.use_cases.codes import end_live_code, find_last_asked
from loyalty.use_cases.judging import count_today
from loyalty.use_cases.leaving import end_role, require_other_owner
from loyalty.use_cases.letters import times_written
from loyalty.use_cases.old_cards import was_carried_over
from loyalty.use_cases.queue_places import redraw_queue
from loyalty.use_cases.visit_ending import end_visit
from loyalty.use_cases.visit_record import end_questions, judged_at
from loyalty.use_cases.vouchers import count_slips_today
from loyalty.visits import ADD_WINDOW

_SHORTEST_MENTION = 3
"""Letters: shorter names are in every text, and blank it for nothing."""


@dataclass(frozen=True, slots=True)
class ForgetPerson:
    """Erase everything, once somebody has said yes."""

    database: Database

    async def __call__(self, person: Person) -> None:
        """Nobody knows this account any more; done again, or for a stranger, it changes nothing.

        Who works here leaves that too. Raises Refused: OwnPhoneOnly for a till, LastOwner.
        """

        def body(tx: Transaction) -> None:
            refuse_to_forget(tx, person)
            customer = tx.people.find_customer(person.telegram_id)
            if customer is not None:
                erase(tx, customer.id)
            _erase_account(tx, person.telegram_id, person.name)

        await self.database.write(body)


@dataclass(frozen=True, slots=True)
class ReadErasures:
    """Everybody of whom only a hash is left, for the list beside the database."""

    database: Database

    async def __call__(self) -> tuple[Sequence[Erasure], datetime]:
        """Oldest first, and the moment of reading."""

        def body(tx: Transaction) -> tuple[Sequence[Erasure], datetime]:
            return [one for one in tx.forgotten.find_all() if not one.is_over(tx.now)], tx.now

        return await self.database.read(body)


def refuse_to_forget(tx: Transaction, person: Person) -> None:
    """Who can't be forgotten. Raises Refused: OwnPhoneOnly for a till, LastOwner."""
    if tx.people.find_till(person.telegram_id) is not None:
        raise Refused(OwnPhoneOnly())
    staff = tx.people.find_staff(person.telegram_id)
    if staff is not None:
        require_other_owner(tx, staff)


def erase_again(tx: Transaction, one: Returned) -> None:
    """A backup brought somebody back: they are erased under the moment at which they asked for it."""
    if one.customer_id is not None:
        erase(tx, one.customer_id, one.at)
    if one.telegram_id is not None:
        _erase_account(tx, one.telegram_id, one.name, one.at)


def erase(tx: Transaction, customer_id: CustomerId, at: datetime | None = None) -> None:
    """Everything by which this customer could be found is gone; the ledger stays. Again changes nothing.

    `at`: when they asked for it, if not now: a restore erases again, and nobody has asked twice by that.
    """
    customer = tx.people.get_customer(customer_id)
    if customer.former:
        return
    telegram_id = tx.people.find_telegram_id(customer_id)
    _end_what_is_open(tx, customer_id)
    if telegram_id is not None:
        key = tx.installation.get_hash_key()
        identity_hash = hash_identity("telegram", str(telegram_id), key=key)
        asked_at = at or tx.now
        tx.forgotten.keep(
            identity_hash, limits_remember(tx, customer_id), at=asked_at, until=asked_at + HASH_KEPT
        )
    everything = (customer_id, *tx.moves.find_sources(customer_id))  # what was moved here was theirs too
    for one in everything:
        tx.people.erase(one, name=former_name(one, key=tx.installation.get_hash_key()))
        tx.traces.erase_customer(one)
    if telegram_id is not None:
        _erase_account(tx, telegram_id, customer.name, at)
    apart = REDRAWN_APART.total_seconds()
    for one in everything:
        tx.traces.redraw_all(one, at_once=REDRAWN_AT_ONCE, apart_seconds=apart)
    redraw_queue(tx)


def _end_what_is_open(tx: Transaction, customer_id: CustomerId) -> None:
    end_live_code(tx, customer_id, ScanState.VOID)
    for visit_id in tx.visits.find_live_of(customer_id, confirmed_after=judged_at(tx) - ADD_WINDOW):
        end_visit(tx, visit_id)
        end_questions(tx, visit_id)
    tx.rewards.expire_held(customer_id)


def limits_remember(tx: Transaction, customer_id: CustomerId) -> Carried:
    """What limits must know of somebody who goes on as another customer; what they carried goes on."""
    today = day_of(tx.now, tx.programs.get_current().rules)
    before = (tx.people.find_carried(customer_id) or Carried()).of(today.date)
    counted = count_today(tx, customer_id)
    freeze, asked_at = tx.freezes.find_of(customer_id), find_last_asked(tx, customer_id)
    return replace(
        before,
        visits=before.visits + counted.visits,
        overrides=before.overrides + counted.overrides,
        absent=before.absent + tx.scans.count_absent(customer_id, since=today.begins),
        slips=count_slips_today(tx, customer_id),
        old_card=was_carried_over(tx, customer_id),
        frozen=freeze.id if freeze is not None else None,
        joined_before=True,
        last_visit_at=_since(tx.now - AGAIN_WINDOW, counted.last_visit_at or before.last_visit_at),
        last_queued_at=_since(tx.now - APART, asked_at),
        letters_at=tuple(times_written(tx, customer_id)),
    )


def _since(moment: datetime, at: datetime | None) -> datetime | None:
    """Only what a limit may still ask for is kept."""
    return at if at is not None and at > moment else None


def _erase_account(tx: Transaction, telegram_id: TelegramId, name: str, at: datetime | None = None) -> None:
    """Who has no card is on the list for restores too: staff, and whoever came by an invite."""
    if tx.traces.knows(telegram_id):
        identity_hash = hash_identity("telegram", str(telegram_id), key=tx.installation.get_hash_key())
        carried, asked_at = tx.forgotten.find(identity_hash) or Carried(), at or tx.now
        tx.forgotten.keep(identity_hash, carried, at=asked_at, until=asked_at + HASH_KEPT)
    _leave(tx, telegram_id, told_before=at is not None)
    for invite_id in tx.invites.forget(telegram_id):
        tx.deliveries.redraw(invite_id, ScreenKind.INVITE)
    tx.traces.erase_account(telegram_id, mentions=_mentions(telegram_id, name))


def _leave(tx: Transaction, telegram_id: TelegramId, *, told_before: bool) -> None:
    """In a restored backup it may be the last owner: nobody works on without an account."""
    staff = tx.people.find_staff(telegram_id)
    if staff is None:
        return
    end_role(tx, staff, by=staff)
    for owner in () if told_before else tx.people.find_owners():
        key = f"left:{staff.id}:{owner.id}"
        tx.deliveries.add_notice(StaffLeft(staff.name), ChatId(owner.telegram_id), key=key)


def _mentions(telegram_id: TelegramId, name: str) -> Sequence[str]:
    """How an account and a name may stand in an update's text: as they are, or in JSON's codes."""
    words = {word for word in re.findall(r"[^\W\d_]+", name) if len(word) >= _SHORTEST_MENTION}
    forms = {form for word in words | {name} for form in (word, json.dumps(word)[1:-1])}
    return sorted({str(telegram_id), *(form for form in forms if len(form) >= _SHORTEST_MENTION)})
