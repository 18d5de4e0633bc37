"""The rows that a new database begins with, the same for SQLite and PostgreSQL.

Not here: the lookup tables, which migrations fill.
"""

from typing import Final

from loyalty.ids import COFFEE_CARD, THE_ONLY_LOCATION
from loyalty.programs import Rules
from loyalty.secrets import SecretSource
from storage.group_commit import Clock
from storage.programs import encode_rules
from storage.rows import Values, to_micros

STATEMENTS: Final = (
    "INSERT INTO installation (id, hash_key, created_at) VALUES (1, :key, :now) ON CONFLICT DO NOTHING",
    "INSERT INTO locations (id, name, created_at) VALUES (:location, '', :now) ON CONFLICT DO NOTHING",
    "INSERT INTO schemes (id, name, created_at) VALUES (:scheme, 'coffee', :now) ON CONFLICT DO NOTHING",
    "INSERT INTO programs (version, rules, created_at) VALUES (1, :rules, :now) ON CONFLICT DO NOTHING",
)


def values(clock: Clock, secrets: SecretSource) -> Values:
    """What these statements need; a key that is drawn now."""
    return {
        "key": secrets.token_bytes(32).hex(),
        "location": THE_ONLY_LOCATION,
        "scheme": COFFEE_CARD,
        "rules": encode_rules(Rules()),
        "now": to_micros(clock.now()),
    }
