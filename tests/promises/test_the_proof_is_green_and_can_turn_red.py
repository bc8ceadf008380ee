"""The safety rules hold over every reachable set of answers, and a planted fault is found."""

from dataclasses import replace

from tests.people import WORLD
from wizard.core import rules
from wizard.core.step_rules import STEP_RULES
from wizard.review.proof.plan_case import PlanCase
from wizard.review.proof.plan_proof import prove_all
from wizard.review.proof.plan_rules import RULES
from wizard.review.proof.states import states


def test_the_proof_is_green():
    verdicts = list(prove_all(WORLD))
    assert ([verdict.rule.number for verdict in verdicts if verdict.broken], len(verdicts)) == ([], len(RULES))


def test_the_proof_turns_red_with_a_planted_fault():
    table = tuple(replace(row, shown_when=rules.always) if row.slug == "say-no" else row for row in STEP_RULES)

    def fault(check):
        """One check with the message offered to everybody."""
        return any(not state.verdict for state in states(lambda a: check(PlanCase(a, table)), WORLD))

    assert 1 in {rule.number for rule in RULES if any(fault(check) for check in rule.checks)}
