"""What staff type at the counter: a code with more behind it, or an amount alone for a card that is there.

Not here: whether it is an amount of this cafe's money (loyalty/money.py) and whose code it is.
"""

import re
from dataclasses import dataclass
from typing import Final

from loyalty.paper import DIGITS
from loyalty.use_cases.paper.opening import PaperNumber
from loyalty.use_cases.visits.opening import TypedCode

_CODE: Final = re.compile(
    r"\s*(?:(\d{3})[\s-]?(\d{3})|(\d{4})[\s-]?(\d{4}))(?:\s*(?=\+)(.+)|\s+(\S.*))?\s*", re.ASCII
)
_COUNT_FIRST: Final = re.compile(r"\+\s*(\d{1,2})(?:\s+(\S.*))?", re.ASCII)
_COUNT_LAST: Final = re.compile(r"(\S.*?)\s+\+(\d{1,2})", re.ASCII)
_MONEY: Final = re.compile(
    r"(?:[^\s\d.,+-]{1,4} ?)?(?:\d{1,3}(?:[ ,]\d{3})+(?=\D)|\d{1,9})(?:[.,]\d{1,2})?(?: ?[^\s\d.,+-]{1,4})?",
    re.ASCII,
)
"""Digits with the currency before or behind them, in more than one piece perhaps."""
_MAY_BE_A_BILL: Final = re.compile(r"(?=.*\d)\S{2,20}")
"""A digit alone would as well be a number of stamps without its plus."""
_WHOLE: Final = 5
"""Digits before the comma of an amount alone: with six it could be a code, with eight a paper card."""


@dataclass(frozen=True, slots=True)
class Typed:
    """Six digits as staff typed them, or eight of a paper card, with stamps and a bill if they said so."""

    digits: str
    stamps: int | None
    bill: str | None = None
    """As it was typed; whether it is an amount is not judged here."""

    @property
    def key(self) -> TypedCode | PaperNumber:
        """By what the visit is found."""
        return PaperNumber(self.digits) if len(self.digits) == DIGITS else TypedCode(self.digits)


@dataclass(frozen=True, slots=True)
class TypedBill:
    """An amount without a code, for a staff card that is there already."""

    bill: str
    stamps: int | None = None


def parse_typed(text: str) -> Typed | None:
    """Digits, count and bill of "418302", "418 302 +2", "418302 3,50 +2" or "4410 2739"; else None."""
    match = _CODE.fullmatch(_plain(text))
    if match is None:
        return None
    digits, more = (match[1] or match[3]) + (match[2] or match[4]), (match[5] or match[6] or "").strip()
    if not more:
        return Typed(digits, None)
    stamps, bill = _split(more)
    if stamps == 0 or (bill is not None and not (_MAY_BE_A_BILL.fullmatch(bill) or _is_money(bill))):
        return None
    return Typed(digits, stamps, bill)


def parse_bill(text: str) -> TypedBill | None:
    """An amount alone: "5,70", "12", "3,50 EUR" or "+2 5,70"; else None, as for what may be a code."""
    said = _plain(text).strip()
    stamps, bill = _split(said)
    if parse_typed(text) is not None or bill is None or stamps == 0 or not _is_money(bill):
        return None
    whole = re.sub(r"\D", "", re.sub(r"[.,]\d{1,2}(?=\D*$)", "", bill))
    return TypedBill(bill, stamps) if len(whole) <= _WHOLE else None


def _split(more: str) -> tuple[int | None, str | None]:
    """The count and the bill of "+2 3.50" and "3.50 +2"."""
    if match := _COUNT_FIRST.fullmatch(more):
        return int(match[1]), match[2]
    if match := _COUNT_LAST.fullmatch(more):
        return int(match[2]), match[1]
    return None, more


def _is_money(bill: str) -> bool:
    """Whether it is written like an amount; one digit alone is not."""
    return len(bill) > 1 and _MONEY.fullmatch(bill) is not None


def _plain(text: str) -> str:
    """As a keyboard writes it: screens put another space between digits and currency."""
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
