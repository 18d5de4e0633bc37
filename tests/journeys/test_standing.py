"""What goes out by itself, from the owner's page to the cake handed over and its line in the report.

Not here: whose day it is (tests/use_cases/test_birthdays_kept.py, test_standing.py, test_reminders.py).
"""

from datetime import timedelta

import pytest

from tests.journeys.main_loop import judge_screens
from tests.journeys.standing import CAKES, switches_on
from tests.people import Customer, Staff
from tests.running_cafe import RunningCafe, reads_after
from tests.tongues import tongue


async def comes(ben: Staff, guest: Customer, visits: int, cafe: RunningCafe) -> None:
    for visit in range(visits):
        if visit:
            await cafe.waits(hours=25)
        card = await ben.types_code(await guest.shows_code())
        await ben.taps("+1", card)
        await cafe.quiet()


@pytest.mark.parametrize("language", ["en", "ru", "et"])
async def test_a_birthday_from_the_owners_words_to_the_cake_and_its_line_in_the_report(
    cafe: RunningCafe, language: str
) -> None:
    reads, cake = tongue(language), CAKES[language]
    owner = await cafe.owner("Olga", reads=reads)
    ben = await cafe.barista(owner, "Ben", reads=reads)
    anna = await cafe.customer("Anna", reads=reads)
    await switches_on(owner, "birthday", reads, cake=cake, text="Bravo, bravissimo")
    await comes(ben, anna, 2, cafe)
    await anna.chooses("button-birthday-tell", await anna.reads("question-birthday"))
    await anna.reads("birthday-ask")
    await anna.says(f"{cafe.clock.now() + timedelta(days=20):%d.%m}")
    await anna.chooses("button-birthday-right", await anna.reads("birthday-right"))
    await anna.reads("birthday-kept")

    await cafe.waits(days=20)
    await comes(ben, anna, 1, cafe)
    receipt = await anna.sees("Bravo, bravissimo")
    assert cake in receipt["text"]
    await anna.chooses("button-mute-birthday", receipt)
    await cafe.waits(hours=3)
    card = await ben.types_code(await anna.picks_reward())
    assert cake in card["text"]
    await ben.chooses("button-hand-over", card, item=cake)
    await anna.reads("receipt-handed-over")

    await owner.says("/campaigns")
    page = await owner.reads("runs-heading")
    await owner.chooses("button-standing-list", page)
    await owner.chooses("button-standing", page, kind="birthday", on="yes")
    await owner.sees(reads.words.plain("standing-given", given=1, redeemed=1))
    for person in (owner, anna, ben):
        await judge_screens(person, reads)


async def test_words_that_were_changed_meanwhile_are_read_again(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    await owner.says("/campaigns")
    page = await owner.reads("runs-heading")
    await owner.chooses("button-standing-list", page)
    await owner.chooses("button-standing", page, kind="welcome", on="no")
    await owner.chooses("button-standing-read", page)
    read = await owner.reads("standing-read")
    await owner.says("/campaigns")
    other = await reads_after(owner, "runs-heading", read)
    await owner.chooses("button-standing-list", other)
    await owner.chooses("button-standing", other, kind="welcome", on="no")
    await owner.chooses("button-standing-words", other, language="English")
    await owner.reads("standing-ask-words")
    await owner.says("Come again")
    await owner.reads("standing-kept")
    toast = await owner.chooses("button-standing-on", page)
    assert toast == owner.tongue.label("error-words-changed")


async def test_a_gift_in_own_words_is_asked_in_both_languages_and_each_guest_reads_their_own(
    cafe: RunningCafe,
) -> None:
    """The wizard makes English the second language of a cafe whose owner reads another one."""
    owner = await cafe.owner("Olga", reads=tongue("et"))
    await owner.says("/campaigns")
    page = await owner.reads("runs-heading")
    await owner.chooses("button-standing-list", page)
    await owner.chooses("button-standing-runs", page)
    await owner.reads("runs-heading")
    await owner.chooses("button-standing-list", page)
    await owner.chooses("button-standing", page, kind="welcome", on="no")
    await owner.chooses("button-standing-gift", page)
    await owner.chooses("button-gift-own", page)
    await owner.sees("Keel: Eesti")
    await owner.says("Tükk kooki")
    await owner.sees("Keel: English")
    await owner.says("A slice of cake")
    kept = await owner.reads("standing-kept-gift")
    page = await reads_after(owner, "standing-gift", kept)
    await owner.chooses("button-standing-back", page)
    await owner.chooses("button-standing-read", page)
    read = await owner.reads("standing-read")
    assert "A slice of cake" in read["text"]
    assert "Tükk kooki" in read["text"]


@pytest.mark.parametrize("language", ["ru", "et"])
async def test_a_gift_is_called_the_same_in_the_other_language_by_one_tap(
    cafe: RunningCafe, language: str
) -> None:
    owner = await cafe.owner("Olga", reads=tongue(language))
    await owner.says("/campaigns")
    page = await owner.reads("runs-heading")
    await owner.chooses("button-standing-list", page)
    await owner.chooses("button-standing", page, kind="welcome", on="no")
    await owner.chooses("button-standing-gift", page)
    await owner.chooses("button-gift-own", page)
    await owner.reads("standing-ask-gift")
    await owner.says("Kringel")
    asked = await owner.sees({"ru": "Язык: English", "et": "Keel: English"}[language])
    await owner.chooses("button-draft-same-words", asked)
    kept = await owner.reads("question-done")
    page = await reads_after(owner, "standing-gift", kept)
    await owner.chooses("button-standing-back", page)
    await judge_screens(owner, owner.tongue)
    await owner.chooses("button-standing-read", page)
    read = await owner.reads("standing-read")
    assert read["text"].count("Kringel") == 1 + len(owner.tongue.words.language_names)


@pytest.mark.parametrize("language", ["en", "ru", "et"])
async def test_our_words_again_and_another_hour(cafe: RunningCafe, language: str) -> None:
    reads = tongue(language)
    owner = await cafe.owner("Olga", reads=reads)
    await switches_on(owner, "birthday", reads, text="Bravo, bravissimo")
    page = await owner.reads("standing-one")
    await owner.chooses("button-timing", page, timing="hour")
    await owner.taps("16:00", page)
    page = await owner.sees("16:00")
    await owner.chooses("button-standing-usual", page)
    await owner.reads("standing-usual-ask")
    await owner.chooses("button-standing-usual-yes", page)
    again = reads.words.plain("standing-one", kind="birthday", on="again")
    page = await owner.sees(again.replace("<b>", "").replace("</b>", ""))
    assert reads.label("button-standing-usual") not in owner.buttons(page)
    await judge_screens(owner, reads)
    await owner.chooses("button-standing-read", page)
    read = await owner.reads("standing-read")
    assert "Bravo" not in read["text"]
