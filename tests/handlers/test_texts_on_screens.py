"""Screens in every language with the longest names that can be: they and their labels fit.

Not here: single sentences (test_texts.py), and what the screens say (test_customer_screens.py and others).
"""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from handlers.callbacks import LimitField, Step
from handlers.drawings.card import draw_card, draw_history, draw_rewards
from handlers.drawings.code import draw_code, draw_live_code
from handlers.drawings.languages import draw_language_question
from handlers.drawings.program import draw_changes
from handlers.drawings.program_limits import draw_limit
from handlers.drawings.program_steps import draw_step
from handlers.drawings.questions import draw_invite, draw_offer
from handlers.drawings.rules import draw_rules
from handlers.drawings.staff_card import draw_staff_card
from handlers.keyboards import card_keys
from handlers.labels import ALONE, SHARED
from handlers.notices import render_notice, render_receipt
from handlers.outgoing import OutgoingMessage
from handlers.overlay import Reason
from handlers.texts import LOCALES, Texts, Words
from handlers.welcome import greet_customer, greet_staff
from loyalty.cards import CardFacts, HistoryPage, OfferFacts
from loyalty.ids import InviteId, OfferId, OperationId, ProgramVersion, ScanId, TelegramId
from loyalty.invites import Invite, InviteState
from loyalty.limits import Answer, Limit, Limits
from loyalty.notices import OwnerAdded, TextsFaulty
from loyalty.own_words import OwnWords
from loyalty.people import Role
from loyalty.programs import ProgramChange, Rules
from loyalty.queue import TooOftenAbsent, TooSoon
from loyalty.receipts import HandoverUndone, ReceiptFact, RewardHandedOver, VisitBooked, VisitUndone
from loyalty.rewards import OfferState
from loyalty.scans import ScanState
from loyalty.staffing import StaffList
from loyalty.use_cases.house.languages import MOST_TOLD
from loyalty.use_cases.visits.codes import ShownCode
from tests.handlers.facts import (
    FOX,
    NOW,
    a_code,
    a_reward,
    a_visit,
    an_offer,
    an_operation,
    confirmed,
    counter,
    length,
)

LANGUAGES = sorted(path.name for path in LOCALES.iterdir())
NAME = "Wilhelmína Öökull " * 4
BY = NAME[:64]
ITEM = OwnWords.of({"en": "W" * 300})
CAFE = CardFacts(cafe="W" * 40, stamps=29, goal=30, item=ITEM, rewards=())
MANY = tuple(a_reward(n, item=OwnWords.of({"en": f"{n}" + "W" * 300})) for n in range(1, 20))
RECEIPTS: tuple[ReceiptFact, ...] = (
    VisitBooked(added=21, stamps=29, goal=30, rewards=12, item=ITEM, by=BY),
    VisitUndone(removed=21, stamps=29, goal=30, rewards=12, item=ITEM, by=BY),
    RewardHandedOver(item=ITEM, by=BY),
    HandoverUndone(item=ITEM, by=BY),
)


def captions(words: Words) -> Iterator[OutgoingMessage]:
    yield draw_card(replace(CAFE, rewards=MANY), words)


def texts_of_customers(words: Words) -> Iterator[OutgoingMessage]:
    yield greet_customer(CAFE, words)
    yield draw_rewards(replace(CAFE, rewards=MANY), words)
    yield draw_rewards(CAFE, words)
    for kept_out in (None, TooSoon(seconds=21), TooOftenAbsent()):
        code = ShownCode(ScanId(1), "s" * 22, "018302", FOX, NOW, item=ITEM, kept_out=kept_out)
        yield draw_live_code(code, words)
    for visit in (a_visit(), confirmed()):
        drawn = draw_code(replace(a_code(ScanState.USED, visit), item=ITEM, filled=3, staff_name=BY), words)
        assert drawn is not None
        yield drawn
    page = tuple(an_operation(RECEIPTS[number % 4], 10**9 + number) for number in range(8))
    yield draw_history(HistoryPage(page, older=OperationId(1)), words, before=OperationId(2))
    for fact in RECEIPTS:
        yield render_receipt(an_operation(fact, 10**9), words, at_once=False)
    for state in OfferState:
        yield draw_offer(OfferFacts(OfferId(4), state, ITEM, BY), words)
    yield draw_language_question(words)


def texts_of_staff(words: Words) -> Iterator[OutgoingMessage]:
    for role in Role:
        yield greet_staff(name=BY, cafe="W" * 40, role=role, words=words)
    for visit in (a_visit(), confirmed(stamps=21)):
        facts = counter(
            visit,
            customer_name=NAME,
            rewards=MANY,
            picked=MANY[0],
            offers=tuple(an_offer(one, OfferState.ASKED) for one in MANY[:5]),
            operations=tuple(an_operation(fact, 10**9) for fact in RECEIPTS),
        )
        yield draw_staff_card(facts, words)
        yield draw_staff_card(facts, words, adding=True)
    invite = Invite(
        InviteId(2), Role.BARISTA, InviteState.CAME, None, TelegramId(5), NAME, "en", expires_at=NOW
    )
    for invited in InviteState:
        drawn = draw_invite(replace(invite, state=invited), words)
        if drawn is not None:
            yield drawn
    yield from _program(words)
    yield render_notice(OwnerAdded(BY), words, Rules())
    lines = "\n".join(f"pt-br {'w' * 40} {Reason.ARGUMENTS}" for _ in range(MOST_TOLD))
    yield render_notice(TextsFaulty(lines, more=99), words, Rules())


def _program(words: Words) -> Iterator[OutgoingMessage]:
    """All pages of the rules, with everything as long as an owner may make it."""
    rules = Rules(
        cafe="W" * 40, town="W" * 60, item=ITEM, stamp_for=ITEM, responsible="&" * 200, second_language="ru",
        old_cards_until=NOW.date(), zone="America/Argentina/ComodRivadavia",
    )  # fmt: skip
    for set_up in (False, True):
        facts = StaffList((), (), "W" * 128, replace(rules, set_up=set_up), NOW)
        for step in Step:
            yield draw_step(step, facts, words)
    for field in LimitField:
        yield draw_limit(rules, field, words)
    changed = replace(
        rules, cafe="&" * 40, item=OwnWords.of({"en": "&" * 60, "ru": "<" * 60}), town="", zone="UTC"
    )
    versions = [changed if number % 2 else rules for number in range(11)]
    changes = [ProgramChange(ProgramVersion(10**6), one, "&" * 64, NOW) for one in versions]
    yield draw_changes(changes, words)
    yield draw_rules(replace(rules, limits=Limits(visits_a_day=Limit(4, Answer.REFUSE))), words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_with_long_names_is_within_telegrams_limits(texts: Texts, language: str) -> None:
    words = texts.in_language(language)
    assert [one for one in captions(words) if length(one.text) > 1024] == []
    screens = [*texts_of_customers(words), *texts_of_staff(words)]
    assert [one for one in screens if length(one.text) > 4096] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_with_long_names_fits_its_row(texts: Texts, language: str) -> None:
    words = texts.in_language(language)
    rows = [row for one in (*texts_of_customers(words), *texts_of_staff(words)) for row in one.rows]
    labels = [[button.label for button in row] for row in rows] + [list(row) for row in card_keys(words).rows]
    assert len(labels) > 20
    assert [row for row in labels if len(row) > 1 and max(map(len, row)) > SHARED] == []
    assert [row for row in labels if len(row) == 1 and len(row[0]) > ALONE] == []


@pytest.mark.parametrize("language", ["en", "ru", "et"])
def test_the_customers_help_names_the_page_of_what_is_sent(language: str) -> None:
    assert "/messages" in Texts().in_language(language).say("help-customer")
