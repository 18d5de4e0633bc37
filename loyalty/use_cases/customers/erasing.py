"""Erasing: everything by which a customer could be found goes, also what is left where their card was before.

Not here: who may ask for it (forgetting.py, paper/forgetting.py), and the rows that it touches (traces.py).
"""

import json
import re
from collections.abc import Sequence
from datetime import datetime

from loyalty.deliveries import ScreenKind
from loyalty.erasures import (
    REDRAWN_APART,
    REDRAWN_AT_ONCE,
    Carried,
    Erasure,
    Returned,
    former_name,
    hash_identity,
)
from loyalty.ids import ChatId, CustomerId, TelegramId
from loyalty.notices import StaffLeft
from loyalty.paper import PaperState
from loyalty.ports import Transaction
from loyalty.scans import ScanState
from loyalty.use_cases.limits.memory import limits_remember
from loyalty.use_cases.staff.leaving import end_role
from loyalty.use_cases.visits.codes import end_live_code
from loyalty.use_cases.visits.ending import end_visit
from loyalty.use_cases.visits.queue_places import redraw_queue
from loyalty.use_cases.visits.record import end_questions, judged_at
from loyalty.visits import ADD_WINDOW

_SHORTEST_MENTION = 3
"""Letters: shorter names are in every text, and blank it for nothing."""


def erase_again(tx: Transaction, one: Returned) -> None:
    """A backup brought somebody back: they are erased under the moment at which they asked for it."""
    if one.customer_id is not None:
        erase(tx, one.customer_id, one.at, account_stays=one.account_stays)
    if one.telegram_id is not None:
        erase_account(tx, one.telegram_id, one.name, one.at)


def erase(
    tx: Transaction, customer_id: CustomerId, at: datetime | None = None, *, account_stays: bool = False
) -> None:
    """Everything by which this customer could be found is gone; the ledger stays. Again changes nothing.

    `at`: when they asked for it, if not now: a restore erases again, and nobody has asked twice by that.
    `account_stays`: the account is not theirs any more, and keeps what is its own.
    """
    customer = tx.people.get_customer(customer_id)
    if customer.former:
        return
    telegram_id = tx.people.find_telegram_id(customer_id)
    _end_what_is_open(tx, customer_id)
    everything = (customer_id, *tx.moves.find_sources(customer_id))  # what was moved here was theirs too
    names = [tx.people.get_customer(one).name for one in everything]
    if telegram_id is not None:
        kind, carried = "card" if account_stays else "telegram", limits_remember(tx, customer_id)
        _remember(tx, kind, telegram_id, carried, at or tx.now)
    for one in everything:
        _end_paper(tx, one, at or tx.now)
        tx.people.erase(one, name=former_name(one, key=tx.installation.get_hash_key()))
        tx.traces.erase_customer(one)
        tx.tickets.end_of(one)
    for one, name in zip(everything, names, strict=True):
        _erase_left(tx, one, name)
        tx.traces.erase_mentions(_mentions(name))
    if telegram_id is not None and not account_stays:
        erase_account(tx, telegram_id, customer.name, at)
    apart = REDRAWN_APART.total_seconds()
    for one in everything:
        tx.traces.redraw_all(one, at_once=REDRAWN_AT_ONCE, apart_seconds=apart)
    redraw_queue(tx)


def erase_account(tx: Transaction, telegram_id: TelegramId, name: str, at: datetime | None = None) -> None:
    """Who has no card is on the list for restores too: staff, and whoever came by an invite."""
    if tx.traces.knows(telegram_id):
        identity_hash = hash_identity("telegram", str(telegram_id), key=tx.installation.get_hash_key())
        left = tx.moves.find_left(identity_hash, before=at)
        before = tx.forgotten.find(identity_hash, since=left.at if left else None)
        carried = before or (left.limits if left else Carried())
        _remember(tx, "telegram", telegram_id, carried, at or tx.now)
    _leave(tx, telegram_id, told_before=at is not None)
    for invite_id in tx.invites.forget(telegram_id):
        tx.deliveries.redraw(invite_id, ScreenKind.INVITE)
    tx.traces.erase_account(telegram_id)
    tx.traces.erase_mentions([str(telegram_id), *_mentions(name)])


def _end_what_is_open(tx: Transaction, customer_id: CustomerId) -> None:
    end_live_code(tx, customer_id, ScanState.VOID)
    for visit_id in tx.visits.find_live_of(customer_id, confirmed_after=judged_at(tx) - ADD_WINDOW):
        end_visit(tx, visit_id)
        end_questions(tx, visit_id)
    tx.rewards.expire_held(customer_id)


def _remember(tx: Transaction, kind: str, telegram_id: TelegramId, carried: Carried, at: datetime) -> None:
    """A hash stays. Whose card left this account before stays too: they have not asked."""
    key = tx.installation.get_hash_key()
    after = _find_after(tx, hash_identity("telegram", str(telegram_id), key=key), at)
    tx.forgotten.keep(Erasure(hash_identity(kind, str(telegram_id), key=key), at, after), carried)


def _find_after(tx: Transaction, account_hash: str, at: datetime) -> datetime | None:
    """The other end of an erasure: an account may be left many times, and what counts is the move before."""
    left = tx.moves.find_left(account_hash, before=at)
    return left.at if left else None


def _end_paper(tx: Transaction, customer_id: CustomerId, at: datetime) -> None:
    """Their paper opens nothing any more, and a backup in which it did must not bring them back."""
    for paper in tx.paper_cards.find_of(customer_id):
        tx.paper_cards.end(paper.id, PaperState.BLOCKED, was=(PaperState.ACTIVE,), by=None)
        number = hash_identity("paper", paper.number, key=tx.installation.get_hash_key())
        tx.forgotten.keep(Erasure(number, at), Carried())


def _erase_left(tx: Transaction, source: CustomerId, name: str) -> None:
    """The account that a card was moved away from: whoever has it since then loses nothing of their own."""
    left = tx.moves.find_left_by(source)
    if left is None:
        return
    tx.moves.forget_left(source)
    after = _find_after(tx, left.identity_hash, left.at)
    if left.telegram_id is not None and _is_somebodys(tx, left.telegram_id):
        card = hash_identity("card", str(left.telegram_id), key=tx.installation.get_hash_key())
        tx.forgotten.keep(Erasure(card, left.at, after), left.limits)
        tx.traces.erase_left(source, left.telegram_id, before=left.at)
        return
    tx.forgotten.keep(Erasure(left.identity_hash, left.at, after), left.limits)
    if left.telegram_id is not None:
        erase_account(tx, left.telegram_id, name, left.at)


def _is_somebodys(tx: Transaction, telegram_id: TelegramId) -> bool:
    known = tx.people.find_acquaintance(telegram_id)
    return (known.staff, known.customer, known.till) != (None, None, None)


def _leave(tx: Transaction, telegram_id: TelegramId, *, told_before: bool) -> None:
    """In a restored backup it may be the last owner: nobody works on without an account."""
    staff = tx.people.find_staff(telegram_id)
    if staff is None:
        return
    end_role(tx, staff, by=staff)
    for owner in () if told_before else tx.people.find_owners():
        key = f"left:{staff.id}:{owner.id}"
        tx.deliveries.add_notice(StaffLeft(staff.name), ChatId(owner.telegram_id), key=key)


def _mentions(name: str) -> Sequence[str]:
    """How a name may stand in an update's text: as it is, or in JSON's codes."""
    words = {word for word in re.findall(r"[^\W\d_]+", name) if len(word) >= _SHORTEST_MENTION}
    forms = {form for word in words | {name} for form in (word, json.dumps(word)[1:-1])}
    return sorted(form for form in forms if len(form) >= _SHORTEST_MENTION)
