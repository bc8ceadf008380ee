"""The door for the web server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "compass.settings")
site = get_wsgi_application()

# The settings have to be there first.
from compass.door import guarded  # noqa: E402
from compass.visits import leaving  # noqa: E402

application = guarded(site)

# Visits that were left when the last worker of this machine ended.
leaving.go_on()
