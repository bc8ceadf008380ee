"""Addresses of the pages without a visit. They are neutral, because an address stays in a history."""

from django.urls import path
from django.views.generic import TemplateView

from resources import place_views, views

urlpatterns = [
    path("now/", views.now, name="now"),
    path("now/<slug:country>/", views.now, name="now-country"),
    path("people/", views.people, name="people"),
    path("people/<slug:country>/", views.people_country, name="people-country"),
    path("people/<slug:country>/<slug:region>/", views.people_region, name="people-region"),
    path("places/", place_views.places, name="places"),
    path("places/<slug:path>/", place_views.place, name="place"),
    path("safety/", TemplateView.as_view(template_name="pages/safety.html"), name="safety"),
    path("privacy/", TemplateView.as_view(template_name="pages/privacy.html"), name="privacy"),
    path("about/", TemplateView.as_view(template_name="pages/about.html"), name="about"),
]
