"""Pages of the journey: thin, each reads one `Journey` and renders or redirects."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from compass.languages import linked
from resources.contexts.people import home_numbers
from resources.page_cache import cached_page
from wizard.guide.context import kept_rows
from wizard.journey.journey import Journey
from wizard.journey.redirects import see_other
from wizard.journey.urgent_numbers import carried_numbers
from wizard.records.store import RecordStore
from wizard.visit_contents import contents_of


@cached_page
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """The front door: five lines and a number, without a visit."""
    response = render(request, "pages/front.html", {"numbers": home_numbers()})
    if len(linked()) > 1:
        patch_vary_headers(response, ("Accept-Language",))
    return response


@require_safe
def visit(request: HttpRequest) -> HttpResponse:
    """Everything that this visit holds, and the button that ends it."""
    journey = Journey(request)
    if not journey.live:
        return see_other("guide")
    done = [step for step in journey.plan.steps if step.slug in journey.done]
    parts = contents_of(RecordStore(journey.session), journey.answers)
    held = {"answers": kept_rows(journey), "done": done, "parts": parts, "numbers": carried_numbers(journey)}
    return render(request, "visit/index.html", held)


@csrf_exempt  # pages without a form have no token; all that this does is what any page of the visit does
@require_POST
def stay(request: HttpRequest) -> HttpResponse:
    """204, and the idle time of the visit begins anew; 410 when there is no visit any more."""
    return HttpResponse(status=204 if Journey(request).live else 410)
