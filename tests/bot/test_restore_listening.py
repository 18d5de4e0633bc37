"""A backup restored in the middle of a question or of a ticket: nobody is asked twice, and erased is erased.

Not here: what else may not live again (test_restore.py, test_restore_today.py).
"""

import shutil
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from bot.erasures import ErasureKeeper
from loyalty.deliveries import ScreenKind
from loyalty.ids import RecipientId
from loyalty.refusals import SurveyOver
from loyalty.responses import Phase
from loyalty.tickets import TicketOutcome, TicketState
from loyalty.use_cases.customers.forgetting import ForgetPerson
from loyalty.use_cases.listening.reminding import RemindOfTickets
from loyalty.use_cases.listening.ticket_work import CloseTicket
from storage import erasures
from storage.sqlite import FILE_NAME
from tests import books
from tests.bot.backed_up import House
from tests.counter import ANNA, LEO, MIA, Cafe
from tests.use_cases.listening import ListeningCafe
from tests.use_cases.tickets import answers, chats, newest, takes, the

REASONS = "SELECT score, reason FROM responses ORDER BY recipient_id"


async def asks(house: House) -> ListeningCafe:
    """Surveys are on, and two come for the third time tomorrow."""
    here = await ListeningCafe.open(await house.opens())
    await here.asks()
    await here.is_regular(MIA, LEO)
    return here


async def restored(here: ListeningCafe, house: House, file: Path) -> ListeningCafe:
    """An hour later the cafe is as it was then."""
    here.cafe.later(hours=1)
    await ErasureKeeper(here.cafe.database, house.folder).keep_list()
    await here.cafe.close()
    await house.restores(file)
    return ListeningCafe(await house.opens(), regulars={MIA, LEO})


async def ends(cafe: Cafe, house: House) -> None:
    await cafe.close()
    books.check(house.folder / FILE_NAME, deep=True)


def asked_of(here: ListeningCafe) -> Sequence[int]:
    return [one.chat for one in here.reached]


async def test_who_was_asked_since_is_not_asked_again_for_three_months(house: House) -> None:
    here = await asks(house)
    file = house.backs_up()
    await here.asks_all(MIA)
    here = await restored(here, house, file)
    await here.come_and_wait(MIA, LEO)
    await here.passes(hours=8)
    assert asked_of(here) == [LEO.telegram_id], "Mia was asked yesterday, though nothing here tells of it"
    here.cafe.later(days=30)
    await here.come_and_wait(MIA)
    await here.passes(hours=8)
    assert asked_of(here) == [LEO.telegram_id]
    here.cafe.later(days=60)
    await here.asks_all(MIA)
    assert asked_of(here) == [LEO.telegram_id, MIA.telegram_id]
    await ends(here.cafe, house)


async def test_where_the_present_file_is_gone_the_same_visit_is_still_not_asked_about_again(
    house: House, tmp_path: Path
) -> None:
    here = await asks(house)
    await here.come_and_wait(MIA)
    file = house.backs_up()
    await here.looks()
    assert asked_of(here) == [MIA.telegram_id]
    await here.cafe.close()
    elsewhere = House(tmp_path / "elsewhere", house.clock)
    elsewhere.folder.mkdir()
    await elsewhere.restores(Path(shutil.copy(file, tmp_path / "copy.sqlite3")))
    here = ListeningCafe(await elsewhere.opens())
    await here.passes(hours=24)
    assert asked_of(here) == []
    await ends(here.cafe, elsewhere)


async def test_what_was_asked_before_is_answered_after_it_and_over_in_its_time(house: House) -> None:
    here = await asks(house)
    mia, leo = await here.asks_all(MIA, LEO)
    file = house.backs_up()
    await here.is_told(MIA, mia, 10, "Lost with the rest")
    here = await restored(here, house, file)
    await here.passes(hours=8)
    assert asked_of(here) == []
    await here.is_told(MIA, mia, 9, "Still good")
    assert here.cafe.rows(REASONS) == [(9, "Still good")]
    here.cafe.later(days=14)
    heard = await here.scores(LEO, leo, 9)
    assert (heard.facts.phase, type(heard.refusal)) == (Phase.OVER, SurveyOver)
    await ends(here.cafe, house)


async def test_who_was_forgotten_since_leaves_no_word_and_no_ticket_behind(house: House) -> None:
    here = await asks(house)
    asked = await here.asks_all(MIA, LEO)
    for person, recipient_id in zip((MIA, LEO), asked, strict=True):
        await here.is_told(person, recipient_id, 2, "The milk was sour")
    file = house.backs_up()
    await ForgetPerson(here.cafe.database)(MIA)
    here = await restored(here, house, file)
    assert here.cafe.rows(REASONS) == [(2, ""), (2, "The milk was sour")]
    live = await the(here.cafe, newest(here.cafe))
    assert here.cafe.rows("SELECT id FROM tickets WHERE state <> 'closed'") == [(live.id,)]
    assert here.cafe.rows("SELECT name FROM customers WHERE id = ?", live.customer_id) == [("Leo",)]
    await ends(here.cafe, house)


async def test_they_stay_forgotten_elsewhere_too(house: House, tmp_path: Path) -> None:
    here = await asks(house)
    await here.hears(MIA, 2, "The milk was sour")
    file = house.backs_up()
    here.cafe.later(hours=1)
    await ForgetPerson(here.cafe.database)(MIA)
    await ErasureKeeper(here.cafe.database, house.folder).keep_list()
    await here.cafe.close()
    elsewhere = House(tmp_path / "elsewhere", house.clock)
    elsewhere.folder.mkdir()
    shutil.copy(house.folder / erasures.FILE_NAME, elsewhere.folder)
    await elsewhere.restores(Path(shutil.copy(file, tmp_path / "copy.sqlite3")))
    assert elsewhere.rows(REASONS) == [(2, "")]
    assert elsewhere.rows("SELECT state FROM tickets") == [("closed",)]


async def test_a_ticket_that_was_closed_since_waits_again_and_its_customer_is_not_asked_again(
    house: House,
) -> None:
    here = await asks(house)
    survey = await here.hears(MIA, 2)
    ticket_id = newest(here.cafe)
    await here.cafe.delivers_all()
    file = house.backs_up()
    here.cafe.later(hours=23)  # on the next day: on this one the survey was asked
    await answers(here.cafe, "So sorry", 31, ticket_id=ticket_id)
    await CloseTicket(here.cafe.database)(ANNA, ticket_id, TicketOutcome.PUT_RIGHT)
    here = await restored(here, house, file)
    cafe = here.cafe
    ticket = await the(cafe, ticket_id)
    assert (ticket.state, ticket.taken_by, ticket.agreed) == (TicketState.OPEN, None, None)
    assert ticket.recipient_id == RecipientId(survey)
    assert cafe.rows("SELECT id FROM screens WHERE kind = 'answer'") == []
    cafe.clock.advance(timedelta(hours=23))
    assert await RemindOfTickets(cafe.database)() == 1
    assert await takes(cafe, ticket_id) == "Anna"
    await CloseTicket(cafe.database)(ANNA, ticket_id, TicketOutcome.PUT_RIGHT)
    assert chats(cafe, ScreenKind.PUT_RIGHT, ticket_id) == [], "she was asked then"
    await ends(cafe, house)
