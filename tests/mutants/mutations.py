"""The safeguards that are taken away one at a time, and the tests that must notice.

Not here: how the suite is run against them (__main__.py).
"""

from dataclasses import dataclass

_SCHEMA = "storage/migrations/sqlite/0001_counter.sql"
_STORAGE = ("tests/storage/test_constraints.py", "tests/storage/test_state_changes.py")
_COUNTER = (
    "tests/use_cases/test_counter.py",
    "tests/use_cases/test_undoing.py",
    "tests/use_cases/test_opening.py",
)
_LIMITS = (
    "tests/loyalty/test_verdicts.py",
    "tests/use_cases/test_limits.py",
    "tests/use_cases/test_joining.py",
    "tests/use_cases/test_approvals.py",
)
_CORRECTIONS = (
    "tests/use_cases/test_taking_back.py",
    "tests/use_cases/test_adjusting.py",
    "tests/use_cases/test_old_cards.py",
    "tests/use_cases/test_freezing.py",
)
_STAFF = (
    "tests/use_cases/test_leaving.py",
    "tests/use_cases/test_tills.py",
    "tests/use_cases/test_staff_list.py",
    "tests/use_cases/test_undo_last.py",
)
_GIVING = ("tests/use_cases/test_sale_codes.py", "tests/use_cases/test_vouchers.py")
_WRITER = ("tests/storage/test_group_commit.py",)
_SETTINGS = ("tests/storage/test_settings_of_the_connection.py", *_STORAGE)
_INBOX = ("tests/storage/test_inbox.py", "tests/bot/test_inbox.py")


@dataclass(frozen=True, slots=True)
class Mutation:
    """One safeguard: `old` stands in `file` exactly once and becomes `new`."""

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]


MUTATIONS = (
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
        "new = set(await self._patience.insist(lambda: self._keep(kept)))",
        "new = {update.update_id for update in kept}",
        _INBOX,
    ),
    Mutation(
        "attempts not counted",
        "storage/inbox.py",
        "UPDATE inbox SET attempts = attempts + 1 WHERE",
        "UPDATE inbox SET attempts = attempts + 0 WHERE",
        _INBOX,
    ),
    Mutation(
        "a limit's no passes",
        "loyalty/verdicts.py",
        "        if answer is Answer.REFUSE:",
        "        if False:",
        _LIMITS,
    ),
    Mutation(
        "minutes after a visit nobody is asked which",
        "loyalty/verdicts.py",
        "    if purchase.reason is None and purchase.soon:",
        "    if False:",
        _LIMITS,
    ),
    Mutation(
        "undone visits count for the day",
        "storage/visits.py",
        "AND settled_at >= :since AND state = 'confirmed' AND practice = 0",
        "AND settled_at >= :since AND settled_at IS NOT NULL AND practice = 0",
        _LIMITS,
    ),
    Mutation(
        "a manager's word passes twice",
        "storage/approvals.py",
        "WHERE id = :id AND state = 'asked'",
        "WHERE id = :id",
        _LIMITS,
    ),
    Mutation(
        "a manager lets pass what is their own",
        "loyalty/use_cases/approvals.py",
        "    if is_own(tx, manager.telegram_id, visit.customer_id):",
        "    if False:",
        _LIMITS,
    ),
    Mutation(
        "an answered question passes when its visit is over",
        "loyalty/use_cases/approvals.py",
        "(asker is None or not _waits(tx, approval, visit))",
        "asker is None",
        _LIMITS,
    ),
    Mutation(
        "a manager at a till needs nobody",
        "loyalty/use_cases/judging.py",
        "staff.role.covers(Role.MANAGER) and staff.till_id is None",
        "staff.role.covers(Role.MANAGER)",
        _LIMITS,
    ),
    Mutation(
        "the till's own account is stamped at the till",
        "loyalty/use_cases/authority.py",
        "    return account is not None and",
        "    return False and account is not None and",
        _LIMITS,
    ),
    Mutation(
        "any visit can be joined",
        "loyalty/use_cases/joining.py",
        "        earlier.card_id == visit.card_id\n        and ",
        "        ",
        _LIMITS,
    ),
    Mutation(
        "joining asks no limit",
        "loyalty/use_cases/joining.py",
        "    if verdict.need is not Need.NOTHING:",
        "    if False:",
        _LIMITS,
    ),
    Mutation(
        "any number of stamps is adjusted on one day",
        "loyalty/use_cases/adjusting.py",
        "    if used + abs(count) <= rules.adjustments_a_day:",
        "    if True:",
        _CORRECTIONS,
    ),
    Mutation(
        "a replayed message adjusts again",
        "loyalty/use_cases/adjusting.py",
        "            if known is not None:",
        "            if False:",
        _CORRECTIONS,
    ),
    Mutation(
        "a frozen card gives everything",
        "loyalty/use_cases/freezing.py",
        "    if tx.people.get_customer(customer_id).frozen:",
        "    if False:",
        _CORRECTIONS,
    ),
    Mutation(
        "anybody freezes a card",
        "loyalty/use_cases/freezing.py",
        "    if not is_own(tx, person.telegram_id, tx.corrections.get_customer(operation_id)):",
        "    if False:",
        _CORRECTIONS,
    ),
    Mutation(
        "a manager takes back for themselves",
        "loyalty/use_cases/taking_back.py",
        "            if is_own(tx, person.telegram_id, customer_id):",
        "            if False:",
        _CORRECTIONS,
    ),
    Mutation(
        "an old card is carried over whenever somebody asks",
        "loyalty/use_cases/old_cards.py",
        "    if not old_cards_are_taken(tx.now, program.rules) or",
        "    if",
        _CORRECTIONS,
    ),
    Mutation(
        "nothing is written off",
        "loyalty/stamps.py",
        "    written_off = max(0, -left)",
        "    written_off = 0",
        _CORRECTIONS,
    ),
    Mutation(
        "the last owner may go",
        "loyalty/use_cases/leaving.py",
        "    require_other_owner(tx, leaver)\n",
        "    pass\n",
        _STAFF,
    ),
    Mutation(
        "a removed person's visits stay open",
        "loyalty/use_cases/leaving.py",
        "    for visit_id in tx.work.find_open_visits(leaver.id):",
        "    for visit_id in ():",
        _STAFF,
    ),
    Mutation(
        "a removed person's questions stay open",
        "loyalty/use_cases/leaving.py",
        "    for offer_id in tx.work.find_open_offers(leaver.id):",
        "    for offer_id in ():",
        _STAFF,
    ),
    Mutation(
        "a removed owner's invites stay",
        "loyalty/use_cases/leaving.py",
        "    end_invites(tx, leaver)\n",
        "    pass\n",
        _STAFF,
    ),
    Mutation(
        "wrong PINs are not remembered",
        "loyalty/use_cases/tills.py",
        "    tx.refusals.add(refusal, staff_id=staff.id)\n",
        "    pass\n",
        _STAFF,
    ),
    Mutation(
        "a shift has no end",
        "loyalty/use_cases/tills.py",
        "ends_at=days.day_of(tx.now, rules).ends",
        "ends_at=days.day_of(tx.now, rules).ends.replace(year=9000)",
        _STAFF,
    ),
    Mutation(
        "a till may become staff",
        "loyalty/use_cases/staffing.py",
        "    if tx.people.find_till(person.telegram_id) is not None:\n        raise Refused(AlreadyTill())\n",
        "    pass\n",
        _STAFF,
    ),
    Mutation(
        "a link made for one works for all",
        "loyalty/use_cases/staffing.py",
        "    if invite.invited not in (None, person.telegram_id):",
        "    if invite.invited == -1:",
        _STAFF,
    ),
    Mutation(
        "one press undoes twice when it is replayed",
        "loyalty/use_cases/undo_last.py",
        "    if replayed is not None:",
        "    if replayed is not None and not replayed:",
        _STAFF,
    ),
    Mutation(
        "an undone handing over is undone again",
        "loyalty/use_cases/undo_last.py",
        "    taken_back = find_given_back(tx, reward) is not None",
        "    taken_back = False",
        _STAFF,
    ),
    Mutation(
        "without UNIQUE(visits.voucher_id)",
        "storage/migrations/sqlite/0003_points_and_paper.sql",
        "CREATE UNIQUE INDEX visits_voucher ON",
        "CREATE INDEX visits_voucher ON",
        _STORAGE,
    ),
    Mutation(
        "without UNIQUE(visits.sale_code_id)",
        "storage/migrations/sqlite/0003_points_and_paper.sql",
        "CREATE UNIQUE INDEX visits_sale_code ON",
        "CREATE INDEX visits_sale_code ON",
        _STORAGE,
    ),
    Mutation(
        "a sale code is settled twice",
        "storage/sale_codes.py",
        "WHERE id = :id AND state = 'live'\",",
        'WHERE id = :id",',
        _STORAGE,
    ),
    Mutation(
        "a used slip can be voided",
        "storage/vouchers.py",
        "UPDATE vouchers SET voided_at = :now, voided_by = :by\n"
        "            WHERE id = :id AND collected_at IS NULL AND voided_at IS NULL",
        "UPDATE vouchers SET voided_at = :now, voided_by = :by\n            WHERE id = :id",
        _STORAGE,
    ),
    Mutation(
        "a slip of a void sheet is collected",
        "storage/vouchers.py",
        "AND NOT EXISTS (SELECT 1 FROM voucher_sheets h",
        "AND EXISTS (SELECT 1 FROM voucher_sheets h",
        _GIVING,
    ),
    Mutation(
        "a sale code outlives its shift",
        "loyalty/use_cases/sale_codes.py",
        "staff = shift.staff if shift is not None and shift.staff.id == code.staff_id else None",
        "staff = tx.staff.find(code.staff_id)",
        _GIVING,
    ),
    Mutation(
        "staff collect their own sale code",
        "loyalty/use_cases/sale_codes.py",
        "    if person.telegram_id == giver.telegram_id or",
        "    if person.telegram_id == 0 or",
        _GIVING,
    ),
    Mutation(
        "whoever printed vouchers collects them",
        "loyalty/use_cases/vouchers.py",
        "    if person.telegram_id == giver.telegram_id or",
        "    if person.telegram_id == 0 or",
        _GIVING,
    ),
    Mutation(
        "a limit does not hold a sale code back",
        "loyalty/use_cases/sale_codes.py",
        "    if verdict.need is not Need.NOTHING:\n",
        "    if verdict.need is Need.REFUSED:\n",
        _GIVING,
    ),
    Mutation(
        "a second round by a sale code needs no limit of the day",
        "loyalty/use_cases/sale_codes.py",
        "    if first.need is not Need.CHOICE or first.limit is not None:",
        "    if first.need is not Need.CHOICE:",
        _GIVING,
    ),
    Mutation(
        "a fourth slip of the day",
        "loyalty/use_cases/vouchers.py",
        ">= A_DAY:",
        "> A_DAY:",
        _GIVING,
    ),
    Mutation(
        "being forgotten resets the slips of the day",
        "loyalty/use_cases/forgetting.py",
        "        slips=count_slips_today(tx, customer_id),\n",
        "",
        _GIVING,
    ),
    Mutation(
        "a replayed message leaves its old sheet open",
        "loyalty/use_cases/vouchers.py",
        "            for sheet_id in before:\n",
        "            for sheet_id in before[:0]:\n",
        _GIVING,
    ),
    Mutation(
        "a sale code counts when it is collected",
        "storage/ledger.py",
        "ON c.id = v.sale_code_id AND",
        "ON c.id = 0 AND",
        _GIVING,
    ),
    Mutation(
        "undo last takes a voucher back",
        "loyalty/use_cases/undo_last.py",
        " and visit.voucher_id is None else None",
        " else None",
        _GIVING,
    ),
    Mutation(
        "vouchers count for the hour",
        "storage/ledger.py",
        " AND v.voucher_id IS NULL",
        "",
        _GIVING,
    ),
    Mutation(
        "a restore opens used slips again",
        "storage/restoring.py",
        "[(secret_hash, to_micros(now)) for secret_hash in over]",
        "[(secret_hash, to_micros(now)) for secret_hash in over[:0]]",
        ("tests/bot/test_restore.py",),
    ),
)
