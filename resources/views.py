"""Pages without a visit about people: who can be called right now, and who by place. They read no cookie."""

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


def _land(code: str) -> Place:
    found = selectors.place(code.upper())
    if found is None:
        raise Http404
    return found
