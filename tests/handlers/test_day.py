"""The day's page at a glance: figures, people, oddities, each apart from the next.

Not here: the figures themselves (tests/use_cases/test_day.py).
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from handlers.drawings.day import draw_day, draw_digest, say_figures
from handlers.texts import Words
from loyalty.closes import BillFigures, DayFigures, HandedOver, PersonFigures, RefusalFigures, StampFigures
from loyalty.flags import Flag, FlagKind, FlagState
from loyalty.ids import FlagId, OperationId
from loyalty.notices import MorningDigest
from loyalty.programs import Rules
from loyalty.refusals import (
    AdjustLimitReached,
    LimitReached,
    NotByYourself,
    OwnCard,
    OwnCode,
    OwnPaperCard,
    OwnSaleCode,
    OwnSlip,
    PaperRedeemedToday,
    SlipsUsedUp,
    TooManyLetters,
    UnknownCode,
    WrongPin,
)
from loyalty.use_cases.house.day import DaySheet
from tests.handlers.facts import COFFEE, NOW

FIGURES = DayFigures(
    date(2026, 11, 3), NOW, visits=3, undone=1, new=1, returning=1, joined=1,
    stamps=StampFigures(given=5, taken_back=-1), handed_over=(HandedOver(COFFEE, 1),),
    people=(PersonFigures("Ben", 2, 3, 1), PersonFigures("Cara", 1, 1, 0)),
    refusals=(RefusalFigures("UnknownCode", 2),), flags=1,
)  # fmt: skip


def test_figures_people_and_oddities_stand_apart(words: Words) -> None:
    assert [line if line else "-" for line in say_figures(FIGURES, words)] == [
        "<b>3</b> visits, 1 new, 1 returning",
        "Stamps: 4",
        "Taken back: 1 visit",
        "Given for free: Free coffee × 1",
        "-",
        "Ben: 2 visits, 3 stamps, 1 free",
        "Cara: 1 visit, 1 stamp",
        "-",
        "Refused: wrong code × 2",
        "Passed with a flag: 1",
    ]


def test_what_an_earlier_close_had_as_free_is_said_when_it_is_taken_back(words: Words) -> None:
    only_that = DayFigures(
        date(2026, 11, 4), NOW, visits=0, undone=0, new=0, returning=0, joined=0, stamps=StampFigures(),
        handed_over=(), people=(), refusals=(), flags=0, given_back=(HandedOver(COFFEE, 1),),
    )  # fmt: skip
    assert "From an earlier day, taken back: Free coffee × 1" in say_figures(only_that, words)


def test_a_bill_of_an_earlier_day_that_was_taken_back_is_said_and_no_day_is_quiet_with_it(
    words: Words,
) -> None:
    nothing = replace(
        FIGURES, visits=0, undone=0, new=0, returning=0, joined=0, stamps=StampFigures(), handed_over=(),
        people=(), refusals=(), flags=0,
    )  # fmt: skip
    assert nothing.quiet
    back = replace(nothing, bills=BillFigures(currency="EUR", taken_back=2, amount_back=850))
    said = say_figures(back, words)
    assert "From an earlier day, taken back: 2 bills, €8.50" in said
    assert not [line for line in said if line.startswith("Stamps")], "this cafe gives points alone"


def test_no_empty_line_stands_where_nothing_follows(words: Words) -> None:
    quiet = replace(FIGURES, people=(), refusals=(), flags=0)
    assert "" not in say_figures(quiet, words)
    only_odd = replace(FIGURES, people=())
    for figures in (FIGURES, quiet, only_odd):
        text = draw_day(DaySheet(figures, Rules(), closed=None, flags=()), words).text
        assert "\n\n\n" not in text
        assert text == text.strip()


def test_the_digest_says_that_all_checks_passed_and_besides_where_the_only_copy_is(words: Words) -> None:
    digest = MorningDigest(
        FIGURES, open_flags=0, backup_age_hours=4, backup_problem=False, only_copy_here=True
    )  # fmt: skip
    text = draw_digest(digest, words).text
    assert "All checks passed.\nThe only copy of your data is on this machine." in text
    for odd in (
        replace(digest, open_flags=1),
        replace(digest, backup_problem=True),
        replace(digest, backup_age_hours=None),
        replace(digest, backup_age_hours=48),
    ):
        assert "All checks passed" not in draw_digest(odd, words).text
    assert "only copy" not in draw_digest(replace(digest, only_copy_here=False), words).text


@pytest.mark.parametrize(
    "kind",
    [
        AdjustLimitReached, LimitReached, NotByYourself, OwnCard, OwnCode, OwnPaperCard, OwnSaleCode, OwnSlip,
        PaperRedeemedToday, SlipsUsedUp,
        TooManyLetters, UnknownCode, WrongPin,
    ],
)  # fmt: skip
def test_whatever_was_refused_is_named(words: Words, kind: type) -> None:
    said = say_figures(replace(FIGURES, refusals=(RefusalFigures(kind.__name__, 1),)), words)
    (line,) = (one for one in said if one.startswith("Refused: "))
    assert "other" not in line
    assert line.endswith(" × 1")


def test_a_flag_of_an_earlier_day_carries_its_date(words: Words) -> None:
    today = Flag(
        FlagId(2), FlagKind.OVERRIDE, OperationId(42), None, "Ben", None, FlagState.OPEN, created_at=NOW
    )
    before = replace(today, id=FlagId(1), created_at=NOW - timedelta(days=1))
    figures = replace(FIGURES, date=NOW.date())
    text = draw_day(DaySheet(figures, Rules(), closed=None, flags=(before, today)), words).text
    dated, plain = (line for line in text.splitlines() if "passed by a manager" in line)
    assert plain == "№ 42 · Ben: passed by a manager"
    assert dated.endswith(f" · {plain}")
    assert str((NOW - timedelta(days=1)).day) in dated.partition("№")[0]
