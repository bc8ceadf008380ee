"""Ten thousand moves in CI, five hundred in `make test`, the same each time: the site keeps its word in all of them.

COMPASS_MOVES=1234 takes other ones: any number. COMPASS_MOVES=short looks for the fewest moves that fail.
"""

import os

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.moves.machine import Site
from tests.system_packages import THOROUGH

WANTED = os.environ.get("COMPASS_MOVES", "")
FIRST = int(WANTED) if WANTED.isdecimal() else 0
RUNS, STEPS, MOVES = 8, 80, 500
# What has to come of so many moves, or the machine stands before closed doors.
SEEN = {"answer", "whole story", "left"}
SEEN_IN_THE_FIRST = {"plan of many answers", "held", "over in time", "notes taken along"}
HOW = settings(
    max_examples=RUNS,
    stateful_step_count=STEPS,
    deadline=None,
    database=None,
    phases=[Phase.generate, *([Phase.shrink] if WANTED == "short" else [])],
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.django_db
@pytest.mark.parametrize("part", range(20 if THOROUGH else 1))
def test_no_moves_break_what_the_site_promises(part):
    site = seed(FIRST + part)(type("Site", (Site,), {"moves": 0, "seen": Site.seen.copy()}))
    run_state_machine_as_test(site, settings=HOW)
    wanted = SEEN | (SEEN_IN_THE_FIRST if part + FIRST == 0 else set())
    assert (site.moves >= MOVES, wanted - set(site.seen)) == (True, set()), site.seen
