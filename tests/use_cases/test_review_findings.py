"""What a hostile reading found; each test says what should be true.

Not here: mending.
"""

from loyalty.deliveries import Lane, Screen, ScreenKind
from loyalty.ids import MessageId
from loyalty.letters import Content, Writing
from loyalty.use_cases.forgetting import ForgetPerson
from loyalty.use_cases.letters import WriteLetter
from tests.counter import MIA, Cafe, private


async def test_a_letter_on_its_way_while_its_writer_is_forgotten_loses_the_name(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    await cafe.delivers_all()
    writing = Writing(Content.TEXT, "delete my data please", private(MIA), MessageId(77))
    await WriteLetter(cafe.database)(MIA, writing)
    # The sender has claimed and drawn it, and waits up to five seconds for the chat's turn.
    sending = await cafe.database.write(lambda tx: tx.deliveries.claim([Lane.TRANSACTIONAL]))
    while sending is not None and not (
        isinstance(sending.content, Screen) and sending.content.kind is ScreenKind.LETTER
    ):
        done = sending
        await cafe.database.write(lambda tx, done=done: tx.deliveries.settle_sent(done, MessageId(900), "x"))
        sending = await cafe.database.write(lambda tx: tx.deliveries.claim([Lane.TRANSACTIONAL]))
    assert sending is not None
    await ForgetPerson(cafe.database)(MIA)
    await cafe.database.write(lambda tx: tx.deliveries.settle_sent(sending, MessageId(901), "with her name"))
    redraws = cafe.number(
        "SELECT count(*) FROM deliveries d JOIN screens s ON s.id = d.screen_id"
        " WHERE s.kind = 'letter' AND d.state = 'pending'"
    )
    assert redraws == 1, "the owner's chat says for ever that Mia wrote that"
