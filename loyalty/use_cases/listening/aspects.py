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
class NameAspect:
    """One more to ask about, or another name for one, language by language."""

    database: Database

    async def __call__(
        self, person: Person, aspect_id: AspectId | None, language: str, text: str
    ) -> tuple[AspectId, ListeningFacts]:
        """None: a new one, unless the list has it under this name. In the main language a name begins anew.

        Raises Refused: NotOwner, WordsUnfit, AspectGone, TooManyAspects.
        """

        def body(tx: Transaction) -> tuple[AspectId, ListeningFacts]:
            require_owner(tx, person)
            if not 1 <= len(text) <= LONGEST_ASPECT:
                raise Refused(WordsUnfit(most=LONGEST_ASPECT, length=len(text)))
            named = _add(tx, language, text) if aspect_id is None else _rename(tx, aspect_id, language, text)
            return named, listening_of(tx)

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


def _add(tx: Transaction, language: str, text: str) -> AspectId:
    asked = tx.aspects.find_asked()
    for one in asked:
        if dict(one.name.by_language).get(language) == text:
            return one.id
    if len(asked) >= MOST_ASPECTS:
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
