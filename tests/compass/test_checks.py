"""The operator is told in one line what to change."""

from types import SimpleNamespace

import pytest

from compass import checks
from compass.database_setting import database


def said(check):
    return [(found.id, found.msg) for found in check(None)]


def test_the_settings_of_the_tests_pass():
    assert [said(check) for check in (checks.peppers, checks.site, checks.sealed_way)] == [[], [], []]


@pytest.mark.parametrize(
    ("peppers", "found"),
    [
        ([], ["compass.E001"]),
        (["short"], ["compass.E001"]),
        (["p" * 32, "q" * 31], ["compass.E001"]),
        (["p" * 32, "p" * 32], ["compass.E002"]),
        (["p" * 32, "q" * 32], []),
    ],
)
def test_peppers_are_long_and_differ(settings, peppers, found):
    settings.VISIT_PEPPERS = peppers
    assert [name for name, _ in said(checks.peppers)] == found


def test_the_secret_key_is_no_pepper(settings):
    settings.VISIT_PEPPERS = ["p" * 40, settings.SECRET_KEY]
    assert [name for name, _ in said(checks.peppers)] == ["compass.E003"]


@pytest.mark.parametrize(
    ("alias", "variable"), [("default", "COMPASS_DATABASE"), ("visits", "COMPASS_VISITS_DATABASE")]
)
def test_a_server_on_another_machine_is_reached_through_tls(monkeypatch, settings, alias, variable):
    servers = {"default": settings.DATABASES["default"], alias: database("postgresql://db.example/compass", "", 0.3)}
    monkeypatch.setattr(checks, "settings", SimpleNamespace(DATABASES=servers))
    says = f"{variable} leads to another machine without TLS: add ?sslmode=require to it."
    assert said(checks.sealed_way) == [("compass.W001", says)]


@pytest.mark.parametrize("leave_to", ["http://weather.example/", "https:///x", "//weather.example", "weather", ""])
def test_the_way_out_is_https(settings, leave_to):
    settings.COMPASS_LEAVE_TO = leave_to
    assert said(checks.site) == [("compass.E004", "COMPASS_LEAVE_TO must be an https address.")]


@pytest.mark.parametrize("country", ["ca", "CAN", "", "C1", "CA\n"])
def test_the_home_country_is_a_code(settings, country):
    settings.COMPASS_HOME_COUNTRY = country
    assert [name for name, _ in said(checks.site)] == ["compass.E005"]


def test_missing_libraries_are_one_line_that_names_the_packages(monkeypatch):
    monkeypatch.setattr(checks, "find_library", lambda name: None if name != "pango-1.0" else "found")
    (line,) = checks.pdf_libraries(None)
    assert line.msg == "No PDF without these Debian packages: libpangoft2-1.0-0 libharfbuzz-subset0"
    assert line.is_serious() is False


def test_with_all_libraries_there_is_nothing_to_say(monkeypatch):
    monkeypatch.setattr(checks, "find_library", lambda name: "found")
    assert checks.pdf_libraries(None) == []


def test_missing_fonts_are_one_line_that_names_the_packages(monkeypatch):
    monkeypatch.setattr(checks, "lacking", lambda signs: signs if "你" in signs else "")
    monkeypatch.setattr(checks, "covered", lambda: {0: [1] * 8})
    (line,) = checks.pdf_fonts(None)
    assert line.msg == "A PDF shows codes for many scripts without these Debian packages: fonts-noto-cjk"
    assert line.is_serious() is False


def test_with_all_fonts_or_when_nothing_is_known_there_is_nothing_to_say(monkeypatch):
    monkeypatch.setattr(checks, "lacking", lambda signs: "")
    monkeypatch.setattr(checks, "covered", lambda: {0: [1] * 8})
    assert checks.pdf_fonts(None) == []
    monkeypatch.setattr(checks, "lacking", lambda signs: signs)
    monkeypatch.setattr(checks, "covered", dict)
    assert checks.pdf_fonts(None) == []
