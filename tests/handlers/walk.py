"""A walk through a tree of routers: every observer, its filters, its handlers.

Not here: what is expected of them (test_wiring.py).
"""

from collections.abc import Iterator

from aiogram import Router
from aiogram.dispatcher.event.handler import FilterObject, HandlerObject


def walk_routers(root: Router) -> Iterator[tuple[str, HandlerObject]]:
    """Every handler with the name of its router and observer, in the order in which they are asked."""
    for name, observer in root.observers.items():
        for handler in observer.handlers:
            yield f"{root.name}.{name}", handler
    for router in root.sub_routers:
        yield from walk_routers(router)


def walk_filters(root: Router) -> Iterator[tuple[str, FilterObject]]:
    """Every filter of every handler, and of the observers themselves."""
    for where, handler in walk_routers(root):
        for found in handler.filters or []:
            yield f"{where}.{handler.callback.__name__}", found
    for router in [root, *root.sub_routers]:
        for name, observer in router.observers.items():
            for found in observer._handler.filters or []:
                yield f"{router.name}.{name}", found
