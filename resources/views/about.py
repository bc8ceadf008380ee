"""The page about this site: who runs it, which version and which facts it has."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from compass import __version__
from resources.health import facts_shown
from resources.page_cache import cached_page

# So many of the 64 signs of a digest tell one set of facts from another.
SIGNS = 12


@cached_page
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """`facts`: the beginning of the digest of the facts that the pages show."""
    return render(request, "pages/about.html", {"version": __version__, "facts": facts_shown()[:SIGNS]})
