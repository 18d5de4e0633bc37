"""Tickets on screens: complete as text in every state, quoted, as long as a message may be, and nobody's but
a manager's.

Not here: how they come about (tests/use_cases/test_tickets.py).
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from handlers.drawings import tickets as drawings
from handlers.drawings.letters import draw_letter
from handlers.drawings.tickets import draw_put_right, draw_tickets
from handlers.labels import ALONE, SHARED
from handlers.outgoing import OutgoingMessage
from handlers.texts import LOCALES, Texts, Words
from loyalty.erasures import former_name
from loyalty.ids import (
    THE_ONLY_LOCATION,
    ChatId,
    CustomerId,
    LetterId,
    MessageId,
    OperationId,
    RecipientId,
    StaffId,
    TelegramId,
    TicketId,
    VisitId,
)
from loyalty.letters import Content, Letter, LetterFacts
from loyalty.own_words import OwnWords
from loyalty.people import Role, StaffMember
from loyalty.programs import Collects, Rules
from loyalty.tickets import (
    Apologist,
    FormerClose,
    GivenScore,
    LateApology,
    ListedTicket,
    Said,
    Ticket,
    TicketCause,
    TicketFacts,
    TicketList,
    TicketOutcome,
    TicketState,
    VisitOfTicket,
)
from tests.handlers.facts import COFFEE, NOW, confirmed, length

LANGUAGES = sorted(path.name for path in LOCALES.iterdir())
LONG = "W" * 64
OPEN = Ticket(
    id=TicketId(4), customer_id=CustomerId(7), cause=TicketCause.DETRACTOR, recipient_id=RecipientId(2),
    letter_id=None, visit_id=VisitId(7), location_id=THE_ONLY_LOCATION, state=TicketState.OPEN,
    opened_at=NOW, taken_by=None, answered_at=None, waits_since=NOW, reminded_at=None, closed_by=None,
    closed_at=None, outcome=None, apology=None, apologised_by=None, apologised_at=None, asked_at=None,
    agreed=None, reopened_at=None, before=None,
)  # fmt: skip
OLGA = StaffMember(StaffId(1), TelegramId(1001), "Olga", Role.MANAGER, "en", THE_ONLY_LOCATION)
PETRA = replace(OLGA, id=StaffId(2), name="Petra")
TAKEN = replace(OPEN, state=TicketState.TAKEN, taken_by=StaffId(1))
CLOSED = replace(
    TAKEN, state=TicketState.CLOSED, closed_at=NOW, closed_by=StaffId(1), outcome=TicketOutcome.PUT_RIGHT
)
GIVEN = GivenScore(
    recipient_id=RecipientId(2), customer_id=CustomerId(7), visit_id=VisitId(7),
    location_id=THE_ONLY_LOCATION, location="", aspect=None, score=3, content=Content.TEXT,
    reason="Cold <b>coffee</b> & <i>sour</i> milk", copy_of=None,
)  # fmt: skip


def facts(ticket: Ticket = OPEN, **more: Any) -> TicketFacts:
    told = TicketFacts(
        ticket=ticket, customer_name="Mia", former=False, given=GIVEN,
        visit=VisitOfTicket(confirmed(amount=500), "Ben"), said=(),
        has_it="Olga" if ticket.taken_by else "", closed_by="Olga" if ticket.closed_by else "",
        apologised_by="Max" if ticket.apologised_by else "", other=None, lately=None, item=COFFEE,
        rules=Rules(), now=NOW, wrote_again=False, reachable=True,
    )  # fmt: skip
    return replace(told, **more)


def draw_ticket(told: TicketFacts, words: Words, reader: StaffMember = OLGA) -> OutgoingMessage:
    """As whoever has it, or had it, reads it."""
    return drawings.draw_ticket(told, words, reader=reader)


def labels(message: OutgoingMessage) -> list[str]:
    return [button.label for row in message.rows for button in row]


def test_it_says_score_reason_visit_and_who_served(words: Words) -> None:
    assert draw_ticket(facts(), words).text == (
        "<b>Unhappy customer</b> · ticket 4\n"
        "From: Mia\n"
        "Would recommend the cafe: 3 of 10\n"
        "<i>Cold &lt;b&gt;coffee&lt;/b&gt; &amp; &lt;i&gt;sour&lt;/i&gt; milk</i>\n"
        "Visit: 3 Nov 2026, 8:41, served by Ben\n"
        "1 stamp · bill €5.00\n"
        "\n"
        "Nobody has it yet.\n"
        "<i>Reply to this message, and it goes to them.</i>"
    )


def test_of_a_complaint_it_says_which_visit_was_the_last_one_before(words: Words) -> None:
    complaint = replace(OPEN, cause=TicketCause.COMPLAINT, recipient_id=None, letter_id=LetterId(3))
    text = draw_ticket(facts(complaint, given=None), words).text
    assert "From: Mia\nLast visit before that: 3 Nov 2026, 8:41, served by Ben\n1 stamp" in text


def test_one_aspect_is_named_and_a_spoken_reason_is_said_to_be_one(words: Words) -> None:
    given = replace(
        GIVEN, aspect=OwnWords.of({"en": "the speed"}), score=2, content=Content.VOICE, reason="",
        copy_of=(ChatId(1), MessageId(2)),
    )  # fmt: skip
    text = draw_ticket(facts(replace(OPEN, cause=TicketCause.ASPECT), given=given), words).text
    assert "the speed: 2 of 5\n<i>(voice)</i>" in text


@pytest.mark.parametrize(
    ("ticket", "said", "buttons"),
    [
        (OPEN, "Nobody has it yet.", ["I take care of it"]),
        (TAKEN, "Olga takes care", ["Apologise: Free coffee", "Put right", "Not put right"]),
        (replace(TAKEN, apology=OperationId(5)), "Given with an apology,", ["Put right", "Not put right"]),
        (
            replace(TAKEN, apology=OperationId(5), apologised_by=StaffId(2)),
            "Given with an apology by Max,",
            ["Put right", "Not put right"],
        ),
        (replace(OPEN, reminded_at=NOW), "waited for a day", ["I take care of it"]),
        (replace(OPEN, answered_at=NOW, reopened_at=NOW, reminded_at=NOW), "waited for a day", None),
        (CLOSED, "Put right. Closed by Olga.", []),
        (CLOSED, "They are asked later whether it was put right", []),
        (replace(CLOSED, asked_at=NOW), "They were asked whether it was put right", []),
        (replace(CLOSED, asked_at=NOW), "They were asked whether", []),
        (replace(CLOSED, asked_at=NOW, agreed=True), "They say: it was put right.", []),
        (replace(CLOSED, asked_at=NOW, agreed=False), "it was not put right.", ["Take it up again"]),
        (replace(CLOSED, asked_at=NOW, agreed=False, reopened_at=NOW), "put right.", ["Take it up again"]),
        (replace(CLOSED, outcome=TicketOutcome.CORRECTED), "They changed their score.", []),
    ],
)  # fmt: skip
def test_each_state_has_its_sentence_and_its_buttons(
    words: Words, ticket: Ticket, said: str, buttons: list[str] | None
) -> None:
    drawn = draw_ticket(facts(ticket), words)
    assert said in drawn.text
    assert buttons is None or labels(drawn) == buttons
    assert ("Reply to this message" in drawn.text) == ticket.live


def test_whoever_does_not_have_it_reads_who_does_and_is_offered_nothing(words: Words) -> None:
    drawn = draw_ticket(facts(TAKEN), words, PETRA)
    assert drawn.text.endswith("\n\nOlga takes care of it.")
    assert drawn.rows == ()
    owner = replace(PETRA, role=Role.OWNER)
    assert draw_ticket(facts(TAKEN), words, owner) == draw_ticket(facts(TAKEN), words)
    for ticket in (OPEN, replace(CLOSED, asked_at=NOW, agreed=False)):
        assert draw_ticket(facts(ticket), words, PETRA) == draw_ticket(facts(ticket), words)


@pytest.mark.parametrize(
    ("ticket", "more", "said"),
    [
        (OPEN, {"wrote_again": True}, "They wrote again.\nNobody has it now."),
        (TAKEN, {}, "Olga takes care of it."),
    ],
)
@pytest.mark.parametrize(
    ("agreed", "answer"), [(None, ""), (True, "it was put right.\n"), (False, "it was not put right.\n")]
)
def test_one_that_was_closed_before_says_so(
    words: Words, ticket: Ticket, more: dict[str, Any], said: str, agreed: bool | None, answer: str
) -> None:
    before = FormerClose(TicketOutcome.PUT_RIGHT, StaffId(3), agreed=agreed)
    again = replace(ticket, before=before, reopened_at=NOW)
    text = draw_ticket(facts(again, closed_by="Mark", **more), words).text
    told = f"They say: {answer}" if answer else ""
    assert f"It had been closed as put right by Mark.\n{told}{said}\n" in text


def test_who_blocked_the_bot_is_said_to_read_nothing(words: Words) -> None:
    said = words.say("ticket-unreachable")
    assert said in draw_ticket(facts(TAKEN, reachable=False), words).text
    assert said not in draw_ticket(facts(TAKEN), words).text
    gone = replace(CLOSED, outcome=None, closed_by=None)
    assert said not in draw_ticket(facts(gone, former=True, reachable=False), words).text


def test_a_score_that_was_corrected_says_that_alone(words: Words) -> None:
    corrected = replace(OPEN, state=TicketState.CLOSED, closed_at=NOW, outcome=TicketOutcome.CORRECTED)
    drawn = draw_ticket(facts(corrected, customer_name="", given=None, visit=None), words)
    assert drawn.text == (
        "<b>Unhappy customer</b> · ticket 4\n\nThey changed their score. There is nothing to do."
    )
    assert drawn.rows == ()


@pytest.mark.parametrize("rules", [Rules(apologies_a_month=0), Rules(collects=Collects.POINTS)])
def test_where_nothing_may_be_given_nothing_is_offered(words: Words, rules: Rules) -> None:
    drawn = draw_ticket(facts(TAKEN, rules=rules), words)
    assert labels(drawn) == ["Put right", "Not put right"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_has_another_ticket_and_had_something_on_it_is_said_while_something_is_to_be_done(
    texts: Texts, language: str
) -> None:
    words = texts.in_language(language)
    lately = LateApology(TicketId(17), date(2026, 11, 1), date(2026, 12, 2))
    drawn = draw_ticket(facts(TAKEN, other=TicketId(18), lately=lately), words)
    assert "17" in drawn.text
    assert words.say("ticket-other", number="18") in drawn.text
    assert len(labels(drawn)) == 2, "no further apology"
    held = draw_ticket(facts(TAKEN, lately=replace(lately, again=None)), words)
    assert words.say("ticket-apology-held", number="17", given=lately.given) in held.text
    assert len(labels(held)) == 2, "nor while it is on their card"
    closed = draw_ticket(facts(CLOSED, other=TicketId(18)), words)
    assert "18" not in closed.text


def test_whoever_was_forgotten_is_a_number_without_buttons(words: Words) -> None:
    name = former_name(CustomerId(7), key="key")
    gone = replace(CLOSED, outcome=None, closed_by=None)
    drawn = draw_ticket(facts(gone, customer_name=name, former=True, given=replace(GIVEN, reason="")), words)
    assert "They asked to be forgotten" in drawn.text
    assert "former customer" in drawn.text
    assert labels(drawn) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", ["x" * 4096, "😀" * 2048, "&<" * 2048])
def test_the_longest_talk_fits_and_ends_with_the_last_word(texts: Texts, language: str, text: str) -> None:
    words = texts.in_language(language)
    said = [Said("", Content.TEXT, text, lost=False)] * 20 + [Said(LONG, Content.PHOTO, "the end", lost=True)]
    drawn = draw_ticket(
        facts(TAKEN, given=replace(GIVEN, reason=text), said=said, customer_name=LONG, has_it=LONG), words
    )
    assert length(drawn.text) <= 4096
    assert "the end" in drawn.text
    assert all(len(label) <= ALONE for label in labels(drawn))


@pytest.mark.parametrize("agreed", [None, True, False])
def test_the_question_has_two_buttons_until_it_was_answered(words: Words, agreed: bool | None) -> None:
    drawn = draw_put_right(facts(replace(CLOSED, asked_at=NOW, agreed=agreed)), words)
    assert labels(drawn) == (["Yes", "No"] if agreed is None else [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_says_who_waits_since_when_and_who_has_it(texts: Texts, language: str) -> None:
    words = texts.in_language(language)
    tickets = [ListedTicket(one, LONG, LONG) for one in (OPEN, TAKEN, CLOSED)] * 2
    page = TicketList(
        tickets=tickets, waiting=2, live=4, page=1, pages=3, apologies=1, given_by=[Apologist(LONG, 1)],
        rules=Rules(apologies_a_month=7), now=NOW + timedelta(days=3), owner=True,
    )  # fmt: skip
    drawn = draw_tickets(page, words)
    assert all(
        len(label) <= (SHARED if len(row) > 1 else ALONE) for row in drawn.rows for label in [row[0].label]
    )
    assert [button.label for button in drawn.rows[-1]] == ["0", "5", "✓ 7", "10", "20", "50"]
    assert len(drawn.rows[-2]) == 2
    assert len(draw_tickets(replace(page, owner=False, pages=1, page=0), words).rows) == 6


def a_page(**more: Any) -> TicketList:
    page = TicketList([ListedTicket(TAKEN, "Mia", "Olga")], 0, 1, 0, 1, 0, (), Rules(), NOW, owner=False)
    return replace(page, **more)


def test_an_owner_reads_who_gave_how_many(words: Words) -> None:
    drawn = draw_tickets(a_page(owner=True, given_by=[Apologist("Max", 3), Apologist("Olga", 1)]), words)
    assert "Max: 3\nOlga: 1" in drawn.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_points_are_collected_alone_the_list_says_why_nothing_is_given(
    texts: Texts, language: str
) -> None:
    words, rules = texts.in_language(language), Rules(collects=Collects.POINTS)
    drawn = draw_tickets(a_page(owner=True, rules=rules), words)
    assert words.say("tickets-apologies-points") in drawn.text
    assert len(drawn.rows) == 1, "no choice of how many"


def test_the_age_is_in_hours_and_then_in_days(words: Words) -> None:
    page = a_page()
    shown = [
        labels(draw_tickets(replace(page, now=NOW + timedelta(hours=hours)), words))[0]
        for hours in (0, 47, 48, 120)
    ]
    assert shown == ["○ Mia · 0 h · Olga", "○ Mia · 47 h · Olga", "○ Mia · 2 d · Olga", "○ Mia · 5 d · Olga"]


@pytest.mark.parametrize("content", [Content.TEXT, Content.PHOTO])
def test_a_letter_that_is_a_complaint_names_nobody_but_to_managers(words: Words, content: Content) -> None:
    copied = (ChatId(2001), MessageId(5)) if content.is_copied else None
    letter = Letter(
        LetterId(1), CustomerId(7), None, None, content, "sour milk", copied, ChatId(2001), NOW, TicketId(4)
    )
    shown = LetterFacts(letter, "Mia", "", former=False)
    others = draw_letter(shown, words, manager=False)
    assert others.text == "<i>A complaint: it is with the managers, who answer it.</i>"
    assert (others.rows, others.copy_of) == ((), None)
    own = draw_letter(shown, words, manager=True).text
    assert "Mia" in own
    assert "sour milk" in own
    assert "ticket 4" in own
    corrected = draw_letter(replace(shown, corrected=True), words, manager=True)
    assert (corrected.text, corrected.copy_of) == (words.say("letter-corrected"), None)
    plain = draw_letter(replace(shown, letter=replace(letter, ticket_id=None)), words, manager=False)
    assert labels(plain) == ["Complaint"]
