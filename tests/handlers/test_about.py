"""/about, and buttons of a time that a restored backup took back.

Not here: backups themselves.
"""

import shutil
import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.edition import VERSION
from handlers.about import Edition, draw_about
from handlers.callbacks import Confirm
from handlers.texts import Texts
from loyalty.ids import BackupId
from loyalty.safekeeping import Backup, BackupState
from storage.rows import to_micros
from storage.sqlite import FILE_NAME
from tests.architecture.sources import ROOT
from tests.counter import ANNA, BEN, MIA, MORNING, Cafe
from tests.handlers.desk import message_by, open_desk, sent_by

EDITION = Edition("1.2.3", "SQLite 3.51.3", 2)


def state(hours: int | None, **more: Any) -> BackupState:
    newest = None
    if hours is not None:
        newest = Backup(BackupId(1), "f", 1, "", MORNING - timedelta(hours=hours), None)
    facts: dict[str, Any] = {"problem": "", "encrypts": False, "last_sent_at": None, **more}
    return BackupState(now=MORNING, newest=newest, **facts)


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        (state(None), "There is no backup yet"),
        (state(0), "less than an hour ago"),
        (state(1), "1 hour ago, checked"),
        (state(5), "5 hours ago, checked"),
        (state(5, problem="no space"), "The last backup failed"),
        (state(5), "The only copies are on this machine"),
        (state(5, encrypts=True), "No copy has left the machine"),
        (state(5, encrypts=True, last_sent_at=MORNING), "An encrypted copy of it is in this chat"),
    ],
)
def test_an_owner_reads_how_safe_the_data_is(texts: Texts, facts: BackupState, says: str) -> None:
    assert says in "\n".join(draw_about(EDITION, facts, texts.in_language("en")))
    for language in texts.languages:
        assert draw_about(EDITION, facts, texts.in_language(language))


async def test_everybody_reads_what_this_is_and_only_owners_the_rest(
    tmp_path: Path, staffed_file: Path
) -> None:
    shutil.copy(staffed_file, tmp_path / FILE_NAME)
    async with open_desk(tmp_path) as desk:
        for person, knows in ((ANNA, True), (BEN, False), (MIA, False)):
            await desk.joins(person)
            await desk.handles_all()
            await desk.handles(message=message_by(sent_by(person), "/about", chat=person.telegram_id))
            said = (await desk.calls("sendMessage"))[-1]["params"]["text"]
            assert said.startswith("This is One More Cup")
            assert ("There is no backup yet" in said) is knows


def lose(cafe: Cafe, *, hours_ago: float, until_hours_ago: float) -> None:
    """A backup was restored."""
    now = cafe.clock.now()
    since, until = now - timedelta(hours=hours_ago), now - timedelta(hours=until_hours_ago)
    with cafe.raw() as connection:
        connection.execute(
            "INSERT INTO restores (from_at, restored_at) VALUES (?, ?)", (to_micros(since), to_micros(until))
        )


@pytest.mark.parametrize(("sent_hours_ago", "counts"), [(3, True), (1.5, False), (0.2, True)])
async def test_a_button_of_the_lost_time_does_nothing_and_says_why(
    tmp_path: Path, staffed_file: Path, sent_hours_ago: float, counts: bool
) -> None:
    shutil.copy(staffed_file, tmp_path / FILE_NAME)
    async with open_desk(tmp_path) as desk:
        lose(desk.cafe, hours_ago=2, until_hours_ago=1)
        await desk.joins(BEN)
        visit_id = await desk.cafe.serves(MIA)
        sent_at = int((desk.cafe.clock.now() - timedelta(hours=sent_hours_ago)).timestamp())
        under = {"message_id": 1, "date": sent_at, "chat": {"id": BEN.telegram_id, "type": "private"}}
        query = {
            "id": "1", "from": sent_by(BEN), "chat_instance": "1", "message": under,
            "data": Confirm(visit_id=visit_id, stamps=1).pack(),
        }  # fmt: skip
        await desk.handles(callback_query=query)
        stamps = desk.cafe.number("SELECT COALESCE(SUM(stamps), 0) FROM cards")
        assert stamps == int(counts)
        toast = (await desk.calls("answerCallbackQuery"))[-1]["params"].get("text", "")
        assert ("from a time before" in toast) is not counts


async def test_a_message_that_was_redrawn_since_then_is_of_today(tmp_path: Path, staffed_file: Path) -> None:
    shutil.copy(staffed_file, tmp_path / FILE_NAME)
    async with open_desk(tmp_path) as desk:
        lose(desk.cafe, hours_ago=2, until_hours_ago=1)
        visit_id = await desk.cafe.serves(MIA)
        now = int(desk.cafe.clock.now().timestamp())
        chat = {"id": BEN.telegram_id, "type": "private"}
        under = {"message_id": 1, "date": now - 5400, "edit_date": now - 60, "chat": chat}
        query = {
            "id": "1", "from": sent_by(BEN), "chat_instance": "1", "message": under,
            "data": Confirm(visit_id=visit_id, stamps=1).pack(),
        }  # fmt: skip
        await desk.handles(callback_query=query)
        assert desk.cafe.number("SELECT SUM(stamps) FROM cards") == 1
