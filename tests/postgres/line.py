"""A line to the server that a test cuts and mends: a small TCP proxy on this machine.

Not here: what should happen then.
"""

import asyncio
from contextlib import suppress
from urllib.parse import urlsplit

from psycopg.conninfo import conninfo_to_dict

from tests import databases

COMMIT = b"COMMIT\0"


class Line:
    """While it is whole, what goes in comes out at the server."""

    def __init__(self) -> None:
        self._server: asyncio.Server | None = None
        self._port = 0
        self._pipes: set[asyncio.Task[None]] = set()
        self.breaks_after_commit = False
        """The next COMMIT still reaches the server, and its answer nobody: the line is cut between."""
        self.breaks_before_commit = False
        """The line is cut when the next COMMIT is on its way."""

    def url_through(self, url: str) -> str:
        """The same database, through this line."""
        parts = urlsplit(url)
        who = f"{parts.netloc.rpartition('@')[0]}@" if "@" in parts.netloc else ""
        return parts._replace(netloc=f"{who}127.0.0.1:{self._port}").geturl()

    async def mend(self) -> None:
        """Let everything through, at the same port as before."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]

    async def cut(self) -> None:
        """Nobody gets through, and who was through is cut off."""
        if self._server is not None:
            self._server.close()
            self._server = None
        for pipe in tuple(self._pipes):
            pipe.cancel()
        await asyncio.sleep(0)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._pipes.add(task)
        server = conninfo_to_dict(databases.SERVER)
        port = int(str(server.get("port", 5432)))
        there, back = await asyncio.open_connection(str(server.get("host", "127.0.0.1")), port)
        try:
            _, pending = await asyncio.wait(
                [asyncio.create_task(self._ask(reader, back)), asyncio.create_task(_pass(there, writer))],
                return_when=asyncio.FIRST_COMPLETED,
            )
            for half in pending:
                half.cancel()
        except asyncio.CancelledError:
            pass
        finally:
            self._pipes.discard(task)
            for end in (writer, back):
                end.transport.abort()

    async def _ask(self, reader: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        while said := await reader.read(65536):
            if COMMIT in said and self.breaks_before_commit:
                self.breaks_before_commit = False
                return
            back.write(said)
            await back.drain()
            if COMMIT in said and self.breaks_after_commit:
                self.breaks_after_commit = False
                await asyncio.sleep(0.05)  # the server has it, and its answer is thrown away
                return


async def _pass(there: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError):
        while said := await there.read(65536):
            writer.write(said)
            await writer.drain()
