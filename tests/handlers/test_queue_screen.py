"""The queue as staff see it: what it says, its buttons, and that it fits whatever people are called.

Not here: who waits (tests/use_cases/test_queue.py).
"""

from dataclasses import replace

import pytest

from handlers.drawings.queue import draw_old_queue, draw_queue
from handlers.drawings.staff_chat import draw_staff_chat, say_staff_chat
from handlers.labels import ALONE, SHARED
from handlers.outgoing import OutgoingMessage
from handlers.texts import LOCALES, Texts, Words
from loyalty.ids import THE_ONLY_LOCATION, ChatId, ScanId, StaffChatId
from loyalty.own_words import OwnWords
from loyalty.pair_codes import ANIMALS, PairCode
from loyalty.queue import QueueFacts, Served, Waiting
from loyalty.staff_chats import StaffChat
from loyalty.visits import VisitState
from tests.handlers.facts import COFFEE, FOX, MINUTE, NOW, a_reward, a_visit, confirmed, length

LANGUAGES = sorted(path.name for path in LOCALES.iterdir())
LONG = "Maximiliane von und zu Hohenlohe-Waldenburg-Schillingsfürst"
LONG_ITEM = OwnWords.of(dict.fromkeys(LANGUAGES, "W" * 60))


def waits(number: int = 1, **changes: object) -> Waiting:
    """Mia with 3 of 6."""
    code = PairCode(ANIMALS[number % len(ANIMALS)], 10 + number)
    one = Waiting(ScanId(number + 1), "Mia", code, stamps=3, goal=6, picked=None, look=False)
    return replace(one, **changes)  # type: ignore[arg-type]


def served(state: VisitState = VisitState.CONFIRMED, **changes: object) -> Served:
    """Leo, by Olga."""
    visit = a_visit() if state is VisitState.OPEN else confirmed(state=state)
    one = Served(visit, "Leo", stamps=4, goal=6, by="Olga")
    return replace(one, **changes)  # type: ignore[arg-type]


def labels(message: OutgoingMessage) -> list[list[str]]:
    return [[button.label for button in row] for row in message.rows]


def test_a_visit_in_which_only_something_was_handed_over_says_what(words: Words) -> None:
    coffee = a_reward()
    one = served(visit=confirmed(stamps=0, stamped_at=None), handed_over=(coffee, coffee))
    message = draw_queue(QueueFacts(NOW, (), (one,), 1), words)
    assert "🦊 <b>fox 42</b> · Leo · handed over: Free coffee × 2 · Olga" in message.text.splitlines()
    both = served(handed_over=(coffee,))
    assert "Leo · +1 · 4 of 6 · Olga" in draw_queue(QueueFacts(NOW, (), (both,), 1), words).text


def test_nobody_waits(words: Words) -> None:
    message = draw_queue(QueueFacts(NOW, (), (), 0), words)
    assert (message.text, message.rows, message.silent) == ("Nobody is waiting.", (), True)


def test_who_waits_has_a_line_and_a_button_of_full_width(words: Words) -> None:
    facts = QueueFacts(NOW, (waits(0, pair_code=FOX), waits(1, picked=COFFEE), waits(2, look=True)), (), 0)
    message = draw_queue(facts, words)
    assert message.text.splitlines() == [
        "<b>3 are waiting</b>",
        "🦊 <b>fox 42</b> · Mia · 3 of 6",
        "🦉 <b>owl 11</b> · Mia · 3 of 6 · wants Free coffee",
        "🐻 <b>bear 12</b> · Mia · 3 of 6",
    ]
    assert labels(message) == [["🦊 42 · 3 of 6"], ["🦉 11 · Free coffee"], ["🐻 12 · …"], ["Not here…"]]


def test_what_was_done_folds_into_lines_with_undo_and_more(words: Words) -> None:
    facts = QueueFacts(
        NOW, (), (served(VisitState.OPEN), served(), served(VisitState.UNDONE), served(), served()), 12
    )
    message = draw_queue(facts, words)
    assert message.text.splitlines() == [
        "Nobody is waiting.",
        "",
        "🦊 <b>fox 42</b> · Leo · Olga has the card open",
        "🦊 <b>fox 42</b> · Leo · +1 · 4 of 6 · Olga",
        "🦊 <b>fox 42</b> · Leo · taken back · Olga",
        "🦊 <b>fox 42</b> · Leo · +1 · 4 of 6 · Olga",
        "",
        "Served from the queue today: 12",
    ]
    assert labels(message) == [["Undo 🦊 42", "More 🦊 42"]] * 2


def test_a_reward_that_is_held_is_named_and_after_the_stamp_has_its_own_button(words: Words) -> None:
    facts = QueueFacts(NOW, (waits(0, pair_code=FOX, held=COFFEE),), (served(held=COFFEE),), 1)
    message = draw_queue(facts, words)
    assert "🦊 <b>fox 42</b> · Mia · 3 of 6 · has Free coffee" in message.text
    assert labels(message) == [
        ["🦊 42 · 3 of 6"], ["Undo 🦊 42", "More 🦊 42"], ["🦊 42 · Free coffee"], ["Not here…"],
    ]  # fmt: skip
    assert message.rows[2][0].data == message.rows[1][1].data


def test_undo_is_gone_when_its_time_is_over(words: Words) -> None:
    late = served(visit=confirmed(settled_at=NOW - 10 * MINUTE, stamped_at=NOW - 10 * MINUTE))
    assert labels(draw_queue(QueueFacts(NOW, (), (late,), 1), words)) == [["More 🦊 42"]]


def test_who_is_not_here_is_asked_with_a_button_for_each_and_a_way_back(words: Words) -> None:
    facts = QueueFacts(NOW, (waits(0), waits(1)), (served(),), 3)
    message = draw_queue(facts, words, clearing=True)
    assert labels(message) == [["Not here: 🦊 10"], ["Not here: 🦉 11"], ["Back"]]
    assert draw_queue(QueueFacts(NOW, (), (), 0), words, clearing=True).rows == ()


def test_a_name_can_not_pose_as_a_pair_code_or_break_the_markup(words: Words) -> None:
    facts = QueueFacts(NOW, (waits(name="🦉 42"), waits(2, name="<b>Al</b>")), (), 0)
    text = draw_queue(facts, words).text
    assert "guest · 3 of 6" in text
    assert "&lt;b&gt;Al&lt;/b&gt; · 3 of 6" in text


@pytest.mark.parametrize("clearing", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_queue_fits_whatever_people_and_rewards_are_called(
    texts: Texts, language: str, *, clearing: bool
) -> None:
    words = texts.in_language(language)
    crowd = [waits(n, name=LONG, picked=LONG_ITEM if n % 2 else None, stamps=29, goal=30) for n in range(60)]
    crowd += [waits(n, name=LONG, held=LONG_ITEM, stamps=29, goal=30) for n in range(60)]
    crowd.reverse()
    done = [served(name=LONG, stamps=29, goal=30, by="W" * 24, held=LONG_ITEM)] * 60
    looked_at = [served(VisitState.OPEN, name=LONG, by="W" * 24)] * 60
    message = draw_queue(QueueFacts(NOW, crowd, [*done, *looked_at], 999), words, clearing=clearing)
    assert length(message.text) <= 4096
    assert sum(len(row) for row in message.rows) <= 100
    for row in message.rows:
        most = ALONE if len(row) == 1 else SHARED
        assert [button.label for button in row if len(button.label) > most] == []
        assert all(len(button.data.encode()) <= 64 for button in row)


def test_an_old_queue_says_where_the_new_one_is_and_has_no_buttons(words: Words) -> None:
    assert draw_old_queue(words, further_down=True).text == "The queue is further down."
    assert draw_old_queue(words, further_down=False).text == "The queue is no longer shown here."
    assert draw_old_queue(words, further_down=True).rows == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("administrator", "hears_all", "heard"), [(1, 0, 1), (0, 1, 1), (0, 0, 0)])
def test_the_staff_chat_says_whether_six_digits_are_heard_and_what_to_do(
    texts: Texts, language: str, administrator: int, hears_all: int, heard: int
) -> None:
    words = texts.in_language(language)
    chat = StaffChat(StaffChatId(1), ChatId(-5), "C" * 128, THE_ONLY_LOCATION, bool(administrator))
    message = draw_staff_chat(chat, words, hears_all=bool(hears_all))
    assert ("/confirm 418302" in message.text) is not bool(heard)
    assert all(len(button.label) <= ALONE for row in message.rows for button in row)
    assert "/staffchat" in say_staff_chat(None, words, hears_all=False)[0]
