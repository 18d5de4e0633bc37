"""The owner's standing campaigns: their words, their rewards, and switching them on once the words were read.

Not here: their timing (standing_timing.py), when they go out (planners/) and what the page looks like
(handlers).
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from loyalty.campaigns import Campaign, CampaignKind, CampaignState, Post, PostOffer
from loyalty.ids import CampaignId, StaffId
from loyalty.own_words import OwnWords
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.programs import Rules
from loyalty.refusals import Refused, WordsChanged, WordsUnfit
from loyalty.runs import RunState
from loyalty.standing import FIRST_DAYS, FIRST_TERMS, LONGEST_ITEM, LONGEST_WORDS, StandingResults
from loyalty.use_cases.campaigns.overtaking import LATE
from loyalty.use_cases.staff.authority import require_owner


class Switched(StrEnum):
    """Whether something that goes out by itself does so."""

    ON = "yes"
    AGAIN = "again"
    """Off: it says or brings something else than what was read when it was switched on."""
    OFF = "no"


@dataclass(frozen=True, slots=True)
class StandingView:
    """One standing campaign, as its owner reads it."""

    campaign: Campaign
    results: StandingResults
    rules: Rules
    reminds: bool
    """Whether reminders are on: what they don't warn of does not expire."""

    @property
    def languages(self) -> tuple[str, ...]:
        """In which it is said: the cafe's own first, then all others that customers may be reading."""
        return tuple(
            dict.fromkeys((*languages_of(self.rules), *(post.language for post in self.campaign.posts)))
        )

    @property
    def words(self) -> int:
        """What tells these words, with what they bring, from others that were read."""
        return _words_of(self.campaign)

    @property
    def switch(self) -> Switched:
        """Whether it is on."""
        return _switch_of(self.campaign)

    @property
    def to_read_again(self) -> bool:
        """Whether it was on, and says or brings something else since."""
        return self.switch is Switched.AGAIN


@dataclass(frozen=True, slots=True)
class ReadStanding:
    """All that goes out by itself."""

    database: Database

    async def __call__(self, person: Person) -> Mapping[CampaignKind, Switched]:
        """Each kind; one that nobody has looked at is off. Raises Refused(NotOwner)."""

        def body(tx: Transaction) -> Mapping[CampaignKind, Switched]:
            require_owner(tx, person)
            found = {kind: tx.campaigns.find_standing(kind) for kind in FIRST_TERMS}
            return {kind: _switch_of(one) if one else Switched.OFF for kind, one in found.items()}

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class OpenStanding:
    """One of them, with its words as they are, or as we would say it."""

    database: Database

    async def __call__(self, person: Person, kind: CampaignKind, usual: Mapping[str, str]) -> StandingView:
        """`usual`: our words in every language, as HTML; they stand where the owner has written none.

        Raises Refused(NotOwner).
        """
        await self.database.write(lambda tx: _prefill(tx, require_owner(tx, person).id, kind, usual))
        return await self.database.report(lambda tx: view_of(tx, kind))


@dataclass(frozen=True, slots=True)
class KeepStandingWords:
    """The owner writes what it says, in one language."""

    database: Database

    async def __call__(
        self, person: Person, kind: CampaignKind, language: str, text: str, *, length: int
    ) -> StandingView:
        """`text` is HTML as it was formatted, `length` its letters. Other words are off until they were read.

        Raises Refused: NotOwner, WordsUnfit.
        """

        def body(tx: Transaction) -> None:
            owner_id = require_owner(tx, person).id
            campaign = open_standing(tx, owner_id, kind)
            if not 1 <= length <= LONGEST_WORDS:
                raise Refused(WordsUnfit(most=LONGEST_WORDS, length=length))
            if any(post.language == language and post.text == text for post in campaign.posts):
                return
            tx.campaigns.keep_post(campaign.id, Post(language, text))
            switch_off(tx, campaign.id, owner_id)

        await self.database.write(body)
        return await self.database.report(lambda tx: view_of(tx, kind))


@dataclass(frozen=True, slots=True)
class TakeUsualWords:
    """The owner's own words go, and ours stand in their place."""

    database: Database

    async def __call__(self, person: Person, kind: CampaignKind, usual: Mapping[str, str]) -> StandingView:
        """`usual`: our words in every language, as HTML. Off until they were read.

        Raises Refused(NotOwner).
        """

        def body(tx: Transaction) -> None:
            owner_id = require_owner(tx, person).id
            campaign = open_standing(tx, owner_id, kind)
            written = {post.language: post.text for post in campaign.posts}
            if written == usual:
                return
            for language in written.keys() - usual.keys():
                tx.campaigns.drop_post(campaign.id, language)
            for language, words in usual.items():
                tx.campaigns.keep_post(campaign.id, Post(language, words))
            switch_off(tx, campaign.id, owner_id)

        await self.database.write(body)
        return await self.database.report(lambda tx: view_of(tx, kind))


@dataclass(frozen=True, slots=True)
class ChooseStandingReward:
    """What comes with it: nothing, what a full card gives, or something else."""

    database: Database

    async def __call__(
        self, person: Person, kind: CampaignKind, *, item: OwnWords | None = None, usual: bool = False
    ) -> StandingView:
        """`usual`: what a full card gives; otherwise `item`, None: nothing. Off until that was read.

        Raises Refused(NotOwner).
        """

        def body(tx: Transaction) -> None:
            owner_id = require_owner(tx, person).id
            campaign = open_standing(tx, owner_id, kind)
            wanted = tx.programs.get_current().rules.item if usual else item
            days = campaign.offer.days if campaign.offer else FIRST_DAYS[kind]
            _bring(tx, campaign, None if wanted is None else PostOffer(wanted, days), owner_id)

        await self.database.write(body)
        return await self.database.report(lambda tx: view_of(tx, kind))


@dataclass(frozen=True, slots=True)
class NameStandingReward:
    """Something else comes with it, in the owner's words, language by language."""

    database: Database

    async def __call__(self, person: Person, kind: CampaignKind, language: str, text: str) -> StandingView:
        """In the cafe's main language it begins anew; another one adds to it. Off until that was read.

        Raises Refused: NotOwner, WordsUnfit.
        """

        def body(tx: Transaction) -> None:
            owner_id = require_owner(tx, person).id
            campaign, rules = open_standing(tx, owner_id, kind), tx.programs.get_current().rules
            if not 1 <= len(text) <= LONGEST_ITEM:
                raise Refused(WordsUnfit(most=LONGEST_ITEM, length=len(text)))
            said: dict[str, str] = {}
            if campaign.offer is not None and language != rules.language:
                said = dict(campaign.offer.item.by_language)
            days = campaign.offer.days if campaign.offer else FIRST_DAYS[kind]
            _bring(tx, campaign, PostOffer(OwnWords.of({**said, language: text}), days), owner_id)

        await self.database.write(body)
        return await self.database.report(lambda tx: view_of(tx, kind))


@dataclass(frozen=True, slots=True)
class SetStandingDays:
    """How long its reward can be had."""

    database: Database

    async def __call__(self, person: Person, kind: CampaignKind, days: int) -> StandingView:
        """So many days after the day on which it came; off until that was read. Raises Refused(NotOwner)."""

        def body(tx: Transaction) -> None:
            owner_id = require_owner(tx, person).id
            campaign = open_standing(tx, owner_id, kind)
            if campaign.offer is not None:
                _bring(tx, campaign, replace(campaign.offer, days=days), owner_id)

        await self.database.write(body)
        return await self.database.report(lambda tx: view_of(tx, kind))


@dataclass(frozen=True, slots=True)
class SwitchStanding:
    """On, once its words were read; off at any time."""

    database: Database

    async def __call__(self, person: Person, kind: CampaignKind, *, on: bool, read: int = 0) -> StandingView:
        """`read`: the words that the owner saw, as StandingView.words names them.

        Raises Refused: NotOwner; WordsChanged for words that somebody has changed since.
        """

        def body(tx: Transaction) -> None:
            owner = require_owner(tx, person)
            campaign = open_standing(tx, owner.id, kind)
            if on and view_of(tx, kind).words != read:
                raise Refused(WordsChanged())
            if on:
                tx.campaigns.become(campaign.id, CampaignState.ON, by=owner.id, read=read)
                _take_up(tx, campaign.id, owner.id)
            else:
                switch_off(tx, campaign.id, owner.id)

        await self.database.write(body)
        return await self.database.report(lambda tx: view_of(tx, kind))


def _switch_of(campaign: Campaign) -> Switched:
    if campaign.state is CampaignState.ON:
        return Switched.ON
    changed = campaign.approved_at is not None and _words_of(campaign) != campaign.read_words
    return Switched.AGAIN if changed else Switched.OFF


def _words_of(campaign: Campaign) -> int:
    said = [(post.language, post.text) for post in campaign.posts]
    return int.from_bytes(hashlib.sha256(repr((said, campaign.offer)).encode()).digest()[:4])


def languages_of(rules: Rules) -> tuple[str, ...]:
    """In which the cafe speaks: its main language first."""
    return (rules.language, *([rules.second_language] if rules.second_language else []))


def _prefill(tx: Transaction, owner_id: StaffId, kind: CampaignKind, usual: Mapping[str, str]) -> None:
    """In every language that we speak: nobody is greeted in one that the rest of their chat is not in."""
    campaign = open_standing(tx, owner_id, kind)
    written = {post.language for post in campaign.posts}
    for language, words in usual.items():
        if language not in written:
            tx.campaigns.keep_post(campaign.id, Post(language, words))


def open_standing(tx: Transaction, owner_id: StaffId, kind: CampaignKind) -> Campaign:
    """The one of this kind; it begins as off, without words."""
    known = tx.campaigns.find_standing(kind)
    if known is not None:
        return known
    campaign_id = tx.campaigns.add(FIRST_TERMS[kind], by=owner_id)
    tx.campaigns.become(campaign_id, CampaignState.OFF, by=owner_id)
    return tx.campaigns.get(campaign_id)


def _bring(tx: Transaction, campaign: Campaign, offer: PostOffer | None, owner_id: StaffId) -> None:
    if offer != campaign.offer:
        tx.campaigns.attach(campaign.id, offer)
        switch_off(tx, campaign.id, owner_id)


def switch_off(tx: Transaction, campaign_id: CampaignId, owner_id: StaffId) -> None:
    """It goes out no more, and what is on its way is taken back."""
    tx.campaigns.become(campaign_id, CampaignState.OFF, by=owner_id)
    _stop_runs(tx, campaign_id, owner_id)


def _stop_runs(tx: Transaction, campaign_id: CampaignId, owner_id: StaffId) -> None:
    """What is going out ends here; what waits for its hour does so until it is on again, or too late."""
    for run in tx.runs.find_live():
        if run.campaign_id != campaign_id:
            continue
        if tx.runs.become(run.id, RunState.STOPPED, of=[RunState.RUNNING, RunState.PAUSED], by=owner_id):
            tx.recipients.withdraw(run.id)


def _take_up(tx: Transaction, campaign_id: CampaignId, owner_id: StaffId) -> None:
    """What was going out when it was switched off goes on, if its day is not over; else the next run finds
    whom it did not reach, if they are still due.
    """
    tx.recipients.give_up_stopped(campaign_id, LATE)
    for run in tx.runs.find_of(campaign_id, most=2):
        if run.stale_at > tx.now:
            tx.runs.become(run.id, RunState.RUNNING, of=[RunState.STOPPED], by=owner_id)


def view_of(tx: Transaction, kind: CampaignKind) -> StandingView:
    campaign = tx.campaigns.find_standing(kind)
    if campaign is None:
        raise AssertionError(f"{kind} was opened in the transaction before, and is not there")
    reminders = tx.campaigns.find_standing(CampaignKind.REMINDER)
    return StandingView(
        campaign=campaign,
        results=tx.standing.results(campaign.id),
        rules=tx.programs.get_current().rules,
        reminds=reminders is not None and reminders.state is CampaignState.ON,
    )
