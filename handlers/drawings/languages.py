"""Which language to speak, and which of the cafe's own sentences can't be used.

Not here: the sentences themselves (locales/, overlay.py).
"""

from handlers import callbacks
from handlers.outgoing import Button, OutgoingMessage, Rows
from handlers.texts import Html, Words
from loyalty.notices import TextsFaulty

_IN_A_ROW = 2


def place_languages(words: Words) -> Rows:
    """A button for each language but the one that is spoken, called as it calls itself."""
    buttons = [
        Button(name, callbacks.Speak(language=language).pack())
        for language, name in words.language_names.items()
        if language != words.language
    ]
    return tuple(tuple(buttons[start : start + _IN_A_ROW]) for start in range(0, len(buttons), _IN_A_ROW))


def draw_language_question(words: Words) -> OutgoingMessage:
    """/language: which one?"""
    return OutgoingMessage(words.say("language-ask"), place_languages(words))


def say_other_languages(words: Words) -> Html | None:
    """One line for a screen that can't hold buttons; None when we speak but one language."""
    others = [name for language, name in words.language_names.items() if language != words.language]
    return words.say("language-others", languages=" · ".join(others)) if others else None


def draw_text_problems(faulty: TextsFaulty, words: Words) -> OutgoingMessage:
    """What the owner has to mend, a line each."""
    lines = [_word_problem(line, words) for line in faulty.lines.splitlines()]
    if faulty.more:
        lines.append(words.say("text-problems-more", more=faulty.more))
    return OutgoingMessage(words.say("notice-texts-faulty", lines=Html("\n".join(lines))))


def _word_problem(line: str, words: Words) -> Html:
    language, name, reason = line.split(" ", 2)
    return words.say("text-problem", language=language, name=name, reason=reason)
