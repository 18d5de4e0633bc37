"""Receipts, notices and refusals in words.

Not here: who is told and when.
"""

from dataclasses import MISSING, fields
from datetime import date
from typing import Any, get_args

import pytest

from handlers.errors import word_refusal
from handlers.notices import render_notice, render_receipt
from handlers.texts import Words
from loyalty.notices import (
    AnotherBot,
    BackupFailed,
    BackupRestored,
    BackupTooBig,
    BindingAsked,
    ForeignGroup,
    OwnerAdded,
    PinGuessed,
    PracticeStamped,
    RoleChanged,
    SendingPaused,
    StaffAccepted,
    StaffChatDeaf,
    StaffChatHears,
    StaffChatLost,
    StaffLeft,
    StaffRefused,
    StaffRemoved,
    TillAccepted,
    TillRemoved,
    UpdateGivenUp,
)
from loyalty.people import Role
from loyalty.programs import Rules
from loyalty.receipts import HandoverUndone, ReceiptFact, RewardHandedOver, VisitUndone
from loyalty.refusals import LimitReached, PostKind, ReasonNeeded, Refusal, TooManyStamps, VisitOver
from loyalty.safekeeping import BackupFault
from loyalty.verdicts import LimitName, Need
from loyalty.visits import VisitState
from tests.handlers.facts import COFFEE, NOW, an_operation, stamped


def receipt(fact: ReceiptFact, words: Words, *, at_once: bool = False) -> str:
    return render_receipt(an_operation(fact, 1041), words, at_once=at_once).text


def test_a_stamp_is_told_with_number_standing_and_thanks(words: Words) -> None:
    assert receipt(stamped(5), words) == "№ 1041 · +1 stamp · 5 of 6, one to go · thanks, Olga"


def test_a_full_card_says_what_can_be_had_and_from_when(words: Words) -> None:
    text = receipt(stamped(0, rewards=1), words)
    assert text.splitlines()[1] == "Your card is full: <b>Free coffee</b> is yours, from your next visit."
    now = receipt(stamped(0, rewards=2), words, at_once=True)
    assert (
        now.splitlines()[1]
        == "Your cards are full: <b>Free coffee</b> × 2 are yours, you can have it at once."
    )


def test_an_undo_says_why_and_what_went_with_it(words: Words) -> None:
    text = receipt(VisitUndone(removed=2, stamps=4, goal=6, rewards=1, item=COFFEE, by="Olga"), words)
    assert text.splitlines() == [
        "№ 1041 · −2 stamps · 4 of 6",
        "Olga took a visit back at the counter: it was stamped by mistake.",
        "The reward that it had filled went with it: Free coffee.",
    ]


def test_handing_over_and_its_undo_name_the_item_and_the_barista(words: Words) -> None:
    over = receipt(RewardHandedOver(item=COFFEE, by="<Olga>"), words)
    assert over == "№ 1041 · Free coffee · handed over by &lt;Olga&gt;"
    back = receipt(HandoverUndone(item=COFFEE, by="Olga"), words)
    assert back.splitlines()[0] == "№ 1041 · Free coffee is yours again"
    assert "by mistake" in back


def test_whoever_becomes_a_manager_reads_at_once_what_a_manager_can_do(words: Words) -> None:
    barista = render_notice(StaffAccepted(Role.BARISTA), words, Rules()).text
    for notice in (StaffAccepted(Role.MANAGER), RoleChanged(Role.MANAGER)):
        said = render_notice(notice, words, Rules()).text
        for command in ("/undo", "/adjust", "/today", "/close", "/answers"):
            assert command in said, command
            assert command not in barista, command
        assert "/staffchat" not in said


@pytest.mark.parametrize(
    ("notice", "part"),
    [
        (StaffAccepted(Role.BARISTA), "The owner let you in. Welcome."),
        (StaffRefused(), "did not let you in"),
        (StaffChatLost("<Bar>"), "removed from the staff chat <b>&lt;Bar&gt;</b>"),
        (StaffChatDeaf("Bar"), "group name > Administrators > Add"),
        (StaffChatHears("Bar"), "administrator of <b>Bar</b> again"),
        (ForeignGroup(), "I leave this group in a minute"),
        (BindingAsked(), "or with /bind"),
        (TillAccepted("Bar"), "the till <b>Bar</b>"),
        (TillRemoved(), "not a till any more"),
        (PinGuessed("<Ben>", 10, "Bar"), "10 wrong PINs for <b>&lt;Ben&gt;</b> today"),
        (RoleChanged(Role.MANAGER), "you are a manager now"),
        (StaffRemoved(), "You are not on the staff any more"),
        (StaffLeft("<Ben>"), "<b>&lt;Ben&gt;</b> stopped working here"),
        (PracticeStamped(Role.OWNER), "one tap, one stamp"),
        (OwnerAdded("Zoe"), "Zoe</b> opened the owner link"),
        (UpdateGivenUp("A1-<2>"), "<code>A1-&lt;2&gt;</code>"),
        (SendingPaused(NOW), "until 08:41"),
        (BackupFailed(BackupFault.NO_SPACE), "the disk of the machine is full"),
        (BackupFailed(BackupFault.OTHER), "The log on the machine says why"),
        (BackupTooBig(49), "larger than the 49 MB"),
        (AnotherBot(), "I am the cafe's new bot"),
        (BackupRestored(date(2026, 11, 22), "04:00"), "22 Nov 2026, 04:00"),
    ],
)
def test_a_notice_is_told_in_words(words: Words, notice: Any, part: str) -> None:
    assert part in render_notice(notice, words, Rules()).text


SAMPLES: dict[str, Any] = {
    "again": date(2027, 1, 1),
    "begins": "Which cake shall we bake next for you?",
    "card": "44102734",
    "count": 3,
    "held": 2,
    "hours": 5,
    "link": "https://cafe.example/menu",
    "number": 123,
    "sent": PostKind.ALBUM,
    "over": 12,
    "picture": True,
    "points_alone": False,
    "skipped": "03:30",
    "quiet_from": 20,
    "quiet_until": 10,
    "by": "Ben",
    "left": 1,
    "till_id": 1,
    "until": NOW,
    "state": VisitState.DECLINED,
    "most": 6,
    "longest": 40,
    "need": Need.CHOICE,
    "limit": LimitName.VISITS_A_DAY,
    "bound": 4,
    "asked_at": NOW,
    "at": NOW,
    "length": 70,
    "least": 2,
    "currency": "EUR",
    "expired": True,
    "reached": 900,
}


@pytest.mark.parametrize("kind", get_args(Refusal))
def test_every_refusal_says_why_and_what_to_do_and_fits_a_toast(words: Words, kind: type[Any]) -> None:
    given = {field.name: SAMPLES[field.name] for field in fields(kind) if field.default is MISSING}
    text = word_refusal(kind(**given), words)
    assert len(text) <= 200
    assert "!" not in text
    assert text.count(".") >= 2 or ":" in text


@pytest.mark.parametrize("state", VisitState)
def test_a_visit_that_is_over_is_worded_in_every_state(words: Words, state: VisitState) -> None:
    assert word_refusal(VisitOver(state), words)


def test_a_limit_of_one_is_one_stamp(words: Words) -> None:
    assert "at most 1 stamp." in word_refusal(TooManyStamps(1), words)


@pytest.mark.parametrize("limit", [one for one in LimitName if one is not LimitName.LARGE_BILL])
def test_every_limit_says_how_much_is_possible(words: Words, limit: LimitName) -> None:
    said = word_refusal(LimitReached(limit, 4), words)
    assert "at most 3" in said
    assert ("stamps here" in said) == (limit in (LimitName.ABOVE_GOAL, LimitName.STAMPS_A_VISIT))


@pytest.mark.parametrize("need", Need)
def test_what_the_card_asks_is_said_in_the_toast(words: Words, need: Need) -> None:
    assert "asks now" in word_refusal(ReasonNeeded(need), words)
