import pytest

from resources.loading import place_and_law_checks
from tests.resources.conftest import country, law

SCOTLAND = {"code": "GB-SCT", "name": {"en": "Scotland"}, "emergency_note": None}
REGIONS = {"CA": {"CA-MB"}, "US": set()}


def test_right_objects_have_no_complaint():
    assert [
        *place_and_law_checks.country(country(emergency_note={"en": "It may differ."}, eu=True, postal_code=r"\d{4}")),
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
        ({"sources": []}, "sources", "must not be empty"),
        ({"emergency_note": "It may differ."}, "emergency_note", 'must be a text for each language, like {"en": "…"}'),
    ],
)  # fmt: skip
def test_a_slip_in_a_country_is_told(fields, field, said):
    assert list(place_and_law_checks.country(country(**fields))) == [(field, said)]


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
