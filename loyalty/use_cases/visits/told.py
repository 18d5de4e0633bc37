"""What a receipt tells beside itself: greetings that a visit brought.

Not here: when somebody is greeted (receipt_greetings.py), and the words (handlers/drawings/standing.py).
"""

from loyalty.ids import OperationId
from loyalty.ports import Transaction
from loyalty.standing import Told, decode_facts


def told_on(tx: Transaction, operation_id: OperationId) -> tuple[Told, ...]:
    """What stands below an operation's receipt, in the order in which it came about."""
    told = []
    for recipient in tx.recipients.find_told_on(operation_id):
        campaign = tx.campaigns.get(recipient.campaign_id)
        text = {post.language: post.text for post in campaign.posts}
        told.append(Told(recipient.id, campaign.kind, text, decode_facts(recipient.facts)))
    return tuple(told)
