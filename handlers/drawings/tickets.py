"""An unhappy customer as managers see it, the list of all, and the question whether it was put right.

Not here: single letters (letters.py), and who gets what (loyalty/use_cases/listening/).
"""

import html
from datetime import timedelta
from typing import Final, assert_never

from handlers import callbacks
from handlers.drawings.limit_lines import say_time
from handlers.drawings.phrases import name_guest, name_item, say_money
from handlers.labels import ALONE
from handlers.names import ON_STAFF_SCREENS, shortened
from handlers.outgoing import Button, OutgoingMessage, Rows, Style
from handlers.texts import Html, Words
from loyalty.days import local
from loyalty.letters import Content
from loyalty.people import StaffMember
from loyalty.posts import length_of
from loyalty.surveys import HIGHEST, HIGHEST_OF_ASPECT
from loyalty.tickets import (
    GivenScore,
    LateApology,
    ListedTicket,
    Said,
    Ticket,
    TicketFacts,
    TicketList,
    TicketState,
    VisitOfTicket,
)

_TEXT: Final = 4096
_LONGEST: Final = 700
"""Characters of one thing that somebody said: what is longer was read where it came."""
_LINES: Final = 12
"""Lines of a conversation; the first are those that one remembers."""
_APOLOGISTS: Final = 12
"""People whom the list names."""
_CHOICES: Final = (0, 5, 10, 20, 50)
_HOUR: Final = timedelta(hours=1)
_DAY: Final = timedelta(days=1)


def draw_ticket(facts: TicketFacts, words: Words, *, reader: StaffMember | None) -> OutgoingMessage:
    """Why, who, which visit, what was said, and who has it; a reply to it goes to the customer.

    `reader`: whoever can't do anything about it, because somebody else has it, is offered nothing.
    """
    ticket, name = facts.ticket, name_guest(words, facts.customer_name)
    above = [words.say("ticket-heading", cause=ticket.cause.value, number=str(ticket.id))]
    below = [*_say_before(facts, words), *_say_state(facts, words)]
    if not ticket.corrected:
        above += [
            words.say("ticket-customer", name=name),
            *_say_given(facts.given, words),
            *_say_visit(facts, facts.visit, words),
        ]
        below += _say_rest(facts, words)
    works = ticket.may_be_worked_on(reader)
    if works:
        below.append(words.say("ticket-how"))
    room = _TEXT - sum(length_of(line) + 1 for line in (*above, *below))
    said = _fit([_say_line(one, name, words) for one in facts.said[-_LINES:]], room)
    parts = ["\n".join(part) for part in (above, said, below) if part]
    return OutgoingMessage("\n\n".join(parts), _buttons(facts, words, works=works))


def draw_put_right(facts: TicketFacts, words: Words) -> OutgoingMessage:
    """For the customer: was it put right?"""
    ticket = facts.ticket
    if ticket.agreed is not None:
        return OutgoingMessage(words.say("put-right-thanks", agreed="yes" if ticket.agreed else "no"))
    yes = callbacks.AnswerPutRight(ticket_id=ticket.id, agreed=True).pack()
    no = callbacks.AnswerPutRight(ticket_id=ticket.id, agreed=False).pack()
    row = (Button(words.plain("button-put-right-yes"), yes), Button(words.plain("button-put-right-no"), no))
    return OutgoingMessage(words.say("put-right-asked", cafe=facts.rules.cafe), (row,))


def draw_tickets(page: TicketList, words: Words) -> OutgoingMessage:
    """What waits, then what is closed; each a button."""
    lines = [words.say("tickets-heading")]
    lines.append(
        words.say("tickets-waiting", waiting=page.waiting, taken=page.live - page.waiting)
        if page.live
        else words.say("tickets-none")
    )
    lines += _say_apologies(page, words)
    rows: list[tuple[Button, ...]] = [(_open(one, page, words),) for one in page.tickets]
    if page.pages > 1:
        rows.append(_turning(page, words))
    if page.owner and page.rules.gives_stamps:
        lines.append(words.say("tickets-apologies-how"))
        rows.append(_choices(page.rules.apologies_a_month, words))
    return OutgoingMessage("\n".join(lines), tuple(rows))


def _say_apologies(page: TicketList, words: Words) -> list[Html]:
    """How many of how many were given this month, and for an owner by whom."""
    most, given = page.rules.apologies_a_month, page.apologies
    if page.rules.gives_stamps:
        lines = [words.say("tickets-apologies", given=given, most=str(most))]
    else:
        lines = [words.say("tickets-apologies-points")]
    return [
        *lines,
        *(
            words.say("tickets-apologies-by", by=shortened(one.name, ON_STAFF_SCREENS), given=str(one.given))
            for one in page.given_by[:_APOLOGISTS]
        ),
    ]


def _choices(most: int, words: Words) -> tuple[Button, ...]:
    return tuple(
        Button(
            words.plain("button-apologies-on", most=str(one)) if one == most else str(one),
            callbacks.SetApologies(most=one).pack(),
            Style.PRIMARY if one == most else Style.PLAIN,
        )
        for one in sorted({*_CHOICES, most})
    )


def _say_given(given: GivenScore | None, words: Words) -> list[Html]:
    if given is None:
        return []
    if given.aspect is None:
        lines = [words.say("ticket-score", score=str(given.score), most=str(HIGHEST))]
    else:
        aspect, most = name_item(words, given.aspect), str(HIGHEST_OF_ASPECT)
        lines = [words.say("ticket-aspect", aspect=aspect, score=str(given.score), most=most)]
    if given.reason:
        lines.append(_quoted(given.reason))
    elif given.copy_of is not None and given.content is not None:
        lines.append(_quoted(words.plain("mydata-content", content=given.content.value)))
    return lines


def _quoted(text: str) -> Html:
    """What somebody said, as it was said: longer than a sentence of ours may be."""
    return Html(f"<i>{html.escape(shortened(text, _LONGEST), quote=False)}</i>")


def _say_visit(facts: TicketFacts, seen: VisitOfTicket | None, words: Words) -> list[Html]:
    if seen is None:
        return []
    visit, rules = seen.visit, facts.rules
    at = local(visit.settled_at or visit.opened_at, rules)
    by = shortened(seen.served_by, ON_STAFF_SCREENS)
    key = "ticket-visit" if facts.ticket.letter_id is None else "ticket-visit-before"
    lines = [words.say(key, day=at.date(), time=say_time(at, rules), by=by)]
    had = [words.plain("ticket-stamps", stamps=visit.stamps)] if visit.stamps else []
    if visit.amount is not None:
        had.append(words.plain("sale-bill", amount=say_money(words, visit.amount, rules.currency)))
    if facts.given is not None and facts.given.location:
        had.append(shortened(facts.given.location, ON_STAFF_SCREENS))
    return [*lines, Html(html.escape(" · ".join(had)))] if had else lines


def _say_line(said: Said, name: str, words: Words) -> Html:
    text = said.text or words.plain("mydata-content", content=said.content.value)
    if said.text and said.content is not Content.TEXT:
        text = f"{words.plain('mydata-content', content=said.content.value)} {said.text}"
    by = shortened(said.by, ON_STAFF_SCREENS) or name
    heading = words.say("ticket-said-lost" if said.lost else "ticket-said", by=by)
    return Html(f"{heading} {html.escape(shortened(text, _LONGEST), quote=False)}")


def _fit(lines: list[Html], room: int) -> list[Html]:
    """The last of them that there is room for."""
    fitting: list[Html] = []
    for line in reversed(lines):
        room -= length_of(line) + 1
        if room < 0:
            break
        fitting.insert(0, line)
    return fitting


def _say_before(facts: TicketFacts, words: Words) -> list[Html]:
    """Of one that is live again: as what it had been closed, and why that did not last."""
    if (before := facts.ticket.before) is None:
        return []
    by = shortened(facts.closed_by, ON_STAFF_SCREENS)
    lines = [words.say("ticket-closed-before", outcome=before.outcome.value, by=by)]
    if before.agreed is not None:
        lines.append(words.say("ticket-agreed", agreed="yes" if before.agreed else "no"))
    if facts.wrote_again:
        lines.append(words.say("ticket-wrote-again"))
    return lines


def _say_state(facts: TicketFacts, words: Words) -> list[Html]:
    ticket = facts.ticket
    by, closed_by = (shortened(one, ON_STAFF_SCREENS) for one in (facts.has_it, facts.closed_by))
    match ticket.state:
        case TicketState.OPEN:
            return [words.say("ticket-open-again" if ticket.before else "ticket-open")]
        case TicketState.TAKEN:
            return [words.say("ticket-taken", by=by)]
        case TicketState.CLOSED:
            if facts.former or ticket.outcome is None:
                return [words.say("ticket-former")]
            return [words.say("ticket-closed", outcome=ticket.outcome.value, by=closed_by)]
        case _:
            assert_never(ticket.state)


def _say_rest(facts: TicketFacts, words: Words) -> list[Html]:
    ticket, lines = facts.ticket, []
    if ticket.apology is not None:
        by = shortened(facts.apologised_by, ON_STAFF_SCREENS)
        lines.append(words.say("ticket-apologised-by", by=by) if by else words.say("ticket-apologised"))
    if ticket.live and (lately := facts.lately) is not None:
        lines.append(_say_lately(lately, words))
    if ticket.live and facts.other is not None:
        lines.append(words.say("ticket-other", number=str(facts.other)))
    if ticket.agreed is not None:
        lines.append(words.say("ticket-agreed", agreed="yes" if ticket.agreed else "no"))
    elif ticket.asked_at is not None:
        lines.append(words.say("ticket-asked"))
    elif not facts.former and ticket.will_be_asked(facts.now):
        lines.append(words.say("ticket-asked-later"))
    if ticket.live and not facts.reachable:
        lines.append(words.say("ticket-unreachable"))
    if ticket.live and ticket.waits_since is not None and ticket.reminded_at is not None:
        lines.append(words.say("ticket-waits"))
    return lines


def _say_lately(lately: LateApology, words: Words) -> Html:
    number = str(lately.ticket_id)
    if lately.again is None:
        return words.say("ticket-apology-held", number=number, given=lately.given)
    return words.say("ticket-apologised-lately", number=number, given=lately.given, again=lately.again)


def _buttons(facts: TicketFacts, words: Words, *, works: bool) -> Rows:
    ticket = facts.ticket
    if facts.former:
        return ()
    if ticket.may_be_reopened:
        again = callbacks.ReopenTicket(ticket_id=ticket.id).pack()
        return ((Button(words.plain("button-ticket-reopen"), again, Style.PRIMARY),),)
    if ticket.state is TicketState.OPEN:
        take = callbacks.TakeTicket(ticket_id=ticket.id).pack()
        return ((Button(words.plain("button-ticket-take"), take, Style.PRIMARY),),)
    return _working(facts, words) if works else ()


def _working(facts: TicketFacts, words: Words) -> Rows:
    ticket = facts.ticket
    right = callbacks.CloseTicket(ticket_id=ticket.id, right=True).pack()
    wrong = callbacks.CloseTicket(ticket_id=ticket.id, right=False).pack()
    closing = (
        Button(words.plain("button-put-right"), right, Style.SUCCESS),
        Button(words.plain("button-not-put-right"), wrong),
    )
    if ticket.apology is not None or facts.lately is not None or not facts.rules.may_apologise:
        return (closing,)
    label = shortened(words.plain("button-apologise", item=name_item(words, facts.item)), ALONE)
    return ((Button(label, callbacks.Apologise(ticket_id=ticket.id).pack()),), closing)


def _open(one: ListedTicket, page: TicketList, words: Words) -> Button:
    label = words.plain(
        "button-ticket-open",
        state=one.ticket.state.value,
        name=name_guest(words, one.customer_name),
        age=_say_age(one.ticket, page, words),
        by=one.has_it,
    )
    return Button(shortened(label, ALONE), callbacks.OpenTicket(ticket_id=one.ticket.id).pack())


def _say_age(ticket: Ticket, page: TicketList, words: Words) -> str:
    """Hours on the first two days, then days."""
    age = page.now - (ticket.since if ticket.live else ticket.opened_at)
    if age < 2 * _DAY:
        return words.plain("ticket-age-hours", hours=max(0, age // _HOUR))
    return words.plain("ticket-age-days", days=age // _DAY)


def _turning(page: TicketList, words: Words) -> tuple[Button, ...]:
    row = []
    if page.page > 0:
        row.append(Button(words.plain("button-newest"), callbacks.OpenTickets(page=0).pack()))
    if page.page + 1 < page.pages:
        further = callbacks.OpenTickets(page=page.page + 1).pack()
        row.append(Button(words.plain("button-tickets-further"), further))
    return tuple(row)
