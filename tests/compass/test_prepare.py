"""A start makes what is missing, once; and says in one line why it cannot."""

import os
import socket
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from compass.management.commands import prepare
from compass.management.commands.prepare import collect_static, port_trouble, static_fingerprint


@pytest.fixture
def taken_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield str(server.getsockname()[1])


@pytest.fixture
def shared_port():
    """A server with several processes shares its port; a second such server would get in beside it."""
    with socket.create_server(("127.0.0.1", 0), reuse_port=True) as server:
        yield str(server.getsockname()[1])


@pytest.fixture
def static(settings, tmp_path):
    """A folder of static files, and a place to collect them."""
    source = tmp_path / "source"
    source.mkdir()
    (source / "site.css").write_text("p { margin: 0 }")
    settings.STATICFILES_DIRS = [source]
    settings.STATIC_ROOT = tmp_path / "made" / "static"
    settings.STATIC_ROOT.parent.mkdir()
    return source


@pytest.fixture
def called(monkeypatch):
    """What the command asks of other commands, in order, without doing it."""
    calls = []
    monkeypatch.setattr(prepare, "call_command", lambda *words, **options: calls.append(words))
    return calls


def collected(settings):
    return sorted(path.name for path in settings.STATIC_ROOT.iterdir())


@pytest.mark.parametrize("port", ["", "0", "65536", "-1", "8000.5", "http", "٨٠٠٠"])
def test_a_port_that_is_no_port_is_named(port):
    assert port_trouble(port) == f"PORT must be a number from 1 to 65535, not {port!r}."


@pytest.mark.parametrize("kind", ["taken_port", "shared_port"])
def test_a_port_in_use_is_named_with_a_way_out(kind, request):
    port = request.getfixturevalue(kind)
    assert port_trouble(port) == f"Port {port} is in use. Stop what uses it, or choose another: make run PORT=8001"


def test_a_port_that_the_system_keeps_is_named(monkeypatch):
    def refuse(self, address):
        raise PermissionError

    monkeypatch.setattr(socket.socket, "bind", refuse)
    assert port_trouble("80") == "Port 80 is not open to you. Choose one above 1023: make run PORT=8001"


def test_a_free_port_is_no_trouble(free_port):
    assert port_trouble(free_port) == ""


@pytest.mark.django_db
def test_a_start_makes_the_database_then_the_facts_then_the_files(called, free_port, static, capsys):
    call_command("prepare", port=free_port)
    assert called == [("migrate",), ("load_content", "--if-changed"), ("collectstatic",)]
    assert capsys.readouterr().out == f"Compass is at http://127.0.0.1:{free_port}/  (Ctrl-C stops it)\n"


def test_a_start_on_a_port_in_use_touches_nothing(called, taken_port, capsys):
    with pytest.raises(SystemExit) as ended:
        call_command("prepare", port=taken_port)
    says = f"Port {taken_port} is in use. Stop what uses it, or choose another: make run PORT=8001\n"
    assert (ended.value.code, called, capsys.readouterr()) == (1, [], ("", says))


@pytest.mark.parametrize("alias", ["default", "visits"])
@pytest.mark.django_db
def test_a_database_that_is_away_is_one_sentence_before_anything_is_made(alias, called, free_port, monkeypatch, capsys):
    class Away:
        def ensure_connection(self):
            raise OperationalError("no server at port 5432\n\tIs it running?")

    monkeypatch.setattr(prepare, "connections", {"default": connection, alias: Away()})
    with pytest.raises(SystemExit) as ended:
        call_command("prepare", port=free_port)
    variable = {"default": "COMPASS_DATABASE", "visits": "COMPASS_VISITS_DATABASE"}[alias]
    says = f"The database of {variable} cannot be used: no server at port 5432\n"
    assert (ended.value.code, called, capsys.readouterr()) == (2, [], ("", says))


@pytest.mark.parametrize("text", ["mysql://root:secret@db/compass", "postgresql://root:secret@db:port/compass"])
def test_an_address_that_is_none_is_one_sentence_without_a_password(text, settings):
    environment = {**os.environ, "COMPASS_DATABASE": text, "DJANGO_SETTINGS_MODULE": "compass.settings"}
    words = [sys.executable, settings.ROOT / "manage.py", "prepare"]
    done = subprocess.run(words, env={**environment, "COMPASS_LOCAL": "1"}, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr.count("\n"), "secret" in done.stderr) == (2, "", 1, False)


@pytest.fixture
def slip(monkeypatch):
    """Facts with a slip; every other command does nothing."""

    def refuse(name, *words, **options):
        if name == "load_content":
            raise CommandError("helplines.json, kids: has no source.")

    monkeypatch.setattr(prepare, "call_command", refuse)
    return "helplines.json, kids: has no source.\n"


@pytest.mark.django_db
def test_facts_that_cannot_be_loaded_stop_a_start_that_has_no_others(slip, free_port, static, settings, capsys):
    settings.HEALTH_CHECKS = ["tests.compass.test_prepare.no_facts"]
    with pytest.raises(SystemExit) as ended:
        call_command("prepare", port=free_port)
    assert (ended.value.code, capsys.readouterr()) == (1, ("", slip))


@pytest.mark.django_db
def test_a_site_with_good_facts_starts_with_those_and_says_so_loudly(slip, free_port, static, capsys):
    call_command("prepare", port=free_port)
    said, loud = capsys.readouterr()
    assert (said.startswith("Compass is at http"), loud) == (True, f"{slip}{prepare.OLD_FACTS}\n")


def no_facts():
    return "no facts are loaded"


def test_static_files_are_collected_once(static, settings):
    assert (collect_static(), collect_static(), collected(settings)) == (True, False, ["site.css"])


def test_a_changed_a_new_and_a_lost_file_are_each_seen(static, settings):
    seen = [static_fingerprint()]
    collect_static()
    (static / "site.css").write_text("p { margin: 1 }")
    seen.append(static_fingerprint())
    (static / "more.css").write_text("")
    seen.append(static_fingerprint())
    assert (collect_static(), collected(settings)) == (True, ["more.css", "site.css"])
    (static / "site.css").unlink()
    seen.append(static_fingerprint())
    assert (collect_static(), collected(settings), len({*seen})) == (True, ["more.css"], 4)


def test_a_file_that_was_only_touched_is_the_same_file(static):
    before = static_fingerprint()
    os.utime(static / "site.css", (1, 1))
    assert static_fingerprint() == before


def test_collected_files_that_were_deleted_are_collected_again(static, settings):
    collect_static()
    for path in settings.STATIC_ROOT.iterdir():
        path.unlink()
    settings.STATIC_ROOT.rmdir()
    assert (collect_static(), collected(settings)) == (True, ["site.css"])
