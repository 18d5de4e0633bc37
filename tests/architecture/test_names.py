"""Every module says what it is and what it is not, and none is called after nothing.

Its imports are judged elsewhere.
"""

import ast
import re

import pytest

from tests.architecture.sources import OURS, PACKAGES, Source, sources

# A name that fits everything says nothing: look for the noun in docs/glossary.md.
EMPTY_WORDS = frozenset(
    (
        "util",
        "utils",
        "helper",
        "helpers",
        "common",
        "manager",
        "managers",
        "base",
        "service",
        "services",
        "misc",
    )
)

# The role is called that in every cafe; a class may be named after it.
THE_ROLE = frozenset({"IsManager", "NotManager", "SetManager"})


def by_name(source: Source) -> str:
    return source.name


@pytest.mark.parametrize("source", sources(*OURS), ids=by_name)
def test_every_module_begins_with_a_docstring(source: Source) -> None:
    assert ast.get_docstring(source.tree)


@pytest.mark.parametrize("source", [one for one in sources(*PACKAGES) if not one.is_package], ids=by_name)
def test_a_docstring_says_what_the_module_is_and_what_it_is_not(source: Source) -> None:
    words = ast.get_docstring(source.tree) or ""
    sentences = re.split(r"(?<=[.;])\s+", words)
    assert len(sentences) >= 2, f"{source.name} says: {words}"


@pytest.mark.parametrize("source", sources(*OURS), ids=by_name)
def test_no_module_and_no_class_has_an_empty_name(source: Source) -> None:
    names = [*source.name.split(".")]
    names += [node.name for node in ast.walk(source.tree) if isinstance(node, ast.ClassDef)]
    for name in names:
        if name in THE_ROLE:
            continue
        words = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+", name)
        assert not EMPTY_WORDS & {word.lower() for word in words}, name
