"""A file for a person: at once, or a page that asks again until it is their turn.

Nothing is kept for that: not the file, not the words. The page asks again with an address that holds since when, what
the form said, and a seal that only this visit can make. So no other site can have a file saved on somebody's device.
"""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.core.signing import BadSignature, TimestampSigner
from django.core.signing import b62_decode as number_of
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from compass.http import only_looking
from wizard.core.flow import Words
from wizard.journey.journey import Journey
from wizard.journey.urgent_numbers import carried_numbers
from wizard.pdf.line import EVERY, MOST_SECONDS
from wizard.pdf.render import NotYetError, PdfBusyError, make_in_turn

# In an address that asks again.
ASKS = "file"


@dataclass(frozen=True, slots=True)
class WantedFile:
    """What a form asks for: a neutral file name, its page of HTML, the page of the form, and what the form said."""

    name: str
    html: Callable[[], str]
    page: str
    title: Words
    sent: Mapping[str, str] = field(default_factory=dict)


def is_wanted(request: HttpRequest) -> bool:
    """True for the form, and for the page that asks again."""
    return request.method == "POST" or (ASKS in request.GET and not only_looking(request))


def give(request: HttpRequest, journey: Journey, wanted: WantedFile) -> HttpResponse:
    """The file, or the page that asks again. Raises PdfBusyError or PdfUnavailableError.

    PdfBusyError also when it was asked for a minute ago, or when the address is none that this visit was given.
    """
    seal = TimestampSigner(key=journey.session.row.note_key.hex(), salt=wanted.name)
    sealed = seal.sign(wanted.name) if request.method == "POST" else request.GET[ASKS]
    since = _since(seal, sealed)
    try:
        content = make_in_turn(journey.session.row.row_id, since, wanted.html)
    except NotYetError:
        return _waiting(request, journey, wanted, sealed)
    return as_file(content, "application/pdf", wanted.name)


def as_file(content: bytes, kind: str, name: str) -> HttpResponse:
    """A file under a neutral name that no cache keeps."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type=kind, headers=headers)


def _since(seal: TimestampSigner, sealed: str) -> float:
    try:
        seal.unsign(sealed, max_age=MOST_SECONDS)
    except BadSignature as error:
        raise PdfBusyError("It was asked for too long ago.") from error
    return number_of(sealed.rsplit(":", 2)[1])


def _waiting(request: HttpRequest, journey: Journey, wanted: WantedFile, sealed: str) -> HttpResponse:
    back = reverse(wanted.page)
    again = f"{back}?{urlencode({**wanted.sent, ASKS: sealed})}"
    context = {"again": again, "back": back, "wanted": wanted, "numbers": carried_numbers(journey)}
    response = render(request, "plan/file.html", context, status=202)
    # A header and no `meta`: it works without script, and it ends with the page.
    response["Refresh"] = f"{secrets.choice(EVERY)}; url={again}"
    return response
