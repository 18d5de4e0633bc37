"""The keys of this one installation.

Not here: secrets from the environment.
"""

from loyalty.ports import Installation
from storage.rows import Rows


class StoredInstallation(Installation):
    """Table `installation`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._hash_key: str | None = None

    def get_hash_key(self) -> str:
        if self._hash_key is None:  # it never changes once written
            self._hash_key = self._rows.get("SELECT hash_key FROM installation WHERE id = 1", {})["hash_key"]
        return self._hash_key
