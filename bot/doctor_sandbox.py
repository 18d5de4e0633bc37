"""`python -m bot doctor --sandbox`: the same look at the demo's cafe.

Not here: what each line looks at (doctor.py). A demo may be without an owner and without backups.
"""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Final

from bot.clock import SystemClock
from bot.doctor import look_at_backups, look_at_bot, look_at_disk, look_at_file, look_at_texts, name_cafe
from bot.doctor_telegram import ask_telegram
from bot.findings import Finding, note
from bot.sandbox_hints import Hints
from bot.sandbox_place import find_running, sandbox_settings
from storage.sqlite import FILE_NAME

_MAY_LACK: Final = ("Owner", "Backup", "Copies")


def examine_sandbox(data_dir: Path) -> list[Finding]:
    """Everything that a sandbox has; `data_dir` is a folder with one."""
    running, hints = find_running(data_dir), Hints(data_dir)
    now = running.now if running else SystemClock().now()
    inspection, about_file = look_at_file(data_dir / FILE_NAME)
    settings = sandbox_settings(data_dir, *([running.address] if running else []))
    findings = [name_cafe(data_dir, inspection, now), look_at_disk(data_dir)]
    about = [*about_file]
    if inspection is not None and not inspection.missing:
        about += look_at_backups(settings, None, now)
    findings += [_of_a_demo(one, hints) for one in about]
    findings += look_at_texts(settings)
    if running is None:
        return [*findings, note("Bot", "the sandbox is not running now, and Telegram is played by it.")]
    findings += asyncio.run(ask_telegram(settings, inspection, now))
    return [*findings, look_at_bot(settings)]


def _of_a_demo(finding: Finding, hints: Hints) -> Finding:
    """What a cafe to play with may lack is no problem, and what to do is to be done to the sandbox."""
    if finding.what == "Copies":
        return note("Copies", "the demo's backups stay on this machine.")
    if finding.well:
        return finding
    if finding.what not in _MAY_LACK:
        return replace(finding, step=f"{hints.start_again}.")
    step = f"To make one: {hints.about('backup')}" if finding.what == "Backup" else hints.link_comes
    return note(finding.what, f"{finding.words} {step}")
