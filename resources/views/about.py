"""The page about this site: who runs it, which version and which facts it has."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from compass import __version__
from resources import repository
from resources.page_cache import cached_page
from resources.repository import FILES

# So many of the 64 signs of a digest tell one set of facts from another.
SIGNS = 12


@cached_page
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """`facts`: the beginning of the digest of the facts that are loaded, "" when none are."""
    digest = repository.version_key()[0]
    facts = "" if digest == FILES else digest[:SIGNS]
    return render(request, "pages/about.html", {"version": __version__, "facts": facts})
