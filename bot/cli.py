"""The commands of `python -m bot`: what they are called, what they print, and with which code they end.

Each imports what it needs when it runs: aiogram takes seconds, and only `run` and `sandbox` have use for it.
"""

import asyncio
import gc
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.safekeeping_commands import add_commands
from bot.sandbox_hints import USUAL_DIR, USUAL_PORT
from bot.settings import SOCKET_NAME
from bot.stopping import EXIT_FAILED, EXIT_OK, CannotRun
from bot.terminal import (
    InSandbox,
    SandboxDir,
    end,
    find_played,
    say_sandbox_beside,
    settings_or_exit,
)

app = typer.Typer(
    help="One More Cup: a loyalty card for a small cafe.", no_args_is_help=True, add_completion=False,
    pretty_exceptions_enable=False,
)  # fmt: skip


@app.command()
def run() -> None:
    """Run the bot until it is told to stop."""
    settings = settings_or_exit()
    from bot.log_setup import configure_logging

    configure_logging(settings.log_level, settings.log_format)
    gc.disable()
    from bot.app import run_as_process

    # Nothing imported is garbage, and all of it stays: looking through it again and again slows every start.
    gc.freeze()
    gc.enable()
    _run(run_as_process(settings))


@app.command()
def setup() -> None:
    """Begin here: asks for the bot's token, runs the bot and brings the owner in."""
    from bot.log_setup import configure_logging

    configure_logging("WARNING", "auto")
    from bot.setup import STOPPED, SetUp

    try:
        SetUp(typer.echo, _ask_line)()
    except CannotRun as failure:
        end(failure)
    except KeyboardInterrupt:
        typer.echo(f"\n{STOPPED}")
        raise typer.Exit(EXIT_FAILED) from None


@app.command(name="owner-link")
def owner_link() -> None:
    """Print the one-time link that makes whoever opens it the owner."""
    settings = settings_or_exit()
    from bot.owner_link import draw_in_terminal, make_owner_link

    try:
        link = make_owner_link(settings)
    except CannotRun as failure:
        end(failure)
    typer.echo(draw_in_terminal(link))
    typer.echo(link)
    typer.echo("Open it within 15 minutes with the Telegram account of the owner. It works once.")


@app.command()
def health(sandbox: InSandbox = False, data_dir: SandboxDir = None) -> None:
    """Say how the running bot is doing; ends with 0 when all is well, with 1 otherwise."""
    played = find_played(sandbox, data_dir)
    if played is not None:
        socket_path = played / SOCKET_NAME
    else:
        socket_path = settings_or_exit(command="health").socket_path
    from bot.control import NobodyAnswersError, ask

    try:
        report = ask(socket_path, "health")
    except NobodyAnswersError:
        typer.echo(f"The bot of {socket_path.parent} is not running, or it does not answer.", err=True)
        if played is None:
            say_sandbox_beside("health")
        raise typer.Exit(EXIT_FAILED) from None
    well = report.get("well") is True
    typer.echo("All is well." if well else "degraded")
    typer.echo(f"Asked: the bot of {socket_path.parent}.")
    for sentence in [*_sentences(report, "troubles"), *_sentences(report, "notes")]:
        typer.echo(sentence)
    age = report.get("poll_age_seconds")
    answered = "not yet" if age is None else f"{age:.0f} s ago"
    updates, deliveries = report.get("updates_waiting"), report.get("deliveries_waiting")
    mode = "by webhook" if report.get("mode") == "webhook" else "by polling"
    typer.echo(f"Telegram answered: {answered} ({mode}). Waiting: {updates} updates, {deliveries} messages.")
    raise typer.Exit(EXIT_OK if well else EXIT_FAILED)


add_commands(app)


@app.command()
def sandbox(
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Where the page is, on this machine only.")
    ] = USUAL_PORT,
    data_dir: Annotated[Path, typer.Option(help="Where the sandbox keeps its cafe.")] = USUAL_DIR,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Begin with a new cafe; an old one is put aside.")
    ] = False,
    empty: Annotated[bool, typer.Option("--empty", help="Begin before the owner link is opened.")] = False,
) -> None:
    """Try everything in a browser, without a token: a Bot API server and the bot against it."""
    from bot.log_setup import configure_logging

    configure_logging("WARNING", "auto")
    from bot.sandbox_launcher import run_sandbox

    _run(run_sandbox(data_dir.expanduser().absolute(), port=port, fresh=fresh, empty=empty, say=typer.echo))


def _run(work: Any) -> None:
    try:
        asyncio.run(work)
    except CannotRun as failure:
        end(failure)


def _ask_line(question: str) -> str | None:
    """A line that was typed or piped in; None at the end of the input."""
    typer.echo(question, nl=False)
    return sys.stdin.readline() or None


def _sentences(report: dict[str, Any], name: str) -> list[str]:
    sentences = report.get(name)
    return [str(sentence) for sentence in sentences] if isinstance(sentences, list) else []
