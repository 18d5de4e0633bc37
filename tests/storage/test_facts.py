"""Facts as JSON: every member of every union comes back as it went in, and times keep their microseconds.

Not here: words.
"""

import dataclasses
import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.notices import Notice
from loyalty.own_words import OwnWords
from loyalty.programs import Rules
from loyalty.receipts import ReceiptFact
from loyalty.refusals import Refusal
from storage import facts
from storage.programs import decode_rules, encode_rules
from storage.rows import from_micros, maybe_from_micros, to_micros

MOMENTS = st.integers(0, 10**16).map(
    lambda micros: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=micros)
)
WORDS = st.dictionaries(st.text(max_size=8), st.text(max_size=40), min_size=1, max_size=3).map(OwnWords.of)

st.register_type_strategy(OwnWords, WORDS)
st.register_type_strategy(datetime, MOMENTS)


def any_of(kind: type) -> st.SearchStrategy[Any]:
    return st.from_type(kind)


@pytest.mark.parametrize("kind", get_args(Notice))
@given(data=st.data())
def test_a_notice_comes_back_as_it_was(kind: type, data: st.DataObject) -> None:
    notice = data.draw(any_of(kind))
    assert facts.decode_told(facts.encode(notice)) == notice


@pytest.mark.parametrize("kind", get_args(ReceiptFact))
@given(data=st.data())
def test_a_receipt_comes_back_as_it_was(kind: type, data: st.DataObject) -> None:
    fact = data.draw(any_of(kind))
    assert facts.decode_receipt(facts.encode(fact)) == fact


@pytest.mark.parametrize("kind", get_args(Refusal))
@given(data=st.data())
def test_a_refusal_is_kept_with_its_kind_and_all_its_facts(kind: type, data: st.DataObject) -> None:
    refusal = data.draw(any_of(kind))
    kept = json.loads(facts.encode(refusal))
    assert kept.pop("kind") == kind.__name__
    assert set(kept) == {field.name for field in dataclasses.fields(kind)}


def test_a_kind_that_this_version_does_not_know_is_an_error() -> None:
    with pytest.raises(KeyError, match="Fireworks"):
        facts.decode_told('{"kind": "Fireworks"}')


@given(WORDS)
def test_own_words_keep_their_languages_in_order(words: OwnWords) -> None:
    assert facts.decode_words(facts.encode_words(words)) == words


@given(cafe=st.text(), goal=st.integers(1, 50), item=WORDS, at_once=st.booleans())
def test_rules_come_back_as_they_were(cafe: str, goal: int, item: OwnWords, at_once: bool) -> None:
    rules = Rules(cafe=cafe, goal=goal, item=item, reward_at_once=at_once)
    assert decode_rules(encode_rules(rules)) == rules


def test_a_rule_that_came_later_has_its_default() -> None:
    assert decode_rules('{"cafe": "Kup", "goal": 8}') == Rules(cafe="Kup", goal=8)


@given(MOMENTS)
def test_a_moment_keeps_its_microseconds(moment: datetime) -> None:
    assert from_micros(to_micros(moment)) == moment
    assert to_micros(moment + timedelta(microseconds=1)) == to_micros(moment) + 1


def test_a_moment_of_another_zone_is_the_same_moment() -> None:
    kyiv = timezone(timedelta(hours=2))
    assert from_micros(to_micros(datetime(2025, 1, 1, 10, tzinfo=kyiv))) == datetime(
        2025, 1, 1, 8, tzinfo=UTC
    )


def test_a_moment_without_zone_is_refused() -> None:
    with pytest.raises(TypeError):
        to_micros(datetime(2025, 1, 1))  # noqa: DTZ001


def test_no_time_is_no_time() -> None:
    assert maybe_from_micros(None) is None
    assert maybe_from_micros(0) == datetime(1970, 1, 1, tzinfo=UTC)
