"""What the owner sets about listening, and who may.

Not here: who is asked then (test_surveys.py).
"""

from datetime import timedelta

import pytest

from loyalty.campaigns import AspectTerms, CampaignKind, SurveyTerms
from loyalty.ids import AspectId
from loyalty.people import Person
from loyalty.refusals import (
    AspectGone,
    LastAspect,
    NotOwner,
    NumberOutOfRange,
    Refused,
    ReviewLinkUnfit,
    TooManyAspects,
    WordsUnfit,
)
from loyalty.responses import MOST_ASPECTS
from loyalty.use_cases.listening.aspects import NameAspect, TakeAspectOff
from loyalty.use_cases.listening.switching import ChangeListening, ReadListening, SwitchListening
from tests.counter import ANNA, BEN, MAX, MIA, Cafe
from tests.use_cases.listening import ASPECT, SURVEY, ListeningCafe


def terms_of(cafe: Cafe) -> list[tuple[object, ...]]:
    return cafe.rows(
        "SELECT kind, json_extract(terms, '$.delay_hours'), json_extract(terms, '$.sample') FROM campaigns"
        " ORDER BY kind"
    )


async def test_it_begins_as_off_with_four_hours_and_everybody(cafe: Cafe) -> None:
    facts = await ReadListening(cafe.database)(ANNA)
    assert not facts.survey_on
    assert not facts.aspects_on
    assert (facts.delay_hours, facts.sample, facts.days) == (
        SurveyTerms().delay_hours, SurveyTerms().sample, AspectTerms().days,
    )  # fmt: skip
    assert [one.name.said_in("en") for one in facts.aspects] == [
        "the drink", "the speed", "the cleanliness", "the staff",
    ]  # fmt: skip


@pytest.mark.parametrize("person", [BEN, MAX, MIA])
async def test_only_an_owner_reads_or_changes_it(cafe: Cafe, person: Person) -> None:
    await cafe.hires_manager()
    database = cafe.database
    for asked in (
        ReadListening(database)(person),
        SwitchListening(database)(person, SURVEY, on=True),
        ChangeListening(database)(person, sample=50),
        NameAspect(database)(person, None, "en", "cake"),
        TakeAspectOff(database)(person, AspectId(1)),
    ):
        with pytest.raises(Refused) as refused:
            await asked
        assert isinstance(refused.value.refusal, NotOwner)


@pytest.mark.parametrize("kind", [SURVEY, ASPECT])
async def test_switched_on_it_asks_and_switched_off_it_stops(cafe: Cafe, kind: CampaignKind) -> None:
    here = await ListeningCafe.open(cafe)
    switch = SwitchListening(cafe.database)
    facts = await switch(ANNA, kind, on=True)
    assert facts.is_on(kind)
    assert facts.asks_anybody
    await here.comes(MIA, 3)
    await here.passes(hours=6)
    assert len(here.of(MIA, kind)) == 1
    cafe.clock.advance(timedelta(days=91))
    await here.comes(MIA)
    cafe.later(hours=5)
    await here.opening()
    await here.feeding()
    assert not (await switch(ANNA, kind, on=False)).is_on(kind)
    await here.passes(hours=4)
    assert len(here.of(MIA, kind)) == 1


async def test_delay_and_share_hold_for_both_and_have_bounds(cafe: Cafe) -> None:
    change = ChangeListening(cafe.database)
    await change(ANNA, delay_hours=6)
    facts = await change(ANNA, sample=25)
    assert (facts.delay_hours, facts.sample) == (6, 25)
    assert [(kind, int(str(delay)), int(str(sample))) for kind, delay, sample in terms_of(cafe)] == [
        ("aspect", 6, 25), ("survey", 6, 25),
    ]  # fmt: skip
    for asked in (change(ANNA, delay_hours=1), change(ANNA, delay_hours=25), change(ANNA, sample=101)):
        with pytest.raises(Refused) as refused:
            await asked
        assert isinstance(refused.value.refusal, NumberOutOfRange)


async def test_the_link_for_reviews_is_one_that_a_button_can_carry(cafe: Cafe) -> None:
    change = ChangeListening(cafe.database)
    assert (await change(ANNA, review_link=" cafe.example/map ")).review_link == "https://cafe.example/map"
    for link in ("no link", "javascript:alert(1)", "https://"):
        with pytest.raises(Refused) as refused:
            await change(ANNA, review_link=link)
        assert isinstance(refused.value.refusal, ReviewLinkUnfit)
        with pytest.raises(Refused):
            await cafe.change_rules(ANNA, review_link=link)
    assert (await change(ANNA, review_link="")).review_link == ""


async def test_an_aspect_is_named_in_each_language_renamed_and_taken_off(cafe: Cafe) -> None:
    name, off = NameAspect(cafe.database), TakeAspectOff(cafe.database)
    new = await name(ANNA, None, "en", "the cake")
    cake, again = new.id, await name(ANNA, None, "en", "the cake")
    assert (again.id, again.listed, new.listed) == (cake, True, False)
    assert [one.id for one in again.listening.aspects].count(cake) == 1
    await name(ANNA, cake, "ru", "торт")
    facts = (await name(ANNA, cake, "et", "kook")).listening
    assert facts.aspects[-1].name.by_language == (("en", "the cake"), ("ru", "торт"), ("et", "kook"))
    facts = (await name(ANNA, cake, "en", "the pie")).listening
    assert facts.aspects[-1].name.by_language == (("en", "the pie"),)
    assert cake not in [one.id for one in (await off(ANNA, cake)).aspects]
    with pytest.raises(Refused) as refused:
        await name(ANNA, cake, "en", "the cake")
    assert isinstance(refused.value.refusal, AspectGone)
    for text in ("", "x" * 41):
        with pytest.raises(Refused) as refused:
            await name(ANNA, None, "en", text)
        assert isinstance(refused.value.refusal, WordsUnfit)


async def test_the_list_has_an_end_and_is_not_emptied_while_it_is_asked_about(cafe: Cafe) -> None:
    name, off = NameAspect(cafe.database), TakeAspectOff(cafe.database)
    for number in range(4, MOST_ASPECTS):
        await name(ANNA, None, "en", f"thing {number}")
    with pytest.raises(Refused) as refused:
        await name(ANNA, None, "en", "one more")
    assert isinstance(refused.value.refusal, TooManyAspects)
    await SwitchListening(cafe.database)(ANNA, ASPECT, on=True)
    listed = (await ReadListening(cafe.database)(ANNA)).aspects
    for one in listed[1:]:
        await off(ANNA, one.id)
    with pytest.raises(Refused) as refused:
        await off(ANNA, listed[0].id)
    assert isinstance(refused.value.refusal, LastAspect)
    await SwitchListening(cafe.database)(ANNA, ASPECT, on=False)
    await off(ANNA, listed[0].id)
    with pytest.raises(Refused) as refused:
        await SwitchListening(cafe.database)(ANNA, ASPECT, on=True)
    assert isinstance(refused.value.refusal, LastAspect)
