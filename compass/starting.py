"""What keeps a site from starting, each in one sentence, before anything of it has begun."""

import socket
from collections.abc import Iterator

from django.conf import settings

from compass import checks
from compass.environment import THIS_MACHINE, is_known_secret
from compass.health import trouble

# As of a shell that was called in a wrong way.
WRONG = 2


def wrong_host(host: str) -> str:
    """What is wrong with listening there, "" when nothing is: a developer's machine serves itself only."""
    if settings.LOCAL and host not in THIS_MACHINE:
        return f"COMPASS_LOCAL=1 serves this machine only, not {host}. A real site is started without it: see README."
    return ""


def port_trouble(text: str, host: str = THIS_MACHINE[0], another: str = "make run PORT=8001") -> str:
    """What is wrong with this port, "" when a server can have it. `another`: how to ask for one."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        return f"PORT must be a number from 1 to 65535, not {text!r}."
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as door:
        # Without this, a server that ended a second ago would still count. A server that listens still counts.
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((host.strip("[]"), int(text)))
        except PermissionError:
            return f"Port {text} is not open to you. Choose one above 1023: {another}"
        except socket.gaierror:
            return f"There is no host {host}."
        except OSError:
            return f"Port {text} is in use. Stop what uses it, or choose another: {another}"
    return ""


def wrong_settings() -> Iterator[str]:
    """Sentences about settings that a real site must not start with."""
    for found in (*checks.peppers(None), *checks.site(None), *checks.languages(None)):
        if found.is_serious():
            yield str(found.msg)
    if settings.LOCAL:
        return
    secrets = {"COMPASS_SECRET_KEY": [settings.SECRET_KEY], "COMPASS_VISIT_PEPPERS": settings.VISIT_PEPPERS}
    for name, given in secrets.items():
        if any(map(is_known_secret, given)):
            yield f"{name} is that of an example, which everybody can read: make one of your own."


def not_ready() -> str:
    """What the database or the facts lack, "" when the site can show a number."""
    wrong = trouble()
    if wrong == "database":
        return "The database cannot be read. Is it there, and did you run: manage.py prepare?"
    return wrong and f"{wrong[0].upper()}{wrong[1:]}. Correct it, then run: manage.py prepare"
