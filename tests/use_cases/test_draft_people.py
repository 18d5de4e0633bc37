"""For whom a draft is: conditions, bounds taken off again, names kept and forgotten, everybody.

Not here: what else a draft keeps (test_drafts.py), and whom a condition means (tests/model/test_segments.py).
"""

from datetime import time

from loyalty.campaigns import BroadcastTerms, RecurringTerms
from loyalty.ids import SegmentId
from loyalty.posting_times import WantedRhythm
from loyalty.refusals import (
    DraftOfAnother,
    NobodyPicked,
    NotOwner,
    NumberOutOfRange,
)
from loyalty.segments import HereLately, NeverCame, OneToGo, Speaks, Visited
from loyalty.use_cases.campaigns.draft_plans import (
    TOMORROW,
    PickCustomers,
    SaveSegment,
    ShareDraft,
    TimeDraft,
)
from loyalty.use_cases.campaigns.draft_reading import ReadDraft, ReadPicker
from tests.counter import ANNA, MAX, MIA, Cafe, secret_of
from tests.use_cases.drafting import ZOE, guests, reads, refused, writes


async def test_conditions_are_one_of_a_kind_and_counted_beside_the_others(cafe: Cafe) -> None:
    await guests(cafe)
    draft, pick = await writes(cafe), PickCustomers(cafe.database)
    assert (await ReadDraft(cafe.database)(ANNA, draft)).audience is None
    await pick.only(ANNA, draft, (HereLately(),))
    facts = await ReadDraft(cafe.database)(ANNA, draft)
    assert facts.audience is not None
    assert (facts.audience.total, facts.reached) == (2, 1)
    await pick.toggle(ANNA, draft, Speaks("en"))
    await pick.toggle(ANNA, draft, Speaks("de"))
    assert (await reads(cafe, draft)).segment == (HereLately(), Speaks("de"))
    picker = await ReadPicker(cafe.database)(ANNA, draft, (NeverCame(), OneToGo()))
    assert picker.counts[NeverCame()] == 0
    assert picker.counts[Speaks("en")] == 1
    await SaveSegment(cafe.database)(ANNA, draft, "Germans")
    await pick.toggle(ANNA, draft, Speaks("de"))
    await pick.toggle(ANNA, draft, HereLately())
    assert (await ReadDraft(cafe.database)(ANNA, draft)).audience is None, "nobody, not everybody"
    assert await refused(SaveSegment(cafe.database)(ANNA, draft, "Nobody")) == NobodyPicked()
    [saved] = (await ReadPicker(cafe.database)(ANNA, draft, ())).saved
    await pick.saved(ANNA, draft, saved.id)
    await pick.saved(ANNA, draft, SegmentId(99))
    await pick.add(ANNA, draft, Visited(1, 5))
    await pick.add(ANNA, draft, Visited(2, None))
    assert (await reads(cafe, draft)).segment == (HereLately(), Speaks("de"), Visited(2, None))


async def test_everybody_is_said_and_unsaid(cafe: Cafe) -> None:
    await guests(cafe)
    draft, pick = await writes(cafe), PickCustomers(cafe.database)
    assert (await ReadPicker(cafe.database).everybody(ANNA, draft)).total == 2
    await pick.everybody(ANNA, draft)
    assert (await ReadDraft(cafe.database)(ANNA, draft)).reached == 1
    await TimeDraft(cafe.database).once(ANNA, draft, TOMORROW)
    await ShareDraft(cafe.database)(ANNA, draft, pilot=10, held_out=0)
    await TimeDraft(cafe.database).again_and_again(ANNA, draft, WantedRhythm(4, time(16)))
    kept = (await reads(cafe, draft)).terms
    assert kept == RecurringTerms(4, 16, 0, pilot=10, everybody=True)
    await pick.only(ANNA, draft, (NeverCame(),))
    assert (await reads(cafe, draft)).terms == RecurringTerms(4, 16, 0, pilot=10)
    await TimeDraft(cafe.database).now(ANNA, draft)
    assert (await reads(cafe, draft)).terms == BroadcastTerms(pilot=10)
    out_of_range = ShareDraft(cafe.database)(ANNA, draft, pilot=51, held_out=0)
    assert await refused(out_of_range) == NumberOutOfRange(least=0, most=50)


async def test_a_bound_is_taken_off_and_the_others_stay(cafe: Cafe) -> None:
    draft, pick = await writes(cafe), PickCustomers(cafe.database)
    await pick.only(ANNA, draft, (HereLately(),))
    await pick.add(ANNA, draft, Visited(2, None))
    await pick.take_off(ANNA, draft, Visited)
    assert (await reads(cafe, draft)).segment == (HereLately(),)
    await pick.take_off(ANNA, draft, Visited)
    assert (await reads(cafe, draft)).segment == (HereLately(),), "what is off stays off"
    await pick.take_off(ANNA, draft, HereLately)
    assert (await ReadDraft(cafe.database)(ANNA, draft)).audience is None, "nobody, not everybody"


async def test_a_name_is_forgotten_and_nothing_else(cafe: Cafe) -> None:
    draft, pick, save = await writes(cafe), PickCustomers(cafe.database), SaveSegment(cafe.database)
    await pick.only(ANNA, draft, (HereLately(),))
    for name in ("Friends", "Others"):
        await save(ANNA, draft, name)
    friends, others = (await ReadPicker(cafe.database)(ANNA, draft, ())).saved
    for _ in range(2):  # a double tap
        await save.forget(ANNA, draft, friends.id)
    assert (await ReadPicker(cafe.database)(ANNA, draft, ())).saved == [others]
    assert (await reads(cafe, draft)).segment == (HereLately(),)


async def test_only_the_owner_of_a_draft_says_for_whom_it_is(cafe: Cafe) -> None:
    await cafe.hires_manager()
    await cafe.open_invite(ZOE, secret_of(await cafe.make_owner_link()))
    draft, pick, save = await writes(cafe), PickCustomers(cafe.database), SaveSegment(cafe.database)
    await pick.only(ANNA, draft, (Visited(2, None),))
    await save(ANNA, draft, "Friends")
    [saved] = (await ReadPicker(cafe.database)(ANNA, draft, ())).saved
    for person, expected in ((ZOE, DraftOfAnother()), (MAX, NotOwner()), (MIA, NotOwner())):
        assert await refused(pick.take_off(person, draft, Visited)) == expected
        assert await refused(save.forget(person, draft, saved.id)) == expected
    assert (await reads(cafe, draft)).segment == (Visited(2, None),)
    assert cafe.rows("SELECT name FROM segments") == [("Friends",)]
