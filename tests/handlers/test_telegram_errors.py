"""What Telegram's refusals mean: the table, text by text, and the faults that have no text.

What is then done about them is tested with the sender and the inbox.
"""

from typing import Any

import aiohttp
import pytest
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import SendMessage, TelegramMethod
from aiohttp.client_reqrep import ConnectionKey
from python_socks import ProxyConnectionError, ProxyError

from handlers.telegram_errors import Fault, classify, passes_by_itself

METHOD: TelegramMethod[Any] = SendMessage(chat_id=1, text="hello")
KEY = ConnectionKey("api.telegram.org", 443, True, True, None, None, None)


@pytest.mark.parametrize(
    ("kind", "text", "fault"),
    [
        (TelegramForbiddenError, "Forbidden: bot was blocked by the user", Fault.UNREACHABLE),
        (TelegramForbiddenError, "Forbidden: user is deactivated", Fault.UNREACHABLE),
        (TelegramForbiddenError, "Forbidden: bot can't initiate conversation with a user", Fault.UNREACHABLE),
        (TelegramForbiddenError, "Forbidden: bot was kicked from the supergroup chat", Fault.NOT_ALLOWED),
        (TelegramForbiddenError, "Forbidden: bot is not a member of the channel chat", Fault.NOT_ALLOWED),
        (TelegramBadRequest, "Bad Request: chat not found", Fault.UNREACHABLE),
        (TelegramBadRequest, "Bad Request: PEER_ID_INVALID", Fault.UNREACHABLE),
        (
            TelegramBadRequest,
            "Bad Request: not enough rights to send text messages to the chat",
            Fault.NOT_ALLOWED,
        ),
        (
            TelegramBadRequest,
            "Bad Request: not enough rights to send photos to the chat",
            Fault.MEDIA_NOT_ALLOWED,
        ),
        (TelegramBadRequest, "Bad Request: CHAT_SEND_VOICES_FORBIDDEN", Fault.MEDIA_NOT_ALLOWED),
        (TelegramBadRequest, "Bad Request: CHAT_SEND_PLAIN_FORBIDDEN", Fault.NOT_ALLOWED),
        (
            TelegramBadRequest,
            "Bad Request: message is not modified: specified new message content is exactly the same",
            Fault.NOT_MODIFIED,
        ),
        (TelegramBadRequest, "Bad Request: message to edit not found", Fault.MESSAGE_GONE),
        (TelegramBadRequest, "Bad Request: message can't be edited", Fault.MESSAGE_GONE),
        (TelegramBadRequest, "Bad Request: MESSAGE_ID_INVALID", Fault.MESSAGE_GONE),
        (
            TelegramBadRequest,
            "Bad Request: query is too old and response timeout expired or query ID is invalid",
            Fault.QUERY_TOO_OLD,
        ),
        (TelegramBadRequest, "Bad Request: can't parse entities: Unsupported start tag", Fault.BAD_MARKUP),
        (TelegramBadRequest, "Bad Request: BUTTON_URL_INVALID", Fault.BAD_LINK),
        (
            TelegramBadRequest,
            "Bad Request: inline keyboard button URL 'http://x' is invalid: Wrong HTTP URL",
            Fault.BAD_LINK,
        ),
        (
            TelegramBadRequest,
            "Bad Request: group chat was upgraded to a supergroup chat",
            Fault.MIGRATED,
        ),
        (TelegramBadRequest, "Bad Request: something that nobody has seen yet", Fault.REFUSED),
        (TelegramUnauthorizedError, "Unauthorized", Fault.TOKEN_REVOKED),
        (TelegramConflictError, "Conflict: terminated by other getUpdates request", Fault.CONFLICT),
        (TelegramNotFound, "Not Found: method not found", Fault.REFUSED),
        (TelegramServerError, "Bad Gateway", Fault.NOT_SENT),
        (TelegramEntityTooLarge, "Request Entity Too Large", Fault.REFUSED),
    ],
)
def test_a_refusal_is_known_by_its_type_and_text(
    kind: type[TelegramAPIError], text: str, fault: Fault
) -> None:
    assert classify(kind(METHOD, text)) is fault


def test_what_telegram_says_with_a_parameter_is_known_whatever_its_text() -> None:
    assert classify(TelegramRetryAfter(METHOD, "Too Many Requests: retry after 7", 7)) is Fault.ASKED_TO_WAIT
    assert classify(TelegramMigrateToChat(METHOD, "Bad Request", -1001)) is Fault.MIGRATED


def test_what_nobody_has_seen_yet_is_a_refusal() -> None:
    assert classify(TelegramAPIError(METHOD, "I'm a teapot")) is Fault.REFUSED


@pytest.mark.parametrize(
    ("cause", "fault"),
    [
        (aiohttp.ClientConnectorError(KEY, OSError(111, "refused")), Fault.NO_CONNECTION),
        (aiohttp.ConnectionTimeoutError("connect"), Fault.NO_CONNECTION),
        (aiohttp.ServerDisconnectedError(), Fault.UNCERTAIN),
        (aiohttp.ClientOSError(104, "reset by peer"), Fault.UNCERTAIN),
        (TimeoutError(), Fault.UNCERTAIN),
    ],
)
def test_a_connection_that_failed_is_told_from_one_that_was_cut(cause: Exception, fault: Fault) -> None:
    error = TelegramNetworkError(METHOD, "HTTP Client says")
    error.__cause__ = cause
    assert classify(error) is fault


@pytest.mark.parametrize("error", [ProxyError("no"), ProxyConnectionError(111, "refused")])
def test_a_proxy_that_fails_has_sent_nothing(error: Exception) -> None:
    assert classify(error) is Fault.NO_CONNECTION


def test_an_answer_in_an_unknown_form_says_all_the_same_whether_it_arrived() -> None:
    assert classify(ClientDecodeError("odd", ValueError(), {"ok": True, "result": {}})) is Fault.ARRIVED
    assert classify(ClientDecodeError("odd", ValueError(), "<html>502</html>")) is Fault.UNCERTAIN


def test_a_bug_is_ours() -> None:
    assert classify(KeyError("visit")) is Fault.OURS


def test_only_what_passes_by_itself_is_worth_the_same_call_later() -> None:
    assert {fault for fault in Fault if passes_by_itself(fault)} == {
        Fault.ASKED_TO_WAIT,
        Fault.NO_CONNECTION,
        Fault.NOT_SENT,
        Fault.UNCERTAIN,
    }
