"""Addresses of the pages without a visit. They are neutral, because an address stays in a history."""

from django.urls import path
from django.views.generic import TemplateView

from resources.page_cache import cached_page
from resources.views import about, people, platforms

urlpatterns = [
    path("now/", people.now, name="now"),
    path("now/<str:country>/", people.now, name="now-country"),
    path("after/", people.after, name="after"),
    path("after/<str:country>/", people.after, name="after-country"),
    path("people/", people.people, name="people"),
    path("people/<str:country>/", people.people_country, name="people-country"),
    # Above the regions: none of them can have this name.
    path("people/<str:country>/sources/", people.people_sources, name="people-sources"),
    path("people/<str:country>/<str:region>/sources/", people.people_sources, name="people-sources"),
    path("people/<str:country>/<str:region>/", people.people_region, name="people-region"),
    path("places/", platforms.places, name="places"),
    path("places/<str:path>/", platforms.place, name="place"),
    path("safety/", cached_page(TemplateView.as_view(template_name="pages/safety.html")), name="safety"),
    path("privacy/", cached_page(TemplateView.as_view(template_name="pages/privacy.html")), name="privacy"),
    path("about/", about.about, name="about"),
]
