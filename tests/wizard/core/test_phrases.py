"""The table of what may never and what must be said: it is read right, its slips are told, and each rule bites."""

import pytest

from tests.people import ADULT_EX, MOTHER, TEEN_BLACKMAILED, answers_of
from wizard.core.conditions import Condition
from wizard.core.patterns import compiled
from wizard.core.phrase_tables import read_all, read_phrases
from wizard.core.phrases import Phrase
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


def table(folder, text, french=""):
    files = {"en": folder / "phrases.toml", "fr": folder / "phrases_fr.toml"}
    for file, said in zip(files.values(), (text, french), strict=True):
        file.write_text(said, encoding="utf-8")
    return files


def test_a_table_is_read_in_its_order(tmp_path):
    text = """
        [[phrase]]
        id = "pay"
        rule = "6"
        name = "Nobody is told to pay"
        never = ["pay them"]
        unless = ["the bank"]
        even_with_not = true
        when = "sextorted"
        example = "You can pay them."
        [[phrase]]
        id = "no-blame"
        rule = "words"
        name = "No blame"
        must = ["not your fault"]
        steps = ["stop-contact"]
        example = "not your fault"
    """
    first, second = read_phrases(STEPS, files=table(tmp_path, text))
    assert (first.rule, first.never, first.unless, first.when.said) == ("6", ("pay them",), ("the bank",), "sextorted")
    assert (first.even_with_not, second.even_with_not, first.id, first.language) == (True, False, "pay", "en")
    assert (second.must, second.steps, second.when.said) == (("not your fault",), ("stop-contact",), "always")


def test_every_slip_in_the_table_is_told_with_the_name_of_its_rule(tmp_path):
    text = """
        [[phrase]]
        id = "same"
        name = "No number"
        never = ["x"]
        example = "x"
        [[phrase]]
        id = "same"
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
        read_phrases(STEPS, files=table(tmp_path, text))
    assert str(slips.value).splitlines() == [
        "No number: rule must be a text",
        "Both: even_with_not must be true or false",
        "Both: it needs either never or must",
        "Both: 'nowhere' is not a step",
        "Both: 'note' is not a field",
        "Both: 'frightened' is not a flag",
        "Both: another rule has the id 'same'",
    ]


TWO_RULES = """
    [[phrase]]
    id = "pay"
    rule = "6"
    name = "Nobody is told to pay"
    never = ["pay them"]
    unless = ["the bank"]
    when = "sextorted"
    steps = ["stop-contact"]
    even_with_not = true
    example = "You can pay them."
    [[phrase]]
    id = "no-blame"
    rule = "words"
    name = "No blame"
    must = ["not your fault"]
    example = "not your fault"
"""
FRENCH_WORDS = """
    [never.pay]
    never = ["paie"]
    example = "Paie."
    good = ["Attends."]
    [must]
    no-blame = ["n’est pas ta faute", "n’est pas votre faute"]
    [verbs]
    er = []
"""


def test_another_language_has_its_own_words_and_all_else_from_the_rule(tmp_path):
    pay, no_blame = read_phrases(STEPS, "fr", table(tmp_path, TWO_RULES, FRENCH_WORDS))
    assert (pay.rule, pay.name, pay.when.said, pay.steps) == (
        "6",
        "Nobody is told to pay",
        "sextorted",
        ("stop-contact",),
    )
    assert (pay.never, pay.unless, pay.example, pay.good) == (("paie",), (), "Paie.", ("Attends.",))
    assert (pay.even_with_not, pay.language) == (True, "fr")
    assert (no_blame.must, no_blame.example) == (("n’est pas ta faute", "n’est pas votre faute"), "n’est pas ta faute")


def test_words_may_say_themselves_whether_a_not_excuses_them(tmp_path):
    words = FRENCH_WORDS.replace('example = "Paie."', 'example = "Paie."\neven_with_not = false')
    assert not read_phrases(STEPS, "fr", table(tmp_path, TWO_RULES, words))[0].even_with_not


@pytest.mark.parametrize(
    ("now", "then", "slip"),
    [
        ("[never.pay]", "[never.pays]", "fr, pay: there are no words under never"),
        ("[never.pay]", "[never.pays]", "fr, pays: no rule has this id under never"),
        ("no-blame", "no-praise", "fr, no-blame: there are no words under must"),
        ("no-blame", "no-praise", "fr, no-praise: no rule has this id under must"),
        ('example = "Paie."', "", "fr, pay: example must be a text"),
        ('example = "Paie."', 'example = "Paie."\nwhen = "meet"', "fr, pay: 'when' is not a field"),
        ('"paie"', "3", "fr, pay: never must be a list of texts"),
        ('"paie"', '"@gronder"', "fr: the verb 'gronder' has no forms in the table"),
    ],
)
def test_a_rule_without_its_words_and_words_without_their_rule_are_told(tmp_path, now, then, slip):
    with pytest.raises(ValueError, match="fr") as slips:
        read_phrases(STEPS, "fr", table(tmp_path, TWO_RULES, FRENCH_WORDS.replace(now, then)))
    assert slip in str(slips.value).splitlines()


def test_both_languages_have_every_rule_in_the_same_order():
    english, french = read_phrases(STEPS), read_phrases(STEPS, "fr")
    shared = [(one.id, one.rule, one.name, one.when, one.steps, one.but, bool(one.must)) for one in english]
    assert [(one.id, one.rule, one.name, one.when, one.steps, one.but, bool(one.must)) for one in french] == shared
    assert read_all(STEPS) == (*english, *french)
