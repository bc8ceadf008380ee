import pytest

from resources.loading import place_and_law_checks
from tests.resources.conftest import SEEN, country, duty, law

SCOTLAND = {"code": "GB-SCT", "name": {"en": "Scotland"}, "emergency_note": None}
BLANK = {"adult_duty_note": {"en": "Everyone tells an office."}, "adult_duty_seen": SEEN}
REGIONS = {"CA": {"CA-MB"}, "US": set()}
NUMBER = "must not hold a number to call: it is a line of its own among the helplines"


def test_right_objects_have_no_complaint():
    assert [
        *place_and_law_checks.country(country(emergency_note={"en": "It may differ."}, eu=True, postal_code=r"\d{4}")),
        *place_and_law_checks.country(country(crime_here=True, **duty())),
        *place_and_law_checks.country(country(code="GB", regions=[{**SCOTLAND, **duty(adult_duty="may")}])),
        *place_and_law_checks.law(law(place=["CA", "CA-MB", "EU"]), REGIONS),
        # We list no regions of the United States, but a law of one of its states may be told.
        *place_and_law_checks.law(law(place=["US-TN"], charge_from_age=12), REGIONS),
    ] == []


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({"code": "CAN"}, "code", "'CAN' must look like CA"),
        ({"regions": [SCOTLAND]}, "regions[0].code", "GB-SCT is not a region of CA"),
        ({"regions": [{"code": "CA-MB"}]}, "regions", "name is missing"),
        ({"eu": "no"}, "eu", "must be true or false"),
        ({"postal_code": ""}, "postal_code", "must be a text that is not empty"),
        ({"postal_code": "[A-Z"}, "postal_code", "is no regular expression: unterminated character set at position 0"),
        ({"postal_code": r"\d+"}, "postal_code", "must not repeat without end"),
        ({"postal_code": r"\d{2,}"}, "postal_code", "must not repeat without end"),
        ({"likely": 0}, "likely", "must be a whole number from 1 to 99"),
        ({"likely": True}, "likely", "must be a whole number from 1 to 99"),
        # "sources" is a page of every place: no region may have that name in an address.
        ({"regions": [{**SCOTLAND, "code": "CA-SOURCES"}]}, "regions", "code 'CA-SOURCES' must look like CA-MB"),
        ({"crime_here": None}, "crime_here", "must be true or false"),
        # Where it is no crime is a mark as well: a list says so.
        ({"crime_here_seen": {**SEEN, "sources": []}}, "crime_here_seen", "sources must not be empty"),
        ({"crime_here_seen": {"sources": SEEN["sources"]}}, "crime_here_seen", "read_on is missing"),
        (duty(adult_duty="always"), "adult_duty", "'always' is not one of must, should, may"),
        ({"adult_duty": "must", "adult_duty_seen": SEEN}, "adult_duty_note", "must say who has to tell whom"),
        (duty(adult_duty_note={"en": "Call 911."}), "adult_duty_note", NUMBER),
        ({"adult_duty": "must", "adult_duty_note": {"en": "Tell."}}, "adult_duty_seen", "a mark needs its source"),
        ({"adult_duty_seen": SEEN}, "adult_duty_seen", "stands without adult_duty"),
        ({"sources": []}, "sources", "must not be empty"),
        ({"emergency_note": "It may differ."}, "emergency_note", 'must be a text for each language, like {"en": "…"}'),
    ],
)  # fmt: skip
def test_a_slip_in_a_country_is_told(fields, field, said):
    assert list(place_and_law_checks.country(country(**fields))) == [(field, said)]


@pytest.mark.parametrize("field", ["crime_here", "crime_here_seen"])
def test_every_country_says_if_love_is_a_crime_and_by_which_list(field):
    row = {name: value for name, value in country().items() if name != field}
    assert list(place_and_law_checks.country(row)) == [(field, "is missing")]


def test_a_slip_in_the_duty_of_a_region_is_told_with_its_place():
    regions = [SCOTLAND, {**SCOTLAND, "code": "GB-WLS", **BLANK}]
    assert list(place_and_law_checks.country(country(code="GB", regions=regions))) == [
        ("regions[1].adult_duty_note", "stands without adult_duty"),
        ("regions[1].adult_duty_seen", "stands without adult_duty"),
    ]


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({"place": ["FR"]}, "place", "FR is not in countries.json"),
        ({"place": ["CA-XX"]}, "place", "CA-XX is not in countries.json"),
        ({"place": []}, "place", "must not be empty"),
        ({"sources": []}, "sources", "must not be empty"),
        ({"status": "soon"}, "status", "'soon' is not one of in-force, guidance, enacted-not-in-force, bill, unknown"),
        ({"for_subject": "child"}, "for_subject", "'child' is not one of under-18, adult, any"),
        ({"applies_to_roles": ["me"]}, "applies_to_roles", "'me' is not one of self, child, client, friend, sharer"),
        ({"plain": {"en": ""}}, "plain", 'needs a text under "en"'),
    ],
)
def test_a_slip_in_a_law_is_told(fields, field, said):
    assert list(place_and_law_checks.law(law(**fields), REGIONS)) == [(field, said)]
