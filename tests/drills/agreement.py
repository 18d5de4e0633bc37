"""Whether four tell the same of a day: the pencil, the ledger, the close, and the phones of customers.

Not here: what must be true of every file (tests/books.py).
"""

import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.drills.counter_day import Day
from tests.drills.notebook import Notebook

_PROGRESS = re.compile(r"(\d+) of (\d+)")
_RECEIPT = re.compile(r"№ (\d+) · (?:(?P<given>\+\d+)|(?P<taken>−\d+))?")
_PERSON = re.compile(r"^(\w+): (\d+) visits?, (\d+) stamps?(?:, (\d+) free)?$", re.MULTILINE)

SUMS = (
    "SELECT kind, currency, SUM(amount), COUNT(*) FROM ledger_entries GROUP BY kind, currency ORDER BY 1, 2",
    "SELECT c.id, c.stamps FROM cards c ORDER BY c.id",
    "SELECT state, COUNT(*), SUM(cost) FROM rewards GROUP BY state ORDER BY state",
    "SELECT state, COUNT(*), SUM(stamps) FROM visits WHERE state <> 'open' GROUP BY state ORDER BY state",
)
"""What a backup has to keep to the stamp."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The figures of a day, wherever they were read."""

    visits: int
    undone: int
    stamps: int
    """Given, less what was taken back."""
    written_off: int
    free: int
    people: tuple[tuple[str, int, int, int], ...]
    """Name, visits, stamps given less those taken back, free ones; by name."""


def sheet_of_pencil(notebook: Notebook) -> Sheet:
    """What was noted at the counter. A visit that was undone later is no visit of the person any more."""
    visits, given = Counter(one.by for one in notebook.visits), notebook.stamps_of()
    visits.subtract(notebook.undone_by)
    people = sorted((name, count, given[name], notebook.handed_over[name]) for name, count in visits.items())
    return Sheet(
        visits=len(notebook.visits) - len(notebook.undone),
        undone=len(notebook.undone),
        stamps=notebook.given - notebook.taken_back,
        written_off=notebook.written_off,
        free=notebook.handed_over.total(),
        people=tuple(people),
    )


def sheet_of_close(text: str) -> Sheet:
    """What /close says."""
    people = [(name, int(v), int(s), int(f or 0)) for name, v, s, f in _PERSON.findall(text)]
    return Sheet(
        visits=_number(r"^(\d+) visits?,", text),
        undone=_number(r"Taken back: (\d+) visits?", text),
        stamps=_number(r"^Stamps: (\d+)", text),
        written_off=_number(r"Stamps written off: (\d+)", text),
        free=_number(r"Given for free: .* × (\d+)", text),
        people=tuple(sorted(people)),
    )


def sheet_of_ledger(path: Path) -> Sheet:
    """What the entries add up to, without the close's own queries."""

    def one(query: str) -> int:
        return int(rows(path, query)[0][0] or 0)

    earned = """
        SELECT SUM(e.amount) FROM ledger_entries e LEFT JOIN ledger_entries r ON r.id = e.reverses
        WHERE e.practice = 0 AND (e.kind = 'earn' OR r.kind = 'earn')"""
    free = "SELECT COUNT(*) FROM operations WHERE practice = 0 AND kind = "
    people = """
        SELECT s.name,
            (SELECT COUNT(*) FROM visits v
             WHERE v.settled_by = s.id AND v.state = 'confirmed' AND v.practice = 0),
            (SELECT COALESCE(SUM(e.amount), 0) FROM ledger_entries e
             WHERE e.staff_id = s.id AND e.kind = 'earn' AND e.practice = 0
               AND NOT EXISTS (SELECT 1 FROM ledger_entries r WHERE r.reverses = e.id)),
            (SELECT COUNT(*) FROM operations o
             WHERE o.staff_id = s.id AND o.kind = 'redemption' AND o.practice = 0
               AND NOT EXISTS (SELECT 1 FROM operations u WHERE u.op_key = o.op_key || ':undo'))
        FROM staff s ORDER BY s.name"""
    return Sheet(
        visits=one("SELECT COUNT(*) FROM visits WHERE state = 'confirmed' AND practice = 0"),
        undone=one("SELECT COUNT(*) FROM visits WHERE state = 'undone' AND practice = 0"),
        stamps=one(earned),
        written_off=one("SELECT SUM(amount) FROM ledger_entries WHERE kind = 'write_off' AND practice = 0"),
        free=one(f"{free} 'redemption'") - one(f"{free} 'redemption_undo'"),
        people=tuple(row for row in rows(path, people) if any(row[1:])),
    )


async def check_receipts(day: Day) -> int:
    """Each change was told once, to its customer, with its number; the last one says what the card says.

    Answers how many there were.
    """
    told = _receipts_sent(await day.cafe.transcript(), {guest.id for guest in day.regulars.values()})
    known = day.cafe.rows("SELECT id FROM operations WHERE practice = 0 ORDER BY id")
    assert sorted(number for sent in told.values() for number, _ in sent) == [row[0] for row in known]
    lines = [line for sent in told.values() for _, line in sent]
    given = day.cafe.rows("SELECT SUM(amount) FROM ledger_entries WHERE kind = 'earn' AND practice = 0")
    assert [(sum(_counts(lines, "given")),)] == given
    cards = {
        int(str(person)): stamps
        for person, stamps in day.cafe.rows(
            """SELECT i.external_id, c.stamps FROM cards c JOIN identities i ON i.customer_id = c.customer_id
               WHERE i.kind = 'telegram'"""
        )
    }
    for guest in day.regulars.values():
        shown = [_PROGRESS.search(one.get("text", "")) for one in await guest.chat() if _is_receipt(one)]
        last = [found for found in shown if found][-1]
        assert int(last[1]) == cards[guest.id], (guest.first_name, last[0], cards[guest.id])
    return len(lines)


async def check_counts_of_hands(day: Day) -> None:
    """What people counted of their own taps is what the server saw."""
    async with day.cafe.http.get("/sim/transcript") as answer:
        seen = (await answer.json())["people"]
    for staff in (day.owner, day.ben, day.cara, day.till):
        assert seen[str(staff.id)] == {"taps": staff.taps_made, "texts": staff.texts_sent}, staff.first_name


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    """What stands in a file."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def sums(path: Path) -> list[list[tuple[Any, ...]]]:
    """Everything that a backup has to keep to the stamp."""
    return [rows(path, query) for query in SUMS]


def _receipts_sent(lines: Iterable[dict[str, Any]], guests: set[int]) -> dict[int, list[tuple[int, str]]]:
    """Number and text of each receipt that Telegram took, by the chat it went to."""
    told: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for line in lines:
        if line.get("call") == "sendMessage" and line["ok"] and line.get("chat") in guests:
            found = _RECEIPT.match(line.get("text", ""))
            if found:
                told[line["chat"]].append((int(found[1]), line["text"]))
    return told


def _counts(lines: Iterable[str], which: str) -> list[int]:
    found = [_RECEIPT.match(line) for line in lines]
    return [int(one[which]) for one in found if one and one[which]]


def _is_receipt(message: dict[str, Any]) -> bool:
    return message["from"]["is_bot"] and _RECEIPT.match(message.get("text", "")) is not None


def _number(pattern: str, text: str) -> int:
    found = re.search(pattern, text, re.MULTILINE)
    return int(found[1]) if found else 0
