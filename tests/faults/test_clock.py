"""The clock of the server is set back: nothing lives longer than was promised, and a slip takes nobody's visit away."""

from datetime import UTC, datetime, timedelta
from unittest import mock

import pytest

from compass.models import Visit
from compass.visits.expiry import SLIP
from compass.visits.session_store import SessionStore
from resources import page_cache
from tests.people import TEEN_BLACKMAILED
from tests.visitor import Walker

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 22, 12, 4, 31, tzinfo=UTC)


@pytest.fixture
def clock():
    """What the clock says: change `return_value`."""
    with mock.patch("django.utils.timezone.now", return_value=NOON) as clock:
        yield clock


@pytest.fixture
def walker(clock) -> Walker:
    """Somebody who has answered everything."""
    return Walker().walk(TEEN_BLACKMAILED)


@pytest.mark.parametrize("back", [timedelta(minutes=1), SLIP])
def test_a_slip_of_the_clock_takes_no_visit_away(walker, clock, back):
    clock.return_value = NOON - back
    assert walker.client.get("/plan/").status_code == 200


@pytest.mark.parametrize("back", [timedelta(minutes=45), timedelta(hours=5), timedelta(days=400)])
def test_a_visit_of_later_than_now_is_over_and_is_removed(walker, clock, back):
    clock.return_value = NOON - back
    assert walker.client.get("/plan/").status_code == 303
    SessionStore.clear_expired()
    assert Visit.objects.count() == 0


def test_a_visit_is_alive_or_has_ended_and_never_both(walker):
    visit = Visit.objects.get()
    for minutes in range(-300, 300, 7):
        now = NOON + timedelta(minutes=minutes)
        alive, over = Visit.objects.alive(now).count(), Visit.objects.expired(now).count()
        assert (alive + over, visit.is_alive(now)) == (1, bool(alive)), minutes


NIGHT, DAY = datetime(2026, 11, 25, 8, 0, tzinfo=UTC), datetime(2026, 11, 25, 18, 0, tzinfo=UTC)


@pytest.mark.parametrize("path", ["/people/gb/", "/people/gb/?open=now"])
def test_who_is_open_is_said_for_the_hour_that_the_clock_says(client, clock, path):
    kept = []
    for clock.return_value in (NIGHT, DAY, NIGHT):
        kept.append(client.get(path).content)
    page_cache.forget()
    assert (kept[2] == client.get(path).content, kept[2] == kept[1]) == (True, False)
