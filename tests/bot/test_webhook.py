"""The bot's own server over real HTTP: strangers, large and odd posts, a disk that refuses, health.

Not here: people who play through the webhook (tests/journeys/test_webhook.py).
"""

import asyncio
import io
import json
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.http_server import MOST_BYTES, SECRET_HEADER
from bot.own_webhook import CONNECTIONS
from bot.stopping import CannotRun
from bot.webhook import ANOTHER_PROGRAM
from storage.sqlite import FILE_NAME
from tests.bot.asking import call, calls, comes_to, health, trouble
from tests.people import Customer
from tests.running_cafe import RunningCafe, running_cafe

UPDATE = {"update_id": 4711, "message": {"chat": {"id": 5}, "from": {"id": 5}, "text": "hello"}}


@pytest.fixture
async def posted_cafe(tmp_path: Path) -> AsyncIterator[RunningCafe]:
    async with running_cafe(tmp_path, by_webhook=True) as cafe:
        await _is_set(cafe)
        yield cafe


async def _is_set(cafe: RunningCafe) -> None:
    for _ in range(200):
        if (await call(cafe, "getWebhookInfo"))["result"]["url"] == cafe.webhook_url:
            return
        await asyncio.sleep(0.02)
    raise AssertionError("the webhook was not set")


class Stranger:
    """Whoever finds the port."""

    def __init__(self, cafe: RunningCafe) -> None:
        self.url = cafe.webhook_url
        self.secret = cafe.settings.webhook_secret

    async def posts(self, body: str | bytes | AsyncIterator[bytes], secret: str | None = None) -> int:
        headers = {} if secret is None else {SECRET_HEADER: secret}
        data = io.BytesIO(body) if isinstance(body, bytes) else body
        async with (
            aiohttp.ClientSession() as session,
            session.post(self.url, data=data, headers=headers) as response,
        ):
            return response.status

    async def asks(self, method: str, path: str) -> tuple[int, str]:
        async with aiohttp.ClientSession() as session:
            where = self.url.replace("/telegram", path)
            async with session.request(method, where) as response:
                return response.status, await response.text()


async def test_without_the_secret_nothing_is_read_or_kept(posted_cafe: RunningCafe) -> None:
    stranger = Stranger(posted_cafe)
    body = json.dumps(UPDATE)
    wrong = ("", "wrong", stranger.secret[:-1], stranger.secret + "0", "ключ", "\u20ac" * 300)
    assert [await stranger.posts(body, secret) for secret in (None, *wrong)] == [403] * 7
    assert await stranger.posts(b"x" * 10_000_000) == 403
    assert await _raw_header(posted_cafe, b"\xff\xfe\x80") == 403
    assert posted_cafe.rows("SELECT COUNT(*) FROM inbox") == [(0,)]


async def _raw_header(cafe: RunningCafe, value: bytes) -> int:
    """A header that no decent client would send."""
    reader, writer = await asyncio.open_connection("127.0.0.1", cafe.http_port)
    writer.write(
        b"POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nConnection: close\r\n"
        + SECRET_HEADER.encode() + b": " + value + b"\r\n\r\n{}"
    )  # fmt: skip
    status = (await reader.readline()).split()[1]
    writer.close()
    return int(status)


async def test_a_body_of_ten_megabytes_is_refused_and_the_bot_lives_on(posted_cafe: RunningCafe) -> None:
    stranger = Stranger(posted_cafe)
    large = json.dumps({**UPDATE, "padding": "x" * 10_000_000}).encode()
    assert await stranger.posts(large, stranger.secret) == 413
    assert await stranger.posts(_in_pieces(large), stranger.secret) == 413
    fits = json.dumps({**UPDATE, "padding": "x" * (MOST_BYTES - 500)}).encode()
    assert await stranger.posts(fits, stranger.secret) == 200
    await comes_to(posted_cafe, "SELECT update_id FROM inbox", (4711,))
    assert (await health(posted_cafe))["well"]


async def _in_pieces(body: bytes) -> AsyncIterator[bytes]:
    """Without a length that is said beforehand."""
    for start in range(0, len(body), 65536):
        yield body[start : start + 65536]


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"null", b"{}", b'{"update_id": "1"}', b'{"update_id": true}', b"\xff\xfe",
     b'{"update_id": 99999999999999999999999}', b"[" * 200_000, b'{"update_id":1} {"update_id":2}'],
    ids=range(11),
)  # fmt: skip
async def test_what_is_no_update_is_refused_without_a_crash(posted_cafe: RunningCafe, body: bytes) -> None:
    stranger = Stranger(posted_cafe)
    assert await stranger.posts(body, stranger.secret) == 400
    assert posted_cafe.rows("SELECT COUNT(*) FROM inbox") == [(0,)]


async def test_other_paths_and_methods_are_not_there(posted_cafe: RunningCafe) -> None:
    stranger = Stranger(posted_cafe)
    assert (await stranger.asks("POST", "/"))[0] == 404
    assert (await stranger.asks("POST", "/telegram/more"))[0] == 404
    assert (await stranger.asks("GET", "/telegram"))[0] == 405
    assert (await stranger.asks("POST", "/health"))[0] == 405
    assert (await stranger.asks("GET", "/metrics"))[0] == 404


async def test_an_update_is_committed_as_received_before_the_200_and_once(posted_cafe: RunningCafe) -> None:
    stranger = Stranger(posted_cafe)
    body = json.dumps(UPDATE, indent=3)
    assert await stranger.posts(body, stranger.secret) == 200
    assert posted_cafe.rows("SELECT update_id FROM inbox") == [(4711,)]
    assert [await stranger.posts(body, stranger.secret) for _ in range(3)] == [200] * 3
    assert posted_cafe.rows("SELECT COUNT(*) FROM inbox") == [(1,)]
    known = posted_cafe.rows("SELECT body FROM inbox WHERE body <> ''")
    assert known in ([], [(body,)]), "kept as it came, or blanked when it was done: the sender is nobody here"


async def test_a_disk_that_refuses_is_answered_503_and_the_repeat_is_kept(posted_cafe: RunningCafe) -> None:
    stranger = Stranger(posted_cafe)
    before = {**UPDATE, "update_id": 4710}  # once Telegram was heard, a post writes nothing but itself
    assert await stranger.posts(json.dumps(before), stranger.secret) == 200
    await comes_to(posted_cafe, "SELECT COUNT(*) FROM inbox WHERE state = 'waiting'", (0,))
    with _locked(posted_cafe):
        assert await stranger.posts(json.dumps(UPDATE), stranger.secret) == 503
    assert posted_cafe.rows("SELECT update_id FROM inbox") == [(4710,)]
    assert await stranger.posts(json.dumps(UPDATE), stranger.secret) == 200
    assert posted_cafe.rows("SELECT update_id FROM inbox ORDER BY seq") == [(4710,), (4711,)]


@contextmanager
def _locked(cafe: RunningCafe) -> Iterator[None]:
    """Another program writes for longer than our patience."""
    with closing(sqlite3.connect(cafe.folder / FILE_NAME, isolation_level=None)) as lock:
        lock.execute("BEGIN IMMEDIATE")
        yield
        lock.execute("ROLLBACK")


async def test_the_webhook_is_set_once_with_all_that_belongs_to_it(posted_cafe: RunningCafe) -> None:
    await posted_cafe.stops_bot()
    await posted_cafe.starts_bot()
    await posted_cafe.quiet()
    (asked,) = await calls(posted_cafe, "setWebhook")
    asked = {name: _plain(value) for name, value in asked.items()}
    assert asked["url"] == posted_cafe.webhook_url
    assert asked["secret_token"] == posted_cafe.settings.webhook_secret
    assert asked["max_connections"] == CONNECTIONS
    assert {"message", "callback_query", "my_chat_member"} <= set(asked["allowed_updates"])
    assert not asked.get("drop_pending_updates", False)
    assert await calls(posted_cafe, "getUpdates") == []


def _plain(value: object) -> Any:
    return json.loads(value) if isinstance(value, str) and value[:1] in ("[", "t", "f", "1") else value


async def test_the_webhook_of_another_program_is_said_and_one_that_is_gone_is_set_again(
    posted_cafe: RunningCafe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.webhook.LOOK_SECONDS", 0.1)
    await posted_cafe.stops_bot()
    await posted_cafe.starts_bot()
    await call(posted_cafe, "deleteWebhook")
    await _is_set(posted_cafe)
    await call(posted_cafe, "setWebhook", url="https://example.org/other")
    await trouble(posted_cafe, ANOTHER_PROGRAM)
    assert (await call(posted_cafe, "getWebhookInfo"))["result"]["url"] == "https://example.org/other"


async def test_updates_that_can_not_be_posted_are_said(
    posted_cafe: RunningCafe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.webhook.LOOK_SECONDS", 0.1)
    await posted_cafe.stops_bot()
    await posted_cafe.starts_bot()
    await _is_set(posted_cafe)
    anna = await Customer.join(posted_cafe.http, "Anna")
    monkeypatch.setattr("bot.webhook.Webhook.knows", lambda *_: False)  # as a proxy that loses the header
    await anna.starts()
    await trouble(posted_cafe, "can't post them to WEBHOOK_URL (Wrong response from the webhook: 403")
    monkeypatch.undo()
    await anna.reads("card-stamps")
    await comes_to(posted_cafe, "SELECT state, COUNT(*) FROM inbox GROUP BY state", ("done", 1))


async def test_health_over_http_says_the_same_as_the_command(posted_cafe: RunningCafe) -> None:
    stranger = Stranger(posted_cafe)
    status, text = await stranger.asks("GET", "/health")
    report = json.loads(text)
    assert (status, report["well"], report["mode"]) == (200, True, "webhook")
    assert report.keys() == (await health(posted_cafe)).keys()
    assert set(report["versions"]) == {"program", "schema", "database"}
    assert report["webhook_age_seconds"] is None
    assert await stranger.posts(json.dumps(UPDATE), stranger.secret) == 200
    report = json.loads((await stranger.asks("GET", "/health"))[1])
    assert 0 <= report["webhook_age_seconds"] < 5
    for secret in (
        stranger.secret,
        posted_cafe.settings.bot_token.get_secret_value(),
        str(posted_cafe.folder),
    ):
        assert secret not in text


async def test_health_over_http_is_503_when_something_is_wrong(posted_cafe: RunningCafe) -> None:
    with _locked(posted_cafe):
        status, text = await Stranger(posted_cafe).asks("GET", "/health")
    assert status == 503
    assert "database" in json.loads(text)["troubles"][0]


async def test_a_port_that_is_taken_is_said(posted_cafe: RunningCafe, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = RunningCafe(tmp_path / "other", by_webhook=True)
    other.http_port = posted_cafe.http_port
    with pytest.raises(CannotRun, match="HTTP_PORT"):
        await other.open()
    await other.closes_the_rest()
