"""The real settings, with keys that only tests use and plain http as on a developer's machine."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("COMPASS_LOCAL", "1")
os.environ.setdefault("COMPASS_SECRET_KEY", "only-for-tests-" + "k" * 40)
os.environ.setdefault("COMPASS_VISIT_PEPPERS", "only-for-tests-" + "p" * 40)

from compass.database_setting import database
from compass.settings import *  # noqa: F403

ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}  # noqa: F405
# `tests.postgresql` names its server here. A test that starts a site of its own, with a file of its own, goes without.
ADDRESS = "" if "COMPASS_DATABASE" in os.environ else os.environ.get("COMPASS_TEST_DATABASE", "")
if ADDRESS:
    DATABASES["default"] = database(ADDRESS, "COMPASS_TEST_DATABASE", DATABASE_WAIT_SECONDS)  # noqa: F405
    # A busy machine is no failure.
    DATABASE_SILENCE_SECONDS = 60.0
    DATABASES["default"]["TEST"] = {"NAME": f"compass_test_{os.getpid()}", "TEMPLATE": "template0"}  # noqa: F405
else:
    # A file, as in life: threads then share it as processes do, and its bytes can be searched. One for each test run.
    DATABASES["default"]["TEST"] = {"NAME": Path(tempfile.gettempdir()) / f"compass-test-{os.getpid()}.sqlite3"}  # noqa: F405
VISIT_MARKS_DIR = Path(tempfile.gettempdir()) / f"compass-test-{os.getpid()}-leaving"
# A test is no server: a debugger may look into it.
HEALTH_REMARKS = [remark for remark in HEALTH_REMARKS if remark != "compass.health.memory"]  # noqa: F405
# Static files straight from their folder: nothing has to be collected before a test.
STATIC_ROOT, STATICFILES_DIRS = ROOT / "static", []  # noqa: F405
