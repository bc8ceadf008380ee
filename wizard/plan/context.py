"""What the plan pages show: the plan as it stands on the screen, and the facts that its steps name."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from resources import selectors
from resources.core.law import DUTY, Law
from resources.core.removal import Platform
from wizard.core.answers import Answers
from wizard.core.flow import Words
from wizard.core.location import Location
from wizard.core.plan import Step
from wizard.core.tools import locked_tools
from wizard.core.wording_rules import wording
from wizard.core.wording_situations import sold_by_an_adult
from wizard.helplines.for_plan import helplines_for_plan, helplines_on_paper
from wizard.journey.journey import Journey
from wizard.journey.urgent_numbers import carried_numbers, place_name
from wizard.plan.core.answer_line import answer_line
from wizard.plan.core.first_numbers import first_numbers, page_need
from wizard.plan.core.removal_routes import routes_for_plan
from wizard.plan.core.step_guides import NO_ACCOUNT_UNDER_16, Wanted, guides_for_plan
from wizard.plan.core.what_not import what_not
from wizard.plan.first import card_on_page
from wizard.plan.layout import all_in_time, cards, screen


def plan_context(journey: Journey) -> dict[str, Any]:
    """Everything the plan page needs."""
    a = journey.answers
    given = step_context(journey)
    first = card_on_page(a, journey.plan, given["lines"])
    return {
        **given,
        "first": first,
        "first_step": cards(journey, (first.step,))[0],
        **screen(journey, first.step.slug if first.stands_for else ""),
        "shown": set(),
        "opening": opening(a),
        "locked": locked_tools(a),
        "place_note": place_name(journey) if journey.at.assumed else "",
        "answers_href": reverse("check"),
        "said": answer_line(a, journey.path, journey.world),
    }


def paper_context(journey: Journey) -> dict[str, Any]:
    """As `plan_context`, with every step in the list, and with what the first page of the paper says of its own."""
    context, a = {**plan_context(journey), **screen(journey)}, journey.answers
    lines = helplines_on_paper(journey.at, a)
    first_page = {"first_numbers": first_numbers(page_need(a), lines), "what_not": what_not(a)}
    return {**context, **words_context(a, journey.at, on_paper=True), "lines": lines, **first_page}


def one_step_context(journey: Journey, step: Step) -> dict[str, Any]:
    """Everything the page of one step needs: its words, the step after it, and the list beside it."""
    # For a child alone the plan is two: the child's own steps, and those in the fold for the grown-up.
    folded = step in journey.plan.folded
    steps = journey.plan.folded if folded else journey.plan.open_steps
    shown = cards(journey, steps, (step.slug,))
    at = steps.index(step)
    return {
        **step_context(journey),
        "step": shown[at],
        "they": step.they,
        "for_the_grown_up": folded,
        "at_step": at + 1,
        "of_steps": len(shown),
        "next": shown[at + 1] if at + 1 < len(shown) else None,
        "sections": all_in_time(journey),
    }


def step_context(journey: Journey) -> dict[str, Any]:
    """What the words of any step may read: the flags, the place, the helplines and the facts of this place."""
    a, at = journey.answers, journey.at
    return {
        **words_context(a, at),
        "lines": helplines_for_plan(at, a),
        "numbers": carried_numbers(journey),
    }


def words_context(a: Answers, at: Location, *, on_paper: bool = False) -> dict[str, Any]:
    """As `step_context` without helplines and numbers; each fact is looked up when a template asks for it."""
    named, country, region = _named(at, on_paper=on_paper), at.country, at.region
    quiet = {"sold_by_an_adult": False} if on_paper else {}
    under_18 = a.subject_under_18
    looked_up: dict[str, Callable[[], Any]] = {
        "laws": lambda: _laws(a, selectors.laws_for(country, region, role=_read_as(a), subject_under_18=under_18)),
        "duties": lambda: _duties(selectors.laws_for(country, region, role=a.role, subject_under_18=under_18)),
        "services": lambda: routes_for_plan(
            selectors.services_for(country, region, subject_under_18=under_18),
            country,
            named,
            minor=a.minor_now,
            sold=sold_by_an_adult(a),
        ),
        "guided_places": lambda: guides_for_plan(named, _wanted(a, country)),
        "adult_duty": lambda: selectors.adult_duty(country, region),
    }
    found = {name: SimpleLazyObject(f) for name, f in looked_up.items()}
    return {"a": a, "at": at, "named_places": named, **wording(a), **quiet, **found}


def _named(at: Location, *, on_paper: bool) -> tuple[Platform, ...]:
    """The apps and sites of the answers. Paper is found by others: none on it tells who one loves or what one sells."""
    named = selectors.named_places(at.platforms)
    return tuple(place for place in named if not on_paper or not (place.lgbtq or place.sold_here))


def _wanted(a: Answers, country: str) -> Wanted:
    """What the guides are for. A sharer asks for their own posts: no guide about "this picture of you" is theirs."""
    account, picture = a.sextorted or a.threatened, a.shared or a.fake
    helper = a.helper or a.under_13_alone
    if a.for_sharer:
        return Wanted(False, False, a.subject_under_18, helper)
    return Wanted(
        account,
        picture,
        a.subject_under_18,
        helper,
        profile=a.posing,
        lost_account=a.put_it_there,
        no_account=country in NO_ACCOUNT_UNDER_16 and a.age in ("under-13", "13-15"),
    )


def _read_as(a: Answers) -> str:
    """Whose laws are told: a young person who passed one on reads what the law says of the young, an adult the law."""
    if not _grown_doer(a):
        return "sharer" if a.only_passed_on else a.role
    return "self"


def _grown_doer(a: Answers) -> bool:
    return not a.minor_now and (a.for_sharer or a.only_passed_on)


def _duties(found: tuple[Law, ...]) -> list[Law]:
    """A worker answers for their own duty, whatever the laws beside it are told about."""
    return [law for law in found if law.kind == DUTY]


def _laws(a: Answers, found: tuple[Law, ...]) -> tuple[Law, ...]:
    """An adult who passed one on reads what is forbidden: the ways to be paid or protected are for who was harmed."""
    return tuple(law for law in found if law.kind == "criminal") if _grown_doer(a) else found


def opening(a: Answers) -> Words:
    """The first line of the plan: no blame, and thanks."""
    if a.for_sharer:
        return _("You can start to put this right. Thank you for coming here.")
    if a.only_passed_on:
        return _("Asking is the right thing to do, and a start to putting it right. Thank you for coming here.")
    if a.helper and a.put_it_there:
        return _("Asking is the right thing to do. They are not the only one. Thank you for coming here.")
    if a.carer:
        return _(
            "Asking is the right thing to do. What happened is not their fault, and you do not have to carry it alone. "
            "Thank you."
        )
    if a.helper:
        return _("Asking is the right thing to do. What happened is not their fault. Thank you for coming here.")
    if a.put_it_there:
        return _("You are not the only one, and wanting it gone is a good reason to be here. Thank you for coming.")
    if not a.pictured:
        return _("This is not your fault, and you owe nobody an answer. Thank you for coming here.")
    return _("This is not your fault, and you are not the only one. Thank you for coming here.")
