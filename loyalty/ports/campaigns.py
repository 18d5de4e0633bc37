"""Campaigns, their runs and recipients; what customers let us send, and what they were asked.

Not here: the messages (messages.py). What all ports promise stands in the package's docstring.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Protocol

from loyalty.campaigns import Campaign, CampaignKind, CampaignState, Post, PostOffer, Terms
from loyalty.ids import CampaignId, CustomerId, OperationId, QuestionId, RecipientId, RunId, StaffId
from loyalty.people import Cause
from loyalty.questions import AskedBefore, Question, QuestionKind, QuestionState
from loyalty.runs import Recipient, RecipientState, Run, RunCounts, RunState
from loyalty.segments import Segment
from loyalty.wishes import ConsentText, Purpose, Wish, WishState


class Campaigns(Protocol):
    """Message plans, with what they say."""

    def add(self, terms: Terms, *, by: StaffId, cause: Cause | None = None) -> CampaignId:
        """A new draft; one for each message that caused it."""
        ...

    def get(self, campaign_id: CampaignId) -> Campaign:
        """A campaign by id."""
        ...

    def find(self, campaign_id: CampaignId) -> Campaign | None:
        """A campaign by an id that a person sent."""
        ...

    def find_caused_by(self, cause: Cause) -> Campaign | None:
        """What this message wrote before, for a replay."""
        ...

    def find_draft(self, staff_id: StaffId, *, question: bool = False) -> Campaign | None:
        """The post that somebody is writing, or the question: their newest draft."""
        ...

    def find_last_question(self) -> Campaign | None:
        """The owner's own question that was let go last."""
        ...

    def find_on(self, kind: CampaignKind) -> Sequence[Campaign]:
        """Those of a kind that are on, oldest first; at most one, save recurring ones."""
        ...

    def find_latest(self, *, most: int) -> Sequence[Campaign]:
        """Broadcasts and recurring ones that are no draft any more, newest first."""
        ...

    def find_standing(self, kind: CampaignKind) -> Campaign | None:
        """The one campaign of a kind that goes out by itself, whatever its state; None: never looked at.

        Raises ValueError for a kind that goes out by its owner's hand: of those there are many.
        """
        ...

    def keep_post(self, campaign_id: CampaignId, post: Post) -> None:
        """Write one language's version, in place of what it was."""
        ...

    def drop_post(self, campaign_id: CampaignId, language: str) -> None:
        """One language's version goes."""
        ...

    def change(
        self, campaign_id: CampaignId, *, terms: Terms | None = None, segment: Segment | None = None,
    ) -> None:  # fmt: skip
        """When it goes out, and for whom; None leaves it as it is."""
        ...

    def attach(self, campaign_id: CampaignId, offer: PostOffer | None) -> None:
        """What can be taken from it; None: nothing."""
        ...

    def become(
        self, campaign_id: CampaignId, state: CampaignState, *, by: StaffId | None, read: int | None = None
    ) -> bool:
        """Take it to another state; False when it was there already. On: `by` has read its words, which
        `read` tells from others.
        """
        ...


class Runs(Protocol):
    """The times that campaigns go out."""

    def add(
        self, campaign_id: CampaignId, occurrence: str, *, run_at: datetime, stale_at: datetime,
        by: StaffId | None,
    ) -> RunId | None:  # fmt: skip
        """A new waiting run; None when this time is known already."""
        ...

    def find_time(self, campaign_id: CampaignId, occurrence: str) -> Run | None:
        """The run of this time."""
        ...

    def is_known(self, campaign_id: CampaignId, occurrence: str) -> bool:
        """Whether there is a run of this time."""
        ...

    def find_before(self, campaign_id: CampaignId, occurrence: str) -> str | None:
        """The time before this one, of a campaign whose times have names in their order; None: the first."""
        ...

    def get(self, run_id: RunId) -> Run:
        """A run by id."""
        ...

    def find(self, run_id: RunId) -> Run | None:
        """A run by an id that a person sent."""
        ...

    def find_of(self, campaign_id: CampaignId, *, most: int) -> Sequence[Run]:
        """The runs of a campaign, newest first."""
        ...

    def find_live(self) -> Sequence[Run]:
        """Those that wait, run or are paused, oldest first."""
        ...

    def become(
        self, run_id: RunId, state: RunState, *, of: Sequence[RunState], by: StaffId | None = None
    ) -> bool:
        """Take it from one of these states to another; False when it is in none of them."""
        ...

    def note_frozen(self, run_id: RunId, *, upto: CustomerId | None, eligible: int) -> None:
        """Customers up to this one were looked at, and so many more may get it; None: all its recipients are
        rows.
        """
        ...

    def hold_for_pilot(self, run_id: RunId, until: datetime | None) -> None:
        """The rest waits until then; None: it may go."""
        ...

    def take_back(self, run_id: RunId, *, by: StaffId) -> bool:
        """A run that waits was not meant: its time of the campaign is free again; False: it is further on."""
        ...

    def take_offer(self, run_id: RunId, *, limit: int) -> bool:
        """Count one more that was taken of its offer; False when so many were before. 0: no limit."""
        ...

    def count(self, run_id: RunId) -> RunCounts:
        """What became of its recipients so far."""
        ...

    def sent_lately(self, run_id: RunId) -> tuple[int, timedelta] | None:
        """How many of the last messages went out within how long; None: too few to tell."""
        ...


class Recipients(Protocol):
    """The customers of a run, each once."""

    def add(
        self, run: Run, customer_id: CustomerId, *, occurrence: str,
        state: RecipientState = RecipientState.WAITING, pilot: bool = False, reason: str = "",
        operation_id: OperationId | None = None, facts: str = "{}",
    ) -> RecipientId | None:  # fmt: skip
        """Freeze one; None when this customer had this time of the campaign already."""
        ...

    def get(self, recipient_id: RecipientId) -> Recipient:
        """A recipient by id."""
        ...

    def find(self, recipient_id: RecipientId) -> Recipient | None:
        """A recipient by an id that a person sent."""
        ...

    def find_waiting(self, run_id: RunId, *, pilot_only: bool, most: int) -> Sequence[Recipient]:
        """Who is next, the pilot first."""
        ...

    def count_queued(self, run_id: RunId) -> int:
        """How many have a delivery under way."""
        ...

    def is_pilot_out(self, run_id: RunId) -> bool:
        """Whether nobody of the pilot waits any more, or is under way."""
        ...

    def queue(self, recipient: Recipient, *, language: str, silent: bool = False) -> None:
        """Hand a message to the sender, once: its key is the campaign, the customer and which time."""
        ...

    def skip(self, recipient_id: RecipientId, reason: str) -> None:
        """Gets nothing, for this reason."""
        ...

    def withdraw(self, run_id: RunId) -> int:
        """What is not on its way yet waits again; answers how many."""
        ...

    def give_up_stopped(self, campaign_id: CampaignId, reason: str) -> None:
        """Who waits in a run that was stopped, and whose hour is long past, gets nothing of it; their time is
        free for the next run.
        """
        ...

    def pass_on(self, source: CustomerId, target: CustomerId, reason: str) -> None:
        """The source's card came onto the target's: what was not on its way to the one waits for the other,
        save what that one has too.
        """
        ...

    def find_time(
        self, campaign_id: CampaignId, customer_id: CustomerId, occurrence: str
    ) -> Recipient | None:
        """This time of the campaign for this customer."""
        ...

    def was_told(self, campaign_id: CampaignId, customer_id: CustomerId, what: str) -> bool:
        """Whether this customer had a time of the campaign whose name begins so, and that stands."""
        ...

    def tell_on(self, recipient_id: RecipientId, operation_id: OperationId) -> bool:
        """One that waits goes out with this operation's receipt; False when it is on its way already."""
        ...

    def undo(self, recipient_id: RecipientId) -> None:
        """What it told is undone: it may be told once more, for another reason."""
        ...

    def find_told_on(self, operation_id: OperationId) -> Sequence[Recipient]:
        """What is told on this operation's receipt."""
        ...

    def was_sent(self, campaign_id: CampaignId, customer_id: CustomerId, occurrence: str) -> bool:
        """Whether this time of the campaign arrived at this customer."""
        ...

    def note_muted(self, recipient_id: RecipientId) -> None:
        """The button in this message was tapped that mutes its purpose; the first time counts."""
        ...

    def last_sent(self, customer_id: CustomerId, kind: CampaignKind) -> datetime | None:
        """When a message of this kind last went to a customer, for cool-downs."""
        ...

    def had(
        self, campaign_id: CampaignId, customer_id: CustomerId, occurrence: str, *, since: datetime
    ) -> bool:
        """Whether this customer had this time of the campaign. A card that came onto theirs may have had one
        of the same name that was another: of it counts what was written from `since` on.
        """
        ...


class Wishes(Protocol):
    """What customers let us send."""

    def find_of(self, customer_id: CustomerId) -> Sequence[Wish]:
        """What a customer has said, in the order of the purposes."""
        ...

    def keep(self, customer_id: CustomerId, purpose: Purpose, state: WishState, text: ConsentText) -> None:
        """Write what a customer says now, and a record of it."""
        ...

    def put(self, customer_id: CustomerId, wish: Wish) -> None:
        """What was said on another card that is this customer's now; its record stands with that one."""
        ...

    def posts_since(
        self, customer_id: CustomerId, since: datetime, *, besides: RecipientId | None = None
    ) -> Sequence[datetime]:
        """When messages that count towards the cap went to a customer since then; those on their way: now.

        `besides`: one of them that is not counted.
        """
        ...


class Questions(Protocol):
    """What customers are asked under a receipt."""

    def ask(
        self, customer_id: CustomerId, kind: QuestionKind, *, day: date, operation_id: OperationId | None
    ) -> QuestionId | None:
        """Ask; None when something was asked on this day already, also on a card that came onto theirs."""
        ...

    def find(self, question_id: QuestionId) -> Question | None:
        """A question by an id that a person sent."""
        ...

    def take_back(self, question_id: QuestionId) -> None:
        """It was not asked after all; nothing refers to it any more."""
        ...

    def find_under(self, operation_id: OperationId) -> Question | None:
        """What stands under this operation's receipt."""
        ...

    def find_asked(self, customer_id: CustomerId, asked_at: datetime) -> QuestionId | None:
        """What was asked at this very moment, on whichever card came onto theirs."""
        ...

    def find_before(self, customer_id: CustomerId) -> AskedBefore:
        """What decides whether a customer is asked something now."""
        ...

    def settle(self, question_id: QuestionId, state: QuestionState) -> bool:
        """It was answered or skipped; False when it was before."""
        ...
