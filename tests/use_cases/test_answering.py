"""A score, its correction, the reason why, and praise: what is kept, and what is refused.

Not here: who is asked when (test_surveys.py).
"""

from datetime import timedelta

import pytest

from loyalty.campaigns import AspectTerms
from loyalty.ids import MessageId, QuestionId, RecipientId
from loyalty.letters import Content
from loyalty.people import Person
from loyalty.ports import Transaction
from loyalty.refusals import CorrectionOver, NotForYou, ReasonUnfit, Refused, SurveyOver
from loyalty.responses import Phase, Response
from loyalty.surveys import Band
from loyalty.use_cases.campaigns.asking import AnswerQuestion
from loyalty.use_cases.customers.forgetting import ForgetPerson
from loyalty.use_cases.customers.privacy import ReadMyData
from loyalty.use_cases.house.another_bot import MeetBot
from loyalty.use_cases.listening.answering import IsSurvey, ReconsiderScore, SkipReason
from loyalty.use_cases.listening.asked import ReadSurvey
from loyalty.use_cases.listening.praising import PassPraise, ReadPraise
from tests.counter import ANNA, BEN, LEO, MIA, Cafe, private
from tests.use_cases.listening import ASPECT, ListeningCafe

HTML = "<b>cold & late</b> " * 210


@pytest.fixture
async def here(cafe: Cafe) -> ListeningCafe:
    here = await ListeningCafe.open(cafe)
    await here.asks()
    return here


async def answer(here: ListeningCafe, recipient_id: RecipientId) -> Response:
    def body(tx: Transaction) -> Response:
        found = tx.responses.find(recipient_id)
        assert found is not None
        return found

    return await here.cafe.database.read(body)


def followed_by(here: ListeningCafe) -> list[object]:
    """The messages that followed on answers, in their order."""
    query = "SELECT kind FROM screens WHERE kind IN ('reason', 'thanks', 'further') ORDER BY id"
    return [kind for (kind,) in here.cafe.rows(query)]


async def refusal_of(here: ListeningCafe, customer: Person, recipient_id: RecipientId) -> object:
    with pytest.raises(Refused) as refused:
        await here.scores(customer, recipient_id, 5)
    return refused.value.refusal


# ------------------------------------------------------------------------- scores


async def test_a_tap_is_the_score_and_the_reason_is_asked_for_once(here: ListeningCafe) -> None:
    survey = await here.is_asked(MIA)
    heard = await here.scores(MIA, survey, 7)
    assert heard.refusal is None
    assert (heard.facts.score, heard.facts.may_change, heard.facts.asks_reason) == (7, True, True)
    assert heard.facts.band is Band.PASSIVE
    await here.scores(MIA, survey, 7)
    assert here.cafe.number("SELECT COUNT(*) FROM screens WHERE kind = 'reason'") == 1
    assert here.cafe.rows("SELECT state FROM questions WHERE kind = 'survey'") == [("answered",)]


async def test_it_can_be_corrected_for_an_hour_from_the_first_time(here: ListeningCafe) -> None:
    survey = await here.is_asked(MIA)
    await here.scores(MIA, survey, 3)
    here.cafe.later(minutes=40)
    reconsidered = await ReconsiderScore(here.cafe.database)(MIA, survey)
    assert reconsidered.facts.phase is Phase.OPEN
    await here.scores(MIA, survey, 9)
    assert (await answer(here, survey)).score == 9
    here.cafe.later(minutes=20)
    late = await here.scores(MIA, survey, 2)
    assert isinstance(late.refusal, CorrectionOver)
    assert (late.facts.score, late.facts.may_change) == (9, False)
    again = await ReconsiderScore(here.cafe.database)(MIA, survey)
    assert isinstance(again.refusal, CorrectionOver)
    assert (await answer(here, survey)).score == 9


async def test_a_question_that_nobody_answered_for_two_weeks_is_over(here: ListeningCafe) -> None:
    survey = await here.is_asked(MIA)
    here.cafe.clock.advance(timedelta(days=14))
    heard = await here.scores(MIA, survey, 9)
    assert isinstance(heard.refusal, SurveyOver)
    assert heard.facts.phase is Phase.OVER
    assert not here.cafe.rows("SELECT * FROM responses")


async def test_nobody_answers_for_somebody_else(here: ListeningCafe) -> None:
    survey = await here.is_asked(MIA)
    await here.cafe.card(LEO)
    for stranger in (LEO, BEN, Person(LEO.telegram_id, "Leo", "en")):
        assert isinstance(await refusal_of(here, stranger, survey), NotForYou)
    assert isinstance(await refusal_of(here, MIA, RecipientId(999)), NotForYou)
    with pytest.raises(Refused):
        await here.score_visit(MIA, survey, 11, chat_id=private(MIA))
    question = QuestionId(here.cafe.number("SELECT id FROM questions WHERE kind = 'survey'"))
    with pytest.raises(Refused):
        await AnswerQuestion(here.cafe.database)(MIA, question, agreed=True, language="en")
    assert not here.cafe.rows("SELECT * FROM responses")


async def test_an_aspect_is_scored_from_one_to_five(cafe: Cafe) -> None:
    here = await ListeningCafe.open(cafe)
    await here.asks(AspectTerms())
    await here.comes(MIA, 3)
    await here.passes(hours=6)
    [survey] = here.of(MIA, ASPECT)
    for score in (0, 6):
        with pytest.raises(Refused):
            await here.score_visit(MIA, survey.recipient_id, score, chat_id=private(MIA))
    bands = [(await here.scores(MIA, survey.recipient_id, score)).facts.band for score in (1, 2, 3, 4, 5)]
    assert bands == [Band.DETRACTOR, Band.DETRACTOR, Band.PASSIVE, Band.PASSIVE, Band.PROMOTER]


# ------------------------------------------------------------------------ reasons


async def test_a_reply_to_the_question_is_the_reason_and_kept_once(here: ListeningCafe) -> None:
    survey = await here.is_asked(MIA)
    await here.scores(MIA, survey, 2)
    thanks = await here.replies(MIA, survey, HTML)
    assert (thanks.band, thanks.review_link, thanks.praise_for) == (Band.DETRACTOR, "", "")
    await here.replies(MIA, survey, HTML)
    kept = await answer(here, survey)
    assert (kept.reason, kept.content, kept.copy_of) == (HTML, Content.TEXT, None)


@pytest.mark.parametrize("content", [Content.VOICE, Content.PHOTO])
async def test_a_voice_or_a_photo_is_a_reason_too(here: ListeningCafe, content: Content) -> None:
    survey = await here.is_asked(MIA)
    await here.scores(MIA, survey, 2)
    await here.replies(MIA, survey, "see", content=content)
    kept = await answer(here, survey)
    assert (kept.content, kept.reason) == (content, "see")
    assert kept.copy_of == (private(MIA), MessageId(900_001))


@pytest.mark.parametrize("content", [Content.STICKER, Content.VIDEO, Content.CONTACT])
async def test_anything_else_is_refused_and_the_question_stays(here: ListeningCafe, content: Content) -> None:
    survey = await here.is_asked(MIA)
    await here.scores(MIA, survey, 2)
    with pytest.raises(Refused) as refused:
        await here.replies(MIA, survey, content=content)
    assert isinstance(refused.value.refusal, ReasonUnfit)
    await here.replies(MIA, survey, "too loud")
    assert (await answer(here, survey)).reason == "too loud"


async def test_skipped_it_is_thanked_for_once_and_may_still_be_told(here: ListeningCafe) -> None:
    survey = await here.is_asked(MIA)
    await here.scores(MIA, survey, 8)
    for _ in range(2):
        facts = await SkipReason(here.cafe.database)(MIA, survey, chat_id=private(MIA))
        assert not facts.asks_reason
    assert followed_by(here) == ["reason", "thanks"]
    await here.replies(MIA, survey, "warmer milk")
    assert (await answer(here, survey)).reason == "warmer milk"
    assert followed_by(here) == ["reason", "thanks", "thanks"]


async def test_a_question_why_that_was_skipped_before_it_came_does_not_come(here: ListeningCafe) -> None:
    survey = await here.is_asked(MIA)
    await here.score_visit(MIA, survey, 8, chat_id=private(MIA))
    await SkipReason(here.cafe.database)(MIA, survey, chat_id=private(MIA))
    assert not (await ReadSurvey(here.cafe.database)(survey)).asks_reason


# -------------------------------------------------------------- promoters and praise


async def test_a_promoter_is_shown_the_way_to_a_review_and_others_are_not(here: ListeningCafe) -> None:
    await here.cafe.change_rules(ANNA, review_link="https://example.com/cafe")
    survey = await here.is_asked(MIA)
    await here.scores(MIA, survey, 8)
    await SkipReason(here.cafe.database)(MIA, survey, chat_id=private(MIA))
    assert followed_by(here) == ["reason", "thanks"]
    await here.scores(MIA, survey, 10)
    assert followed_by(here) == ["reason", "thanks", "further"]
    assert (await here.thanked_with(survey)).review_link == "https://example.com/cafe"
    await here.replies(MIA, survey)
    assert followed_by(here) == ["reason", "thanks", "further", "thanks", "further"]


async def test_who_becomes_a_promoter_after_saying_why_is_offered_it_too_and_once(
    here: ListeningCafe,
) -> None:
    await here.cafe.change_rules(ANNA, review_link="https://example.com/cafe")
    survey = await here.is_asked(MIA)
    await here.scores(MIA, survey, 8)
    await here.replies(MIA, survey, "Ben is kind")
    assert followed_by(here) == ["reason", "thanks"]
    for score in (10, 9, 3, 10):
        await here.scores(MIA, survey, score)
        assert followed_by(here) == ["reason", "thanks", "further"]
    offered = await here.thanked_with(survey)
    assert (offered.review_link, offered.praise_for) == ("https://example.com/cafe", "Ben")


async def test_praise_reaches_who_served_with_the_words_alone_and_once(here: ListeningCafe) -> None:
    survey = await here.is_asked(MIA)
    await here.scores(MIA, survey, 10)
    thanks = await here.replies(MIA, survey, "so friendly")
    assert (thanks.praise_for, thanks.passed) == ("Ben", False)
    assert not here.cafe.rows("SELECT * FROM praises")
    stamps = (await here.cafe.card(MIA)).stamps
    for _ in range(2):
        assert (await PassPraise(here.cafe.database)(MIA, survey)).passed
    assert await praise_of(here, survey) == "so friendly"
    assert (await here.cafe.card(MIA)).stamps == stamps


async def test_nobody_is_praised_with_a_low_score_a_voice_or_who_has_left(here: ListeningCafe) -> None:
    survey = await here.is_asked(MIA)
    await here.scores(MIA, survey, 8)
    assert (await here.replies(MIA, survey, "fine")).praise_for == ""
    with pytest.raises(Refused):
        await PassPraise(here.cafe.database)(MIA, survey)
    here.cafe.clock.advance(timedelta(days=91))
    second = await here.is_asked(MIA, visits=1)
    await here.scores(MIA, second, 10)
    assert (await here.replies(MIA, second, "hi", message=900_002)).praise_for == "Ben"
    here.cafe.removes(BEN)
    with pytest.raises(Refused):
        await PassPraise(here.cafe.database)(MIA, second)


async def praise_of(here: ListeningCafe, survey: RecipientId) -> str:
    """What its message in Ben's own chat says."""
    assert here.cafe.rows("SELECT chat_id, subject_id FROM screens WHERE kind = 'praise'") == [
        (BEN.telegram_id, survey)
    ]
    return await ReadPraise(here.cafe.database)(survey)


# ---------------------------------------------------------------------------- privacy


async def test_who_is_forgotten_leaves_a_score_and_no_words(here: ListeningCafe) -> None:
    survey = await here.is_asked(MIA)
    await here.scores(MIA, survey, 10)
    await here.replies(MIA, survey, "so friendly")
    await PassPraise(here.cafe.database)(MIA, survey)
    await here.looks()
    await ForgetPerson(here.cafe.database)(MIA)
    kept = await answer(here, survey)
    assert (kept.score, kept.reason, kept.copy_of) == (10, "", None)
    assert here.cafe.rows("SELECT cause_chat, cause_message, media_chat FROM responses") == [
        (None, None, None)
    ]
    assert await praise_of(here, survey) == ""
    assert (
        here.cafe.number(
            "SELECT COUNT(*) FROM deliveries d JOIN screens s ON s.id = d.screen_id "
            "WHERE s.kind = 'praise' AND d.state = 'pending'"
        )
        == 1
    ), "it is drawn anew without the words"
    assert isinstance(await refusal_of(here, MIA, survey), NotForYou)


async def test_everybody_reads_their_own_answers(here: ListeningCafe) -> None:
    survey = await here.is_asked(MIA)
    await here.scores(MIA, survey, 3)
    await here.replies(MIA, survey, "too loud")
    mine = await ReadMyData(here.cafe.database)(MIA)
    assert mine.data is not None
    [kept] = mine.data.answers
    assert (kept.score, kept.reason, kept.aspect) == (3, "too loud", None)


async def test_a_customer_reads_to_whom_their_praise_was_passed_on(here: ListeningCafe) -> None:
    survey = await here.is_asked(MIA)
    await here.scores(MIA, survey, 10)
    await here.replies(MIA, survey, "so friendly")
    read = ReadMyData(here.cafe.database)
    for passed in ("", "Ben"):
        mine = await read(MIA)
        assert mine.data is not None
        [kept] = mine.data.answers
        assert (kept.praised, kept.praised_at is not None) == (passed, bool(passed))
        await PassPraise(here.cafe.database)(MIA, survey)


async def test_another_bot_can_not_show_what_was_sent_to_the_former_one(here: ListeningCafe) -> None:
    meets = MeetBot(here.cafe.database)
    await meets(111)
    survey = await here.is_asked(MIA)
    await here.scores(MIA, survey, 2)
    why = here.question_why(survey)
    await here.replies(MIA, survey, "see", content=Content.PHOTO)
    await meets(222)
    kept = await answer(here, survey)
    assert (kept.score, kept.content, kept.reason, kept.copy_of) == (2, Content.PHOTO, "see", None)
    sent = here.cafe.rows("SELECT message_id FROM deliveries WHERE message_id IS NOT NULL")
    for number in (why, *(MessageId(int(str(one))) for (one,) in sent)):
        assert not await IsSurvey(here.cafe.database)(private(MIA), number)
