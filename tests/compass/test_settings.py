"""What the settings promise: pragmas that hold, one switch with named exceptions, keys that must be given."""

import runpy
import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings as site_settings
from django.core.exceptions import ImproperlyConfigured
from django.db import ConnectionHandler, connection

from compass.visits.session_store import SessionStore
from tests.compass.conftest import database_bytes

GIVEN = {
    "COMPASS_SECRET_KEY": "k" * 50,
    "COMPASS_VISIT_PEPPERS": "p" * 40,
    "COMPASS_LOCAL": "0",
    "COMPASS_HOSTS": "compass.example",
    "COMPASS_DATABASE": ":memory:",
}


@pytest.fixture
def read(monkeypatch):
    """The settings as a process with this environment would read them."""

    def run(**given):
        for name, value in {**GIVEN, **given}.items():
            monkeypatch.setenv(name, value)
        found = runpy.run_path(site_settings.ROOT / "compass" / "settings.py")
        return {name: value for name, value in found.items() if name.isupper()}

    return run


@pytest.mark.parametrize(
    ("zone", "hours"),
    [
        ("America/Vancouver", -7),
        ("America/Edmonton", -6),
        ("America/Inuvik", -6),
        ("America/Winnipeg", -5),
        ("America/Toronto", -5),
        ("America/Los_Angeles", -8),
    ],
)
def test_clocks_show_the_law_of_today_and_not_the_table_of_the_machine(zone, hours):
    # British Columbia, Alberta, the Northwest Territories and Manitoba stopped changing theirs in 2026.
    noon = datetime(2026, 12, 1, 12, tzinfo=UTC)
    assert noon.astimezone(ZoneInfo(zone)).utcoffset() == timedelta(hours=hours)


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 1), ("secure_delete", 1), ("busy_timeout", 300), ("foreign_keys", 1)],
)
def test_sqlite_holds_what_was_asked_of_it(db, pragma, value):
    with connection.cursor() as cursor:
        assert cursor.execute(f"PRAGMA {pragma}").fetchone()[0] == value


@pytest.mark.sqlite
def test_a_connection_is_kept_for_seconds_so_that_a_replaced_file_is_soon_the_one_in_use(db, settings, tmp_path):
    ours = ConnectionHandler({"default": {**settings.DATABASES["default"], "NAME": tmp_path / "one"}})["default"]
    ours.ensure_connection()
    try:
        ends = ours.close_at - time.monotonic()
        ours.close_if_unusable_or_obsolete()
        assert (0 < ends <= 10, ours.connection is not None) == (True, True)
        ours.close_at = time.monotonic()
        ours.close_if_unusable_or_obsolete()
        assert ours.connection is None
    finally:
        ours.close()


@pytest.mark.sqlite
def test_a_transaction_takes_the_write_lock_at_once(db):
    assert connection.transaction_mode == "IMMEDIATE"


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_a_visit_that_ended_is_overwritten_on_the_disk():
    visit = SessionStore()
    visit.create()
    name, found = visit.row.row_id.encode(), []
    for step in (lambda: None, visit.flush):
        step()
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        found.append(name in database_bytes())
    assert found == [True, False]


def test_the_switch_for_a_developers_machine_changes_only_what_it_names(read):
    here = {"COMPASS_HOSTS": "localhost"}
    public, local = read(COMPASS_LOCAL="0", **here), read(COMPASS_LOCAL="1", **here)
    changed = {name: (public[name], local[name]) for name in public if repr(public[name]) != repr(local[name])}
    assert changed == {
        "LOCAL": (False, True),
        "SESSION_COOKIE_NAME": ("__Host-visit", "visit"),
        "SESSION_COOKIE_SECURE": (True, False),
        "CSRF_COOKIE_SECURE": (True, False),
        "SECURE_SSL_REDIRECT": (True, False),
        "SECURE_HSTS_SECONDS": (31_536_000, 0),
    }


@pytest.mark.parametrize("name", ["COMPASS_SECRET_KEY", "COMPASS_VISIT_PEPPERS", "COMPASS_HOSTS"])
def test_a_public_site_does_not_start_without_its_keys_and_name(read, name):
    with pytest.raises(ImproperlyConfigured, match=name):
        read(COMPASS_LOCAL="0", **{name: ""})


def test_debug_is_off_and_no_upload_handler_exists():
    assert (site_settings.DEBUG, site_settings.FILE_UPLOAD_HANDLERS) == (False, [])


def test_other_hosts_below_the_name_are_bound_only_where_the_operator_says_so(read):
    names = ("SECURE_HSTS_INCLUDE_SUBDOMAINS", "SECURE_HSTS_PRELOAD")
    said = [read(), read(COMPASS_HSTS_SUBDOMAINS="1"), read(COMPASS_HSTS_SUBDOMAINS="1", COMPASS_HSTS_PRELOAD="1")]
    assert [tuple(found[name] for name in names) for found in said] == [(False, False), (True, False), (True, True)]


def test_peppers_come_from_a_file_with_one_on_each_line(read, monkeypatch, tmp_path):
    (tmp_path / "peppers").write_text("new\nold\n")
    found = read(COMPASS_VISIT_PEPPERS="", COMPASS_VISIT_PEPPERS_FILE=str(tmp_path / "peppers"))
    assert found["VISIT_PEPPERS"] == ["new", "old"]


def test_the_collected_files_lie_where_the_operator_says(read, tmp_path):
    assert read(COMPASS_STATIC=str(tmp_path))["STATIC_ROOT"] == tmp_path


@pytest.mark.parametrize(
    ("given", "folder"),
    [
        ({"COMPASS_DATABASE": "/srv/made/compass.sqlite3"}, "/srv/made"),
        ({"COMPASS_VISITS_DATABASE": "/run/compass/visits.sqlite3"}, "/run/compass"),
        ({"COMPASS_DATABASE": "postgresql://db/compass", "COMPASS_STATIC": "/srv/made/static"}, "/srv/made"),
        ({"COMPASS_DATABASE": "postgresql://db/compass"}, f"{site_settings.ROOT}/.local"),
    ],
)
def test_visits_that_were_left_are_marked_where_the_site_may_write(read, given, folder):
    assert str(read(**given)["VISIT_MARKS_DIR"]) == f"{folder}/leaving"


def test_an_address_with_a_password_may_stand_in_a_file(read, tmp_path):
    (tmp_path / "address").write_text("postgresql://us:word@db/compass\n")
    found = read(COMPASS_DATABASE="", COMPASS_DATABASE_FILE=str(tmp_path / "address"))["DATABASES"]["default"]
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["NAME"]) == ("us", "word", "db", "compass")
