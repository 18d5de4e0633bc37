"""The queue of updates for the bot: what is kept, filtered, waited for and confirmed.

It doesn't decide what a person's deed becomes (crowd), and posts nothing (webhook).
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.sandbox.changes import Changes
from bot.sandbox.faults import Faults
from bot.sandbox.refusals import Json, conflict

# Telegram sends these only to bots that ask for them by name.
ONLY_ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}
LIFE = timedelta(hours=24)
SHUFFLE_WAIT = 0.3
# Of no form that the Bot API knows, as the fault `unreadable_update` has it.
UNREADABLE: Json = {"message": {"message_id": "first", "date": "yesterday", "chat": None}}
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
HAS_WEBHOOK = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


@dataclass(slots=True)
class Waiting:
    """An update that the bot has not confirmed yet."""

    body: Json
    born: str
    delivered: bool = False

    @property
    def id(self) -> int:
        """The update_id."""
        number: int = self.body["update_id"]
        return number


class UpdateQueue:
    """Updates in the order of their ids, for one poller."""

    def __init__(self, *, now: Callable[[], datetime], faults: Faults, changes: Changes) -> None:
        self._now = now
        self._faults = faults
        self._changes = changes
        self._poll = 0
        self._again: list[Waiting] = []
        self.waiting: list[Waiting] = []
        self.next_id = 700_000_001
        self.allowed: list[str] | None = None
        self.webhook: Json = {}
        """As the bot has set it; another object each time."""
        self.last_failure: Json = {}
        """When a post failed last, and why, as getWebhookInfo says it."""

    @property
    def settled(self) -> bool:
        """Whether the bot has taken and confirmed everything."""
        return not self.waiting and not self._again

    def add(self, kind: str, content: Json) -> None:
        """A new update, unless the bot doesn't want that kind."""
        if kind in ONLY_ON_REQUEST if not self.allowed else kind not in self.allowed:
            return
        if self._faults.strikes("unreadable_update"):
            self._append(UNREADABLE)
        self._append({kind: content})
        if self._faults.strikes("duplicate_update"):
            self._again.append(self.waiting[-1])
        if kind == "callback_query" and self._faults.strikes("new_id_for_same_tap"):
            self._append({kind: content})
        self._changes.happened()

    def bring(self, content: Json) -> int:
        """An update as it is, even of a kind that the bot does not want (any more); its id."""
        self._append(content)
        self._changes.happened()
        return self.waiting[-1].id

    async def fetch(
        self,
        *,
        offset: int,
        limit: int,
        timeout: float,  # noqa: ASYNC109 - the Bot API's own word
        allowed: list[str] | None,
    ) -> list[Json]:
        """What getUpdates answers. Raises Refusal for the earlier of two pollers."""
        if self.webhook.get("url"):
            raise conflict(HAS_WEBHOOK)
        self._poll += 1
        mine = self._poll
        self._changes.wake()  # an earlier poll wakes and finds that it is not the last
        if allowed is not None:
            self.allowed = allowed
        self._confirm(offset)
        end = time.monotonic() + timeout
        while not (batch := self._batch(limit)):
            left = end - time.monotonic()
            if left <= 0 or self._changes.closed:
                return []
            await self._changes.wait(left)
            if self._poll != mine:
                raise conflict(OTHER_POLLER)
        if self._faults.armed("shuffle_updates"):
            batch = await self._shuffled(batch, limit)
        for one in batch:
            one.delivered = True
        return [one.body for one in batch]

    def to_post(self) -> list[Waiting]:
        """What waits for a webhook, in order; the second copy of an update when the first was taken."""
        self._drop_old()
        return [one for one in self._again if one.delivered] + self.waiting

    def holds(self, one: Waiting) -> bool:
        """Whether this update is still to be delivered."""
        return any(one is other for other in (*self.waiting, *self._again))

    def posted(self, one: Waiting) -> None:
        """The webhook took it: a first copy leaves, and so does a second one that comes after it."""
        if any(one is other for other in self.waiting):
            self.waiting = [other for other in self.waiting if other is not one]
        else:
            self._again = [other for other in self._again if other is not one]
        one.delivered = True

    def failed(self, problem: str) -> None:
        """The webhook did not take one."""
        self.last_failure = {
            "last_error_date": int(self._now().timestamp()),
            "last_error_message": problem,
        }

    def drop(self) -> None:
        """Forget all pending updates."""
        self.waiting.clear()
        self._again.clear()

    def _append(self, content: Json) -> None:
        self.waiting.append(Waiting({"update_id": self.next_id, **content}, self._now().isoformat()))
        self.next_id += 1

    def _confirm(self, offset: int) -> None:
        before = len(self.waiting)
        if offset < 0:
            self.waiting = self.waiting[offset:]
        elif offset > 0:
            self.waiting = [one for one in self.waiting if one.id >= offset]
        self._drop_old()
        if len(self.waiting) != before:
            self._changes.wake()

    def _drop_old(self) -> None:
        oldest = self._now() - LIFE
        self.waiting = [one for one in self.waiting if datetime.fromisoformat(one.born) >= oldest]

    def _batch(self, limit: int) -> list[Waiting]:
        # The second copy comes with a later answer, confirmed or not: a bot must know it by its id.
        late = [one for one in self._again if one.delivered]
        self._again = [one for one in self._again if not one.delivered]
        copies = {id(one) for one in late}
        return (late + [one for one in self.waiting if id(one) not in copies])[:limit]

    async def _shuffled(self, batch: list[Waiting], limit: int) -> list[Waiting]:
        """The batch backwards; a lone update waits a moment for company."""
        if len(batch) < 2 <= limit:
            await self._changes.wait(SHUFFLE_WAIT)
            batch = batch + [one for one in self._batch(limit) if one not in batch]
        if len(batch) > 1:
            self._faults.strikes("shuffle_updates")
        return batch[::-1]
