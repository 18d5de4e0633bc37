"""The cafe gets another bot: a server that knows nobody, whose messages and updates are numbered from one.

Not here: every row that changes (tests/use_cases/test_another_bot.py).
"""

from pathlib import Path

from storage import erasures
from tests.people import Customer, Staff
from tests.running_cafe import running_cafe

ANOTHER = "654321:" + "b" * 35


async def test_cards_and_people_stay_and_nothing_is_taken_for_an_old_message(tmp_path: Path) -> None:
    async with running_cafe(tmp_path) as cafe:
        owner, mia = await cafe.owner("Olga"), await cafe.customer("Mia")
        await owner.taps("+1", await owner.types_code(await mia.shows_code()))
        await mia.sees("№ 1")
        await mia.says("is there oat milk")
        await owner.sees("is there oat milk")
    async with running_cafe(tmp_path, ANOTHER) as cafe:
        await cafe.quiet()
        olga = await Staff.join(cafe.http, "Olga", id=owner.id)
        await olga.starts()
        await olga.reads("notice-another-bot")
        letter = await olga.sees("is there oat milk")
        again = await Customer.join(cafe.http, "Mia", id=mia.id)
        await again.starts()
        await cafe.quiet()
        assert "1 of 6" in await again.card()
        await olga.taps("+1", await olga.types_code(await again.shows_code()))
        await again.sees("2 of 6")
        await olga.replies(letter, "there is")
        await again.sees("there is")
        said = [message["text"] for message in await olga.chat() if "text" in message]
        assert sum("new bot" in text for text in said) == 1


async def test_who_asked_to_be_forgotten_stands_on_the_list_when_the_bot_has_stopped(tmp_path: Path) -> None:
    async with running_cafe(tmp_path) as cafe:
        await cafe.owner()
        mia = await cafe.customer("Mia")
        await mia.says("/forget")
        await mia.sees("Erase everything?")
        await mia.taps("Erase everything")
        await mia.reads("forget-farewell")
    assert len(erasures.read(tmp_path / erasures.FILE_NAME)) == 1
