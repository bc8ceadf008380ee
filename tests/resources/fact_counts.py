"""How many of each kind the files of facts hold, counted when the tests begin, and the days of their checks."""

from datetime import date

from django.utils.dateformat import format as written

from resources.core.hosts import Hosts
from resources.loading.fixtures import read
from tests.conftest import FIXTURES

_FACTS = read(FIXTURES)
_NAMED = Hosts(_FACTS.hosts or ())

COUNTRIES = len(_FACTS["countries"])
REGIONS = sum(len(row["regions"]) for row in _FACTS["countries"])
HELPLINES = len(_FACTS["helplines"])
HELPLINES_IN_USE = sum(not row["withdrawn"] for row in _FACTS["helplines"])
CHANNELS = sum(len(row["channels"]) for row in _FACTS["helplines"])
PLATFORMS = len(_FACTS["platforms"])
GUIDES = sum(len(row["guides"]) for row in _FACTS["platforms"])
SERVICES, LAWS = len(_FACTS["takedown"]), len(_FACTS["law"])
DAYS = sorted(date.fromisoformat(row["read_on"]) for rows in _FACTS.values() for row in rows)
OLDEST, NEWEST = DAYS[0], DAYS[-1]
CLOCKS, LANGUAGES = len(_FACTS["clocks"]), len(_FACTS["languages"])
# In the order of the tables.
ALL = (COUNTRIES, REGIONS, HELPLINES, CHANNELS, PLATFORMS, GUIDES, SERVICES, LAWS, CLOCKS, LANGUAGES)


def said_day(row):
    """The day on which an object was read, as its page says it."""
    return written(date.fromisoformat(row["read_on"]), "j F Y")


def linked(row):
    """The pages of an object that may be a link: those on a host that is named."""
    return [page for page in row["sources"] if _NAMED.kind_of(page["url"])]
