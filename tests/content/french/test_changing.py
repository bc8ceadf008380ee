"""Who changes the language or their age on the way finds everything that they left, and no line of the other kind."""

import re
from collections.abc import Mapping
from unittest import mock

import pytest
from django.test import Client
from django.utils.translation import trans_real

from compass.languages import ENGLISH, FRENCH
from tests.content.french.page_rules import FOR_THE_GROWN_UP, other_voice
from tests.people import (
    ADULT_EX,
    ADULT_MAY_SAY_NO,
    BOY_WHO_PAID,
    CHILD_ALONE,
    MOTHER,
    TEEN_NOVA_SCOTIA,
    WORKER_ONTARIO,
)
from tests.visitor import Walker

pytestmark = pytest.mark.django_db

PAGES = ("/guide/check/", "/visit/", "/plan/", "/plan/print/", "/guide/age/", "/notes/", "/talk/")
# Whoever may write notes; each changes the language after another question.
FIVE: Mapping[str, tuple[dict[str, str], str]] = {
    "boy who paid": (BOY_WHO_PAID, "danger"),
    "adult who may say no": (ADULT_MAY_SAY_NO, "age"),
    "mother": (MOTHER, "what"),
    "worker of an adult": (WORKER_ONTARIO, "place"),
    "teen in Nova Scotia": (TEEN_NOVA_SCOTIA, "holder"),
}

# The others walk in CI.
EVERY_DAY = {"boy who paid", "mother"}


def turn(walker: Walker) -> None:
    """The other language, at the same page."""
    walker.language = ENGLISH if walker.language is FRENCH else FRENCH
    walker.get(walker.at)


def steps_of(walker: Walker) -> list[str]:
    """The steps of the plan, in order."""
    walker.get("/plan/")
    return walker.page.data["data-step"]


def done(walker: Walker, step: str) -> bool:
    """Whether this step is ticked, by what its button would do."""
    return 'name="done" value="0"' in walker.get(f"/plan/{step}/").content.decode()


@pytest.mark.parametrize(
    "name", [name if name in EVERY_DAY else pytest.param(name, marks=pytest.mark.thorough) for name in FIVE]
)
def test_answers_notes_and_ticks_stay_when_the_language_changes_on_the_way(name):
    person, after = FIVE[name]
    walker = Walker(FRENCH)
    for slug in walker.asked():
        walker.reply(*person.get(slug, "").split())
        if slug == after:
            turn(walker)
    english = Walker().walk(person)
    assert (walker.language, steps_of(walker)) == (ENGLISH, steps_of(english))
    step = walker.page.data["data-step"][-1]
    walker.get(f"/plan/{step}/")
    assert walker.post(f"/plan/{step}/", done="1").status_code == 303
    walker.get("/notes/new/")
    assert walker.post("/notes/new/", words="Il a dit : « Paie. »").status_code == 303
    for language in ("fr-CA", "en", "fr-CA"):
        turn(walker)
        notes = walker.get("/notes/")
        assert (notes["Content-Language"], "Il a dit : « Paie. »" in notes.content.decode()) == (language, True)
        assert (steps_of(walker), done(walker, step)) == (steps_of(english), True)


@pytest.mark.parametrize("sent", [FRENCH, ENGLISH])
def test_a_form_of_one_language_is_taken_at_the_address_of_the_other(sent):
    walker = Walker(ENGLISH if sent is FRENCH else FRENCH)
    walker.get("/guide/")
    walker.language = sent
    answer = walker.post("/guide/who/", **{"who-answer": "self"})
    assert (answer.status_code, answer.url) == (303, f"/{sent.prefix}guide/danger/")
    walker.get("/guide/who/")
    assert walker.page.checked["who-answer"] == ["self"]


def test_what_is_wrong_in_a_form_is_told_in_the_language_of_the_address_it_was_sent_to():
    walker = Walker()
    walker.get("/guide/")
    walker.language = FRENCH
    said = walker.post("/guide/who/")
    assert (said["Content-Language"], 'lang="fr-CA"' in said.content.decode()) == ("fr-CA", True)


def wrong(walker: Walker, *, vous: bool) -> dict[str, list[str]]:
    """What speaks in the other voice, by page."""
    found = {path: other_voice(walker.get(path).content.decode(), vous=vous) for path in PAGES}
    return {path: texts for path, texts in found.items() if texts}


def says(walker: Walker, age: str) -> None:
    """Goes back to the question and answers it anew, and those that come with it."""
    walker.get("/guide/age/")
    walker.reply(age)
    while re.fullmatch("/guide/[a-z-]+/", walker.at) and walker.at != "/guide/check/":
        walker.reply(*ADULT_EX.get(walker.at.split("/")[2], "").split())


def test_no_old_line_is_left_when_the_age_changes_there_and_back():
    walker = Walker(FRENCH).walk(ADULT_EX)
    assert wrong(walker, vous=True) == {}
    says(walker, "16-17")
    assert wrong(walker, vous=False) == {}
    says(walker, "18-plus")
    assert wrong(walker, vous=True) == {}


def test_the_page_after_age_speaks_in_the_new_voice_and_the_questions_before_it_in_none():
    walker, said = Walker(FRENCH), {}
    for slug in walker.asked():
        said[slug] = walker.get(walker.at).content.decode().split("<main")[1].split("</main>")[0]
        walker.reply(*ADULT_EX.get(slug, "").split())
    after = list(said)[list(said).index("age") + 1 :]
    assert {slug: other_voice(f'<html lang="fr-CA"><main{said[slug]}', vous=True) for slug in after} == {
        slug: [] for slug in after
    }


def test_the_plan_of_a_child_says_tu_and_its_part_for_a_grown_up_says_vous():
    walker = Walker(FRENCH).walk(CHILD_ALONE)
    page = walker.get("/plan/").content.decode()
    assert other_voice(page, vous=False) == []
    pages = {step: walker.get(f"/plan/{step}/").content.decode() for step in walker.page.data["data-step"]}
    folded = {step for step, html in pages.items() if FOR_THE_GROWN_UP in html}
    said = {step: other_voice(html, vous=step in folded) for step, html in pages.items()}
    assert ({step: texts for step, texts in said.items() if texts}, 5 < len(folded) < len(pages)) == ({}, True)
    # What follows is the child's own again.
    assert other_voice(walker.get("/notes/").content.decode(), vous=False) == []


def test_a_catalogue_is_read_once_by_a_process():
    people = (BOY_WHO_PAID, ADULT_EX, WORKER_ONTARIO)
    walkers = [Walker(FRENCH).walk(person) for person in people]
    [walker.get("/plan/") for walker in walkers]
    with mock.patch.object(trans_real.DjangoTranslation, "_new_gnu_trans", side_effect=AssertionError):
        for walker in walkers:
            assert walker.get("/plan/").status_code == 200
        assert Client().get("/fr/").status_code == 200
