"""What every template knows without asking the visit."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest


@dataclass(frozen=True)
class Site:
    """Who runs this site: its name, the organisation, its country (ISO code, upper case). `leave_to`: the dull page."""

    name: str
    operator: str
    home_country: str
    leave_to: str


def site(request: HttpRequest) -> dict[str, Site]:
    """`site` for templates. Never touches the session, so that a public page stays without a visit."""
    return {
        "site": Site(
            settings.COMPASS_NAME, settings.COMPASS_OPERATOR, settings.COMPASS_HOME_COUNTRY, settings.COMPASS_LEAVE_TO
        )
    }
