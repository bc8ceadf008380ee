"""Between the web server and Django: what a header may choose, and an answer where Django gives none.

What a browser unpacks is said once and plainly, because four layers below look for the bare word "gzip" and would find
it in "gzip;q=0". Every form here is UTF-8: a header that names another way to read letters is not believed, because
Python also knows ways that read none ("hex", "undefined"), and each new name that it looks up stays in memory.
"""

import logging
from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import gettext as _

from compass.http import encodings
from compass.middleware import HEADERS

logger = logging.getLogger(__name__)

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
ALWAYS = {**HEADERS, "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store"}


def guarded(application: Application) -> Application:
    """The WSGI application, asked in plain words; it never raises."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        environ["CONTENT_TYPE"] = environ.get("CONTENT_TYPE", "").partition(";")[0].strip()
        environ["HTTP_ACCEPT_ENCODING"] = ", ".join(encodings(environ.get("HTTP_ACCEPT_ENCODING", "")))
        try:
            return application(environ, start_response)
        except Exception as error:
            # The server would print the whole error, and in it what was sent.
            logger.error("A request was left without an answer.", exc_info=error)
            body = last_words().encode()
            start_response("500 Internal Server Error", [*ALWAYS.items(), ("Content-Length", str(len(body)))])
            return [body]

    return answer


def last_words() -> str:
    """What somebody reads when no page can be made."""
    return "\n".join(
        (
            _("Something broke on our side. You did nothing wrong. You can try again, or close this page."),
            _("If you are in danger now, call the emergency number of the place where you are."),
        )
    )
