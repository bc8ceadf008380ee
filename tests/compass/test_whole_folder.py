"""A folder is replaced as a whole, or stays as it was; one with files of somebody else is never touched."""

import os
import stat
from pathlib import Path

import pytest

from compass.whole_folder import ForeignFolderError, made_anew

MARK = "mark.txt"


def make(folder, words):
    with made_anew(folder, MARK) as new:
        (new / MARK).write_text("")
        (new / "inner").mkdir()
        (new / "inner" / words).write_text(words)


def held(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_the_new_files_take_the_place_of_the_old_ones_and_nothing_lies_beside(tmp_path):
    folder = tmp_path / "pages"
    make(folder, "one")
    make(folder, "two")
    assert (held(folder), [path.name for path in tmp_path.iterdir()]) == (["mark.txt", "two"], ["pages"])


def test_what_broke_half_way_leaves_the_old_files(tmp_path):
    folder = tmp_path / "pages"
    make(folder, "one")
    with pytest.raises(IsADirectoryError):
        make(folder, "..")
    assert (held(folder), [path.name for path in tmp_path.iterdir()]) == (["mark.txt", "one"], ["pages"])


def test_a_folder_that_cannot_take_the_place_leaves_the_old_one_there(tmp_path, monkeypatch):
    folder, rename = tmp_path / "pages", Path.rename
    make(folder, "one")

    def refuse(path, target):
        if path.name == "new":
            raise PermissionError(13, "Permission denied")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        make(folder, "two")
    assert held(folder) == ["mark.txt", "one"]


def test_files_of_somebody_else_are_never_replaced(tmp_path):
    (tmp_path / "thesis.txt").write_text("years")
    for folder in (tmp_path, tmp_path / "thesis.txt"):
        with pytest.raises(ForeignFolderError, match="holds something else"):
            make(folder, "one")
    assert held(tmp_path) == ["thesis.txt"]


def test_an_empty_folder_and_one_behind_a_link_are_filled(tmp_path):
    real, link = tmp_path / "real", tmp_path / "link"
    real.mkdir()
    link.symlink_to(real)
    make(link, "one")
    assert (held(real), link.is_symlink()) == (["mark.txt", "one"], True)


def test_everybody_may_read_it_whatever_the_process_makes_for_itself(tmp_path):
    before = os.umask(0o077)
    try:
        make(tmp_path / "pages", "one")
    finally:
        os.umask(before)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.rglob("*")}
    assert modes == {"pages": 0o755, "inner": 0o755, "one": 0o644, MARK: 0o644}
