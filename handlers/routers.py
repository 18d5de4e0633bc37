"""All routers in order: the busiest first, the one that takes everything last.

Not here: the dispatcher and what is handed to handlers (bot/).
"""

from aiogram import Router

from handlers import about, fallback, language, mistyped, rules
from handlers.customer import (
    birthday,
    card,
    code,
    collect,
    freezing,
    history,
    leaving,
    letters,
    offer,
    own_questions,
    paper,
    privacy,
    rewards,
    sign,
    start,
    surveys,
    taking,
    tickets,
    wishes,
)
from handlers.middlewares.actor import ActorMiddleware
from handlers.middlewares.dialogues import DialoguesMiddleware
from handlers.middlewares.groups import GroupsMiddleware
from handlers.middlewares.leaving import LeavingMiddleware
from handlers.middlewares.lost_time import LostTimeMiddleware
from handlers.middlewares.refusals import RefusalsMiddleware
from handlers.middlewares.views import ViewsMiddleware
from handlers.owner import (
    answers,
    broadcast,
    broadcast_extras,
    broadcast_plans,
    broadcast_sending,
    day,
    departures,
    listening,
    own_question,
    program,
    program_answers,
    program_points,
    program_posting,
    runs,
    staff_chat,
    standing,
    standing_timing,
    voice,
    vouchers,
    wizard,
)
from handlers.owner import print as owner_print
from handlers.owner import staff as owner_staff
from handlers.owner import staff_list as owner_staff_list
from handlers.owner import tickets as owner_tickets
from handlers.owner import tills as owner_tills
from handlers.owner.broadcast_questions import Composing
from handlers.owner.listening import SettingListening
from handlers.owner.standing import WritingStanding
from handlers.staff import (
    approval,
    corrections,
    flags,
    group,
    moves,
    old_card,
    photo,
    pin,
    practice,
    profile,
    queue,
    sale,
    thawing,
    till,
    undo_last,
    visit,
)
from handlers.staff import letters as staff_letters
from handlers.staff import open as staff_open
from handlers.staff import paper as staff_paper


def create_root_router() -> Router:
    """A fresh tree of routers, with who-is-it, refusals and dialogues around every handler."""
    root = Router(name="root")
    root.message.outer_middleware(GroupsMiddleware())
    root.message.outer_middleware(ActorMiddleware())
    root.callback_query.outer_middleware(ActorMiddleware())
    for observer in (root.message, root.callback_query):
        observer.outer_middleware(RefusalsMiddleware())
    root.callback_query.outer_middleware(LostTimeMiddleware())
    root.message.middleware(ViewsMiddleware())
    root.callback_query.middleware(ViewsMiddleware())
    root.message.middleware(DialoguesMiddleware())  # taps leave a question open: +1 must not end it
    root.callback_query.middleware(LeavingMiddleware(Composing, WritingStanding, SettingListening))
    root.include_routers(
        visit.create_router(),
        queue.create_router(),
        departures.create_router(),
        staff_letters.create_router(),
        surveys.create_router(),
        own_questions.create_router(),
        flags.create_reply_router(),
        group.create_router(),
        approval.create_router(),
        staff_open.create_router(),
        undo_last.create_router(),
        sale.create_router(),
        till.create_router(),
        code.create_router(),
        card.create_router(),
        offer.create_router(),
        rewards.create_router(),
        taking.create_router(),
        history.create_router(),
        practice.create_router(),
        broadcast.create_router(),
        own_question.create_router(),
        old_card.create_router(),
        corrections.create_router(),
        freezing.create_router(),
        thawing.create_router(),
        owner_staff.create_router(),
        owner_staff_list.create_router(),
        owner_tills.create_router(),
        profile.create_router(),
        pin.create_router(),
        staff_chat.create_router(),
        collect.create_router(),
        staff_paper.create_router(),
        moves.create_router(),
        sign.create_router(),
        paper.create_router(),
        start.create_router(),
        program.create_router(),
        program_points.create_router(),
        program_posting.create_router(),
        program_answers.create_router(),
        wizard.create_router(),
        owner_print.create_router(),
        vouchers.create_router(),
        runs.create_router(),
        owner_tickets.create_router(),
        tickets.create_router(),
        voice.create_router(),
        language.create_router(),
        rules.create_router(),
        day.create_router(),
        about.create_router(),
        answers.create_router(),
        broadcast.create_answer_router(),
        own_question.create_answer_router(),
        broadcast_extras.create_router(),
        broadcast_plans.create_router(),
        broadcast_sending.create_router(),
        standing.create_router(),
        standing_timing.create_router(),
        listening.create_router(),
        privacy.create_router(),
        wishes.create_router(),
        birthday.create_router(),
        photo.create_router(),  # behind all questions: a picture may be the answer
        staff_open.create_amount_router(),
        flags.create_router(),
        mistyped.create_router(),
        letters.create_router(),
        leaving.create_router(),
        fallback.create_router(),
    )
    return root
