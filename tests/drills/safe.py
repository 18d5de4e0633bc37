"""The evening's backup, restored in an empty place: the same sums, and nobody back who asked to be forgotten.

Not here: what restoring refuses and ends (tests/bot/test_restore.py).
"""

import asyncio
import shutil
from pathlib import Path

from bot.restore import Prospect, Restore
from bot.safekeeping_alone import back_up_now
from storage import erasures
from storage.backup_files import FOLDER_NAME
from storage.sqlite import FILE_NAME
from tests import books
from tests.drills.agreement import rows, sums
from tests.drills.counter_day import Day

FORGOTTEN = "SELECT COUNT(*) FROM customers WHERE forgotten_at IS NOT NULL"


async def a_backup_restored_elsewhere(day: Day, elsewhere: Path) -> None:
    """The running bot makes it; Wanda is forgotten after it; only backup and list of erasures move."""
    here = day.cafe.folder
    before = sums(here / FILE_NAME)
    backup = await asyncio.to_thread(back_up_now, day.cafe.settings)
    await day.passes(5)
    await day.regulars["Wanda"].forgets()
    forgotten = rows(here / FILE_NAME, FORGOTTEN)
    await _are_listed(here / erasures.FILE_NAME, 2)
    await day.cafe.stops_bot()

    (elsewhere / FOLDER_NAME).mkdir(parents=True)
    shutil.copy(here / erasures.FILE_NAME, elsewhere)
    copy = Path(shutil.copy(backup, elsewhere / FOLDER_NAME))
    prospect = await asyncio.to_thread(_restore, day, elsewhere, copy)

    restored = elsewhere / FILE_NAME
    assert (prospect.replaces, prospect.erased_again) == (False, 1)
    assert sums(restored) == before
    assert rows(restored, FORGOTTEN) == forgotten == [(2,)]
    assert b"Wanda" in copy.read_bytes()
    assert b"Wanda" not in restored.read_bytes()
    books.check(restored, deep=True)


async def _are_listed(file: Path, count: int) -> None:
    """The bot writes the list every few seconds."""
    for _ in range(200):
        if len(erasures.read(file)) == count:
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"there are {len(erasures.read(file))} erasures on the list, not {count}")


def _restore(day: Day, folder: Path, file: Path) -> Prospect:
    restore = Restore(folder, clock=day.cafe.clock)
    try:
        prospect = restore.prepare(file, lambda: "")
        restore.carry_out()
    finally:
        restore.close()
    return prospect
