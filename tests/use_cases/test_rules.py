"""The rules: who changes them, what can't be, what a change does to a card that is begun.

Not here: the chat (tests/handlers/test_program.py).
"""

import json
from dataclasses import replace
from datetime import date

import pytest

from loyalty.limits import Answer, Limit, Limits, LimitsWanted
from loyalty.own_words import OwnWords
from loyalty.programs import OldCardsUntil, Rules
from loyalty.receipts import VisitUndone
from loyalty.refusals import (
    BoundsOdd,
    DatePast,
    LimitsOdd,
    NotOwner,
    NumberOutOfRange,
    Refusal,
    WordsUnfit,
    ZoneUnknown,
)
from loyalty.segment_bounds import SegmentBounds, SegmentBoundsWanted
from loyalty.use_cases.house.rules import (
    BeginSetUp,
    ChangeGoal,
    GoalQuestion,
    ReadChanges,
    ReadProgram,
    ReadRules,
    RulesWanted,
    TakeOldCardsUntil,
)
from tests.counter import ANNA, BEN, LEO, MIA, Cafe, private
from tests.refusing import refused

LONG = OwnWords.of({"en": "Coffee", "ru": "W" * 300})


@pytest.mark.parametrize(
    ("wanted", "refusal"),
    [
        (RulesWanted(cafe=""), WordsUnfit(most=40, length=0)),
        (RulesWanted(cafe="x" * 41), WordsUnfit(most=40, length=41)),
        (RulesWanted(item=LONG), WordsUnfit(most=60, length=300)),
        (RulesWanted(stamp_for=OwnWords.of({"en": "  "})), WordsUnfit(most=60, length=2)),
        (RulesWanted(responsible="x" * 201), WordsUnfit(most=200, length=201)),
        (RulesWanted(goal=1), NumberOutOfRange(least=2, most=30)),
        (RulesWanted(goal=31), NumberOutOfRange(least=2, most=30)),
        (RulesWanted(adjustments_a_day=-1), NumberOutOfRange(least=0, most=999)),
        (RulesWanted(day_begins=13), NumberOutOfRange(least=0, most=12)),
        (RulesWanted(zone="Europe/Atlantis"), ZoneUnknown()),
        (RulesWanted(old_cards_until=date(2025, 3, 13)), DatePast()),
        (RulesWanted(limits=Limits(stamps_a_visit=Limit(0, Answer.ASK))), LimitsOdd()),
        (RulesWanted(limits=Limits(stamps_an_hour=Limit(120, Answer.REFUSE))), LimitsOdd()),
        (RulesWanted(quiet_from=24), NumberOutOfRange(least=0, most=23)),
        (RulesWanted(quiet_until=-1), NumberOutOfRange(least=0, most=23)),
        (RulesWanted(posts_a_week=0), NumberOutOfRange(least=1, most=7)),
        (RulesWanted(single_bounds=SegmentBoundsWanted(here_days=60)), BoundsOdd()),
        (RulesWanted(single_bounds=SegmentBoundsWanted(new_days=0)), BoundsOdd()),
        (RulesWanted(single_bounds=SegmentBoundsWanted(lunch_from=6)), BoundsOdd()),
        (RulesWanted(single_bounds=SegmentBoundsWanted(lunch_until=25)), BoundsOdd()),
        (RulesWanted(single_bounds=SegmentBoundsWanted(regular_visits=0)), BoundsOdd()),
    ],
)
async def test_what_can_not_be_is_refused_and_writes_no_version(
    cafe: Cafe, wanted: RulesWanted, refusal: Refusal
) -> None:
    before = await ReadProgram(cafe.database)()
    with refused(refusal):
        await cafe.change_rules(ANNA, **wanted)
    assert await ReadProgram(cafe.database)() == before


async def test_two_owners_at_the_limits_page_lose_nothing_of_each_other(cafe: Cafe) -> None:
    await cafe.change_rules(ANNA, single_limits=LimitsWanted(visits_a_day=Limit(6, Answer.ASK)))
    await cafe.change_rules(ANNA, single_limits=LimitsWanted(above_goal=Answer.REFUSE))
    limits = (await ReadProgram(cafe.database)()).rules.limits
    assert limits == replace(Limits(), visits_a_day=Limit(6, Answer.ASK), above_goal=Answer.REFUSE)
    with refused(LimitsOdd()):
        await cafe.change_rules(ANNA, single_limits=LimitsWanted(visits_a_day=Limit(1, Answer.ASK)))


async def test_an_old_text_that_would_not_pass_is_no_reason_to_refuse_another_rule(cafe: Cafe) -> None:
    odd = OwnWords.of({"en": "Coffee", "ru": "W" * 300})
    with cafe.raw() as connection:
        [(rules,)] = connection.execute("SELECT rules FROM programs").fetchall()
        old = json.loads(rules) | {"cafe": "", "goal": 99, "zone": "Europe/Atlantis"}
        old["item"] = dict(odd.by_language)
        connection.execute(
            "INSERT INTO programs (version, rules, created_at) VALUES (2, ?, 0)", (json.dumps(old),)
        )
    assert (await cafe.change_rules(ANNA, staff_alone=True)).rules.staff_alone
    item = OwnWords.of({"en": "Tea", "ru": "W" * 300})
    assert (await cafe.change_rules(ANNA, item=item)).rules.item == item, "only the English changed"
    with refused(WordsUnfit(most=60, length=301)):
        await cafe.change_rules(ANNA, item=OwnWords.of({"en": "Tea", "ru": "W" * 301}))


async def test_a_lower_goal_that_makes_cards_full_is_asked_about_before_it_holds(cafe: Cafe) -> None:
    change_goal, read = ChangeGoal(cafe.database), ReadProgram(cafe.database)
    await cafe.stamps(MIA, 5)
    await cafe.stamps(LEO, 2)
    asked = await change_goal(ANNA, 3)
    assert asked == GoalQuestion(3, 1, Rules().item)
    assert (await read()).rules.goal == 6
    await cafe.stamps(LEO, 1)
    assert await change_goal(ANNA, 3, known=1) == GoalQuestion(3, 2, Rules().item), "one more by now"
    assert await change_goal(ANNA, 3, known=2) is None
    assert (await read()).rules.goal == 3
    assert await change_goal(ANNA, 10) is None, "a higher one makes no card full"
    with refused(NumberOutOfRange(least=2, most=30)):
        await change_goal(ANNA, 1)
    with refused(NotOwner()):
        await change_goal(BEN, 2)


async def test_nothing_is_asked_when_no_customer_holds_as_many_stamps(cafe: Cafe) -> None:
    practice = await cafe.start_practice(BEN, chat_id=private(BEN), cause=None)
    await cafe.confirm_visit(BEN, practice, stamps=5)
    await cafe.stamps(MIA, 2)
    assert cafe.number("SELECT MAX(stamps) FROM cards") == 5
    assert await ChangeGoal(cafe.database)(ANNA, 3) is None
    assert (await ReadProgram(cafe.database)()).rules.goal == 3


async def test_a_card_filled_while_the_goal_was_lower_begins_anew_under_the_goal_that_is_back(
    cafe: Cafe,
) -> None:
    await cafe.change_rules(ANNA, goal=2)
    await cafe.stamps(MIA, 2)
    await cafe.change_rules(ANNA, goal=6)
    assert (await cafe.card(MIA)).goal == 6
    cafe.later(hours=2)
    await cafe.stamps(MIA, 2)
    card = await cafe.card(MIA)
    assert (card.stamps, card.goal, len(card.rewards)) == (2, 6, 1)
    await cafe.change_rules(ANNA, goal=9)
    assert (await cafe.card(MIA)).goal == 6, "a card that is begun keeps the better goal"


async def test_a_card_that_an_undo_empties_is_not_begun_any_more(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 1)
    await cafe.change_rules(ANNA, goal=9)
    assert (await cafe.card(MIA)).goal == 6
    await cafe.undo_visit(BEN, visit)
    card = await cafe.card(MIA)
    assert (card.stamps, card.goal) == (0, 9)
    fact = cafe.last_fact()
    assert isinstance(fact, VisitUndone)
    assert (fact.stamps, fact.goal) == (0, 9)
    await cafe.stamps(MIA, 6)
    card = await cafe.card(MIA)
    assert (card.stamps, card.goal, len(card.rewards)) == (6, 9, 0)


async def test_the_undo_of_what_filled_a_card_gives_it_back_with_the_goal_that_it_had(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 5)
    cafe.later(hours=2)
    filling = await cafe.stamps(MIA, 1)
    await cafe.change_rules(ANNA, goal=9)
    await cafe.undo_visit(BEN, filling)
    card = await cafe.card(MIA)
    assert (card.stamps, card.goal) == (5, 6)


async def test_a_card_that_the_lower_goal_made_full_gives_its_coffees_with_the_next_stamp(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 5)
    assert await ChangeGoal(cafe.database)(ANNA, 3, known=1) is None
    assert not (await cafe.card(MIA)).rewards
    await cafe.stamps(MIA, 1)
    card = await cafe.card(MIA)
    assert (card.stamps, card.goal, [reward.cost for reward in card.rewards]) == (0, 3, [3, 3])


@pytest.mark.parametrize(("called", "guessed"), [("x" * 50, "x" * 40), ("  ", Rules().cafe)])
async def test_the_first_guess_of_the_name_fits(cafe: Cafe, called: str, guessed: str) -> None:
    await BeginSetUp(cafe.database)(ANNA, cafe=called, language="en")
    assert (await ReadProgram(cafe.database)()).rules.cafe == guessed


async def test_each_change_is_a_version_with_who_and_when(cafe: Cafe) -> None:
    await cafe.change_rules(ANNA, goal=8)
    cafe.later(days=1)
    await cafe.change_rules(ANNA, goal=8)
    await cafe.change_rules(ANNA, cafe="Bean", zone="Europe/Tallinn")
    newest, before, first = await ReadChanges(cafe.database)(ANNA)
    assert (newest.by, newest.at) == ("Anna", cafe.clock.now())
    assert newest.rules == replace(before.rules, cafe="Bean", zone="Europe/Tallinn")
    assert (before.rules.goal, first.rules.goal, first.by) == (8, 6, "")


async def test_only_owners_change_rules_and_see_who_did(cafe: Cafe) -> None:
    for person in (BEN, MIA):
        for attempt in (
            lambda who: cafe.change_rules(who, goal=8), ReadChanges(cafe.database),
            lambda who: TakeOldCardsUntil(cafe.database)(who, OldCardsUntil.TODAY),
            lambda who: BeginSetUp(cafe.database)(who, cafe="Mine", language="en"),
        ):  # fmt: skip
            with refused(NotOwner()):
                await attempt(person)


async def test_the_second_language_is_never_the_first(cafe: Cafe) -> None:
    await cafe.change_rules(ANNA, language="et", second_language="en")
    program = await cafe.change_rules(ANNA, language="en")
    assert (program.rules.language, program.rules.second_language) == ("en", None)


@pytest.mark.parametrize(("language", "second"), [("et", "en"), ("en", None)])
async def test_the_first_guess_is_made_once_and_never_over_a_decision(
    cafe: Cafe, language: str, second: str | None
) -> None:
    begin = BeginSetUp(cafe.database)
    assert await begin(ANNA, cafe="Bean Bot", language=language)
    rules = (await ReadProgram(cafe.database)()).rules
    assert (rules.cafe, rules.language, rules.second_language) == ("Bean Bot", language, second)
    await cafe.change_rules(ANNA, cafe="Bean & Leaf")
    assert await begin(ANNA, cafe="Bean Bot", language="ru"), "the wizard is still to be gone through"
    assert (await ReadProgram(cafe.database)()).rules.cafe == "Bean & Leaf"
    await cafe.change_rules(ANNA, set_up=True)
    assert not await begin(ANNA, cafe="Bean Bot", language="ru")


@pytest.mark.parametrize(
    ("until", "last"),
    [
        (OldCardsUntil.TODAY, date(2025, 3, 14)),
        (OldCardsUntil.MONTH, date(2025, 3, 31)),
        (OldCardsUntil.NEVER, None),
    ],
)
async def test_old_cards_are_taken_until_a_date_of_the_cafes_own_calendar(
    cafe: Cafe, until: OldCardsUntil, last: date | None
) -> None:
    program = await TakeOldCardsUntil(cafe.database)(ANNA, until)
    assert program.rules.old_cards_until == last


async def test_a_date_that_passed_meanwhile_is_no_reason_to_refuse_another_rule(cafe: Cafe) -> None:
    await TakeOldCardsUntil(cafe.database)(ANNA, OldCardsUntil.TODAY)
    cafe.later(days=3)
    assert (await cafe.change_rules(ANNA, goal=8)).rules.goal == 8


async def test_a_card_begun_finishes_at_whichever_goal_is_better_for_the_customer(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 2)
    await cafe.change_rules(ANNA, goal=10)
    assert (await cafe.card(MIA)).goal == 6
    await cafe.change_rules(ANNA, goal=4)
    assert (await cafe.card(MIA)).goal == 4
    cafe.later(minutes=20)
    await cafe.stamps(MIA, 2)
    card = await cafe.card(MIA)
    assert (card.stamps, card.goal, len(card.rewards)) == (0, 4, 1)


async def test_a_card_that_a_lower_goal_made_full_gives_its_reward_with_the_next_stamp(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 5)
    await cafe.change_rules(ANNA, goal=3)
    card = await cafe.card(MIA)
    assert (card.stamps, card.goal, len(card.rewards)) == (5, 3, 0)
    cafe.later(minutes=20)
    await cafe.stamps(MIA, 1)
    card = await cafe.card(MIA)
    assert (card.stamps, len(card.rewards)) == (0, 2), "nothing is lost: six stamps are two cards of three"


async def test_everybody_reads_of_old_cards_up_to_their_last_day(cafe: Cafe) -> None:
    today = cafe.clock.now().date()
    await TakeOldCardsUntil(cafe.database)(ANNA, OldCardsUntil.TODAY)
    cafe.later(hours=19)  # 3:30
    assert (await ReadRules(cafe.database)()).old_cards_until == today
    cafe.later(hours=1)
    assert (await ReadRules(cafe.database)()).old_cards_until is None
    assert (await ReadProgram(cafe.database)()).rules.old_cards_until == today


async def test_two_owners_at_the_page_of_segments_lose_nothing_of_each_other(cafe: Cafe) -> None:
    await cafe.change_rules(ANNA, single_bounds=SegmentBoundsWanted(here_days=59))
    await cafe.change_rules(ANNA, single_bounds=SegmentBoundsWanted(lunch_until=16), posts_a_week=7)
    rules = (await ReadProgram(cafe.database)()).rules
    assert rules.segments == SegmentBounds(here_days=59, lunch_until=16)
    assert rules.posts_a_week == 7
