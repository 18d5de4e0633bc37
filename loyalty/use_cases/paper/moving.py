"""A paper card comes to Telegram: its customer opens the link, is asked once, and has it there.

Not here: what moving does (customers/moving.py), and staff, for whom the link opens a visit (opening.py).
"""

from dataclasses import dataclass

from loyalty import secrets
from loyalty.cards import CardFacts
from loyalty.days import day_of
from loyalty.deliveries import ScreenKind
from loyalty.erasures import Carried
from loyalty.ids import CustomerId, PaperCardId
from loyalty.paper import PaperCard, PaperOffer, PaperState
from loyalty.people import Customer, Person
from loyalty.ports import Database, Transaction
from loyalty.refusals import OwnPaperCard, OwnPhoneOnly, Refusal, Refused, UnknownPaperCard
from loyalty.use_cases.corrections.record import follow_moves
from loyalty.use_cases.customers.cards import card_of
from loyalty.use_cases.customers.freezing import refuse_frozen
from loyalty.use_cases.customers.moving import MoveOrder, move_all, note_arrival
from loyalty.use_cases.customers.remembering import find_remembered
from loyalty.use_cases.paper.rules import why_over
from loyalty.use_cases.visits.record import redraw_cards_of


@dataclass(frozen=True, slots=True)
class LookAtPaperCard:
    """Somebody opens a paper card's link: what is on it?"""

    database: Database

    async def __call__(self, person: Person, secret: str) -> PaperOffer | None:
        """What could be moved; None when it is this person's already.

        Raises Refused: UnknownPaperCard, PaperCardBlocked, PaperCardReplaced, PaperCardMoved, CardFrozen,
        OwnPaperCard, OwnPhoneOnly for a till.
        """
        result = await self.database.write(lambda tx: _look(tx, person, secrets.hash_secret(secret)))
        if isinstance(result, PaperOffer | None):
            return result
        raise Refused(result)


@dataclass(frozen=True, slots=True)
class MovedPaper:
    """The card on which all of a paper card is now."""

    card: CardFacts
    fresh: bool
    """False: it was there already, by an earlier yes."""
    new: bool
    """Whether the person had no card here before."""


@dataclass(frozen=True, slots=True)
class MovePaperCard:
    """Yes, move it and all that is on it."""

    database: Database

    async def __call__(self, person: Person, card_id: PaperCardId, secret_hash: str) -> MovedPaper:
        """The person's card with all of it; the same yes again answers the same card.

        `secret_hash`: of the link that they opened, which shows that they held the card.

        Raises Refused as LookAtPaperCard does; of two accounts one wins, and the other reads that it moved.
        """

        def body(tx: Transaction) -> MovedPaper | Refusal:
            paper = _find(tx, person, secret_hash)
            if paper.id != card_id:  # another card was held up since this was asked
                raise Refused(UnknownPaperCard())
            refusal = _refuse_issuer(tx, person, paper)
            if refusal is not None:
                return refusal
            had, has_it = tx.people.find_customer(person.telegram_id), _has_it(tx, person, paper)
            own = has_it or _move(tx, person, paper)
            return MovedPaper(card_of(tx, own), fresh=has_it is None, new=had is None)

        result = await self.database.write(body)
        if isinstance(result, MovedPaper):
            return result
        raise Refused(result)


def _look(tx: Transaction, person: Person, secret_hash: str) -> PaperOffer | Refusal | None:
    paper = _find(tx, person, secret_hash)
    if _has_it(tx, person, paper) is not None:
        return None
    over = why_over(tx, paper)
    if over is not None:
        raise Refused(over)
    refusal = _refuse_issuer(tx, person, paper)
    if refusal is not None:
        return refusal
    refuse_frozen(tx, paper.customer_id)
    card, rules = tx.cards.get_of(paper.customer_id), tx.programs.get_current().rules
    return PaperOffer(
        card_id=paper.id,
        number=paper.number,
        stamps=card.stamps,
        goal=card.aim(rules.goal),
        rewards=len(tx.rewards.held_by(paper.customer_id)),
        item=rules.item,
        points=card.points,
        rules=rules,
    )


def _find(tx: Transaction, person: Person, secret_hash: str) -> PaperCard:
    if tx.people.find_till(person.telegram_id) is not None:
        raise Refused(OwnPhoneOnly())
    paper = tx.paper_cards.find_by_secret(secret_hash)
    if paper is None or tx.people.get_customer(paper.customer_id).former:
        raise Refused(UnknownPaperCard())
    return paper


def _refuse_issuer(tx: Transaction, person: Person, paper: PaperCard) -> Refusal | None:
    """Who works here has no paper card, and who made one never has it: kept, to be raised afterwards."""
    issuers = {tx.people.get_staff(one.issued_by) for one in tx.paper_cards.find_of(paper.customer_id)}
    staff = tx.people.find_staff(person.telegram_id)
    made_it = next((one for one in issuers if one.telegram_id == person.telegram_id), staff)
    if made_it is None:
        return None
    tx.refusals.add(OwnPaperCard(), staff_id=made_it.id, customer_id=paper.customer_id)
    return OwnPaperCard()


def _has_it(tx: Transaction, person: Person, paper: PaperCard) -> Customer | None:
    """The person's customer, if what was on the card is theirs already."""
    own = tx.people.find_customer(person.telegram_id)
    if own is None or own.id != follow_moves(tx, paper.customer_id):
        return None
    return own


def _move(tx: Transaction, person: Person, paper: PaperCard) -> Customer:
    over = why_over(tx, paper)
    if over is not None:
        raise Refused(over)
    own = tx.people.find_customer(person.telegram_id)
    if own is not None:
        move_all(tx, MoveOrder(source=paper.customer_id, target=own.id, location_id=paper.location_id))
        return tx.people.get_customer(own.id)
    refuse_frozen(tx, paper.customer_id)
    if not tx.paper_cards.end(paper.id, PaperState.MOVED, was=(PaperState.ACTIVE,), by=None):
        raise Refused(why_over(tx, tx.paper_cards.get(paper.id)) or UnknownPaperCard())
    _identify(tx, person, paper.customer_id)
    note_arrival(tx, paper.customer_id, paper.location_id, f"paper:{paper.id}:moved")
    redraw_cards_of(tx, paper.customer_id)
    return tx.people.get_customer(paper.customer_id)


def _identify(tx: Transaction, person: Person, customer_id: CustomerId) -> None:
    """The account is the customer's; what limits remember of one that was forgotten comes along."""
    tx.moves.identify(customer_id, person)
    remembered = find_remembered(tx, person.telegram_id)
    if remembered is None:
        return
    today = day_of(tx.now, tx.programs.get_current().rules).date
    mine = tx.people.find_carried(customer_id) or Carried()
    tx.people.carry(customer_id, mine.joined_by(remembered, today))
    if remembered.frozen is not None and tx.freezes.hand_on(remembered.frozen, customer_id):
        tx.deliveries.redraw(remembered.frozen, ScreenKind.FREEZE)
