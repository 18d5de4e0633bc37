"""How wide a label may be: which buttons stand beside another one, and what fits there.

Not here: the buttons themselves (keyboards.py, drawings/), and Telegram.
"""

from typing import Final

SHARED: Final = 18
"""Characters that fit a button beside another one on a small phone."""
ALONE: Final = 32
"""Characters that fit a button in a row of its own."""

SHARING_A_ROW: Final = frozenset(
    {
        "button-stamp-me", "button-my-card", "button-rewards", "button-history", "button-undo",
        "button-undo-all", "button-make-it-two", "button-plus", "button-older", "button-newest",
        "button-offer-yes", "button-offer-no", "button-queue", "button-undo-last", "button-practice",
        "button-sale", "button-on-shift", "button-vouchers-print",
        "button-queue-undo", "button-queue-card", "button-flag-ok", "button-flag-ask", "button-freeze-yes",
        "button-freeze-no", "button-let-pass", "button-let-not-pass", "button-why-refund",
        "button-why-wrong-card", "button-why-mistake", "button-why-own", "button-pin-erase",
        "button-print-a6", "button-print-a5", "button-print-four", "button-print-tent",
        "language-name",
        "button-set-language", "button-set-name", "button-set-town", "button-set-goal",
        "button-set-stamp-for",
        "button-set-item", "button-set-who", "button-set-more", "button-set-limits", "button-set-day",
        "button-set-old-cards", "button-set-adjustments", "button-set-responsible", "button-set-changes",
        "button-and-language", "button-from", "button-set-collects", "button-set-points",
        "button-set-currency", "button-set-minimum", "button-earn-percent", "button-spend-percent",
        "button-paper-replace", "button-paper-block",
        "button-voice-period", "button-voice-period-on", "button-voice-months", "button-voice-weeks",
        "button-broadcast", "button-draft-here", "button-draft-everybody", "button-draft-link",
        "button-draft-no-link", "button-draft-offer", "button-offer-days", "button-offer-limit",
        "button-pilot", "button-held-out", "button-share-chosen",
        "button-segment-saved", "button-segment-forget",
        "button-move-yes", "button-move-no", "button-birthday-tell", "button-birthday-skip",
        "button-offers-yes", "button-offers-no", "button-quiet-from", "button-quiet-until",
        "button-put-right", "button-not-put-right", "button-put-right-yes", "button-put-right-no",
        "button-tickets-further",
        "button-question-newer", "button-question-older",
        "button-run-pause", "button-run-resume", "button-run-stop", "button-run-count",
    }
)  # fmt: skip
"""Labels that stand beside another one; every other `button-` has a row of its own."""


def width_of(key: str) -> int:
    """How many characters the label of this key may have."""
    return SHARED if key in SHARING_A_ROW else ALONE
