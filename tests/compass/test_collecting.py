"""Static files are collected beside a running site: once, for their owner, and what an old page names stays."""

import os
import stat

import pytest

from compass.collecting import collect, fingerprint


@pytest.fixture
def named(settings):
    """As on a real site: a name changes with the content."""
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "compass.static_storage.StaticStorage"}}


def collected(settings):
    return sorted(path.name for path in settings.STATIC_ROOT.iterdir())


def sheets(settings):
    """What lies there of the style sheet under a name that changes: the first letters of each."""
    return {path.read_text() for path in settings.STATIC_ROOT.glob("site.*.css")}


def test_static_files_are_collected_once(static, settings):
    assert (collect(), collect(), collected(settings)) == (True, False, ["site.css"])


def test_a_changed_a_new_and_a_lost_file_are_each_seen(static, settings):
    seen = [fingerprint()]
    collect()
    (static / "site.css").write_text("p { margin: 1 }")
    seen.append(fingerprint())
    (static / "more.css").write_text("")
    seen.append(fingerprint())
    assert (collect(), collected(settings)) == (True, ["more.css", "site.css"])
    (static / "site.css").unlink()
    seen.append(fingerprint())
    assert (collect(), collected(settings), len({*seen})) == (True, ["more.css"], 4)


def test_a_file_that_was_only_touched_is_the_same_file(static):
    before = fingerprint()
    os.utime(static / "site.css", (1, 1))
    assert fingerprint() == before


def test_collected_files_that_were_deleted_are_collected_again(static, settings):
    collect()
    for path in settings.STATIC_ROOT.iterdir():
        path.unlink()
    assert (collect(), collected(settings)) == (True, ["site.css"])


def test_a_sheet_stays_for_one_version_after_its_own(static, settings, named):
    seen = []
    for margin in range(3):
        (static / "site.css").write_text(f"p{{margin:{margin}}}")
        collect()
        seen.append(sheets(settings))
    assert seen == [{"p{margin:0}"}, {"p{margin:0}", "p{margin:1}"}, {"p{margin:1}", "p{margin:2}"}]


def test_a_sheet_that_did_not_change_is_never_away(static, settings, named, monkeypatch):
    (static / "more.css").write_text("i{left:0}")
    collect()
    there = []
    (static / "more.css").write_text("i{left:1}")
    replace = type(static).replace
    monkeypatch.setattr(type(static), "replace", lambda *paths: (there.append(sheets(settings)), replace(*paths)))
    collect()
    assert (len(there) > 5, [look for look in there if look != {"p { margin: 0 }"}]) == (True, [])


def test_what_is_collected_is_for_its_owner_only(static, settings, named):
    before = os.umask(0o077)
    try:
        collect()
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in settings.STATIC_ROOT.rglob("*")}
    assert modes == {0o600}
