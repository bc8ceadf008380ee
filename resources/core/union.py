"""The one union of countries that facts name by a code of its own. A member says so by its `eu`. Pure."""

from django.utils.translation import gettext_lazy as _

# Stays in code: each country says whether it is a member, and a second union would need a field of its own.
UNION = "EU"
NAME = _("European Union")


def unions(member: bool) -> frozenset[str]:
    """The codes that stand for a country besides its own."""
    return frozenset({UNION}) if member else frozenset()
