"""Somebody whose every trace is to be found, and how they say goodbye.

Not here: tests.
"""

from loyalty.ids import (
    MessageId,
    TelegramId,
)
from loyalty.letters import Content, Writing
from loyalty.people import Person
from loyalty.use_cases.customers.forgetting import ForgetPerson
from tests.counter import Cafe, private

ZELDA = Person(TelegramId(77_665_544_332), "Zeldamira Õunapuu", "et")
"""A name and a number that nothing else in a file looks like."""


def a_letter(text: str, number: int, *, by: Person = ZELDA, content: Content = Content.TEXT) -> Writing:
    return Writing(content, text, private(by), MessageId(number))


async def forgets(cafe: Cafe, person: Person) -> None:
    await ForgetPerson(cafe.database)(person)


def dump(cafe: Cafe) -> str:
    """Everything in the file, as words."""
    with cafe.raw() as connection:
        return "\n".join(connection.iterdump())
