"""The file of everything that is kept of one person: to be read by them, and the same for a machine.

Not here: reading it (loyalty/use_cases/customers/privacy.py).
"""

import dataclasses
import html
import json
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Final, get_args

from handlers.dates import say_day
from handlers.drawings.phrases import say_progress, say_worth
from handlers.notices import word_receipt
from handlers.texts import Words
from loyalty.ledger import Operation
from loyalty.own_questions import SCALE
from loyalty.own_words import OwnWords
from loyalty.privacy import KeptAnswer, KeptLetter, KeptOwnAnswer, KeptReward, MyData, OwnData
from loyalty.programs import Rules
from loyalty.receipts import ReceiptFact
from loyalty.wishes import WishState

_TAG: Final = re.compile(r"<[^<>]*>")
_RULES_OF_A_CARD: Final = (
    "cafe", "language", "second_language", "zone", "day_begins", "collects", "currency", "earn_percent",
    "spend_percent", "minimum_bill", "goal", "stamp_for", "item", "reward_at_once", "posts_a_week",
    "responsible",
)  # fmt: skip
"""What says how a card of this cafe works. Not from which number on somebody is asked or looks."""


def write_my_data(mine: MyData, words: Words) -> str:
    """In the person's language, one line a thing, times by the cafe's clock."""
    at = _when(mine.at, words)
    parts = [[words.plain("mydata-heading", cafe=mine.cafe, at=at)]]
    if mine.role is not None:
        parts.append([words.plain("mydata-work", name=mine.staff_name, role=mine.role.value)])
    if mine.data is None:
        parts.append([words.plain("mydata-nothing")])
    else:
        parts += _sections(mine, mine.data, words)
    parts.append([words.plain("mydata-elsewhere")])
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def encode_my_data(mine: MyData) -> str:
    """The same as JSON: field by field, times in ISO 8601."""
    return json.dumps(_plain(mine), ensure_ascii=False, indent=2) + "\n"


def _sections(mine: MyData, data: OwnData, words: Words) -> list[list[str]]:
    return [
        _person(data, words),
        _card(mine, words),
        _listed(words, "mydata-rewards", [
            words.plain(
                "mydata-reward", item=_reward(one, words), state=one.state.value,
                at=_when(one.redeemed_at or one.issued_at, words),
            )
            for one in data.rewards
        ]),
        _listed(words, "mydata-operations", [_operation(one, words) for one in mine.operations]),
        _listed(words, "mydata-visits", [
            words.plain(
                "mydata-visit", at=_when(one.opened_at, words), state=one.state.value,
                stamps=one.stamps, by=one.by,
            )
            for one in data.visits
        ]),
        _listed(words, "mydata-letters", [_letter(one, words) for one in data.letters]),
        _listed(words, "mydata-consents", [
            words.plain(
                "mydata-consent", at=_when(one.at, words), purpose=one.purpose,
                given="yes" if one.given else "no",
            )
            for one in data.consents
        ]),
        _tickets(data, words),
        *_sent(mine, data, words),
        _listed(words, "mydata-refusals", [
            words.plain("mydata-refusal", at=_when(one.at, words), kind=one.kind) for one in data.refusals
        ]),
    ]  # fmt: skip


def _tickets(data: OwnData, words: Words) -> list[str]:
    said = {None: "nothing", True: "yes", False: "no"}
    return _listed(words, "mydata-tickets", [
        words.plain(
            "mydata-ticket", at=_when(one.at, words), cause=one.cause.value,
            state=(one.outcome or one.state).value, agreed=said[one.agreed],
        )
        for one in data.tickets
    ])  # fmt: skip


def _sent(mine: MyData, data: OwnData, words: Words) -> list[list[str]]:
    """What may be sent, what was asked, and what was sent."""
    return [
        _listed(words, "mydata-wishes", _wishes(mine, data, words)),
        _listed(words, "mydata-questions", [
            words.plain(
                "mydata-question", at=_when(one.at, words), kind=one.kind.value, state=one.state.value
            )
            for one in data.questions
        ]),
        _listed(words, "mydata-answers", [_answer(one, words) for one in data.answers]),
        _listed(words, "mydata-own-answers", [_own_answer(one, words) for one in data.own_answers]),
        _listed(words, "mydata-messages", [
            words.plain(
                "mydata-message", at=_when(one.at, words), kind=one.kind.value,
                muted="yes" if one.muted else "no",
            )
            for one in data.messages
        ]),
    ]  # fmt: skip


def _wishes(mine: MyData, data: OwnData, words: Words) -> list[str]:
    """Each purpose as /messages has it, with the moment at which something was said of it."""
    said = {one.purpose: one for one in data.wishes}
    lines = []
    for purpose, on in mine.may_send.items():
        wish, yes = said.get(purpose), "yes" if on else "no"
        if wish is None:
            lines.append(words.plain("mydata-wish-unsaid", purpose=purpose.value, on=yes))
            continue
        state = "muted" if wish.state is WishState.MUTED else yes
        at = _when(wish.changed_at, words)
        lines.append(words.plain("mydata-wish", at=at, purpose=purpose.value, state=state))
    return lines


def _letter(letter: KeptLetter, words: Words) -> str:
    """The words stand beside the sentence, which holds no more than 2,500 letters of them."""
    by = letter.by or words.plain("mydata-you")
    said = letter.text or words.plain("mydata-content", content=letter.content.value)
    return f"{words.plain('mydata-letter', at=_when(letter.at, words), by=by)}: {said}"


def _answer(answer: KeptAnswer, words: Words) -> str:
    what = words.plain("mydata-recommend") if answer.aspect is None else words.own(answer.aspect)
    reason = answer.reason
    if answer.content is not None and not reason:
        reason = words.plain("mydata-content", content=answer.content.value)
    # Beside the sentence too.
    line = words.plain("mydata-answer", at=_when(answer.at, words), what=what, score=str(answer.score))
    said = f"{line} · {reason}" if reason else line
    if answer.praised_at is None:
        return said
    passed = words.plain("mydata-praise", by=answer.praised, at=_when(answer.praised_at, words))
    return f"{said}\n{passed}"


def _own_answer(kept: KeptOwnAnswer, words: Words) -> str:
    """Question and answer stand beside the sentence, which holds no more than so many letters of them."""
    said = kept.text
    if kept.choice is not None:
        said = words.own(kept.choice)
    if kept.scale is not None:
        said = words.plain("mydata-own-scale", number=str(kept.scale), most=str(SCALE[-1]))
    return f"{words.plain('mydata-own-answer', at=_when(kept.at, words))} · {kept.question}: {said}"


def _person(data: OwnData, words: Words) -> list[str]:
    lines = [words.plain("mydata-person"), words.plain("mydata-name", name=data.name)]
    lines += [words.plain("mydata-identity", kind=one.kind, id=one.external_id) for one in data.identities]
    language = data.chosen_language or data.phone_language
    lines.append(words.plain("mydata-language", language=words.language_names.get(language, language)))
    lines.append(words.plain("mydata-joined", at=_when(data.joined_at, words)))
    if data.source:
        lines.append(words.plain("mydata-source", source=data.source))
    if data.birthday is not None and data.birthday_given_at is not None:
        day, at = say_day(data.birthday, words.language), _when(data.birthday_given_at, words)
        lines.append(words.plain("mydata-birthday", day=day, at=at))
    elif data.birthday_given_at is not None:
        lines.append(words.plain("mydata-birthday-deleted", at=_when(data.birthday_given_at, words)))
    if data.frozen_at is not None:
        lines.append(words.plain("mydata-frozen", at=_when(data.frozen_at, words)))
    return lines


def _card(mine: MyData, words: Words) -> list[str]:
    if mine.card is None:
        return [words.plain("mydata-card")]
    lines = [words.plain("mydata-card")]
    if mine.card.rules.gives_stamps or mine.card.stamps:
        lines.append(say_progress(words, stamps=mine.card.stamps, goal=mine.card.goal))
    if mine.card.rules.gives_points or mine.card.points:
        lines.append(say_worth(words, mine.card.points, mine.card.rules.currency))
    return lines


def _reward(reward: KeptReward, words: Words) -> str:
    item = words.own(reward.item)
    return item if reward.until is None else words.plain("reward-until", reward=item, until=reward.until)


def _listed(words: Words, heading: str, lines: Sequence[str]) -> list[str]:
    return [words.plain(heading), *(lines or [words.plain("mydata-none")])]


def _operation(operation: Operation, words: Words) -> str:
    line = html.unescape(_TAG.sub("", word_receipt(operation, words)))
    return words.plain("mydata-operation", at=_when(operation.created_at, words), receipt=line)


def _when(moment: datetime, words: Words) -> str:
    return words.plain("mydata-when", day=moment.date(), time=f"{moment:%H:%M}")


def _plain(value: object) -> object:
    match value:
        case OwnWords():
            return dict(value.by_language)
        case Enum():
            return value.value
        case datetime() | date():
            return value.isoformat()
        case Rules():  # without the limits: who knows them knows when nobody looks
            return {name: _plain(getattr(value, name)) for name in _RULES_OF_A_CARD}
        case Mapping():
            return {str(key): _plain(one) for key, one in value.items()}
        case tuple() | list():
            return [_plain(one) for one in value]
        case _ if dataclasses.is_dataclass(value):
            fields = {one.name: _plain(getattr(value, one.name)) for one in dataclasses.fields(value)}
            return {"is": type(value).__name__, **fields} if type(value) in get_args(ReceiptFact) else fields
        case _:
            return value
