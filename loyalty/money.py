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

SIGNS: Final = {
    "EUR": "€", "USD": "$", "GBP": "£", "RUB": "₽", "UAH": "₴", "KZT": "₸", "GEL": "₾", "AMD": "֏",
    "PLN": "zł", "CZK": "Kč", "SEK": "kr", "NOK": "kr", "DKK": "kr", "TRY": "₺", "ILS": "₪", "JPY": "¥",
    "KRW": "₩",
}  # fmt: skip
"""Signs that people write instead of the code."""

_TYPED: Final = re.compile(r"(\d{1,9})(?:[.,](\d{1,2}))?", re.ASCII)
_GROUPED: Final = re.compile(
    r"(\d{1,3}(?:,\d{3})+)(?:\.(\d{2}))?|(\d{1,3}(?: \d{3})+)(?:,(\d{2}))?", re.ASCII
)
"""Thousands as screens write them; beside the currency alone, or it could be read in two ways."""


def usual_large_bill(currency: str) -> int:
    """In minor units, what a large bill is where nobody has said anything about bills."""
    return int(LARGE_BILLS[currency] * 10 ** CURRENCIES[currency])


def parse_amount(text: str, currency: str) -> int | None:
    """An amount as somebody typed it, in minor units: "3,50", "3.50", "12,5", "12" and "€3.50" are all right.

    None for anything that could be read in two ways, is nothing, or is more than a bill can be.
    """
    digits, bare = CURRENCIES[currency], _without_currency(text, currency)
    match = _TYPED.fullmatch(bare or text)
    whole, rest = (match[1], match[2]) if match else ("", None)
    if match is None and bare and (grouped := _GROUPED.fullmatch(bare)):
        whole, rest = grouped[1] or grouped[3], grouped[2] or grouped[4]
        if (rest is None) is (digits > 0):
            return None
    if not whole or (rest and len(rest) > digits):
        return None
    amount = int(re.sub("[, ]", "", whole)) * 10**digits + int((rest or "").ljust(digits, "0") or 0)
    return amount if 0 < amount <= LARGEST_BILL else None


def _without_currency(text: str, currency: str) -> str | None:
    """What stands beside the sign or the code of this currency; None when neither is there."""
    said = text.replace("\N{NO-BREAK SPACE}", " ").strip()
    for name in (currency, SIGNS.get(currency, currency)):
        before, after = said[: len(name)].upper(), said[-len(name) :].upper()
        if before == name.upper():
            return said[len(name) :].strip()
        if after == name.upper():
            return said[: -len(name)].strip()
    return None
