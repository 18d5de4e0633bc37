"""Letters, short answers and the pages about privacy: they fit, quote what people wrote, and hide who left.

Not here: who gets which (tests/use_cases/test_letters.py, test_forgetting.py).
"""

import json
from dataclasses import fields, replace
from datetime import timedelta
from typing import get_args

import pytest

from handlers.drawings.answers import draw_answers, draw_deletion, draw_one_answer
from handlers.drawings.letters import draw_answer, draw_letter
from handlers.drawings.my_data import encode_my_data, write_my_data
from handlers.drawings.phrases import name_guest
from handlers.drawings.privacy import draw_loss, draw_privacy
from handlers.drawings.staff_card import draw_staff_card
from handlers.labels import ALONE
from handlers.names import from_telegram
from handlers.outgoing import OutgoingMessage, Style
from handlers.texts import LOCALES, Texts, Words
from loyalty.answers import KINDS, Photo, ShortAnswer
from loyalty.birthdays import Birthday
from loyalty.campaigns import CampaignKind
from loyalty.cards import CardFacts
from loyalty.erasures import find_former_number, former_name
from loyalty.ids import ChatId, CustomerId, LetterId, MessageId, StaffId, TelegramId
from loyalty.letters import Content, Letter, LetterFacts, Reply
from loyalty.limits import Limits
from loyalty.own_words import OwnWords
from loyalty.people import Role
from loyalty.privacy import (
    BACKUP_NIGHTS,
    KeptAnswer,
    KeptConsent,
    KeptIdentity,
    KeptLetter,
    KeptMessage,
    KeptOwnAnswer,
    KeptQuestion,
    KeptRefusal,
    KeptReward,
    KeptTicket,
    KeptVisit,
    Loss,
    MyData,
    OwnData,
    PrivacyFacts,
)
from loyalty.programs import Rules
from loyalty.questions import QuestionKind, QuestionState
from loyalty.refusals import Refusal
from loyalty.rewards import RewardState
from loyalty.tickets import TicketCause, TicketOutcome, TicketState
from loyalty.visits import VisitState
from loyalty.wishes import Purpose, Wish, WishState
from storage.backup_files import KEPT
from tests.handlers.facts import (
    COFFEE,
    NOW,
    a_reward,
    a_visit,
    an_operation,
    confirmed,
    counter,
    length,
    stamped,
)

LANGUAGES = sorted(path.name for path in LOCALES.iterdir())
LONG = "W" * 64
FORMER = former_name(CustomerId(7), key="key")


def a_letter(text: str, content: Content = Content.TEXT, *, staff: bool = False) -> Letter:
    copied = (ChatId(2001), MessageId(5)) if content.is_copied else None
    by = StaffId(3) if staff else None
    return Letter(LetterId(1), CustomerId(7), by, None, content, text, copied, ChatId(2001), NOW)


def a_letter_of(text: str, content: Content = Content.TEXT, **changes: object) -> LetterFacts:
    given: dict[str, object] = {"customer_name": LONG, "staff_name": LONG, "former": False, **changes}
    return LetterFacts(a_letter(text, content), **given)  # type: ignore[arg-type]


def fits(message: OutgoingMessage) -> None:
    assert length(message.text) <= (1024 if message.caption else 4096)
    assert [row for row in message.rows if len(row) > 1 or len(row[0].label) > ALONE] == []
    assert all(len(button.data.encode()) <= 64 for row in message.rows for button in row)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("content", Content)
@pytest.mark.parametrize("text", ["", "x" * 4096, "😀" * 2048, "&<" * 2048])
def test_a_letter_and_its_answer_fit_whatever_was_sent(
    texts: Texts, language: str, content: Content, text: str
) -> None:
    words = texts.in_language(language)
    replies = [Reply(LONG, lost=True)] * 9
    for facts in (a_letter_of(text, content), a_letter_of(text, content, replies=replies)):
        drawn = draw_letter(facts, words, manager=False)
        fits(drawn)
        assert (drawn.copy_of is not None) == content.is_copied
        fits(draw_answer(facts, words))


def test_what_people_wrote_is_quoted_and_a_long_text_says_that_it_was_cut(words: Words) -> None:
    assert "&lt;b&gt;hi&lt;/b&gt; &amp;" in draw_letter(a_letter_of("<b>hi</b> &"), words, manager=False).text
    assert "…" in draw_letter(a_letter_of("x" * 4096), words, manager=False).text
    assert "…" not in draw_letter(a_letter_of("x" * 3000), words, manager=False).text


def test_a_former_customer_is_a_number_that_nobody_can_be_called(words: Words) -> None:
    number = find_former_number(FORMER)
    assert number is not None
    assert name_guest(words, FORMER) == f"former customer {number}"
    assert find_former_number(from_telegram(FORMER, None)) is None
    assert name_guest(words, from_telegram(FORMER, None)) == "guest"
    drawn = draw_letter(a_letter_of("", customer_name=FORMER, former=True), words, manager=False)
    assert number in drawn.text
    assert "Reply to this" not in drawn.text


def test_the_card_of_a_former_customer_has_no_buttons(words: Words) -> None:
    for visit in (a_visit(), confirmed()):
        assert draw_staff_card(counter(visit), words).rows
        assert draw_staff_card(counter(visit, customer_name=FORMER), words).rows == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_of_short_answers_fit(texts: Texts, language: str) -> None:
    words = texts.in_language(language)
    own = OwnWords.of({"ru": "ж" * 900, "et": "ö" * 900})
    triggers = tuple(f"{number:02d}" + "w" * 38 for number in range(30))
    every = [ShortAnswer(kind, triggers, own, Photo(1, "file")) for kind in KINDS]
    rules = Rules(language="ru", second_language="et")
    fits(draw_answers(every, words))
    fits(draw_answers([], words))
    for answer in every:
        fits(draw_one_answer(answer.kind, answer, words, rules))
        fits(draw_one_answer(answer.kind, None, words, rules))
        fits(draw_deletion(answer.kind, answer, words))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_about_privacy_fit_and_say_how_long(texts: Texts, language: str) -> None:
    words = texts.in_language(language)
    for rules in (Rules(cafe="W" * 40), Rules(cafe="W" * 40, responsible="<W>" * 66)):
        page = draw_privacy(PrivacyFacts(rules, copies_leave=True), words)
        fits(page)
        assert all(days in page.text for days in ("7", "30", "14"))
        locked = words.say("privacy-copies")
        assert locked in page.text
        assert locked not in draw_privacy(PrivacyFacts(rules, copies_leave=False), words).text
        assert all(command in page.text for command in ("/mydata", "/forget"))
    card = CardFacts("W" * 40, 5, 6, COFFEE, [a_reward(number) for number in range(40)])
    fits(draw_loss(Loss(card, works_here=True), words))
    asked = draw_loss(Loss(None, works_here=False), words)
    fits(asked)
    assert [row[0].style for row in asked.rows] == [Style.DANGER, Style.PLAIN]


def test_the_nights_that_are_promised_are_those_that_are_kept() -> None:
    assert BACKUP_NIGHTS == KEPT


def my_data() -> MyData:
    data = OwnData(
        name="Mia & <Co>",
        phone_language="et",
        chosen_language="",
        source="sign-1",
        joined_at=NOW,
        frozen_at=NOW,
        identities=[KeptIdentity("telegram", "2001", NOW)],
        rewards=[KeptReward(COFFEE, state, NOW, None) for state in RewardState],
        visits=[KeptVisit(NOW, state, 2, "Olga") for state in VisitState],
        letters=[
            *(KeptLetter(NOW, "", content, "") for content in Content),
            KeptLetter(NOW, "", Content.TEXT, "x" * 4096),
        ],
        consents=[KeptConsent("offers", given=True, at=NOW)],
        birthday=Birthday(3, 12),
        birthday_given_at=NOW,
        wishes=[Wish(purpose, WishState.MUTED, NOW) for purpose in Purpose],
        questions=[KeptQuestion(kind, state, NOW) for kind in QuestionKind for state in QuestionState],
        answers=[
            KeptAnswer(NOW, None, 9, None, ""),
            KeptAnswer(NOW, OwnWords.of({"en": "the <drink>"}), 1, Content.TEXT, "cold & late " * 340),
            KeptAnswer(NOW, None, 0, Content.VOICE, ""),
        ],
        own_answers=[
            KeptOwnAnswer(NOW, "x" * 60, None, None, "tea & cake " * 90),
            KeptOwnAnswer(NOW, "Which <cake>?", OwnWords.of({"en": "Carrot & <cream>"}), None, ""),
            KeptOwnAnswer(NOW, "How loud is it?", None, 2, ""),
        ],
        messages=[KeptMessage(kind, NOW, muted=True) for kind in CampaignKind],
        refusals=[KeptRefusal("OwnCode", NOW), KeptRefusal("NewKind", NOW)],
        tickets=[KeptTicket(NOW, cause, TicketState.OPEN, None, agreed=None) for cause in TicketCause],
    )
    card = CardFacts("Tass", 5, 6, COFFEE, [])
    operations = [an_operation(stamped())]
    return MyData("Tass", NOW + timedelta(hours=1), TelegramId(2001), "", None, card, data, operations)


@pytest.mark.parametrize("language", LANGUAGES)
def test_my_data_reads_in_every_language_without_tags(texts: Texts, language: str) -> None:
    text = write_my_data(my_data(), texts.in_language(language))
    assert "Mia & <Co>" in text
    assert "<b>" not in text
    assert "&lt;" not in text
    assert " 41 · +1" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_my_data_names_what_was_refused_and_no_name_of_the_code(texts: Texts, language: str) -> None:
    words, mine = texts.in_language(language), my_data()
    assert mine.data is not None
    kinds = [kind.__name__ for kind in get_args(Refusal)]
    refused = replace(mine.data, refusals=[KeptRefusal(kind, NOW) for kind in kinds])
    text = write_my_data(replace(mine, data=refused), words)
    assert not [kind for kind in kinds if kind in text]
    assert len({words.plain("mydata-refusal", at="", kind=kind) for kind in kinds}) == 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_says_of_each_complaint_what_became_of_it(texts: Texts, language: str) -> None:
    words, mine = texts.in_language(language), my_data()
    assert mine.data is not None
    kept = [
        KeptTicket(NOW, TicketCause.COMPLAINT, state, outcome, agreed)
        for state, outcome, agreed in (
            (TicketState.OPEN, None, None),
            (TicketState.TAKEN, None, None),
            (TicketState.CLOSED, TicketOutcome.PUT_RIGHT, True),
            (TicketState.CLOSED, TicketOutcome.PUT_RIGHT, False),
            (TicketState.CLOSED, TicketOutcome.NOT_PUT_RIGHT, None),
        )
    ]
    text = write_my_data(replace(mine, data=replace(mine.data, tickets=kept)), words)
    _, listed = text.split(words.plain("mydata-tickets"))
    lines = listed.strip().splitlines()[: len(kept)]
    assert len(set(lines)) == len(kept)


@pytest.mark.parametrize(
    ("language", "scale"), [("en", "2 of 5"), ("ru", "2 из 5"), ("et", "2, kõrgeim on 5")]
)
def test_the_file_says_what_was_asked_and_answered_in_the_cafes_own_words(
    texts: Texts, language: str, scale: str
) -> None:
    words = texts.in_language(language)
    _, listed = write_my_data(my_data(), words).split(words.plain("mydata-own-answers"))
    first, choice, number = listed.strip().splitlines()[:3]
    assert first.endswith(f"{'x' * 60}: {'tea & cake ' * 90}")
    assert choice.endswith(" · Which <cake>?: Carrot & <cream>")
    assert number.endswith(f" · How loud is it?: {scale}")


@pytest.mark.parametrize(("language", "said"), [("en", "manager"), ("ru", "управляющий"), ("et", "juhataja")])
def test_my_data_says_what_somebody_works_as(texts: Texts, language: str, said: str) -> None:
    nothing = MyData("Tass", NOW, TelegramId(2001), "Ben", Role.MANAGER, None, None)
    assert f"Ben, {said}" in write_my_data(nothing, texts.in_language(language))


@pytest.mark.parametrize(
    ("language", "unsaid", "muted"),
    [("en", "questions: yes, unless you say no", "· questions: muted"),
     ("ru", "вопросы: да, пока вы не против", "· вопросы: отключено"),
     ("et", "küsimused: jah, kuni te ei keela", "· küsimused: vaigistatud")],
)  # fmt: skip
def test_the_file_says_what_may_be_sent_also_where_nothing_was_said(
    texts: Texts, language: str, unsaid: str, muted: str
) -> None:
    words, mine = texts.in_language(language), my_data()
    assert mine.data is not None
    silent = replace(mine, data=replace(mine.data, wishes=[]), may_send={Purpose.SURVEYS: True})
    assert unsaid in write_my_data(silent, words)
    said = [Wish(Purpose.SURVEYS, WishState.MUTED, NOW)]
    told = replace(mine, data=replace(mine.data, wishes=said), may_send={Purpose.SURVEYS: False})
    assert muted in write_my_data(told, words)
    dateless = replace(mine, data=replace(mine.data, wishes=[Wish(Purpose.BIRTHDAY, WishState.GRANTED, NOW)]))
    line = words.plain("mydata-wish", at="", purpose="birthday", state="no").lstrip()
    assert line in write_my_data(replace(dateless, may_send={Purpose.BIRTHDAY: False}), words)


def test_the_file_for_a_machine_says_what_describes_the_card_and_no_limit() -> None:
    mine = replace(my_data(), may_send={Purpose.OFFERS: False}, card=CardFacts("Tass", 3, 6, COFFEE, ()))
    written = encode_my_data(mine)
    rules = json.loads(written)["card"]["rules"]
    assert (rules["goal"], rules["collects"]) == (6, "stamps")
    assert rules["stamp_for"] == dict(Rules().stamp_for.by_language)
    limits = {one.name for one in fields(Limits)} | {
        "limits", "adjustments_a_day", "apologies_a_month", "staff_alone", "segments", "usual_amounts",
    }  # fmt: skip
    assert not [one for one in limits if f'"{one}"' in written]
    assert json.loads(written)["may_send"] == {"offers": False}


def test_my_data_is_json_too() -> None:
    read = json.loads(encode_my_data(my_data()))
    assert read["data"]["name"] == "Mia & <Co>"
    assert read["data"]["identities"][0]["external_id"] == "2001"
    assert read["operations"][0]["id"] == 41
    assert read["data"]["joined_at"] == NOW.isoformat()
