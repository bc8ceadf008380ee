"""The table of what may never and what must be said: it is read right, its slips are told, and each rule bites."""

import pytest

from tests.people import ADULT_EX, MOTHER, TEEN_BLACKMAILED, answers_of
from wizard.core.conditions import Condition
from wizard.core.phrases import Phrase, compiled, read_phrases
from wizard.core.step_rules import STEP_RULES

STEPS = [row.slug for row in STEP_RULES]


def person(given):
    return answers_of(**{name.replace("-", "_"): value for name, value in given.items()})


@pytest.mark.parametrize(
    ("pattern", "sentence", "found"),
    [
        ("pay", "Do not Pay.", True),
        ("pay", "The payment is gone.", False),
        ("pay*", "The payment is gone.", True),
        ("screenshot*", "Take screenshots.", True),
        ("tell … parents", "Tell one of your parents.", True),
        ("tell … parents", "Your parents may tell.", False),
        ("=Take It Down", "Use Take It Down.", True),
        ("=Take It Down", "Ask them to take it down.", False),
        ("do not", "Do  not look.", True),
        ("9-1-1", "Call 9-1-1 now.", True),
    ],
)
def test_a_pattern_is_words_as_a_person_writes_them(pattern, sentence, found):
    assert bool(compiled((pattern,)).search(sentence)) is found


NEVER = Phrase(
    "2", "no copies", "Save it.", never=("save the picture",), unless=("do not",), when=Condition("minor_now")
)
MUST = Phrase("words", "no blame", "-", must=("not your fault", "no blame"), steps=("people",))


@pytest.mark.parametrize(
    ("phrase", "given", "said", "broken"),
    [
        (NEVER, TEEN_BLACKMAILED, ("Call.", "Save the picture first."), "Save the picture first."),
        (NEVER, TEEN_BLACKMAILED, ("Do not save the picture.",), ""),
        (NEVER, ADULT_EX, ("Save the picture first.",), ""),
        (MUST, MOTHER, ("It is NOT your fault.",), ""),
        (MUST, MOTHER, ("Call.",), "nothing like “not your fault”"),
    ],
)
def test_a_rule_finds_the_sentence_that_breaks_it(phrase, given, said, broken):
    assert phrase.broken(said, person(given)) == broken


@pytest.mark.parametrize(
    ("fields", "concerned"),
    [({}, True), ({"steps": ("people",)}, True), ({"steps": ("block",)}, False), ({"but": ("people",)}, False)],
)
def test_a_rule_is_about_some_steps(fields, concerned):
    assert Phrase("1", "n", "e", never=("x",), **fields).concerns("people") is concerned


def table(folder, text):
    file = folder / "phrases.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_table_is_read_in_its_order(tmp_path):
    text = """
        [[phrase]]
        rule = "6"
        name = "Nobody is told to pay"
        never = ["pay them"]
        unless = ["do not"]
        when = "sextorted"
        example = "You can pay them."
        [[phrase]]
        rule = "words"
        name = "No blame"
        must = ["not your fault"]
        steps = ["stop-contact"]
        example = "not your fault"
    """
    first, second = read_phrases(STEPS, table(tmp_path, text))
    assert (first.rule, first.never, first.unless, first.when.said) == ("6", ("pay them",), ("do not",), "sextorted")
    assert (second.must, second.steps, second.when.said) == (("not your fault",), ("stop-contact",), "always")


def test_every_slip_in_the_table_is_told_with_the_name_of_its_rule(tmp_path):
    text = """
        [[phrase]]
        name = "No number"
        never = ["x"]
        example = "x"
        [[phrase]]
        rule = "6"
        name = "Both"
        never = ["x"]
        must = ["y"]
        example = "x"
        when = "frightened"
        steps = ["nowhere"]
        note = "?"
    """
    with pytest.raises(ValueError, match="rule must be") as slips:
        read_phrases(STEPS, table(tmp_path, text))
    assert str(slips.value).splitlines() == [
        "No number: rule must be a text",
        "Both: it needs either never or must",
        "Both: 'nowhere' is not a step",
        "Both: 'note' is not a field",
        "Both: 'frightened' is not a flag",
    ]
