"""Flags: the owner looks at what passed and asks where it needs asking, and what was asked is answered.

Not here: what is flagged (loyalty/verdicts.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from loyalty.flags import LONGEST_ANSWER, OPEN_TO_WORDS, Flag, FlagState
from loyalty.ids import ChatId, FlagId, MessageId
from loyalty.letters import Writing
from loyalty.notices import FlagAnswered, FlagAsked
from loyalty.people import Person, StaffMember
from loyalty.ports import Database, Transaction
from loyalty.refusals import FlagGone, OwnFlag, Refused, StaffGone
from loyalty.use_cases.staff.authority import is_own, require_manager, require_own_phone


@dataclass(frozen=True, slots=True)
class DecideFlag:
    """Fine, or ask whoever did it."""

    database: Database

    async def __call__(self, person: Person, flag_id: FlagId, *, asked: bool) -> Flag:
        """The flag with its answer; `asked`: whoever gave the stamps is told that they are asked about.

        Nobody answers for what they gave themselves, or what was given to them, but the only owner. The same
        answer again changes nothing. Raises Refused: NotManager, FlagGone, OwnFlag; StaffGone when whoever
        would be asked works here no more.
        """
        return await self.database.write(lambda tx: _decide(tx, person, flag_id, asked))


@dataclass(frozen=True, slots=True)
class FindFlagQuestion:
    """Whether words written in a chat answer a question about a flag, and about which."""

    database: Database

    async def __call__(
        self, person: Person, chat_id: ChatId, *, replied_to: MessageId | None
    ) -> FlagId | None:
        """`replied_to`: the message that the words reply to; None: the newest question without an answer."""

        def body(tx: Transaction) -> FlagId | None:
            if replied_to is not None:
                return tx.flags.find_asked_at(chat_id, replied_to)
            staff = tx.people.find_staff(person.telegram_id)
            asked = tx.flags.find_asked(since=tx.now - OPEN_TO_WORDS)
            return next((one.id for one in reversed(asked) if _waits_for(one, staff)), None)

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class AnswerFlag:
    """Whoever was asked about a flag says how it was."""

    database: Database

    async def __call__(self, person: Person, flag_id: FlagId, writing: Writing) -> Flag:
        """The flag; the words are on their way to who asked, or to the owners if that one is gone.

        Handled twice, a message is passed on once. Raises Refused: NotStaff, OwnPhoneOnly, FlagGone.
        """

        def body(tx: Transaction) -> Flag:
            staff = require_own_phone(tx, person)
            flag = tx.flags.find(flag_id)
            if flag is None or flag.staff_id != staff.id:
                raise Refused(FlagGone())
            tx.flags.note_answered(flag_id)
            answer = FlagAnswered(flag.operation_id, staff.name, writing.text[:LONGEST_ANSWER])
            for reader in _readers(tx, flag):
                key = f"flag-answer:{flag_id}:{writing.message_id}:{reader.id}"
                tx.deliveries.add_notice(answer, ChatId(reader.telegram_id), key=key)
            return flag

        return await self.database.write(body)


def _waits_for(flag: Flag, staff: StaffMember | None) -> bool:
    return staff is not None and flag.staff_id == staff.id and flag.state is FlagState.ASKED


def _readers(tx: Transaction, flag: Flag) -> Sequence[StaffMember]:
    """Who asked; the owners when that one works here no more."""
    asker = tx.staff.find(flag.decided_by) if flag.decided_by is not None else None
    return [asker] if asker is not None else tx.people.find_owners()


def _decide(tx: Transaction, person: Person, flag_id: FlagId, asked: bool) -> Flag:
    manager = require_manager(tx, person)
    flag = tx.flags.find(flag_id)
    state = FlagState.ASKED if asked else FlagState.OK
    if flag is None or flag.state not in (FlagState.OPEN, state):
        raise Refused(FlagGone())
    if _is_own(tx, manager, flag) and tx.people.find_owners() != [manager]:
        raise Refused(OwnFlag())
    if asked and flag.state is FlagState.OPEN and flag.staff_id and tx.staff.find(flag.staff_id) is None:
        raise Refused(StaffGone())
    if tx.flags.decide(flag_id, state, by=manager.id) and asked and flag.staff_id is not None:
        asked_one = tx.people.get_staff(flag.staff_id)
        notice = FlagAsked(flag.operation_id, flag.kind, manager.name, flag.created_at)
        tx.deliveries.add_notice(notice, ChatId(asked_one.telegram_id), key=f"flag:{flag_id}")
    decided = tx.flags.find(flag_id)
    return decided or flag


def _is_own(tx: Transaction, manager: StaffMember, flag: Flag) -> bool:
    """Whether they gave it themselves, or got it."""
    if flag.staff_id == manager.id:
        return True
    return flag.customer_id is not None and is_own(tx, manager.telegram_id, flag.customer_id)
