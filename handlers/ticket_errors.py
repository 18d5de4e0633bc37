"""Refusals of tickets in words: one sentence why, one what to do.

Not here: all other refusals (errors.py).
"""

from typing import assert_never

from handlers.texts import Words
from loyalty.refusals import (
    ApologiesUsedUp,
    ApologisedLately,
    IsComplaint,
    NoApologies,
    NotYourQuestion,
    OwnTicket,
    TicketOver,
    TicketRefusal,
    TicketTaken,
)


def word_ticket_refusal(refusal: TicketRefusal, words: Words) -> str:
    """Plain text, fit for a toast."""
    match refusal:
        case TicketTaken(by=by):
            return words.plain("error-ticket-taken", by=by)
        case TicketOver(by="", unsent=True):
            return words.plain("error-ticket-over-unsent")
        case TicketOver(by=by, unsent=True):
            return words.plain("error-ticket-closed-unsent", by=by)
        case TicketOver(by=""):
            return words.plain("error-ticket-over")
        case TicketOver(by=by):
            return words.plain("error-ticket-closed", by=by)
        case OwnTicket():
            return words.plain("error-own-ticket")
        case IsComplaint():
            return words.plain("error-is-complaint")
        case ApologiesUsedUp(most=most, again=again):
            return words.plain("error-apologies-used-up", most=str(most), again=again)
        case ApologisedLately(number=number, again=again):
            if again is None:
                return words.plain("error-apology-held", number=str(number))
            return words.plain("error-apologised-lately", number=str(number), again=again)
        case NoApologies(points_alone=points_alone):
            return words.plain("error-no-apologies", points="yes" if points_alone else "no")
        case NotYourQuestion():
            return words.plain("error-not-your-question")
        case _:
            assert_never(refusal)
