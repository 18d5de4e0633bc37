"""Points that were written off, and how they are made good when the bill that they paid for goes too.

Bill A gives points, bill B is paid with them, A is refunded: they are gone, and the cafe bears them. When B
is taken back as well, they come back from a sale that is none any more, so they make good what was written
off before they are the customer's. Points that were paid later were none of these: all of them come back.

Not here: stamps, which were written off with a reward that was had (use_cases/rewards/handovers.py).
"""

from collections.abc import Sequence

from loyalty.ids import LedgerEntryId, OperationId
from loyalty.ledger import Change, EntryKind, LedgerEntry, reversal


def standing(entries: Sequence[LedgerEntry]) -> Sequence[LedgerEntry]:
    """Those that are not made good yet, the first that was written off before the others.

    `entries`: what was written off since a payment, and what made it good, oldest first. What was made good
    in part is booked anew, and stays as old as it was; of one from before the payment nothing is said.
    """
    begun: dict[LedgerEntryId, LedgerEntryId] = {}
    rest_of: dict[OperationId, LedgerEntryId | None] = {}
    stand: dict[LedgerEntryId, LedgerEntry] = {}
    for entry in entries:
        if entry.reverses is not None:
            stand.pop(entry.reverses, None)
            rest_of[entry.operation_id] = begun.get(entry.reverses)
            continue
        first = rest_of.get(entry.operation_id, entry.id)
        if first is not None:
            begun[entry.id], stand[entry.id] = first, entry
    return sorted(stand.values(), key=lambda one: begun[one.id])


def make_good(stand: Sequence[LedgerEntry], most: int) -> tuple[Change, ...]:
    """The entries that make these good with up to `most` hundredths of points, the first one first."""
    changes: list[Change] = []
    for one in stand:
        if most <= 0:
            break
        changes += reversal([one])
        if one.amount > most:
            changes.append(Change(one.card_id, one.currency, EntryKind.WRITE_OFF, one.amount - most))
        most -= one.amount
    return tuple(changes)
