"""What customers and owners see: cards, codes, questions, rules.

Not here: receipts (test_notices.py).
"""

from dataclasses import replace

import pytest

from handlers import callbacks
from handlers.drawings.card import draw_card, draw_history, draw_rewards
from handlers.drawings.code import draw_code, draw_code_picture, draw_live_code
from handlers.drawings.program import draw_more, draw_program
from handlers.drawings.questions import draw_invite, draw_offer
from handlers.keyboards import card_keyboard, inline_keyboard, staff_keys
from handlers.outgoing import OutgoingMessage
from handlers.texts import Words
from handlers.welcome import greet_customer, greet_new_owner, greet_staff
from loyalty.cards import CardFacts, HistoryPage, OfferFacts
from loyalty.ids import InviteId, OfferId, OperationId, ScanId, TelegramId
from loyalty.invites import Invite, InviteState
from loyalty.own_words import OwnWords
from loyalty.people import Role
from loyalty.programs import Rules
from loyalty.receipts import VisitUndone
from loyalty.rewards import OfferState
from loyalty.scans import ScanState
from loyalty.staffing import StaffList
from loyalty.use_cases.visits.codes import ShownCode
from loyalty.visits import Visit, VisitState
from tests.handlers.facts import (
    COFFEE,
    FOX,
    NOW,
    a_code,
    a_reward,
    a_visit,
    an_operation,
    confirmed,
    length,
    stamped,
)

HOSTILE = "<b>&\u202e" * 5_000
CARD = CardFacts(cafe="Bean & Leaf", stamps=5, goal=6, item=COFFEE, rewards=())


def test_the_card_says_all_that_its_picture_shows(words: Words) -> None:
    card = draw_card(replace(CARD, rewards=(a_reward(5), a_reward(6))), words)
    assert card.text == (
        "<b>Bean &amp; Leaf</b>\n"
        "Your card: <b>5 of 6, one to go</b>. A full card gives you Free coffee.\n"
        "You have Free coffee × 2. Tap <b>Rewards</b> to use it."
    )


def test_a_card_with_hostile_words_fits_a_caption(words: Words) -> None:
    rewards = tuple(a_reward(n, item=OwnWords.of({"en": f"{n}{HOSTILE}"})) for n in range(1, 60))
    facts = replace(CARD, cafe="&" * 40, item=OwnWords.of({"en": HOSTILE}), rewards=rewards)
    text = draw_card(facts, words).text
    assert text.count("<b>") == text.count("</b>") == 3
    assert length(text) <= 1024
    assert length(greet_customer(facts, words).text) <= 4096


def test_rewards_have_a_button_for_each_kind_and_an_answer_when_there_are_none(words: Words) -> None:
    held = draw_rewards(replace(CARD, rewards=(a_reward(5), a_reward(6))), words)
    assert [[button.label for button in row] for row in held.rows] == [["Use it now: Free coffee"]]
    assert held.rows[0][0].data == callbacks.PickReward(reward_id=a_reward(5).id).pack()
    none = draw_rewards(CARD, words)
    assert none.text == "No rewards yet. 5 of 6, one to go: a full card gives you Free coffee."
    assert none.rows == ()


def test_a_live_code_is_complete_as_text(words: Words) -> None:
    code = ShownCode(ScanId(1), "s" * 22, "018302", FOX, NOW, item=COFFEE)
    assert draw_live_code(code, words).text == (
        "Show this to the barista:\n\n🦊 <b>fox 42</b>\n<code>018 302</code>\n\n"
        "With it you pick: <b>Free coffee</b>.\nIt works once, within 15 minutes."
    )


def test_a_live_code_is_never_drawn_over(words: Words) -> None:
    assert draw_code(a_code(ScanState.LIVE), words) is None
    assert draw_code_picture(a_code(ScanState.LIVE), words) is None


@pytest.mark.parametrize(
    ("state", "visit", "sentence"),
    [
        (ScanState.USED, a_visit(), "Olga is looking at your card."),
        (ScanState.USED, confirmed(), "Done, thanks: 5 of 6, one to go. Olga took care of it."),
        (
            ScanState.USED,
            a_visit(state=VisitState.DECLINED),
            "Olga put this code aside, nothing was given.",
        ),
        (ScanState.USED, a_visit(state=VisitState.EXPIRED), "Nothing was entered in time."),
        (ScanState.USED, a_visit(state=VisitState.UNDONE), "Olga took this visit back: 5 of 6, one to go."),
        (ScanState.EXPIRED, None, "This code ran out."),
        (ScanState.VOID, None, "This code was replaced by a newer one."),
    ],
)
def test_a_code_says_what_became_of_it(
    words: Words, state: ScanState, visit: Visit | None, sentence: str
) -> None:
    facts = replace(a_code(state), visit=visit)
    drawn = draw_code(facts, words)
    assert drawn is not None
    assert drawn.text.startswith("🦊 <b>fox 42</b>\n" + sentence)
    assert drawn.rows == ()
    caption = draw_code_picture(facts, words)
    assert caption is not None
    assert caption.caption
    used = visit is not None and visit.state not in (VisitState.DECLINED, VisitState.EXPIRED)
    assert caption.text == ("Used." if used else "This code no longer works.")


def test_a_code_whose_visit_filled_a_card_says_so(words: Words) -> None:
    facts = replace(a_code(ScanState.USED, confirmed()), stamps=1, filled=1)
    said = draw_code(facts, words)
    assert said is not None
    assert said.text.endswith(
        "Done, thanks: your card is full, Free coffee is yours. 1 of 6 on the next. Olga took care of it."
    )
    two = draw_code(replace(facts, filled=2), words)
    assert two is not None
    assert "your cards are full, Free coffee × 2 are yours. 1 of 6 on the next." in two.text
    undone = draw_code(replace(facts, visit=a_visit(state=VisitState.UNDONE)), words)
    assert undone is not None
    assert "full" not in undone.text


def test_the_question_has_two_answers_and_then_none(words: Words) -> None:
    asked = OfferFacts(OfferId(4), OfferState.ASKED, COFFEE, "<Olga>")
    message = draw_offer(asked, words)
    assert "&lt;Olga&gt; asks: hand over <b>Free coffee</b> to you now?" in message.text
    assert [button.label for button in message.rows[0]] == ["Yes, please", "No, keep it"]
    for state in set(OfferState) - {OfferState.ASKED}:
        over = draw_offer(replace(asked, state=state), words)
        assert over.rows == ()
        assert "Free coffee" in over.text


def test_an_invite_asks_the_owner_with_a_name_that_can_not_deceive(words: Words) -> None:
    came = Invite(
        InviteId(2),
        Role.BARISTA,
        InviteState.CAME,
        None,
        TelegramId(5),
        "Max 🦊42\n<b>",
        "en",
        expires_at=NOW,
    )
    message = draw_invite(came, words)
    assert message is not None
    assert message.text.startswith("<b>Max &lt;b&gt;</b> opened your invite and wants to be a barista.")
    assert [[button.label for button in row] for row in message.rows] == [["Yes, let them in"], ["No"]]
    assert draw_invite(replace(came, state=InviteState.LIVE), words) is None
    for state in (InviteState.ACCEPTED, InviteState.REFUSED, InviteState.VOID):
        over = draw_invite(replace(came, state=state), words)
        assert over is not None
        assert over.rows == ()


def test_history_turns_its_pages(words: Words) -> None:
    operations = tuple(an_operation(stamped(), number) for number in range(48, 40, -1))
    first = draw_history(HistoryPage(operations, older=OperationId(41)), words, before=None)
    assert "3 Nov 2026 · № 48 · +1 stamp · 5 of 6, one to go · thanks, Olga" in first.text
    assert [button.label for button in first.rows[0]] == ["Older"]
    last = draw_history(HistoryPage(operations, older=None), words, before=OperationId(49))
    assert [button.label for button in last.rows[0]] == ["Newest"]
    assert draw_history(HistoryPage((), older=None), words, before=None).rows == ()


def test_history_says_which_change_filled_a_card_and_which_took_the_reward_back(words: Words) -> None:
    operations = (
        an_operation(VisitUndone(removed=2, stamps=5, goal=6, rewards=1, item=COFFEE, by="Olga"), 43),
        an_operation(stamped(1, rewards=2, by="<Olga>"), 42),
        an_operation(stamped(1, rewards=1), 41),
    )
    lines = draw_history(HistoryPage(operations, older=None), words, before=None).text.splitlines()[2:]
    assert lines == [
        "3 Nov 2026 · № 43 · −2 stamps · 5 of 6, one to go · its reward went with it",
        "3 Nov 2026 · № 42 · +1 stamp · 1 of 6 · thanks, &lt;Olga&gt; · 2 cards full",
        "3 Nov 2026 · № 41 · +1 stamp · 1 of 6 · thanks, Olga · card full",
    ]


def test_a_page_of_receipts_with_hostile_names_fits(words: Words) -> None:
    operations = tuple(an_operation(stamped(by="<&>" * 21), number) for number in range(8))
    assert length(draw_history(HistoryPage(operations, older=None), words, before=None).text) <= 4096


def test_the_rules_are_told_in_plain_words_and_can_be_changed(words: Words) -> None:
    facts = StaffList((), (), None, Rules(cafe="Bean & Leaf", set_up=True), NOW)
    message = draw_program(facts, words)
    assert "6 stamps fill a card, and a full card gives <b>Free coffee</b>." in message.text
    assert [len(row) for row in message.rows] == [2, 2, 2, 2, 1]
    assert "A reward can be had from the next visit." in draw_more(facts, words).text
    at_once = draw_more(replace(facts, rules=Rules(reward_at_once=True)), words)
    assert at_once.rows[0][0].data == callbacks.SetRewardAtOnce(at_once=False).pack()


def test_the_greetings_say_what_we_keep_and_how_to_confirm(words: Words) -> None:
    assert "What we keep" in greet_customer(CARD, words).text
    owner = greet_staff(name="<Eva>", cafe="Bean", role=Role.OWNER, words=words).text
    assert "Hello, &lt;Eva&gt;. You are the owner at <b>Bean</b>." in owner
    assert "/invite" in owner
    new = greet_new_owner(name="<Eva>", cafe="Bean", words=words)
    assert new.text.splitlines()[:-1] == ["Hello, &lt;Eva&gt;. You are the owner at <b>Bean</b>."]
    assert "/language" in new.text
    assert new.keyboard == staff_keys(words, Role.OWNER)
    barista = greet_staff(name="Max", cafe="Bean", role=Role.BARISTA, words=words).text
    assert "/invite" not in barista
    assert "418 302" in barista


def test_the_permanent_keyboard_has_four_buttons_that_stay(words: Words) -> None:
    keyboard = card_keyboard(words)
    assert [[button.text for button in row] for row in keyboard.keyboard] == [
        ["Stamp me", "My card"],
        ["Rewards", "History"],
    ]
    assert keyboard.is_persistent
    assert keyboard.resize_keyboard


def test_colours_and_data_reach_telegram_and_a_message_without_buttons_loses_them(words: Words) -> None:
    offer = draw_offer(OfferFacts(OfferId(4), OfferState.ASKED, COFFEE, "Olga"), words)
    keyboard = inline_keyboard(offer.rows)
    assert keyboard is not None
    yes, no = keyboard.inline_keyboard[0]
    assert (yes.style, yes.callback_data, no.style) == ("success", "oa:4:1", None)
    assert inline_keyboard(OutgoingMessage("over").rows) is None
