"""Addresses of the requests. They name no subject: an address bar can be read over a shoulder."""

from django.urls import path

import wizard.notes.urls  # noqa: F401  It registers `row`, the id of a row.
from wizard.remove import views

urlpatterns = [
    path("places/<str:path>/text/", views.begin, name="place-text"),
    path("remove/", views.requests, name="remove"),
    path("remove/at/<slug:path>/", views.place, name="remove-at"),
    path("remove/<row:id_>/", views.one, name="remove-one"),
    path("remove/<row:id_>/away/", views.away, name="remove-one-away"),
    path("remove/<path:rest>", views.elsewhere),
]
