"""A post while an owner writes it: its versions, its button, its offer; and the end of it.

Not here: for whom it is and when it goes out (draft_plans.py), and letting it go (draft_sending.py).
"""

from dataclasses import dataclass, replace

from loyalty import posts
from loyalty.campaigns import (
    MOST_OFFERS,
    BroadcastTerms,
    Campaign,
    CampaignState,
    OwnQuestionTerms,
    Photo,
    Post,
    PostOffer,
    RecurringTerms,
    Terms,
    Written,
)
from loyalty.ids import CampaignId
from loyalty.own_questions import ROOM
from loyalty.own_words import OwnWords
from loyalty.people import Cause, Person
from loyalty.ports import Database, Transaction
from loyalty.programs import LONGEST_WORDS
from loyalty.refusals import (
    DraftOfAnother,
    DraftOver,
    LastVersion,
    LinkUnfit,
    NotAPost,
    NumberOutOfRange,
    PostKind,
    PostTooLong,
    QuestionIsWords,
    Refused,
    WordsUnfit,
)
from loyalty.segments import Segment
from loyalty.use_cases.staff.authority import require_owner

USUAL_DAYS = 7
"""For which an offer can be had unless the owner says otherwise."""


@dataclass(frozen=True, slots=True)
class WrittenPost:
    """What the owner wrote or forwarded."""

    text: str
    """Telegram's HTML; empty with a picture alone."""
    photo: Photo | None


@dataclass(frozen=True, slots=True)
class FindDraft:
    """An owner may have begun a post, or a question of their own."""

    database: Database

    async def __call__(self, person: Person, *, question: bool = False) -> CampaignId | None:
        """Their newest draft. Raises Refused(NotOwner)."""

        def body(tx: Transaction) -> CampaignId | None:
            draft = tx.campaigns.find_draft(require_owner(tx, person).id, question=question)
            return None if draft is None else draft.id

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class KeepPost:
    """The owner writes a post, or one more version of it, or one anew."""

    database: Database

    async def __call__(
        self, person: Person, written: WrittenPost, *, cause: Cause, campaign_id: CampaignId | None = None,
        language: str | None = None, meant: Segment = (), question: bool = False,
    ) -> CampaignId:  # fmt: skip
        """The draft. Without `campaign_id` a new one, one for each message, for those who are `meant`;
        without `language` the cafe's.

        A version without a picture takes over that of another one; the button stays.
        Raises Refused: NotOwner, DraftOver, DraftOfAnother, NotAPost, PostTooLong, QuestionIsWords.
        """

        def body(tx: Transaction) -> CampaignId:
            owner = require_owner(tx, person)
            if not written.text and written.photo is None:
                raise Refused(NotAPost(PostKind.OTHER))
            spoken = language or tx.programs.get_current().rules.language
            post = Post(spoken, written.text, written.photo)
            if campaign_id is None:
                terms: Written = OwnQuestionTerms() if question else BroadcastTerms()
                _check_length(post, terms)
                draft_id = tx.campaigns.add(terms, by=owner.id, cause=cause)
                if meant:
                    tx.campaigns.change(draft_id, segment=meant)
            else:
                draft_id = campaign_id
            draft = own_draft(tx, person, draft_id)
            before = next((one for one in draft.posts if one.language == spoken), None)
            others = [one for one in draft.posts if one.language != spoken]
            post = posts.beside(post, before, others)
            _check_length(post, draft.terms)
            tx.campaigns.keep_post(draft.id, post)
            return draft.id

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class DropVersion:
    """A language has no version of its own any more."""

    database: Database

    async def __call__(self, person: Person, campaign_id: CampaignId, language: str) -> None:
        """Its readers get the version of the cafe's language. Raises Refused as `own_draft`, LastVersion."""

        def body(tx: Transaction) -> None:
            draft = own_draft(tx, person, campaign_id)
            if all(post.language == language for post in draft.posts):
                raise Refused(LastVersion())
            tx.campaigns.drop_post(campaign_id, language)

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class PutLink:
    """A button with a link stands under the post."""

    database: Database

    async def __call__(
        self, person: Person, campaign_id: CampaignId, label: str, link: str, *, language: str | None = None
    ) -> None:
        """In one language, or in all versions. Raises Refused as `own_post`; LinkUnfit."""

        def body(tx: Transaction) -> None:
            draft, _ = own_post(tx, person, campaign_id)
            known = next((post.link for post in draft.posts if post.link), "")
            leads = posts.tidy_link(link) if link else known
            if not leads or not 1 <= len(label) <= posts.LONGEST_LABEL:
                raise Refused(LinkUnfit())
            for post in draft.posts:
                if language in (None, post.language):
                    tx.campaigns.keep_post(campaign_id, replace(post, label=label, link=leads))

        return await self.database.write(body)

    async def drop(self, person: Person, campaign_id: CampaignId) -> None:
        """No button any more. Raises Refused as `own_draft`."""

        def body(tx: Transaction) -> None:
            for post in own_draft(tx, person, campaign_id).posts:
                tx.campaigns.keep_post(campaign_id, replace(post, label="", link=""))

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class PutOffer:
    """Something can be taken from the post by one tap, and had at the counter."""

    database: Database

    async def name(self, person: Person, campaign_id: CampaignId, item: str, *, language: str) -> None:
        """What it is, in one language. Raises Refused as `own_post`; WordsUnfit."""

        def body(tx: Transaction) -> None:
            draft, _ = own_post(tx, person, campaign_id)
            if not 1 <= len(item) <= LONGEST_WORDS:
                raise Refused(WordsUnfit(most=LONGEST_WORDS, length=len(item)))
            said = dict(draft.offer.item.by_language) if draft.offer else {}
            named = OwnWords.of({**said, language: item})
            offer = replace(draft.offer, item=named) if draft.offer else PostOffer(named, USUAL_DAYS)
            tx.campaigns.attach(campaign_id, offer)

        return await self.database.write(body)

    async def bound(self, person: Person, campaign_id: CampaignId, *, days: int, limit: int) -> None:
        """For how long it can be had, and how many in all. Raises Refused as `own_draft`."""

        def body(tx: Transaction) -> None:
            offer = own_draft(tx, person, campaign_id).offer
            if offer is not None:
                tx.campaigns.attach(campaign_id, replace(offer, days=days, limit=limit))

        return await self.database.write(body)

    async def limit(self, person: Person, campaign_id: CampaignId, most: int) -> None:
        """How many can be taken in all. Raises Refused as `own_draft`; NumberOutOfRange."""

        def body(tx: Transaction) -> None:
            offer = own_draft(tx, person, campaign_id).offer
            if not 1 <= most <= MOST_OFFERS:
                raise Refused(NumberOutOfRange(least=1, most=MOST_OFFERS))
            if offer is not None:
                tx.campaigns.attach(campaign_id, replace(offer, limit=most))

        return await self.database.write(body)

    async def drop(self, person: Person, campaign_id: CampaignId) -> None:
        """Nothing to take any more. Raises Refused as `own_draft`."""

        def body(tx: Transaction) -> None:
            tx.campaigns.attach(own_draft(tx, person, campaign_id).id, None)

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class ThrowAway:
    """The owner doesn't want the post any more, or the question."""

    database: Database

    async def __call__(self, person: Person, campaign_id: CampaignId) -> Campaign:
        """What it was; nobody gets it. Raises Refused as `own_draft`."""

        def body(tx: Transaction) -> Campaign:
            draft = own_draft(tx, person, campaign_id)
            tx.campaigns.become(draft.id, CampaignState.OVER, by=None)
            return draft

        return await self.database.write(body)


def own_draft(tx: Transaction, person: Person, campaign_id: CampaignId) -> Campaign:
    """The draft of this owner. Raises Refused: NotOwner, DraftOver, DraftOfAnother."""
    owner, draft = require_owner(tx, person), tx.campaigns.find(campaign_id)
    if draft is None or not isinstance(draft.terms, Written):
        raise Refused(DraftOver())
    question = isinstance(draft.terms, OwnQuestionTerms)
    if draft.created_by != owner.id:
        raise Refused(DraftOfAnother(question=question))
    if draft.state is not CampaignState.DRAFT:
        raise Refused(DraftOver(question=question))
    return draft


def own_post(
    tx: Transaction, person: Person, campaign_id: CampaignId
) -> tuple[Campaign, BroadcastTerms | RecurringTerms]:
    """The same, as long as it is no question. Raises Refused as `own_draft`; QuestionIsWords."""
    draft = own_draft(tx, person, campaign_id)
    if not isinstance(draft.terms, BroadcastTerms | RecurringTerms):
        raise Refused(QuestionIsWords())
    return draft, draft.terms


def _check_length(post: Post, terms: Terms) -> None:
    question = isinstance(terms, OwnQuestionTerms)
    if question and post.photo is not None:
        raise Refused(QuestionIsWords())
    below = ROOM if question else 0
    over = posts.over_by(post, below=below)
    if over:
        raise Refused(PostTooLong(over, posts.longest(post) - below, picture=post.photo is not None))
