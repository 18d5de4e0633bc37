"""Our own source files and what they import, read from their syntax trees.

It judges nothing and runs none of them.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
PACKAGES: Final = ("loyalty", "storage", "handlers", "bot")
OURS: Final = (*PACKAGES, "tests", "bench")


@dataclass(frozen=True, slots=True)
class Import:
    """One imported name, dotted and absolute, and the line that asks for it."""

    name: str
    line: int
    at_start: bool


@dataclass(frozen=True, eq=False)
class Source:
    """One module of ours."""

    name: str
    path: Path
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """What it says, made when somebody asks: hundreds of these only give a test its name."""
        return ast.parse(self.text)

    @property
    def is_package(self) -> bool:
        """Whether this is the `__init__` of a package."""
        return self.path.name == "__init__.py"

    def imports(self) -> Iterator[Import]:
        """Every import, wherever it stands: inside functions, under TYPE_CHECKING, and by constant name."""
        for node, at_start in _walk(self.tree, at_start=True):
            for name in self._names(node):
                yield Import(name, getattr(node, "lineno", 0), at_start)

    def _names(self, node: ast.AST) -> list[str]:
        match node:
            case ast.Import(names=names):
                return [alias.name for alias in names]
            case ast.ImportFrom(module=module, names=names, level=level):
                package = self.name.split(".") if self.is_package else self.name.split(".")[:-1]
                start = package[: len(package) - level + 1] if level else []
                origin = ".".join([*start, *([module] if module else [])])
                return [origin if alias.name == "*" else f"{origin}.{alias.name}" for alias in names]
            case ast.Call(
                func=ast.Name(id="import_module" | "__import__"), args=[ast.Constant(value=str(name)), *_]
            ):
                return [name]
            case ast.Call(func=ast.Attribute(attr="import_module"), args=[ast.Constant(value=str(name)), *_]):
                return [name]
        return []

    def line(self, number: int) -> str:
        """One line of the file, as it stands there."""
        return self.text.splitlines()[number - 1].strip()


def _walk(node: ast.AST, *, at_start: bool) -> Iterator[tuple[ast.AST, bool]]:
    for child in ast.iter_child_nodes(node):
        yield child, at_start
        is_later = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) or (
            isinstance(child, ast.If) and ast.unparse(child.test).endswith("TYPE_CHECKING")
        )
        yield from _walk(child, at_start=at_start and not is_later)


def parse(name: str, text: str, path: Path = Path("planted.py")) -> Source:
    """A source file from its text."""
    return Source(name, path, text)


def read(path: Path) -> Source:
    """The source file at `path`, which is below the root."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return parse(name, path.read_text(encoding="utf-8"), path)


@cache
def sources(*packages: str) -> tuple[Source, ...]:
    """All modules of these packages, in order of their names."""
    return tuple(read(path) for package in packages for path in sorted((ROOT / package).rglob("*.py")))


def is_below(name: str, *packages: str) -> bool:
    """Whether a dotted name is one of `packages` or inside one."""
    return any(name == package or name.startswith(f"{package}.") for package in packages)
