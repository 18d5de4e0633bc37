"""Overtaking: what somebody was due for may be over before it is their turn.

Not here: whether they may be written to at all (permitting.py).
"""

from typing import Final

from loyalty.campaigns import Campaign, CampaignKind
from loyalty.ports import Transaction
from loyalty.runs import Recipient
from loyalty.use_cases.campaigns.planners import STILL_DUE

LATE: Final = "late"
"""Why somebody was skipped whose day was over before it was their turn."""
OVERTAKEN: Final = "overtaken"
"""Why somebody was skipped who has come meanwhile, or whose reward was had."""
BY_HAND: Final = (CampaignKind.BROADCAST, CampaignKind.RECURRING, CampaignKind.OWN_QUESTION)
"""An owner looks after these, and may let them go on days later."""


def find_overtaken(tx: Transaction, campaign: Campaign, recipient: Recipient) -> str | None:
    """Why it is too late for this one; None: it is not.

    Asked when it is handed over and once more when it is sent: the bot may have been away between.
    """
    if campaign.kind not in BY_HAND and tx.runs.get(recipient.run_id).stale_at <= tx.now:
        return LATE
    is_still_due = STILL_DUE.get(campaign.kind)
    return None if is_still_due is None or is_still_due(tx, recipient) else OVERTAKEN
