"""Facts as JSON: notices, receipts and refusals, each with its kind.

Not here: what the facts mean (loyalty) and their words (handlers).
"""

import dataclasses
import json
from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from typing import Any, get_args, get_type_hints

from loyalty.notices import Notice, ReceiptFact
from loyalty.own_words import OwnWords
from loyalty.refusals import Refusal
from storage.rows import from_micros, to_micros


def encode_words(words: OwnWords) -> str:
    """The owner's words as a JSON object, language by language."""
    return json.dumps(dict(words.by_language), ensure_ascii=False)


def decode_words(text: str) -> OwnWords:
    """The owner's words from their JSON."""
    return OwnWords.of(json.loads(text))


def encode(fact: Notice | ReceiptFact | Refusal) -> str:
    """A fact as JSON with its kind."""
    values = {field.name: _plain(getattr(fact, field.name)) for field in dataclasses.fields(fact)}
    return json.dumps({"kind": type(fact).__name__, **values}, ensure_ascii=False)


def decode_notice(text: str) -> Notice:
    """A notice from its JSON. Raises KeyError for a kind that this version doesn't know."""
    notice: Notice = _decode(text, _NOTICES)
    return notice


def decode_receipt(text: str) -> ReceiptFact:
    """A receipt's fact from its JSON. Raises KeyError for a kind that this version doesn't know."""
    fact: ReceiptFact = _decode(text, _RECEIPTS)
    return fact


def _by_name(union: Any) -> dict[str, type]:
    return {kind.__name__: kind for kind in get_args(union)}


_NOTICES = _by_name(Notice)
_RECEIPTS = _by_name(ReceiptFact)
_FIELDS = {kind: get_type_hints(kind) for kind in (*_NOTICES.values(), *_RECEIPTS.values())}


def _plain(value: object) -> object:
    if isinstance(value, OwnWords):
        return dict(value.by_language)
    if isinstance(value, datetime):
        return to_micros(value)
    if isinstance(value, Enum):
        return value.value
    return value


def _decode(text: str, kinds: Mapping[str, type]) -> Any:
    values = json.loads(text)
    kind = kinds[values.pop("kind")]
    return kind(**{name: _typed(_FIELDS[kind][name], value) for name, value in values.items()})


def _typed(wanted: Any, value: Any) -> Any:
    if wanted is OwnWords:
        return OwnWords.of(value)
    if wanted is datetime:
        return from_micros(value)
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return wanted(value)
    return value
