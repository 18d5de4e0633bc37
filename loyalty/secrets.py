"""The secrets behind links and typed codes: how they are made and in what form they are kept.

Not here: where randomness comes from (a SecretSource is handed in) and who may use a secret.
"""

import base64
import hashlib
import hmac
import re
from enum import StrEnum
from typing import Protocol


class SecretSource(Protocol):
    """Where secrets come from; tests hand in a predictable one."""

    def token_bytes(self, n: int) -> bytes:
        """This many unpredictable bytes."""
        ...

    def below(self, n: int) -> int:
        """An unpredictable number from 0 to n - 1."""
        ...


class Purpose(StrEnum):
    """What a start link is for; the prefix only routes, every right is looked up."""

    CODE = "c"
    STAFF_INVITE = "i"
    OWNER_LINK = "o"
    SIGN = "s"
    SALE_CODE = "k"
    VOUCHER = "v"
    PAPER_CARD = "p"


_PAYLOAD = re.compile(r"(?:([ciokpv])_([A-Za-z0-9_-]{22})|(s)_([A-Za-z0-9_-]{12}))")


def new_secret(source: SecretSource) -> str:
    """128 random bits as 22 characters that a start link may carry."""
    return base64.urlsafe_b64encode(source.token_bytes(16)).rstrip(b"=").decode()


def new_tag(source: SecretSource) -> str:
    """12 characters that tell one sign from another: no secret, and short, so that its QR is coarse."""
    return base64.urlsafe_b64encode(source.token_bytes(9)).decode()


def new_typed_code(source: SecretSource) -> str:
    """Six digits that staff can type."""
    return f"{source.below(1_000_000):06d}"


def payload(purpose: Purpose, secret: str) -> str:
    """The start payload of a secret: at most 64 characters of A-Za-z0-9_- (Bot API)."""
    return f"{purpose}_{secret}"


def parse_payload(text: str) -> tuple[Purpose, str] | None:
    """Purpose and secret of a start payload, None for anything that we never made."""
    match = _PAYLOAD.fullmatch(text)
    if match is None:
        return None
    prefix, secret = (part for part in match.groups() if part is not None)
    return Purpose(prefix), secret


def hash_secret(secret: str) -> str:
    """How a link's secret is kept: 128 random bits need no key."""
    return hashlib.sha256(secret.encode()).hexdigest()


def hash_typed_code(code: str, *, key: str) -> str:
    """How a typed code is kept: keyed, because a plain hash of six digits is guessed in a second."""
    return hmac.new(key.encode(), code.encode(), hashlib.sha256).hexdigest()
