"""An owner's own question at the desk: written, let go, and brought to whom it is for, as messages.

Not here: the tests (test_own_questions.py, test_own_answers.py).
"""

from typing import Any

from bot.sandbox.person import Person
from handlers.drawings.own_questions import draw_own_question
from handlers.texts import Texts
from loyalty.campaigns import PURPOSES, OwnQuestionTerms
from loyalty.deliveries import Lane
from loyalty.ids import CampaignId, MessageId
from loyalty.own_questions import AnswerForm
from loyalty.people import Person as Account
from loyalty.runs import CampaignPost
from loyalty.use_cases.campaigns.feeding import FeedRuns
from loyalty.use_cases.campaigns.opening_runs import OpenRuns
from loyalty.use_cases.campaigns.posts_to_send import PostFacts, ReadPost
from loyalty.use_cases.house.sending import ClaimDelivery, NoteSent
from tests.counter import ANNA, private
from tests.handlers.composer import says, taps
from tests.handlers.desk import Desk

ASKS = "Write your question, words alone"
CAKES = "Cheesecake\nCarrot & <cream>"


async def anna_asks(desk: Desk, text: str = "Which cake next?") -> Person:
    """The owner has begun a question."""
    anna = await desk.joins(ANNA)
    await desk.handles_all()
    await says(desk, anna, "/question")
    await anna.sees(ASKS)
    await says(desk, anna, text)
    return anna


async def lets_go(desk: Desk, form: AnswerForm = AnswerForm.CHOICE) -> Person:
    """Written for everybody, and on its way: Mia and Leo get it."""
    anna = await anna_asks(desk)
    await taps(desk, anna, "What may they answer")
    if form is AnswerForm.CHOICE:
        await taps(desk, anna, "One of your answers")
        await says(desk, anna, CAKES)
        await taps(desk, anna, "Back")
    else:
        await taps(desk, anna, "A number" if form is AnswerForm.SCALE else "In their own words")
    await taps(desk, anna, "Everybody")
    await taps(desk, anna, "Yes, to all")
    await taps(desk, anna, "Preview")
    await taps(desk, anna, "Send to 2")
    desk.cafe.later(seconds=11)
    return anna


async def reaches(desk: Desk, *asked: tuple[Account, Person]) -> dict[Account, Any]:
    """The question comes to these people, each with a phone; their messages."""
    database, messages, phones = desk.cafe.database, {}, {private(who): (who, at) for who, at in asked}
    await OpenRuns(database)()
    await FeedRuns(database, desk.cafe.secrets)()
    while delivery := await ClaimDelivery(database)([Lane.TRANSACTIONAL, Lane.BULK]):
        number = MessageId(10**6 + int(delivery.id))
        if isinstance(delivery.content, CampaignPost) and delivery.chat_id in phones:
            who, phone = phones[delivery.chat_id]
            facts = await ReadPost(database)(delivery.content.recipient_id)
            assert isinstance(facts, PostFacts)
            terms = facts.campaign.terms
            assert isinstance(terms, OwnQuestionTerms)
            drawn = draw_own_question(
                facts.post, terms, Texts().in_language("en"),
                purpose=PURPOSES[facts.campaign.kind], recipient_id=facts.recipient.id,
            )  # fmt: skip
            await desk.shows(who, drawn)
            messages[who] = await phone.last()
            number = MessageId(messages[who]["message_id"])
        await NoteSent(database)(delivery, message_id=number)
    return messages


def answers(desk: Desk) -> list[tuple[object, ...]]:
    """What was answered, in the order in which people were asked."""
    return desk.cafe.rows("SELECT choice, scale, text FROM own_answers ORDER BY recipient_id")


QUESTION = CampaignId(1)
