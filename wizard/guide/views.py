"""Pages around the questions: the start, the page after `danger`, and the check of all answers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wizard.guide.context import check_rows
from wizard.journey.journey import Journey
from wizard.journey.redirects import next_page
from wizard.journey.urgent_numbers import danger_lines, danger_ticked, numbers


@require_safe
def guide_start(request: HttpRequest) -> HttpResponse:
    """To the first open question, or to the check page."""
    return next_page(Journey(request))


@require_safe
def guide_now(request: HttpRequest) -> HttpResponse:
    """Right after `danger`: thank you, the numbers, one sentence for each thing that was ticked."""
    journey = Journey(request)
    if not danger_ticked(journey):
        return next_page(journey)
    a = journey.answers
    ticked = {"self_harm": a.self_harm, "unsafe": a.unsafe, "meet": a.meet, "deadline": a.deadline}
    context = {"ticked": ticked, "numbers": numbers(journey), "helper": a.helper}
    harm = danger_lines(journey).labelled if a.contact_danger else ()
    return render(request, "guide/now.html", {**context, "harm": harm})


@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """Every answer with a link to change it."""
    journey = Journey(request)
    if journey.path.first_open:
        return next_page(journey)
    carried = numbers(journey) if danger_ticked(journey) else None
    return render(request, "guide/check.html", {"rows": check_rows(journey), "numbers": carried})
