"""Every address of the site; the pages live in the two apps."""

from django.urls import include, path

from compass import views

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("leave/", views.leave, name="leave"),
    path("start-again/", views.start_again, name="start-again"),
    path("", include("wizard.urls")),
    path("", include("resources.urls")),
]

handler400 = "compass.views.bad_request"
handler403 = "compass.views.visit_cleared"
handler404 = "compass.views.not_found"
handler500 = "compass.views.server_error"
