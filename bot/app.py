"""The life of the process: what is started, in what order, and how it ends without losing anything.

It knows no rule and no word; which object gets which stands in wiring.py.
"""

import asyncio
import gc
import signal
from collections.abc import Awaitable, Coroutine
from typing import TYPE_CHECKING, Any, Final

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramNotFound, TelegramUnauthorizedError
from aiogram.types import User

from bot.backups import BackupError, BackupKeeper
from bot.clock import SystemClock
from bot.control import Command, ControlSocket, Reply
from bot.counts import Counts
from bot.data_dir_lock import DataDirLock
from bot.database_look import DatabaseLook
from bot.edition import this_edition
from bot.health import Health
from bot.health_report import HealthReport, warn_of_old_sqlite
from bot.opening import open_cafe
from bot.own_texts import tell_of_problems
from bot.pacing import ChatPace
from bot.patience import LONGEST_DELAY_SECONDS, Patience, Stopping
from bot.poller import UNKNOWN_BOT
from bot.secret_source import SystemSecrets
from bot.server import url_of
from bot.settings import Settings
from bot.stopping import EXIT_FAILED, EXIT_SETTINGS, CannotRun
from bot.telegram_session import create_bot
from bot.webhook import Webhook
from bot.wiring import Machinery, Surroundings, assemble
from loyalty.secrets import SecretSource
from loyalty.use_cases.house.another_bot import MeetBot
from loyalty.use_cases.house.sending import FindSentToGroups, RescueDeliveries
from loyalty.use_cases.staff.staffing import MakeOwnerLink
from storage.backup_files import BackupKind
from storage.group_commit import Clock
from storage.open_database import OpenDatabase

if TYPE_CHECKING:
    from bot.http_server import HttpServer

_log = structlog.get_logger(__name__)

# Together, with the last confirmation's two seconds, below the 20 in which a stop has to be over.
HANDLERS_END_SECONDS: Final = 11.0
SENDS_END_SECONDS: Final = 4.0
_NOT_YET: Final = (
    "The bot has no connection to Telegram yet, so it does not know its own name. Try again soon."
)
NO_METRICS: Final = (
    "METRICS needs the package prometheus-client, which is not installed: "
    "`.venv/bin/python -m pip install prometheus-client`. Or set METRICS=off."
)
_BROKEN: Final = "A part of the bot broke. The log says where, just before this line."


class App:
    """One bot on one data directory."""

    def __init__(self, settings: Settings, *, clock: Clock, secrets: SecretSource) -> None:
        self._settings = settings
        self._clock = clock
        self._secrets = secrets
        self._health = Health()
        self._counts = Counts()
        self._http: HttpServer | None = None
        self._stop = asyncio.Event()
        self._patience = Patience(self._health, self._stop)
        self._failure: CannotRun | None = None
        self._group: asyncio.TaskGroup | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._bot_link = ""
        self.polling = asyncio.Event()
        """Set when everything runs, and updates are asked for or taken."""

    def stop(self) -> None:
        """End, gracefully, within 20 seconds."""
        self._stop.set()

    async def run(self) -> None:
        """Run until `stop`. Raises CannotRun with the reason when it can't, or can't go on."""
        with DataDirLock(self._settings.data_dir):
            database = await open_cafe(self._settings, clock=self._clock, secrets=self._secrets)
            try:
                async with asyncio.TaskGroup() as self._group:
                    await self._guard(self._live(database))
            finally:
                await database.close()
        if self._failure is not None:
            raise self._failure

    async def _live(self, database: OpenDatabase) -> None:
        if old_sqlite := warn_of_old_sqlite(database.engine):
            _log.info("old_sqlite", problem=old_sqlite)
        chats = ChatPace(self._settings.messages_a_second)
        bot = create_bot(self._settings, chats)
        backups = BackupKeeper(
            database, self._settings.data_dir, self._clock, self._health, url_of(self._settings)
        )
        report = self._create_report(database)
        commands: dict[str, Command] = {
            "backup": lambda: _back_up(backups),
            "health": report,
            "owner-link": lambda: self._make_owner_link(database),
            "owners": lambda: _count_owners(database),
            "surroundings": self._say_surroundings,
        }
        control = ControlSocket(self._settings.socket_path, commands)
        await control.start()
        try:
            if self._settings.http_port:
                self._http = self._create_server(report)
                await self._http.start()
            await self._serve(database, bot, chats, backups)
        except Stopping:
            pass
        finally:
            if self._http is not None:
                await self._http.stop()
            await self._cancel_tasks()
            await control.stop()
            await bot.session.close()

    async def _serve(self, database: OpenDatabase, bot: Bot, chats: ChatPace, backups: BackupKeeper) -> None:
        me = await self._introduce(bot)
        self._bot_link = f"{self._settings.telegram_link}/{me.username}"
        machinery = assemble(
            Surroundings(
                settings=self._settings, secrets=self._secrets, backups=backups, health=self._health,
                patience=self._patience, bot=bot, chats=chats, bot_link=self._bot_link, spawn=self._spawn,
                counts=self._counts,
            ),
            database,
        )  # fmt: skip
        # Everything imported stays: looking through aiogram's 160 MB for garbage stalls the loop for 0.2 s.
        gc.freeze()
        for chat_id, ago in await self._patience.insist(FindSentToGroups(database).__call__):
            chats.recall(chat_id, ago.total_seconds())
        rescued = await self._patience.insist(lambda: RescueDeliveries(database)(leases=False))
        await self._meet(database, me.id)
        database.on_deliveries = machinery.sender.ring
        await self._patience.insist(lambda: tell_of_problems(database, machinery.texts))
        await self._patience.insist(machinery.presence.begin)  # before anything that waited is handled
        await machinery.inbox.replay()
        self._spawn(self._guard(machinery.sender.run()))
        self._spawn(self._guard(machinery.arrivals.run()))
        if self._http is not None and isinstance(machinery.arrivals, Webhook):
            self._http.open_for(machinery.arrivals)
        machinery.metronome.start()
        self.polling.set()
        _log.info("bot_started", bot=me.id, rescued=rescued)
        await self._stop.wait()
        await self._end(machinery)

    async def _end(self, machinery: Machinery) -> None:
        _log.info("bot_stopping")
        machinery.metronome.stop()
        machinery.arrivals.stop()
        handled = await machinery.inbox.drain(HANDLERS_END_SECONDS)
        await machinery.arrivals.confirm()
        await machinery.presence.end()
        await machinery.erasures.end()
        sent = await machinery.sender.stop(SENDS_END_SECONDS)
        _log.info("bot_stopped", handlers_ended=handled, sends_ended=sent)

    async def _cancel_tasks(self) -> None:
        """What did not end in time is found again by the next start: updates are handled anew."""
        for task in tuple(self._tasks):
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)

    async def _introduce(self, bot: Bot) -> User:
        """Who the bot is, by Telegram's word, however long the line is down."""
        delay = 1.0
        while True:
            try:
                return await bot.get_me()
            except TelegramUnauthorizedError:
                raise CannotRun(UNKNOWN_BOT, EXIT_SETTINGS) from None
            except TelegramNotFound:
                address = self._settings.telegram_api
                problem = f"{address} does not answer like a Bot API server that knows this token. Look at "
                raise CannotRun(f"{problem}TELEGRAM_API and BOT_TOKEN.", EXIT_SETTINGS) from None
            except Exception as error:  # of what kind depends on the network and the proxy
                sentence = f"Telegram can't be reached ({type(error).__name__}); I keep trying."
                if self._health.trouble("telegram", sentence):
                    _log.warning("telegram_unreachable", problem=sentence)
            await self._patience.rest(delay)
            delay = min(delay * 2, LONGEST_DELAY_SECONDS)

    async def _meet(self, database: OpenDatabase, bot_id: int) -> None:
        met = await self._patience.insist(lambda: MeetBot(database)(bot_id))
        if met.another:
            _log.warning("another_bot", bot=bot_id, put_aside=met.put_aside)

    def _create_report(self, database: OpenDatabase) -> HealthReport:
        edition = this_edition(database.engine)
        versions: dict[str, str | int] = {
            "program": edition.version, "schema": edition.schema, "database": edition.database,
        }  # fmt: skip
        by_webhook = self._settings.webhook_url is not None
        look = DatabaseLook(database)
        return HealthReport(database.engine, look, self._health, by_webhook=by_webhook, versions=versions)

    def _create_server(self, report: HealthReport) -> "HttpServer":
        from bot.http_server import HttpServer  # a start without a port should not pay for it

        if self._settings.metrics == "off":
            return HttpServer(self._settings, report, None)
        try:
            from bot.metrics import Metrics  # prometheus-client is an extra
        except ModuleNotFoundError:
            raise CannotRun(NO_METRICS, EXIT_SETTINGS) from None
        return HttpServer(self._settings, report, Metrics(self._counts, report))

    async def _make_owner_link(self, database: OpenDatabase) -> Reply:
        if not self._bot_link:
            return {"error": _NOT_YET}
        return {"link": f"{self._bot_link}?start={await MakeOwnerLink(database, self._secrets)()}"}

    async def _say_surroundings(self) -> Reply:
        return {"telegram_api": self._settings.telegram_api, "now": self._clock.now().isoformat()}

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        if self._group is None:
            raise RuntimeError("nothing runs yet")
        task = self._group.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _guard(self, work: Awaitable[None]) -> None:
        """A part that ends, for whatever reason, ends the process gracefully."""
        try:
            await work
        except CannotRun as failure:
            self._failure = failure
        except Exception:
            _log.exception("part_broke")
            self._failure = CannotRun(_BROKEN, EXIT_FAILED)
        self._stop.set()


async def _back_up(backups: BackupKeeper) -> Reply:
    try:
        made = await backups.make(BackupKind.ASKED)
    except BackupError as error:
        return {"error": str(error)}
    return {"file": str(made.path), "bytes": made.bytes}


async def _count_owners(database: OpenDatabase) -> Reply:
    return {"owners": await database.read(lambda tx: len(tx.people.find_owners()))}


async def run_as_process(settings: Settings) -> None:
    """The bot by the system's clock, until SIGTERM or SIGINT. Raises CannotRun."""
    app = App(settings, clock=SystemClock(), secrets=SystemSecrets())
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, app.stop)
    await app.run()
