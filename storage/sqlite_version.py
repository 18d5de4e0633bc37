"""Which SQLite may carry a cafe's ledger: releases without the WAL-reset bug.

It opens no database. The bug needs two writers and we have one, so outside our image an old release is only
a warning.
"""

import sqlite3
import sys

# Before these, two connections that write or checkpoint at one moment can corrupt the file:
# see sqlite.org/wal.html, "the WAL-reset bug".
FIXED = (3, 51, 3)
FIXED_BRANCHES = {(3, 50): 7, (3, 44): 6}


def is_fixed(version: tuple[int, int, int]) -> bool:
    """Whether this release of SQLite has the mended WAL."""
    backport = FIXED_BRANCHES.get(version[:2])
    return version >= FIXED or (backport is not None and version[2] >= backport)


def main() -> int:
    """Judge the SQLite that this Python uses; 1 if the bug is in it."""
    if is_fixed(sqlite3.sqlite_version_info):
        return 0
    sys.stderr.write(
        f"SQLite {sqlite3.sqlite_version} has the WAL-reset bug, which can corrupt a database. "
        "Use 3.51.3 or newer (or 3.50.7, or 3.44.6).\n"
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
