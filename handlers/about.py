"""/about: one line for everybody; for owners which version this is and how safe their data is.

Not here: whether the data is safe (loyalty/use_cases/house/safekeeping.py).
"""

from dataclasses import dataclass
from datetime import timedelta

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import Message

from handlers.filters import IsOwner, PrivateChat
from handlers.outgoing import OutgoingMessage
from handlers.sending import send
from handlers.texts import Html, Words
from loyalty.ids import ChatId
from loyalty.people import Person
from loyalty.safekeeping import BackupState
from loyalty.use_cases.house.safekeeping import ReadAbout

_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Edition:
    """Which program this is."""

    version: str
    database: str
    """What keeps the data, with its version."""
    schema: int
    """The number of the last migration."""


def create_router() -> Router:
    """Whoever asks gets an answer."""
    router = Router(name="about")
    router.message.register(about_for_owner, PrivateChat(), Command("about"), IsOwner())
    router.message.register(about, PrivateChat(), Command("about"))
    return router


async def about(_: Message, bot: Bot, words: Words, chat_id: ChatId) -> None:
    """What this is."""
    await send(bot, chat_id, OutgoingMessage(words.say("about-this")))


async def about_for_owner(
    _: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, read_about: ReadAbout,
    edition: Edition,
) -> None:  # fmt: skip
    """Version, database, backups, licence."""
    state = await read_about(person)
    lines = [words.say("about-this"), *draw_about(edition, state, words)]
    await send(bot, chat_id, OutgoingMessage("\n\n".join(lines)))


def draw_about(edition: Edition, state: BackupState, words: Words) -> list[Html]:
    """For whoever answers for the data."""
    return [
        words.say(
            "about-version",
            version=edition.version,
            database=edition.database,
            schema=str(edition.schema),
        ),
        _word_backup(state, words),
        words.say("about-copies", where=_where(state)),
        words.say("about-licence"),
    ]


def _word_backup(state: BackupState, words: Words) -> Html:
    if state.problem:
        return words.say("about-backup-failed")
    if state.age is None:
        return words.say("about-no-backup")
    return words.say("about-backup", hours=state.age // _HOUR)


def _where(state: BackupState) -> str:
    if not state.encrypts:
        return "here"
    return "away" if state.copies_leave else "late"
