"""Where to go next: every redirect of the journey is a 303 made here."""

from django.http import HttpResponse
from django.urls import reverse

from compass.http import SeeOther
from wizard.journey.journey import Journey


def see_other(name: str, *args: str, fragment: str = "") -> HttpResponse:
    """303 to the page of that name."""
    return SeeOther(reverse(name, args=args) + (f"#{fragment}" if fragment else ""))


def next_page(journey: Journey) -> HttpResponse:
    """303 to the first open question, or to the check page when none is open."""
    slug = journey.path.first_open
    return see_other("question", slug) if slug else see_other("check")
