"""What the commands of the terminal share: the settings, or why they can't be read, and how one ends.

Not here: the commands (cli.py, safekeeping_commands.py).
"""

import sys
from pathlib import Path
from typing import NoReturn

import typer

from bot.settings import Settings, SettingsError, read_settings
from bot.stopping import EXIT_SETTINGS, CannotRun


def settings_or_exit() -> Settings:
    """The settings; otherwise everything that is wrong with them is printed, and the command ends."""
    try:
        return read_settings(Path(".env"))
    except SettingsError as error:
        for problem in error.problems:
            typer.echo(problem, err=True)
        raise typer.Exit(EXIT_SETTINGS) from None


def end(failure: CannotRun) -> NoReturn:
    """Say why, and end with its code."""
    sys.stderr.write(f"{failure.sentence}\n")
    raise typer.Exit(failure.exit_code) from None
