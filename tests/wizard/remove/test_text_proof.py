"""The rules about ready texts hold for everybody, and a planted fault is found."""

from collections.abc import Callable

import pytest

from tests.people import WORLD
from wizard.core.answers import Answers
from wizard.core.phrase_tables import read_all
from wizard.core.step_rules import STEP_RULES
from wizard.remove import text_proof
from wizard.remove.core import ready_texts, standard_sentences, text_kinds
from wizard.remove.core.text_kinds import COPYRIGHT, NAMES
from wizard.remove.text_proof import prove_texts

PHRASES = tuple(read_all(row.slug for row in STEP_RULES))


def test_the_rules_hold_in_every_text_for_everybody() -> None:
    verdict = prove_texts(PHRASES, WORLD)
    assert (verdict.broken, verdict.states > 100, verdict.texts > 50) == (frozenset(), True, True)


def test_every_kind_of_text_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: set[str] = set()
    made = text_proof.ready
    monkeypatch.setattr(text_proof, "ready", lambda kind, a, parts: (seen.add(kind), made(kind, a, parts))[1])
    prove_texts(PHRASES, WORLD)
    # A copyright notice speaks of a work, never of a person or an age.
    assert seen == NAMES.keys() - {COPYRIGHT}


def old_reading(a: Answers) -> bool:
    """As it was: who skipped the question was told of as under 18."""
    return a.subject_under_18 and not a.for_sharer


@pytest.mark.parametrize(
    ("module", "name", "fault", "found"),
    [
        (standard_sentences, "said_under_18", old_reading, "plain: the line about age"),
        (standard_sentences, "said_under_18", lambda a: False, "plain: the line about age"),
        (text_proof, "offered", lambda a, scene: ("plain", "us"), "us: a worker writes the name"),
        (text_proof, "offered", lambda a, scene: ("plain",), "plain: asks for more than their own posts"),
        (text_kinds, "LEAK", "a kind that no place has", "a text to a place that posts what it is sent"),
    ],
)
def test_a_planted_fault_is_found(
    monkeypatch: pytest.MonkeyPatch, module: object, name: str, fault: Callable[..., object] | str, found: str
) -> None:
    monkeypatch.setattr(module, name, fault)
    assert found in prove_texts(PHRASES, WORLD).broken


def test_a_telling_sentence_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ready_texts.MAKERS, "plain", lambda a, parts: [["Please pay them."]])
    assert any(one.startswith("plain: ") for one in prove_texts(PHRASES, WORLD).broken)
