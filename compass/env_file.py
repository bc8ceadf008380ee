"""The file of settings that an operator keeps: every setting of README's table, with one line for each.

systemd, a shell and compose read it alike. Pure: it knows no file and no setting of this process.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

HEAD = """\
# Settings of a Compass site, as manage.py new_site writes them. Keep this file, and show it to nobody.
# README.md, "Settings", says more of each. Where a line begins with #, the program or its unit says that already.
"""
# As they are shown to everybody; the server refuses to start with them.
PLACEHOLDERS = {
    "COMPASS_HOSTS": "compass.example",
    "COMPASS_OPERATOR": "Name of your organisation",
    "COMPASS_HOME_COUNTRY": "CA",
    "COMPASS_SECRET_KEY": "put-your-own-secret-key-here",
    "COMPASS_VISIT_PEPPERS": "put-your-own-pepper-here",
}


@dataclass(frozen=True)
class Setting:
    """One setting: its name, what it is for, and what holds where the file does not give it."""

    name: str
    purpose: str
    otherwise: str = ""


SETTINGS = (
    Setting("COMPASS_HOSTS", "Host names of the site, separated by commas."),
    Setting("COMPASS_NAME", "The name of the site.", "Compass"),
    Setting("COMPASS_OPERATOR", "Who runs it: stands on /about/."),
    Setting("COMPASS_HOME_COUNTRY", "The country whose numbers are shown first: two letters.", "CA"),
    Setting(
        "COMPASS_SECRET_KEY",
        "Secret; or COMPASS_SECRET_KEY_FILE names a file that holds it. Can be changed at any time.",
    ),
    Setting("COMPASS_VISIT_PEPPERS", "Secret; or its _FILE. Seals visits; of several, the first."),
    Setting("COMPASS_BEHIND_PROXY", "1 behind a proxy on this machine that sets X-Forwarded-Proto.", "0"),
    Setting("COMPASS_DATABASE", "A file, or postgresql://…; or its _FILE.", "/var/lib/compass/compass.sqlite3"),
    Setting("COMPASS_VISITS_DATABASE", "Another one for visits and notes; or its _FILE."),
    Setting("COMPASS_STATIC", "Folder for collected style sheets and scripts.", "/var/lib/compass/static"),
    Setting("COMPASS_STATIC_PAGES", "Folder for pages for the proxy while the site is away.", "/run/compass/away"),
    Setting("COMPASS_LANGUAGES", "The languages that pages lead to.", "en,fr"),
    Setting("COMPASS_LEAVE_TO", "Where Leave goes: a dull page of another site.", "https://weather.gc.ca/"),
    Setting("COMPASS_HSTS_SUBDOMAINS", "1 binds every host below the name to https for a year.", "0"),
    Setting("COMPASS_HSTS_PRELOAD", "1 lets browsers carry that in their own list; hard to take back.", "0"),
    Setting("COMPASS_LOCAL", "Never 1 on a real site: it takes the lock off the cookie.", "0"),
)


def text(given: Mapping[str, str]) -> str:
    """The whole file. `given`: values by name; "" and a missing name leave a setting as it is otherwise.

    Raises ValueError for a value that cannot stand in such a file.
    """
    return "\n".join([HEAD, *(_lines(setting, given.get(setting.name, "")) for setting in SETTINGS)])


def is_plain(value: str) -> bool:
    """True for a value that systemd, a shell and compose all read as it stands between quotation marks."""
    return value.isprintable() and not re.search(r'["\\$`]', value)


def _lines(setting: Setting, value: str) -> str:
    if not is_plain(value):
        raise ValueError(setting.name)
    quoted = value if re.fullmatch(r"[\w.,:/@%+=-]*", value, re.ASCII) else f'"{value}"'
    line = f"{setting.name}={quoted}" if value else f"#{setting.name}={setting.otherwise}"
    return f"# {setting.purpose}\n{line}\n"
