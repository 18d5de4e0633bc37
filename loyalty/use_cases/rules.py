"""The cafe's rules, read and changed by the owner.

Not here: settings of the server.
"""

from dataclasses import dataclass, replace

from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.programs import Program
from loyalty.use_cases.authority import require_owner


@dataclass(frozen=True, slots=True)
class ReadProgram:
    """The live version of the rules."""

    database: Database

    async def __call__(self) -> Program:
        """The program as it is now."""
        return await self.database.read(lambda tx: tx.programs.get_current())


@dataclass(frozen=True, slots=True)
class ChangeRules:
    """The owner changes a rule: a new version."""

    database: Database

    async def __call__(
        self, person: Person, *, cafe: str | None = None, reward_at_once: bool | None = None
    ) -> Program:
        """The program after the change; a change that changes nothing writes no version.

        Raises Refused(NotOwner).
        """

        def body(tx: Transaction) -> Program:
            owner = require_owner(tx, person)
            current = tx.programs.get_current()
            wanted = replace(
                current.rules,
                cafe=current.rules.cafe if cafe is None else cafe,
                reward_at_once=current.rules.reward_at_once if reward_at_once is None else reward_at_once,
            )
            return current if wanted == current.rules else tx.programs.add(wanted, by=owner.id)

        return await self.database.write(body)
