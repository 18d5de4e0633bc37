"""Letters: what a customer writes, as staff see it, and what staff answer, as the customer does.

Not here: who gets which (loyalty/use_cases/customers/letters.py).
"""

import html
import re
from dataclasses import replace
from typing import Final

from handlers import callbacks
from handlers.drawings.phrases import name_guest
from handlers.outgoing import Button, OutgoingMessage, Rows
from handlers.texts import Html, Words
from loyalty.letters import Content, LetterFacts, Reply

_TEXT: Final = 4096
_CAPTION: Final = 1024
_REPLIES: Final = 5
"""Answers that a letter names; who reads wants to know that somebody did."""
_TAG: Final = re.compile(r"<[^<>]*>")


def draw_letter(facts: LetterFacts, words: Words, *, manager: bool) -> OutgoingMessage:
    """For the cafe: who writes what, and who has answered; a reply to it goes to the customer.

    `manager`: who reads it is one, in the own chat. Nobody else reads who has complained.
    """
    letter = facts.letter
    if letter.ticket_id is not None and not manager:
        return OutgoingMessage(words.say("letter-with-managers"), caption=letter.content.is_copied)
    if facts.corrected:
        return OutgoingMessage(words.say("letter-corrected"), caption=letter.content.is_copied)
    name = name_guest(words, facts.customer_name)
    heading = words.say("letter-heading", name=name, content=letter.content.value)
    below = [_say_reply(reply, words) for reply in facts.replies[-_REPLIES:]]
    if facts.former or (letter.content is Content.TEXT and not letter.text):
        below = [words.say("letter-former" if facts.former else "letter-blanked")]
        return _message(facts, heading, below)
    if letter.ticket_id is not None:
        below.append(words.say("letter-of-ticket", number=str(letter.ticket_id)))
    if not facts.replies:
        below.append(words.say("letter-how"))
    return replace(_message(facts, heading, below), rows=_complaint(facts, words))


def draw_answer(facts: LetterFacts, words: Words) -> OutgoingMessage:
    """For the customer: who answers, and what."""
    content = facts.letter.content
    heading = words.say("answer-heading", by=facts.staff_name, content=content.value)
    return _message(facts, heading, [], after=" " if content is Content.TEXT else "\n")


def _complaint(facts: LetterFacts, words: Words) -> Rows:
    if facts.letter.ticket_id is not None:
        return ()
    mark = callbacks.MarkComplaint(letter_id=facts.letter.id).pack()
    return ((Button(words.plain("button-mark-complaint"), mark),),)


def _say_reply(reply: Reply, words: Words) -> Html:
    return words.say("letter-answer-lost" if reply.lost else "letter-answered", by=reply.by)


def _message(facts: LetterFacts, heading: Html, below: list[Html], *, after: str = "\n") -> OutgoingMessage:
    """Heading, the words as they were sent, and what stands below: as much as one message holds."""
    letter = facts.letter
    limit = _CAPTION if letter.content.is_copied else _TEXT
    taken = sum(_length(html.unescape(_TAG.sub("", line))) + 1 for line in [heading, *below])
    said = html.escape(_cut(letter.text, limit - taken), quote=False)
    above = f"{heading}{after}{said}" if said else heading
    text = "\n".join([above, *below])
    return OutgoingMessage(text, caption=letter.content.is_copied, copy_of=letter.copy_of)


def _length(text: str) -> int:
    """As Telegram counts: UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str, most: int) -> str:
    if _length(text) <= most:
        return text
    return text.encode("utf-16-le")[: 2 * (most - 1)].decode("utf-16-le", "ignore").rstrip() + "…"
