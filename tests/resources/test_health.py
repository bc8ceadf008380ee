"""A site is well when it can name a number for its own country; `check --deploy` refuses one that cannot."""

import pytest
from django.core import checks
from django.core.checks import run_checks

from compass.health import health
from resources import health as facts
from resources import repository
from resources.checks import home_country
from resources.loading import in_memory
from resources.loading.fixtures import digest
from resources.models import FactsVersion, Helpline
from tests.conftest import FIXTURES
from tests.resources.conftest import country, helpline, small
from tests.resources.test_repository import read_nothing_yet

pytestmark = pytest.mark.django_db
ELSEWHERE = "home country ZZ is not in the facts"


@pytest.fixture(autouse=True)
def _read_again():
    read_nothing_yet()
    yield
    read_nothing_yet()
    facts._files.cache_clear()
    in_memory._content.cache_clear()


def asked():
    return health().status_code, health().content.decode()


def test_a_site_with_numbers_is_well():
    assert asked() == (200, "ok")


def test_a_site_without_facts_is_not():
    FactsVersion.objects.all().delete()
    repository.forget()
    assert asked() == (503, "no facts are loaded")


def test_a_home_country_that_does_not_exist_is_not_well(settings):
    settings.COMPASS_HOME_COUNTRY = "ZZ"
    assert (asked(), [found.msg for found in home_country(None)]) == ((503, ELSEWHERE), [f"The {ELSEWHERE}."])


def test_a_home_country_without_emergency_number_and_crisis_line_is_not_well(settings):
    home = settings.COMPASS_HOME_COUNTRY
    Helpline.objects.filter(country=home, emergency=True).update(withdrawn=True)
    read_nothing_yet()
    assert asked() == (200, "ok")
    Helpline.objects.filter(country=home).update(topics=["legal"])
    read_nothing_yet()
    assert asked() == (503, f"home country {home} has no emergency number and no crisis line")


def test_a_line_for_many_countries_is_none_of_its_own(settings):
    Helpline.objects.exclude(country="INT").delete()
    read_nothing_yet()
    assert asked()[0] == 503


def test_what_is_wrong_first_is_said_first(settings):
    settings.HEALTH_CHECKS = ["tests.resources.test_health.ill", "tests.resources.test_health.worse"]
    assert asked() == (503, "ill")


def test_older_facts_than_the_files_are_well_with_a_remark(monkeypatch):
    FactsVersion.objects.update(digest="older")
    read_nothing_yet()
    assert asked() == (200, "ok\nolder facts than fixtures/ holds")
    FactsVersion.objects.update(digest=digest(FIXTURES))
    read_nothing_yet()
    assert asked() == (200, "ok")


def test_files_that_cannot_be_read_are_not_those_that_are_loaded(settings, tmp_path):
    settings.ROOT = tmp_path
    facts._files.cache_clear()
    assert asked() == (200, "ok\nolder facts than fixtures/ holds")


def test_files_are_read_once_a_minute(monkeypatch):
    clock, read = [600.0], []
    monkeypatch.setattr(facts.time, "monotonic", lambda: clock[0])
    monkeypatch.setattr(facts, "digest", lambda folder: read.append(folder) or "x")
    for seconds in (600.0, 659.9, 660.0):
        clock[0] = seconds
        facts.files_loaded()
    assert len(read) == 2


def ill():
    return "ill"


def worse():
    raise AssertionError("was asked")


def test_the_fixtures_are_judged_before_a_site_goes_online():
    found = [issue.id for issue in run_checks(include_deployment_checks=True) if issue.id.startswith("resources.")]
    assert (found, facts.loaded()) == ([], "")


def test_fixtures_without_a_number_stop_a_site_from_going_online(settings, tmp_path, folder):
    (tmp_path / "fixtures").mkdir()
    written = folder(small(countries=[country()], helplines=[helpline(topics=["legal"])]))
    for path in [path for path in written.iterdir() if path.name != "fixtures"]:
        path.rename(tmp_path / "fixtures" / path.name)
    settings.ROOT = tmp_path
    in_memory._content.cache_clear()
    (found,) = home_country(None)
    assert (found.level, found.msg) == (
        checks.ERROR,
        "The home country CA has no emergency number and no crisis line.",
    )


def test_fixtures_that_are_missing_do_too(settings, tmp_path):
    settings.ROOT = tmp_path
    in_memory._content.cache_clear()
    (found,) = home_country(None)
    assert "countries.json: cannot be read" in found.msg


def test_files_with_a_slip_keep_a_site_from_going_online(settings, tmp_path, folder):
    (tmp_path / "fixtures").mkdir()
    for path in [path for path in folder(small(helplines=[helpline(sources=[])])).iterdir() if path.name != "fixtures"]:
        path.rename(tmp_path / "fixtures" / path.name)
    settings.ROOT = tmp_path
    in_memory._content.cache_clear()
    (found,) = home_country(None)
    assert found.msg.startswith("The helplines/ca.json, a-line, sources: ")
