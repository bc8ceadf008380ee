"""Addresses of the pages without a visit. They are neutral, because an address stays in a history."""

from django.urls import path
from django.views.generic import TemplateView

from resources import directory_views, place_views, views
from resources.kept import kept

urlpatterns = [
    path("now/", views.now, name="now"),
    path("now/<str:country>/", views.now, name="now-country"),
    path("people/", views.people, name="people"),
    path("people.json", directory_views.people_json, name="people-json"),
    path("people/<str:country>/", views.people_country, name="people-country"),
    path("people/<str:country>/<str:region>/", views.people_region, name="people-region"),
    path("places/", place_views.places, name="places"),
    path("places/<str:path>/", place_views.place, name="place"),
    path("safety/", kept(TemplateView.as_view(template_name="pages/safety.html")), name="safety"),
    path("privacy/", kept(TemplateView.as_view(template_name="pages/privacy.html")), name="privacy"),
    path("about/", kept(TemplateView.as_view(template_name="pages/about.html")), name="about"),
]
