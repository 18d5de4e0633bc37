"""What a number or a language behind a button can be.

Not here: bounds that only one kind of button has; they stand beside it.
"""

from typing import Annotated, Final

from pydantic import Field

ROW: Final = Field(ge=1, le=2**63 - 1)
"""What a row's number can be: a larger one would be an error in the database."""
MESSAGE: Final = Field(ge=-(2**63), le=2**63 - 1)
"""Telegram's own number of a message: we take whatever a row can hold."""

Count = Annotated[int, Field(ge=1, le=99)]
LanguageCode = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[a-z0-9]{2,8})?$")]
