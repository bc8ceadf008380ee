"""The file of settings has every setting once, reads alike everywhere, and what is shown to all starts no site."""

import re
import shlex
import subprocess

import pytest

from compass import env_file
from compass.environment import is_known_secret
from tests.project.source_tree import text
from tests.project.test_readme import named


def assigned(file):
    """Name to value of every line that sets something."""
    words = shlex.split(file, comments=True)
    return dict(word.split("=", 1) for word in words)


def test_every_setting_of_the_readme_has_one_line():
    names = re.findall(r"^#?(COMPASS_[A-Z_]+)=", env_file.text({}), re.M)
    assert (sorted(names), assigned(env_file.text({}))) == (sorted(named("Settings")), {})


def test_the_example_is_what_is_written_with_placeholders():
    assert text(".env.example") == env_file.text({**env_file.PLACEHOLDERS, "COMPASS_BEHIND_PROXY": "1"})


def test_no_site_starts_with_the_secrets_of_the_example():
    found = assigned(text(".env.example"))
    secrets = [found[name] for name in ("COMPASS_SECRET_KEY", "COMPASS_VISIT_PEPPERS")]
    assert [is_known_secret(secret) for secret in secrets] == [True, True]


def test_a_shell_reads_the_values_that_were_given():
    given = {**env_file.PLACEHOLDERS, "COMPASS_OPERATOR": "Kids' Help #1 & Söhne; (Ltd.)", "COMPASS_LEAVE_TO": "a?b=c"}
    said = subprocess.run(
        ["sh", "-c", 'set -a; . /dev/stdin; printf "%s\\n" "$COMPASS_OPERATOR" "$COMPASS_LEAVE_TO"'],
        input=env_file.text(given),
        capture_output=True,
        text=True,
        check=True,
    )
    assert (said.stdout.splitlines(), assigned(env_file.text(given))) == (
        ["Kids' Help #1 & Söhne; (Ltd.)", "a?b=c"],
        given,
    )


@pytest.mark.parametrize("value", ['a"b', "a$b", "a`b", "a\\b", "a\nCOMPASS_LOCAL=1", "a\0"])
def test_what_would_be_read_in_another_way_is_refused(value):
    with pytest.raises(ValueError, match="COMPASS_NAME"):
        env_file.text({"COMPASS_NAME": value})


def test_what_holds_otherwise_is_what_the_program_or_its_unit_says():
    said = {setting.name: setting.otherwise for setting in env_file.SETTINGS if setting.otherwise}
    program = dict(re.findall(r'env_(?:text|flag|list)\("(COMPASS_\w+)"(?:, "(.+?)")?\)', text("compass/settings.py")))
    unit = dict(re.findall(r"^Environment=(COMPASS_\w+)=(.*)$", text("compass/deploy/compass.service"), re.M))
    flags = {name: default or "0" for name, default in program.items()}
    assert said == {name: {**flags, **unit}[name] for name in said}
