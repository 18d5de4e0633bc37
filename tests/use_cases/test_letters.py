"""What customers write reaches a person once, and what that person replies reaches them; both have bounds.

Not here: how it looks (tests/handlers/test_letter_screens.py), and photos and voices (tests/journeys).
"""

import asyncio
from collections.abc import Sequence

import pytest

from loyalty.answers import Photo, ShortAnswer, find_answer, read_triggers
from loyalty.deliveries import Delivery, Lane, Screen, ScreenKind
from loyalty.ids import ChatId, LetterId, MessageId
from loyalty.letters import MOST_AN_HOUR, Content, Passed, Writing
from loyalty.own_words import OwnWords
from loyalty.people import Person
from loyalty.ports import Transaction
from loyalty.refusals import (
    AnswerGone,
    LetterOver,
    NotManager,
    NotStaff,
    TriggersUnfit,
    WordsUnfit,
)
from loyalty.use_cases.customers.answers import ChangeTriggers, DeleteAnswer, FindAnswer, KeepAnswer
from loyalty.use_cases.customers.letters import AnswerLetter, IsInTalk, IsLetter, ReadLetter, WriteLetter
from loyalty.use_cases.customers.privacy import ReadMyData
from loyalty.use_cases.house.sending import NoteFailed
from loyalty.use_cases.staff.staff_chats import BindStaffChat
from tests.counter import ANNA, BEN, LEO, MIA, Cafe, private
from tests.refusing import refused
from tests.use_cases.tickets import complains

GROUP = ChatId(-4001)
OWNERS = private(ANNA)


def a_writing(text: str, number: int, *, chat: ChatId) -> Writing:
    return Writing(Content.TEXT, text, chat, MessageId(number))


async def writes(cafe: Cafe, number: int, *, by: Person = MIA) -> Passed:
    writing = Writing(Content.TEXT, f"message {number}", private(by), MessageId(number))
    return await WriteLetter(cafe.database)(by, writing)


async def letter_in(cafe: Cafe, chat: ChatId) -> MessageId:
    """The newest letter that is shown in a chat, once it has arrived."""
    await cafe.delivers_all()
    query = "SELECT MAX(message_id) FROM screens WHERE kind = 'letter' AND chat_id = ?"
    return MessageId(cafe.number(query, chat))


async def answers(cafe: Cafe, number: int, *, by: Person = ANNA, chat: ChatId = OWNERS) -> None:
    shown = await letter_in(cafe, chat)
    await AnswerLetter(cafe.database)(by, chat, shown, a_writing("come by", number, chat=chat))


def places(cafe: Cafe, kind: ScreenKind) -> list[object]:
    return [row[0] for row in cafe.rows("SELECT chat_id FROM screens WHERE kind = ? ORDER BY id", kind)]


async def test_a_letter_goes_to_the_owners_or_to_the_staff_chat_and_nowhere_else(cafe: Cafe) -> None:
    await cafe.join(MIA)
    assert await writes(cafe, 1) is Passed.PASSED_ON
    assert places(cafe, ScreenKind.LETTER) == [ANNA.telegram_id]
    await BindStaffChat(cafe.database)(ANNA, GROUP, title="Counter", administrator=True)
    await writes(cafe, 2)
    assert places(cafe, ScreenKind.LETTER) == [ANNA.telegram_id, GROUP]


async def test_a_message_that_is_handled_twice_is_one_letter_and_one_answer(cafe: Cafe) -> None:
    await cafe.join(MIA)
    await asyncio.gather(*(writes(cafe, 1) for _ in range(5)))
    assert places(cafe, ScreenKind.LETTER) == [ANNA.telegram_id]
    shown = await letter_in(cafe, private(ANNA))
    answer = AnswerLetter(cafe.database)
    writing = a_writing("come by", 7, chat=private(ANNA))
    await asyncio.gather(*(answer(ANNA, private(ANNA), shown, writing) for _ in range(5)))
    assert places(cafe, ScreenKind.ANSWER) == [MIA.telegram_id]


async def test_an_answer_begins_a_talk_of_two_days(cafe: Cafe) -> None:
    await cafe.join(MIA)
    await writes(cafe, 1)
    assert not await IsInTalk(cafe.database)(MIA)
    await answers(cafe, 7)
    assert await writes(cafe, 2) is Passed.IN_TALK
    cafe.later(hours=47, minutes=59)
    assert await IsInTalk(cafe.database)(MIA)
    cafe.later(minutes=1)
    assert await writes(cafe, 3) is Passed.PASSED_ON
    assert not await IsInTalk(cafe.database)(LEO)


async def test_the_letter_names_who_answered_for_everybody_who_sees_it(cafe: Cafe) -> None:
    await BindStaffChat(cafe.database)(ANNA, GROUP, title="Counter", administrator=True)
    await cafe.join(MIA)
    await writes(cafe, 1)
    await answers(cafe, 7, by=BEN, chat=GROUP)
    facts = await ReadLetter(cafe.database)(LetterId(1))
    assert [(one.by, one.lost) for one in facts.replies] == [("Ben", False)]
    answer = await ReadLetter(cafe.database)(LetterId(2))
    assert (answer.staff_name, answer.letter.text) == ("Ben", "come by")


async def test_only_staff_answer_and_only_letters(cafe: Cafe) -> None:
    await BindStaffChat(cafe.database)(ANNA, GROUP, title="Counter", administrator=True)
    await cafe.join(MIA)
    await writes(cafe, 1)
    shown = await letter_in(cafe, GROUP)
    answer, writing = AnswerLetter(cafe.database), a_writing("psst", 8, chat=GROUP)
    with refused(NotStaff()):
        await answer(LEO, GROUP, shown, writing)
    with refused(LetterOver()):
        await answer(BEN, GROUP, MessageId(9999), writing)
    with refused(LetterOver()):
        await answer(BEN, private(BEN), shown, writing)
    assert places(cafe, ScreenKind.ANSWER) == []
    assert await IsLetter(cafe.database)(GROUP, shown)
    assert not await IsLetter(cafe.database)(private(MIA), shown)


async def test_more_than_twenty_an_hour_are_not_passed_on_and_that_is_remembered_once(cafe: Cafe) -> None:
    await cafe.join(MIA)
    for number in range(MOST_AN_HOUR):
        assert await writes(cafe, number) is Passed.PASSED_ON
    for number in range(100, 150):
        assert await writes(cafe, number) is Passed.ENOUGH
    assert cafe.rows("SELECT kind, customer_id FROM refusals") == [("TooManyLetters", 1)]
    assert cafe.number("SELECT COUNT(*) FROM letters") == MOST_AN_HOUR
    await cafe.join(LEO)
    assert await writes(cafe, 1, by=LEO) is Passed.PASSED_ON
    cafe.later(minutes=61)
    assert await writes(cafe, 200) is Passed.PASSED_ON


async def test_whoever_has_no_card_or_a_cafe_without_anybody_is_told_so(cafe: Cafe) -> None:
    assert await writes(cafe, 1) is Passed.STRANGER
    await cafe.join(MIA)
    cafe.removes(ANNA)
    assert await writes(cafe, 2) is Passed.NOBODY_THERE
    assert cafe.rows("SELECT * FROM letters") == []


async def test_an_answer_that_can_not_arrive_is_told_where_it_was_given(cafe: Cafe) -> None:
    await BindStaffChat(cafe.database)(ANNA, GROUP, title="Counter", administrator=True)
    await cafe.join(MIA)
    await writes(cafe, 1)
    await answers(cafe, 7, by=BEN, chat=GROUP)

    def claim(tx: Transaction) -> Delivery:
        while (delivery := tx.deliveries.claim([Lane.TRANSACTIONAL])) is not None:
            screen = delivery.content
            if isinstance(screen, Screen) and screen.kind is ScreenKind.ANSWER:
                return delivery
            tx.deliveries.settle_sent(delivery, MessageId(900), "drawn")
        raise AssertionError("no answer waits")

    delivery = await cafe.database.write(claim)
    await NoteFailed(cafe.database)(delivery, "blocked", unreachable=True)
    facts = await ReadLetter(cafe.database)(LetterId(1))
    assert [(one.by, one.lost) for one in facts.replies] == [("Ben", True)]
    told = "SELECT chat_id FROM deliveries WHERE notice LIKE '%AnswerLost%'"
    assert cafe.rows(told) == [(GROUP,)]
    assert cafe.rows("SELECT unreachable_reason FROM customers") == [("blocked",)]


async def test_letters_are_blanked_after_a_month_and_not_before(cafe: Cafe) -> None:
    await cafe.join(MIA)
    await writes(cafe, 1)
    photo = Writing(Content.PHOTO, "", private(MIA), MessageId(2))
    await WriteLetter(cafe.database)(MIA, photo)
    cafe.later(days=29, hours=23)
    await cafe.prune()
    kept = "SELECT text, media_chat FROM letters ORDER BY id"
    assert cafe.rows(kept) == [("message 1", None), ("", MIA.telegram_id)]
    cafe.later(hours=2)
    assert await cafe.prune() >= 2
    assert cafe.rows(kept) == [("", None), ("", None)]
    assert await cafe.prune() == 0


async def test_words_of_a_ticket_are_kept_no_longer_than_others_and_the_file_says_that_they_are_erased(
    cafe: Cafe,
) -> None:
    await complains(cafe)
    cafe.later(days=30, hours=1)
    await cafe.prune()
    data = (await ReadMyData(cafe.database)(MIA)).data
    assert data
    assert [(one.content, one.text) for one in data.letters] == [(Content.TEXT, "")]


HOURS = ShortAnswer("hours", ("hours", "when do you close", "lahti", "ОТКРЫТО"), OwnWords.of({"en": "8-18"}))
WIFI = ShortAnswer("wifi", ("wi-fi", "password"), OwnWords.of({"en": "milk"}))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("What are your HOURS?", "hours"),
        ("вы сегодня открыто?", "hours"),
        ("Kas olete lahti", "hours"),
        ("when do you close today", "hours"),
        ("when you do close", None),
        ("wi-fi password and hours?", "wifi"),
        ("Wi Fi?", "wifi"),
        ("happyhours", None),
        ("lahtine", None),
        ("", None),
        ("🙂", None),
    ],
)
def test_a_trigger_is_a_whole_word_whatever_its_case_and_script(text: str, kind: str | None) -> None:
    found = find_answer(text, [HOURS, WIFI])
    assert (found.kind if found else None) == kind


def test_trigger_words_are_read_between_commas_and_on_lines_each_once() -> None:
    assert read_triggers(" dog,  Dogs ;\n big   dog,, !!, DOG") == ("dog", "Dogs", "big dog")


async def test_an_answer_follows_its_writer_to_the_new_account(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 2)
    old = cafe.last_operation()
    await writes(cafe, 9)
    await cafe.stamps(LEO, 1)
    new = cafe.last_operation()
    shown = await letter_in(cafe, OWNERS)
    await cafe.move_account(ANNA, old, new, "lost", chat_id=OWNERS, cause=None)
    await cafe.join(MIA)  # whoever has the lost account now reads nothing of it
    await AnswerLetter(cafe.database)(ANNA, OWNERS, shown, a_writing("it is here", 10, chat=OWNERS))
    answers = cafe.rows("SELECT chat_id FROM screens WHERE kind = 'answer'")
    assert answers == [(LEO.telegram_id,)]
    facts = await ReadLetter(cafe.database)(LetterId(1))
    assert [one.by for one in facts.replies] == ["Anna"]
    in_talk = IsInTalk(cafe.database)
    assert (await in_talk(LEO), await in_talk(MIA)) == (True, False)


async def keeps(
    cafe: Cafe, text: str, *, kind: str = "menu", language: str = "en", by: Person = ANNA,
    triggers: Sequence[str] = ("menu",), photo: Photo | None = None,
) -> ShortAnswer:  # fmt: skip
    keep = KeepAnswer(cafe.database)
    return await keep(by, kind, text, language=language, triggers=triggers, photo=photo)


async def test_an_answer_is_written_per_language_and_keeps_its_words_and_its_last_picture(cafe: Cafe) -> None:
    await keeps(cafe, "Cakes", photo=Photo(123, "file"))
    both = await keeps(cafe, "Koogid", language="et", triggers=("something else",))
    assert (both.words.said_in("en"), both.words.said_in("et")) == ("Cakes", "Koogid")
    found = await FindAnswer(cafe.database)("the menu please")
    assert found == ShortAnswer("menu", ("menu",), both.words, None)
    changed = await ChangeTriggers(cafe.database)(ANNA, "menu", ("kook",))
    assert changed.triggers == ("kook",)
    assert await FindAnswer(cafe.database)("the menu please") is None
    assert list(await DeleteAnswer(cafe.database)(ANNA, "menu")) == []
    with refused(AnswerGone()):
        await ChangeTriggers(cafe.database)(ANNA, "menu", ("kook",))


async def test_answers_are_a_managers_and_fit(cafe: Cafe) -> None:
    with refused(NotManager()):
        await keeps(cafe, "Cakes", by=BEN)
    with refused(NotManager()):
        await DeleteAnswer(cafe.database)(MIA, "menu")
    with refused(WordsUnfit(most=900, length=901)):
        await keeps(cafe, "x" * 901)
    with refused(WordsUnfit(most=900, length=0)):
        await keeps(cafe, "  ")
    too_many = tuple(f"word{number}" for number in range(31))
    for triggers in ((), too_many, ("x" * 41,)):
        with refused(TriggersUnfit(most=30, longest=40)):
            await keeps(cafe, "Cakes", triggers=triggers)
    with refused(AnswerGone()):
        await keeps(cafe, "Cakes", kind="own:11")
