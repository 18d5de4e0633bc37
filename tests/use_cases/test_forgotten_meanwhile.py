"""Being forgotten while something is on its way: nothing that is sent or handled later brings the name back.

Not here: what is erased at once (test_forgetting.py).
"""

from loyalty.deliveries import Lane, Screen, ScreenKind
from loyalty.ids import (
    MessageId,
    UpdateId,
)
from loyalty.inbox import NewUpdate
from loyalty.invites import InviteState
from loyalty.refusals import (
    InviteOver,
)
from loyalty.use_cases.customers.letters import WriteLetter
from loyalty.use_cases.house.screens import ReadInvite
from tests.counter import ANNA, BEN, LEO, MIA, Cafe, secret_of
from tests.refusing import refused
from tests.use_cases.goodbyes import ZELDA, a_letter, forgets


async def test_a_letter_that_is_on_its_way_meanwhile_loses_the_name(cafe: Cafe) -> None:
    await cafe.join(MIA)
    await cafe.delivers_all()
    await WriteLetter(cafe.database)(MIA, a_letter("delete my data please", 1, by=MIA))
    # The sender has claimed and drawn it, and waits up to five seconds for the chat's turn.
    sending = await cafe.database.write(lambda tx: tx.deliveries.claim([Lane.TRANSACTIONAL]))
    assert sending is not None
    assert isinstance(sending.content, Screen)
    assert sending.content.kind is ScreenKind.LETTER
    await forgets(cafe, MIA)
    await cafe.database.write(lambda tx: tx.deliveries.settle_sent(sending, MessageId(901), "with her name"))
    redraws = """SELECT COUNT(*) FROM deliveries d JOIN screens s ON s.id = d.screen_id
                 WHERE s.kind = 'letter' AND d.state = 'pending'"""
    assert cafe.number(redraws) == 1


async def test_a_message_that_never_arrived_is_not_sent_for_a_former_customer(cafe: Cafe) -> None:
    await cafe.join(MIA)
    await cafe.delivers_all()
    await WriteLetter(cafe.database)(MIA, a_letter("hello", 1, by=MIA))
    sending = await cafe.database.write(lambda tx: tx.deliveries.claim([Lane.TRANSACTIONAL]))
    assert sending is not None
    await cafe.database.write(lambda tx: tx.deliveries.settle_failed(sending, "blocked"))
    await forgets(cafe, MIA)
    assert cafe.number("SELECT COUNT(*) FROM deliveries WHERE state = 'pending'") == 0


async def test_a_tap_of_staff_that_waits_to_be_handled_is_blanked_once_it_was(cafe: Cafe) -> None:
    await cafe.join(ZELDA)
    tap = NewUpdate(UpdateId(1), '{"text": "Zeldamira"}', begun=True, person_id=BEN.telegram_id)
    await cafe.database.write(lambda tx: tx.inbox.store([tap]))
    await forgets(cafe, ZELDA)
    waiting = await cafe.database.read(lambda tx: tx.inbox.waiting())
    assert [one.body for one in waiting] == [tap.body]
    await cafe.database.write(lambda tx: tx.inbox.finish(UpdateId(1), [], blank=False))
    assert cafe.rows("SELECT body, person_id FROM inbox") == [("", None)]


async def test_who_waits_for_the_owners_word_is_no_question_any_more(cafe: Cafe) -> None:
    await cafe.open_invite(LEO, secret_of(await cafe.invite_staff(ANNA, cause=None)))
    await cafe.delivers_all()
    await forgets(cafe, LEO)
    invite = await ReadInvite(cafe.database)(cafe.newest_invite())
    assert (invite.state, invite.came_telegram_id, invite.came_name) == (InviteState.VOID, None, "")
    redraws = """SELECT COUNT(*) FROM deliveries d JOIN screens s ON s.id = d.screen_id
                 WHERE s.kind = 'invite' AND d.state = 'pending'"""
    assert cafe.number(redraws) == 1
    with refused(InviteOver()):
        await cafe.decide_invite(ANNA, invite.id, accept=True)
    assert cafe.number("SELECT COUNT(*) FROM forgotten") == 1, "restores must know"
