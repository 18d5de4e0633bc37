"""The socket by which other commands speak to the running bot: one line of JSON each way.

It is no public interface: the file belongs to the bot's own account. What a command does is app.py's.
"""

import asyncio
import json
import os
import socket
import stat
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any, Final

_TIMEOUT_SECONDS: Final = 8.0
LONG_WORK_SECONDS: Final = 300.0
"""For what looks at the whole file, such as a backup."""
_LINE_LIMIT: Final = 65536
_OWNER_ONLY: Final = 0o177

Reply = dict[str, Any]
Command = Callable[[], Awaitable[Reply]]


class NobodyAnswersError(Exception):
    """No bot is running on this data directory, or it does not answer."""


def ask(path: Path, command: str, *, seconds: float = _TIMEOUT_SECONDS) -> Reply:
    """What the running bot says to a command. Raises NobodyAnswersError."""
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(seconds)
            connection.connect(str(path))
            connection.sendall(json.dumps({"command": command}).encode() + b"\n")
            with connection.makefile("rb") as lines:
                reply = json.loads(lines.readline(_LINE_LIMIT))
    except (OSError, ValueError) as error:
        raise NobodyAnswersError(str(error)) from error
    if not isinstance(reply, dict):
        raise NobodyAnswersError("the answer can't be read")
    return reply


class ControlSocket:
    """Answers commands from `start` to `stop`."""

    def __init__(self, path: Path, commands: Mapping[str, Command]) -> None:
        self._path = path
        self._commands = commands
        self._server: asyncio.Server | None = None

    async def start(self) -> None:
        """Listen; whoever holds the data directory's lock may take a dead process's socket away."""
        if self._path.exists() and stat.S_ISSOCK(self._path.stat().st_mode):
            self._path.unlink()
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        before = os.umask(_OWNER_ONLY)  # else the file is open to all for a moment
        try:
            listener.bind(str(self._path))
        except OSError:
            listener.close()
            raise
        finally:
            os.umask(before)
        self._server = await asyncio.start_unix_server(self._serve, sock=listener, limit=_LINE_LIMIT)

    async def stop(self) -> None:
        """Listen no more."""
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()
            self._path.unlink(missing_ok=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(_TIMEOUT_SECONDS):
                line = await reader.readline()
            async with asyncio.timeout(LONG_WORK_SECONDS):
                reply = await self._reply(line)
            async with asyncio.timeout(_TIMEOUT_SECONDS):
                writer.write(json.dumps(reply).encode() + b"\n")
                await writer.drain()
        except (OSError, ValueError):
            pass  # whoever asked is gone, or sent no line
        finally:
            writer.close()

    async def _reply(self, line: bytes) -> Reply:
        request = json.loads(line)
        name = request.get("command") if isinstance(request, dict) else None
        command = self._commands.get(str(name))
        if command is None:
            return {"error": f"The running bot does not know the command {name!r}: is it an older version?"}
        return await command()
