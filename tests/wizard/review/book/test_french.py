"""The book in French is whole and French: every step in each voice, and no English but names and quotations."""

import html
import re
from datetime import date
from functools import cache

import pytest
from django.utils.translation import override

from resources.loading.fixtures import digest, read
from tests.content.step_words import NoLines, plain
from tests.people import PEOPLE, WORLD, path_of
from tests.project.source_tree import ROOT
from tests.wizard.review.book.test_template_reader import Person, rendered
from wizard.core.phrase_tables import read_phrases
from wizard.core.plan import step_for
from wizard.core.questions import FLOW
from wizard.core.step_rules import STEP_RULES
from wizard.core.voice import french_voice
from wizard.review.book import build, pages
from wizard.review.book.facts import fact_of
from wizard.review.book.unsettled import read_unsettled
from wizard.review.book.voices import CALLED
from wizard.review.flowmap.chart import chart_of
from wizard.review.proof.plan_proof import random_paths

FIXTURES = ROOT / "fixtures"
STEPS = [row.slug for row in STEP_RULES]
# Words that English cannot do without, and French does not have.
ENGLISH = (
    *("the", "and", "of", "to", "is", "that", "for", "with", "it", "this", "from", "you"),
    *("they", "their", "has", "who", "what", "by", "be", "or"),
)
# Names of fields that hold a name, a title of a law or a code: the same in each language.
NAMED = ("référence", "organisme", "participants", "autres noms", "langues", "comparaison", "fin de l’adresse")
# Names that stand inside French sentences, and have no French form.
PROPER = (
    *("Samaritans of Singapore", "PEI Mental Health and Addictions Access Line", "Safety and Security Center"),
    *("Protection for Persons in Care", "Health and Social Care Trust", "Plenty of Fish", "garanteprivacy.it"),
)


@cache
def book() -> str:
    return build.book("Compass", date(2026, 12, 1), FIXTURES, "fr")


def lines() -> list[str]:
    """The book without the marks of the page, without codes, addresses and what is quoted in English."""
    page = re.sub(r"<code>.*?</code>", "", book().split("</style>", 1)[1])
    page = re.sub(r'<p class="source">.*?</p>', "", page, flags=re.DOTALL)
    said = html.unescape(re.sub(r"<[^>]+>", " ", re.sub(r"</?(?:p|h\d|td|li|article|div|br)\b[^>]*>", "\n", page)))
    said = re.sub(r"“[^”]*”|https?://\S+|\S+@\S+", "", said)
    for slug in sorted(STEPS, key=len, reverse=True):
        said = said.replace(slug, "")
    return [line.strip() for line in said.split("\n") if line.strip()]


def names() -> set[str]:
    """Every name of the facts that is the same in both languages, and every French one: they may hold any words."""
    found = set()
    with override("fr"):
        for kind, key in (("helplines", "slug"), ("platforms", "slug"), ("takedown", "slug"), ("law", "slug")):
            found |= {fact_of(row, key).name for row in read(FIXTURES)[kind]}
    return found


def without_names(line: str, known: set[str]) -> str:
    """A line of a fact without the fields that hold names; nothing of a line that is a name."""
    kept = " · ".join(field for field in line.split(" · ") if not field.lstrip("– ").startswith(NAMED))
    for name in PROPER:
        kept = kept.replace(name, "")
    return "" if line in known else kept


def test_no_english_is_left_but_names_and_quotations():
    known = names()
    word = re.compile(rf"\b(?:{'|'.join(ENGLISH)})\b")
    assert [line for line in lines() if word.search(without_names(line, known))] == []


def test_the_page_says_that_it_is_french():
    assert re.findall(r'<html lang="([^"]*)">|<title>([^<]*)</title>', book()) == [
        ("fr-CA", ""),
        ("", "Compass\u00a0: le livre"),
    ]


def test_it_is_of_the_same_facts_and_a_day_of_its_own():
    front = plain(book().split('<section class="front">')[1].split("</section>")[0])
    assert (digest(FIXTURES) in front, "1er\u00a0décembre 2026" in front or "1er décembre 2026" in front) == (
        True,
        True,
    )


def test_every_question_and_step_is_there_in_order():
    found = [re.findall(rf' {mark}="([^"]*)"', book()) for mark in ("data-question", "data-book-step")]
    assert found == [[question.slug for question in FLOW], STEPS]


class French(Person):
    """Somebody who reads the book in the voice in which the page speaks to them."""

    def voice(self, step) -> str:
        # In the fold the page speaks to the grown-up.
        return "fr" if self.answers.under_13_alone and step.they else french_voice(self.answers)

    def words(self, part, context) -> str:
        heard = dict(part.voices)
        called = CALLED[self.voice(context["step"])]
        # The worker of an adult hears "vous" where nothing of their own is said.
        return heard[called if called in heard or called != CALLED["fr-vo"] else CALLED["fr"]] if heard else part.text


@cache
def people() -> list[French]:
    return [French(path) for path in (*(path_of(**given) for given in PEOPLE.values()), *random_paths(WORLD, 40))]


@cache
def steps() -> dict[str, pages.StepPage]:
    return {page.step.slug: page for page in pages.step_pages(chart_of(), "fr")}


@pytest.mark.parametrize("row", STEP_RULES, ids=STEPS)
def test_each_person_finds_in_the_book_what_the_page_tells_them_in_their_voice(row):
    page, pairs = steps()[row.slug], []
    for person in people():
        if row.shown_when(person.answers):
            step = step_for(row, person.answers)
            context = {"a": person.answers, "at": person.at, "step": step, "they": step.they, "lines": NoLines()}
            with override(person.voice(step)):
                pairs.append((person.read_in(page.parts, context), rendered(row.slug, context)))
    assert next((pair for pair in pairs if pair[0] != pair[1]), None) is None
    assert pairs


def test_a_parent_and_a_worker_are_never_told_tu():
    for slug in ("with-your-child", "worker-duties"):
        step = book().split(f'data-book-step="{slug}"')[1].split("data-book-step=")[0]
        assert '<small class="voice">tu</small>' not in step


def test_the_rules_on_words_are_those_for_french():
    row = book().split('<tr data-phrase="Nobody is told to pay">')[1].split("</tr>")[0]
    rule = next(rule for rule in read_phrases(STEPS, "fr") if rule.name == "Nobody is told to pay")
    assert "On ne dit à personne de payer" in row
    assert plain(rule.never[0]) in plain(row)


def test_a_condition_is_french():
    step = plain(book().split('data-book-step="beat-the-clock"')[1].split("</article>")[0])
    assert "Montrée quand «\u00a0danger\u00a0» a\u00a0: «\u00a0heure limite\u00a0»" in step.replace(
        "« ", "«\u00a0"
    ).replace(" »", "\u00a0»").replace(" :", "\u00a0:")


def test_the_remarks_of_editors_are_in_the_english_book_alone():
    assert '<p class="editors">' not in book()


def test_every_open_question_is_there_and_those_about_french_at_the_end():
    last = plain(book().rsplit('<section class="part"', 1)[1])
    found = read_unsettled("fr")
    assert [one.about for one in found if plain(one.about) not in last or plain(one.question) not in last] == []
    marks = [one.french for one in found]
    assert (marks, sum(marks) >= 15) == (sorted(marks), True)


def test_an_open_question_is_not_the_same_in_both_languages():
    pairs = zip(read_unsettled("en"), read_unsettled("fr"), strict=True)
    assert [one.question for one, two in pairs if one.question == two.question or one.steps != two.steps] == []
