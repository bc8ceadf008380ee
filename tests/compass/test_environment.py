"""A setting is read once, and whatever is wrong with it is one sentence that names it and not the secret."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from compass.environment import env_flag, env_list, env_secret, env_text, is_known_secret, local_hosts, words

SECRET = "a-secret-of-our-own"


@pytest.fixture
def file(monkeypatch, tmp_path):
    """The file that COMPASS_X_FILE names, with a secret in it."""
    file = tmp_path / "x"
    file.write_text(f"{SECRET}\n")
    monkeypatch.setenv("COMPASS_X_FILE", str(file))
    return file


def refused():
    with pytest.raises(ImproperlyConfigured) as error:
        env_secret("COMPASS_X")
    return str(error.value)


@pytest.mark.parametrize("value", ["yes", "true", "2", ""])
def test_a_flag_is_0_or_1(monkeypatch, value):
    monkeypatch.setenv("COMPASS_X", value)
    with pytest.raises(ImproperlyConfigured, match="COMPASS_X"):
        env_flag("COMPASS_X")


def test_words_and_lists_are_read_from_the_environment(monkeypatch):
    monkeypatch.setenv("COMPASS_X", " a, ,b ")
    assert (env_list("COMPASS_X"), env_text("COMPASS_X"), env_text("COMPASS_Y", "d")) == (["a", "b"], " a, ,b ", "d")


def test_a_secret_stands_in_the_environment_or_in_a_file(monkeypatch, file):
    from_file = env_secret("COMPASS_X")
    monkeypatch.delenv("COMPASS_X_FILE")
    monkeypatch.setenv("COMPASS_X", "given")
    assert (from_file, env_secret("COMPASS_X")) == (SECRET, "given")


def test_a_secret_with_a_default_need_not_be_given_but_is_not_empty_by_mistake(monkeypatch):
    free = env_secret("COMPASS_X", "as ever"), env_secret("COMPASS_X", "")
    monkeypatch.setenv("COMPASS_X", "")
    with pytest.raises(ImproperlyConfigured):
        env_secret("COMPASS_X", "as ever")
    assert (free, env_secret("COMPASS_X", "")) == (("as ever", ""), "")


def test_several_secrets_may_have_a_line_each():
    assert words("new,old\nolder\n") == ["new", "old", "older"]


def test_a_secret_that_is_nowhere_is_named_with_both_ways_to_give_it():
    assert refused() == "Set COMPASS_X in the environment, or COMPASS_X_FILE to a file that holds it."


def test_a_secret_that_is_given_twice_is_not_guessed(monkeypatch, file):
    monkeypatch.setenv("COMPASS_X", "given")
    assert refused() == "Set COMPASS_X or COMPASS_X_FILE, not both."


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda file: file.unlink(), "COMPASS_X_FILE cannot be read: {}: No such file or directory."),
        (lambda file: (file.unlink(), file.mkdir()), "COMPASS_X_FILE cannot be read: {}: Is a directory."),
        (lambda file: file.write_bytes(b"\xff"), "COMPASS_X_FILE cannot be read: {}: it is not text."),
        (lambda file: file.write_text("\n"), "COMPASS_X_FILE is empty: {}."),
    ],
)
def test_a_file_that_holds_no_secret_is_named(file, spoil, why):
    spoil(file)
    assert refused() == why.format(file)


def test_a_developers_machine_has_no_public_name():
    near = ["127.0.0.1", "localhost", "[::1]", "teen.localhost"]
    assert (local_hosts(near, True), local_hosts(["compass.example"], False)) == (near, ["compass.example"])
    with pytest.raises(ImproperlyConfigured, match=r"take compass\.example out of COMPASS_HOSTS"):
        local_hosts(["localhost", "compass.example"], True)


def test_the_secrets_that_stand_in_this_project_are_known_to_everybody():
    from tests.project.source_tree import text

    written = [line.split("=")[1].split()[0] for line in text("Makefile").splitlines() if "=only-for" in line]
    assert ([*map(is_known_secret, written)], is_known_secret(SECRET)) == ([True, True], False)
