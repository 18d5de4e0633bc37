"""What passes by itself: the machine refused, and the same work may succeed later.

Not here: which error of which library means that (bot/patience.py for SQLite, postgres_session.py).
"""


class StorageFault(Exception):
    """The database is out of reach, full, or too busy for now. Nothing was kept of what was asked for."""
