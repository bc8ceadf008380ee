"""Every setting in one file: typed, read from the environment, strict unless `COMPASS_LOCAL=1` says otherwise.

Environment names, their types and what each is for stand in README.md ("Settings").
"""

import os
import zoneinfo
from pathlib import Path

from compass.database_setting import database, folder
from compass.environment import env_flag, env_list, env_secret, env_text, local_hosts, words

ROOT = Path(__file__).resolve().parent.parent

# One switch for the machine of a developer. What it changes is named here and nowhere else:
# no `Secure` flag (and so no `__Host-` name), no HSTS, no redirect to https.
LOCAL = env_flag("COMPASS_LOCAL")
DATA_DIR = ROOT / ".local"

DEBUG = False
SECRET_KEY = env_secret("COMPASS_SECRET_KEY")
# The first pepper seals new visits; the others still open old ones, so that a pepper can be changed in daylight.
VISIT_PEPPERS = words(env_secret("COMPASS_VISIT_PEPPERS"))
ALLOWED_HOSTS = local_hosts(env_list("COMPASS_HOSTS", "127.0.0.1,localhost,[::1]" if LOCAL else None), LOCAL)

INSTALLED_APPS = ["django.contrib.staticfiles", "formtools", "compass", "wizard", "resources"]
MIDDLEWARE = [
    # Outermost, so that no answer of any layer goes out without them.
    "compass.middleware.SecurityHeadersMiddleware",
    "compass.middleware.SentByScriptMiddleware",
    # Before the host check and the redirect to https.
    "compass.middleware.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    # Above every layer that renders a page or gives one from memory.
    "compass.language_middleware.LanguageMiddleware",
    # Before anything that could read a body.
    "compass.middleware.BodyLimitMiddleware",
    "compass.arriving.BodyFirstMiddleware",
    # Public pages from memory.
    "resources.page_cache.PageCacheMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "compass.sizes.SizedGZipMiddleware",
    "compass.visits.middleware.VisitMiddleware",
    "django.middleware.common.CommonMiddleware",
    "compass.visits.middleware.CsrfMiddleware",
]
ROOT_URLCONF = "compass.urls"
WSGI_APPLICATION = "compass.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "context_processors": ["compass.context_processors.site"],
            "builtins": [
                "django.templatetags.i18n",
                "resources.templatetags.as_written",
                "resources.templatetags.days",
                "resources.templatetags.fill",
                "resources.templatetags.once_a_page",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

STATIC_URL = "/static/"
STATIC_ROOT = Path(env_text("COMPASS_STATIC", str(DATA_DIR / "static")))
STATICFILES_DIRS = [ROOT / "static"]

# A path for SQLite, or postgresql://…, which may hold a password; visits may have a database of their own.
DATABASE = env_secret("COMPASS_DATABASE", str(DATA_DIR / "compass.sqlite3"))
VISITS = env_secret("COMPASS_VISITS_DATABASE", "")
# For a page. `compass.database` waits longer for what a person typed.
DATABASE_WAIT_SECONDS = 0.3
# So much longer than a lock is a server waited for that says nothing at all.
DATABASE_SILENCE_SECONDS = 0.5
DATABASES = {"default": database(DATABASE, "COMPASS_DATABASE", DATABASE_WAIT_SECONDS)}
if VISITS:
    DATABASES["visits"] = database(VISITS, "COMPASS_VISITS_DATABASE", DATABASE_WAIT_SECONDS)
VISITS_ALIAS = "visits" if VISITS else "default"
DATABASE_ROUTERS = ["compass.visits.router.Router"] if VISITS else []
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The visit: one cookie, from the first question on, or from the button for a ready text of a place.
# It names no end, so a browser drops it when it closes, unless it brings its last tabs back.
SESSION_ENGINE = "compass.visits.session_store"
SESSION_COOKIE_NAME = "visit" if LOCAL else "__Host-visit"
SESSION_COOKIE_SECURE = not LOCAL
SESSION_COOKIE_HTTPONLY = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
VISIT_EMPTY_SECONDS = 5 * 60
VISIT_IDLE_SECONDS = 30 * 60
VISIT_MOST_SECONDS = 4 * 60 * 60
# Visits that were left while the database was away: all workers of the machine share this folder. Where the database is
# no file, it lies beside the collected files: there the site may write, and the code can be read only.
VISIT_MARKS_DIR = folder(VISITS or DATABASE, without=STATIC_ROOT.parent) / "leaving"
CSRF_USE_SESSIONS = True
CSRF_COOKIE_SECURE = not LOCAL
CSRF_FAILURE_VIEW = "compass.views.visit_cleared"

SECURE_SSL_REDIRECT = not LOCAL
SECURE_HSTS_SECONDS = 0 if LOCAL else 31_536_000
# For the operator to say: both bind every other host below the name, and preloading cannot be taken back for months.
SECURE_HSTS_INCLUDE_SUBDOMAINS = env_flag("COMPASS_HSTS_SUBDOMAINS")
SECURE_HSTS_PRELOAD = env_flag("COMPASS_HSTS_PRELOAD")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env_flag("COMPASS_BEHIND_PROXY") else None
# `no-referrer` would make browsers send `Origin: null`, and Django then refuses every form over https.
SECURE_REFERRER_POLICY = "same-origin"

# No upload handler exists, so there is no code path that could hold a picture.
FILE_UPLOAD_HANDLERS: list[str] = []
# Twice the longest form and a little: `compass.typed_text` says how long each may be.
DATA_UPLOAD_MAX_MEMORY_SIZE = 700_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400

# Each gives what is wrong, "" when nothing is. A function of an app that this one does not know.
HEALTH_CHECKS = ["compass.health.database", "resources.health.loaded"]
# Each gives what the operator should see soon; the site is well.
HEALTH_REMARKS = ["resources.health.files_loaded", "resources.health.pages_written", "compass.health.memory"]

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "compass.static_storage.StaticStorage"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False
# Pages as files, for a proxy to show while the site is away; "" for none.
COMPASS_STATIC_PAGES = os.environ.get("COMPASS_STATIC_PAGES", "")
# Whatever is collected is for its owner only.
FILE_UPLOAD_PERMISSIONS, FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o600, 0o700

USE_TZ = True
TIME_ZONE = "UTC"
# Clocks come with the packages (tzdata) and not with the machine, whose table can be a year behind the law.
if zoneinfo.TZPATH:
    zoneinfo.reset_tzpath(())
    zoneinfo.ZoneInfo.clear_cache()
USE_I18N = True
LANGUAGE_CODE = "en"
# English has no prefix in addresses and no catalogue. `compass.languages` says what is special about the others.
LANGUAGES = [("en", "English"), ("fr", "Français")]
LOCALE_PATHS = [ROOT / "compass" / "locale"]

# Those that pages lead to. Every language is there, at its own addresses.
COMPASS_LANGUAGES = env_list("COMPASS_LANGUAGES", "en,fr")

COMPASS_NAME = env_text("COMPASS_NAME", "Compass")
COMPASS_OPERATOR = os.environ.get("COMPASS_OPERATOR", "")
COMPASS_HOME_COUNTRY = env_text("COMPASS_HOME_COUNTRY", "CA")
COMPASS_LEAVE_TO = env_text("COMPASS_LEAVE_TO", "https://weather.gc.ca/")

LOGGING_CONFIG = "compass.logs.configure"
# Django calls the function above only when this is not empty.
LOGGING = {"version": 1}

SILENCED_SYSTEM_CHECKS = [
    # XFrameOptionsMiddleware is not used: SecurityHeadersMiddleware sets the header on every answer, static files too.
    "security.W002",
    # The check looks for the name of Django's CsrfViewMiddleware; CsrfMiddleware is made of it.
    "security.W003",
    # `includeSubDomains` and `preload`: for the operator to say.
    "security.W005",
    "security.W021",
]
