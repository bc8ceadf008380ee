"""Pages of the journey: thin, each reads one `Journey` and renders or redirects."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from resources.contexts.people import home_numbers
from resources.page_cache import kept
from wizard.guide.context import check_rows, danger_ticked, numbers
from wizard.journey.journey import Journey
from wizard.journey.redirects import after, see_other
from wizard.plan.context import one_step_context, plan_context
from wizard.records.store import Book
from wizard.visit_contents import held


@kept
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """The front door: five lines and a number, without a visit."""
    return render(request, "pages/front.html", {"numbers": home_numbers()})


@require_safe
def guide_start(request: HttpRequest) -> HttpResponse:
    """To the first open question, or to the check page."""
    return after(Journey(request))


@require_safe
def guide_now(request: HttpRequest) -> HttpResponse:
    """Right after `danger`: thank you, the numbers, one sentence for each thing that was ticked."""
    journey = Journey(request)
    if not danger_ticked(journey):
        return after(journey)
    a = journey.answers
    ticked = {"self_harm": a.self_harm, "unsafe": a.unsafe, "meet": a.meet, "deadline": a.deadline}
    return render(request, "guide/now.html", {"ticked": ticked, "numbers": numbers(journey), "helper": a.helper})


@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """Every answer with a link to change it."""
    journey = Journey(request)
    if journey.path.first_open:
        return after(journey)
    carried = numbers(journey) if danger_ticked(journey) else None
    return render(request, "guide/check.html", {"rows": check_rows(journey), "numbers": carried})


@require_safe
def plan(request: HttpRequest) -> HttpResponse:
    """The plan; a live visit always gets one."""
    journey = Journey(request)
    if not journey.live:
        return see_other("guide")
    return render(request, "plan/index.html", plan_context(journey))


@require_http_methods(["GET", "HEAD", "POST"])
def plan_step(request: HttpRequest, slug: str) -> HttpResponse:
    """One step with all its words; POST `done` ticks it."""
    journey = Journey(request)
    if not journey.live:
        return see_other("guide")
    step = journey.plan.step(slug)
    if step is None:
        return see_other("plan")
    if request.method == "POST":
        if request.POST.get("done") in ("0", "1"):
            journey.tick(slug, request.POST["done"] == "1")
        return see_other("plan")
    return render(request, "plan/step.html", one_step_context(journey, step))


@require_safe
def visit(request: HttpRequest) -> HttpResponse:
    """Everything that this visit holds, and the button that ends it."""
    journey = Journey(request)
    if not journey.live:
        return see_other("guide")
    done = [step for step in journey.plan.steps if step.slug in journey.done]
    parts = held(Book(journey.session), journey.answers)
    return render(request, "pages/visit.html", {"answers": check_rows(journey), "done": done, "parts": parts})
