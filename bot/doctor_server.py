"""What `doctor` says of the data: of the file's content as of a server's, and a look at the server itself.

Not here: the file (doctor.py).
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TypeVar

from bot.findings import Finding, good, problem
from bot.server import NO_DRIVER, place_of, refusals
from bot.stopping import CannotRun
from loyalty.ports import Transaction
from storage.inspection import Inspection

T = TypeVar("T")


def look_at_server(url: str) -> tuple[Inspection | None, list[Finding]]:
    """What is in the database on the server; None when that can't be seen."""
    try:
        from storage.postgres_copies import inspect_server
    except ImportError:
        return None, [problem("Database", "the package psycopg is missing.", NO_DRIVER)]
    try:
        with refusals(url):
            inspection = inspect_server(url)
    except CannotRun as failure:
        return None, [problem("Database", failure.sentence, "The bot can't run before that is right.")]
    if not inspection.version:
        step = "That is right before the first start, or before `python -m bot move`."
        return None, [good("Database", f"{place_of(url)} answers and is empty. {step}")]
    return inspection, list(judge_data(inspection, good("Server", f"{place_of(url)} answers.")))


def read_on_server(url: str, body: Callable[[Transaction], T], now: datetime) -> T:
    """What a body reads there. Raises StorageFault."""
    from storage.postgres_copies import read_server

    return read_server(url, body, now)


def judge_data(inspection: Inspection, engine: Finding) -> Iterator[Finding]:
    """What is said of the data, wherever it is; `engine`: of what keeps it."""
    if inspection.missing:
        words = f"version {inspection.version}, {inspection.missing} behind this program."
        yield problem("Database", words, "Stop the bot and run `python -m bot migrate`.")
        return
    yield good("Database", f"version {inspection.version}, up to date.")
    yield engine
    step = "Stop the bot and run `python -m bot restore FILE` with the newest backup."
    for line in inspection.problems:
        yield problem("Books", f"{line}.", step)
    if not inspection.problems:
        yield good("Books", "every balance is the sum of its ledger, all checks passed.")
    if not inspection.owners:
        yield problem("Owner", "nobody owns this cafe yet.", "Run `python -m bot owner-link`.")
    elif inspection.owners == 1:
        yield good("Owner", "one person owns this cafe.")
    else:
        yield good("Owner", f"{inspection.owners} people own this cafe.")
