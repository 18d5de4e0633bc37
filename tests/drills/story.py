"""What happens on the day, hour by hour, in the words of people.

Not here: how a customer is served (counter_day.py), and whether the books agree afterwards (agreement.py).
"""

import asyncio
import re

from tests.drills.counter_day import ITEM, ZONE, Day, badge, number_of, sees_card, waits_for
from tests.drills.notebook import Way
from tests.people import Message, ShownOnPhone, Staff

RUSH = (
    "Anna", "Berta", "Clara", "Doris", "Emma", "Frida", "Greta", "Heidi", "Ida", "Kai", "Oli",
)  # fmt: skip


SET_UP = 12
"""Taps and texts, at most, from the owner link to the first practice stamp."""


async def alone_with_the_owner_link(day: Day) -> None:
    """START, the wizard, and a stamp for somebody to practise on; one phone, nobody else."""
    day.owner = owner = await Staff.join(day.cafe.http, "Olga")
    await owner.opens(await day.cafe.owner_link())
    await owner.starts()
    await owner.reads("setup-hint")
    await owner.chooses("button-set-town")
    await owner.reads("ask-town")
    before = len(await owner.chat())
    await owner.says("Tallinn")
    await owner.sees(f"Tallinn ({ZONE.key})")
    await owner.chooses("button-finish")
    card = await owner.sees_card(before)
    assert await owner.taps("+1", card) == "1 of 6"
    day.hands_to_first_stamp = owner.taps_made + owner.texts_sent
    assert day.hands_to_first_stamp <= SET_UP


async def the_owner_serves_alone(day: Day) -> None:
    """Nobody else works here: the queue comes to the owner's own chat."""
    await day.serves(Way.QUEUE, day.owner, "Uma")
    await day.serves(Way.SCAN, day.owner, "Wanda")
    await day.serves(Way.PRIVATE, day.owner, "Zoe", typed=False)


async def the_baristas_come(day: Day) -> None:
    """Three baristas, a till that two of them share, and the staff chat."""
    cafe, owner = day.cafe, day.owner
    day.ben = await cafe.barista(owner, "Ben")
    day.cara = await cafe.barista(owner, "Cara")
    day.dora = await cafe.barista(owner, "Dora")
    await owner.says("/staff")
    await owner.sees("Who works here")
    await owner.taps("Add a till")
    link = next(
        word for word in (await owner.sees("Open this link on the phone"))["text"].split() if "start=" in word
    )
    day.till = await Staff.join(cafe.http, "Counter")
    await day.till.opens(link)
    await day.till.starts()
    await owner.sees("Counter opened your invite")
    await owner.taps("Yes, let them in")
    await day.till.sees("The owner made this account the till")
    await owner.says("/staffchat")
    await owner.sees("The staff chat is a group")
    day.group = await owner.presses_and_picks_chat(
        "Pick or make a group", title="Counter", members=[day.ben, day.cara, day.dora]
    )
    await owner.sees("Nobody is waiting", chat=day.group)


async def two_share_the_till(day: Day) -> None:
    """Each under their own name."""
    await day.takes_shift("Ben")
    await day.serves(Way.TILL, day.till, "Lia", stamps=6)
    await day.takes_shift("Cara")
    await day.serves(Way.TILL, day.till, "Max", stamps=6, typed=False)


async def the_rush(day: Day) -> None:
    """Eleven wait at once; two serve them in parallel, and a third loses her role in the middle of it."""
    before = {name: len(await (await day.regular(name)).chat()) for name in RUSH}
    shown = await asyncio.gather(*(day.regulars[name].shows_code() for name in RUSH))
    for code in shown:
        await waits_for(day.ben, day.group, badge(code))
    queue = await waits_for(day.ben, day.group, badge(shown[0]))
    assert "11 are waiting" in queue["text"]

    from_above, from_below = shown[:6], list(reversed(shown[5:]))
    ewa = await day.regular("Ewa")
    looked_at = await day.dora.types_code(await ewa.shows_code())
    await day.dora.presses("My card")
    await day.dora.taps("Stamp me", await day.dora.sees("Your card: 0 of 6"))
    await day.dora.sees("Show this to the barista")
    await asyncio.gather(
        _taps_down(day, day.ben, from_above),
        _taps_down(day, day.cara, from_below),
        _removes(day.owner, "Dora"),
    )
    for name in RUSH:
        assert "· +1 stamp ·" in (await day.regulars[name].receipt(before[name]))["text"]
    await _is_out_at_the_next_tap(day, looked_at)
    await day.dora.no_longer_sees("Show this to the barista")
    await ewa.sees("put this code aside")


async def _taps_down(day: Day, staff: Staff, codes: list[ShownOnPhone]) -> None:
    """One tap each; who is last is tapped by both, and one of the two taps counts."""
    for code in codes:
        began = day.begins(staff)
        toast = await staff.taps_before_redraw(f"{badge(code)} · ", await _queue(staff, day.group))
        if toast is None or "was first" in toast:
            assert code is codes[-1], (code.pair, toast)
            continue
        assert re.fullmatch(r"\d of 6(, one to go)?", toast), toast
        day.notes(Way.QUEUE, staff, began, 1)


async def _queue(staff: Staff, chat: int) -> Message:
    return [one for one in await staff.chat(chat) if "waiting" in one.get("text", "")][-1]


async def _removes(owner: Staff, name: str) -> None:
    await owner.says("/staff")
    await owner.sees("Who works here")
    await owner.taps(name)
    await owner.sees("Customers read this name on their receipts")
    await owner.taps("Remove")
    await owner.sees(f"Remove {name}?")
    assert await owner.taps("Yes, remove") == f"{name} is removed"


async def _is_out_at_the_next_tap(day: Day, looked_at: Message) -> None:
    """Neither her card nor the queue does anything for her any more."""
    dora = day.dora
    toast = await dora.taps_before_redraw("+1", looked_at)
    assert toast is None or "Only staff can do this" in toast
    await dora.sees_on(looked_at, "This message was for staff.")
    late = await day.regular("Vera")
    code = await late.shows_code()
    queue = await waits_for(dora, day.group, badge(code))
    assert "Only staff can do this" in str(await dora.taps(f"{badge(code)} · ", queue))
    await dora.says(code.digits)
    await dora.sees("Six digits are for the barista to type")


async def a_wrong_tap_is_undone(day: Day) -> None:
    """Cara tapped on the wrong one; Undo stands in the same message, and the right tap comes after it."""
    name = "Pia"
    receipt = await day.serves(Way.QUEUE, day.cara, name)
    undo = await day.cara.sees(f"{name} · +1", chat=day.group)
    label = next(one for one in day.cara.buttons(undo) if one.startswith("Undo "))
    before = len(await day.regulars[name].chat())
    await day.cara.taps(label, undo)
    taken = await day.regulars[name].receipt(before)
    assert "−1 stamp · 0 of 6" in taken["text"]
    assert number_of(taken) > number_of(receipt)
    day.notebook.takes_back(by="Cara", stamps=1)
    await day.serves(Way.QUEUE, day.cara, name)


async def who_was_turned_away_is_served(day: Day) -> None:
    """Ewa, whose card Dora had open, and Vera, whom Dora was not let to serve."""
    await day.serves(Way.SCAN, day.ben, "Ewa")
    await day.serves(Way.QUEUE, day.ben, "Vera")


async def a_free_one_and_a_paid_one(day: Day) -> None:
    """One visit, a coffee handed over and a stamp for the other cup."""
    lia = await day.regular("Lia")
    before = len(await lia.chat())
    code = await lia.shows_code()
    began = day.begins(day.ben)
    card = await day.ben.types_code(code)
    assert await day.ben.taps(f"Hand over: {ITEM}", card) == f"Asked the customer: {ITEM}?"
    await lia.sees(f"hand out {ITEM} to you now?")
    await lia.taps("Yes, please")
    assert f"{ITEM} · handed out by Ben" in (await lia.receipt(before))["text"]
    await day.ben.sees_on(card, "handed over · Ben")
    await day.ben.taps("+1", card)
    await lia.sees("+1 stamp · 1 of 6 · thanks, Ben")
    day.notebook.handed_over["Ben"] += 1
    day.notes(Way.PRIVATE, day.ben, began, 1, asked=True)


async def a_wrong_coffee_is_taken_back(day: Day) -> None:
    """Max wanted to keep his free one: it is his again, and he pays."""
    max_ = await day.regular("Max")
    code = await max_.picks_reward()
    began = day.begins(day.cara)
    card = await day.cara.scans_code(code)
    before = len(await max_.chat())
    assert await day.cara.taps(f"Hand over: {ITEM}", card) == f"Handed over: {ITEM}"
    await max_.receipt(before)
    await day.cara.sees_on(card, "handed over · Cara")
    before = len(await max_.chat())
    await day.cara.taps(f"Undo: {ITEM}", card)
    assert f"{ITEM} is yours again" in (await max_.receipt(before))["text"]
    await day.cara.sees_on(card, "given back · Cara")
    await day.cara.taps("+1", card)
    await max_.sees("+1 stamp · 1 of 6 · thanks, Cara")
    day.notes(Way.SCAN, day.cara, began, 1, asked=True)


async def kai_and_oli_come_again(day: Day, way: Way, phone: str) -> None:
    """They were in the rush; nothing is asked before the fourth time."""
    staff: Staff = getattr(day, phone)
    await day.serves(way, staff, "Kai")
    await day.serves(way, staff, "Oli", typed=False)


async def the_fourth_coffee_asks_why(day: Day, name: str) -> None:
    """One tap in the queue opens the card, one tap says why."""
    guest, staff = await day.regular(name), day.cara
    before = len(await guest.chat())
    code = await guest.shows_code()
    began, seen = day.begins(staff), len(await staff.chat(day.group))
    queue = await waits_for(staff, day.group, badge(code))
    assert "One look first" in str(await staff.taps(f"{badge(code)} · ", queue))
    card = await sees_card(staff, day.group, seen, code)
    assert "Visit 4 of this card today. Why once more?" in card["text"]
    await staff.taps("+1 · A friend's order", card)
    await guest.receipt(before)
    day.notes(Way.QUEUE, staff, began, 1, asked=True)


async def twenty_minutes_away(day: Day) -> None:
    """The bot is stopped: a tap waits and counts, a wish waits too long and is answered with regret."""
    mia, leo = await day.regular("Mia"), await day.regular("Leo")
    before = len(await mia.chat())
    code = await mia.shows_code()
    began = day.begins(day.ben)
    card = await day.ben.types_code(code)
    await day.cafe.quiet()
    await day.cafe.stops_bot()
    await day.ben.taps("+1", card, wait=0.1)
    await leo.presses("Stamp me")
    await day.passes(20)
    await day.cafe.starts_bot()
    for chat in (day.owner.id, day.group):
        told = await day.owner.sees("I was away from", chat=chat)
        assert "Mia · +1, 1 of 6" in told["text"]
    await mia.receipt(before)
    day.notes(Way.PRIVATE, day.ben, began, 1)
    await leo.sees("I was away when you asked")
    await day.serves(Way.CHAT, day.cara, "Leo")


async def a_table_orders(day: Day) -> None:
    """Six at once, typed; the card is full."""
    await day.serves(Way.PRIVATE, day.ben, "Nora", stamps=6)
    await day.regulars["Nora"].sees("Your card is full")


async def the_table_drinks_its_free_one(day: Day) -> None:
    """A visit without a stamp: the reward was picked before, one tap hands it over."""
    guest = await day.regular("Nora")
    code = await guest.picks_reward()
    began = day.begins(day.ben)
    card = await day.ben.scans_code(code)
    before = len(await guest.chat())
    await day.ben.taps(f"Hand over: {ITEM}", card)
    await guest.receipt(before)
    day.notebook.handed_over["Ben"] += 1
    day.notes(Way.SCAN, day.ben, began, 0)


async def a_refund_after_it_was_drunk(day: Day) -> None:
    """The owner takes the six stamps back; the coffee stays drunk and is written off."""
    guest = await day.regular("Nora")
    filled = await guest.sees("· +6 stamps ·")
    before = len(await guest.chat())
    await day.owner.says(f"/undo {number_of(filled)} the order was refunded")
    told = await guest.receipt(before)
    assert "a visit was taken back · 0 of 6" in told["text"]
    assert "You had used 6 stamps of it already" in told["text"]
    shown = await day.owner.sees("Reason: the order was refunded")
    assert "6 stamps were used already and are written off" in shown["text"]
    day.notebook.takes_back(by="Ben", stamps=6)
    day.notebook.written_off += 6


async def somebody_practises(day: Day) -> None:
    """Ben shows it to a friend: nobody is told, nothing is counted."""
    before = len(await day.ben.chat())
    await day.ben.presses("Practice")
    card = await day.ben.sees_card(before)
    assert await day.ben.taps("+6", card) == f"Card full: {ITEM}. 0 of 6"


async def forgotten_and_back(day: Day, name: str) -> None:
    """Nobody knows the name any more; whoever comes back has an empty card and today's limits."""
    guest = await day.regular(name)
    await guest.forgets()
    before = len(await guest.chat())
    await guest.starts()
    await guest.answer("Your card: 0 of 6", before)
    await the_fourth_coffee_asks_why(day, name)
    await guest.sees("+1 stamp · 1 of 6 · thanks, Cara")


def guests(count: int) -> list[str]:
    """Names of people who just come for coffee: letters only, as staff screens show them."""
    return [f"Guest{chr(65 + number // 26)}{chr(97 + number % 26)}" for number in range(count)]


async def ordinary_visits(day: Day, wishes: list[tuple[str, Way]]) -> None:
    """One after another, by turns with +1 typed or tapped, one stamp or two."""
    phones: dict[Way, list[Staff]] = {
        Way.QUEUE: [day.ben, day.cara], Way.PRIVATE: [day.cara, day.owner], Way.TILL: [day.till],
        Way.CHAT: [day.ben, day.owner], Way.SCAN: [day.owner, day.cara],
    }  # fmt: skip
    for number, (name, way) in enumerate(wishes):
        staff = phones[way][number % len(phones[way])]
        stamps = 1 if way is Way.QUEUE else 1 + number % 2
        await day.serves(way, staff, name, stamps=stamps, typed=number % 3 > 0)


async def closes(day: Day) -> str:
    """/close, and once more: the same figures."""
    await day.cafe.quiet()
    await day.owner.says("/close")
    close = await day.owner.sees("Closed at 18:00 by Olga.")
    before = len(await day.owner.chat())
    await day.owner.says("/close")
    await day.cafe.quiet()
    again = (await day.owner.chat())[before + 1]
    assert again["text"] == close["text"]
    return str(close["text"])
