"""The proof on the words of the card "Do this first": what no step may say, it may not say either."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import override

from wizard.core.answers import Answers
from wizard.core.flow import FactsForGuide
from wizard.core.html_sentences import Sentences, sentences
from wizard.core.phrases import Phrase
from wizard.plan.core.first_card import first_card
from wizard.plan.core.first_card_parts import FirstCard
from wizard.review.proof.lazy_answers import judged
from wizard.review.proof.states import states
from wizard.review.proof.voices import Voice, in_language, voices_of


@dataclass
class CardVerdict:
    """What was seen: states, the different cards, and each broken rule with a sentence."""

    states: int = 0
    texts: set[Sentences] = field(default_factory=set)
    broken: dict[Phrase, str] = field(default_factory=dict)


def card_words(card: FirstCard) -> Sentences:
    """Every sentence of a card, the button included."""
    blocks = (card.verb, *card.sentences, card.get)
    return sentences("".join(f"<p>{words}</p>" for words in blocks))


def prove_first_card(phrases: Sequence[Phrase], world: FactsForGuide) -> CardVerdict:
    """Follows every state that the cards, or a rule about their words, can tell apart, in the voice of each person.

    A card stands for a step, so the rules about that step's words are its rules, too. What a step must say is said by
    the step.
    """
    verdict = CardVerdict()
    refusals = [phrase for phrase in phrases if not phrase.must]
    voices = [(voice, in_language(refusals, voice)) for voice in voices_of(refusals)]

    def check(a: Answers) -> bool:
        for voice, rules in voices:
            if judged(a, voice.heard_by):
                _look(a, voice, rules, verdict)
        return True

    verdict.states = sum(1 for _state in states(check, world))
    return verdict


def _look(a: Answers, voice: Voice, rules: Sequence[Phrase], verdict: CardVerdict) -> None:
    """Adds the card of one person in one voice to what was seen."""
    with override(voice.name):
        card = first_card(a)
        said = card_words(card)
    verdict.texts.add(said)
    for phrase in rules:
        sentence = phrase.found(said) if phrase.concerns(card.steps[0]) else ""
        if sentence and judged(a, phrase.when.holds):
            verdict.broken.setdefault(phrase, sentence)
