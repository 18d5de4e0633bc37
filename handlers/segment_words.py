"""Conditions of segments in words, with the bounds that they have in this cafe.

Not here: what they mean (loyalty/segments.py) and picking them (drawings/broadcast_people.py).
"""

from collections.abc import Mapping
from typing import Final, assert_never

from babel.dates import get_month_names

from handlers.callbacks import DraftQuestion, SegmentWord
from handlers.drawings.phrases import say_money
from handlers.sentences import locale_of
from handlers.texts import Words
from loyalty.programs import Rules
from loyalty.segments import (
    BirthdayIn,
    CameBy,
    ComesAt,
    Condition,
    DayPart,
    HereLately,
    JoinedAt,
    LastVisit,
    Lost,
    NeverCame,
    New,
    OneToGo,
    Regular,
    Segment,
    Slipping,
    Speaks,
    Spent,
    Visited,
    Voiced,
)

BY_WORD: Final[Mapping[SegmentWord, Condition]] = {
    SegmentWord.HERE: HereLately(),
    SegmentWord.NEW: New(),
    SegmentWord.SLIPPING: Slipping(),
    SegmentWord.LOST: Lost(),
    SegmentWord.NEVER: NeverCame(),
    SegmentWord.ONE_TO_GO: OneToGo(),
    SegmentWord.REGULAR: Regular(),
    SegmentWord.BIRTHDAY: BirthdayIn(),
    SegmentWord.MORNING: ComesAt(DayPart.MORNING),
    SegmentWord.LUNCH: ComesAt(DayPart.LUNCH),
}
"""In the order in which they are on offer."""
BOUNDED: Final[Mapping[DraftQuestion, type[Visited | Spent | LastVisit]]] = {
    DraftQuestion.VISITS: Visited,
    DraftQuestion.SPENT: Spent,
    DraftQuestion.LAST_VISIT: LastVisit,
}
"""What is bounded by numbers that are typed."""


def words_of(rules: Rules) -> tuple[SegmentWord, ...]:
    """Those that mean something in this cafe: where there are no stamps, none is to go."""
    return tuple(word for word in BY_WORD if rules.gives_stamps or word is not SegmentWord.ONE_TO_GO)


def say_segment(segment: Segment, rules: Rules, words: Words) -> str:
    """For whom a post is: "here lately (30 d), one to go"."""
    if not segment:
        return words.plain("segment-everybody")
    return ", ".join(say_condition(one, rules, words) for one in segment)


def say_condition(condition: Condition, rules: Rules, words: Words) -> str:
    """One condition with its bound."""
    match condition:
        case BirthdayIn(month) if month:
            name = get_month_names("wide", context="stand-alone", locale=locale_of(words.language))[month]
            return words.plain("segment-month", month=name)
        case Speaks(language):
            return words.plain("segment-language", language=words.language_names.get(language, language))
        case JoinedAt(location_id):
            return words.plain("segment-location", number=str(location_id))
        case CameBy(source):
            return words.plain("segment-sign", name=source)
        case Visited(least, most):
            return words.plain("segment-visits", range=_say_range(least, most, words))
        case Spent(least, most):
            return words.plain("segment-spent", range=_say_spent(condition, rules, words))
        case LastVisit(least, most):
            return words.plain("segment-last-visit", range=_say_range(least, most, words))
        case Voiced(band, often):
            return words.plain("segment-voiced", band=band.value, often=often.value)
        case _:
            word = next(word for word, one in BY_WORD.items() if one == condition)
            return words.plain("segment-word", word=word.value, bound=_bound_of(word, rules))


def _bound_of(word: SegmentWord, rules: Rules) -> str:
    bounds = rules.segments
    match word:
        case SegmentWord.NEW:
            return str(bounds.new_days)
        case SegmentWord.HERE:
            return str(bounds.here_days)
        case SegmentWord.SLIPPING:
            return f"{bounds.here_days}-{bounds.lost_days}"
        case SegmentWord.LOST:
            return str(bounds.lost_days)
        case SegmentWord.REGULAR:
            return str(bounds.regular_visits)
        case SegmentWord.MORNING | SegmentWord.LUNCH:
            part = DayPart.MORNING if word is SegmentWord.MORNING else DayPart.LUNCH
            hours = part.hours(bounds)
            return f"{hours.start}-{hours.stop}"
        case SegmentWord.NEVER | SegmentWord.ONE_TO_GO | SegmentWord.BIRTHDAY:
            return ""
        case _:
            assert_never(word)


def _say_spent(condition: Spent, rules: Rules, words: Words) -> str:
    least = say_money(words, condition.least, rules.currency)
    most = None if condition.most is None else say_money(words, condition.most, rules.currency)
    return _say_range(least if condition.least else 0, most, words)


def _say_range(least: int | str, most: int | str | None, words: Words) -> str:
    if most is None:
        return words.plain("segment-from", least=str(least))
    if least == most:
        return str(most)
    if not least:
        return words.plain("segment-to", highest=str(most))
    return words.plain("segment-between", least=str(least), highest=str(most))
