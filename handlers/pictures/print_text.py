"""What stands on paper, as data: what drawings compose and sheets are drawn from.

Not here: PDF and its libraries, which are read when somebody prints (print_files.py).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SignWords:
    """What a sign says in one language."""

    collect: str
    """Such as "6 stamps give you", or "Each bill gives you back"."""
    gives: str
    """Such as "Free coffee", or "5 %"."""
    how: str
    """Such as "A stamp for each hot drink"."""
    steps: tuple[tuple[str, str], ...]
    """What to do and how, three times."""
    last_step: str
    """What to do and how in one, where another language takes the room of how."""


@dataclass(frozen=True, slots=True)
class SignText:
    """Everything that stands on a sign."""

    cafe: str
    link: str
    """Behind the QR."""
    handle: str
    """@username: for whoever types."""
    footer: str
    """The bot's address in words and the sign's number."""
    goal: int | None
    """Stamps that fill a card; None where points alone are collected, and no card is drawn."""
    words: tuple[SignWords, ...]
    """One or two languages, the first one larger."""
    language: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what to do under it; `numbered` when the order or the choice matters."""

    heading: str
    lines: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class StaffWords:
    """The sheet in one language."""

    title: str
    open_bot: str
    """Beside the QR: what it opens."""
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class StaffText:
    """Everything that stands on the sheet."""

    cafe: str
    link: str
    """The bot's own address: no sign, nobody is counted by it."""
    handle: str
    words: tuple[StaffWords, ...]
    language: str


@dataclass(frozen=True, slots=True)
class VoucherWords:
    """What a slip says in one language."""

    worth: str
    how: str
    until: str


@dataclass(frozen=True, slots=True)
class VoucherText:
    """Everything that stands on a sheet of vouchers."""

    cafe: str
    handle: str
    slips: tuple[tuple[str, str], ...]
    """Of each the link behind its QR, and its number."""
    words: tuple[VoucherWords, ...]
    """One or two languages."""
    language: str


@dataclass(frozen=True, slots=True)
class PaperCardText:
    """Everything that stands on one paper card."""

    link: str
    """Behind the QR."""
    number: str
    """In two groups, for whoever types or says it."""
    name: str
    """Whose it is; empty: nobody's yet."""


@dataclass(frozen=True, slots=True)
class PaperCardsText:
    """A sheet of paper cards, and what stands on each of them."""

    cafe: str
    title: str
    how: str
    """What to do with it at the counter."""
    move: str
    """That it can go to Telegram."""
    cards: tuple[PaperCardText, ...]
    language: str


@dataclass(frozen=True, slots=True)
class PrintedFiles:
    """One sheet, twice."""

    pdf: bytes
    png: bytes
