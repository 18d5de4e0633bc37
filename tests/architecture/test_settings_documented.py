"""`.env.example` and the settings are equal: names, defaults, and an explanation for each.

Values are judged elsewhere.
"""

import re
from pathlib import Path
from tempfile import gettempdir

import pytest

from bot.settings import VARIABLES, Settings, read_settings
from tests.architecture.sources import ROOT

EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
TOKEN = "123456789:" + "Ab3-_" * 7
# Explanation, then the variable: bare if it must be filled in, switched off otherwise.
ENTRIES = re.findall(r"((?:^# .+\n)+)^(# |)([A-Z_]+)=(.*)$", EXAMPLE, re.MULTILINE)
FILES = {"BOT_TOKEN_FILE", "BACKUP_PASSPHRASE_FILE"}
WITHOUT_DEFAULT = {
    "BOT_TOKEN", "DATABASE_URL", "TELEGRAM_PROXY", "BACKUP_PASSPHRASE", "WEBHOOK_URL",
} | FILES  # fmt: skip


def test_every_setting_stands_in_the_example_once_and_nothing_else_does() -> None:
    assert sorted(name for _, _, name, _ in ENTRIES) == sorted(VARIABLES)


def test_every_variable_is_a_field_of_the_settings_or_the_way_to_one() -> None:
    assert set(VARIABLES) == {name.upper() for name in Settings.model_fields} | FILES


@pytest.mark.parametrize(("words", "off", "name", "value"), ENTRIES)
def test_what_the_example_shows_is_the_default(words: str, off: str, name: str, value: str) -> None:
    if name in WITHOUT_DEFAULT:
        assert "No default" in words
        return
    assert off, f"{name} has a default and should be switched off"
    assert value == str(Settings.model_fields[name.lower()].default)


def test_the_example_with_a_token_filled_in_is_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    # tmp_path itself is too deep for a socket on some systems.
    monkeypatch.setenv("DATA_DIR", gettempdir())
    copy = tmp_path / ".env"
    copy.write_text(EXAMPLE.replace("BOT_TOKEN=\n", f"BOT_TOKEN={TOKEN}\n"), encoding="utf-8")
    assert read_settings(copy).bot_token.get_secret_value() == TOKEN
