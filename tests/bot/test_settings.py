"""What the settings accept, and what they say to the owner about the rest; no process is started here."""

import os
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from bot.settings import Settings, SettingsError, read_settings
from loyalty.campaigns import Speed

TOKEN = "123456789:" + "Ab3-_" * 7


pytestmark = pytest.mark.usefixtures("folder")


def written(text: str | bytes) -> Path:
    env_file = Path(".env")
    env_file.write_bytes(text.encode() if isinstance(text, str) else text)
    return env_file


def problems(text: str | bytes) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as caught:
        read_settings(written(text))
    return caught.value.problems


def test_a_token_alone_is_enough(folder: Path) -> None:
    settings = read_settings(written(f"BOT_TOKEN={TOKEN}\n"))
    assert settings.bot_token.get_secret_value() == TOKEN
    assert settings.data_dir == folder / "data"
    assert settings.data_dir.is_dir()
    assert settings.socket_path == folder / "data" / "bot.sock"
    assert settings.telegram_api == "https://api.telegram.org"
    assert settings.telegram_link == "https://t.me"
    assert settings.telegram_proxy is None
    assert (settings.log_level, settings.log_format) == ("INFO", "auto")


def test_a_data_directory_that_is_made_is_for_nobody_else() -> None:
    assert read_settings(written(f"BOT_TOKEN={TOKEN}")).data_dir.stat().st_mode & 0o077 == 0


def test_the_environment_goes_before_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_LEVEL", "debug")
    assert read_settings(written(f"BOT_TOKEN={TOKEN}\nLOG_LEVEL=ERROR\n")).log_level == "DEBUG"


def test_a_missing_file_leaves_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    assert read_settings(Path("nowhere.env")).bot_token.get_secret_value() == TOKEN
    assert read_settings(None).bot_token.get_secret_value() == TOKEN


def test_a_server_is_named_by_its_address_and_the_password_is_kept_to_oneself() -> None:
    url = "postgresql://cafe:four%40words@127.0.0.1:5432/cafe"
    settings = read_settings(written(f"BOT_TOKEN={TOKEN}\nDATABASE_URL={url}\n"))
    assert settings.database_url is not None
    assert settings.database_url.get_secret_value() == url
    assert "four" not in repr(settings)


@pytest.mark.parametrize(
    "url",
    [
        "mysql://cafe:hidden@host/cafe",
        "cafe:hidden@host",
        "postgresql://h:hidden/x",
        "postgresql:cafe:hidden@host/cafe",
        "postgresql://cafe:100%hidden@host/cafe",
        "postgresql://cafe:hidden%00@host/cafe",
        "postgresql://cafe:12/34hidden@host/cafe",
        "postgresql://cafe:12?34hidden@host/cafe",
        "postgresql://cafe:12#34hidden@host/cafe",
        "postgresql://cafe:12@34hidden@host/cafe",
        "postgresql://cafe:[hidden@host/cafe",
        "postgresql://cafe:hid\u2100den@host/cafe",
        "postgresql://host:12hidden/cafe",
        "postgresql://cafe:hidden word@host/cafe",
    ],
)
def test_an_address_of_another_kind_is_refused_and_not_repeated(url: str) -> None:
    [problem] = problems(f"BOT_TOKEN={TOKEN}\nDATABASE_URL={url}\n")
    assert problem.startswith("DATABASE_URL must look like postgresql://name:password@host:5432/database")
    assert "hidden" not in problem


@pytest.mark.parametrize(
    "url",
    [
        "postgres://host/cafe",
        "postgresql:///cafe?host=/run/postgresql",
        "postgresql://cafe:a:b!$&'()*+,;=~-_.%40%2f@[::1]:5432/cafe?options=-csearch_path%3Dname",
        "postgresql://one:5432,two:5433/cafe?target_session_attrs=read-write",
    ],
)
def test_an_address_may_be_any_that_can_be_read_in_one_way(url: str) -> None:
    assert read_settings(written(f"BOT_TOKEN={TOKEN}\nDATABASE_URL={url}\n")).database_url is not None


def test_an_empty_value_is_no_value() -> None:
    settings = read_settings(written(f"BOT_TOKEN={TOKEN}\nTELEGRAM_PROXY=\nBOT_TOKEN_FILE=\nLOG_LEVEL=\n"))
    assert settings.telegram_proxy is None
    assert settings.log_level == "INFO"


def test_a_file_saved_by_notepad_is_read() -> None:
    settings = read_settings(written(b"\xef\xbb\xbfBOT_TOKEN=" + TOKEN.encode() + b"\r\n"))
    assert settings.bot_token.get_secret_value() == TOKEN


def test_the_token_may_stand_in_a_file_of_its_own() -> None:
    Path("token").write_text(f"{TOKEN}\n", encoding="utf-8")
    assert read_settings(written("BOT_TOKEN_FILE=token\n")).bot_token.get_secret_value() == TOKEN


def test_a_missing_token_is_said_once_with_the_way_to_botfather() -> None:
    (problem,) = problems("")
    assert problem.startswith("BOT_TOKEN is missing.")
    assert "@BotFather" in problem


def test_token_and_token_file_together_are_refused() -> None:
    (problem,) = problems(f"BOT_TOKEN={TOKEN}\nBOT_TOKEN_FILE=token\n")
    assert "both set" in problem


@pytest.mark.parametrize("content", ["", "not a token", "\x00\xff"])
def test_a_token_file_without_a_token_is_named(content: str) -> None:
    Path("token").write_bytes(content.encode("latin-1"))
    (problem,) = problems("BOT_TOKEN_FILE=token\n")
    assert problem.startswith("The file named by BOT_TOKEN_FILE holds something that is not a bot token")


def test_a_token_file_that_is_not_there_is_named() -> None:
    (problem,) = problems("BOT_TOKEN_FILE=nowhere\n")
    assert problem == "BOT_TOKEN_FILE names a file that can't be read: No such file or directory."


def test_everything_wrong_is_said_at_once() -> None:
    found = problems(
        "BOT_TOKEN=12:short\nLOG_LEVEL=loud\nLOG_FORMAT=xml\nTELEGRAM_API=api.telegram.org\n"
        "TELEGRAM_LINK=tg://resolve\nTELEGRAM_PROXY=socks5://localhost\nDATA_DIR=.env\n"
        "LOGLEVEL=INFO\nan odd line\n"
    )
    starts = (
        "Line 9 of .env can't be understood.",
        "LOGLEVEL in .env is not a setting. Did you mean LOG_LEVEL?",
        "BOT_TOKEN holds something that is not a bot token",
        "TELEGRAM_API must be a web address",
        "TELEGRAM_LINK must be a web address",
        "TELEGRAM_PROXY must look like socks5://",
        "LOG_LEVEL must be one of DEBUG, INFO, WARNING, ERROR.",
        "LOG_FORMAT must be one of plain, json, auto.",
        "DATA_DIR is ",
    )
    assert len(found) == len(starts)
    assert all(problem.startswith(start) for problem, start in zip(found, starts, strict=True)), found


@pytest.mark.parametrize(
    "address",
    ["https://cup.example.org/telegram", "https://cup.example.org:8443", "http://127.0.0.1:8081/telegram",
     "http://[::1]:8081/x"],
)  # fmt: skip
def test_an_address_that_telegram_can_post_to_is_taken(address: str) -> None:
    settings = read_settings(written(f"BOT_TOKEN={TOKEN}\nWEBHOOK_URL={address}\nHTTP_PORT=8081\n"))
    assert (settings.webhook_url, settings.http_host, settings.http_port) == (address, "127.0.0.1", 8081)
    assert len(settings.webhook_secret) == 64
    assert settings.webhook_secret not in TOKEN


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("cup.example.org", "WEBHOOK_URL must be the address"),
        ("http://cup.example.org/telegram", "with https."),
        ("ftp://127.0.0.1/telegram", "with https."),
        ("https://cup.example.org:8080/telegram", "only to 443, 80, 88, 8443."),
        ("https://cup.example.org:port/telegram", "WEBHOOK_URL must be the address"),
        ("https://name:word@cup.example.org/telegram", "no password"),
        ("https://cup.example.org/telegram?x=1", "nothing after a ?"),
        (f"https://cup.example.org/{TOKEN}", "holds the bot's token"),
        ("https://cup.example.org/{path}", "letters, digits"),
        ("https://cup.example.org/health", "can't end in /health"),
    ],
)
def test_an_address_that_telegram_could_not_post_to_is_said(address: str, says: str) -> None:
    (problem,) = problems(f"BOT_TOKEN={TOKEN}\nWEBHOOK_URL={address}\nHTTP_PORT=8081\n")
    assert says in problem
    assert TOKEN not in problem


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ("WEBHOOK_URL=https://cup.example.org/telegram", "WEBHOOK_URL needs HTTP_PORT"),
        ("METRICS=on", "METRICS needs HTTP_PORT"),
        ("METRICS=yes\nHTTP_PORT=8081", "METRICS must be one of off, on."),
        ("HTTP_PORT=http", "HTTP_PORT must be a number from 1 to 65535, or 0 for none."),
        ("HTTP_PORT=65536", "HTTP_PORT must be a number from 1 to 65535, or 0 for none."),
        ("HTTP_PORT=-1", "HTTP_PORT must be a number from 1 to 65535, or 0 for none."),
        ("HTTP_HOST=cup.example.org", "HTTP_HOST must be an address of this machine"),
    ],
)
def test_a_port_that_is_missing_or_none_is_said(lines: str, says: str) -> None:
    (problem,) = problems(f"BOT_TOKEN={TOKEN}\n{lines}\n")
    assert problem.startswith(says)


def test_the_webhooks_secret_follows_the_token() -> None:
    first = read_settings(written(f"BOT_TOKEN={TOKEN}\n")).webhook_secret
    assert read_settings(written(f"BOT_TOKEN={TOKEN}\n")).webhook_secret == first
    assert read_settings(written(f"BOT_TOKEN={TOKEN[:-1]}x\n")).webhook_secret != first


def test_a_name_without_a_value_is_named() -> None:
    assert "BOT_TOKEN in .env has no = after its name. Each line is NAME=value." in problems("BOT_TOKEN\n")


def test_names_of_other_programs_are_left_alone() -> None:
    read_settings(written(f"BOT_TOKEN={TOKEN}\nCOMPOSE_PROJECT_NAME=cafe\nTZ=Europe/Belgrade\nLANG=C\n"))


@pytest.mark.parametrize(
    "content", [b"\xff\xfeB\x00O\x00T\x00", b"LOG_LEVEL=\xff\n"], ids=["UTF-16", "not UTF-8 at all"]
)
def test_a_file_in_another_encoding_is_said_in_words(content: bytes) -> None:
    (problem,) = problems(content)
    assert problem == ".env is not plain text in UTF-8. Save it again with the encoding UTF-8."


def test_a_directory_in_place_of_the_file_is_said_in_words() -> None:
    Path(".env").mkdir()
    with pytest.raises(SettingsError, match=r"\.env can't be read: Is a directory\."):
        read_settings(Path(".env"))


def test_a_data_directory_too_deep_for_a_socket_is_refused(folder: Path) -> None:
    room = 99 - len(os.fsencode(folder / "bot.sock")) - 1
    fits, too_deep = "d" * room, "d" * (room + 1)
    assert len(os.fsencode(read_settings(written(f"BOT_TOKEN={TOKEN}\nDATA_DIR={fits}")).socket_path)) == 99
    (problem,) = problems(f"BOT_TOKEN={TOKEN}\nDATA_DIR={too_deep}")
    assert problem.startswith("DATA_DIR is too deep")


def test_a_data_directory_that_nobody_may_write_is_refused() -> None:
    closed = Path("closed")
    closed.mkdir(mode=0o500)
    if os.access(closed, os.W_OK):
        pytest.skip("this account may write everywhere (root)")
    (problem,) = problems(f"BOT_TOKEN={TOKEN}\nDATA_DIR=closed\n")
    assert "may not write" in problem


def test_a_data_directory_below_a_file_is_refused() -> None:
    (problem,) = problems(f"BOT_TOKEN={TOKEN}\nDATA_DIR=.env/data\n")
    assert "which can't be made: Not a directory." in problem


@pytest.mark.parametrize(
    "address",
    [
        "api.telegram.org",
        "https://",
        "ftp://host",
        "http://host:port",
        "http://name:pw@host",
        "http://host/?a",
        "http://a b",
        f"https://api.telegram.org/bot{TOKEN}",
    ],
)
def test_an_address_that_cannot_be_a_server_is_refused(address: str) -> None:
    (problem,) = problems(f"BOT_TOKEN={TOKEN}\nTELEGRAM_API={address}\n")
    assert problem.startswith("TELEGRAM_API must be")


def test_an_address_loses_its_last_slash() -> None:
    text = f"BOT_TOKEN={TOKEN}\nTELEGRAM_API=http://127.0.0.1:8081/\n"
    assert read_settings(written(text)).telegram_api == "http://127.0.0.1:8081"


@pytest.mark.parametrize("proxy", ["socks5://u:p%40ss@10.0.0.1:1080", "socks4://h:1", "http://[::1]:3128"])
def test_a_proxy_is_kept_as_a_secret(proxy: str) -> None:
    settings = read_settings(written(f"BOT_TOKEN={TOKEN}\nTELEGRAM_PROXY={proxy}\n"))
    assert settings.telegram_proxy == SecretStr(proxy)
    assert proxy not in repr(settings)


def test_neither_token_nor_password_is_ever_repeated() -> None:
    odd_token, password = "123456789:" + "A" * 29, "hunter2hunter2"
    with pytest.raises(SettingsError) as caught:
        read_settings(
            written(
                f"BOT_TOKEN={odd_token}\nTELEGRAM_PROXY=socks9://me:{password}@host:1\nLOG_LEVEL={TOKEN}\n{TOKEN}\n"
            )
        )
    said = repr(caught.value) + str(caught.value) + repr(caught.value.__cause__)
    assert odd_token not in said
    assert password not in said
    assert TOKEN not in said
    assert TOKEN not in repr(Settings(bot_token=SecretStr(TOKEN)))


def test_settings_built_in_code_ignore_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_PROXY", "socks5://elsewhere:1080")
    assert Settings(bot_token=SecretStr(TOKEN)).telegram_proxy is None
    with pytest.raises(ValidationError) as caught:
        Settings(bot_token=SecretStr("123456789:half a token"))
    assert "half a token" not in str(caught.value)


def test_the_passphrase_of_backups_comes_from_its_setting_or_a_file_and_is_long_enough(folder: Path) -> None:
    assert read_settings(written(f"BOT_TOKEN={TOKEN}\n")).backup_passphrase is None
    (folder / "secret").write_text("  four words nobody guesses\n")
    by_file = read_settings(written(f"BOT_TOKEN={TOKEN}\nBACKUP_PASSPHRASE_FILE={folder}/secret\n"))
    assert by_file.backup_passphrase == SecretStr("four words nobody guesses")
    assert "four words" not in repr(by_file)
    (short,) = problems(f"BOT_TOKEN={TOKEN}\nBACKUP_PASSPHRASE=secret1\n")
    assert short.startswith("BACKUP_PASSPHRASE is too short")
    assert "secret1" not in short
    (both,) = problems(f"BOT_TOKEN={TOKEN}\nBACKUP_PASSPHRASE=longenough\nBACKUP_PASSPHRASE_FILE=secret\n")
    assert "both set" in both
    (gone,) = problems(f"BOT_TOKEN={TOKEN}\nBACKUP_PASSPHRASE_FILE=nowhere\n")
    assert "can't be read" in gone


def test_the_speed_is_what_telegram_takes_for_nothing_unless_it_may_cost_something() -> None:
    assert read_settings(written(f"BOT_TOKEN={TOKEN}\n")).speed == Speed(28, paid=False)
    assert read_settings(written(f"BOT_TOKEN={TOKEN}\nMESSAGES_A_SECOND=5\n")).speed == Speed(5)
    paid = read_settings(written(f"BOT_TOKEN={TOKEN}\nMESSAGES_A_SECOND=100\nALLOW_PAID_BROADCAST=On\n"))
    assert paid.speed == Speed(100, paid=True)


@pytest.mark.parametrize("speed", ["31", "0", "-1", "fast", "101", "2.5"])
def test_a_speed_that_telegram_would_not_take_is_said_with_what_it_takes(speed: str) -> None:
    [sentence] = problems(f"BOT_TOKEN={TOKEN}\nMESSAGES_A_SECOND={speed}\n")
    assert "MESSAGES_A_SECOND" in sentence
    assert "30" in sentence
    assert ("0.1 Star" in sentence) == (speed == "31")


def test_whether_it_may_cost_something_is_said_plainly() -> None:
    [sentence] = problems(f"BOT_TOKEN={TOKEN}\nALLOW_PAID_BROADCAST=perhaps\n")
    assert sentence == "ALLOW_PAID_BROADCAST must be one of off, on."
