"""For whom an owner's post is and when it goes out, while it is a draft.

Not here: what it says (drafts.py) and letting it go (draft_sending.py).
"""

from dataclasses import dataclass, replace
from datetime import datetime

from loyalty.campaigns import BroadcastTerms, Campaign, OwnQuestionTerms, RecurringTerms, Written
from loyalty.ids import CampaignId, SegmentId
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.posting_times import USUAL_HOUR, WantedRhythm, WantedTime, resolve, resolve_rhythm
from loyalty.programs import LONGEST_NAME
from loyalty.refusals import NobodyPicked, NumberOutOfRange, Refused, WordsUnfit
from loyalty.segments import Condition, Segment
from loyalty.use_cases.campaigns.drafts import own_draft, own_post

PERCENT = range(51)
"""Of the recipients, for a pilot and for those who get nothing to compare with."""
TOMORROW = WantedTime(USUAL_HOUR, in_days=1)


@dataclass(frozen=True, slots=True)
class PickCustomers:
    """The owner says for whom a post is."""

    database: Database

    async def only(self, person: Person, campaign_id: CampaignId, segment: Segment) -> None:
        """These, and nobody else. Raises Refused as `own_draft`."""
        await self.database.write(lambda tx: _aim_at(tx, own_draft(tx, person, campaign_id), segment))

    async def add(self, person: Person, campaign_id: CampaignId, condition: Condition) -> None:
        """One condition more, in place of another one of its kind. Raises Refused as `own_draft`."""

        def body(tx: Transaction) -> None:
            draft = own_draft(tx, person, campaign_id)
            _aim_at(tx, draft, with_condition(draft.segment, condition))

        return await self.database.write(body)

    async def toggle(self, person: Person, campaign_id: CampaignId, condition: Condition) -> None:
        """One condition more, or one less; of its kind there is one. Raises Refused as `own_draft`."""

        def body(tx: Transaction) -> None:
            draft = own_draft(tx, person, campaign_id)
            aimed = with_condition(draft.segment, condition)
            if condition in draft.segment:
                aimed = tuple(one for one in draft.segment if one != condition)
            _aim_at(tx, draft, aimed)

        return await self.database.write(body)

    async def take_off(self, person: Person, campaign_id: CampaignId, kind: type[Condition]) -> None:
        """No condition of this kind any more. Raises Refused as `own_draft`."""

        def body(tx: Transaction) -> None:
            draft = own_draft(tx, person, campaign_id)
            _aim_at(tx, draft, tuple(one for one in draft.segment if not isinstance(one, kind)))

        return await self.database.write(body)

    async def everybody(self, person: Person, campaign_id: CampaignId) -> None:
        """Everybody who may get it. Raises Refused as `own_draft`."""
        await self.database.write(
            lambda tx: _aim_at(tx, own_draft(tx, person, campaign_id), (), everybody=True)
        )

    async def saved(self, person: Person, campaign_id: CampaignId, segment_id: SegmentId) -> None:
        """Those of a saved segment; as before when its name is gone. Raises Refused as `own_draft`."""

        def body(tx: Transaction) -> None:
            draft, saved = own_draft(tx, person, campaign_id), tx.segments.find(segment_id)
            if saved is not None:
                _aim_at(tx, draft, saved.segment)

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class SaveSegment:
    """The customers of a draft get a name, for posts to come."""

    database: Database

    async def __call__(self, person: Person, campaign_id: CampaignId, name: str) -> None:
        """Kept, in place of what had that name. Raises Refused as `own_draft`; WordsUnfit, NobodyPicked."""

        def body(tx: Transaction) -> None:
            draft = own_draft(tx, person, campaign_id)
            if not 1 <= len(name) <= LONGEST_NAME:
                raise Refused(WordsUnfit(most=LONGEST_NAME, length=len(name)))
            if not draft.segment:
                raise Refused(NobodyPicked())
            tx.segments.save(name, draft.segment, by=draft.created_by)

        return await self.database.write(body)

    async def forget(self, person: Person, campaign_id: CampaignId, segment_id: SegmentId) -> None:
        """The name goes; posts that are for them stay as they are. Raises Refused as `own_draft`."""

        def body(tx: Transaction) -> None:
            own_draft(tx, person, campaign_id)
            tx.segments.drop(segment_id)

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class TimeDraft:
    """The owner says when a post goes out."""

    database: Database

    async def now(self, person: Person, campaign_id: CampaignId) -> None:
        """As soon as it is let go. Raises Refused as `own_draft`."""
        await self.database.write(lambda tx: _put_once(tx, own_draft(tx, person, campaign_id), None))

    async def once(self, person: Person, campaign_id: CampaignId, wanted: WantedTime) -> None:
        """At that moment. Raises Refused as `own_draft`; TimePast, TimeSkipped, TimeQuiet, TimeUnreadable."""

        def body(tx: Transaction) -> None:
            draft = own_draft(tx, person, campaign_id)
            moment = resolve(wanted, tx.now, tx.programs.get_current().rules)
            if not isinstance(moment, datetime):
                raise Refused(moment)
            _put_once(tx, draft, moment)

        return await self.database.write(body)

    async def again_and_again(self, person: Person, campaign_id: CampaignId, wanted: WantedRhythm) -> None:
        """Each week. Raises Refused as `own_post`; TimePast, TimeSkipped, TimeQuiet, TimeUnreadable."""

        def body(tx: Transaction) -> None:
            draft, before = own_post(tx, person, campaign_id)
            found = resolve_rhythm(wanted, tx.now, tx.programs.get_current().rules)
            if not isinstance(found, WantedRhythm):
                raise Refused(found)
            terms = RecurringTerms(
                found.weekday, found.at.hour, found.at.minute, until=found.until,
                pilot=before.pilot, held_out=before.held_out, everybody=before.everybody,
            )  # fmt: skip
            tx.campaigns.change(draft.id, terms=terms)

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class ShareDraft:
    """Some get a post first, or not at all, so that one sees whether it works."""

    database: Database

    async def __call__(self, person: Person, campaign_id: CampaignId, *, pilot: int, held_out: int) -> None:
        """In per cent. Raises Refused as `own_post`; NumberOutOfRange."""

        def body(tx: Transaction) -> None:
            _, before = own_post(tx, person, campaign_id)
            if pilot not in PERCENT or held_out not in PERCENT:
                raise Refused(NumberOutOfRange(least=PERCENT[0], most=PERCENT[-1]))
            terms = replace(before, pilot=pilot, held_out=held_out)
            tx.campaigns.change(campaign_id, terms=terms)

        return await self.database.write(body)


def with_condition(segment: Segment, condition: Condition) -> Segment:
    """Both must hold; of its kind there is one."""
    return (*(one for one in segment if type(one) is not type(condition)), condition)


def terms_of(draft: Campaign) -> Written:
    """When what an owner wrote goes out; other campaigns have terms of their own."""
    if isinstance(draft.terms, Written):
        return draft.terms
    raise LookupError(f"campaign {draft.id} was written by no owner")


def _aim_at(tx: Transaction, draft: Campaign, segment: Segment, *, everybody: bool = False) -> None:
    tx.campaigns.change(draft.id, terms=replace(terms_of(draft), everybody=everybody), segment=segment)


def _put_once(tx: Transaction, draft: Campaign, at: datetime | None) -> None:
    """Another time; for whom it is, how it is shared or may be answered, stays."""
    before = terms_of(draft)
    if isinstance(before, OwnQuestionTerms):
        tx.campaigns.change(draft.id, terms=replace(before, at=at))
        return
    kept = BroadcastTerms(before.pilot, before.held_out, at, everybody=before.everybody)
    tx.campaigns.change(draft.id, terms=kept)
