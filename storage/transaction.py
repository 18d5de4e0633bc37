"""A transaction body's view of the database: every noun, one moment.

Not here: BEGIN and COMMIT (group_commit.py, postgres.py).
"""

from datetime import UTC, datetime

from loyalty.ports import Transaction
from storage.another_bot import StoredFormerBot
from storage.answers import StoredAnswers
from storage.approvals import StoredApprovals
from storage.aspects import StoredAspects
from storage.backups import StoredBackups
from storage.birthdays import StoredBirthdays
from storage.campaigns import StoredCampaigns
from storage.cards import StoredCards
from storage.corrections import StoredCorrections
from storage.days import StoredDays
from storage.deliveries import StoredDeliveries
from storage.departures import StoredDepartures
from storage.flags import StoredFlags
from storage.forgotten import StoredForgotten
from storage.freezes import StoredFreezes
from storage.inbox import StoredDialogues, StoredInbox
from storage.installation import StoredInstallation
from storage.invitations import StoredInvitations
from storage.invites import StoredInvites
from storage.ledger import StoredLedger
from storage.letters import StoredLetters
from storage.moves import StoredMoves
from storage.outages import StoredOutages
from storage.own_answers import StoredOwnAnswers
from storage.paper_cards import StoredPaperCards
from storage.people import StoredPeople
from storage.profile import StoredProfile
from storage.programs import StoredPrograms
from storage.questions import StoredQuestions
from storage.queue import StoredQueue
from storage.recipients import StoredRecipients
from storage.refusals import StoredRefusals
from storage.responses import StoredPraises, StoredResponses
from storage.rewards import StoredRewards
from storage.rows import Connection, Rows
from storage.run_results import StoredResults
from storage.runs import StoredRuns
from storage.sale_codes import StoredSaleCodes
from storage.scans import StoredScans
from storage.screens import StoredScreens
from storage.segments import StoredSegments
from storage.signs import StoredSigns
from storage.spending import StoredSpending
from storage.staff import StoredStaff
from storage.staff_chats import StoredStaffChats
from storage.standing import StoredStanding
from storage.tickets import StoredTickets
from storage.tills import StoredTills
from storage.traces import StoredTraces
from storage.views import StoredViews
from storage.visits import StoredVisits
from storage.voice import StoredVoice
from storage.vouchers import StoredVouchers
from storage.wishes import StoredWishes
from storage.work import StoredWork


class StoredTransaction(Transaction):
    """The nouns over one connection; made once per connection, entered anew for each body."""

    def __init__(self, connection: Connection) -> None:
        self.rows = rows = Rows(connection, datetime.fromtimestamp(0, UTC))
        dialogues = StoredDialogues(rows)
        people = StoredPeople(rows)
        self.now = rows.now
        self.installation = StoredInstallation(rows)
        self.programs = StoredPrograms(rows)
        self.people = people
        self.staff = StoredStaff(rows)
        self.tills = StoredTills(rows)
        self.work = StoredWork(rows)
        self.departures = StoredDepartures(rows, people)
        self.cards = StoredCards(rows)
        self.scans = StoredScans(rows)
        self.visits = StoredVisits(rows)
        self.ledger = StoredLedger(rows)
        self.rewards = StoredRewards(rows)
        self.spending = StoredSpending(rows, self.programs)
        self.sale_codes = StoredSaleCodes(rows, self.programs)
        self.vouchers = StoredVouchers(rows)
        self.approvals = StoredApprovals(rows)
        self.flags = StoredFlags(rows)
        self.invites = StoredInvites(rows)
        self.signs = StoredSigns(rows)
        self.standing = StoredStanding(rows)
        self.paper_cards = StoredPaperCards(rows)
        self.moves = StoredMoves(rows)
        self.refusals = StoredRefusals(rows)
        self.campaigns = StoredCampaigns(rows)
        self.runs = StoredRuns(rows)
        self.recipients = StoredRecipients(rows, people)
        self.results = StoredResults(rows)
        self.wishes = StoredWishes(rows)
        self.questions = StoredQuestions(rows)
        self.segments = StoredSegments(rows, self.programs)
        self.birthdays = StoredBirthdays(rows)
        self.invitations = StoredInvitations(rows)
        self.responses = StoredResponses(rows)
        self.aspects = StoredAspects(rows)
        self.praises = StoredPraises(rows)
        self.voice = StoredVoice(rows)
        self.own_answers = StoredOwnAnswers(rows)
        self.deliveries = StoredDeliveries(rows, people, self.recipients)
        self.screens = StoredScreens(rows)
        self.queue = StoredQueue(rows)
        self.staff_chats = StoredStaffChats(rows)
        self.inbox = StoredInbox(rows, dialogues)
        self.dialogues = dialogues
        self.corrections = StoredCorrections(rows)
        self.freezes = StoredFreezes(rows, people)
        self.backups = StoredBackups(rows)
        self.days = StoredDays(rows, self.programs)
        self.outages = StoredOutages(rows)
        self.profile = StoredProfile(rows)
        self.answers = StoredAnswers(rows)
        self.letters = StoredLetters(rows)
        self.tickets = StoredTickets(rows)
        self.forgotten = StoredForgotten(rows)
        self.former_bot = StoredFormerBot(rows)
        self.traces = StoredTraces(rows)
        self.views = StoredViews(
            rows,
            people=people,
            programs=self.programs,
            cards=self.cards,
            scans=self.scans,
            visits=self.visits,
            ledger=self.ledger,
            rewards=self.rewards,
            spending=self.spending,
            approvals=self.approvals,
            outages=self.outages,
            paper_cards=self.paper_cards,
        )

    def at(self, now: datetime) -> "StoredTransaction":
        """The same view at the moment of the next body."""
        self.now = self.rows.now = now
        self.ledger.written = []
        return self
