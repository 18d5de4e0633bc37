"""Any text that a person can send is kept as it is; what no file can hold is refused without harm.

Not here: how a text is cleaned at the door.
"""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loyalty.ids import TelegramId, UpdateId
from loyalty.inbox import DialogueChange, NewUpdate
from loyalty.people import Person
from loyalty.ports import Transaction
from storage.open_database import OpenDatabase
from tests import databases


@pytest.mark.parametrize(
    "text", ["", "Олена", "☕️ 42 🇺🇦", "'; DROP TABLE cards; --", "a\nb\t", "\u202eevil", "x" * 100_000]
)
async def test_a_name_comes_back_as_it_was(database: OpenDatabase, text: str) -> None:
    def body(tx: Transaction) -> str:
        return tx.people.add_customer(Person(TelegramId(1), text, text)).name

    assert await database.write(body) == text
    found = await database.read(lambda tx: tx.people.find_customer(TelegramId(1)))
    assert found is not None
    assert (found.name, found.language) == (text, text)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(st.characters(codec="utf-8")))
async def test_the_inbox_keeps_every_text_as_received(database: OpenDatabase, text: str) -> None:
    def body(tx: Transaction) -> list[str]:
        waiting = {update.update_id for update in tx.inbox.waiting()}
        update_id = UpdateId(len(waiting) + 1)
        tx.inbox.store([NewUpdate(update_id, text, begun=False)])
        return [update.body for update in tx.inbox.waiting() if update.update_id == update_id]

    kept = text.replace("\0", "") if databases.on_postgres() else text  # PostgreSQL keeps no NUL
    assert await database.write(body) == [kept]


async def test_half_a_surrogate_is_refused_and_the_next_write_works(database: OpenDatabase) -> None:
    with pytest.raises(UnicodeEncodeError):
        await database.write(lambda tx: tx.people.add_customer(Person(TelegramId(1), "\ud83d", "en")))
    customer = await database.write(lambda tx: tx.people.add_customer(Person(TelegramId(1), "Mia", "en")))
    assert customer.name == "Mia"


async def test_a_conversation_is_kept_moved_and_ended(database: OpenDatabase) -> None:
    def move(tx: Transaction, state: str, data: str) -> tuple[str, str] | None:
        tx.inbox.finish(UpdateId(1), [DialogueChange("1:2:3", state, data)], blank=False)
        return tx.dialogues.find("1:2:3")

    assert await database.write(lambda tx: move(tx, "asks name", '{"name": "Олена"}')) == (
        "asks name", '{"name": "Олена"}',
    )  # fmt: skip
    assert await database.write(lambda tx: move(tx, "asks day", "{}")) == ("asks day", "{}")
    assert await database.write(lambda tx: move(tx, "", "")) is None
