"""Every command that our documents name exists, and the Makefile says in words what is missing.

None is carried out.
"""

import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
DOCUMENTS = sorted(
    [
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/**/*.md"),
        ROOT / "compose.yaml",
        ROOT / ".env.example",
        ROOT / ".ci/run",
    ]
)
TARGETS = dict(re.findall(r"^([a-z-]+):.*?## (.+)$", MAKEFILE, re.MULTILINE))


def named(pattern: str) -> list[str]:
    texts = [path.read_text(encoding="utf-8") for path in DOCUMENTS if path.exists()]
    return sorted({name for text in texts for name in re.findall(pattern, text, re.MULTILINE)})


# At the start of a line of code or just after a backtick, so that "make sure" in a sentence is no command.
@pytest.mark.parametrize("target", named(r"(?:`|^\s*(?:\$ )?|exec )make ([a-z-]+)\b(?=`|$| |\n)(?! sure)"))
def test_every_make_command_in_the_documents_exists(target: str) -> None:
    assert target in TARGETS


BOT_COMMANDS = sorted(
    {
        *named(r"python -m bot ([a-z][a-z-]+)"),
        *re.findall(r"\$\(RUN\) bot ([a-z-]+)", MAKEFILE),
        *re.findall(
            r'(?:"bot", |^CMD \[)"([a-z-]+)"\]', (ROOT / "Dockerfile").read_text(encoding="utf-8"), re.M
        ),
    }
)


def test_the_commands_of_the_image_and_of_make_are_looked_for() -> None:
    assert {"run", "health", "sandbox", "owner-link"} <= set(BOT_COMMANDS)


@pytest.mark.parametrize("command", BOT_COMMANDS)
def test_every_command_of_the_bot_in_the_documents_exists(command: str) -> None:
    asked = [sys.executable, "-m", "bot", command, "--help"]
    answer = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False, timeout=30)
    assert answer.returncode == 0, answer.stderr


def test_every_target_is_explained_and_takes_no_file_for_itself() -> None:
    (phony,) = re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)
    targets = re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE)
    assert phony.split() == targets == list(TARGETS)


def make(*arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    if shutil.which("make") is None:
        pytest.skip("make is not installed")
    # Not the flags of the make that may be running this test.
    environment = {"PATH": f"{folder}:{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin"}
    asked = ["make", *arguments]
    return subprocess.run(
        asked, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=50
    )


def test_make_alone_lists_every_target() -> None:
    answer = make()
    assert answer.returncode == 0
    assert answer.stdout.splitlines() == [f"make {name:<12} {words}" for name, words in TARGETS.items()]


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    for name in ("Makefile", "requirements-dev.lock"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def test_without_python_the_set_up_says_which_one_to_install(bare: Path) -> None:
    answer = make("setup", "PYTHONS=python-that-nobody-has", folder=bare)
    assert answer.returncode != 0
    assert "This needs Python 3.11 or newer" in answer.stderr


def test_without_the_venv_module_the_set_up_says_what_to_install(bare: Path) -> None:
    write_program(bare / "python-of-debian", 'case "$2" in *ensurepip*) exit 1;; esac')
    answer = make("setup", "PYTHONS=python-of-debian", folder=bare)
    assert answer.returncode != 0
    assert "sudo apt install python3-venv" in answer.stderr
    assert not (bare / ".venv").exists()


@pytest.fixture
def ready(bare: Path) -> Path:
    """Python is set up already; what Node is for is not."""
    (bare / ".venv" / "bin").mkdir(parents=True)
    shutil.copy(bare / "requirements-dev.lock", bare / ".venv" / "installed.lock")
    write_program(bare / ".venv" / "bin" / "python", "exit 0")
    (bare / "tests" / "outside").mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "outside" / "package-lock.json", bare / "tests" / "outside")
    return bare


def write_program(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def test_where_npm_reaches_nothing_the_set_up_says_so_and_goes_on(ready: Path) -> None:
    write_program(ready / "npm", "exit 1")
    answer = make("setup", folder=ready)
    assert answer.returncode == 0, answer.stderr
    assert "npm could not fetch grammY, so its test will be skipped" in answer.stdout


def test_what_npm_has_fetched_is_not_fetched_again(ready: Path) -> None:
    write_program(ready / "npm", 'echo "$1" >> asked; mkdir -p tests/outside/node_modules')
    for _ in range(2):
        assert make("setup", folder=ready).returncode == 0
    assert (ready / "asked").read_text(encoding="utf-8") == "ci\n"


def test_continuous_integration_runs_the_one_gate_and_nothing_else() -> None:
    script = ROOT / ".ci" / "run"
    lines = script.read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith(("#", "set ", "cd "))]
    assert commands == ["exec make test </dev/null"]
    assert script.stat().st_mode & stat.S_IXUSR
