"""Pieces that several steps include: each stands in the book once, and a step only names it."""

from django.utils.translation import gettext_lazy as _

from wizard.core.flow import Words

# A template of this kind is a list of helplines, by the name of the list or of the one line.
NUMBERS = {"components/helplines.html": "lines", "components/helpline.html": "line"}
SHARED: dict[str, Words] = {
    "components/helpline.html": _("A card with numbers"),
    "components/helpline_above.html": _("A line that stands further up"),
    "components/helplines_emergency.html": _("The emergency number"),
    "components/no_night_line.html": _("When no line is open at night"),
    "components/helplines_more_link.html": _("The link to more numbers"),
    "plan/_guides.html": _("The steps of one app or site"),
    "plan/_service.html": _("One removal service, unfolded"),
}
# What no sentence stands in: icons, and the ways to reach a line, which the facts list.
SILENT = {"components/icon.html", "components/channel.html"}
