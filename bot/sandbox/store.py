"""The sandbox's state on disk: one JSON snapshot, written whole and swapped in.

Files (pictures, documents) are written by FileShelf the moment they arrive; armed faults are not kept.
"""

import asyncio
import json
import time
from dataclasses import fields
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.sandbox.files import FileRecord
from bot.sandbox.people import ChatRecord, MessageRecord, PersonRecord, TapRecord
from bot.sandbox.refusals import Json
from bot.sandbox.updates import Waiting
from bot.sandbox.world import World

PAUSE = 0.3
# A killed process may have given out numbers that the last snapshot doesn't know. A reused update or message
# number would look to the bot like one that it has handled already.
SPARE_NUMBERS = 10_000


class Store:
    """Keeps one world in one folder."""

    def __init__(self, *, world: World, folder: Path) -> None:
        self._world = world
        self._place = folder / "sandbox.json"
        self._timer: asyncio.TimerHandle | None = None
        self._pause = PAUSE
        folder.mkdir(parents=True, exist_ok=True)

    def load(self) -> None:
        """Bring back what was kept. The clock doesn't go back behind what people have already seen."""
        if not self._place.exists():
            return
        kept: Json = json.loads(self._place.read_text(encoding="utf-8"))
        world = self._world
        world.people = {one["id"]: PersonRecord(**one) for one in kept["people"]}
        world.chats = {one["id"]: ChatRecord(**one) for one in kept["chats"]}
        world.messages = {
            int(chat): {one["message"]["message_id"]: MessageRecord(**one) for one in records}
            for chat, records in kept["messages"].items()
        }
        world.taps = {one["id"]: TapRecord(**one) for one in kept["taps"]}
        world.files.records = {one["file_id"]: FileRecord(**one) for one in kept["files"]}
        world.queue.waiting = [Waiting(**one) for one in kept["updates"]]
        world.queue.allowed = kept["allowed_updates"]
        world.queue.webhook = kept["webhook"]
        for name, value in kept["bot"].items():
            setattr(world.bot, name, value)
        spare = 0 if kept["clean"] else SPARE_NUMBERS
        world.next_message, world.next_tap = kept["next_message"] + spare, kept["next_tap"] + spare
        world.queue.next_id, world.files.count = kept["next_update"] + spare, kept["next_file"] + spare
        behind = datetime.fromisoformat(kept["now"]) - world.clock.now()
        if behind.total_seconds() > 0:
            world.clock.advance(behind)

    def changed(self) -> None:
        """Write soon; many changes in a row are written once."""
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(self._pause, self.save)

    def flush(self) -> None:
        """Write what is still to be written: before the bot hears that a call was carried out."""
        if self._timer is not None:
            self.save()

    def save(self, *, clean: bool = False) -> None:
        """Write now. `clean`: nothing comes after this."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        began = time.monotonic()
        text = json.dumps(self._snapshot(clean=clean), default=_plain)
        fresh = self._place.with_suffix(".new")
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(self._place)
        # A long history takes long to write: besides flush, at most a twentieth of the time goes into it.
        self._pause = max(PAUSE, 20 * (time.monotonic() - began))

    def _snapshot(self, *, clean: bool) -> Json:
        world = self._world
        own = ("names", "descriptions", "short_descriptions", "commands", "menu_button", "privacy")
        return {
            "clean": clean,
            "now": world.clock.now().isoformat(),
            "bot": {name: getattr(world.bot, name) for name in own},
            "people": list(world.people.values()),
            "chats": list(world.chats.values()),
            "messages": {str(chat): list(records.values()) for chat, records in world.messages.items()},
            "taps": list(world.taps.values()),
            "files": list(world.files.records.values()),
            "updates": world.queue.waiting,
            "allowed_updates": world.queue.allowed,
            "webhook": world.queue.webhook,
            "next_message": world.next_message,
            "next_tap": world.next_tap,
            "next_update": world.queue.next_id,
            "next_file": world.files.count,
        }


def _plain(record: Any) -> Json:
    """A record as JSON, not copied: asdict would copy every message."""
    return {one.name: getattr(record, one.name) for one in fields(record)}
