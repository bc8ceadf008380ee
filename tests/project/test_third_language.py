"""A third language begins as CONTRIBUTING says, with a line and an empty catalogue, and somebody walks it to the plan.

It is made up: each text is the English one between two marks. What has no text in it yet stands in English.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import polib
import pytest

from tests.project.server import Server, copy_project
from tests.system_packages import need_program

pytestmark = pytest.mark.thorough
HEAD = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""
DANGER = ("crisis", "danger-now", "stop-contact")


def manage(top: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """A command of the copy, with its own secrets."""
    secrets = dict(line.split("=", 1) for line in (top / ".local" / "secrets").read_text().split())
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("COMPASS_", "DJANGO_"))}
    env = {**clean, **secrets, "COMPASS_LOCAL": "1", **settings}
    command = [sys.executable, "manage.py", *words]
    return subprocess.run(command, cwd=top, env=env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project in which Lojban has begun: only the steps about danger are translated."""
    need_program("xgettext", "gettext")
    top = copy_project(tmp_path_factory.mktemp("third") / "compass")
    subprocess.run(["make", ".local/secrets", f"VENV={sys.prefix}"], cwd=top, check=True, capture_output=True)
    settings = top / "compass" / "settings.py"
    text = settings.read_text()
    settings.write_text(text.replace('("fr", "Français")]', '("fr", "Français"), ("jbo", "Lojban")]'))
    assert settings.read_text() != text
    catalogue = top / "compass" / "locale" / "jbo" / "LC_MESSAGES" / "django.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text(HEAD)
    manage(top, "translations", "--write")
    translate(catalogue)
    return top


def translate(catalogue: Path) -> None:
    """Puts marks around the English of the steps about danger."""
    written = polib.pofile(str(catalogue), wrapwidth=0)
    for entry in written:
        if any(f"steps/{step}." in name for step in DANGER for name, _line in entry.occurrences):
            entry.msgstr = f"‹{entry.msgid}›"
    written.save()


def test_the_tool_says_what_is_missing_by_file_and_by_fact(begun: Path) -> None:
    said = manage(begun, "translations", "--write")
    lines = said.stdout.splitlines()
    of_steps = [line for line in lines if re.match(r"jbo: templates/plan/steps/(\S+)\.html: \d+ without", line)]
    assert said.returncode == 1
    assert [line for line in of_steps if any(f"/{step}." in line for step in DANGER)] == []
    assert (len(of_steps) > 20, "jbo: helplines/ca.json: " in said.stdout, any(line[:2] == "fr" for line in lines)) == (
        True,
        True,
        False,
    )


def test_somebody_walks_it_to_the_plan_and_what_is_missing_stands_in_english(begun: Path) -> None:
    manage(begun, "translations", "--write")
    server = Server.begin(begun)
    try:
        server.wait_until_ready()
        said = manage(begun, "walk_once", "--url", server.address, COMPASS_LANGUAGES="jbo")
        _status, headers, front = server.get("/jbo/")
    finally:
        server.end()
    assert (said.stderr, said.returncode) == ("", 0)
    assert (headers["Content-Language"], b'<html lang="jbo"' in front, b"Do not pay. Do not send more." in front) == (
        "jbo",
        True,
        True,
    )


def test_its_plan_says_what_is_translated(begun: Path) -> None:
    manage(begun, "translations", "--write")
    script = (
        "from django.utils.translation import gettext as _, override\n"
        "with override('jbo'): print(_('Do not reply, argue or bargain.'), _('Do not pay. Do not send more.'))"
    )
    said = manage(begun, "shell", "-c", script).stdout
    assert "‹Do not reply, argue or bargain.›" in said
