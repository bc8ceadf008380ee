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


NEVER = Phrase("2", "no copies", "Save it.", never=("save the picture",), when=Condition("minor_now"))
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
    ("fields", "said", "broken"),
    [
        ({}, "Meet them.", True),
        ({}, "Do not meet them.", False),
        ({"even_with_not": True}, "Do not meet them.", True),
        ({"unless": ("at school",)}, "Meet them at school.", False),
        ({"unless": ("asked to meet",)}, "You were asked to meet.", False),
        ({"unless": ("asked to meet",)}, "You were asked to meet, so meet in public.", True),
        ({"unless": ("asked to meet",)}, "You were asked to meet, so do not meet.", False),
        ({"unless": ("asked to meet", "to meet"), "even_with_not": True}, "You were asked to meet.", False),
        ({"unless": ("asked to meet", "at school")}, "You were asked to meet, so meet at school.", False),
    ],
)
def test_words_are_right_again_with_a_not_or_with_what_the_rule_names(fields, said, broken):
    assert bool(Phrase("4", "n", "e", never=("meet",), **fields).found((said,))) is broken


def test_patterns_inside_one_another_are_all_looked_at():
    rule = Phrase("21", "n", "e", never=("do not look at it, read", "read"))
    assert rule.hits("Do not look at it, read their messages.")


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
        unless = ["the bank"]
        even_with_not = true
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
    assert (first.rule, first.never, first.unless, first.when.said) == ("6", ("pay them",), ("the bank",), "sextorted")
    assert (first.even_with_not, second.even_with_not) == (True, False)
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
        even_with_not = "yes"
    """
    with pytest.raises(ValueError, match="rule must be") as slips:
        read_phrases(STEPS, table(tmp_path, text))
    assert str(slips.value).splitlines() == [
        "No number: rule must be a text",
        "Both: it needs either never or must",
        "Both: 'nowhere' is not a step",
        "Both: even_with_not must be true or false",
        "Both: 'note' is not a field",
        "Both: 'frightened' is not a flag",
    ]
