"""The texts: what each way says to whom, what a blank may hold, and that none of them turns against its writer."""

import pytest

from tests.people import ADULT_MAY_SAY_NO, TEEN_CLASSMATE_SHARED, WORRIED, answers_of
from wizard.core.answers import Answers
from wizard.message.core.cautions import warnings
from wizard.message.core.fields import BLANKS
from wizard.message.core.styles import made, styles, suggestions

FAKE = {**TEEN_CLASSMATE_SHARED, "what": "fake"}
THREAT = {**ADULT_MAY_SAY_NO, "what": "threat"}
LAW = "Intimate Images Act"
SAYS = [
    (ADULT_MAY_SAY_NO, "line",
     "I do not agree to the picture of me being shared. Please take it down, and delete any copies you have."),
    (ADULT_MAY_SAY_NO, "feel",
     "I know that the picture of me was passed on. I feel hurt. Please take it down, and delete any copies you have, "
     "because I do not agree to this."),
    (ADULT_MAY_SAY_NO, "law",
     "I do not agree to the picture of me being shared. There is a law about this where I live: “Intimate Images Act”. "
     "Please take it down, and delete any copies you have."),
    (FAKE, "line",
     "I do not agree to the made-up picture of me being shared. Please take it down, and delete any copies you have."),
    (FAKE, "feel",
     "I know about the made-up picture of me. I feel hurt. Please take it down, and delete any copies you have, "
     "because I do not agree to this."),
    (THREAT, "feel",
     "You said that you might share the picture of me. I feel worried. Please do not share it, and delete any copies "
     "you have, because I do not agree to this."),
    (WORRIED, "line",
     "I do not agree to the picture of me being shared. Please do not share it, and delete any copies you have."),
    (WORRIED, "feel",
     "I am thinking about the picture of me. I feel worried. Please do not share it, and delete any copies you have, "
     "because I do not agree to this."),
]  # fmt: skip


def of(person: dict[str, str]) -> Answers:
    return answers_of(**{slug.replace("-", "_"): value for slug, value in person.items()})


def text(person: dict[str, str], style: str, **blanks: str) -> str:
    a = of(person)
    return made(next(one for one in styles(a, LAW) if one.slug == style), blanks, a)


@pytest.mark.parametrize(("person", "style", "says"), SAYS)
def test_each_way_has_words_that_fit_what_happened(person: dict[str, str], style: str, says: str) -> None:
    assert text(person, style) == says


@pytest.mark.parametrize(("person", "style", "says"), SAYS)
def test_no_text_of_ours_turns_against_its_writer(person: dict[str, str], style: str, says: str) -> None:
    assert warnings(says) == ()


def test_a_law_is_offered_only_where_one_is_named() -> None:
    assert [[style.slug for style in styles(of(ADULT_MAY_SAY_NO), law)] for law in ("", LAW)] == [
        ["line", "feel"],
        ["line", "feel", "law"],
    ]


def test_blanks_stand_in_the_text_as_they_were_typed() -> None:
    assert text(ADULT_MAY_SAY_NO, "feel", about="the photo from Friday", feel="sick", ask="tell Jo to delete it") == (
        "I know that the photo from Friday was passed on. I feel sick. Please tell Jo to delete it, and delete any "
        "copies you have, because I do not agree to this."
    )


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("delete it.", "delete it"),
        ("  delete\n it!! ", "delete it"),
        ("{about} and {law} %s", "{about} and {law} %s"),
        ("<b>delete</b>", "<b>delete</b>"),
        (" \n ", "take it down"),
        ("...", "take it down"),
    ],
)
def test_a_blank_becomes_a_part_of_a_sentence_and_nothing_else(typed: str, stands: str) -> None:
    assert text(ADULT_MAY_SAY_NO, "line", ask=typed) == (
        f"I do not agree to the picture of me being shared. Please {stands}, and delete any copies you have."
    )


def test_every_blank_has_words_for_everyone() -> None:
    slugs = {box.slug for box in BLANKS}
    assert [set(suggestions(of(person))) for person in (ADULT_MAY_SAY_NO, FAKE, THREAT, WORRIED)] == [slugs] * 4
