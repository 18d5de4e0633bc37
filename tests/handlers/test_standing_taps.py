"""What the owner taps about what goes out by itself: old and forged buttons, and questions that are left.

Not here: its pages (test_standing_page.py), and when it goes out (tests/use_cases).
"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.sandbox.person import Person
from handlers import callbacks
from handlers.callbacks import GiftWish
from handlers.callbacks.standing import STANDING
from loyalty.campaigns import CampaignKind
from loyalty.standing import FIRST_TERMS
from tests.counter import ANNA, secret_of
from tests.handlers.composer import anna_writes, open_friday, says, taps
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
    assert button.unpack(made).pack() == made
    with pytest.raises(ValueError, match="by itself"):
        button.unpack(made.replace(":welcome", f":{kind.value}"))


async def test_words_that_are_typed_after_another_tap_are_not_kept(desk: Desk) -> None:
    anna, kind = await anna_is_here(desk), CampaignKind.WELCOME
    write = callbacks.WriteStandingWords(kind=kind, language="en")
    await anna_taps(desk, callbacks.OpenStanding(kind=kind), write)
    await says(desk, anna, "My own words")
    usual = callbacks.TakeUsualWords(kind=kind, sure=False), callbacks.TakeUsualWords(kind=kind, sure=True)
    await anna_taps(desk, write, *usual)
    await anna.sees("The question is over. Nothing was kept.")
    await says(desk, anna, "thanks")
    [(text,)] = desk.cafe.rows("SELECT text FROM posts WHERE language = 'en'")
    assert text not in ("thanks", "My own words")


async def test_a_gift_that_was_asked_for_may_be_picked_instead(desk: Desk) -> None:
    anna, kind = await anna_is_here(desk), CampaignKind.BIRTHDAY
    own = callbacks.SetStandingGift(kind=kind, wish=GiftWish.OWN)
    await anna_taps(desk, own, callbacks.SetStandingGift(kind=kind, wish=GiftWish.NONE))
    await anna.sees("The question is over. Nothing was kept.")
    await says(desk, anna, "Tea")
    assert desk.cafe.rows("SELECT offer FROM campaigns") == [(None,)]


async def test_one_question_about_them_takes_the_place_of_another(desk: Desk) -> None:
    anna = await anna_is_here(desk)
    own = [callbacks.SetStandingGift(kind=kind, wish=GiftWish.OWN) for kind in FIRST_TERMS][:2]
    await anna_taps(desk, *own)
    await says(desk, anna, "Tea")
    assert not [one for one in await anna.chat() if "The question is over" in one.get("text", "")]
    [(kind,)] = desk.cafe.rows("SELECT kind FROM campaigns WHERE offer IS NOT NULL")
    assert kind == own[1].kind


async def test_the_same_words_end_their_own_question_and_keep_what_was_said(desk: Desk) -> None:
    anna, kind = await anna_is_here(desk), CampaignKind.BIRTHDAY
    await desk.cafe.change_rules(ANNA, second_language="ru")
    await anna_taps(desk, callbacks.SetStandingGift(kind=kind, wish=GiftWish.OWN))
    await says(desk, anna, "Cake")
    await taps(desk, anna, "The same words")
    await anna.sees("Done.")
    await says(desk, anna, "Tea")
    [(offer,)] = desk.cafe.rows("SELECT offer FROM campaigns")
    assert "Cake" in str(offer)
    assert "Tea" not in str(offer)


async def test_old_same_words_of_another_gift_claim_to_keep_nothing(desk: Desk) -> None:
    anna, same = await anna_is_here(desk), callbacks.KeepSameGift(kind=CampaignKind.BIRTHDAY)
    await anna_taps(desk, callbacks.SetStandingGift(kind=CampaignKind.WELCOME, wish=GiftWish.OWN), same)
    await anna.sees("The question is over. Nothing was kept.")
    assert not [one for one in await anna.chat() if one.get("text", "").startswith(("Kept.", "Done."))]
    await says(desk, anna, "Tea")
    assert desk.cafe.rows("SELECT kind FROM campaigns WHERE offer IS NOT NULL") == []


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
