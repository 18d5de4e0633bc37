"""Writing one value into `.env`: every other line stays as it is, and nobody else may read the file.

Not here: reading it (sources.py) and which of its lines are slips (env_file.py).
"""

import os
import re
import tempfile
from pathlib import Path

from bot.env_file import ENCODING

_HEADING = (
    "# Settings of One More Cup, begun by `python -m bot setup`. All of them are explained in .env.example.\n"
)


class EnvWritingError(Exception):
    """It could not be written; the message is a sentence for the owner."""


def write_value(env_file: Path, name: str, value: str) -> None:
    """Set a variable: in its line, else where it stands switched off, else at the end.

    Of several lines the last one is read, so it is set there, and the others go.
    The file is replaced as a whole, so a stop in between leaves the old one. Raises EnvWritingError.
    """
    try:
        # Where a link leads, so that the link stays.
        target = env_file.resolve()
        before = target.read_text(encoding=ENCODING) if target.exists() else _HEADING
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(target, _with_value(before, name, value))
    except UnicodeDecodeError:
        raise EnvWritingError(
            f"{env_file} is not plain text in UTF-8. Save it again with the encoding UTF-8."
        ) from None
    except OSError as error:
        raise EnvWritingError(f"{env_file} can't be written: {error.strerror}.") from None


def _with_value(text: str, name: str, value: str) -> str:
    line = f"{name}={value}"
    found = list(re.finditer(rf"^[ \t]*(?:export[ \t]+)?{name}[ \t]*=.*$\n?", text, flags=re.MULTILINE))
    for older in reversed(found[:-1]):
        text = text[: older.start()] + text[older.end() :]
    for pattern in (rf"^[ \t]*(?:export[ \t]+)?{name}[ \t]*=.*$", rf"^#[ \t]*{name}=.*$"):
        new, times = re.subn(pattern, lambda _: line, text, count=1, flags=re.MULTILINE)
        if times:
            return new
    if text and not text.endswith("\n"):
        text += "\n"
    return f"{text}{line}\n"


def _replace(target: Path, text: str) -> None:
    handle, temporary = tempfile.mkstemp(prefix=f"{target.name}.", dir=target.parent)  # mode 0600
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
