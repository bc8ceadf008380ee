"""A mark closes a visit for all workers; it is a name without content, and it does not stand for ever."""

import os
import stat
import time

import pytest

from compass.visits import marks


@pytest.fixture
def folder(settings, tmp_path, monkeypatch):
    settings.VISIT_MARKS_DIR = tmp_path / "leaving"
    monkeypatch.setattr(marks, "_mine", {})
    return settings.VISIT_MARKS_DIR


def test_without_a_mark_nothing_is_closed_and_no_folder_is_made(folder):
    assert (marks.has(["a"]), marks.standing(), folder.exists()) == (False, set(), False)


def test_a_mark_is_an_empty_file_for_this_user_only(folder):
    marks.put(["a", "b"])
    assert {path.name: (path.stat().st_size, stat.S_IMODE(path.stat().st_mode)) for path in folder.iterdir()} == {
        "a": (0, 0o600),
        "b": (0, 0o600),
    }
    assert (stat.S_IMODE(folder.stat().st_mode), marks.has(["x", "b"]), marks.has(["x"])) == (0o700, True, False)


def test_a_mark_is_taken_away_once_and_twice(folder):
    marks.put(["a", "b"])
    marks.take_away(["a"])
    marks.take_away(["a"])
    assert marks.standing() == {"b"}


def test_a_mark_that_is_older_than_any_visit_is_dropped(folder, settings):
    marks.put(["old", "new"])
    then = time.time() - settings.VISIT_MOST_SECONDS - 60
    os.utime(folder / "old", (then, then))
    marks._mine["old"] = then
    assert (marks.standing(), [path.name for path in folder.iterdir()]) == ({"new"}, ["new"])


def test_where_no_file_can_be_made_this_worker_remembers(folder, caplog):
    folder.write_text("a file stands in the way")
    marks.put(["a"])
    assert (marks.has(["a"]), marks.standing()) == (True, {"a"})
    assert [record.getMessage() for record in caplog.records] == [
        "A visit that was left is remembered by one worker only."
    ]
    marks.take_away(["a"])
    assert marks.has(["a"]) is False


def test_a_mark_outlives_a_folder_that_vanishes_and_comes_back_without_it(folder):
    marks.put(["a"])
    (folder / "a").unlink()
    folder.rmdir()
    assert (marks.has(["a"]), marks.standing()) == (True, {"a"})


def test_where_the_disk_is_missing_nothing_is_made_in_its_place(settings, folder):
    settings.VISIT_MARKS_DIR = folder / "missing" / "leaving"
    marks.put(["a"])
    assert (marks.has(["a"]), folder.exists()) == (True, False)
