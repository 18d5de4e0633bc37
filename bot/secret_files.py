"""Secrets that stand in files of their own (BOT_TOKEN_FILE, BACKUP_PASSPHRASE_FILE), put in their places.

It judges no other setting (settings.py).
"""

import re
from pathlib import Path
from typing import Final

from bot import env_file as env_files

TOKEN_SHAPE: Final = re.compile(r"[0-9]{6,}:[A-Za-z0-9_-]{30,}")
MISSHAPEN: Final = (
    "{name} holds something that is not a bot token: a token is a number, a colon and 35 letters and digits, "
    "without spaces. Copy it again from @BotFather: /mybots, your bot, API Token."
)


def settle_token(written: dict[str, str]) -> list[str]:
    """Put the content of BOT_TOKEN_FILE in the token's place, or say why not."""
    token_file = written.pop("bot_token_file", None)
    if token_file is None:
        return []
    if "bot_token" in written:
        return ["BOT_TOKEN and BOT_TOKEN_FILE are both set. Keep one, so that it is plain which bot runs."]
    try:
        token = Path(token_file).expanduser().read_text(encoding=env_files.ENCODING).strip()
    except UnicodeDecodeError:
        token = ""
    except OSError as error:
        return [f"BOT_TOKEN_FILE names a file that can't be read: {error.strerror}."]
    if not TOKEN_SHAPE.fullmatch(token):
        return [MISSHAPEN.format(name="The file named by BOT_TOKEN_FILE")]
    written["bot_token"] = token
    return []


def settle_passphrase(written: dict[str, str]) -> list[str]:
    """Put the content of BACKUP_PASSPHRASE_FILE in the passphrase's place, or say why not."""
    passphrase_file = written.pop("backup_passphrase_file", None)
    if passphrase_file is None:
        return []
    if "backup_passphrase" in written:
        return ["BACKUP_PASSPHRASE and BACKUP_PASSPHRASE_FILE are both set. Keep one."]
    try:
        written["backup_passphrase"] = (
            Path(passphrase_file).expanduser().read_text(encoding=env_files.ENCODING).strip()
        )
    except UnicodeDecodeError:
        return ["The file named by BACKUP_PASSPHRASE_FILE is not plain text in UTF-8."]
    except OSError as error:
        return [f"BACKUP_PASSPHRASE_FILE names a file that can't be read: {error.strerror}."]
    return []
