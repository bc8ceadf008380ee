"""Where a language has several voices, the book shows each one that can be heard, and no other."""

import pytest

from compass.languages import LANGUAGES
from tests.people import PEOPLE, WORLD, path_of
from wizard.core.location import read_answers
from wizard.core.voice import french_voice
from wizard.review.book.tree import Part
from wizard.review.book.voices import CALLED, beside, heard, told, tree, voices_of
from wizard.review.flowmap.terms import ALWAYS, Has, Named, Term, every, negate, some
from wizard.review.proof.plan_proof import random_paths

VOICES = voices_of("fr")
CHILD, CLIENT, MINOR, ALONE = (
    Named(f"a.{name}", None) for name in ("for_child", "for_client", "minor_now", "under_13_alone")
)
THEY = Named("they", None)
FORMAL = ("fr", "fr-vo")


def test_the_whole_voice_comes_first_and_english_has_one():
    assert (VOICES, voices_of("en")) == (("fr", "fr-tu", "fr-vo"), ("en",))


def test_every_voice_has_a_name():
    assert {voice for language in LANGUAGES if len(language.voices) > 1 for voice in language.voices} == {*CALLED}


def test_what_all_say_alike_is_said_once():
    assert told(VOICES, ["Appeler."] * 3) == (("vous", "Appeler."),)
    assert beside(VOICES, ["Appeler."] * 3) == "Appeler."


def test_what_differs_stands_beside_each_other():
    assert told(VOICES, ["Appelez.", "Appelle.", "Appelez."]) == (("tu", "Appelle."), ("vous", "Appelez."))
    assert beside(VOICES, ["Appelez.", "Appelle.", "Appelez."]) == "tu\u00a0: Appelle. — vous\u00a0: Appelez."


@pytest.mark.parametrize(
    ("condition", "voices"),
    [
        (ALWAYS, VOICES),
        (CHILD, FORMAL),
        (every(CLIENT, Named("a.fear", None)), FORMAL),
        (some(CHILD, CLIENT), FORMAL),
        (some(CHILD, Named("a.for_friend", None)), VOICES),
        (negate(CHILD), VOICES),
        (negate(MINOR), FORMAL),
        (MINOR, VOICES),
        (Has("who", ("child", "client")), FORMAL),
        (Has("who", ("child", "friend")), VOICES),
        (every(ALONE, THEY), FORMAL),
        (every(ALONE, negate(THEY)), ("fr-tu",)),
    ],
)
def test_who_hears_which_voice(condition: Term, voices: tuple[str, ...]) -> None:
    assert heard(VOICES, condition) == voices


@pytest.mark.parametrize("condition", [CHILD, CLIENT, negate(MINOR)])
def test_nobody_hears_a_voice_that_is_left_out(condition: Named) -> None:
    paths = (*(path_of(**given) for given in PEOPLE.values()), *random_paths(WORLD, 120))
    people = [read_answers(path, WORLD) for path in paths]
    name = condition.name.removeprefix("a.")
    those = [french_voice(a) for a in people if getattr(a, name) == condition.yes]
    assert {*those} <= {*heard(VOICES, condition)}
    assert those


def test_a_tree_keeps_what_can_be_heard_below_each_condition():
    def parts(said: str) -> tuple[Part, ...]:
        words = Part("text", said)
        return words, Part("when", "Pour un enfant", (words, Part("when", "Peur", (words,))), holds=CHILD)

    first, below = tree(VOICES, [parts("Appelez."), parts("Appelle."), parts("Appelez.")])
    assert first.voices == (("tu", "Appelle."), ("vous", "Appelez."))
    assert [(part.text, part.voices) for part in (below.parts[0], below.parts[1].parts[0])] == [("Appelez.", ())] * 2
