"""What the database itself enforces of answers to an own question: one for each who was asked, of one form.

Not here: how the code keeps from ever getting here.
"""

import sqlite3

import pytest

from loyalty.own_questions import AnswerForm
from tests.counter import LEO, MIA, Cafe
from tests.use_cases.own_questions import Asking


@pytest.fixture
async def asking(cafe: Cafe) -> Asking:
    """Mia and Leo were asked, and Mia has answered."""
    asking = await Asking.open(cafe, MIA, LEO)
    await asking.asks(AnswerForm.SCALE)
    await asking.taps(MIA, 4)
    return asking


@pytest.mark.parametrize(
    "change",
    [
        "choice = 1",
        "text = 'And more'",
        "answered_at = NULL",
        "scale = NULL",
        "scale = 6",
        "scale = 0",
        "scale = NULL, choice = 7",
        "scale = NULL, choice = 0",
    ],
)
def test_an_answer_has_one_form_and_an_hour(asking: Asking, change: str) -> None:
    with asking.cafe.raw() as raw, pytest.raises(sqlite3.IntegrityError, match="CHECK constraint failed"):
        raw.execute(f"UPDATE own_answers SET {change} WHERE scale = 4")


def test_nobody_has_two_answers_to_one_question(asking: Asking) -> None:
    with asking.cafe.raw() as raw, pytest.raises(sqlite3.IntegrityError, match="UNIQUE constraint failed"):
        raw.execute(
            """
            INSERT INTO own_answers (recipient_id, question_id)
            SELECT recipient_id, question_id FROM own_answers
            """
        )


def test_nobody_answers_who_was_not_asked(asking: Asking) -> None:
    with asking.cafe.raw() as raw, pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        raw.execute("UPDATE own_answers SET recipient_id = 99 WHERE scale = 4")
