"""The owner's list of what is asked about, one at a time.

Not here: whose turn it is (loyalty/responses.py), and switching it on (switching.py).
"""

from dataclasses import dataclass

from loyalty.campaigns import CampaignKind
from loyalty.ids import AspectId
from loyalty.own_words import OwnWords
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.refusals import AspectGone, LastAspect, Refused, TooManyAspects, WordsUnfit
from loyalty.responses import LONGEST_ASPECT, MOST_ASPECTS, Aspect
from loyalty.use_cases.listening.switching import ListeningFacts, listening_of
from loyalty.use_cases.staff.authority import require_owner


@dataclass(frozen=True, slots=True)
class NamedAspect:
    """Which one it is, and the list as it is then."""

    id: AspectId
    listening: ListeningFacts
    listed: bool
    """It was to be a new one, and is on the list already in every language of the cafe: nothing was added."""


@dataclass(frozen=True, slots=True)
class NameAspect:
    """One more to ask about, or another name for one, language by language."""

    database: Database

    async def __call__(
        self, person: Person, aspect_id: AspectId | None, language: str, text: str
    ) -> NamedAspect:
        """None: a new one, unless the list has it under this name. In the main language a name begins anew.

        Raises Refused: NotOwner, WordsUnfit, AspectGone, TooManyAspects.
        """

        def body(tx: Transaction) -> NamedAspect:
            require_owner(tx, person)
            if not 1 <= len(text) <= LONGEST_ASPECT:
                raise Refused(WordsUnfit(most=LONGEST_ASPECT, length=len(text)))
            if aspect_id is not None:
                return NamedAspect(_rename(tx, aspect_id, language, text), listening_of(tx), listed=False)
            known = _find_named(tx, language, text)
            named = _add(tx, language, text) if known is None else known.id
            facts = listening_of(tx)
            spoken = set() if known is None else {said for said, _ in known.name.by_language}
            return NamedAspect(named, facts, listed=spoken >= set(facts.languages))

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class TakeAspectOff:
    """It is asked about no more; its answers stay."""

    database: Database

    async def __call__(self, person: Person, aspect_id: AspectId) -> ListeningFacts:
        """Again changes nothing. Raises Refused: NotOwner; LastAspect for the last one while they are on."""

        def body(tx: Transaction) -> ListeningFacts:
            require_owner(tx, person)
            others = [one for one in tx.aspects.find_asked() if one.id != aspect_id]
            if not others and tx.campaigns.find_on(CampaignKind.ASPECT):
                raise Refused(LastAspect())
            tx.aspects.take_off(aspect_id)
            return listening_of(tx)

        return await self.database.write(body)


def _find_named(tx: Transaction, language: str, text: str) -> Aspect | None:
    asked = tx.aspects.find_asked()
    return next((one for one in asked if dict(one.name.by_language).get(language) == text), None)


def _add(tx: Transaction, language: str, text: str) -> AspectId:
    if len(tx.aspects.find_asked()) >= MOST_ASPECTS:
        raise Refused(TooManyAspects(MOST_ASPECTS))
    return tx.aspects.add(OwnWords.of({language: text}))


def _rename(tx: Transaction, aspect_id: AspectId, language: str, text: str) -> AspectId:
    aspect: Aspect | None = tx.aspects.find(aspect_id)
    if aspect is None or not aspect.asked:
        raise Refused(AspectGone())
    main = tx.programs.get_current().rules.language
    kept = {} if language == main else dict(aspect.name.by_language)
    tx.aspects.rename(aspect_id, OwnWords.of({**kept, language: text}))
    return aspect_id
