"""Every address of the site; the pages live in the two apps.

An address below `/fr/` leads to the same page in French. What no person reads has one address only.
"""

from django.urls import URLPattern, URLResolver, include, path

from compass import views
from compass.languages import LanguagePrefix

in_every_language: list[URLPattern | URLResolver] = [
    path("leave/", views.leave, name="leave"),
    path("start-again/", views.start_again, name="start-again"),
    # Pages without a visit first: they are asked for the most, and come from memory faster than an address is found.
    path("", include("resources.urls")),
    path("", include("wizard.urls")),
]
urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("", include("resources.data_urls")),
    URLResolver(LanguagePrefix(), in_every_language),
]

handler400 = "compass.views.bad_request"
handler403 = "compass.views.visit_cleared"
handler500 = "resources.views.errors.server_error"
