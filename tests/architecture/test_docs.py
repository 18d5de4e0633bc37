"""What the pages name exists: files, modules, variables, links; and each decision has its four parts.

Not here: commands and make targets (test_commands.py), and whether what is said of it is true.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import VARIABLES
from tests.architecture.sources import OURS, ROOT

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
DECISIONS = sorted(ROOT.glob("docs/decisions/*.md"))
PARTS = ["Context", "Decision", "Alternatives", "Consequences"]
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
# A path of ours between backticks, perhaps with a part that stands for many: handlers/locales/<language>/.
OF_OURS = re.compile(rf"(?:{'|'.join((*OURS, 'docs'))})/[\w./<>*-]*")
RUN = re.compile(rf"python -m ((?:{'|'.join(OURS)})[\w.]*)")
VARIABLE = re.compile(r"(?:BOT|DATA|TELEGRAM|BACKUP|LOG|WEBHOOK|HTTP)_[A-Z_]+")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def code_in(page: Path) -> Iterator[str]:
    """Everything between backticks."""
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    yield from re.findall(r"`([^`\n]+)`", text)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_inside_the_project_leads_somewhere(page: Path) -> None:
    targets = [target.split("#")[0] for target in LINK.findall(page.read_text(encoding="utf-8"))]
    inside = [target for target in targets if target and "://" not in target]
    assert [target for target in inside if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_path_that_a_page_names_exists(page: Path) -> None:
    named = {path for code in code_in(page) for path in OF_OURS.findall(code)}
    missing = [path for path in named if not list(ROOT.glob(re.sub(r"<[^>]*>", "*", path).rstrip("/")))]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_module_that_a_page_tells_to_run_exists(page: Path) -> None:
    modules = RUN.findall(page.read_text(encoding="utf-8"))
    paths = [ROOT / module.replace(".", "/") for module in modules]
    assert [path for path in paths if not path.with_suffix(".py").exists() and not path.is_dir()] == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_variable_that_a_page_names_is_a_setting(page: Path) -> None:
    named = set(VARIABLE.findall(page.read_text(encoding="utf-8")))
    assert named <= set(VARIABLES)


def test_the_pages_are_looked_at() -> None:
    names = {name(page) for page in PAGES}
    assert {"README.md", "docs/architecture.md", "docs/glossary.md", "docs/adding-features.md"} <= names
    assert {"docs/counter.md", "docs/operations.md"} <= names


@pytest.mark.parametrize("page", DECISIONS, ids=name)
def test_a_decision_has_its_number_and_its_parts(page: Path) -> None:
    lines = page.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith(f"# {int(page.name[:4])}. ")
    headings = [line.removeprefix("## ") for line in lines if line.startswith("## ")]
    assert [heading for heading in headings if heading in PARTS] == PARTS


def test_decisions_are_numbered_without_gaps() -> None:
    assert [int(page.name[:4]) for page in DECISIONS] == list(range(1, len(DECISIONS) + 1))
