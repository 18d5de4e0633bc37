"""What Telegram does to bots on a bad day, armed on demand.

It only says which fault strikes; what then happens stands where it happens.
"""

from dataclasses import dataclass

from bot.sandbox.refusals import Impossible, Json, Refusal, bad_request

CALL_KINDS = (
    "too_many_requests",
    "forbidden",
    "token_revoked",
    "no_pictures",
    "server_error",
    "hang",
    "answer_lost",
)
UPDATE_KINDS = (
    "duplicate_update",
    "new_id_for_same_tap",
    "shuffle_updates",
    "unreadable_update",
    "payload_lost",
)
CLOCK_KIND = "clock_offset"
KINDS = (*CALL_KINDS, *UPDATE_KINDS, CLOCK_KIND)
# A fault for "any method" must not be eaten by the poll that is always under way.
NEVER_ANY = {"getupdates"}


@dataclass(slots=True)
class Fault:
    """One armed fault and how often it still strikes."""

    kind: str
    method: str | None = None
    times: int = 1
    chat: int | None = None
    retry_after: int = 3
    seconds: float = 5

    def as_json(self) -> Json:
        """What the page shows, without the kind."""
        shown: Json = {"method": self.method, "chat": self.chat, "times": self.times}
        if self.kind == "too_many_requests":
            shown["retry_after"] = self.retry_after
        if self.kind in {"hang", CLOCK_KIND}:
            shown["seconds"] = self.seconds
        if self.kind == CLOCK_KIND:
            del shown["times"]
        return shown


class Faults:
    """All armed faults, in the order in which they strike."""

    def __init__(self) -> None:
        self._armed: list[Fault] = []

    def arm(self, asked: Json) -> None:
        """Add a fault as POST /sim/faults asks for it. Raises Impossible."""
        kind = asked.get("kind")
        if kind not in KINDS:
            raise Impossible(f"There is no fault {kind!r}. There are: {', '.join(KINDS)}.")
        known = {"kind", "method", "times", "chat", "retry_after", "seconds"}
        if unknown := asked.keys() - known:
            raise Impossible(f"A fault doesn't take {', '.join(sorted(unknown))}.")
        try:
            fault = Fault(
                kind,
                asked.get("method") or None,
                int(asked.get("times", 1)),
                int(asked["chat"]) if asked.get("chat") else None,
                int(asked.get("retry_after", 3)),
                float(asked.get("seconds", 5)),
            )
        except (TypeError, ValueError):
            raise Impossible("A fault's times, chat, retry_after and seconds are numbers.") from None
        if kind == CLOCK_KIND:
            self._armed = [one for one in self._armed if one.kind != CLOCK_KIND]
        self._armed.append(fault)

    def clear(self) -> None:
        """Disarm all."""
        self._armed.clear()

    def strikes(self, kind: str) -> Fault | None:
        """Use a fault of this kind up by one, if one is armed."""
        return self._use(next((one for one in self._armed if one.kind == kind), None))

    def armed(self, kind: str) -> bool:
        """Whether a fault of this kind waits to strike."""
        return any(one.kind == kind for one in self._armed)

    def strikes_call(self, method: str, chat: object) -> Fault | None:
        """Use up by one the first fault that fits this call of the bot."""
        for fault in self._armed:
            if fault.kind not in CALL_KINDS or (fault.chat is not None and str(fault.chat) != str(chat)):
                continue
            wanted = (
                method.lower() not in NEVER_ANY
                if fault.method is None
                else fault.method.lower() == method.lower()
            )
            if wanted:
                return self._use(fault)
        return None

    def clock_offset(self) -> float:
        """Seconds by which Telegram's clock is off."""
        return sum(one.seconds for one in self._armed if one.kind == CLOCK_KIND)

    def as_json(self) -> Json:
        """What is armed, by kind."""
        shown: dict[str, list[Json]] = {}
        for fault in self._armed:
            shown.setdefault(fault.kind, []).append(fault.as_json())
        return shown

    def _use(self, fault: Fault | None) -> Fault | None:
        if fault is not None:
            fault.times -= 1
            if fault.times <= 0:
                self._armed.remove(fault)
        return fault


def refusal_of(fault: Fault) -> Refusal | None:
    """What the bot hears at once; None for faults that let the call through."""
    match fault.kind:
        case "too_many_requests":
            words = f"Too Many Requests: retry after {fault.retry_after}"
            return Refusal(429, words, retry_after=fault.retry_after)
        case "forbidden":
            return Refusal(403, "Forbidden: bot was blocked by the user")
        case "token_revoked":
            return Refusal(401, "Unauthorized")
        case "no_pictures":  # what a group says whose members may not send them
            return bad_request("not enough rights to send photos to the chat")
        case "server_error":
            return Refusal(502, "Bad Gateway")
        case _:
            return None
