"""The page for when something broke. It has the numbers of the home country, and needs no database for them.

What was typed into a form that broke is given back.
"""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from compass.typed_text import given_back
from resources.contexts.people import home_numbers
from resources.core.helpline import Helpline
from resources.core.translations import colon


def server_error(request: HttpRequest) -> HttpResponse:
    """500; in plain text, with numbers, if the page itself cannot be made."""
    try:
        return render(request, "500.html", {"numbers": home_numbers(), "typed": given_back(request)}, status=500)
    except Exception:
        return HttpResponse("\n".join(_plain()), content_type="text/plain; charset=utf-8", status=500)


def _plain() -> Iterator[str]:
    yield _("Something broke on our side. You did nothing wrong. You can try again, or close this page.")
    try:
        found = home_numbers()
    except Exception:
        # Not even the files can be read.
        return
    if found:
        for line in (*found.emergency, *filter(None, (found.crisis,))):
            yield f"{line.name}{colon()} {_numbers(line)}"


def _numbers(line: Helpline) -> str:
    return ", ".join(channel.shown for channel in line.channels if channel.kind in ("phone", "text"))
