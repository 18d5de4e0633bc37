"""The first ten minutes: from the owner link to the first practice stamp, alone, with one phone.

Not here: the terminal's part of it (tests/bot/test_setup.py), and each rule (tests/handlers/test_program.py).
"""

import pytest

from tests.people import Staff
from tests.running_cafe import RunningCafe
from tests.tongues import tongue

MOST_TAPS_AND_TEXTS = 12
SET_UP = "CAST(json_extract(rules, '$.set_up') AS TEXT) IN ('1', 'true')"


@pytest.mark.parametrize("language", ["en", "et", "ru"])
async def test_from_the_owner_link_to_the_first_stamp_in_twelve_taps_and_texts(
    cafe: RunningCafe, language: str
) -> None:
    owner = await Staff.join(cafe.http, "Maria", reads=tongue(language))
    await owner.opens(await cafe.owner_link())
    await owner.starts()
    screen = await owner.reads("setup-heading")
    assert owner.tongue.label("button-finish") in owner.buttons(screen)
    greeting = await owner.reads("staff-greeting")
    assert "/" not in greeting["text"].replace("/language", ""), "the wizard is what matters now"
    await owner.chooses("button-set-name", screen)
    await owner.reads("ask-name")
    await owner.says("Kohvik Tass")
    await owner.sees(": Kohvik Tass")
    await owner.chooses("button-set-town")
    await owner.reads("ask-town")
    await owner.says("Tartu")
    await owner.sees("Tartu (Europe/Tallinn)")
    assert owner.tongue.label("button-queue") in await owner.keyboard()
    await owner.chooses("button-finish")
    await owner.reads("setup-done")
    card = await owner.sees_card(0)
    await owner.taps("+1", card)
    await owner.reads("notice-practice")
    await owner.reads("setup-next")
    assert owner.tongue.label("button-practice") in await owner.keyboard()
    spent = owner.taps_made + owner.texts_sent
    assert spent <= MOST_TAPS_AND_TEXTS
    assert spent == 7, "START, name and town with a tap and a text each, all right, +1"
    assert cafe.rows(
        "SELECT json_extract(rules, '$.language'), json_extract(rules, '$.second_language') "
        f"FROM programs WHERE {SET_UP} ORDER BY version DESC LIMIT 1"
    ) == [(language, None if language == "en" else "en")]
    assert cafe.rows(
        "SELECT sum(stamps) FROM cards JOIN customers c ON c.id = customer_id WHERE practice = 0"
    ) == [(None,)]


async def test_the_wizard_survives_a_restart_a_sticker_and_a_town_that_is_none(cafe: RunningCafe) -> None:
    owner = await cafe.owner("Maria")
    await owner.reads("setup-heading")
    await owner.chooses("button-set-town")
    await owner.reads("ask-town")
    await cafe.stops_bot()
    await cafe.starts_bot()
    await owner.sends_sticker()
    await owner.reads("ask-text-only")
    await owner.says("Atlantis-sur-Mer")
    await owner.reads("error-zone-unknown")
    await owner.says("Viljandi")
    await owner.sees("Town: Viljandi (Europe/Tallinn)")


async def test_who_gives_stamps_leads_to_a_till_or_a_staff_chat(cafe: RunningCafe) -> None:
    owner = await cafe.owner("Maria")
    await owner.reads("setup-heading")
    await owner.chooses("button-set-who")
    who = await owner.reads("set-who")
    await owner.chooses("button-till-here", who)
    await owner.reads("invite-link-till")
    await owner.chooses("button-staff-here", who)
    await owner.reads("staff-chat-pick")
    group = await owner.presses_and_picks_chat(owner.tongue.label("button-pick-staff-chat"), title="Counter")
    await owner.reads("staff-chat-bound")
    await owner.says("/setup")
    await owner.sees("Stamps are given by you. Staff chat: Counter.")
    assert group < 0


async def test_an_all_right_that_arrives_twice_starts_once(cafe: RunningCafe) -> None:
    owner = await cafe.owner("Maria")
    screen = await owner.reads("setup-heading")
    await cafe.breaks("duplicate_update", times=1)
    await owner.chooses("button-finish", screen)
    await owner.sees_card(0)
    await cafe.quiet()
    assert cafe.rows("SELECT count(*) FROM visits WHERE state = 'open'") == [(1,)]
    assert cafe.rows(f"SELECT count(*) FROM programs WHERE {SET_UP}") == [(1,)]


async def test_rules_do_not_promise_old_cards_after_their_last_day(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    await owner.says("/setup")
    mia = await cafe.customer("Mia")
    await owner.taps("More rules")
    await cafe.quiet()
    await owner.taps("Old paper cards")
    await cafe.quiet()
    await owner.taps("Today")
    await cafe.quiet()
    await mia.says("/rules")
    await mia.sees("old paper card")
    await cafe.waits(days=2)
    await mia.says("/rules")
    await cafe.quiet()
    assert "old paper card" not in (await mia.chat())[-1]["text"]
