"""`manage.py prove`: runs the safety proof and prints what it checked; exits 1 when a rule is broken."""

from argparse import ArgumentParser
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from wizard.core.phrase_tables import read_all
from wizard.core.step_rules import STEP_RULES
from wizard.journey.facts import facts_for_guide
from wizard.remove.text_proof import prove_texts
from wizard.review.proof.first_card_proof import prove_first_card
from wizard.review.proof.first_page_proof import PAGE_RULES, broken_page_words, page_cases
from wizard.review.proof.helpline_rules import LINE_RULES, cases
from wizard.review.proof.numbers_proof import prove_numbers
from wizard.review.proof.plan_proof import compare_on_all_cores, prove_all
from wizard.review.proof.words_proof import prove_words


def _minutes(begun: float) -> str:
    return f"{(monotonic() - begun) / 60:.1f} minutes"


class Command(BaseCommand):
    help = "Prove the safety rules over every reachable set of answers."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--walks", type=int, default=20_000, help="how many raw walks to compare with the proof")
        parser.add_argument("--placed", type=int, default=200, help="how many of them to find again among the states")

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError with the number of every broken rule."""
        broken, begun = [], monotonic()
        parts = (self._prove_plans, self._prove_lines, self._prove_numbers, self._prove_words, self._prove_texts)
        for prove in parts:
            broken += prove()
            self.stdout.write(f"  {_minutes(begun)} since the start")
        sample = compare_on_all_cores(facts_for_guide(), options["walks"], options["placed"])
        self.stdout.write(f"{sample.walks} raw walks with {len(sample.plans)} different plans agree")
        self.stdout.write(f"  {_minutes(begun)} for everything")
        if broken or sample.disagreements:
            raise CommandError(f"Broken rules: {', '.join(broken) or 'none'}. {' '.join(sample.disagreements[:3])}")

    def _prove_plans(self) -> list[str]:
        verdicts = list(prove_all(facts_for_guide()))
        for verdict in verdicts:
            broken = f"broken for {verdict.broken.example}" if verdict.broken else "holds"
            self.stdout.write(f"rule {verdict.rule.number:>2}: {verdict.states:>6} states, {broken}")
        self.stdout.write(f"{sum(verdict.states for verdict in verdicts)} states, {len(verdicts)} rules about plans")
        return [str(verdict.rule.number) for verdict in verdicts if verdict.broken]

    def _prove_lines(self) -> list[str]:
        people = list(cases())
        broken = {str(rule.number) for rule in LINE_RULES for one in people if not rule.holds(one)}
        pages = list(page_cases())
        broken |= {rule.__name__ for rule in PAGE_RULES for one in pages if not rule(one)}
        self.stdout.write(f"{len(people)} people in every place, {len(LINE_RULES)} rules about helplines")
        self.stdout.write(f"{len(pages)} first pages of paper, {len(PAGE_RULES)} rules about their numbers")
        return sorted(broken)

    def _prove_numbers(self) -> list[str]:
        verdicts = list(prove_numbers())
        for one in verdicts:
            said = ", ".join(f"rule {number} in {case.place}: {case.key}" for number, case in one.broken.items())
            size = f"{one.keys:>4} keys in {one.places} places, {one.seconds:4.1f} s"
            self.stdout.write(f"numbers of {one.step:<20} {size}{', too many' * one.too_many} {said}".rstrip())
        broken = {str(number) for one in verdicts for number in one.broken}
        return sorted(broken | {f"numbers of {one.step}" for one in verdicts if one.too_many})

    def _prove_words(self) -> list[str]:
        phrases = read_all(row.slug for row in STEP_RULES)
        verdicts = list(prove_words(phrases))
        states, texts = sum(one.states for one in verdicts), sum(len(one.texts) for one in verdicts)
        found = [(one, phrase, sentence) for one in verdicts for phrase, sentence in one.broken.items()]
        for one, phrase, sentence in found:
            place = one.at.region or one.at.country
            self.stdout.write(f"{one.step} in {place}, {phrase.language}, {phrase.name}: {sentence}")
        card = prove_first_card(phrases, facts_for_guide())
        for phrase, sentence in card.broken.items():
            self.stdout.write(f"the first card, {phrase.language}, {phrase.name}: {sentence}")
        states, texts = states + card.states, texts + len(card.texts)
        self.stdout.write(f"{texts} texts of parts of steps, of {states} states, {len(phrases)} rules about words")
        on_paper = broken_page_words(phrases, facts_for_guide())
        for name, sentence in on_paper.items():
            self.stdout.write(f"first page of the paper, {name}: {sentence}")
        broken = [*card.broken, *(phrase for _one, phrase, _sentence in found)]
        return sorted({f"{phrase.rule} ({phrase.name})" for phrase in broken} | on_paper.keys())

    def _prove_texts(self) -> list[str]:
        verdict = prove_texts(read_all(row.slug for row in STEP_RULES), facts_for_guide())
        self.stdout.write(f"{verdict.texts} ready texts of {verdict.states} states")
        return sorted(verdict.broken)
