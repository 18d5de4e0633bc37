"""What follows on an answer, in the transaction that keeps it.

Not here: the answer itself (answering.py), passing praise on (praising.py), and what is done about a low
score (ticket_work.py).
"""

from typing import Final

from loyalty.deliveries import ScreenKind
from loyalty.ids import ChatId, MessageId
from loyalty.letters import Content
from loyalty.people import Cause, StaffMember
from loyalty.ports import Transaction
from loyalty.responses import Invitation, Response, ThanksFacts
from loyalty.surveys import Band, band_of
from loyalty.use_cases.listening.opening_tickets import note_reason, note_score
from loyalty.use_cases.staff.authority import is_own

_NO_MESSAGE: Final = MessageId(0)


def after_score(tx: Transaction, invitation: Invitation, chat_id: ChatId) -> None:
    """A score was given or corrected: why that one? One message asks, as its band is asked now."""
    recipient_id = invitation.recipient_id
    note_score(tx, recipient_id)
    response = _get_response(tx, invitation)
    if response.reason_at is None and response.takes_reason(tx.now):
        cause = Cause(chat_id, _NO_MESSAGE, "why")
        tx.deliveries.add_screen(ScreenKind.REASON, recipient_id, chat_id, cause=cause)
        tx.deliveries.redraw(recipient_id, ScreenKind.REASON)


def after_reason(tx: Transaction, invitation: Invitation, cause: Cause) -> None:
    """Why that score was told: whoever takes care of a low one reads it, and there are thanks."""
    note_reason(tx, invitation.recipient_id)
    tx.deliveries.redraw(invitation.recipient_id, ScreenKind.REASON)
    _thank(tx, invitation, cause)


def after_skipping(tx: Transaction, invitation: Invitation, chat_id: ChatId) -> None:
    """Thanks all the same."""
    _thank(tx, invitation, Cause(chat_id, _NO_MESSAGE, "skip"))


def after_correction(tx: Transaction, invitation: Invitation, chat_id: ChatId, before: Band | None) -> None:
    """Who said why before, and is a promoter only now, is offered what promoters are, once; who is none any
    more, not any more.

    `before`: what they were until now.
    """
    if _get_response(tx, invitation).reason_at is not None and before is not Band.PROMOTER:
        _offer_further(tx, invitation, Cause(chat_id, _NO_MESSAGE, "corrected"))
    tx.deliveries.redraw(invitation.recipient_id, ScreenKind.FURTHER)


def thanks_of(tx: Transaction, invitation: Invitation) -> ThanksFacts:
    """Thanks, by band; never a reward. A promoter may tell others too, and who served them."""
    response = _get_response(tx, invitation)
    band = _band(invitation, response)
    promotes = band is Band.PROMOTER and invitation.aspect_id is None
    served = find_praised(tx, invitation)
    return ThanksFacts(
        recipient_id=invitation.recipient_id,
        band=band,
        review_link=tx.programs.get_current().rules.review_link if promotes else "",
        praise_for=served.name if served is not None else "",
        passed=tx.praises.is_passed(invitation.recipient_id),
        told=response.content is not None,
    )


def find_praised(tx: Transaction, invitation: Invitation) -> StaffMember | None:
    """Who may be told these words: whoever served that visit and works here still; None: nobody."""
    response, visit = tx.responses.find(invitation.recipient_id), tx.visits.get(invitation.visit_id)
    if response is None or _band(invitation, response) is not Band.PROMOTER:
        return None
    if response.content is not Content.TEXT or not response.reason:
        return None
    if visit.settled_by is None or visit.voucher_id is not None:  # a slip is collected without anybody
        return None
    served = tx.people.get_staff(visit.settled_by)
    works = tx.people.find_staff(served.telegram_id)
    if works is None or works.id != served.id or is_own(tx, served.telegram_id, invitation.customer_id):
        return None
    return works


def _thank(tx: Transaction, invitation: Invitation, cause: Cause) -> None:
    """Messages that wait to be sent, so that a crash beside the tap loses none."""
    recipient_id = invitation.recipient_id
    tx.deliveries.add_screen(ScreenKind.THANKS, recipient_id, cause.chat_id, cause=cause)
    _offer_further(tx, invitation, cause)


def _offer_further(tx: Transaction, invitation: Invitation, cause: Cause) -> None:
    if thanks_of(tx, invitation).offers_further:
        tx.deliveries.add_screen(ScreenKind.FURTHER, invitation.recipient_id, cause.chat_id, cause=cause)


def _get_response(tx: Transaction, invitation: Invitation) -> Response:
    response = tx.responses.find(invitation.recipient_id)
    if response is None:
        raise AssertionError(f"survey {invitation.recipient_id} was answered, and has no answer")
    return response


def _band(invitation: Invitation, response: Response) -> Band:
    return band_of(response.score, aspect=invitation.aspect_id is not None)
