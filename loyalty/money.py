"""Money: the cafe's currency, and amounts as staff type them, in minor units (cents).

Not here: how an amount looks (handlers/drawings/phrases.py) and what it earns (points.py).
"""

import re
from typing import Final

CURRENCIES: Final = {
    "EUR": 2, "USD": 2, "GBP": 2, "RUB": 2, "UAH": 2, "BYN": 2, "KZT": 2, "GEL": 2, "AMD": 2, "PLN": 2,
    "CZK": 2, "SEK": 2, "NOK": 2, "DKK": 2, "CHF": 2, "TRY": 2, "ILS": 2, "AED": 2, "JPY": 0, "KRW": 0,
}  # fmt: skip
"""Currencies by their ISO 4217 code, each with how many digits stand behind its comma."""
LARGE_BILLS: Final = {
    "EUR": 100, "USD": 100, "GBP": 100, "RUB": 10_000, "UAH": 5_000, "BYN": 300, "KZT": 50_000, "GEL": 300,
    "AMD": 40_000, "PLN": 400, "CZK": 2_500, "SEK": 1_000, "NOK": 1_000, "DKK": 700, "CHF": 100, "TRY": 5_000,
    "ILS": 400, "AED": 400, "JPY": 15_000, "KRW": 150_000,
}  # fmt: skip
"""By currency, in whole units: some twenty cups. Hardly a bill, and less than one cup without its comma."""
LARGEST_BILL: Final = 1_000_000_00
"""In minor units: more than any cafe's bill, and a slipped finger's end."""

_TYPED: Final = re.compile(r"(\d{1,9})(?:[.,](\d{1,2}))?", re.ASCII)


def usual_large_bill(currency: str) -> int:
    """In minor units, what a large bill is where nobody has said anything about bills."""
    return int(LARGE_BILLS[currency] * 10 ** CURRENCIES[currency])


def parse_amount(text: str, currency: str) -> int | None:
    """An amount as somebody typed it, in minor units: "3,50", "3.50", "12,5" and "12" are all right.

    None for anything that could be read in two ways, is nothing, or is more than a bill can be.
    """
    digits, match = CURRENCIES[currency], _TYPED.fullmatch(text)
    if match is None or (match[2] and len(match[2]) > digits):
        return None
    amount = int(match[1]) * 10**digits + int((match[2] or "").ljust(digits, "0") or 0)
    return amount if 0 < amount <= LARGEST_BILL else None
