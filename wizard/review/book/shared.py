"""Pieces that several steps include: each stands in the book once, and a step only names it."""

from django.utils.translation import gettext_lazy as _

from wizard.core.flow import Words

# A template of this kind is a list of helplines, by the name of the list or of the one line.
NUMBERS = {"components/lines.html": "lines", "components/line.html": "line"}
SHARED: dict[str, Words] = {
    "components/line.html": _("A card with numbers"),
    "components/line_emergency.html": _("The emergency number"),
    "components/line_night.html": _("When no line is open at night"),
    "components/line_more.html": _("The link to more numbers"),
    "plan/_guides.html": _("The steps of one app or site"),
    "plan/_service.html": _("One removal service, unfolded"),
}
# What no sentence stands in: icons, and the ways to reach a line, which the facts list.
SILENT = {"components/icon.html", "components/channel.html"}
