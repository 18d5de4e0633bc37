"""The owner's short answers: given at once, written and changed by managers.

Not here: what no answer settles (letters.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from loyalty.answers import (
    KINDS,
    LONGEST_ANSWER,
    LONGEST_TRIGGER,
    MOST_TRIGGERS,
    Photo,
    ShortAnswer,
    find_answer,
)
from loyalty.own_words import OwnWords
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.refusals import AnswerGone, Refused, TriggersUnfit, WordsUnfit
from loyalty.use_cases.staff.authority import require_manager


@dataclass(frozen=True, slots=True)
class FindAnswer:
    """What somebody asks may have its answer already."""

    database: Database

    async def __call__(self, text: str) -> ShortAnswer | None:
        """None when no trigger word stands in the text."""
        return await self.database.read(lambda tx: find_answer(text, tx.answers.find_all()))


@dataclass(frozen=True, slots=True)
class ReadAnswers:
    """All short answers, for whoever writes them."""

    database: Database

    async def __call__(self, person: Person) -> Sequence[ShortAnswer]:
        """In their order. Raises Refused(NotManager)."""

        def body(tx: Transaction) -> Sequence[ShortAnswer]:
            require_manager(tx, person)
            return tx.answers.find_all()

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class KeepAnswer:
    """A manager writes an answer, in one language."""

    database: Database

    async def __call__(
        self, person: Person, kind: str, text: str, *, language: str, triggers: Sequence[str],
        photo: Photo | None,
    ) -> ShortAnswer:  # fmt: skip
        """The answer as it is now. `triggers` are for a new one; without a photo it has none (any more).

        Raises Refused: NotManager, WordsUnfit, TriggersUnfit, AnswerGone for a kind that there is not.
        """

        def body(tx: Transaction) -> ShortAnswer:
            manager = require_manager(tx, person)
            if kind not in KINDS:
                raise Refused(AnswerGone())
            words = text.strip()
            if not 1 <= len(words) <= LONGEST_ANSWER:
                raise Refused(WordsUnfit(most=LONGEST_ANSWER, length=len(words)))
            known = tx.answers.find(kind)
            versions = {**(dict(known.words.by_language) if known else {}), language: words}
            wanted = known.triggers if known else _checked(triggers)
            answer = ShortAnswer(kind, wanted, OwnWords.of(versions), photo)
            tx.answers.keep(answer, by=manager.id)
            return answer

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class ChangeTriggers:
    """A manager says which words ask for an answer."""

    database: Database

    async def __call__(self, person: Person, kind: str, triggers: Sequence[str]) -> ShortAnswer:
        """The answer as it is now. Raises Refused: NotManager, AnswerGone, TriggersUnfit."""

        def body(tx: Transaction) -> ShortAnswer:
            manager = require_manager(tx, person)
            known = tx.answers.find(kind)
            if known is None:
                raise Refused(AnswerGone())
            answer = ShortAnswer(kind, _checked(triggers), known.words, known.photo)
            tx.answers.keep(answer, by=manager.id)
            return answer

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class DeleteAnswer:
    """It is answered by people again."""

    database: Database

    async def __call__(self, person: Person, kind: str) -> Sequence[ShortAnswer]:
        """Those that are left. Raises Refused(NotManager)."""

        def body(tx: Transaction) -> Sequence[ShortAnswer]:
            require_manager(tx, person)
            tx.answers.delete(kind)
            return tx.answers.find_all()

        return await self.database.write(body)


def _checked(triggers: Sequence[str]) -> tuple[str, ...]:
    if not 1 <= len(triggers) <= MOST_TRIGGERS or any(len(word) > LONGEST_TRIGGER for word in triggers):
        raise Refused(TriggersUnfit(most=MOST_TRIGGERS, longest=LONGEST_TRIGGER))
    return tuple(triggers)
