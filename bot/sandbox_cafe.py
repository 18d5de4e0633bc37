"""The cafe that stands in the sandbox when it opens: an owner, a barista, a customer with four stamps.

No row is written by hand: people open links, type and tap, as anybody would.
"""

import re
from typing import Final

from bot.sandbox.person import Person

_LINK: Final = re.compile(r"https?://\S+\?start=[A-Za-z0-9_-]+")
_CODE: Final = re.compile(r"^(?P<pair>.+)\n(?P<digits>\d{3} ?\d{3})$", re.MULTILINE)
_GIVEN: Final = (2, 2)
"""Stamps of each visit."""


async def set_up_cafe(address: str, owner_link: str) -> None:
    """Everything up to the first regular customer. Raises AssertionError when people see something else."""
    async with (
        await Person.join(address, "Maria", note="owner") as owner,
        await Person.join(address, "Olga", note="barista") as barista,
        await Person.join(address, "Anna", note="customer") as customer,
    ):
        await owner.opens(owner_link)
        await owner.starts()
        await owner.sees("the owner")
        await _say_all_is_right(owner)
        await _invite(owner, barista)
        await customer.starts()
        await customer.sees("0 of 6")
        given = 0
        for stamps in _GIVEN:
            await _give_stamps(barista, customer, stamps)
            given += stamps
            await customer.sees(f"{given} of 6 · thanks")


async def _say_all_is_right(owner: Person) -> None:
    """The wizard's guesses are good enough; then a stamp for whoever walks up to practise on."""
    await owner.taps("All right, start", await owner.sees("A first guess"))
    card = await owner.sees("Practice customer")
    await owner.taps("+1", card)
    await owner.sees("What comes next")


async def _invite(owner: Person, barista: Person) -> None:
    await owner.says("/invite")
    invite = await owner.sees("Send this link")
    link = _LINK.search(invite["text"])
    assert link is not None, "the invite holds no link"  # noqa: S101 - what people see is the proof
    await barista.opens(link[0])
    await barista.starts()
    await owner.sees("Let them in?")
    await owner.taps("Yes, let them in")
    await barista.sees("The owner let you in")


async def _give_stamps(barista: Person, customer: Person, stamps: int) -> None:
    await customer.presses("Stamp me")
    code = await customer.sees("Show this to the barista")
    shown = _CODE.search(code["text"])
    assert shown is not None, "the code message shows no code"  # noqa: S101 - what people see is the proof
    await barista.says(shown["digits"])
    # The queue names her too, but goes on in the same line.
    card = await barista.sees(f"{shown['pair']} · Anna\n")
    await barista.taps(f"+{stamps}", card)
    await customer.no_longer_sees("Show this to the barista")
