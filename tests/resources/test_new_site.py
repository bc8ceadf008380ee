"""A new site has its settings and fresh secrets in one command; a slip is one sentence, and nothing was written."""

import io
import os
import stat
import subprocess
import sys

import pytest
from django.core.management import call_command

from resources.management.commands import new_site
from tests.compass.test_env_file import assigned
from tests.project.source_tree import ROOT

ANSWERS = ("--host=compass.example", "--operator=Kids' Help", "--country=ca")


@pytest.fixture(autouse=True)
def nobody_types(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO())


def refused(capsys, *words):
    """What it says when it ends with code 2."""
    with pytest.raises(SystemExit) as ended:
        call_command("new_site", *words)
    assert ended.value.code == 2
    return capsys.readouterr().err


def mode(path):
    return oct(stat.S_IMODE(path.stat().st_mode))


def test_it_writes_settings_and_fresh_secrets_for_their_owner_only(tmp_path, capsys):
    files = [tmp_path / name / "env" for name in ("one", "two")]
    for file in files:
        call_command("new_site", *ANSWERS, f"--to={file}")
    first, second = (assigned(file.read_text()) for file in files)
    secrets = [first.pop("COMPASS_SECRET_KEY"), first.pop("COMPASS_VISIT_PEPPERS")]
    secrets += [second.pop("COMPASS_SECRET_KEY"), second.pop("COMPASS_VISIT_PEPPERS")]
    assert (first, [*map(len, secrets)], len({*secrets})) == (second, [64] * 4, 4)
    assert first == {
        "COMPASS_HOSTS": "compass.example",
        "COMPASS_OPERATOR": "Kids' Help",
        "COMPASS_HOME_COUNTRY": "CA",
        "COMPASS_BEHIND_PROXY": "1",
    }
    said = capsys.readouterr().out
    assert ([mode(path) for path in (files[0], files[0].parent)], secrets[0] in said) == (["0o600", "0o700"], False)


def test_what_it_wrote_starts_a_site(tmp_path):
    call_command("new_site", *ANSWERS, f"--to={tmp_path / 'env'}")
    environment = {"PATH": os.environ["PATH"], **assigned((tmp_path / "env").read_text())}
    words = [sys.executable, "manage.py", "check", "--deploy", "--fail-level=WARNING"]
    done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)
    assert (done.returncode, "ERROR" in done.stderr) == (0, False)


def test_it_runs_where_nothing_or_something_wrong_is_set(tmp_path):
    words = [sys.executable, "manage.py", "new_site", *ANSWERS]
    for number, wrong in enumerate(({}, {"COMPASS_LOCAL": "yes", "COMPASS_SECRET_KEY_FILE": "nowhere"})):
        environment = {"PATH": os.environ["PATH"], **wrong}
        done = subprocess.run(
            [*words, f"--to={tmp_path / str(number)}"], cwd=ROOT, env=environment, capture_output=True, text=True
        )
        assert (done.returncode, done.stderr) == (0, "")


def test_it_asks_for_what_no_flag_says(tmp_path, monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    asked, answers = [], iter([" compass.example ", "", "nz"])
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr("builtins.input", lambda question: (asked.append(question), next(answers))[1])
    call_command("new_site", f"--to={tmp_path / 'env'}")
    found = assigned((tmp_path / "env").read_text())
    assert (asked, found["COMPASS_HOSTS"]) == ([*new_site.QUESTIONS.values()], "compass.example")
    assert (found["COMPASS_HOME_COUNTRY"], "COMPASS_OPERATOR" in found) == ("NZ", False)


@pytest.mark.parametrize("leaves", [EOFError, KeyboardInterrupt])
def test_who_ends_the_questions_has_written_nothing(leaves, tmp_path, monkeypatch, capsys):
    def ends(question):
        raise leaves

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("builtins.input", ends)
    said = refused(capsys, f"--to={tmp_path / 'env'}")
    assert (said, [*tmp_path.iterdir()]) == ("Nothing was written.\n", [])


HOST = "The host must be a name such as compass.example, without https://, port or path; not {!r}.\n"


@pytest.mark.parametrize(
    ("slip", "sentence"),
    [
        *((f"--host={host}", HOST.format(host)) for host in ("https://a.example", "a.example:443", "a/b", "", "é.fr")),
        ("--host=a.example,b c", HOST.format("b c")),
        ("--country=XX", "The home country XX is not in the facts.\n"),
        ("--country=", "The home country must be two letters, such as CA.\n"),
        ("--operator=a\nCOMPASS_LOCAL=1", 'The name of the organisation must be one line without ", $, ` and \\.\n'),
    ],
)
def test_a_slip_is_one_sentence_and_nothing_is_written(slip, sentence, tmp_path, capsys):
    said = refused(capsys, *ANSWERS, slip, f"--to={tmp_path / 'env'}")
    assert (said, [*tmp_path.iterdir()]) == (sentence, [])


@pytest.mark.parametrize("missing", ["host", "country"])
def test_where_nobody_can_be_asked_the_flag_is_named(missing, tmp_path, capsys):
    words = [word for word in ANSWERS if not word.startswith(f"--{missing}")]
    assert refused(capsys, *words, f"--to={tmp_path / 'env'}") == f"Say --{missing}: nobody is here to ask.\n"


def test_a_country_without_numbers_is_refused(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(new_site, "home_numbers", lambda key, home: f"home country {home} has no emergency number")
    said = refused(capsys, *ANSWERS, f"--to={tmp_path / 'env'}")
    assert (said, [*tmp_path.iterdir()]) == ("The home country CA has no emergency number.\n", [])


@pytest.mark.parametrize("there", ["file", "link to nowhere"])
def test_what_is_there_is_left_as_it_is(there, tmp_path, capsys):
    file = tmp_path / "env"
    file.write_text("mine") if there == "file" else file.symlink_to(tmp_path / "nowhere")
    said = refused(capsys, *ANSWERS, f"--to={file}")
    assert (said, [path.name for path in tmp_path.iterdir()]) == (
        f"{file} is there already. It was left as it is.\n",
        ["env"],
    )
    assert there != "file" or file.read_text() == "mine"


def test_a_folder_that_cannot_be_written_is_named(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert refused(capsys, *ANSWERS, f"--to={tmp_path}/file/env") == f"{tmp_path}/file cannot be made: File exists.\n"
    assert refused(capsys, *ANSWERS, f"--to={tmp_path}/no/such/env") == (
        f"{tmp_path}/no/such cannot be made: No such file or directory.\n"
    )


def test_a_file_that_cannot_be_written_is_named(capsys):
    said = refused(capsys, *ANSWERS, "--to=/proc/env")
    assert said == "/proc/env cannot be written: No such file or directory.\n"


def test_for_compose_each_secret_is_a_file_in_a_folder_of_its_owner(tmp_path):
    call_command("new_site", *ANSWERS, "--for-compose", f"--to={tmp_path / 'compass' / 'env'}")
    inside = tmp_path / "compass"
    secrets = {path.name: path.read_text().strip() for path in inside.iterdir() if path.name != "env"}
    assert {name: len(secret) for name, secret in secrets.items() if name != "database"} == dict.fromkeys(
        ("secret_key", "visit_peppers", "database_password"), 64
    )
    assert (
        secrets["database"] == f"postgresql://compass:{secrets['database_password']}@%2Fvar%2Frun%2Fpostgresql/compass"
    )
    assert ({mode(path) for path in inside.iterdir()}, mode(inside)) == ({"0o444"}, "0o700")
    settings = (inside / "env").read_text()
    assert (sorted(assigned(settings)), [name for name in secrets.values() if name in settings]) == (
        ["COMPASS_BEHIND_PROXY", "COMPASS_HOME_COUNTRY", "COMPASS_HOSTS", "COMPASS_OPERATOR"],
        [],
    )


def test_for_compose_a_folder_that_others_may_enter_is_refused(tmp_path, capsys):
    tmp_path.chmod(0o755)
    said = refused(capsys, *ANSWERS, "--for-compose", f"--to={tmp_path / 'env'}")
    assert (said, [*tmp_path.iterdir()]) == (
        f"{tmp_path} is open to others, and secrets will lie in it: chmod 700 {tmp_path}\n",
        [],
    )


def test_of_several_files_none_stays_when_one_is_there(tmp_path, capsys):
    tmp_path.chmod(0o700)
    (tmp_path / "database").write_text("mine")
    said = refused(capsys, *ANSWERS, "--for-compose", f"--to={tmp_path / 'env'}")
    assert (said, [path.name for path in tmp_path.iterdir()]) == (
        f"{tmp_path / 'database'} is there already. It was left as it is.\n",
        ["database"],
    )
