"""What the use cases need of a database, one small protocol per noun.

Not here: SQL. Adapters inherit explicitly, so that mypy names a missing method.
Every method runs inside a transaction body: plain, synchronous, without waiting for the network.
`get_` raises LookupError when the row is missing (a bug); `find_` may answer None.
"""

from loyalty.ports.counter import Cards, Ledger, Rewards, Scans, Views, Visits
from loyalty.ports.database import Database, Transaction
from loyalty.ports.messages import Deliveries, Dialogues, Inbox
from loyalty.ports.people import Installation, Invites, People, Programs, Refusals

__all__ = [
    "Cards",
    "Database",
    "Deliveries",
    "Dialogues",
    "Inbox",
    "Installation",
    "Invites",
    "Ledger",
    "People",
    "Programs",
    "Refusals",
    "Rewards",
    "Scans",
    "Transaction",
    "Views",
    "Visits",
]
