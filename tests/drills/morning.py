"""What happens until the rush is over, in the words of people: the owner alone, the team, eleven at once.

Not here: the rest of the day (story.py), and how a customer is served (counter_day.py).
"""

import asyncio
import re

from tests.drills.counter_day import ITEM, ZONE, Day, badge, number_of, waits_for
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


async def somebody_practises(day: Day) -> None:
    """Ben shows it to a friend: nobody is told, nothing is counted."""
    before = len(await day.ben.chat())
    await day.ben.presses("Practice")
    card = await day.ben.sees_card(before)
    assert await day.ben.taps("+6", card) == f"Card full: {ITEM}. 0 of 6"
