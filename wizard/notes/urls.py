"""Addresses of the notes. They name no subject: an address bar can be read over a shoulder."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from wizard.notes import export_urls, views


class RowId(StringConverter):
    """The id of a row."""

    regex = "[0-9a-f]{32}"


register_converter(RowId, "row")

urlpatterns = [
    *export_urls.urlpatterns,
    path("notes/", views.notes, name="notes"),
    path("notes/new/", views.new, name="notes-new"),
    path("notes/more/", views.more, name="notes-more"),
    *(path(f"notes/more/{part}/", views.more_new, {"part": part}, name=f"notes-more-{part}") for part in views.PARTS),
    path("notes/sort/", views.sort, name="notes-sort"),
    path("notes/<row:id_>/", views.note, name="note"),
    path("notes/<row:id_>/remove/", views.remove, name="note-remove"),
    path("notes/<row:id_>/move/", views.move, name="note-move"),
    path("notes/<path:rest>", views.elsewhere),
]
