"""Pair codes: drawn so that no two live ones are alike, and kept as text.

Not here: their names in words.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.pair_codes import ANIMALS, PairCode, draw
from tests.counter import PredictableSecrets


@given(animal=st.sampled_from(ANIMALS), number=st.integers(10, 99))
def test_a_pair_code_comes_back_from_its_stored_form(animal: str, number: int) -> None:
    code = PairCode(animal, number)
    assert PairCode.parse(str(code)) == code


def test_a_pair_code_is_an_animal_and_two_digits() -> None:
    assert str(PairCode("fox", 42)) == "fox-42"


def test_a_thousand_live_codes_are_all_different() -> None:
    source, taken = PredictableSecrets(), set[str]()
    for _ in range(1000):
        code = draw(source, taken)
        assert code.animal in ANIMALS
        assert 10 <= code.number <= 99
        assert str(code) not in taken
        taken.add(str(code))


def test_when_every_pair_code_is_taken_drawing_ends_instead_of_going_on_for_ever() -> None:
    everything = {f"{animal}-{number}" for animal in ANIMALS for number in range(10, 100)}
    with pytest.raises(RuntimeError, match="no free pair code"):
        draw(PredictableSecrets(), everything)


def test_no_animal_is_named_twice() -> None:
    assert len(set(ANIMALS)) == len(ANIMALS)


def test_codes_in_sight_share_no_number_and_as_long_as_there_are_others_no_animal() -> None:
    source, waiting, served = PredictableSecrets(), set[str](), set[str]()
    drawn = []
    for turn in range(90):
        drawn.append(draw(source, waiting, in_sight=served))
        (served if turn % 2 else waiting).add(str(drawn[-1]))
    assert len({code.number for code in drawn}) == 90
    assert len({code.animal for code in drawn[:20]}) == 20
    assert str(draw(source, waiting, in_sight=served)) not in waiting | served, "numbers have run out"


def test_a_code_in_sight_of_staff_is_drawn_only_when_no_other_is_free() -> None:
    every = {str(PairCode(animal, number)) for animal in ANIMALS for number in range(10, 100)}
    foxes = {code for code in every if code.startswith("fox-")}
    source = PredictableSecrets()
    assert all(str(draw(source, set(), in_sight=foxes)) not in foxes for _ in range(300))
    assert str(draw(source, set(), in_sight=every)) in every
    assert str(draw(source, every - foxes, in_sight=every)) in foxes
