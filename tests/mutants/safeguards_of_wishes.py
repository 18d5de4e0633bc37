"""Safeguards of what customers let us send: consent, mute, cap, night, and the birthday's lock.

Not here: sending (safeguards_of_faults.py).
"""

from tests.mutants.mutation import Mutation

_POLICY = ("tests/loyalty/test_policy.py",)
_BIRTHDAYS = ("tests/loyalty/test_birthdays.py", "tests/use_cases/test_birthdays.py")
_WISHES = ("tests/use_cases/test_wishes.py",)
_ASKING = ("tests/use_cases/test_asking.py",)

WISHES = (
    Mutation(
        "no answer is a yes",
        "loyalty/policy.py",
        "            allowed = wish is WishState.GRANTED\n",
        "            allowed = wish is not WishState.REFUSED\n",
        _POLICY,
    ),
    Mutation(
        "a mute is not heeded",
        "loyalty/policy.py",
        "    if wish is WishState.MUTED:\n        return Obstacle.MUTED\n",
        "",
        _POLICY,
    ),
    Mutation(
        "a post on its way is not counted",
        "storage/wishes.py",
        "r.state IN ('queued', 'sent', 'unknown')",
        "r.state IN ('sent', 'unknown')",
        _WISHES,
    ),
    Mutation(
        "the night is that of the server",
        "loyalty/policy.py",
        "is_quiet_hour(local(moment, rules).hour, rules)",
        "is_quiet_hour(moment.hour, rules)",
        _POLICY,
    ),
    Mutation(
        "anybody answers a question",
        "loyalty/use_cases/campaigns/asking.py",
        "question is None or customer is None or question.customer_id != customer.id",
        "question is None or customer is None",
        _ASKING,
    ),
    Mutation(
        "a birthday is asked for that nobody greets",
        "loyalty/questions.py",
        "    if greets and before.visits",
        "    if before.visits",
        _ASKING,
    ),
    Mutation(
        "anybody mutes",
        "loyalty/use_cases/campaigns/wishes.py",
        "recipient is None or customer is None or recipient.customer_id != customer.id",
        "recipient is None or customer is None",
        _WISHES,
    ),
    Mutation(
        "the looser answer of two cards holds",
        "loyalty/wishes.py",
        "    return max(mine, theirs, key=_STRICTNESS.index)",
        "    return min(mine, theirs, key=_STRICTNESS.index)",
        (*_WISHES, "tests/loyalty/test_questions.py"),
    ),
    Mutation(
        "a birthday is changed at any time",
        "loyalty/birthdays.py",
        "max(today, given_on + LOCKED_FOR)",
        "today",
        _BIRTHDAYS,
    ),
    Mutation(
        "forgetting unlocks the birthday",
        "loyalty/use_cases/limits/memory.py",
        "        birthday_given_at=tx.birthdays.find_given_at(customer_id) or before.birthday_given_at,\n",
        "",
        _BIRTHDAYS,
    ),
    Mutation(
        "a mute is lost with a restore",
        "storage/carrying_over.py",
        "    say_again(connection, known.noes)\n",
        "",
        ("tests/bot/test_restore_wishes.py",),
    ),
)
