"""Where to go next: every redirect of the journey is a 303 made here, and no redirect swallows what was typed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from compass.http import SeeOther
from compass.typed_text import given_back
from wizard.journey.journey import Journey


def see_other(name: str, *args: str, fragment: str = "") -> HttpResponse:
    """303 to the page of that name."""
    return SeeOther(reverse(name, args=args) + (f"#{fragment}" if fragment else ""))


def next_page(journey: Journey) -> HttpResponse:
    """303 to the first open question, or to the check page when none is open."""
    slug = journey.path.first_open
    return see_other("question", slug) if slug else see_other("check")


def turned_away(request: HttpRequest, name: str, *args: str, fragment: str = "") -> HttpResponse:
    """303 to the page of that name; 409 for a form with words in it, which are given back first."""
    onwards, typed = see_other(name, *args, fragment=fragment), given_back(request)
    if not typed:
        return onwards
    return render(request, "errors/not_kept.html", {"typed": typed, "href": onwards["Location"]}, status=409)
