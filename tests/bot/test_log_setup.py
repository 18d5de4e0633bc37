"""What a line of the log holds and, above all, what it doesn't.

Which events are logged is tested where they arise.
"""

import io
import json
import logging
import re
import sys
import warnings
from collections.abc import Iterator

import pytest
import structlog

from bot.log_setup import QUIET, configure_logging, redact
from bot.settings import LogFormat

TOKEN = "123456789:" + "Ab3-_" * 7
PAYLOAD = "s_4kD9-secret_of_a_scan"
FORMATS: tuple[LogFormat, ...] = ("plain", "json")


@pytest.fixture(autouse=True)
def _leave_logging_as_it_was(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.NOTSET)
    logging.captureWarnings(capture=False)
    structlog.reset_defaults()


@pytest.fixture(params=FORMATS)
def stream(request: pytest.FixtureRequest) -> io.StringIO:
    stream = io.StringIO()
    configure_logging("INFO", request.param, stream)
    return stream


def test_an_event_of_ours_carries_its_context(stream: io.StringIO) -> None:
    with structlog.contextvars.bound_contextvars(update=77):
        structlog.get_logger("bot.sender").info("sent %d", 3, delivery=12)
    line = stream.getvalue()
    for part in ("sent 3", "bot.sender", "info", "12", "77"):
        assert part in line


def test_events_of_the_libraries_come_the_same_way(stream: io.StringIO) -> None:
    logging.getLogger("aiogram.dispatcher").warning("failed to fetch %s", "updates")
    assert "failed to fetch updates" in stream.getvalue()
    assert stream.getvalue().count("\n") == 1


def test_a_warning_of_python_is_an_event(stream: io.StringIO) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(capture=True)
        warnings.warn("old ways", DeprecationWarning, stacklevel=1)
        logging.captureWarnings(capture=False)
    assert "old ways" in stream.getvalue()


def test_libraries_that_tell_of_every_request_are_quiet(stream: io.StringIO) -> None:
    for name in QUIET:
        logging.getLogger(name).info("nothing happened")
    assert stream.getvalue() == ""


def test_the_quiet_ones_still_speak_of_trouble(stream: io.StringIO) -> None:
    logging.getLogger("aiohttp.client").warning("unclosed")
    assert "unclosed" in stream.getvalue()


def test_below_the_level_nothing_is_written(stream: io.StringIO) -> None:
    structlog.get_logger("bot").debug("details")
    logging.getLogger("aiogram").debug("details")
    assert stream.getvalue() == ""


@pytest.mark.parametrize(
    "text",
    [
        f"https://api.telegram.org/bot{TOKEN}/getMe",
        f"https://api.telegram.org/bot{TOKEN.replace(':', '%3A')}/getMe",
        f"https://t.me/CupBot?start={PAYLOAD}",
        f"https://t.me/CupBot?startgroup={PAYLOAD}&admin=x",
        f"/start {PAYLOAD}",
        f"/start@CupBot {PAYLOAD}",
        f"/start\n{PAYLOAD}",
        f'{{"message": {{"text": "/start {PAYLOAD}"}}}}',
        f'{{"start": "{PAYLOAD}"}}',
        f"DATABASE_URL is postgresql://cafe:{PAYLOAD}@127.0.0.1:5432/cafe",
    ],
)
def test_secrets_are_blanked_wherever_they_stand(stream: io.StringIO, text: str) -> None:
    log = structlog.get_logger("bot")
    log.info(text)
    log.info("asked", url=text, again={"deep": [text]})
    logging.getLogger("aiohttp").error("no answer from %r", text)
    try:
        raise OSError(text)
    except OSError:
        log.exception("failed")
        logging.getLogger("asyncio").exception("Task exception was never retrieved")
    lines = stream.getvalue().splitlines()
    assert len(lines) == 5
    for line in lines:
        assert TOKEN not in line
        assert TOKEN.split(":")[1] not in line
        assert PAYLOAD not in line
        assert "***" in line


def test_a_crash_is_reported_without_secrets(stream: io.StringIO) -> None:
    try:
        raise RuntimeError(TOKEN)
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert "crashed" in stream.getvalue()
    assert TOKEN not in stream.getvalue()


def test_ordinary_words_are_left_alone() -> None:
    for text in ("failed to start: port 8081 in use", "restart=never", "12:30 to 14:20", "start of the day"):
        assert redact(text) == text


def test_one_event_is_one_line_whatever_somebody_is_called(stream: io.StringIO) -> None:
    name = "Ann\r\n2026-01-01 error bot: forged\x85\u2028\u2029\x0b\x0c\x1b[2J\u202egnp\x00\x7f\ud83d"
    structlog.get_logger("bot").info(f"odd {name}", name=name)
    logging.getLogger("aiogram").info("odd %s", name)
    written = stream.getvalue()
    assert len(written.splitlines()) == 2
    assert not set(written) & set("\r\x85\u2028\u2029\x0b\x0c\x1b\u202e\x00\x7f\ud83d")
    written.encode()


def test_each_line_of_json_is_json() -> None:
    stream = io.StringIO()
    configure_logging("INFO", "json", stream)
    structlog.get_logger("bot").info("привет", name="a\nb\x7f\ud83d", thing=object())
    event = json.loads(stream.getvalue())
    assert event["event"] == "привет"
    assert event["level"] == "info"
    assert event["timestamp"].endswith("Z")


def test_auto_is_json_when_nobody_watches() -> None:
    stream = io.StringIO()
    configure_logging("INFO", "auto", stream)
    structlog.get_logger("bot").info("hello")
    assert json.loads(stream.getvalue())["event"] == "hello"


def test_configuring_twice_writes_each_event_once() -> None:
    stream = io.StringIO()
    configure_logging("INFO", "json", io.StringIO())
    configure_logging("INFO", "json", stream)
    structlog.get_logger("bot").info("hello")
    assert stream.getvalue().count("hello") == 1


def test_what_an_error_quotes_of_a_person_is_blanked_and_the_rest_stands(stream: io.StringIO) -> None:
    quoted = (
        "first_name='Annafelicitas'", '{"last_name": "O\'Annafelicitas"}', "text='Annafelicitas \\' writes'",
        "[type=string_type, input_value=['Annafelicitas'], input_type=list]",
        "call +372 5551 2345 or +37255512345",
        "username='Annafelicitas'), id=77",
    )  # fmt: skip
    for one in quoted:
        structlog.get_logger("bot").info(f"odd: {one}", again=one)
    written = stream.getvalue()
    assert "Annafelicitas" not in written
    said = re.sub(r"\d{2}:\d{2}:\d{2}\.\d{6}Z", "", written)  # a moment may hold the same digits
    assert "5551" not in said
    assert "id=77" in written
    assert "type=string_type" in written


def test_on_a_terminal_what_went_wrong_is_coloured_and_what_somebody_wrote_is_not() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stream = Terminal()
    configure_logging("INFO", "auto", stream)
    log = structlog.get_logger("bot")
    log.info("hello")
    log.warning("odd \x1b[35m")
    log.error("broken")
    calm, odd, broken = stream.getvalue().splitlines()
    assert "\x1b" not in calm
    assert odd.startswith("\x1b[33m")
    assert odd.count("\x1b") == broken.count("\x1b") == 2
    assert broken.startswith("\x1b[31m")
    configure_logging("INFO", "json", stream)
    log.error("broken")
    assert json.loads(stream.getvalue().splitlines()[-1])["event"] == "broken"
