"""Paper cards: issued and blocked by whoever stands at the counter, found again by managers.

Not here: replacing one and printing it anew (replacing.py), what is collected by one
(opening.py) and moving it to Telegram (moving.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from loyalty import paper, secrets
from loyalty.days import local
from loyalty.ids import CustomerId, PaperCardId
from loyalty.paper import FreshPaperCard, PaperCard, PaperCardFacts, PaperState
from loyalty.people import Cause, Person, StaffMember
from loyalty.ports import Database, Transaction
from loyalty.programs import Rules
from loyalty.refusals import Refused, TooManyPaperCards, UnknownPaperCard
from loyalty.secrets import Purpose, SecretSource
from loyalty.use_cases.paper.opening import PaperNumber, find_paper
from loyalty.use_cases.paper.rules import why_over
from loyalty.use_cases.staff.authority import require_manager, require_staff
from loyalty.use_cases.visits.ending import end_visit
from loyalty.use_cases.visits.record import end_questions, judged_at, redraw_cards_of
from loyalty.visits import ADD_WINDOW


@dataclass(frozen=True, slots=True)
class PaperOrder:
    """What is to be printed: cards with their secrets, by these rules."""

    cards: Sequence[FreshPaperCard]
    rules: Rules


@dataclass(frozen=True, slots=True)
class IssuePaperCards:
    """A card for somebody without Telegram, or some for the drawer."""

    database: Database
    secrets: SecretSource

    async def __call__(
        self, person: Person, *, name: str = "", count: int = 1, cause: Cause | None
    ) -> PaperOrder:
        """The cards, each of a customer of its own; `name`: whose, if there is one.

        The same message again prints the same cards anew, as long as nobody used them.
        Raises Refused: NotStaff, NobodyOnShift, TooManyPaperCards.
        """
        source = self.secrets

        def body(tx: Transaction) -> PaperOrder:
            staff = require_staff(tx, person)
            if not 1 <= count <= paper.MOST_AT_ONCE:
                raise Refused(TooManyPaperCards(paper.MOST_AT_ONCE))
            rules = tx.programs.get_current().rules
            before = tx.paper_cards.find_caused_by(cause) if cause is not None else ()
            if before:
                return PaperOrder(print_again(tx, source, before), rules)
            customers = [_add_customer(tx, staff, name, rules) for _ in range(count)]
            return PaperOrder([issue_card(tx, source, staff, one, cause) for one in customers], rules)

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class BlockPaperCard:
    """The card was lost: nothing is earned or had by it from now on."""

    database: Database

    async def __call__(self, person: Person, card_id: PaperCardId) -> PaperCardFacts:
        """The card, blocked; tapped again it stays as the first tap left it.

        Raises Refused: NotStaff, NobodyOnShift, UnknownPaperCard, PaperCardReplaced, PaperCardMoved.
        """

        def body(tx: Transaction) -> PaperCardFacts:
            staff = require_staff(tx, person)
            card = get_paper(tx, card_id)
            if tx.paper_cards.end(card.id, PaperState.BLOCKED, was=(PaperState.ACTIVE,), by=staff.id):
                _end_visits(tx, card.customer_id)
            elif card.state is not PaperState.BLOCKED:
                raise Refused(why_over(tx, card) or UnknownPaperCard())
            return _facts(tx, tx.paper_cards.get(card.id))

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class ReadPaperCard:
    """What stands on a paper card, by its number or from a list."""

    database: Database

    async def __call__(self, person: Person, card: PaperCardId | str) -> PaperCardFacts:
        """`card`: its id, or the eight digits.

        Raises Refused: NotStaff, NobodyOnShift, NumberMistyped, UnknownPaperCard.
        """

        def body(tx: Transaction) -> PaperCardFacts:
            require_staff(tx, person)
            if not isinstance(card, str):
                return _facts(tx, get_paper(tx, card))
            found = find_paper(tx, PaperNumber(card))
            if found is None or tx.people.get_customer(found.customer_id).former:
                raise Refused(UnknownPaperCard())
            return _facts(tx, found)

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class ListPaperCards:
    """A card is lost and nobody knows its number: found by the name that it was made for."""

    database: Database

    async def __call__(self, person: Person, words: str) -> Sequence[PaperCardFacts]:
        """The newest cards, or those of names that hold these words. Raises Refused(NotManager)."""

        def body(tx: Transaction) -> Sequence[PaperCardFacts]:
            require_manager(tx, person)
            return [_facts(tx, card) for card in tx.paper_cards.find_latest(words, most=paper.LISTED)]

        return await self.database.read(body)


def _add_customer(tx: Transaction, staff: StaffMember, name: str, rules: Rules) -> CustomerId:
    customer_id = tx.paper_cards.add_customer(name, staff, language=rules.language)
    tx.cards.open(customer_id, goal=rules.goal)
    return customer_id


def issue_card(
    tx: Transaction, source: SecretSource, staff: StaffMember, customer_id: CustomerId, cause: Cause | None
) -> FreshPaperCard:
    """A card with a number and a secret of its own."""
    number = paper.new_number(source)
    while tx.paper_cards.find_by_number(number) is not None:
        number = paper.new_number(source)
    secret = secrets.new_secret(source)
    secret_hash = secrets.hash_secret(secret)
    card = tx.paper_cards.issue(customer_id, number, secret_hash=secret_hash, by=staff, cause=cause)
    return _fresh(tx, card, secret)


def print_again(
    tx: Transaction, source: SecretSource, cards: Sequence[PaperCard]
) -> Sequence[FreshPaperCard]:
    """The secrets of the first time were shown once; a card that was used since keeps its own."""
    printed = []
    for card in cards:
        if card.state is PaperState.ACTIVE and not tx.paper_cards.is_used(card.id):
            secret = secrets.new_secret(source)
            tx.paper_cards.print_again(card.id, secret_hash=secrets.hash_secret(secret))
            printed.append(_fresh(tx, card, secret))
    return printed


def _fresh(tx: Transaction, card: PaperCard, secret: str) -> FreshPaperCard:
    name = tx.people.get_customer(card.customer_id).name
    return FreshPaperCard(card, secrets.payload(Purpose.PAPER_CARD, secret), name)


def get_paper(tx: Transaction, card_id: PaperCardId) -> PaperCard:
    """A card by an id that a person sent. Raises Refused(UnknownPaperCard), for a forgotten customer too."""
    card = tx.paper_cards.find(card_id)
    if card is None or tx.people.get_customer(card.customer_id).former:
        raise Refused(UnknownPaperCard())
    return card


def _end_visits(tx: Transaction, customer_id: CustomerId) -> None:
    """What is open ends; a visit of minutes ago can be undone, and takes nothing more."""
    for visit_id in tx.visits.find_live_of(customer_id, confirmed_after=judged_at(tx) - ADD_WINDOW):
        end_visit(tx, visit_id)
        end_questions(tx, visit_id)
    redraw_cards_of(tx, customer_id)


def _facts(tx: Transaction, card: PaperCard) -> PaperCardFacts:
    rules = tx.programs.get_current().rules
    account = tx.cards.get_of(card.customer_id)
    ended_by = tx.people.get_staff(card.ended_by).name if card.ended_by is not None else ""
    return PaperCardFacts(
        card=card,
        customer_name=tx.people.get_customer(card.customer_id).name,
        stamps=account.stamps,
        goal=account.aim(rules.goal),
        rewards=len(tx.rewards.held_by(card.customer_id)),
        points=account.points,
        rules=rules,
        issued_by=tx.people.get_staff(card.issued_by).name,
        issued_at=local(card.issued_at, rules),
        ended_by=ended_by,
        ended_at=local(card.ended_at, rules) if card.ended_at is not None else None,
        used=tx.paper_cards.is_used(card.id),
    )
