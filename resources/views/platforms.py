"""Pages without a visit about apps and sites: the list, and how to ask each. They read no cookie."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from compass.languages import show_at
from resources import selectors
from resources.contexts import platforms
from resources.page_cache import cached_page

# Addresses that told too much, and what they are now: an old link still leads to the page.
MOVED = {"xvideos": "xv", "xhamster": "xh"}


@cached_page
@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """Apps and sites; with `q` in the address also those whose names are near it."""
    return render(request, "platforms/index.html", platforms.places_context(request.GET.get("q", "")))


@cached_page
@require_safe
def place(request: HttpRequest, path: str) -> HttpResponse:
    """One app or site; for one that we do not have, the list with the names that are near."""
    card = selectors.platform(MOVED.get(path.lower(), path.lower()))
    if card is None:
        show_at(request, reverse("places"))
        context = platforms.places_context(path)
        return render(request, "platforms/index.html", {**context, "missing": True}, status=404)
    if path != card.path:
        return redirect(card.href)
    return render(request, "platforms/detail.html", platforms.place_context(card))
