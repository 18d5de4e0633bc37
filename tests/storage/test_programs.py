"""The cafe's rules as rows, also when a version was rolled back.

Not here: who may change them.
"""

from dataclasses import replace

import pytest

from loyalty.ports import Transaction
from loyalty.programs import Rules
from storage.open_database import OpenDatabase


async def test_a_new_cafe_has_the_default_rules(database: OpenDatabase) -> None:
    program = await database.read(lambda tx: tx.programs.get_current())
    assert (program.version, program.rules) == (1, Rules())


async def test_rules_that_were_rolled_back_are_forgotten_when_their_version_comes_again(
    database: OpenDatabase,
) -> None:
    def named(cafe: str) -> Rules:
        return replace(Rules(), cafe=cafe)

    def rolled_back(tx: Transaction) -> None:
        tx.programs.add(named("Never"), by=None)
        assert tx.programs.get_current().rules.cafe == "Never"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await database.write(rolled_back)
    added = await database.write(lambda tx: tx.programs.add(named("Кав'ярня"), by=None))
    for ask in (database.write, database.read):
        assert await ask(lambda tx: tx.programs.get_current()) == added
