"""The printed signs of one cafe.

Not here: the pages. What all ports promise stands in the package's docstring.
"""

from collections.abc import Sequence
from typing import Protocol

from loyalty.ids import SignId, StaffId
from loyalty.signs import Product, Sign


class Signs(Protocol):
    """Join links that hang on walls."""

    def add(self, product: Product, *, tag: str, by: StaffId) -> Sign:
        """A new live sign of a product that has none."""
        ...

    def find_live(self, product: Product) -> Sign | None:
        """The live sign of this product."""
        ...

    def find_by_tag(self, tag: str) -> Sign | None:
        """The sign behind a link, live or not; None for a tag that we never made."""
        ...

    def find_all_live(self) -> Sequence[Sign]:
        """All live signs, oldest first."""
        ...

    def void(self, *, up_to: SignId) -> int:
        """End the live signs up to this number; answers how many."""
        ...
