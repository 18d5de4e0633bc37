"""A sandbox's folder as the other commands see it: whether it is one, its bot's settings, and if that runs.

Not here: starting it (sandbox_launcher.py) and the sentences (sandbox_hints.py).
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from pydantic import SecretStr

from bot.control import NobodyAnswersError, ask
from bot.settings import SOCKET_NAME, Settings
from storage.sqlite import FILE_NAME

# No secret: it opens nothing but the server beside it.
SANDBOX_TOKEN: Final = "700000001:this-token-opens-the-sandbox-only"  # noqa: S105
SERVER_DIR: Final = "server"
_NOWHERE: Final = "http://127.0.0.1"


@dataclass(frozen=True, slots=True)
class RunningSandbox:
    """Where its Telegram is, and what time it is there: people move its clock."""

    address: str
    now: datetime


def holds_sandbox(data_dir: Path) -> bool:
    """Whether a sandbox keeps its cafe there."""
    return (data_dir / FILE_NAME).is_file() and (data_dir / SERVER_DIR).is_dir()


def find_running(data_dir: Path) -> RunningSandbox | None:
    """The sandbox that runs on this folder now, if one does."""
    try:
        reply = ask(data_dir / SOCKET_NAME, "surroundings")
        return RunningSandbox(str(reply["telegram_api"]), datetime.fromisoformat(str(reply["now"])))
    except (NobodyAnswersError, KeyError, ValueError):
        return None


def sandbox_settings(data_dir: Path, address: str = _NOWHERE) -> Settings:
    """Its bot's settings. Raises pydantic.ValidationError when the folder's path is too long."""
    return Settings(
        bot_token=SecretStr(SANDBOX_TOKEN), data_dir=data_dir, telegram_api=address, telegram_link=address
    )
