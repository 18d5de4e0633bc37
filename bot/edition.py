"""Which edition of the program this is, for /about and the terminal.

Not here: what changed in it (CHANGELOG.md). A test compares the number with pyproject.toml, which the image
does not have.
"""

from typing import Final

from handlers.about import Edition
from storage.migrate import FOLDER

VERSION: Final = "0.1.0"


def this_edition(engine: str) -> Edition:
    """This program, and what keeps its data."""
    newest = max(int(file.name[:4]) for file in FOLDER.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    return Edition(version=VERSION, database=engine, schema=newest)
