"""Where settings are written: the environment, `.env`, and the `.env` in the data directory, in that order.

It judges no value (settings.py) and no line of a file (env_file.py).
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from pydantic_settings import BaseSettings, SettingsConfigDict

from bot import env_file as env_files

FILE_NAME: Final = ".env"
USUAL_DATA_DIR: Final = "data"


class Sources(BaseSettings):
    """All variables as somebody wrote them: text from the environment, or else from the files; unjudged."""

    model_config = SettingsConfigDict(
        env_file_encoding=env_files.ENCODING, env_ignore_empty=True, extra="ignore", hide_input_in_errors=True
    )

    bot_token: str | None = None
    bot_token_file: str | None = None
    data_dir: str | None = None
    database_url: str | None = None
    telegram_api: str | None = None
    telegram_link: str | None = None
    telegram_proxy: str | None = None
    backup_passphrase: str | None = None
    backup_passphrase_file: str | None = None
    allow_paid_broadcast: str | None = None
    messages_a_second: str | None = None
    webhook_url: str | None = None
    http_host: str | None = None
    http_port: str | None = None
    metrics: str | None = None
    log_level: str | None = None
    log_format: str | None = None


VARIABLES: Final = tuple(name.upper() for name in Sources.model_fields)


def read_written(env_file: Path | None = None) -> dict[str, str]:
    """The environment over this file; what is empty, or a file that is not there, says nothing."""
    written: dict[str, str] = Sources(_env_file=env_file).model_dump(exclude_none=True)
    return written


def data_dir_of(written: Mapping[str, str]) -> Path:
    """The data directory that is named there, else the usual one; absolute."""
    return Path(written.get("data_dir", USUAL_DATA_DIR)).expanduser().absolute()


def find_kept_file(written: Mapping[str, str]) -> Path | None:
    """The file `.env` in the data directory that the other sources name; None when there is none."""
    kept = data_dir_of(written) / FILE_NAME
    try:
        return kept if kept.is_file() else None
    except OSError:
        return None  # what is wrong with the directory is said when it is made


def place_for_writing() -> Path:
    """The file `.env` that `setup` writes: where the environment names a data directory (as a container
    does, which keeps nothing else), there; else in the folder that the command is typed in.
    """
    in_environment = read_written()
    return data_dir_of(in_environment) / FILE_NAME if "data_dir" in in_environment else Path(FILE_NAME)
