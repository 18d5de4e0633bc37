"""docs/threats.md keeps its word: every row names what holds it and a test, and both are there.

Not here: whether a test would notice (tests/mutants), and other names on the page (test_docs.py).
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest

from tests.architecture.sources import ROOT, sources

PAGE = ROOT / "docs" / "threats.md"
TABLES = (
    "Faults of Telegram and of the machine", "Limits of Telegram", "Hostile customers",
    "Hostile or careless staff", "Strangers on the network and on the machine", "What the counter got later",
)  # fmt: skip

TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


@dataclass(frozen=True, slots=True)
class Row:
    """One threat."""

    under: str
    threat: str
    control: str
    test: str


@cache
def rows() -> tuple[Row, ...]:
    """All rows of all tables."""
    return tuple(_read(PAGE.read_text(encoding="utf-8")))


def _read(page: str) -> Iterator[Row]:
    heading = ""
    for line in page.splitlines():
        if line.startswith("## "):
            heading = line.removeprefix("## ")
        elif line.startswith("|") and not line.startswith(("| Threat |", "|---")):
            threat, control, test = (cell.strip() for cell in line.strip("|").split("|"))
            yield Row(heading, threat, control, test)


@cache
def functions(path: str) -> frozenset[str]:
    """The tests that stand in a module."""
    found = [one.tree.body for one in sources("tests") if one.path == ROOT / path]
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(node.name for body in found for node in body if isinstance(node, kinds))


def by_threat(row: Row) -> str:
    return row.threat


def test_every_group_of_threats_has_rows() -> None:
    assert {row.under for row in rows()} == set(TABLES)


def test_no_threat_stands_there_twice() -> None:
    named = [row.threat for row in rows()]
    assert len(set(named)) == len(named)


@pytest.mark.parametrize("row", rows(), ids=by_threat)
def test_a_row_names_what_holds_it_and_a_test(row: Row) -> None:
    assert re.search(r"`[\w./]+\.(py|lock|yaml)`|`Dockerfile`", row.control), "it names no file"
    assert row.test == ", ".join(f"`{path}::{name}`" for path, name in TEST.findall(row.test)) != ""


@pytest.mark.parametrize("row", rows(), ids=by_threat)
def test_every_test_that_a_row_names_exists(row: Row) -> None:
    missing = [f"{path}::{name}" for path, name in TEST.findall(row.test) if name not in functions(path)]
    assert missing == []


def test_a_planted_row_is_read() -> None:
    [row] = _read("## Faults\n| Threat | Control | Test |\n|---|---|---|\n| A | `b.py` | later |\n")
    assert row == Row("Faults", "A", "`b.py`", "later")
