"""The texts of this cafe: ours, with those of its folder `texts` over them; what is wrong there is told.

Not here: what may stand there (handlers/overlay.py).
"""

from typing import Final

import structlog

from bot.settings import Settings
from handlers.texts import Texts
from loyalty.ports import Database
from loyalty.use_cases.house.languages import TellTextProblems

FOLDER_NAME: Final = "texts"

_log = structlog.get_logger(__name__)


def read_texts(settings: Settings) -> Texts:
    """The words to say, read once; a change in the folder counts from the next start."""
    return Texts(overlay=settings.data_dir / FOLDER_NAME)


async def tell_of_problems(database: Database, texts: Texts) -> None:
    """Each one to the log, and the owners get a message about a set of them that they don't know yet."""
    for problem in texts.problems:
        _log.warning(
            "own_text_unusable", language=problem.language, text=problem.name, reason=problem.reason.value
        )
    await TellTextProblems(database)([str(problem) for problem in texts.problems])
