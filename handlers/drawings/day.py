"""The day on one page: what came in, what went out for free, who did what, what to look at.

Not here: the figures themselves (loyalty/closes.py).
"""

from collections.abc import Sequence
from typing import Final

from handlers import callbacks
from handlers.drawings.phrases import name_item, say_money, say_points
from handlers.names import shortened
from handlers.outgoing import Button, OutgoingMessage, Rows
from handlers.texts import Html, Words
from loyalty import days
from loyalty.closes import BillFigures, DayFigures, HandedOver, PersonFigures, RefusalFigures, StampFigures
from loyalty.flags import Flag
from loyalty.notices import MorningDigest
from loyalty.surveys import Tally
from loyalty.use_cases.house.day import DaySheet

_LISTED: Final = 10
"""People, items or kinds of refusals that a page names."""
_FLAGS: Final = 5
"""Flags at once: each has two buttons."""
_NAME: Final = 24


def draw_day(sheet: DaySheet, words: Words) -> OutgoingMessage:
    """Today as it stands, or as it was closed; open flags with a yes and a question each."""
    figures, rules = sheet.figures, sheet.rules
    heading = words.say("day-heading", day=figures.date)
    lines: list[str] = [heading, *say_figures(figures, words)]
    if sheet.closed is not None:
        time = f"{days.local(sheet.closed.at, rules):%H:%M}"
        later = not sheet.closed.figures.says_the_same_as(figures)
        lines += ["", words.say("day-closed", time=time, by=shortened(sheet.closed.by, _NAME))]
        lines += [words.say("day-closed-later")] if later else []
    lines += _say_flags(sheet, words)
    lines += _say_asked(sheet.asked, words)
    return OutgoingMessage("\n".join(lines), _flag_buttons(sheet.flags, words))


def draw_digest(digest: MorningDigest, words: Words) -> OutgoingMessage:
    """The morning's message."""
    lines: list[str] = [words.say("digest-heading", day=digest.figures.date)]
    lines += [*say_figures(digest.figures, words), ""]
    if digest.answers.answers:
        lines.append(_say_answers(digest.answers, words))
    if digest.open_flags:
        lines.append(words.say("digest-flags", flags=digest.open_flags))
    if digest.backup_age_hours is None:
        lines.append(words.say("digest-no-backup"))
    else:
        lines.append(words.say("digest-backup", hours=digest.backup_age_hours))
    if digest.backup_problem:
        lines.append(words.say("digest-backup-problem"))
    if digest.all_well:
        lines.append(words.say("digest-all-well"))
    if digest.only_copy_here:
        lines.append(words.say("digest-only-copy"))
    return OutgoingMessage("\n".join(lines), silent=True)


def _say_answers(tally: Tally, words: Words) -> Html:
    """What customers answered yesterday, by band; nothing of a band that nobody is in."""
    counts = (
        ("digest-promoters", tally.promoters), ("digest-passives", tally.passives),
        ("digest-detractors", tally.detractors),
    )  # fmt: skip
    bands = ", ".join(words.plain(key, count=count) for key, count in counts if count)
    return words.say("digest-answers", answers=tally.answers, bands=bands)


def say_figures(figures: DayFigures, words: Words) -> list[Html]:
    """A day's figures, its people and its oddities, a line each and an empty one between the three.

    Nothing is said of what did not happen.
    """
    if figures.quiet:
        return [words.say("day-quiet")]
    stamps = figures.stamps
    customers = words.plain("day-customers", new=figures.new, returning=figures.returning)
    lines = [words.say("day-visits", visits=figures.visits, customers=customers)]
    if stamps != StampFigures() or figures.bills == BillFigures():
        lines.append(words.say("day-stamps", stamps=stamps.given + stamps.taken_back))
    lines += _say_points(figures, words)
    if figures.undone:
        lines.append(words.say("day-undone", visits=figures.undone))
    changed = (
        ("day-adjusted", stamps.adjusted), ("day-old-cards", stamps.old_cards),
        ("day-written-off", stamps.written_off), ("day-expired", -stamps.expired),
    )  # fmt: skip
    lines += [words.say(key, stamps=count) for key, count in changed if count]
    lines += _say_handed_over(figures, words)
    lines += _say_items("day-given-back", figures.given_back, words)
    people = [_say_person(person, words) for person in figures.people[:_LISTED]]
    return [*lines, *_apart(people), *_apart(_say_oddities(figures, words))]


def _say_points(figures: DayFigures, words: Words) -> list[Html]:
    """Bills and points, and what came by printed slips; nothing where there were none."""
    bills, points, lines = figures.bills, figures.points, []
    if bills.count:
        amount = say_money(words, bills.amount, bills.currency)
        lines.append(words.say("day-bills", bills=bills.count, amount=amount))
    if bills.taken_back:
        amount = say_money(words, bills.amount_back, bills.currency)
        lines.append(words.say("day-bills-back", bills=bills.taken_back, amount=amount))
    for key, hundredths in (
        ("day-points-given", points.given + points.taken_back), ("day-points-spent", -points.spent),
        ("day-points-written-off", points.written_off), ("day-points-adjusted", points.adjusted),
    ):  # fmt: skip
        if hundredths:
            lines.append(words.say(key, points=say_points(words, hundredths)))
    if figures.vouchers:
        lines.append(words.say("day-vouchers", count=figures.vouchers))
    return lines


def _apart(lines: Sequence[Html]) -> list[Html]:
    return [Html(""), *lines] if lines else []


def _say_oddities(figures: DayFigures, words: Words) -> list[Html]:
    lines = []
    if figures.refusals:
        lines.append(words.say("day-refusals", refusals=_say_refusals(figures.refusals, words)))
    if figures.flags:
        lines.append(words.say("day-flags", flags=figures.flags))
    return lines


def _say_handed_over(figures: DayFigures, words: Words) -> list[Html]:
    if not figures.handed_over:
        return [words.say("day-nothing-free")]
    lines = _say_items("day-handed-over", figures.handed_over, words)
    if figures.free_and_paid:
        lines.append(words.say("day-free-and-paid", visits=figures.free_and_paid))
    return lines + [
        words.say("day-settlement", given_at=one.given_at, redeemed_at=one.redeemed_at, count=one.count)
        for one in figures.settlements
    ]


def _say_items(key: str, items: Sequence[HandedOver], words: Words) -> list[Html]:
    return [words.say(key, item=name_item(words, one.item), count=one.count) for one in items[:_LISTED]]


def _say_person(person: PersonFigures, words: Words) -> Html:
    return words.say(
        "day-person", name=shortened(person.name, _NAME), visits=person.visits, stamps=person.stamps,
        rewards=person.handed_over,
    )  # fmt: skip


def _say_refusals(refusals: Sequence[RefusalFigures], words: Words) -> str:
    return ", ".join(
        f"{words.plain('refusal-kind', kind=one.kind)} × {one.count}" for one in refusals[:_LISTED]
    )


def _say_flags(sheet: DaySheet, words: Words) -> list[Html]:
    flags = sheet.flags
    if not flags:
        return []
    lines = [Html(""), words.say("day-flags-open", flags=len(flags))]
    return lines + [_say_open_flag(flag, sheet, words) for flag in flags[:_FLAGS]]


def _say_open_flag(flag: Flag, sheet: DaySheet, words: Words) -> Html:
    """With its day, when it is an earlier one than the page's."""
    day, said = days.day_of(flag.created_at, sheet.rules).date, say_flag(flag, words)
    return said if day == sheet.figures.date else words.say("day-flag-earlier", day=day, flag=said)


def _say_asked(flags: Sequence[Flag], words: Words) -> list[Html]:
    """The newest questions, with an answer or without."""
    said = [
        words.say("day-flag-asked", flag=say_flag(flag, words), state=flag.state.value)
        for flag in flags[-_FLAGS:]
    ]
    return [Html(""), *said] if said else []


def say_flag(flag: Flag, words: Words) -> Html:
    """What passed, on which receipt, by whom."""
    return words.say(
        "day-flag", number=str(flag.operation_id), kind=flag.kind.value, reason=flag.reason or "none",
        name=shortened(flag.staff_name, _NAME),
    )  # fmt: skip


def _flag_buttons(flags: Sequence[Flag], words: Words) -> Rows:
    return tuple(
        (
            Button(
                words.plain("button-flag-ok", number=str(flag.operation_id)),
                callbacks.DecideFlag(flag_id=flag.id, asked=False).pack(),
            ),
            Button(
                words.plain("button-flag-ask", number=str(flag.operation_id)),
                callbacks.DecideFlag(flag_id=flag.id, asked=True).pack(),
            ),
        )
        for flag in flags[:_FLAGS]
    )
