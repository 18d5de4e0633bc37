"""A survey as its customer and its owner read it, in every language.

Not here: when it goes out, and what a tap does (tests/use_cases, tests/journeys).
"""

import html
from dataclasses import replace

import pytest

from handlers.callbacks import ListeningTerm
from handlers.drawings.listening import (
    draw_aspects,
    draw_listening,
    draw_listening_term,
    draw_survey_words,
)
from handlers.drawings.surveys import draw_further, draw_praise, draw_reason, draw_survey, draw_thanks
from handlers.labels import ALONE, SHARED
from handlers.outgoing import OutgoingMessage
from handlers.texts import Texts
from loyalty.campaigns import CampaignKind
from loyalty.ids import AspectId, RecipientId
from loyalty.own_words import OwnWords
from loyalty.posts import LONGEST_TEXT, length_of
from loyalty.responses import MOST_ASPECTS, Aspect, Phase, SurveyFacts, ThanksFacts
from loyalty.surveys import Band
from loyalty.use_cases.listening.switching import ListeningFacts
from loyalty.wishes import Purpose
from tests.counter import ANNA
from tests.handlers.composer import says, taps
from tests.handlers.desk import Desk

LANGUAGES = ["en", "et", "ru"]
SURVEY = RecipientId(2**40)
DRINK = OwnWords.of({"en": "the <drink>", "ru": "напиток", "et": "jook"})
LISTENING = ListeningFacts(
    cafe="Bean & <Co>",
    languages=("et", "ru"),
    survey_on=True,
    aspects_on=False,
    customers=29,
    delay_hours=4,
    sample=50,
    days=30,
    aspects=tuple(
        Aspect(AspectId(number), OwnWords.of({"en": "w" * 40}), asked=True)
        for number in range(1, MOST_ASPECTS + 1)
    ),
    review_link="https://example.com/" + "x" * 200,
)  # fmt: skip


def fits(message: OutgoingMessage) -> None:
    assert 0 < length_of(message.text) <= LONGEST_TEXT
    for row in message.rows:
        assert max(len(button.label) for button in row) <= (SHARED if len(row) > 1 else ALONE), row
        assert all(len(button.data.encode()) <= 64 for button in row)


def scores(message: OutgoingMessage) -> list[list[str]]:
    return [[button.label for button in row] for row in message.rows if row[0].label.isdigit()]


def test_our_exact_words_and_the_ends_of_the_scale(texts: Texts) -> None:
    facts = SurveyFacts(SURVEY, "Bean & Co", None, Phase.OPEN)
    marks = str.maketrans("", "", "\u2068\u2069")
    plain = {
        one: html.unescape(draw_survey(facts, texts.in_language(one)).text).translate(marks)
        for one in LANGUAGES
    }
    assert plain["en"].startswith("How likely are you to recommend Bean & Co to a friend or colleague?")
    assert plain["ru"].startswith(
        "Насколько вероятно, что вы порекомендуете кафе «Bean & Co» другу или коллеге?"
    )
    assert plain["et"].startswith(
        "Kui tõenäoline on, et soovitaksite kohvikut Bean & Co sõbrale või kolleegile?"
    )
    for text in plain.values():
        assert "0" in text
        assert "10" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_eleven_scores_in_two_rows_five_in_one_and_the_button_that_mutes(texts: Texts, language: str) -> None:
    words = texts.in_language(language)
    open_one = SurveyFacts(SURVEY, "Bean", None, Phase.OPEN)
    drawn = draw_survey(open_one, words, purpose=Purpose.SURVEYS)
    assert scores(drawn) == [list("012345"), ["6", "7", "8", "9", "10"]]
    assert drawn.rows[-1][0].label == words.plain("button-mute-surveys")
    aspect = draw_survey(SurveyFacts(SURVEY, "Bean", DRINK, Phase.OPEN), words, purpose=Purpose.SURVEYS)
    assert scores(aspect) == [list("12345")]
    for message in (drawn, aspect, draw_survey(SurveyFacts(SURVEY, "Bean", None, Phase.OVER), words)):
        fits(message)


def test_what_is_over_has_no_buttons(texts: Texts) -> None:
    words = texts.in_language("en")
    over = draw_survey(SurveyFacts(SURVEY, "Bean", None, Phase.OVER), words)
    done = draw_survey(SurveyFacts(SURVEY, "Bean", None, Phase.SCORED, score=7), words)
    assert over.rows == done.rows == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("aspect", [None, DRINK])
def test_each_band_is_asked_in_its_own_words_and_thanked(
    texts: Texts, language: str, aspect: OwnWords | None
) -> None:
    words = texts.in_language(language)
    reasons = set()
    for score in (1, 4, 5) if aspect else (6, 8, 9):
        facts = SurveyFacts(SURVEY, "Bean", aspect, Phase.SCORED, score, may_change=True, asks_reason=True)
        fits(draw_survey(facts, words))
        why = draw_reason(facts, words)
        assert why is not None
        assert [button.label for row in why.rows for button in row] == [words.plain("button-reason-skip")]
        reasons.add(why.text)
    assert len(reasons) == 3
    thanks = {draw_thanks(ThanksFacts(SURVEY, band, "", ""), words).text for band in Band}
    skipped = {draw_thanks(ThanksFacts(SURVEY, band, "", "", told=False), words).text for band in Band}
    assert len(thanks) == 3
    assert len(skipped - thanks) == 1


def test_a_reason_that_is_told_or_skipped_is_not_asked_for(texts: Texts) -> None:
    words = texts.in_language("en")
    told = draw_reason(SurveyFacts(SURVEY, "B", None, Phase.SCORED, 8), words)
    assert told == OutgoingMessage("What would make it a 10?")
    assert draw_reason(SurveyFacts(SURVEY, "B", None, Phase.OPEN), words) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_praise_of_any_length_is_quoted_and_fits(texts: Texts, language: str) -> None:
    words = texts.in_language(language)
    for said in ("<b>so</b> kind", "<i>&" * 1024, "😀" * 2048):
        fits(draw_praise(said, words))
    assert "&lt;b&gt;so&lt;/b&gt; kind" in draw_praise("<b>so</b> kind", words).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_promoter_may_say_it_to_others(texts: Texts, language: str) -> None:
    words = texts.in_language(language)
    both = draw_further(ThanksFacts(SURVEY, Band.PROMOTER, "https://example.com", "Ben <b>"), words)
    assert both is not None
    assert [button.url for row in both.rows for button in row] == ["", "https://example.com"]
    fits(both)
    passed = draw_further(ThanksFacts(SURVEY, Band.PROMOTER, "", "Ben", passed=True), words)
    assert passed is not None
    assert passed.rows == ()
    assert draw_further(ThanksFacts(SURVEY, Band.PASSIVE, "", ""), words) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_owners_pages_fit(texts: Texts, language: str) -> None:
    words = texts.in_language(language)
    fits(draw_listening(LISTENING, words))
    fits(draw_aspects(LISTENING, words))
    for term in ListeningTerm:
        fits(draw_listening_term(LISTENING, term, words))
    for kind in (CampaignKind.SURVEY, CampaignKind.ASPECT):
        fits(draw_survey_words(LISTENING, kind, words, texts))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_holds_now_is_marked_among_the_hours_and_the_shares(texts: Texts, language: str) -> None:
    words, chosen = texts.in_language(language), replace(LISTENING, delay_hours=6, sample=50)
    marked = []
    for term in ListeningTerm:
        labels = [row[0].label for row in draw_listening_term(chosen, term, words).rows]
        marked += [label for label in labels if label.startswith("✓ ")]
    values = [words.plain("button-listening-value", term=term, value=value)
              for term, value in (("delay", 6), ("sample", 50))]  # fmt: skip
    assert marked == [f"✓ {value}" for value in values]


async def test_an_aspect_that_is_on_the_list_is_not_kept_again(desk: Desk) -> None:
    anna = await desk.joins(ANNA)
    await says(desk, anna, "/voice")
    await taps(desk, anna, "What customers are asked")
    await taps(desk, anna, "The list of aspects")
    for said, answer in (("The queue", "Kept."), ("The queue", "That is on the list already")):
        await taps(desk, anna, "One more")
        await says(desk, anna, said)
        assert answer in (await anna.chat())[-2]["text"]
    assert desk.cafe.number("SELECT COUNT(*) FROM aspects WHERE name LIKE '%queue%'") == 1


def test_before_it_is_on_the_owner_reads_it_in_every_language_that_customers_do(texts: Texts) -> None:
    words = texts.in_language("en")
    read = draw_survey_words(LISTENING, CampaignKind.SURVEY, words, texts).text
    assert set(LANGUAGES) == set(texts.languages)
    for language in LANGUAGES:
        spoken = texts.in_language(language)
        assert spoken.say("survey-question", cafe=LISTENING.cafe) in read
        assert spoken.say("survey-reason", band="detractor") in read
    on = [button.data for row in draw_listening(LISTENING, words).rows for button in row]
    assert not any(data.startswith("yx:aspect:1") for data in on)


@pytest.mark.parametrize(
    ("language", "named"),
    [
        ("en", ("owners", "managers", "Baristas")),
        ("ru", ("владельц", "управляющи", "Бариста")),
        ("et", ("omanik", "juhataja", "Baristad")),
    ],
)
def test_the_privacy_page_names_everybody_who_reads_answers(
    texts: Texts, language: str, named: tuple[str, ...]
) -> None:
    said = texts.in_language(language).say("privacy-who-sees")
    assert all(one in said for one in named)
