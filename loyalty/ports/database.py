"""A transaction with every noun in it, and the database that runs bodies in transactions.

Not here: the nouns themselves. What all ports promise stands in the package's docstring.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Protocol, TypeVar

from loyalty.ports.counter import Cards, Ledger, Rewards, Scans, Views, Visits
from loyalty.ports.messages import Deliveries, Dialogues, Inbox
from loyalty.ports.people import Installation, Invites, People, Programs, Refusals

T = TypeVar("T")


class Transaction(Protocol):
    """One moment: all reads and writes of a body, committed together or not at all."""

    now: datetime
    installation: Installation
    programs: Programs
    people: People
    cards: Cards
    scans: Scans
    visits: Visits
    ledger: Ledger
    rewards: Rewards
    invites: Invites
    refusals: Refusals
    deliveries: Deliveries
    views: Views
    inbox: Inbox
    dialogues: Dialogues


class Database(Protocol):
    """Runs bodies in transactions."""

    def write(self, body: Callable[[Transaction], T]) -> Awaitable[T]:
        """Run a body that may write; answered after the COMMIT.

        Raises what the body raised (nothing is kept of it then) or the database's error.
        A caller that is cancelled changes nothing about the outcome.
        """
        ...

    def read(self, body: Callable[[Transaction], T]) -> Awaitable[T]:
        """Run a body that only reads, on a connection of its own."""
        ...
