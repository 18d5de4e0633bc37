"""From an owner's post to the coffee handed over and its line in the report, in every language that we speak.

Not here: refusals of the draft (tests/handlers/test_broadcast.py), and many recipients (tests/drills).
"""

import pytest

from tests.journeys.main_loop import judge_screens
from tests.people import Customer, Staff
from tests.running_cafe import RunningCafe, reads_after
from tests.tongues import tongue

POSTS = {
    "en": ("Fresh buns until six", "A cinnamon bun"),
    "ru": ("Свежие булочки до шести", "Булочка с корицей"),
    "et": ("Värsked saiad kella kuueni", "Kaneelisai"),
}


async def comes(ben: Staff, anna: Customer, visit: int) -> None:
    """One visit with one stamp, and a day goes by."""
    card = await ben.types_code(await anna.shows_code())
    await ben.taps("+1", card)
    await anna.sees(anna.tongue.progress(stamps=visit))


async def asked_three_times(cafe: RunningCafe, ben: Staff, anna: Customer) -> None:
    """The birthday is asked with the second visit, offers with the third: yes."""
    for visit in (1, 2, 3):
        await comes(ben, anna, visit)
        if visit < 3:
            await cafe.waits(days=1)
    await anna.reads("question-offers")
    await anna.chooses("button-offers-yes")
    await anna.reads("question-offers-agreed")
    await cafe.waits(hours=3)


@pytest.mark.parametrize("language", ["en", "ru", "et"])
async def test_from_the_owners_post_to_the_coffee_and_its_line_in_the_report(
    cafe: RunningCafe, language: str
) -> None:
    reads, (text, item) = tongue(language), POSTS[language]
    owner = await cafe.owner("Olga", reads=reads)
    ben = await cafe.barista(owner, "Ben", reads=reads)
    anna = await cafe.customer("Anna", reads=reads)
    await asked_three_times(cafe, ben, anna)

    await owner.presses(reads.label("button-broadcast"))
    await owner.reads("broadcast-ask")
    await owner.says(text)
    await owner.reads("draft-nobody")
    await owner.chooses("button-draft-offer")
    await owner.reads("draft-ask-item")
    await owner.says(item)
    page = await owner.reads("draft-offer-page")
    await owner.chooses("button-offer-limit", page, limit=20)
    await owner.chooses("button-draft-back", page)
    await owner.chooses("button-draft-here", page)
    await owner.chooses("button-draft-preview", page)
    await owner.reads("preflight-heading")
    await owner.chooses("button-draft-send", count=1)
    run = await owner.reads("run-waits-now")
    assert not [one for one in await anna.chat() if text in one.get("text", "")], "the grace is not over"

    await cafe.waits(seconds=11)
    post = await anna.sees(text, timeout=20)
    assert item in post["text"]
    await anna.chooses("button-take-offer", post)
    await cafe.quiet()
    card = await ben.types_code(await anna.picks_reward())
    await ben.chooses("button-hand-over", card, item=item)
    await anna.reads("receipt-handed-over")

    done = await reads_after(owner, "run-finished", page)
    assert done["message_id"] == run["message_id"]
    await owner.chooses("button-run-count", done)
    await owner.sees(reads.label("run-offers", taken=1, redeemed=1))
    await owner.sees(reads.label("run-sent", count=1))
    await owner.says("/campaigns")
    await owner.reads("runs-heading")
    for person in (owner, anna):
        await judge_screens(person, reads)


async def test_a_post_that_was_taken_back_is_a_draft_again(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    anna = await cafe.customer("Anna")
    await asked_three_times(cafe, ben, anna)
    await owner.says("/broadcast")
    await owner.reads("broadcast-ask")
    await owner.says("Fresh buns until six")
    await owner.reads("draft-nobody")
    await owner.chooses("button-draft-here")
    await owner.chooses("button-draft-preview")
    await owner.chooses("button-draft-send", count=1)
    await owner.chooses("button-run-take-back", await owner.reads("run-waits-now"))
    await owner.reads("run-taken-back")
    await cafe.waits(minutes=1)
    await cafe.quiet()
    assert not [one for one in await anna.chat() if "buns" in one.get("text", "")]

    await owner.says("/broadcast")
    await reads_after(owner, "draft-heading", await owner.reads("run-taken-back"))
    await owner.chooses("button-draft-preview")
    await owner.chooses("button-draft-send", count=1)
    await cafe.waits(seconds=11)
    post = await anna.sees("Fresh buns until six", timeout=20)
    await anna.chooses("button-mute-offers", post)
    await cafe.quiet()
    await owner.says("/broadcast")
    await owner.says("Once more")
    await owner.reads("draft-nobody")
    await owner.chooses("button-draft-here")
    await owner.chooses("button-draft-preview")
    await owner.sees(owner.tongue.label("obstacle", why="muted", count=1))
