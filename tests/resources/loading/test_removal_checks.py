import pytest

from resources.core.removal import PARTS, PLACE_KINDS
from resources.loading import removal_checks
from tests.resources.conftest import SEEN, guide, guide_step, platform, service

UNBACKED = "must not be empty when the entry says what the platform does"
FOR_THEM = "a guide about someone under 18 must be one that they can follow"
SEES = "the other person gets to see this request"
TELLING = guide_step(tells_them=True, warning={"en": "They see it."})
REGIONS = {"CA": {"CA-BC"}, "US": set()}
LATER = {"deadline_hours": 48, "clock_starts": {"en": "your request"}}


def test_right_objects_have_no_complaint():
    steps = [guide_step(warning={"en": "Write first."}), guide_step(needs_picture=True)]
    guides = [guide(steps=steps, expect={"en": "They may answer."}, editor_note="Seen in May.")]
    assert [
        *removal_checks.platform(platform(covered_by_us_48h=True, report_deletes_or_exposes={"en": "It may."})),
        *removal_checks.platform(platform(guides=guides, matching=["a-service"])),
        *removal_checks.platform(platform(lgbtq=True, lgbtq_seen=SEEN, sold_here=True, sold_here_seen=SEEN)),
        *removal_checks.platform(platform(likely_in=["JP"], likely_in_seen=SEEN, likely_age="adult")),
        *removal_checks.service(service(place=["*", "EU", "CA-BC", "US-TN"], **LATER), REGIONS),
        *removal_checks.service(service(contacts_other_person=True, contact_note={"en": "Only if you want."}), REGIONS),
    ] == []


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({"path": "image-boards"}, "path", "an address must not hold 'image'; choose another word"),
        ({"path": "pornhub"}, "path", "an address must not hold 'porn'; choose another word"),
        ({"path": "An App"}, "path", "'An App' must look like google-search"),
        ({"likely": 0}, "likely", "must be a whole number from 1 to 3"),
        ({"likely_in": ["JP"]}, "likely_in_seen", "a mark needs its source"),
        ({"likely_in": []}, "likely_in", "must not be empty"),
        ({"likely_in": ["Japan"], "likely_in_seen": SEEN}, "likely_in", "'Japan' must look like JP"),
        ({"likely_age": "teen"}, "likely_age", "'teen' is not one of under-18, adult"),
        ({"lgbtq": None}, "lgbtq", "must be true or false"),
        ({"sold_here": "yes"}, "sold_here", "must be true or false"),
        ({"lgbtq": True}, "lgbtq_seen", "a mark needs its source"),
        ({"sold_here": True}, "sold_here_seen", "a mark needs its source"),
        ({"lgbtq": True, "lgbtq_seen": {**SEEN, "sources": []}}, "lgbtq_seen", "sources must not be empty"),
        ({"warnings": ["Write first."]}, "warnings", 'must be a text for each language, like {"en": "…"}'),
        ({"read_on": "soon"}, "read_on", "must be a day like 2026-11-22"),
        ({"sources": [], "blackmail_form": True}, "sources", UNBACKED),
        ({"sources": [], "covered_by_us_48h": False}, "sources", UNBACKED),
        ({"sources": [], "guides": [guide()]}, "sources", UNBACKED),
        ({"matching": ["Stop NCII"]}, "matching", "'Stop NCII' must look like stopncii"),
        ({"guides": ["Tap."]}, "guides", "must hold objects"),
        ({"kind": "leek"}, "kind", f"'leek' is not one of {', '.join(PLACE_KINDS)}"),
        ({"kind": "leak"}, "warnings", "must say first that nobody writes to a place of this kind"),
    ],
)  # fmt: skip
def test_a_slip_in_a_platform_is_told(fields, field, said):
    assert list(removal_checks.platform(platform(**fields))) == [(field, said)]


def test_a_platform_that_claims_nothing_needs_no_source():
    assert list(removal_checks.platform(platform(sources=[]))) == []


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({"purpose": "nudes"}, "purpose", f"'nudes' is not one of {', '.join(removal_checks.PURPOSES)}"),
        ({"steps": []}, "steps", "must not be empty"),
        ({"steps": [{"text": {"en": "Tap."}, "needs_picture": False}]}, "steps", "warning is missing"),
        ({"steps": [guide_step(needs_picture="no")]}, "steps", "needs_picture must be true or false"),
        ({"form_url": "www.example.org"}, "form_url", "'www.example.org' must be an address that starts with https://"),
        ({"email": "mailto:a@b.org"}, "email", "'mailto:a@b.org' is not a plain e-mail address"),
        ({"purpose": "minor", "under_18_ok": False}, "under_18_ok", FOR_THEM),
        ({"where": "phone"}, "where", "'phone' is not one of app, web, email, paper"),
        ({"steps": [guide_step(tells_them="yes")]}, "steps", "tells_them must be true or false"),
        ({"steps": [TELLING], "under_18_ok": True}, "under_18_ok", f"must be false: {SEES}"),
        ({"steps": [{**TELLING, "warning": None}], "under_18_ok": False}, "steps", f"must warn that {SEES}"),
    ],
)  # fmt: skip
def test_a_slip_in_a_guide_is_told_with_its_place(fields, field, said):
    row = platform(guides=[guide(), guide(**fields)])
    assert list(removal_checks.platform(row)) == [(f"guides[1].{field}", said)]


@pytest.mark.parametrize("fields", [{"where": "app"}, {"where": "email"}, {"where": "web", "email": "a@example.org"}])
def test_no_guide_writes_to_a_place_that_posts_its_requests(fields):
    row = platform(kind="leak", warnings=[{"en": "Do not write to it."}], guides=[guide(where="web"), guide(**fields)])
    said = "must be the web, without an email: nobody writes to a place of this kind"
    assert list(removal_checks.platform(row)) == [("guides[1].where", said)]


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({"place": ["CA-XX"]}, "place", "CA-XX is not in countries.json"),
        ({"place": []}, "place", "must not be empty"),
        ({"sources": []}, "sources", "must not be empty"),
        ({"read_on": None}, "read_on", "must be a day like 2026-11-22"),
        ({"deadline_hours": 0}, "deadline_hours", "must be a whole number from 1 to 8760"),
        ({**LATER, "status": "enacted-not-in-force"}, "deadline_hours", "only a rule that is in force sets a clock"),
        ({**LATER, "clock_starts": None}, "clock_starts", "a clock needs the moment from which it runs"),
        ({"contacts_other_person": True}, "contact_note", "must say so when the service may contact the other person"),
        ({"languages": ["English"]}, "languages", "'English' must look like en"),
        ({"part": "body"}, "part", f"'body' is not one of {', '.join(PARTS)}"),
        ({"only_minors_now": None}, "only_minors_now", "must be true or false"),
        ({"only_on": []}, "only_on", "must not be empty"),
    ],
)
def test_a_slip_in_a_service_is_told(fields, field, said):
    assert list(removal_checks.service(service(**fields), REGIONS)) == [(field, said)]


def test_a_service_or_a_platform_that_is_named_must_be_there():
    platforms = [platform(matching=["a-service", "gone"])]
    services = [
        service(complain_to="nobody", only_on=["an-app", "no-app"]),
        service(slug="other", complain_to="a-service"),
    ]
    assert list(removal_checks.references(platforms, services)) == [
        ("platforms", "an-app", "matching", "gone is not in takedown.json"),
        ("takedown", "a-service", "only_on", "no-app is not in platforms.json"),
        ("takedown", "a-service", "complain_to", "nobody is not in takedown.json"),
    ]
