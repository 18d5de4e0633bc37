"""The audit without a line: it says that nobody has looked, and never that all is well.

What the advisory service answers can't be had in a test; pip-audit's reports are judged by their form.
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path

from tests.audit.__main__ import EXIT_CLEAN, EXIT_FOUND, EXIT_NOT_LOOKED, NOT_LOOKED, judge, look

CLEAN = {"name": "structlog", "version": "26.1.0", "vulns": []}
HOLED = {"name": "pillow", "version": "1.0", "vulns": [{"id": "PYSEC-2026-1", "fix_versions": ["1.1"]}]}
SKIPPED = {"name": "aiogram", "skip_reason": "not found, and could not be audited"}


def report(*packages: Mapping[str, object]) -> str:
    return json.dumps({"dependencies": packages, "fixes": []})


def test_without_a_line_it_says_that_nobody_has_looked(tmp_path: Path) -> None:
    lock = tmp_path / "one.lock"
    lock.write_text(f"structlog==26.1.0 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    nowhere = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"), "http://127.0.0.1:9")
    outcome = look(lock, {**os.environ, **nowhere, "NO_PROXY": "", "no_proxy": ""})
    assert (outcome.code, outcome.words) == (EXIT_NOT_LOOKED, NOT_LOOKED)


def test_a_hole_is_named_with_the_version_that_mends_it() -> None:
    found = judge(report(CLEAN, HOLED, SKIPPED))
    assert found.code == EXIT_FOUND
    assert "pillow 1.0: PYSEC-2026-1, mended in 1.1" in found.words
    assert "structlog" not in found.words


def test_only_a_package_that_was_asked_about_is_clean() -> None:
    assert judge(report(CLEAN)).code == EXIT_CLEAN
    assert judge(report(SKIPPED)).words == NOT_LOOKED
    partly = judge(report(CLEAN, SKIPPED))
    assert (partly.code, "aiogram" in partly.words) == (EXIT_NOT_LOOKED, True)
    for broken in ("", "{}", "[]", "null", "Traceback", report()):
        assert judge(broken).code == EXIT_NOT_LOOKED
