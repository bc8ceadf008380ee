"""Pages without a visit about apps and sites: the list, and how to ask each. They read no cookie."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from resources import place_presenting, selectors


@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """Apps and sites: the likely ones, then the others by letter."""
    return render(request, "pages/places.html", place_presenting.places_context())


@require_safe
def place(request: HttpRequest, path: str) -> HttpResponse:
    """One app or site."""
    if path != path.lower():
        return redirect("place", path.lower())
    card = selectors.platform(path)
    if card is None:
        raise Http404
    return render(request, "pages/place.html", {"platform": card})
