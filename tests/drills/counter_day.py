"""A day at the counter as its people live it: who is there, what time it is, how a customer is served.

Not here: what happens on the day (story.py), the pencil (notebook.py), the judgement (agreement.py).
"""

import asyncio
import re
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.sandbox.person import Person
from tests.drills.notebook import Effort, Notebook, Noted, Way
from tests.people import Customer, Message, ShownOnPhone, Staff
from tests.running_cafe import RunningCafe

ZONE = ZoneInfo("Europe/Tallinn")
ITEM = "Free coffee"


class Regular(Customer):
    """A customer who reads their receipts."""

    async def receipt(self, before: int) -> Message:
        """The next receipt after so many messages."""
        return await self.answer("№ ", before)

    async def answer(self, words: str, before: int) -> Message:
        """A message that says this and came after so many others."""
        return await self._new(before, words)

    async def forgets(self) -> None:
        """/forget, and the yes that it asks for."""
        await self.says("/forget")
        await self.reads("forget-sure")
        await self.chooses("button-forget-yes")
        await self.reads("forget-done")


@dataclass(slots=True, repr=False)
class Day:
    """The cafe on that day. The staff come one after another."""

    cafe: RunningCafe
    notebook: Notebook = field(default_factory=Notebook)
    owner: Staff = field(init=False)
    ben: Staff = field(init=False)
    cara: Staff = field(init=False)
    dora: Staff = field(init=False)
    till: Staff = field(init=False)
    group: int = 0
    on_shift: str = ""
    hands_to_first_stamp: int = 0
    """Taps and texts of the owner before the practice stamp, that one included."""
    regulars: dict[str, Regular] = field(default_factory=dict)

    async def until(self, hour: int, minute: int) -> None:
        """Time passes until the cafe's clock says so; it never goes back, and may be late."""
        now = self.cafe.clock.now().astimezone(ZONE)
        then = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
        if then > now:
            await self.cafe.waits(seconds=(then - now).total_seconds())

    async def until_tomorrow(self) -> None:
        """Night passes, so that the whole day lies on one date."""
        now = self.cafe.clock.now().astimezone(ZONE)
        then = (now + timedelta(days=1)).replace(hour=7, minute=0, second=0, microsecond=0)
        await self.cafe.waits(seconds=(then - now).total_seconds())

    async def passes(self, minutes: float) -> None:
        """Minutes go by."""
        await self.cafe.waits(minutes=minutes)

    async def regular(self, name: str) -> Regular:
        """Somebody who collects here; joins when they come for the first time."""
        if name not in self.regulars:
            guest = await Regular.join(self.cafe.http, name)
            await guest.joins()
            self.regulars[name] = guest
        return self.regulars[name]

    async def takes_shift(self, name: str) -> None:
        """One tap at the till."""
        await self.till.presses("Who is on shift")
        shift = await self.till.sees("Tap your name")
        assert await self.till.taps(name, shift) == f"{name} is on shift"
        self.on_shift = name

    async def serves(
        self, way: Way, staff: Staff, name: str, *, stamps: int = 1, typed: bool = True
    ) -> Message:
        """An ordinary visit from *Stamp me* to its receipt; `typed`: +n in one text with the digits."""
        guest = await self.regular(name)
        before = len(await guest.chat())
        code = await guest.shows_code()
        began = self._counts(staff)
        match way:
            case Way.QUEUE:
                place = self.group or staff.id
                await waits_for(staff, place, badge(code))
                await staff.taps(f"{badge(code)} · ", chat=place)
            case Way.SCAN:
                await self._taps_plus(staff, await staff.scans_code(code), stamps)
            case Way.CHAT:
                seen = len(await staff.chat(self.group))
                await staff.says(f"{code.digits} +{stamps}" if typed else code.digits, self.group)
                if not typed:
                    await self._taps_plus(staff, await sees_card(staff, self.group, seen, code), stamps)
            case _ if typed:
                await staff.types_code(code, f" +{stamps}")
            case _:
                await self._taps_plus(staff, await staff.types_code(code), stamps)
        receipt = await guest.receipt(before)
        self.notes(way, staff, began, stamps)
        assert f"· +{stamps} " in receipt["text"], receipt
        return receipt

    def notes(
        self, way: Way, staff: Staff, began: Effort, stamps: int, *, asked: bool = False, by: str = ""
    ) -> None:
        """Write a visit down, with what the staff member's hand has done since `began`."""
        now = self._counts(staff)
        effort = Effort(now.taps - began.taps, now.texts - began.texts)
        self.notebook.visits.append(Noted(way, by or self.signs_as(staff), stamps, effort, asked))

    def begins(self, staff: Staff) -> Effort:
        """Where a hand's counts stand, for `notes`."""
        return self._counts(staff)

    def signs_as(self, staff: Staff) -> str:
        """Under which name a phone's entries go."""
        at_till = hasattr(self, "till") and staff is self.till
        return self.on_shift if at_till else staff.first_name

    @staticmethod
    def _counts(staff: Staff) -> Effort:
        return Effort(staff.taps_made, staff.texts_sent)

    @staticmethod
    async def _taps_plus(staff: Staff, card: Message, stamps: int) -> None:
        await staff.taps("+1" if stamps == 1 else f"+{stamps}", card)


def badge(code: ShownOnPhone) -> str:
    """Emoji and number, as buttons have them."""
    line = next(line for line in code.text["text"].splitlines() if line.endswith(code.pair))
    return f"{line.split()[0]} {code.pair.split()[-1]}"


async def waits_for(person: Person, chat: int, label: str) -> Message:
    """The queue in that chat once somebody with this badge can be served."""
    for _ in range(500):
        for one in reversed(await person.chat(chat)):
            if any(button.startswith(f"{label} · ") for button in person.buttons(one)):
                return one
        await asyncio.sleep(0.02)
    raise AssertionError(f"{label} never stood in the queue of {chat}: {(await person.chat(chat))[-3:]}")


async def sees_card(staff: Staff, chat: int, before: int, code: ShownOnPhone) -> Message:
    """The staff card of a code, among the messages that came after so many."""
    for _ in range(500):
        for one in reversed((await staff.chat(chat))[before:]):
            if is_card_of(staff, one, code):
                return one
        await asyncio.sleep(0.02)
    raise AssertionError(f"no card of {code.pair} came: {(await staff.chat(chat))[before:]}")


def is_card_of(staff: Staff, message: dict[str, Any], code: ShownOnPhone) -> bool:
    """Whether it is a staff card, and about this code."""
    heading, _, rest = str(message.get("text", "")).partition("\n")
    return code.pair in heading and staff.tongue.is_staff_card(rest)


def number_of(receipt: Message) -> int:
    """The number after №."""
    found = re.search(r"№ (\d+)", receipt["text"])
    assert found is not None, receipt
    return int(found[1])
