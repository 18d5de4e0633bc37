"""What the address of a PostgreSQL server must be like, so that none of its password is taken for a host.

Not here: the settings themselves (settings.py), and whether somebody answers there (server.py).
"""

import re
from typing import Final
from urllib.parse import urlsplit

MISSHAPEN: Final = (
    "DATABASE_URL must look like postgresql://name:password@host:5432/database; signs that mean something in "
    "an address are written otherwise in the password: @ is %40, / is %2F, % is %25, # is %23, ? is %3F."
)
_SCHEMES: Final = ("postgresql", "postgres")
_HOST: Final = r"(?:\[[0-9A-Fa-f:.]+\]|[^:@\[\]]*)(?::[0-9]{1,5})?"
_HOSTS: Final = re.compile(f"{_HOST}(?:,{_HOST})*")
# libpq repeats what it can't read, and that would be the password.
_ODD_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})|%00")


def judge_server_url(address: str) -> str | None:
    """Why it can't be the address of a server, None when it can."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return MISSHAPEN
    _, _, hosts = parts.netloc.rpartition("@")
    is_odd = (
        parts.scheme not in _SCHEMES
        or not address.startswith(f"{parts.scheme}://")
        or any(letter.isspace() for letter in address)
        or bool(_ODD_PERCENT.search(address))
        or not _HOSTS.fullmatch(hosts)
        # Behind a / or a ? it belongs to a password in which these were not written otherwise.
        or parts.netloc.count("@") > 1
        or "@" in parts.path + parts.query
        or "#" in address
    )
    return MISSHAPEN if is_odd else None
