"""Who reads "tu" and who reads "vous", on a page and in the words of a step."""

import pytest

from tests.people import (
    ADULT_EX,
    CHILD_ALONE,
    FATHER_AT_HOME,
    FRIEND,
    MOTHER,
    SHARER,
    TEEN_BLACKMAILED,
    WORKER,
    WORKER_ONTARIO,
    answers_of,
)
from wizard.core.step_rules import STEP_RULES
from wizard.core.voice import french_voice, french_voice_in

ROWS = {row.slug: row for row in STEP_RULES}


def said_by(person):
    return answers_of(**{slug.replace("-", "_"): values for slug, values in person.items()})


@pytest.mark.parametrize(
    ("person", "voice"),
    [
        (TEEN_BLACKMAILED, "fr-tu"),
        ({}, "fr-tu"),
        ({"who": "self"}, "fr-tu"),
        (CHILD_ALONE, "fr-tu"),
        (SHARER, "fr-tu"),
        (FRIEND, "fr-tu"),
        (ADULT_EX, "fr"),
        (MOTHER, "fr"),
        (FATHER_AT_HOME, "fr"),
        ({"who": "child"}, "fr"),
        (WORKER, "fr"),
        ({"who": "client"}, "fr"),
        (WORKER_ONTARIO, "fr-vo"),
    ],
)
def test_a_page_speaks_to_whoever_reads_it(person, voice):
    assert french_voice(said_by(person)) == voice


@pytest.mark.parametrize(
    ("person", "step", "voice"),
    [
        (CHILD_ALONE, "stop-contact", "fr-tu"),
        (CHILD_ALONE, "people", "fr-tu"),
        (CHILD_ALONE, "officers", "fr"),
        (CHILD_ALONE, "write-it-down", "fr"),
        (TEEN_BLACKMAILED, "officers", "fr-tu"),
        (WORKER_ONTARIO, "officers", "fr-vo"),
    ],
)
def test_what_a_child_s_plan_keeps_for_a_grown_up_speaks_to_an_adult(person, step, voice):
    assert french_voice_in(ROWS[step], said_by(person)) == voice
