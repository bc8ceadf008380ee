"""Addresses of the journey. They name no subject: an address bar can be read over a shoulder."""

from django.urls import include, path

from wizard import views
from wizard.guide import views as guide_views
from wizard.guide.wizard_view import guide
from wizard.plan import views as plan_views
from wizard.plan.print_views import plan_print

urlpatterns = [
    path("", views.front, name="front"),
    path("guide/", guide_views.guide_start, name="guide"),
    path("guide/now/", guide_views.guide_now, name="now-guide"),
    path("guide/check/", guide_views.check, name="check"),
    path("guide/<slug:step>/", guide, name="question"),
    path("plan/", plan_views.plan, name="plan"),
    path("plan/print/", plan_print, name="plan-print"),
    path("plan/<slug:slug>/", plan_views.plan_step, name="plan-step"),
    path("visit/", views.visit, name="visit"),
    path("visit/stay/", views.stay, name="stay"),
    # Each names its whole addresses, so that they can be read in one place.
    path("", include("wizard.notes.urls")),
    path("", include("wizard.message.urls")),
    path("", include("wizard.talk.urls")),
    path("", include("wizard.remove.urls")),
]
