"""What the commands of the terminal share: the settings, or why they can't be read, and how one ends.

Not here: the commands (cli.py, safekeeping_commands.py).
"""

import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bot.sandbox_hints import USUAL_DIR, Hints
from bot.sandbox_place import holds_sandbox
from bot.settings import Settings, SettingsError, read_settings
from bot.stopping import EXIT_SETTINGS, CannotRun

InSandbox = Annotated[bool, typer.Option("--sandbox", help="About the cafe of `make demo`, not yours.")]
SandboxDir = Annotated[
    Path | None, typer.Option("--data-dir", help="Where that sandbox keeps its cafe, if elsewhere.")
]


def settings_or_exit(*, command: str = "") -> Settings:
    """The settings; otherwise everything that is wrong with them is printed, and the command ends.

    `command`: how it is called, if it can look at a sandbox's cafe too.
    """
    try:
        return read_settings(Path(".env"))
    except SettingsError as error:
        for problem in error.problems:
            typer.echo(problem, err=True)
        if command:
            say_sandbox_beside(command)
        raise typer.Exit(EXIT_SETTINGS) from None


def find_played(sandbox: bool, data_dir: Path | None) -> Path | None:
    """The sandbox's folder, absolute, None when a command is about the cafe itself.

    Is there no sandbox where one is meant, that is said and the command ends.
    """
    if not sandbox and data_dir is None:
        return None
    absolute = (data_dir or USUAL_DIR).expanduser().absolute()
    if not holds_sandbox(absolute):
        end(CannotRun(Hints(absolute).none_here, EXIT_SETTINGS))
    return absolute


def say_sandbox_beside(command: str) -> None:
    """Where there is a demo's cafe too: that it is another one, and how to ask about it."""
    usual = USUAL_DIR.absolute()
    if holds_sandbox(usual):
        typer.echo(Hints(usual).beside(command), err=True)


def end(failure: CannotRun) -> NoReturn:
    """Say why, and end with its code."""
    sys.stderr.write(f"{failure.sentence}\n")
    raise typer.Exit(failure.exit_code) from None
