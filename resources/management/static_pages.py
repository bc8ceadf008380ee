"""The pages that a proxy shows while the site is away: made from the facts, kept as plain files.

The front door, the next ten minutes in every country, and everybody who can be reached in the home country. They have
the addresses of the site, say when they were saved, and lead to no page that is not among them.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation

from compass.context_processors import site
from compass.languages import linked, others
from resources import selectors
from resources.contexts.people import Link, countries, groups, home_numbers, now_context
from resources.place import Place

# What the pages need beside themselves.
NEEDED = ("css/compass.css", "img/icon.svg")


class File(NamedTuple):
    """A file of the folder: its path inside, and its bytes."""

    path: str
    content: bytes


def files(home: Place, now: datetime) -> Iterator[File]:
    """Every file, at a moment (aware). Raises ValueError where the static files were not collected."""
    for language in linked():
        with translation.override(language.voices[0]):
            yield from _pages(home.code, now)
    for name in NEEDED:
        address = static(name)
        with staticfiles_storage.open(address.removeprefix(settings.STATIC_URL)) as file:
            yield File(address.lstrip("/"), file.read())


def _pages(country: str, now: datetime) -> Iterator[File]:
    """The pages in the language that is spoken."""
    home = selectors.place(country)
    if home is None:
        raise LookupError(country)
    frame = {**site(HttpRequest()), "saved_on": now, "home": Link(home.name, home.href("people-country"))}
    for address, template, context in (*_now(home, now), *_people(home), _front()):
        links = {"other_languages": others(HttpRequest(), address)}
        page = render_to_string(f"away/{template}.html", {**context, **frame, **links})
        yield File(f"{address}index.html".lstrip("/"), page.encode())


Made = tuple[str, str, dict[str, Any]]  # address, template, context


def _front() -> Made:
    return reverse("front"), "front", {"numbers": home_numbers(), "countries": countries("now-country")}


def _now(home: Place, now: datetime) -> Iterator[Made]:
    yield reverse("now"), "now", now_context(home, now)
    for land in selectors.places():
        yield land.href("now-country"), "now", now_context(land, now)


def _people(home: Place) -> Iterator[Made]:
    areas = tuple(Link(name, home.href("people-region", code)) for code, name in home.regions)
    whole = _lines(home, "", home.name, areas)
    yield reverse("people"), "people", whole
    yield home.href("people-country"), "people", whole
    for (code, name), area in zip(home.regions, areas, strict=True):
        yield area.href, "people", _lines(home, code, name, ())


def _lines(home: Place, region: str, name: str, areas: tuple[Link, ...]) -> dict[str, Any]:
    found = selectors.directory(home.code, region)
    return {"place": name, "groups": groups(found), "regions": areas, "emergency_note": found.emergency_note}
