"""Locking a backup with a passphrase before it leaves the machine, in the age format, and opening it again.

Not here: where it is sent. As a program it is run by its path, in a process of its own: the passphrase is
stretched for a second, and pyrage holds the interpreter meanwhile. It imports nothing of ours for that.
"""

import asyncio
import gzip
import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

import pyrage

SEALED_SUFFIX: Final = ".gz.age"
_AGE_HEADER: Final = b"age-encryption.org/v1\n"
_GZIP_HEADER: Final = b"\x1f\x8b"


class SealingError(Exception):
    """It could not be locked."""


class WrongPassphraseError(Exception):
    """The passphrase does not open it, or the file is damaged."""


def is_sealed(path: Path) -> bool:
    """Whether a passphrase is needed. Raises OSError."""
    with path.open("rb") as file:
        return file.read(len(_AGE_HEADER)) == _AGE_HEADER


def seal(source: Path, target: Path, passphrase: str, *, most: int) -> bool:
    """Pack and lock a file; False, and no target, when it would be longer than `most` bytes.

    `age -d backup.sqlite3.gz.age | gunzip` opens it without us.
    """
    packed = gzip.compress(source.read_bytes(), compresslevel=6, mtime=0)
    if len(packed) > most:
        return False
    sealed = pyrage.passphrase.encrypt(packed, passphrase)
    if len(sealed) > most:
        return False
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    with open(descriptor, "wb") as file:  # noqa: PTH123 - of a descriptor, so that its rights are right at once
        file.write(sealed)
    return True


def unseal(source: Path, target: Path, passphrase: str) -> None:
    """Open what `seal` made, or any such file of age's. Raises WrongPassphraseError or OSError."""
    try:
        opened = pyrage.passphrase.decrypt(source.read_bytes(), passphrase)
        if opened.startswith(_GZIP_HEADER):
            opened = gzip.decompress(opened)
    except (pyrage.DecryptError, EOFError, gzip.BadGzipFile) as error:
        raise WrongPassphraseError(str(error)) from error
    target.write_bytes(opened)


async def seal_aside(source: Path, target: Path, passphrase: str, *, most: int) -> bool:
    """`seal` in a process of its own, so that nobody at the counter waits for it. Raises SealingError."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-I", str(Path(__file__)), stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    # By standard input: arguments and environment of a process can be read by others.
    asked = json.dumps({"source": str(source), "target": str(target), "passphrase": passphrase, "most": most})
    try:
        said, complaint = await process.communicate(asked.encode())
    except BaseException:
        process.kill()
        raise
    if process.returncode != 0:
        reason = complaint.decode(errors="replace").strip().rpartition("\n")[2]
        raise SealingError(reason or f"its process ended with {process.returncode}: is there enough memory?")
    return said == b"sealed"


def main() -> None:
    """One order on standard input, one word on standard output."""
    with suppress(OSError):  # stretching takes up to 512 MB: without it this process goes, and not the bot
        Path("/proc/self/oom_score_adj").write_text("1000")
    order = json.loads(sys.stdin.read())
    sealed = seal(Path(order["source"]), Path(order["target"]), order["passphrase"], most=order["most"])
    sys.stdout.write("sealed" if sealed else "too long")


if __name__ == "__main__":
    main()
