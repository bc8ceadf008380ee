"""What every template knows without asking the visit."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from compass.languages import OtherLanguage, current, others


@dataclass(frozen=True)
class Site:
    """Who runs this site: its name, the organisation, its country (ISO code, upper case). `leave_to`: the dull page."""

    name: str
    operator: str
    home_country: str
    leave_to: str


def site(request: HttpRequest) -> dict[str, Any]:
    """`site` and the languages for templates. Never touches the session: a public page has no visit.

    `other_languages`: links to this page in each of them; `other_front_pages`: for a page that has no address to show.
    """
    return {
        "language": SimpleLazyObject(current),
        "other_languages": SimpleLazyObject(partial(_same_page, request)),
        "other_front_pages": SimpleLazyObject(partial(_front_pages, request)),
        "site": Site(
            settings.COMPASS_NAME, settings.COMPASS_OPERATOR, settings.COMPASS_HOME_COUNTRY, settings.COMPASS_LEAVE_TO
        ),
    }


def _same_page(request: HttpRequest) -> tuple[OtherLanguage, ...]:
    # What stands in an address beside its path is kept only by a view that has read it.
    return others(request, getattr(request, "shown_at", request.path))


def _front_pages(request: HttpRequest) -> tuple[OtherLanguage, ...]:
    return others(request, reverse("front"))
