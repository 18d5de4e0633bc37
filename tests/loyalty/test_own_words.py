"""The owner's own words, and who may do what.

Not here: the project's own words.
"""

import pytest

from loyalty.own_words import OwnWords
from loyalty.people import Role


def test_own_words_fall_back_to_the_language_they_were_written_in() -> None:
    words = OwnWords.of({"de": "Gratis-Kaffee", "en": "Free coffee"})
    assert words.said_in("en") == "Free coffee"
    assert words.said_in("uk") == "Gratis-Kaffee"


def test_own_words_need_a_language() -> None:
    with pytest.raises(ValueError, match="at least one language"):
        OwnWords(())


def test_rights_rise_from_barista_to_owner() -> None:
    assert Role.OWNER.covers(Role.BARISTA)
    assert Role.MANAGER.covers(Role.MANAGER)
    assert not Role.BARISTA.covers(Role.MANAGER)
