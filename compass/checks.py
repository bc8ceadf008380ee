"""System checks for the operator: each says in one line what to change."""

import re
from collections.abc import Sequence
from ctypes.util import find_library
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Info, Tags, Warning, register
from django.http.request import validate_host

from compass.catalogues import LOCALE, broken
from compass.database_setting import is_open_to_the_network
from compass.fonts import covered, lacking

PEPPER_LETTERS = 32
# By the alias of a database.
VARIABLES = {"default": "COMPASS_DATABASE", "visits": "COMPASS_VISITS_DATABASE"}
# Library as the linker knows it -> Debian package. Without them everything works but the PDF.
PDF_LIBRARIES = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}
# Debian package -> signs of the scripts that it brings: one of each.
PDF_FONTS = {
    "fonts-noto-core": "हবਪગதతಕമසไລខမአქაհשعᐃᎣ",
    "fonts-noto-cjk": "你ひカ한",
    "fonts-noto-color-emoji": "\U0001f631\U0001f468\U0001f4b8\U0001f97a",
}


@register(Tags.security)
def peppers(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Peppers exist, are long, differ from each other and from the secret key."""
    found: list[CheckMessage] = []
    words = settings.VISIT_PEPPERS
    if not words or any(len(word) < PEPPER_LETTERS for word in words):
        found.append(
            Error(f"Each of COMPASS_VISIT_PEPPERS needs {PEPPER_LETTERS} characters or more.", id="compass.E001")
        )
    if len(set(words)) < len(words):
        found.append(Error("COMPASS_VISIT_PEPPERS names the same pepper twice.", id="compass.E002"))
    if settings.SECRET_KEY in words:
        found.append(Error("COMPASS_SECRET_KEY must not be one of COMPASS_VISIT_PEPPERS.", id="compass.E003"))
    return found


@register(Tags.security, deploy=True)
def sealed_way(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """What goes to a database server on another machine goes through TLS."""
    found = [VARIABLES[alias] for alias, entry in settings.DATABASES.items() if is_open_to_the_network(entry)]
    words = "leads to another machine without TLS: add ?sslmode=require to it."
    return [Warning(f"{variable} {words}", id="compass.W001") for variable in found]


@register(Tags.compatibility)
def site(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """The way out is https and leads elsewhere, the home country is a code, the words for browsers fit together."""
    found: list[CheckMessage] = []
    if not re.fullmatch(r"https://[^/\s]+\S*", settings.COMPASS_LEAVE_TO):
        found.append(Error("COMPASS_LEAVE_TO must be an https address.", id="compass.E004"))
    elif _is_ours(urlsplit(settings.COMPASS_LEAVE_TO).hostname or ""):
        found.append(Error("COMPASS_LEAVE_TO must lead to another site, not to this one.", id="compass.E006"))
    if not re.fullmatch(r"[A-Z]{2}", settings.COMPASS_HOME_COUNTRY):
        found.append(Error("COMPASS_HOME_COUNTRY must be two capital letters, such as CA.", id="compass.E005"))
    if settings.SECURE_HSTS_PRELOAD and not settings.SECURE_HSTS_INCLUDE_SUBDOMAINS:
        found.append(Error("COMPASS_HSTS_PRELOAD=1 needs COMPASS_HSTS_SUBDOMAINS=1, too.", id="compass.E007"))
    return found


def _is_ours(host: str) -> bool:
    """True for a host that this site answers to; "*" in its list says nothing about that."""
    return validate_host(host, [name for name in settings.ALLOWED_HOSTS if name != "*"])


@register(Tags.compatibility)
def pdf_libraries(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """A line to read, never a failure: without these libraries only the PDF is missing."""
    packages = [package for library, package in PDF_LIBRARIES.items() if find_library(library) is None]
    if not packages:
        return []
    return [Info(f"No PDF without these Debian packages: {' '.join(packages)}", id="compass.I001")]


@register(Tags.compatibility)
def pdf_fonts(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """A line to read, never a failure: what no font can draw stands in a PDF as a code."""
    packages = [package for package, signs in PDF_FONTS.items() if lacking(signs)]
    if not packages or not covered():
        return []
    named = " ".join(packages)
    return [Info(f"A PDF shows codes for many scripts without these Debian packages: {named}", id="compass.I002")]


@register()
def languages(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Every catalogue can be read: without one, its pages would speak English below the address of another language.

    And every language that pages lead to is one of ours.
    """
    known = [code for code, _name in settings.LANGUAGES]
    if unknown := [code for code in settings.COMPASS_LANGUAGES if code not in known]:
        said = f"COMPASS_LANGUAGES names {unknown[0]!r}. It can name: {', '.join(known)}."
        return [Error(said, id="compass.E009")]
    missing = (path.relative_to(LOCALE.parents[1]) for path in broken())
    mend = "Unpack the code again, or run: make translations"
    return [Error(f"The catalogue {path} is missing or broken. {mend}", id="compass.E008") for path in missing]
