"""The kinds of campaigns: when each goes out, and to whom; a module for each.

Not here: what all kinds have in common (planning.py).
"""

from collections.abc import Mapping
from typing import Final

from loyalty.campaigns import CampaignKind
from loyalty.use_cases.planners.broadcast import BroadcastPlanner
from loyalty.use_cases.planners.recurring import RecurringPlanner
from loyalty.use_cases.planning import Planner

PLANNERS: Final[Mapping[CampaignKind, Planner]] = {
    CampaignKind.BROADCAST: BroadcastPlanner(),
    CampaignKind.RECURRING: RecurringPlanner(),
}
"""What decides for each kind."""
