"""A transaction body's view of the database: every noun, one moment.

Not here: BEGIN and COMMIT (group_commit.py).
"""

import sqlite3
from datetime import UTC, datetime

from loyalty.ports import Transaction
from storage.cards import StoredCards
from storage.deliveries import StoredDeliveries
from storage.inbox import StoredDialogues, StoredInbox
from storage.installation import StoredInstallation
from storage.invites import StoredInvites
from storage.ledger import StoredLedger
from storage.people import StoredPeople
from storage.programs import StoredPrograms
from storage.refusals import StoredRefusals
from storage.rewards import StoredRewards
from storage.rows import Rows
from storage.scans import StoredScans
from storage.views import StoredViews
from storage.visits import StoredVisits


class StoredTransaction(Transaction):
    """The nouns over one connection; made once per connection, entered anew for each body."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.rows = rows = Rows(connection, datetime.fromtimestamp(0, UTC))
        dialogues = StoredDialogues(rows)
        people = StoredPeople(rows)
        self.now = rows.now
        self.installation = StoredInstallation(rows)
        self.programs = StoredPrograms(rows)
        self.people = people
        self.cards = StoredCards(rows)
        self.scans = StoredScans(rows)
        self.visits = StoredVisits(rows)
        self.ledger = StoredLedger(rows)
        self.rewards = StoredRewards(rows)
        self.invites = StoredInvites(rows)
        self.refusals = StoredRefusals(rows)
        self.deliveries = StoredDeliveries(rows, people)
        self.inbox = StoredInbox(rows, dialogues)
        self.dialogues = dialogues
        self.views = StoredViews(
            rows,
            people=people,
            programs=self.programs,
            cards=self.cards,
            scans=self.scans,
            visits=self.visits,
            ledger=self.ledger,
            rewards=self.rewards,
        )

    def at(self, now: datetime) -> "StoredTransaction":
        """The same view at the moment of the next body."""
        self.now = self.rows.now = now
        return self
