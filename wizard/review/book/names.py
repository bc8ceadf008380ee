"""What stands in a template, in words: the flags by their names, and what the page looked up.

A name that nobody has words for is refused, so that no condition goes to print half said.
"""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wizard.core.answers import FLAGS
from wizard.core.flow import Words
from wizard.review.flowmap.read_code import NoWordsError
from wizard.review.flowmap.wording import name_of

# What a template calls something, and what it is.
Alias = Mapping[str, str]

# A condition that is no flag: how to say that it holds, and that it does not.
ASKED: dict[str, tuple[Words, Words]] = {
    "they": (gettext_lazy("a helper reads it"), gettext_lazy("the person reads it")),
    "step.short": (gettext_lazy("in the one-line form"), gettext_lazy("in the full form")),
    "at.assumed": (gettext_lazy("the country was skipped"), gettext_lazy("the country was chosen")),
    "at.region": (gettext_lazy("the region is known"), gettext_lazy("the region is not known")),
    "plan_first": (gettext_lazy("a safety plan is needed"), gettext_lazy("no safety plan is needed")),
    "silence_may_harm": (
        gettext_lazy("not answering could get somebody hurt"),
        gettext_lazy("nothing says that silence could hurt"),
    ),
    "near_and_angry": (
        gettext_lazy("the other person is near, or could see it"),
        gettext_lazy("the other person is not known to be near"),
    ),
    "stopping_may_harm": (
        gettext_lazy("they know the other person, or have to be careful"),
        gettext_lazy("they do not know the other person"),
    ),
    "police_recommended": (
        gettext_lazy("telling police is called a good idea"),
        gettext_lazy("police are only one choice"),
    ),
    "plan_for_a_skipped_question": (
        gettext_lazy("the safety plan is there for a skipped question only"),
        gettext_lazy("the safety plan has another reason"),
    ),
    "gave_in": (gettext_lazy("they paid, answered or sent more"), gettext_lazy("they gave nothing")),
    "only_more_wanted": (
        gettext_lazy("more is wanted, and nothing else is threatened"),
        gettext_lazy("nothing more is wanted, or there is a threat too"),
    ),
    "parents_may_know": (
        gettext_lazy("under 18, and no parent or carer is the danger"),
        gettext_lazy("18 or older, or a parent or carer may be the danger"),
    ),
    "own_work": (
        gettext_lazy("an adult asks, for themselves, with no pressure and no danger"),
        gettext_lazy("a helper asks, or somebody under 18 or in danger"),
    ),
    "named_places": (gettext_lazy("apps or sites were named"), gettext_lazy("no app or site was named")),
    "guided_places": (gettext_lazy("there are steps for a named app"), gettext_lazy("there are no steps for it")),
    "lines.has_night_line": (
        gettext_lazy("a line is known to be open all night"),
        gettext_lazy("no line is known to be open all night"),
    ),
    "parts": (gettext_lazy("asked for with all its parts"), gettext_lazy("asked for without its parts")),
    "more": (gettext_lazy("the step says more above"), gettext_lazy("the step says nothing above")),
    "for_worker": (gettext_lazy("in a step for workers"), gettext_lazy("not in a step for workers")),
    "brief": (gettext_lazy("without its note"), gettext_lazy("with its note")),
    "taps": (gettext_lazy("only to tap"), gettext_lazy("to tap or to read")),
}
# What the facts hand to a template: beneath these names, a missing value reads as "no".
FACTS = frozenset(
    [
        *("services", "service", "route", "then", "guided", "guide", "place", "law", "lines", "line", "few", "channel"),
        *("step", "warning", "part", "need", "hours", "laws", "duties", "named_places", "guided_places"),
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
        return name_of(_flag(path)) if yes else _("not %(name)s") % {"name": name_of(_flag(path))}
    named = {"name": fact(path)}
    return _("the facts have [%(name)s]") % named if yes else _("the facts have no [%(name)s]") % named


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
    return ": ".join(filter(None, [first.replace("_", " "), " ".join(rest).replace("_", " ")]))


def numbers(path: str) -> str:
    """A list of helplines, such as "numbers: crisis, talk"."""
    parts = path.removeprefix("lines.").removeprefix("steps.").replace("_", " ").split(".")
    return _("numbers: %(names)s") % {"names": ", ".join(parts)}


def _flag(path: str) -> str:
    name = path.removeprefix("a.")
    if name not in FLAGS:
        raise NoWordsError(f"{path} is not a flag")
    return name
