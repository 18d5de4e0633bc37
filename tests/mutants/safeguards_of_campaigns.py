"""Safeguards of what goes out to many: once to each, to as many as was told, and never what is over.

Not here: who may be written to at all (safeguards_of_wishes.py), and sending (safeguards_of_faults.py).
"""

from tests.mutants.mutation import Mutation

_BROADCASTS = ("tests/use_cases/test_broadcasts.py",)
_DRAFTS = ("tests/use_cases/test_drafts.py", "tests/use_cases/test_pilots.py")
_GIFTS = ("tests/use_cases/test_gifts.py",)
_FEEDING = "loyalty/use_cases/campaigns/feeding.py"
_SENT = "loyalty/use_cases/campaigns/posts_to_send.py"
_OFFERED = "loyalty/use_cases/rewards/gifts.py"

CAMPAIGNS = (
    Mutation(
        "nobody is judged again when the message is drawn",
        _SENT,
        "why_not or obstacle_to(tx, recipient.customer_id, campaign.kind, besides=recipient_id)",
        "why_not",
        _BROADCASTS,
    ),
    Mutation(
        "what lay ahead goes out at night",
        _SENT,
        "    if campaign.kind not in SERVICE and is_quiet(tx.now, rules):\n        return Resting()\n",
        "",
        _BROADCASTS,
    ),
    Mutation(
        "a post goes out however late",
        _FEEDING,
        "        missed = run.stale_at <= tx.now\n",
        "        missed = False\n",
        (*_BROADCASTS, "tests/use_cases/test_recurring_posts.py"),
    ),
    Mutation(
        "all is handed to the sender at once",
        _FEEDING,
        "most=max(0, min(room, SLICE))",
        "most=SLICE",
        _BROADCASTS,
    ),
    Mutation(
        "the rest of a pilot waits for nobody's word",
        _FEEDING,
        "pilot_only=run.pilot_until is not None,",
        "pilot_only=False,",
        _DRAFTS,
    ),
    Mutation(
        "who is held out gets it too",
        _FEEDING,
        "state = RecipientState.HELD_OUT if place in lots.held_out else RecipientState.WAITING",
        "state = RecipientState.WAITING",
        _DRAFTS,
    ),
    Mutation(
        "more get it than the owner was told",
        "loyalty/use_cases/campaigns/draft_sending.py",
        "        if facts.gets_it != count:\n            return CountChanged(facts)\n",
        "",
        _DRAFTS,
    ),
    Mutation(
        "another post goes out than the owner looked at",
        "loyalty/use_cases/campaigns/draft_sending.py",
        "        if facts.look != look:\n            return DraftChanged(facts)\n",
        "",
        _DRAFTS,
    ),
    Mutation(
        "a pause takes nothing back",
        "loyalty/use_cases/campaigns/steering.py",
        "    if state is not RunState.RUNNING:\n        tx.recipients.withdraw(run_id)\n",
        "",
        _BROADCASTS,
    ),
    Mutation(
        "an offer is taken from somebody else's post",
        _OFFERED,
        "follow_moves(tx, recipient.customer_id) != customer.id",
        "False",
        _GIFTS,
    ),
    Mutation(
        "an offer is taken without end",
        _OFFERED,
        "    _require_offered(tx, recipient, offer)\n",
        "",
        _GIFTS,
    ),
    Mutation(
        "more take an offer than there are",
        "storage/runs.py",
        " AND (:limit = 0 OR taken < :limit)",
        "",
        _GIFTS,
    ),
    Mutation(
        "a gift ends unwarned",
        "loyalty/use_cases/rewards/ending_gifts.py",
        "    if tx.people.get_customer(reward.customer_id).frozen or not _was_warned(tx, reward):\n",
        "    if tx.people.get_customer(reward.customer_id).frozen:\n",
        _GIFTS,
    ),
    Mutation(
        "a date that is changed brings a second gift",
        "loyalty/use_cases/campaigns/birthday_gifts.py",
        " or not _is_time_for_one(tx, customer_id, day)",
        "",
        ("tests/use_cases/test_birthdays_kept.py",),
    ),
    Mutation(
        "a reward of a later visit is had at an earlier one",
        "loyalty/rewards.py",
        "self.issued_visit_id < visit_id",
        "self.issued_visit_id != visit_id",
        ("tests/loyalty/test_rewards.py",),
    ),
)
