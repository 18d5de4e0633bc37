"""Everything that a handler may ask for by name, and of which type it is.

Not here: where it comes from (bot/, middlewares/, filters.py). A test walks the routers and compares.
"""

from typing import TypedDict

from aiogram import Bot
from aiogram.filters import CommandObject
from aiogram.fsm.context import FSMContext

from handlers.album import Album
from handlers.filters import Typed
from handlers.texts import Texts, Words
from loyalty.ids import ChatId
from loyalty.people import Acquaintance, Person
from loyalty.use_cases.cards import ShowCard, ShowHistory
from loyalty.use_cases.codes import KeepCodeScreens, ShowCode
from loyalty.use_cases.counter import AddToVisit, ConfirmVisit, DeclineVisit, OpenVisit
from loyalty.use_cases.enrolment import Join, MeetPerson
from loyalty.use_cases.handovers import AnswerOffer, OfferReward, UndoHandover
from loyalty.use_cases.receiving import NoteUnreachable
from loyalty.use_cases.rules import ChangeRules, ReadProgram
from loyalty.use_cases.screens import ReadCounter
from loyalty.use_cases.staffing import DecideInvite, InviteStaff, OpenInvite
from loyalty.use_cases.undoing import UndoVisit


class ProvidedContext(TypedDict):
    """What the process hands to the dispatcher: its workflow data."""

    texts: Texts
    album: Album
    bot_link: str
    """Such as https://t.me/one_more_cup_bot, without a payload."""
    add_to_visit: AddToVisit
    answer_offer: AnswerOffer
    change_rules: ChangeRules
    confirm_visit: ConfirmVisit
    decide_invite: DecideInvite
    decline_visit: DeclineVisit
    invite_staff: InviteStaff
    join: Join
    keep_code_screens: KeepCodeScreens
    meet_person: MeetPerson
    note_unreachable: NoteUnreachable
    offer_reward: OfferReward
    open_invite: OpenInvite
    open_visit: OpenVisit
    read_counter: ReadCounter
    read_program: ReadProgram
    show_card: ShowCard
    show_code: ShowCode
    show_history: ShowHistory
    undo_handover: UndoHandover
    undo_visit: UndoVisit


class HandlerContext(ProvidedContext):
    """All names: the process's, aiogram's, the actor's, and what filters hand on."""

    bot: Bot
    state: FSMContext
    person: Person
    acquaintance: Acquaintance
    words: Words
    chat_id: ChatId
    command: CommandObject
    typed: Typed
    secret: str
