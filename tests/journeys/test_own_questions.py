"""An owner asks a question of their own: written, let go, answered by a tap and by a reply, and read.

Not here: who is asked when (tests/use_cases/test_own_questions.py).
"""

import pytest

from tests.journeys.main_loop import judge_screens
from tests.running_cafe import RunningCafe
from tests.tongues import tongue

SAID = {
    "en": ("Which cake next?", "Cheesecake", "Carrot & cream"),
    "ru": ("Какой торт следующий?", "Чизкейк", "Морковь & крем"),
    "et": ("Milline kook järgmisena?", "Juustukook", "Porgand & kreem"),
}


@pytest.mark.parametrize("language", ["en", "ru", "et"])
async def test_a_question_is_asked_answered_and_read_in_each_language(
    cafe: RunningCafe, language: str
) -> None:
    reads, (question, first, second) = tongue(language), SAID[language]
    owner = await cafe.owner("Olga", reads=reads)
    mia = await cafe.customer("Mia", reads=reads)
    await cafe.waits(hours=3)

    await owner.says("/question")
    await owner.reads("question-ask")
    await owner.says(question)
    draft = await owner.reads("question-heading")
    await owner.chooses("button-draft-answers", draft)
    await owner.chooses("button-answers", draft, form="choice")
    await owner.reads("draft-ask-answers")
    await owner.says(f"{first}\n{second}")
    page = await owner.reads("answers-page")
    await owner.chooses("button-draft-back", page)
    await owner.chooses("button-draft-everybody", page)
    await owner.chooses("button-everybody-yes", page)
    await owner.chooses("button-draft-preview", page)
    await owner.reads("preflight-heading")
    await owner.chooses("button-draft-send", count=1)
    await owner.reads("run-waits-now")
    await cafe.waits(seconds=11)

    asked = await mia.sees(question, timeout=20)
    await mia.taps(second, asked)
    await mia.chooses("button-answer-change", asked)
    await mia.taps(first, asked)
    await cafe.quiet()
    assert cafe.rows("SELECT choice, scale, text FROM own_answers") == [(1, None, None)]
    await owner.says("/question")
    results = await owner.sees(f"{first}: 1")
    await owner.chooses("button-question-picture", results)
    await owner.chooses("button-question-close", results)
    await owner.chooses("button-question-close-yes", results)
    await cafe.quiet()
    await mia.chooses("button-answer-change", asked)  # too late: the message says so
    for person in (owner, mia):
        await judge_screens(person, reads)


async def test_an_answer_in_the_own_words_is_a_reply_and_other_words_go_where_they_always_go(
    cafe: RunningCafe,
) -> None:
    owner = await cafe.owner()
    mia = await cafe.customer("Mia")
    await cafe.waits(hours=3)
    await owner.says("/question")
    await owner.reads("question-ask")
    await owner.says("What shall we change?")
    draft = await owner.reads("question-heading")
    await owner.chooses("button-draft-answers", draft)
    await owner.chooses("button-answers", draft, form="text")
    await owner.chooses("button-draft-everybody", draft)
    await owner.chooses("button-everybody-yes", draft)
    await owner.chooses("button-draft-preview", draft)
    await owner.reads("preflight-heading")
    await owner.chooses("button-draft-send", count=1)
    await owner.reads("run-waits-now")
    await cafe.waits(seconds=11)

    asked = await mia.sees("What shall we change?", timeout=20)
    await mia.says("When do you open?")
    await mia.replies(asked, "Longer <hours>")
    await mia.reads("question-kept")
    assert cafe.rows("SELECT text FROM own_answers") == [("Longer <hours>",)]
    await owner.says("/question")
    await owner.chooses("button-question-texts", await owner.reads("question-until"))
    texts = await owner.reads("question-texts")
    assert "Longer <hours>" in texts["text"]
    assert "Mia" not in texts["text"]
