"""Can this site name a number? Asked by /healthz of the loaded facts, by `check --deploy` of the fixtures."""

from django.conf import settings

from resources import repository
from resources.core.needs import NEEDS
from resources.repository import FILES, Key


def loaded() -> str:
    """What is wrong with the facts of this process, "" when they name numbers for the home country."""
    key = repository.version_key()
    return "no facts are loaded" if key[0] == FILES else home_numbers(key)


def home_numbers(key: Key) -> str:
    """What is wrong with the home country: it is unknown, or has neither an emergency number nor a crisis line."""
    home = settings.COMPASS_HOME_COUNTRY
    if home not in repository.places(key):
        return f"home country {home} is not in the facts"
    lines = [line for _regions, line in repository.lines(key, home) if line.confirmed and not line.international]
    if not any(line.emergency or NEEDS["crisis"](line) for line in lines):
        return f"home country {home} has no emergency number and no crisis line"
    return ""
