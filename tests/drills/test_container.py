"""The container as compose.yaml shuts it in: who it runs as, where it can write. Needs Docker and a network.

Not here: what compose.yaml says (tests/architecture/test_safety.py).
"""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BASE_IMAGE = "python:3.13-slim-trixie"
LOOK_AROUND = """
id -u
for place in /app /opt/venv /etc /data /tmp; do
    if touch "$place/left-by-the-test" 2>/dev/null; then echo "$place can be written"; fi
done
python -m bot health || true
"""


def docker(*words: str, seconds: float = 60) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["docker", *words], cwd=ROOT, capture_output=True, text=True, timeout=seconds, check=False
    )


def why_not() -> str:
    """Why no container can be run here, empty when one can."""
    try:
        if docker("compose", "version").returncode or docker("info").returncode:
            return "no Docker with Compose answers here"
    except (OSError, subprocess.TimeoutExpired):
        return "there is no Docker here"
    known = docker("image", "inspect", BASE_IMAGE).returncode == 0
    if not known and docker("pull", "--quiet", BASE_IMAGE, seconds=300).returncode:
        return f"{BASE_IMAGE} can't be fetched here"
    return ""


@pytest.fixture
def compose(tmp_path: Path) -> Iterator[tuple[str, ...]]:
    """Compose with an image and a volume of the test's own, beside those of a cafe on this machine."""
    if reason := why_not():
        pytest.skip(reason)
    project = f"cup-test-{os.getpid()}"
    other_image = tmp_path / "image.yaml"
    other_image.write_text(f"services:\n  bot:\n    image: {project}\n    env_file: !reset []\n")
    words = ("compose", "-p", project, "-f", "compose.yaml", "-f", str(other_image))
    yield words
    docker(*words, "down", "--volumes", "--rmi", "all")


@pytest.mark.timeout(1800)
def test_the_container_is_nobody_and_writes_only_where_its_data_lie(compose: tuple[str, ...]) -> None:
    built = docker(*compose, "build", "bot", seconds=1500)
    assert built.returncode == 0, built.stderr[-2000:]
    ran = docker(*compose, "run", "--rm", "-T", "--entrypoint", "sh", "bot", "-c", LOOK_AROUND, seconds=120)
    uid, *written = [line for line in ran.stdout.splitlines() if line.isdigit() or "can be written" in line]
    assert (uid, written) == ("10001", ["/data can be written", "/tmp can be written"]), ran.stderr
    assert "Traceback" not in ran.stdout + ran.stderr
