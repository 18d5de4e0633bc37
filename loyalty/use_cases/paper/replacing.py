"""Replacing a paper card, and printing one anew that never reached a printer.

Not here: issuing and blocking (cards.py). Whoever prints a card has its secret in hand, so the owners
hear of each that carries something.
"""

from dataclasses import dataclass

from loyalty.ids import ChatId, PaperCardId
from loyalty.notices import PaperCardRenewed
from loyalty.paper import PaperCard, PaperState, say_number
from loyalty.people import Person, StaffMember
from loyalty.ports import Database, Transaction
from loyalty.refusals import PaperCardInUse, Refused, UnknownPaperCard
from loyalty.secrets import SecretSource
from loyalty.use_cases.paper.cards import PaperOrder, get_paper, issue_card, print_again
from loyalty.use_cases.paper.rules import why_over
from loyalty.use_cases.staff.authority import require_staff
from loyalty.use_cases.visits.record import redraw_cards_of


@dataclass(frozen=True, slots=True)
class ReplacePaperCard:
    """A new card for the same customer: the old one is worn, or was lost."""

    database: Database
    secrets: SecretSource

    async def __call__(self, person: Person, card_id: PaperCardId) -> PaperOrder:
        """The new card; the old one says from now on that it was replaced.

        Raises Refused: NotStaff, NobodyOnShift, UnknownPaperCard, PaperCardReplaced, PaperCardMoved.
        """
        source = self.secrets

        def body(tx: Transaction) -> PaperOrder:
            staff = require_staff(tx, person)
            old = get_paper(tx, card_id)
            was = (PaperState.ACTIVE, PaperState.BLOCKED)
            if not tx.paper_cards.end(old.id, PaperState.REPLACED, was=was, by=staff.id):
                raise Refused(why_over(tx, old) or UnknownPaperCard())
            fresh = issue_card(tx, source, staff, old.customer_id, None)
            _tell_owners(tx, staff, fresh.card, before=old.number, key=f"paper-replaced:{old.id}")
            redraw_cards_of(tx, old.customer_id)
            return PaperOrder([fresh], tx.programs.get_current().rules)

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class ReprintPaperCard:
    """The file of a card was lost on its way, before anybody used the card."""

    database: Database
    secrets: SecretSource

    async def __call__(self, person: Person, card_id: PaperCardId) -> PaperOrder:
        """The same card under the same number; the code that was printed before is void.

        Raises Refused: NotStaff, NobodyOnShift, UnknownPaperCard, PaperCardInUse, PaperCardBlocked,
        PaperCardReplaced, PaperCardMoved.
        """
        source = self.secrets

        def body(tx: Transaction) -> PaperOrder:
            staff = require_staff(tx, person)
            card = get_paper(tx, card_id)
            over = why_over(tx, card)
            if over is not None:
                raise Refused(over)
            printed = print_again(tx, source, [card])
            if not printed:
                raise Refused(PaperCardInUse())
            if card.issued_by != staff.id:  # who issued it had its secret before
                key = f"paper-reprinted:{card.id}:{tx.now:%Y%m%dT%H%M%S%f}"
                _tell_owners(tx, staff, card, before=card.number, key=key)
            return PaperOrder(printed, tx.programs.get_current().rules)

        return await self.database.write(body)


def _tell_owners(tx: Transaction, staff: StaffMember, card: PaperCard, *, before: str, key: str) -> None:
    """All owners but whoever did it on the own phone. An empty card is worth nothing to anybody."""
    account = tx.cards.get_of(card.customer_id)
    if not (account.stamps or account.points or tx.rewards.held_by(card.customer_id)):
        return
    notice = PaperCardRenewed(staff.name, number=say_number(card.number), before=say_number(before))
    for owner in tx.people.find_owners():
        if owner.id != staff.id or staff.till_id is not None:
            tx.deliveries.add_notice(notice, ChatId(owner.telegram_id), key=f"{key}:{owner.id}")
