"""Signs: the printed pages whose link brings customers, and what else can be printed.

Not here: how a page looks (handlers).
"""

from dataclasses import dataclass
from enum import StrEnum

from loyalty.ids import SignId


class Product(StrEnum):
    """What can be printed."""

    SIGN_A6 = "a6"
    SIGN_A5 = "a5"
    FOUR = "four"
    """Four A6 signs on a page of A4."""
    TENT = "tent"
    STAFF = "staff"
    """The staff sheet; no sign, since nobody joins by it."""

    @property
    def is_sign(self) -> bool:
        """Whether it carries a join link."""
        return self is not Product.STAFF


class PaperLanguages(StrEnum):
    """In which of the cafe's languages a page speaks."""

    MAIN = "main"
    SECOND = "second"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Sign:
    """One join link, printed as often as the cafe likes; each kind of page has a sign of its own."""

    id: SignId
    tag: str
    """In the link. No secret: it hangs on the wall."""
    product: Product
    live: bool
    """Whether people join by it; otherwise a newer sign has taken its place."""
    joins: int
    """Customers who came by it."""

    @property
    def name(self) -> str:
        """How it is called in the books: what customers have as their source."""
        return source_name(self.id)


def source_name(sign_id: SignId) -> str:
    """What a customer's source says."""
    return f"Sign {sign_id}"
