"""One setting is a path or an address; a slip is one sentence, and no sentence holds a password."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from compass.database_setting import database, folder, is_address, is_open_to_the_network

ADDRESS = "postgresql://guide:p%40ss@db.example:6432/compass?sslmode=require"


def read(text):
    return database(text, "COMPASS_DATABASE", 0.3)


@pytest.mark.parametrize("path", ["/srv/compass.sqlite3", "relative.sqlite3", ":memory:", "C:/compass/file"])
def test_a_path_is_a_file_of_sqlite(path):
    found = read(path)
    assert (found["ENGINE"], found["NAME"], found["CONN_MAX_AGE"]) == ("django.db.backends.sqlite3", path, 10)


@pytest.mark.parametrize("scheme", ["postgresql", "postgres"])
def test_an_address_is_taken_apart(scheme):
    found = read(ADDRESS.replace("postgresql", scheme))
    wanted = {"NAME": "compass", "USER": "guide", "PASSWORD": "p@ss", "HOST": "db.example", "PORT": 6432}
    assert (found["ENGINE"], {name: found[name] for name in wanted}) == ("compass.postgresql", wanted)


def test_a_connection_is_used_again_for_a_minute_and_looked_at_before():
    found = read(ADDRESS)
    assert (found["CONN_MAX_AGE"], found["CONN_HEALTH_CHECKS"]) == (60, True)


def test_nobody_waits_for_long():
    options = read(ADDRESS)["OPTIONS"]
    assert (options["connect_timeout"], options["tcp_user_timeout"], options["application_name"]) == (
        2,
        2000,
        "compass",
    )
    assert options["options"].startswith("-c lock_timeout=300 -c idle_in_transaction_session_timeout=10000 ")


def test_what_the_operator_asks_of_the_server_is_added_and_wins():
    options = read(f"{ADDRESS}&connect_timeout=5&options=-c%20lock_timeout%3D900")["OPTIONS"]
    assert (options["sslmode"], options["connect_timeout"]) == ("require", 5)
    assert options["options"].split(" -c ")[-1] == "lock_timeout=900"


def test_a_socket_is_a_host():
    assert read("postgresql://%2Fvar%2Frun%2Fpostgresql/compass")["HOST"] == "/var/run/postgresql"


SHAPE = "postgresql://user:password@host:port/name"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("mysql://u:secret@host/name", "COMPASS_DATABASE must be a path, or begin with postgresql://"),
        ("sqlite:///secret", "COMPASS_DATABASE must be a path, or begin with postgresql://"),
        ("PostgreSQL://u:secret@host/name", "COMPASS_DATABASE must be a path, or begin with postgresql://"),
        ("postgresql:secret", "COMPASS_DATABASE must be a path, or begin with postgresql://"),
        ("postgresql://u:secret@host/", f"COMPASS_DATABASE names no database: {SHAPE}"),
        ("postgresql://u:secret@host:port/name", f"COMPASS_DATABASE is no address: {SHAPE}"),
        ("postgresql://u:secret@[host/name", f"COMPASS_DATABASE is no address: {SHAPE}"),
    ],
)
def test_a_slip_is_one_sentence_without_the_address(text, says):
    with pytest.raises(ImproperlyConfigured) as error:
        read(text)
    assert (str(error.value), error.value.__suppress_context__ or not error.value.__context__) == (says, True)


def test_marks_lie_beside_a_file_and_else_where_data_lies():
    assert [folder(text, Path("/data")) for text in ("/srv/a.sqlite3", ADDRESS)] == [Path("/srv"), Path("/data")]


@pytest.mark.parametrize(
    ("address", "open_"),
    [
        ("postgresql://db.example/compass", True),
        ("postgresql://10.0.0.7/compass?sslmode=prefer", True),
        ("postgresql://localhost.example/compass", True),
        ("postgresql://127.0.0.1/compass?hostaddr=10.0.0.7", True),
        ("postgresql:///compass?host=127.0.0.1,db.example", True),
        ("postgresql://db.example/compass?sslmode=require", False),
        ("postgresql://db.example/compass?sslmode=verify-full", False),
        ("postgresql://localhost/compass", False),
        ("postgresql://127.0.0.9:5433/compass", False),
        ("postgresql://[::1]/compass", False),
        ("postgresql://%2Fvar%2Frun%2Fpostgresql/compass", False),
        ("postgresql:///compass", False),
        ("/srv/compass.sqlite3", False),
    ],
)
def test_only_another_machine_without_tls_is_open_to_the_network(address, open_):
    assert is_open_to_the_network(read(address)) is open_


def test_only_an_address_is_an_address():
    assert [is_address(text) for text in (ADDRESS, "/srv/postgresql", "")] == [True, False, False]
