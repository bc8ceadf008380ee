"""The door for the web server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "compass.settings")
application = get_wsgi_application()

from compass.visits import leaving  # noqa: E402 - the settings have to be there first

# Visits that were left when the last worker of this machine ended.
leaving.go_on()
