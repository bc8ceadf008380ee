"""Pages without a visit: who can be called right now, people by place, apps and sites. They read no cookie."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from resources import presenting, selectors
from resources.cards import Place


@require_safe
def now(request: HttpRequest, country: str = "") -> HttpResponse:
    """Numbers for the next ten minutes; the home country until another is chosen."""
    if country != country.lower():
        return redirect("now-country", country.lower())
    land = _land(country or settings.COMPASS_HOME_COUNTRY)
    return render(request, "pages/now.html", presenting.now_context(land, assumed=not country))


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """The countries whose lines we list."""
    return render(request, "pages/people.html", presenting.people_context())


@require_safe
def people_country(request: HttpRequest, country: str) -> HttpResponse:
    """Every line of a country."""
    if country != country.lower():
        return redirect("people-country", country.lower())
    return render(request, "pages/people_place.html", presenting.place_context(_land(country), ""))


@require_safe
def people_region(request: HttpRequest, country: str, region: str) -> HttpResponse:
    """Every line of a region, and those of its whole country."""
    if (country, region) != (country.lower(), region.lower()):
        return redirect("people-region", country.lower(), region.lower())
    land, code = _land(country), f"{country}-{region}".upper()
    if not land.region_name(code):
        raise Http404
    return render(request, "pages/people_place.html", presenting.place_context(land, code))


@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """Apps and sites: the likely ones, then the others by letter."""
    return render(request, "pages/places.html", presenting.places_context())


@require_safe
def place(request: HttpRequest, path: str) -> HttpResponse:
    """One app or site."""
    if path != path.lower():
        return redirect("place", path.lower())
    card = selectors.platform(path)
    if card is None:
        raise Http404
    return render(request, "pages/place.html", {"platform": card})


def _land(code: str) -> Place:
    found = selectors.place(code.upper())
    if found is None:
        raise Http404
    return found
