"""Unhappy customers in the words of people: a complaint, who takes it, both ways of talking, the coffee at
the counter, and whether it was put right.

Not here: low scores, bounds and races (test_tickets.py, test_ticket_work.py and test_apologies.py in
tests/use_cases).
"""

import asyncio
from typing import Any

import pytest

from bot.sandbox.person import NotVisible
from bot.sandbox.phone import SaidNo
from tests.journeys.main_loop import judge_screens
from tests.journeys.test_letters import a_picture, said_to
from tests.journeys.test_staff_chat import makes_staff_chat
from tests.people import Customer, Message, Reader, Staff
from tests.running_cafe import RunningCafe, reads_after
from tests.tongues import tongue


@pytest.fixture
async def cafe(cafe: RunningCafe) -> RunningCafe:
    """By day: at night nobody is asked whether it was put right."""
    await cafe.waits(hours=4)
    return cafe


async def manager(cafe: RunningCafe, owner: Staff, name: str, **more: Any) -> Staff:
    """Somebody is hired, and promoted."""
    hired = await cafe.barista(owner, name, **more)
    asked = await owner.says("/staff")
    page = await reads_after(owner, "staff-list-heading", asked)
    await owner.taps(name, page)
    await owner.chooses("button-make-manager", page)
    await hired.reads("notice-role")
    return hired


async def complains(customer: Customer, text: str) -> None:
    """They write, and tap that it is a complaint."""
    await customer.says(text)
    hint = await customer.sees(customer.tongue.piece("letter-passed"))
    toast = await customer.chooses("button-complaint", hint)
    assert toast == customer.tongue.label("toast-complained", passed="yes")


async def ticket_of(reader: Reader, text: str = "", *, after: Message | None = None) -> Message:
    """The newest ticket in somebody's own chat, once it says this; one that came after another message."""
    asked = after["message_id"] if after is not None else 0
    for _ in range(300):
        shown = [one for one in await reader.chat() if _is_ticket(one, reader)]
        if shown and text in shown[-1]["text"] and shown[-1]["message_id"] > asked:
            return shown[-1]
        await asyncio.sleep(0.02)
    raise AssertionError(f"{reader.first_name} saw no ticket with {text!r}: {await reader.chat()}")


def _is_ticket(message: Message, reader: Reader) -> bool:
    return reader.tongue.piece("ticket-customer") in message.get("text", "")


@pytest.mark.parametrize("language", ["en", "ru", "et"])
async def test_a_complaint_from_the_letter_to_the_coffee_and_put_right(
    cafe: RunningCafe, language: str
) -> None:
    reads = tongue(language)
    owner = await cafe.owner("Olga", reads=reads)
    ben = await cafe.barista(owner, "Ben", reads=reads)
    mia = await cafe.customer("Mia", reads=reads)
    await complains(mia, "The milk was <b>sour</b>")
    ticket = await ticket_of(owner, "The milk was <b>sour</b>")
    assert await owner.chooses("button-ticket-take", ticket) == reads.label(
        "toast-ticket-taken", mine="yes", by="Olga"
    )
    ticket = await ticket_of(owner, reads.words.plain("ticket-taken", by="Olga"))
    await owner.replies(ticket, "I am so sorry")
    await mia.sees("Olga: I am so sorry" if language != "ru" else "I am so sorry")
    await mia.says("It happens")
    await mia.reads("letter-managers")
    await owner.sees("It happens")

    toast = await owner.chooses("button-apologise", ticket, item=reads.item())
    assert toast == reads.label("toast-apologised", item=reads.item())
    await mia.sees(reads.item())
    card = await ben.types_code(await mia.picks_reward())
    await ben.chooses("button-hand-over", card, item=reads.item())
    await mia.reads("receipt-handed-over")

    ticket = await ticket_of(owner, reads.piece("ticket-apologised-by"))
    await owner.chooses("button-put-right", ticket)
    asked = await mia.reads("put-right-asked")
    await mia.chooses("button-put-right-yes", asked)
    await ticket_of(owner, reads.words.plain("ticket-agreed", agreed="yes"))
    await owner.says("/tickets")
    await owner.reads("tickets-heading")
    await owner.reads("tickets-none")
    await knows_nothing(ben)
    for person in (owner, mia, ben):
        await judge_screens(person, reads)


async def knows_nothing(barista: Staff) -> None:
    """Nothing that they were ever sent speaks of an unhappy customer."""
    said = "\n".join(await said_to(barista)).lower()
    for word in ("sour", "sorry", "happens", barista.tongue.piece("ticket-customer").lower()):
        assert word not in said


async def test_staff_mark_it_and_from_then_on_no_barista_reads_who_and_what(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    max_ = await manager(cafe, owner, "Max")
    ben = await cafe.barista(owner)
    group = await makes_staff_chat(owner, ben)
    mia = await cafe.customer("Mia")
    await mia.says("The milk was sour")
    letter = await ben.sees("Mia writes:", chat=group)
    await mia.sends_photo(a_picture(), "this milk")
    photo = await ben.sees("this milk", chat=group)
    passed = ben.tongue.label("toast-complaint", passed="yes")
    for one in (letter, photo):
        assert await ben.chooses("button-mark-complaint", one) == passed
    await ben.sees("it is with the managers", chat=group)
    await cafe.quiet()
    await ben.replies(letter, "so what")
    await ben.reads("error-is-complaint", chat=group)
    shown = [one for one in await ben.chat(group) if one["from"]["is_bot"]]
    said = [one.get("text") or one.get("caption") or "" for one in shown]
    assert not [one for one in said if "Mia" in one or "milk" in one]
    assert (await max_.sees("this milk"))["photo"]
    await ticket_of(max_, "The milk was sour")

    await mia.says("And nobody answers")
    await max_.sees("And nobody answers")
    assert not [one for one in await ben.chat(group) if "nobody answers" in one.get("text", "")]


async def test_nothing_that_is_sent_to_baristas_names_the_customer_from_the_complaint_on(
    cafe: RunningCafe,
) -> None:
    """Whatever came of it: every message and edit, read in what the server saw."""
    owner = await cafe.owner()
    max_ = await manager(cafe, owner, "Max")
    ben = await cafe.barista(owner)
    group = await makes_staff_chat(owner, ben)
    mia = await cafe.customer("Mia")
    await mia.says("The milk was sour")
    await ben.sees("Mia writes:", chat=group)
    await mia.chooses("button-complaint", await mia.reads("letter-passed"))
    await ben.sees("it is with the managers", chat=group)
    before = len(await cafe.transcript())

    await mia.says("And cold")
    await mia.sends_photo(a_picture(), "this one")
    await max_.replies(await max_.sees("And cold"), "So sorry")
    await mia.sees("Max: So sorry")
    ticket = await ticket_of(max_, "So sorry")
    await max_.chooses("button-apologise", ticket, item="Free coffee")
    await max_.chooses("button-not-put-right", ticket)
    await mia.chooses("button-put-right-no", await mia.reads("put-right-asked"))
    await max_.chooses("button-ticket-reopen", await ticket_of(max_, "was not put right"))
    await cafe.removes("Max")
    await owner.says("/tickets")
    await owner.reads("tickets-heading")
    for text in ("/tickets", "/today"):
        await ben.says(text)
    await ben.reads("error-not-manager")
    await mia.says("/forget")
    await mia.chooses("button-forget-yes")
    await ticket_of(owner, "They asked to be forgotten")
    await cafe.quiet()
    said = [
        str(line.get("text") or "")
        for line in (await cafe.transcript())[before:]
        if "call" in line and line.get("chat") in (ben.id, group)
    ]
    assert said, "the letter there was drawn again when she was forgotten, and Ben was refused"
    assert not [
        text for text in said if any(word in text for word in ("Mia", "milk", "cold", "sorry", "ticket"))
    ]


async def test_of_two_who_take_it_at_once_one_has_it_and_the_other_reads_who(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    max_ = await manager(cafe, owner, "Max")
    mia = await cafe.customer("Mia")
    await complains(mia, "Cold coffee")
    first, second = await ticket_of(owner), await ticket_of(max_)
    toasts = await asyncio.gather(
        owner.chooses("button-ticket-take", first), max_.chooses("button-ticket-take", second)
    )
    assert sorted(map(str, toasts)) in (
        ["Max takes care of it", "You take care of it"],
        ["Olga takes care of it", "You take care of it"],
    )
    if toasts[0] == "You take care of it":
        taken = await ticket_of(max_, "Olga takes care")
        assert max_.buttons(taken) == []
        assert "Reply to this message" not in taken["text"]
        await max_.replies(taken, "me too")
        await max_.reads("error-ticket-taken")


async def test_voice_and_picture_both_ways_and_a_reply_after_it_was_closed(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    mia = await cafe.customer("Mia")
    await mia.sends_voice(4)
    await mia.chooses("button-complaint", await mia.reads("letter-passed"))
    voice = await owner.sees("Mia says:")
    assert voice["voice"]
    await owner.sends(voice=3, reply_to=voice["message_id"])
    assert (await mia.sees("Olga says:"))["voice"]
    await mia.sends_photo(a_picture(), "look")
    await cafe.quiet()
    [picture] = [one for one in await owner.chat() if "look" in one.get("caption", "")]
    assert picture["photo"]
    await owner.replies(picture, "I see")
    await mia.sees("Olga: I see")

    ticket = await ticket_of(owner, "I see")
    await owner.chooses("button-not-put-right", ticket)
    await owner.replies(ticket, "One more thing")
    await owner.reads("ticket-passed-after-close")
    await mia.sees("Olga: One more thing")
    await cafe.waits(hours=49)
    await owner.replies(ticket, "Hello?")
    await owner.sees("Nothing was sent: this was closed by Olga")
    assert not [one for one in await said_to(mia) if "Hello?" in one]


async def test_a_no_is_taken_up_again_and_they_are_asked_once_more_when_it_is_closed(
    cafe: RunningCafe,
) -> None:
    owner = await cafe.owner()
    mia = await cafe.customer("Mia")
    await complains(mia, "Cold coffee")
    open_one = await ticket_of(owner)
    await owner.chooses("button-ticket-take", open_one)
    await owner.chooses("button-put-right", await ticket_of(owner, "Olga takes care"))
    asked = await mia.reads("put-right-asked")
    await mia.chooses("button-put-right-no", asked)
    told = await ticket_of(owner, "They say: it was not put right.")
    await owner.chooses("button-ticket-reopen", told)
    again = await ticket_of(owner, "Olga takes care")
    await cafe.waits(hours=24)  # one question a day
    await owner.chooses("button-put-right", again)
    closed = await ticket_of(owner, "Put right. Closed by Olga.")
    assert owner.buttons(closed) == []
    again = await mia.reads("put-right-asked")
    assert len([one for one in await said_to(mia) if "it was not put right" in one]) == 1
    await mia.chooses("button-put-right-yes", again)
    await ticket_of(owner, "They say: it was put right.")


async def test_what_is_closed_in_the_evening_is_asked_about_in_the_morning(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    mia = await cafe.customer("Mia")
    await complains(mia, "Cold coffee")
    await owner.chooses("button-ticket-take", await ticket_of(owner))
    taken = await ticket_of(owner, "Olga takes care")
    await cafe.waits(hours=11)
    toast = await owner.chooses("button-put-right", taken)
    assert toast == owner.tongue.label("toast-ticket-closed", asked="later")
    await cafe.quiet()
    assert not [one for one in await said_to(mia) if "put right?" in one]
    await cafe.waits(hours=12)
    await mia.chooses("button-put-right-yes", await mia.reads("put-right-asked", timeout=40))
    await ticket_of(owner, "They say: it was put right.")


async def test_who_writes_again_after_the_close_waits_and_can_be_taken_by_anybody(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    max_ = await manager(cafe, owner, "Max")
    mia = await cafe.customer("Mia")
    await complains(mia, "Cold coffee")
    await max_.chooses("button-ticket-take", await ticket_of(max_))
    await max_.chooses("button-put-right", await ticket_of(max_, "Max takes care"))
    closed = await ticket_of(owner, "Closed by Max.")
    await mia.says("And now it is sour")
    await mia.reads("letter-managers")
    again = await ticket_of(owner, "And now it is sour", after=closed)
    assert await owner.chooses("button-ticket-take", again) == "You take care of it"
    assert "Olga takes care" in (await ticket_of(max_, "Olga takes care"))["text"]


async def test_the_budget_of_a_month_and_the_owner_who_raises_it(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    mia = await cafe.customer("Mia")
    await owner.says("/tickets")
    page = await owner.reads("tickets-heading")
    await owner.taps("0", page)
    await complains(mia, "Cold coffee")
    await owner.chooses("button-ticket-take", await ticket_of(owner))
    ticket = await ticket_of(owner, "Olga takes care")
    assert owner.buttons(ticket) == ["Put right", "Not put right"]
    await owner.taps("5", page)
    await owner.taps("○ Mia · 0 h · Olga", page)
    ticket = await ticket_of(owner, "Olga takes care", after=ticket)
    await owner.chooses("button-apologise", ticket, item="Free coffee")
    await mia.sees("With our apologies: Free coffee")


async def test_what_is_given_to_somebody_who_blocked_the_bot_is_said_to_lie_on_the_card(
    cafe: RunningCafe,
) -> None:
    owner = await cafe.owner()
    mia = await cafe.customer("Mia")
    await complains(mia, "Cold coffee")
    await owner.chooses("button-ticket-take", await ticket_of(owner))
    ticket = await ticket_of(owner, "Olga takes care")
    await mia.blocks()
    await cafe.quiet()
    toast = await owner.chooses("button-apologise", ticket, item="Free coffee")
    assert toast == owner.tongue.label("toast-apologised-untold", item="Free coffee")
    await ticket_of(owner, "They have blocked the bot")


async def test_a_day_without_an_answer_over_a_downtime_is_said_once(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    mia = await cafe.customer("Mia")
    await complains(mia, "Cold coffee")
    await ticket_of(owner)
    await cafe.stops_bot()
    await cafe.waits(hours=26)
    await cafe.starts_bot()
    await owner.reads("ticket-waits", timeout=15)
    for _ in range(2):
        await asyncio.sleep(0)
        await cafe.quiet()
    fresh = [one for one in await said_to(owner) if "waited for a day" in one]
    assert len(fresh) == 2, "the one of yesterday says it too"


async def test_who_is_forgotten_in_the_middle_is_nobody_and_no_tap_reaches_them(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    mia = await cafe.customer("Mia")
    await complains(mia, "Cold coffee")
    await owner.chooses("button-ticket-take", await ticket_of(owner))
    taken = await ticket_of(owner, "Olga takes care")
    await mia.says("/mydata")
    await mia.says("/forget")
    await mia.chooses("button-forget-yes")
    gone = await ticket_of(owner, "They asked to be forgotten")
    assert "Mia" not in gone["text"]
    assert "Cold coffee" not in gone["text"]
    assert owner.buttons(gone) == []
    with pytest.raises((NotVisible, SaidNo)):
        await owner.chooses("button-put-right", taken)
    await owner.replies(gone, "Sorry")
    await owner.reads("error-customer-gone")


async def test_who_is_no_manager_any_more_reads_no_ticket(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    max_ = await manager(cafe, owner, "Max")
    mia = await cafe.customer("Mia")
    await complains(mia, "Cold coffee")
    await max_.chooses("button-ticket-take", await ticket_of(max_))
    await ticket_of(max_, "Max takes care")
    asked = await owner.says("/staff")
    page = await reads_after(owner, "staff-list-heading", asked)
    await owner.taps("Max", page)
    await owner.chooses("button-make-barista", page)
    await max_.reads("staff-screen-over")
    assert not [one for one in await said_to(max_) if "Cold coffee" in one]
    await max_.says("/tickets")
    await max_.reads("error-not-manager")
    await ticket_of(owner, "Nobody has it yet")


async def test_who_works_here_since_answers_the_manager_who_takes_care_of_them(cafe: RunningCafe) -> None:
    owner, mia = await cafe.owner(), await cafe.customer("Mia")
    await complains(mia, "The milk was sour")
    asked = await owner.says("/invite")
    invite = await reads_after(owner, "invite-link", asked)
    await mia.opens(next(word for word in invite["text"].split() if "start=" in word))
    await mia.starts()
    await owner.chooses("button-invite-accept", await reads_after(owner, "invite-came", invite))
    await mia.reads("notice-accepted")
    await owner.replies(await ticket_of(owner, "The milk was sour"), "I am so sorry")
    answer = await mia.sees("I am so sorry")
    await mia.replies(answer, "It was sour again today")
    await owner.sees("It was sour again today")
    await mia.says("A word to nobody")
    await cafe.quiet()
    assert not [one for one in await owner.chat() if "A word to nobody" in one.get("text", "")]
