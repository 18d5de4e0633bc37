"""Towns: found in any script and without the network; what is no town is none.

Not here: what is asked when several have the name (test_program.py).
"""

import pytest

from handlers.towns import find_towns, name_country


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("Tallinn", "Europe/Tallinn"),
        (" таллин ", "Europe/Tallinn"),
        ("TARTU", "Europe/Tallinn"),
        ("Põlva", "Europe/Tallinn"),
        ("Otepää", "Europe/Tallinn"),
        ("Санкт-Петербург", "Europe/Moscow"),
        ("東京", "Asia/Tokyo"),
        ("São  Paulo", "America/Sao_Paulo"),
        ("europe/riga", "Europe/Riga"),
        ("utc", "UTC"),
    ],
)
async def test_a_town_is_found_as_its_people_write_it(said: str, zone: str) -> None:
    assert [town.zone for town in await find_towns(said)] == [zone]


async def test_accents_need_not_be_typed() -> None:
    assert [town.name for town in await find_towns("Parnu")] == ["Pärnu"]


@pytest.mark.parametrize(
    ("said", "called"),
    [("tallinn", "Tallinn"), ("ТАЛЛИН", "Таллин"), ("parnu", "Pärnu"), ("europe/riga", "")],
)
async def test_a_town_keeps_its_script_and_gets_its_proper_spelling(said: str, called: str) -> None:
    assert [town.called for town in await find_towns(said)] == [called]


async def test_several_towns_of_a_name_come_the_largest_first_one_for_each_zone() -> None:
    towns = await find_towns("Springfield")
    assert len(towns) > 2
    assert len({town.zone for town in towns}) == len(towns)
    assert towns == sorted(towns, key=lambda town: -town.population)


@pytest.mark.parametrize(
    "said", ["", "Atlantis-sur-Mer", "((((", '"', "\\u0041", "x" * 300, "../../etc/passwd"]
)
async def test_what_is_no_town_is_none(said: str) -> None:
    assert await find_towns(said) == []


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("ZA", "en", "South Africa"),
        ("ZA", "ru", "Южно-Африканская Республика"),
        ("EE", "et", "Eesti"),
        ("XK", "en", "Kosovo"),
        ("EE", "xx-lengthened", "Estonia"),
        ("", "en", ""),
        ("??", "en", ""),
    ],
)
def test_a_country_is_named_in_the_readers_language(code: str, language: str, name: str) -> None:
    assert name_country(code, language) == name
