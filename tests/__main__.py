"""`python -m tests`: the whole suite in two halves side by side; most machines have two cores at least.

Not here: which tests there are. Plain `pytest` runs the same ones after each other.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
WHOLE_CAFES = ("bot", "journeys")
"""Folders whose tests run processes, servers and long stories: about half of the time."""


def main() -> int:
    """Both halves; each one's output in one piece, the worse of the two exit codes."""
    here, root = HERE.name, HERE.parent
    rest = [f"--ignore={here}/{folder}" for folder in WHOLE_CAFES]
    halves = [[f"{here}/{folder}" for folder in WHOLE_CAFES], [here, *rest]]
    with tempfile.TemporaryDirectory() as folder:
        outputs = [Path(folder) / str(number) for number in range(len(halves))]
        running = [
            subprocess.Popen(
                _command(half, number), stdout=output.open("wb"), stderr=subprocess.STDOUT, cwd=root
            )
            for number, (half, output) in enumerate(zip(halves, outputs, strict=True))
        ]
        sys.stdout.write("Both halves run; what each has to say follows when it is done.\n")
        sys.stdout.flush()
        codes = []
        for one, output in zip(running, outputs, strict=True):
            codes.append(one.wait())
            sys.stdout.write(output.read_text(encoding="utf-8", errors="replace"))
            sys.stdout.flush()
    return max(codes, key=abs)


def _command(half: list[str], number: int) -> list[str]:
    own_cache = f"cache_dir=.pytest_cache/half-{number}"
    return [sys.executable, "-m", "pytest", "-q", "-o", own_cache, *sys.argv[1:], *half]


if __name__ == "__main__":
    raise SystemExit(main())
