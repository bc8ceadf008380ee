"""The plan and the page of one step."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from compass import languages
from wizard.journey.journey import Journey
from wizard.journey.redirects import see_other
from wizard.plan.context import one_step_context, plan_context


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
    if step in journey.plan.folded:
        # The child's own pages go on saying "tu".
        languages.speak(languages.current().to_adults)
    return render(request, "plan/step.html", one_step_context(journey, step))
