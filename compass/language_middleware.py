"""Speaks the language that the address names, from the first layer that writes a word to the last."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.utils import translation

from compass.languages import Language, language_of, linked

Next = Callable[[HttpRequest], HttpResponseBase]


class LanguageMiddleware:
    """Stands above every layer that renders, answers from memory or looks an address up."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer of the layers below, in the language of the address, to a reader of whom nothing is known."""
        path = request.path_info
        language = language_of(path)
        if language is not language_of(path.lower()):
            return _in_lower_case(path)
        with translation.override(language.voices[0]):
            response = self.get_response(request)
        if response.get("Content-Type", "").startswith("text/html"):
            response["Content-Language"] = language.tag
            _keep_out_of_search(language, response)
        return response


def _in_lower_case(path: str) -> HttpResponsePermanentRedirect:
    first, slash, rest = path[1:].partition("/")
    return HttpResponsePermanentRedirect(f"/{first.lower()}{slash}{rest}")


def _keep_out_of_search(language: Language, response: HttpResponseBase) -> None:
    # A language that no page leads to yet is not for search engines either.
    if language not in linked():
        response["X-Robots-Tag"] = "noindex"
