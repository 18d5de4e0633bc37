"""Lots: exact percentages over any slices, and chance within them."""

from hypothesis import given
from hypothesis import strategies as st

from loyalty.lots import draw_lots, pilot_of
from tests.counter import PredictableSecrets

PERCENT = st.integers(0, 50)


@given(st.lists(st.integers(0, 60), max_size=12), PERCENT, PERCENT, st.text(max_size=5))
def test_over_all_slices_the_shares_are_exact_and_everybody_is_somewhere(
    slices: list[int], pilot: int, held_out: int, seed: str
) -> None:
    secrets, before, first, left_out = PredictableSecrets(seed), 0, 0, 0
    for count in slices:
        lots = draw_lots(count, before=before, pilot=pilot, held_out=held_out, secrets=secrets)
        assert sorted([*lots.rest, *lots.pilot, *lots.held_out]) == list(range(count))
        before, first, left_out = before + count, first + len(lots.pilot), left_out + len(lots.held_out)
    assert left_out == -(-before * held_out // 100)
    wanted = -(-before * pilot // 100)
    assert first == wanted if held_out == 0 else wanted - len(slices) <= first <= wanted, (
        "one in a slice of one"
    )


def test_a_pilot_of_few_people_is_somebody() -> None:
    lots = draw_lots(3, before=0, pilot=1, held_out=0, secrets=PredictableSecrets())
    assert len(lots.pilot) == 1


def test_chance_picks_everybody_as_often() -> None:
    picked = [0] * 10
    secrets = PredictableSecrets()
    for _ in range(2000):
        for place in draw_lots(10, before=0, pilot=0, held_out=20, secrets=secrets).held_out:
            picked[place] += 1
    assert sum(picked) == 4000
    assert all(320 < one < 480 for one in picked)


@given(st.integers(0, 200), PERCENT, PERCENT)
def test_a_pilot_is_as_large_as_was_said_before(people: int, pilot: int, held_out: int) -> None:
    lots = draw_lots(people, before=0, pilot=pilot, held_out=held_out, secrets=PredictableSecrets())
    assert len(lots.pilot) == pilot_of(people, pilot=pilot, held_out=held_out)
