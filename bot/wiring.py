"""Which object gets which: use cases over one database, and what handlers may ask for by name.

It starts nothing and holds no state; the life of the process is in app.py.
"""

from dataclasses import dataclass
from typing import Final

from aiogram import Bot, Dispatcher

from bot.apology import DirectApology
from bot.dialogue_storage import DialogueStorage
from bot.drawing import Drawer
from bot.handling import UpdateCare, UpdateHandling
from bot.health import Health
from bot.inbox import Inbox, Spawn
from bot.pacing import ChatPace
from bot.patience import Patience
from bot.poller import Poller, UpdateSource
from bot.scheduler import Metronome, Tick
from bot.sender import DeliveryCare, Sender
from bot.settings import Settings
from handlers.album import Album
from handlers.context import ProvidedContext
from handlers.pictures.studio import Studio
from handlers.routers import create_root_router
from handlers.screens import Renderer
from handlers.texts import Texts
from loyalty.ports import Database
from loyalty.secrets import SecretSource
from loyalty.use_cases.cards import ShowCard, ShowHistory
from loyalty.use_cases.codes import KeepCodeScreens, ShowCode
from loyalty.use_cases.counter import AddToVisit, ConfirmVisit, DeclineVisit, OpenVisit
from loyalty.use_cases.enrolment import Join, MeetPerson
from loyalty.use_cases.handovers import AnswerOffer, OfferReward, UndoHandover
from loyalty.use_cases.pictures import FindPicture, KeepPicture
from loyalty.use_cases.receiving import (
    BeginUpdate,
    FindDialogue,
    FindWaitingUpdates,
    FinishUpdate,
    GiveUpUpdate,
    KeepUpdates,
    NoteUnreachable,
)
from loyalty.use_cases.rules import ChangeRules, ReadProgram
from loyalty.use_cases.screens import ReadCode, ReadCounter, ReadInvite, ReadOffer, ReadReader, ReadReceipt
from loyalty.use_cases.sending import (
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
from loyalty.use_cases.staffing import DecideInvite, InviteStaff, OpenInvite
from loyalty.use_cases.undoing import UndoVisit
from loyalty.use_cases.upkeep import ExpireDue, Prune


def provide(database: Database, secrets: SecretSource, texts: Texts, bot_link: str) -> ProvidedContext:
    """What handlers may ask for; `bot_link` is the address of a chat with this bot."""
    album = Album(Studio(), FindPicture(database), KeepPicture(database))
    return ProvidedContext(
        texts=texts,
        album=album,
        bot_link=bot_link,
        add_to_visit=AddToVisit(database),
        answer_offer=AnswerOffer(database),
        change_rules=ChangeRules(database),
        confirm_visit=ConfirmVisit(database),
        decide_invite=DecideInvite(database),
        decline_visit=DeclineVisit(database),
        invite_staff=InviteStaff(database, secrets),
        join=Join(database),
        keep_code_screens=KeepCodeScreens(database),
        meet_person=MeetPerson(database),
        note_unreachable=NoteUnreachable(database),
        offer_reward=OfferReward(database),
        open_invite=OpenInvite(database),
        open_visit=OpenVisit(database),
        read_counter=ReadCounter(database),
        read_program=ReadProgram(database),
        show_card=ShowCard(database),
        show_code=ShowCode(database, secrets),
        show_history=ShowHistory(database),
        undo_handover=UndoHandover(database),
        undo_visit=UndoVisit(database),
    )


def create_renderer(database: Database, texts: Texts) -> Renderer:
    """What draws deliveries."""
    return Renderer(
        texts=texts,
        read_reader=ReadReader(database),
        read_counter=ReadCounter(database),
        read_code=ReadCode(database),
        read_offer=ReadOffer(database),
        read_invite=ReadInvite(database),
        read_receipt=ReadReceipt(database),
        read_program=ReadProgram(database),
    )


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
    )


ALWAYS_ASKED_FOR: Final = ("my_chat_member",)
"""Telegram sends only what is listed; whether a handler wants it yet or not, being blocked must arrive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the machinery stands in."""

    settings: Settings
    secrets: SecretSource
    health: Health
    patience: Patience
    bot: Bot
    chats: ChatPace
    bot_link: str
    spawn: Spawn


@dataclass(frozen=True, slots=True)
class Machinery:
    """The parts that run, none of them started."""

    poller: Poller
    inbox: Inbox
    sender: Sender
    metronome: Metronome


def assemble(around: Surroundings, database: Database) -> Machinery:
    """Everything over this database."""
    texts = Texts()
    dialogues = DialogueStorage(FindDialogue(database))
    dispatcher = Dispatcher(storage=dialogues, **provide(database, around.secrets, texts, around.bot_link))
    dispatcher.include_router(create_root_router())
    kinds = sorted({*dispatcher.resolve_used_update_types(), *ALWAYS_ASKED_FOR})
    handling = UpdateHandling(
        bot=around.bot,
        dispatcher=dispatcher,
        care=create_update_care(database),
        dialogues=dialogues,
        patience=around.patience,
        apology=DirectApology(around.bot, texts, ReadProgram(database)),
        secrets=around.secrets,
        kinds=kinds,
    )
    inbox = Inbox(
        keep=KeepUpdates(database),
        find_waiting=FindWaitingUpdates(database),
        handle=handling,
        patience=around.patience,
        spawn=around.spawn,
    )
    poller = Poller(
        source=UpdateSource(around.bot, kinds),
        inbox=inbox,
        health=around.health,
        secrets=around.secrets,
        api=around.settings.telegram_api,
    )
    return Machinery(poller, inbox, create_sender(around, database, texts), create_metronome(database))


def create_sender(around: Surroundings, database: Database, texts: Texts) -> Sender:
    """What sends deliveries."""
    return Sender(
        care=create_delivery_care(database),
        render=create_renderer(database, texts).render,
        drawer=Drawer(around.bot, ForgetMessage(database)),
        chats=around.chats,
        patience=around.patience,
        health=around.health,
        secrets=around.secrets,
        spawn=around.spawn,
    )


def create_metronome(database: Database) -> Metronome:
    """What time ends is looked at often, since a message on somebody's screen has to say it."""
    rescue = RescueDeliveries(database)
    return Metronome(
        [
            Tick("expire", 2, ExpireDue(database).__call__),
            Tick("lost leases", 30, lambda: rescue(leases=True)),
            Tick("prune", 3600, Prune(database).__call__),
        ]
    )
