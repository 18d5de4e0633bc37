"""One useful answer, never the same one twice in a row.

Not here: which answers there are (fallback.py, customer/letters.py).
"""

from typing import Final

from aiogram.fsm.context import FSMContext

_LAST_HINT: Final = "last_hint"


async def next_hint(state: FSMContext, hints: tuple[str, ...]) -> str:
    """The first hint, or another one when that was the last."""
    last = (await state.get_data()).get(_LAST_HINT)
    hint = next(hint for hint in hints if hint != last)
    await state.update_data({_LAST_HINT: hint})
    return hint
