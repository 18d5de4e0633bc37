"""Where aiogram keeps conversations: changes wait until the update that made them is done.

Nothing is written here. A replayed update meets the state that it was sent to, because what an unfinished
handler changed was never kept. No money lives in a conversation.
"""

import json
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import DEFAULT_DESTINY, BaseStorage, StateType, StorageKey

from loyalty.inbox import DialogueChange
from loyalty.use_cases.house.receiving import FindDialogue

_REMEMBERED: Final = 10_000

Conversation = tuple[str, str]
"""State, and data as JSON; both empty outside any conversation."""
_NONE: Final[Conversation] = ("", "")

_changes: ContextVar[dict[str, Conversation]] = ContextVar("dialogue_changes")


class DialogueStorage(BaseStorage):
    """aiogram's storage over the inbox: reads what is kept, collects what changes."""

    def __init__(self, find: FindDialogue) -> None:
        self._find = find
        # This process alone writes conversations, so what it read or wrote is true until `look_anew`.
        self._kept: OrderedDict[str, Conversation] = OrderedDict()

    @contextmanager
    def collecting(self) -> Iterator[dict[str, Conversation]]:
        """While an update is handled: what it changes, kept with its end, forgotten with its failure."""
        changes: dict[str, Conversation] = {}
        token = _changes.set(changes)
        try:
            yield changes
        finally:
            _changes.reset(token)

    def note_kept(self, changes: Mapping[str, Conversation]) -> None:
        """These changes are committed."""
        for key, conversation in changes.items():
            self._remember(key, conversation)

    def look_anew(self) -> None:
        """Rows were dropped behind our back: somebody was forgotten who was named in a conversation."""
        self._kept.clear()

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Move a conversation to a state, or with None out of it."""
        name = state.state if isinstance(state, State) else state
        _, data = await self._look(key)
        self._change(key, (name or "", data))

    async def get_state(self, key: StorageKey) -> str | None:
        """The state, None outside any conversation."""
        state, _ = await self._look(key)
        return state or None

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Replace what the conversation remembers; it has to be plain JSON."""
        state, _ = await self._look(key)
        self._change(key, (state, json.dumps(dict(data), ensure_ascii=False) if data else ""))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """What the conversation remembers: a copy."""
        _, data = await self._look(key)
        return dict(json.loads(data)) if data else {}

    async def close(self) -> None:
        """Nothing is open here; the database has its own end."""

    async def _look(self, key: StorageKey) -> Conversation:
        name = _name(key)
        changed = _changes.get({}).get(name)
        if changed is not None:
            return changed
        kept = self._kept.get(name)
        if kept is None:
            kept = await self._find(name) or _NONE
            self._remember(name, kept)
        return kept

    def _change(self, key: StorageKey, conversation: Conversation) -> None:
        try:
            _changes.get()[_name(key)] = conversation
        except LookupError:
            raise RuntimeError("a conversation changes only while an update is handled") from None

    def _remember(self, name: str, conversation: Conversation) -> None:
        self._kept[name] = conversation
        self._kept.move_to_end(name)
        if len(self._kept) > _REMEMBERED:
            self._kept.popitem(last=False)


def as_changes(conversations: Mapping[str, Conversation]) -> list[DialogueChange]:
    """The same in the inbox's terms."""
    return [DialogueChange(key, state, data) for key, (state, data) in conversations.items()]


def _name(key: StorageKey) -> str:
    parts: list[object] = [key.bot_id, key.chat_id, key.user_id]
    if key.thread_id or key.business_connection_id or key.destiny != DEFAULT_DESTINY:
        parts += [key.thread_id or "", key.business_connection_id or "", key.destiny]
    return ":".join(map(str, parts))
