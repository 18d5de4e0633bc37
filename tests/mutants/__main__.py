"""`python -m tests.mutants`: takes one safeguard away at a time from a copy; the suite must go red.

Not here: which safeguards (mutations.py). It never changes the tree it is started from.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.mutants.mutation import Mutation
from tests.mutants.mutations import MUTATIONS

ROOT = Path(__file__).parents[2]
_NOT_COPIED = shutil.ignore_patterns(
    ".git", ".venv", ".*_cache", ".hypothesis", "__pycache__", "data", ".env"
)
_DUMP_TEST = "tests/storage/test_migrate.py::test_a_fresh_database_equals_the_committed_dump"
"""It notices every change of the schema, so it proves nothing here."""
_TESTS_FAILED = 1
"""pytest's exit code; any other one means that the tests did not run."""


def main() -> int:
    """0 when the untouched tree is green and every mutant is red."""
    every_test = tuple(sorted({test for mutation in MUTATIONS for test in mutation.tests}))
    nothing = Mutation("nothing taken away", "storage/__init__.py", "The rows", "The rows", every_test)
    wanted = sys.argv[1:]
    chosen = [one for one in MUTATIONS if not wanted or any(word in one.name for word in wanted)]
    with ThreadPoolExecutor(max_workers=2) as pool:
        codes = list(pool.map(run, [nothing, *chosen]))
    print(f"\n{len(chosen)} mutants, {sum(code == _TESTS_FAILED for code in codes[1:])} noticed")
    untouched_is_green = codes[0] == 0
    return 0 if untouched_is_green and all(code == _TESTS_FAILED for code in codes[1:]) else 1


def run(mutation: Mutation) -> int:
    """pytest's exit code with this safeguard gone."""
    with tempfile.TemporaryDirectory(prefix="mutant-") as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(ROOT, tree, ignore=_NOT_COPIED)
        mutate(tree, mutation)
        done = subprocess.run(
            [
                sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *mutation.tests,
                "--deselect", _DUMP_TEST,
            ],
            cwd=tree,
            env={**os.environ, "CI": "1", "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
        )  # fmt: skip
    said = {0: "green", _TESTS_FAILED: "red"}.get(done.returncode, f"did not run ({done.returncode})")
    noticed = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    print(f"{said:6} {mutation.name}  {noticed[0][:100] if noticed else ''}", flush=True)
    return done.returncode


def mutate(tree: Path, mutation: Mutation) -> None:
    """Take the safeguard away. Raises LookupError when it does not stand there exactly once."""
    file = tree / mutation.file
    text = file.read_text(encoding="utf-8")
    if text.count(mutation.old) != 1:
        raise LookupError(f"{mutation.name}: found {text.count(mutation.old)} times in {mutation.file}")
    file.write_text(text.replace(mutation.old, mutation.new), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
