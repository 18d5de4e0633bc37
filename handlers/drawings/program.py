"""The cafe's rules for its owner, the first guesses of the wizard among them, each with a way to change it.

Not here: the pages on which one rule is changed (program_steps.py), and what customers read (rules.py).
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from handlers import callbacks
from handlers.callbacks import Step
from handlers.drawings.bills import write_amount
from handlers.drawings.phrases import name_item
from handlers.drawings.program_points import say_collecting
from handlers.names import shortened
from handlers.outgoing import Button, OutgoingMessage, Rows, Style
from handlers.texts import Html, Words
from loyalty import days
from loyalty.own_words import OwnWords
from loyalty.programs import ProgramChange, Rules
from loyalty.staffing import StaffList

VALUE: Final = 30
"""Characters of a value in the list of changes: ten versions have to fit one message."""
_CHANGES: Final = 3
"""Changes that are listed of one version."""
_FIRST: Final = (
    ("button-set-language", Step.LANGUAGE), ("button-set-name", Step.ASK_NAME),
    ("button-set-town", Step.ASK_TOWN), ("button-set-collects", Step.COLLECTS),
)  # fmt: skip
_OF_STAMPS: Final = (
    ("button-set-goal", Step.GOAL), ("button-set-stamp-for", Step.STAMP_FOR), ("button-set-item", Step.ITEM),
)  # fmt: skip
_OF_POINTS: Final = (("button-set-points", Step.POINTS),)
_LAST: Final = (("button-set-who", Step.WHO), ("button-set-more", Step.MORE))
_MORE: Final = (("button-set-limits", Step.LIMITS), ("button-set-day", Step.DAY))
_MORE_OF_STAMPS: Final = (
    ("button-set-old-cards", Step.OLD_CARDS), ("button-set-adjustments", Step.ASK_ADJUSTMENTS),
)  # fmt: skip
_OF_POSTS: Final = (("button-set-posting", Step.POSTING),)
_LAST_OF_MORE: Final = (
    ("button-set-responsible", Step.ASK_RESPONSIBLE), ("button-set-changes", Step.CHANGES),
)  # fmt: skip


def draw_program(facts: StaffList, words: Words) -> OutgoingMessage:
    """The rules that every cafe has, a line each; until the wizard ends they are guesses."""
    rules = facts.rules
    heading = words.say("program-heading" if rules.set_up else "setup-heading", cafe=rules.cafe)
    lines = [heading, "", *_main_lines(facts, words)]
    rows = place_steps(_main_steps(rules), words)
    if not rules.set_up:
        lines += ["", words.say("setup-hint")]
        start = Button(words.plain("button-finish"), callbacks.FinishSetUp().pack(), Style.SUCCESS)
        rows = (*rows, (start,))
    return OutgoingMessage("\n".join(lines), rows, asks=True)


def draw_more(facts: StaffList, words: Words) -> OutgoingMessage:
    """The rules that most cafes leave as they are."""
    rules, stamped = facts.rules, facts.rules.gives_stamps
    when = words.say("program-when", when="now" if rules.reward_at_once else "next")
    adjustments = words.say("program-adjustments", stamps=rules.adjustments_a_day)
    lines = [
        words.say("program-more-heading"),
        "",
        *([when] if stamped else []),
        words.say("program-consent", alone="yes" if rules.staff_alone else "no"),
        words.say("program-day-begins", hour=hour_of(rules)),
        *([adjustments, say_old_cards(rules, words)] if stamped else []),
        _say_responsible(rules, words),
    ]
    at_once = callbacks.SetRewardAtOnce(at_once=not rules.reward_at_once).pack()
    alone = callbacks.SetStaffAlone(alone=not rules.staff_alone).pack()
    reward = Button(
        words.plain("button-reward-next" if rules.reward_at_once else "button-reward-now"), at_once
    )
    asking = Button(words.plain("button-ask-customer" if rules.staff_alone else "button-staff-alone"), alone)
    wishes: Rows = ((reward,), (asking,)) if stamped else ((asking,),)
    steps = (_MORE, *([_MORE_OF_STAMPS] if stamped else []), _OF_POSTS, _LAST_OF_MORE)
    return OutgoingMessage(
        "\n".join(lines), (*wishes, *place_steps(steps, words), back_to(Step.MAIN, words)), asks=True
    )


def draw_set_up_done(words: Words) -> OutgoingMessage:
    """The wizard is over, and somebody walks up."""
    return OutgoingMessage(words.say("setup-done"))


def draw_changes(changes: Sequence[ProgramChange], words: Words) -> OutgoingMessage:
    """Each version with who, when and what, newest first; the last one is only compared with."""
    lines = [words.say("program-changes-heading"), ""]
    for new, old in pairwise(changes):
        at = days.local(new.at, changes[0].rules)
        by, time = shortened(new.by or "-", VALUE), f"{at:%H:%M}"
        version = str(new.version)
        heading = words.say("program-version", version=version, by=by, day=at.date(), time=time)
        changed = _say_changes(old.rules, new.rules, words) or [words.say("program-version-same")]
        shown = changed if len(changed) <= _CHANGES else [*changed[:_CHANGES], "…"]
        lines += [heading, *(f"   {change}" for change in shown)]
    if len(changes) < 2:
        lines.append(words.say("program-changes-none"))
    return OutgoingMessage("\n".join(lines), (back_to(Step.MORE, words),))


def place_steps(rows: Sequence[Sequence[tuple[str, Step]]], words: Words) -> Rows:
    """Buttons that open steps."""
    return tuple(
        tuple(Button(words.plain(key), callbacks.OpenStep(step=step).pack()) for key, step in row)
        for row in rows
    )


def back_to(step: Step, words: Words) -> tuple[Button]:
    """The way back."""
    return (Button(words.plain("button-back"), callbacks.OpenStep(step=step).pack()),)


def say_old_cards(rules: Rules, words: Words) -> Html:
    """Until when old paper cards are taken."""
    if rules.old_cards_until is None:
        return words.say("program-old-cards-off")
    return words.say("program-old-cards", day=rules.old_cards_until)


def hour_of(rules: Rules) -> str:
    """The hour at which the day begins, as a clock shows it."""
    return f"{rules.day_begins:02d}:00"


def _main_steps(rules: Rules) -> Sequence[Sequence[tuple[str, Step]]]:
    """Two in a row; nothing is asked about what is not collected."""
    stamps = _OF_STAMPS if rules.gives_stamps else ()
    points = _OF_POINTS if rules.gives_points else ()
    steps = (*_FIRST, *stamps, *points, *_LAST)
    return [steps[start : start + 2] for start in range(0, len(steps), 2)]


def _main_lines(facts: StaffList, words: Words) -> list[Html]:
    rules = facts.rules
    return [
        _say_languages(rules, words),
        words.say("program-name", cafe=rules.cafe),
        _say_town(rules, words),
        *say_collecting(rules, words),
        *(_say_stamps(rules, words) if rules.gives_stamps else ()),
        _say_who(facts, words),
    ]


def _say_stamps(rules: Rules, words: Words) -> list[Html]:
    return [
        words.say("program-goal", goal=rules.goal, item=name_item(words, rules.item)),
        words.say("program-stamp-for", what=name_item(words, rules.stamp_for)),
    ]


def _say_languages(rules: Rules, words: Words) -> Html:
    names, second = words.language_names, rules.second_language
    main = names.get(rules.language, rules.language)
    if second is None:
        return words.say("program-language", main=main)
    return words.say("program-languages", main=main, second=names.get(second, second))


def _say_town(rules: Rules, words: Words) -> Html:
    if not rules.town:
        return words.say("program-zone", zone=rules.zone)
    return words.say("program-town", town=rules.town, zone=rules.zone)


def _say_responsible(rules: Rules, words: Words) -> Html:
    if not rules.responsible:
        return words.say("program-responsible-none")
    return words.say("program-responsible", who=rules.responsible)


def _say_who(facts: StaffList, words: Words) -> Html:
    alone = len(facts.staff) < 2
    said = [words.say("program-who-alone") if alone else words.say("program-who", people=len(facts.staff))]
    if facts.tills:
        said.append(words.say("program-who-tills", tills=len(facts.tills)))
    if facts.staff_chat:
        said.append(words.say("program-who-chat", title=facts.staff_chat))
    return Html(" ".join(said))


def _say_changes(old: Rules, new: Rules, words: Words) -> list[Html]:
    lines = []
    for field, value_of in _VALUES.items():
        was, now = getattr(old, field), getattr(new, field)
        if was != now:
            lines.append(
                words.say(
                    "program-change", what=words.plain(f"rule-{field.replace('_', '-')}"),
                    was=shortened(value_of(was, words), VALUE), now=shortened(value_of(now, words), VALUE),
                )
            )  # fmt: skip
    return lines


def _plain(value: object, words: Words) -> str:
    """Names, numbers and dates as they are; yes, no and nothing in words."""
    if isinstance(value, bool):
        return words.plain("rule-value", value="yes" if value else "no")
    return str(value) if value not in (None, "") else words.plain("rule-value", value="none")


def _in_owners_words(value: object, _: Words) -> str:
    versions = value.by_language if isinstance(value, OwnWords) else ()
    return " / ".join(dict.fromkeys(text for _, text in versions))


def _collected(value: object, words: Words) -> str:
    return words.plain("rule-collects-value", collects=str(value))


def _amounts(value: object, words: Words) -> str:
    """Amounts without their currency, which is a rule of its own."""
    amounts = value if isinstance(value, tuple) else (value,)
    return " ".join(write_amount(words, amount) for amount in amounts if amount) or _plain(None, words)


def _limits_changed(_: object, words: Words) -> str:
    return words.plain("rule-value", value="limits")


_VALUES: Final[dict[str, Callable[[object, Words], str]]] = {
    "cafe": _plain,
    "language": _plain,
    "second_language": _plain,
    "town": _plain,
    "zone": _plain,
    "day_begins": _plain,
    "collects": _collected,
    "currency": _plain,
    "earn_percent": _plain,
    "spend_percent": _plain,
    "minimum_bill": _amounts,
    "usual_amounts": _amounts,
    "goal": _plain,
    "stamp_for": _in_owners_words,
    "item": _in_owners_words,
    "reward_at_once": _plain,
    "staff_alone": _plain,
    "limits": _limits_changed,
    "adjustments_a_day": _plain,
    "old_cards_until": _plain,
    "quiet_from": _plain,
    "quiet_until": _plain,
    "posts_a_week": _plain,
    "apologies_a_month": _plain,
    "segments": _limits_changed,
    "responsible": _plain,
    "review_link": _plain,
    "set_up": _plain,
}
