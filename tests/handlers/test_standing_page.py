"""The owner's page of what goes out by itself, and its words on receipts, in every language.

Not here: what the buttons do (tests/journeys/test_standing.py).
"""

from dataclasses import replace
from datetime import date

import pytest

from handlers import callbacks
from handlers.drawings.receipts import draw_receipt
from handlers.drawings.standing_page import (
    CHOICES,
    draw_gift_choice,
    draw_reading,
    draw_sample,
    draw_standing,
    draw_standing_list,
    draw_timing,
    draw_usual_words,
    usual_words,
)
from handlers.labels import ALONE
from handlers.texts import Texts, Words
from loyalty.campaigns import (
    BirthdayTerms,
    Campaign,
    CampaignKind,
    CampaignState,
    Post,
    PostOffer,
    WinBackTerms,
)
from loyalty.ids import CampaignId, CustomerId, OperationId, QuestionId, RecipientId, StaffId
from loyalty.own_words import OwnWords
from loyalty.programs import Rules
from loyalty.questions import Question, QuestionKind, QuestionState
from loyalty.standing import FIRST_TERMS, LONGEST_WORDS, StandingFacts, StandingResults, Told
from loyalty.standing_times import Timing, timings_of, with_timing
from loyalty.use_cases.campaigns.standing import StandingView, Switched
from loyalty.use_cases.house.screens import ReceiptFacts
from tests.handlers.facts import COFFEE, NOW, an_operation, length, stamped

CAKE = OwnWords.of({"en": "Slice of cake"})
LONG = "x" * LONGEST_WORDS
LIMIT = 4096


def view(kind: CampaignKind, text: str = "Hello", *, offer: PostOffer | None = None) -> StandingView:
    posts = tuple(Post(language, text) for language in ("en", "ru"))
    campaign = Campaign(
        id=CampaignId(1),
        state=CampaignState.ON,
        terms=FIRST_TERMS[kind],
        segment=(),
        offer=offer,
        posts=posts,
        created_by=StaffId(1),
        approved_at=NOW,
    )
    rules = Rules(language="ru", second_language="en", item=COFFEE)
    return StandingView(campaign, StandingResults(12, 1, 2, 9, 4, 17), rules, reminds=False)


def told(kind: CampaignKind, **facts: object) -> Told:
    return Told(RecipientId(7), kind, {"en": LONG}, StandingFacts(**facts))  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["en", "ru", "et"])
@pytest.mark.parametrize("kind", list(FIRST_TERMS))
def test_every_page_fits_a_message_with_the_longest_words(
    texts: Texts, language: str, kind: CampaignKind
) -> None:
    words, facts = texts.in_language(language), view(kind, LONG, offer=PostOffer(CAKE, 14))
    pages = [
        draw_standing_list(dict.fromkeys(FIRST_TERMS, Switched.AGAIN), words),
        draw_standing(facts, words, texts),
        draw_reading(facts, words, texts),
        draw_gift_choice(facts, words),
        draw_usual_words(kind, words),
        *(draw_timing(facts, timing, words) for timing in timings_of(kind)),
        draw_sample(facts, "en", words),
    ]
    assert all(length(page.text) <= LIMIT for page in pages)


def test_a_receipt_holds_two_greetings_and_its_question_comes_last(words: Words) -> None:
    until = date(2027, 5, 17)
    question = Question(
        QuestionId(1), CustomerId(1), QuestionKind.OFFERS, date(2027, 5, 3), OperationId(41),
        QuestionState.OPEN,
    )  # fmt: skip
    greetings = (
        told(CampaignKind.BIRTHDAY, items=(CAKE,), until=until),
        told(CampaignKind.MILESTONE, visits=10, years=1, items=(CAKE,), until=until),
    )
    facts = ReceiptFacts(an_operation(stamped(5), 1041), at_once=False, question=question, told=greetings)
    receipt = draw_receipt(facts, words)
    assert length(receipt.text) <= LIMIT
    lines = receipt.text.split("\n\n")
    assert lines[0].startswith("№ 1041")
    assert lines[2] == "On your card now: <b>Slice of cake</b>, until 17 May 2027."
    assert lines[3] == "This was your visit number 10. You have been with us for a year."
    assert lines[-1] == words.say("question-offers")
    assert [button.label for row in receipt.rows for button in row] == [
        "No birthday greetings", "Yes, send offers", "No, thanks",
    ]  # fmt: skip


def test_the_page_says_what_stays_while_nobody_is_reminded(texts: Texts, words: Words) -> None:
    long = draw_standing(view(CampaignKind.BIRTHDAY, offer=PostOffer(CAKE, 14)), words, texts).text
    short = draw_standing(view(CampaignKind.BIRTHDAY, offer=PostOffer(CAKE, 3)), words, texts).text
    stays = "what can be had for longer than 3 days does not expire"
    assert stays in long
    assert stays not in short
    assert "Sent: 12, unknown: 1, not arrived: 2\nGifts: 9, had at the counter: 4" in long


def test_what_is_prefilled_is_ours_in_every_language_and_differs_by_kind(texts: Texts) -> None:
    said = [usual_words(kind, texts) for kind in FIRST_TERMS]
    assert all(set(one) == set(texts.languages) for one in said)
    assert len({text for one in said for text in one.values()}) == len(FIRST_TERMS) * len(texts.languages)


def test_other_words_are_another_reading() -> None:
    assert view(CampaignKind.WELCOME, "one").words != view(CampaignKind.WELCOME, "two").words


def test_what_it_brings_names_its_campaign_and_can_be_read_once_it_is_off(texts: Texts, words: Words) -> None:
    on = view(CampaignKind.WELCOME)
    assert draw_gift_choice(on, words).text.startswith("<b>Welcome</b>: on\n")
    off = replace(on, campaign=replace(on.campaign, state=CampaignState.OFF))
    page = draw_gift_choice(off, words)
    assert page.text.startswith("<b>Welcome</b>: off until you have read it again\n")
    labels = [button.label for row in page.rows for button in row]
    assert words.plain("button-standing-read") in labels
    never = replace(off, campaign=replace(off.campaign, approved_at=None))
    assert draw_standing(never, words, texts).text.startswith("<b>Welcome</b>: off\n")


@pytest.mark.parametrize("language", ["en", "ru", "et"])
def test_the_list_says_what_is_to_be_read_again_and_its_buttons_fit(texts: Texts, language: str) -> None:
    said = []
    for switch in Switched:
        page = draw_standing_list(dict.fromkeys(FIRST_TERMS, switch), texts.in_language(language))
        said.append([row[0].label for row in page.rows])
    assert max(len(label) for labels in said for label in labels) <= ALONE
    assert all(len({labels[kind] for labels in said}) == 3 for kind in range(len(FIRST_TERMS)))


def test_reading_a_milestone_shows_both_of_its_beginnings(texts: Texts, words: Words) -> None:
    page = draw_reading(view(CampaignKind.MILESTONE), words, texts).text
    assert "This was your visit number 10.\n\nHello" in page
    assert "After a full year it begins with: You have been with us for a year." in page


@pytest.mark.parametrize(
    ("kind", "labels"),
    [(CampaignKind.BIRTHDAY, "No birthday greetings"), (CampaignKind.WELCOME, "Take it, No more offers")],
)
def test_reading_names_the_buttons_below_it(
    texts: Texts, words: Words, kind: CampaignKind, labels: str
) -> None:
    page = draw_reading(view(kind, offer=PostOffer(CAKE, 14)), words, texts).text
    assert f"Buttons below it: <b>{labels}</b>" in page
    assert "Buttons below it" not in draw_reading(view(CampaignKind.REMINDER), words, texts).text


def test_a_full_card_of_a_sample_never_ends_and_a_gift_does(texts: Texts, words: Words) -> None:
    page = draw_reading(view(CampaignKind.REMINDER), words, texts).text
    assert "Waiting on your card: <b>Free coffee</b>.\n" in page
    assert "Waiting on your card: <b>A slice of cake</b>, until 4 Jan 2027." in page


@pytest.mark.parametrize(("language", "few"), [("en", "few get it"), ("ru", "немногие"), ("et", "vähesed")])
def test_the_welcome_says_that_few_get_it(texts: Texts, language: str, few: str) -> None:
    assert few in draw_standing(view(CampaignKind.WELCOME), texts.in_language(language), texts).text


def test_our_words_are_offered_only_while_own_ones_stand(texts: Texts, words: Words) -> None:
    own = view(CampaignKind.WELCOME)
    usual = tuple(Post(*one) for one in usual_words(CampaignKind.WELCOME, texts).items())
    ours = replace(own, campaign=replace(own.campaign, posts=usual))
    back = words.plain("button-standing-usual")
    shown = [
        [button.label for row in draw_standing(one, words, texts).rows for button in row]
        for one in (own, ours)
    ]
    assert [back in labels for labels in shown] == [True, False]


@pytest.mark.parametrize("timing", list(Timing))
def test_every_choice_of_a_timing_can_be_set(timing: Timing, words: Words) -> None:
    """What cannot be is left out; what it is now stands there anyway, as 1 does here."""
    [kind] = [one for one in FIRST_TERMS if timing in timings_of(one)]
    odd = view(kind)
    odd = replace(odd, campaign=replace(odd.campaign, terms=with_timing(odd.campaign.terms, timing, 1)))
    rows = draw_timing(odd, timing, words).rows
    chosen = [callbacks.SetTiming.unpack(one.data).value for row in rows[:-1] for one in row]
    assert chosen == [1, *CHOICES.get(timing, range(10, 20))], "the night is from 20:00 until 10:00"


def test_an_hour_is_asked_for_only_where_one_can_be_set(texts: Texts, words: Words) -> None:
    birthday, label = view(CampaignKind.BIRTHDAY), words.plain("button-timing", timing="hour")
    rules = replace(birthday.rules, day_begins=4, quiet_from=4, quiet_until=0)
    shown = [
        [button.label for row in draw_standing(one, words, texts).rows for button in row]
        for one in (birthday, replace(birthday, rules=rules))
    ]
    assert [label in labels for labels in shown] == [True, False]


def test_the_page_says_the_timing_as_it_is(texts: Texts, words: Words) -> None:
    birthday = view(CampaignKind.BIRTHDAY)
    terms = BirthdayTerms(hour=16)
    page = draw_standing(replace(birthday, campaign=replace(birthday.campaign, terms=terms)), words, texts)
    assert "or at 16:00 if" in page.text
    away = view(CampaignKind.WIN_BACK)
    away = replace(away, campaign=replace(away.campaign, terms=WinBackTerms(10, days=21, cool_down=90)))
    page = draw_standing(away, words, texts)
    assert all(said in page.text for said in ("10 days at least", "after 21 days", "for 90 days"))
    choices = draw_timing(away, Timing.LEAST_DAYS, words)
    assert [one.label for row in choices.rows for one in row][:3] == ["7", "10", "14"]


@pytest.mark.parametrize(
    ("language", "label"),
    [("en", "Away without a rhythm"), ("ru", "Сколько нет гостя с 1–3 визитами"),
     ("et", "Mitu päeva eemal 1–3 külastusega")],
)  # fmt: skip
def test_who_has_no_rhythm_is_named_by_their_visits_and_not_called_new(
    texts: Texts, language: str, label: str
) -> None:
    page = draw_standing(view(CampaignKind.WIN_BACK), texts.in_language(language), texts)
    assert label in [one.label for row in page.rows for one in row]
