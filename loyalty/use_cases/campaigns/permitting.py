"""Permitting: what policy needs to know of a customer is read, and policy answers.

Not here: the policy (loyalty/policy.py).
"""

from loyalty.campaigns import CampaignKind
from loyalty.ids import CustomerId, RecipientId
from loyalty.policy import CustomerStanding, Obstacle, cap_since, find_obstacle
from loyalty.ports import Transaction


def obstacle_to(
    tx: Transaction, customer_id: CustomerId, kind: CampaignKind, *, besides: RecipientId | None = None
) -> Obstacle | None:
    """What keeps a message of this kind from a customer at this moment; None: it may go.

    `besides`: this very message, when it is on its way already; it is not held against itself.
    """
    rules = tx.programs.get_current().rules
    return find_obstacle(standing_of(tx, customer_id, besides=besides), kind, now=tx.now, rules=rules)


def standing_of(
    tx: Transaction, customer_id: CustomerId, *, besides: RecipientId | None = None
) -> CustomerStanding:
    """What policy asks of a customer."""
    customer, rules = tx.people.get_customer(customer_id), tx.programs.get_current().rules
    return CustomerStanding(
        gone=customer.former or customer.moved_to is not None or customer.practice,
        frozen=customer.frozen,
        has_telegram=tx.people.find_telegram_id(customer_id) is not None,
        reachable=customer.reachable,
        wishes={wish.purpose: wish.state for wish in tx.wishes.find_of(customer_id)},
        has_birthday=tx.birthdays.find(customer_id) is not None,
        posts=tx.wishes.posts_since(customer_id, cap_since(tx.now, rules), besides=besides),
    )
