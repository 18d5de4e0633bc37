"""Safeguards of the rows: the schema, the connection, changes of state, the writer and the inbox.

Not here: rules (safeguards_of_rules.py).
"""

from tests.mutants.mutation import Mutation

_SCHEMA = "storage/migrations/sqlite/0001_counter.sql"
_STORAGE = ("tests/storage/test_constraints.py", "tests/storage/test_state_changes.py")
_COUNTER = (
    "tests/use_cases/test_counter.py",
    "tests/use_cases/test_undoing.py",
    "tests/use_cases/test_opening.py",
)
_WRITER = ("tests/storage/test_group_commit.py",)
_SETTINGS = ("tests/storage/test_settings_of_the_connection.py", *_STORAGE)
_INBOX = ("tests/storage/test_inbox.py", "tests/bot/test_inbox.py")

ROWS = (
    Mutation(
        "without UNIQUE(op_key)",
        _SCHEMA,
        "op_key TEXT NOT NULL UNIQUE,",
        "op_key TEXT NOT NULL,",
        (*_STORAGE, *_COUNTER),
    ),
    Mutation(
        "without UNIQUE(reverses)",
        _SCHEMA,
        "reverses INTEGER UNIQUE REFERENCES",
        "reverses INTEGER REFERENCES",
        (*_STORAGE, *_COUNTER),
    ),
    Mutation(
        "without one live code per customer",
        _SCHEMA,
        "CREATE UNIQUE INDEX scans_one_live",
        "CREATE INDEX scans_one_live",
        (*_STORAGE, *_COUNTER),
    ),
    Mutation(
        "without one visit per code",
        _SCHEMA,
        "scan_id INTEGER UNIQUE REFERENCES",
        "scan_id INTEGER REFERENCES",
        (*_STORAGE, *_COUNTER),
    ),
    Mutation(
        "without UNIQUE(dedupe_key)",
        _SCHEMA,
        "dedupe_key TEXT NOT NULL UNIQUE,",
        "dedupe_key TEXT NOT NULL,",
        ("tests/storage/test_deliveries.py", *_STORAGE),
    ),
    Mutation(
        "without CHECK (stamps >= 0) on cards",
        _SCHEMA,
        "goal INTEGER NOT NULL CHECK (goal > 0),    -- the goal that this card was begun under\n"
        "    stamps INTEGER NOT NULL DEFAULT 0 CHECK (stamps >= 0),",
        "goal INTEGER NOT NULL CHECK (goal > 0),\n    stamps INTEGER NOT NULL DEFAULT 0,",
        _STORAGE,
    ),
    Mutation(
        "without the ledger's trigger against UPDATE",
        _SCHEMA,
        "CREATE TRIGGER ledger_entries_no_update BEFORE UPDATE ON ledger_entries\n"
        "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;\n",
        "",
        _STORAGE,
    ),
    Mutation(
        "without the ledger's trigger against DELETE",
        _SCHEMA,
        "CREATE TRIGGER ledger_entries_no_delete BEFORE DELETE ON ledger_entries\n"
        "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;\n",
        "",
        _STORAGE,
    ),
    Mutation(
        "without recursive_triggers",
        "storage/sqlite.py",
        '"PRAGMA recursive_triggers = ON"',
        '"PRAGMA recursive_triggers = OFF"',
        _STORAGE,
    ),
    Mutation(
        "without foreign_keys",
        "storage/sqlite.py",
        '"PRAGMA foreign_keys = ON"',
        '"PRAGMA foreign_keys = OFF"',
        _SETTINGS,
    ),
    Mutation(
        "without synchronous=FULL",
        "storage/sqlite.py",
        '"PRAGMA synchronous = FULL"',
        '"PRAGMA synchronous = NORMAL"',
        _SETTINGS,
    ),
    Mutation(
        "confirm without the state",
        "storage/visits.py",
        "WHERE id = :id AND state = 'open' AND expires_at > :now",
        "WHERE id = :id AND expires_at > :now",
        (*_STORAGE, *_COUNTER),
    ),
    Mutation(
        "confirm without the time",
        "storage/visits.py",
        "WHERE id = :id AND state = 'open' AND expires_at > :now",
        "WHERE id = :id AND state = 'open'",
        (*_STORAGE, *_COUNTER),
    ),
    Mutation(
        "add without its number",
        "storage/visits.py",
        "WHERE id = :id AND state = 'confirmed' AND adds = :add - 1",
        "WHERE id = :id AND state = 'confirmed'",
        (*_STORAGE, *_COUNTER),
    ),
    Mutation(
        "undo without the state",
        "storage/visits.py",
        "WHERE id = :id AND state = 'confirmed' RETURNING",
        "WHERE id = :id RETURNING",
        (*_STORAGE, *_COUNTER),
    ),
    Mutation(
        "hand over without the state",
        "storage/rewards.py",
        "redeemed_visit_id = :visit\n                WHERE id = :id AND state = 'issued'",
        "redeemed_visit_id = :visit\n                WHERE id = :id",
        (*_STORAGE, "tests/use_cases/test_handovers.py"),
    ),
    Mutation(
        "answer without the state",
        "storage/rewards.py",
        "WHERE id = :id AND state = 'asked'",
        "WHERE id = :id",
        (*_STORAGE, "tests/use_cases/test_handovers.py"),
    ),
    Mutation(
        "use a code without the state",
        "storage/scans.py",
        "settled_by = :by\n            WHERE id = :id AND state = 'live'",
        "settled_by = :by\n            WHERE id = :id",
        (*_STORAGE, *_COUNTER),
    ),
    Mutation(
        "BEGIN instead of BEGIN IMMEDIATE",
        "storage/sqlite.py",
        'begin="BEGIN IMMEDIATE"',
        'begin="BEGIN"',
        _WRITER,
    ),
    Mutation(
        "a failing body takes nothing back",
        "storage/group_commit.py",
        'connection.execute("ROLLBACK TO body")',
        "pass",
        _WRITER,
    ),
    Mutation(
        "a batch whose transaction was ended is answered all the same",
        "storage/group_commit.py",
        "            raise TransactionEndedError from outcome.error\n",
        "            return outcome\n",
        _WRITER,
    ),
    Mutation(
        "a cancelled caller stops the answers of the others",
        "storage/group_commit.py",
        "    if caller.done():",
        "    if False:",
        _WRITER,
    ),
    Mutation(
        "the inbox without its key",
        _SCHEMA,
        "update_id INTEGER NOT NULL UNIQUE,",
        "update_id INTEGER NOT NULL,",
        _INBOX,
    ),
    Mutation(
        "updates handled without being kept",
        "bot/inbox.py",
        "self._hand_out(updates, begun, await self._patience.attempt(KEEPING, lambda: self._keep(kept)))",
        "self._hand_out(updates, begun, [update.update_id for update in kept])",
        _INBOX,
    ),
    Mutation(
        "attempts not counted",
        "storage/inbox.py",
        "UPDATE inbox SET attempts = attempts + 1 WHERE",
        "UPDATE inbox SET attempts = attempts + 0 WHERE",
        _INBOX,
    ),
)
