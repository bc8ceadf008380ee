"""Pages without a visit about people: who can be called right now, and who by place. They read no cookie."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from compass.languages import show_at
from resources import selectors
from resources.contexts import people as presenting
from resources.contexts.after import after_context
from resources.contexts.place import Seen, place_context
from resources.contexts.sources import sources_context
from resources.core import filters
from resources.core.helpline import Helpline
from resources.core.hours.status import next_change
from resources.page_cache import QUARTER, cached_filtered_page, cached_page, fresh_until
from resources.place import Place


@cached_page
@require_safe
def now(request: HttpRequest, country: str = "") -> HttpResponse:
    """Numbers for the next ten minutes."""
    return _of_country(request, country, "now", presenting.now_context)


@cached_page
@require_safe
def after(request: HttpRequest, country: str = "") -> HttpResponse:
    """For who has lost somebody: numbers for the reader, then what can wait."""
    return _of_country(request, country, "after", after_context)


@cached_page
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """The countries whose lines we list."""
    return _countries(request)


@cached_filtered_page
@require_safe
def people_country(request: HttpRequest, country: str) -> HttpResponse:
    """Every line of a country."""
    land = selectors.place(country.upper())
    if land is None:
        return _countries(request, unknown=True)
    asked = filters.read(request.META.get("QUERY_STRING", ""))
    if country != land.code.lower():
        return redirect(land.href("people-country") + asked.wish.query)
    return _lines(request, land, "", asked)


@cached_filtered_page
@require_safe
def people_region(request: HttpRequest, country: str, region: str) -> HttpResponse:
    """Every line of a region, and those of its whole country; those of the country for a region that it has not."""
    land = selectors.place(country.upper())
    if land is None:
        return _countries(request, unknown=True)
    asked, code = filters.read(request.META.get("QUERY_STRING", "")), f"{land.code}-{region}".upper()
    if not land.region_name(code):
        return _lines(request, land, "", asked, unknown=True)
    address = land.href("people-region", code)
    if request.path != address:
        return redirect(address + asked.wish.query)
    return _lines(request, land, code, asked)


@cached_page
@require_safe
def people_sources(request: HttpRequest, country: str, region: str = "") -> HttpResponse:
    """Where the numbers of a place were read; what its own address gives where it is not one of ours."""
    land = selectors.place(country.upper())
    if land is None:
        return _countries(request, unknown=True)
    code = f"{land.code}-{region}".upper() if region else ""
    if code and not land.region_name(code):
        return _lines(request, land, "", filters.read(""), unknown=True)
    address = land.href("people-sources", code)
    if request.path != address:
        return redirect(address)
    return render(request, "people/sources.html", sources_context(land, code))


def _of_country(
    request: HttpRequest, country: str, name: str, made: Callable[[Place, datetime], dict[str, Any]]
) -> HttpResponse:
    """A page with numbers of one country: the home country until another is chosen, or when we have no other.

    `name` is that of its template, and of its address with "-country" behind it.
    """
    land, moment = selectors.place(country.upper()), timezone.now()
    if land and country != land.code.lower():
        return redirect(land.href(f"{name}-country"))
    home = land or selectors.place(settings.COMPASS_HOME_COUNTRY)
    if home is None:
        return _countries(request)
    return _page(request, f"people/{name}.html", made(home, moment), moment, unknown=bool(country) and land is None)


def _countries(request: HttpRequest, *, unknown: bool = False) -> HttpResponse:
    moment = timezone.now()
    return _page(request, "people/index.html", presenting.people_context(moment), moment, unknown=unknown)


def _lines(
    request: HttpRequest, land: Place, region: str, asked: filters.ParsedQuery, *, unknown: bool = False
) -> HttpResponse:
    notices = []
    if unknown:
        notices.append(_("We do not know that area. Here are the helplines for the whole country."))
    if not asked.understood:
        notices.append(_("We did not understand a part of this address, so we left it out."))
    moment = timezone.now()
    context = place_context(Seen(land, region, asked.wish, moment), notices)
    return _page(request, "people/place.html", context, moment, unknown=unknown)


def _page(
    request: HttpRequest, template: str, context: dict[str, Any], moment: datetime, *, unknown: bool
) -> HttpResponse:
    """The page, good until somebody on it opens or closes; not found where the address names no place of ours."""
    if unknown:
        show_at(request, reverse("people"))
    response = render(request, template, {**context, "unknown": unknown}, status=404 if unknown else 200)
    return fresh_until(response, _soonest(context["lines"], moment))


def _soonest(lines: Iterable[Helpline], moment: datetime) -> datetime:
    """At the next change of hours, a quarter of an hour from now at most."""
    latest = moment + QUARTER
    return min(next_change(lines, moment) or latest, latest)
