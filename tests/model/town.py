"""A town with a past of a quarter: regulars, strangers, people who moved, left or were forgotten.

Not here: what is asked about them (test_segments.py).
"""

import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Final

from loyalty.birthdays import Birthday
from loyalty.campaigns import (
    POST_STALE,
    AspectTerms,
    BroadcastTerms,
    ReminderTerms,
    SurveyTerms,
    WelcomeTerms,
)
from loyalty.ids import CustomerId, OperationId, TelegramId
from loyalty.people import Acquaintance, Person
from loyalty.ports import Transaction
from loyalty.programs import Collects
from loyalty.runs import RecipientState, Run
from loyalty.use_cases.customers.enrolment import join
from loyalty.use_cases.customers.forgetting import ForgetPerson
from loyalty.use_cases.visits.opening import LinkSecret
from loyalty.wishes import ConsentText, Purpose, WishState
from tests.counter import ANNA, BEN, MAX, Cafe, private
from tests.use_cases.listening import ASPECT, ListeningCafe, Survey

PEOPLE: Final = 50
DAYS: Final = 100
_HOURS: Final = (5, 7, 7, 8, 10, 11, 12, 12, 14, 15, 19)
"""When people come, UTC; the clock of the zone makes others of them."""
_AFTERNOON: Final = 13
"""When surveys reach whoever came some hours before, or the evening before."""
_NOBODY: Final = -1
_FIRST: Final = 40_000
"""The account of the first of them."""
_LANGUAGES: Final = ("en", "ru", "et", "de")
_TEXT: Final = ConsentText("offers-1", "en")
_STATES: Final = (
    RecipientState.SENT, RecipientState.UNKNOWN, RecipientState.FAILED, RecipientState.QUEUED,
    RecipientState.HELD_OUT,
)  # fmt: skip
_BEGAN: Final = datetime(2025, 3, 15, tzinfo=UTC)
_LAST: Final = Person(TelegramId(49_999), "Newest", "en")


@dataclass(slots=True)
class Town:
    """The cafe, and everybody in it."""

    cafe: Cafe
    people: list[Person]
    chance: random.Random
    listening: ListeningCafe
    receipts: dict[int, OperationId] = field(default_factory=dict)
    """The last receipt of each, by their place among the people."""
    opinions: random.Random = field(default_factory=lambda: random.Random(11))

    @classmethod
    async def settled(cls, folder: Path) -> "Town":
        """A quarter of a year goes by."""
        cafe = await Cafe.open_staffed(folder)
        await cafe.hires_manager()
        await cafe.change_rules(ANNA, collects=Collects.BOTH, zone="Europe/Tallinn")
        chance = random.Random(5)
        people = [
            Person(TelegramId(_FIRST + number), f"Guest {number}", chance.choice(_LANGUAGES))
            for number in range(PEOPLE)
        ]
        town = cls(cafe, people, chance, ListeningCafe(cafe))
        for terms in (SurveyTerms(), AspectTerms()):
            await town.listening.asks(terms)
        await town.lives()
        await town.changes_hands()
        await town.hears_from_the_cafe()
        return town

    async def lives(self) -> None:
        """Some come each second day, some once, some never; everybody at an hour of their own, mostly."""
        joined = {number: self.chance.randrange(DAYS - 1) for number in range(PEOPLE)}
        pace = {number: self.chance.choice((0, 0.03, 0.08, 0.15, 0.3)) for number in range(PEOPLE)}
        until = {number: self.chance.randrange(20, 2 * DAYS) for number in range(PEOPLE)}
        usual = {number: self.chance.choice(_HOURS) for number in range(PEOPLE)}
        for day in range(DAYS):
            hours = []
            for number in range(PEOPLE):
                if joined[number] == day:
                    await self._joins(number)
                if joined[number] <= day < until[number] and self.chance.random() < pace[number]:
                    strays = self.chance.random() < 0.3
                    hours.append((self.chance.choice(_HOURS) if strays else usual[number], number))
            for hour, number in sorted([*hours, (_AFTERNOON, _NOBODY)]):
                if number == _NOBODY:
                    self._is_day(day, hour)
                    await self._says_what_it_thinks()
                else:
                    await self._comes(number, day, hour)
            self._is_day(day + 1, 0)

    async def _joins(self, number: int) -> None:
        source = self.chance.choice(("", "", "", "door"))
        person = self.people[number]
        await self.cafe.database.write(lambda tx: _let_join(tx, person, source))

    async def _comes(self, number: int, day: int, hour: int) -> None:
        self._is_day(day, hour)
        shown = await self.cafe.shows(self.people[number])
        bill = self.chance.choice((None, "3.50", "12"))
        visit = await self.cafe.open_visit(
            BEN, LinkSecret(shown.secret), chat_id=private(BEN), cause=None,
            stamps=self.chance.choice((1, 1, 1, 2, 5)), bill=bill,
        )  # fmt: skip
        self.receipts[number] = self.cafe.last_operation()
        if self.chance.random() < 0.1:
            await self.cafe.undo_visit(BEN, visit.id)

    def _is_day(self, day: int, hour: int) -> None:
        wanted = _BEGAN + timedelta(days=day, hours=hour)
        self.cafe.clock.advance(max(wanted - self.cafe.clock.now(), timedelta(minutes=1)))

    async def _says_what_it_thinks(self) -> None:
        """In the afternoon most of those who are asked answer."""
        known = len(self.listening.reached)
        await self.listening.looks()
        for survey in self.listening.reached[known:]:
            number = survey.chat - _FIRST
            if self.opinions.random() < 0.9:
                await self.listening.scores(self.people[number], survey.recipient_id, self._score(survey))

    def _score(self, survey: Survey) -> int:
        if survey.kind is ASPECT:
            return self.opinions.randrange(1, 6)
        return self.opinions.choice((10, 9, 8, 7, 6, 0))

    async def changes_hands(self) -> None:
        """Two lost their accounts, one of them twice; one asks to be forgotten; one is on paper."""
        known = sorted(self.receipts)
        first, second, third, fourth, leaver = known[:5]
        for old, new in ((first, second), (second, third), (fourth, known[5])):
            self.cafe.later(minutes=20)
            await self.cafe.move_account(
                MAX, self.receipts[old], self.receipts[new], "lost it", chat_id=private(MAX), cause=None
            )
        await ForgetPerson(self.cafe.database)(self.people[leaver])
        await self.cafe.start_practice(ANNA, chat_id=private(ANNA), cause=None)
        await self.cafe.scans_paper(BEN, await self.cafe.prints("Olga"), stamps=3)
        await self.cafe.join(_LAST)

    async def hears_from_the_cafe(self) -> None:
        """What people let us send, what was sent, and who can't be reached."""
        for number, person in enumerate(self.people):
            if number % 5 == 0:
                known = await self.cafe.meet(person)
                await self.cafe.database.write(partial(_choose, known=known))
        await self.cafe.database.write(self._hear)

    def _hear(self, tx: Transaction) -> None:
        runs = [_begin_run(tx, weeks) for weeks in range(3)]
        for number, customer_id in enumerate(everybody(tx)):
            self._says(tx, customer_id)
            if number % 7 == 0:
                tx.people.mark_unreachable(customer_id, "blocked")
            if number % 9 == 0:
                tx.people.mark_frozen(customer_id, tx.now)
            for run in self.chance.sample(runs, self.chance.randrange(3)):
                state = self.chance.choice(_STATES)
                tx.recipients.add(run, customer_id, occurrence=run.occurrence, state=state)

    def _says(self, tx: Transaction, customer_id: CustomerId) -> None:
        for purpose in Purpose:
            state = self.chance.choice((None, *WishState, WishState.GRANTED))
            if state is not None:
                tx.wishes.keep(customer_id, purpose, state, _TEXT)
        if self.chance.random() < 0.6:
            born = Birthday(self.chance.choice((1, 3, 6, 12)), self.chance.randrange(1, 29))
            tx.birthdays.keep(customer_id, born)


def everybody(tx: Transaction) -> list[CustomerId]:
    """Everybody who ever had a card, by number: also who is gone, on paper, or there for practice."""
    last = tx.people.find_customer(_LAST.telegram_id)
    assert last is not None
    return [CustomerId(number) for number in range(1, last.id + 1)]


def _begin_run(tx: Transaction, weeks: int) -> Run:
    [owner] = tx.people.find_owners()
    terms = (BroadcastTerms(), WelcomeTerms(), ReminderTerms())[weeks]
    campaign = tx.campaigns.add(terms, by=owner.id)
    run_id = tx.runs.add(campaign, "1", run_at=tx.now, stale_at=tx.now + POST_STALE, by=owner.id)
    assert run_id is not None
    return tx.runs.get(run_id)


def _choose(tx: Transaction, *, known: Acquaintance) -> None:
    tx.people.choose_language(known, "ru")


def _let_join(tx: Transaction, person: Person, source: str) -> None:
    join(tx, person, source=source)
