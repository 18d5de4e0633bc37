"""What pyproject.toml declares, what our code imports and what the locks pin are one and the same.

Whether the packages are any good is not asked here.
"""

import re
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.sources import OURS, ROOT, sources

PROMISED = {
    "aiogram": "aiogram",
    "aiosqlite": "aiosqlite",
    "qrcode": "qrcode",
    "apscheduler": "apscheduler",
    "python-dotenv": "dotenv",
    "pytest-asyncio": "pytest_asyncio",
}
# Declared, and used without an import of ours: programs, plugins, and what aiogram imports for a proxy.
UNSEEN = {
    "mypy",
    "ruff",
    "pip-tools",
    "pip-audit",
    "pytest-timeout",
    "pytest-xdist",
    "aiohttp-socks",
    "tzdata",
}
LOCKS = ("requirements.lock", "requirements-dev.lock")


@cache
def declared() -> dict[str, Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    requirements = [Requirement(text) for group in groups for text in group]
    return {canonicalize_name(requirement.name): requirement for requirement in requirements}


@cache
def imported() -> frozenset[str]:
    names = {one.name.split(".")[0] for source in sources(*OURS) for one in source.imports()}
    return frozenset(names - set(OURS) - sys.stdlib_module_names - {"__future__"})


def pins(lock: str) -> dict[str, tuple[str, str]]:
    """Name -> version and everything that follows it, of each package in a lock."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.findall(r"^([A-Za-z0-9._-]+)==(\S+)((?: \\\n.*|\n +#.*)*)", text, re.MULTILINE)
    return {canonicalize_name(name): (version, rest) for name, version, rest in entries}


@pytest.mark.parametrize(("distribution", "module"), PROMISED.items())
def test_what_the_project_is_built_from_is_declared_and_imported(distribution: str, module: str) -> None:
    assert distribution in declared()
    assert module in imported()


def test_everything_imported_is_declared() -> None:
    owners = packages_distributions()
    for module in imported():
        names = {canonicalize_name(name) for name in owners.get(module, [module])}
        assert names & set(declared()), f"{module} is imported, and pyproject.toml doesn't declare it"


def test_everything_declared_is_used() -> None:
    owners = packages_distributions()
    used = {canonicalize_name(name) for module in imported() for name in owners.get(module, [])}
    idle = {name for name in set(declared()) - used - UNSEEN if not name.startswith("types-")}
    assert not idle


def test_the_locks_pin_everything_declared_within_its_bounds() -> None:
    pinned = pins("requirements-dev.lock")
    for name, requirement in declared().items():
        assert name in pinned, f"{name} is not pinned: make lock"
        assert requirement.specifier.contains(pinned[name][0]), (
            f"{name} {pinned[name][0]} is out of bounds: make lock"
        )


def test_the_image_gets_what_the_tests_ran_with() -> None:
    tested = pins("requirements-dev.lock")
    for name, (version, _) in pins("requirements.lock").items():
        assert tested[name][0] == version, f"{name} differs between the locks: make lock"


def test_the_image_gets_no_tools() -> None:
    assert not {"pytest", "mypy", "ruff", "hypothesis", "pip-audit"} & set(pins("requirements.lock"))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_its_hashes(lock: str) -> None:
    pinned = pins(lock)
    assert len(pinned) > 20
    for name, (_, rest) in pinned.items():
        assert "--hash=sha256:" in rest, f"{name} has no hash in {lock}"


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*-(?!-hash=)", text, re.MULTILINE), "only pins and hashes stand in a lock"
