"""A number that grows with every change, and a way to wait for the next.

It doesn't say what changed.
"""

import asyncio
from collections.abc import Callable


class Changes:
    """The sandbox's version. Wakes everybody who waits for something to happen."""

    def __init__(self) -> None:
        self.version = 0
        self.closed = False
        self._bell = asyncio.Event()
        self._listeners: list[Callable[[], None]] = []

    def listen(self, listener: Callable[[], None]) -> None:
        """Call this after each change, at once and in the same task."""
        self._listeners.append(listener)

    def happened(self) -> None:
        """Something changed that people can see."""
        self.version += 1
        self.wake()

    def wake(self) -> None:
        """Something changed between bot and server that nobody sees."""
        self._ring()
        for listener in self._listeners:
            listener()

    def close(self) -> None:
        """Wake everybody for the last time: the server stops."""
        self.closed = True
        self._ring()

    async def wait(self, seconds: float) -> bool:
        """Wait for the next change, at most this long (real seconds); whether one came."""
        bell = self._bell
        try:
            async with asyncio.timeout(seconds):
                await bell.wait()
        except TimeoutError:
            return False
        return True

    def _ring(self) -> None:
        bell, self._bell = self._bell, asyncio.Event()
        bell.set()
