"""The owner's own question on the customer's screens: a tap, its change, a reply, and what comes too late.

Not here: the owner's screens (test_own_questions.py), and what is counted (tests/use_cases).
"""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.person import Person
from handlers import callbacks
from handlers.drawings.own_questions import draw_answered, draw_own_question
from handlers.labels import ALONE, SHARED
from handlers.texts import Texts
from loyalty.campaigns import OwnQuestionTerms, Post
from loyalty.ids import RecipientId
from loyalty.own_questions import LONGEST_CHOICE, MOST_CHOICES, ROOM, AnswerForm
from loyalty.own_words import OwnWords
from loyalty.posts import LONGEST_TEXT, length_of
from loyalty.responses import Phase
from loyalty.use_cases.listening.own_answers import OwnQuestionFacts
from loyalty.use_cases.listening.own_questions import CloseQuestion
from loyalty.wishes import Purpose
from tests.counter import ANNA, LEO, MIA
from tests.handlers.asking import QUESTION, answers, lets_go, reaches
from tests.handlers.composer import open_friday, says, taps
from tests.handlers.desk import Desk, tap_by

LANGUAGES = ("en", "ru", "et")
NOBODY_YET = (None, None, None)
HOSTILE = '<b>&lt;/b><a href="tg://user?id=1">x</a>\u202e'
TERMS = {
    AnswerForm.CHOICE: OwnQuestionTerms(
        AnswerForm.CHOICE,
        tuple(OwnWords.of({"en": f"{one}" + "W" * (LONGEST_CHOICE - 1)}) for one in range(MOST_CHOICES)),
    ),
    AnswerForm.SCALE: OwnQuestionTerms(AnswerForm.SCALE),
    AnswerForm.TEXT: OwnQuestionTerms(AnswerForm.TEXT),
}  # fmt: skip


@pytest.fixture
async def desk(staffed_file: Path, tmp_path: Path) -> AsyncIterator[Desk]:
    """Friday, half past two; Mia and Leo were here."""
    async with open_friday(staffed_file, tmp_path) as desk:
        yield desk


async def mia_is_asked(desk: Desk, form: AnswerForm) -> tuple[Any, Any]:
    """Her phone, and the question on it; Leo is asked too."""
    await lets_go(desk, form)
    mia = await desk.joins(MIA)
    await desk.handles_all()
    return mia, (await reaches(desk, (MIA, mia)))[MIA]


async def now(mia: Any, asked: Any) -> Any:
    return next(one for one in await mia.chat() if one["message_id"] == asked["message_id"])


async def toasts(desk: Desk) -> list[str]:
    return [call["params"].get("text", "") for call in await desk.calls("answerCallbackQuery")]


async def test_a_tap_answers_and_a_second_one_changes_it(desk: Desk) -> None:
    mia, asked = await mia_is_asked(desk, AnswerForm.CHOICE)
    assert mia.buttons(asked)[:2] == ["Cheesecake", "Carrot & <cream>"]
    await taps(desk, mia, "Carrot", asked)
    shown = await now(mia, asked)
    assert "Your answer: Carrot & <cream>. Thank you!" in shown["text"]
    assert mia.buttons(shown) == ["Change my answer"]
    await taps(desk, mia, "Change my answer", asked)
    await taps(desk, mia, "Cheesecake", asked)
    assert answers(desk) == [(1, None, None), NOBODY_YET]


async def test_two_taps_at_once_are_one_answer(desk: Desk) -> None:
    mia, asked = await mia_is_asked(desk, AnswerForm.SCALE)
    await mia.taps("4", asked, wait=0)
    await mia.taps("4", asked, wait=0)
    await desk.handles_all()
    assert answers(desk) == [(None, 4, None), NOBODY_YET]
    assert (await toasts(desk))[-2:] == ["", ""]


async def test_after_an_hour_it_stands_and_the_button_goes(desk: Desk) -> None:
    mia, asked = await mia_is_asked(desk, AnswerForm.SCALE)
    await taps(desk, mia, "4", asked)
    desk.cafe.later(hours=1)
    await taps(desk, mia, "Change my answer", asked)
    assert (await toasts(desk))[-1].startswith("An answer can be changed for one hour")
    assert mia.buttons(await now(mia, asked)) == []
    assert answers(desk)[0] == (None, 4, None)


@pytest.mark.parametrize("how", ["closed", "two weeks", "last year"])
async def test_a_tap_that_comes_too_late_says_so_on_the_message(desk: Desk, how: str) -> None:
    mia, asked = await mia_is_asked(desk, AnswerForm.CHOICE)
    if how == "closed":
        await CloseQuestion(desk.cafe.database)(ANNA, QUESTION)
    else:
        desk.cafe.later(days=14 if how == "two weeks" else 366)
    await taps(desk, mia, "Cheesecake", asked)
    assert (await toasts(desk))[-1].startswith("This question is closed.")
    shown = await now(mia, asked)
    assert "This question is closed." in shown["text"]
    assert mia.buttons(shown) == []
    assert answers(desk)[0] == NOBODY_YET


async def test_who_does_not_care_does_nothing_and_their_words_go_where_they_always_go(desk: Desk) -> None:
    mia, _ = await mia_is_asked(desk, AnswerForm.TEXT)
    await says(desk, mia, "When do you open tomorrow?")
    assert answers(desk) == [NOBODY_YET, NOBODY_YET]
    assert "I have your answer" not in str([one.get("text") for one in await mia.chat()])


async def test_a_reply_answers_and_another_one_takes_its_place(desk: Desk) -> None:
    mia, asked = await mia_is_asked(desk, AnswerForm.TEXT)
    for said in ("More tea", "More tea & <cake>"):
        await mia.replies(asked, said)
        await desk.handles_all()
        await mia.sees("I have your answer")
    assert answers(desk) == [(None, None, "More tea & <cake>"), NOBODY_YET]


async def test_a_reply_to_something_else_is_no_answer(desk: Desk) -> None:
    mia, _ = await mia_is_asked(desk, AnswerForm.TEXT)
    other = next(one for one in await mia.chat() if one["from"]["is_bot"])
    await mia.replies(other, "Thank you")
    await mia.replies(await mia.says("I like it here"), "So much")
    await desk.handles_all()
    assert answers(desk) == [NOBODY_YET, NOBODY_YET]


@pytest.mark.parametrize("form", [AnswerForm.CHOICE, AnswerForm.SCALE])
async def test_a_reply_to_a_question_with_buttons_is_told_to_tap(desk: Desk, form: AnswerForm) -> None:
    mia, asked = await mia_is_asked(desk, form)
    await mia.replies(asked, "Cheesecake, please")
    await desk.handles_all()
    assert "answered with a tap on a button" in str((await mia.last())["text"])
    assert answers(desk)[0] == NOBODY_YET
    assert not desk.cafe.rows("SELECT * FROM letters")


@pytest.mark.parametrize("late", ["fixed", "closed"])
async def test_a_reply_that_comes_too_late_is_told_so_and_is_no_letter(desk: Desk, late: str) -> None:
    mia, asked = await mia_is_asked(desk, AnswerForm.TEXT)
    await mia.replies(asked, "More tea")
    await desk.handles_all()
    if late == "fixed":
        desk.cafe.later(hours=1)
    else:
        await CloseQuestion(desk.cafe.database)(ANNA, QUESTION)
    await mia.replies(asked, "Less tea")
    await desk.handles_all()
    told = "can be changed for one hour" if late == "fixed" else "This question is closed"
    assert told in str((await mia.last())["text"])
    assert not desk.cafe.rows("SELECT * FROM letters")
    assert answers(desk)[0] == (None, None, "More tea")


async def test_a_command_and_a_voice_are_no_answer_and_the_question_waits(desk: Desk) -> None:
    mia, asked = await mia_is_asked(desk, AnswerForm.TEXT)
    await mia.replies(asked, "/card")
    await mia.sends(voice=3, reply_to=asked["message_id"])
    await desk.handles_all()
    assert "As an answer I take text" in str((await mia.last())["text"])
    assert answers(desk)[0] == NOBODY_YET
    await mia.replies(asked, "More tea")
    await desk.handles_all()
    assert answers(desk)[0] == (None, None, "More tea")


async def test_hostile_words_of_any_length_are_refused_or_quoted(desk: Desk) -> None:
    mia, asked = await mia_is_asked(desk, AnswerForm.TEXT)
    await mia.replies(asked, (HOSTILE * 100)[:4000])
    await desk.handles_all()
    assert "at most 1000 characters" in str((await mia.last())["text"])
    assert answers(desk)[0] == NOBODY_YET
    said = (HOSTILE * 30)[:1000].strip()
    await mia.replies(asked, said)
    await desk.handles_all()
    anna = await Person.meet(desk.http, ANNA.telegram_id)
    await says(desk, anna, "/question")
    await taps(desk, anna, "Read the answers")
    page = await anna.sees("In their own words")
    assert '<a href="tg://user?id=1">x</a>' in page["text"]
    assert not {"text_link", "text_mention"} & {one["type"] for one in page.get("entities", [])}
    assert "Mia" not in json.dumps(page)


async def test_nobody_answers_with_somebody_elses_button(desk: Desk) -> None:
    await mia_is_asked(desk, AnswerForm.CHOICE)
    hers = RecipientId(desk.cafe.number("SELECT MIN(recipient_id) FROM own_answers"))
    for data in (
        callbacks.ChooseAnswer(recipient_id=hers, number=1),
        callbacks.ChangeAnswer(recipient_id=hers),
    ):
        await desk.handles(callback_query=tap_by(LEO, data.pack()))
    assert answers(desk) == [NOBODY_YET, NOBODY_YET]


async def test_surveys_are_muted_from_the_question_itself(desk: Desk) -> None:
    mia, asked = await mia_is_asked(desk, AnswerForm.CHOICE)
    await taps(desk, mia, mia.buttons(asked)[-1], asked)
    assert desk.cafe.rows("SELECT purpose, state FROM wishes WHERE purpose = 'surveys'") == [
        ("surveys", "muted")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", AnswerForm)
def test_the_longest_question_fits_in_every_state_and_language(
    texts: Texts, language: str, form: AnswerForm
) -> None:
    words, terms = texts.in_language(language), TERMS[form]
    post = Post("en", "x" * (LONGEST_TEXT - ROOM))
    asked = RecipientId(2**40)
    screens = [
        draw_own_question(post, terms, words, purpose=Purpose.SURVEYS, recipient_id=asked),
        draw_own_question(post, terms, words, purpose=Purpose.SURVEYS, sample=callbacks.TryQuestion().pack()),
    ]
    screens += [
        draw_answered(OwnQuestionFacts(asked, post, terms, phase, number=1, may_change=True), words)
        for phase in (Phase.OPEN, Phase.SCORED, Phase.OVER)
    ]
    for screen in screens:
        assert length_of(screen.text) <= LONGEST_TEXT
        for row in screen.rows:
            assert max(len(button.label) for button in row) <= (SHARED if len(row) > 1 else ALONE)
            assert all(button.data and len(button.data.encode()) <= 64 for button in row)
