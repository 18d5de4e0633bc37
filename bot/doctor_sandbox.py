"""`python -m bot doctor --sandbox`: the same look at the demo's cafe.

Not here: what each line looks at (doctor.py). Backups are no concern of a cafe to play with.
"""

import asyncio
from dataclasses import replace
from pathlib import Path

from bot.clock import SystemClock
from bot.doctor import look_at_bot, look_at_disk, look_at_file, name_cafe
from bot.doctor_telegram import ask_telegram
from bot.findings import Finding, note
from bot.sandbox_hints import Hints
from bot.sandbox_place import find_running, sandbox_settings
from storage.sqlite import FILE_NAME


def examine_sandbox(data_dir: Path) -> list[Finding]:
    """Everything that a sandbox has; `data_dir` is a folder with one."""
    running, hints = find_running(data_dir), Hints(data_dir)
    now = running.now if running else SystemClock().now()
    inspection, about_file = look_at_file(data_dir / FILE_NAME)
    findings = [name_cafe(data_dir, inspection, now), look_at_disk(data_dir)]
    findings += [one if one.well else replace(one, step=f"{hints.start_again}.") for one in about_file]
    if running is None:
        return [*findings, note("Bot", "the sandbox is not running now, and Telegram is played by it.")]
    settings = sandbox_settings(data_dir, running.address)
    findings += asyncio.run(ask_telegram(settings, inspection, now))
    return [*findings, look_at_bot(settings)]
