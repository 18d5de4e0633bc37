"""What the use cases need of a database, one small protocol per noun.

Not here: SQL. Adapters inherit explicitly, so that mypy names a missing method.
Every method runs inside a transaction body: plain, synchronous, without waiting for the network.
`get_` raises LookupError when the row is missing (a bug); `find_` may answer None.
"""

from loyalty.ports.another_bot import FormerBot
from loyalty.ports.approvals import Approvals
from loyalty.ports.birthdays import Birthdays
from loyalty.ports.campaigns import (
    Campaigns,
    Questions,
    Recipients,
    Runs,
    Wishes,
)
from loyalty.ports.chat import Answers, Letters
from loyalty.ports.corrections import Corrections, Freezes
from loyalty.ports.counter import Cards, Scans, Visits
from loyalty.ports.database import Database, Transaction
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
from loyalty.ports.segments import Audience, Segments
from loyalty.ports.signs import Signs
from loyalty.ports.spending import Spending
from loyalty.ports.staffing import Departures, Staff, Tills, Work
from loyalty.ports.standing import Attendance, Ending, Standing
from loyalty.ports.surveys import Aspects, Invitations, Praises, Responses, Rests
from loyalty.ports.tickets import Tickets
from loyalty.ports.views import Views
from loyalty.ports.voice import Voice
from loyalty.ports.vouchers import Vouchers

__all__ = [
    "Answers",
    "Approvals",
    "Aspects",
    "Attendance",
    "Audience",
    "Backups",
    "Birthdays",
    "Campaigns",
    "Cards",
    "Corrections",
    "Database",
    "Days",
    "Deliveries",
    "Departures",
    "Dialogues",
    "Ending",
    "Flags",
    "Forgotten",
    "FormerBot",
    "Freezes",
    "Inbox",
    "Installation",
    "Invitations",
    "Invites",
    "Ledger",
    "Letters",
    "Moves",
    "Outages",
    "OwnAnswers",
    "PaperCards",
    "People",
    "Praises",
    "Profile",
    "Programs",
    "Questions",
    "Queue",
    "Recipients",
    "Refusals",
    "Responses",
    "Rests",
    "Results",
    "Rewards",
    "Runs",
    "SaleCodes",
    "Scans",
    "Screens",
    "Segments",
    "Signs",
    "Spending",
    "Staff",
    "StaffChats",
    "Standing",
    "Tickets",
    "Tills",
    "Traces",
    "Transaction",
    "Views",
    "Visits",
    "Voice",
    "Vouchers",
    "Wishes",
    "Work",
]
