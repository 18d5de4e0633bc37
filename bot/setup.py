"""`python -m bot setup`: from a token to a running bot with its owner, for people who don't type.

Not here: what the owner is asked in Telegram (handlers/owner), and the settings themselves (settings.py).
"""

import asyncio
import re
import signal
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from bot.bot_api import TelegramUnreachableError, call
from bot.control import NobodyAnswersError, Reply, ask
from bot.env_writing import EnvWritingError, write_value
from bot.owner_link import draw_in_terminal, make_owner_link
from bot.server import refusals, url_of
from bot.settings import MISSHAPEN, TOKEN_SHAPE, Settings, SettingsError, read_settings
from bot.sources import FILE_NAME, find_kept_file, place_for_writing, read_written
from bot.stopping import EXIT_FAILED, EXIT_SETTINGS, CannotRun
from storage.inspection import inspect
from storage.migrate import ForeignFileError, NewerFileError
from storage.sqlite import FILE_NAME as DATABASE_NAME

Say = Callable[[str], None]
Ask = Callable[[str], str | None]
"""Shows a question; the line that was typed, None when nothing more will come."""

MOST_TRIES: Final = 5
_TOKEN: Final = "BOT_TOKEN"  # noqa: S105 - a name, no token
_LINK_MINUTES: Final = 14.0
"""A little less than a link's life: whoever is slow finds a fresh one."""
_LOOK_SECONDS: Final = 0.5
_YES: Final = frozenset({"y", "yes"})

HOW_TO_GET_ONE: Final = (
    "A bot needs a token. In Telegram open @BotFather, send /newbot, answer its two questions, and copy what "
    "it shows. (For a bot that you have: /mybots, your bot, API Token.)"
)
NOTHING_TYPED: Final = (
    "No token was given, and nothing was written. Type `python -m bot setup` to begin again."
)
TWO_TOKENS: Final = (
    "`run` would read another BOT_TOKEN than the one you gave, and Telegram does not know that one now. "
    "Look for a second one: in .env here, in .env of DATA_DIR, and in the environment."
)
STOPPED: Final = "Stopped. Type `python -m bot setup` to go on where you were."
HERE: Final = (
    "The owner is here. The rest happens in Telegram: the bot asks there what it needs to know.\n"
    "Ctrl+C stops the bot; `python -m bot run` starts it again (with Docker: `docker compose up -d`)."
)


@dataclass(frozen=True, slots=True)
class SetUp:
    """One run of the command."""

    say: Say
    ask: Ask

    def __call__(self) -> None:
        """Ends when the bot is told to stop. Raises CannotRun, whose sentence is for the owner."""
        settings = self._settle_token()
        owners = self._count_owners(settings)
        if owners is not None:
            self._meet_running(settings, owners)
            return
        self._settle_webhook(settings)
        if _has_owner(settings):
            self._offer_link(settings, "it has its owner. `python -m bot run` starts the bot.")
            return
        asyncio.run(_RunUntilStopped(settings, self.say, self._show_link)())

    def _settle_token(self) -> Settings:
        """Settings whose token Telegram knows, written where `run` finds them."""
        place, written = place_for_writing(), _read_everywhere()
        if "bot_token_file" in written:
            return self._use_what_is_there(_TOKEN + "_FILE")
        if "bot_token" in read_written():
            return self._use_what_is_there(f"{_TOKEN} of the environment")
        if "bot_token" in written:
            found = self._judge(written["bot_token"], written)
            if isinstance(found, str):
                self.say(f"The token that is written already can't be used. {found}")
            else:
                return self._greet(found)
        self.say(HOW_TO_GET_ONE)
        settings = self._ask_token(written)
        try:
            write_value(place, _TOKEN, settings.bot_token.get_secret_value())
        except EnvWritingError as error:
            raise CannotRun(str(error), EXIT_FAILED) from None
        self.say(f"The token is kept in {place.absolute()}; nobody else on this machine can read it.")
        return self._greet(settings)

    def _use_what_is_there(self, where: str) -> Settings:
        try:
            settings = read_settings(Path(FILE_NAME))
        except SettingsError as error:
            raise CannotRun(str(error), EXIT_SETTINGS) from None
        found = self._judge(settings.bot_token.get_secret_value(), _read_everywhere())
        if isinstance(found, str):
            raise CannotRun(f"The token comes from {where}, and it can't be used. {found}", EXIT_SETTINGS)
        self.say(f"The token comes from {where}.")
        return self._greet(settings)

    def _greet(self, settings: Settings) -> Settings:
        """The settings as `run` will read them; what else is wrong with them is said now."""
        try:
            settings = read_settings(Path(FILE_NAME))
        except SettingsError as error:
            raise CannotRun(str(error), EXIT_SETTINGS) from None
        me = _ask_telegram(settings, "getMe")
        if not _is_bot(me):
            raise CannotRun(TWO_TOKENS, EXIT_SETTINGS)
        self.say(f"Telegram knows this token: it is the one of @{me['username']}.")
        return settings

    def _ask_token(self, written: dict[str, str]) -> Settings:
        for _ in range(MOST_TRIES):
            line = self.ask("Token: ")
            if line is None:
                raise CannotRun(NOTHING_TYPED, EXIT_SETTINGS)
            # Whole messages of BotFather are pasted, and lines that a mail program has broken.
            match = TOKEN_SHAPE.search(line) or TOKEN_SHAPE.search(re.sub(r"\s+", "", line))
            if match is None:
                self.say(MISSHAPEN.format(name="What you typed") if line.strip() else HOW_TO_GET_ONE)
                continue
            found = self._judge(match[0], written)
            if not isinstance(found, str):
                return found
            self.say(found)
        raise CannotRun(NOTHING_TYPED, EXIT_SETTINGS)

    def _judge(self, token: str, written: dict[str, str]) -> Settings | str:
        """The settings with this token, or why Telegram does not take it. Raises CannotRun without a line."""
        others = {name: value for name, value in written.items() if not name.endswith("_file")}
        try:
            settings = Settings.model_validate({**others, "bot_token": token})
        except ValidationError as error:
            sentences = [str(one.get("ctx", {}).get("error", one["msg"])) for one in error.errors()]
            raise CannotRun("\n".join(sentences), EXIT_SETTINGS) from None
        if _is_bot(_ask_telegram(settings, "getMe")):
            return settings
        return (
            "Telegram does not know this token (any more). Copy it again from @BotFather: /mybots, API Token."
        )

    def _settle_webhook(self, settings: Settings) -> None:
        info = _ask_telegram(settings, "getWebhookInfo")
        if not isinstance(info, dict) or info.get("url") in (None, "", settings.webhook_url):
            return
        self.say(
            "Another program gets what people write to this bot: a webhook is set. Both can't run at once."
        )
        answer = self.ask("Take it away? What people wrote meanwhile is kept. [y/N] ")
        if (answer or "").strip().lower() not in _YES:
            raise CannotRun(
                "The webhook stays. Choose another bot, or end that program first.", EXIT_SETTINGS
            )
        _ask_telegram(settings, "deleteWebhook", drop_pending_updates=False)

    def _count_owners(self, settings: Settings) -> int | None:
        """By the running bot's word; None when none runs."""
        try:
            return int(ask(settings.socket_path, "owners").get("owners", 0))
        except NobodyAnswersError:
            return None

    def _meet_running(self, settings: Settings, owners: int) -> None:
        if owners:
            self._offer_link(settings, "it runs and has its owner. /setup in Telegram changes anything.")
            return
        self.say("The bot runs already, and waits for its owner.")
        self._show_link(make_owner_link(settings))

    def _offer_link(self, settings: Settings, how: str) -> None:
        self.say(f"This cafe is set up: {how}")
        answer = self.ask("Make a link for another owner, or for one who lost the phone? [y/N] ")
        if (answer or "").strip().lower() in _YES:
            self._show_link(make_owner_link(settings))

    def _show_link(self, link: str) -> None:
        self.say(draw_in_terminal(link))
        self.say(link)
        self.say("Open it within 15 minutes with the Telegram account of the owner. It works once.")


@dataclass(frozen=True, slots=True)
class _RunUntilStopped:
    """The bot, and beside it the waiting for its owner."""

    settings: Settings
    say: Say
    show_link: Say

    async def __call__(self) -> None:
        from bot.app import App
        from bot.clock import SystemClock
        from bot.secret_source import SystemSecrets

        app = App(self.settings, clock=SystemClock(), secrets=SystemSecrets())
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, app.stop)
        self.say("Starting ...")
        reasons: list[CannotRun] = []
        async with asyncio.TaskGroup() as group:  # which would wrap a reason in a group of reasons
            waiting = group.create_task(self._wait_for_owner(app.polling))
            try:
                await app.run()
            except CannotRun as reason:
                reasons.append(reason)
            waiting.cancel()
        if reasons:
            raise reasons[0]

    async def _wait_for_owner(self, polling: asyncio.Event) -> None:
        await polling.wait()
        try:
            while not await self._comes_by_a_link():
                self.say("The link ran out. Here is another one.")
        except NobodyAnswersError:
            self.say(STOPPED)  # the bot ends, and says itself why
            return
        self.say(HERE)

    async def _comes_by_a_link(self) -> bool:
        self.show_link(str((await self._ask("owner-link"))["link"]))
        self.say("Waiting for the owner ... (Ctrl+C stops)")
        for _ in range(int(_LINK_MINUTES * 60 / _LOOK_SECONDS)):
            if (await self._ask("owners")).get("owners"):
                return True
            await asyncio.sleep(_LOOK_SECONDS)
        return False

    async def _ask(self, command: str) -> Reply:
        return await asyncio.to_thread(ask, self.settings.socket_path, command)


def _ask_telegram(settings: Settings, method: str, **parameters: Any) -> Any:
    try:
        return asyncio.run(call(settings, method, parameters)).result
    except TelegramUnreachableError as error:
        raise CannotRun(
            f"Telegram can't be reached ({error}), so the token can't be checked. Look at the network, or "
            "set TELEGRAM_PROXY, and type `python -m bot setup` again.",
            EXIT_FAILED,
        ) from None


def _is_bot(me: Any) -> bool:
    """Whether an answer to getMe is one."""
    return isinstance(me, dict) and isinstance(me.get("username"), str)


def _has_owner(settings: Settings) -> bool:
    """By the data of a bot that does not run; what is wrong with a file is said when it is opened."""
    url, file = url_of(settings), settings.data_dir / DATABASE_NAME
    if url is not None:
        from storage.postgres_copies import inspect_server

        with refusals(url):
            return inspect_server(url).owners > 0
    try:
        return file.is_file() and inspect(file).owners > 0
    except (sqlite3.Error, ForeignFileError, NewerFileError):
        return False


def _read_everywhere() -> dict[str, str]:
    """All three places, unjudged: `.env` may be half filled in."""
    written = read_written(Path(FILE_NAME))
    kept = find_kept_file(written)
    return written if kept is None else {**read_written(kept), **written}
