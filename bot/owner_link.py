"""`python -m bot owner-link`: the one-time link that makes somebody the owner, for the terminal only.

It never reaches a log. The running bot is asked for it; only when none runs, this process writes it itself.
"""

import asyncio
import io
from typing import Final

import qrcode

from bot.bot_api import TelegramUnreachableError, call
from bot.clock import SystemClock
from bot.control import NobodyAnswersError, ask
from bot.data_dir_lock import DataDirLock
from bot.opening import open_cafe
from bot.secret_source import SystemSecrets
from bot.settings import Settings
from bot.stopping import EXIT_BUSY, EXIT_FAILED, EXIT_SETTINGS, CannotRun
from loyalty.use_cases.staff.staffing import MakeOwnerLink

_UNREACHABLE: Final = (
    "Telegram can't be reached, and the link needs the bot's name. Look at the network and try again."
)


def make_owner_link(settings: Settings) -> str:
    """A link that works for 15 minutes, once; the one made before it is void. Raises CannotRun."""
    try:
        reply = ask(settings.socket_path, "owner-link")
    except NobodyAnswersError:
        return asyncio.run(_make_alone(settings))
    if "link" not in reply:
        raise CannotRun(str(reply.get("error")), EXIT_BUSY)
    return str(reply["link"])


def draw_in_terminal(link: str) -> str:
    """The link as QR in characters, light on dark as most terminals are."""
    code = qrcode.QRCode(border=2)
    code.add_data(link)
    picture = io.StringIO()
    code.print_ascii(out=picture, invert=True)
    return picture.getvalue()


async def _make_alone(settings: Settings) -> str:
    with DataDirLock(settings.data_dir):
        username = await _ask_username(settings)
        database = await open_cafe(settings, clock=SystemClock(), secrets=SystemSecrets())
        try:
            payload = await MakeOwnerLink(database, SystemSecrets())()
        finally:
            await database.close()
    return f"{settings.telegram_link}/{username}?start={payload}"


async def _ask_username(settings: Settings) -> str:
    try:
        me = (await call(settings, "getMe")).result
    except TelegramUnreachableError as error:
        raise CannotRun(f"{_UNREACHABLE} ({error})", EXIT_FAILED) from None
    username = me.get("username") if isinstance(me, dict) else None
    if not isinstance(username, str):
        raise CannotRun(
            "Telegram does not know this token. Look at BOT_TOKEN and TELEGRAM_API.", EXIT_SETTINGS
        )
    return username
