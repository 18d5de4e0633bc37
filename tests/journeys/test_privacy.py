"""What is kept, the file of it, and being forgotten, in the words of people.

Not here: every trace (tests/use_cases/test_forgetting.py).
"""

from tests.journeys.test_staff_chat import makes_staff_chat
from tests.people import Customer, Staff
from tests.running_cafe import RunningCafe


async def test_forgotten_and_back(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    group = await makes_staff_chat(owner, ben)
    mia = await cafe.customer("Zeldamira")
    await ben.says((await mia.shows_code()).digits + " +7", group)
    await ben.sees("№ 1", chat=group)
    await mia.says("I like it here")
    letter = await ben.sees("I like it here", chat=group)

    await mia.says("/privacy")
    await mia.sees("Responsible for your data: One More Cup. Ask at the counter.")
    await mia.says("/forget")
    question = await mia.sees("You lose your stamps: 1 of 6")
    assert "Free coffee" in question["text"]
    assert await mia.taps("Keep it") == "Nothing was erased"
    await mia.says("/forget")
    await mia.sees("Erase everything?")
    await mia.taps("Erase everything")
    await mia.reads("forget-farewell")
    assert await mia.keyboard() == []

    await ben.sees("former customer", chat=group)
    await ben.no_longer_sees("Zeldamira", chat=group)
    await ben.no_longer_sees("I like it here", chat=group)
    await cafe.quiet()
    assert cafe.rows("SELECT COUNT(*) FROM inbox WHERE body LIKE '%Zeldamira%'") == [(0,)], "nor this tap"
    assert cafe.rows(f"SELECT COUNT(*) FROM dialogues WHERE key LIKE '%{mia.id}%'") == [(0,)]
    assert cafe.rows(f"SELECT COUNT(*) FROM deliveries WHERE chat_id = {mia.id}") == [(0,)]
    await ben.replies(letter, "thank you")
    await ben.sees("This customer asked to be forgotten", chat=group)

    await mia.says("hello?")
    await mia.reads("letter-stranger")
    await mia.starts()
    assert "0 of 6" in await mia.card()
    assert cafe.rows("SELECT COUNT(*), SUM(stamps) FROM cards") == [(2, 1)]


async def test_what_undo_last_answered_names_nobody_who_could_be_forgotten(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    mia = await cafe.customer("Zeldamira")
    await ben.taps("+1", await ben.scans_code(await mia.shows_code()))
    await mia.sees("№ 1")
    await ben.presses("Undo last")
    await ben.sees("Undone: 1 stamp")
    await _is_forgotten(cafe, mia)
    assert await _says_her_name(ben) == []


async def test_the_question_before_a_late_undo_names_nobody_who_could_be_forgotten(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    mia = await cafe.customer("Zeldamira")
    await owner.taps("+1", await owner.types_code(await mia.shows_code()))
    await mia.sees("№ 1")
    await owner.says("/undo 1")
    await owner.sees("Take this back?")
    await _is_forgotten(cafe, mia)
    assert await _says_her_name(owner) == []


async def _is_forgotten(cafe: RunningCafe, customer: Customer) -> None:
    await customer.says("/forget")
    await customer.sees("Erase everything?")
    await customer.taps("Erase everything")
    await customer.reads("forget-farewell")
    await cafe.quiet()


async def _says_her_name(staff: Staff) -> list[str]:
    said = [message.get("text", "") for message in await staff.chat()]
    return [text for text in said if "Zeldamira" in text]


async def test_my_data_is_a_file_to_read_and_one_for_a_machine(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    mia = await cafe.customer("Mia")
    await owner.taps("+1", await owner.types_code(await mia.shows_code()))
    await mia.sees("№ 1")
    await mia.says("/mydata")
    document = await mia.reads("mydata-caption")
    assert document["document"]["file_name"] == "my-data.txt"
    await cafe.quiet()
    names = [message["document"]["file_name"] for message in await mia.chat() if "document" in message]
    assert names == ["my-data.txt", "my-data.json"]


async def test_the_last_owner_stays_and_staff_who_leave_are_told_of(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    await owner.says("/forget")
    await owner.reads("error-last-owner")
    ben = await cafe.barista(owner)
    await ben.says("/forget")
    await ben.reads("forget-work")
    await ben.taps("Erase everything")
    await ben.reads("forget-farewell")
    await owner.reads("notice-left")
    await ben.says("418302")
    await ben.reads("hint-customer-digits")
