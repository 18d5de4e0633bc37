"""A restore that has nothing beside it which knows what came later: it says so, and promises nothing.

Not here: a restore over data that can be read (test_restore.py).
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.safekeeping_commands import say_prospect
from storage.sqlite import FILE_NAME
from tests.bot.backed_up import House, a_first_version, cut_off
from tests.counter import BEN


async def test_a_restore_beside_which_no_data_lie_promises_nothing_about_who_was_removed(
    house: House,
) -> None:
    """A cafe on a server is restored into an empty DATA_DIR (docs/operations.md), as one on a new machine is:
    nobody knows there who was removed since. Ben works again, and the terminal says that he doesn't.
    """
    cafe = await house.opens()
    file = house.backs_up()
    cafe.removes(BEN)
    await cafe.close()
    (house.folder / FILE_NAME).rename(house.folder / "is-on-a-server-now")
    said = " ".join(say_prospect(await house.restores(file)))
    works = house.rows("SELECT removed_at FROM staff WHERE name = 'Ben'") == [(None,)]
    assert not (works and "whoever was removed stays removed" in said)
    assert "Nobody can tell here what was taken away since then" in said
    assert "look through /staff, /vouchers and /papers" in said


@pytest.mark.parametrize("make", [cut_off, a_first_version])
async def test_nor_does_one_over_data_that_can_not_be_read_or_are_of_another_cafe(
    house: House, make: Callable[[Path], None]
) -> None:
    await (await house.opens()).close()
    file = house.backs_up()
    (house.folder / FILE_NAME).unlink()
    make(house.folder / FILE_NAME)
    prospect = await house.restores(file)
    assert prospect.replaces
    assert "Nobody can tell here what was taken away since then" in " ".join(say_prospect(prospect))


async def test_one_over_data_that_can_be_read_promises_what_it_does(house: House) -> None:
    cafe = await house.opens()
    file = house.backs_up()
    cafe.removes(BEN)
    await cafe.close()
    said = " ".join(say_prospect(await house.restores(file)))
    assert "whoever was removed stays removed" in said
    assert house.rows("SELECT removed_at IS NULL FROM staff WHERE name = 'Ben'") == [(0,)]
