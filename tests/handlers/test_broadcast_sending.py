"""The look at an owner's post, its hour, a pilot, and the last tap, in conversation.

Not here: the words of the look (test_preflight.py), and what arrives (tests/journeys).
"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox.person import NotVisible, Person
from handlers import callbacks
from loyalty.campaigns import BroadcastTerms, RecurringTerms
from loyalty.ids import CampaignId, MessageId
from loyalty.people import Cause
from loyalty.people import Person as Account
from loyalty.use_cases.campaigns.drafts import KeepPost, WrittenPost
from loyalty.wishes import WishState
from tests.counter import ANNA, LEO, MIA, private
from tests.handlers.composer import (
    anna_writes,
    open_friday,
    says,
    send_data,
    states,
    taps,
    the_draft,
    wants_offers,
)
from tests.handlers.desk import Desk, message_by, sent_by, tap_by


@pytest.fixture
async def desk(staffed_file: Path, tmp_path: Path) -> AsyncIterator[Desk]:
    """Friday, half past two; Mia and Leo were here, and want offers."""
    async with open_friday(staffed_file, tmp_path) as desk:
        yield desk


async def test_a_dead_afternoon_takes_four_taps_and_messages(desk: Desk) -> None:
    anna = await desk.joins(ANNA)
    await desk.handles_all()
    await anna.presses("Write a post")
    await desk.handles_all()
    before = anna.taps_made + anna.texts_sent
    await says(desk, anna, "Fresh buns until six")
    await taps(desk, anna, "Here lately")
    await taps(desk, anna, "Preview")
    await taps(desk, anna, "Send to 2")
    assert anna.taps_made + anna.texts_sent - before == 4
    assert desk.cafe.rows("SELECT state, run_at - created_at FROM runs") == [("waiting", 10_000_000)]
    assert states(desk) == [("on",)]
    await anna.sees("It goes out")
    with pytest.raises(NotVisible):
        await anna.taps("Send to 2", wait=0)


async def test_what_arrives_is_shown_exactly_with_formatting_and_quoted(desk: Desk) -> None:
    anna = await desk.joins(ANNA)
    await desk.handles_all()
    await says(desk, anna, "/broadcast")
    text = "Buns <b>not a tag</b> & more, only today"
    link = {"type": "text_link", "offset": 34, "length": 5, "url": "https://evil.example/x?a=1&b=2"}
    bold = [{"type": "bold", "offset": 0, "length": 4}, link]
    await desk.handles(message=message_by(sent_by(ANNA), text, chat=ANNA.telegram_id, entities=bold))
    await anna.sees("Links in the words lead to evil.example")
    await taps(desk, anna, "Preview")
    shown = await anna.sees("Buns <b>not a tag</b> & more, only today")
    found = {one["type"]: one for one in shown["entities"]}
    assert (found["bold"]["offset"], found["bold"]["length"]) == (0, 4)
    assert (found["text_link"]["offset"], found["text_link"]["length"]) == (34, 5)
    assert found["text_link"]["url"] == "https://evil.example/x?a=1&b=2"
    await anna.taps("No more offers", shown, wait=0)
    await desk.handles_all()
    assert (await desk.calls("answerCallbackQuery"))[-1]["params"]["text"].startswith("This one is only")


async def test_formatting_that_telegram_does_not_take_is_said_and_the_draft_kept(desk: Desk) -> None:
    anna = await anna_writes(desk)
    cause = Cause(private(ANNA), MessageId(1))
    broken = WrittenPost("<b>Buns", None)
    await KeepPost(desk.cafe.database)(ANNA, broken, cause=cause, campaign_id=CampaignId(1))
    await taps(desk, anna, "Preview")
    assert "does not take" in (await desk.calls("answerCallbackQuery"))[-1]["params"]["text"]
    assert states(desk) == [("draft",)]


async def test_a_link_of_its_button_that_telegram_does_not_take_is_named(desk: Desk) -> None:
    anna = await anna_writes(desk)
    with desk.cafe.raw() as raw:  # as an older release kept it
        raw.execute("UPDATE posts SET label = 'Menu', link = 'http://localhost/x'")
    await taps(desk, anna, "Preview")
    said = (await desk.calls("answerCallbackQuery"))[-1]["params"]["text"]
    assert said.startswith("Telegram does not take the button's link: http://localhost/x")
    assert states(desk) == [("draft",)]


async def test_without_anybody_there_is_nothing_to_tap(desk: Desk) -> None:
    anna = await anna_writes(desk)
    await taps(desk, anna, "Preview")
    look = await anna.sees("For whom is it?")
    assert not [label for label in Person.buttons(look) if label.startswith("Send to ") and "me" not in label]
    for guest in (MIA, LEO):
        await wants_offers(desk.cafe, guest, WishState.MUTED)
    await taps(desk, anna, "Back")
    await taps(desk, anna, "Here lately")
    await taps(desk, anna, "Preview")
    await anna.sees("Nobody gets it as things are; 2 muted")
    await desk.handles(callback_query=tap_by(ANNA, await send_data(desk, count=2)))
    assert "Nobody of those" in (await desk.calls("answerCallbackQuery"))[-1]["params"]["text"]
    assert states(desk) == [("draft",)]


async def test_another_number_than_the_button_said_is_asked_again(desk: Desk) -> None:
    anna = await anna_writes(desk)
    await taps(desk, anna, "Here lately")
    await taps(desk, anna, "Preview")
    await wants_offers(desk.cafe, LEO, WishState.MUTED)
    await taps(desk, anna, "Send to 2")
    await anna.sees("By now 1 would get it, not 2. Nothing was sent")
    assert states(desk) == [("draft",)]
    await taps(desk, anna, "Send to 1")
    assert states(desk) == [("on",)]


async def test_other_words_than_were_looked_at_are_shown_before_they_go(desk: Desk) -> None:
    anna = await anna_writes(desk)
    page = await anna.sees("Your post")
    await taps(desk, anna, "Here lately")
    await taps(desk, anna, "Preview")
    look = await anna.sees("Above: exactly as it arrives")
    await taps(desk, anna, "Words and languages", page)
    await taps(desk, anna, "English: write anew")
    await says(desk, anna, "Cakes instead")
    await taps(desk, anna, "Send to 2", look)
    assert "changed since you looked" in (await desk.calls("answerCallbackQuery"))[-1]["params"]["text"]
    await anna.sees("Cakes instead")
    assert states(desk) == [("draft",)]
    await taps(desk, anna, "Send to 2")
    assert states(desk) == [("on",)]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("soon", "I can't read a date"),
        ("14.03 12:00", "That moment is over"),
        ("14.03 22:30", "From 20:00 until 10:00 I write to nobody"),
        ("31.02 12:00", "I can't read a date"),
        ("31.12.9999 16:00", "I can't read a date"),
        ("01.01.0001 01:00", "That moment is over"),
    ],
)
async def test_a_time_that_can_not_be_is_refused_and_asked_again(desk: Desk, typed: str, said: str) -> None:
    anna = await anna_writes(desk)
    await taps(desk, anna, "Here lately")
    await taps(desk, anna, "Preview")
    await taps(desk, anna, "When…")
    await taps(desk, anna, "Another time…")
    await says(desk, anna, typed)
    await anna.sees(said)
    await says(desk, anna, "Friday 16:00")
    await anna.sees("Friday, 14 March 2025, 16:00")
    await taps(desk, anna, "Friday 16:00: send to 2")
    assert desk.cafe.rows("SELECT state FROM runs") == [("waiting",)]


async def test_each_week_until_a_date(desk: Desk) -> None:
    anna = await anna_writes(desk)
    await taps(desk, anna, "Here lately")
    await taps(desk, anna, "Preview")
    await taps(desk, anna, "When…")
    await taps(desk, anna, "Each week…")
    await says(desk, anna, "28.11 16:00")
    said = await anna.sees("I can't read a day of the week")
    assert "28.11" not in said["text"]
    await says(desk, anna, "Fridays at 16:00 until 30.04")
    look = await anna.sees("each week, Friday 16:00, until 30 Apr 2025")
    assert "Each Fri 16:00: send to 2" in Person.buttons(look)
    terms = (await the_draft(desk)).terms
    assert isinstance(terms, RecurringTerms)
    assert (terms.weekday, terms.hour, str(terms.until)) == (4, 16, "2025-04-30")
    await taps(desk, anna, "When…")
    await taps(desk, anna, "Tomorrow 11:00")
    await anna.sees("Saturday, 15 March 2025, 11:00")


async def test_a_pilot_from_twenty_one_people_on(desk: Desk) -> None:
    anna = await anna_writes(desk)
    await taps(desk, anna, "Here lately")
    await taps(desk, anna, "Preview")
    with pytest.raises(NotVisible):
        await anna.taps("Try it on some first", wait=0)
    for number in range(19):
        guest = Account(type(MIA.telegram_id)(5000 + number), f"G{number}", "en")
        await desk.cafe.join(guest)
        await wants_offers(desk.cafe, guest)
    await taps(desk, anna, "Back")
    await taps(desk, anna, "Everybody")
    await taps(desk, anna, "Yes, to all")
    await taps(desk, anna, "Preview")
    await taps(desk, anna, "Try it on some first")
    await taps(desk, anna, "Pilot: 10 %")
    assert "✓ Pilot: 10 %" in Person.buttons(await anna.last())
    await taps(desk, anna, "Back")
    look = await anna.sees("First to 3 of 21 (10 %)")
    assert "Send to the first 3" in Person.buttons(look)
    assert "get nothing" not in (await anna.last())["text"]
    assert (await the_draft(desk)).terms == BroadcastTerms(pilot=10, everybody=True)


async def test_a_double_tap_and_an_old_draft_answer_with_a_sentence(desk: Desk) -> None:
    anna = await anna_writes(desk)
    page = await anna.sees("Your post")
    await taps(desk, anna, "Here lately")
    await taps(desk, anna, "Preview")
    data = await send_data(desk, count=2)
    await desk.handles(callback_query=tap_by(ANNA, data))
    await desk.handles(callback_query=tap_by(ANNA, data))
    assert desk.cafe.number("SELECT COUNT(*) FROM runs") == 1
    for label in ("Preview", "Others…", "Words and languages", "Everybody", "Throw away"):
        await taps(desk, anna, label, page)
        said = (await desk.calls("answerCallbackQuery"))[-1]["params"]["text"]
        assert said.startswith("This post was sent or thrown away"), label


async def test_a_hold_out_among_too_few_is_taken_off_in_the_look_and_the_post_goes_out(desk: Desk) -> None:
    await wants_offers(desk.cafe, LEO, WishState.REFUSED)
    anna = await anna_writes(desk)
    await taps(desk, anna, "Here lately")
    held = callbacks.SetShare(campaign_id=CampaignId(1), pilot=0, held_out=10).pack()
    await desk.handles(callback_query=tap_by(ANNA, held))
    await taps(desk, anna, "Preview")
    await anna.sees("1 get it: too few to hold some out. Do it from 1,000 on.")
    await taps(desk, anna, "All get it")
    await taps(desk, anna, "Back")
    await taps(desk, anna, "Send to 1")
    assert states(desk) == [("on",)]
