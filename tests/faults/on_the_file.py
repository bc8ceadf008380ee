"""What can happen to the file of the database while the site runs. Each is undone when its block ends.

Each takes the path of the file. Root may do anything to a file, so where a right has to be missing the whole folder is
mounted to be read only, if this machine lets us mount.
"""

import os
import resource
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from pathlib import Path

ROOT = os.geteuid() == 0
Fault = Callable[[Path], AbstractContextManager[None]]


def parts(path: Path) -> list[Path]:
    """The file and its write-ahead log."""
    return [path, *(path.with_name(path.name + ending) for ending in ("-wal", "-shm"))]


@contextmanager
def removed(path: Path) -> Iterator[None]:
    """Somebody took it away, and brings it back."""
    aside = path.parent / "aside"
    aside.mkdir()
    for part in filter(Path.exists, parts(path)):
        part.rename(aside / part.name)
    try:
        yield
    finally:
        for part in parts(path):
            part.unlink(missing_ok=True)
        for part in aside.iterdir():
            part.rename(path.parent / part.name)
        aside.rmdir()


@contextmanager
def garbage(path: Path) -> Iterator[None]:
    """It is no database any more."""
    with removed(path):
        path.write_bytes(b"<html>not a database</html>" * 400)
        yield


@contextmanager
def folder_gone(path: Path) -> Iterator[None]:
    """A disk that is no longer there, or a folder that nobody may open."""
    aside = path.parent.with_name("hidden")
    path.parent.rename(aside)
    try:
        yield
    finally:
        shutil.rmtree(path.parent, ignore_errors=True)
        aside.rename(path.parent)


@contextmanager
def read_only(path: Path) -> Iterator[None]:
    """Nothing in its folder can be written."""
    if ROOT:
        subprocess.run(["mount", "--bind", path.parent, path.parent], check=True)
        try:
            subprocess.run(["mount", "-o", "remount,bind,ro", path.parent], check=True)
            yield
        finally:
            subprocess.run(["umount", "--lazy", path.parent], check=True)
        return
    modes = {each: each.stat().st_mode for each in (path.parent, *filter(Path.exists, parts(path)))}
    for each, mode in modes.items():
        each.chmod(mode & ~0o222)
    try:
        yield
    finally:
        for each, mode in modes.items():
            each.chmod(mode)


@contextmanager
def written_by_another(path: Path) -> Iterator[None]:
    """Another program writes for a long time: it can be read meanwhile."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def without_visits(path: Path) -> Iterator[None]:
    """The table of visits is missing."""
    with _renamed(path, "compass_visit"):
        yield


@contextmanager
def without_notes(path: Path) -> Iterator[None]:
    """The table of notes is missing."""
    with _renamed(path, "compass_note"):
        yield


@contextmanager
def without_facts(path: Path) -> Iterator[None]:
    """The table of helplines is missing."""
    with _renamed(path, "resources_helpline"):
        yield


@contextmanager
def _renamed(path: Path, table: str) -> Iterator[None]:
    def rename(old: str, new: str) -> None:
        with closing(sqlite3.connect(path, isolation_level=None, timeout=5)) as other:
            # Or the keys of other tables would follow it to its new name.
            other.execute("PRAGMA legacy_alter_table = ON")
            other.execute(f"ALTER TABLE {old} RENAME TO {new}")

    rename(table, "hidden")
    try:
        yield
    finally:
        rename("hidden", table)


@contextmanager
def disk_full(path: Path) -> Iterator[None]:
    """Not one byte more goes onto its disk; only for a small disk of its own."""
    filler = path.with_name("filler")
    with filler.open("wb", buffering=0) as file:
        for size in (1 << 20, 1 << 10, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                continue
    try:
        yield
    finally:
        filler.unlink()


def no_file_may_grow(processes: Iterable[int]) -> AbstractContextManager[None]:
    """`ulimit -f 0` for these processes: where no small disk can be mounted, and for a quota that is used up."""
    stack = ExitStack()
    for number in processes:
        soft, hard = resource.prlimit(number, resource.RLIMIT_FSIZE)
        resource.prlimit(number, resource.RLIMIT_FSIZE, (0, hard))
        stack.callback(resource.prlimit, number, resource.RLIMIT_FSIZE, (soft, hard))
    return stack
