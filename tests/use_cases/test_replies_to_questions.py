"""A reply to a message that asks: it is the answer, a word to the managers, or refused aloud; never a letter.

Not here: answers themselves (test_answering.py, test_own_questions.py), and what is written without replying
(test_letters.py).
"""

from datetime import timedelta

import pytest

from loyalty.deliveries import ScreenKind
from loyalty.ids import MessageId, RecipientId
from loyalty.letters import MOST_AN_HOUR, Content, Passed
from loyalty.own_questions import AnswerForm
from loyalty.refusals import AnsweredByTap, AnswerFixed, QuestionOver, ReasonKept, ScoreFirst, SurveyOver
from loyalty.tickets import TicketOutcome
from loyalty.use_cases.listening.answering import GiveReason, IsSurvey, ScoreVisit, SkipReason
from loyalty.use_cases.listening.ticket_work import CloseTicket
from tests.counter import ANNA, LEO, MAX, MIA, Cafe, private
from tests.refusing import refused
from tests.use_cases.listening import ListeningCafe
from tests.use_cases.own_questions import Asking
from tests.use_cases.tickets import (
    GROUP,
    a_writing,
    chats,
    explains,
    has_readers,
    newest,
    scores,
    shown_as,
    takes,
    writes,
)


@pytest.fixture
async def cafe(cafe: Cafe) -> Cafe:
    """With a manager besides the owner, and a staff chat in which baristas read letters."""
    await has_readers(cafe)
    return cafe


def the_survey(cafe: Cafe, recipient: RecipientId) -> MessageId:
    """Under which number the question itself lies in its customer's chat."""
    query = "SELECT d.message_id FROM recipients r JOIN deliveries d ON d.id = r.delivery_id WHERE r.id = ?"
    return MessageId(cafe.number(query, recipient))


async def is_asked(cafe: Cafe) -> tuple[ListeningCafe, RecipientId]:
    here = await ListeningCafe.open(cafe, at=cafe.clock.now())
    await here.asks()
    [recipient] = await here.asks_all(MIA)
    return here, recipient


async def replies(
    cafe: Cafe, to: MessageId, said: str, number: int, *, content: Content = Content.TEXT
) -> Passed | None:
    assert await IsSurvey(cafe.database)(private(MIA), to), "it would be a letter to the counter"
    return await GiveReason(cafe.database)(MIA, to, a_writing(said, number, by=MIA, content=content))


def reasons(cafe: Cafe) -> list[tuple[object, ...]]:
    return cafe.rows("SELECT score, reason FROM responses")


def read_by_baristas(cafe: Cafe) -> int:
    return cafe.number("SELECT COUNT(*) FROM screens WHERE kind = 'letter' AND chat_id = ?", GROUP)


async def test_before_a_score_a_reply_to_the_survey_is_told_to_tap(cafe: Cafe) -> None:
    _, recipient = await is_asked(cafe)
    with refused(ScoreFirst()):
        await replies(cafe, the_survey(cafe, recipient), "3, because Ben was rude", 778)
    assert not reasons(cafe)
    assert not read_by_baristas(cafe)


async def test_after_the_score_a_reply_to_the_survey_itself_is_the_reason(cafe: Cafe) -> None:
    _, recipient = await is_asked(cafe)
    survey = the_survey(cafe, recipient)
    await ScoreVisit(cafe.database)(MIA, recipient, 8, chat_id=private(MIA))
    assert await replies(cafe, survey, "The queue", 778) is None
    with refused(ReasonKept()):
        await replies(cafe, survey, "and Ben was rude", 779)
    assert reasons(cafe) == [(8, "The queue")]
    assert not read_by_baristas(cafe)


async def test_a_second_reply_to_why_is_not_read_by_baristas_and_its_customer_is_told(cafe: Cafe) -> None:
    recipient = await scores(cafe, 7)
    await explains(cafe, recipient, a_writing("The queue", 777, by=MIA))
    why = await shown_as(cafe, ScreenKind.REASON, by=MIA, subject=recipient)
    for number, content in ((778, Content.TEXT), (779, Content.PHOTO), (780, Content.STICKER)):
        with refused(ReasonKept()):
            await replies(cafe, why, "and Ben was rude", number, content=content)
    assert await replies(cafe, why, "The queue", 777) is None, "a replay"
    assert len(chats(cafe, ScreenKind.THANKS, recipient)) == 1
    assert reasons(cafe) == [(7, "The queue")]
    assert not read_by_baristas(cafe)


async def test_a_reply_to_the_thanks_is_the_reason_of_who_skipped_it_and_no_letter(cafe: Cafe) -> None:
    here, recipient = await is_asked(cafe)
    await ScoreVisit(cafe.database)(MIA, recipient, 8, chat_id=private(MIA))
    await SkipReason(cafe.database)(MIA, recipient, chat_id=private(MIA))
    await here.looks()
    thanks = await shown_as(cafe, ScreenKind.THANKS, by=MIA, subject=recipient)
    assert await replies(cafe, thanks, "The queue", 778) is None
    with refused(ReasonKept()):
        await replies(cafe, thanks, "and Ben was rude", 779)
    assert reasons(cafe) == [(8, "The queue")]
    assert not cafe.rows("SELECT * FROM letters")


async def test_while_managers_take_care_a_further_reply_is_read_by_them_alone(cafe: Cafe) -> None:
    recipient = await scores(cafe, 2)
    await explains(cafe, recipient, a_writing("Sour", 777, by=MIA))
    why = await shown_as(cafe, ScreenKind.REASON, by=MIA, subject=recipient)
    for _ in range(2):
        assert await replies(cafe, why, "and Ben was rude", 778) is Passed.WITH_MANAGERS
    assert cafe.rows("SELECT text, ticket_id FROM letters") == [("and Ben was rude", newest(cafe))]
    assert chats(cafe, ScreenKind.LETTER, 1) == [private(ANNA), private(MAX)]


async def test_further_replies_are_as_many_an_hour_as_letters(cafe: Cafe) -> None:
    recipient = await scores(cafe, 2)
    await explains(cafe, recipient, a_writing("Sour", 777, by=MIA))
    why = await shown_as(cafe, ScreenKind.REASON, by=MIA, subject=recipient)
    said = [await replies(cafe, why, "and", 1000 + number) for number in range(MOST_AN_HOUR + 1)]
    assert said[-2:] == [Passed.WITH_MANAGERS, Passed.ENOUGH]
    assert cafe.number("SELECT COUNT(*) FROM letters") == MOST_AN_HOUR


async def test_when_the_talk_is_over_a_further_reply_is_told_so(cafe: Cafe) -> None:
    recipient = await scores(cafe, 2)
    await explains(cafe, recipient, a_writing("Sour", 777, by=MIA))
    why = await shown_as(cafe, ScreenKind.REASON, by=MIA, subject=recipient)
    await takes(cafe, newest(cafe))
    await CloseTicket(cafe.database)(ANNA, newest(cafe), TicketOutcome.PUT_RIGHT)
    cafe.later(hours=49)
    with refused(ReasonKept()):
        await replies(cafe, why, "and Ben was rude", 778)
    assert not cafe.rows("SELECT * FROM letters")


@pytest.mark.parametrize("scored", [True, False])
async def test_a_reply_to_a_survey_of_last_month_is_told_that_it_is_over(cafe: Cafe, scored: bool) -> None:
    _, recipient = await is_asked(cafe)
    if scored:
        await ScoreVisit(cafe.database)(MIA, recipient, 8, chat_id=private(MIA))
    cafe.clock.advance(timedelta(days=30))
    with refused(SurveyOver()):
        await replies(cafe, the_survey(cafe, recipient), "3, because Ben was rude", 778)
    assert not read_by_baristas(cafe)


async def test_what_is_written_anew_goes_to_the_counter_as_ever(cafe: Cafe) -> None:
    recipient = await scores(cafe, 8)
    await explains(cafe, recipient, a_writing("The queue", 777, by=MIA))
    assert await writes(cafe, "When do you open?", 778) is Passed.PASSED_ON
    assert read_by_baristas(cafe) == 1


async def test_a_message_of_somebody_elses_survey_or_of_none_is_no_survey(cafe: Cafe) -> None:
    _, recipient = await is_asked(cafe)
    is_survey, survey = IsSurvey(cafe.database), the_survey(cafe, recipient)
    assert await is_survey(private(MIA), survey)
    assert not await is_survey(private(MIA), MessageId(survey + 500))
    assert not await is_survey(private(LEO), survey)


@pytest.mark.parametrize("form", AnswerForm)
async def test_a_reply_to_an_own_question_that_was_closed_is_told_so(cafe: Cafe, form: AnswerForm) -> None:
    asking = await Asking.open(cafe, MIA)
    question = await asking.asks(form)
    await asking.close(ANNA, question)
    assert await asking.say.is_asked(private(MIA), asking.sent_as(MIA))
    with refused(QuestionOver()):
        await asking.replies(MIA, "My answer, which only the owner was to read")
    assert not read_by_baristas(cafe)


@pytest.mark.parametrize("form", [AnswerForm.CHOICE, AnswerForm.SCALE])
async def test_a_reply_to_an_own_question_with_buttons_is_told_to_tap(cafe: Cafe, form: AnswerForm) -> None:
    asking = await Asking.open(cafe, MIA)
    await asking.asks(form)
    assert await asking.say.is_asked(private(MIA), asking.sent_as(MIA))
    with refused(AnsweredByTap()):
        await asking.replies(MIA, "2")
    assert cafe.rows("SELECT choice, scale, text FROM own_answers") == [(None, None, None)]


async def test_a_reply_to_an_own_question_after_its_hour_is_told_that_the_answer_stands(cafe: Cafe) -> None:
    asking = await Asking.open(cafe, MIA)
    await asking.asks(AnswerForm.TEXT)
    await asking.replies(MIA, "More tea")
    cafe.later(hours=1)
    assert await asking.say.is_asked(private(MIA), asking.sent_as(MIA))
    with refused(AnswerFixed()):
        await asking.replies(MIA, "Less tea")
    assert cafe.rows("SELECT text FROM own_answers") == [("More tea",)]
