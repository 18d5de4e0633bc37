"""Which message of a chat waits for a tap: whoever writes there instead is told so.

Not here: questions answered with a text, and views that only handlers know (handlers/waiting_taps.py).
"""

from dataclasses import dataclass
from typing import Final

from loyalty.approvals import ApprovalState
from loyalty.deliveries import Screen, ScreenKind
from loyalty.ids import ApprovalId, ChatId, DepartureId, InviteId, OfferId, VisitId
from loyalty.invites import InviteState
from loyalty.ports import Database, Transaction
from loyalty.rewards import OfferState
from loyalty.staffing import DepartureState

_ASKING: Final = (
    ScreenKind.STAFF_CARD,
    ScreenKind.OFFER,
    ScreenKind.APPROVAL,
    ScreenKind.INVITE,
    ScreenKind.DEPARTURE,
)
_LOOKED_AT: Final = 5
"""The newest messages of each kind: what waits further up was passed over on purpose."""


@dataclass(frozen=True, slots=True)
class FindWaitingScreen:
    """The newest message in this chat that waits for a tap of its reader."""

    database: Database

    async def __call__(self, chat_id: ChatId) -> Screen | None:
        """An open visit or a question; None when nothing waits."""

        def body(tx: Transaction) -> Screen | None:
            # A kind at a time, so that an index gives the newest at once, however many there were.
            shown = [one for kind in _ASKING for one in tx.screens.find_shown(chat_id, kind, most=_LOOKED_AT)]
            waiting = (one for one in sorted(shown, key=lambda one: -one.id) if _waits(tx, one))
            return next(waiting, None)

        return await self.database.read(body)


def _waits(tx: Transaction, screen: Screen) -> bool:
    subject = screen.subject_id
    match screen.kind:
        case ScreenKind.STAFF_CARD:
            visit = tx.visits.find(VisitId(subject))
            return visit is not None and visit.may_be_confirmed(tx.now)
        case ScreenKind.OFFER:
            offer = tx.rewards.find_offer(OfferId(subject))
            return offer is not None and offer.state is OfferState.ASKED
        case ScreenKind.APPROVAL:
            approval = tx.approvals.find(ApprovalId(subject))
            return approval is not None and approval.state is ApprovalState.ASKED
        case ScreenKind.INVITE:
            invite = tx.invites.find(InviteId(subject))
            return invite is not None and invite.state is InviteState.CAME
        case ScreenKind.DEPARTURE:
            departure = tx.departures.find(DepartureId(subject))
            return departure is not None and departure.state is DepartureState.OPEN
        case _:
            return False
