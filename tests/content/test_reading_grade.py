"""No page is hard to read: grade 6 or lower for the person, 8 or lower for workers and law. `make reading` prints all.

Measured on whole pages of a hundred words and more; helplines' own names and the facts' addresses count as one word.
"""

import os
import re
from collections.abc import Iterator

import pytest
from django.http import HttpResponse
from django.test import Client

from resources import selectors
from tests.content.reading_grade import FEWEST_WORDS, Grade, measure
from tests.people import PEOPLE
from tests.visitor import Walker
from wizard.core.html_sentences import Sentences, sentences

pytestmark = pytest.mark.django_db

TABLE = "READING" in os.environ
FOR_A_PERSON, FOR_WORK_AND_LAW = 6.0, 8.0
# Words in the average whole sentence: chop makes a reader stumble as much as length.
LEAST_WORDS = 7.0
PUBLIC = ("/", "/now/", "/after/", "/after/fr/", "/safety/", "/privacy/", "/about/", "/places/")
# Written to people whose work it is, or about the law.
WORK_AND_LAW = ("worker-duties", "know-your-rights", "regulator", "officers")

Page = tuple[str, float, Sentences]


def pages() -> Iterator[Page]:
    """Name, highest grade and sentences of every page that is measured."""
    open_to_all = (*PUBLIC, *(card.href for card in selectors.platforms()))
    yield from ((path, FOR_A_PERSON, read(Client().get(path))) for path in open_to_all)
    yield from ((f"questions: {name}", FOR_A_PERSON, questions_of(person)) for name, person in PEOPLE.items())
    for place in selectors.places():
        yield f"law of {place.name}", FOR_WORK_AND_LAW, law_of(place.code)
    for name, person in PEOPLE.items():
        yield from plan_of(name, person)


def read(answer: HttpResponse) -> Sentences:
    """What stands in the main part of a page."""
    return sentences(answer.content.decode().split("<main", 1)[1].split(">", 1)[1].split("</main>")[0])


def questions_of(person: dict[str, str]) -> Sentences:
    """What stands on every question that this person meets; lists of names left out."""
    walker, seen = Walker(), []
    walker.get("/guide/")
    while walker.at != "/guide/check/":
        if walker.at != "/guide/now/":
            slug = walker.at.split("/")[2]
            seen += [] if slug in ("place", "region", "where") else read(walker.client.get(walker.at))
            walker.reply(*person.get(slug, "").split())
        else:
            walker.get("/guide/")
    return tuple(seen)


def law_of(code: str) -> Sentences:
    """The texts of every law and service of a country."""
    cards = selectors.laws_for(code, None, role="self", subject_under_18=True)
    return tuple(sentence for card in cards for sentence in sentences(f"<p>{card.plain}</p><p>{card.how_to_use}</p>"))


def plan_of(name: str, person: dict[str, str]) -> Iterator[Page]:
    """The plan of a person, work and law apart from the rest."""
    page = Walker().walk(person).get("/plan/print/").content.decode()
    # On paper every word of every step stands on one page.
    parts = re.split(r'<section class="step" data-step="([a-z0-9-]+)">', page.split("</main>")[0])[1:]
    said = {slug: sentences(html) for slug, html in zip(parts[::2], parts[1::2], strict=True)}
    own = tuple(one for slug, found in said.items() if slug not in WORK_AND_LAW for one in found)
    work = tuple(one for slug, found in said.items() if slug in WORK_AND_LAW for one in found)
    yield f"plan: {name}", FOR_A_PERSON, own
    yield f"plan, work and law: {name}", FOR_WORK_AND_LAW, work


def row(name: str, found: Grade, most: float) -> str:
    """One line of the table."""
    mark = "!" if found.grade > most else " "
    return f"{found.grade:5.1f}{mark} {found.words:6} words  {name}  {', '.join(found.hard[:6])}"


def test_no_page_is_hard_to_read(capsys: pytest.CaptureFixture[str]) -> None:
    found = [(name, most, measure(said)) for name, most, said in pages()]
    measured = sorted(((n, most, g) for n, most, g in found if g.words >= FEWEST_WORDS), key=lambda one: -one[2].grade)
    with capsys.disabled():
        if TABLE:
            print("\n" + "\n".join(row(name, grade, most) for name, most, grade in measured))
            print("\n".join(sorted({sentence for _name, _most, grade in measured for sentence in grade.long})))
    assert [row(name, grade, most) for name, most, grade in measured if grade.grade > most] == []
    assert len(measured) > 80


def whole(said: Sentences) -> list[list[str]]:
    """The words of each sentence that ends as one: labels, headings and buttons are none."""
    return [sentence.split() for sentence in said if sentence.rstrip('”’)"').endswith((".", "!", "?"))]


def test_no_page_is_chopped() -> None:
    found = {name: whole(said) for name, _most, said in pages()}
    measured = {name: words for name, words in found.items() if sum(map(len, words)) >= FEWEST_WORDS}
    average = {name: sum(map(len, words)) / len(words) for name, words in measured.items()}
    assert {name: round(words, 1) for name, words in average.items() if words < LEAST_WORDS} == {}
    assert len(measured) > 80


def test_labels_are_no_sentences_and_chop_is_found() -> None:
    assert whole(("Notes", "Keep the chat.", "“Can you help me?”")) == [
        ["Keep", "the", "chat."],
        ["“Can", "you", "help", "me?”"],
    ]
