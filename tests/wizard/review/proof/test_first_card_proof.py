"""What no step may say, the card above the plan may not say; and a card that does is found."""

from dataclasses import replace

import pytest

from tests.people import WORLD
from wizard.core import rules
from wizard.core.phrase_tables import read_all
from wizard.core.step_rules import STEP_RULES
from wizard.plan.core import first_card as cards
from wizard.review.proof.first_card_proof import card_words, prove_first_card
from wizard.review.proof.plan_case import PlanCase
from wizard.review.proof.plan_rules import RULES
from wizard.review.proof.states import states

PHRASES = read_all(row.slug for row in STEP_RULES)


def test_the_words_of_the_card_keep_every_rule() -> None:
    verdict = prove_first_card(PHRASES, WORLD)
    assert {(phrase.language, phrase.name): sentence for phrase, sentence in verdict.broken.items()} == {}
    assert (verdict.states > 1000, 60 < len(verdict.texts) < 180) == (True, True)


@pytest.mark.parametrize(
    ("slip", "rule", "language"),
    [
        ("Pay them, and it stops.", "6", "en"),
        ("Send the picture to police.", "2", "en"),
        ("Reply to them calmly.", "1", "en"),
        ("Paie, et ça s’arrête.", "6", "fr"),
    ],
)
def test_a_slip_is_found(monkeypatch: pytest.MonkeyPatch, slip: str, rule: str, language: str) -> None:
    told = cards._tell

    def with_slip(a):  # type: ignore[no-untyped-def]
        return replace(told(a), sentences=(slip,))

    monkeypatch.setattr(cards, "KINDS", (*cards.KINDS[:-1], (rules.always, with_slip)))
    phrases = [phrase for phrase in PHRASES if phrase.language == language and phrase.rule == rule]
    assert rule in {phrase.rule for phrase in prove_first_card(phrases, WORLD).broken}


def broken_with(monkeypatch: pytest.MonkeyPatch, kinds: object) -> set[int]:
    """The rules about plans that are broken with these kinds of cards."""
    monkeypatch.setattr(cards, "KINDS", kinds)
    of_cards = [(rule.number, check) for rule in RULES for check in rule.checks if "card" in check.__name__]

    def fails(check):  # type: ignore[no-untyped-def]
        return any(not state.verdict for state in states(lambda a: check(PlanCase(a)), WORLD))

    return {number for number, check in of_cards if fails(check)}


def test_a_card_in_the_wrong_order_breaks_its_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = cards.KINDS
    assert broken_with(monkeypatch, kinds) == set()
    assert broken_with(monkeypatch, kinds[3:]) == {4}
    assert broken_with(monkeypatch, (*kinds[:5], *kinds[6:])) == {14}


def test_the_button_is_read_with_the_card() -> None:
    card = cards.FirstCard("tell", ("tell-someone",), "Tell one person", ("You choose. Today.",), get="Get words")
    assert card_words(card) == ("Tell one person", "You choose.", "Today.", "Get words")
