"""Which releases of SQLite the image may be built with; fed with version numbers, not with releases."""

import sqlite3
import subprocess
import sys

import pytest

from storage.sqlite_version import is_fixed, main

pytestmark = pytest.mark.sqlite_only("SQLite's version")


@pytest.mark.parametrize(
    "version",
    [(3, 51, 3), (3, 51, 10), (3, 52, 0), (3, 53, 4), (4, 0, 0), (3, 50, 7), (3, 50, 8), (3, 44, 6)],
)
def test_a_release_with_the_mended_wal_is_accepted(version: tuple[int, int, int]) -> None:
    assert is_fixed(version)


@pytest.mark.parametrize(
    "version",
    [
        (3, 51, 2),
        (3, 51, 0),
        (3, 50, 6),
        (3, 50, 4),
        (3, 49, 9),
        (3, 46, 1),
        (3, 45, 7),
        (3, 44, 5),
        (3, 40, 1),
        (3, 7, 0),
    ],
)
def test_a_release_with_the_bug_is_refused(version: tuple[int, int, int]) -> None:
    assert not is_fixed(version)


def test_the_script_fails_with_a_sentence_on_an_unfixed_release(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 46, 1))
    monkeypatch.setattr(sqlite3, "sqlite_version", "3.46.1")
    assert main() == 1
    assert capsys.readouterr().err.startswith("SQLite 3.46.1 has the WAL-reset bug")


def test_the_script_is_silent_on_a_fixed_release(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 51, 3))
    assert main() == 0
    assert capsys.readouterr() == ("", "")


def test_the_command_judges_the_sqlite_of_this_python() -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "storage.sqlite_version"], check=False, capture_output=True
    )
    assert answer.returncode == (0 if is_fixed(sqlite3.sqlite_version_info) else 1)
