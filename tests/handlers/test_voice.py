"""What customers said on the owner's screen: complete, in every language, nameless; and a post to a cell.

Not here: whether the numbers are right (tests/use_cases/test_voice.py), and how pictures look.
"""

import io
import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from PIL import Image

from bot.sandbox.person import Person
from handlers import callbacks
from handlers.callbacks import VoicePicture
from handlers.drawings.day import draw_digest
from handlers.drawings.voice import draw_matrix_page, draw_reasons, draw_voice
from handlers.drawings.voice_pictures import (
    compose_matrix,
    compose_scores,
    compose_trend,
    say_matrix_caption,
    say_scores,
    say_trend,
)
from handlers.labels import ALONE, SHARED
from handlers.pictures.chart_text import MatrixText, ScoresText, TrendText
from handlers.pictures.studio import Studio
from handlers.texts import Texts, Words
from loyalty.closes import DayFigures, StampFigures
from loyalty.ids import THE_ONLY_LOCATION, LocationId, RecipientId
from loyalty.letters import Content
from loyalty.notices import MorningDigest
from loyalty.own_words import OwnWords
from loyalty.programs import Rules
from loyalty.segments import Voiced
from loyalty.surveys import NOBODY, Band, Frequency, Tally
from loyalty.use_cases.customers.forgetting import ForgetPerson
from loyalty.use_cases.listening.voice import Matrix, ReasonPage, Trend, VoicePage
from loyalty.voice import (
    AspectFigures,
    Figures,
    Period,
    Praised,
    SaidReason,
    Span,
    Step,
    TicketFigures,
    TrendPoint,
)
from tests.counter import ANNA, BEN, LEO, MIA
from tests.handlers.composer import says, taps, the_draft
from tests.handlers.desk import Desk, tap_by
from tests.handlers.facts import NOW, length
from tests.use_cases.listening import ListeningCafe

LANGUAGES = ("en", "ru", "et")
CAPTION, TEXT = 1024, 4096
OF_THIRTY = Figures(60, (1, 1, 1, 1, 1, 1, 0, 4, 5, 8, 7))
OF_25 = Figures(50, (5, 0, 0, 0, 0, 0, 0, 7, 0, 0, 13))
MANY = Figures(9_999, (99,) * 11)
SPAN = Span(date(2025, 1, 1), NOW - timedelta(days=90), NOW)
DRINK = OwnWords.of({"en": "the drink", "ru": "напиток", "et": "jook"})


def page(figures: Figures, **more: object) -> VoicePage:
    built = VoicePage(
        Period.QUARTER, SPAN, Rules(), figures, {THE_ONLY_LOCATION: figures}, [], SPAN, [], TicketFigures()
    )
    return replace(built, **more)  # type: ignore[arg-type]


def reason(
    number: int, text: str, *, score: int = 3, content: Content = Content.TEXT, aspect: OwnWords | None = None
) -> SaidReason:
    return SaidReason(RecipientId(number), NOW, aspect, score, content, text)


def reasons(*said: SaidReason, found: int | None = None) -> ReasonPage:
    return ReasonPage(Band.DETRACTOR, "", said, len(said) if found is None else found, Rules())


def full_matrix(count: int = 12) -> Matrix:
    return Matrix({(band, often): count for band in Band for often in Frequency})


def trend(step: Step, figures: Figures = MANY) -> Trend:
    first = datetime(2025, 9, 29, tzinfo=NOW.tzinfo).date()
    return Trend(step, [TrendPoint(first - timedelta(weeks=4 * back), figures) for back in range(13)])


def test_thirty_answers_give_a_score_with_its_error_and_both_counts(words: Words) -> None:
    said = draw_voice(page(OF_THIRTY), words).text
    assert "<b>+30</b>, give or take 14, from 30 of 60 asked (50%)" in said
    assert "<b>15</b> · passives (7-8): <b>9</b> · detractors (0-6): <b>6</b>" in said


def test_below_thirty_answers_there_are_counts_and_how_many_are_missing(words: Words) -> None:
    said = draw_voice(page(OF_25), words).text
    assert "25 of 50 asked have answered (50%). 5 more answers make a score." in said
    assert "<b>13</b> · passives (7-8): <b>7</b> · detractors (0-6): <b>5</b>" in said
    assert "give or take" not in said


def test_a_score_below_nothing_has_its_sign(words: Words) -> None:
    unhappy = Figures(30, (20, 0, 0, 0, 0, 0, 0, 10, 0, 0, 0))
    assert "<b>−67</b>" in draw_voice(page(unhappy), words).text
    even = Figures(30, (15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 15))
    assert "<b>0</b>" in draw_voice(page(even), words).text


def test_where_nobody_was_asked_it_says_so(words: Words) -> None:
    assert "Nobody was asked in this time." in draw_voice(page(Figures()), words).text


def test_aspects_praises_and_counters_have_their_lines(words: Words) -> None:
    said = draw_voice(
        page(
            OF_THIRTY,
            by_location={THE_ONLY_LOCATION: OF_THIRTY, LocationId(2): OF_25},
            aspects=[AspectFigures(DRINK, 30, 130), AspectFigures(OwnWords.of({"en": "speed"}), 29, 145)],
            praises=[Praised("Ben", 3)],
        ),
        words,
    ).text
    assert "Counter 1: +30 ± 14 (answers: 30)" in said
    assert "Counter 2: answers: 25 (13 / 7 / 5)" in said
    assert "the drink: <b>4.3</b> (answers: 30)" in said
    assert "speed: answers: 29, too few for an average" in said
    assert "<b>Praised by customers</b>, January\nBen: 3" in said


def test_one_counter_is_not_named(words: Words) -> None:
    drawn = draw_voice(page(OF_THIRTY, by_location={THE_ONLY_LOCATION: OF_THIRTY}), words)
    assert "Counter" not in drawn.text
    assert [button.label for button in drawn.rows[2]] == ["📈 By month", "📈 By week"]
    assert drawn.rows[3][0].label == "Who says what"


def test_each_counter_has_trends_of_its_own_that_name_it(words: Words) -> None:
    drawn = draw_voice(
        page(OF_THIRTY, by_location={THE_ONLY_LOCATION: OF_THIRTY, LocationId(2): OF_25}), words
    )
    assert [[button.label for button in row] for row in drawn.rows[2:5]] == [
        ["📈 By month", "📈 By week"],
        ["1: 📈 By month", "1: 📈 By week"],
        ["2: 📈 By month", "2: 📈 By week"],
    ]
    assert callbacks.DrawVoice.unpack(drawn.rows[4][1].data) == callbacks.DrawVoice(
        picture=VoicePicture.WEEKS, period=Period.QUARTER, location_id=LocationId(2)
    )
    harbour = replace(trend(Step.WEEK), location=LocationId(2))
    assert compose_trend(harbour, words).title == "Counter 2: Week by week"
    assert say_trend(harbour, words).startswith("<b>Counter 2: Week by week</b>")


def test_the_period_that_is_shown_is_marked(words: Words) -> None:
    first = draw_voice(page(OF_THIRTY), words).rows[0]
    assert [one.label for one in first] == ["This month", "✓ 90 days", "A year"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_and_captions_fit_in_every_language(texts: Texts, language: str) -> None:
    words = texts.in_language(language)
    aspects = [AspectFigures(OwnWords.of({"en": "W" * 200}), 99, 400)] * 30
    locations = {LocationId(number): MANY for number in range(1, 30)}
    crowded = page(MANY, aspects=aspects, praises=[Praised("W" * 64, 9)] * 30, by_location=locations)
    messages = [draw_voice(crowded, words), draw_matrix_page(full_matrix(12_345), words)]
    messages.append(draw_reasons(reasons(*(reason(n, "ы" * 4_000) for n in range(1, 9))), words))
    assert all(length(message.text) <= TEXT for message in messages)
    labels = [[button.label for button in row] for message in messages for row in message.rows]
    assert all(len(row[0]) <= ALONE for row in labels if len(row) == 1)
    assert all(max(map(len, row)) <= SHARED for row in labels if len(row) > 1)
    captions = [say_scores(crowded, words), say_matrix_caption(full_matrix(12_345), words)]
    captions += [say_trend(trend(step, figures), words) for step in Step for figures in (MANY, OF_25)]
    assert all(length(caption) <= CAPTION for caption in captions), [*map(length, captions)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_caption_says_the_formula_and_its_limits(texts: Texts, language: str) -> None:
    words = texts.in_language(language)
    for caption in (say_scores(page(OF_25), words), *(say_trend(trend(step), words) for step in Step)):
        assert "√((p + d − (p − d)²) / n)" in caption
        assert "30" in caption


@pytest.mark.parametrize(
    ("language", "brackets"), [("en", "in brackets"), ("ru", "в скобках"), ("et", "sulgudes")]
)
def test_brackets_are_explained_where_some_stand(texts: Texts, language: str, brackets: str) -> None:
    words = texts.in_language(language)
    assert brackets not in say_trend(trend(Step.WEEK), words)
    assert brackets in say_trend(trend(Step.WEEK, OF_25), words)
    assert brackets not in say_trend(trend(Step.WEEK, Figures(9, (0,) * 11)), words)


def test_a_reason_is_quoted_and_has_date_score_and_kind(words: Words) -> None:
    shown = reasons(
        reason(3, "<b>Cold</b> & late", score=2),
        reason(2, "", content=Content.VOICE, score=0),
        reason(1, "Look", content=Content.PHOTO),
        reason(4, "", content=Content.VIDEO),
    )
    said = draw_reasons(shown, words).text
    assert "<b>2</b> · 3 Nov 2026\n&lt;b&gt;Cold&lt;/b&gt; &amp; late" in said
    assert "<b>0</b> · 3 Nov 2026 · 🎤 voice message" in said
    assert "<b>3</b> · 3 Nov 2026 · 🖼 picture\nLook" in said
    assert "📎 attachment" in said


@pytest.mark.parametrize(
    ("language", "said"), [("en", "the drink: 2/5"), ("ru", "напиток: 2/5"), ("et", "jook: 2/5")]
)
def test_a_reason_of_one_aspect_says_of_which(texts: Texts, language: str, said: str) -> None:
    words = texts.in_language(language)
    of_drink = reason(1, "Cold", score=2, aspect=DRINK)
    for one in (of_drink, replace(of_drink, content=Content.VOICE, text="")):
        assert f"<b>{said}</b> · " in draw_reasons(reasons(one), words).text


def test_below_the_aspects_it_says_how_to_read_what_was_said_of_one(words: Words) -> None:
    long = OwnWords.of({"en": "the <cake> of the day, with all its cream"[:40]})
    said = draw_voice(page(OF_THIRTY, aspects=[AspectFigures(long, 30, 130)]), words).text
    assert "<code>/voice the &lt;cake&gt; of the day, with all its crea</code> lists" in said


def test_what_does_not_fit_is_on_the_next_page(words: Words) -> None:
    shown = draw_reasons(reasons(*(reason(n, "x" * 1_500) for n in range(9, 1, -1)), found=9), words)
    older = callbacks.OpenReasons.unpack(shown.rows[0][0].data)
    assert (older.band, older.before) == (Band.DETRACTOR, 8)
    assert shown.text.count("x" * 1_500) == 2
    assert len(draw_reasons(reasons(reason(1, "one")), words).rows) == 1


def test_a_search_says_how_many_there_are_and_shows_the_newest(words: Words) -> None:
    found = ReasonPage(None, "a & b", [reason(n, f"{n}") for n in range(8)], 14, Rules())
    said = draw_reasons(found, words).text
    assert said.startswith("Reasons with <b>a &amp; b</b>: 14\nHere are the newest 8;")
    assert "one more word" not in draw_reasons(replace(found, found=8), words).text


def test_each_cell_with_somebody_has_a_button_with_their_number(words: Words) -> None:
    matrix = Matrix({(Band.PROMOTER, Frequency.SELDOM): 12, (Band.DETRACTOR, Frequency.FORTNIGHTLY): 1})
    message = draw_matrix_page(matrix, words)
    labels = [row[0].label for row in message.rows]
    assert labels[:2] == ["✍ 12: promoters, seldom", "✍ 1: detractors, often"]
    assert "often is 6 or more, monthly 3 to 5" in message.text
    assert len(draw_matrix_page(Matrix({}), words).rows) == 1


def digest(answered: Tally) -> MorningDigest:
    quiet = DayFigures(SPAN.first, NOW, 0, 0, 0, 0, 0, StampFigures(), (), (), (), 0)
    return MorningDigest(quiet, 0, 3, backup_problem=False, only_copy_here=False, answers=answered)


def test_the_morning_tells_of_new_answers_and_of_none_nothing(words: Words) -> None:
    said = draw_digest(digest(Tally(promoters=2, detractors=1)), words).text
    assert "3 answers to how likely they are to recommend you: 2 promoters, 1 detractor. /voice" in said
    assert "recommend" not in draw_digest(digest(NOBODY), words).text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_picture_can_be_drawn(texts: Texts, language: str) -> None:
    words, studio = texts.in_language(language), Studio()
    gaps = Trend(Step.WEEK, [TrendPoint(SPAN.first, one) for one in (OF_THIRTY, OF_25, OF_THIRTY, Figures())])
    drawn: list[ScoresText | TrendText | MatrixText] = [
        compose_scores(page(OF_THIRTY), words), compose_scores(page(Figures()), words),
        compose_trend(trend(Step.MONTH), words), compose_trend(gaps, words),
        compose_matrix(full_matrix(), words), compose_matrix(Matrix({}), words),
    ]  # fmt: skip
    pictures = [await studio.draw_chart(text) for text in drawn]
    assert len(set(pictures)) == len(pictures)
    for picture in pictures:
        assert len(picture) < 200_000
        assert Image.open(io.BytesIO(picture)).size == (1040, 585)


def test_too_few_answers_are_a_gap_in_the_trend(words: Words) -> None:
    marks = compose_trend(trend(Step.WEEK, OF_25), words).marks
    assert {(mark.score, mark.answers) for mark in marks} == {(None, 25)}


async def hears(desk: Desk, score: int, reason: str = "") -> None:
    """Mia was asked, and answered."""
    here = await ListeningCafe.open(desk.cafe)
    await here.asks()
    await here.hears(MIA, score, reason)


async def asks(desk: Desk, anna: Person, text: str) -> str:
    await says(desk, anna, text)
    return str((await anna.last())["text"])


async def test_the_owner_reads_numbers_and_searches_reasons(desk: Desk) -> None:
    await hears(desk, 3, "ХОЛОДНЫЙ кофе & <i>")
    anna = await desk.joins(ANNA)
    assert "1 of 1 asked have answered" in await asks(desk, anna, "/voice")
    found = await asks(desk, anna, "/voice холодный")
    assert "ХОЛОДНЫЙ кофе & <i>" in found
    assert "Mia" not in found


@pytest.mark.parametrize("score", [3, 8, 10])
async def test_the_owner_hears_a_spoken_reason_whatever_the_score_and_nobodys_name(
    desk: Desk, score: int
) -> None:
    anna, spoken = await desk.joins(ANNA), await speaks(desk, score)
    await says(desk, anna, "/voice")
    band = {3: "detractors", 8: "passives", 10: "promoters"}[score]
    await taps(desk, anna, f"Reasons: {band}")
    await taps(desk, anna, "🎤")
    heard = await anna.last()
    assert heard["voice"]["duration"] == spoken["voice"]["duration"]
    assert heard["caption"].startswith(f"{score} · ")
    assert "Mia" not in str(heard)
    assert not desk.cafe.rows("SELECT * FROM screens WHERE kind = 'letter' AND chat_id < 0")


async def test_a_spoken_reason_that_its_customer_took_away_is_said_in_words(desk: Desk) -> None:
    anna = await desk.joins(ANNA)
    await speaks(desk, 8)
    await desk.breaks("no_pictures", method="copyMessage", times=1)
    data = callbacks.PlayReason(recipient_id=the_answer(desk)).pack()
    await desk.handles(callback_query=tap_by(ANNA, data))
    await anna.sees("could not be sent on")
    await ForgetPerson(desk.cafe.database)(MIA)
    await desk.handles(callback_query=tap_by(ANNA, data))
    assert "can't be played any more" in (await desk.calls("answerCallbackQuery"))[-1]["params"]["text"]


async def speaks(desk: Desk, score: int) -> Any:
    """Mia gives a score and sends a voice message as the reason; it lies in her own chat."""
    mia = await desk.joins(MIA)
    sent = await mia.sends(voice=7)
    await desk.handles_all()
    here = await ListeningCafe.open(desk.cafe)
    await here.asks()
    [asked] = await here.asks_all(MIA)
    await here.scores(MIA, asked, score)
    await here.replies(MIA, asked, "", content=Content.VOICE, message=sent["message_id"])
    return sent


def the_answer(desk: Desk) -> RecipientId:
    return RecipientId(desk.cafe.number("SELECT recipient_id FROM responses"))


async def test_nobody_else_reads_them(desk: Desk) -> None:
    await hears(desk, 3, "Cold")
    for person in (BEN, LEO):
        guest = await desk.joins(person)
        await desk.handles_all()
        await says(desk, guest, "/voice cold")
        assert "Cold" not in str((await guest.last())["text"])
        for data in (
            callbacks.OpenVoice(period=Period.YEAR),
            callbacks.DrawVoice(picture=VoicePicture.SCORES, period=Period.YEAR),
            callbacks.OpenMatrix(),
            callbacks.OpenReasons(band=Band.DETRACTOR),
            callbacks.PlayReason(recipient_id=the_answer(desk)),
            callbacks.WriteToCell(band=Band.DETRACTOR, often=Frequency.SELDOM),
        ):
            await desk.handles(callback_query=tap_by(person, data.pack()))
    sent = await desk.calls("sendPhoto", "editMessageText", "sendMessage")
    assert not [call for call in sent if "asked" in str(call["params"]) or "voice" in str(call["params"])]


async def test_each_picture_comes_with_its_caption(desk: Desk) -> None:
    await hears(desk, 10)
    await desk.joins(ANNA)
    for picture in VoicePicture:
        data = callbacks.DrawVoice(picture=picture, period=Period.MONTH).pack()
        await desk.handles(callback_query=tap_by(ANNA, data))
    assert len(await desk.calls("sendPhoto")) == len(VoicePicture)


async def test_a_picture_that_telegram_refuses_is_said_in_words(desk: Desk) -> None:
    await hears(desk, 10)
    anna = await desk.joins(ANNA)
    await desk.handles_all()
    for picture in VoicePicture:
        await desk.breaks("server_error", method="sendPhoto", times=1)
        data = callbacks.DrawVoice(picture=picture, period=Period.MONTH).pack()
        await desk.handles(callback_query=tap_by(ANNA, data))
        said = str((await anna.last())["text"])
        assert "could not be drawn or sent" in said
        assert any(words in said for words in ("1 of 1 asked", "answers: 1", "Promoters: often"))


async def test_a_post_to_a_cell_is_for_those_customers(desk: Desk) -> None:
    await hears(desk, 10)
    anna = await desk.joins(ANNA)
    await desk.handles_all()
    await says(desk, anna, "/voice")
    await taps(desk, anna, "Who says what")
    await taps(desk, anna, "✍ 1: promoters, monthly")
    await says(desk, anna, "We have missed you")
    assert (await the_draft(desk, 2)).segment == (Voiced(Band.PROMOTER, Frequency.MONTHLY),)
    await anna.sees("promoters here monthly")


async def test_the_post_that_was_begun_is_for_the_cell_and_can_be_for_others_again(desk: Desk) -> None:
    await hears(desk, 0)
    anna = await desk.joins(ANNA)
    await desk.handles_all()
    await says(desk, anna, "/broadcast")
    await says(desk, anna, "Soup")
    cell = callbacks.WriteToCell(band=Band.DETRACTOR, often=Frequency.SELDOM).pack()
    await desk.handles(callback_query=tap_by(ANNA, cell))
    assert (await the_draft(desk, 2)).segment == (Voiced(Band.DETRACTOR, Frequency.SELDOM),)
    await taps(desk, anna, "Others…")
    await taps(desk, anna, "✓ detractors here seldom")
    assert (await the_draft(desk, 2)).segment == ()


@pytest.mark.parametrize(
    ("waits", "said"),
    [
        ((), "None of them has a first answer yet"),
        ((timedelta(minutes=4), timedelta(minutes=20), timedelta(hours=9)), "within 20 min; without one: 3"),
        ((timedelta(hours=3), timedelta(hours=26)), "within 3 h; without one: 4"),
    ],
)
def test_tickets_stand_there_with_the_time_to_their_first_answer(
    waits: tuple[timedelta, ...], said: str, words: Words
) -> None:
    tickets = TicketFigures(opened=6, live=2, put_right=3, not_put_right=1, waits=waits)
    text = draw_voice(page(MANY, tickets=tickets), words).text
    assert "Unhappy customers</b>: 6 · open 2, closed as put right 3, as not put right 1\n" in text
    assert said in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_customers_said_stands_beside_what_managers_said(texts: Texts, language: str) -> None:
    words = texts.in_language(language)
    tickets = TicketFigures(opened=18, live=2, put_right=3, not_put_right=4, forgotten=9, denied=7)
    text = draw_voice(page(MANY, tickets=tickets), words).text
    line = next(one for one in text.splitlines() if "18 ·" in one)
    assert re.findall(r"\d+", line) == ["18", "2", "3", "4", "9"]
    assert words.say("voice-tickets-denied", denied="7") in text
    nobody = draw_voice(page(MANY, tickets=replace(tickets, opened=9, forgotten=0, denied=0)), words).text
    assert "9 · " in nobody
    assert words.say("voice-tickets-denied", denied="0") not in nobody


def test_where_nobody_was_unhappy_nothing_is_said_of_it(words: Words) -> None:
    assert "Unhappy" not in draw_voice(page(MANY), words).text
