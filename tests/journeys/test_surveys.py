"""Somebody is asked after a visit, in each language and band, over half a year; and what is no answer.

Not here: who is asked when (tests/use_cases/test_surveys.py), below thirty customers among it: as many who
join over HTTP would take minutes.
"""

from collections.abc import Awaitable, Callable

import pytest

from bot import wiring
from bot.scheduler import Tick
from loyalty.use_cases.campaigns.planners import surveys
from tests.journeys.main_loop import judge_screens
from tests.journeys.test_letters import a_picture
from tests.people import Customer, Message, Staff
from tests.running_cafe import RunningCafe, reads_after
from tests.tongues import tongue

LONG = ("<b>cold</b> & late, " * 200).strip()
REVIEW = "https://example.com/bean"


@pytest.fixture(autouse=True)
def few_are_enough_and_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs are looked for every twenty seconds, and nobody waits that long here."""

    def tick(name: str, seconds: float, call: Callable[[], Awaitable[object]]) -> Tick:
        return Tick(name, min(seconds, 0.5) if name == "open runs" else seconds, call)

    monkeypatch.setattr(wiring, "Tick", tick)
    monkeypatch.setattr(surveys, "FEWEST_CUSTOMERS", 1)


async def switches_on(owner: Staff, kind: str = "survey") -> Message:
    """The owner reads our words, and switches it on."""
    await owner.says("/voice")
    await owner.chooses("button-voice-asked")
    page = await owner.reads("listening-heading")
    await owner.chooses("button-listening-kind", page, kind=kind, on="no")
    read = await owner.reads("listening-read")
    asked = owner.tongue.piece("survey-scale" if kind == "survey" else "aspect-scale")
    assert asked in read["text"]
    await owner.chooses("button-listening-on", page)
    return page


async def comes(cafe: RunningCafe, ben: Staff, guest: Customer, visits: int = 1) -> None:
    """On days of their own, at the same hour."""
    for visit in range(visits):
        if visit:
            await cafe.waits(hours=24)
        card = await ben.types_code(await guest.shows_code())
        await ben.taps("+1", card)
        await cafe.quiet()


async def is_asked(cafe: RunningCafe, ben: Staff, guest: Customer, *, visits: int = 1) -> Message:
    """The question that comes after the last visit; the hour is as before then."""
    before = await guest.last()
    await comes(cafe, ben, guest, visits)
    await cafe.waits(hours=5)
    return await reads_after(guest, "survey-scale", before)


async def mia_is_asked(cafe: RunningCafe) -> tuple[Staff, Staff, Customer, Message]:
    """Owner, barista and customer, and the question that came after her fourth visit."""
    owner = await cafe.owner()
    ben, mia = await cafe.barista(owner), await cafe.customer("Mia")
    await switches_on(owner)
    return owner, ben, mia, await is_asked(cafe, ben, mia, visits=4)


async def is_thanked(guest: Customer, band: str) -> Message:
    """As this band is."""
    return await guest.sees(guest.tongue.words.plain("survey-thanks", band=band))


async def asks_why(guest: Customer, asked: Message, band: str) -> Message:
    """The question why, as this band is asked."""
    why = await reads_after(guest, "survey-reason-how", asked)
    assert guest.tongue.words.plain("survey-reason", band=band) in why["text"]
    return why


@pytest.mark.parametrize("language", ["en", "ru", "et"])
async def test_each_band_is_asked_its_own_question_and_thanked_over_half_a_year(
    cafe: RunningCafe, language: str
) -> None:
    reads = tongue(language)
    owner = await cafe.owner("Olga", reads=reads)
    ben = await cafe.barista(owner, "Ben", reads=reads)
    mia = await cafe.customer("Mia", reads=reads)
    page = await switches_on(owner)
    await owner.chooses("button-review-link", page)
    await owner.reads("listening-ask-link")
    await owner.says(REVIEW)
    await owner.reads("listening-kept")

    await mia.says("/messages")  # so that no receipt asks, half a year later, on the day of a survey
    await mia.chooses("button-wish-offers-on", await mia.reads("wishes-always"))
    asked = await is_asked(cafe, ben, mia, visits=4)
    await mia.taps("2", asked)
    why = await asks_why(mia, asked, "detractor")
    await mia.replies(why, LONG)
    thanks = await is_thanked(mia, "detractor")
    await mia.says("Wann macht ihr auf?")
    await owner.sees("Wann macht ihr auf?")
    assert cafe.rows("SELECT score, content, reason FROM responses") == [(2, "text", LONG)]

    await cafe.waits(days=91, hours=-5)
    asked = await is_asked(cafe, ben, mia)
    assert asked["message_id"] > thanks["message_id"]
    await mia.taps("8", asked)
    why = await asks_why(mia, asked, "passive")
    await mia.chooses("button-score-change", asked)
    await mia.taps("7", asked)
    await mia.sends(voice=3, reply_to=why["message_id"])
    await is_thanked(mia, "passive")

    await cafe.waits(days=91, hours=-5)
    asked = await is_asked(cafe, ben, mia)
    await mia.taps("10", asked)
    await mia.replies(await asks_why(mia, asked, "promoter"), "So <friendly>")
    await is_thanked(mia, "promoter")
    praise = await mia.reads("praise-question")
    assert praise["reply_markup"]["inline_keyboard"][-1][0]["url"] == REVIEW
    await mia.chooses("button-praise-pass", praise)
    told = await ben.reads("notice-praised")
    assert "So <friendly>" in told["text"]
    assert "Mia" not in told["text"]
    assert "10" not in told["text"]
    await cafe.quiet()
    assert cafe.rows("SELECT score, content FROM responses ORDER BY scored_at") == [
        (2, "text"), (7, "voice"), (10, "text"),
    ]  # fmt: skip
    await mia.says("/forget")
    await mia.chooses("button-forget-yes")
    await ben.reads("praise-forgotten")
    assert "So <friendly>" not in str(await ben.chat())
    for person in (owner, ben, mia):
        await judge_screens(person, reads)


async def test_a_photo_is_a_reason_a_sticker_is_none_and_the_keyboard_is_back(
    cafe: RunningCafe,
) -> None:
    owner, _, mia, asked = await mia_is_asked(cafe)
    await mia.replies(asked, "6, because it was loud")
    await mia.reads("error-score-first")
    await mia.taps("6", asked)
    why = await asks_why(mia, asked, "detractor")
    await mia.sends(sticker="☕", reply_to=why["message_id"])
    await mia.reads("error-reason-unfit")
    await mia.sends_photo(a_picture(), "look", reply_to=why)
    await is_thanked(mia, "detractor")
    assert await mia.keyboard() == usual_of(mia)
    await cafe.quiet()
    assert cafe.rows("SELECT content, reason FROM responses") == [("photo", "look")]
    await mia.replies(why, "and one thing more")
    await mia.reads("letter-managers")
    await owner.sees("and one thing more")


async def test_a_second_reply_is_told_aloud_that_one_reason_is_kept(cafe: RunningCafe) -> None:
    _, _, mia, asked = await mia_is_asked(cafe)
    await mia.taps("8", asked)
    why = await asks_why(mia, asked, "passive")
    await mia.replies(why, "The queue")
    await is_thanked(mia, "passive")
    for further in (why, asked):
        await mia.replies(further, "and Ben was rude")
        await mia.reads("error-reason-kept")
    await cafe.quiet()
    assert cafe.rows("SELECT * FROM letters") == []


async def test_a_survey_of_last_year_says_that_it_is_over(cafe: RunningCafe) -> None:
    _, _, mia, asked = await mia_is_asked(cafe)
    await cafe.waits(days=300)
    assert await mia.taps("9", asked) == mia.tongue.label("error-survey-over")
    await mia.reads("survey-over")
    assert mia.buttons(await mia.last()) == []
    assert cafe.rows("SELECT * FROM responses") == []


async def test_a_bot_that_was_away_over_the_hour_asks_once_by_day_and_two_days_later_no_more(
    cafe: RunningCafe,
) -> None:
    owner = await cafe.owner()
    ben, mia = await cafe.barista(owner), await cafe.customer("Mia")
    await switches_on(owner)
    await comes(cafe, ben, mia, 4)
    await cafe.stops_bot()
    await cafe.waits(hours=19)
    await cafe.starts_bot()  # at four in the morning
    await cafe.quiet()
    assert cafe.rows("SELECT COUNT(*) FROM invitations") == [(0,)]
    before = await mia.last()
    await cafe.waits(hours=7)
    asked = await reads_after(mia, "survey-scale", before)
    await cafe.waits(hours=2)
    await cafe.quiet()
    assert await times_asked(mia) == 1
    await mia.taps("9", asked)

    await cafe.waits(days=91, hours=-4)
    await comes(cafe, ben, mia)
    await cafe.stops_bot()
    await cafe.waits(hours=54)
    await cafe.starts_bot()
    await cafe.waits(hours=1)
    await cafe.quiet()
    assert cafe.rows("SELECT COUNT(*) FROM invitations") == [(1,)]
    await cafe.waits(hours=17)
    await is_asked(cafe, ben, mia)


async def times_asked(guest: Customer) -> int:
    """How many messages with the question there are."""
    question = guest.tongue.piece("survey-question")
    return sum(question in one.get("text", "") for one in await guest.chat())


async def test_after_an_hour_the_score_stays_and_its_button_goes(cafe: RunningCafe) -> None:
    _, _, mia, asked = await mia_is_asked(cafe)
    await mia.taps("9", asked)
    await mia.reads("survey-scored")
    await cafe.waits(hours=1)
    assert await mia.chooses("button-score-change", asked) == mia.tongue.label("error-correction-over")
    scored = await mia.reads("survey-scored")
    assert mia.buttons(scored) == []
    why = await asks_why(mia, asked, "promoter")
    await mia.chooses("button-reason-skip", why)
    await mia.reads("survey-thanks-skipped")
    assert mia.buttons(await now(mia, why)) == []


async def now(guest: Customer, shown: Message) -> Message:
    """A message as it stands in the chat now."""
    return next(one for one in await guest.chat() if one["message_id"] == shown["message_id"])


async def test_whoever_does_not_say_why_keeps_the_keyboard_and_a_corrected_score_asks_anew(
    cafe: RunningCafe,
) -> None:
    """The optional question took *Stamp me* away for as long as nobody answered it."""
    _, _, mia, asked = await mia_is_asked(cafe)
    await mia.taps("9", asked)
    why = await asks_why(mia, asked, "promoter")
    assert await mia.keyboard() == usual_of(mia)
    await mia.chooses("button-score-change", asked)
    await mia.taps("3", asked)
    changed = await mia.sees(mia.tongue.words.plain("survey-reason", band="detractor"))
    assert changed["message_id"] == why["message_id"]
    await mia.replies(changed, "It was cold")
    await is_thanked(mia, "detractor")
    await cafe.quiet()
    assert mia.buttons(await now(mia, why)) == []
    assert await mia.keyboard() == usual_of(mia)


def usual_of(guest: Customer) -> list[str]:
    """A customer's own keys."""
    return [guest.tongue.label(f"button-{one}") for one in ("stamp-me", "my-card", "rewards", "history")]


async def test_who_mutes_it_is_not_asked_again_until_they_allow_it(cafe: RunningCafe) -> None:
    _, ben, mia, asked = await mia_is_asked(cafe)
    await mia.chooses("button-mute-surveys", asked)
    await cafe.waits(days=91, hours=-5)
    await comes(cafe, ben, mia)
    await cafe.waits(hours=5)
    await cafe.quiet()
    assert cafe.rows("SELECT COUNT(*) FROM invitations") == [(1,)]
    await mia.says("/messages")
    await mia.chooses("button-wish-surveys-on", await mia.reads("wishes-surveys"))
    await cafe.waits(hours=19)
    await is_asked(cafe, ben, mia)


@pytest.mark.parametrize("language", ["en", "ru", "et"])
async def test_one_aspect_at_a_time_by_the_owners_names(cafe: RunningCafe, language: str) -> None:
    reads = tongue(language)
    owner = await cafe.owner("Olga", reads=reads)
    ben = await cafe.barista(owner, "Ben", reads=reads)
    mia = await cafe.customer("Mia", reads=reads)
    page = await switches_on(owner, "aspect")
    before = await mia.last()
    await comes(cafe, ben, mia, 4)
    await cafe.waits(hours=5)
    asked = await reads_after(mia, "aspect-scale", before)
    await mia.taps("5", asked)
    why = await reads_after(mia, "survey-reason-how", asked)
    assert reads.words.plain("aspect-reason", band="promoter") in why["text"]
    await mia.chooses("button-reason-skip", why)
    await mia.reads("survey-thanks-skipped")
    await owner.chooses("button-listening-kind", page, kind="aspect", on="yes")
    for person in (owner, ben, mia):
        await judge_screens(person, reads)


async def test_who_becomes_a_promoter_after_saying_why_may_praise_whoever_served_them(
    cafe: RunningCafe,
) -> None:
    _, ben, mia, asked = await mia_is_asked(cafe)
    await mia.taps("8", asked)
    await mia.replies(await asks_why(mia, asked, "passive"), "Ben is kind")
    await is_thanked(mia, "passive")
    await mia.chooses("button-score-change", asked)
    await mia.taps("10", asked)
    await mia.reads("praise-question")
    await mia.chooses("button-score-change", asked)
    await mia.taps("3", asked)
    await mia.reads("survey-further-over")
    await mia.chooses("button-score-change", asked)
    await mia.taps("9", asked)
    await mia.chooses("button-praise-pass", await mia.reads("praise-question"))
    assert "Ben is kind" in (await ben.reads("notice-praised"))["text"]
