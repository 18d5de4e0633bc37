"""The list of short answers, and one of them, for whoever writes them.

Not here: an answer as customers get it (short_answers.py).
"""

from collections.abc import Sequence

from handlers import callbacks
from handlers.labels import ALONE
from handlers.names import shortened
from handlers.outgoing import Button, OutgoingMessage, Rows
from handlers.texts import Words
from loyalty.answers import KINDS, USUAL, ShortAnswer
from loyalty.programs import Rules


def draw_answers(answers: Sequence[ShortAnswer], words: Words) -> OutgoingMessage:
    """The usual kinds, written or not, the own ones, and room for another."""
    known = {answer.kind: answer for answer in answers}
    free = next((kind for kind in KINDS if kind not in known and kind not in USUAL), None)
    shown = [kind for kind in KINDS if kind in USUAL or kind in known]
    rows: list[tuple[Button, ...]] = [(_open(kind, known.get(kind), words),) for kind in shown]
    if free is not None:
        data = callbacks.AskTriggers(slot=KINDS.index(free)).pack()
        rows.append((Button(words.plain("button-answer-another"), data),))
    return OutgoingMessage(words.say("answers-what"), tuple(rows))


def draw_one_answer(kind: str, answer: ShortAnswer | None, words: Words, rules: Rules) -> OutgoingMessage:
    """What it says in each language of the cafe, which words ask for it, and what can be done with it."""
    slot, lines = KINDS.index(kind), [words.say("answer-name", name=name_answer(kind, answer, words))]
    languages = [one for one in (rules.language, rules.second_language) if one is not None]
    if answer is None:
        lines.append(words.say("answer-none-yet"))
    else:
        said = dict(answer.words.by_language)
        for language in languages:
            text = said.get(language) or "—"
            lines.append(words.say("answer-says", language=_name(language, words), text=text))
        lines.append(words.say("answer-asked-by", triggers=", ".join(answer.triggers)))
        if answer.photo is not None:
            lines.append(words.say("answer-has-picture"))
    return OutgoingMessage("\n\n".join(lines), _rows(slot, answer, languages, words))


def draw_deletion(kind: str, answer: ShortAnswer | None, words: Words) -> OutgoingMessage:
    """Asks once."""
    slot = KINDS.index(kind)
    yes = Button(words.plain("button-answer-delete-yes"), callbacks.DropAnswer(slot=slot, sure=True).pack())
    no = Button(words.plain("button-back"), callbacks.OpenAnswer(slot=slot).pack())
    text = words.say("answer-delete-ask", name=name_answer(kind, answer, words))
    return OutgoingMessage(text, ((yes,), (no,)), asks=True)


def name_answer(kind: str, answer: ShortAnswer | None, words: Words) -> str:
    """What it is about: the usual ones have names, an own one is called by its first word."""
    if kind in USUAL:
        return words.plain("answer-kind", kind=kind)
    return answer.triggers[0] if answer is not None else words.plain("answer-own")


def _open(kind: str, answer: ShortAnswer | None, words: Words) -> Button:
    mark = "✓ " if answer is not None else ""
    label = shortened(f"{mark}{name_answer(kind, answer, words)}", ALONE)
    return Button(label, callbacks.OpenAnswer(slot=KINDS.index(kind)).pack())


def _rows(slot: int, answer: ShortAnswer | None, languages: Sequence[str], words: Words) -> Rows:
    rows = []
    for language in languages:
        label = words.plain("button-answer-write")
        if len(languages) > 1:
            label = shortened(f"{label}: {_name(language, words)}", ALONE)
        rows.append((Button(label, callbacks.WriteAnswer(slot=slot, language=language).pack()),))
    if answer is not None:
        ask, drop = callbacks.AskTriggers(slot=slot), callbacks.DropAnswer(slot=slot, sure=False)
        rows.append((Button(words.plain("button-answer-triggers"), ask.pack()),))
        rows.append((Button(words.plain("button-answer-delete"), drop.pack()),))
    return (*rows, (Button(words.plain("button-back"), callbacks.OpenAnswers().pack()),))


def _name(language: str, words: Words) -> str:
    return words.language_names.get(language, language)
