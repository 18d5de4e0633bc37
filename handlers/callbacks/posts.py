"""What stands behind the buttons of a campaign's post, in the chats of those who got it.

Not here: the owner's buttons about campaigns (campaigns.py).
"""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.bounds import ROW
from loyalty.ids import RecipientId


class Take(CallbackData, prefix="ot"):
    """Take what this post offers."""

    recipient_id: Annotated[RecipientId, ROW]


class Mute(CallbackData, prefix="om"):
    """Nothing more of this kind, please."""

    recipient_id: Annotated[RecipientId, ROW]


POSTS: tuple[type[CallbackData], ...] = (Take, Mute)
