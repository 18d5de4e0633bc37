"""Which of the running parts gets which: inbox, sender, ticks and all between, over one database.

It starts nothing and holds no state; the life of the process is in app.py.
Not here: what handlers and screens are given (provisions.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from aiogram import Bot, Dispatcher

from bot.apology import DirectApology
from bot.backup_post import BackupPost
from bot.backups import BackupCourier, BackupKeeper
from bot.counted_database import CountedDatabase
from bot.counts import Counts
from bot.dialogue_storage import DialogueStorage
from bot.drawing import Drawer
from bot.edition import this_edition
from bot.erasures import ErasureKeeper
from bot.foreign_chats import LeaveForeignChats
from bot.handling import UpdateCare, UpdateHandling
from bot.health import Health
from bot.inbox import Inbox, Spawn
from bot.own_texts import read_texts
from bot.own_webhook import OwnWebhook, WebhookTerms
from bot.pacing import ChatPace
from bot.patience import Patience
from bot.poller import Poller, UpdateSource
from bot.presence import Presence
from bot.profile import BotProfile
from bot.provisions import create_renderer, provide
from bot.scheduler import Metronome, Tick
from bot.sender import DeliveryCare, Sender
from bot.settings import Settings
from bot.waiting import WaitingWord
from bot.webhook import Webhook
from handlers.routers import create_root_router
from handlers.texts import Texts
from loyalty.ports import Database
from loyalty.secrets import SecretSource
from loyalty.use_cases.campaigns.birthday_gifts import GiveBirthdayGifts
from loyalty.use_cases.campaigns.feeding import FeedRuns, RedrawRuns
from loyalty.use_cases.campaigns.opening_runs import OpenRuns
from loyalty.use_cases.campaigns.rhythms import NoteRhythms
from loyalty.use_cases.house.day import CloseDue, SendDigest
from loyalty.use_cases.house.outages import CatchUp, NoteHeard
from loyalty.use_cases.house.profile import FindSaid, KeepSaid, ReadProfile
from loyalty.use_cases.house.receiving import (
    BeginUpdate,
    FindDialogue,
    FindWaitingUpdate,
    FindWaitingUpdates,
    FinishUpdate,
    GiveUpUpdate,
    KeepUpdates,
    NoteUnreachable,
)
from loyalty.use_cases.house.screens import ReadReader
from loyalty.use_cases.house.sending import (
    ClaimDelivery,
    FindNextSending,
    ForgetMessage,
    NoteFailed,
    NoteSent,
    NoteUnknown,
    PauseSending,
    PutBack,
    RescueDeliveries,
    SkipDelivery,
)
from loyalty.use_cases.house.upkeep import ExpireDue, NoteHours, Prune
from loyalty.use_cases.limits.pace import WatchPace
from loyalty.use_cases.listening.putting_right import AskByDay
from loyalty.use_cases.listening.reminding import RemindOfTickets
from loyalty.use_cases.staff.staff_chats import (
    FollowGroup,
    ForgetForeignChat,
    LookAtForeignChats,
    ReadStaffChat,
)
from storage.open_database import OpenDatabase


def create_update_care(database: Database) -> UpdateCare:
    """What may be done about a kept update."""
    return UpdateCare(
        begin=BeginUpdate(database),
        finish=FinishUpdate(database),
        give_up=GiveUpUpdate(database),
        note_unreachable=NoteUnreachable(database),
    )


def create_delivery_care(database: Database) -> DeliveryCare:
    """What may become of a delivery."""
    return DeliveryCare(
        claim=ClaimDelivery(database),
        find_next=FindNextSending(database),
        note_sent=NoteSent(database),
        note_failed=NoteFailed(database),
        note_unknown=NoteUnknown(database),
        skip=SkipDelivery(database),
        put_back=PutBack(database),
        pause=PauseSending(database),
        follow_group=FollowGroup(database),
    )


FEED_SECONDS: Final = 2.0
LEAST_AHEAD: Final = 100
ALWAYS_ASKED_FOR: Final = ("my_chat_member",)
"""Telegram sends only what is listed; whether a handler wants it yet or not, being blocked must arrive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the machinery stands in."""

    settings: Settings
    secrets: SecretSource
    backups: BackupKeeper
    health: Health
    patience: Patience
    bot: Bot
    chats: ChatPace
    bot_link: str
    spawn: Spawn
    counts: Counts = field(default_factory=Counts)


@dataclass(frozen=True, slots=True)
class Machinery:
    """The parts that run, none of them started."""

    arrivals: Poller | Webhook
    """How updates come to us."""
    inbox: Inbox
    sender: Sender
    metronome: Metronome
    presence: Presence
    erasures: ErasureKeeper
    texts: Texts


def assemble(around: Surroundings, opened: OpenDatabase) -> Machinery:
    """Everything over this database."""
    database = CountedDatabase(opened, around.counts)
    texts = read_texts(around.settings)
    dialogues = DialogueStorage(FindDialogue(database))
    encrypts = around.settings.backup_passphrase is not None
    provided = provide(
        database,
        around.secrets,
        texts,
        around.bot_link,
        encrypts=encrypts,
        edition=this_edition(opened.engine),
        speed=around.settings.speed,
    )
    dispatcher = Dispatcher(storage=dialogues, **provided)
    dispatcher.include_router(create_root_router())
    kinds = sorted({*dispatcher.resolve_used_update_types(), *ALWAYS_ASKED_FOR})
    waiting = WaitingWord(around.bot, texts)
    handling = UpdateHandling(
        bot=around.bot,
        dispatcher=dispatcher,
        care=create_update_care(database),
        dialogues=dialogues,
        patience=around.patience,
        apology=DirectApology(around.bot, texts, ReadReader(database)),
        waiting=waiting,
        secrets=around.secrets,
        kinds=kinds,
        counts=around.counts,
    )
    inbox = Inbox(
        keep=KeepUpdates(database),
        find_waiting=FindWaitingUpdates(database),
        find_again=FindWaitingUpdate(database),
        handle=handling,
        patience=around.patience,
        spawn=around.spawn,
        counts=around.counts,
    )
    presence = Presence(
        note_heard=NoteHeard(database),
        catch_up=CatchUp(database),
        expire=ExpireDue(database),
        patience=around.patience,
    )
    arrivals = create_arrivals(around, database, inbox, presence, waiting, kinds)
    sender = create_sender(around, database, texts)
    erasures = ErasureKeeper(database, around.settings.data_dir, look_anew=dialogues.look_anew)
    metronome = create_metronome(around, database, texts, presence, erasures)
    return Machinery(arrivals, inbox, sender, metronome, presence, erasures, texts)


def create_arrivals(
    around: Surroundings, database: Database, inbox: Inbox, presence: Presence, waiting: WaitingWord,
    kinds: Sequence[str],
) -> Poller | Webhook:  # fmt: skip
    """What brings updates: we ask for them, or Telegram posts them to WEBHOOK_URL."""
    settings, health = around.settings, around.health
    own = OwnWebhook(around.bot, FindSaid(database), KeepSaid(database))
    if settings.webhook_url is None:
        return Poller(
            source=UpdateSource(around.bot, kinds), own_webhook=own, inbox=inbox, health=health,
            presence=presence, waiting=waiting, secrets=around.secrets, api=settings.telegram_api,
        )  # fmt: skip
    terms = WebhookTerms(settings.webhook_url, settings.webhook_secret, kinds)
    return Webhook(own=own, terms=terms, inbox=inbox, health=health, presence=presence)


def create_sender(around: Surroundings, database: Database, texts: Texts) -> Sender:
    """What sends deliveries."""
    return Sender(
        care=create_delivery_care(database),
        render=create_renderer(database, texts, around.settings.speed).render,
        drawer=Drawer(around.bot, ForgetMessage(database), around.settings.speed.paid),
        chats=around.chats,
        patience=around.patience,
        health=around.health,
        secrets=around.secrets,
        spawn=around.spawn,
        counts=around.counts,
    )


def create_metronome(
    around: Surroundings, database: Database, texts: Texts, presence: Presence, erasures: ErasureKeeper
) -> Metronome:
    """What time ends is looked at often, since a message on somebody's screen has to say it."""
    rescue = RescueDeliveries(database)
    digest = SendDigest(database, encrypts=around.settings.backup_passphrase is not None)
    courier = create_courier(around, database, texts)
    profile = BotProfile(around.bot, texts, ReadProfile(database), KeepSaid(database))
    leave_foreign = LeaveForeignChats(
        bot=around.bot,
        look=LookAtForeignChats(database),
        forget=ForgetForeignChat(database),
        follow=FollowGroup(database),
        read_staff_chat=ReadStaffChat(database),
    )
    return Metronome(
        [
            Tick("expire", 2, presence.expire),
            Tick("catch up", 2, presence.catch_up),
            Tick("open runs", 20, OpenRuns(database).__call__),
            Tick("feed runs", FEED_SECONDS, create_feed(around, database).__call__),
            Tick("redraw runs", 5, RedrawRuns(database).__call__),
            Tick("pace", 30, WatchPace(database).__call__),
            Tick("close", 60, CloseDue(database).__call__),
            Tick("digest", 60, digest.__call__),
            Tick("lost leases", 30, lambda: rescue(leases=True)),
            Tick("backup", 60, around.backups.make_due),
            Tick("backup copy", 60, courier.send_due),
            Tick("foreign groups", 2, leave_foreign.__call__),
            Tick("profile", 15, profile.__call__),
            Tick("erasures", 5, erasures.keep_list),
            Tick("prune", 3600, Prune(database).__call__),
            Tick("hours", 3600, NoteHours(database).__call__),
            Tick("birthday gifts", 60, GiveBirthdayGifts(database).__call__),
            Tick("tickets", 5, RemindOfTickets(database).__call__),
            Tick("put right", 5, AskByDay(database).__call__),
            Tick("rhythms", 300, NoteRhythms(database).__call__),
        ]
    )


def create_feed(around: Surroundings, database: Database) -> FeedRuns:
    """What keeps so much ahead of the sender that a late look costs no pace."""
    ahead = max(LEAST_AHEAD, int(3 * FEED_SECONDS * around.settings.messages_a_second))
    return FeedRuns(database, around.secrets, ahead)


def create_courier(around: Surroundings, database: Database, texts: Texts) -> BackupCourier:
    """What brings copies of backups to the owners."""
    passphrase = around.settings.backup_passphrase
    return BackupCourier(
        database=database,
        data_dir=around.settings.data_dir,
        passphrase=None if passphrase is None else passphrase.get_secret_value(),
        post=BackupPost(around.bot, texts, ReadReader(database)),
        secrets=around.secrets,
    )
