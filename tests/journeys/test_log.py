"""A whole day in the log at its most talkative: no secret, no name, no phone number in any line of it.

Not here: single lines (tests/bot/test_log_setup.py).
"""

import io
import logging
import re
import sys
from collections.abc import Iterator

import pytest
import structlog
from aiogram.types import User

from bot.log_setup import QUIET, configure_logging
from bot.settings import LogFormat
from loyalty.use_cases.customers.cards import ShowHistory
from tests.people import Customer, Staff
from tests.running_cafe import TOKEN, RunningCafe

NAMES = ("Olgaverenka", "Benvolio", "Annafelicitas", "Quellwasser", "annaq_1987")
OLGA, BEN, ANNA, FAMILY, USERNAME = NAMES  # by these words in the code below, which a traceback quotes
PHONE = "+372 5551 2345"
WORDS = "umbrella under the third table"
FORMATS: tuple[LogFormat, ...] = ("plain", "json")


@pytest.fixture(params=FORMATS)
def log(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    written = io.StringIO()
    configure_logging("DEBUG", request.param, written)
    yield written
    root.handlers[:] = handlers
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.NOTSET)
    logging.captureWarnings(capture=False)
    structlog.reset_defaults()


async def test_a_day_with_faults_leaves_nobodys_name_and_no_secret_in_the_log(
    log: io.StringIO, cafe: RunningCafe, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = await cafe.owner(OLGA, last_name=FAMILY)
    link = await cafe.owner_link()
    ben = await cafe.barista(owner, BEN)
    anna = await cafe.customer(ANNA, last_name=FAMILY, username=USERNAME)
    codes = [await _has_a_stamp(ben, anna)]
    await anna.says(WORDS)
    await anna.sends_contact(PHONE, ANNA, user_id=anna.id)
    await cafe.breaks("unreadable_update")
    await cafe.breaks("server_error", method="sendMessage", times=2)
    await cafe.breaks("answer_lost", method="editMessageText")
    await cafe.waits(hours=24)
    codes.append(await _has_a_stamp(ben, anna))
    await owner.sees("could not be handled")
    _breaks_history(monkeypatch, cafe)
    await anna.presses("History")
    await anna.reads("error-broken", timeout=10)
    await cafe.quiet()
    await cafe.stops_bot()

    lines = log.getvalue().splitlines()
    assert sum("Traceback" in line for line in lines) >= 3, "the faults are told with their tracebacks"
    assert any("update_given_up" in line for line in lines)
    assert any("bot_stopped" in line for line in lines)
    secrets = [TOKEN, TOKEN.partition(":")[2], link.partition("start=")[2], cafe.settings.webhook_secret]
    for code in codes:
        secrets += [code, f"{code[:3]} {code[3:]}"]
    found = [line for line in lines for one in (*NAMES, *secrets, PHONE, WORDS) if one in line]
    assert found == []
    digits = re.sub(r"\D", "", PHONE)
    assert [line for line in lines if digits in re.sub(r"[^\d]", "", line)] == []
    assert [line for line in lines if re.search(r"start=(?!\*)|/start (?!\*)", line)] == []


async def _has_a_stamp(ben: Staff, anna: Customer) -> str:
    shown = await anna.shows_code()
    card = await ben.scans_code(shown)
    await ben.taps("+1", card)
    await ben.sees_on(card, f"+1 · {BEN}")
    return shown.digits


def _breaks_history(monkeypatch: pytest.MonkeyPatch, cafe: RunningCafe) -> None:
    """A bug whose errors quote all that a log must not hold: an address with the token, a person, a form."""

    async def break_down(_: ShowHistory, *__: object, **___: object) -> None:
        try:
            User.model_validate({"id": 1, "is_bot": False, "first_name": [ANNA, FAMILY]})
        except ValueError as error:
            user = User(id=1, is_bot=False, first_name=ANNA, username=USERNAME)
            address = f"{cafe.url}/bot{TOKEN}/sendContact?phone={PHONE}"
            raise RuntimeError(f"{address} of {user!r} with text='{WORDS}'") from error

    monkeypatch.setattr(ShowHistory, "__call__", break_down)
