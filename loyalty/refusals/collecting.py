"""Refusals of what customers collect by themselves: sale codes and vouchers; and of printing vouchers.

Not here: codes that customers show (codes.py) and what limits say to staff (limits.py).
"""

from dataclasses import dataclass

from loyalty.verdicts import LimitName


@dataclass(frozen=True, slots=True)
class AlreadyCollected:
    """Somebody else was given this."""


@dataclass(frozen=True, slots=True)
class CollectedUndone:
    """What it gave was taken back at the counter, whoever had it."""


@dataclass(frozen=True, slots=True)
class SaleCodeOver:
    """The sale code ran out, was replaced, or was never ours."""


@dataclass(frozen=True, slots=True)
class SaleCodeTooLarge:
    """For more stamps than this a manager would be asked, whoever came: no sale code is made of them."""

    most: int


@dataclass(frozen=True, slots=True)
class SaleBillTooLarge:
    """From this bill on (minor units) a manager would be asked, whoever came: no sale code is made of it."""

    bound: int
    currency: str


@dataclass(frozen=True, slots=True)
class OwnSaleCode:
    """Whoever made a sale code scanned it: nobody stamps themselves. Remembered."""


@dataclass(frozen=True, slots=True)
class NotByYourself:
    """A limit asks for somebody's word: staff give it with a code of the customer's. Remembered."""

    limit: LimitName


@dataclass(frozen=True, slots=True)
class UnknownSlip:
    """A voucher of which we know nothing, such as one printed before the data was lost."""


@dataclass(frozen=True, slots=True)
class SlipOver:
    """The voucher is void, or too old."""

    expired: bool


@dataclass(frozen=True, slots=True)
class OwnSlip:
    """Whoever had the sheet printed collects none of its slips. Remembered."""


@dataclass(frozen=True, slots=True)
class SlipsUsedUp:
    """So many vouchers a card collects on one day. Remembered."""

    most: int
    last_day: bool = False
    """Whether this one is good today only."""


@dataclass(frozen=True, slots=True)
class SlipWithoutStamps:
    """The cafe gives no stamps any more, and a slip is worth one."""


@dataclass(frozen=True, slots=True)
class NoSlips:
    """This cafe collects points for bills, and a slip would be worth a stamp: none is printed."""


@dataclass(frozen=True, slots=True)
class SlipGone:
    """No such slip or sheet."""


@dataclass(frozen=True, slots=True)
class SlipCollected:
    """Somebody has collected it, so that it can't be voided; `number`: of its receipt, if there is one."""

    number: int | None


@dataclass(frozen=True, slots=True)
class SlipsOutOfRange:
    """A sheet has at least one slip, and not more than this."""

    most: int


CollectRefusal = (
    AlreadyCollected
    | CollectedUndone
    | SaleCodeOver
    | SaleCodeTooLarge
    | SaleBillTooLarge
    | OwnSaleCode
    | NotByYourself
    | UnknownSlip
    | SlipOver
    | OwnSlip
    | SlipsUsedUp
    | NoSlips
    | SlipWithoutStamps
    | SlipGone
    | SlipCollected
    | SlipsOutOfRange
)
