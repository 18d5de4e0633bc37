"""How an owner switches on what goes out by itself, by what is visible on the screens.

Not here: tests.
"""

from tests.people import Staff
from tests.running_cafe import reads_after
from tests.tongues import Tongue

CAKES = {"en": "A slice of cake", "ru": "Кусок торта", "et": "Tükk kooki"}


async def switches_on(owner: Staff, kind: str, reads: Tongue, *, cake: str = "", text: str = "") -> None:
    """The page, the own words, what it brings; and on, once everything was read."""
    await owner.says("/campaigns")
    page = await owner.reads("runs-heading")
    await owner.chooses("button-standing-list", page)
    await owner.chooses("button-standing", page, kind=kind, on="no")
    if text:
        own = reads.words.language_names[reads.language]
        await owner.chooses("button-standing-words", page, language=own)
        await owner.reads("standing-ask-words")
        await owner.says(text)
        kept = await owner.reads("standing-kept")
        page = await reads_after(owner, "standing-one", kept)
    if cake:
        await owner.chooses("button-standing-gift", page)
        await owner.chooses("button-gift-own", page)
        await owner.reads("standing-ask-gift")
        await owner.says(cake)
        if reads.language != "en":
            await owner.sees("English")
            await owner.says(CAKES["en"])
        kept = await owner.reads("standing-kept-gift")
        page = await reads_after(owner, "standing-gift", kept)
        await owner.chooses("button-standing-back", page)
    await owner.chooses("button-standing-read", page)
    await owner.reads("standing-read")
    await owner.chooses("button-standing-on", page)
