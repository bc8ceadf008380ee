"""No French page is hard to read: 85 or more for the person, 74 or more for workers and law, after Kandel and Moles.

`READING=1` prints all. Measured on whole pages of a hundred words and more; what stands in English is left out.
"""

import os
import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils.translation import override

from compass.languages import FRENCH, in_language
from resources import selectors
from tests.content.french.reading_ease import LONGEST, Ease, measure, syllables
from tests.content.french.visits import EVERYBODY, FEW, FEW_PUBLIC
from tests.content.reading_grade import FEWEST_WORDS
from tests.content.test_reading_grade import PUBLIC, WORK_AND_LAW
from tests.visitor import Walker
from wizard.core.html_sentences import Sentences, sentences

pytestmark = pytest.mark.django_db

TABLE = "READING" in os.environ
FOR_A_PERSON, FOR_WORK_AND_LAW = 85.0, 74.0
# When a line is open is a list, and no sentence.
_HOURS = re.compile(r"\d\sh\b.*;")
_ENGLISH = re.compile(r'<span lang="en">.*?</span>', re.DOTALL)

Page = tuple[str, float, Sentences]


def french_sentences(html: str) -> Sentences:
    """What stands in a piece of a page in French."""
    return sentences(_ENGLISH.sub("", html))


def public_page(path: str) -> Page:
    """What stands in the main part of a page without a visit."""
    html = Client().get(in_language(path, FRENCH)).content.decode()
    return path, FOR_A_PERSON, french_sentences(html.split("<main", 1)[1].split(">", 1)[1].split("</main>")[0])


def plan_of(name: str) -> Iterator[Page]:
    """The plan of somebody, work and law apart from the rest."""
    page = Walker(FRENCH).walk(EVERYBODY[name]).get("/plan/print/").content.decode()
    parts = re.split(r'<section class="step" data-step="([a-z0-9-]+)">', page.split("</main>")[0])[1:]
    said = {slug: french_sentences(html) for slug, html in zip(parts[::2], parts[1::2], strict=True)}
    own = tuple(one for slug, found in said.items() if slug not in WORK_AND_LAW for one in found)
    work = tuple(one for slug, found in said.items() if slug in WORK_AND_LAW for one in found)
    yield f"plan: {name}", FOR_A_PERSON, own
    yield f"plan, work and law: {name}", FOR_WORK_AND_LAW, work


def questions_of(name: str) -> Page:
    """What stands on every question that somebody meets; lists of names left out."""
    walker, seen = Walker(FRENCH).walk(EVERYBODY[name]), []
    for slug in EVERYBODY[name]:
        walker.get(f"/guide/{slug}/")
        if walker.at == f"/guide/{slug}/" and slug not in ("place", "region", "where"):
            html = walker.get(walker.at).content.decode()
            seen += french_sentences(html.split("<main", 1)[1].split(">", 1)[1].split("</main>")[0])
    return f"questions: {name}", FOR_A_PERSON, tuple(seen)


def laws() -> Iterator[Page]:
    """The texts of every law and service of each country."""
    with override(FRENCH.code):
        for place in selectors.places():
            cards = selectors.laws_for(place.code, None, role="self", subject_under_18=True)
            said = [french_sentences(f"<p>{card.plain}</p><p>{card.how_to_use}</p>") for card in cards]
            yield f"law of {place.name}", FOR_WORK_AND_LAW, tuple(one for each in said for one in each)


def row(name: str, found: Ease, least: float) -> str:
    """One line of the table."""
    return f"{found.ease:5.1f}{'!' if found.ease < least else ' '} {found.words:6} words  {name}"


def judged(pages: list[Page]) -> tuple[list[str], list[str]]:
    """The pages that are too hard, and the sentences for a person that are too long."""
    found = [(name, least, measure(said)) for name, least, said in pages]
    measured = [each for each in found if each[2].words >= FEWEST_WORDS]
    if TABLE:
        print(
            "\n" + "\n".join(row(name, ease, least) for name, least, ease in sorted(measured, key=lambda e: e[2].ease))
        )
        print("\n".join(sorted({one for _name, _least, ease in found for one in ease.long})))
    hard = [row(name, ease, least) for name, least, ease in measured if ease.ease < least]
    long = {one for _name, least, ease in found if least == FOR_A_PERSON for one in ease.long}
    return hard, sorted(one for one in long if not _HOURS.search(one))


def test_what_is_read_first_is_easy_to_read():
    pages = [public_page(path) for path in FEW_PUBLIC]
    assert judged([*pages, *(page for name in FEW[:2] for page in plan_of(name))]) == ([], [])


@pytest.mark.thorough
def test_no_page_is_hard_to_read():
    pages = [public_page(path) for path in (*PUBLIC, *(card.href for card in selectors.platforms()))]
    pages += [questions_of(name) for name in EVERYBODY]
    pages += [page for name in EVERYBODY for page in plan_of(name)]
    assert judged([*pages, *laws()]) == ([], [])


@pytest.mark.parametrize(
    ("word", "heard"),
    [
        *(("image", 2), ("personne", 2), ("téléphone", 3), ("police", 2), ("signaler", 3), ("signalement", 4)),
        *(("parlent", 1), ("appelle", 2), ("réponds", 2), ("étape", 2), ("quelqu", 1), ("numéro", 3), ("urgence", 2)),
        *(("peut", 1), ("enfant", 2), ("fille", 1), ("conversation", 4), ("aide", 1), ("école", 2), ("argent", 2)),
        *(
            ("moment", 2),
            ("envoient", 2),
            ("idée", 2),
            ("crayon", 2),
            ("voyage", 2),
            ("naïf", 2),
            ("le", 1),
            ("les", 1),
        ),
    ],
)
def test_syllables_are_counted_as_they_are_heard(word, heard):
    assert syllables(word) == heard


def test_short_words_in_short_sentences_are_easy_and_an_office_is_not():
    easy = measure(("Ne paie pas.", "N’envoie rien de plus.", "Ce n’est pas ta faute."))
    office = "L’autorisation préalable de communication des renseignements personnels incombe à l’organisation."
    assert (easy.ease > 100, measure((office,)).ease < 20, easy.long) == (True, True, ())
    assert len(measure((" ".join(["mot"] * (LONGEST + 1)) + ".",)).long) == 1
