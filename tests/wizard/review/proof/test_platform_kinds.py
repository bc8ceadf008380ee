"""One platform stands for all with the same marks, and a mark that a rule reads is noticed."""

from dataclasses import replace

from tests.people import WORLD
from wizard.core.flow import PlatformChoice
from wizard.core.location import read_answers
from wizard.review.proof.lazy_answers import GuidedWalk, LazyAnswers
from wizard.review.proof.people_space import PeopleSpace
from wizard.review.proof.plan_proof import random_paths
from wizard.review.proof.platform_kinds import stands_for
from wizard.review.proof.states import states

MARKED = replace(
    WORLD,
    platforms=(
        *WORLD.platforms,
        PlatformChoice("meeting", "Meeting", 2, lgbtq=True),
        PlatformChoice("meeting-too", "Meeting too", 2, lgbtq=True),
        PlatformChoice("selling", "Selling", 2, sold_here=True),
    ),
)


def seen(world, rule):
    """What a rule says in each state that the proof follows."""
    return {state.verdict for state in states(rule, world)}


def test_the_first_of_each_kind_stands_for_the_others():
    assert stands_for(MARKED.platforms) == {
        **dict.fromkeys([platform.slug for platform in WORLD.platforms], WORLD.platforms[0].slug),
        **{"meeting": "meeting", "meeting-too": "meeting", "selling": "selling"},
    }


def test_a_mark_that_a_rule_reads_is_noticed_as_soon_as_a_platform_has_it():
    assert (seen(WORLD, lambda a: a.outing), seen(MARKED, lambda a: a.outing)) == ({False}, {True, False})
    assert (seen(WORLD, lambda a: a.sells), seen(MARKED, lambda a: a.sells)) == ({False}, {True, False})


def test_the_flags_of_the_proof_are_those_of_a_real_walk():
    space = PeopleSpace(MARKED)
    for path in random_paths(MARKED, 400):
        real, lazy = read_answers(path, MARKED), LazyAnswers(GuidedWalk(space, path.replies))
        assert (lazy.outing, lazy.sells, lazy.crime_here) == (real.outing, real.sells, real.crime_here)
