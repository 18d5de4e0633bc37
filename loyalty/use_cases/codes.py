"""Showing a code at the counter.

Not here: what staff do with it (counter.py).
"""

from dataclasses import dataclass
from datetime import datetime

from loyalty import pair_codes, scans, secrets
from loyalty.deliveries import ScreenKind
from loyalty.ids import ChatId, CustomerId, MessageId, RewardId, ScanId
from loyalty.own_words import OwnWords
from loyalty.pair_codes import PairCode
from loyalty.people import Cause, Person
from loyalty.ports import Database, Transaction
from loyalty.refusals import Refused, RewardGone
from loyalty.rewards import Reward, RewardState
from loyalty.scans import ScanState
from loyalty.secrets import SecretSource
from loyalty.use_cases.enrolment import join


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


@dataclass(frozen=True, slots=True)
class ShowCode:
    """Stamp me."""

    database: Database
    secrets: SecretSource

    async def __call__(
        self, person: Person, *, cause: Cause | None, reward_id: RewardId | None = None
    ) -> ShownCode:
        """A fresh code that lives 15 minutes; the one shown before it is void.

        Raises Refused(RewardGone) when the picked reward is not the customer's to have any more.
        """
        secret, source = secrets.new_secret(self.secrets), self.secrets
        return await self.database.write(lambda tx: _show(tx, person, secret, source, cause, reward_id))


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
    """Redraw the customer's messages of a code."""
    tx.deliveries.redraw(scan_id, ScreenKind.CODE, ScreenKind.CODE_PICTURE)


def _show(
    tx: Transaction, person: Person, secret: str, source: SecretSource, cause: Cause | None,
    reward_id: RewardId | None,
) -> ShownCode:  # fmt: skip
    customer = join(tx, person).customer
    picked = _picked(tx, customer.id, reward_id)
    end_live_code(tx, customer.id, ScanState.VOID)
    taken_codes, taken_pairs = tx.scans.live_codes()
    key = tx.installation.get_hash_key()
    typed_code = secrets.new_typed_code(source)
    while secrets.hash_typed_code(typed_code, key=key) in taken_codes:
        typed_code = secrets.new_typed_code(source)
    pair_code = pair_codes.draw(source, taken_pairs)
    expires_at = tx.now + scans.LIFE
    scan_id = tx.scans.add(
        customer.id,
        secret_hash=secrets.hash_secret(secret),
        code_hash=secrets.hash_typed_code(typed_code, key=key),
        pair_code=pair_code,
        reward_id=reward_id,
        cause=cause,
        expires_at=expires_at,
    )
    return ShownCode(scan_id, secret, typed_code, pair_code, expires_at, picked.item if picked else None)


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
