"""From a low score to a customer who was answered and scores again a quarter later; what staff never read.

Not here: surveys that nobody need care for (test_surveys.py), and complaints by letter (test_tickets.py).
"""

import pytest

from tests.journeys.test_letters import said_to
from tests.journeys.test_surveys import asks_why, few_are_enough_and_soon, is_asked, is_thanked, switches_on
from tests.journeys.test_tickets import ticket_of
from tests.people import Staff
from tests.running_cafe import RunningCafe
from tests.tongues import tongue

__all__ = ["few_are_enough_and_soon"]  # a fixture


async def reads_nothing_of_it(barista: Staff) -> None:
    """No score, no reason and no ticket in anything that a barista was ever sent."""
    said = "\n".join(await said_to(barista))
    for word in ("sour", barista.tongue.piece("ticket-customer"), barista.tongue.piece("ticket-score")):
        assert word not in said


@pytest.mark.parametrize("language", ["en", "ru", "et"])
async def test_who_was_unhappy_is_answered_made_good_and_asked_again_after_a_quarter(
    cafe: RunningCafe, language: str
) -> None:
    reads = tongue(language)
    owner = await cafe.owner("Olga", reads=reads)
    ben = await cafe.barista(owner, "Ben", reads=reads)
    mia = await cafe.customer("Mia", reads=reads)
    await switches_on(owner)
    asked = await is_asked(cafe, ben, mia, visits=4)
    await mia.taps("3", asked)
    ticket = await ticket_of(owner, reads.words.plain("ticket-score", score=3, most=10))
    assert "Ben" in ticket["text"], "who served them"
    await mia.replies(await asks_why(mia, asked, "detractor"), "The milk was <b>sour</b>")
    await is_thanked(mia, "detractor")
    ticket = await ticket_of(owner, "The milk was <b>sour</b>")

    await owner.chooses("button-ticket-take", ticket)
    await owner.replies(ticket, "I am so sorry")
    await mia.sees("I am so sorry")
    await mia.says("Thank you for asking")
    await owner.sees("Thank you for asking")
    await owner.chooses("button-apologise", ticket, item=reads.item())
    await mia.sees(reads.item())
    await owner.chooses("button-put-right", ticket)
    await ticket_of(owner, reads.words.plain("ticket-asked-later"))
    await cafe.waits(hours=24)  # on this day she was asked for a score
    await mia.chooses("button-put-right-yes", await mia.reads("put-right-asked", timeout=15))
    await ticket_of(owner, reads.words.plain("ticket-agreed", agreed="yes"))
    await reads_nothing_of_it(ben)

    await mia.says("/messages")  # so that no receipt asks on the day of the next survey
    await mia.chooses("button-wish-offers-on", await mia.reads("wishes-always"))
    await cafe.waits(days=91, hours=-5)
    asked = await is_asked(cafe, ben, mia)
    await mia.taps("9", asked)
    await asks_why(mia, asked, "promoter")
    await cafe.quiet()
    assert cafe.rows("SELECT score FROM responses ORDER BY scored_at") == [(3,), (9,)]
    assert cafe.rows("SELECT COUNT(*) FROM tickets") == [(1,)], "a good score opens none"


async def test_a_slip_of_the_finger_that_is_corrected_is_nobodys_ticket_any_more(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    ben, mia = await cafe.barista(owner), await cafe.customer("Mia")
    await switches_on(owner)
    asked = await is_asked(cafe, ben, mia, visits=4)
    await mia.taps("1", asked)
    await ticket_of(owner, "1 of 10")
    await mia.chooses("button-score-change", asked)
    await mia.taps("10", asked)
    corrected = await owner.sees("They changed their score.")
    assert not owner.buttons(corrected)
    assert not [one for one in await owner.chat() if "10 of 10" in one.get("text", "")]
    assert "Mia" not in corrected["text"]
    await mia.chooses("button-score-change", asked)
    await mia.taps("2", asked)
    ticket = await ticket_of(owner, "2 of 10")
    assert owner.tongue.label("button-ticket-take") in owner.buttons(ticket)


async def test_a_voice_that_says_why_reaches_who_takes_care(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    ben, mia = await cafe.barista(owner), await cafe.customer("Mia")
    await switches_on(owner)
    asked = await is_asked(cafe, ben, mia, visits=4)
    await mia.taps("5", asked)
    await mia.sends(voice=3, reply_to=(await asks_why(mia, asked, "detractor"))["message_id"])
    voice = await owner.sees("Mia says:")
    assert voice["voice"]
    await reads_nothing_of_it(ben)
