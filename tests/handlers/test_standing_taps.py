"""What the owner taps about what goes out by itself: old and forged buttons, and questions that are left.

Not here: its pages (test_standing_page.py), and when it goes out (tests/use_cases).
"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.sandbox.person import Person
from handlers import callbacks
from handlers.callbacks.standing import STANDING
from loyalty.campaigns import CampaignKind
from tests.counter import ANNA, secret_of
from tests.handlers.composer import anna_writes, open_friday, says
from tests.handlers.desk import Desk, tap_by
from tests.use_cases.drafting import ZOE

OF_ONE_KIND = [one for one in STANDING if "kind" in one.model_fields]
BY_HAND = (CampaignKind.BROADCAST, CampaignKind.RECURRING)


@pytest.fixture
async def desk(staffed_file: Path, tmp_path: Path) -> AsyncIterator[Desk]:
    """Friday, half past two; Mia and Leo were here, and want offers."""
    async with open_friday(staffed_file, tmp_path) as desk:
        yield desk


async def anna_is_here(desk: Desk) -> Person:
    anna = await desk.joins(ANNA)
    await desk.handles_all()
    return anna


async def anna_taps(desk: Desk, *buttons: CallbackData) -> None:
    for one in buttons:
        await desk.handles(callback_query=tap_by(ANNA, one.pack()))


async def test_another_owners_draft_is_out_of_reach_of_these_buttons(desk: Desk) -> None:
    await desk.cafe.open_invite(ZOE, secret_of(await desk.cafe.make_owner_link()))
    await anna_writes(desk)
    kept = "SELECT c.kind, c.state, p.text FROM campaigns c JOIN posts p ON p.campaign_id = c.id"
    before = desk.cafe.rows(kept)
    for kind in BY_HAND:
        forged = callbacks.TakeUsualWords(kind=CampaignKind.WELCOME, sure=True).pack()
        forged = forged.replace(CampaignKind.WELCOME.value, kind.value)
        await desk.handles(callback_query=tap_by(ZOE, forged))
    assert desk.cafe.rows(kept) == before == [("broadcast", "draft", "Fresh buns until six")]


@pytest.mark.parametrize("button", OF_ONE_KIND, ids=lambda one: one.__name__)
@pytest.mark.parametrize("kind", BY_HAND)
def test_no_button_of_a_standing_campaign_names_a_post(
    button: type[CallbackData], kind: CampaignKind
) -> None:
    more = {"language": "en", "wish": "none", "days": 3, "sure": True, "on": True}
    fields = {name: value for name, value in more.items() if name in button.model_fields}
    made = button(kind=CampaignKind.WELCOME, **fields).pack()
    assert button.unpack(made)
    with pytest.raises(ValueError, match="by itself"):
        button.unpack(made.replace(":welcome", f":{kind.value}"))


async def test_a_sticker_is_no_words_and_no_receipt_is_spoken_of(desk: Desk) -> None:
    anna = await anna_is_here(desk)
    await anna_taps(desk, callbacks.WriteStandingWords(kind=CampaignKind.WIN_BACK, language="en"))
    await anna.sends_sticker()
    await desk.handles_all()
    said = await anna.sees("Only text, please")
    assert "receipt" not in said["text"]


async def test_after_a_gift_nothing_is_said_to_arrive(desk: Desk) -> None:
    anna = await anna_is_here(desk)
    wish = callbacks.SetStandingGift(kind=CampaignKind.WELCOME, wish=callbacks.GiftWish.OWN)
    await anna_taps(desk, wish)
    await says(desk, anna, "A cake")
    assert (await anna.sees("Kept."))["text"] == "Kept."
