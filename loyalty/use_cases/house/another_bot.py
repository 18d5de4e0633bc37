"""Another bot takes over the cafe: cards, people and rules stay, what belonged to the old bot's chats ends.

Not here: who the bot is (bot/app.py asks Telegram).
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from loyalty.campaigns import BY_HAND
from loyalty.ids import ChatId
from loyalty.notices import AnotherBot
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.runs import RunState
from loyalty.use_cases.staff.authority import require_staff
from loyalty.use_cases.visits.queue_places import show_queue

LETTERS_KEPT: Final = timedelta(days=2)
"""Unanswered letters that are this young are shown again; who wrote earlier has given up on an answer."""


@dataclass(frozen=True, slots=True)
class Met:
    """How a bot was met."""

    another: bool
    """Whether the cafe had another one before."""
    put_aside: int = 0
    """Messages and taps to the former bot that nobody will handle any more."""


@dataclass(frozen=True, slots=True)
class MeetBot:
    """The bot has said who it is; to be called before anything that waits is handled or sent."""

    database: Database

    async def __call__(self, bot_id: int) -> Met:
        """The first bot is only remembered. With another one, message and update numbers begin anew: those of
        the former are forgotten, the queue and open questions come as new messages, and the owners are told.
        """
        return await self.database.write(lambda tx: _meet(tx, bot_id))


@dataclass(frozen=True, slots=True)
class SendMissed:
    """Staff press START: a bot can't write to anybody earlier, so what it wanted to say comes now."""

    database: Database

    async def __call__(self, person: Person) -> int:
        """How many messages are on their way. Raises Refused: NotStaff, NobodyOnShift."""

        def body(tx: Transaction) -> int:
            require_staff(tx, person)
            return tx.former_bot.send_missed(ChatId(person.telegram_id))

        return await self.database.write(body)


def _meet(tx: Transaction, bot_id: int) -> Met:
    former = tx.installation.find_bot_id()
    if former == bot_id:
        return Met(another=False)
    tx.installation.keep_bot_id(bot_id)
    if former is None:
        return Met(another=False)
    put_aside = tx.former_bot.forget_numbers()
    _hold_runs(tx)
    tx.former_bot.send_questions_anew(letters_since=tx.now - LETTERS_KEPT)
    if tx.queue.find_waiting():
        show_queue(tx)
    for owner in tx.people.find_owners():
        key = f"another-bot:{tx.now.isoformat()}:owner:{owner.id}"
        tx.deliveries.add_notice(AnotherBot(), ChatId(owner.telegram_id), key=key)
    return Met(another=True, put_aside=put_aside)


def _hold_runs(tx: Transaction) -> None:
    """A bot can't write to who never pressed START: all would be marked as lost. An owner lets a post go on;
    what goes out by itself has no button for that, and comes another day.
    """
    for run in tx.runs.find_live():
        by_hand = tx.campaigns.get(run.campaign_id).kind in BY_HAND
        held = RunState.PAUSED if by_hand else RunState.STOPPED
        if tx.runs.become(run.id, held, of=[RunState.WAITING, RunState.RUNNING]):
            tx.recipients.withdraw(run.id)
