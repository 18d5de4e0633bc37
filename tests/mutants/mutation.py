"""One safeguard that is taken away, and the tests that must notice.

Not here: which (safeguards_of_rows.py and its neighbours), and how the suite is run (__main__.py).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mutation:
    """One safeguard: `old` stands in `file` exactly once and becomes `new`."""

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]
