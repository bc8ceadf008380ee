"""Reads the fixtures, as they stand: pure but for reading files. Whether they are right, `all_checks` says."""

import hashlib
import json
from pathlib import Path

from resources.loading.content import BY_COUNTRY, FILES, LISTS, Content, Row

# Raise this when the loader itself changes, so that the next start loads again.
LOADER = "5"


class UnreadableError(Exception):
    """A fixture is missing, is not a list of objects in JSON, or has a slip; the message says which and where."""


def digest(folder: Path) -> str:
    """One name for exactly these fixtures; raises UnreadableError when one is missing."""
    total = hashlib.sha256(LOADER.encode())
    for kind in (*FILES, *LISTS):
        for path in _files(folder, kind):
            total.update(f"{path.relative_to(folder)}\n".encode())
            total.update(_bytes(folder, path))
    return total.hexdigest()


def read(folder: Path) -> Content:
    """The rows of every fixture, as they stand; raises UnreadableError."""
    content = Content()
    for kind in FILES:
        content[kind], content.files[kind] = [], []
        for path in _files(folder, kind):
            rows = _rows(folder, path)
            content[kind] += rows
            content.files[kind] += [str(path.relative_to(folder))] * len(rows)
    content.hosts, content.wanted = (_rows(folder, folder / f"{name}.json") for name in LISTS)
    return content


def _files(folder: Path, kind: str) -> list[Path]:
    if kind not in BY_COUNTRY:
        return [folder / f"{kind}.json"]
    if found := sorted((folder / kind).glob("*.json")):
        return found
    raise UnreadableError(f"{kind}: no file of it can be read from {folder}.")


def _bytes(folder: Path, path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(f"{path.relative_to(folder)}: cannot be read from {folder}.") from error


def _rows(folder: Path, path: Path) -> list[Row]:
    name = path.relative_to(folder)
    try:
        rows = json.loads(_bytes(folder, path))
    except ValueError as error:
        raise UnreadableError(f"{name}: is not JSON: {error}.") from error
    if not isinstance(rows, list):
        raise UnreadableError(f"{name}: must be a list of objects.")
    return rows
