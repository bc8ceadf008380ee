"""`manage.py prove`: runs the safety proof and prints what it checked; exits 1 when a rule is broken."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from resources import selectors
from wizard.proving import compare, prove_all


class Command(BaseCommand):
    help = "Prove the safety rules over every reachable set of answers."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--walks", type=int, default=20_000, help="how many raw walks to compare with the proof")
        parser.add_argument("--placed", type=int, default=500, help="how many of them to find again among the states")

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError with the number of every broken rule."""
        world = selectors.world()
        verdicts = list(prove_all(world))
        for verdict in verdicts:
            state = verdict.broken and {slug: left for slug, left in verdict.broken.outcomes.items() if len(left) < 9}
            self.stdout.write(f"rule {verdict.rule.number:>2}: {verdict.states:>6} states, {state or 'holds'}")
        sample = compare(world, options["walks"], options["placed"])
        self.stdout.write(
            f"{sum(verdict.states for verdict in verdicts)} states and {len(verdicts)} rules; "
            f"{sample.walks} raw walks with {sample.plans} different plans, {len(sample.disagreements)} disagree"
        )
        broken = [str(verdict.rule.number) for verdict in verdicts if verdict.broken]
        if broken or sample.disagreements:
            raise CommandError(f"Broken rules: {', '.join(broken) or 'none'}. {' '.join(sample.disagreements[:3])}")
