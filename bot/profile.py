"""What Telegram shows of the bot: name, descriptions, commands by chat and language; only changes are told.

Not here: which commands are whose (handlers/commands.py) and the words (handlers/locales).
"""

import hashlib
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramRetryAfter
from aiogram.methods import (
    DeleteMyCommands,
    SetMyCommands,
    SetMyDescription,
    SetMyName,
    SetMyShortDescription,
    TelegramMethod,
)
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeUnion,
)

from handlers import commands
from handlers.drawings.phrases import name_item
from handlers.names import shortened
from handlers.telegram_errors import classify, passes_by_itself
from handlers.texts import Texts, Words
from loyalty.programs import Rules
from loyalty.use_cases.house.profile import KeepSaid, ProfileFacts, ReadProfile

_log = structlog.get_logger(__name__)

MOST_A_TICK: Final = 8
"""Changes in one go: new menus for everybody must not push messages aside."""
NAME: Final = 64
DESCRIPTION: Final = 512
SHORT_DESCRIPTION: Final = 120
"""Characters (Bot API)."""
_IN_A_CHAT: Final = "commands:chat:"
_TWO_LETTERS: Final = 2  # language codes that Telegram takes


@dataclass(slots=True)
class BotProfile:
    """A step of the metronome. Telegram takes some of these a few times a day: what it refuses waits."""

    bot: Bot
    texts: Texts
    read: ReadProfile
    keep: KeepSaid
    _rest_until: dict[str, float] = field(default_factory=dict)
    """By method, monotonic: when Telegram lets us ask again."""

    async def __call__(self) -> None:
        """Tell Telegram what it does not know yet, a few things a time."""
        facts = await self.read(self.bot.id)
        asked = 0
        for key, method in self._changes(facts):
            if asked == MOST_A_TICK:
                return
            kind = type(method).__name__
            if self._rest_until.get(kind, 0.0) > time.monotonic():
                continue
            asked += 1
            await self._tell(key, kind, method)

    async def _tell(self, key: str, kind: str, method: TelegramMethod[bool]) -> None:
        try:
            await self.bot(method)
        except TelegramRetryAfter as error:
            self._rest_until[kind] = time.monotonic() + error.retry_after
            _log.info("profile_waits", what=key, seconds=error.retry_after)
            return
        except TelegramAPIError as error:
            fault = classify(error)
            _log.info("profile_not_set", what=key, fault=fault.name)
            if passes_by_itself(fault):
                return  # else asking again would not help: it is left until it changes
        taken_away = isinstance(method, DeleteMyCommands)
        await self.keep(self.bot.id, key, None if taken_away else _hash(method))

    def _changes(self, facts: ProfileFacts) -> Iterator[tuple[str, TelegramMethod[bool]]]:
        wanted = dict(self._wanted(facts))
        for key, method in wanted.items():
            if facts.said.get(key) != _hash(method):
                yield key, method
        for key in facts.said:
            if key.startswith(_IN_A_CHAT) and key not in wanted:
                chat_id = int(key.removeprefix(_IN_A_CHAT))
                yield key, DeleteMyCommands(scope=BotCommandScopeChat(chat_id=chat_id))

    def _wanted(self, facts: ProfileFacts) -> Iterator[tuple[str, TelegramMethod[bool]]]:
        """Menus of single chats first: somebody waits for those."""
        rules = facts.rules
        main = self._words(rules)
        for staff in facts.staff:
            words = self._words(rules, staff.chosen_language or "", staff.language)
            offered = commands.of_staff(staff.role, rules.collects)
            yield _menu(f"{_IN_A_CHAT}{staff.telegram_id}", offered, words, staff.telegram_id)
        for till in facts.tills:
            words = self._words(rules, till.language)
            yield _menu(f"{_IN_A_CHAT}{till.telegram_id}", commands.TILL, words, till.telegram_id)
        if facts.staff_chat is not None:
            chat_id = facts.staff_chat.chat_id
            yield _menu(f"{_IN_A_CHAT}{chat_id}", commands.STAFF_CHAT, main, chat_id)
        if rules.set_up:  # before that the name may be BotFather's, and nobody has said what a card gives
            yield "name:", SetMyName(name=shortened(rules.cafe, NAME))
        for code, words in (("", main), *self._by_language()):
            yield from _for_everybody(code, words, rules)

    def _by_language(self) -> list[tuple[str, Words]]:
        codes = [code for code in self.texts.languages if len(code) == _TWO_LETTERS]
        return [(code, self.texts.in_language(code)) for code in codes]

    def _words(self, rules: Rules, *wishes: str) -> Words:
        return self.texts.in_language(self.texts.choose(*wishes, rules.language)).where(rules.collects)


def _for_everybody(code: str, words: Words, rules: Rules) -> Iterator[tuple[str, TelegramMethod[bool]]]:
    """What people see whose phone is in this language; without a code: in any that we don't speak."""
    words = words.where(rules.collects)
    private, groups = BotCommandScopeAllPrivateChats(), BotCommandScopeAllGroupChats()
    yield f"commands:private:{code}", _set_commands(commands.CUSTOMER, words, private, code)
    yield f"commands:groups:{code}", _set_commands(commands.GROUPS, words, groups, code)
    if not rules.set_up:
        return
    item = name_item(words, rules.item)
    long = words.plain("bot-description", cafe=rules.cafe, goal=rules.goal, item=item)
    short = words.plain("bot-short-description", cafe=rules.cafe)
    yield (
        f"description:{code}",
        SetMyDescription(description=shortened(long, DESCRIPTION), language_code=code or None),
    )
    yield (
        f"short:{code}",
        SetMyShortDescription(
            short_description=shortened(short, SHORT_DESCRIPTION), language_code=code or None
        ),
    )


def _menu(key: str, offered: tuple[str, ...], words: Words, chat_id: int) -> tuple[str, TelegramMethod[bool]]:
    return key, _set_commands(offered, words, BotCommandScopeChat(chat_id=chat_id), "")


def _set_commands(
    offered: tuple[str, ...], words: Words, scope: BotCommandScopeUnion, code: str
) -> TelegramMethod[bool]:
    menu = [BotCommand(command=one, description=commands.describe(one, words)) for one in offered]
    return SetMyCommands(commands=menu, scope=scope, language_code=code or None)


def _hash(method: TelegramMethod[bool]) -> str:
    return hashlib.sha256(method.model_dump_json(exclude_none=True).encode()).hexdigest()[:32]
