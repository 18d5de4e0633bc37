"""The main loop in a language that the cafe added by itself, two fifths longer than English.

Not here: the languages that we ship (test_languages.py).
"""

from pathlib import Path

from bot.own_texts import FOLDER_NAME
from tests.journeys.main_loop import play_main_loop
from tests.pseudo import LANGUAGE, LONGER, lengthen, write_pseudo
from tests.running_cafe import running_cafe
from tests.tongues import Tongue, tongue


def test_a_lengthened_sentence_is_two_fifths_longer_and_keeps_its_tags() -> None:
    text = "Nothing was entered in time, so nobody was asked."
    assert LONGER - 0.1 < len(lengthen(text)) / len(text) - 1 <= LONGER
    assert lengthen("Tap <b>&amp;</b> or /help") == "Tápp <b>&amp;</b> órr /help"


async def test_the_main_loop_in_a_language_that_lengthens(tmp_path: Path) -> None:
    write_pseudo(tmp_path / FOLDER_NAME)
    reads = Tongue(LANGUAGE, tmp_path / FOLDER_NAME)
    async with running_cafe(tmp_path) as cafe:
        await play_main_loop(cafe, reads)
    english = tongue("en")
    assert len(reads.piece("code-is-for-staff")) > 1.3 * len(english.piece("code-is-for-staff"))
