"""Addresses for telling somebody. They name no subject: an address bar can be read over a shoulder."""

from django.urls import path

from wizard.talk import views
from wizard.talk.pack_views import pack

urlpatterns = [
    path("talk/", views.talk, name="talk"),
    path("talk/sheet/", views.sheet, name="talk-sheet"),
    path("talk/card/", views.card, name="talk-card"),
    path("talk/pack/", pack, name="talk-pack"),
    path("talk/<path:rest>", views.elsewhere),
]
