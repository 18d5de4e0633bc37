"""Screens of the staff list and of tills: complete, bounded, and never telling a PIN.

Not here: what their buttons do (tests/use_cases, tests/journeys).
"""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from handlers.callbacks import OwnPin, ShiftPin
from handlers.drawings.questions import draw_invite
from handlers.drawings.staff_list import (
    ask_leaving,
    ask_removal,
    draw_departure,
    draw_owners_till,
    draw_staff_list,
    draw_staff_member,
)
from handlers.drawings.tills import draw_own_pin, draw_shift, draw_shift_pin
from handlers.keyboards import ALONE, SHARED, card_keys, keys_of, markup_of, staff_keys, till_keys
from handlers.outgoing import Keyboard, OutgoingMessage
from handlers.texts import Texts, Words
from loyalty.ids import THE_ONLY_LOCATION, DepartureId, InviteId, StaffId, TelegramId, TillId
from loyalty.invites import Invite, InviteState
from loyalty.people import Acquaintance, Role, StaffMember, Till
from loyalty.programs import Rules
from loyalty.staffing import Departure, DepartureState, StaffList
from loyalty.tills import Shift, TillFacts, TillToday
from tests.handlers.facts import NOW, length

BEN = StaffMember(StaffId(2), TelegramId(1002), "Ben", Role.BARISTA, "en", THE_ONLY_LOCATION)
TILL = Till(TillId(1), TelegramId(3001), "Counter", "en", THE_ONLY_LOCATION)
SHIFT = Shift(BEN, datetime(2026, 11, 4, 2, tzinfo=UTC))
RULES = Rules(zone="Europe/Tallinn")


def labels(message: OutgoingMessage) -> list[str]:
    return [button.label for row in message.rows for button in row]


def test_the_list_says_role_till_shift_and_staff_chat(words: Words) -> None:
    facts = StaffList([BEN], [TillToday(TILL, SHIFT)], "Team", RULES, NOW)
    drawn = draw_staff_list(facts, words)
    assert drawn.text.splitlines() == [
        "<b>Who works here</b>",
        "",
        "Ben · barista · at Counter",
        "",
        "<b>Tills</b>",
        "Counter · Ben until 04:00",
        "",
        "Staff chat: <b>Team</b>",
    ]
    assert labels(drawn)[:2] == ["Ben", "Counter"]
    alone = draw_staff_list(StaffList([BEN], [], None, RULES, NOW), words)
    assert "/staffchat" in alone.text


@pytest.mark.parametrize("language", Texts().languages)
def test_a_hundred_people_with_long_names_fit_one_screen(texts: Texts, language: str) -> None:
    words = texts.in_language(language)
    staff = [replace(BEN, id=StaffId(n), name="W" * 64) for n in range(1, 101)]
    tills = [TillToday(replace(TILL, id=TillId(n), name="M" * 24), None) for n in range(1, 101)]
    drawn = draw_staff_list(StaffList(staff, tills, "T" * 128, RULES, NOW), words)
    assert length(drawn.text) <= 4096
    assert len(labels(drawn)) <= 100
    shift = draw_shift(TillFacts(TILL, SHIFT, staff, RULES), words)
    assert len(labels(shift)) <= 100
    assert max(len(label) for label in [*labels(drawn), *labels(shift)]) <= ALONE


def test_names_that_are_no_names_are_not_shown_as_they_are(words: Words) -> None:
    odd = replace(BEN, name="🦊 42")
    shift = draw_shift(TillFacts(TILL, Shift(odd, SHIFT.ends_at), [odd], RULES), words)
    assert "🦊" not in shift.text
    assert labels(shift)[0] == "somebody"


def test_one_of_them_is_promoted_or_demoted_or_removed(words: Words) -> None:
    assert labels(draw_staff_member(BEN, words)) == ["Make a manager", "Remove", "Back"]
    manager = replace(BEN, role=Role.MANAGER)
    assert labels(draw_staff_member(manager, words)) == ["Make a barista", "Remove", "Back"]
    assert labels(ask_removal(BEN, words)) == ["Yes, remove", "No"]
    assert labels(ask_leaving(words)) == ["Yes, I stop", "No, I stay"]


def test_a_shift_can_only_be_ended_while_it_lasts(words: Words) -> None:
    facts = StaffList([BEN], [], None, RULES, NOW)
    assert "End shift" in labels(draw_owners_till(facts, TillToday(TILL, SHIFT), words))
    assert "End shift" not in labels(draw_owners_till(facts, TillToday(TILL, None), words))
    assert "End shift" not in labels(draw_shift(TillFacts(TILL, None, [BEN], RULES), words))


def test_a_till_says_how_many_digits_were_tapped_and_never_which(words: Words) -> None:
    drawn = draw_shift_pin(BEN, 2, words)
    assert "2 of 4 digits" in drawn.text
    assert labels(drawn) == ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "Erase", "Back"]
    assert ShiftPin.unpack(drawn.rows[3][1].data).digit == 10


def test_in_the_own_chat_the_digits_are_seen_while_they_are_chosen(words: Words) -> None:
    drawn = draw_own_pin("47", words, has_one=False)
    assert "<code>4 7 · ·</code>" in drawn.text
    assert "Remove my PIN" not in labels(drawn)
    assert labels(draw_own_pin("", words, has_one=True))[-1] == "Remove my PIN"
    assert OwnPin.unpack(drawn.rows[0][0].data).digit == 1


@pytest.mark.parametrize("state", DepartureState)
def test_a_departure_has_buttons_only_while_it_is_open(words: Words, state: DepartureState) -> None:
    drawn = draw_departure(Departure(DepartureId(1), BEN, state), words)
    assert "Ben</b> left the staff chat" in drawn.text
    assert labels(drawn) == (["Remove", "Keep"] if state is DepartureState.OPEN else [])


def test_a_till_is_asked_about_as_one(words: Words) -> None:
    came = Invite(
        InviteId(1), Role.BARISTA, InviteState.CAME, StaffId(1), TelegramId(3001), "Counter", "en",
        SHIFT.ends_at, till=True,
    )  # fmt: skip
    drawn = draw_invite(came, words)
    assert drawn is not None
    assert "wants to be a till" in drawn.text
    accepted = draw_invite(replace(came, state=InviteState.ACCEPTED), words)
    assert accepted is not None
    assert "is a till now" in accepted.text


@pytest.mark.parametrize("language", Texts().languages)
def test_permanent_keyboards_fit_and_are_told_apart_by_who_reads(texts: Texts, language: str) -> None:
    words = texts.in_language(language)
    for keys in (staff_keys(words), till_keys(words), card_keys(words)):
        shared = [label for row in keys.rows if len(row) > 1 for label in row]
        assert max(map(len, shared)) <= SHARED
    nobody = Acquaintance(None, None)
    assert keys_of(nobody, words) == card_keys(words)
    assert keys_of(replace(nobody, staff=BEN), words) == staff_keys(words)
    assert keys_of(Acquaintance(BEN, None, TILL), words) == till_keys(words)


def test_a_message_may_take_the_keyboard_away() -> None:
    markup = markup_of(OutgoingMessage("bye", keyboard=Keyboard()))
    assert markup is not None
    assert markup.model_dump()["remove_keyboard"] is True
