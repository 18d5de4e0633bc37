"""An owner writes to many: the draft, its pages, refusals that keep it, and the last tap, in conversation.

Not here: what the use cases hold (tests/use_cases/test_drafts.py), and what arrives (tests/journeys).
"""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.person import NotVisible, Person
from handlers import callbacks
from loyalty.campaigns import BroadcastTerms, CampaignState, RecurringTerms
from loyalty.ids import CampaignId, MessageId
from loyalty.people import Cause
from loyalty.people import Person as Account
from loyalty.ports import Transaction
from loyalty.use_cases.campaigns.draft_reading import ReadDraft
from loyalty.use_cases.campaigns.drafts import KeepPost, WrittenPost
from loyalty.use_cases.staff.staffing import MakeOwnerLink
from loyalty.wishes import ConsentText, Purpose, WishState
from storage.sqlite import FILE_NAME
from tests.counter import ANNA, BEN, LEO, MAX, MIA, Cafe, private, secret_of
from tests.handlers.desk import Desk, message_by, open_desk, sent_by, tap_by
from tests.journeys.test_letters import a_picture

QUESTION = "Write the post, or forward one here"


@pytest.fixture
async def desk(staffed_file: Path, tmp_path: Path) -> AsyncIterator[Desk]:
    """Friday, half past two; Mia and Leo were here, and want offers."""
    shutil.copy(staffed_file, tmp_path / FILE_NAME)
    async with open_desk(tmp_path) as desk:
        for guest in (MIA, LEO):
            await desk.cafe.stamps(guest, 1)
            await wants_offers(desk.cafe, guest)
        desk.cafe.later(hours=6)
        yield desk


async def wants_offers(cafe: Cafe, guest: Account, state: WishState = WishState.GRANTED) -> None:
    def body(tx: Transaction) -> None:
        customer = tx.people.find_customer(guest.telegram_id)
        assert customer is not None
        tx.wishes.keep(customer.id, Purpose.OFFERS, state, ConsentText("offers-1", "en"))

    await cafe.database.write(body)


async def says(desk: Desk, person: Person, text: str) -> None:
    await person.says(text)
    await desk.handles_all()


async def taps(desk: Desk, person: Person, label: str, message: Any = None) -> None:
    await person.taps(label, message, wait=0)
    await desk.handles_all()


async def anna_writes(desk: Desk, text: str = "Fresh buns until six") -> Person:
    """The owner has begun a post."""
    anna = await desk.joins(ANNA)
    await desk.handles_all()
    await says(desk, anna, "/broadcast")
    await anna.sees(QUESTION)
    await says(desk, anna, text)
    return anna


async def send_data(desk: Desk, *, count: int) -> str:
    """What stands behind the button under what was looked at just now."""
    look = (await ReadDraft(desk.cafe.database)(ANNA, CampaignId(1))).look
    return callbacks.SendDraft(campaign_id=CampaignId(1), count=count, look=look).pack()


async def the_draft(desk: Desk, number: int = 1) -> Any:
    return await ReadDraft(desk.cafe.database).brief(ANNA, CampaignId(number))


def states(desk: Desk) -> list[tuple[object, ...]]:
    return desk.cafe.rows("SELECT state FROM campaigns ORDER BY id")


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


async def test_formatting_that_telegram_does_not_take_is_said_and_the_draft_kept(desk: Desk) -> None:
    anna = await anna_writes(desk)
    cause = Cause(private(ANNA), MessageId(1))
    broken = WrittenPost("<b>Buns", None)
    await KeepPost(desk.cafe.database)(ANNA, broken, cause=cause, campaign_id=CampaignId(1))
    await taps(desk, anna, "Preview")
    assert "does not take" in (await desk.calls("answerCallbackQuery"))[-1]["params"]["text"]
    assert states(desk) == [("draft",)]


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


async def test_an_offer_for_which_there_is_no_room_is_refused(desk: Desk) -> None:
    anna = await anna_writes(desk, "x" * 4080)
    await taps(desk, anna, "Offer to take")
    await says(desk, anna, "A cinnamon bun")
    await anna.sees("With this offer the post is too long by ")
    await anna.sees("shorten the words of the post, or take a shorter name for the offer")
    assert (await the_draft(desk)).offer is None


async def test_conditions_are_counted_combined_and_kept_under_a_name(desk: Desk) -> None:
    anna = await anna_writes(desk)
    await taps(desk, anna, "Others…")
    await taps(desk, anna, "regulars (from 4 visits) · 0")
    await anna.sees("0 people get it, of 0 picked")
    await taps(desk, anna, "✓ regulars")
    await taps(desk, anna, "here lately (30 d) · 2")
    await taps(desk, anna, "language: English · 1")
    await anna.sees("1 person gets it, of 1 picked")
    await taps(desk, anna, "Last visit…")
    await says(desk, anna, "many")
    await anna.sees("I can't read numbers")
    await says(desk, anna, "-3")
    await anna.sees("here lately (30 d), language: English, days since the last visit: up to 3")
    await taps(desk, anna, "Last visit…")
    await says(desk, anna, "1-999999999")  # longer ago than there are years
    await anna.sees("days since the last visit: 1 to 9999")
    await taps(desk, anna, "Last visit…")
    await says(desk, anna, "-3")
    await anna.sees("days since the last visit: up to 3")
    await taps(desk, anna, "Keep under a name")
    await says(desk, anna, "Friends")
    await anna.sees("Kept: Friends")
    await taps(desk, anna, "Back")
    await taps(desk, anna, "Here lately")
    await taps(desk, anna, "Others…")
    await taps(desk, anna, "★ Friends")
    await anna.sees("language: English, days since")


async def test_everybody_is_asked_once_more_with_who_is_skipped(desk: Desk) -> None:
    await desk.cafe.stamps(Account(MAX.telegram_id, "Max", "en"), 1)
    await wants_offers(desk.cafe, LEO, WishState.MUTED)
    anna = await anna_writes(desk)
    await taps(desk, anna, "Everybody")
    page = await anna.sees("Everybody? 3 customers, 1 of them get it")
    assert "1 muted" in page["text"]
    assert "1 who have not said yes to offers" in page["text"]
    assert (await the_draft(desk)).terms == BroadcastTerms()
    await taps(desk, anna, "Yes, to all who may get it")
    assert (await the_draft(desk)).terms == BroadcastTerms(everybody=True)
    await taps(desk, anna, "Preview")
    look = await anna.sees("Above: exactly as it arrives")
    assert "1 person; " in look["text"]
    assert "about 1 s; ends before quiet hours" in look["text"]


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
    await says(desk, anna, "16:00")
    await anna.sees("I can't read a date")
    await says(desk, anna, "Fridays at 16:00 until 30.04")
    look = await anna.sees("each week, Friday 16:00, until 30 Apr 2025")
    assert "Friday 16:00: send to 2" in Person.buttons(look)
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
    assert "Send to 21" in Person.buttons(look)
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


async def test_a_question_that_is_left_says_that_nothing_was_kept(desk: Desk) -> None:
    anna = await anna_writes(desk)
    page = await anna.sees("Your post")
    await taps(desk, anna, "Offer to take")
    await says(desk, anna, "A bun " * 50)
    await taps(desk, anna, "Words and languages", page)
    await anna.sees("Nothing was kept")
    assert (await the_draft(desk)).offer is None
    assert not [one for one in await anna.chat() if one.get("text") == "Done."]


async def test_a_question_in_one_more_language_that_is_left_keeps_the_first_answer(desk: Desk) -> None:
    anna = await anna_writes(desk)
    await desk.cafe.change_rules(ANNA, second_language="ru")
    await taps(desk, anna, "Words and languages")
    await taps(desk, anna, "Also in Русский")
    await says(desk, anna, "Булочки")
    await taps(desk, anna, "Offer to take")
    await says(desk, anna, "A bun")
    await taps(desk, anna, "The same words")
    await anna.sees("Done.")
    assert not [one for one in await anna.chat() if "Nothing was kept" in one.get("text", "")]


async def test_there_is_no_yes_to_everybody_when_nobody_would_get_it(desk: Desk) -> None:
    for guest in (MIA, LEO):
        await wants_offers(desk.cafe, guest, WishState.MUTED)
    anna = await anna_writes(desk)
    await taps(desk, anna, "Everybody")
    page = await anna.sees("Everybody? 2 customers, 0 of them get it")
    assert Person.buttons(page) == ["Back"]


async def test_a_bound_has_a_mark_and_is_taken_off_again(desk: Desk) -> None:
    anna = await anna_writes(desk)
    await taps(desk, anna, "Others…")
    for off in ("0", "-"):
        await taps(desk, anna, "Visits…")
        await anna.sees("To take this condition off: 0")
        await says(desk, anna, "2+")
        await taps(desk, anna, "✓ visits: 2 and more")
        await says(desk, anna, off)
        assert "Visits…" in Person.buttons(await anna.last())
        assert (await the_draft(desk)).segment == ()


async def test_a_kept_name_is_deleted_and_the_draft_stays_for_whom_it_is(desk: Desk) -> None:
    anna = await anna_writes(desk)
    await taps(desk, anna, "Here lately")
    await taps(desk, anna, "Others…")
    await taps(desk, anna, "Keep under a name")
    await says(desk, anna, "Friends")
    await taps(desk, anna, "Delete name")
    assert "★ Friends" not in Person.buttons(await anna.last())
    assert desk.cafe.number("SELECT COUNT(*) FROM segments") == 0
    assert len((await the_draft(desk)).segment) == 1
