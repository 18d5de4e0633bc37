"""Start payloads, callback data and names that nobody's client would send: an answer, and nothing changed.

Not here: what each known forgery is told (test_conversations.py).
"""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers import callbacks
from storage.sqlite import FILE_NAME
from tests.counter import BEN, MIA
from tests.handlers.desk import Desk, message_by, open_desk, sent_by, tap_by

SHARED_DESK = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # that nothing changes is the property
)
PREFIXES = (*(kind.__prefix__ for kind in callbacks.ALL), "c_", "i_", "o_")
ODD = st.text(max_size=40)  # never lone surrogates, which no JSON brings
TAPS = st.one_of(
    ODD.filter(bool),
    st.builds(
        lambda prefix, parts: ":".join([prefix, *map(str, parts)])[:64],
        st.sampled_from(PREFIXES),
        st.lists(st.one_of(st.integers(), st.integers(-1, 3), ODD), max_size=4),
    ),
)
PAYLOADS = st.one_of(
    ODD,
    st.from_regex(r"[A-Za-z0-9_-]{1,64}", fullmatch=True),
    st.from_regex(r"[cio]_[A-Za-z0-9_-]{22}", fullmatch=True),
)


@pytest_asyncio.fixture
async def desk(tmp_path: Path, staffed_file: Path) -> AsyncIterator[Desk]:
    """A staffed cafe in which Mia has a card and nothing on it."""
    shutil.copy(staffed_file, tmp_path / FILE_NAME)
    async with open_desk(tmp_path) as desk:
        for who in (MIA, BEN):
            await desk.joins(who)
        await desk.handles_all()
        await desk.cafe.join(MIA)
        await desk.cafe.join(BEN)
        yield desk


def _state(desk: Desk) -> tuple[int, ...]:
    tables = ("operations", "ledger_entries", "rewards", "visits", "scans", "staff", "invites", "customers")
    return tuple(desk.cafe.number(f"SELECT COUNT(*) FROM {table}") for table in tables)


@SHARED_DESK
@given(data=TAPS, staff=st.booleans())
async def test_odd_callback_data_is_answered_and_changes_nothing(desk: Desk, data: str, staff: bool) -> None:
    before, answered = _state(desk), len(await desk.calls("answerCallbackQuery"))
    await desk.handles(callback_query=tap_by(BEN if staff else MIA, data))
    assert len(await desk.calls("answerCallbackQuery")) == answered + 1
    assert _state(desk) == before


@SHARED_DESK
@given(payload=PAYLOADS, staff=st.booleans())
async def test_an_odd_start_payload_is_answered_and_changes_nothing(
    desk: Desk, payload: str, staff: bool
) -> None:
    who = BEN if staff else MIA
    before, said = _state(desk), len(await desk.calls("sendMessage"))
    text = f"/start {payload}"
    entities = [{"type": "bot_command", "offset": 0, "length": 6}]
    await desk.handles(message=message_by(sent_by(who), text, chat=who.telegram_id, entities=entities))
    assert len(await desk.calls("sendMessage")) > said
    assert _state(desk) == before


@SHARED_DESK
@given(text=ODD.filter(bool), staff=st.booleans())
async def test_odd_text_is_answered_in_private(desk: Desk, text: str, staff: bool) -> None:
    who = BEN if staff else MIA
    before, said = _state(desk), len(await desk.calls("sendMessage"))
    await desk.handles(message=message_by(sent_by(who), text, chat=who.telegram_id))
    assert len(await desk.calls("sendMessage")) > said
    assert _state(desk) == before
