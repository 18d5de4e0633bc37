"""Safeguards of what customers are asked and say: whom, how often, who reads it, and who does what about it.

Not here: what goes out to many besides (safeguards_of_campaigns.py), and who may be written to at all
(safeguards_of_wishes.py).
"""

from tests.mutants.mutation import Mutation

_ASKED = ("tests/use_cases/test_surveys.py",)
_ANSWERED = ("tests/use_cases/test_answering.py",)
_NUMBERS = ("tests/use_cases/test_voice.py",)
_TICKETS = ("tests/use_cases/test_tickets.py",)
_WORK = ("tests/use_cases/test_ticket_work.py",)
_PLANNER = "loyalty/use_cases/campaigns/planners/surveys.py"
_WORKED = "loyalty/use_cases/listening/ticket_work.py"

LISTENING = (
    Mutation(
        "somebody is surveyed as often as they come",
        _PLANNER,
        "Rests(survey=tx.now - REST, aspect=None)",
        "Rests(survey=tx.now, aspect=None)",
        _ASKED,
    ),
    Mutation(
        "another account brings another survey",
        "storage/invitations.py",
        '_WAS_ASKED.format(theirs=THEIRS, since=":no_survey"',
        '_WAS_ASKED.format(theirs="(c.id)", since=":no_survey"',
        _ASKED,
    ),
    Mutation(
        "a restored backup brings another survey",
        "storage/invitations.py",
        " OR {_ASKED_IN_LOST_TIME}",
        "",
        ("tests/bot/test_restore_listening.py",),
    ),
    Mutation(
        "a handful of customers is surveyed, whom everybody knows",
        _PLANNER,
        "if tx.invitations.count_customers(most=FEWEST_CUSTOMERS) < FEWEST_CUSTOMERS:",
        "if not tx.invitations.count_customers(most=FEWEST_CUSTOMERS):",
        _ASKED,
    ),
    Mutation(
        "who was refused something is surveyed on that day",
        _PLANNER,
        "    if tx.refusals.was_refused(recipient.customer_id, since=since):\n        return False\n",
        "",
        _ASKED,
    ),
    Mutation(
        "all are surveyed whatever share the owner set",
        _PLANNER,
        " if is_sampled(campaign.id, one[1], terms.sample)]",
        "]",
        _ASKED,
    ),
    Mutation(
        "visits of long ago are asked about when the bot is back",
        _PLANNER,
        "max(campaign.approved_at, until - LATE)",
        "campaign.approved_at",
        _ASKED,
    ),
    Mutation(
        "anybody answers a survey",
        "loyalty/use_cases/listening/answering.py",
        "follow_moves(tx, invitation.customer_id) != customer.id",
        "False",
        _ANSWERED,
    ),
    Mutation(
        "a reply to a survey is a letter that baristas read",
        "loyalty/use_cases/listening/answering.py",
        "tx.invitations.find_asked_by(chat_id, message_id) is not None",
        "False",
        ("tests/use_cases/test_replies_to_questions.py",),
    ),
    Mutation(
        "what was spoken before the score fell is not heard",
        "loyalty/use_cases/listening/opening_tickets.py",
        "            _open(tx, given)\n            _bring_recording(tx, given)\n",
        "            _open(tx, given)\n",
        ("tests/use_cases/test_tickets.py",),
    ),
    Mutation(
        "a reason outlives its customer",
        "storage/traces.py",
        "UPDATE responses SET reason = '', media_chat",
        "UPDATE responses SET reason = reason, media_chat",
        _ANSWERED,
    ),
    Mutation(
        "practice is counted in the score",
        "storage/voice.py",
        "AND i.invited_at < :until AND c.practice = 0",
        "AND i.invited_at < :until",
        _NUMBERS,
    ),
    Mutation(
        "a barista reads who has complained",
        "handlers/drawings/letters.py",
        "letter.ticket_id is not None and not manager",
        "False",
        ("tests/handlers/test_tickets.py",),
    ),
    Mutation(
        "a manager takes care of their own complaint",
        "loyalty/use_cases/listening/ticket_places.py",
        " if not is_own(tx, one.telegram_id, theirs)]",
        "]",
        _TICKETS,
    ),
    Mutation(
        "two managers have one ticket",
        "storage/tickets.py",
        "\"state = 'taken', taken_by = :by, taken_at = :now\", \"state = 'open'\"",
        "\"state = 'taken', taken_by = :by, taken_at = :now\", \"state <> 'closed'\"",
        _WORK,
    ),
    Mutation(
        "a manager answers what another one has",
        _WORKED,
        "    if holder.role.covers(Role.MANAGER):\n        raise Refused(TicketTaken(holder.name))\n",
        "",
        _WORK,
    ),
    Mutation(
        "apologies without end",
        _WORKED,
        "if tx.tickets.count_apologies(begins=begins, ends=ends) >= rules.apologies_a_month:",
        "if not rules.apologies_a_month:",
        ("tests/use_cases/test_apologies.py",),
    ),
    Mutation(
        "one bad visit is paid for twice",
        _WORKED,
        "    if lately is not None:\n",
        "    if False:\n",
        ("tests/use_cases/test_apologies.py",),
    ),
    Mutation(
        "who is unhappy again after the close is nobody's",
        "loyalty/use_cases/listening/opening_tickets.py",
        "tx.tickets.wait_again(ticket.id)",
        "False",
        _WORK,
    ),
    Mutation(
        "an answer that never arrived counts as the first",
        _WORKED,
        " if not tx.letters.is_lost(one.id)]",
        "]",
        _WORK,
    ),
)
