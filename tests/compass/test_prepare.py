"""A start makes what is missing, once; and says in one line why it cannot."""

import os
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from compass import collecting
from compass.management.commands import prepare


@pytest.fixture
def called(monkeypatch):
    """What the command asks of other commands, in order, without doing it."""
    calls = []
    monkeypatch.setattr(prepare, "call_command", lambda *words, **options: calls.append(words))
    monkeypatch.setattr(collecting, "collect", lambda: calls.append("files"))
    return calls


@pytest.fixture(autouse=True)
def mode():
    """The command makes its files for their owner only; the other tests do not."""
    before = os.umask(0o022)
    os.umask(before)
    yield
    os.umask(before)


@pytest.mark.django_db
def test_a_start_makes_the_database_then_the_facts_then_the_files(called, free_port, static, capsys):
    call_command("prepare", port=free_port)
    assert called == [("migrate",), ("load_content", "--if-changed", "--no-pages"), "files"]
    assert capsys.readouterr().out == f"Compass is at http://127.0.0.1:{free_port}/  (Ctrl-C stops it)\n"


def test_a_start_on_a_port_in_use_touches_nothing(called, taken_port, capsys):
    with pytest.raises(SystemExit) as ended:
        call_command("prepare", port=taken_port)
    says = f"Port {taken_port} is in use. Stop what uses it, or choose another: make run PORT=8001\n"
    assert (ended.value.code, called, capsys.readouterr()) == (2, [], ("", says))


@pytest.mark.django_db
def test_beside_a_running_site_no_port_is_looked_at_and_none_is_promised(called, capsys):
    call_command("prepare")
    assert (len(called), capsys.readouterr()) == (3, ("", ""))


@pytest.mark.django_db
def test_pages_for_when_the_site_is_away_come_last_where_they_are_wanted(called, settings, tmp_path):
    settings.COMPASS_STATIC_PAGES = str(tmp_path)
    call_command("prepare")
    assert called[-2:] == ["files", ("export_static",)]


def test_files_alone_need_no_database(called, settings, tmp_path):
    settings.COMPASS_STATIC_PAGES = str(tmp_path)
    call_command("prepare", files_only=True)
    assert called == ["files"]


def test_a_developers_machine_is_not_prepared_for_others(called, capsys):
    with pytest.raises(SystemExit) as ended:
        call_command("prepare", host="0.0.0.0")
    assert (ended.value.code, called) == (2, [])
    assert capsys.readouterr().err.startswith("COMPASS_LOCAL=1 serves this machine only, not 0.0.0.0.")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (
            OperationalError("it is away\n\tIs it running?"),
            "The database of COMPASS_DATABASE cannot be used: it is away\n",
        ),
        (PermissionError(13, "Permission denied", "made"), "made cannot be written: Permission denied.\n"),
    ],
)
def test_a_database_or_a_folder_that_cannot_be_used_is_one_line(monkeypatch, error, sentence, capsys):
    def fails(*words, **options):
        raise error

    monkeypatch.setattr(prepare, "call_command", fails)
    with pytest.raises(SystemExit) as ended:
        call_command("prepare")
    assert (ended.value.code, capsys.readouterr()) == (2, ("", sentence))


@pytest.mark.django_db
def test_what_is_made_is_for_its_owner_only(called):
    call_command("prepare")
    assert os.umask(0) == 0o077


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
    assert (ended.value.code, capsys.readouterr()) == (2, ("", slip))


@pytest.mark.django_db
def test_a_site_with_good_facts_starts_with_those_and_says_so_loudly(slip, free_port, static, capsys):
    call_command("prepare", port=free_port)
    said, loud = capsys.readouterr()
    assert (said.startswith("Compass is at http"), loud) == (True, f"{slip}{prepare.OLD_FACTS}\n")


def no_facts():
    return "no facts are loaded"
