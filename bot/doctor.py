"""`python -m bot doctor`: everything that must be right on this machine and at Telegram, looked at once.

Not here: what Telegram is asked (doctor_telegram.py). It changes nothing and may run beside the bot.
"""

import asyncio
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from bot.clock import SystemClock
from bot.control import NobodyAnswersError, ask
from bot.doctor_server import judge_data, look_at_server, read_on_server
from bot.doctor_telegram import ask_telegram
from bot.findings import Finding, good, note, problem
from bot.health_report import warn_of_old_sqlite
from bot.own_texts import read_texts
from bot.settings import Settings
from loyalty.ports import Transaction
from loyalty.safekeeping import BackupState
from loyalty.use_cases.house.safekeeping import backup_state
from storage.backup_files import FOLDER_NAME
from storage.inspection import Inspection, inspect, read_once
from storage.migrate import ForeignFileError, NewerFileError
from storage.sqlite import FILE_NAME, MOVED_NAME, MOVING_NAME

_LEAST_FREE_BYTES: Final = 500_000_000
_BACKUP_IS_OLD: Final = timedelta(hours=36)


def examine(settings: Settings) -> list[Finding]:
    """Everything, in the order in which one would mend it."""
    now = SystemClock().now()
    url = None if settings.database_url is None else settings.database_url.get_secret_value()
    inspection, about_data = (
        look_at_file(settings.data_dir / FILE_NAME) if url is None else look_at_server(url)
    )
    findings = [] if url else [name_cafe(settings.data_dir, inspection, now)]
    findings += [good("Settings", "they can be read, all of them."), look_at_disk(settings.data_dir)]
    findings += about_data
    if inspection is not None and not inspection.missing:
        findings += look_at_backups(settings, url, now)
    findings += look_at_texts(settings)
    findings += asyncio.run(ask_telegram(settings, inspection, now))
    return [*findings, look_at_bot(settings)]


def name_cafe(data_dir: Path, inspection: Inspection | None, now: datetime) -> Finding:
    """Which cafe all other lines are about: a machine may have several."""
    if inspection is None or inspection.missing:
        return good("Cafe", f"the one in {data_dir}.")
    name = read_once(data_dir / FILE_NAME, lambda tx: tx.programs.get_current().rules.cafe, now)
    return good("Cafe", f"{name!r}, in {data_dir}.")


def look_at_disk(data_dir: Path) -> Finding:
    """Room for copies."""
    free = shutil.disk_usage(data_dir).free
    file = data_dir / FILE_NAME
    # A backup and a restore each need room for a whole copy.
    needed = max(_LEAST_FREE_BYTES, 3 * (file.stat().st_size if file.is_file() else 0))
    words = f"{free // 1_000_000:,} MB free in {data_dir}"
    if free < needed:
        return problem("Disk", f"only {words}.", f"Make room: {needed // 1_000_000:,} MB should be free.")
    return good("Disk", f"{words}.")


def look_at_file(path: Path) -> tuple[Inspection | None, list[Finding]]:
    """What is in the cafe's file, None when it can't be read."""
    if path.with_name(MOVING_NAME).is_file():
        words = f"a move to a server was not ended, says {path.with_name(MOVING_NAME)}."
        return None, [
            problem("Database", words, "Set DATABASE_URL to it, and type `python -m bot move` again.")
        ]
    if not path.is_file():
        step = "That is right before the first start; otherwise look at DATA_DIR."
        if path.with_name(MOVED_NAME).is_file():
            words = f"it has moved to a server, says {path.with_name(MOVED_NAME)}."
            return None, [problem("Database", words, "Set DATABASE_URL to the server that it lives on.")]
        return None, [note("Database", f"{path} is not there yet. {step}")]
    try:
        inspection = inspect(path)
    except ForeignFileError:
        return None, [problem("Database", f"{path} belongs to another program.", "Change DATA_DIR.")]
    except NewerFileError:
        return None, [
            problem("Database", "it was written by a newer version of this bot.", "Update the bot.")
        ]
    except sqlite3.Error as error:
        step = "Stop the bot and run `python -m bot restore FILE` with the newest backup."
        return None, [problem("Database", f"{path} can't be read ({error}).", step)]
    return inspection, list(judge_data(inspection, _look_at_sqlite()))


def _look_at_sqlite() -> Finding:
    if old_sqlite := warn_of_old_sqlite():
        return note("SQLite", old_sqlite)
    return good("SQLite", f"version {sqlite3.sqlite_version}, free of the WAL-reset bug.")


def look_at_backups(settings: Settings, url: str | None, now: datetime) -> Iterator[Finding]:
    """The newest backup, and whether copies leave the machine."""
    encrypts = settings.backup_passphrase is not None

    def body(tx: Transaction) -> BackupState:
        return backup_state(tx, encrypts=encrypts)

    path = settings.data_dir / FILE_NAME
    state = read_once(path, body, now) if url is None else read_on_server(url, body, now)
    yield _judge_backup(state, settings.data_dir / FOLDER_NAME, now)
    if not encrypts:
        step = "Set BACKUP_PASSPHRASE, or copy the folder of backups to another machine yourself."
        yield note("Copies", f"the only copies are on this machine. {step}")
    elif not state.copies_leave:
        step = "It goes out after the next backup; if it does not, look at the log."
        yield problem("Copies", "no copy has left this machine for two days.", step)
    else:
        yield good("Copies", f"the last one left on {state.last_sent_at:%d %b %H:%M} UTC, encrypted.")


def _judge_backup(state: BackupState, folder: Path, now: datetime) -> Finding:
    if state.problem:
        return problem("Backup", state.problem, "Then run `python -m bot backup`.")
    if state.newest is None:
        return problem("Backup", "there is none yet.", "Run `python -m bot backup`.")
    words = f"the newest is of {state.newest.made_at:%d %b %H:%M} UTC, {state.newest.file}"
    if now - state.newest.made_at > _BACKUP_IS_OLD:
        return problem("Backup", f"{words}: too old.", "Run `python -m bot backup`; is the bot running?")
    if not (folder / state.newest.file).is_file():
        return problem("Backup", f"{words}, and that file is gone.", "Run `python -m bot backup`.")
    return good("Backup", f"{words}, checked.")


def look_at_texts(settings: Settings) -> Iterator[Finding]:
    """The cafe's own sentences."""
    folder = settings.data_dir / "texts"
    if not folder.is_dir():
        yield good("Own words", "there are none; all sentences are ours.")
        return
    problems = read_texts(settings).problems
    for one in problems:
        yield problem("Own words", f"{one}", f"Mend it in {folder}; until then ours is used.")
    if not problems:
        yield good("Own words", f"all of {folder} is in use.")


def look_at_bot(settings: Settings) -> Finding:
    """Whether it runs, and how it is doing by its own word."""
    try:
        report = ask(settings.socket_path, "health")
    except NobodyAnswersError:
        return note("Bot", "it is not running now.")
    troubles = report.get("troubles")
    if isinstance(troubles, list) and troubles:
        return problem("Bot", f"it runs, but: {' '.join(map(str, troubles))}", "Look at its log.")
    return good("Bot", "it is running, and all is well.")


@dataclass(frozen=True, slots=True)
class Verdict:
    """All findings in lines, and whether all is well."""

    lines: list[str]
    well: bool


def word_findings(findings: list[Finding]) -> Verdict:
    """A line each; a problem with its next step."""
    lines = [str(finding) for finding in findings]
    wrong = sum(not finding.well for finding in findings)
    lines.append("All is well." if not wrong else f"{wrong} to look at.")
    return Verdict(lines, not wrong)
