"""What keeps a site from starting is one sentence, and says what to do."""

import socket

import pytest
from django.db import OperationalError

from compass.models import VisitQuerySet
from compass.starting import not_ready, port_trouble, wrong_host, wrong_settings

ELSEWHERE = "COMPASS_LEAVE_TO must lead to another site, not to this one."


@pytest.fixture
def shared_port():
    """A server with several processes shares its port; a second such server would get in beside it."""
    with socket.create_server(("127.0.0.1", 0), reuse_port=True) as server:
        yield str(server.getsockname()[1])


@pytest.fixture
def public(settings):
    """The settings of a site in the world, as far as a start looks at them."""
    settings.LOCAL, settings.ALLOWED_HOSTS = False, ["compass.example", ".kin.example", "*"]
    settings.SECRET_KEY, settings.VISIT_PEPPERS = "k" * 50, ["p" * 40]
    return settings


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


def test_a_free_port_is_no_trouble_and_a_host_that_is_none_is_named(free_port):
    assert (port_trouble(free_port), port_trouble(free_port, "999.1")) == ("", "There is no host 999.1.")


def test_only_a_developers_machine_is_for_itself_alone(public):
    on_all = wrong_host("0.0.0.0")
    public.LOCAL = True
    assert (on_all, wrong_host("127.0.0.1"), wrong_host("::1")) == ("", "", "")
    assert wrong_host("0.0.0.0").startswith("COMPASS_LOCAL=1 serves this machine only, not 0.0.0.0.")


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("COMPASS_LEAVE_TO", "http://weather.example/", "COMPASS_LEAVE_TO must be an https address."),
        (
            "COMPASS_LEAVE_TO",
            "https://Compass.example/x",
            ELSEWHERE,
        ),
        (
            "COMPASS_LEAVE_TO",
            "https://a.kin.example:8443",
            ELSEWHERE,
        ),
        ("COMPASS_HOME_COUNTRY", "ca", "COMPASS_HOME_COUNTRY must be two capital letters, such as CA."),
        ("VISIT_PEPPERS", ["p"], "Each of COMPASS_VISIT_PEPPERS needs 32 characters or more."),
        (
            "VISIT_PEPPERS",
            ["p" * 40, "change-me-" + "p" * 40],
            "COMPASS_VISIT_PEPPERS is that of an example, which everybody can read: make one of your own.",
        ),
        (
            "SECRET_KEY",
            "only-for-checks-" + "k" * 40,
            "COMPASS_SECRET_KEY is that of an example, which everybody can read: make one of your own.",
        ),
        ("SECURE_HSTS_PRELOAD", True, "COMPASS_HSTS_PRELOAD=1 needs COMPASS_HSTS_SUBDOMAINS=1, too."),
    ],
)
def test_a_setting_that_must_not_go_online_is_one_sentence(public, name, value, sentence):
    before = [*wrong_settings()]
    setattr(public, name, value)
    assert (before, [*wrong_settings()]) == ([], [sentence])


def test_a_developers_machine_may_have_the_secrets_of_the_tests(settings):
    assert (settings.LOCAL, [*wrong_settings()]) == (True, [])


@pytest.mark.django_db
def test_a_site_that_has_its_facts_is_ready():
    assert not_ready() == ""


@pytest.mark.django_db
def test_a_database_that_is_away_and_a_country_without_numbers_are_named(settings, monkeypatch):
    settings.COMPASS_HOME_COUNTRY = "XX"
    country = not_ready()

    def away(self):
        raise OperationalError("no such table at /a/path")

    monkeypatch.setattr(VisitQuerySet, "exists", away)
    assert (country, not_ready()) == (
        "Home country XX is not in the facts. Correct it, then run: manage.py prepare",
        "The database cannot be read. Is it there, and did you run: manage.py prepare?",
    )
