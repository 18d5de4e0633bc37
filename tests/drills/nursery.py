"""A nursery of bots: imports everything once and forks a bot for each line that it reads, to be killed.

Not here: the drill. Each line in is one JSON order {"settings": {...}, "kill": [point, hit] | null}; the
lines out are {"born": pid}, {"polling": pid} and {"ended": pid, "code": n}.
"""

import asyncio
import json
import os
import select
import signal
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot import pacing
from bot.app import App
from bot.clock import SystemClock
from bot.log_setup import configure_logging
from bot.secret_source import SystemSecrets
from bot.settings import Settings
from bot.stopping import CannotRun
from loyalty.use_cases.house.receiving import KeepUpdates
from loyalty.use_cases.house.sending import NoteSent
from loyalty.use_cases.visits.confirming import ConfirmVisit, OpenVisit
from storage.ledger import StoredLedger

POINTS = ("after inbox write", "inside the transaction", "after commit", "after send before settle")


def main() -> None:
    """Serve orders until the line closes."""
    children: set[int] = set()
    while True:
        ready, _, _ = select.select([sys.stdin], [], [], 0.02)
        if ready:
            line = sys.stdin.readline()
            if not line:
                break
            children.add(_bear(json.loads(line)))
        for pid in tuple(children):
            done, status = os.waitpid(pid, os.WNOHANG)
            if done:
                children.discard(pid)
                _say({"ended": pid, "code": os.waitstatus_to_exitcode(status)})
    for pid in children:
        os.kill(pid, signal.SIGKILL)


def _bear(order: dict[str, Any]) -> int:
    pid = os.fork()
    if pid:
        _say({"born": pid})
        return pid
    code = 70
    try:
        if order["kill"]:
            arm(*order["kill"])
        code = asyncio.run(_live(order["settings"]))
    finally:
        os._exit(code)


async def _live(given: dict[str, str]) -> int:
    port = int(given.get("http_port", 0))
    settings = Settings(
        bot_token=SecretStr(given["token"]), data_dir=Path(given["data_dir"]), telegram_api=given["api"],
        telegram_link=given["api"], http_port=port,
        webhook_url=f"http://127.0.0.1:{port}/telegram" if port else None,
    )  # fmt: skip
    configure_logging("INFO", "plain", stream=Path(given["log"]).open("a", encoding="utf-8"))  # noqa: SIM115
    pacing.CHAT_INTERVAL_SECONDS = 0.02  # type: ignore[misc]  # a drill's second is shorter
    app = App(settings, clock=SystemClock(), secrets=SystemSecrets())
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, app.stop)
    told = asyncio.create_task(_tell(app))
    try:
        await app.run()
    except CannotRun as failure:
        return failure.exit_code
    finally:
        told.cancel()
    return 0


async def _tell(app: App) -> None:
    await app.polling.wait()
    _say({"polling": os.getpid()})


def arm(point: str, hit: int) -> None:
    """Die at this point, the so-maniest time that it is passed."""
    die = _Countdown(hit)
    if point == "after inbox write":
        _after(KeepUpdates, die)
    elif point == "inside the transaction":
        write = StoredLedger.write

        def write_and_die(*args: Any, **named: Any) -> Any:
            written = write(*args, **named)
            die()
            return written

        StoredLedger.write = write_and_die  # type: ignore[method-assign]
    elif point == "after commit":
        _after(ConfirmVisit, die)
        _after(OpenVisit, die)
    else:
        _before(NoteSent, die)


class _Countdown:
    def __init__(self, hits: int) -> None:
        self._left = hits

    def __call__(self) -> None:
        self._left -= 1
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def _after(kind: Any, die: Callable[[], None]) -> None:
    call: Callable[..., Awaitable[Any]] = kind.__call__

    async def call_and_die(*args: Any, **named: Any) -> Any:
        result = await call(*args, **named)
        die()
        return result

    kind.__call__ = call_and_die


def _before(kind: Any, die: Callable[[], None]) -> None:
    call: Callable[..., Awaitable[Any]] = kind.__call__

    async def die_and_call(*args: Any, **named: Any) -> Any:
        die()
        return await call(*args, **named)

    kind.__call__ = die_and_call


def _say(fact: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(fact) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
