"""Safeguards of sale codes and vouchers, and what takes each of them away.

Not here: the counter's own (safeguards_of_rules.py) and the rows' (safeguards_of_rows.py).
"""

from tests.mutants.mutation import Mutation

_STORAGE = ("tests/storage/test_constraints.py", "tests/storage/test_state_changes.py")
_WRITTEN_OFF = ("tests/use_cases/test_points_written_off.py",)
_GIVING = ("tests/use_cases/test_sale_codes.py", "tests/use_cases/test_vouchers.py")

GIVING = (
    Mutation(
        "a paper card's number says by itself that it is a second round",
        "loyalty/use_cases/visits/confirming.py",
        "paper = visit.paper_card_id is not None",
        "paper = False",
        ("tests/use_cases/test_paper_cards.py",),
    ),
    Mutation(
        "a large bill needs nobody's word",
        "loyalty/verdicts.py",
        "return amount is not None and amount >= rules.large_bill",
        "return False",
        ("tests/use_cases/test_large_bills.py",),
    ),
    Mutation(
        "a bill after its stamps is not judged",
        "loyalty/use_cases/visits/bills.py",
        "verdict = passed or judge_bill(tx.programs.get_current().rules, known, amount)",
        "verdict = passed or judge_bill(tx.programs.get_current().rules, known, 1)",
        ("tests/use_cases/test_large_bills.py",),
    ),
    Mutation(
        "points come back from a sale that is none",
        "loyalty/use_cases/corrections/undoing.py",
        "    if not paid:\n",
        "    if True:\n",
        _WRITTEN_OFF,
    ),
    Mutation(
        "a payment of today makes good what was written off last year",
        "storage/ledger.py",
        "e.id > :entry AND e.currency = 'points'",
        "e.id > :entry * 0 AND e.currency = 'points'",
        _WRITTEN_OFF,
    ),
    Mutation(
        "what is left of a write-off is new",
        "loyalty/written_off.py",
        "first = rest_of.get(entry.operation_id, entry.id)",
        "first = entry.id",
        (*_WRITTEN_OFF, "tests/loyalty/test_written_off.py"),
    ),
    Mutation(
        "a button means its amount in whatever currency",
        "loyalty/use_cases/visits/bills.py",
        " or (visit and not bills_hold(tx, visit)):",
        ":",
        ("tests/use_cases/test_bills.py",),
    ),
    Mutation(
        "the owners don't hear of a replaced paper card",
        "loyalty/use_cases/paper/replacing.py",
        "    if not (account.stamps or account.points or tx.rewards.held_by(card.customer_id)):",
        "    if True:",
        ("tests/use_cases/test_paper_cards.py",),
    ),
    Mutation(
        "without UNIQUE(visits.voucher_id)",
        "storage/migrations/sqlite/0004_points_and_paper.sql",
        "CREATE UNIQUE INDEX visits_voucher ON",
        "CREATE INDEX visits_voucher ON",
        _STORAGE,
    ),
    Mutation(
        "without UNIQUE(visits.sale_code_id)",
        "storage/migrations/sqlite/0004_points_and_paper.sql",
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
        "loyalty/use_cases/visits/sale_codes.py",
        "staff = shift.staff if shift is not None and shift.staff.id == code.staff_id else None",
        "staff = tx.staff.find(code.staff_id)",
        _GIVING,
    ),
    Mutation(
        "staff collect their own sale code",
        "loyalty/use_cases/visits/sale_codes.py",
        "    if person.telegram_id == giver.telegram_id or",
        "    if person.telegram_id == 0 or",
        _GIVING,
    ),
    Mutation(
        "whoever printed vouchers collects them",
        "loyalty/use_cases/paper/vouchers.py",
        "    if person.telegram_id == giver.telegram_id or",
        "    if person.telegram_id == 0 or",
        _GIVING,
    ),
    Mutation(
        "a limit does not hold a sale code back",
        "loyalty/use_cases/visits/sale_codes.py",
        "    if verdict.need is not Need.NOTHING:\n",
        "    if verdict.need is Need.REFUSED:\n",
        _GIVING,
    ),
    Mutation(
        "a second round by a sale code needs no limit of the day",
        "loyalty/use_cases/visits/sale_codes.py",
        "    if first.need is not Need.CHOICE or first.limit is not None:",
        "    if first.need is not Need.CHOICE:",
        _GIVING,
    ),
    Mutation(
        "a fourth slip of the day",
        "loyalty/use_cases/paper/vouchers.py",
        ">= A_DAY:",
        "> A_DAY:",
        _GIVING,
    ),
    Mutation(
        "being forgotten resets the slips of the day",
        "loyalty/use_cases/limits/memory.py",
        "        slips=count_slips_today(tx, customer_id),\n",
        "",
        _GIVING,
    ),
    Mutation(
        "a replayed message leaves its old sheet open",
        "loyalty/use_cases/paper/vouchers.py",
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
        "loyalty/use_cases/corrections/undo_last.py",
        "    if visit.voucher_id is not None:",
        "    if False:",
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
        "storage/carrying_over.py",
        "for secret_hash in known.over],",
        "for secret_hash in known.over[:0]],",
        ("tests/bot/test_restore.py",),
    ),
)
