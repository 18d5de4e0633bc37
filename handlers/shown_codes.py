"""What the codes in somebody's picture mean: a customer's code, or something that opens no visit.

Not here: reading pixels (pictures/reading.py), and whether a customer's code is still good (the use case).
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final, assert_never
from urllib.parse import parse_qs, urlsplit

from loyalty.secrets import Purpose, parse_payload
from loyalty.use_cases.paper.opening import PaperLink
from loyalty.use_cases.visits.opening import LinkSecret

CustomersCode = LinkSecret | PaperLink
"""What opens a visit: the code on a customer's phone, or that of their paper card."""


class Shown(StrEnum):
    """What a picture shows when it is not one customer's code."""

    OWNER_LINK = "owner_link"
    INVITE = "invite"
    SIGN = "sign"
    """Our sign, or some other way to this bot."""
    FOREIGN = "foreign"
    """A code that is none of ours."""
    TWO_CODES = "two_codes"
    TO_COLLECT = "to_collect"
    """A sale code or a voucher: customers scan it themselves."""
    NOTHING = "nothing"


_TOLD_FIRST: Final = (Shown.OWNER_LINK, Shown.INVITE, Shown.TO_COLLECT, Shown.SIGN, Shown.FOREIGN)


def judge_codes(texts: Sequence[str], bot_link: str) -> CustomersCode | Shown:
    """The one customer's code among these texts, whatever else is there, or what is shown instead."""
    meanings = [_judge(text, bot_link) for text in texts]
    codes = {one for one in meanings if isinstance(one, CustomersCode)}
    if len(codes) > 1:
        return Shown.TWO_CODES
    return next(iter(codes), None) or next((one for one in _TOLD_FIRST if one in meanings), Shown.NOTHING)


def _judge(text: str, bot_link: str) -> CustomersCode | Shown:
    payload = _payload_for(text, bot_link)
    if payload is None:
        return Shown.FOREIGN
    parsed = parse_payload(payload)
    if parsed is None:
        return Shown.SIGN
    purpose, secret = parsed
    match purpose:
        case Purpose.CODE:
            return LinkSecret(secret)
        case Purpose.PAPER_CARD:
            return PaperLink(secret)
        case Purpose.STAFF_INVITE:
            return Shown.INVITE
        case Purpose.OWNER_LINK:
            return Shown.OWNER_LINK
        case Purpose.SIGN:
            return Shown.SIGN
        case Purpose.SALE_CODE | Purpose.VOUCHER:
            return Shown.TO_COLLECT
        case _:
            assert_never(purpose)


def _payload_for(text: str, bot_link: str) -> str | None:
    """The start payload of a link to this bot, "" if it has none; None for everything else.

    By the bot's name alone: the address before it is a setting, and printed signs outlive it.
    """
    try:
        link = urlsplit(text.strip())
    except ValueError:  # a code may say anything
        return None
    query = parse_qs(link.query)
    name = query.get("domain", [""])[0] if link.scheme == "tg" else link.path.rstrip("/").rpartition("/")[2]
    if name.lower() != bot_link.rpartition("/")[2].lower():
        return None
    return query.get("start", [""])[0]
