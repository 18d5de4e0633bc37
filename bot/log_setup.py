"""How the log is written: one event a line, plain or JSON, with secrets blanked in the line as it goes out.

On a terminal what went wrong is coloured.

It decides nothing about what is worth logging, and ids rather than names are up to who logs.
"""

import logging
import re
import sys
from types import TracebackType
from typing import Final, TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from bot.settings import LogFormat, LogLevel

BLANK: Final = "***"
SECRETS: Final = (
    # A bot's token, also where an address has its colon escaped.
    (re.compile(r"\d{6,}(?::|%3A)[A-Za-z0-9_-]{30,}", re.IGNORECASE), BLANK),
    # The password in the address of a database.
    (re.compile(r"(postgres(?:ql)?://[^\s:/@]*:)[^\s@]*(?=@)", re.IGNORECASE), rf"\1{BLANK}"),
    # The payload of a link (start=, startgroup=) and of the message that Telegram makes of it (/start ...).
    (
        re.compile(r"""(\bstart(?:group|app)?(?:=|%3D|\\*"\s*:\s*)\\*["']?)[A-Za-z0-9_-]+""", re.IGNORECASE),
        rf"\1{BLANK}",
    ),
    (re.compile(r"(/start(?:@\w+)?(?:\s|\+|%20|\\+[nrt])+)[A-Za-z0-9_-]+", re.IGNORECASE), rf"\1{BLANK}"),
    # What an error says of an update or a form that it could not take: names, words, phone numbers.
    (re.compile(r"(input_value=).*?(, input_type=)"), rf"\1{BLANK}\2"),
    (
        re.compile(
            r"""(\b(?:first_name|last_name|username|phone_number|title|text|caption)['"\\]*\s*[:=]\s*)"""
            r"""(?P<quote>\\*['"]).*?(?P=quote)"""
        ),
        rf"\1\g<quote>{BLANK}\g<quote>",
    ),
    (re.compile(r"\+\d[\d ()-]{6,}\d"), BLANK),
)
# Line ends would split an event in two (and let a message forge a second one); escapes and marks of direction
# would let it repaint the terminal; half a surrogate pair can't be written at all.
INVISIBLE: Final = (
    *range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A),
    *range(0xD800, 0xE000),
)  # fmt: skip
# Written as JSON writes them, so that a line of JSON stays one.
VISIBLE: Final = {code: f"\\u{code:04x}" for code in INVISIBLE} | {0x09: "\\t", 0x0A: "\\n", 0x0D: "\\r"}
# At INFO aiohttp tells of requests with the token in the path, APScheduler of ticks, aiogram of each update.
QUIET: Final = ("aiohttp.access", "aiohttp.client", "apscheduler", "aiogram.event")
COLOURS: Final = ((logging.ERROR, "\x1b[31m"), (logging.WARNING, "\x1b[33m"))
"""By the least level; added last, since escapes in what somebody wrote are made visible."""
PLAIN_AGAIN: Final = "\x1b[0m"
LEVEL_WIDTH: Final = len("critical")


def redact(text: str) -> str:
    """The text with bot tokens, the payloads of start links and what errors quote of people blanked."""
    for pattern, blank in SECRETS:
        text = pattern.sub(blank, text)
    return text


def configure_logging(level: LogLevel, log_format: LogFormat, stream: TextIO | None = None) -> None:
    """Send every event, ours and those of the libraries, to `stream` (standard error), one a line."""
    stream = sys.stderr if stream is None else stream
    as_json = log_format == "json" or (log_format == "auto" and not stream.isatty())
    before: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
        structlog.processors.format_exc_info,
    ]
    handler = logging.StreamHandler(stream)
    renderer = structlog.processors.JSONRenderer(ensure_ascii=False) if as_json else _plain
    handler.setFormatter(OneLine(before, renderer, coloured=stream.isatty() and not as_json))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    logging.captureWarnings(capture=True)
    structlog.configure(
        processors=[*before, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(root.level),
        logger_factory=structlog.stdlib.LoggerFactory(),
    )
    sys.excepthook = _log_crash


class OneLine(structlog.stdlib.ProcessorFormatter):
    """The last hand on a line: whatever made it, it holds no secret and no line end."""

    def __init__(self, before: list[Processor], renderer: Processor, *, coloured: bool) -> None:
        self._coloured = coloured
        super().__init__(
            foreign_pre_chain=[structlog.stdlib.PositionalArgumentsFormatter(), *before],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )

    def format(self, record: logging.LogRecord) -> str:
        """The finished line."""
        line = redact(super().format(record)).translate(VISIBLE)
        colour = next((code for level, code in COLOURS if record.levelno >= level), "")
        return f"{colour}{line}{PLAIN_AGAIN}" if self._coloured and colour else line


def _plain(_: WrappedLogger, __: str, event: EventDict) -> str:
    time, level, name = event.pop("timestamp"), event.pop("level"), event.pop("logger", "")
    words, trace = event.pop("event"), event.pop("exception", None)
    line = f"{time} {level:<{LEVEL_WIDTH}} {name}: {words}"
    line += "".join(f" {key}={value!r}" for key, value in event.items())
    return line if trace is None else f"{line} | {trace}"


def _log_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    # Python's own report would print the address of a failed request, token and all.
    if issubclass(kind, KeyboardInterrupt):
        return
    structlog.get_logger("bot").critical("crashed", exc_info=(kind, error, trace))
