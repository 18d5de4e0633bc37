"""A transaction with every noun in it, and the database that runs bodies in transactions.

Not here: the nouns themselves. What all ports promise stands in the package's docstring.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Protocol, TypeVar

from loyalty.ports.another_bot import FormerBot
from loyalty.ports.approvals import Approvals
from loyalty.ports.birthdays import Birthdays
from loyalty.ports.campaigns import Campaigns, Questions, Recipients, Runs, Wishes
from loyalty.ports.chat import Answers, Letters
from loyalty.ports.corrections import Corrections, Freezes
from loyalty.ports.counter import Cards, Scans, Visits
from loyalty.ports.day import Days
from loyalty.ports.flags import Flags
from loyalty.ports.ledger import Ledger, Rewards
from loyalty.ports.messages import Deliveries, Dialogues, Inbox, Screens
from loyalty.ports.outages import Outages
from loyalty.ports.own_answers import OwnAnswers
from loyalty.ports.paper import Moves, PaperCards
from loyalty.ports.people import Installation, Invites, People, Programs, Refusals
from loyalty.ports.privacy import Forgotten, Traces
from loyalty.ports.profile import Profile
from loyalty.ports.queue import Queue, StaffChats
from loyalty.ports.run_results import Results
from loyalty.ports.safekeeping import Backups
from loyalty.ports.sale_codes import SaleCodes
from loyalty.ports.segments import Segments
from loyalty.ports.signs import Signs
from loyalty.ports.spending import Spending
from loyalty.ports.staffing import Departures, Staff, Tills, Work
from loyalty.ports.standing import Standing
from loyalty.ports.surveys import Aspects, Invitations, Praises, Responses
from loyalty.ports.tickets import Tickets
from loyalty.ports.views import Views
from loyalty.ports.voice import Voice
from loyalty.ports.vouchers import Vouchers

T = TypeVar("T")


class Transaction(Protocol):
    """One moment: all reads and writes of a body, committed together or not at all."""

    now: datetime
    installation: Installation
    programs: Programs
    people: People
    staff: Staff
    tills: Tills
    departures: Departures
    work: Work
    cards: Cards
    scans: Scans
    visits: Visits
    ledger: Ledger
    rewards: Rewards
    spending: Spending
    sale_codes: SaleCodes
    vouchers: Vouchers
    approvals: Approvals
    flags: Flags
    invites: Invites
    refusals: Refusals
    deliveries: Deliveries
    screens: Screens
    queue: Queue
    staff_chats: StaffChats
    views: Views
    inbox: Inbox
    dialogues: Dialogues
    corrections: Corrections
    freezes: Freezes
    backups: Backups
    signs: Signs
    standing: Standing
    paper_cards: PaperCards
    moves: Moves
    days: Days
    outages: Outages
    profile: Profile
    answers: Answers
    letters: Letters
    tickets: Tickets
    forgotten: Forgotten
    former_bot: FormerBot
    traces: Traces
    campaigns: Campaigns
    runs: Runs
    recipients: Recipients
    results: Results
    wishes: Wishes
    questions: Questions
    segments: Segments
    birthdays: Birthdays
    invitations: Invitations
    responses: Responses
    aspects: Aspects
    praises: Praises
    voice: Voice
    own_answers: OwnAnswers


class Database(Protocol):
    """Runs bodies in transactions."""

    def write(self, body: Callable[[Transaction], T]) -> Awaitable[T]:
        """Run a body that may write; answered after the COMMIT.

        Raises what the body raised (nothing is kept of it then) or the database's error.
        A caller that is cancelled changes nothing about the outcome.
        """
        ...

    def scrub(self) -> Awaitable[None]:
        """Leave nothing of what was erased, neither in the file nor in what lies beside it."""
        ...

    def read(self, body: Callable[[Transaction], T]) -> Awaitable[T]:
        """Run a body that only reads, on a connection of its own."""
        ...

    def report(self, body: Callable[[Transaction], T]) -> Awaitable[T]:
        """Run a body that only reads and may take long: only other reports wait for it, nobody else."""
        ...
