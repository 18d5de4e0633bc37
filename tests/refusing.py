"""How a test says that something is refused, and with which facts.

Not here: refusals in words.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from loyalty.refusals import Refusal, Refused


@contextmanager
def refused(refusal: Refusal) -> Iterator[None]:
    """What stands inside is refused with exactly these facts."""
    with pytest.raises(Refused) as caught:
        yield
    assert caught.value.refusal == refusal
