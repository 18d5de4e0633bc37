"""Facts as JSON: notices, receipts, refusals and rules; dataclasses field by field, unions with their kind.

Not here: what the facts mean (loyalty) and their words (handlers).
"""

import dataclasses
import json
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from loyalty.notices import Notice
from loyalty.own_words import OwnWords
from loyalty.receipts import ReceiptFact, VisitBooked
from loyalty.refusals import Refusal
from loyalty.runs import CampaignPost
from loyalty.segments import Condition, Segment
from storage.rows import from_micros, to_micros

T = TypeVar("T")


def encode_words(words: OwnWords) -> str:
    """The owner's words as a JSON object, language by language."""
    return json.dumps(dict(words.by_language), ensure_ascii=False)


def decode_words(text: str) -> OwnWords:
    """The owner's words from their JSON."""
    return OwnWords.of(json.loads(text))


def encode(fact: Notice | CampaignPost | ReceiptFact | Refusal) -> str:
    """A fact as JSON with its kind."""
    return json.dumps({"kind": type(fact).__name__, **_fields_of(fact)}, ensure_ascii=False)


def encode_record(record: Any) -> str:
    """A dataclass whose kind is known where it is read, as JSON."""
    return json.dumps(_fields_of(record), ensure_ascii=False)


def decode_record(kind: type[T], text: str) -> T:
    """A dataclass of this kind from its JSON; a field that came later has its default."""
    record: T = _record(kind, json.loads(text))
    return record


def encode_segment(segment: Segment) -> str:
    """The conditions of a segment as a JSON list, each with its kind."""
    return json.dumps(
        [{"kind": type(one).__name__, **_fields_of(one)} for one in segment], ensure_ascii=False
    )


def decode_segment(text: str) -> Segment:
    """A segment from its JSON. Raises KeyError for a condition that this version doesn't know."""
    return tuple(_record(_CONDITIONS[values.pop("kind")], values) for values in json.loads(text))


def decode_told(text: str) -> Notice | CampaignPost:
    """What a delivery tells, from its JSON. Raises KeyError for a kind that this version doesn't know."""
    told: Notice | CampaignPost = _decode(text, _TOLD)
    return told


def decode_receipt(text: str) -> ReceiptFact:
    """A receipt's fact from its JSON. Raises KeyError for a kind that this version doesn't know."""
    fact: ReceiptFact = _decode(text, _RECEIPTS)
    return fact


def decode_refusal(text: str) -> Refusal:
    """A refusal from its JSON. Raises KeyError for a kind that this version doesn't know."""
    refusal: Refusal = _decode(text, _REFUSALS)
    return refusal


def _by_name(union: Any) -> dict[str, type]:
    return {kind.__name__: kind for kind in get_args(union)}


_TOLD = _by_name(Notice | CampaignPost)
_RECEIPTS = _by_name(ReceiptFact) | {"StampsAdded": VisitBooked}  # its name before there were bills
_REFUSALS = _by_name(Refusal)
_CONDITIONS = _by_name(Condition)


@cache
def _types_of(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _fields_of(record: Any) -> dict[str, object]:
    return {field.name: _plain(getattr(record, field.name)) for field in dataclasses.fields(record)}


def _plain(value: object) -> object:
    if isinstance(value, OwnWords):
        return dict(value.by_language)
    if isinstance(value, datetime):
        return to_micros(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if dataclasses.is_dataclass(value):
        return _fields_of(value)
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return value


def _decode(text: str, kinds: Mapping[str, type]) -> Any:
    values = json.loads(text)
    return _record(kinds[values.pop("kind")], values)


def _record(kind: type, values: Mapping[str, Any]) -> Any:
    types = _types_of(kind)
    return kind(**{name: _typed(types[name], value) for name, value in values.items()})


def _typed(wanted: Any, value: Any) -> Any:
    if value is None:
        return None
    if get_origin(wanted) in (Union, UnionType):
        wanted = next(one for one in get_args(wanted) if one is not NoneType)
    if get_origin(wanted) is tuple:
        return tuple(_typed(get_args(wanted)[0], one) for one in value)
    if wanted is OwnWords:
        return OwnWords.of(value)
    if wanted is datetime:
        return from_micros(value)
    if wanted is date:
        return date.fromisoformat(value)
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return wanted(value)
    if isinstance(wanted, type) and dataclasses.is_dataclass(wanted):
        return _record(wanted, value)
    return value
