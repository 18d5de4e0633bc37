"""`python -m tests.audit`: whether a package that the bot runs with has a known hole; asks who knows.

Not here: the list of packages (requirements.lock), and the asking itself, which is pip-audit's.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LOCK = Path(__file__).parents[2] / "requirements.lock"
EXIT_CLEAN, EXIT_FOUND, EXIT_NOT_LOOKED = 0, 1, 75
SECONDS = 15
"""For one answer of the service."""
NOT_LOOKED = (
    "Nobody has looked: the service that knows of holes in packages can't be reached from here, or does not "
    "answer as it should. Nothing is known, neither good nor bad. Try again with a line to the internet."
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it, in words and as an exit code."""

    words: str
    code: int


def look(lock: Path = LOCK, environment: Mapping[str, str] | None = None) -> Outcome:
    """Ask about every pin of a lock, by name and version; nothing is installed."""
    with tempfile.TemporaryDirectory() as cache:
        asked = ["--requirement", str(lock), "--require-hashes", "--disable-pip", "--format", "json"]
        asked += ["--progress-spinner", "off", "--timeout", str(SECONDS), "--cache-dir", cache]
        command = [sys.executable, "-m", "pip_audit", *asked]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return judge(done.stdout)


def judge(said: str) -> Outcome:
    """By the report alone: pip-audit ends with 1 for a hole and for a failure alike, and with 0 ("no known
    vulnerabilities") when it could ask about none of the packages.
    """
    try:
        packages: list[dict[str, Any]] = json.loads(said)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return Outcome(NOT_LOOKED, EXIT_NOT_LOOKED)
    holes = [_word(one, hole) for one in packages for hole in one.get("vulns", [])]
    if holes:
        return Outcome("\n".join(["Known holes:", *holes]), EXIT_FOUND)
    unknown = [one["name"] for one in packages if "vulns" not in one]
    if not packages or len(unknown) == len(packages):
        return Outcome(NOT_LOOKED, EXIT_NOT_LOOKED)
    if unknown:
        names = ", ".join(unknown)
        return Outcome(
            f"Of {len(packages)} packages these could not be asked about: {names}", EXIT_NOT_LOOKED
        )
    return Outcome(f"No known holes in {len(packages)} packages.", EXIT_CLEAN)


def _word(package: dict[str, Any], hole: dict[str, Any]) -> str:
    mended = ", ".join(hole.get("fix_versions") or ["no version yet"])
    return f"  {package['name']} {package['version']}: {hole['id']}, mended in {mended}"


if __name__ == "__main__":
    outcome = look()
    print(outcome.words)
    sys.exit(outcome.code)
