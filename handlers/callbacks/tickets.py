"""What stands behind the buttons of unhappy customers: theirs, and those of whoever takes care of them.

Not here: the answer to a customer, which is a reply and no button.
"""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from handlers.callbacks.bounds import MESSAGE, ROW
from loyalty.ids import LetterId, MessageId, TicketId

TicketNumber = Annotated[TicketId, ROW]


class Complain(CallbackData, prefix="xc"):
    """What I wrote is a complaint; the message stands in the same chat."""

    message_id: Annotated[MessageId, MESSAGE]


class MarkComplaint(CallbackData, prefix="xm"):
    """This letter is a complaint: it goes to the managers."""

    letter_id: Annotated[LetterId, ROW]


class TakeTicket(CallbackData, prefix="xt"):
    """I take care of it."""

    ticket_id: TicketNumber


class Apologise(CallbackData, prefix="xa"):
    """Give what the program gives, with an apology."""

    ticket_id: TicketNumber


class CloseTicket(CallbackData, prefix="xx"):
    """Put right, or not."""

    ticket_id: TicketNumber
    right: bool


class ReopenTicket(CallbackData, prefix="xr"):
    """Take it up again."""

    ticket_id: TicketNumber


class AnswerPutRight(CallbackData, prefix="xq"):
    """The customer's yes or no to whether it was put right."""

    ticket_id: TicketNumber
    agreed: bool


class OpenTickets(CallbackData, prefix="xi"):
    """A page of the list."""

    page: Annotated[int, Field(ge=0, le=9999)]


class OpenTicket(CallbackData, prefix="xn"):
    """One of the list, further down."""

    ticket_id: TicketNumber


class SetApologies(CallbackData, prefix="xb"):
    """So many apologies a month may have something with them."""

    most: Annotated[int, Field(ge=0, le=50)]


TICKETS: tuple[type[CallbackData], ...] = (
    Complain, MarkComplaint, TakeTicket, Apologise, CloseTicket, ReopenTicket, AnswerPutRight, OpenTickets,
    OpenTicket, SetApologies,
)  # fmt: skip
