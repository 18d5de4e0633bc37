"""An owner's post in conversation: the draft, its words, languages and picture, and whose it is.

Not here: for whom (test_broadcast_people.py), the look and the last tap (test_broadcast_sending.py), left
questions (test_broadcast_questions.py), and what the use cases hold (tests/use_cases/test_drafts.py).
"""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.person import Person
from loyalty.campaigns import CampaignState
from loyalty.people import Person as Account
from loyalty.use_cases.staff.staffing import MakeOwnerLink
from storage.sqlite import FILE_NAME
from tests.counter import ANNA, BEN, MAX, MIA, secret_of
from tests.handlers.composer import (
    QUESTION,
    anna_writes,
    open_friday,
    says,
    states,
    taps,
    the_draft,
)
from tests.handlers.desk import Desk, message_by, open_desk, sent_by, tap_by
from tests.journeys.test_letters import a_picture

BAD: dict[str, dict[str, Any]] = {
    "an album": {"media_group_id": "7", "photo": [{"file_id": "a", "file_unique_id": "b", "width": 1,
                                                  "height": 1}], "caption": "two"},
    "a poll": {"poll": {"id": "1", "question": "Tea?", "options": [], "total_voter_count": 0,
                        "is_closed": False, "is_anonymous": True, "type": "regular",
                        "allows_multiple_answers": False, "allows_revoting": False, "members_only": False}},
    "a sticker": {"sticker": {"file_id": "a", "file_unique_id": "b", "type": "regular", "width": 1,
                              "height": 1, "is_animated": False, "is_video": False}},
    "a voice": {"voice": {"file_id": "a", "file_unique_id": "b", "duration": 3}},
    "a video": {"video": {"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1, "duration": 3}},
    "a file": {"document": {"file_id": "a", "file_unique_id": "b"}},
    "a place": {"location": {"latitude": 1.0, "longitude": 2.0}},
    "a long caption": {"photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}],
                       "caption": "x" * 1030},
    "a long text": {"text": "☕" * 4090 + "😀" * 10},
}  # fmt: skip
SAID = {
    "an album": "One picture at most", "a poll": "A poll can't", "a sticker": "A sticker is no post",
    "a voice": "A voice or a song", "a video": "A video is no post", "a file": "A file is no post",
    "a place": "A post is words", "a long caption": "Too long by 6: under a picture",
    "a long text": "Too long by 14: Telegram",
}  # fmt: skip


@pytest.fixture
async def desk(staffed_file: Path, tmp_path: Path) -> AsyncIterator[Desk]:
    """Friday, half past two; Mia and Leo were here, and want offers."""
    async with open_friday(staffed_file, tmp_path) as desk:
        yield desk


async def test_a_forwarded_picture_is_taken_with_its_words(desk: Desk) -> None:
    anna = await desk.joins(ANNA)
    await desk.handles_all()
    await says(desk, anna, "/broadcast")
    sent = await anna.sends_photo(a_picture(), "Look at <these>")
    await desk.handles_all()
    await anna.sees("with a picture")
    await says(desk, anna, "/broadcast")
    await taps(desk, anna, "Throw away")
    await taps(desk, anna, "Yes, throw it away")
    await taps(desk, anna, "Write another post")
    await anna.forwards(sent)
    await desk.handles_all()
    draft = await the_draft(desk, 2)
    assert draft.posts[0].text == "Look at &lt;these&gt;"
    assert draft.posts[0].photo is not None
    await taps(desk, anna, "Preview")
    assert (await anna.sees("Look at <these>"))["photo"]
    assert states(desk) == [("over",), ("draft",)]


@pytest.mark.parametrize("bad", list(BAD))
async def test_what_is_no_post_is_refused_with_a_sentence_and_the_draft_is_kept(desk: Desk, bad: str) -> None:
    anna = await anna_writes(desk, "The first words")
    await taps(desk, anna, "Words and languages")
    await taps(desk, anna, "English: write anew")
    content: dict[str, Any] = {"text": None, **BAD[bad]}
    for number in (901, 902):
        raw = message_by(sent_by(ANNA), "", chat=ANNA.telegram_id)
        event = {name: value for name, value in {**raw, **content}.items() if value is not None}
        await desk.handles(message={**event, "message_id": number})
    refusals = [one for one in await anna.chat() if SAID[bad] in one.get("text", "")]
    assert len(refusals) == (1 if bad == "an album" else 2)
    assert (await the_draft(desk)).posts[0].text == "The first words"
    await says(desk, anna, "Better words")
    assert (await the_draft(desk)).posts[0].text == "Better words"
    await anna.sees("Your post")


async def test_a_version_takes_over_picture_and_button_and_is_dropped_again(desk: Desk) -> None:
    anna = await desk.joins(ANNA)
    await desk.handles_all()
    await desk.cafe.change_rules(ANNA, second_language="ru")
    await says(desk, anna, "/broadcast")
    await anna.sends_photo(a_picture(), "Buns")
    await desk.handles_all()
    await taps(desk, anna, "Button with a link")
    await says(desk, anna, "no link at all")
    await anna.sees("Words for the button")
    await says(desk, anna, "Our menu cafe.example/menu")
    await anna.sees("Button: Our menu, leads to cafe.example")
    await taps(desk, anna, "Words and languages")
    await taps(desk, anna, "Also in Русский")
    await says(desk, anna, "Булочки")
    english, russian = (await the_draft(desk)).posts
    assert (russian.text, russian.photo, russian.label) == ("Булочки", english.photo, "Our menu")
    assert russian.link == "https://cafe.example/menu"
    await taps(desk, anna, "No button")
    await taps(desk, anna, "Button with a link")
    await says(desk, anna, "Menu https://cafe.example")
    await anna.sees("What does the button say in Русский?")
    await says(desk, anna, "Меню")
    assert [post.label for post in (await the_draft(desk)).posts] == ["Menu", "Меню"]
    await taps(desk, anna, "Preview")
    assert [Person.buttons(one) for one in (await anna.chat())[-3:-1]] == [
        ["Menu", "No more offers"], ["Меню", "Без предложений"],
    ]  # fmt: skip
    await says(desk, anna, "/broadcast")
    await taps(desk, anna, "Words and languages")
    await taps(desk, anna, "Русский: drop it")
    assert [post.language for post in (await the_draft(desk)).posts] == ["en"]


async def test_an_offer_is_named_bounded_and_only_looked_at(desk: Desk) -> None:
    anna = await anna_writes(desk)
    await taps(desk, anna, "Offer to take")
    await says(desk, anna, "A cinnamon bun")
    await taps(desk, anna, "14 days")
    await taps(desk, anna, "20 in all")
    await anna.sees("A cinnamon bun, to be had within 14 days, 20 in all")
    await taps(desk, anna, "Back")
    await taps(desk, anna, "Here lately")
    await taps(desk, anna, "Preview")
    await taps(desk, anna, "Send to me first")
    await taps(desk, anna, "Take it")
    assert "only for looking" in (await desk.calls("answerCallbackQuery"))[-1]["params"]["text"]
    assert desk.cafe.number("SELECT COUNT(*) FROM rewards") == 0
    assert states(desk) == [("draft",)]
    await says(desk, anna, "/broadcast")
    await taps(desk, anna, "Offer to take")
    await taps(desk, anna, "No offer")
    assert (await the_draft(desk)).offer is None


async def test_how_many_offers_there_are_can_be_typed(desk: Desk) -> None:
    anna = await anna_writes(desk)
    await taps(desk, anna, "Offer to take")
    await says(desk, anna, "A cinnamon bun")
    await taps(desk, anna, "Another number")
    await anna.sees("How many in all? A number from 1 to 10,000")
    for unfit in ("0", "10001", "some", "5+"):
        await says(desk, anna, unfit)
        await anna.sees("It has to be a whole number from 1 to 10000")
    await says(desk, anna, "15")
    page = await anna.sees("to be had within 7 days, 15 in all")
    assert "15 in all" in Person.buttons(page)
    await taps(desk, anna, "14 days")
    await anna.sees("to be had within 14 days, 15 in all")


async def test_an_offer_for_which_there_is_no_room_is_refused(desk: Desk) -> None:
    anna = await anna_writes(desk, "x" * 4080)
    await taps(desk, anna, "Offer to take")
    await says(desk, anna, "A cinnamon bun")
    await anna.sees("With this offer the post is too long by ")
    await anna.sees("shorten the words of the post, or take a shorter name for the offer")
    assert (await the_draft(desk)).offer is None


async def test_the_same_message_twice_is_one_draft(desk: Desk) -> None:
    anna = await desk.joins(ANNA)
    await desk.handles_all()
    for _ in range(2):
        await says(desk, anna, "/broadcast")
        if desk.cafe.number("SELECT COUNT(*) FROM campaigns") == 0:
            await desk.handles(message=message_by(sent_by(ANNA), "Buns", chat=ANNA.telegram_id))
    await desk.handles(callback_query=tap_by(ANNA, "dn"))
    await desk.handles(message=message_by(sent_by(ANNA), "Buns", chat=ANNA.telegram_id))
    assert states(desk) == [("draft",)]


async def test_each_owner_has_an_own_draft(desk: Desk) -> None:
    zoe = Account(type(MIA.telegram_id)(4001), "Zoe", "en")
    await desk.cafe.open_invite(zoe, secret_of(await MakeOwnerLink(desk.cafe.database, desk.cafe.secrets)()))
    await anna_writes(desk)
    other = await desk.joins(zoe)
    await desk.handles_all()
    await says(desk, other, "/broadcast")
    await other.sees(QUESTION)
    await says(desk, other, "Mine")
    await desk.handles(callback_query=tap_by(zoe, "dk:1"))
    assert "Another owner" in (await desk.calls("answerCallbackQuery"))[-1]["params"]["text"]
    assert states(desk) == [("draft",), ("draft",)]


@pytest.mark.parametrize("who", [MAX, BEN, MIA], ids=["a manager", "a barista", "a customer"])
async def test_nobody_but_an_owner_writes_to_many(desk: Desk, who: Account) -> None:
    await desk.cafe.hires_manager()
    person = await desk.joins(who)
    await desk.handles_all()
    await says(desk, person, "/broadcast")
    await person.sees("Only the owner can do this")
    assert states(desk) == []


async def test_a_draft_waits_for_a_day_and_through_a_restart(staffed_file: Path, tmp_path: Path) -> None:
    shutil.copy(staffed_file, tmp_path / FILE_NAME)
    async with open_desk(tmp_path) as desk:
        await anna_writes(desk, "Kept words")
    async with open_desk(tmp_path) as desk:
        desk.cafe.later(days=1)
        anna = await desk.joins(ANNA)
        await desk.handles_all()
        await says(desk, anna, "/broadcast")
        await taps(desk, anna, "Preview")
        await anna.sees("Kept words")
        assert states(desk) == [(CampaignState.DRAFT.value,)]


async def test_an_owner_who_comes_back_sees_how_the_post_begins(desk: Desk) -> None:
    long = "Tom & Mia bake <cinnamon> buns with cardamom, and on Fridays until six"
    anna = await anna_writes(desk, f"\n{long}\nThe second line")
    await says(desk, anna, "/broadcast")
    page = await anna.last()
    assert f"“{long[:59]}…”" in page["text"]
    assert "second line" not in page["text"]


@pytest.mark.parametrize(("length", "full"), [(4095, False), (4096, True)])
async def test_a_text_that_telegram_may_have_cut_is_kept_and_said_to_be_full(
    desk: Desk, length: int, full: bool
) -> None:
    await anna_writes(desk, "😀" + "x" * (length - 2))
    page = (await desk.calls("sendMessage"))[-1]["params"]["text"]
    assert ("look whether its end is missing" in page) is full
    assert len((await the_draft(desk)).posts[0].text) == length - 1
