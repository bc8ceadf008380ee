"""The door of the tools: without a visit to the guide, with a locked tool to the kind line that says why."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse

from wizard.core.tools import is_open
from wizard.journey.journey import Journey
from wizard.journey.redirects import see_other, turned_away

P = ParamSpec("P")
Inside = Callable[Concatenate[HttpRequest, Journey, P], HttpResponse]
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def tool_required(tool: str) -> Callable[[Inside[P]], View[P]]:
    """Makes a view of one that also takes the journey, and that runs only where the tool is open."""

    def build(inside: Inside[P]) -> View[P]:
        def view(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            journey = Journey(request)
            if not journey.live:
                return see_other("guide")
            if not is_open(tool, journey.answers):
                return turned_away(request, "plan", fragment=tool)
            return inside(request, journey, *args, **kwargs)

        update_wrapper(view, inside)
        return view

    return build
