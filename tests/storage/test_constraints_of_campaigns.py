"""What the database itself enforces of campaigns: a time of one goes out once, and to each customer once.

Not here: how the code keeps from ever getting here.
"""

import sqlite3
from collections.abc import Iterator

import pytest

from loyalty.runs import RunState
from tests.counter import Cafe
from tests.use_cases.post_office import PostOffice


@pytest.fixture
async def office(cafe: Cafe) -> PostOffice:
    """A post went to two, and a third one has waited too long."""
    cafe.later(hours=3)
    office = PostOffice(cafe)
    await office.guests(2)
    await office.launches(await office.draft())
    await office.sends()
    return office


@pytest.fixture
def raw(office: PostOffice) -> Iterator[sqlite3.Connection]:
    with office.cafe.raw() as connection:
        yield connection


def copy_of_first(connection: sqlite3.Connection, table: str, **changed: object) -> None:
    names = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})") if name != "id"]
    values = [f":{name}" if name in changed else name for name in names]
    chosen = f"SELECT {', '.join(values)} FROM {table} ORDER BY id LIMIT 1"
    connection.execute(f"INSERT INTO {table} ({', '.join(names)}) {chosen}", changed)


@pytest.mark.parametrize(
    ("table", "changed", "rule"),
    [
        ("runs", {}, "UNIQUE constraint failed: runs.campaign_id, runs.occurrence"),
        ("recipients", {"delivery_id": None}, "UNIQUE constraint failed: recipients.campaign_id"),
        ("recipients", {"occurrence": "2"}, "UNIQUE constraint failed: recipients.delivery_id"),
        ("recipients", {"occurrence": "2", "delivery_id": None, "pilot": 2}, "CHECK constraint failed"),
        ("recipients", {"occurrence": "2", "delivery_id": None, "state": "lost"}, "FOREIGN KEY"),
        ("runs", {"occurrence": "2", "state": "gone"}, "FOREIGN KEY"),
        ("campaigns", {"kind": "letter"}, "FOREIGN KEY"),
    ],
)
def test_a_row_that_must_not_be_is_refused(
    raw: sqlite3.Connection, table: str, changed: dict[str, object], rule: str
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=rule):
        copy_of_first(raw, table, **changed)


async def test_each_change_of_a_runs_state_has_one_winner(office: PostOffice) -> None:
    database, live = office.cafe.database, [RunState.RUNNING]
    run = await office.launches(await office.draft("Cake"))
    await database.write(lambda tx: tx.runs.become(run.id, RunState.RUNNING, of=[RunState.WAITING]))
    pause = await database.write(lambda tx: tx.runs.become(run.id, RunState.PAUSED, of=live))
    stop = await database.write(lambda tx: tx.runs.become(run.id, RunState.STOPPED, of=live))
    assert (pause, stop) == (True, False)
