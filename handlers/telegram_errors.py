"""What a failed call to Telegram means: the one place that matches its error texts.

It decides nothing: whoever called knows what to do about a fault.
"""

from enum import Enum, auto
from typing import Final

from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiohttp import ClientConnectorError, ConnectionTimeoutError


class Fault(Enum):
    """The kinds of failure that are treated differently."""

    ASKED_TO_WAIT = auto()
    """429: nothing arrived; `retry_after` says how long."""
    UNREACHABLE = auto()
    """Nothing will ever arrive in this chat: blocked, deactivated, never started, not found."""
    NOT_ALLOWED = auto()
    """The bot is out of the group or lacks a right there."""
    MEDIA_NOT_ALLOWED = auto()
    """Words arrive in this chat, pictures and the like don't."""
    NOT_MODIFIED = auto()
    """The message shows that already: a success."""
    MESSAGE_GONE = auto()
    """The message to edit is not there, or can't be edited."""
    QUERY_TOO_OLD = auto()
    """The tap can't be answered any more."""
    BAD_MARKUP = auto()
    """The text's HTML was refused."""
    BAD_LINK = auto()
    """The link of a button was refused."""
    MIGRATED = auto()
    """The group has become a supergroup with another id."""
    TOKEN_REVOKED = auto()
    CONFLICT = auto()
    NO_CONNECTION = auto()
    """The line is down: nothing arrives anywhere."""
    NOT_SENT = auto()
    """It surely did not arrive: the server said that it failed."""
    UNCERTAIN = auto()
    """It may have arrived: the answer is missing or can't be read."""
    ARRIVED = auto()
    """It arrived; only the answer is in a form that we don't know."""
    REFUSED = auto()
    """Telegram refuses for a reason that we don't know; asking again would not help."""
    OURS = auto()
    """Not Telegram's: a bug or the machine."""


_TEXTS: Final[tuple[tuple[type[TelegramAPIError], str, Fault], ...]] = (
    (TelegramForbiddenError, "bot was blocked by the user", Fault.UNREACHABLE),
    (TelegramForbiddenError, "user is deactivated", Fault.UNREACHABLE),
    (TelegramForbiddenError, "bot can't initiate conversation", Fault.UNREACHABLE),
    (TelegramForbiddenError, "bot can't send messages to bots", Fault.UNREACHABLE),
    (TelegramForbiddenError, "", Fault.NOT_ALLOWED),  # kicked, not a member, and what may come
    (TelegramBadRequest, "chat not found", Fault.UNREACHABLE),
    (TelegramBadRequest, "user not found", Fault.UNREACHABLE),
    (TelegramBadRequest, "peer_id_invalid", Fault.UNREACHABLE),
    (TelegramBadRequest, "not enough rights to send text", Fault.NOT_ALLOWED),
    (TelegramBadRequest, "not enough rights to send ", Fault.MEDIA_NOT_ALLOWED),  # photos, documents ...
    (TelegramBadRequest, "not enough rights", Fault.NOT_ALLOWED),
    (TelegramBadRequest, "have no rights", Fault.NOT_ALLOWED),
    (TelegramBadRequest, "need administrator rights", Fault.NOT_ALLOWED),
    (TelegramBadRequest, "chat_write_forbidden", Fault.NOT_ALLOWED),
    (TelegramBadRequest, "chat_send_plain_forbidden", Fault.NOT_ALLOWED),
    (TelegramBadRequest, "chat_send_", Fault.MEDIA_NOT_ALLOWED),  # chat_send_photos_forbidden ...
    (TelegramBadRequest, "message is not modified", Fault.NOT_MODIFIED),
    (TelegramBadRequest, "message to edit not found", Fault.MESSAGE_GONE),
    (TelegramBadRequest, "message can't be edited", Fault.MESSAGE_GONE),
    (TelegramBadRequest, "message_id_invalid", Fault.MESSAGE_GONE),
    (TelegramBadRequest, "there is no text in the message to edit", Fault.MESSAGE_GONE),
    (TelegramBadRequest, "there is no caption in the message to edit", Fault.MESSAGE_GONE),
    (TelegramBadRequest, "query is too old", Fault.QUERY_TOO_OLD),
    (TelegramBadRequest, "query id is invalid", Fault.QUERY_TOO_OLD),
    (TelegramBadRequest, "can't parse entities", Fault.BAD_MARKUP),
    (TelegramBadRequest, "button_url_invalid", Fault.BAD_LINK),
    (TelegramBadRequest, "wrong http url", Fault.BAD_LINK),
    (TelegramBadRequest, "keyboard button url", Fault.BAD_LINK),
    (TelegramBadRequest, "group chat was upgraded", Fault.MIGRATED),
    (TelegramBadRequest, "", Fault.REFUSED),
    (TelegramMigrateToChat, "", Fault.MIGRATED),
    (TelegramRetryAfter, "", Fault.ASKED_TO_WAIT),
    (TelegramUnauthorizedError, "", Fault.TOKEN_REVOKED),
    (TelegramConflictError, "", Fault.CONFLICT),
    (TelegramNotFound, "", Fault.REFUSED),
    (TelegramServerError, "", Fault.NOT_SENT),
)
"""Which type with which text (any case) means what; the first that fits decides."""


def classify(error: BaseException) -> Fault:
    """What a failed call means."""
    for kind, text, fault in _TEXTS:
        if isinstance(error, kind) and text in error.message.lower():
            return fault
    if isinstance(error, TelegramNetworkError):
        return _classify_network(error)
    if isinstance(error, ClientDecodeError):
        understood = isinstance(error.data, dict) and error.data.get("ok") is True
        return Fault.ARRIVED if understood else Fault.UNCERTAIN
    if isinstance(error, TelegramAPIError):
        return Fault.REFUSED
    # What the proxy says comes as its own exception, past aiogram: no connection to Telegram was made.
    if type(error).__module__.partition(".")[0] in ("python_socks", "aiohttp_socks"):
        return Fault.NO_CONNECTION
    return Fault.OURS


def _classify_network(error: TelegramNetworkError) -> Fault:
    if isinstance(error.__cause__, ClientConnectorError | ConnectionTimeoutError):
        return Fault.NO_CONNECTION
    if error.__cause__ is None:
        return Fault.REFUSED  # aiogram's "file is too large", answered by the server
    return Fault.UNCERTAIN


_WHY: Final = (
    ("bot was blocked", "blocked"),
    ("user is deactivated", "deactivated"),
    ("not found", "not_found"),
    ("initiate conversation", "not_found"),
    ("peer_id_invalid", "not_found"),
)


def why_failed(problem: str) -> str:
    """Of a message that failed for good, by what was kept of it: blocked, deactivated, not_found, refused."""
    return next((why for text, why in _WHY if text in problem.lower()), "refused")


def passes_by_itself(fault: Fault) -> bool:
    """Whether the same call may succeed later without anybody doing anything."""
    return fault in (Fault.ASKED_TO_WAIT, Fault.NO_CONNECTION, Fault.NOT_SENT, Fault.UNCERTAIN)
