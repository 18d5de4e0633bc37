"""Answers to getUpdates, taken apart.

What is done with an update is tested with the inbox.
"""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.raw_updates import read_answer, read_kept
from loyalty.ids import UpdateId

FIRST = '{"update_id": 7, "message": {"text": "caf\\u00e9 \\ud83e\\udd8a",  "chat":{"id":1},"from":{"id":2}}}'
SECOND = '{"update_id":8,"callback_query":{"id":"9","from":{"id":2},"message":{"chat":{"id":-5}}}}'


def test_each_update_keeps_its_own_text_letter_by_letter() -> None:
    answer = read_answer(f' {{"ok": true ,\n "result" : [ {FIRST} , {SECOND} ] }} ')
    assert answer.ok
    assert [raw.text for raw in answer.updates] == [FIRST, SECOND]
    assert [raw.update_id for raw in answer.updates] == [7, 8]


def test_whose_turn_it_is_follows_chat_and_person() -> None:
    message, tap = read_answer(f'{{"ok":true,"result":[{FIRST},{SECOND}]}}').updates
    assert (message.kind, message.order_key) == ("message", (1, 2))
    assert (tap.kind, tap.order_key) == ("callback_query", (-5, 2))


def test_an_odd_update_does_not_spoil_the_others() -> None:
    odd = '{"update_id":9,"message":["what"]}'
    answer = read_answer(f'{{"ok":true,"result":[{odd},5,{{"message":{{}}}},{{"update_id":true}},{FIRST}]}}')
    assert [raw.text for raw in answer.updates] == [odd, FIRST]
    assert answer.updates[0].order_key == (0, 0)


def test_control_characters_and_enormous_ids_do_not_spoil_the_others() -> None:
    odd = '{"update_id":9,"message":{"text":"a\0b\x01"}}'
    answer = read_answer(f'{{"ok":true,"result":[{{"update_id":{10**30}}},{odd},{FIRST}]}}')
    assert [raw.text for raw in answer.updates] == [odd, FIRST]
    assert read_kept(UpdateId(9), odd).event == {"text": "a\0b\x01"}


def test_a_refusal_is_read_with_its_parameters() -> None:
    answer = read_answer(
        '{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":7}}'
    )
    assert (answer.ok, answer.error_code, answer.retry_after) == (False, 429, 7)
    assert answer.description == "Too Many Requests"


@pytest.mark.parametrize(
    "body", ["", "{", "<html>", "[]", '{"ok":', '{"ok" true}', '{"result":[{"a":1}', "null"]
)
def test_what_is_no_answer_is_refused(body: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        read_answer(body)


def test_only_a_start_link_makes_a_text_a_secret() -> None:
    def message(text: object) -> str:
        return json.dumps({"update_id": 1, "message": {"text": text}})

    assert read_kept(UpdateId(1), message("/start i_abc")).may_hold_secret
    assert not read_kept(UpdateId(1), message("hello /start")).may_hold_secret
    assert not read_kept(UpdateId(1), message(None)).may_hold_secret
    for data, secret in (("tp:7:3", True), ("op:3", True), ("vc:7:1", False)):
        tap = json.dumps({"update_id": 1, "callback_query": {"data": data}})
        assert read_kept(UpdateId(1), tap).may_hold_secret is secret


def test_a_phone_number_is_not_kept_wherever_it_stands_and_words_about_one_are() -> None:
    contact = {"contact": {"phone_number": "+3725551234", "first_name": "Mia"}}
    for event in (contact, {"text": "this one", "reply_to_message": contact}):
        update = json.dumps({"update_id": 1, "message": event})
        assert read_kept(UpdateId(1), update).may_hold_secret
    written = json.dumps({"update_id": 1, "message": {"text": 'What is a "phone_number"?'}})
    assert not read_kept(UpdateId(1), written).may_hold_secret


def test_a_kept_text_that_can_not_be_read_has_no_content() -> None:
    assert read_kept(UpdateId(3), "").content == {}
    assert read_kept(UpdateId(3), "[1]").order_key == (0, 0)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.lists(st.dictionaries(st.text(max_size=5), JSON, max_size=3), max_size=4), st.booleans())
def test_any_updates_are_read_as_json_reads_them(bodies: list[dict[str, object]], ascii_only: bool) -> None:
    sent = [{"update_id": number, **body} for number, body in enumerate(bodies)]
    answer = read_answer(json.dumps({"ok": True, "result": sent}, ensure_ascii=ascii_only))
    assert [raw.content for raw in answer.updates] == sent
    assert [json.loads(raw.text) for raw in answer.updates] == sent
