"""Ten thousand moves in CI, five hundred in `make test`, the same each time: the site keeps its word in all of them."""

import os

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.moves.machine import Site
from tests.system_packages import THOROUGH

WANTED = os.environ.get("COMPASS_MOVES")
RUNS, STEPS, MOVES = (150, 80, 10_000) if THOROUGH else (8, 80, 500)
# What has to come of so many moves, or the machine stands before closed doors.
SEEN = {"answer", "whole story", "plan of many answers", "held", "left", "over in time"}
IN_MANY = {"late answer", "plan", "given back", "notes taken along", "note removed"}


@pytest.mark.django_db
def test_no_moves_break_what_the_site_promises():
    before = Site.moves
    run_state_machine_as_test(
        Site,
        settings=settings(
            max_examples=RUNS,
            stateful_step_count=STEPS,
            deadline=None,
            # The same moves for everybody; COMPASS_MOVES=new looks for others, COMPASS_MOVES=short for fewer that fail.
            derandomize=WANTED != "new",
            phases=[Phase.generate, *([Phase.shrink] if WANTED == "short" else [])],
            database=None,
            print_blob=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
    print(Site.moves, Site.seen)
    assert (Site.moves - before >= MOVES, (SEEN | (IN_MANY if THOROUGH else set())) - set(Site.seen)) == (True, set())
