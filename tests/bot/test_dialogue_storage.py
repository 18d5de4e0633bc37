"""Conversations: what an update changes is kept with its end, and a replay meets the state it was sent to."""

from pathlib import Path

import pytest
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import StorageKey

from bot.dialogue_storage import DialogueStorage, as_changes
from bot.erasures import ErasureKeeper
from loyalty.ids import UpdateId
from loyalty.inbox import NewUpdate
from loyalty.use_cases.customers.enrolment import Join
from loyalty.use_cases.customers.forgetting import ForgetPerson
from loyalty.use_cases.house.receiving import FindDialogue, FinishUpdate, KeepUpdates
from storage.sqlite import SqliteDatabase
from tests.counter import MIA

KEY = StorageKey(bot_id=1, chat_id=2, user_id=3)


class Renaming(StatesGroup):
    name = State()


async def finish(database: SqliteDatabase, storage: DialogueStorage, update_id: int) -> None:
    """An update whose handler asks for a name, up to its end."""
    with storage.collecting() as changes:
        await storage.set_state(KEY, Renaming.name)
        await storage.update_data(KEY, {"asked": "Кафе ☕"})
    await KeepUpdates(database)([NewUpdate(UpdateId(update_id), "{}", begun=True)])
    await FinishUpdate(database)(UpdateId(update_id), as_changes(changes), blank=False)
    storage.note_kept(changes)


async def test_a_change_is_seen_at_once_by_the_update_that_made_it(database: SqliteDatabase) -> None:
    storage = DialogueStorage(FindDialogue(database))
    with storage.collecting():
        await storage.set_state(KEY, Renaming.name)
        assert await storage.get_state(KEY) == "Renaming:name"
        assert await storage.get_data(KEY) == {}


async def test_what_an_unfinished_update_changed_was_never_kept(database: SqliteDatabase) -> None:
    storage = DialogueStorage(FindDialogue(database))
    with storage.collecting():
        await storage.set_state(KEY, Renaming.name)
    with storage.collecting():
        assert await storage.get_state(KEY) is None


async def test_what_a_finished_update_changed_is_met_by_the_next_one_and_after_a_restart(
    database: SqliteDatabase,
) -> None:
    storage = DialogueStorage(FindDialogue(database))
    await finish(database, storage, 1)
    for later in (storage, DialogueStorage(FindDialogue(database))):
        with later.collecting():
            assert await later.get_state(KEY) == "Renaming:name"
            assert await later.get_data(KEY) == {"asked": "Кафе ☕"}


async def test_a_conversation_that_is_over_leaves_no_row(database: SqliteDatabase) -> None:
    storage = DialogueStorage(FindDialogue(database))
    await finish(database, storage, 1)
    with storage.collecting() as changes:
        await storage.set_state(KEY, None)
        await storage.set_data(KEY, {})
    await FinishUpdate(database)(UpdateId(1), as_changes(changes), blank=False)
    assert await FindDialogue(database)("1:2:3") is None


async def test_other_people_chats_and_topics_have_conversations_of_their_own(
    database: SqliteDatabase,
) -> None:
    storage = DialogueStorage(FindDialogue(database))
    await finish(database, storage, 1)
    others = (
        StorageKey(bot_id=1, chat_id=2, user_id=4),
        StorageKey(bot_id=1, chat_id=5, user_id=3),
        StorageKey(bot_id=1, chat_id=2, user_id=3, thread_id=6),
        StorageKey(bot_id=1, chat_id=2, user_id=3, destiny="survey"),
    )
    with storage.collecting():
        assert [await storage.get_state(key) for key in others] == [None] * 4


async def test_data_handed_out_is_a_copy(database: SqliteDatabase) -> None:
    storage = DialogueStorage(FindDialogue(database))
    with storage.collecting():
        await storage.set_data(KEY, {"drinks": ["flat white"]})
        (await storage.get_data(KEY))["drinks"].append("tea")
        assert await storage.get_data(KEY) == {"drinks": ["flat white"]}


async def test_nothing_changes_a_conversation_outside_an_update(database: SqliteDatabase) -> None:
    with pytest.raises(RuntimeError, match="only while an update is handled"):
        await DialogueStorage(FindDialogue(database)).set_state(KEY, Renaming.name)


async def test_a_conversation_that_named_somebody_who_was_forgotten_is_read_anew(
    database: SqliteDatabase, tmp_path: Path
) -> None:
    storage = DialogueStorage(FindDialogue(database))
    keeper = ErasureKeeper(database, tmp_path, look_anew=storage.look_anew)
    with storage.collecting() as changes:
        await storage.update_data(KEY, {"why": "Mia lost her phone"})
    await KeepUpdates(database)([NewUpdate(UpdateId(1), "{}", begun=True)])
    await FinishUpdate(database)(UpdateId(1), as_changes(changes), blank=False)
    storage.note_kept(changes)
    await Join(database)(MIA)
    await ForgetPerson(database)(MIA)
    assert await FindDialogue(database)("1:2:3") is None
    await keeper.keep_list()
    with storage.collecting():
        assert await storage.get_data(KEY) == {}
