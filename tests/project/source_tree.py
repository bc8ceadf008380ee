"""The project's own files, read as text or as syntax trees, for the tests that look after the house."""

import ast
import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
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
    return (name for name, _line in imports_with_lines(path))


def imports_with_lines(path: str) -> Iterator[tuple[str, int]]:
    """As `imports`, each with the line on which it stands."""
    package = path.removesuffix(".py").split("/")[:-1]
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.Import):
            yield from ((name.name, node.lineno) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            yield from (
                (".".join([*above, *filter(None, [node.module]), name.name]), node.lineno) for name in node.names
            )


def known_modules(path: str) -> Iterator[str]:
    """Modules of the project, as paths, that a module imports; a package counts as its `__init__`."""
    for name in imports(path):
        # The last part may be something that stands in a module.
        for parts in (name.split("."), name.split(".")[:-1]):
            found = [end for end in ("/".join(parts) + ".py", "/".join([*parts, "__init__.py"])) if end in files()]
            if found:
                yield found[0]
                break


def circles(graph: dict[str, set[str]]) -> list[tuple[str, ...]]:
    """Groups of nodes that reach each other, sorted."""

    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        waiting = [*graph.get(start, ())]
        while waiting:
            node = waiting.pop()
            if node not in seen:
                seen.add(node)
                waiting += graph.get(node, ())
        return seen

    reach = {node: reached(node) for node in graph}
    groups = {tuple(sorted({node} | {o for o in reach[node] if node in reach.get(o, ())})) for node in graph}
    return sorted(group for group in groups if len(group) > 1 or group[0] in reach[group[0]])


def wrong(paths: Iterable[str], look: Callable[[str], object]) -> dict[str, object]:
    """What a look at each of these files finds, by file; nothing where all is well. One test for many files."""
    return {path: found for path in paths if (found := look(path))}
