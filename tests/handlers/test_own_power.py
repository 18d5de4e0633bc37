"""Refusals as a manager or an owner reads them: nobody is sent to themselves.

Not here: the words for everybody else (test_notices.py, test_corrections.py).
"""

import shutil
from collections.abc import AsyncIterator
from dataclasses import MISSING, fields, replace
from pathlib import Path
from typing import Any, get_args

import pytest

from handlers.own_power import word_refusal_for
from handlers.texts import Texts, Words
from loyalty.ids import LocationId, StaffId, TelegramId, TillId
from loyalty.people import Acquaintance, Role, StaffMember, Till
from loyalty.refusals import AdjustLimitReached, NotManager, NotOwner, Refusal, UndoTooLate
from storage.sqlite import FILE_NAME
from tests.counter import ANNA, MIA
from tests.handlers.desk import Desk, open_desk
from tests.handlers.test_notices import SAMPLES

ZOE = StaffMember(StaffId(1), TelegramId(1), "Zoe", Role.OWNER, "en", LocationId(1))
OWNER = Acquaintance(ZOE, None)
MANAGER = Acquaintance(replace(ZOE, role=Role.MANAGER), None)
BARISTA = Acquaintance(replace(ZOE, role=Role.BARISTA), None)
TILL = Acquaintance(
    replace(ZOE, till_id=TillId(1)), None, Till(TillId(1), TelegramId(2), "Till", "en", LocationId(1))
)
SENT_TO_THEMSELVES = ("ask the owner", "ask them", "or the owner to", "A manager can", "Ask a manager")
NOT_FOR_OWNERS = {"NotStaff", "NotManager", "NotOwner", "InviteForAnother", "FrozenForADay"}
"""An owner never reads these on the own phone."""


@pytest.fixture
async def desk(tmp_path: Path, staffed_file: Path) -> AsyncIterator[Desk]:
    shutil.copy(staffed_file, tmp_path / FILE_NAME)
    async with open_desk(tmp_path) as desk:
        yield desk


def a_refusal(kind: type[Any]) -> Any:
    """One with a receipt's number, where it may have one."""
    given = {
        field.name: SAMPLES[field.name]
        for field in fields(kind)
        if field.default is MISSING or field.name == "number"
    }
    return kind(**given)


@pytest.mark.parametrize("kind", get_args(Refusal))
def test_no_refusal_sends_an_owner_to_the_owner_or_to_a_manager(words: Words, kind: type[Any]) -> None:
    text = word_refusal_for(OWNER, a_refusal(kind), words)
    sent = [part for part in SENT_TO_THEMSELVES if part.lower() in text.lower()]
    assert sent == [] or kind.__name__ in NOT_FOR_OWNERS, text


@pytest.mark.parametrize("language", ["en", "ru", "et"])
@pytest.mark.parametrize("kind", get_args(Refusal))
def test_what_they_read_instead_fits_a_toast(texts: Texts, kind: type[Any], language: str) -> None:
    for reader in (OWNER, MANAGER, TILL):
        assert len(word_refusal_for(reader, a_refusal(kind), texts.in_language(language))) <= 200


def test_a_barista_is_sent_to_a_manager_who_is_told_that_they_can(words: Words) -> None:
    late = UndoTooLate(123)
    assert word_refusal_for(BARISTA, late, words).endswith("A manager can: /undo 123.")
    assert word_refusal_for(MANAGER, late, words).endswith("You can: /undo 123.")
    assert word_refusal_for(TILL, late, words).endswith("A manager can: /undo 123."), "not at a till"


def test_a_manager_is_sent_to_the_owner_where_only_the_owner_can(words: Words) -> None:
    assert "ask them for the rest" in word_refusal_for(MANAGER, AdjustLimitReached(20, 3), words)


def test_an_owner_on_shift_at_a_till_is_sent_to_the_own_chat(words: Words) -> None:
    for refusal, who in ((NotManager(), "A manager or the owner"), (NotOwner(), "The owner")):
        text = word_refusal_for(TILL, refusal, words)
        assert f"{who} can, in their own chat with me" in text
    assert word_refusal_for(BARISTA, NotOwner(), words) == "Only the owner can do this. Ask them to."


async def test_an_only_owner_at_the_daily_limit_reads_where_to_raise_it(desk: Desk) -> None:
    await desk.cafe.stamps(MIA, 2)
    anna = await desk.joins(ANNA)
    await desk.handles_all()
    await anna.says("/adjust 1 +99 the till was down")
    await desk.handles_all()
    said = await anna.sees("more stamps today")
    assert said["text"].endswith("To raise the limit: /setup > More rules > Adjustments.")
