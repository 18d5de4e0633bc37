"""Drafts of posts: whose they are, what they keep, when, and the one time they are let go.

Not here: for whom they are (test_draft_people.py), and the words and taps around them
(tests/handlers/test_broadcast.py).
"""

import asyncio
from datetime import time, timedelta

from loyalty.campaigns import BroadcastTerms, Photo
from loyalty.ids import CampaignId, MessageId
from loyalty.people import Cause
from loyalty.posting_times import WantedRhythm, WantedTime
from loyalty.refusals import (
    DraftOfAnother,
    DraftOver,
    LastVersion,
    LinkUnfit,
    NobodyPicked,
    NobodyToReach,
    NotAPost,
    NotOwner,
    PostTooLong,
    TimePast,
    TimeQuiet,
    WordsUnfit,
)
from loyalty.runs import Run
from loyalty.segments import HereLately, NeverCame, Visited
from loyalty.use_cases.campaigns.draft_plans import (
    TOMORROW,
    PickCustomers,
    ShareDraft,
    TimeDraft,
)
from loyalty.use_cases.campaigns.draft_reading import ReadDraft, ReadPicker
from loyalty.use_cases.campaigns.draft_sending import CountChanged, DraftChanged, SendDraft
from loyalty.use_cases.campaigns.drafts import (
    DropVersion,
    FindDraft,
    KeepPost,
    PutLink,
    PutOffer,
    ThrowAway,
    WrittenPost,
)
from loyalty.use_cases.campaigns.launching import LaunchCampaign
from loyalty.use_cases.staff.staffing import MakeOwnerLink
from tests.counter import ANNA, BEN, MAX, MIA, Cafe, private, secret_of
from tests.use_cases.drafting import CAUSE, PICTURE, WORDS, ZOE, guests, reads, refused, writes


def sends(cafe: Cafe) -> SendDraft:
    return SendDraft(cafe.database, LaunchCampaign(cafe.database))


async def lets_go(cafe: Cafe, draft: CampaignId, count: int) -> object:
    """The owner taps the button under what he has just looked at."""
    look = (await ReadDraft(cafe.database)(ANNA, draft)).look
    return await sends(cafe)(ANNA, draft, count=count, look=look)


async def test_one_message_is_one_draft_however_often_it_comes(cafe: Cafe) -> None:
    drafts = {await writes(cafe) for _ in range(3)}
    assert len(drafts) == 1
    assert await FindDraft(cafe.database)(ANNA) in drafts
    assert cafe.rows("SELECT language, text FROM posts") == [("en", "<b>Buns</b>")]


async def test_a_replay_of_the_first_words_after_it_was_thrown_away_begins_nothing(cafe: Cafe) -> None:
    draft = await writes(cafe)
    await ThrowAway(cafe.database)(ANNA, draft)
    assert await refused(writes(cafe)) == DraftOver()
    assert await FindDraft(cafe.database)(ANNA) is None
    assert await refused(ThrowAway(cafe.database)(ANNA, draft)) == DraftOver()


async def test_only_its_owner_sees_and_changes_a_draft(cafe: Cafe) -> None:
    await cafe.hires_manager()
    await cafe.open_invite(ZOE, secret_of(await cafe.make_owner_link()))
    draft, database = await writes(cafe), cafe.database
    other = await KeepPost(database)(ZOE, WORDS, cause=Cause(private(ZOE), MessageId(7)))
    assert await FindDraft(database)(ZOE) == other != draft
    for person, expected in (
        (ZOE, DraftOfAnother()),
        (MAX, NotOwner()),
        (BEN, NotOwner()),
        (MIA, NotOwner()),
    ):
        for waiting in (
            ReadDraft(database)(person, draft),
            ReadPicker(database)(person, draft, ()),
            KeepPost(database)(person, WORDS, cause=CAUSE, campaign_id=draft, language="ru"),
            PutLink(database)(person, draft, "Menu", "https://cafe.ee"),
            PutOffer(database).name(person, draft, "A bun", language="en"),
            PickCustomers(database).everybody(person, draft),
            TimeDraft(database).now(person, draft),
            ShareDraft(database)(person, draft, pilot=5, held_out=0),
            ThrowAway(database)(person, draft),
            sends(cafe)(person, draft, count=1, look=1),
        ):
            assert await refused(waiting) == expected
    assert (await reads(cafe, draft)).terms == BroadcastTerms()
    assert await refused(ReadDraft(database)(ANNA, CampaignId(99))) == DraftOver()


async def test_what_is_too_long_or_empty_is_refused_and_the_draft_kept(cafe: Cafe) -> None:
    draft, keep = await writes(cafe), KeepPost(cafe.database)

    async def again(text: str, photo: Photo | None = None, language: str = "en") -> object:
        return await refused(
            keep(ANNA, WrittenPost(text, photo), cause=CAUSE, campaign_id=draft, language=language)
        )

    assert await again("x" * 4097) == PostTooLong(1, 4096, picture=False)
    assert await again("x" * 1025, PICTURE) == PostTooLong(1, 1024, picture=True)
    assert isinstance(await again(""), NotAPost)
    assert (await reads(cafe, draft)).posts[0].text == "<b>Buns</b>"
    too_long = WrittenPost("x" * 5000, None)
    cause = Cause(private(ANNA), MessageId(8))
    assert isinstance(await refused(keep(ANNA, too_long, cause=cause)), PostTooLong)
    assert cafe.number("SELECT COUNT(*) FROM campaigns") == 1
    await keep(ANNA, WrittenPost("", PICTURE), cause=CAUSE, campaign_id=draft, language="en")
    # The picture goes with every version, so less fits there too.
    assert await again("я" * 1025, language="ru") == PostTooLong(1, 1024, picture=True)


async def test_versions_button_and_offer_stand_together(cafe: Cafe) -> None:
    draft, database = await writes(cafe), cafe.database
    link, offer = PutLink(database), PutOffer(database)
    assert await refused(link(ANNA, draft, "Menu", "nowhere")) == LinkUnfit()
    assert await refused(link(ANNA, draft, "x" * 33, "https://cafe.ee")) == LinkUnfit()
    assert await refused(link(ANNA, draft, "Menu", "")) == LinkUnfit()
    await link(ANNA, draft, "Menu", "cafe.ee")
    await KeepPost(database)(
        ANNA, WrittenPost("Булочки", None), cause=CAUSE, campaign_id=draft, language="ru"
    )
    await link(ANNA, draft, "Меню", "", language="ru")
    assert [(post.label, post.link) for post in (await reads(cafe, draft)).posts] == [
        ("Menu", "https://cafe.ee"), ("Меню", "https://cafe.ee"),
    ]  # fmt: skip
    assert await refused(offer.name(ANNA, draft, "", language="en")) == WordsUnfit(most=60, length=0)
    await offer.name(ANNA, draft, "A bun", language="en")
    await offer.name(ANNA, draft, "Булочка", language="ru")
    await offer.bound(ANNA, draft, days=3, limit=20)
    kept = (await reads(cafe, draft)).offer
    assert kept is not None
    assert (kept.item.said_in("ru"), kept.days, kept.limit) == ("Булочка", 3, 20)
    await DropVersion(database)(ANNA, draft, "en")
    assert await refused(DropVersion(database)(ANNA, draft, "ru")) == LastVersion()
    await link.drop(ANNA, draft)
    await offer.drop(ANNA, draft)
    last = await reads(cafe, draft)
    assert ([post.link for post in last.posts], last.offer) == ([""], None)


async def test_times_that_can_not_be_leave_the_one_that_was(cafe: Cafe) -> None:
    draft, times = await writes(cafe), TimeDraft(cafe.database)
    await times.once(ANNA, draft, TOMORROW)
    before = await reads(cafe, draft)
    assert await refused(times.once(ANNA, draft, WantedTime(time(8), in_days=0))) == TimePast()
    assert await refused(times.once(ANNA, draft, WantedTime(time(21), in_days=0))) == TimeQuiet(20, 10)
    assert await refused(times.again_and_again(ANNA, draft, WantedRhythm(0, time(9)))) == TimeQuiet(20, 10)
    assert await reads(cafe, draft) == before


async def test_it_is_let_go_once_to_as_many_as_were_told(cafe: Cafe) -> None:
    await guests(cafe)
    cafe.later(hours=4)
    draft = await writes(cafe)
    assert await refused(lets_go(cafe, draft, 1)) == NobodyPicked()
    await PickCustomers(cafe.database).only(ANNA, draft, (NeverCame(),))
    assert await refused(lets_go(cafe, draft, 1)) == NobodyToReach()
    await PickCustomers(cafe.database).only(ANNA, draft, (HereLately(),))
    changed = await lets_go(cafe, draft, 2)
    assert isinstance(changed, CountChanged)
    assert changed.facts.reached == 1
    assert cafe.number("SELECT COUNT(*) FROM runs") == 0
    look = changed.facts.look
    runs = await asyncio.gather(*(sends(cafe)(ANNA, draft, count=1, look=look) for _ in range(3)))
    assert len({run.id for run in runs if isinstance(run, Run)}) == 1
    assert cafe.rows("SELECT occurrence, state FROM runs") == [("1", "waiting")]
    assert cafe.rows("SELECT state FROM campaigns") == [("on",)]
    assert await refused(PutLink(cafe.database)(ANNA, draft, "Menu", "cafe.ee")) == DraftOver()


async def test_what_was_changed_since_the_look_is_shown_again(cafe: Cafe) -> None:
    await guests(cafe)
    cafe.later(hours=4)
    draft, database = await writes(cafe), cafe.database
    await PickCustomers(database).only(ANNA, draft, (HereLately(),))
    changes = (
        lambda: KeepPost(database)(
            ANNA, WrittenPost("Cakes", None), cause=CAUSE, campaign_id=draft, language="en"
        ),
        lambda: PutLink(database)(ANNA, draft, "Menu", "cafe.ee"),
        lambda: PutOffer(database).name(ANNA, draft, "A bun", language="en"),
        lambda: PutOffer(database).bound(ANNA, draft, days=1, limit=5),
        lambda: PickCustomers(database).add(ANNA, draft, Visited(1, None)),
        lambda: TimeDraft(database).once(ANNA, draft, TOMORROW),
        lambda: ShareDraft(database)(ANNA, draft, pilot=10, held_out=0),
    )
    for change in changes:
        look = (await ReadDraft(database)(ANNA, draft)).look
        await change()
        assert isinstance(await sends(cafe)(ANNA, draft, count=1, look=look), DraftChanged)
    assert cafe.number("SELECT COUNT(*) FROM runs") == 0
    assert isinstance(await lets_go(cafe, draft, 1), Run)


async def test_a_moment_that_passed_meanwhile_is_asked_for_again(cafe: Cafe) -> None:
    await guests(cafe)
    draft = await writes(cafe)
    await PickCustomers(cafe.database).only(ANNA, draft, (HereLately(),))
    await TimeDraft(cafe.database).once(ANNA, draft, WantedTime(time(12), in_days=0))
    cafe.clock.advance(timedelta(hours=4))
    assert await refused(lets_go(cafe, draft, 1)) == TimePast()
    assert cafe.rows("SELECT state FROM campaigns") == [("draft",)]


async def test_an_owner_link_is_needed_not_a_role_that_was(cafe: Cafe) -> None:
    await cafe.open_invite(ZOE, secret_of(await MakeOwnerLink(cafe.database, cafe.secrets)()))
    draft = await KeepPost(cafe.database)(ZOE, WORDS, cause=Cause(private(ZOE), MessageId(1)))
    cafe.removes(ZOE)
    assert await refused(ReadDraft(cafe.database)(ZOE, draft)) == NotOwner()
