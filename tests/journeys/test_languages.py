"""The main loop with phones in each language, and a language that somebody chooses.

Not here: a language that lengthens (test_pseudo.py).
"""

import pytest

from bot.own_texts import FOLDER_NAME
from handlers.texts import LOCALES
from tests.journeys.main_loop import play_main_loop
from tests.running_cafe import RunningCafe
from tests.tongues import tongue

LANGUAGES = sorted(path.name for path in LOCALES.iterdir())


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_main_loop_in_each_language(cafe: RunningCafe, language: str) -> None:
    await play_main_loop(cafe, tongue(language))


async def test_a_language_is_chosen_under_the_first_screen_and_holds_everywhere(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    anna = await cafe.customer("Anna", language_code="de")
    first = await anna.reads("card-stamps")
    assert anna.buttons(first) == ["Eesti", "Русский"]

    anna.tongue = tongue("ru")
    assert await anna.taps("Русский", first) == "Теперь по-русски"
    await anna.reads("language-chosen")
    await anna.reads("what-we-keep")
    assert (await anna.keyboard())[0] == "Поставить штамп"
    await owner.types_code(await anna.shows_code(), " +1")
    await anna.sees("№ 1 · +1 штамп · 1 из 6 · спасибо, Olga")

    await anna.says("/language")
    await anna.reads("language-ask")
    anna.tongue = tongue("en")
    await anna.taps("English")
    await anna.reads("language-chosen")
    assert "1 of 6" in await anna.card()


async def test_a_keyboard_in_a_language_of_before_still_works(cafe: RunningCafe) -> None:
    await cafe.owner()
    anna = await cafe.customer("Anna", reads=tongue("et"))
    await anna.says("/language")
    await anna.taps("English")
    await anna.says("Tempel palun")
    await anna.sees("Show this to the barista")


async def test_staff_choose_too_and_a_group_reads_the_cafes_language(cafe: RunningCafe) -> None:
    owner = await cafe.owner("Olga", reads=tongue("ru"))
    await owner.sees("English · Eesti: /language")
    anna = await cafe.customer("Anna")
    group = await cafe.group("Staff", [owner, anna])
    await anna.says("/confirm 418302", group)
    await owner.reads("error-not-staff", chat=group)  # the cafe speaks its first owner's language


async def test_the_cafes_own_sentences_are_said_and_the_owner_hears_of_those_that_can_not_be(
    cafe: RunningCafe,
) -> None:
    owner = await cafe.owner()
    anna = await cafe.customer()
    own = cafe.folder / FOLDER_NAME / "en"
    own.mkdir(parents=True)
    (own / "bean.ftl").write_text(
        "button-stamp-me = Bean me up\nbutton-my-card = The card on which all my beans are\n",
        encoding="utf-8",
    )
    for _ in range(2):  # the second start has nothing new to tell
        await cafe.stops_bot()
        await cafe.starts_bot()
    told = await owner.reads("notice-texts-faulty")
    assert "en button-my-card: is too long for its place" in told["text"]
    await cafe.quiet()
    assert sum("your own sentences" in one.get("text", "") for one in await owner.chat()) == 1

    await anna.says("/start")
    await anna.sees("At the counter tap Bean me up and show the screen")
    assert (await anna.keyboard())[:2] == ["Bean me up", "My card"]
    await anna.presses("Bean me up")
    await anna.sees("Show this to the barista")
