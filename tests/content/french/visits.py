"""French pages by whom they speak to: those without a visit, and those of people who read "tu" or "vous"."""

from collections.abc import Mapping
from functools import cache

from django.test import Client

from compass.languages import FRENCH, in_language
from tests.html.collecting import Collector, Shelf, public_pages
from tests.html.page_kinds import FORMS
from tests.people import ADULT_ALBERTA, FATHER_SCOTLAND, PEOPLE, TEEN_NOVA_SCOTIA, WORKER_ONTARIO

EVERYBODY: Mapping[str, dict[str, str]] = {
    **PEOPLE,
    "adult in Alberta": ADULT_ALBERTA,
    "father in Scotland": FATHER_SCOTLAND,
    "teen in Nova Scotia": TEEN_NOVA_SCOTIA,
    "worker of an adult": WORKER_ONTARIO,
}
# One of each voice, and the child whose plan has a part for a grown-up. The last two say most of what can go wrong.
FEW = ("boy of fourteen who paid", "adult threatened by an ex", "worker of an adult", "child under 13 alone")
FEW_PUBLIC = ("/", "/now/", "/now/ca/", "/after/", "/people/ca/", "/people/ca/qc/", "/places/instagram/", "/privacy/")
# An age that is taken back on the way changes the voice: see `test_changing_voice.py`.
SAME_AGE = tuple((path, data) for path, data in FORMS if "ages" not in data)


def reads_vous(person: Mapping[str, str]) -> bool:
    """Whom French addresses so: parents, workers, and whoever is grown up."""
    return person["who"] in ("child", "client") or person["age"] == "18-plus"


@cache
def public() -> Mapping[str, str]:
    """Every page without a visit."""
    shelf = Shelf()
    public_pages(shelf, FRENCH)
    return shelf.pages


@cache
def few_public() -> Mapping[str, str]:
    """Some of them: whoever comes by night sees these first."""
    return {path: Client().get(in_language(path, FRENCH)).content.decode() for path in FEW_PUBLIC}


@cache
def visit(name: str) -> Mapping[str, str]:
    """What somebody of `EVERYBODY` sees after the last question: every page as it first is."""
    shelf, person = Shelf(), EVERYBODY[name]
    visitor = Collector(shelf, name, FRENCH)
    visitor.walk(person)
    for slug in person:
        visitor.get(f"/guide/{slug}/")
    visitor.looks_around()
    return shelf.pages


@cache
def whole_visit(name: str) -> Mapping[str, str]:
    """As `visit`, from the first question on, with every form filled in right and wrong, and every paper."""
    shelf = Shelf()
    Collector(shelf, name, FRENCH).everything(EVERYBODY[name], SAME_AGE)
    return shelf.pages
