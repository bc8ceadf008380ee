"""Small facts for tests about rules: one country with two regions, one line, one place, one law, nothing wrong."""

import json

import pytest

from resources.core.helpline import Channel, Eligibility, Helpline
from resources.core.needs import NEEDS
from resources.loading.content import BY_COUNTRY, Content, home_of
from resources.loading.fixtures import read
from tests.conftest import FIXTURES
from wizard.helplines.core.found import Found
from wizard.helplines.core.key import NumberKey
from wizard.helplines.core.pick import PlanHelplines, pick
from wizard.helplines.core.steps import STEPS

SEEN = {"sources": [{"url": "https://example.org/page", "page_date": "2026-01"}], "read_on": "2026-11-22"}

HOSTS = [*(read(FIXTURES).hosts or ()), {"host": "example.org", "kind": "service"}]


def country(**fields):
    """A country as it stands in the fixture."""
    names = {"CA-MB": "Manitoba", "CA-NU": "Nunavut"}
    regions = [{"code": code, "name": {"en": name}, "emergency_note": None} for code, name in names.items()]
    own = {"code": "CA", "name": {"en": "Canada"}, "eu": False, "emergency_note": None, "regions": regions}
    return {**own, "timezones": ["America/Winnipeg"], "crime_here": False, "crime_here_seen": SEEN, **SEEN, **fields}


def duty(**fields):
    """The duty to report for an adult, as it stands in the fixture of a country or a region."""
    return {
        "adult_duty": "must",
        "adult_duty_note": {"en": "Everyone tells an office."},
        "adult_duty_seen": SEEN,
    } | fields


def clock(**fields):
    """A clock as it stands in the fixture."""
    return {"zone": "America/Winnipeg", "name": {"en": "Manitoba time"}, "everywhere": True, **SEEN, **fields}


def language(**fields):
    """A language as it stands in the fixture."""
    return {"code": "en", "name": {"en": "English"}, **SEEN, **fields}


def way(**fields):
    """A channel as it stands in the fixture: a toll-free number, open at all hours."""
    own = {"kind": "phone", "value": "+18006686868", "dial": "e164", "label": {"en": "Call"}, "keyword": None}
    return {**own, "opening_hours": "24/7", "timezone": None, "hours_uncertain": False, **fields}


def helpline(**fields):
    """A helpline as it stands in the fixture."""
    return {
        "slug": "a-line",
        "name": {"en": "A line"},
        "organisation": "An organisation",
        "country": "CA",
        "regions": ["*"],
        "emergency": False,
        "serves": {"en": "Anyone"},
        "notes": {"en": "Somebody listens."},
        "age_min": None,
        "age_max": None,
        "youth_ok": True,
        "adult_ok": True,
        "for_roles": ["self"],
        "crosses": None,
        "topics": ["crisis"],
        "only_for": [],
        "channels": [way()],
        "languages": ["en"],
        "free": True,
        "confidential": None,
        "anonymous": None,
        "url": None,
        "official_source": True,
        "withdrawn": False,
        "newest_source": None,
        "conflicts": [],
        "editor_note": None,
        **SEEN,
        **fields,
    }


def platform(**fields):
    """A platform as it stands in the fixture."""
    return {
        "slug": "an-app",
        "path": "an-app",
        "name": "An app",
        "kind": "social",
        "aliases": [],
        "likely": 1,
        "lgbtq": False,
        "sold_here": False,
        "covered_by_us_48h": None,
        "blackmail_form": False,
        "report_deletes_or_exposes": None,
        "warnings": [],
        "minors_allowed_from": 13,
        "evidence_tips": [],
        "evidence_tips_adult": [],
        "matching": [],
        "guides": [],
        "editor_note": None,
        **SEEN,
        **fields,
    }


def guide_step(**fields):
    """A step of a guide as it stands in the fixture."""
    return {"text": {"en": "Tap “Report”."}, "needs_picture": False, "warning": None, **fields}


def guide(**fields):
    """A guide as it stands in the fixture."""
    own = {"purpose": "ncii", "where": "app", "account_needed": None, "steps": [guide_step()], "form_url": None}
    return {**own, "email": None, "needs": [], "expect": None, "under_18_ok": True, **fields}


def service(**fields):
    """A removal service as it stands in the fixture."""
    return {
        "slug": "a-service",
        "name": {"en": "A service"},
        "place": ["CA"],
        "status": "in-force",
        "for_subject": "any",
        "age_alone_from": None,
        "who_can_use": {"en": "Anyone"},
        "age_rule": None,
        "what_it_does": {"en": "They ask the site."},
        "what_it_cannot_do": None,
        "contacts_other_person": False,
        "contact_note": None,
        "what_you_need": [],
        "needs_file_on_device": False,
        "accepts_video": None,
        "accepts_ai": None,
        "required_elements": [],
        "deadline_hours": None,
        "clock_starts": None,
        "order_deadline_hours": None,
        "use_after_hours": None,
        "future_deadline_hours": None,
        "complain_to": None,
        "complaint": None,
        "url": None,
        "languages": [],
        "participants": [],
        "participants_as_of": None,
        "confidence": "high",
        "editor_note": None,
        **SEEN,
        **fields,
    }


def law(**fields):
    """A law as it stands in the fixture."""
    return {
        "slug": "a-law",
        "place": ["CA"],
        "kind": "criminal",
        "status": "in-force",
        "for_subject": "any",
        "applies_to_roles": ["self"],
        "title": {"en": "A law"},
        "plain": {"en": "It says this."},
        "how_to_use": {"en": "Do that."},
        "age_alone_from": None,
        "citation": "s 1",
        "in_force": None,
        "covers": ["shared"],
        "remedies": [],
        "editor_note": None,
        **SEEN,
        **fields,
    }


def small(**files):
    """Content with one object a file, nothing wrong; whole files may be given instead."""
    own = {"countries": [country()], "helplines": [helpline()], "platforms": [platform(guides=[guide()])]}
    own |= {"takedown": [service()], "law": [law()], "clocks": [clock()], "languages": [language()]}
    content = Content({**own, **files})
    content.hosts, content.wanted = HOSTS, []
    return content


def files_of(kind, rows):
    """The files in which rows belong, by name; a kind by country without any row has one that is empty."""
    if kind not in BY_COUNTRY:
        return {f"{kind}.json": rows}
    homes = {home_of(kind, row): [] for row in rows} or {"ca": []}
    for row in rows:
        homes[home_of(kind, row)].append(row)
    return {f"{kind}/{home}.json": part for home, part in homes.items()}


def written(content, folder):
    """Writes content as the fixtures of this folder, and gives the folder. Its hosts are `HOSTS`."""
    lists = {"hosts": HOSTS, "wanted": getattr(content, "wanted", None) or []}
    for name, rows in lists.items():
        (folder / f"{name}.json").write_text(json.dumps(rows), encoding="utf-8")
    for kind, rows in content.items():
        for name, part in files_of(kind, rows).items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(json.dumps(part), encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path):
    """Writes content as fixtures and gives their folder: `folder(small(law=[]))`."""

    return lambda content: written(content, tmp_path)


def channel(kind="phone", always=True, value="1"):
    """A channel as a page sees it."""
    return Channel(kind, f"{kind}:{value}", value, "", "", always, "")


def line(slug="a-line", *topics, channels=None, international=False, emergency=False, **fit):
    """A line as a page sees it: for anybody, one phone open at all hours."""
    channels = (channel(),) if channels is None else channels
    always = any(one.open_all_hours for one in channels)
    own = {"national": True, "youth_ok": True, "adult_ok": True, "for_roles": ("self",), "crosses": None}
    how = Eligibility(topics=frozenset(topics), **{**own, "official": True, **fit})
    return Helpline(slug, slug, "", "", international, emergency, always, "", bool(channels), tuple(channels), how)


YOUNG = NumberKey(age="minor")


def steps_from(needs, key=YOUNG):
    """What each step shows of these lines by need, to somebody with this key."""
    found = {**dict.fromkeys([*NEEDS, "all"], ()), **needs}
    seen = {step: row.seen(key) for step, row in STEPS.items()}
    return {step: pick(row.parts(seen[step]), Found(seen[step], lambda who: found)) for step, row in STEPS.items()}


def one_line_a_need(key=YOUNG, **fields):
    """Lines with one for each need, named after it in brackets, so that a test can read which stand where."""
    topics = {"youth_legal": ("legal", "youth"), "child_protection": ("child-protection",)}
    found = {
        need: (line(f"[{need}]", *topics.get(need, (need.replace("_", "-"),)), emergency=need == "emergency"),)
        for need in NEEDS
    }
    return PlanHelplines(**found, steps=steps_from(found, key), emergency_note="The number may differ.", **fields)
