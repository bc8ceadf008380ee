"""Every address of the site; the pages live in the two apps."""

from django.urls import include, path

from compass import views

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("leave/", views.leave, name="leave"),
    path("start-again/", views.start_again, name="start-again"),
    # Pages without a visit first: they are asked for the most, and come from memory faster than an address is found.
    path("", include("resources.urls")),
    path("", include("wizard.urls")),
]

handler400 = "compass.views.bad_request"
handler403 = "compass.views.visit_cleared"
handler500 = "resources.views.errors.server_error"
