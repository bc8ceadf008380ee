"""Templates know who runs the site, and asking costs no visit."""

from django.test import RequestFactory

from compass.context_processors import Site, site


def test_the_site_is_named_by_its_settings_without_a_session(settings):
    settings.COMPASS_LEAVE_TO = "https://dull.example/"
    settings.COMPASS_NAME, settings.COMPASS_OPERATOR, settings.COMPASS_HOME_COUNTRY = "Lamp", "A school board", "GB"
    request = RequestFactory().get("/")
    found = Site("Lamp", "A school board", "GB", "https://dull.example/")
    assert (site(request)["site"], hasattr(request, "session")) == (found, False)
