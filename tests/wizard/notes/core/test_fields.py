"""The table of boxes: who is asked what, and names that can stand in every form and file."""

import re

import pytest

from tests.people import ADULT_MAY_SAY_NO, FRIEND, MOTHER, PEOPLE, TEEN_BLACKMAILED, WORKER, answers_of
from wizard.core.answers import Answers
from wizard.notes.core.fields import BOXES, ENTRY, HEADER, HELD, REPORT, asked_of, short_form

NAMES_AND_NUMBERS = {"account", "shown_name", "account_id", "phone", "email", "profile", "paid_to", "seen_by",
                     "witnesses"}  # fmt: skip
ADULT_WORKER = {**WORKER, "age": "18-plus", "age-then": "18-plus", "holder": "stranger"}
EVERY_BOX = [(kind, box) for kind, boxes in BOXES.items() for box in boxes]


def flags(person: dict[str, str]) -> Answers:
    return answers_of(**{slug.replace("-", "_"): values for slug, values in person.items()})


def slugs(kind: str, person: dict[str, str]) -> list[str]:
    return [box.slug for box in asked_of(kind, flags(person))]


def missing(kind: str, person: dict[str, str]) -> set[str]:
    return {box.slug for box in BOXES[kind]} - set(slugs(kind, person))


MISSING = [
    (ADULT_MAY_SAY_NO, set(), set()),
    (TEEN_BLACKMAILED, {"shows"}, set()),
    (MOTHER, {"shows"}, set()),
    ({**MOTHER, "age": "18-plus", "age-then": "18-plus"}, {"shows"}, set()),
    (WORKER, NAMES_AND_NUMBERS | {"shows"}, {"person"}),
    (ADULT_WORKER, NAMES_AND_NUMBERS | {"shows"}, {"person"}),
]


@pytest.mark.parametrize(("person", "of_entry", "of_report"), MISSING)
def test_what_a_person_is_not_asked(person: dict[str, str], of_entry: set[str], of_report: set[str]) -> None:
    assert (missing(ENTRY, person), missing(REPORT, person)) == (of_entry, of_report)
    assert (missing(HEADER, person), missing(HELD, person)) == (set(), set())


def test_a_friend_writes_the_link_the_account_and_the_time_and_no_more() -> None:
    assert slugs(ENTRY, FRIEND) == ["date", "time", "zone", "sure", "platform", "link", "account"]
    assert [slugs(kind, FRIEND) for kind in (HEADER, REPORT, HELD)] == [[], [], []]


def test_the_short_form_has_the_words_in_place_of_the_account_for_a_worker() -> None:
    assert [box.slug for box in short_form(flags(TEEN_BLACKMAILED))] == ["link", "account", "date", "time", "zone"]
    assert [box.slug for box in short_form(flags(WORKER))] == ["words", "date", "time", "zone", "link"]


@pytest.mark.parametrize("name", PEOPLE)
def test_nobody_finds_a_box_in_the_short_form_that_the_full_form_lacks(name: str) -> None:
    a = flags(PEOPLE[name])
    assert {box.slug for box in short_form(a)} - {box.slug for box in asked_of(ENTRY, a)} == set()


def test_a_helper_reads_labels_about_the_person_they_help() -> None:
    changed = {box.slug for _kind, box in EVERY_BOX if box.label_for(flags(MOTHER)) != box.label}
    assert changed == {"felt_unsafe", "relation", "effect"}
    assert [box.label_for(flags(TEEN_BLACKMAILED)) for _kind, box in EVERY_BOX] == [box.label for _, box in EVERY_BOX]


@pytest.mark.parametrize(("kind", "box"), EVERY_BOX, ids=[f"{kind}-{box.slug}" for kind, box in EVERY_BOX])
def test_a_slug_is_a_plain_word_that_no_hidden_field_has(kind: str, box: object) -> None:
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", box.slug)  # type: ignore[attr-defined]
    assert box.slug not in {"new", "was", "sheet", "csrfmiddlewaretoken"}  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", BOXES)
def test_no_two_boxes_of_a_kind_share_a_slug_and_groups_stay_together(kind: str) -> None:
    found = [box.slug for box in BOXES[kind]]
    headings = [str(box.group) for box in BOXES[kind]]
    runs = [heading for at, heading in enumerate(headings) if at == 0 or headings[at - 1] != heading]
    assert (len(found), len(runs)) == (len(set(found)), len(set(runs)))
