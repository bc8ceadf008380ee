"""The real site for a server, with one more address: an empty view, behind the same layers."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
site = get_wsgi_application()
settings.ROOT_URLCONF = __name__

from compass.door import guarded  # noqa: E402 - the settings have to be there first

application = guarded(site)


def empty(request: HttpRequest) -> HttpResponse:
    """An answer without a byte."""
    return HttpResponse()


urlpatterns = [path("empty/", empty), path("", include("compass.urls"))]
