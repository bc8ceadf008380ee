"""Addresses of what programs read: they have no language."""

from django.urls import path

from resources.views import directory

urlpatterns = [path("people.json", directory.people_json, name="people-json")]
