"""Pictures of cards and codes on their way: uploaded once, and not needed to understand the message.

Not here: how they look (test_pictures.py).
"""

from tests.counter import MIA
from tests.handlers.desk import Desk


async def test_a_card_without_its_picture_is_complete_as_text(desk: Desk) -> None:
    mia = await desk.joins(MIA)
    await desk.breaks("server_error", method="sendPhoto", times=1)
    await desk.handles_all()
    card = await mia.sees("Your card: 0 of 6")
    assert "photo" not in card


async def test_a_picture_is_uploaded_once_and_known_afterwards(desk: Desk) -> None:
    mia = await desk.joins(MIA)
    await mia.says("My card")
    await desk.handles_all()
    first, second = await desk.calls("sendPhoto")
    assert first["params"]["photo"]["file"] < 60_000
    assert isinstance(second["params"]["photo"], str)


async def test_a_picture_that_telegram_has_forgotten_is_uploaded_anew(desk: Desk) -> None:
    mia = await desk.joins(MIA)
    with desk.cafe.raw() as connection:
        connection.execute("INSERT INTO sent_files VALUES (123456, 'card:6:0:v1', 'forgotten', 0)")
    await desk.handles_all()
    assert "photo" in await mia.sees("Your card: 0 of 6")


async def test_a_code_without_its_qr_works_as_text(desk: Desk) -> None:
    mia = await desk.joins(MIA)
    await desk.handles_all()
    await desk.breaks("server_error", method="sendPhoto", times=1)
    await mia.presses("Stamp me")
    await desk.handles_all()
    await mia.sees("Show this to the barista")
    assert desk.cafe.rows("SELECT kind FROM screens WHERE kind LIKE 'code%'") == [("code",)]


async def test_the_messages_of_a_code_are_remembered(desk: Desk) -> None:
    mia = await desk.joins(MIA)
    await mia.says("Stamp me")
    await desk.handles_all()
    text, picture = await mia.sees("Show this to the barista"), await mia.sees("the barista can scan this")
    assert desk.cafe.rows("SELECT kind, message_id FROM screens WHERE kind LIKE 'code%' ORDER BY id") == [
        ("code", text["message_id"]),
        ("code_picture", picture["message_id"]),
    ]
