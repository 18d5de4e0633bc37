"""What happens after the rush until the close, in the words of people.

Not here: how the day begins (morning.py), how a customer is served (counter_day.py), and whether the books
agree afterwards (agreement.py).
"""

from tests.drills.counter_day import ITEM, Day, badge, number_of, sees_card, waits_for
from tests.drills.notebook import Way
from tests.people import Staff


async def a_free_one_and_a_paid_one(day: Day) -> None:
    """One visit, a coffee handed over and a stamp for the other cup."""
    lia = await day.regular("Lia")
    before = len(await lia.chat())
    code = await lia.shows_code()
    began = day.begins(day.ben)
    card = await day.ben.types_code(code)
    assert await day.ben.taps(f"Hand over: {ITEM}", card) == f"Asked the customer: {ITEM}?"
    await lia.sees(f"hand over {ITEM} to you now?")
    await lia.taps("Yes, please")
    assert f"{ITEM} · handed over by Ben" in (await lia.receipt(before))["text"]
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
