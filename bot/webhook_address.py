"""What an address that Telegram posts to and a place where we listen must be like; in sentences if not.

Not here: the settings themselves (settings.py), and whether the address leads here (webhook.py).
"""

import re
from ipaddress import ip_address
from typing import Final
from urllib.parse import SplitResult, urlsplit

TELEGRAMS_PORTS: Final = (443, 80, 88, 8443)
"""Telegram posts to no others (Bot API)."""
HEALTH_PATH: Final = "/health"
METRICS_PATH: Final = "/metrics"
HIGHEST_PORT: Final = 65535

_TOKEN: Final = re.compile(r"[0-9]{6,}(?::|%3A)[A-Za-z0-9_-]{30,}", re.IGNORECASE)
_PATH: Final = re.compile(r"[A-Za-z0-9/._~-]*")
_NO_ADDRESS: Final = "WEBHOOK_URL must be the address at which Telegram reaches this bot: https://name.of.your.machine/telegram"


def judge_webhook_url(address: str) -> str | None:
    """Why Telegram could not post to this address, None when it could."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return f"{_NO_ADDRESS}."
    if not parts.hostname or any(letter.isspace() for letter in address):
        return f"{_NO_ADDRESS}."
    if _TOKEN.search(address):
        return (
            "WEBHOOK_URL holds the bot's token, and addresses end up in the logs of proxies. Choose another "
            "path: the posts carry a secret of their own."
        )
    if "@" in parts.netloc or parts.query or parts.fragment:
        return "WEBHOOK_URL must be a plain address: no password, nothing after a ? or a #."
    if not _PATH.fullmatch(parts.path):
        return "WEBHOOK_URL may hold letters, digits and . _ ~ - between the slashes of its path."
    if parts.path in (HEALTH_PATH, METRICS_PATH):
        return (
            f"WEBHOOK_URL can't end in {parts.path}, where something else is answered. Choose another path."
        )
    return _judge_line(parts, port)


def path_of(address: str) -> str:
    """Where on our own server the posts arrive: a proxy hands the path on as it is."""
    return urlsplit(address).path or "/"


def judge_host(host: str) -> str:
    """The host as it can be listened on. Raises ValueError with a sentence."""
    if host == "localhost":
        return host
    try:
        return str(ip_address(host))
    except ValueError:
        raise ValueError(
            "HTTP_HOST must be an address of this machine: 127.0.0.1, or 0.0.0.0 inside a container."
        ) from None


def judge_port(port: str | int, *, needed: bool) -> int:
    """The port as a number; 0 is none. Raises ValueError with a sentence."""
    number = int(port) if str(port).isascii() and str(port).isdecimal() else -1
    if not 0 <= number <= HIGHEST_PORT:
        raise ValueError(f"HTTP_PORT must be a number from 1 to {HIGHEST_PORT}, or 0 for none.")
    if needed and not number:
        raise ValueError(
            "WEBHOOK_URL needs HTTP_PORT: the port here to which your proxy hands on what Telegram posts."
        )
    return number


def _judge_line(parts: SplitResult, port: int | None) -> str | None:
    """A Bot API server on this machine may post to it without encryption, and to any port."""
    if _is_this_machine(parts.hostname or "") and parts.scheme in ("http", "https"):
        return None
    if parts.scheme != "https":
        return f"{_NO_ADDRESS}, with https."
    if port not in (None, *TELEGRAMS_PORTS):
        allowed = ", ".join(map(str, TELEGRAMS_PORTS))
        return f"WEBHOOK_URL names the port {port}, and Telegram posts only to {allowed}."
    return None


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
