"""What someone must be told, as facts: a closed union.

Not here: the words (handlers/notices.py renders a notice in a language), and what an operation did for its
customer (receipts.py).
"""

from dataclasses import dataclass
from datetime import date, datetime

from loyalty.closes import DayFigures
from loyalty.flags import FlagKind
from loyalty.people import Role
from loyalty.safekeeping import BackupFault
from loyalty.surveys import NOBODY, Tally


@dataclass(frozen=True, slots=True)
class CardThawed:
    """The card is not frozen any more, for its customer to know."""

    by: str
    """The manager who looked."""


@dataclass(frozen=True, slots=True)
class StaffAccepted:
    """The owner let someone in."""

    role: Role


@dataclass(frozen=True, slots=True)
class StaffRefused:
    """The owner did not let someone in."""


@dataclass(frozen=True, slots=True)
class OwnerAdded:
    """Somebody opened the owner link and is an owner too, for the other owners to know."""

    name: str


@dataclass(frozen=True, slots=True)
class StaffChatLost:
    """The bot is out of the staff chat or mute there; the queue comes to tills and private chats instead."""

    title: str


@dataclass(frozen=True, slots=True)
class StaffChatDeaf:
    """The bot is no longer administrator of the staff chat, and hears only commands there."""

    title: str


@dataclass(frozen=True, slots=True)
class StaffChatHears:
    """The bot is administrator of the staff chat, and hears plain text there."""

    title: str


@dataclass(frozen=True, slots=True)
class ForeignGroup:
    """To a group in which the bot has no business: it leaves soon."""


@dataclass(frozen=True, slots=True)
class BindingAsked:
    """To a group that an owner brought the bot into: is it to be the staff chat?"""


@dataclass(frozen=True, slots=True)
class UpdateGivenUp:
    """A message or tap could not be handled after several tries; the log has the reference."""

    reference: str


@dataclass(frozen=True, slots=True)
class SendingPaused:
    """Telegram asked us to wait; we go on by ourselves."""

    until: datetime
    sent: int = 0
    """Of the campaign that was going out; 0 of 0: none was."""
    total: int = 0


@dataclass(frozen=True, slots=True)
class BackupFailed:
    """No backup could be made today, for the owners to know; the last good ones are kept."""

    fault: BackupFault


@dataclass(frozen=True, slots=True)
class BackupTooBig:
    """The encrypted copy is longer than Telegram takes, so it stays on the machine."""

    megabytes: int
    """The most that can be sent."""


@dataclass(frozen=True, slots=True)
class BackupRestored:
    """The cafe's data was restored from a backup of this day and time of the cafe, for the owners to know."""

    day: date
    time: str


@dataclass(frozen=True, slots=True)
class AnotherBot:
    """The cafe has another bot than before, for the owners to know: what was printed leads to the old one."""


@dataclass(frozen=True, slots=True)
class TextsFaulty:
    """Sentences that the cafe laid over ours and that can't be used, for the owners to mend."""

    lines: str
    """One a line: language, sentence or file, reason."""
    more: int
    """How many more there are."""


@dataclass(frozen=True, slots=True)
class MorningDigest:
    """How yesterday was, what is odd, and how safe the data is; once a morning to each owner."""

    figures: DayFigures
    open_flags: int
    """Things that passed with a flag and that nobody has looked at."""
    backup_age_hours: int | None
    """None: there is no good backup."""
    backup_problem: bool
    """Whether the last backup failed."""
    only_copy_here: bool
    """Whether no copy of these days is anywhere but on this machine."""
    answers: Tally = NOBODY
    """What customers answered yesterday to how likely they are to recommend the cafe."""

    @property
    def all_well(self) -> bool:
        """Whether there is nothing to look at. Where copies lie is a choice of the owner's, and no check."""
        fresh = self.backup_age_hours is not None and self.backup_age_hours < 48
        return fresh and not (self.open_flags or self.backup_problem)


@dataclass(frozen=True, slots=True)
class ManyStampsAnHour:
    """A staff member gave more stamps within an hour than the owner finds usual, for the owners to know."""

    name: str
    bound: int


@dataclass(frozen=True, slots=True)
class LargeBillsAnHour:
    """A staff member gave points for more bills within an hour than is usual, for the owners to know."""

    name: str
    bound: int
    """In minor units."""
    currency: str


@dataclass(frozen=True, slots=True)
class PaperCardRenewed:
    """A staff member has a new print of a paper card that carries something, for the owners to know."""

    by: str
    number: str
    """As it is printed."""
    before: str
    """The number that it replaced; the same when it was only printed anew."""


@dataclass(frozen=True, slots=True)
class QueueLeft:
    """The customer collected by a sale code, and waits in the queue no more; their own code is still good."""


@dataclass(frozen=True, slots=True)
class FlagAsked:
    """A manager asks a staff member about something that passed with a flag."""

    receipt: int
    flag: FlagKind
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class FlagAnswered:
    """What the staff member said who was asked about it, for whoever asked."""

    receipt: int
    by: str
    text: str


@dataclass(frozen=True, slots=True)
class TillAccepted:
    """The owner let an account be a till; it is called this."""

    name: str


@dataclass(frozen=True, slots=True)
class TillRemoved:
    """The account is no till any more."""


@dataclass(frozen=True, slots=True)
class PinGuessed:
    """Somebody's PIN was wrong so often today that it is locked, for them and the owners to know."""

    name: str
    wrong: int
    till: str
    """Where the last try was."""


@dataclass(frozen=True, slots=True)
class RoleChanged:
    """An owner promoted or demoted somebody, for them to know."""

    role: Role


@dataclass(frozen=True, slots=True)
class StaffRemoved:
    """Somebody does not work here any more, for them to know; what is theirs as a customer stays."""


@dataclass(frozen=True, slots=True)
class StaffLeft:
    """Somebody stopped working here by their own wish, for the owners to know."""

    name: str


@dataclass(frozen=True, slots=True)
class PracticeStamped:
    """A staff member gave their first practice stamp ever."""

    role: Role


@dataclass(frozen=True, slots=True)
class AnswerLost:
    """What staff answered to a letter can't reach the customer, who has blocked the bot."""


StaffNotice = (
    StaffAccepted
    | StaffRefused
    | OwnerAdded
    | TillAccepted
    | TillRemoved
    | PinGuessed
    | RoleChanged
    | StaffRemoved
    | StaffLeft
    | PracticeStamped
)
GroupNotice = StaffChatLost | StaffChatDeaf | StaffChatHears | ForeignGroup | BindingAsked
Notice = (
    StaffNotice
    | GroupNotice
    | CardThawed
    | AnswerLost
    | AnotherBot
    | MorningDigest
    | FlagAsked
    | FlagAnswered
    | ManyStampsAnHour
    | LargeBillsAnHour
    | PaperCardRenewed
    | QueueLeft
    | UpdateGivenUp
    | SendingPaused
    | TextsFaulty
    | BackupFailed
    | BackupTooBig
    | BackupRestored
)
"""What is told without being a receipt."""
