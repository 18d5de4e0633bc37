"""The list of erasures beside the backups: everybody stands on it once, whatever crashed.

Not here: what a restore does with it (tests/bot/test_restore.py).
"""

from bot.erasures import ErasureKeeper
from loyalty.erasures import hash_identity
from storage import erasures
from tests.counter import LEO, MIA, Cafe
from tests.use_cases.goodbyes import forgets


async def test_the_list_for_restores_gets_everybody_once_whatever_crashed(cafe: Cafe) -> None:
    folder = cafe.folder
    keeper = ErasureKeeper(cafe.database, folder)
    await cafe.join(MIA)
    await forgets(cafe, MIA)
    assert [await keeper.keep_list(), await keeper.keep_list()] == [1, 0]
    await cafe.join(LEO)
    await forgets(cafe, LEO)
    assert await ErasureKeeper(cafe.database, folder).keep_list() == 1, "a new process"
    key = str(cafe.rows("SELECT hash_key FROM installation")[0][0])
    listed = [one.identity_hash for one in erasures.read(folder / erasures.FILE_NAME)]
    assert listed == [hash_identity("telegram", str(who.telegram_id), key=key) for who in (MIA, LEO)]


async def test_an_erasure_after_a_line_that_a_dying_machine_cut_off_stands_on_the_list(cafe: Cafe) -> None:
    file = cafe.folder / erasures.FILE_NAME
    file.write_bytes(b'\xff\xfe\n{"hash": "abc", "at"')
    await cafe.join(MIA)
    await forgets(cafe, MIA)
    assert await ErasureKeeper(cafe.database, file.parent).keep_list() == 1
    assert len(erasures.read(file)) == 1
    assert await ErasureKeeper(cafe.database, file.parent).keep_list() == 0, "a new process reads it too"


async def test_hashes_leave_the_list_for_restores_after_a_year_as_well(cafe: Cafe) -> None:
    folder = cafe.folder
    keeper, file = ErasureKeeper(cafe.database, folder), folder / erasures.FILE_NAME
    await cafe.join(MIA)
    await forgets(cafe, MIA)
    await keeper.keep_list()
    cafe.later(days=200)
    await cafe.join(LEO)
    await forgets(cafe, LEO)
    await keeper.keep_list()
    assert len(erasures.read(file)) == 2
    cafe.later(days=166)
    await keeper.keep_list()
    key = str(cafe.rows("SELECT hash_key FROM installation")[0][0])
    leos = hash_identity("telegram", str(LEO.telegram_id), key=key)
    assert [one.identity_hash for one in erasures.read(file)] == [leos]
    cafe.later(days=200)
    await cafe.prune()
    await ErasureKeeper(cafe.database, folder).keep_list()
    assert file.read_bytes() == b"", "a new process drops them too"
