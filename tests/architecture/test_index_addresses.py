"""No file of the project names a package index: which one to use is the machine's business.

Other addresses may stand.
"""

import shutil
import subprocess

import pytest

from tests.architecture.sources import ROOT

# In pieces, so that this file passes its own test.
NEEDLES = tuple(
    "".join(pieces)
    for pieces in (
        ("pypi", ".org"),
        ("python", "hosted"),
        ("/sim", "ple/"),
        ("--index", "-url"),
        ("--extra", "-index"),
        ("--find", "-links"),
        ("--trusted", "-host"),
        ("PIP_INDEX", "_URL"),
        ("registry.", "npmjs"),
    )
)


def test_no_file_names_a_package_index() -> None:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git clone: no list of the project's files")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split("\0")
    files = [ROOT / name for name in listed if name and (ROOT / name).is_file()]
    assert files
    found = [
        f"{path.relative_to(ROOT)}: {needle}"
        for path in files
        for needle in NEEDLES
        if needle.encode() in path.read_bytes()
    ]
    assert not found
