"""All routers in order: the busiest first, the one that takes everything last.

Not here: the dispatcher and what is handed to handlers (bot/).
"""

from aiogram import Router

from handlers import fallback
from handlers.customer import card, code, history, leaving, offer, rewards, start
from handlers.middlewares.actor import ActorMiddleware
from handlers.middlewares.dialogues import DialoguesMiddleware
from handlers.middlewares.refusals import RefusalsMiddleware
from handlers.owner import program
from handlers.owner import staff as owner_staff
from handlers.staff import open as staff_open
from handlers.staff import visit


def create_root_router() -> Router:
    """A fresh tree of routers, with who-is-it, refusals and dialogues around every handler."""
    root = Router(name="root")
    root.message.outer_middleware(ActorMiddleware())
    root.callback_query.outer_middleware(ActorMiddleware())
    for observer in (root.message, root.callback_query):
        observer.outer_middleware(RefusalsMiddleware())
    root.message.middleware(DialoguesMiddleware())  # taps leave a question open: +1 must not end it
    root.include_routers(
        visit.create_router(),
        staff_open.create_router(),
        code.create_router(),
        card.create_router(),
        offer.create_router(),
        rewards.create_router(),
        history.create_router(),
        owner_staff.create_router(),
        start.create_router(),
        program.create_router(),
        leaving.create_router(),
        fallback.create_router(),
    )
    return root
