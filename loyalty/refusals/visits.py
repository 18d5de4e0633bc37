"""Refusals of a visit: it is over, can't be joined, or can't be undone.

Not here: how many stamps it may give (limits.py), and what a manager may take back late (corrections.py).
"""

from dataclasses import dataclass

from loyalty.visits import VisitState


@dataclass(frozen=True, slots=True)
class VisitOver:
    """The visit is no longer open for this: it was settled, declined, undone or ran out."""

    state: VisitState


@dataclass(frozen=True, slots=True)
class JoinOver:
    """Nothing can be added to that earlier visit any more; this one still waits."""


@dataclass(frozen=True, slots=True)
class UndoTooLate:
    """The ten minutes for undo are over; a manager can, with this receipt's number."""

    number: int | None = None


@dataclass(frozen=True, slots=True)
class AlreadyDrunk:
    """The reward that this visit filled was handed over, so it can't be undone; a manager can, by number."""

    number: int | None = None


@dataclass(frozen=True, slots=True)
class LaterVisitFirst:
    """A later visit used these stamps and has to be undone first; a manager can undo this one, by number."""

    number: int | None = None


@dataclass(frozen=True, slots=True)
class NothingToUndo:
    """This staff member did nothing in the last minutes that could still be taken back."""


@dataclass(frozen=True, slots=True)
class NotByUndo:
    """The last thing that this staff member did is no visit: a manager can put the card right, by number."""

    number: int


@dataclass(frozen=True, slots=True)
class CustomerForgotten:
    """Whom the last stamps or reward went to was forgotten since: nothing is left to take back."""


VisitRefusal = (
    VisitOver
    | JoinOver
    | UndoTooLate
    | AlreadyDrunk
    | LaterVisitFirst
    | NothingToUndo
    | NotByUndo
    | CustomerForgotten
)
