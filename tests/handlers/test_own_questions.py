"""The owner's own question on the owner's screens: written, let go, read as a page and as a picture.

Not here: how customers answer (test_own_answers.py), and what is counted (tests/use_cases).
"""

import io
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bot.sandbox.person import NotVisible
from handlers import callbacks
from handlers.callbacks import DraftQuestion
from handlers.drawings.broadcast import draw_throw, draw_thrown
from handlers.drawings.own_results import (
    compose_answers,
    draw_own_results,
    draw_own_texts,
    say_answers_caption,
)
from handlers.labels import ALONE, SHARED
from handlers.pictures.studio import Studio
from handlers.texts import Texts, Words
from loyalty.campaigns import Campaign, CampaignState, OwnQuestionTerms, Post
from loyalty.ids import CampaignId, StaffId
from loyalty.own_questions import LONGEST_ANSWER, LONGEST_CHOICE, MOST_CHOICES, AnswerForm, OwnTally
from loyalty.own_words import OwnWords
from loyalty.programs import Rules
from loyalty.use_cases.listening.own_questions import LISTED, OwnResults, OwnTexts
from tests.counter import ANNA, BEN, LEO, MIA
from tests.handlers.asking import ASKS, CAKES, QUESTION, anna_asks, lets_go, reaches
from tests.handlers.composer import open_friday, says, states, taps, the_draft
from tests.handlers.desk import Desk, message_by, sent_by, tap_by
from tests.handlers.facts import NOW, length

LANGUAGES = ("en", "ru", "et")
CAPTION, TEXT = 1024, 4096
A_POST_IN_WORDS = {"en": "post", "ru": "сообщени", "et": "postitus"}
ANSWERS = tuple(OwnWords.of({"en": "W" * (LONGEST_CHOICE - 1) + str(one)}) for one in range(MOST_CHOICES))
HOSTILE = "<b>$x$ & \\frac{</b>" + "W" * 3_600


@pytest.fixture
async def desk(staffed_file: Path, tmp_path: Path) -> AsyncIterator[Desk]:
    """Friday, half past two; Mia and Leo were here."""
    async with open_friday(staffed_file, tmp_path) as desk:
        yield desk


def a_question(form: AnswerForm = AnswerForm.CHOICE, *, text: str = "Which <b>cake</b> next?") -> Campaign:
    terms = OwnQuestionTerms(form, ANSWERS if form is AnswerForm.CHOICE else ())
    return Campaign(QUESTION, CampaignState.ON, terms, (), None, (Post("en", text),), StaffId(1))


def results(tally: OwnTally, form: AnswerForm = AnswerForm.CHOICE, **more: Any) -> OwnResults:
    campaign = a_question(form)
    assert isinstance(campaign.terms, OwnQuestionTerms)
    return replace(OwnResults(campaign, campaign.terms, tally, Rules(), NOW), **more)


def toast(calls: list[dict[str, Any]]) -> str:
    return str(calls[-1]["params"]["text"])


async def test_a_question_with_answers_to_choose_from_is_written_looked_at_and_let_go(desk: Desk) -> None:
    anna = await anna_asks(desk)
    draft = await anna.sees("Your question")
    assert "Answers: say it below" in draft["text"]
    assert "post" not in draft["text"].lower()
    assert not {"Button with a link", "Offer to take"} & set(anna.buttons(draft))
    await taps(desk, anna, "What may they answer")
    await taps(desk, anna, "One of your answers")
    await anna.sees("Which answers?")
    await says(desk, anna, CAKES)
    page = await anna.sees("Answers: Cheesecake · Carrot & <cream>")
    await taps(desk, anna, "Back", page)
    await taps(desk, anna, "Here lately", page)
    await taps(desk, anna, "Preview", page)
    shown = await anna.sees("Which cake next?")
    assert anna.buttons(shown)[:2] == ["Cheesecake", "Carrot & <cream>"]
    await taps(desk, anna, "Cheesecake", shown)
    said = toast(await desk.calls("answerCallbackQuery"))
    assert said.startswith("This one is only for looking: nothing can be answered or muted here.")
    await taps(desk, anna, "Send to 2")
    assert states(desk) == [("on",)]


async def test_the_same_question_and_its_answers_in_a_second_language(desk: Desk) -> None:
    await desk.cafe.change_rules(ANNA, second_language="ru")
    anna = await anna_asks(desk)
    await taps(desk, anna, "Words and languages")
    await taps(desk, anna, "Also in")
    await anna.sees("Write the question in this language")
    await says(desk, anna, "Какой торт следующий?")
    await taps(desk, anna, "What may they answer")
    await taps(desk, anna, "One of your answers")
    await says(desk, anna, CAKES)
    await anna.sees("The same answers in the same order")
    await says(desk, anna, "Чизкейк\nМорковный торт\nБрауни")
    await anna.sees("In the first language there are 2 answers")
    await says(desk, anna, "Чизкейк\nМорковный торт")
    draft = await the_draft(desk)
    assert {post.language: post.text for post in draft.posts}["ru"] == "Какой торт следующий?"
    assert [answer.said_in("ru") for answer in draft.terms.answers] == ["Чизкейк", "Морковный торт"]
    assert [answer.said_in("en") for answer in draft.terms.answers] == CAKES.split("\n")


@pytest.mark.parametrize(("label", "form"), [("A number", "scale"), ("In their own words", "text")])
async def test_a_scale_and_own_words_take_one_tap(desk: Desk, label: str, form: str) -> None:
    anna = await anna_asks(desk)
    await taps(desk, anna, "What may they answer")
    await taps(desk, anna, label)
    assert (await the_draft(desk)).terms.form == form
    assert "Answers: " in (await anna.sees("Your question"))["text"]


async def test_answers_that_do_not_fit_are_refused_and_asked_for_still(desk: Desk) -> None:
    anna = await anna_asks(desk)
    await taps(desk, anna, "What may they answer")
    await taps(desk, anna, "One of your answers")
    for unfit in ("One alone", "Same\nSame", "x" * 33 + "\ny", "\n".join("abcdefg")):
        await says(desk, anna, unfit)
        assert "two to six different answers" in str((await anna.last())["text"])
    await says(desk, anna, "Yes\n\n  No \n")
    assert [answer.said_in("en") for answer in (await the_draft(desk)).terms.answers] == ["Yes", "No"]


@pytest.mark.parametrize(
    "more",
    [
        {"photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}], "caption": "Look"},
        {"sticker": {"file_id": "a", "file_unique_id": "b", "type": "regular", "width": 1, "height": 1,
                     "is_animated": False, "is_video": False}},
        {"voice": {"file_id": "a", "file_unique_id": "b", "duration": 1}},
    ],
    ids=["photo", "sticker", "voice"],
)  # fmt: skip
async def test_what_is_no_words_is_refused_and_the_question_waits(desk: Desk, more: dict[str, Any]) -> None:
    anna = await desk.joins(ANNA)
    await desk.handles_all()
    await says(desk, anna, "/question")
    message = message_by(sent_by(ANNA), "", chat=ANNA.telegram_id, **more)
    del message["text"]
    await desk.handles(message=message)
    assert "no picture, file, link" in str((await anna.last())["text"])
    await says(desk, anna, "Which cake next?")
    await anna.sees("Your question")


async def test_an_album_is_refused_once(desk: Desk) -> None:
    anna = await desk.joins(ANNA)
    await desk.handles_all()
    await says(desk, anna, "/question")
    photo = {"photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]}
    for number in range(3):
        piece = message_by(sent_by(ANNA), "", chat=ANNA.telegram_id, media_group_id="7", **photo)
        del piece["text"]
        await desk.handles(message={**piece, "message_id": 900 + number})
    assert len([one for one in await anna.chat() if "no picture, file, link" in one.get("text", "")]) == 1


async def test_a_question_too_long_for_what_stands_below_it_says_by_how_much(desk: Desk) -> None:
    anna = await anna_asks(desk, "x" * 3_700)
    assert "Too long by 4" in str((await anna.last())["text"])
    await says(desk, anna, "x" * 3_696)
    await anna.sees("Your question")


@pytest.mark.parametrize("leaves", ["/today", "a tap"])
async def test_whatever_else_the_owner_does_ends_the_question_for_answers(desk: Desk, leaves: str) -> None:
    anna = await anna_asks(desk)
    await taps(desk, anna, "What may they answer")
    draft = await anna.sees("What may they answer?")
    await taps(desk, anna, "One of your answers")
    if leaves == "a tap":
        await taps(desk, anna, "Back", draft)
        await anna.sees("The question is over. Nothing was kept.")
    else:
        await says(desk, anna, leaves)
    await says(desk, anna, CAKES)
    assert (await the_draft(desk)).terms.answers == ()


async def test_whatever_else_the_owner_does_ends_the_question_for_the_question(desk: Desk) -> None:
    anna = await lets_go(desk, AnswerForm.SCALE)
    results_page = await opens_results(desk, anna)
    await taps(desk, anna, "Ask something else", results_page)
    await anna.sees(ASKS)
    await taps(desk, anna, "Count again", results_page)
    await anna.sees("The question is over. Nothing was kept.")
    await says(desk, anna, "And which tea?")
    assert states(desk) == [("on",)]


async def opens_results(desk: Desk, anna: Any) -> Any:
    await says(desk, anna, "/question")
    return await anna.sees("It can be answered until")


async def test_another_one_waits_until_this_one_is_closed(desk: Desk) -> None:
    anna = await lets_go(desk, AnswerForm.SCALE)
    await reaches(desk)
    desk.cafe.later(days=8)
    page = await opens_results(desk, anna)
    await taps(desk, anna, "Ask something else", page)
    await says(desk, anna, "And which tea?")
    await taps(desk, anna, "What may they answer")
    await taps(desk, anna, "In their own words")
    await taps(desk, anna, "Everybody")
    await taps(desk, anna, "Yes, to all")
    await taps(desk, anna, "Preview")
    await taps(desk, anna, "Send to 2")
    assert "“Which cake next?” runs until" in toast(await desk.calls("answerCallbackQuery"))
    await taps(desk, anna, "Close the question", page)
    await anna.sees("Close this question?")
    await taps(desk, anna, "Yes, close it", page)
    await anna.sees("It can't be answered any more.")
    await taps(desk, anna, "Send to 2")
    assert states(desk) == [("over",), ("on",)]


async def test_the_one_that_runs_stays_in_reach_beside_a_draft(desk: Desk) -> None:
    anna = await lets_go(desk, AnswerForm.SCALE)
    await reaches(desk)
    await taps(desk, anna, "Ask something else", await opens_results(desk, anna))
    await says(desk, anna, "And which tea?")
    await says(desk, anna, "/question")
    assert "Your question" in (await anna.last())["text"]
    running = await anna.sees("This question runs: Which cake next?")
    await taps(desk, anna, "What they answered", running)
    await taps(desk, anna, "Close the question", await anna.sees("It can be answered until"))
    await taps(desk, anna, "Yes, close it", await anna.sees("Close this question?"))
    await says(desk, anna, "/question")
    assert (await anna.last())["text"].startswith("Your question")


async def test_a_draft_without_answers_does_not_go_out(desk: Desk) -> None:
    anna = await anna_asks(desk)
    await taps(desk, anna, "Here lately")
    await taps(desk, anna, "Preview")
    await taps(desk, anna, "Send to 2")
    assert "not said yet how it may be answered" in toast(await desk.calls("answerCallbackQuery"))
    assert states(desk) == [("draft",)]


async def test_what_was_begun_is_shown_again_and_thrown_away_as_a_question(desk: Desk) -> None:
    anna = await anna_asks(desk)
    await says(desk, anna, "/question")
    draft = await anna.last()
    assert "Your question" in draft["text"]
    await taps(desk, anna, "Throw away", draft)
    await anna.sees("Throw this question away?")
    await taps(desk, anna, "Yes, throw it away", draft)
    assert states(desk) == [("over",)]
    await taps(desk, anna, "Ask something else", draft)
    await anna.sees(ASKS)
    old = callbacks.OpenDraft(campaign_id=QUESTION, view=callbacks.DraftView.MAIN).pack()
    await desk.handles(callback_query=tap_by(ANNA, old))
    assert "This question was sent or thrown away since." in toast(await desk.calls("answerCallbackQuery"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_throwing_a_question_away_speaks_of_no_post(texts: Texts, language: str) -> None:
    words = texts.in_language(language)
    for screen in (draw_throw(a_question(), words), draw_thrown(a_question(), words)):
        said = " ".join([screen.text, *(button.label for row in screen.rows for button in row)]).lower()
        assert A_POST_IN_WORDS[language] not in said


async def test_a_post_and_a_question_are_two_drafts(desk: Desk) -> None:
    anna = await anna_asks(desk)
    await says(desk, anna, "/broadcast")
    await says(desk, anna, "Fresh buns")
    await says(desk, anna, "/question")
    assert "Which cake next?" in (await anna.last())["text"]
    assert [type(draft.terms).__name__ for draft in (await the_draft(desk, 1), await the_draft(desk, 2))] == [
        "OwnQuestionTerms",
        "BroadcastTerms",
    ]


async def test_a_picture_comes_with_what_was_counted_and_what_it_cannot_say(desk: Desk) -> None:
    anna = await lets_go(desk)
    mia, leo = await desk.joins(MIA), await desk.joins(LEO)
    await desk.handles_all()
    asked = await reaches(desk, (MIA, mia), (LEO, leo))
    await taps(desk, mia, "Carrot", asked[MIA])
    page = await opens_results(desk, anna)
    assert "1 of 2 people asked have answered." in page["text"]
    assert "Cheesecake: 0\nCarrot & <cream>: 1\nBelow 30 answers" in page["text"]
    await taps(desk, anna, "As a picture", page)
    sent = await anna.last()
    assert sent["photo"]
    assert "1 of 2 people asked have answered." in sent["caption"]
    assert "Counted is one answer from each" in sent["caption"]
    assert "Mia" not in str(sent["caption"]) + str(page["text"])


async def test_nobody_else_reads_what_was_answered_or_closes_the_question(desk: Desk) -> None:
    await lets_go(desk)
    leo, ben = await desk.joins(LEO), await desk.joins(BEN)
    await desk.handles_all()
    asked = await reaches(desk, (LEO, leo))
    await taps(desk, leo, "Cheesecake", asked[LEO])
    for who, phone in ((BEN, ben), (LEO, leo)):
        before = len(await phone.chat())
        for data in (
            callbacks.ShowOwnResults(campaign_id=QUESTION),
            callbacks.DrawOwnResults(campaign_id=QUESTION),
            callbacks.ReadOwnTexts(campaign_id=QUESTION, page=0),
            callbacks.CloseQuestion(campaign_id=QUESTION, sure=True),
            callbacks.SetAnswerForm(campaign_id=QUESTION, form=AnswerForm.TEXT),
            callbacks.AskDraft(campaign_id=QUESTION, what=DraftQuestion.ANSWERS),
            callbacks.BeginQuestion(),
        ):
            await desk.handles(callback_query=tap_by(who, data.pack()))
        assert len(await phone.chat()) == before
        await says(desk, phone, "/question")
        assert "Cheesecake" not in str((await phone.last()).get("text"))
    assert states(desk) == [("on",)]


async def test_words_have_no_picture(desk: Desk) -> None:
    anna = await lets_go(desk, AnswerForm.TEXT)
    page = await opens_results(desk, anna)
    with pytest.raises(NotVisible):
        await anna.taps("As a picture", page, wait=0)
    await desk.handles(callback_query=tap_by(ANNA, callbacks.DrawOwnResults(campaign_id=QUESTION).pack()))
    assert not await desk.calls("sendPhoto")


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_and_captions_fit_in_every_language(texts: Texts, language: str) -> None:
    words = texts.in_language(language)
    full = OwnTally(99_999, 99_999, dict.fromkeys(range(1, MOST_CHOICES + 1), 16_666))
    for form in AnswerForm:
        for tally in (full, OwnTally(0, 0, {}), OwnTally(1, 1, {1: 1})):
            found = results(tally, form)
            pages = [draw_own_results(found, words), draw_own_results(replace(found, until=None), words)]
            assert all(length(page.text) <= TEXT for page in pages)
            labels = [[button.label for button in row] for page in pages for row in page.rows]
            assert all(len(row[0]) <= ALONE for row in labels if len(row) == 1)
            assert length(say_answers_caption(found, words)) <= CAPTION
    texts_page = OwnTexts(CampaignId(2**40), ["<&" * (LONGEST_ANSWER // 2)] * LISTED, 99_998, more=True)
    shown = draw_own_texts(texts_page, words)
    assert length(shown.text) <= TEXT
    assert all(len(button.label) <= SHARED for button in shown.rows[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_caption_says_how_many_what_was_counted_and_its_limits(texts: Texts, language: str) -> None:
    words = texts.in_language(language)
    caption = say_answers_caption(results(OwnTally(87, 41, {1: 20, 2: 21})), words)
    assert "41" in caption
    assert "87" in caption
    assert caption.endswith(words.say("question-limits"))
    assert caption.count("\n") == 1 + MOST_CHOICES + 3


@pytest.mark.parametrize("form", [AnswerForm.SCALE, AnswerForm.CHOICE])
def test_below_thirty_answers_there_are_counts_and_neither_mean_nor_per_cent(
    words: Words, form: AnswerForm
) -> None:
    few, enough = results(OwnTally(40, 29, {1: 29}), form), results(OwnTally(40, 30, {1: 27, 2: 3}), form)
    page = draw_own_results(few, words).text
    assert "Below 30 answers there are counts alone" in page
    assert "%" not in page + say_answers_caption(few, words) + str(compose_answers(few, words))
    assert "cent are" not in page
    said = draw_own_results(enough, words).text
    assert "<b>27</b> (68 %)" in said
    assert "Per cent are of those asked." in said
    assert ("Mean: 1.1 of 5" in said) is (form is AnswerForm.SCALE)
    assert [mark.said for mark in compose_answers(enough, words).marks][:2] == ["27 (68 %)", "3 (8 %)"]


async def test_pictures_can_be_drawn_of_any_words_and_of_no_answers(words: Words) -> None:
    studio, hostile = Studio(), OwnWords.of({"en": "$x$ ☕ <b> \\frac{"})
    odd = OwnQuestionTerms(AnswerForm.CHOICE, (hostile, *ANSWERS[1:]))
    drawn = [
        compose_answers(results(OwnTally(87, 41, {1: 20, 2: 21})), words),
        compose_answers(results(OwnTally(0, 0, {})), words),
        compose_answers(results(OwnTally(9, 9, {5: 9}), AnswerForm.SCALE), words),
        compose_answers(results(OwnTally(3, 3, {1: 3}), terms=odd, campaign=a_question(text=HOSTILE)), words),
    ]
    pictures = [await studio.draw_chart(text) for text in drawn]
    assert len(set(pictures)) == len(pictures)
    for picture in pictures:
        assert len(picture) < 200_000
        image = Image.open(io.BytesIO(picture)).convert("L")
        assert image.size == (1040, 585)
        for edge in ((0, 0, 1040, 4), (0, 581, 1040, 585), (0, 0, 4, 585), (1036, 0, 1040, 585)):
            assert image.crop(edge).getextrema() == (255, 255), "something is cut off"
