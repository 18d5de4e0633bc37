"""The owner's own question: written, let go one at a time, asked within all bounds, answered, counted.

Not here: its screens (tests/handlers/test_own_questions.py) and the whole way (tests/journeys).
"""

import asyncio
from datetime import UTC, datetime, time, timedelta

import pytest

from loyalty.campaigns import OwnQuestionTerms, Photo
from loyalty.days import day_of
from loyalty.ids import CustomerId, MessageId, QuestionId
from loyalty.letters import Content
from loyalty.own_questions import LONGEST_ANSWER, RUNS, AnswerForm
from loyalty.people import Cause
from loyalty.policy import Obstacle
from loyalty.ports import Transaction
from loyalty.posting_times import WantedTime
from loyalty.questions import QuestionKind
from loyalty.refusals import (
    AnswerFixed,
    AnswersDiffer,
    AnswersMissing,
    AnswersUnfit,
    NobodyToReach,
    NotForYou,
    NotOwner,
    OwnWordsUnfit,
    PostTooLong,
    QuestionIsWords,
    QuestionOver,
    QuestionRuns,
)
from loyalty.responses import Phase
from loyalty.use_cases.campaigns.draft_plans import ShareDraft, TimeDraft
from loyalty.use_cases.campaigns.draft_reading import ReadDraft, ReadPicker
from loyalty.use_cases.campaigns.drafts import FindDraft, KeepPost, PutLink, PutOffer, WrittenPost
from loyalty.use_cases.campaigns.wishes import SetWish
from loyalty.use_cases.customers.privacy import ReadMyData
from loyalty.use_cases.house.receiving import NoteUnreachable
from loyalty.wishes import Purpose
from tests.counter import ANNA, BEN, LEO, MIA, Cafe, private
from tests.use_cases.drafting import refused
from tests.use_cases.goodbyes import forgets
from tests.use_cases.handing_over import handed_over_to
from tests.use_cases.own_questions import CAKES, Asking
from tests.use_cases.posts import a_guest, customer_of


@pytest.fixture
async def asking(cafe: Cafe) -> Asking:
    return await Asking.open(cafe, MIA, LEO)


async def test_a_choice_is_counted_of_those_asked(asking: Asking) -> None:
    question = await asking.asks()
    first = await asking.taps(MIA, 2)
    assert (first.phase, first.number, first.may_change) == (Phase.SCORED, 2, True)
    found = await asking.reads(question)
    assert (found.tally.asked, found.tally.answered, found.tally.numbers) == (2, 1, {2: 1})
    assert found.tally.percent(2) is None


async def test_a_scale_has_a_mean_and_per_cent_from_thirty_answers_on(cafe: Cafe) -> None:
    guests = [a_guest(number) for number in range(30)]
    asking = await Asking.open(cafe, *guests)
    question = await asking.asks(AnswerForm.SCALE)
    for guest in guests[:29]:
        await asking.taps(guest, 5)
    tally = (await asking.reads(question)).tally
    assert (tally.mean, tally.percent(5)) == (None, None)
    await asking.taps(guests[29], 2)
    tally = (await asking.reads(question)).tally
    assert tally.mean == pytest.approx(4.9)
    assert tally.percent(2) == pytest.approx(100 / 30)


async def test_everybody_is_counted_once_however_often_they_tap(asking: Asking) -> None:
    question = await asking.asks()
    for number in (1, 2, 2, 3):
        await asking.taps(MIA, number)
    await asyncio.gather(*(asking.taps(LEO, number) for number in (1, 1, 2)))
    tally = (await asking.reads(question)).tally
    assert (tally.asked, tally.answered, sum(tally.numbers.values())) == (2, 2, 2)
    assert asking.cafe.number("SELECT COUNT(*) FROM own_answers") == 2


async def test_a_run_that_is_looked_at_again_asks_nobody_twice(asking: Asking) -> None:
    await asking.asks()
    await asking.here.passes(hours=3)
    assert len(asking.here.questions) == 2


async def test_an_answer_changes_for_an_hour_and_then_stands(asking: Asking) -> None:
    question = await asking.asks()
    await asking.taps(MIA, 1)
    asking.cafe.clock.advance(timedelta(minutes=59))
    assert (await asking.choose.again(MIA, asking.message(MIA))).phase is Phase.OPEN
    assert (await asking.taps(MIA, 3)).refusal is None
    asking.cafe.clock.advance(timedelta(minutes=1))
    late = await asking.taps(MIA, 1)
    assert (late.refusal, late.number, late.phase) == (AnswerFixed(), 3, Phase.SCORED)
    assert (await asking.choose.again(MIA, asking.message(MIA))).refusal == AnswerFixed()
    assert (await asking.taps(MIA, 3)).refusal is None  # what stands already is no complaint
    assert (await asking.reads(question)).tally.numbers == {3: 1}


async def test_nobody_answers_for_somebody_else_or_what_is_no_answer(asking: Asking) -> None:
    await asking.asks()
    assert await refused(asking.choose(LEO, asking.message(MIA), 1)) == NotForYou()
    assert await refused(asking.choose(BEN, asking.message(MIA), 1)) == NotForYou()
    assert await refused(asking.taps(MIA, 4)) == NotForYou()
    assert await refused(asking.taps(MIA, 0)) == NotForYou()


async def test_after_two_weeks_a_tap_is_refused_and_another_question_may_run(asking: Asking) -> None:
    await asking.asks()
    await asking.taps(LEO, 1)
    asking.cafe.clock.advance(RUNS)
    assert (await asking.taps(MIA, 1)).refusal == QuestionOver()
    assert (await asking.taps(MIA, 1)).phase is Phase.OVER
    assert (await asking.taps(LEO, 2)).number == 1
    await asking.here.looks()
    assert asking.cafe.rows("SELECT state FROM campaigns") == [("over",)]
    await asking.asks()


async def test_one_question_runs_at_a_time(asking: Asking) -> None:
    await asking.cafe.change_rules(ANNA, posts_a_week=2)
    running = await asking.asks()
    asking.cafe.clock.advance(timedelta(days=1))  # on its own day they are asked nothing else
    draft = await asking.writes("And coffee?")
    await asking.set_answers.form(ANNA, draft, AnswerForm.TEXT)
    refusal = await refused(asking.lets_go(draft))
    assert isinstance(refusal, QuestionRuns)
    assert (refusal.begins, refusal.until.isoformat()) == ("Which cake next?", "2027-05-17")
    await asking.close(ANNA, running)
    assert (await asking.taps(MIA, 1)).refusal == QuestionOver()
    assert (await asking.reads(running)).until is None
    await asking.lets_go(draft)


async def test_a_question_that_was_closed_asks_nobody_any_more(asking: Asking) -> None:
    draft = await asking.writes()
    await asking.set_answers.form(ANNA, draft, AnswerForm.SCALE)
    await asking.lets_go(draft)
    await asking.close(ANNA, draft)
    await asking.here.passes(minutes=2)
    assert not asking.here.questions
    assert asking.here.skipped() == {"overtaken": 2}


async def test_an_answer_in_the_own_words_is_a_reply_to_the_question(asking: Asking) -> None:
    question = await asking.asks(AnswerForm.TEXT)
    sent_as = asking.sent_as(MIA)
    assert await asking.say.is_asked(private(MIA), sent_as)
    assert not await asking.say.is_asked(private(MIA), MessageId(sent_as + 50))
    assert not await asking.say.is_asked(private(LEO), sent_as)
    await asking.replies(MIA, "More <b>tea</b>")
    await asking.replies(MIA, "More tea & cake")
    assert (await asking.results.texts(ANNA, question, 0)).texts == ["More tea & cake"]
    asking.cafe.clock.advance(timedelta(hours=1))
    assert await refused(asking.replies(MIA, "Late")) == AnswerFixed()


async def test_what_is_no_text_or_too_long_is_no_answer(asking: Asking) -> None:
    await asking.asks(AnswerForm.TEXT)
    for said, content in (
        ("", Content.VOICE),
        ("x" * (LONGEST_ANSWER + 1), Content.TEXT),
        ("😀" * 501, Content.TEXT),
    ):
        assert await refused(asking.replies(MIA, said, content=content)) == OwnWordsUnfit(LONGEST_ANSWER)
    await asking.replies(MIA, "x" * LONGEST_ANSWER)
    assert await refused(asking.taps(MIA, 1)) == NotForYou()


async def test_texts_come_page_by_page_without_names(cafe: Cafe) -> None:
    guests = [a_guest(number) for number in range(5)]
    asking = await Asking.open(cafe, *guests)
    question = await asking.asks(AnswerForm.TEXT)
    for number, guest in enumerate(guests):
        cafe.clock.advance(timedelta(seconds=1))
        await asking.replies(guest, f"word {number}")
    first = await asking.results.texts(ANNA, question, 0)
    assert (first.texts, first.more) == (["word 4", "word 3", "word 2"], True)
    second = await asking.results.texts(ANNA, question, 1)
    assert (second.texts, second.more) == (["word 1", "word 0"], False)
    assert await refused(asking.results.texts(BEN, question, 0)) == NotOwner()
    assert await refused(asking.results(BEN, question)) == NotOwner()


async def test_who_muted_surveys_has_a_question_today_or_is_for_practice_is_not_asked(cafe: Cafe) -> None:
    busy, muted = a_guest(1), a_guest(2)
    asking = await Asking.open(cafe, MIA, busy, muted)
    await SetWish(cafe.database)(muted, Purpose.SURVEYS, on=False, language="en")
    customer = await customer_of(cafe, busy)

    draft = await asking.writes()
    await asking.set_answers.form(ANNA, draft, AnswerForm.SCALE)
    await asking.lets_go(draft)
    assert await cafe.database.write(lambda tx: claim(tx, customer))  # between the count and their turn
    await cafe.start_practice(ANNA, chat_id=private(ANNA), cause=None)
    await asking.here.passes(minutes=2)
    assert [chat for chat, _ in asking.here.questions] == [private(MIA)]
    assert asking.here.skipped() == {"asked": 1, "muted": 1}


async def test_who_was_asked_something_today_is_not_counted_on_the_last_button(cafe: Cafe) -> None:
    busy = a_guest(1)
    asking = await Asking.open(cafe, MIA, LEO, busy)
    draft, customer = await asking.writes(), await customer_of(cafe, busy)
    await asking.set_answers.form(ANNA, draft, AnswerForm.SCALE)
    assert await cafe.database.write(lambda tx: claim(tx, customer))
    facts = await ReadDraft(cafe.database)(ANNA, draft)
    assert facts.audience
    assert (facts.gets_it, facts.asked_before, facts.audience.obstacles) == (2, 1, {Obstacle.ASKED: 1})
    everybody = await ReadPicker(cafe.database).everybody(ANNA, draft)
    assert (everybody.reached, everybody.obstacles) == (2, {Obstacle.ASKED: 1})
    await asking.lets_go(draft)
    await asking.here.passes(minutes=2)
    assert (await asking.reads(draft)).tally.asked == facts.gets_it


async def test_when_everybody_was_asked_today_it_does_not_go_out_and_tomorrow_it_does(asking: Asking) -> None:
    draft = await asking.writes()
    await asking.set_answers.form(ANNA, draft, AnswerForm.SCALE)
    for one in (MIA, LEO):
        customer = await customer_of(asking.cafe, one)
        assert await asking.cafe.database.write(lambda tx, known=customer: claim(tx, known))
    assert await refused(asking.lets_go(draft)) == NobodyToReach()
    await TimeDraft(asking.cafe.database).once(ANNA, draft, WantedTime(time(11), in_days=1))
    facts = await ReadDraft(asking.cafe.database)(ANNA, draft)
    assert (facts.gets_it, facts.asked_before) == (2, 0)
    await asking.lets_go(draft)


async def test_at_night_it_is_the_next_morning_that_counts(asking: Asking) -> None:
    draft = await asking.writes()
    for one in (MIA, LEO):
        customer = await customer_of(asking.cafe, one)
        assert await asking.cafe.database.write(lambda tx, known=customer: claim(tx, known))
    asking.cafe.clock.advance(timedelta(hours=12))
    assert (await ReadDraft(asking.cafe.database)(ANNA, draft)).gets_it == 2


def claim(tx: Transaction, customer: CustomerId) -> QuestionId | None:
    """Something else asks them today."""
    today = day_of(tx.now, tx.programs.get_current().rules).date
    return tx.questions.ask(customer, QuestionKind.SURVEY, day=today, operation_id=None)


async def test_a_question_claims_the_day(asking: Asking) -> None:
    await asking.cafe.change_rules(ANNA, posts_a_week=3)
    first = await asking.asks()
    assert asking.cafe.rows("SELECT kind, COUNT(*) FROM questions GROUP BY kind") == [("survey", 2)]
    await asking.close(ANNA, first)
    assert await refused(asking.asks()) == NobodyToReach()


async def test_a_question_counts_as_a_post_of_the_week(asking: Asking) -> None:
    first = await asking.asks()
    await asking.close(ANNA, first)
    asking.cafe.clock.advance(timedelta(days=6))
    assert await refused(asking.asks()) == NobodyToReach()
    asking.cafe.clock.advance(timedelta(days=1))
    await asking.asks()
    assert len(asking.here.questions) == 4


async def test_nobody_is_asked_who_is_frozen_or_unreachable(cafe: Cafe) -> None:
    frozen, unreachable = a_guest(1), a_guest(2)
    asking = await Asking.open(cafe, MIA, frozen, unreachable)
    await handed_over_to(cafe, frozen)
    await cafe.freeze_card(frozen, cafe.last_operation())
    await NoteUnreachable(cafe.database)(unreachable.telegram_id, "blocked")
    await asking.asks()
    assert [chat for chat, _ in asking.here.questions] == [private(MIA)]
    assert asking.here.skipped() == {"frozen": 1, "unreachable": 1}


async def test_who_is_frozen_between_the_count_and_their_turn_is_not_asked(asking: Asking) -> None:
    await handed_over_to(asking.cafe, MIA)
    receipt = asking.cafe.last_operation()
    draft = await asking.writes()
    await asking.set_answers.form(ANNA, draft, AnswerForm.SCALE)
    await asking.lets_go(draft)
    await asking.cafe.freeze_card(MIA, receipt)
    await asking.here.passes(minutes=2)
    assert (asking.was_asked(MIA), asking.was_asked(LEO)) == (False, True)


async def test_nobody_has_to_have_agreed(asking: Asking) -> None:
    assert not asking.cafe.rows("SELECT purpose FROM wishes")
    await asking.asks()
    assert asking.was_asked(MIA)


async def test_nobody_counts_as_asked_whom_the_question_did_not_reach(asking: Asking) -> None:
    draft = await asking.writes()
    await asking.set_answers.form(ANNA, draft, AnswerForm.SCALE)
    await asking.lets_go(draft)
    asking.cafe.clock.advance(timedelta(seconds=11))
    await asking.here.opening()
    await asking.here.feeding()  # both are handed to the sender
    await SetWish(asking.cafe.database)(MIA, Purpose.SURVEYS, on=False, language="en")
    await asking.here.looks()
    assert asking.here.skipped() == {"muted": 1}
    assert (await asking.reads(draft)).tally.asked == 1


async def test_practice_never_counts(asking: Asking) -> None:
    question = await asking.asks()
    await asking.taps(MIA, 2)
    await asking.taps(LEO, 3)
    with asking.cafe.raw() as connection:
        connection.execute("UPDATE customers SET practice = 1 WHERE name = 'Leo'")
    tally = (await asking.reads(question)).tally
    assert (tally.asked, tally.answered, tally.numbers) == (1, 1, {2: 1})


async def test_a_question_waits_for_the_morning_and_takes_that_day(cafe: Cafe) -> None:
    asking = await Asking.open(cafe, MIA)
    cafe.clock.advance(datetime(2027, 5, 3, 22, tzinfo=UTC) - cafe.clock.now())
    await asking.asks()
    assert not asking.was_asked(MIA)
    await asking.here.passes(hours=12)
    assert asking.was_asked(MIA)
    assert cafe.rows("SELECT day FROM questions") == [("2027-05-04",)]


@pytest.fixture
async def on_its_way(cafe: Cafe) -> Asking:
    """A question that was handed over to the sender before the bot was away over night."""
    asking = await Asking.open(cafe, MIA)
    draft = await asking.writes()
    await asking.set_answers.form(ANNA, draft, AnswerForm.SCALE)
    await asking.lets_go(draft)
    cafe.later(minutes=2)
    await asking.here.opening()
    await asking.here.feeding()
    cafe.later(hours=23)
    return asking


async def test_what_was_handed_over_before_a_night_away_is_asked_and_takes_that_day(
    on_its_way: Asking,
) -> None:
    await on_its_way.here.looks()
    assert on_its_way.was_asked(MIA), on_its_way.here.skipped()
    assert on_its_way.cafe.rows("SELECT day FROM questions") == [("2027-05-04",)]


async def test_nor_does_it_come_beside_another_question_of_that_day(on_its_way: Asking) -> None:
    mia = await customer_of(on_its_way.cafe, MIA)
    await on_its_way.cafe.database.write(
        lambda tx: tx.questions.ask(mia, QuestionKind.OFFERS, day=tx.now.date(), operation_id=None)
    )
    await on_its_way.here.looks()
    assert not on_its_way.was_asked(MIA)
    assert on_its_way.here.skipped() == {"asked": 1}


async def test_the_first_language_says_how_many_answers_there_are(asking: Asking) -> None:
    draft, choices = await asking.writes(), asking.set_answers.choices
    await choices(ANNA, draft, ("Чизкейк", "Брауни"), language="ru")
    await choices(ANNA, draft, ("Cheesecake", "Brownie"), language="en")
    await choices(ANNA, draft, ("Чизкейк", "Брауни", "Эклер"), language="ru")
    terms = (await asking.cafe.database.read(lambda tx: tx.campaigns.get(draft))).terms
    assert isinstance(terms, OwnQuestionTerms)
    assert [one.by_language for one in terms.answers] == [
        (("ru", "Чизкейк"),), (("ru", "Брауни"),), (("ru", "Эклер"),),
    ]  # fmt: skip


async def test_a_draft_says_how_it_may_be_answered_before_it_goes(asking: Asking) -> None:
    draft = await asking.writes()
    assert await refused(asking.lets_go(draft)) == AnswersMissing()
    choices = asking.set_answers.choices
    for unfit in (("One",), tuple("abcdefg"), ("Same", "Same"), ("x" * 33, "y")):
        assert isinstance(await refused(choices(ANNA, draft, unfit, language="en")), AnswersUnfit)
    await choices(ANNA, draft, CAKES, language="en")
    assert await refused(choices(ANNA, draft, ("Кекс", "Торт"), language="ru")) == AnswersDiffer(3)
    await choices(ANNA, draft, ("Чизкейк", "Морковный торт", "Брауни"), language="ru")
    await TimeDraft(asking.cafe.database).once(ANNA, draft, WantedTime(time(16), in_days=1))
    terms = (await asking.cafe.database.read(lambda tx: tx.campaigns.get(draft))).terms
    assert isinstance(terms, OwnQuestionTerms)
    assert (terms.form, terms.everybody, terms.answers[2].said_in("ru")) == (
        AnswerForm.CHOICE,
        True,
        "Брауни",
    )
    assert terms.at is not None


async def test_a_question_is_words_with_answers_and_goes_out_once(asking: Asking) -> None:
    database, draft = asking.cafe.database, await asking.writes()
    cause = Cause(private(ANNA), MessageId(5))
    keep = KeepPost(database)
    picture = WrittenPost("Look", Photo(1, "file"))
    assert await refused(keep(ANNA, picture, cause=cause, question=True)) == QuestionIsWords()
    long = await refused(keep(ANNA, WrittenPost("x" * 3697, None), cause=cause, question=True))
    assert long == PostTooLong(1, 3696, picture=False)
    assert await refused(PutLink(database)(ANNA, draft, "Menu", "cafe.ee")) == QuestionIsWords()
    assert await refused(PutOffer(database).name(ANNA, draft, "Bun", language="en")) == QuestionIsWords()
    assert await refused(ShareDraft(database)(ANNA, draft, pilot=5, held_out=0)) == QuestionIsWords()
    find = FindDraft(database)
    assert (await find(ANNA), await find(ANNA, question=True)) == (None, draft)


@pytest.mark.parametrize("form", AnswerForm)
async def test_who_is_forgotten_goes_with_the_answer(asking: Asking, form: AnswerForm) -> None:
    question = await asking.asks(form)
    for customer in (MIA, LEO):
        if form is AnswerForm.TEXT:
            await asking.replies(customer, f"Something of {customer.name}'s")
        else:
            await asking.taps(customer, 1)
    message = asking.message(MIA)
    await forgets(asking.cafe, MIA)
    tally = (await asking.reads(question)).tally
    assert (tally.asked, tally.answered, sum(tally.numbers.values())) == (1, 1, form is not AnswerForm.TEXT)
    words = ["Something of Leo's"] if form is AnswerForm.TEXT else []
    assert (await asking.results.texts(ANNA, question, 0)).texts == words
    assert asking.cafe.number("SELECT COUNT(*) FROM questions") == 1
    assert await refused(asking.choose(MIA, message, 1)) == NotForYou()


async def test_a_customer_reads_what_they_answered(asking: Asking) -> None:
    await asking.asks()
    await asking.taps(MIA, 2)
    data = (await ReadMyData(asking.cafe.database)(MIA)).data
    assert data is not None
    kept = data.own_answers[0]
    assert kept.choice is not None
    assert (kept.question, kept.choice.said_in("en")) == ("Which cake next?", "Carrot cake")


async def test_a_question_that_was_missed_stands_in_nobodys_way(asking: Asking) -> None:
    draft = await asking.writes()
    await asking.set_answers.form(ANNA, draft, AnswerForm.SCALE)
    await asking.lets_go(draft)
    asking.cafe.clock.advance(timedelta(hours=9))  # 18:00 in UTC, nobody was there since
    await asking.here.looks()
    assert asking.cafe.rows("SELECT state FROM runs") == [("missed",)]
    await asking.asks()
