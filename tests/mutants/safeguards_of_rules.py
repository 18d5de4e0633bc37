"""Safeguards of the rules: limits, corrections, and who may do what.

Not here: rows (safeguards_of_rows.py).
"""

from tests.mutants.mutation import Mutation

_LIMITS = (
    "tests/loyalty/test_verdicts.py",
    "tests/use_cases/test_limits.py",
    "tests/use_cases/test_visits_of_a_day.py",
    "tests/use_cases/test_own_visits.py",
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

RULES = (
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
)
