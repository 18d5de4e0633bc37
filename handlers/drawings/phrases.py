"""Parts of sentences that several screens share: how far a card is, which rewards, which pair code.

Not here: whole screens.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from babel.numbers import format_currency, format_decimal

from handlers.names import ON_STAFF_SCREENS, on_staff_screens, shortened
from handlers.texts import Html, Words
from loyalty.cards import CounterFacts
from loyalty.days import last_day
from loyalty.erasures import find_former_number
from loyalty.money import CURRENCIES
from loyalty.own_words import OwnWords
from loyalty.pair_codes import PairCode
from loyalty.points import POINT, Bill, worth
from loyalty.programs import Rules
from loyalty.rewards import Reward

EMOJI: Final = {
    "fox": "🦊", "owl": "🦉", "bear": "🐻", "cat": "🐱", "dog": "🐶", "frog": "🐸", "duck": "🦆",
    "lion": "🦁", "panda": "🐼", "koala": "🐨", "whale": "🐳", "bee": "🐝", "snail": "🐌", "turtle": "🐢",
    "penguin": "🐧", "rabbit": "🐰", "tiger": "🐯", "horse": "🐴", "crab": "🦀", "swan": "🦢",
}  # fmt: skip

ITEM: Final = 60
"""Characters of an item's name in a sentence."""
KINDS: Final = 8
"""Kinds of rewards that a screen lists; a caption holds 1024 characters."""


def say_progress(words: Words, *, stamps: int, goal: int) -> str:
    """What one says aloud: "5 of 6, one to go". A card may be full until its next stamp: the goal fell."""
    return words.plain("progress", stamps=stamps, goal=goal, left=max(goal - stamps, 0))


def say_standing(words: Words, facts: CounterFacts) -> str:
    """Where the card stands, in what this cafe collects: "5 of 6, one to go · 340.5 points"."""
    rules, said = facts.program.rules, []
    if rules.gives_stamps:
        said.append(say_progress(words, stamps=facts.stamps, goal=facts.goal))
    if rules.gives_points:
        said.append(say_points(words, facts.points))
    return " · ".join(said)


def say_money(words: Words, amount: int, currency: str) -> str:
    """An amount in minor units as this language writes money: "€3.50", "3,50 €"."""
    digits = CURRENCIES[currency]
    return format_currency(Decimal(amount).scaleb(-digits), currency, locale=words.language)


def say_least_bill(rules: Rules, words: Words) -> list[Html]:
    """From which bill on points are given; nothing where every bill gives them."""
    if not rules.minimum_bill:
        return []
    amount = say_money(words, rules.minimum_bill, rules.currency)
    return [words.say("rules-points-minimum", amount=amount)]


def say_points(words: Words, hundredths: int) -> str:
    """Points to the last hundredth: "17.5 points"."""
    exact = Decimal(hundredths) / POINT
    whole, rest = divmod(hundredths, POINT)
    count = exact.normalize() if rest else whole  # 2E+2 would have another plural than 200
    return words.plain("points", count=count, said=format_decimal(exact, locale=words.language))


def say_worth(words: Words, hundredths: int, currency: str) -> str:
    """Points and what they buy: "340.5 points, worth €3.40"."""
    said, money = say_points(words, hundredths), say_money(words, worth(hundredths), currency)
    return words.plain("points-worth", points=said, worth=money)


def say_bill(words: Words, bill: Bill) -> Html:
    """What a bill did to the points: earned, paid with, and where they stand."""
    amount = say_money(words, bill.amount, bill.currency)
    line = words.say("bill-earned", amount=amount, points=say_points(words, bill.earned))
    if not bill.earned and not bill.spent:  # every percentage of any other bill is something
        line = words.say("bill-too-small", amount=amount)
    if bill.spent:
        spent = say_worth(words, bill.spent * POINT, bill.currency)
        line = words.say("bill-paid", amount=amount, spent=spent, points=say_points(words, bill.earned))
    return Html(f"{line} · {words.say('bill-balance', points=say_worth(words, bill.points, bill.currency))}")


def say_left(words: Words, bill: Bill) -> str | None:
    """What the barista takes in money after points paid a part of the bill; None when they paid nothing."""
    if not bill.spent:
        return None
    return words.plain("bill-left", left=say_money(words, bill.amount - bill.spent, bill.currency))


def say_pair_code(words: Words, code: PairCode) -> Html:
    """The pair code with its name: an emoji alone says nothing when read aloud."""
    animal = words.plain("animal", animal=code.animal)
    return words.say("pair-code", emoji=EMOJI[code.animal], animal=animal, number=f"{code.number:02d}")


def say_pair(words: Words, code: PairCode | None) -> Html | str:
    """Which guest, for staff, in words that no erasing has to reach."""
    return words.plain("guest") if code is None else say_pair_code(words, code)


def short_pair_code(code: PairCode) -> str:
    """The pair code on a button: emoji and number."""
    return f"{EMOJI[code.animal]} {code.number:02d}"


def name_customer(words: Words, facts: CounterFacts) -> str:
    """Who stands at the counter, for staff: letters only, and nobody by name who is only practised on."""
    if facts.visit.practice:
        return words.plain("practice-customer")
    return name_guest(words, facts.customer_name)


def name_guest(words: Words, name: str) -> str:
    """A customer by name, for staff: letters only; whoever was forgotten is a number."""
    number = find_former_number(name)
    if number is not None:
        return words.plain("former-customer", number=number)
    return on_staff_screens(name, words.plain("guest"))


def name_in_list(words: Words, name: str) -> str:
    """A customer by name in an owner's list, where no pair code stands beside: digits and all."""
    if find_former_number(name) is not None:
        return name_guest(words, name)
    return shortened(name, ON_STAFF_SCREENS) or words.plain("guest")


def by_kind(rewards: Iterable[Reward]) -> dict[OwnWords, list[Reward]]:
    """Rewards of the same name together, in the order they came."""
    kinds: dict[OwnWords, list[Reward]] = {}
    for reward in rewards:
        kinds.setdefault(reward.item, []).append(reward)
    return kinds


def name_item(words: Words, item: OwnWords) -> str:
    """What a filled card gives, in a length that any screen can hold."""
    return shortened(words.own(item), ITEM)


def say_rewards(words: Words, rewards: Sequence[Reward]) -> str:
    """Rewards as a list in words, each kind once: "Free coffee × 2, Cookie"."""
    said = [
        words.plain("reward-count", count=len(held), item=name_item(words, item))
        for item, held in by_kind(rewards).items()
    ]
    return _listed(said)


def say_held(words: Words, rewards: Sequence[Reward], rules: Rules) -> str:
    """Rewards to be had, with the last day of those that end: "Free coffee × 2, Cookie (until 14 June)"."""
    kinds: dict[tuple[OwnWords, date | None], int] = {}
    for reward in rewards:
        until = last_day(reward.expires_at, rules) if reward.expires_at is not None else None
        kinds[reward.item, until] = kinds.get((reward.item, until), 0) + 1
    said = []
    for (item, until), count in kinds.items():
        held = words.plain("reward-count", count=count, item=name_item(words, item))
        said.append(held if until is None else words.plain("reward-until", reward=held, until=until))
    return _listed(said)


def say_until(words: Words, item: OwnWords, until: date | None) -> str:
    """A reward by name, with its last day if it has one."""
    named = name_item(words, item)
    return named if until is None else words.plain("reward-until", reward=named, until=until)


def _listed(said: Sequence[str]) -> str:
    return ", ".join(said if len(said) <= KINDS else [*said[:KINDS], "…"])
