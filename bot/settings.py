"""What the owner decides outside Telegram: the settings, read from the environment and `.env`.

It holds none of the cafe's rules (those are the program, kept in the database) and starts nothing.
"""

import hmac
import os
from pathlib import Path
from typing import Final, Literal, get_args
from urllib.parse import SplitResult, urlsplit

from pydantic import BaseModel, ConfigDict, SecretStr, ValidationError, ValidationInfo, field_validator

from bot import env_file as env_files
from bot.secret_files import MISSHAPEN as MISSHAPEN
from bot.secret_files import TOKEN_SHAPE as TOKEN_SHAPE
from bot.secret_files import settle_passphrase, settle_token
from bot.server_address import judge_server_url
from bot.sources import VARIABLES as VARIABLES
from bot.sources import data_dir_of, find_kept_file, read_written
from bot.speed import USUAL_SPEED, judge_speed
from bot.webhook_address import judge_host, judge_port, judge_webhook_url
from loyalty.campaigns import Speed

LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]
LogFormat = Literal["plain", "json", "auto"]
Switch = Literal["off", "on"]
PROXY_SCHEMES: Final = ("socks5", "socks4", "http")
SOCKET_NAME: Final = "bot.sock"
# The kernel keeps 108 bytes for a unix socket's path on Linux, 104 on macOS, the closing NUL among them.
SOCKET_PATH_LIMIT_BYTES: Final = 100

MISSING: Final = (
    "BOT_TOKEN is missing. Open @BotFather in Telegram, send /newbot (or /mybots for a bot that you have), "
    "and put the token it shows into .env as BOT_TOKEN=..."
)
SHORTEST_PASSPHRASE: Final = 8
TOO_SHORT: Final = (
    "{name} is too short: it needs 8 characters at least, better four words that nobody would guess. "
    "Write it down somewhere else than on this machine, since no backup can be opened without it."
)


class SettingsError(Exception):
    """The settings can't be used; `problems` says why, a sentence or two each, fit for the owner's eyes."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


class Settings(BaseModel):
    """What the process needs to know to run.

    Every name, upper-cased, is a variable; `.env.example` explains each.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, validate_default=True)

    bot_token: SecretStr
    data_dir: Path = Path("data")
    database_url: SecretStr | None = None
    telegram_api: str = "https://api.telegram.org"
    telegram_link: str = "https://t.me"
    telegram_proxy: SecretStr | None = None
    backup_passphrase: SecretStr | None = None
    allow_paid_broadcast: Switch = "off"
    messages_a_second: int = USUAL_SPEED
    webhook_url: str | None = None
    http_host: str = "127.0.0.1"
    http_port: int = 0
    metrics: Switch = "off"
    log_level: LogLevel = "INFO"
    log_format: LogFormat = "auto"

    @property
    def speed(self) -> Speed:
        """How fast campaigns go out."""
        return Speed(self.messages_a_second, paid=self.allow_paid_broadcast == "on")

    @property
    def socket_path(self) -> Path:
        """Where the running bot answers the other commands."""
        return self.data_dir / SOCKET_NAME

    @property
    def webhook_secret(self) -> str:
        """Shows that a post is Telegram's; it follows from the token, and does not reveal it."""
        return hmac.new(self.bot_token.get_secret_value().encode(), b"webhook", "sha256").hexdigest()

    @field_validator("bot_token")
    @classmethod
    def _token_has_its_shape(cls, token: SecretStr) -> SecretStr:
        text = token.get_secret_value().strip()
        if not TOKEN_SHAPE.fullmatch(text):
            raise ValueError(MISSHAPEN.format(name="BOT_TOKEN"))
        return SecretStr(text)

    @field_validator("data_dir")
    @classmethod
    def _socket_fits_into_data_dir(cls, data_dir: Path) -> Path:
        absolute = data_dir.expanduser().absolute()
        length = len(os.fsencode(absolute / SOCKET_NAME))
        if length >= SOCKET_PATH_LIMIT_BYTES:
            raise ValueError(
                f"DATA_DIR is too deep: {absolute} makes a socket path of {length} bytes, and the system "
                f"takes fewer than {SOCKET_PATH_LIMIT_BYTES}. Choose a shorter path."
            )
        return absolute

    @field_validator("database_url")
    @classmethod
    def _server_can_be_asked(cls, url: SecretStr | None) -> SecretStr | None:
        if url is not None and (problem := judge_server_url(url.get_secret_value())):
            raise ValueError(problem)
        return url

    @field_validator("telegram_api", "telegram_link")
    @classmethod
    def _address_is_a_web_address(cls, address: str, info: ValidationInfo) -> str:
        name = str(info.field_name).upper()
        parts = _split(address)
        if parts is None or parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(f"{name} must be a web address that begins with https:// (or http://).")
        if "@" in parts.netloc or parts.query or parts.fragment or TOKEN_SHAPE.search(address):
            raise ValueError(
                f"{name} must be the plain address of a server: no password, no token, nothing after a ?."
            )
        return address.rstrip("/")

    @field_validator("telegram_proxy")
    @classmethod
    def _proxy_can_be_used(cls, proxy: SecretStr | None) -> SecretStr | None:
        parts = None if proxy is None else _split(proxy.get_secret_value())
        if proxy is not None and (
            parts is None or parts.scheme not in PROXY_SCHEMES or not parts.hostname or not parts.port
        ):
            raise ValueError(
                "TELEGRAM_PROXY must look like socks5://host:1080 or socks5://name:password@host:1080 "
                f"(kinds: {', '.join(PROXY_SCHEMES)}), with the port."
            )
        return proxy

    @field_validator("backup_passphrase")
    @classmethod
    def _passphrase_is_long_enough(cls, passphrase: SecretStr | None) -> SecretStr | None:
        if passphrase is not None and len(passphrase.get_secret_value()) < SHORTEST_PASSPHRASE:
            raise ValueError(TOO_SHORT.format(name="BACKUP_PASSPHRASE"))
        return passphrase

    @field_validator("allow_paid_broadcast", mode="before")
    @classmethod
    def _paid_is_known(cls, switch: str) -> str:
        return _one_of(get_args(Switch), switch.lower(), "ALLOW_PAID_BROADCAST")

    @field_validator("messages_a_second", mode="before")
    @classmethod
    def _speed_is_allowed(cls, speed: str | int, info: ValidationInfo) -> int:
        return judge_speed(speed, paid=info.data.get("allow_paid_broadcast") == "on")

    @field_validator("webhook_url")
    @classmethod
    def _webhook_can_be_posted_to(cls, address: str | None) -> str | None:
        if address is not None and (problem := judge_webhook_url(address)):
            raise ValueError(problem)
        return address

    @field_validator("http_host")
    @classmethod
    def _host_is_an_address_of_a_machine(cls, host: str) -> str:
        return judge_host(host)

    @field_validator("http_port", mode="before")
    @classmethod
    def _port_is_there_when_needed(cls, port: str | int, info: ValidationInfo) -> int:
        return judge_port(port, needed=info.data.get("webhook_url") is not None)

    @field_validator("metrics", mode="before")
    @classmethod
    def _metrics_have_a_port(cls, switch: str, info: ValidationInfo) -> str:
        chosen = _one_of(get_args(Switch), switch.lower(), "METRICS")
        if chosen == "on" and not info.data.get("http_port", 1):
            raise ValueError("METRICS needs HTTP_PORT: the port on which they can be read.")
        return chosen

    @field_validator("log_level", mode="before")
    @classmethod
    def _level_is_known(cls, level: str) -> str:
        return _one_of(get_args(LogLevel), level.upper(), "LOG_LEVEL")

    @field_validator("log_format", mode="before")
    @classmethod
    def _format_is_known(cls, log_format: str) -> str:
        return _one_of(get_args(LogFormat), log_format.lower(), "LOG_FORMAT")


def read_settings(env_file: Path | None) -> Settings:
    """What the owner set; a missing data directory is made.

    The environment goes before `env_file`, that before the file `.env` in the data directory, where `setup`
    writes in a container. Errors: `SettingsError` with everything that is wrong, at once.
    """
    problems = _find_slips(env_file)
    written = read_written(env_file)
    kept = find_kept_file(written)
    if kept is not None:
        problems += _find_slips(kept)
        # An empty value in one place leaves the word to the next, so they are not read in one go.
        written = {**read_written(kept), **written, "data_dir": str(kept.parent)}
    token_problems = settle_token(written)
    passphrase_problems = settle_passphrase(written)
    settings, sentences = _judge(written)
    if token_problems and "bot_token" not in written:
        sentences.pop("bot_token", None)  # said better already: the file is why it is missing
    problems += token_problems + passphrase_problems + list(sentences.values())
    if "data_dir" not in sentences:
        problems += _make_data_dir(data_dir_of(written))
    if settings is None or problems:
        raise SettingsError(problems)
    return settings


def _find_slips(env_file: Path | None) -> list[str]:
    if env_file is None or not env_file.exists():
        return []
    try:
        return env_files.find_slips(env_file, VARIABLES)
    except env_files.EnvFileError as error:
        # Going on would only add complaints about what does stand in the file.
        raise SettingsError([str(error)]) from error


def _judge(written: dict[str, str]) -> tuple[Settings | None, dict[str, str]]:
    """The settings, or else a sentence for each field that is wrong."""
    try:
        return Settings.model_validate(written), {}
    except ValidationError as error:
        sentences = {}
        for one in error.errors(include_url=False, include_input=False):
            field = str(one["loc"][0])
            cause = one.get("ctx", {}).get("error")
            sentences[field] = MISSING if one["type"] == "missing" else str(cause or one["msg"])
        return None, sentences


def _make_data_dir(data_dir: Path) -> list[str]:
    try:
        # Nobody else on the machine has to read a cafe's customers.
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    except FileExistsError:
        return [f"DATA_DIR is {data_dir}, which is a file. Name a directory."]
    except OSError as error:
        return [f"DATA_DIR is {data_dir}, which can't be made: {error.strerror}. Choose another directory."]
    if not os.access(data_dir, os.R_OK | os.W_OK | os.X_OK):
        return [
            f"DATA_DIR is {data_dir}, where this process may not write. Choose another or change its rights."
        ]
    return []


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018  (read for its error: a port that is no number, or above 65535)
    except ValueError:
        return None
    return None if any(letter.isspace() for letter in address) else parts


def _one_of(allowed: tuple[str, ...], chosen: str, variable: str) -> str:
    if chosen not in allowed:
        raise ValueError(f"{variable} must be one of {', '.join(allowed)}.")
    return chosen
