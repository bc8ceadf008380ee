"""Addresses for taking the notes along. They name no subject: an address bar can be read over a shoulder."""

from django.urls import path

from wizard.notes import export_views

urlpatterns = [
    path("notes/take/", export_views.take, name="notes-take"),
    path("notes/print/", export_views.print_view, name="notes-print"),
    path("notes/check/", export_views.check, name="notes-check"),
]
