"""The commands of safe keeping: backup, restore, migrate, move, doctor; what they ask and what they print.

Each imports what it needs when it runs, and none imports aiogram.
"""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from bot.sandbox_hints import Hints
from bot.sandbox_place import sandbox_settings
from bot.settings import Settings
from bot.stopping import EXIT_BUSY, EXIT_FAILED, EXIT_OK, CannotRun
from bot.terminal import InSandbox, SandboxDir, end, find_played, say_sandbox_beside, settings_or_exit
from loyalty.points import POINT
from loyalty.privacy import BACKUP_NIGHTS

if TYPE_CHECKING:
    from bot.findings import Finding
    from bot.restore import Prospect, Restored
    from storage.restoring import Loss


def add_commands(app: typer.Typer) -> None:
    """Join them to the command line."""
    for command in (backup, restore, migrate, move, doctor):
        app.command()(command)


def backup(sandbox: InSandbox = False, data_dir: SandboxDir = None) -> None:
    """Make a backup now; the running bot is asked for it."""
    settings = _settings_of("backup", find_played(sandbox, data_dir))
    from bot.safekeeping_alone import back_up_now

    try:
        made = back_up_now(settings)
    except CannotRun as failure:
        end(failure)
    typer.echo(f"Backed up, opened again and checked: {made}")


def restore(
    file: Annotated[Path, typer.Argument(help="A backup: .sqlite3, or .age with its passphrase.")],
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask.")] = False,
    sandbox: InSandbox = False,
    data_dir: SandboxDir = None,
) -> None:
    """Put a backup in the place of the present data; the bot has to be stopped."""
    played = find_played(sandbox, data_dir)
    settings = _settings_of("restore FILE", played)
    from bot.data_dir_lock import DataDirLock
    from bot.restore import Restore
    from bot.server import refuse_restore

    known = settings.backup_passphrase
    work = Restore(settings.data_dir)
    try:
        refuse_restore(settings)
        with DataDirLock(settings.data_dir):
            try:
                prospect = work.prepare(file, _ask_passphrase, known.get_secret_value() if known else None)
                for sentence in say_prospect(prospect):
                    typer.echo(sentence)
                if not yes and not typer.confirm("Go on?"):
                    typer.echo("Nothing was changed.")
                    raise typer.Exit(EXIT_FAILED)
                restored = work.carry_out()
            finally:
                work.close()
    except CannotRun as failure:
        if played is not None and failure.exit_code == EXIT_BUSY:
            end(CannotRun(Hints(played).stop_first, EXIT_BUSY))
        end(failure)
    for sentence in say_restored(restored, played):
        typer.echo(sentence)


def migrate() -> None:
    """Bring the data to the version of this program; `run` does it by itself."""
    settings = _settings()
    from bot.safekeeping_alone import migrate_now

    try:
        before, after, kept = migrate_now(settings)
    except CannotRun as failure:
        end(failure)
    if before == after:
        typer.echo(f"The data is of version {after} already.")
        return
    typer.echo(f"The data was of version {before} and is of version {after} now.")
    if kept is not None:
        typer.echo(f"As it was before: {kept}")


def move() -> None:
    """Take the cafe's data from its file into the empty PostgreSQL database of DATABASE_URL."""
    settings = _settings()
    from bot.moving import move as move_data

    try:
        moved = move_data(settings)
    except CannotRun as failure:
        end(failure)
    count = sum(rows for table, rows in moved.rows.items() if table.isidentifier())
    if moved.rows:
        typer.echo(f"Moved {count:,} rows, counted and summed up on both sides, to {moved.place}.")
    else:
        typer.echo(f"Everything is on {moved.place} already; what was left of the move is done now.")
    typer.echo(f"What it was before is kept for {BACKUP_NIGHTS} days in {moved.aside}")
    typer.echo("Leave DATABASE_URL as it is and start the bot: it goes on where it was.")


def doctor(sandbox: InSandbox = False, data_dir: SandboxDir = None) -> None:
    """Look at everything that must be right; ends with 0 when all is well, with 1 otherwise."""
    played = find_played(sandbox, data_dir)
    if played is not None:
        from bot.doctor_sandbox import examine_sandbox

        _tell(examine_sandbox(played))
    from bot.settings import SettingsError, read_settings

    try:
        settings = read_settings(Path(".env"))
    except SettingsError as error:
        for sentence in error.problems:
            typer.echo(f"PROBLEM Settings: {sentence}")
        say_sandbox_beside("doctor")
        raise typer.Exit(EXIT_FAILED) from None
    from bot.doctor import examine

    _tell(examine(settings), otherwise=lambda: say_sandbox_beside("doctor"))


def _tell(findings: "list[Finding]", *, otherwise: Callable[[], None] = lambda: None) -> NoReturn:
    """All findings; `otherwise` when not all is well."""
    from bot.doctor import word_findings

    verdict = word_findings(findings)
    for line in verdict.lines:
        typer.echo(line)
    if not verdict.well:
        otherwise()
    raise typer.Exit(EXIT_OK if verdict.well else EXIT_FAILED)


def _ask_passphrase() -> str:
    try:
        return str(typer.prompt("Passphrase of this backup", hide_input=True))
    except typer.Abort:  # nobody is there to type: an empty one opens nothing, and that is said
        return ""


def _settings() -> Settings:
    """The settings; what has to be said is said to this terminal, and the log stays for errors."""
    return _settings_of("", None)


def _settings_of(command: str, played: Path | None) -> Settings:
    """Those of the sandbox in the folder `played`; of the cafe without one."""
    settings = settings_or_exit(command=command) if played is None else sandbox_settings(played)
    from bot.log_setup import configure_logging

    configure_logging("ERROR", settings.log_format)
    return settings


def say_prospect(prospect: "Prospect") -> list[str]:
    """What a restore would do, in sentences."""
    then = f"{prospect.made_at_local:%d %b %H:%M}"
    sentences = [f"The backup is of {then}, of the cafe {prospect.cafe!r}."]
    loss = prospect.loss
    if not prospect.replaces:
        sentences.append("There is no data here yet: nothing is replaced.")
    elif loss is None:
        sentences.append(
            "The present data can't be compared with it: it is damaged, too old or of another cafe. "
            f"What was entered since {then} is lost."
        )
    else:
        sentences += _say_loss(loss)
    if prospect.knows_better:
        sentences.append(
            "Staff are as they were then, but whoever was removed stays removed, and nobody gets back rights "
            "that were taken since."
        )
    else:
        sentences.append(
            "Nobody can tell here what was taken away since then: whoever worked then works again, with the "
            "rights of then, and vouchers that were collected and paper cards that were blocked since then "
            "are good again. As soon as the bot runs, look through /staff, /vouchers and /papers."
        )
    sentences.append("Codes, invites and open visits of then end; new receipts go on with higher numbers.")
    if prospect.erased_again:
        people = "1 person" if prospect.erased_again == 1 else f"{prospect.erased_again} people"
        sentences.append(f"{people} asked to be forgotten since then, and will be erased again.")
    return sentences


def _say_loss(loss: "Loss") -> list[str]:
    sentences = ["Nothing was entered since then."]
    if loss.is_something:
        paid = f"{_count_points(loss.paid)} paid with" if loss.paid else ""
        handed_over = f"{_count(loss.rewards, 'reward')} handed over"
        what = (
            f"What was entered since then ({_count_entered(loss)}) is lost; "
            f"{' and '.join(filter(None, (handed_over, paid)))} since then will be on the cards again; "
            f"{_count(loss.customers, 'customer')} who came since then will have to join again."
        )
        sentences = [what]
    if loss.undone:
        sentences.append(f"Of before, {_count(loss.undone, 'receipt')} undone since then will count again.")
    return sentences


def _count_points(hundredths: int) -> str:
    return "1 point" if hundredths == POINT else f"{Decimal(hundredths) / POINT:f} points"


def _count_entered(loss: "Loss") -> str:
    """Of stamps and of bills what this cafe has."""
    counts = [_count(loss.visits, "visit")]
    if loss.stamps or not loss.bills:
        counts.append(_count(loss.stamps, "stamp"))
    if loss.bills:
        counts.append(_count(loss.bills, "bill"))
    if loss.points:
        counts.append(_count_points(loss.points))
    return ", ".join(counts)


def say_restored(restored: "Restored", played: Path | None = None) -> list[str]:
    """What a restore has done, in sentences; `played`: the folder of the sandbox, if it is one's."""
    sentences = [Hints(played).restored(restored.owners) if played else "Restored. Start the bot as usual."]
    if not restored.owners and played is None:
        sentences.append(
            "The cafe has no owner now: who was one then was removed since, and who became one since then is "
            "not known yet. `python -m bot owner-link` makes a link for the owner."
        )
    if restored.aside is not None:
        sentences.append(f"What was there before is kept for {BACKUP_NIGHTS} days in {restored.aside}")
    return sentences


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
