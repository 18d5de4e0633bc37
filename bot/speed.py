"""How many messages a second go out: the setting, judged.

It keeps no pace itself (pacing.py).
"""

from typing import Final

from loyalty.campaigns import Speed

USUAL_SPEED: Final = Speed().a_second
"""Evenly spaced: "about 30" less the network's jitter."""
FASTEST: Final = 30
"""What Telegram takes of a bot in a second for nothing."""
FASTEST_PAID: Final = 100
"""Telegram would take a thousand; twenty under way at once bring no more than this."""


def judge_speed(speed: str | int, *, paid: bool) -> int:
    """The speed as a number. Raises ValueError with a sentence."""
    number = int(speed) if str(speed).isascii() and str(speed).isdecimal() else 0
    most = FASTEST_PAID if paid else FASTEST
    if 1 <= number <= most:
        return number
    if not paid and FASTEST < number <= FASTEST_PAID:
        raise ValueError(
            f"MESSAGES_A_SECOND is {number}, and Telegram takes {FASTEST} for nothing. Above that each "
            "message costs 0.1 Star, which ALLOW_PAID_BROADCAST=on permits."
        )
    raise ValueError(f"MESSAGES_A_SECOND must be a number from 1 to {most}.")
