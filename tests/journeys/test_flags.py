"""A question about a flag and its answer: what is asked on the day's page is answered in the chat.

Not here: who may ask (tests/use_cases/test_flags.py).
"""

from tests.journeys.test_letters import a_picture
from tests.people import Message, Staff
from tests.running_cafe import RunningCafe


async def asks_ben(cafe: RunningCafe) -> tuple[Staff, Staff, Message]:
    """Eight stamps on a card of six, and the owner's question; the owner, who is asked, the question."""
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    anna = await cafe.customer("Anna")
    await ben.types_code(await anna.shows_code(), " +8")
    await anna.sees("№ 1 · +8 stamps")
    await owner.says("/today")
    await owner.taps("Ask: № 1", await owner.sees("more stamps than a card takes"))
    return owner, ben, await ben.sees("Olga asks about receipt № 1")


async def test_the_next_words_after_a_question_reach_who_asked_and_later_ones_do_not(
    cafe: RunningCafe,
) -> None:
    owner, ben, question = await asks_ben(cafe)
    assert "your next message goes to Olga" in question["text"]
    assert "asked, no answer yet" in (await owner.sees("asked, no answer yet"))["text"]

    await ben.says("Her birthday <b>round</b>, eight coffees")
    await owner.sees("Ben about № 1: Her birthday <b>round</b>, eight coffees")
    await ben.sees("Olga reads what you wrote about № 1.")
    await owner.says("/today")
    await owner.sees("Ben: more stamps than a card takes · answered")

    await ben.says("and what now")
    await cafe.quiet()
    assert not any(
        "and what now" in one.get("text", "") for one in await owner.chat() if one["from"]["is_bot"]
    )


async def test_a_reply_to_the_question_reaches_who_asked_every_time(cafe: RunningCafe) -> None:
    owner, ben, question = await asks_ben(cafe)
    for words in ("I mistyped", "It was +3"):
        await ben.replies(question, words)
        await owner.sees(f"Ben about № 1: {words}")


async def test_digits_are_no_answer_and_a_picture_needs_words(cafe: RunningCafe) -> None:
    owner, ben, question = await asks_ben(cafe)
    await ben.says("418302")
    await ben.sends_photo(a_picture(), reply_to=question)
    await ben.sees("Please answer in words")
    assert cafe.rows("SELECT state FROM flags") == [("asked",)]
    await ben.sends_photo(a_picture(), "the slip", reply_to=question)
    await owner.sees("Ben about № 1: the slip")
