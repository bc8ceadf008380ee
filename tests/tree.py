"""The project's own files, read as text or as syntax trees, for the tests that look after the house."""

import ast
import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("compass", "resources", "wizard")
# Made by make, by Python or by a tool; never part of the project. The same names stand in .gitignore.
MADE = {".git", ".venv", ".local", "__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis"}


@cache
def files() -> tuple[str, ...]:
    """Every file of the project, as a path from the top, sorted."""
    found = []
    for folder, inner, names in os.walk(ROOT):
        inner[:] = [name for name in inner if name not in MADE]
        found += [(Path(folder) / name).relative_to(ROOT).as_posix() for name in names]
    return tuple(sorted(found))


def under(folder: str, *endings: str) -> list[str]:
    """The files below one folder whose names end so."""
    return [path for path in files() if path.startswith(f"{folder}/") and path.endswith(endings)]


def modules() -> list[str]:
    """The Python modules of the three packages, without migrations (a tool writes those)."""
    return [path for package in PACKAGES for path in under(package, ".py") if "/migrations/" not in path]


@cache
def text(path: str) -> str:
    """The content of a file of the project."""
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def syntax(path: str) -> ast.Module:
    """The syntax tree of a Python file of the project."""
    return ast.parse(text(path), path)


def imports(path: str) -> Iterator[str]:
    """Dotted names of all that a module imports, also inside functions: `from a import b` gives `a.b`."""
    package = path.removesuffix(".py").split("/")[:-1]
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            yield from (".".join([*above, *filter(None, [node.module]), name.name]) for name in node.names)


def wrong(paths: Iterable[str], look: Callable[[str], object]) -> dict[str, object]:
    """What a look at each of these files finds, by file; nothing where all is well. One test for many files."""
    return {path: found for path in paths if (found := look(path))}
