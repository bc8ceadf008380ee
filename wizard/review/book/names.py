"""What stands in a template, in words: the flags by their names, and what the page looked up.

A name that nobody has words for is refused, so that no condition goes to print half said.
"""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from wizard.core.answers import FLAGS
from wizard.core.flow import Words
from wizard.review.book.asked import ASKED
from wizard.review.flowmap.read_code import NoWordsError
from wizard.review.words import named

# What a template calls something, and what it is.
Alias = Mapping[str, str]

# What the facts hand to a template: beneath these names, a missing value reads as "no".
FACTS = frozenset(
    [
        *("services", "service", "route", "then", "guided", "guide", "place", "law", "lines", "line", "few", "channel"),
        *("step", "warning", "part", "need", "hours", "laws", "duties", "named_places", "guided_places", "adult_duty"),
    ]
)
# The lists of removal services, as `resources.routes_for_plan` sorts them.
SERVICES: dict[str, Words] = {
    "matching": gettext_lazy("make a code of a picture, so that sites find copies"),
    "tiplines": gettext_lazy("take reports about pictures of somebody under 18"),
    "bodies": gettext_lazy("services, regulators and courts of the place"),
    "clocks": gettext_lazy("a law gives the site so many hours"),
    "notices": gettext_lazy("a law says how to tell a site, without a clock"),
    "copyright": gettext_lazy("a notice that gives a name away"),
    "sites": gettext_lazy("only for apps or sites that were named"),
    "search": gettext_lazy("hide a page from the results of a search"),
    "returning": gettext_lazy("look for copies that come back"),
    "joined": gettext_lazy("named apps and sites that take part in a matching service"),
    "may_reach_them": gettext_lazy("one of the bodies may contact the other person"),
}


def whole(path: str, alias: Alias) -> str:
    """A dotted name with its beginning as it was first called."""
    first, dot, rest = path.partition(".")
    return f"{alias.get(first, first)}{dot}{rest}"


def said(path: str, yes: bool) -> str:
    """That a name holds or does not; raises NoWordsError when there are no words for it."""
    if path in ASKED:
        return str(ASKED[path][0 if yes else 1])
    if path.startswith("a."):
        flag = {"name": named(_flag(path))}
        return pgettext("a flag", "%(name)s") % flag if yes else _("not %(name)s") % flag
    known = {"name": fact(path)}
    return _("the facts have [%(name)s]") % known if yes else _("the facts have no [%(name)s]") % known


def subject(path: str) -> str:
    """What is compared with a value."""
    known = {"at.country": _("the country"), "at.region": _("the region")}
    return known.get(path) or fact(path)


def fact(path: str) -> str:
    """Something from the facts, such as "service: complaint"; raises NoWordsError for another kind of name."""
    first, *rest = path.split(".")
    if first not in FACTS:
        raise NoWordsError(
            f"{path} stands in a template of a step, and wizard/review/book/names.py has no words for it"
        )
    if first == "lines" and rest[:1] == ["steps"]:
        return numbers(path)
    return named(": ".join(filter(None, [first, " ".join(rest)])))


def numbers(path: str) -> str:
    """A list of helplines, such as "numbers: crisis, talk"."""
    parts = path.removeprefix("lines.").removeprefix("steps.").split(".")
    return _("numbers: %(names)s") % {"names": ", ".join(map(named, parts))}


def _flag(path: str) -> str:
    name = path.removeprefix("a.")
    if name not in FLAGS:
        raise NoWordsError(f"{path} is not a flag")
    return name
