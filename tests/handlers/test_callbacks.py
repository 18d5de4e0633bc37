"""What stands behind buttons: short, unmistakable, bounded.

Not here: what a tap does.
"""

from enum import StrEnum

import pytest
from aiogram.filters.callback_data import CallbackData

from handlers import callbacks
from loyalty.campaigns import SURVEYS, CampaignKind
from loyalty.standing import FIRST_TERMS

LARGEST = 2**63 - 1


def filled(kind: type[CallbackData]) -> CallbackData:
    """The longest data that this kind can hold."""
    values: dict[str, object] = {}
    for name, field in kind.model_fields.items():
        if field.annotation is bool:
            values[name] = True
        elif field.annotation is CampaignKind:
            values[name] = max(SURVEYS if kind in callbacks.surveys.SURVEYS else FIRST_TERMS, key=len)
        elif isinstance(field.annotation, type) and issubclass(field.annotation, StrEnum):
            values[name] = max(field.annotation, key=len)
        else:
            bound = next((one.le for one in field.metadata if hasattr(one, "le")), LARGEST)
            values[name] = {"language": "abc-abcdefgh", "currency": "EUR"}.get(name, bound)
    return kind(**values)


@pytest.mark.parametrize("kind", callbacks.ALL)
def test_data_comes_back_as_it_went_and_fits_64_bytes(kind: type[CallbackData]) -> None:
    data = filled(kind)
    packed = data.pack()
    assert len(packed.encode()) <= 64
    assert kind.unpack(packed) == data


def numbers_in(kind: type[CallbackData], number: int) -> list[int]:
    """At which places of its data a number can't be this one; Telegram's own may be below zero."""
    values = filled(kind).model_dump()
    return [
        place
        for place, name in enumerate(kind.model_fields, start=1)
        if isinstance(values[name], int)
        and not isinstance(values[name], bool)
        and not (name == "message_id" and number < 0)
    ]


@pytest.mark.parametrize("number", [10**30, LARGEST + 1, -1])
@pytest.mark.parametrize("kind", [kind for kind in callbacks.ALL if numbers_in(kind, 0)])
def test_no_button_takes_a_number_that_no_row_can_have(kind: type[CallbackData], number: int) -> None:
    for place in numbers_in(kind, number):
        parts = filled(kind).pack().split(":")
        parts[place] = str(number)
        with pytest.raises(ValueError, match="should be"):
            kind.unpack(":".join(parts))


@pytest.mark.parametrize("kind", sorted(set(CampaignKind) - SURVEYS))
def test_no_button_of_surveys_switches_another_post(kind: CampaignKind) -> None:
    with pytest.raises(ValueError, match="not asked after a visit"):
        callbacks.SwitchListening.unpack(f"yx:{kind}:1")
    with pytest.raises(ValueError, match="not asked after a visit"):
        callbacks.ReadSurveyWords.unpack(f"yw:{kind}")


def test_no_two_kinds_share_a_prefix() -> None:
    assert len({kind.__prefix__ for kind in callbacks.ALL}) == len(callbacks.ALL)


def test_every_kind_is_listed() -> None:
    assert set(CallbackData.__subclasses__()) == set(callbacks.ALL)


def test_the_first_page_needs_no_number() -> None:
    assert callbacks.TurnPage.unpack("hp:").before is None


@pytest.mark.parametrize(
    "data",
    [
        "vc:7", "vc:7:0", "vc:7:100", "vc:-1:1", "vc:9223372036854775808:1", "vc:seven:1", "vc:7:1:1",
        "vc::1",
        "zz:7:1", "", ":", "vc:7:1.5", "hp:0", "pr:maybe",
        "ln:", "ln:EN", "ln:../x", "ln:deutsch",
    ],
)  # fmt: skip
def test_data_that_we_never_made_is_not_taken(data: str) -> None:
    for kind in callbacks.ALL:
        with pytest.raises((TypeError, ValueError)):
            kind.unpack(data)
