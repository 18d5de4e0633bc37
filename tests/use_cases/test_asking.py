"""Questions under receipts: one a day, with which visit, and who answers.

Not here: the rule itself (tests/loyalty/test_questions.py) and how it looks (tests/journeys).
"""

import pytest

from loyalty.campaigns import CampaignKind
from loyalty.ids import QuestionId, VisitId
from loyalty.people import Person
from loyalty.questions import Question, QuestionKind, QuestionState
from loyalty.refusals import NotForYou
from loyalty.use_cases.campaigns.asking import AnswerQuestion
from loyalty.use_cases.house.screens import ReadReceipt
from tests.counter import ANNA, BEN, LEO, MAX, MIA, Cafe, private
from tests.refusing import refused
from tests.use_cases.standing import StandingCafe

ASKED = "SELECT kind, state FROM questions ORDER BY id"
RECORDS = "SELECT purpose, given, text_version, language FROM consents ORDER BY id"


@pytest.fixture
async def cafe(cafe: Cafe) -> Cafe:
    """It greets birthdays."""
    await StandingCafe(cafe).switches_on(CampaignKind.BIRTHDAY)
    return cafe


async def under_the_last_receipt(cafe: Cafe) -> Question | None:
    return (await ReadReceipt(cafe.database)(cafe.last_operation())).question


async def comes_on_days(cafe: Cafe, person: Person, days: int) -> None:
    for _ in range(days):
        await cafe.stamps(person, 1)
        cafe.later(days=1)


async def is_asked(cafe: Cafe, kind: QuestionKind) -> QuestionId:
    """The customer comes on two or three days; the last receipt asks."""
    await comes_on_days(cafe, MIA, 1 if kind is QuestionKind.BIRTHDAY else 2)
    await cafe.stamps(MIA, 1)
    question = await under_the_last_receipt(cafe)
    assert question is not None
    assert question.kind is kind
    return question.id


async def answers(cafe: Cafe, question_id: QuestionId, *, agreed: bool, by: Person = MIA) -> QuestionState:
    facts = await AnswerQuestion(cafe.database)(by, question_id, agreed=agreed, language="et")
    assert facts.question is not None
    return facts.question.state


async def test_nothing_is_asked_with_the_first_visit(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    assert await under_the_last_receipt(cafe) is None


async def test_the_birthday_is_asked_with_the_second_visit_and_offers_with_the_third(cafe: Cafe) -> None:
    await comes_on_days(cafe, MIA, 2)
    assert cafe.rows(ASKED) == [("birthday", "open")]
    await cafe.stamps(MIA, 1)
    assert cafe.rows(ASKED) == [("birthday", "open"), ("offers", "open")]
    await comes_on_days(cafe, MIA, 4)
    assert len(cafe.rows(ASKED)) == 2, "no answer is no, and nobody is asked again"


async def test_the_birthday_is_asked_only_while_birthdays_are_greeted(cafe: Cafe) -> None:
    await StandingCafe(cafe).switches_off(CampaignKind.BIRTHDAY)
    await comes_on_days(cafe, MIA, 3)
    assert cafe.rows(ASKED) == [("offers", "open")]
    await StandingCafe(cafe).switches_on(CampaignKind.BIRTHDAY)
    await cafe.stamps(MIA, 1)
    assert cafe.rows(ASKED) == [("offers", "open"), ("birthday", "open")]


async def test_two_questions_never_come_on_one_day(cafe: Cafe) -> None:
    for _ in range(3):
        await cafe.stamps(MIA, 1)
        cafe.later(hours=1)
    assert cafe.rows(ASKED) == [("birthday", "open")]
    cafe.later(hours=13)  # after midnight, the evening is not over
    await cafe.stamps(MIA, 1)
    assert len(cafe.rows(ASKED)) == 1
    cafe.later(hours=8)
    await cafe.stamps(MIA, 1)
    assert cafe.rows(ASKED) == [("birthday", "open"), ("offers", "open")]


async def test_a_visit_that_was_undone_does_not_count(cafe: Cafe) -> None:
    await comes_on_days(cafe, MIA, 1)
    await cafe.undo_visit(BEN, await cafe.stamps(MIA, 1))
    asked = cafe.rows("SELECT id FROM questions")
    cafe.later(days=1)
    await cafe.stamps(MIA, 1)
    assert cafe.rows("SELECT id FROM questions") == asked, "it was the second visit all the same"
    cafe.later(days=1)
    await cafe.stamps(MIA, 1)
    question = await under_the_last_receipt(cafe)
    assert question is not None
    assert question.kind is QuestionKind.OFFERS


async def test_a_question_under_a_visit_that_was_undone_can_be_answered(cafe: Cafe) -> None:
    await comes_on_days(cafe, MIA, 2)
    visit = await cafe.stamps(MIA, 1)
    question = await under_the_last_receipt(cafe)
    assert question is not None
    await cafe.undo_visit(BEN, visit)
    assert await answers(cafe, question.id, agreed=True) is QuestionState.ANSWERED
    assert cafe.rows("SELECT state FROM wishes") == [("granted",)]


async def test_practice_and_paper_are_asked_nothing(cafe: Cafe) -> None:
    paper = await cafe.prints("Olga")
    for _ in range(4):
        await cafe.scans_paper(BEN, paper, stamps=1)
        cafe.later(days=1)
    for _ in range(4):
        await cafe.start_practice(ANNA, chat_id=private(ANNA), cause=None)
        visit = VisitId(cafe.number("SELECT MAX(id) FROM visits"))
        await cafe.confirm_visit(ANNA, visit, stamps=1)
        cafe.later(days=1)
    assert cafe.rows(ASKED) == []


async def test_a_frozen_card_is_asked_nothing(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    cafe.later(days=1)
    visit = await cafe.serves(MIA)
    await cafe.offers(BEN, visit, reward)
    await cafe.answer_offer(MIA, cafe.newest_offer(), agreed=True)
    await cafe.freeze_card(MIA, cafe.last_operation())
    await cafe.confirm_visit(BEN, visit, stamps=1)
    assert cafe.number("SELECT visits FROM customers") == 2
    assert cafe.rows(ASKED) == []


@pytest.mark.parametrize(
    ("agreed", "state", "wish"), [(True, "answered", "granted"), (False, "skipped", "refused")]
)
async def test_the_answer_about_offers_is_a_record_and_counts_once(
    cafe: Cafe, agreed: bool, state: str, wish: str
) -> None:
    question = await is_asked(cafe, QuestionKind.OFFERS)
    for said in (agreed, agreed, not agreed):  # twice, and then by the button of a receipt drawn before
        assert await answers(cafe, question, agreed=said) == state
    assert cafe.rows("SELECT purpose, state FROM wishes") == [("offers", wish)]
    assert cafe.rows(RECORDS) == [("offers", int(agreed), "offers-1", "et")]


@pytest.mark.parametrize("agreed", [True, False])
async def test_the_answer_about_the_birthday_lets_nothing_be_sent_yet(cafe: Cafe, agreed: bool) -> None:
    question = await is_asked(cafe, QuestionKind.BIRTHDAY)
    await answers(cafe, question, agreed=agreed)
    assert cafe.rows("SELECT purpose, state FROM wishes") == []
    assert cafe.rows(RECORDS) == []


async def test_nobody_answers_for_somebody_else(cafe: Cafe) -> None:
    question = await is_asked(cafe, QuestionKind.OFFERS)
    await cafe.join(LEO)
    for stranger in (LEO, BEN):
        with refused(NotForYou()):
            await answers(cafe, question, agreed=True, by=stranger)
    with refused(NotForYou()):
        await answers(cafe, QuestionId(999), agreed=True)
    assert cafe.rows("SELECT state FROM questions WHERE kind = 'offers'") == [("open",)]
    assert cafe.rows(RECORDS) == []


async def test_who_said_no_is_asked_again_after_half_a_year(cafe: Cafe) -> None:
    await answers(cafe, await is_asked(cafe, QuestionKind.OFFERS), agreed=False)
    cafe.later(days=100)
    await cafe.stamps(MIA, 1)
    assert await under_the_last_receipt(cafe) is None
    cafe.later(days=90)
    await cafe.stamps(MIA, 1)
    again = await under_the_last_receipt(cafe)
    assert again is not None
    assert again.kind is QuestionKind.OFFERS


async def test_a_card_that_moves_takes_along_what_was_asked(cafe: Cafe) -> None:
    await cafe.hires_manager()
    await comes_on_days(cafe, MIA, 3)
    old = cafe.last_operation()
    await comes_on_days(cafe, LEO, 1)
    await cafe.move_account(MAX, old, cafe.last_operation(), "lost", chat_id=private(MAX), cause=None)
    await comes_on_days(cafe, LEO, 2)
    assert cafe.rows("SELECT COUNT(*) FROM questions") == [(2,)]
