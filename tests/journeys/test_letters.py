"""Writing to the cafe in the words of people: short answers, letters, replies both ways, pictures and voices.

Not here: bounds and races (tests/use_cases/test_letters.py).
"""

import asyncio
import base64
import io
from itertools import pairwise

import pytest
from PIL import Image

from bot.sandbox.person import NotVisible, Person
from tests.journeys.test_staff_chat import makes_staff_chat
from tests.people import Customer, Staff
from tests.running_cafe import RunningCafe


def a_picture() -> bytes:
    image = io.BytesIO()
    Image.new("RGB", (40, 30), "brown").save(image, "PNG")
    return image.getvalue()


async def said_to(person: Person) -> list[str]:
    """What the bot said in the person's own chat."""
    return [
        message.get("text") or message.get("caption") or ""
        for message in await person.chat()
        if message["from"]["is_bot"]
    ]


async def test_a_talk_with_the_staff_chat_in_both_directions(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    group = await makes_staff_chat(owner, ben)
    mia = await cafe.customer("Mia <b>")
    await mia.says("Did I leave my <i>umbrella</i> & hat?")
    await mia.reads("letter-passed")
    letter = await ben.sees("Mia <b> writes:", chat=group)
    assert "Did I leave my <i>umbrella</i> & hat?" in letter["text"]
    assert "Reply to this message" in letter["text"]

    await ben.replies(letter, "Yes, the <b>red</b> one")
    await mia.sees("Ben: Yes, the <b>red</b> one")
    await ben.sees("Answered: Ben", chat=group)
    await mia.says("Thank you, open tomorrow?")
    await mia.reads("letter-talk")
    await ben.sees("Thank you, open tomorrow?", chat=group)

    await mia.sends_photo(a_picture(), "this one?")
    photo = await ben.sees("this one?", chat=group)
    assert photo["photo"]
    assert "Mia <b> sends a picture:" in photo["caption"]
    await ben.replies(photo, "That one")
    await mia.sees("Ben: That one")
    await owner.sees("this one?\n↩ Answered: Ben", chat=group)

    stranger = await Person.join(cafe.http, "Eve")
    await stranger.joins_group(group)
    await stranger.replies(letter, "come and get it")
    await stranger.sees("Only staff can do this", chat=group)
    assert not any("come and get it" in text for text in await said_to(mia))


async def test_a_solo_owner_answers_in_private_with_a_picture_and_a_voice(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    mia = await cafe.customer("Mia")
    await mia.sends_voice(4)
    letter = await owner.sees("Mia says:")
    assert letter["voice"]
    picture = a_picture()
    await owner.sends(photo_base64=_encoded(picture), caption="here", reply_to=letter["message_id"])
    answered = await mia.sees("Olga sends a picture:")
    assert answered["photo"]
    assert answered["caption"] == "Olga sends a picture:\nhere"
    await owner.sends(voice=3, reply_to=letter["message_id"])
    assert (await mia.sees("Olga says:"))["voice"]
    await mia.sends_sticker("☕")
    await owner.sees("Mia sends a sticker:\n☕")
    await mia.sends_contact("+37255512345", "Bob")
    contact = await owner.sees("Mia sends somebody's contact")
    assert "Bob" in contact["text"]
    assert cafe.rows("SELECT COUNT(*) FROM letters WHERE text LIKE '%55512345%'") == [(0,)]
    said = await said_to(mia)
    assert all(one != other for one, other in pairwise(said)), "never the same hint twice"


def _encoded(picture: bytes) -> str:
    return base64.b64encode(picture).decode()


async def opens_answers(owner: Staff) -> None:
    before = len(await owner.chat())
    await owner.says("/answers")
    for _ in range(500):
        if len(await owner.chat()) >= before + 2:
            return
        await asyncio.sleep(0.02)


async def test_short_answers_are_written_by_the_owner_and_given_at_once(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    mia = await cafe.customer("Mia")
    await opens_answers(owner)
    await owner.taps("Opening hours")
    await owner.sees("There is no answer to this yet")
    await owner.taps("Write it")
    await owner.reads("answer-ask")
    await owner.sends(sticker="☕")
    await owner.reads("answer-only-text")
    await owner.says("8-18 <every> day")
    await owner.sees("Saved. These words ask for it: hours")
    await mia.says("Сегодня открыто?")
    answer = await mia.sees("8-18 <every> day")
    await mia.taps("Not that", answer)
    await owner.sees("Сегодня открыто?")

    await opens_answers(owner)
    await owner.taps("Menu")
    await owner.taps("Write it")
    await owner.sends_photo(a_picture(), "Cakes and coffee")
    await owner.sees("These words ask for it: menu")
    await mia.says("your menu please")
    assert (await mia.sees("Cakes and coffee"))["photo"]

    await opens_answers(owner)
    await owner.taps("Another answer")
    await owner.says("dog, dogs")
    await owner.sees("What do I answer?")
    await owner.says("Dogs are guests")
    await owner.sees("These words ask for it: dog, dogs")
    await mia.says("may my DOG come?")
    await mia.sees("Dogs are guests")

    await opens_answers(owner)
    await owner.taps("✓ dog")
    await owner.taps("Delete")
    await owner.sees("Delete the answer")
    assert await owner.taps("Yes, delete") == "Deleted"
    await mia.says("my dog again")
    await mia.reads("letter-passed")
    await mia.says("/answers")
    await mia.sees("manager")


async def test_hostile_letters_flood_nobody_and_break_nothing(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    mia = await cafe.customer("Mia")
    await mia.says("&<b>" * 1024)
    letter = await owner.sees("Mia writes:")
    assert len(letter["text"].encode("utf-16-le")) // 2 <= 4096
    assert letter["text"].count("&<b>") > 950
    for number in range(25):
        await mia.says(f"spam {number}")
    await mia.reads("letter-enough-too")
    assert cafe.rows("SELECT COUNT(*) FROM letters") == [(20,)]
    assert cafe.rows("SELECT kind FROM refusals") == [("TooManyLetters",)]
    await mia.says("418302")
    await mia.reads("hint-customer-digits")
    await mia.says("/nonsense")
    await mia.reads("hint-customer-buttons")


async def test_an_answer_to_somebody_who_blocked_the_bot_is_told(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    mia = await cafe.customer("Mia")
    await mia.says("hello?")
    letter = await owner.sees("hello?")
    await mia.blocks()
    await owner.replies(letter, "hello Mia")
    await owner.reads("notice-answer-lost")
    await owner.sees("It did not arrive")


async def test_a_picture_that_the_staff_chat_does_not_take_costs_the_picture_and_nothing_else(
    cafe: RunningCafe,
) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    group = await makes_staff_chat(owner, ben)
    mia = await cafe.customer("Mia")
    await cafe.breaks("no_pictures", method="copyMessage")
    await mia.sends_photo(a_picture(), "this one?")
    letter = await ben.sees("this one?", chat=group)
    assert cafe.rows(f"SELECT unbound_reason FROM staff_chats WHERE chat_id = {group}") == [("",)]
    await ben.replies(letter, "that one")
    await mia.sees("that one")


async def test_whoever_has_no_card_is_told_how_to_get_one(cafe: RunningCafe) -> None:
    await cafe.owner()
    zoe = await Customer.join(cafe.http, "Zoe")
    await zoe.starts("c_" + "A" * 22)
    await zoe.reads("code-is-for-staff")
    await zoe.says("hello?")
    await zoe.reads("letter-stranger")
    await zoe.says("hello!")
    await zoe.reads("letter-stranger-too")
    with pytest.raises(NotVisible):
        await zoe.sees("Passed", timeout=0.2)
