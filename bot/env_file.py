"""The file `.env` as somebody typed it: which of its lines can't have been meant so.

It judges no values (`bot.settings` does) and repeats none, since any of them may be a secret.
"""

import logging
from collections.abc import Collection
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from dotenv import dotenv_values
from dotenv.parser import parse_stream

# Notepad opens a UTF-8 file with a mark that would otherwise become part of the first variable's name.
ENCODING: Final = "utf-8-sig"
# BOTTOKEN against BOT_TOKEN is 0.94, TELEGRAM_URL against TELEGRAM_API 0.75, LOG_FILE against LOG_LEVEL 0.71.
LOOKS_ALIKE: Final = 0.75

# It would say "could not parse statement" beside our sentence, once for each reader of the file.
logging.getLogger("dotenv.main").disabled = True


class EnvFileError(Exception):
    """The file can't be read at all; the message is a sentence for the owner."""


def find_slips(env_file: Path, known: Collection[str]) -> list[str]:
    """What looks mistyped in `env_file`, a sentence each; a name like none in `known` is somebody else's.

    Errors: `EnvFileError` when the file is there and can't be read.
    """
    try:
        with env_file.open(encoding=ENCODING) as lines:
            unreadable = [binding.original.line for binding in parse_stream(lines) if binding.error]
        values = dotenv_values(env_file, encoding=ENCODING, interpolate=False)
    except UnicodeDecodeError as error:
        raise EnvFileError(
            f"{env_file} is not plain text in UTF-8. Save it again with the encoding UTF-8."
        ) from error
    except OSError as error:
        raise EnvFileError(f"{env_file} can't be read: {error.strerror}.") from error
    slips = [
        f"Line {line} of {env_file} can't be understood. Each line is NAME=value." for line in unreadable
    ]
    for name, value in values.items():
        upper = name.upper()
        if upper in known:
            if value is None:
                slips.append(f"{upper} in {env_file} has no = after its name. Each line is NAME=value.")
        elif alike := get_close_matches(upper, known, n=1, cutoff=LOOKS_ALIKE):
            slips.append(f"{name} in {env_file} is not a setting. Did you mean {alike[0]}?")
    return slips
