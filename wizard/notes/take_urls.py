"""Addresses for taking the notes along. They name no subject: an address bar can be read over a shoulder."""

from django.urls import path

from wizard.notes import take_views

urlpatterns = [
    path("notes/take/", take_views.take, name="notes-take"),
    path("notes/print/", take_views.print_view, name="notes-print"),
    path("notes/check/", take_views.check, name="notes-check"),
]
