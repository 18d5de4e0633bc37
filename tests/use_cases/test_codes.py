"""Showing a code: how long it lives, what replaces it, where it is shown.

Not here: what staff do with it.
"""

from loyalty.deliveries import ScreenKind
from loyalty.ids import ChatId, MessageId, RewardId
from loyalty.refusals import CodeRanOut, RewardGone
from loyalty.scans import ScanState
from loyalty.use_cases.house.screens import ReadCode
from tests.counter import BEN, LEO, MIA, Cafe, PredictableSecrets
from tests.refusing import refused


async def test_a_code_can_be_used_until_its_fifteen_minutes_are_over(cafe: Cafe) -> None:
    in_time, too_late = await cafe.shows(MIA), await cafe.shows(LEO)
    cafe.later(minutes=14, seconds=59)
    assert (await cafe.scans(BEN, in_time)).customer_name == "Mia"
    cafe.later(seconds=1)
    with refused(CodeRanOut()):
        await cafe.scans(BEN, too_late)


async def test_a_second_code_takes_the_place_of_the_first(cafe: Cafe) -> None:
    first = await cafe.shows(MIA)
    second = await cafe.shows(MIA)
    with refused(CodeRanOut()):
        await cafe.scans(BEN, first)
    with refused(CodeRanOut()):
        await cafe.types(BEN, first.typed_code)
    assert (await cafe.types(BEN, second.typed_code)).visit.pair_code == second.pair_code
    assert cafe.rows("SELECT state FROM scans ORDER BY id") == [("void",), ("used",)]


async def test_only_hashes_of_a_code_are_kept(cafe: Cafe) -> None:
    shown = await cafe.shows(MIA)
    everything = b"".join(file.read_bytes() for file in cafe.folder.glob(f"{cafe.file().name}*"))
    assert shown.secret.encode() not in everything
    [(code_hash,)] = cafe.rows("SELECT code_hash FROM scans")
    assert shown.typed_code not in str(code_hash)[:6]
    assert len(str(code_hash)) == 64


async def test_live_codes_and_pair_codes_differ_between_customers(cafe: Cafe) -> None:
    cafe.show_code = type(cafe.show_code)(cafe.database, PredictableSecrets("the same for both"))
    mia = await cafe.shows(MIA)
    cafe.show_code = type(cafe.show_code)(cafe.database, PredictableSecrets("the same for both"))
    cafe.show_code.secrets.token_bytes(16)  # another secret, then the draws of Mia's code once more
    leo = await cafe.show_code(LEO, cause=None)
    assert leo.typed_code != mia.typed_code
    assert leo.pair_code != mia.pair_code


async def test_a_reward_that_is_not_ones_own_can_not_be_picked(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    with refused(RewardGone()):
        await cafe.shows(LEO, reward_id=reward)
    with refused(RewardGone()):
        await cafe.shows(MIA, reward_id=RewardId(99))
    assert (await cafe.shows(MIA, reward_id=reward)).item is not None


async def test_messages_of_a_code_are_redrawn_when_staff_were_quicker_than_they_were_remembered(
    cafe: Cafe,
) -> None:
    shown = await cafe.shows(MIA)
    await cafe.scans(BEN, shown)
    await cafe.keep_code_screens(shown.scan_id, ChatId(2001), text=MessageId(5), picture=MessageId(6))
    redraws = """
        SELECT s.kind FROM deliveries d JOIN screens s ON s.id = d.screen_id
        WHERE s.kind LIKE 'code%' ORDER BY s.kind"""
    assert cafe.rows(redraws) == [(ScreenKind.CODE,), (ScreenKind.CODE_PICTURE,)]


async def test_a_live_code_asks_for_no_redraw(cafe: Cafe) -> None:
    shown = await cafe.shows(MIA)
    await cafe.keep_code_screens(shown.scan_id, ChatId(2001), text=MessageId(5), picture=None)
    assert cafe.number("SELECT COUNT(*) FROM deliveries WHERE chat_id = 2001") == 0


async def test_a_code_message_says_by_itself_that_it_ran_out(cafe: Cafe) -> None:
    shown = await cafe.shows(MIA)
    await cafe.keep_code_screens(shown.scan_id, ChatId(2001), text=MessageId(5), picture=MessageId(6))
    cafe.later(minutes=15)
    assert await cafe.expire_due() == 1
    assert (await ReadCode(cafe.database)(shown.scan_id)).scan.state is ScanState.EXPIRED
    assert cafe.number("SELECT COUNT(*) FROM deliveries WHERE chat_id = 2001") == 2
