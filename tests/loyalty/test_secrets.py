"""Secrets: what start links carry, what staff type, and what is kept of both.

Not here: who may use them.
"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty import secrets
from loyalty.secrets import Purpose
from tests.counter import PredictableSecrets


@given(purpose=st.sampled_from(Purpose), seed=st.text(max_size=10))
def test_a_start_payload_comes_back_with_its_purpose(purpose: Purpose, seed: str) -> None:
    source = PredictableSecrets(repr(seed))
    secret = secrets.new_tag(source) if purpose is Purpose.SIGN else secrets.new_secret(source)
    payload = secrets.payload(purpose, secret)
    assert secrets.parse_payload(payload) == (purpose, secret)
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", payload), "Telegram would refuse this start parameter"


@given(st.text(max_size=80))
def test_any_other_payload_is_nothing_that_we_made(text: str) -> None:
    parsed = secrets.parse_payload(text)
    assert parsed is None or secrets.payload(*parsed) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "c_",
        "c_short",
        "x_" + "a" * 22,
        "c_" + "a" * 21,
        "c_" + "a" * 23,
        "c_" + "a" * 22 + "\n",
        "C_" + "a" * 22,
        "s_" + "a" * 11,
        "s_" + "a" * 13,
        "s_" + "a" * 22,
        "c_" + "a" * 12,
    ],
)
def test_a_payload_that_is_nearly_right_is_wrong(text: str) -> None:
    assert secrets.parse_payload(text) is None


def test_a_secret_holds_128_bits() -> None:
    assert len(secrets.new_secret(PredictableSecrets())) == 22


def test_a_signs_tag_is_short_and_no_two_are_alike() -> None:
    source = PredictableSecrets()
    tags = {secrets.new_tag(source) for _ in range(500)}
    assert len(tags) == 500
    assert {len(tag) for tag in tags} == {12}


def test_a_typed_code_always_has_six_digits() -> None:
    source = PredictableSecrets()
    codes = [secrets.new_typed_code(source) for _ in range(500)]
    assert all(re.fullmatch(r"\d{6}", code, re.ASCII) for code in codes)
    assert len(set(codes)) > 490


def test_a_typed_code_is_kept_under_the_key_of_its_installation() -> None:
    assert secrets.hash_typed_code("123456", key="a") != secrets.hash_typed_code("123456", key="b")
    assert "123456" not in secrets.hash_typed_code("123456", key="a")


def test_a_secret_is_kept_as_a_hash_only() -> None:
    secret = secrets.new_secret(PredictableSecrets())
    assert secret not in secrets.hash_secret(secret)
    assert secrets.hash_secret(secret) == secrets.hash_secret(secret)
