"""A folder of files that others read while it is made anew: they see all of the old one, or all of the new one."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class ForeignFolderError(Exception):
    """The folder holds files that were not made here, so it must not be replaced."""


@contextmanager
def made_anew(folder: Path, mark: str) -> Iterator[Path]:
    """A new folder to fill, which takes the place of `folder` when the block ends well. Everybody may read it.

    `mark`: a file that the new folder will hold, and by which an old one is known as ours. Raises ForeignFolderError
    and OSError, and then leaves what was there.
    """
    folder = folder.resolve()
    if folder.exists() and not (folder / mark).is_file() and (not folder.is_dir() or any(folder.iterdir())):
        raise ForeignFolderError(f"{folder} holds something else: name a folder that is empty or not there.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    # In the same folder, so that nothing has to be copied.
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as beside:
        new, old = Path(beside) / "new", Path(beside) / "old"
        new.mkdir()
        yield new
        _open_to_all(new)
        _swap(folder, new, old)


def _open_to_all(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


def _swap(folder: Path, new: Path, old: Path) -> None:
    if folder.exists():
        folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        if old.exists():
            shutil.move(old, folder)
        raise
