"""Why the process can't run, in a sentence, with the exit code that tells the service manager so.

It does not stop anything; bot/app.py does.
"""

from typing import Final

EXIT_OK: Final = 0
EXIT_FAILED: Final = 1
EXIT_BUSY: Final = 75
"""EX_TEMPFAIL: somebody else is at work, a later start may succeed."""
EXIT_SETTINGS: Final = 78
"""EX_CONFIG: only a changed setting helps, so a restart is no use."""


class CannotRun(Exception):
    """The bot has to stop; the sentence is for the owner."""

    def __init__(self, sentence: str, exit_code: int) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.exit_code = exit_code
