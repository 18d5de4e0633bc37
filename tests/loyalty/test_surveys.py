"""What scores come to: worked examples, and what must hold for any answers.

Not here: asking, and where the numbers are shown.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.surveys import (
    BANDS,
    FEWEST,
    Band,
    Frequency,
    Tally,
    average,
    band_of,
    frequency_of,
    response_rate,
    score,
    tally,
    visits_of,
)
from loyalty.voice import Figures

ENOUGH = st.lists(st.integers(0, 10), min_size=FEWEST, max_size=400)


@pytest.mark.parametrize(
    ("scores", "band"),
    [(range(7), Band.DETRACTOR), ((7, 8), Band.PASSIVE), ((9, 10), Band.PROMOTER)],
)
def test_each_score_has_its_band(scores: range | tuple[int, ...], band: Band) -> None:
    assert {band_of(one) for one in scores} == {band}


@pytest.mark.parametrize("no_score", [-1, 11])
def test_what_is_no_score_has_no_band(no_score: int) -> None:
    with pytest.raises(ValueError, match="no score"):
        band_of(no_score)


def test_fifteen_nine_and_six_of_thirty_are_thirty_give_or_take_fourteen() -> None:
    found = score(Tally(promoters=15, passives=9, detractors=6))
    assert found is not None
    assert found.score == pytest.approx(30)
    assert round(found.standard_error) == 14


def test_twenty_five_answers_are_too_few_for_a_score() -> None:
    assert score(Tally(promoters=13, passives=7, detractors=5)) is None
    assert score(Tally(promoters=FEWEST - 1)) is None
    assert score(Tally()) is None


@pytest.mark.parametrize(("counts", "ends"), [(Tally(promoters=30), 100), (Tally(detractors=30), -100)])
def test_when_all_say_the_same_there_is_no_doubt_in_it(counts: Tally, ends: int) -> None:
    found = score(counts)
    assert found is not None
    assert (found.score, found.standard_error) == (ends, 0)


@given(ENOUGH)
def test_a_score_lies_between_its_ends(scores: list[int]) -> None:
    found = score(tally(scores))
    assert found is not None
    assert -100 <= found.score <= 100
    assert 0 <= found.standard_error <= 100


@given(ENOUGH, st.data())
def test_the_order_of_answers_means_nothing(scores: list[int], data: st.DataObject) -> None:
    assert score(tally(data.draw(st.permutations(scores)))) == score(tally(scores))


@given(ENOUGH, st.data())
def test_no_better_answer_lowers_the_score(scores: list[int], data: st.DataObject) -> None:
    which = data.draw(st.integers(0, len(scores) - 1))
    better = list(scores)
    better[which] = data.draw(st.integers(scores[which], 10))
    before, after = score(tally(scores)), score(tally(better))
    assert before is not None
    assert after is not None
    assert after.score >= before.score - 1e-9


@pytest.mark.parametrize(
    ("answers", "asked", "rate"), [(30, 60, 50), (1, 3, 33), (7, 7, 100), (0, 9, 0), (0, 0, 0)]
)
def test_the_response_rate_is_answers_of_those_asked(answers: int, asked: int, rate: int) -> None:
    assert response_rate(answers, asked) == rate


def test_an_aspect_has_its_mean_from_as_many_answers_on_as_a_score() -> None:
    assert average(129, FEWEST) == pytest.approx(4.3)
    assert average(145, FEWEST - 1) is None


@pytest.mark.parametrize(
    ("visits", "often"),
    [
        (0, Frequency.SELDOM), (2, Frequency.SELDOM), (3, Frequency.MONTHLY), (5, Frequency.MONTHLY),
        (6, Frequency.FORTNIGHTLY), (90, Frequency.FORTNIGHTLY),
    ],
)  # fmt: skip
def test_visits_of_ninety_days_say_how_often_somebody_comes(visits: int, often: Frequency) -> None:
    assert frequency_of(visits) is often


@given(st.integers(0, 200))
def test_each_number_of_visits_lies_between_the_bounds_of_its_word_alone(visits: int) -> None:
    def holds(often: Frequency) -> bool:
        least, most = visits_of(often)
        return visits >= least and (most is None or visits <= most)

    assert [often for often in Frequency if holds(often)] == [frequency_of(visits)]


def test_each_score_is_in_one_band() -> None:
    assert sorted(score for scores in BANDS.values() for score in scores) == list(range(11))


@given(st.lists(st.integers(0, 10), max_size=80))
def test_figures_count_as_the_answers_do_one_by_one(scores: list[int]) -> None:
    figures = Figures(len(scores), tuple(scores.count(score) for score in range(11)))
    assert (figures.tally, figures.answers) == (tally(scores), len(scores))
    assert figures.nps == score(tally(scores))
    assert (figures.missing == 0) == (figures.nps is not None)
