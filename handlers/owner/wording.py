"""A wording: own words that an owner types, in one language of the cafe after the other.

Not here: what they are for (standing.py, listening.py), and the versions of a post (broadcast_questions.py).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from aiogram import Bot
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import ForceReply

from handlers.keyboards import keys_of
from handlers.middlewares.leaving import KEPT
from handlers.outgoing import OutgoingMessage
from handlers.sending import send
from handlers.texts import Words
from loyalty.ids import ChatId
from loyalty.people import Acquaintance

_LANGUAGE: Final = "wording_language"


@dataclass(frozen=True, slots=True)
class Wording:
    """One question for own words, and what is said when all of them are kept."""

    state: State
    question: str
    """The key of its sentence, which may name the language."""
    kept: str
    placeholder: str = ""
    """What stands in the field until something is typed; empty: nothing."""

    async def ask(
        self, bot: Bot, chat_id: ChatId, state: FSMContext, words: Words, language: str, *,
        about: Mapping[str, str | int | None], kept: bool = False,
    ) -> None:  # fmt: skip
        """How is it said in this language? `about`: what the conversation remembers; `kept`: others are."""
        await state.set_state(self.state)
        await state.update_data(dict(about))
        await expect(state, language, kept=kept)
        name = words.language_names.get(language, language)
        example = words.plain(self.placeholder) if self.placeholder else None
        reply = ForceReply(selective=True, input_field_placeholder=example)
        await send(bot, chat_id, OutgoingMessage(words.say(self.question, language=name)), keyboard=reply)

    async def end(
        self, bot: Bot, chat_id: ChatId, state: FSMContext, acquaintance: Acquaintance, words: Words
    ) -> None:
        """All is kept: the keyboard is as before."""
        await state.set_state(None)
        said = OutgoingMessage(words.say(self.kept), keyboard=keys_of(acquaintance, words))
        await send(bot, chat_id, said)


async def expect(state: FSMContext, language: str, *, kept: bool) -> None:
    """What is typed next is in this language."""
    await state.update_data({_LANGUAGE: language, KEPT: kept})


async def expected(state: FSMContext) -> str:
    """In which language what was typed is."""
    return str((await state.get_data())[_LANGUAGE])


def find_next(language: str, languages: Sequence[str]) -> str | None:
    """In which of the cafe's languages to ask next; None: that was the last one, or it is none any more."""
    further = languages[languages.index(language) + 1 :] if language in languages else ()
    return next(iter(further), None)
