"""Segments and policy: what SQL finds among many is what `matches` and `find_obstacle` say of each.

A town with a past of a quarter, written by the real use cases; then it is asked about at many moments, under
many rules. Not here: what the conditions and the policy mean (tests/loyalty).
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loyalty.campaigns import CampaignKind
from loyalty.ids import THE_ONLY_LOCATION, CustomerId, LocationId
from loyalty.policy import Obstacle, find_obstacle
from loyalty.ports import Audience, Transaction
from loyalty.programs import Collects, Rules
from loyalty.segment_bounds import SegmentBounds
from loyalty.segments import (
    BirthdayIn,
    CameBy,
    ComesAt,
    CustomerFacts,
    DayPart,
    HereLately,
    JoinedAt,
    LastVisit,
    Lost,
    NeverCame,
    New,
    OneToGo,
    Regular,
    Segment,
    Slipping,
    Speaks,
    Spent,
    Visited,
    Voiced,
    matches,
)
from loyalty.surveys import Band, Frequency
from loyalty.use_cases.campaigns.permitting import standing_of
from loyalty.use_cases.corrections.record import follow_moves
from tests import databases
from tests.model.town import Town, everybody

T = TypeVar("T")

DAYS = st.integers(1, 90)
MAYBE_DAYS = st.none() | DAYS
CONDITIONS = st.one_of(
    st.sampled_from((New(), HereLately(), Slipping(), Lost(), NeverCame(), OneToGo(), Regular())),
    st.builds(BirthdayIn, st.sampled_from((0, 1, 3, 6, 7))),
    st.builds(ComesAt, st.sampled_from(DayPart)),
    st.builds(Speaks, st.sampled_from(("en", "ru", "et", "de", "fi"))),
    st.builds(JoinedAt, st.sampled_from((THE_ONLY_LOCATION, LocationId(2)))),
    st.builds(CameBy, st.sampled_from(("", "door", "window"))),
    st.builds(Visited, st.integers(0, 20), st.none() | st.integers(0, 30)),
    st.builds(Spent, st.integers(0, 8_000), st.none() | st.integers(0, 20_000)),
    st.builds(LastVisit, st.just(0) | DAYS, MAYBE_DAYS),
    st.builds(Voiced, st.sampled_from(Band), st.sampled_from(Frequency)),
)
SEGMENTS = st.lists(CONDITIONS, max_size=3).map(tuple)
BOUNDS = st.builds(
    SegmentBounds,
    new_days=DAYS,
    here_days=st.integers(1, 40),
    lost_days=st.integers(41, 90),
    regular_visits=st.integers(1, 12),
    regular_days=DAYS,
    habit_visits=st.integers(1, 6),
    morning_from=st.integers(4, 8),
    lunch_from=st.integers(9, 12),
    lunch_until=st.integers(13, 18),
)
RULES = st.builds(
    Rules,
    segments=BOUNDS,
    goal=st.integers(2, 8),
    collects=st.sampled_from(Collects),
    zone=st.sampled_from(("UTC", "Europe/Tallinn", "Pacific/Auckland")),
    posts_a_week=st.integers(1, 2),
)


TALLINN = Rules(zone="Europe/Tallinn")


@dataclass(slots=True, repr=False)
class Asked:
    """The town, and what is known of everybody in it, for asking one question after another."""

    loop: asyncio.AbstractEventLoop
    town: Town
    facts: dict[CustomerId, CustomerFacts]
    questions: list[tuple[CustomerId, date]]
    """Who was asked something on which day, by the number of then."""

    @property
    def days(self) -> list[date]:
        """On which somebody was asked something."""
        return sorted({day for _, day in self.questions})

    def at(self, later: timedelta, rules: Rules, ask: Callable[[Transaction], T]) -> T:
        """Ask so long after the town's last day, under these rules; nothing of it stays."""

        async def asked() -> T:
            self.town.cafe.clock.advance(later)
            try:
                await self.town.cafe.database.write(lambda tx: tx.programs.add(rules, by=None))
                return await self.town.cafe.database.report(ask)
            finally:
                self.town.cafe.clock.advance(-later)

        return self.loop.run_until_complete(asked())


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    loop = asyncio.new_event_loop()
    town = loop.run_until_complete(Town.settled(tmp_path_factory.mktemp("town")))

    async def read() -> dict[CustomerId, CustomerFacts]:
        return await town.cafe.database.read(
            lambda tx: {one: tx.segments.facts_of(one) for one in everybody(tx)}
        )

    rows = town.cafe.rows("SELECT customer_id, day FROM questions ORDER BY id")
    questions = [(CustomerId(int(str(who))), date.fromisoformat(str(day))) for who, day in rows]
    yield Asked(loop, town, loop.run_until_complete(read()), questions)
    loop.run_until_complete(town.cafe.close())
    loop.close()


def find_in_pages(tx: Transaction, segment: Segment) -> list[CustomerId]:
    found: list[CustomerId] = []
    while page := tx.segments.customers(segment, after=found[-1] if found else CustomerId(0), most=7):
        found += page
    return found


def audience_by_hand(
    tx: Transaction, kind: CampaignKind, meant: list[CustomerId], asked: Asked, asks_on: date | None
) -> Audience:
    rules = tx.programs.get_current().rules
    standing = {one: standing_of(tx, one) for one in meant}
    obstacle = {one: find_obstacle(standing[one], kind, now=tx.now, rules=rules) for one in meant}
    busy = {follow_moves(tx, one) for one, day in asked.questions if day == asks_on}
    for one in meant:
        if obstacle[one] is None and one in busy:
            obstacle[one] = Obstacle.ASKED
    obstacles: Counter[Obstacle] = Counter(reason for reason in obstacle.values() if reason is not None)
    languages = Counter(asked.facts[one].language for one in meant if obstacle[one] is None)
    return Audience(len(meant), dict(obstacles), dict(languages))


@settings(max_examples=80 if databases.on_postgres() else 250, deadline=None)
@given(
    segment=SEGMENTS,
    rules=RULES,
    days=st.integers(0, 60) | st.just(7) | st.integers(260, 370),
    kind=st.sampled_from(CampaignKind),
    question=st.none() | st.integers(0, 10_000),
)
def test_sql_finds_whom_the_reference_means_and_holds_back_whom_policy_does(
    asked: Asked, segment: Segment, rules: Rules, days: int, kind: CampaignKind,
    question: int | None,
) -> None:  # fmt: skip
    asks_on = None if question is None else asked.days[question % len(asked.days)]

    def ask(tx: Transaction) -> tuple[list[CustomerId], list[CustomerId], Audience, Audience]:
        meant = [one for one, facts in asked.facts.items() if matches(segment, facts, tx.now, rules)]
        found = find_in_pages(tx, segment)
        by_hand = audience_by_hand(tx, kind, meant, asked, asks_on)
        return meant, found, by_hand, tx.segments.audience(segment, kind, asks_on=asks_on)

    meant, found, by_hand, counted = asked.at(timedelta(days=days), rules, ask)
    assert found == meant
    assert counted == by_hand


def test_the_town_is_worth_asking_about(asked: Asked) -> None:
    """Each condition means somebody and not everybody, and each obstacle is in somebody's way."""

    def ask(tx: Transaction) -> tuple[list[int], set[Obstacle]]:
        sizes = [
            tx.segments.audience((condition,), CampaignKind.BROADCAST).total
            for condition in (
                New(), HereLately(), Slipping(), Lost(), NeverCame(), OneToGo(), Regular(), BirthdayIn(6),
                ComesAt(DayPart.MORNING), ComesAt(DayPart.LUNCH), Speaks("ru"), CameBy("door"), Visited(5),
                Spent(3_000), LastVisit(10, 40), Voiced(Band.PASSIVE, Frequency.MONTHLY),
                Voiced(Band.PROMOTER, Frequency.MONTHLY), Voiced(Band.PROMOTER, Frequency.FORTNIGHTLY),
            )
        ]  # fmt: skip
        seen: set[Obstacle] = set()
        for kind in CampaignKind:
            seen |= tx.segments.audience((), kind, asks_on=asked.days[-1]).obstacles.keys()
        return [*sizes, tx.segments.audience((), CampaignKind.BROADCAST).total], seen

    (*sizes, everyone), obstacles = asked.at(timedelta(0), TALLINN, ask)
    assert all(0 < size < everyone for size in sizes), sizes
    assert obstacles == set(Obstacle) - {Obstacle.GONE}
    assert everyone < len(asked.facts)


@pytest.mark.parametrize("band", Band)
def test_an_answer_is_that_of_somebody_who_comes_seldom_a_quarter_later_and_nobodys_after_a_year(
    asked: Asked, band: Band
) -> None:
    def count(tx: Transaction) -> int:
        return tx.segments.audience((Voiced(band, Frequency.SELDOM),), CampaignKind.BROADCAST).total

    sizes = [asked.at(timedelta(days=days), TALLINN, count) for days in (0, 80, 366)]
    assert sizes[0] == sizes[2] == 0
    assert sizes[1] > 0
