"""Another bot takes over: messages and updates are numbered from one, and none is taken for an old one.

Not here: the same over HTTP (tests/journeys/test_another_bot.py).
"""

from datetime import timedelta

from loyalty.campaigns import BroadcastTerms, CampaignKind
from loyalty.deliveries import Delivery, Lane, ScreenKind
from loyalty.ids import THE_ONLY_LOCATION, ChatId, MessageId, OperationId, UpdateId
from loyalty.inbox import DialogueChange, NewUpdate
from loyalty.letters import Content, Writing
from loyalty.notices import AnotherBot
from loyalty.people import Cause, Person
from loyalty.ports import Transaction
from loyalty.refusals import NotStaff
from loyalty.runs import RunState
from loyalty.tickets import TicketOutcome
from loyalty.use_cases.corrections.adjusting import OfReceipt
from loyalty.use_cases.customers.letters import AnswerLetter, IsLetter, WriteLetter
from loyalty.use_cases.house.another_bot import MeetBot, SendMissed
from loyalty.use_cases.house.sending import NoteFailed
from loyalty.use_cases.listening.reading_tickets import ShowTicket
from loyalty.use_cases.listening.ticket_work import CloseTicket
from loyalty.use_cases.staff.staff_chats import BindStaffChat
from loyalty.use_cases.visits.queue import ShowQueue
from storage import facts
from tests.counter import ANNA, BEN, LEO, MIA, Cafe, private
from tests.refusing import refused
from tests.use_cases.post_office import PostOffice
from tests.use_cases.standing import StandingCafe
from tests.use_cases.tickets import complains

OLD, NEW = 111, 222
GROUP = ChatId(-500)
FIRST = MessageId(1)
TOLD = "SELECT chat_id, notice FROM deliveries WHERE notice LIKE '%AnotherBot%' ORDER BY id"
SENT = "SELECT COUNT(*) FROM screens WHERE message_id IS NOT NULL"


async def meets(cafe: Cafe, bot_id: int) -> bool:
    return (await MeetBot(cafe.database)(bot_id)).another


def waiting(cafe: Cafe) -> list[tuple[object, ...]]:
    return cafe.rows(
        """SELECT s.kind, s.chat_id, s.message_id FROM deliveries d JOIN screens s ON s.id = d.screen_id
           WHERE d.state = 'pending' ORDER BY s.id"""
    )


def a_letter(by: Person, number: int, *, content: Content = Content.TEXT) -> Writing:
    return Writing(content, "is there oat milk", private(by), MessageId(number))


async def test_the_first_bot_is_remembered_and_the_same_one_changes_nothing(cafe: Cafe) -> None:
    await cafe.serves(MIA)
    await cafe.delivers_all()
    before = cafe.rows("SELECT * FROM screens")
    assert not await meets(cafe, OLD)
    assert not await meets(cafe, OLD)
    assert cafe.rows("SELECT * FROM screens") == before
    assert cafe.rows(TOLD) == []


async def test_each_owner_is_told_once_for_each_change(cafe: Cafe) -> None:
    await meets(cafe, OLD)
    assert await meets(cafe, NEW)
    assert not await meets(cafe, NEW)
    [(chat_id, notice)] = cafe.rows(TOLD)
    assert (chat_id, facts.decode_told(str(notice))) == (private(ANNA), AnotherBot())
    cafe.later(days=1)
    assert await meets(cafe, OLD)
    assert len(cafe.rows(TOLD)) == 2


async def test_a_message_with_an_old_number_asks_for_something_new(cafe: Cafe) -> None:
    await meets(cafe, OLD)
    visit = await cafe.stamps(MIA, 1)
    number = OperationId(cafe.number("SELECT id FROM operations WHERE op_key = ?", f"visit:{visit}"))
    cause = Cause(private(ANNA), FIRST)
    adjust = cafe.adjust_card
    await adjust(ANNA, OfReceipt(number), 1, "forgotten stamp", chat_id=private(ANNA), cause=cause)
    await WriteLetter(cafe.database)(MIA, a_letter(MIA, 1))
    await ShowQueue(cafe.database)(BEN, chat_id=private(BEN), cause=Cause(private(BEN), FIRST))
    await cafe.invite_staff(ANNA, cause=cause)
    await cafe.delivers_all()
    await meets(cafe, NEW)
    await adjust(ANNA, OfReceipt(number), 1, "another one", chat_id=private(ANNA), cause=cause)
    await WriteLetter(cafe.database)(MIA, a_letter(MIA, 1))
    await ShowQueue(cafe.database)(BEN, chat_id=private(BEN), cause=Cause(private(BEN), FIRST))
    await cafe.invite_staff(ANNA, cause=cause)
    assert (await cafe.card(MIA)).stamps == 3
    assert cafe.number("SELECT COUNT(*) FROM letters") == 2
    assert ("queue", private(BEN), None) in waiting(cafe)
    assert cafe.number("SELECT COUNT(*) FROM invites WHERE state = 'live'") == 2, "neither voids the other"


async def test_only_what_still_waits_for_somebody_is_sent_anew(cafe: Cafe) -> None:
    await meets(cafe, OLD)
    await cafe.stamps(LEO, 1)
    open_visit = await cafe.serves(MIA)
    await WriteLetter(cafe.database)(MIA, a_letter(MIA, 1, content=Content.PHOTO))
    await WriteLetter(cafe.database)(LEO, a_letter(LEO, 1))
    await cafe.delivers_all()
    shown = "SELECT message_id FROM screens WHERE kind = 'letter' ORDER BY id DESC LIMIT 1"
    leos = MessageId(cafe.number(shown))
    await AnswerLetter(cafe.database)(ANNA, private(ANNA), leos, a_letter(ANNA, 2))
    await cafe.delivers_all()
    await meets(cafe, NEW)
    assert waiting(cafe) == [("staff_card", private(BEN), None), ("letter", private(ANNA), None)]
    assert cafe.number(SENT) == 0
    assert not await IsLetter(cafe.database)(private(ANNA), leos), "that number is another message now"
    assert cafe.number("SELECT COUNT(*) FROM letters WHERE media_chat IS NOT NULL") == 0
    await cafe.confirm_visit(BEN, open_visit, stamps=1)
    assert waiting(cafe).count(("staff_card", private(BEN), None)) == 1


async def test_what_was_never_sent_goes_out_by_the_new_bot(cafe: Cafe) -> None:
    await meets(cafe, OLD)
    await cafe.serves(MIA)
    before = waiting(cafe)
    assert before
    await meets(cafe, NEW)
    assert waiting(cafe) == before


async def test_the_queue_is_posted_afresh_when_somebody_waits(cafe: Cafe) -> None:
    await meets(cafe, OLD)
    await cafe.shows(MIA)
    await cafe.delivers_all()
    await meets(cafe, NEW)
    placed = await cafe.database.read(lambda tx: tx.screens.find_placed(ScreenKind.QUEUE, THE_ONLY_LOCATION))
    assert [(one.chat_id, one.sent) for one in placed] == [
        (chat_id, False) for kind, chat_id, _ in waiting(cafe) if kind == "queue"
    ]
    assert placed


async def test_updates_of_the_old_bot_are_put_aside_and_their_numbers_are_free(cafe: Cafe) -> None:
    await meets(cafe, OLD)
    done, left = NewUpdate(UpdateId(7), "{}", begun=True), NewUpdate(UpdateId(8), '{"a": 1}', begun=False)

    def arrive(tx: Transaction) -> None:
        tx.inbox.store([done, left])
        tx.inbox.finish(UpdateId(7), [DialogueChange("111:1:1", "naming", "{}")], blank=False)

    await cafe.database.write(arrive)
    met = await MeetBot(cafe.database)(NEW)
    assert met.put_aside == 1
    assert cafe.rows("SELECT state, body FROM inbox ORDER BY seq") == [("done", "{}"), ("dead", "")]
    assert cafe.number("SELECT COUNT(*) FROM dialogues") == 0
    new = await cafe.database.write(lambda tx: tx.inbox.store([done, left]))
    assert new == [UpdateId(7), UpdateId(8)]


async def test_who_has_not_started_the_new_bot_is_told_when_they_do(cafe: Cafe) -> None:
    await meets(cafe, OLD)
    await cafe.serves(MIA)
    await cafe.delivers_all()
    await meets(cafe, NEW)
    await nobody_is_there(cafe)
    assert waiting(cafe) == []
    send_missed = SendMissed(cafe.database)
    assert await send_missed(ANNA) == 1
    assert await send_missed(BEN) == 1
    assert waiting(cafe) == [("staff_card", private(BEN), None)]
    await cafe.delivers_all()
    assert await send_missed(ANNA) == 0
    with refused(NotStaff()):
        await send_missed(LEO)


async def test_a_letter_comes_to_the_staff_chat_once_the_new_bot_is_in_it(cafe: Cafe) -> None:
    await meets(cafe, OLD)
    await binds(cafe)
    await WriteLetter(cafe.database)(await joins(cafe, MIA), a_letter(MIA, 1))
    await cafe.delivers_all()
    await meets(cafe, NEW)
    await nobody_is_there(cafe)
    assert waiting(cafe) == []
    await binds(cafe)
    assert ("letter", GROUP, None) in waiting(cafe)


async def test_open_tickets_come_once_to_each_who_may_take_them_and_a_question_to_its_customer(
    cafe: Cafe,
) -> None:
    await meets(cafe, OLD)
    cafe.later(hours=4)  # at night nobody is asked
    closed = await complains(cafe, number=501, by=LEO)
    await CloseTicket(cafe.database)(ANNA, closed, TicketOutcome.PUT_RIGHT)
    ticket_id = await complains(cafe, number=502, by=MIA)
    cause = Cause(private(ANNA), MessageId(9))
    await ShowTicket(cafe.database)(ANNA, ticket_id, cause)
    await cafe.delivers_all()
    await meets(cafe, NEW)
    assert waiting(cafe) == [("put_right", private(LEO), None), ("ticket", private(ANNA), None)]


async def binds(cafe: Cafe) -> None:
    await BindStaffChat(cafe.database)(ANNA, GROUP, title="Counter", administrator=True)


async def joins(cafe: Cafe, person: Person) -> Person:
    await cafe.join(person)
    return person


async def nobody_is_there(cafe: Cafe) -> None:
    """Everything that waits is refused: the bot can't initiate conversations."""

    async def claim() -> Delivery | None:
        return await cafe.database.write(lambda tx: tx.deliveries.claim([Lane.TRANSACTIONAL]))

    while (delivery := await claim()) is not None:
        await NoteFailed(cafe.database)(delivery, "UNREACHABLE", unreachable=True)


async def test_what_is_being_sent_rests_until_an_owner_lets_it_go_on(cafe: Cafe) -> None:
    cafe.later(hours=3)
    office = PostOffice(cafe)
    await office.guests(4)
    going = await office.launches(await office.draft())
    waiting = await office.launch(
        ANNA, await office.draft(terms=BroadcastTerms(at=cafe.clock.now() + timedelta(hours=1)))
    )
    sent = await office.sends(1)
    await MeetBot(cafe.database)(1)
    await MeetBot(cafe.database)(2)
    cafe.later(hours=2)
    assert await office.sends() == []
    assert [(await office.report(run.id)).run.state for run in (going, waiting)] == [RunState.PAUSED] * 2
    await office.resume(ANNA, going.id)
    assert len(sent) + len(await office.sends()) == 4


async def test_what_goes_out_by_itself_ends_for_that_day(cafe: Cafe) -> None:
    here = StandingCafe(cafe)
    await here.switches_on(CampaignKind.REMINDER)
    cafe.later(hours=3)
    await here.opening()
    await MeetBot(cafe.database)(1)
    await MeetBot(cafe.database)(2)
    assert cafe.rows("SELECT state FROM runs") == [("stopped",)], "no button would let it go on"
    cafe.later(days=1)
    await here.looks()
    assert cafe.rows("SELECT state FROM runs ORDER BY id") == [("stopped",), ("finished",)]
