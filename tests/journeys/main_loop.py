"""The main loop in any language: a stamp, its undo, a full card, the coffee; and what all screens held.

Not here: which languages (test_languages.py, test_pseudo.py), and the details (test_stamp.py).
"""

from typing import Any

from handlers.labels import ALONE, SHARED
from tests.people import Customer, Reader, Staff
from tests.running_cafe import RunningCafe
from tests.tongues import Tongue, tongue

TELLING = 12  # so many letters of an English sentence stand in no other language by chance


async def play_main_loop(cafe: RunningCafe, reads: Tongue) -> None:
    """Everybody's phone is in this language."""
    owner = await cafe.owner("Olga", reads=reads)
    ben = await cafe.barista(owner, "Ben", reads=reads)
    anna = await cafe.customer("Anna", reads=reads)
    await _gives_and_takes_back(ben, anna, reads)
    await cafe.waits(minutes=20)
    await _fills_the_card(owner, anna)
    await cafe.waits(minutes=20)
    await _hands_the_coffee_over(ben, anna, reads)
    for key in ("button-rewards", "button-history"):
        await anna.presses(reads.label(key))
    await anna.reads("history-heading")
    await anna.says("???")
    await anna.reads("letter-passed")
    await anna.says("/nonsense")
    await anna.reads("hint-customer-buttons")
    await anna.says("/privacy")
    await anna.reads("privacy-who-sees")
    await cafe.quiet()
    for person in (owner, ben, anna):
        await judge_screens(person, reads)


async def _gives_and_takes_back(ben: Staff, anna: Customer, reads: Tongue) -> None:
    card = await ben.scans_code(await anna.shows_code())
    assert await ben.taps("+1", card) == reads.progress(stamps=1)
    await anna.reads("receipt-stamps")
    card = await ben.sees_on(card, "+1 · Ben")
    toast = await ben.chooses("button-undo", card)
    assert toast == reads.label("toast-undone", progress=reads.progress(stamps=0))
    await anna.reads("receipt-visit-undone-why")


async def _fills_the_card(owner: Staff, anna: Customer) -> None:
    await owner.types_code(await anna.shows_code(), " +6")
    await anna.reads("code-confirmed-full")
    await anna.sees("№ 3" if anna.tongue.language != "et" else "nr 3")


async def _hands_the_coffee_over(ben: Staff, anna: Customer, reads: Tongue) -> None:
    item = reads.item()
    card = await ben.types_code(await anna.shows_code())
    asked = await ben.chooses("button-hand-over", card, item=item)
    assert asked == reads.label("toast-asked", item=item)
    await anna.reads("offer-asked")
    assert await anna.chooses("button-offer-yes") == reads.label("toast-offer-agreed")
    await anna.reads("receipt-handed-over")


async def judge_screens(person: Reader, reads: Tongue) -> None:
    """Labels fit their rows, and nobody was told anything in English."""
    english = english_pieces(but_of=reads)
    for message in await person.chat():
        for row in _rows(message):
            limit = SHARED if len(row) > 1 else ALONE
            assert [label for label in row if len(label) > limit] == [], message
        if message["from"]["is_bot"] and reads.language != "en":
            text = message.get("text") or message.get("caption") or ""
            assert [piece for piece in english if piece in text] == []


def english_pieces(*, but_of: Tongue) -> list[str]:
    """What stands in an English sentence as it is, and not in that language: a command stands in both."""
    english = tongue("en")
    # What is proposed as the owner's own words becomes the owner's, in the cafe's languages only.
    keys = [key for key in english.sentences if not key.startswith("button-preset-")]
    pieces = [piece for key in keys for piece in english.pieces(key)]
    own = "\n".join(sentence.text for sentence in but_of.sentences.values())
    return [piece for piece in pieces if len(piece) >= TELLING and piece not in own]


def _rows(message: dict[str, Any]) -> list[list[str]]:
    markup = message.get("reply_markup", {})
    rows = [*markup.get("inline_keyboard", []), *markup.get("keyboard", [])]
    return [[button["text"] for button in row] for row in rows]
